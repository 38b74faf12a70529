using ToyGuard.Wire.Tls;

namespace ToyGuard.Wire.Tests.Tls;

/// <summary>Every fault has its own words, short enough for a line of a log.</summary>
[TestClass]
public class HelloFaultWordsTests
{
    [TestMethod]
    public void Of_EveryNumber_HasItsOwnWords()
    {
        string unknown = HelloFaultWords.Of((HelloFault)255);

        for (int i = 0; i < 256; i++)
        {
            string words = HelloFaultWords.Of((HelloFault)i);
            Assert.IsTrue(words.Length > 5 && words.Length <= 90, words);

            for (int j = 0; j < i; j++)
            {
                Assert.IsTrue(words == unknown || words != HelloFaultWords.Of((HelloFault)j), words);
            }
        }
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(5)]
    [DataRow(10)]
    [DataRow(12)]
    [DataRow(20)]
    [DataRow(25)]
    [DataRow(30)]
    [DataRow(34)]
    [DataRow(40)]
    [DataRow(47)]
    public void Of_FirstAndLastOfEachGroup_IsKnown(int fault)
    {
        Assert.AreNotEqual(HelloFaultWords.Of((HelloFault)255), HelloFaultWords.Of((HelloFault)fault));
    }
}
