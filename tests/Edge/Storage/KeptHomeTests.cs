using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

using Microsoft.VisualStudio.TestTools.UnitTesting;

using ToyGuard.Core.Boot;
using ToyGuard.Core.Crypto;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Privacy;
using ToyGuard.Core.Records;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Storage;
using ToyGuard.Edge.Storage;
using ToyGuard.Fakes;

namespace ToyGuard.Edge.Tests.Storage;

/// <summary>
/// Goal: a home comes back as it was kept, never looser, whatever ends it; and looks after its flash while it runs.
/// Method: real files, boots that end as by a pulled plug, files damaged in between, and time as a number.
/// </summary>
[TestClass]
public sealed class KeptHomeTests
{
    [TestMethod]
    [Req("RES-02")]
    public void Gate_BeforeOpen_DoesNotExist()
    {
        using KeptRig rig = new();

        Check.Throws(typeof(InvalidOperationException), () => _ = rig.Home.Gate);
        Assert.IsFalse(rig.Home.Settings.IsPaired);
        Assert.AreEqual(SaveOutcome.None, rig.Home.Change(rig.Open).Outcome, "nothing is changed before it was read");
    }

    [TestMethod]
    public void Open_NewDevice_HoldsEverything()
    {
        using KeptRig rig = new();
        BootOutcome outcome = rig.Boot();

        Assert.AreEqual(BootStage.Normal, outcome.Stage);
        Assert.AreEqual("", Names(outcome));
        Assert.AreEqual(Reason.NotPaired, rig.Ask());
    }

    [TestMethod]
    [Req("RES-02")]
    public void Open_PulledPlugAfterASave_ComesBackAsSaved()
    {
        using KeptRig rig = KeptRig.Paired();
        Assert.AreEqual(Reason.Allowed, rig.Ask());
        Assert.IsTrue(rig.Home.Change(rig.Open.WithEverythingPaused(true)).IsSaved);
        rig.Boot();

        Assert.AreEqual("", Names(rig.Home.Outcome));
        Assert.AreEqual(Reason.EverythingPaused, rig.Ask());
    }

    [TestMethod]
    [Req("PCTL-07")]
    public void PauseByHand_StaysUntilAGuardianLiftsIt_WhateverWasPausedBefore()
    {
        using KeptRig rig = KeptRig.Paired();
        ToySettings toy = rig.Open.Toys[0];
        Assert.IsTrue(rig.Home.Change(rig.Open.WithToy(toy.WithPausedUntil(rig.Home.Gate.Now.Minute + 1))).IsSaved);
        Assert.IsTrue(rig.Home.PauseByHand(1).IsSaved);
        Assert.AreEqual(0, rig.Home.Settings.Toys[0].PausedUntil);
        Assert.AreEqual(Reason.ToyPaused, rig.Ask());
        rig.Boot();
        Assert.AreEqual(Reason.ToyPaused, rig.Ask());
        Assert.IsTrue(rig.Home.PauseByHand(1).IsSaved, "once more is the same");
        Assert.AreEqual(SaveOutcome.None, rig.Home.PauseByHand(0).Outcome);
        Assert.AreEqual(SaveOutcome.None, rig.Home.PauseByHand(99).Outcome);
        Assert.IsTrue(rig.Home.Change(rig.Open.WithToy(toy.WithPaused(false))).IsSaved);
        Assert.AreEqual(Reason.Allowed, rig.Ask());
    }

    [TestMethod]
    [Req("DEF-02")]
    public void PauseByHand_NobodyPaired_ChangesNothing()
    {
        using KeptRig rig = new();
        rig.Boot();
        Assert.AreEqual(SaveOutcome.None, rig.Home.PauseByHand(1).Outcome);
        Assert.AreEqual(Reason.NotPaired, rig.Ask());
    }

