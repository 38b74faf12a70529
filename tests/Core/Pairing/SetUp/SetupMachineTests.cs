using ToyGuard.Core.Pairing.SetUp;

namespace ToyGuard.Core.Tests.Pairing.SetUp;

/// <summary>Goal: every state of half one answers every event as the table says. A digit is the step that is shown then (<see cref="SetupStep"/>).</summary>
[TestClass]
public class SetupMachineTests
{
    private const string Events = "PASTGWKFJNR";

    // P press, A plain ask, S sealed ask, T fifteen minutes, G guardian, W wiped, K told, F forgotten, J joined, N not joined, R another start.
    [TestMethod]
    [Req("PAIR-03")]
    [DataRow("unpaired, press needed", "21100110111")]
    [DataRow("unpaired, closed", "10000100001")]
    [DataRow("unpaired, choosing", "23200120221")]
    [DataRow("unpaired, chosen", "33300130333")]
    [DataRow("unpaired, trying", "33300130453")]
    [DataRow("unpaired, joined", "24400140444")]
    [DataRow("unpaired, joined and told", "24400140441")]
    [DataRow("unpaired, failed", "53500150551")]
    [DataRow("paired, closed", "20000100000")]
    [DataRow("paired, choosing", "22302120220")]
    [DataRow("paired, chosen", "33303130330")]
    [DataRow("paired, trying", "33303130450")]
    [DataRow("paired, joined", "24404140440")]
    [DataRow("paired, failed", "55305150550")]
    [DataRow("forgotten", "00000100000")]
    public void EveryState_EveryEvent_ShowsTheStepOfTheTable(string state, string steps)
    {
        for (int i = 0; i < Events.Length; i++)
        {
            SetupRig rig = In(state);
            Do(rig, Events[i]);
            Assert.AreEqual(steps[i] - '0', rig.Step, state + ", event " + Events[i].ToString());
        }
    }

    // Taken or not, in the same order of asks: plain, sealed.
    [TestMethod]
    [Req("PAIR-03")]
    [DataRow("unpaired, press needed", false, false)]
    [DataRow("unpaired, closed", false, false)]
    [DataRow("unpaired, choosing", true, false)]
    [DataRow("unpaired, chosen", true, false)]
    [DataRow("unpaired, trying", false, false)]
    [DataRow("unpaired, joined", false, false)]
    [DataRow("unpaired, joined and told", false, false)]
    [DataRow("unpaired, failed", true, false)]
    [DataRow("paired, closed", false, false)]
    [DataRow("paired, choosing", false, true)]
    [DataRow("paired, chosen", false, true)]
    [DataRow("paired, trying", false, false)]
    [DataRow("paired, joined", false, false)]
    [DataRow("paired, failed", false, true)]
    [DataRow("forgotten", false, false)]
    public void Ask_IsTakenOnlyAfterAPress_AndInItsWay(string state, bool plain, bool isSealed)
    {
        SetupRig rig = In(state);
        int writes = rig.Flash.Writes;
        Assert.AreEqual(plain, rig.Machine.Ask("Other", SetupRig.Key, false, rig.Now), state);
        Assert.AreEqual(plain, rig.Flash.Writes > writes, state);
        rig = In(state);
        writes = rig.Flash.Writes;
        Assert.AreEqual(isSealed, rig.Machine.Ask("Other", SetupRig.Key, true, rig.Now), state);
        Assert.AreEqual(isSealed, rig.Flash.Writes > writes, state);
    }

    [TestMethod]
    public void Ask_SameAgain_IsTakenWithoutAnotherWrite()
    {
        SetupRig rig = In("unpaired, trying");
        int writes = rig.Flash.Writes;
        Assert.IsTrue(rig.Ask("Hut"));
        Assert.AreEqual(writes, rig.Flash.Writes);
        Assert.IsFalse(rig.Machine.Ask("Hut", "another-key", false, rig.Now));
    }

    [TestMethod]
    [DataRow("", SetupRig.Key)]
    [DataRow("Hut", "short")]
    [DataRow("Hut", "1234567\u00e4")]
    [DataRow("123456789012345678901234567890123", SetupRig.Key)]
    public void Ask_UnfitTexts_AreRefused(string ssid, string key)
    {
        Assert.IsFalse(In("unpaired, choosing").Machine.Ask(ssid, key, false, 1000));
        Assert.IsFalse(In("paired, closed").Machine.Add(ssid, key, ""));
    }

    [TestMethod]
    public void Ask_ThatFlashRefuses_IsRefused()
    {
        SetupRig rig = In("unpaired, choosing");
        rig.Flash.Break(28, FlashFault.ProgramFails);
        rig.Flash.Break(29, FlashFault.ProgramFails);
        Assert.IsFalse(rig.Ask("Hut"));
        Assert.AreEqual((int)SetupStep.Choose, rig.Step);
        Assert.AreNotEqual((int)SetupTask.TryChosen, rig.Next(false));
    }

