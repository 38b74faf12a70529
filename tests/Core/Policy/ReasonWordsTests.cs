using ToyGuard.Core.Policy;

namespace ToyGuard.Core.Tests.Policy;

[TestClass]
public class ReasonWordsTests
{
    // Every number that Reason names. One more there needs one more here, and words.
    private static readonly byte[] Named =
    {
        0, 1, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 30, 31, 32, 33, 34, 35, 36, 40, 41, 42, 43, 50, 51,
        60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71, 72, 73, 80, 81,
        90, 91, 92, 93, 94, 95, 96, 97, 98, 100, 101, 102, 103, 104, 105, 106, 110, 111, 112, 113, 114, 115, 116,
    };

    [TestMethod]
    public void Of_EveryReason_HasWordsOfItsOwn()
    {
        string fallback = ReasonWords.Of((Reason)255);

        for (int i = 0; i < Named.Length; i++)
        {
            string words = ReasonWords.Of((Reason)Named[i]);
            Assert.AreNotEqual(fallback, words, Named[i].ToString());

            for (int j = 0; j < i; j++)
            {
                Assert.AreNotEqual(ReasonWords.Of((Reason)Named[j]), words, Named[i].ToString());
            }
        }
    }

    [TestMethod]
    public void Of_EveryOtherNumber_HasTheFallback()
    {
        string fallback = ReasonWords.Of((Reason)255);
        int named = 0;

        for (int number = 0; number < 256; number++)
        {
            if (named < Named.Length && Named[named] == number)
            {
                named++;
                continue;
            }

            Assert.AreEqual(fallback, ReasonWords.Of((Reason)number), number.ToString());
        }
    }

    [TestMethod]
    public void Of_EveryNumber_IsShortAndSaysWhatNext()
    {
        for (int number = 0; number < 256; number++)
        {
            string words = ReasonWords.Of((Reason)number);
            Assert.IsTrue(words.Length <= ReasonWords.LengthMax, words);
            Assert.IsTrue(words.IndexOf(" · ") > 0, words);
        }
    }

    [TestMethod]
    public void Of_OnlyAllowed_SaysOpen()
    {
        for (int number = 0; number < 256; number++)
        {
            Assert.AreEqual(number == (int)Reason.Allowed, ReasonWords.Of((Reason)number).Substring(0, 5) == "Open:", number.ToString());
        }
    }
}
