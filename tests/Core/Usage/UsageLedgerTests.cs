using ToyGuard.Core.Policy;
using ToyGuard.Core.Storage;
using ToyGuard.Core.Tests.Policy;
using ToyGuard.Core.Times;
using ToyGuard.Core.Usage;

namespace ToyGuard.Core.Tests.Usage;

/// <summary>
/// Goal: pulling the plug refills no budget: after a restart at least what was counted at the last save counts as used, and where that is not known, all of it.
/// Method: a gate counts, the ledger is saved, another one reads the flash and gives back to a fresh state.
/// </summary>
[TestClass]
public class UsageLedgerTests
{
    private const int A = FlashLayout.UsageA;
    private const int B = FlashLayout.UsageB;
    private const uint Toy = 1000;

    [TestMethod]
    public void Load_NothingKeptAndNothingExpected_IsKnown()
    {
        FlashModel flash = new();
        UsageLedger ledger = new();
        Assert.IsTrue(ledger.IsUnknown);
        Assert.AreEqual((int)JournalStatus.Empty, (int)ledger.Load(Log(flash), false));
        Assert.IsFalse(ledger.IsUnknown);
        Assert.AreEqual(0, flash.Writes);

        // There is a journal from the first boot on, so that its loss is seen.
        Assert.IsTrue(Save(ledger, flash));
        Assert.IsFalse(Loaded(flash).IsUnknown);
        flash.LoseAll();
        Assert.IsTrue(Loaded(flash).IsUnknown);
    }

    [TestMethod]
    [Req("PCTL-03")]
    [Req("RES-02")]
    public void GiveBack_AfterARestart_CountsWhatWasUsed()
    {
        FlashModel flash = new();
        Gate gate = new(Home.SampleState(), new VerdictCounters());
        gate.SetClock(Home.At(Home.Monday, Home.Noon));
        Assert.IsTrue(gate.Ask(Home.StoriesQuery()).IsAllowed);
        gate.AddBytes(1, Home.StoriesEndpoint, Home.StoriesDailyBytes - 1);
        gate.AddBytes(1, Home.VoiceEndpoint, 5_000_000_000);
        Assert.IsTrue(gate.Ask(Home.Query(AskKind.Https, "one.cdn.example", 443)).IsAllowed);
        Assert.IsTrue(gate.Ask(Home.Query(AskKind.Https, "other.cdn.example", 443)).IsAllowed);
        Keep(gate, flash);

        GateState state = Home.SampleState();
        Loaded(flash).GiveBack(state);
        Assert.AreEqual(Home.Monday, state.CountedDay);
        EndpointState[] endpoints = state.Toys[0].Endpoints;
        AssertKept(Home.StoriesDailyBytes - 1, endpoints[Home.StoriesEndpoint - 1].BytesToday);
        AssertKept(5_000_000_000, endpoints[Home.VoiceEndpoint - 1].BytesToday);
        Assert.IsTrue(endpoints[Home.PlainEndpoint - 1].BytesToday == 0);
        Assert.AreEqual(2, endpoints[Home.FilesEndpoint - 1].NamesToday);

        Gate next = new(state, new VerdictCounters());
        next.SetClock(Home.At(Home.Monday, Home.Noon));
        Home.AssertHeld(Reason.EndpointBudget, next.Ask(Home.StoriesQuery()), "the rest is less than the rounding");

        for (int i = 2; i < EndpointState.NamesMax; i++)
        {
            Assert.IsTrue(next.Ask(Home.Query(AskKind.Https, "n" + i.ToString() + ".cdn.example", 443)).IsAllowed);
        }

        Home.AssertHeld(Reason.TooManyNames, next.Ask(Home.Query(AskKind.Https, "more.cdn.example", 443)), "sixteen in all");
        Assert.IsTrue(next.Ask(Home.Query(AskKind.Https, "other.cdn.example", 443)).IsAllowed);
        next.SetClock(Home.At(Home.Monday + 1, 1));
        Assert.IsTrue(next.Ask(Home.Query(AskKind.Https, "more.cdn.example", 443)).IsAllowed);
    }