    // A ticket is gone before its minutes count, and what it gave is there after a pulled plug.
    [TestMethod]
    [Req("PCTL-02")]
    [Req("PCTL-03")]
    public void SpendTicket_SavedFirst_AndItsMinutesSurviveAPulledPlug()
    {
        using KeptRig rig = KeptRig.Paired();
        ToySettings toy = rig.Open.Toys[0].WithPlayMinutes(0).WithTickets(2);
        Assert.IsTrue(rig.Home.Change(rig.Open.WithToy(toy)).IsSaved);
        Assert.AreEqual(Reason.PlayTimeUsedUp, rig.Ask());
        Assert.IsTrue(rig.Home.SpendTicket(1));
        Assert.AreEqual(Reason.Allowed, rig.Ask());
        Assert.AreEqual(1, rig.Home.Settings.Toys[0].Tickets);
        rig.Boot();
        Assert.AreEqual(Reason.Allowed, rig.Ask());
        Assert.AreEqual(1, rig.Home.Settings.Toys[0].Tickets);

        Assert.IsTrue(rig.Home.SpendTicket(1));
        Assert.IsFalse(rig.Home.SpendTicket(1), "none left");
        Assert.IsFalse(rig.Home.SpendTicket(2), "no such toy");
        Assert.IsTrue(rig.Home.Gate.ShowPlay(1, out PlayView view));
        Assert.AreEqual(2 * ToySettings.TicketMinutes, view.PlayLeft);
    }

    // What is over goes from flash, so that not even a start with a clock that went back finds it.
    [TestMethod]
    [Req("SENS-02")]
    public void Keep_AgreementIsOver_GoesFromTheSettingsWithinAMinute()
    {
        using KeptRig rig = KeptRig.Paired();
        int now = (int)(KeptRig.NowSeconds / 60);
        Assert.IsTrue(rig.Home.Change(Household.Agree(rig.Open, rig.Toys[0], 1, now + 10)).IsSaved);
        Assert.AreEqual(Reason.Allowed, AskSensor(rig, 0));
        rig.Serve(90 * 1000);
        Assert.AreEqual(1, rig.Home.Settings.Toys[0].Consents.Length);
        Assert.AreEqual(0, rig.Count(RecordKind.ConsentsOver));

        Assert.AreEqual(Reason.SensorAgreementOver, AskSensor(rig, 10));
        rig.Home.Keep(180 * 1000);
        Assert.AreEqual(0, rig.Home.Settings.Toys[0].Consents.Length);
        Assert.AreEqual(1, rig.Count(RecordKind.ConsentsOver));
        Assert.AreEqual(Reason.SensorWaiting, AskSensor(rig, 0));
        rig.Boot();
        Assert.AreEqual(Reason.SensorWaiting, AskSensor(rig, -100));
        Assert.AreEqual(Reason.Allowed, rig.Ask(), "and nothing else went with it");
    }

    [TestMethod]
    [Req("SENS-02")]
    public void Change_AgreementForLongerThanATerm_IsCutToOne()
    {
        using KeptRig rig = KeptRig.Paired();
        int now = (int)(KeptRig.NowSeconds / 60);
        rig.Ask();
        rig.Home.Change(Household.Agree(rig.Open, rig.Toys[0], 1, int.MaxValue));
        Assert.AreEqual(now + (SensorConsent.DaysMax * 1440), rig.Home.Settings.Toys[0].Consents[0].UntilMinute);
    }

    // Of a lower stage of the ladder the newest settings are not in force; to write what is would lose them.
    [TestMethod]
    [Req("UPD-04")]
    public void Keep_AgreementIsOverInSafeStage_LeavesWhatIsKept()
    {
        using KeptRig rig = KeptRig.Paired();
        int now = (int)(KeptRig.NowSeconds / 60);
        rig.Home.Change(Household.Agree(rig.Open, rig.Toys[0], 1, now));

        for (int i = 0; i <= BootLadder.SafeAfter; i++)
        {
            rig.Boot();
        }

        Assert.AreEqual(BootStage.Safe, rig.Home.Outcome.Stage);
        AskSensor(rig, 1);
        rig.Serve(90 * 1000);
        rig.Boot();
        Assert.AreEqual(BootStage.Normal, rig.Home.Outcome.Stage);
        Assert.IsFalse(rig.Home.Settings.IsEverythingPaused);
        Assert.AreEqual(Reason.SensorAgreementOver, AskSensor(rig, 1));
    }

