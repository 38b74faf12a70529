using ToyGuard.Core.Boot;
using ToyGuard.Core.Pairing.SetUp;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Tests.Pairing.SetUp;

/// <summary>Goal: what was chosen is stored before it is tried and told after it, over any power cut; a network that works is given up only for one that was tried.</summary>
[TestClass]
public class SetupTriesTests
{
    private const int None = (int)SetupTask.None;
    private const int Listen = (int)SetupTask.Listen;
    private const int TryChosen = (int)SetupTask.TryChosen;
    private const int TryKnown = (int)SetupTask.TryKnown;

    // A street that gets its power back: nobody joins at once, not even what was chosen before (RES-02).
    [TestMethod]
    [Req("RES-02")]
    [DataRow(false, TryKnown)]
    [DataRow(true, TryChosen)]
    public void Start_WaitsBeforeItJoins(bool isChosen, int task)
    {
        SetupRig rig = new(SetupRig.Remembering("Hut"), true);

        if (isChosen)
        {
            rig.Machine.Press(rig.Now);
            Assert.IsTrue(rig.Ask("Barn"));
            rig.Start(true);
        }

        rig.Now += SetupRig.DelayMs - 1;
        Assert.AreEqual(None, rig.Next(false));
        rig.Now++;
        Assert.AreEqual(task, rig.Next(false));
    }

    [TestMethod]
    [Req("RES-02")]
    public void LostNetwork_IsJoinedAgainAfterAWait_ThatGrows()
    {
        SetupRig rig = new(SetupRig.Remembering("Hut"), true);
        rig.Now += 100000;
        Assert.AreEqual(None, rig.Next(true));
        Assert.AreEqual(None, rig.Next(false));
        int waitMs = SetupRig.DelayMs * 2;

        for (int i = 0; i < 10; i++)
        {
            rig.Now += waitMs - 1;
            Assert.AreEqual(None, rig.Next(false), "try " + i);
            rig.Now++;
            Assert.AreEqual(TryKnown, rig.Next(false), "try " + i);
            rig.Machine.EndKnown(false, rig.Now);
            waitMs = waitMs * 2 < JoinDelay.CapMs ? waitMs * 2 : JoinDelay.CapMs;
        }

        rig.Machine.EndKnown(true, rig.Now);
        Assert.AreEqual(None, rig.Next(true));
        Assert.AreEqual(None, rig.Next(false));
        rig.Now += SetupRig.DelayMs;
        Assert.AreEqual(TryKnown, rig.Next(false));
    }

    // A hub whose router is gone: its toys are thrown out at each try, and stay for longer and longer between two of them.
    [TestMethod]
    [Req("RES-02")]
    [DataRow(true)]
    [DataRow(false)]
    public void Hub_AfterThreeFailures_TriesRest_ThoughItsWifiIsNotOpenForSetUp(bool isForToys)
    {
        SetupRig rig = new(SetupRig.Remembering("Hut"), true);
        rig.Chance = 0;
        rig.Start(true, isForToys);
        int restMs = TryRest.FirstMs;

        for (int failures = 1; failures < 12; failures++)
        {
            Assert.AreEqual(TryKnown, rig.Next(false), "try " + failures);
            rig.Machine.EndKnown(false, rig.Now);

            if (isForToys && failures >= TryRest.FreeTries)
            {
                rig.Now += restMs - 1;
                Assert.AreEqual(None, rig.Next(false), "rest " + failures);
                rig.Now++;
                restMs = restMs * 2 < TryRest.LongestMs ? restMs * 2 : TryRest.LongestMs;
            }
        }

        // Joined and lost again: the first tries are free again.
        rig.Machine.EndKnown(true, rig.Now);
        rig.Next(true);

        for (int failures = 1; failures <= TryRest.FreeTries; failures++)
        {
            Assert.AreEqual(TryKnown, rig.Next(false), "try again " + failures);
            rig.Machine.EndKnown(false, rig.Now);
        }
    }

    [TestMethod]
    public void NothingRemembered_NothingIsTried()
    {
        SetupRig rig = new(true);
        rig.Now += 10000000;
        Assert.AreEqual(None, rig.Next(false));
    }