    [TestMethod]
    [Req("PCTL-02")]
    [Req("PCTL-03")]
    public void GiveBack_AfterARestart_CountsWhatWasPlayed()
    {
        FlashModel flash = new();
        GateState played = Home.SampleState();
        played.Toys[0].PlayMinutes = DayMinutes.Every(30);
        Gate gate = new(played, new VerdictCounters());
        gate.AddPlay(1, 24);
        Keep(gate, flash);

        GateState state = Home.SampleState();
        state.Toys[0].PlayMinutes = DayMinutes.Every(30);
        Loaded(flash).GiveBack(state);
        Gate next = new(state, new VerdictCounters());
        Home.AssertAllowed(Home.StoriesEndpoint, next.Ask(Home.StoriesQuery()), "24 of 30, not a minute more");
        next.AddPlay(1, 6);
        Home.AssertHeld(Reason.PlayTimeUsedUp, next.Ask(Home.StoriesQuery()), "30 of 30");

        GateState lost = Home.SampleState();
        lost.Toys[0].PlayMinutes = DayMinutes.Every(1440);
        new UsageLedger().GiveBack(lost);
        Home.AssertHeld(Reason.PlayTimeUsedUp, Gate.Decide(lost, Home.StoriesQuery()), "nobody knows how much");
    }

    // It is not known whose day it was, so the first known day is used up, whatever it is.
    [TestMethod]
    [Req("PCTL-03")]
    [Req("DEF-03")]
    public void GiveBack_JournalLost_CountsAllAsUsedUntilTheNextKnownDay()
    {
        FlashModel flash = new();
        UsageLedger lost = Loaded(flash);
        Assert.IsTrue(lost.IsUnknown);
        GateState state = Home.SampleState();
        state.Now = default;
        lost.GiveBack(state);
        Gate gate = new(state, new VerdictCounters());
        gate.SetClock(Home.At(Home.Monday, Home.Noon));
        AssertUsedUp(gate);

        // And after one more restart on the same day.
        lost.Take(gate);
        Assert.IsTrue(Save(lost, flash));
        UsageLedger again = Loaded(flash);
        Assert.IsTrue(again.IsUnknown);
        Assert.AreEqual(Home.Monday, again.Day);
        GateState next = Home.SampleState();
        again.GiveBack(next);
        gate = new(next, new VerdictCounters());
        gate.SetClock(Home.At(Home.Monday, Home.Noon + 1));
        AssertUsedUp(gate);

        // The same toys put in force anew are the same toys.
        gate.Replace(true, false, new ToyState[] { Home.SampleToy() });
        AssertUsedUp(gate);

        gate.SetClock(Home.At(Home.Monday + 1, Home.Noon));
        Assert.IsTrue(gate.Ask(Home.StoriesQuery()).IsAllowed);
        Assert.IsTrue(gate.Ask(Home.Query(AskKind.Https, "one.cdn.example", 443)).IsAllowed);
        again.Take(gate);
        Assert.IsFalse(again.IsUnknown);
        Assert.IsTrue(Save(again, flash));
        Assert.IsFalse(Loaded(flash).IsUnknown);
    }

    // Approved only after the restart: what is not known is used up for it as well.
    [TestMethod]
    [Req("PCTL-03")]
    public void GiveBack_JournalLost_HoldsForWhatIsApprovedLater()
    {
        ToyState toy = Home.SampleToy();
        EndpointState[] states = new EndpointState[toy.Endpoints.Length];

        for (int i = 0; i < states.Length; i++)
        {
            states[i] = new EndpointState(toy.Manifest.Endpoints[i], false, 0);
        }

        ToyState fresh = new("bear", toy.Manifest, states) { ChildBand = AgeBand.From9To12 };
        GateState state = Home.StateWith(fresh);
        Loaded(new FlashModel()).GiveBack(state);
        Gate gate = new(state, new VerdictCounters());
        gate.SetClock(Home.At(Home.Monday, Home.Noon));
        gate.Approve(1, Home.StoriesEndpoint, true);
        gate.Approve(1, Home.FilesEndpoint, true);
        AssertUsedUp(gate);
        gate.Replace(true, false, new ToyState[] { Home.SampleToy() });
        AssertUsedUp(gate);
    }