    [TestMethod]
    [Req("PCTL-02")]
    [Req("RES-02")]
    public void Open_PulledPlug_HasThePlayTimeOfAMinuteAgo()
    {
        using KeptRig rig = KeptRig.Paired();
        rig.Home.Change(rig.Open.WithToy(rig.Open.Toys[0].WithPlayMinutes(20)));
        Assert.AreEqual(Reason.Allowed, rig.Ask());
        rig.Home.Gate.AddPlay(1, 20);
        Assert.AreEqual(Reason.PlayTimeUsedUp, rig.Ask());
        rig.Serve(60 * 1000);
        rig.Boot();
        Assert.AreEqual(Reason.PlayTimeUsedUp, rig.Ask());
    }

    [TestMethod]
    [Req("RES-02")]
    [Req("UPD-04")]
    public void Open_PlugPulledInTheFirstSecondsAgainAndAgain_LosesNoSettings()
    {
        using KeptRig rig = KeptRig.Paired();

        for (int i = 1; i <= 7; i++)
        {
            rig.Boot();
            rig.Serve(5000);
            Assert.AreEqual(BootLadder.Of(i), rig.Home.Outcome.Stage, i.ToString());
            Assert.IsTrue(rig.Home.Settings.IsPaired);
            Assert.AreEqual(i >= BootLadder.SafeAfter ? Reason.EverythingPaused : Reason.Allowed, rig.Ask());
        }

        rig.Serve(BootLadder.GoodAfterMs);
        BootOutcome outcome = rig.Boot();
        Assert.AreEqual(BootStage.Normal, outcome.Stage);
        Assert.AreEqual(Reason.Allowed, rig.Ask());
    }

    [TestMethod]
    [Req("UPD-04")]
    public void Keep_HalfAMinuteOfService_MarksTheBootGood()
    {
        using KeptRig rig = KeptRig.Paired();
        rig.Home.Keep(1000);
        rig.Home.Keep(1000 + BootLadder.GoodAfterMs - 1);
        Assert.AreEqual(1, rig.Boot().BadBoots, "a moment too early");

        rig.Home.Keep(1000);
        rig.Home.Keep(1000 + BootLadder.GoodAfterMs);
        Assert.AreEqual(0, rig.Boot().BadBoots);
    }

    [TestMethod]
    public void Keep_FlashTakesNothing_IsNotTriedAtEveryTurn()
    {
        using KeptRig files = new();
        FlashModel flash = new();
        KeptHome home = new(flash, files.Drive, files.Random, files.Hmac, files);
        home.Open(files.Toys, new VerdictCounters());

        for (int area = 0; area < FlashLayout.AreaCount; area++)
        {
            flash.Break(area, FlashFault.Stuck);
        }

        int before = flash.Writes;

        for (int now = 0; now <= 10 * 60 * 1000; now += 1000)
        {
            home.Keep(now);
        }

        Assert.IsTrue(flash.Writes - before < 100, $"{flash.Writes - before} writes were tried in ten minutes");
    }

    [TestMethod]
    [Req("UPD-04")]
    public void Change_Saved_MarksTheBootGoodAtOnce()
    {
        using KeptRig rig = KeptRig.Paired();
        Assert.IsTrue(rig.Home.Change(rig.Open.WithRetentionDays(3)).IsSaved);

        Assert.AreEqual(0, rig.Boot().BadBoots);
    }

    [TestMethod]
    [Req("UPD-04")]
    public void Keep_GoodBootAtALowerStage_LeavesTheLastGoodSettings()
    {
        using KeptRig rig = KeptRig.Paired();
        byte[] good = File.ReadAllBytes(Path.Combine(rig.Path, "settings-good"));

        for (int i = 0; i <= BootLadder.SafeAfter; i++)
        {
            rig.Boot();
        }

        rig.Serve(2 * BootLadder.GoodAfterMs);
        Assert.AreEqual(BootStage.Safe, rig.Home.Outcome.Stage);
        CollectionAssert.AreEqual(good, File.ReadAllBytes(Path.Combine(rig.Path, "settings-good")));
    }

