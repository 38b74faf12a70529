using ToyGuard.Core.Boot;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Records;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Storage;
using ToyGuard.Core.Tests.Policy;
using ToyGuard.Core.Tests.Settings;
using ToyGuard.Fakes;

namespace ToyGuard.Core.Tests.Boot;

/// <summary>
/// Goal: whatever a flash holds or does, a start ends with rules that are never looser than the newest kept, and says what it found.
/// Method: a device in memory, paired and saved, whose flash is then damaged, emptied, broken or cut in one place after the other.
/// </summary>
[TestClass]
public class BootSequenceTests
{
    [TestMethod]
    public void Run_NewDevice_IsStrictAndFindsNothing()
    {
        BootRig rig = new BootRig();
        BootOutcome outcome = rig.Boot();

        AssertStage(BootStage.Normal, outcome);
        AssertFindings(outcome);
        AssertInForce(FamilySettings.Strict, outcome);
        Assert.AreEqual(1, (int)outcome.BootNumber);
    }

    [TestMethod]
    public void Run_SettingsAreKept_TheyAreInForce()
    {
        BootRig rig = BootRig.Paired();
        BootOutcome outcome = rig.Boot();

        AssertStage(BootStage.Normal, outcome);
        AssertFindings(outcome);
        AssertInForce(Family.AllWell(), outcome);
    }

    [TestMethod]
    [Req("DEF-03")]
    public void Run_OneCopyIsDamaged_IsRepairedFromTheOther()
    {
        for (int area = FlashLayout.SettingsA; area <= FlashLayout.SettingsB; area++)
        {
            BootRig rig = BootRig.Paired();
            rig.Flash.Rot(area, 20, 1);
            BootOutcome outcome = rig.Boot();

            AssertStage(BootStage.Normal, outcome);
            AssertFindings(outcome, BootFinding.SettingsRepaired);
            AssertInForce(Family.AllWell(), outcome);
            AssertFindings(rig.Boot(true));
            Assert.AreEqual(1, rig.Count(RecordKind.SettingsRepaired));
        }
    }

    [TestMethod]
    [Req("DEF-03")]
    public void Run_OneCopyCannotBeRepaired_SettingsCountAllTheSame()
    {
        BootRig rig = BootRig.Paired();
        rig.Flash.Rot(FlashLayout.SettingsB, 20, 1);
        rig.Flash.Break(FlashLayout.SettingsB, FlashFault.Stuck);
        BootOutcome outcome = rig.Boot();

        AssertStage(BootStage.Normal, outcome);
        AssertFindings(outcome, BootFinding.SettingsOneCopy);
        AssertInForce(Family.AllWell(), outcome);
    }

    [TestMethod]
    [Req("DEF-03")]
    [Req("UPD-04")]
    public void Run_BothCopiesAreDamaged_IsStrictSafeAndSaysSo()
    {
        BootRig rig = BootRig.Paired();
        rig.Flash.Rot(FlashLayout.SettingsA, 20, 1);
        rig.Flash.Rot(FlashLayout.SettingsB, 21, 1);
        BootOutcome outcome = rig.Boot();

        AssertStage(BootStage.Safe, outcome);
        AssertFindings(outcome, BootFinding.SettingsDamaged);
        AssertInForce(FamilySettings.Strict, outcome);
        Assert.AreEqual(1, rig.Count(RecordKind.SettingsDamaged));
    }

    [TestMethod]
    [Req("DEF-03")]
    public void Run_SettingsCannotBeRead_IsStrict()
    {
        BootRig rig = BootRig.Paired();
        rig.Flash.Break(FlashLayout.SettingsA, FlashFault.ReadFails);
        rig.Flash.Break(FlashLayout.SettingsB, FlashFault.ReadFails);
        BootOutcome outcome = rig.Boot();

        AssertStage(BootStage.Safe, outcome);
        AssertInForce(FamilySettings.Strict, outcome);
    }

    [TestMethod]
    [Req("DEF-03")]
    public void Run_SettingsAreGoneAndOthersAreNot_IsStrictSafeAndSaysSo()
    {
        BootRig rig = BootRig.Paired();
        rig.Flash.Put(FlashLayout.SettingsA, new byte[0]);
        rig.Flash.Put(FlashLayout.SettingsB, new byte[0]);
        BootOutcome outcome = rig.Boot();

        AssertStage(BootStage.Safe, outcome);
        AssertFindings(outcome, BootFinding.SettingsLost);
        AssertInForce(FamilySettings.Strict, outcome);
    }

