using ToyGuard.Wire.Dns;

namespace ToyGuard.Wire.Tests.Dns;

/// <summary>Every fault has words of its own.</summary>
[TestClass]
public class DnsFaultWordsTests
{
    [TestMethod]
    public void Of_EveryNumber_FitsOnALine()
    {
        int withWords = 0;

        for (int i = 0; i < 256; i++)
        {
            string words = DnsFaultWords.Of((DnsFault)i);
            Assert.IsTrue(words.Length > 0 && words.Length <= 90);

            if (words != DnsFaultWords.Of((DnsFault)255))
            {
                withWords++;
            }
        }

        // None, 10 of header and sections, 7 of names, 6 of records, 5 of answers.
        Assert.AreEqual(29, withWords);
    }
}