    [TestMethod]
    [Req("DEF-03")]
    [Req("UPD-04")]
    public void Open_SettingsFilesDamaged_IsStrictSafeAndServed()
    {
        using KeptRig rig = KeptRig.Paired();
        File.WriteAllBytes(Path.Combine(rig.Path, "settings-a"), new byte[100]);
        File.WriteAllBytes(Path.Combine(rig.Path, "settings-b"), new byte[100]);
        BootOutcome outcome = rig.Boot();

        Assert.AreEqual(BootStage.Safe, outcome.Stage);
        Assert.IsTrue(outcome.Has(BootFinding.SettingsDamaged));
        Assert.AreEqual(Reason.NotPaired, rig.Ask());
        Assert.AreEqual(1, rig.Count(RecordKind.SettingsDamaged));

        // A guardian who pairs anew repairs it.
        Assert.IsTrue(rig.Home.Change(rig.Open).IsSaved);
        Assert.AreEqual("", Names(rig.Boot()));
        Assert.AreEqual(Reason.Allowed, rig.Ask());
    }

    [TestMethod]
    [Req("RES-01")]
    public void Open_EachFlashCallThrows_HoldsOrGoesOnAndNeverThrows()
    {
        using KeptRig files = KeptRig.Paired();
        FlashModel made = new();

        for (int area = 0; area < FlashLayout.AreaCount; area++)
        {
            string path = Path.Combine(files.Path, FlashLayout.NameOf(area));

            if (File.Exists(path))
            {
                made.Put(area, File.ReadAllBytes(path));
            }
        }

        int calls = 0;

        for (int call = 0; call <= calls; call++)
        {
            FlashModel flash = new();
            flash.CopyFrom(made);
            flash.ThrowAt(call);
            KeptHome home = new(flash, files.Drive, files.Random, files.Hmac, files);
            BootOutcome outcome = home.Open(files.Toys, new VerdictCounters());
            calls = Math.Max(calls, flash.Calls);

            Assert.IsTrue(Strictness.IsNeverLooser(outcome.Settings, files.Open), $"call {call}");
            Assert.IsFalse(outcome.Has(BootFinding.StartFailed), $"call {call}: one call is no reason to give up");
            home.Keep(0);
            home.Keep(BootLadder.GoodAfterMs);
            GateQuery query = new() { Toy = 1, Kind = AskKind.Lookup };
            query.Host.Read("stories.toys.test");
            home.Gate.SetClock(Moment.FromLocalSeconds(1800000000));
            Assert.AreEqual(outcome.Settings.IsPaired && !outcome.Settings.IsEverythingPaused && !outcome.Has(BootFinding.UsageUnknown), home.Gate.Ask(query).IsAllowed, $"call {call}");
        }

        Assert.IsTrue(calls > 40, $"{calls} calls were tried");
    }

    [TestMethod]
    [Req("RES-01")]
    public void Open_StartThrows_HoldsEverythingAndServes()
    {
        using KeptRig rig = KeptRig.Paired();
        rig.Hmac = new NoHmac();
        BootOutcome outcome = rig.Boot();

        Assert.AreEqual(BootStage.Safe, outcome.Stage);
        Assert.AreEqual("StartFailed", Names(outcome));
        Assert.AreEqual(Reason.NotPaired, rig.Ask());
        Assert.AreEqual(SaveOutcome.None, rig.Home.Change(rig.Open).Outcome);
        rig.Serve(2 * BootLadder.GoodAfterMs);
        Assert.AreEqual(Reason.NotPaired, rig.Ask());

        rig.Hmac = new Hmac();
        rig.Boot();
        Assert.AreEqual(Reason.Allowed, rig.Ask(), "nothing was lost by it");
    }

    [TestMethod]
    [Req("RES-01")]
    public void Open_FlashIsAFileOfSomebodyElse_HoldsEverythingAndServes()
    {
        using KeptRig rig = new();
        File.WriteAllText(rig.Path, "not a folder");
        BootOutcome outcome = rig.Boot();

        Assert.IsTrue(outcome.Has(BootFinding.FlashNotWritable), Names(outcome));
        Assert.AreEqual(Reason.NotPaired, rig.Ask());
        Assert.AreEqual(SaveOutcome.NotSaved, rig.Home.Change(rig.Open).Outcome);
        rig.Serve(BootLadder.GoodAfterMs);
        Assert.AreEqual(Reason.NotPaired, rig.Ask());
        File.Delete(rig.Path);
    }