    // Each try throws the phones out, and somebody is typing.
    [TestMethod]
    public void Choosing_NothingElseIsTried()
    {
        SetupRig rig = new(SetupRig.Remembering("Hut"), false);
        rig.Machine.Press(rig.Now);
        Assert.AreEqual(Listen, rig.Next(false));
        rig.Machine.OnListened();
        rig.Now += SetupMachine.FirstOwnMs - 1;
        Assert.AreEqual(None, rig.Next(false));
        rig.Now++;
        Assert.AreEqual(TryKnown, rig.Next(false));
    }

    // A page that waits for the press is not thrown out more often than it has to be.
    [TestMethod]
    public void OwnWifiOpen_TriesOfRememberedNetworksRest()
    {
        SetupRig rig = new(SetupRig.Remembering("Hut"), false);
        rig.Machine.OnListened();

        rig.Chance = 0;
        rig.Now += SetupRig.DelayMs;
        int restMs = TryRest.FirstMs;

        for (int i = 1; i < 7; i++)
        {
            Assert.AreEqual(TryKnown, rig.Next(false), "try " + i);
            rig.Machine.EndKnown(false, rig.Now);

            if (i >= TryRest.FreeTries)
            {
                rig.Now += restMs - 1;
                Assert.AreEqual(None, rig.Next(false), "try " + i);
                rig.Now++;
                restMs *= 2;
            }
        }
    }

    [TestMethod]
    public void ThreeFailures_TheFourthRests_AndAPressEndsThat()
    {
        SetupRig rig = new(false);
        rig.Now += SetupRig.DelayMs;
        rig.Machine.Press(rig.Now);
        rig.Machine.Press(rig.Now);

        for (int i = 0; i < 3; i++)
        {
            Assert.IsTrue(rig.Ask("Hut"));
            Assert.IsFalse(rig.Machine.View(SetupRig.Heard, rig.Now).Rests);
            rig.TryChosen(WifiFault.WrongKey);
        }

        Assert.IsTrue(rig.Ask("Hut"));
        Assert.IsTrue(rig.Machine.View(SetupRig.Heard, rig.Now).Rests);
        Assert.AreEqual(None, rig.Next(false));
        rig.Now += TryRest.FirstMs - 1;
        Assert.AreEqual(None, rig.Next(false));
        rig.Now++;
        Assert.IsFalse(rig.Machine.View(SetupRig.Heard, rig.Now).Rests);
        rig.TryChosen(WifiFault.WrongKey);
        Assert.IsTrue(rig.Ask("Hut"));
        rig.Now += TryRest.FirstMs;
        Assert.AreEqual(None, rig.Next(false));
        rig.Machine.Press(rig.Now);
        Assert.AreEqual(TryChosen, rig.Next(false));
    }

    // Tried before it replaces: the one that was given up for the try is the next thing that is joined, at once.
    [TestMethod]
    public void FailedTry_RejoinsWhatItGaveUp()
    {
        SetupRig rig = new(SetupRig.Remembering("Hut"), true);
        rig.Now += SetupRig.DelayMs;
        rig.Machine.Press(rig.Now);
        Assert.IsTrue(rig.Ask("Barn"));
        Assert.AreEqual(TryChosen, rig.Next(true));
        Assert.IsTrue(rig.Machine.Begin(rig.Now));
        Assert.AreEqual(None, rig.Next(false));
        rig.Machine.End(WifiFault.WrongKey, rig.Now);
        Assert.AreEqual("Hut", rig.Machine.Known[0].Ssid);
        Assert.AreEqual(1, rig.Machine.Known.Length);
        Assert.AreEqual(TryKnown, rig.Next(false));
        rig.Machine.EndKnown(true, rig.Now);
        Assert.AreEqual((int)SetupStep.Failed, rig.Step);
        Assert.AreEqual(Listen, rig.Next(true));
    }

    [TestMethod]
    public void JoinedTry_IsTheNewest_AndIsStayedIn()
    {
        SetupRig rig = new(SetupRig.Remembering("Hut"), true);
        rig.Now += SetupRig.DelayMs;
        rig.Machine.Press(rig.Now);
        Assert.IsTrue(rig.Ask("Barn"));
        rig.Next(true);
        Assert.IsTrue(rig.Machine.Begin(rig.Now));
        rig.Machine.End(WifiFault.None, rig.Now);
        Assert.AreEqual("Barn", rig.Machine.Known[0].Ssid);
        Assert.AreEqual("Hut", rig.Machine.Known[1].Ssid);
        rig.Machine.OnListened();
        Assert.AreEqual(None, rig.Next(true));
    }

