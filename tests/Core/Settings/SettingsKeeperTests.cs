using System;

using ToyGuard.Core.Settings;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Tests.Settings;

/// <summary>
/// Goal: what is stricter counts at once, what is looser only once it is saved, and the answer says what the next start finds. Method: a flash
/// model that fails or throws at one call after another, lies, or cannot be written at all. Random changes are in Desktop/SettingsKeeperFaultTests.
/// </summary>
[TestClass]
public class SettingsKeeperTests
{
    [TestMethod]
    public void New_WhatTheStartFound_IsInForceAtOnce()
    {
        FakeTarget target = new FakeTarget();
        SettingsKeeper keeper = KeeperOver(new FlashModel(), target);

        Family.AssertSame(FamilySettings.Strict, target.InForce, "");
        Assert.AreEqual(1, target.Times);
        Family.AssertSame(FamilySettings.Strict, keeper.Current, "");
    }

    [TestMethod]
    [Req("DEF-03")]
    public void Change_FlashWorks_IsSavedAndInForce()
    {
        FlashModel flash = new FlashModel();
        FakeTarget target = new FakeTarget();
        SettingsKeeper keeper = KeeperOver(flash, target);
        SaveAnswer answer = keeper.Change(Family.Sample());

        Assert.AreEqual((int)SaveOutcome.Saved, (int)answer.Outcome);
        Assert.IsTrue(answer.IsSaved);
        Assert.AreEqual(1, (int)answer.Sequence);
        Family.AssertSame(Family.Sample(), target.InForce, "in force");
        Family.AssertSame(Family.Sample(), keeper.Current, "current");
        Family.AssertSame(Family.Sample(), NextStart(flash), "kept");
    }

    // Requirement of the storage budget: two writes a save, counted by the flash.
    [TestMethod]
    [Req("DEF-03")]
    public void Change_EachSave_IsTwoWrites()
    {
        FlashModel flash = new FlashModel();
        SettingsKeeper keeper = KeeperOver(flash, new FakeTarget());

        for (int i = 1; i <= 10; i++)
        {
            Assert.IsTrue(keeper.Change(Family.Sample().WithRetentionDays(i)).IsSaved);
            Assert.AreEqual(2 * i, flash.Writes, i.ToString());
        }
    }

    [TestMethod]
    public void Change_ToWhatIsKept_WritesNothing()
    {
        FlashModel flash = new FlashModel();
        SettingsKeeper keeper = KeeperOver(flash, new FakeTarget());
        SaveAnswer first = keeper.Change(Family.Sample());
        SaveAnswer second = keeper.Change(Family.Sample());

        Assert.AreEqual((int)SaveOutcome.Saved, (int)second.Outcome);
        Assert.AreEqual((int)first.Sequence, (int)second.Sequence);
        Assert.AreEqual(2, flash.Writes);
    }

    [TestMethod]
    [Req("DEF-03")]
    public void Change_LooserAndFlashFails_ChangesNothing()
    {
        FlashModel flash = new FlashModel();
        FakeTarget target = new FakeTarget();
        SettingsKeeper keeper = KeeperOver(flash, target);
        keeper.Change(Family.Sample());
        BreakSettings(flash, FlashFault.Stuck);
        SaveAnswer answer = keeper.Change(Family.With(Family.Bear().WithPlayMinutes(ToySettings.NoLimit)));

        Assert.AreEqual((int)SaveOutcome.NotSaved, (int)answer.Outcome);
        Assert.AreEqual(1, (int)answer.Sequence);
        Family.AssertSame(Family.Sample(), target.InForce, "in force");
        Family.AssertSame(Family.Sample(), keeper.Current, "current");
        Family.AssertSame(Family.Sample(), NextStart(flash), "kept");
    }

    [TestMethod]
    [Req("DEF-03")]
    public void Change_StricterAndFlashFails_IsInForceAllTheSame()
    {
        FlashModel flash = new FlashModel();
        FakeTarget target = new FakeTarget();
        SettingsKeeper keeper = KeeperOver(flash, target);
        keeper.Change(Family.Sample());
        BreakSettings(flash, FlashFault.Stuck);
        FamilySettings paused = Family.Sample().WithEverythingPaused(true);
        SaveAnswer answer = keeper.Change(paused);

        Assert.AreEqual((int)SaveOutcome.Tightened, (int)answer.Outcome);
        Family.AssertSame(paused, target.InForce, "in force");
        Family.AssertSame(Family.Sample(), NextStart(flash), "kept");

        BreakSettings(flash, FlashFault.None);
        Assert.IsTrue(keeper.Change(paused).IsSaved, "asked again, it is saved");
        Family.AssertSame(paused, NextStart(flash), "kept now");
    }