    // The own Wi-Fi closes to the millisecond, whoever presses late finds it closed.
    [TestMethod]
    [Req("PAIR-03")]
    [DataRow(false, 900000)]
    [DataRow(true, 600000)]
    public void OwnWifi_EndsByItself(bool isPaired, int forMs)
    {
        SetupRig rig = new(isPaired);
        rig.Now += 500;
        rig.Machine.Press(rig.Now);
        Assert.AreEqual(forMs / 1000, rig.Machine.View(SetupRig.Heard, rig.Now).SecondsLeft);
        rig.Now += forMs - 1;
        rig.Next(false);
        Assert.IsTrue(rig.Machine.IsOwnOpen);
        Assert.AreEqual((int)SetupStep.Choose, rig.Step);
        Assert.AreEqual(1, rig.Machine.View(SetupRig.Heard, rig.Now).SecondsLeft);
        rig.Now++;
        Assert.AreEqual((int)SetupStep.Off, rig.Step);
        Assert.IsFalse(rig.Ask("Hut"));
        rig.Next(false);
        Assert.IsFalse(rig.Machine.IsOwnOpen);
    }

    [TestMethod]
    [Req("PAIR-05")]
    public void OwnWifi_OfAStart_IsOpenOnlyWhileNobodyIsPaired()
    {
        SetupRig rig = new(false);
        Assert.IsTrue(rig.Machine.IsOwnOpen);
        rig.Machine.SetPaired(true, rig.Now);
        Assert.IsFalse(rig.Machine.IsOwnOpen);
        rig.Start(true);
        rig.Next(false);
        Assert.IsFalse(rig.Machine.IsOwnOpen);
    }

    // What somebody else nearby could see: nothing before a press on the device.
    [TestMethod]
    [Req("ATT-03")]
    public void View_BeforeAPress_NamesNoNetwork()
    {
        SetupRig rig = In("unpaired, joined");
        Assert.AreEqual("Hut", rig.Machine.View(SetupRig.Heard, rig.Now).Ssid);
        Assert.AreEqual(1, rig.Machine.View(SetupRig.Heard, rig.Now).Networks.Length);
        rig.Start(false);
        SetupView view = rig.Machine.View(SetupRig.Heard, rig.Now);
        Assert.AreEqual((int)SetupStep.Joined, (int)view.Step);
        Assert.AreEqual("", view.Ssid);
        Assert.AreEqual(0, view.Networks.Length);
        view = new SetupRig(false).Machine.View(SetupRig.Heard, rig.Now);
        Assert.AreEqual(0, view.Networks.Length);
    }

    [TestMethod]
    public void View_ChangesNothing()
    {
        SetupRig rig = In("unpaired, failed");
        int writes = rig.Flash.Writes;

        for (int i = 0; i < 10; i++)
        {
            Assert.AreEqual((int)WifiFault.WrongKey, (int)rig.Machine.View(SetupRig.Heard, rig.Now).Fault);
            Assert.AreEqual((int)SetupStep.Off, (int)rig.Machine.View(SetupRig.Heard, rig.Now + 10000000).Step);
        }

        Assert.AreEqual(writes, rig.Flash.Writes);
        Assert.AreEqual((int)SetupStep.Failed, rig.Step);
    }

    private static void Do(SetupRig rig, char what)
    {
        SetupMachine machine = rig.Machine;

        switch (what)
        {
            case 'P':
                machine.Press(rig.Now);
                break;
            case 'A':
                machine.Ask("Other", SetupRig.Key, false, rig.Now);
                break;
            case 'S':
                machine.Ask("Other", SetupRig.Key, true, rig.Now);
                break;
            case 'T':
                rig.Now += SetupMachine.FirstOwnMs;
                rig.Next(false);
                break;
            case 'G':
                machine.SetPaired(true, rig.Now);
                break;
            case 'W':
                machine.Forget();
                machine.SetPaired(false, rig.Now);
                break;
            case 'K':
                machine.OnTold(rig.Now);
                break;
            case 'F':
                machine.Forget();
                break;
            case 'J':
                machine.End(WifiFault.None, rig.Now);
                break;
            case 'N':
                machine.End(WifiFault.NoAddress, rig.Now);
                break;
            default:
                rig.Start(machine.IsPaired);
                break;
        }
    }

    private static SetupRig In(string state)
    {
        SetupRig rig = new(state[0] != 'u');
        rig.Now += SetupRig.DelayMs;
        int comma = state.IndexOf(',');
        string what = comma < 0 ? state : state.Substring(comma + 2);

        switch (what)
        {
            case "press needed":
                break;
            case "closed":
                rig.Now += SetupMachine.FirstOwnMs;
                rig.Next(false);
                break;
            case "choosing":
                rig.Machine.Press(rig.Now);
                break;
            case "chosen":
                rig.Machine.Press(rig.Now);
                Assert.IsTrue(rig.Ask("Hut"));
                break;
            case "trying":
                rig.Machine.Press(rig.Now);
                Assert.IsTrue(rig.Ask("Hut"));
                Assert.IsTrue(rig.Machine.Begin(rig.Now));
                break;
            case "joined":
                rig.Try("Hut", WifiFault.None);
                break;
            case "joined and told":
                rig.Try("Hut", WifiFault.None);
                rig.Machine.OnTold(rig.Now);
                break;
            case "failed":
                rig.Try("Hut", WifiFault.WrongKey);
                break;
            default:
                rig.Machine.Forget();
                break;
        }

        return rig;
    }
}