    [TestMethod]
    [Req("DEF-03")]
    public void Run_SettingsAreOfANewerVersion_IsStrictSafeAndLeavesThem()
    {
        BootRig rig = BootRig.Paired();
        byte[] newer = SettingsCodec.Write(Family.AllWell());
        newer[0]++;
        Assert.IsTrue(rig.Sequence.Store.Save(newer));
        byte[] held = rig.Flash.Held(FlashLayout.SettingsA);
        BootOutcome outcome = rig.Boot();

        AssertStage(BootStage.Safe, outcome);
        AssertFindings(outcome, BootFinding.SettingsNewer);
        AssertInForce(FamilySettings.Strict, outcome);
        Assert.AreEqual(Family.HexOf(held), Family.HexOf(rig.Flash.Held(FlashLayout.SettingsA)), "an update may still read them");
    }

    [TestMethod]
    [Req("PCTL-03")]
    public void Run_UsageIsGone_TodayIsUsedUp()
    {
        BootRig rig = BootRig.Paired();
        rig.Flash.Put(FlashLayout.UsageA, new byte[0]);
        rig.Flash.Put(FlashLayout.UsageB, new byte[0]);
        BootOutcome outcome = rig.Boot();

        AssertStage(BootStage.Normal, outcome);
        AssertFindings(outcome, BootFinding.UsageUnknown);
        GateState state = new GateState(Household.StatesOf(outcome.Settings, new DeclaredToy[] { Family.DeclaredBear() }));
        rig.Sequence.Usage.GiveBack(state);
        Assert.AreEqual(long.MaxValue, state.Toys[0].EndpointAt(1)!.BytesToday);
    }

    [TestMethod]
    [Req("UPD-04")]
    public void Run_EveryCountOfBadBoots_GivesTheStage()
    {
        BootRig rig = BootRig.Paired();

        for (int bad = 0; bad < 8; bad++)
        {
            BootOutcome outcome = rig.Boot();
            AssertStage(BootLadder.Of(bad), outcome);
            Assert.AreEqual(bad, outcome.BadBoots);
            Assert.IsTrue(Strictness.IsNeverLooser(outcome.Settings, Family.AllWell()), bad.ToString());
            Assert.IsTrue(outcome.Settings.IsPaired, "paired stays known");
            Assert.AreEqual(bad >= BootLadder.SafeAfter, outcome.Settings.IsEverythingPaused, bad.ToString());
        }

        Assert.AreEqual(5, rig.Count(RecordKind.LadderStageEntered));
    }

    [TestMethod]
    [Req("UPD-04")]
    public void Run_GoodBootAtAnyStage_NextIsNormalWithTheNewest()
    {
        for (int bad = 0; bad < 8; bad++)
        {
            BootRig rig = BootRig.Paired();

            for (int i = 0; i < bad; i++)
            {
                rig.Boot(false);
            }

            rig.Boot(true);
            BootOutcome outcome = rig.Boot();
            AssertStage(BootStage.Normal, outcome);
            AssertInForce(Family.AllWell(), outcome);
        }
    }

    [TestMethod]
    [Req("UPD-04")]
    [Req("DEF-03")]
    public void Run_LastGood_IsTheStricterOfBothInEveryField()
    {
        Dice dice = new Dice(20261122);

        for (int i = 0; i < 200; i++)
        {
            BootRig rig = BootRig.Paired();
            FamilySettings good = Family.Any(dice).WithPaired(true);
            FamilySettings newest = Family.Any(dice).WithPaired(true);
            Assert.IsTrue(rig.Save(good).IsSaved);
            rig.Boot(true);
            Assert.IsTrue(rig.Keeper().MarkGood());
            Assert.IsTrue(rig.Save(newest).IsSaved);

            for (int boot = 0; boot < BootLadder.LastGoodAfter; boot++)
            {
                rig.Boot(false);
            }

            BootOutcome outcome = rig.Boot();
            AssertStage(BootStage.LastGood, outcome);
            Family.AssertRanking(Ranking.Equal, Strictness.Merge(good, newest), outcome.Settings, i.ToString());
            Assert.IsTrue(Strictness.IsNeverLooser(outcome.Settings, newest), i.ToString());
            Assert.IsTrue(outcome.Has(BootFinding.LadderLastGood));
        }
    }

    [TestMethod]
    [Req("DEF-03")]
    public void Run_LastGoodOfBeforePairingOrNone_StaysPairedAndHeld()
    {
        for (int i = 0; i < 3; i++)
        {
            BootRig rig = BootRig.Paired();

            if (i == 0)
            {
                Assert.IsTrue(rig.Flash.Erase(FlashLayout.SettingsGood));
            }
            else if (i == 1)
            {
                rig.Flash.Rot(FlashLayout.SettingsGood, 20, 1);
            }
            else
            {
                byte[] unpaired = SettingsCodec.Write(FamilySettings.Strict);
                Assert.IsTrue(rig.Sequence.Good.Write(1, unpaired, unpaired.Length));
            }

            rig.Boot(false);
            rig.Boot(false);
            rig.Boot(false);
            BootOutcome outcome = rig.Boot();

            AssertStage(BootStage.LastGood, outcome);
            Assert.IsTrue(outcome.Settings.IsPaired, i.ToString());
            Assert.IsTrue(outcome.Settings.IsEverythingPaused, i.ToString());
        }
    }

