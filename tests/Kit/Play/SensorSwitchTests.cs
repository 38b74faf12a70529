using System;

using ToyGuard.Core.Policy;

namespace ToyGuard.Kit.Play.Tests;

[TestClass]
public class SensorSwitchTests
{
    [TestMethod]
    [Req("SENS-01")]
    public void Press_AgreedAndHeld_PowersSensorAndLightInOneCall()
    {
        SensorRig rig = new SensorRig();

        Assert.AreEqual((int)Reason.Allowed, (int)rig.PressAt(0));
        rig.AssertOn("pressed");
        Assert.AreEqual(1, rig.Driver.PowerCalls);

        rig.ReleaseAt(10);
        rig.AssertOff(Reason.SensorNotHeld, "released");
        Assert.AreEqual(2, rig.Driver.PowerCalls);
    }

    [TestMethod]
    [Req("SENS-02")]
    public void Press_ByCodeAlone_IsHeld()
    {
        SensorRig rig = new SensorRig();

        Assert.AreEqual((int)Reason.SensorNotHeld, (int)rig.Switch.Press(0));
        rig.AssertOff(Reason.SensorNotHeld, "nobody's hand is on the button");
        Assert.AreEqual(0, rig.Driver.PowerOns);
    }

    [TestMethod]
    [Req("SENS-02")]
    public void AnHourWithoutAPress_EverythingAgreed_PicksUpNothing()
    {
        SensorRig rig = new SensorRig();
        byte[] buffer = new byte[64];

        for (long now = 0; now < 60 * 60 * 1000; now += 5000)
        {
            rig.Board.Turn(now);
            Assert.AreEqual(0, rig.Switch.Read(buffer, 0, 64));
        }

        Assert.AreEqual(0, rig.Driver.PowerOns);
        Assert.AreEqual(0, rig.Driver.Reads);
        SensorRig.AssertZero(buffer);
    }

    [TestMethod]
    [Req("SENS-02")]
    public void Turn_ButtonLetGo_GoesOffThoughNobodySaidSo()
    {
        SensorRig rig = new SensorRig();
        rig.PressAt(0);
        rig.Driver.IsPressed = false;

        rig.Board.Turn(1);

        rig.AssertOff(Reason.SensorNotHeld, "let go");
    }

    [TestMethod]
    [Req("SENS-02")]
    public void Turn_ThirtySeconds_GoesOffAndStaysUntilLetGo()
    {
        SensorRig rig = new SensorRig();
        rig.PressAt(0);
        rig.Board.Turn(SensorSwitch.TurnMsMax - 1);
        rig.AssertOn("just before");

        // Pressing again makes a turn no longer.
        rig.Switch.Press(SensorSwitch.TurnMsMax - 1);
        rig.Board.Turn(SensorSwitch.TurnMsMax);
        rig.AssertOff(Reason.SensorHeldTooLong, "at the end");

        Assert.AreEqual((int)Reason.SensorHeldTooLong, (int)rig.Switch.Press(40000));
        rig.Board.Turn(41000);
        rig.AssertOff(Reason.SensorHeldTooLong, "still stuck");

        rig.Driver.IsPressed = false;
        rig.Board.Turn(42000);
        Assert.AreEqual((int)Reason.Allowed, (int)rig.PressAt(43000));
        Assert.AreEqual(2, rig.Driver.PowerOns);
    }

    [TestMethod]
    public void Turn_ClockGoesBack_GoesOff()
    {
        SensorRig rig = new SensorRig();
        rig.PressAt(100000);

        rig.Board.Turn(99999);

        rig.AssertOff(Reason.SensorHeldTooLong, "no turn without an end");
    }