    [TestMethod]
    [Req("DEF-03")]
    public void Change_MixedAndFlashFails_PutsTheStricterHalfInForce()
    {
        FlashModel flash = new FlashModel();
        FakeTarget target = new FakeTarget();
        SettingsKeeper keeper = KeeperOver(flash, target);
        keeper.Change(Family.Sample());
        BreakSettings(flash, FlashFault.Stuck);
        SaveAnswer answer = keeper.Change(Family.With(Family.Bear().WithPlayMinutes(10).WithQuietHours(null)));

        Assert.AreEqual((int)SaveOutcome.Tightened, (int)answer.Outcome);
        Family.AssertSame(Family.With(Family.Bear().WithPlayMinutes(10)), target.InForce, "fewer minutes, quiet hours as before");
    }

    // The pause has to count before flash is asked: a slow or hanging flash must not keep a toy talking.
    [TestMethod]
    [Req("DEF-03")]
    public void Change_Stricter_IsInForceBeforeFlashIsAsked()
    {
        FlashModel flash = new FlashModel();
        FakeTarget target = new FakeTarget();
        SettingsKeeper keeper = KeeperOver(flash, target);
        keeper.Change(Family.Sample());
        flash.ThrowAt(0);
        FamilySettings paused = Family.Sample().WithEverythingPaused(true);
        Check.Throws(typeof(FlashException), () => keeper.Change(paused));

        Family.AssertSame(paused, target.InForce, "in force");
        Family.AssertSame(paused, keeper.Current, "current");
    }

    // Goal: no half state. Method: each call of a mixed change fails, then each throws, with nothing, some or all of it done.
    [TestMethod]
    [Req("DEF-03")]
    public void Change_AnyCallFailsOrThrows_LeavesOneWhole()
    {
        FamilySettings next = Family.With(Family.Bear().WithPlayMinutes(10).WithQuietHours(null));
        int faults = 0;

        for (int kind = 0; kind < 6; kind++)
        {
            bool isThrowing = kind >= 3;
            int steps = kind % 3 == 0 ? 0 : kind % 3 == 1 ? 40 : int.MaxValue;
            bool wasMet = true;

            for (int call = 0; wasMet; call++)
            {
                FlashModel flash = new FlashModel();
                FakeTarget target = new FakeTarget();
                SettingsKeeper keeper = KeeperOver(flash, target);
                keeper.Change(Family.Sample());
                int before = flash.Calls;
                flash.StepsOfFailing = steps;

                if (isThrowing)
                {
                    flash.ThrowAt(call);
                }
                else
                {
                    flash.FailAt(call);
                }

                string about = kind.ToString() + " " + call.ToString();
                bool hasThrown = false;
                SaveAnswer answer = default;

                try
                {
                    answer = keeper.Change(next);
                }
                catch (FlashException)
                {
                    hasThrown = true;
                }

                wasMet = flash.Calls - before > call;
                faults += wasMet ? 1 : 0;
                flash.FailAt(-1);
                flash.ThrowAt(-1);
                FamilySettings found = NextStart(flash);
                bool isNew = Family.AreSame(found, next);

                Assert.IsTrue(isNew || Family.AreSame(found, Family.Sample()), about + " old or new");
                Assert.AreEqual(wasMet && isThrowing, hasThrown, about);
                Assert.IsTrue(hasThrown || isNew == answer.IsSaved, about + " the answer is true");
                Assert.IsTrue(Family.AreSame(keeper.Current, target.InForce!), about + " one whole");
                Assert.IsTrue(Strictness.IsNeverLooser(keeper.Current, found), about + " no looser than what is kept");
                Assert.AreEqual(10, keeper.Current.Toys[0].PlayMinutes.At(0), about + " what is stricter counts");

                Assert.IsTrue(keeper.Change(next).IsSaved, about + " and goes on");
                Family.AssertSame(next, NextStart(flash), about);
            }
        }

        Assert.IsTrue(faults > 30, faults.ToString());
    }