    // A phone that was thrown out hears of it when it is back; once it did, the own Wi-Fi goes.
    [TestMethod]
    [Req("PAIR-05")]
    public void Joined_OwnWifiStaysUntilSomebodyWasTold()
    {
        SetupRig rig = new(false);
        rig.Now += SetupRig.DelayMs;
        rig.Try("Hut", WifiFault.None);
        rig.Now += 5 * 60 * 1000;
        rig.Next(true);
        Assert.AreEqual((int)SetupStep.Joined, rig.Step);
        rig.Machine.OnTold(rig.Now);
        rig.Now += SetupMachine.ToldOwnMs - 1;
        rig.Machine.OnTold(rig.Now);
        rig.Next(true);
        Assert.AreEqual((int)SetupStep.Joined, rig.Step);
        rig.Now++;
        rig.Next(true);
        Assert.IsFalse(rig.Machine.IsOwnOpen);
    }

    // Also when nobody ever comes back.
    [TestMethod]
    [Req("PAIR-05")]
    public void Joined_NobodyIsTold_OwnWifiGoesWithItsTime()
    {
        SetupRig rig = new(false);
        rig.Now += SetupRig.DelayMs;
        rig.Try("Hut", WifiFault.None);
        rig.Now += SetupMachine.FirstOwnMs;
        rig.Next(true);
        Assert.IsFalse(rig.Machine.IsOwnOpen);
    }

    // A start that finds the network of before needs no set-up.
    [TestMethod]
    [Req("PAIR-05")]
    public void JoinedWithoutBeingAsked_OwnWifiCloses()
    {
        SetupRig rig = new(SetupRig.Remembering("Hut"), false);
        Assert.IsTrue(rig.Machine.IsOwnOpen);
        rig.Next(true);
        Assert.IsFalse(rig.Machine.IsOwnOpen);
    }

    [TestMethod]
    public void Result_SurvivesAStart_UntilItIsTold()
    {
        SetupRig rig = new(false);
        rig.Now += SetupRig.DelayMs;
        rig.Try("Hut", WifiFault.NoAddress);
        rig.Start(false);
        SetupView view = rig.Machine.View(SetupRig.Heard, rig.Now);
        Assert.AreEqual((int)SetupStep.Press, (int)view.Step);
        Assert.AreEqual((int)WifiFault.NoAddress, (int)view.Fault);
        rig.Machine.Press(rig.Now);
        view = rig.Machine.View(SetupRig.Heard, rig.Now);
        Assert.AreEqual((int)SetupStep.Failed, (int)view.Step);
        Assert.AreEqual("Hut", view.Ssid);
        rig.Machine.OnTold(rig.Now);
        int writes = rig.Flash.Writes;
        rig.Machine.OnTold(rig.Now);
        Assert.AreEqual(writes, rig.Flash.Writes);
        Assert.AreEqual((int)SetupStep.Failed, rig.Step);
        rig.Start(false);
        rig.Machine.Press(rig.Now);
        Assert.AreEqual((int)SetupStep.Choose, rig.Step);
    }

    // A try in which the power goes each time ends all the same.
    [TestMethod]
    [Req("RES-02")]
    public void PowerCutInEveryTry_IsGivenUpAfterThree()
    {
        SetupRig rig = new(false);
        rig.Machine.Press(rig.Now);
        Assert.IsTrue(rig.Ask("Hut"));

        for (int i = 0; i < SetupMachine.BeginsMax; i++)
        {
            rig.Start(false);
            rig.Now += SetupRig.DelayMs;
            Assert.AreEqual(TryChosen, rig.Next(false), "start " + i);
            Assert.IsTrue(rig.Machine.Begin(rig.Now), "start " + i);
        }

        rig.Start(false);
        rig.Now += SetupRig.DelayMs;
        Assert.AreEqual(TryChosen, rig.Next(false));
        Assert.IsFalse(rig.Machine.Begin(rig.Now));
        Assert.AreEqual((int)WifiFault.Failed, (int)rig.Machine.View(SetupRig.Heard, rig.Now).Fault);
        rig.Start(false);
        rig.Machine.Press(rig.Now);
        Assert.AreEqual((int)SetupStep.Failed, rig.Step);
        Assert.IsNull(rig.Machine.Chosen);
    }