    [TestMethod]
    [Req("SENS-04")]
    [DataRow(0)]
    [DataRow(-1)]
    [DataRow(3)]
    public void Press_UseThatNoManifestLists_IsHeld(int sensor)
    {
        SensorRig rig = new SensorRig(sensor);

        Assert.AreEqual((int)Reason.SensorNotDeclared, (int)rig.PressAt(0));
        rig.AssertOff(Reason.SensorNotDeclared, "not on the manifest");
        Assert.AreEqual(0, rig.Driver.PowerOns);
    }

    [TestMethod]
    public void Press_UseThatNobodyAgreedTo_Waits()
    {
        SensorRig rig = new SensorRig(PlayHome.Camera);

        Assert.AreEqual((int)Reason.SensorWaiting, (int)rig.PressAt(0));
        rig.AssertOff(Reason.SensorWaiting, "nobody agreed");

        // A yes while the hand is on the button needs another press, not another hand.
        rig.Gate.Agree(PlayHome.Toy, PlayHome.Camera, PlayHome.At(PlayHome.Noon + 5).Minute);
        rig.Board.Turn(1000);
        rig.AssertOff(Reason.SensorWaiting, "not by itself");
        Assert.AreEqual((int)Reason.Allowed, (int)rig.Switch.Press(2000));
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    [DataRow(4)]
    public void Turn_GateHoldsMeanwhile_GoesOffWithinAQuarterSecond(int what)
    {
        SensorRig rig = new SensorRig();
        rig.PressAt(0);
        Reason why = Spoil(rig, what);

        rig.Board.Turn(SensorSwitch.AskEveryMs);

        rig.AssertOff(why, "within 250 ms");
        Assert.AreEqual((int)why, (int)rig.Switch.Press(SensorSwitch.AskEveryMs + 1), "and the button must be let go first");
    }

    [TestMethod]
    public void Turn_GateAllowsAllTheTime_CountsOneVerdict()
    {
        SensorRig rig = new SensorRig();
        rig.PressAt(0);

        for (int now = 50; now <= 20000; now += 50)
        {
            rig.Board.Turn(now);
        }

        rig.AssertOn("20 s");
        Assert.AreEqual(1, rig.Counters.Today(PlayHome.Toy, 0, Reason.Allowed));
    }

    [TestMethod]
    [Req("SENS-02")]
    public void Release_ByCodeAlone_GivesNoSecondTurn()
    {
        SensorRig rig = new SensorRig();
        rig.PressAt(0);

        rig.Switch.Release(10);
        Assert.AreEqual((int)Reason.SensorNotHeld, (int)rig.Switch.Press(20));
        rig.AssertOff(Reason.SensorNotHeld, "the button was never let go of");

        rig.ReleaseAt(30);
        Assert.AreEqual((int)Reason.Allowed, (int)rig.PressAt(40));
    }

    [TestMethod]
    public void Press_BeforeAHandshakeIsOver_Rests()
    {
        SensorRig rig = new SensorRig();
        rig.PressAt(0);

        rig.Board.RestUntil(5000);
        rig.AssertOff(Reason.SensorResting, "off at once");

        rig.ReleaseAt(100);
        Assert.AreEqual((int)Reason.SensorResting, (int)rig.PressAt(200));
        rig.AssertOff(Reason.SensorResting, "and not on again");

        Assert.AreEqual((int)Reason.Allowed, (int)rig.Switch.Press(5000));
        rig.AssertOn("after it");
    }

    [TestMethod]
    [Req("SENS-03")]
    public void Release_AfterReads_EveryBufferIsZero()
    {
        SensorRig rig = new SensorRig();
        byte[] one = new byte[100];
        byte[] two = new byte[50];
        rig.PressAt(0);

        Assert.AreEqual(10, rig.Switch.Read(one, 80, 10));
        Assert.AreEqual(20, rig.Switch.Read(one, 5, 20));
        Assert.AreEqual(50, rig.Switch.Read(two, 0, 50));
        Assert.AreEqual((int)FakeSensor.Voice, (int)one[89]);
        Assert.AreEqual((int)FakeSensor.Voice, (int)two[49]);

        rig.ReleaseAt(10);

        SensorRig.AssertZero(one);
        SensorRig.AssertZero(two);
    }

    [TestMethod]
    [Req("SENS-03")]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    [DataRow(4)]
    [DataRow(5)]
    [DataRow(6)]
    public void Turn_OffForAnyReason_TheBufferIsZero(int what)
    {
        SensorRig rig = new SensorRig();
        byte[] buffer = new byte[32];
        rig.PressAt(0);
        rig.Switch.Read(buffer, 0, 32);

        Spoil(rig, what);
        rig.Board.Turn(SensorSwitch.AskEveryMs);

        Assert.IsFalse(rig.Switch.IsOn);
        SensorRig.AssertZero(buffer);
    }

    [TestMethod]
    [Req("SENS-03")]
    public void Read_MoreBuffersThanAreRemembered_ReadsNothing()
    {
        SensorRig rig = new SensorRig();
        rig.PressAt(0);

        for (int i = 0; i < SensorSwitch.BuffersMax; i++)
        {
            Assert.AreEqual(8, rig.Switch.Read(new byte[8], 0, 8));
        }

        byte[] fifth = new byte[8];
        Assert.AreEqual(0, rig.Switch.Read(fifth, 0, 8));
        SensorRig.AssertZero(fifth);

        // Another turn has room again.
        rig.ReleaseAt(1);
        rig.PressAt(2);
        Assert.AreEqual(8, rig.Switch.Read(fifth, 0, 8));
    }

    [TestMethod]
    [Req("SENS-03")]
    public void Read_SwitchedOffInTheMiddle_LeavesNothing()
    {
        SensorRig rig = new SensorRig();
        byte[] buffer = new byte[16];
        rig.Driver.Meanwhile = rig;
        rig.PressAt(0);

        Assert.AreEqual(0, rig.Switch.Read(buffer, 0, 16));

        rig.AssertOff(Reason.SensorResting, "by somebody else");
        SensorRig.AssertZero(buffer);
    }

    [TestMethod]
    public void Read_Off_ReadsNothing()
    {
        SensorRig rig = new SensorRig();

        Assert.AreEqual(0, rig.Switch.Read(new byte[8], 0, 8));
        Assert.AreEqual(0, rig.Driver.Reads);
    }

    [TestMethod]
    [DataRow(-1, 1)]
    [DataRow(0, -1)]
    [DataRow(1, 8)]
    [DataRow(9, 0)]
    public void Read_NotAPartOfTheBuffer_Throws(int offset, int count)
    {
        SensorRig rig = new SensorRig();
        rig.PressAt(0);

        Check.Throws(typeof(ArgumentException), () => rig.Switch.Read(new byte[8], offset, count));
        rig.AssertOn("nothing was read and nothing happened");
    }

    [TestMethod]
    [DataRow(true, 0)]
    [DataRow(false, 1)]
    [DataRow(false, -9)]
    public void Read_DriverThrowsOrLies_OffAndZero(bool isThrown, int tooMuch)
    {
        SensorRig rig = new SensorRig();
        byte[] buffer = new byte[8];
        rig.Driver.ThrowsRead = isThrown;
        rig.Driver.ReadsTooMuch = tooMuch;
        rig.PressAt(0);

        Assert.AreEqual(0, rig.Switch.Read(buffer, 0, 8));

        rig.AssertOff(Reason.SensorBroken, "it cannot be trusted");
        SensorRig.AssertZero(buffer);
    }

    [TestMethod]
    [Req("SENS-01")]
    [DataRow(true, false)]
    [DataRow(false, true)]
    public void Press_DriverRefusesOrThrows_BothAreOff(bool isRefused, bool isThrown)
    {
        SensorRig rig = new SensorRig();
        rig.Driver.RefusesOn = isRefused;
        rig.Driver.ThrowsOn = isThrown;

        Assert.AreEqual((int)Reason.SensorBroken, (int)rig.PressAt(0));

        rig.AssertOff(Reason.SensorBroken, "broken");
    }

    [TestMethod]
    [Req("SENS-01")]
    public void TurnOff_DriverStaysOn_IsAskedUntilItGoesAndNothingGoesOnBefore()
    {
        SensorRig rig = new SensorRig();
        rig.PressAt(0);
        rig.Driver.RefusesOff = true;

        rig.ReleaseAt(10);
        Assert.IsTrue(rig.Driver.IsLit, "what is powered is lit, whatever was wanted");
        Assert.IsFalse(rig.Switch.IsOn);
        Assert.AreEqual(0, rig.Switch.Read(new byte[8], 0, 8));
        Assert.AreEqual((int)Reason.SensorBroken, (int)rig.PressAt(20));

        rig.Driver.RefusesOff = false;
        rig.Board.Turn(30);
        rig.AssertOff(Reason.SensorBroken, "the next turn got it off");
        Assert.AreEqual((int)Reason.Allowed, (int)rig.Switch.Press(40));
    }

    [TestMethod]
    [Req("SENS-01")]
    public void Turn_WatcherOfVerdictsThrows_IsOffFirst()
    {
        SensorRig rig = new SensorRig();
        rig.PressAt(0);
        rig.Gate.Watcher = new ThrowingWatcher();
        rig.Gate.PauseToy(PlayHome.Toy, true);

        Check.Throws(typeof(InvalidOperationException), () => rig.Switch.Turn(SensorSwitch.AskEveryMs));

        rig.AssertOff(Reason.SensorBroken, "off before anything else");
    }

    [TestMethod]
    public void Press_ButtonCannotBeRead_IsNotHeld()
    {
        SensorRig rig = new SensorRig();
        rig.Driver.IsButtonBroken = true;

        Assert.AreEqual((int)Reason.SensorNotHeld, (int)rig.PressAt(0));
        rig.AssertOff(Reason.SensorNotHeld, "nobody knows");
    }

    [TestMethod]
    public void TurnOff_WithNoReasonThatHolds_IsOffAllTheSame()
    {
        SensorRig rig = new SensorRig();
        rig.PressAt(0);

        rig.Switch.TurnOff(Reason.Allowed);

        rig.AssertOff(Reason.SensorNotHeld, "allowed is no reason");
    }

    [TestMethod]
    public void New_WithoutAPart_Throws()
    {
        SensorRig rig = new SensorRig();
        Check.Throws(typeof(ArgumentNullException), () => _ = new SensorSwitch(null!, 1, 1, rig.Driver, rig.Board));
        Check.Throws(typeof(ArgumentNullException), () => _ = new SensorSwitch(rig.Gate, 1, 1, null!, rig.Board));
        Check.Throws(typeof(ArgumentNullException), () => _ = new SensorSwitch(rig.Gate, 1, 1, rig.Driver, null!));
    }

    // One thing that has to end a turn, and the reason for it.
    private static Reason Spoil(SensorRig rig, int what)
    {
        switch (what)
        {
            case 0:
                rig.Gate.Agree(PlayHome.Toy, PlayHome.Microphone, 0);
                return Reason.SensorWaiting;
            case 1:
                rig.Gate.PauseToy(PlayHome.Toy, true);
                return Reason.ToyPaused;
            case 2:
                rig.Gate.PauseEverything(true);
                return Reason.EverythingPaused;
            case 3:
                rig.Gate.SetClock(PlayHome.At(PlayHome.Noon + 60));
                return Reason.SensorAgreementOver;
            case 4:
                rig.Gate.SetClock(default);
                return Reason.ClockUnknown;
            case 5:
                rig.Board.AllOff(Reason.SensorBroken);
                return Reason.SensorBroken;
            default:
                rig.Driver.IsButtonBroken = true;
                return Reason.SensorNotHeld;
        }
    }
}