    [TestMethod]
    [Req("PCTL-03")]
    public void Keep_BytesMove_AreWrittenOnceAMinuteAndComeBack()
    {
        using KeptRig rig = KeptRig.Paired();
        Assert.AreEqual(Reason.Allowed, rig.Ask());
        rig.Home.Gate.AddBytes(1, 1, 600000);
        long before = Stamp(rig);
        rig.Serve(59000);
        Assert.AreEqual(before, Stamp(rig), "not before a minute");
        rig.Home.Keep(60000);
        Assert.AreNotEqual(before, Stamp(rig));

        rig.Boot();
        Assert.AreEqual(Reason.Allowed, rig.Ask());
        rig.Home.Gate.AddBytes(1, 1, 400000);
        Assert.AreEqual(Reason.EndpointBudget, rig.Ask(), "what was used before the plug was pulled is used");
    }

    [TestMethod]
    [Req("PCTL-03")]
    public void Open_UsageFilesGone_TodayIsUsedUp()
    {
        using KeptRig rig = KeptRig.Paired();
        File.Delete(Path.Combine(rig.Path, "usage-a"));
        File.Delete(Path.Combine(rig.Path, "usage-b"));
        BootOutcome outcome = rig.Boot();

        Assert.AreEqual("UsageUnknown", Names(outcome));
        Assert.AreEqual(Reason.EndpointBudget, rig.Ask());
    }

    [TestMethod]
    [Req("LOG-01")]
    public void Keep_FloodOfHolds_BecomesAFewRecords()
    {
        using KeptRig rig = KeptRig.Paired();

        for (int i = 0; i < 1000; i++)
        {
            Assert.AreEqual(Reason.NotOnManifest, rig.Ask("other.toys.test"));
        }

        rig.Serve(60 * 60 * 1000);
        int held = rig.Count(RecordKind.CallsHeld);
        Assert.IsTrue(held >= 1 && held <= 8, held.ToString());
    }

    [TestMethod]
    [Req("LOG-02")]
    [Req("UPD-04")]
    public void Keep_RecordAlteredInFlash_IsFoundAndRecorded()
    {
        using KeptRig rig = KeptRig.Paired();
        rig.Serve(60000);
        Assert.AreEqual("", Names(rig.Home.Outcome));

        string segment = Directory.GetFiles(rig.Path, "records-*").OrderBy(file => file, StringComparer.Ordinal).First();
        byte[] bytes = File.ReadAllBytes(segment);
        bytes[64 + 5] ^= 1;
        File.WriteAllBytes(segment, bytes);
        rig.Boot();
        rig.Serve(60000);

        Assert.AreEqual("RecordsAltered", Names(rig.Home.Outcome));
        Assert.IsTrue(rig.Count(RecordKind.RecordsAltered) + rig.Count(RecordKind.RecordsLost) >= 1);
    }

    [TestMethod]
    [Req("LOG-03")]
    public void Change_NoRetention_KeepsNoRecord()
    {
        using KeptRig rig = KeptRig.Paired();
        Assert.IsTrue(rig.Count(RecordKind.DeviceStarted) > 0);
        Assert.IsTrue(rig.Home.Change(rig.Open.WithRetentionDays(0)).IsSaved);

        foreach (RecordKind kind in Enum.GetValues<RecordKind>())
        {
            Assert.AreEqual(0, rig.Count(kind), kind.ToString());
        }

        rig.Boot();
        Assert.AreEqual(0, rig.Count(RecordKind.DeviceStarted));
    }

    [TestMethod]
    [Req("DEL-01")]
    public void Wipe_PairedHome_LeavesNoByteOfItAndStaysInItsSpace()
    {
        using KeptRig rig = KeptRig.Paired();
        WatchingRandom random = new(rig);
        rig.Random = random;
        rig.Boot();
        Assert.IsTrue(FilesWith(rig, KeptRig.Toy).Length >= 2, "the marker is in the settings");

        Assert.IsTrue(rig.Home.Wipe());

        Assert.AreEqual("", string.Join(",", FilesWith(rig, KeptRig.Toy)));
        Assert.AreEqual("", string.Join(",", Directory.GetFiles(rig.Path, "filler-*")));
        Assert.IsTrue(random.Calls > 10, "random bytes were asked for");
        Assert.IsTrue(random.MostBytes > rig.Flash.DriveBytes * 9 / 10, $"filled up to {random.MostBytes}");
        Assert.IsTrue(random.MostBytes <= rig.Flash.DriveBytes, $"{random.MostBytes} is more than it may take");
        Assert.IsTrue(random.WasAlwaysHeld, "during the wipe nobody is paired");
        Assert.AreEqual(Reason.NotPaired, rig.Ask());
        Assert.IsFalse(rig.Home.Settings.IsPaired);
        rig.Boot();
        Assert.AreEqual("", Names(rig.Home.Outcome));
        Assert.AreEqual(Reason.NotPaired, rig.Ask());
    }

