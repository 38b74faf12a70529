using ToyGuard.Core.Pairing.SetUp;

namespace ToyGuard.Core.Tests.Pairing.SetUp;

[TestClass]
public class WifiTextTests
{
    [TestMethod]
    [DataRow("", false)]
    [DataRow("H", true)]
    [DataRow("Home", true)]
    [DataRow(" a b ", true)]
    [DataRow("12345678901234567890123456789012", true)]
    [DataRow("123456789012345678901234567890123", false)]
    [DataRow("\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4", true)]
    [DataRow("\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4a", false)]
    [DataRow("\u5bb6\u5bb6\u5bb6\u5bb6\u5bb6\u5bb6\u5bb6\u5bb6\u5bb6\u5bb6ab", true)]
    [DataRow("\u5bb6\u5bb6\u5bb6\u5bb6\u5bb6\u5bb6\u5bb6\u5bb6\u5bb6\u5bb6abc", false)]
    [DataRow("a\tb", false)]
    [DataRow("a\u007f", false)]
    [DataRow("\ud83e\uddf8\ud83e\uddf8\ud83e\uddf8\ud83e\uddf8\ud83e\uddf8\ud83e\uddf8\ud83e\uddf8\ud83e\uddf8", true)]
    [DataRow("\ud83e\uddf8\ud83e\uddf8\ud83e\uddf8\ud83e\uddf8\ud83e\uddf8\ud83e\uddf8\ud83e\uddf8\ud83e\uddf8a", false)]
    public void IsSsid_CountsBytes(string text, bool isFit)
    {
        Assert.AreEqual(isFit, WifiText.IsSsid(text));
    }

    [TestMethod]
    [DataRow("1234567", false)]
    [DataRow("12345678", true)]
    [DataRow("with a space ~", true)]
    [DataRow("123456789012345678901234567890123456789012345678901234567890123", true)]
    [DataRow("0123456789abcdef0123456789ABCDEF0123456789abcdef0123456789abcdef", true)]
    [DataRow("0123456789abcdef0123456789ABCDEF0123456789abcdef0123456789abcdeg", false)]
    [DataRow("0123456789abcdef0123456789ABCDEF0123456789abcdef0123456789abcdef0", false)]
    [DataRow("1234567\u00e4", false)]
    [DataRow("1234567\t", false)]
    [DataRow("1234567\u007f", false)]
    public void IsSecret_EightTo63OrHex(string text, bool isFit)
    {
        Assert.AreEqual(isFit, WifiText.IsSecret(text));
        Assert.AreEqual(isFit, WifiText.IsKey(text));
    }

    [TestMethod]
    [Req("PAIR-05")]
    public void NoKey_IsForOthersNetworksOnly()
    {
        Assert.IsTrue(WifiText.IsKey(""));
        Assert.IsFalse(WifiText.IsSecret(""));
    }

    [TestMethod]
    [DataRow("1234567890123456789012345678901", "12345678", true)]
    [DataRow("12345678901234567890123456789012", "12345678", false)]
    [DataRow("\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4", "12345678", false)]
    [DataRow("Home", "", true)]
    [DataRow("Home", "1234567", false)]
    [DataRow("", "12345678", false)]
    [DataRow("Home", "123456789012345678901234567890123456789012345678901234567890123", true)]
    [DataRow("Home", "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", false)]
    public void StockImages_TakeWhatFitsWithANul(string ssid, string key, bool isFit)
    {
        Assert.AreEqual(isFit, WifiText.IsForStockImages(ssid, key));
    }
}