    [TestMethod]
    [Req("DEL-01")]
    public void Run_WipeWasCutOff_IsEndedFirstAndNobodyIsPaired()
    {
        BootRig rig = BootRig.Paired();
        rig.IsDriveStuck = true;
        Assert.IsFalse(rig.Sequence.Eraser.Run());
        Assert.IsTrue(rig.Flash.Held(FlashLayout.SettingsA).Length > 0, "the settings are still there");

        BootOutcome held = rig.Boot();
        AssertStage(BootStage.Safe, held);
        Assert.IsTrue(held.Has(BootFinding.WipeUnfinished));
        AssertInForce(FamilySettings.Strict, held);

        rig.IsDriveStuck = false;
        BootOutcome ended = rig.Boot();
        AssertStage(BootStage.Normal, ended);
        AssertFindings(ended, BootFinding.WipeFinished);
        AssertInForce(FamilySettings.Strict, ended);
        Assert.AreEqual(1, rig.Count(RecordKind.WipeDone));
        AssertFindings(rig.Boot());
    }

    [TestMethod]
    [Req("UPD-04")]
    public void Run_DeviceComputesWrong_IsSafe()
    {
        BootRig rig = BootRig.Paired();
        rig.IsHmacWrong = true;
        BootOutcome outcome = rig.Boot();

        AssertStage(BootStage.Safe, outcome);
        Assert.IsTrue(outcome.Has(BootFinding.SelfCheckFailed));
        Assert.IsTrue(outcome.Settings.IsEverythingPaused);
        Assert.AreEqual(1, rig.Count(RecordKind.StartFailed));
    }

    [TestMethod]
    [Req("RES-01")]
    public void Run_EachCallFails_IsNeverLooserAndGoesOn()
    {
        BootRig made = BootRig.Paired();
        int calls = CallsOfABoot(made);

        for (int call = 0; call < calls; call++)
        {
            BootRig rig = new BootRig();
            rig.Flash.CopyFrom(made.Flash);
            rig.Flash.FailAt(call);
            BootOutcome outcome = rig.Boot();

            Assert.IsTrue(Strictness.IsNeverLooser(outcome.Settings, Family.AllWell()), call.ToString());

            // What failed once did no harm that lasts.
            rig.Flash.FailAt(-1);
            BootOutcome next = rig.Boot(true);
            Assert.IsTrue(Strictness.IsNeverLooser(next.Settings, Family.AllWell()), call.ToString());
            AssertInForce(Family.AllWell(), rig.Boot());
        }
    }

    [TestMethod]
    [Req("RES-02")]
    public void Run_CutAtEachStepThreeTimes_LosesNoSettings()
    {
        BootRig made = BootRig.Paired();
        FlashModel before = new FlashModel();
        before.CopyFrom(made.Flash);
        int steps = StepsOfABoot(made);

        for (int cut = 0; cut < steps; cut++)
        {
            BootRig rig = new BootRig();
            rig.Flash.CopyFrom(before);

            for (int i = 0; i < BootLadder.LastGoodAfter; i++)
            {
                rig.Flash.CutAfter(cut);
                rig.Boot();
                rig.Flash.PowerOn();
            }

            BootOutcome outcome = rig.Boot(true);
            Assert.IsTrue(outcome.Settings.IsPaired, cut.ToString());
            AssertInForce(Family.AllWell(), rig.Boot());
        }
    }

    private static int CallsOfABoot(BootRig made)
    {
        BootRig rig = new BootRig();
        rig.Flash.CopyFrom(made.Flash);
        int before = rig.Flash.Calls;
        rig.Boot();

        return rig.Flash.Calls - before;
    }

    private static int StepsOfABoot(BootRig made)
    {
        BootRig rig = new BootRig();
        rig.Flash.CopyFrom(made.Flash);
        int before = rig.Flash.Steps;
        rig.Boot();

        return rig.Flash.Steps - before;
    }

    private static void AssertStage(BootStage expected, BootOutcome outcome)
    {
        Assert.AreEqual((int)expected, (int)outcome.Stage, Names(outcome));
    }

    private static void AssertInForce(FamilySettings expected, BootOutcome outcome)
    {
        Family.AssertSame(expected, outcome.Settings, Names(outcome));
    }

    private static void AssertFindings(BootOutcome outcome)
    {
        Assert.AreEqual("", Names(outcome));
    }

    private static void AssertFindings(BootOutcome outcome, BootFinding only)
    {
        Assert.AreEqual(((int)only).ToString() + " ", Names(outcome));
    }

    private static string Names(BootOutcome outcome)
    {
        string names = "";
        BootFinding[] findings = outcome.Findings;

        for (int i = 0; i < findings.Length; i++)
        {
            names += ((int)findings[i]).ToString() + " ";
        }

        return names;
    }
}