    // A wipe puts the strictest rules in force and empties flash: what the gate still knows of the day must not be written there again.
    [TestMethod]
    [Req("DEL-01")]
    public void Take_NothingIsApproved_WritesNothingOfTheToys()
    {
        FlashModel flash = new();
        Gate gate = new(Home.SampleState(), new VerdictCounters());
        gate.SetClock(Home.At(Home.Monday, Home.Noon));
        Assert.IsTrue(gate.Ask(Home.Query(AskKind.Https, "marker.cdn.example", 443)).IsAllowed);
        gate.AddBytes(1, Home.StoriesEndpoint, 10);
        Keep(gate, flash);
        int kept = flash.Held(A).Length;
        gate.Replace(false, false, new ToyState[] { new ToyState("bear", Home.SampleManifest()) });
        FlashModel wiped = new();
        Keep(gate, wiped);
        const int BaseBytes = 8;
        Assert.AreEqual(SingleSlot.FrameBytes + BaseBytes, wiped.Held(A).Length);
        Assert.IsTrue(kept > wiped.Held(A).Length);
    }

    [TestMethod]
    [Req("PCTL-03")]
    public void Take_ApprovalTakenBack_KeepsWhatWasKept()
    {
        FlashModel flash = new();
        Gate gate = new(Home.SampleState(), new VerdictCounters());
        gate.SetClock(Home.At(Home.Monday, Home.Noon));
        gate.AddBytes(1, Home.StoriesEndpoint, 800);
        Keep(gate, flash);
        gate.Approve(1, Home.StoriesEndpoint, false);
        UsageLedger ledger = Loaded(flash);
        ledger.Take(gate);
        Assert.IsTrue(Save(ledger, flash));
        GateState state = Home.SampleState();
        Loaded(flash).GiveBack(state);
        AssertKept(800, state.Toys[0].Endpoints[Home.StoriesEndpoint - 1].BytesToday);
    }

    // Random steps and random restarts: at no save is less kept than was counted, and never more than an eighth and a unit too much.
    [TestMethod]
    [Req("PCTL-03")]
    public void Save_AnyGrowth_KeepsNoLessThanWasUsed()
    {
        Chance chance = new(3);
        FlashModel flash = new();
        long[] used = new long[3];
        string[] ids = new string[] { "stories", "voice", "plain" };
        UsageLedger ledger = new();
        ledger.Load(Log(flash), false);
        ledger.OnDay(Home.Monday);
        Journal journal = Log(flash);
        journal.Open(new UsageLedger());

        for (int i = 0; i < 300; i++)
        {
            int which = chance.Below(3);
            used[which] += chance.Below(1 << chance.Below(20));
            ledger.NoteBytes(UsageLedger.TagOf("bear"), UsageLedger.TagOf(ids[which]), used[which]);
            Assert.IsTrue(ledger.Save(journal));

            if (chance.Below(10) == 0)
            {
                journal = Log(flash);
                ledger = new UsageLedger();
                ledger.Load(journal, true);
                Assert.IsFalse(ledger.IsUnknown);
                GateState state = Home.SampleState();
                ledger.GiveBack(state);

                for (int k = 0; k < 3; k++)
                {
                    AssertKept(used[k], state.Toys[0].Endpoints[k].BytesToday);
                }
            }
        }
    }

    [TestMethod]
    public void Save_NothingOrLittleChanged_WritesNothing()
    {
        FlashModel flash = new();
        Journal journal = Log(flash);
        UsageLedger ledger = new();
        ledger.Load(journal, false);
        ledger.OnDay(Home.Monday);
        ledger.NoteBytes(Toy, 1, 1_000_000);
        ledger.NoteBytes(Toy, 2, 1_000_000);
        Assert.IsTrue(ledger.Save(journal));
        int writes = flash.Writes;
        ledger.NoteBytes(Toy, 1, 1_100_000);
        ledger.NoteBytes(Toy, 2, 1_100_000);
        Assert.IsTrue(ledger.Save(journal));
        Assert.AreEqual(writes, flash.Writes);
        ledger.NoteBytes(Toy, 1, 1_200_000);
        ledger.NoteBytes(Toy, 2, 1_200_000);
        Assert.IsTrue(ledger.Save(journal));
        Assert.AreEqual(writes + 1, flash.Writes);
    }

    // 50 MiB, 100 KiB at a time: about a hundred additions a day at the very most.
    [TestMethod]
    public void Save_AWholeDay_WritesSeldom()
    {
        FlashModel flash = new();
        Journal journal = Log(flash);
        UsageLedger ledger = new();
        ledger.Load(journal, false);
        ledger.OnDay(Home.Monday);

        for (int minute = 1; minute <= 512; minute++)
        {
            ledger.NoteBytes(Toy, 1, minute * 102_400L);
            Assert.IsTrue(ledger.Save(journal));
        }

        Assert.IsTrue(flash.Writes < 60, flash.Writes.ToString());
        Assert.AreEqual(0, flash.ErasesOf(A) + flash.ErasesOf(B));
    }