    [TestMethod]
    [Req("DEL-01")]
    public void Wipe_CutOffAnywhere_IsEndedAtTheNextStart()
    {
        const int SmallDrive = 64 * 1024;
        int cutOff = 0;

        for (int call = 0; call < 48; call += 3)
        {
            using KeptRig rig = KeptRig.Paired(SmallDrive);
            rig.Random = new WatchingRandom(rig) { CallsLeft = call };
            rig.Boot();
            bool isErased = rig.Home.Wipe();
            Assert.AreEqual(Reason.NotPaired, rig.Ask(), $"call {call}");
            Assert.IsFalse(rig.Home.Settings.IsPaired, $"call {call}");
            Assert.AreEqual(SaveOutcome.None, isErased ? SaveOutcome.None : rig.Home.Change(rig.Open).Outcome, $"call {call}: half a home takes no settings");

            rig.Random = new SecureRandom();
            BootOutcome outcome = rig.Boot();
            Assert.AreEqual(isErased ? "" : "WipeFinished", Names(outcome), $"call {call}");
            Assert.AreEqual(Reason.NotPaired, rig.Ask(), $"call {call}");
            Assert.AreEqual("", string.Join(",", FilesWith(rig, KeptRig.Toy)), $"call {call}");
            Assert.AreEqual("", string.Join(",", Directory.GetFiles(rig.Path, "filler-*")), $"call {call}");
            cutOff += isErased ? 0 : 1;
        }

        Assert.IsTrue(cutOff > 8, $"{cutOff} were cut off");
    }

    [TestMethod]
    [Req("DEL-01")]
    public void Wipe_DayWasUsedUp_NothingOfThatDayIsLeft()
    {
        using KeptRig rig = KeptRig.Paired();
        rig.Ask();
        rig.Home.Gate.AddBytes(1, 1, KeptRig.BytesADay);
        Assert.AreEqual(Reason.EndpointBudget, rig.Ask());
        Assert.IsTrue(rig.Home.Wipe());
        Assert.IsTrue(rig.Home.Change(rig.Open).IsSaved);

        Assert.AreEqual(Reason.Allowed, rig.Ask());
    }

    // Whoever introduces a toy of that name again finds none of its day: not at once, and not after a pulled plug.
    [TestMethod]
    [Req("DEL-01"), Req("PCTL-03")]
    public void EraseToy_ThenIntroducedAnew_BeginsItsDayAnew()
    {
        using KeptRig rig = KeptRig.Paired();
        ToySettings toy = rig.Open.Toys[0].WithPlayMinutes(20);
        Assert.IsTrue(rig.Home.Change(rig.Open.WithToy(toy)).IsSaved);
        rig.Ask();
        Assert.IsTrue(rig.Home.Gate.GiveBonus(1, 30));
        Assert.IsTrue(rig.Home.Gate.PlayTogether(1, 60));
        rig.Home.Flush();

        Assert.IsTrue(rig.Home.EraseToy(1).IsSaved);
        Assert.IsTrue(rig.Home.Change(rig.Open.WithToy(toy)).IsSaved);
        AssertNew();
        rig.Boot();
        AssertNew();

        void AssertNew()
        {
            rig.Ask();
            Assert.IsTrue(rig.Home.Gate.ShowPlay(1, out PlayView view));
            Assert.AreEqual((0, 20, 0), (view.Bonus, view.PlayLeft, view.TogetherLeft));
        }
    }

