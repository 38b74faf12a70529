using ToyGuard.Core.Boot;

namespace ToyGuard.Core.Tests.Boot;

[TestClass]
public class BootFindingWordsTests
{
    // Every number that BootFinding names. One more there needs one more here, and words.
    private static readonly byte[] Named = { 0, 1, 2, 3, 4, 5, 6, 10, 20, 30, 31, 32, 40, 41, 50, 51, 60, 70 };

    [TestMethod]
    public void Of_EveryFinding_HasWordsOfItsOwn()
    {
        string fallback = BootFindingWords.Of((BootFinding)255);

        for (int i = 0; i < Named.Length; i++)
        {
            string words = BootFindingWords.Of((BootFinding)Named[i]);
            Assert.AreNotEqual(fallback, words, Named[i].ToString());

            for (int j = 0; j < i; j++)
            {
                Assert.AreNotEqual(BootFindingWords.Of((BootFinding)Named[j]), words, Named[i].ToString());
            }
        }
    }

    [TestMethod]
    public void Of_EveryOtherNumber_HasTheFallback()
    {
        string fallback = BootFindingWords.Of((BootFinding)255);
        int named = 0;

        for (int number = 0; number < 256; number++)
        {
            if (named < Named.Length && Named[named] == number)
            {
                named++;
                continue;
            }

            Assert.AreEqual(fallback, BootFindingWords.Of((BootFinding)number), number.ToString());
        }
    }

    [TestMethod]
    public void Of_EveryNumber_IsShortAndSaysWhatNext()
    {
        for (int number = 0; number < 256; number++)
        {
            string words = BootFindingWords.Of((BootFinding)number);
            Assert.IsTrue(words.Length <= BootFindingWords.LengthMax, words);
            Assert.IsTrue(words.IndexOf(" · ") > 0, words);
        }
    }
}
