using ToyGuard.Core.Pairing.SetUp;

namespace ToyGuard.Core.Tests.Pairing.SetUp;

/// <summary>Goal: half a character is no part of a name. On a device none can be in a text at all: its texts are UTF-8.</summary>
[TestClass]
public class WifiTextHalvesTests
{
    [TestMethod]
    public void IsSsid_HalfSurrogates_AreRefused()
    {
        Assert.IsTrue(WifiText.IsSsid("\ud83e\uddf8"));
        Assert.IsFalse(WifiText.IsSsid("a\ud83e"));
        Assert.IsFalse(WifiText.IsSsid("\ud83ea"));
        Assert.IsFalse(WifiText.IsSsid("\uddf8a"));
    }
}
