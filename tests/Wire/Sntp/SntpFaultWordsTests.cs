using ToyGuard.Wire.Sntp;

namespace ToyGuard.Wire.Tests.Sntp;

/// <summary>Every fault has its own words, short enough for a line of a log.</summary>
[TestClass]
public class SntpFaultWordsTests
{
    [TestMethod]
    public void Of_EveryNumber_HasItsOwnWords()
    {
        string unknown = SntpFaultWords.Of((SntpFault)255);

        for (int i = 0; i < 256; i++)
        {
            string words = SntpFaultWords.Of((SntpFault)i);
            Assert.IsTrue(words.Length > 5 && words.Length <= 90, words);

            for (int j = 0; j < i; j++)
            {
                Assert.IsTrue(words == unknown || words != SntpFaultWords.Of((SntpFault)j), words);
            }
        }
    }
}
