using ToyGuard.Wire.Http;

namespace ToyGuard.Wire.Tests.Http;

/// <summary>Every fault has its own words, short enough for a line of a log.</summary>
[TestClass]
public class HttpFaultWordsTests
{
    [TestMethod]
    public void Of_EveryNumber_HasItsOwnWords()
    {
        string unknown = HttpFaultWords.Of((HttpFault)255);

        for (int i = 0; i < 256; i++)
        {
            string words = HttpFaultWords.Of((HttpFault)i);
            Assert.IsTrue(words.Length > 5 && words.Length <= 90, words);

            for (int j = 0; j < i; j++)
            {
                Assert.IsTrue(words == unknown || words != HttpFaultWords.Of((HttpFault)j), words);
            }
        }
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(17)]
    [DataRow(20)]
    [DataRow(28)]
    [DataRow(30)]
    [DataRow(31)]
    [DataRow(40)]
    [DataRow(46)]
    [DataRow(50)]
    [DataRow(59)]
    [DataRow(60)]
    [DataRow(66)]
    public void Of_FirstAndLastOfEachGroup_IsKnown(int fault)
    {
        Assert.AreNotEqual(HttpFaultWords.Of((HttpFault)255), HttpFaultWords.Of((HttpFault)fault));
    }
}
