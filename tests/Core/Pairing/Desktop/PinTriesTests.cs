using ToyGuard.Core.Pairing;
using ToyGuard.Core.Records;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Tests.Pairing.Desktop;

/// <summary>Wrong PINs: five are free, then it takes longer and longer, and no plug helps (AUTH-02).</summary>
[TestClass]
public class PinTriesTests
{
    [TestMethod]
    [Req("AUTH-02")]
    public void WrongPin_FiveFree_ThenTheWaitDoublesToAnHour()
    {
        DeskRig rig = new();
        TestPhone phone = rig.Claimed();
        int[] waits = { 0, 0, 0, 0, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600 };

        foreach (int wait in waits)
        {
            Assert.AreEqual(1, Wrong(phone));
            Assert.AreEqual(wait, phone.WaitSeconds);

            if (wait > 0)
            {
                rig.Wait(wait - 1);
                Assert.AreEqual(2, Wrong(phone), "not looked at");
                Assert.AreEqual(1, phone.WaitSeconds);
                rig.Wait(1);
            }
        }
    }

    [TestMethod]
    [Req("AUTH-02")]
    public void WrongPin_AfterARestart_TheFullDelayRunsAgain()
    {
        DeskRig rig = new();
        TestPhone phone = rig.Claimed();

        for (int i = 0; i < 5; i++)
        {
            Assert.AreEqual(1, Wrong(phone));
        }

        rig.Wait(59);
        rig.Start();
        phone.Pin = DeskRig.Pin;
        Assert.IsFalse(phone.SignIn(full: true));
        Assert.AreEqual(2, phone.Status);
        Assert.AreEqual(60, phone.WaitSeconds);
        rig.Wait(60);
        Assert.IsTrue(phone.SignIn(full: true), "the right PIN clears the count");
        Assert.AreEqual(1, Wrong(phone));
        Assert.AreEqual(0, phone.WaitSeconds);
    }

    [TestMethod]
    [Req("AUTH-02")]
    public void WrongPin_OfOnePhone_LocksOutNoOther()
    {
        DeskRig rig = new();
        TestPhone phone = rig.Claimed();
        TestPhone other = rig.Invited(phone, Role.Guardian);

        for (int i = 0; i < 8; i++)
        {
            Wrong(other);
        }

        Assert.IsTrue(phone.SignIn(full: true));
        Assert.IsTrue(other.SignIn(full: false), "and this one may still look and tighten");
    }

    [TestMethod]
    [Req("AUTH-02")]
    public void Press_ShortensARunningDelayThreeTimesADay_AndClearsNothing()
    {
        DeskRig rig = new();
        TestPhone phone = rig.Claimed();

        for (int i = 0; i < 8; i++)
        {
            rig.Wait(phone.WaitSeconds);
            Assert.AreEqual(1, Wrong(phone));
        }

        int[] next = { 960, 1920, 3600 };

        foreach (int wait in next)
        {
            rig.Press();
            rig.Wait(59);
            Assert.AreEqual(2, Wrong(phone));
            rig.Wait(1);
            Assert.AreEqual(1, Wrong(phone));
            Assert.AreEqual(wait, phone.WaitSeconds, "the count went on");
        }

        rig.Press();
        rig.Wait(60);
        Assert.AreEqual(2, Wrong(phone), "the fourth press shortens nothing");
        rig.Start();
        rig.Press();
        rig.Wait(60);
        Assert.AreEqual(2, Wrong(phone), "nor one after a restart");
    }

    // What flash did not take was not tried.
    [TestMethod]
    [Req("AUTH-02")]
    public void WrongPin_FlashTakesNoCount_NothingIsCompared()
    {
        DeskRig rig = new();
        TestPhone phone = rig.Claimed();
        rig.Flash.Break(FlashLayout.TriesA, FlashFault.ProgramFails);
        rig.Flash.Break(FlashLayout.TriesB, FlashFault.ProgramFails);
        Assert.IsFalse(phone.SignIn(full: true), "even the right one");
        Assert.AreEqual(-1, phone.Status);
        Assert.IsTrue(phone.SignIn(full: false));
    }

    // Twenty-two in a day, also for somebody who may sign in in between.
    [TestMethod]
    [Req("AUTH-02")]
    public void WrongPin_ManyInADay_AreBarredThoughRightOnesComeBetween()
    {
        DeskRig rig = new();
        TestPhone phone = rig.Claimed();
        int wrongs = 0;

        while (wrongs < 100)
        {
            phone.Pin = DeskRig.Pin;

            if (!phone.SignIn(full: true))
            {
                break;
            }

            wrongs += Wrong(phone) == 1 ? 1 : 0;
            wrongs += Wrong(phone) == 1 ? 1 : 0;
            rig.Wait(20);
        }

        Assert.IsTrue(wrongs is > 20 and <= 22, wrongs.ToString());
        Assert.AreEqual(2, phone.Status);
        Assert.IsTrue(phone.WaitSeconds > 80_000, phone.WaitSeconds.ToString());
        rig.Wait(phone.WaitSeconds + 600);
        Assert.IsTrue(phone.SignIn(full: true));
        Assert.IsTrue(rig.CountOf(RecordKind.TryFailed) >= wrongs);
    }

    [TestMethod]
    [Req("AUTH-02")]
    public void Tries_Damaged_AreAtTheirStrictest()
    {
        DeskRig rig = new();
        TestPhone phone = rig.Claimed();
        rig.Flash.Put(FlashLayout.TriesA, new byte[] { 1, 2, 3 });
        rig.Flash.Put(FlashLayout.TriesB, new byte[0]);
        rig.Start();
        Assert.IsFalse(phone.SignIn(full: true));
        Assert.AreEqual(3600, phone.WaitSeconds);
        rig.Wait(3600);
        Assert.IsTrue(phone.SignIn(full: true));
    }

    private static int Wrong(TestPhone phone)
    {
        phone.Pin = "999111";
        Assert.IsFalse(phone.SignIn(full: true));
        return phone.Status;
    }
}