    [TestMethod]
    [Req("PCTL-03")]
    public void OnDay_LaterDay_EmptiesAndEarlierDoesNot()
    {
        FlashModel flash = new();
        Journal journal = Log(flash);
        UsageLedger ledger = new();
        ledger.Load(journal, false);
        ledger.NoteMinutes(Toy, 20);

        // Counted before any day was known: of this very day, perhaps.
        ledger.OnDay(Home.Monday);
        Assert.AreEqual(20, ledger.MinutesOf(Toy));
        ledger.OnDay(Home.Monday - 1);
        Assert.AreEqual(20, ledger.MinutesOf(Toy));
        Assert.AreEqual(Home.Monday - 1, ledger.Day);
        Assert.IsTrue(ledger.Save(journal));
        ledger.OnDay(Home.Monday + 1);
        Assert.AreEqual(0, ledger.MinutesOf(Toy));
        Assert.IsTrue(ledger.Save(journal));
        UsageLedger next = Loaded(flash);
        Assert.AreEqual(Home.Monday + 1, next.Day);
        Assert.AreEqual(0, next.MinutesOf(Toy));
    }

    // Goal: a year of days wears nothing out. Method: what a day without names costs.
    [TestMethod]
    public void OnDay_DaysWithoutNames_AreEntriesAndSurvive()
    {
        FlashModel flash = new();
        Journal journal = Log(flash);
        UsageLedger ledger = new();
        ledger.Load(journal, false);
        ledger.OnDay(Home.Monday);
        Assert.IsTrue(ledger.Save(journal));
        int erases = flash.Erases;

        for (int day = 1; day <= 100; day++)
        {
            ledger.NoteMinutes(Toy, 20 + day);
            Assert.IsTrue(ledger.Save(journal));
            ledger.OnDay(Home.Monday + day);
            Assert.IsTrue(ledger.Save(journal));
            UsageLedger next = Loaded(flash);
            Assert.AreEqual(Home.Monday + day, next.Day);
            Assert.AreEqual(0, next.MinutesOf(Toy), day.ToString());
            Assert.IsFalse(next.IsUnknown);
        }

        Assert.AreEqual(erases, flash.Erases);
    }

    [TestMethod]
    public void OnDay_DayWithNames_LeavesNoNameInFlash()
    {
        FlashModel flash = new();
        Journal journal = Log(flash);
        UsageLedger ledger = new();
        ledger.Load(journal, false);
        ledger.OnDay(Home.Monday);
        ledger.NoteName(Toy, 2, Hex.Bytes("6D61726B6572"), 0, 6);
        Assert.IsTrue(ledger.Save(journal));
        Assert.IsTrue(Holds(flash, "6D61726B6572"));
        ledger.OnDay(Home.Monday + 1);
        Assert.IsTrue(ledger.Save(journal));

        Assert.IsFalse(Holds(flash, "6D61726B6572"));
        Assert.AreEqual(Home.Monday + 1, Loaded(flash).Day);
    }

    // An entry says nothing where no day is known, and none goes back.
    [TestMethod]
    [DataRow(0, 1)]
    [DataRow(1, 0)]
    [DataRow(1, -1)]
    public void Load_DayEntryThatCannotBe_IsUnknown(int known, int later)
    {
        FlashModel flash = new();
        Journal journal = Log(flash);
        UsageLedger ledger = new();
        ledger.Load(journal, false);
        ledger.OnDay(known == 0 ? 0 : Home.Monday);
        Assert.IsTrue(ledger.Save(journal));
        byte[] day = new byte[4];
        LittleEndian.WriteUInt32(day, 0, (uint)(Home.Monday + later));
        Assert.IsTrue(journal.Add(3, day, 4));

        Assert.IsTrue(Loaded(flash).IsUnknown);
    }

