namespace ToyGuard.Kit.Body.Tests;

/// <summary>Goal: a press plays, a hold talks, and neither is taken for the other. Method: each beside its nearest no.</summary>
[TestClass]
public class TalkKeyTests
{
    [TestMethod]
    public void Read_Short_IsAPressWhenItIsLetGo()
    {
        TalkKey key = Begun();

        Assert.AreEqual((int)TalkAct.None, (int)key.Read(true, 100));
        Assert.AreEqual((int)TalkAct.None, (int)key.Read(true, 100 + TalkKey.TalkMs - 1));
        Assert.AreEqual((int)TalkAct.Press, (int)key.Read(false, 100 + TalkKey.TalkMs - 1));
        Assert.AreEqual((int)TalkAct.None, (int)key.Read(false, 9000));
    }

    [TestMethod]
    [Req("SENS-02")]
    public void Read_Hold_IsTalkUntilItIsLetGo()
    {
        TalkKey key = Begun();
        key.Read(true, 100);

        Assert.AreEqual((int)TalkAct.Begin, (int)key.Read(true, 100 + TalkKey.TalkMs));
        Assert.AreEqual((int)TalkAct.None, (int)key.Read(true, 60000), "begins once");
        Assert.AreEqual((int)TalkAct.End, (int)key.Read(false, 60001));
        Assert.AreEqual((int)TalkAct.None, (int)key.Read(false, 60002));

        key.Read(true, 70000);
        Assert.AreEqual((int)TalkAct.Press, (int)key.Read(false, 70001), "the next one is a press again");
    }

    // Nobody looked in between: it ends, and was never talk.
    [TestMethod]
    public void Read_LongWithoutALook_IsAPress()
    {
        TalkKey key = Begun();
        key.Read(true, 100);

        Assert.AreEqual((int)TalkAct.Press, (int)key.Read(false, 5000));
    }

    [TestMethod]
    [Req("PAIR-03")]
    public void Read_HeldWhilePowerComesOn_MeansNothingToTheToy()
    {
        TalkKey key = new TalkKey();

        Assert.AreEqual((int)TalkAct.None, (int)key.Read(true, 0));
        Assert.AreEqual((int)TalkAct.None, (int)key.Read(true, 15000));
        Assert.AreEqual((int)TalkAct.None, (int)key.Read(false, 15100));

        key.Read(true, 16000);
        Assert.AreEqual((int)TalkAct.Press, (int)key.Read(false, 16100));
    }

    private static TalkKey Begun()
    {
        TalkKey key = new TalkKey();
        key.Read(false, 0);
        return key;
    }
}
