using ToyGuard.Wire.Dhcp;

namespace ToyGuard.Wire.Dhcp.Tests;

/// <summary>Every fault has its own words, short enough for a line of a log.</summary>
[TestClass]
public class DhcpFaultWordsTests
{
    [TestMethod]
    public void Of_EveryNumber_HasItsOwnWords()
    {
        string unknown = DhcpFaultWords.Of((DhcpFault)255);

        for (int i = 0; i < 256; i++)
        {
            string words = DhcpFaultWords.Of((DhcpFault)i);
            Assert.IsTrue(words.Length > 5 && words.Length <= 90, words);
            Assert.AreEqual(i > (int)DhcpFault.Type, words == unknown, i.ToString());

            for (int j = 0; j < i; j++)
            {
                Assert.IsTrue(words == unknown || words != DhcpFaultWords.Of((DhcpFault)j), words);
            }
        }
    }
}