    [TestMethod]
    public void NoteMinutes_OnlyEverMore()
    {
        FlashModel flash = new();
        UsageLedger ledger = Loaded(flash);
        Assert.AreEqual(int.MaxValue, ledger.MinutesOf(Toy));
        ledger.Load(Log(flash), false);
        Assert.AreEqual(0, ledger.MinutesOf(Toy));
        ledger.NoteMinutes(Toy, 7);
        Assert.AreEqual(7, ledger.MinutesOf(Toy));
        ledger.NoteMinutes(Toy, 15);
        ledger.NoteMinutes(Toy, 14);
        ledger.NoteMinutes(Toy, -1);
        Assert.IsTrue(Save(ledger, flash));
        Assert.AreEqual(15, Loaded(flash).MinutesOf(Toy), "to the minute");
        Assert.AreEqual(0, Loaded(flash).MinutesOf(Toy + 1));
    }

    // PCTL-03: to the minute, for the toy and for the child whose it is; what was given stays given the same day.
    [TestMethod]
    [Req("PCTL-03")]
    public void GiveBack_FiftyPowerCutsInADay_KeepEveryMinuteAndTheBonus()
    {
        FlashModel flash = new();
        ChildRules[] cat = { new ChildRules(3, AgeBand.From9To12, DayMinutes.Every(50)) };
        int played = 0;

        for (int cut = 0; cut < 50; cut++)
        {
            GateState state = Home.SampleState();
            state.Toys[0].Children = cat;
            Journal journal = Log(flash);
            UsageLedger ledger = new();
            ledger.Load(journal, cut > 0);
            ledger.GiveBack(state);
            Gate gate = new(state, new VerdictCounters());
            Assert.AreEqual(played, state.Toys[0].PlayedToday, cut.ToString());
            Assert.AreEqual(played, state.PlayedBy(3), cut.ToString());
            Assert.AreEqual(cut == 0 ? 0 : 15, state.BonusOf(3), cut.ToString());
            Assert.AreEqual(cut == 0 ? 0 : 15, state.Toys[0].BonusToday, cut.ToString());
            Assert.IsTrue(cut > 0 || gate.GiveBonus(1, 15));
            gate.AddPlay(1, 1);
            played++;
            ledger.Take(gate);
            Assert.IsTrue(ledger.Save(journal));
        }

        GateState last = Home.SampleState();
        last.Toys[0].Children = cat;
        Loaded(flash).GiveBack(last);
        Gate end = new(last, new VerdictCounters());
        end.AddPlay(1, 14);
        Home.AssertAllowed(Home.StoriesEndpoint, end.Ask(Home.StoriesQuery()), "64 of 50 and 15");
        end.AddPlay(1, 1);
        Home.AssertHeld(Reason.PlayTimeUsedUp, end.Ask(Home.StoriesQuery()), "65 of 50 and 15");
        end.SetClock(Home.At(Home.Monday + 1, 0));
        Assert.AreEqual(0, last.BonusOf(3), "a bonus ends with its day");
    }

    // design.md 7: how long there was power is kept by the hour, never ahead, and begins anew with a day.
    [TestMethod]
    [Req("PCTL-03")]
    public void GiveBack_Power_IsKeptByTheHour()
    {
        FlashModel flash = new();
        GateState state = Home.SampleState();
        Gate gate = new(state, new VerdictCounters());
        gate.AddPowered(179);
        Keep(gate, flash);
        GateState again = Home.SampleState();
        Loaded(flash).GiveBack(again);
        Assert.AreEqual(120, again.PoweredMinutes);

        gate.SetClock(Home.At(Home.Monday + 1, 0));
        Keep(gate, flash);
        GateState next = Home.SampleState();
        Loaded(flash).GiveBack(next);
        Assert.AreEqual(0, next.PoweredMinutes, "a new day");

        GateState lost = Home.SampleState();
        new UsageLedger().GiveBack(lost);
        Assert.AreEqual(0, lost.PoweredMinutes, "what is not known");
        Assert.AreEqual(0, lost.Toys[0].BonusToday);
        Assert.AreEqual(int.MaxValue, lost.PlayedBy(1));
    }

    // Wherever one byte is damaged: all used up, or what stood before the last entry.
    [TestMethod]
    [Req("DEF-03")]
    public void Load_AnyByteDamaged_IsUnknownOrWithoutTheLastEntry()
    {
        FlashModel saved = Grown();
        int held = saved.Held(A).Length;
        int unknown = 0;

        for (int at = 0; at < held; at++)
        {
            FlashModel flash = new();
            flash.CopyFrom(saved);
            flash.Rot(A, at, 1 << (at % 8));
            UsageLedger ledger = Loaded(flash);
            unknown += ledger.IsUnknown ? 1 : 0;
            Assert.IsTrue(ledger.IsUnknown || ledger.MinutesOf(Toy) == 20);
        }

        // Two bytes, twelve and four.
        Assert.AreEqual(held - 18, unknown);
    }