    // What it used of its day may come back with the next start then, so nobody is told that it is gone.
    [TestMethod]
    [Req("DEL-01")]
    public void EraseToy_DayCannotBeErased_SaysSoAndIsStrictAllTheSame()
    {
        using KeptRig files = new();
        FlashModel flash = new();
        KeptHome home = new(flash, files.Drive, files.Random, files.Hmac, files);
        home.Open(files.Toys, new VerdictCounters());
        Assert.IsTrue(home.Change(files.Open).IsSaved);
        flash.Break(FlashLayout.UsageA, FlashFault.Stuck);
        flash.Break(FlashLayout.UsageB, FlashFault.Stuck);

        Assert.AreEqual(SaveOutcome.Tightened, home.EraseToy(1).Outcome);
        Assert.IsNull(home.Settings.Find(KeptRig.Toy));
    }

    [TestMethod]
    [Req("DEL-01")]
    public void Wipe_ThenPairedAnew_Works()
    {
        using KeptRig rig = KeptRig.Paired();
        Assert.IsTrue(rig.Home.Wipe());
        Assert.IsTrue(rig.Home.Change(rig.Open).IsSaved);
        Assert.AreEqual(Reason.Allowed, rig.Ask());
        rig.Boot();

        Assert.AreEqual("", Names(rig.Home.Outcome));
        Assert.AreEqual(Reason.Allowed, rig.Ask());
    }

    [TestMethod]
    public void All_ManyThreads_NoneWaitsForEver()
    {
        using KeptRig rig = KeptRig.Paired();
        long endMs = Environment.TickCount64 + 500;
        Task[] tasks =
        [
            Turns(i => rig.Home.Keep(i * 1000L)),
            Turns(i => rig.Home.Change(rig.Open.WithEverythingPaused(i % 2 == 0))),
            Turns(_ => rig.Ask()),
            Turns(_ => rig.Count(RecordKind.CallsHeld)),
            Turns(_ => Assert.IsTrue(rig.Home.Settings.IsPaired)),
        ];

        Assert.IsTrue(Task.WaitAll(tasks, 60000));

        Task Turns(Action<int> turn) => Task.Factory.StartNew(
            () =>
            {
                for (int i = 0; Environment.TickCount64 < endMs; i++)
                {
                    turn(i);
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
    }

    private static string Names(BootOutcome outcome) => string.Join(" ", outcome.Findings);

    private static long Stamp(KeptRig rig) =>
        Directory.GetFiles(rig.Path, "usage-*").Sum(file => new FileInfo(file).Length + File.ReadAllBytes(file).Sum(b => (long)b));

    private static string[] FilesWith(KeptRig rig, string marker)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(marker);
        return [.. Directory.GetFiles(rig.Path).Where(file => File.ReadAllBytes(file).AsSpan().IndexOf(bytes) >= 0).Select(file => Path.GetFileName(file)!)];
    }

    /// <summary>A platform without HMAC.</summary>
    private sealed class NoHmac : IHmac
    {
        public void Compute(byte[] key, int keyCount, byte[] message, int offset, int count, byte[] tag, int at) => throw new NotSupportedException();
    }

    /// <summary>Random bytes, a look at the drive and the gate each time, and the power gone when it was asked often enough.</summary>
    private sealed class WatchingRandom(KeptRig rig) : IRandom
    {
        private readonly SecureRandom _random = new();

        public int CallsLeft { get; set; } = int.MaxValue;

        public int Calls { get; private set; }

        public long MostBytes { get; private set; }

        public bool WasAlwaysHeld { get; private set; } = true;

        public void Fill(byte[] bytes, int offset, int count)
        {
            if (CallsLeft-- <= 0)
            {
                throw new IOException("The power is gone.");
            }

            Calls++;
            MostBytes = Math.Max(MostBytes, rig.UsedBytes());
            WasAlwaysHeld = WasAlwaysHeld && rig.Ask() == Reason.NotPaired;
            _random.Fill(bytes, offset, count);
        }
    }

    private static Reason AskSensor(KeptRig rig, int minutesLater)
    {
        rig.Home.Gate.SetClock(Moment.FromLocalSeconds(KeptRig.NowSeconds + (minutesLater * 60)));

        return rig.Home.Gate.Ask(new GateQuery { Toy = 1, Kind = AskKind.Sensor, Sensor = 1 }).Reason;
    }
}