    // A flash that says it wrote and did not.
    [TestMethod]
    [Req("DEF-03")]
    [DataRow((int)FlashFault.Ignoring)]
    [DataRow((int)FlashFault.ProgramIgnored)]
    [DataRow((int)FlashFault.EraseIgnored)]
    [DataRow((int)FlashFault.ProgramFails)]
    [DataRow((int)FlashFault.EraseFails)]
    public void Change_FlashIsBroken_AnswersWhatTheNextStartFinds(int fault)
    {
        for (int broken = 1; broken <= 3; broken++)
        {
            FlashModel flash = new FlashModel();
            SettingsKeeper keeper = KeeperOver(flash, new FakeTarget());
            keeper.Change(Family.Sample());
            flash.Break(FlashLayout.SettingsA, (broken & 1) != 0 ? (FlashFault)fault : FlashFault.None);
            flash.Break(FlashLayout.SettingsB, (broken & 2) != 0 ? (FlashFault)fault : FlashFault.None);

            FamilySettings next = Family.Sample().WithPaired(false).WithToy(Family.Rabbit().WithPaused(false));
            SaveAnswer answer = keeper.Change(next);
            FamilySettings found = NextStart(flash);

            Assert.AreEqual(answer.IsSaved, Family.AreSame(found, next), broken.ToString());
            Assert.IsTrue(answer.IsSaved || Strictness.IsNeverLooser(found, Family.Sample()), broken.ToString());
            Assert.IsTrue(answer.IsSaved || Strictness.IsNeverLooser(keeper.Current, Family.Sample()), broken.ToString());
        }
    }

    [TestMethod]
    [Req("DEF-03")]
    public void MarkGood_Twice_WritesOnce()
    {
        FlashModel flash = new FlashModel();
        SettingsKeeper keeper = KeeperOver(flash, new FakeTarget());
        keeper.Change(Family.Sample());

        Assert.IsTrue(keeper.MarkGood());
        Assert.IsTrue(keeper.MarkGood());
        Assert.AreEqual(1, flash.WritesOf(FlashLayout.SettingsGood));
        Family.AssertSame(Family.Sample(), GoodOf(flash), "");

        keeper.Change(Family.Sample().WithEverythingPaused(true));
        Family.AssertSame(Family.Sample(), GoodOf(flash), "a change is not good before it is marked");
        Assert.IsTrue(keeper.MarkGood());
        Family.AssertSame(Family.Sample().WithEverythingPaused(true), GoodOf(flash), "");
    }

    [TestMethod]
    public void MarkGood_FlashFails_SaysSo()
    {
        FlashModel flash = new FlashModel();
        SettingsKeeper keeper = KeeperOver(flash, new FakeTarget());
        flash.Break(FlashLayout.SettingsGood, FlashFault.Ignoring);

        Assert.IsFalse(keeper.MarkGood());
    }

    private static SettingsKeeper KeeperOver(FlashModel flash, IRuleTarget target)
    {
        TwoSlotStore store = new TwoSlotStore(flash, FlashLayout.SettingsA, FlashLayout.SettingsB);
        store.Open();
        FamilySettings found = SettingsCodec.Read(store.Payload).OrStrict;
        return new SettingsKeeper(store, new SingleSlot(flash, FlashLayout.SettingsGood), target, found);
    }

    private static FamilySettings NextStart(FlashModel flash)
    {
        TwoSlotStore store = new TwoSlotStore(flash, FlashLayout.SettingsA, FlashLayout.SettingsB);
        store.Open();
        return SettingsCodec.Read(store.Payload).OrStrict;
    }

    private static FamilySettings GoodOf(FlashModel flash)
    {
        SingleSlot good = new SingleSlot(flash, FlashLayout.SettingsGood);
        good.Look();
        return SettingsCodec.Read(good.Read()).OrStrict;
    }

    private static void BreakSettings(FlashModel flash, FlashFault fault)
    {
        flash.Break(FlashLayout.SettingsA, fault);
        flash.Break(FlashLayout.SettingsB, fault);
    }
}