    [TestMethod]
    [Req("DEF-03")]
    [DataRow("", -1, "", true)]
    [DataRow("01 00 2C 51 00 00 00 00", -1, "", false)]
    [DataRow("02 00 2C 51 00 00 00 00", -1, "", true)]
    [DataRow("01 01 2C 51 00 00 00 00", -1, "", true)]
    [DataRow("01 02 2C 51 00 00 00 00", -1, "", true)]
    [DataRow("01 00 2C 51 00 80 00 00", -1, "", true)]
    [DataRow("01 00 2C 51 00 00 00", -1, "", true)]
    [DataRow("01 00 2C 51 00 00 01 00", -1, "", true)]
    [DataRow("01 00 2C 51 00 00 01 00 01 01 01 01 02 02 02 02 03 03 03 03", -1, "", false)]
    [DataRow("01 00 2C 51 00 00 00 00 01 01 01 01 02 02 02 02 01 61", -1, "", false)]
    [DataRow("01 00 2C 51 00 00 00 00 01 01 01 01 02 02 02 02 02 61", -1, "", true)]
    [DataRow("01 00 2C 51 00 00 00 00", 1, "", false)]
    [DataRow("01 00 2C 51 00 00 00 00", 1, "01 01 01 01 02 02 02 02 03 03 03", true)]
    [DataRow("01 00 2C 51 00 00 00 00", 2, "01 01 01 01 02 02 02 02 01 61", false)]
    [DataRow("01 00 2C 51 00 00 00 00", 2, "01 01 01 01 02 02 02", true)]
    [DataRow("01 00 2C 51 00 00 00 00", 0, "", true)]
    [DataRow("01 00 2C 51 00 00 00 00", 3, "", true)]
    public void Load_NotOfThisFormat_IsUnknown(string state, int kind, string entry, bool isUnknown)
    {
        FlashModel flash = new();
        Journal journal = Log(flash);
        journal.Open(new UsageLedger());
        byte[] bytes = Hex.Bytes(state);
        Assert.IsTrue(journal.Fold(bytes, bytes.Length));
        byte[] more = Hex.Bytes(entry);
        Assert.IsTrue(kind < 0 || journal.Add(kind, more, more.Length));
        Assert.AreEqual(isUnknown, Loaded(flash).IsUnknown);
    }

    [TestMethod]
    [Req("RES-02")]
    public void Save_CutAnywhere_KeepsWhatWasSavedBefore()
    {
        for (int cut = 0; cut <= (int)FlashCut.Emptied; cut++)
        {
            for (int step = 0; step < 18; step++)
            {
                FlashModel flash = Grown();
                flash.Cut = (FlashCut)cut;
                flash.Seed = step;
                Journal journal = Log(flash);
                UsageLedger ledger = new();
                ledger.Load(journal, true);
                ledger.NoteMinutes(Toy, 50);
                flash.CutAfter(step);
                Assert.IsFalse(ledger.Save(journal));
                flash.PowerOn();
                UsageLedger next = Loaded(flash);
                Assert.IsTrue(next.IsUnknown || next.MinutesOf(Toy) >= 30);

                // And it goes on.
                next.NoteMinutes(Toy, 60);
                Assert.IsTrue(Save(next, flash));
                Assert.IsTrue(Loaded(flash).MinutesOf(Toy) >= 60);
            }
        }
    }

    [TestMethod]
    [Req("RES-02")]
    public void Save_OneCallFailsOrThrows_NextSaveHasAll()
    {
        for (int kind = 0; kind < 2; kind++)
        {
            bool wasReached = true;

            for (int call = 0; wasReached; call++)
            {
                FlashModel flash = Grown();
                Journal journal = Log(flash);
                UsageLedger ledger = new();
                ledger.Load(journal, true);
                ledger.NoteMinutes(Toy, 50);
                ledger.NoteName(Toy, 1, new byte[] { 0x61 }, 0, 1);
                int calls = flash.Calls;
                bool isSaved = false;

                if (kind == 0)
                {
                    flash.FailAt(call);
                }
                else
                {
                    flash.ThrowAt(call);
                }

                try
                {
                    isSaved = ledger.Save(journal);
                }
                catch (FlashException)
                {
                }

                wasReached = flash.Calls - calls > call;
                flash.FailAt(-1);
                flash.ThrowAt(-1);
                Assert.IsTrue(!isSaved || Loaded(flash).MinutesOf(Toy) == 50);
                Assert.IsTrue(ledger.Save(journal));
                UsageLedger next = Loaded(flash);
                Assert.IsFalse(next.IsUnknown);
                Assert.AreEqual(50, next.MinutesOf(Toy));
            }
        }
    }

