using ToyGuard.Core.Boot;

namespace ToyGuard.Core.Tests.Boot;

[TestClass]
public class BootLadderTests
{
    [TestMethod]
    [Req("UPD-04")]
    [DataRow(0, 2)]
    [DataRow(1, 2)]
    [DataRow(2, 2)]     // two plugs pulled in a hurry are an accident
    [DataRow(3, 1)]
    [DataRow(4, 1)]
    [DataRow(5, 0)]
    [DataRow(6, 0)]
    [DataRow(255, 0)]
    [DataRow(2147483647, 0)]
    [DataRow(-1, 0)]    // no count is a bad count
    public void Of_BadBoots_GivesTheStage(int badBoots, int stage)
    {
        Assert.AreEqual(stage, (int)BootLadder.Of(badBoots));
    }

    [TestMethod]
    public void Default_IsSafe()
    {
        BootStage stage = default;
        Assert.AreEqual((int)BootStage.Safe, (int)stage);
    }
}