    [TestMethod]
    public void BrokenRadio_IsATryThatBegan()
    {
        SetupRig rig = new(false);
        rig.Machine.Press(rig.Now);
        Assert.IsTrue(rig.Ask("Hut"));
        Assert.IsTrue(rig.Machine.Begin(rig.Now));
        rig.Machine.OnBroken();
        Assert.AreEqual(TryChosen, rig.Next(false));
        Assert.AreEqual(1, rig.Machine.Chosen!.Begun);
    }

    // Stored before it is tried: flash that does not take it is reason enough not to try.
    [TestMethod]
    public void Begin_ThatFlashRefuses_IsAFailure()
    {
        SetupRig rig = new(false);
        rig.Machine.Press(rig.Now);
        Assert.IsTrue(rig.Ask("Hut"));
        rig.Flash.Break(FlashLayout.SetupA, FlashFault.ProgramFails);
        rig.Flash.Break(FlashLayout.SetupB, FlashFault.ProgramFails);
        Assert.IsFalse(rig.Machine.Begin(rig.Now));
        Assert.AreEqual((int)SetupStep.Failed, rig.Step);
    }

    [TestMethod]
    [Req("PAIR-05")]
    public void Judge_OpenNetworkUnderARememberedName_IsNotTried()
    {
        WifiNetwork[] heard = { new("Hut", 3, WifiKind.Open) };
        SetupRig rig = new(SetupRig.Remembering("Hut"), true);
        Assert.AreEqual((int)WifiFault.Failed, (int)rig.Machine.Judge(heard, "Hut", SetupRig.Key));
        Assert.AreEqual((int)WifiFault.Failed, (int)rig.Machine.Judge(heard, "Hut", ""));
        Assert.AreEqual((int)WifiFault.None, (int)new SetupRig(true).Machine.Judge(heard, "Hut", ""));
    }

    // Every byte at which the power can go between choosing and telling: it is chosen, joined or told, and what is remembered works.
    [TestMethod]
    [Req("RES-02")]
    public void PowerCut_AtEveryStep_NeverLosesTheNetworkThatWorks()
    {
        FlashModel before = SetupRig.Remembering("Hut");

        for (int steps = 0; steps < 2000; steps += 7)
        {
            FlashModel flash = new() { Cut = FlashCut.Prefix, Seed = steps };
            flash.CopyFrom(before);
            SetupRig rig = new(flash, true);
            flash.CutAfter(steps);
            rig.Machine.Press(rig.Now);
            bool isChosen = rig.Ask("Barn");
            bool hasBegun = isChosen && rig.Machine.Begin(rig.Now);
            rig.Machine.End(WifiFault.None, rig.Now);
            rig.Machine.OnTold(rig.Now);
            bool isWhole = !flash.IsOff;
            flash.PowerOn();
            rig.Start(true);
            KnownNetwork[] known = rig.Machine.Known;
            bool isJoined = known.Length == 2 && known[0].Ssid == "Barn";
            Assert.AreEqual("Hut", known[known.Length - 1].Ssid, "cut after " + steps);
            Assert.IsTrue(!hasBegun || isJoined || rig.Machine.Chosen is not null, "cut after " + steps);
            Assert.IsTrue(!isWhole || isJoined, "cut after " + steps);
        }
    }

    [TestMethod]
    [Req("DEL-01")]
    public void Forgotten_NothingIsKeptOrTried()
    {
        SetupRig rig = new(SetupRig.Remembering("Hut"), true);
        rig.Machine.Press(rig.Now);
        Assert.IsTrue(rig.Ask("Barn"));
        Assert.IsTrue(rig.Machine.Begin(rig.Now));
        Assert.IsTrue(rig.Machine.Forget());
        rig.Machine.End(WifiFault.None, rig.Now);
        rig.Machine.Press(rig.Now);
        Assert.IsFalse(rig.Ask("Barn"));
        Assert.IsFalse(rig.Machine.Add("Barn", SetupRig.Key, ""));
        rig.Now += 10000000;
        Assert.AreEqual(None, rig.Next(false));
        Assert.AreEqual(0, rig.Machine.Known.Length);
        Assert.AreEqual(0, rig.Flash.Held(FlashLayout.SetupA).Length);
        Assert.AreEqual(0, rig.Flash.Held(FlashLayout.SetupB).Length);
    }
}