    // More labels than are kept: that wildcard alone counts as used up after a restart.
    [TestMethod]
    [Req("PCTL-03")]
    public void NoteName_MoreThanFit_IsUsedUp()
    {
        FlashModel flash = new();
        UsageLedger ledger = new();
        ledger.Load(Log(flash), false);
        ledger.OnDay(Home.Monday);
        uint bear = UsageLedger.TagOf("bear");
        uint files = UsageLedger.TagOf("files");
        ledger.NoteName(bear, files, Hex.Bytes("61"), 0, 1);

        for (int i = 0; i < 50; i++)
        {
            ledger.NoteName(Toy, (uint)i + 1, Payload(i, 63), 0, 63);
        }

        Assert.IsTrue(Save(ledger, flash));
        GateState state = Home.SampleState();
        Loaded(flash).GiveBack(state);
        Assert.AreEqual(1, state.Toys[0].Endpoints[Home.FilesEndpoint - 1].NamesToday);
        ledger.NoteName(bear, files, Payload(1, 63), 0, 63);
        Assert.IsTrue(Save(ledger, flash));
        Loaded(flash).GiveBack(state);
        EndpointState used = state.Toys[0].Endpoints[Home.FilesEndpoint - 1];
        Assert.AreEqual(EndpointState.NamesMax, used.NamesToday);
        Assert.IsTrue(used.BytesToday == long.MaxValue);
        Assert.IsTrue(state.Toys[0].Endpoints[Home.StoriesEndpoint - 1].BytesToday == 0);
    }

    [TestMethod]
    public void Save_EveryEndpointOfALargeHome_Fits()
    {
        FlashModel flash = new();
        Journal journal = Log(flash);
        UsageLedger ledger = new();
        ledger.Load(journal, false);
        ledger.OnDay(Home.Monday);

        for (uint i = 0; i < UsageLedger.RowsMax; i++)
        {
            ledger.NoteMinutes(i / 33 + (i % 33) * 1000, 7);
        }

        Assert.IsTrue(ledger.Save(journal));
        Assert.IsFalse(ledger.IsUnknown);
        UsageLedger next = Loaded(flash);
        Assert.IsFalse(next.IsUnknown);
        Assert.AreEqual(7, next.MinutesOf(31 + 32 * 1000));

        // One more than there can be: not known, rather than forgotten.
        ledger.NoteMinutes(77, 7);
        Assert.IsTrue(ledger.IsUnknown);
        Assert.IsTrue(ledger.Save(journal));
        Assert.IsTrue(Loaded(flash).IsUnknown);
    }

    [TestMethod]
    public void NoteBytes_MoreThanCanBeWritten_IsAll()
    {
        FlashModel flash = new();
        UsageLedger ledger = new();
        ledger.Load(Log(flash), false);
        uint bear = UsageLedger.TagOf("bear");
        ledger.NoteBytes(bear, UsageLedger.TagOf("stories"), long.MaxValue);
        ledger.NoteBytes(bear, UsageLedger.TagOf("voice"), -1);
        ledger.NoteBytes(bear, UsageLedger.TagOf("plain"), 0);
        Assert.IsTrue(Save(ledger, flash));
        GateState state = Home.SampleState();
        Loaded(flash).GiveBack(state);
        Assert.IsTrue(state.Toys[0].Endpoints[Home.StoriesEndpoint - 1].BytesToday == long.MaxValue);
        Assert.IsTrue(state.Toys[0].Endpoints[Home.VoiceEndpoint - 1].BytesToday == long.MaxValue);
        Assert.IsTrue(state.Toys[0].Endpoints[Home.PlainEndpoint - 1].BytesToday == 0);
    }

    [TestMethod]
    public void TagOf_IsKeptForEver()
    {
        Assert.AreEqual(0x31466D54, (int)UsageLedger.TagOf("bear"));
        Assert.AreEqual(1, (int)UsageLedger.TagOf(""));
        Assert.IsFalse(UsageLedger.TagOf("\u0431") == UsageLedger.TagOf("\u0031"));
    }

    // A toy that is erased takes with it what was given to it: no toy of its name finds that, in memory or in flash.
    [TestMethod]
    [Req("DEL-01")]
    [Req("PCTL-03")]
    public void Forget_OneToy_TakesItsBonusWithItAndNothingOfAnother()
    {
        FlashModel flash = new();
        Journal journal = Log(flash);
        UsageLedger ledger = new();
        ledger.Load(journal, false);
        GateState state = Home.SampleState();
        state.Toys[0].PlayMinutes = DayMinutes.Every(30);
        Gate gate = new(state, new VerdictCounters());
        gate.SetClock(Home.At(Home.Monday, Home.Noon));
        gate.AddPlay(1, 20);
        Assert.IsTrue(gate.GiveBonus(1, 15));
        ledger.OnDay(Home.Monday);
        ledger.NoteMinutes(UsageLedger.TagOf("other"), 9);
        ledger.Take(gate);
        Assert.IsTrue(ledger.Save(journal));

        ledger.Forget(state.Toys[0].Name);
        Assert.IsTrue(ledger.Save(journal));
        UsageLedger next = Loaded(flash);
        GateState after = Home.SampleState();
        next.GiveBack(after);
        Assert.AreEqual(0, after.Toys[0].PlayedToday);
        Assert.AreEqual(0, after.Toys[0].BonusToday);
        Assert.AreEqual(9, next.MinutesOf(UsageLedger.TagOf("other")));
    }

    private static Journal Log(FlashModel flash)
    {
        return new Journal(flash, A, B);
    }

    private static UsageLedger Loaded(FlashModel flash)
    {
        UsageLedger ledger = new();
        ledger.Load(Log(flash), true);
        return ledger;
    }

    // With a journal of its own, as after a restart in between.
    private static bool Save(UsageLedger ledger, FlashModel flash)
    {
        Journal journal = Log(flash);
        journal.Open(new UsageLedger());
        return ledger.Save(journal);
    }

    private static void Keep(Gate gate, FlashModel flash)
    {
        Journal journal = Log(flash);
        UsageLedger ledger = new();
        ledger.Load(journal, false);
        ledger.Take(gate);
        Assert.IsTrue(ledger.Save(journal));
    }

    // A base with ten minutes, and entries that make them twenty and thirty.
    private static FlashModel Grown()
    {
        FlashModel flash = new();
        Journal journal = Log(flash);
        UsageLedger ledger = new();
        ledger.Load(journal, false);
        ledger.OnDay(Home.Monday);

        for (int minutes = 10; minutes <= 30; minutes += 10)
        {
            ledger.NoteMinutes(Toy, minutes);
            Assert.IsTrue(ledger.Save(journal));
        }

        Assert.AreEqual(0, flash.Held(B).Length);
        return flash;
    }

    private static bool Holds(FlashModel flash, string hex)
    {
        byte[] wanted = Hex.Bytes(hex);
        byte[] held = Bytes.Join(flash.Held(A), flash.Held(B));
        bool isThere = false;

        for (int at = 0; at + wanted.Length <= held.Length; at++)
        {
            int same = 0;

            while (same < wanted.Length && held[at + same] == wanted[same])
            {
                same++;
            }

            isThere |= same == wanted.Length;
        }

        return isThere;
    }

    private static void AssertUsedUp(Gate gate)
    {
        Home.AssertHeld(Reason.EndpointBudget, gate.Ask(Home.StoriesQuery()), "bytes");
        Home.AssertHeld(Reason.TooManyNames, gate.Ask(Home.Query(AskKind.Https, "one.cdn.example", 443)), "names");
    }

    private static void AssertKept(long used, long kept)
    {
        Assert.IsTrue(kept >= used && kept <= used + used / 8 + 64, used.ToString() + " used, " + kept.ToString() + " kept");
    }

    private static byte[] Payload(int seed, int count)
    {
        Chance chance = new(seed);
        byte[] bytes = new byte[count];

        for (int i = 0; i < count; i++)
        {
            bytes[i] = (byte)chance.Next();
        }

        return bytes;
    }
}
