using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Tests.Storage;

/// <summary>
/// Goal: what was answered as saved is there after the next boot, what was answered as not saved changed nothing, and no damage of one slot loses anything.
/// Method: a flash that is cut off, fails, throws and lies at each of its calls and bytes in turn; after each the store is opened anew.
/// </summary>
[TestClass]
public class TwoSlotStoreTests
{
    private const int A = FlashLayout.SettingsA;
    private const int B = FlashLayout.SettingsB;
    private const int Frame = SingleSlot.FrameBytes;

    [TestMethod]
    public void Open_NothingKept_IsEmpty()
    {
        TwoSlotStore store = new(new FlashModel(), A, B);
        Assert.AreEqual((int)StoreStatus.Empty, (int)store.Open());
        Assert.IsTrue(store.Payload is null);
        Assert.IsTrue(store.Sequence == 0);
        Assert.AreEqual(FlashLayout.CapacityOf(A) - Frame, store.PayloadMax);
    }

    [TestMethod]
    public void Save_ThenOpen_IsThereTwice()
    {
        byte[] payload = Payload.Of(1, 700);
        FlashModel flash = Payload.Saved(Payload.Of(2, 30), payload);
        Assert.IsTrue(Payload.AreSame(flash.Held(A), flash.Held(B)));
        int writes = flash.Writes;
        TwoSlotStore store = Payload.Open(flash);
        Assert.AreEqual((int)StoreStatus.Whole, (int)store.Status);
        Assert.IsTrue(Payload.AreSame(payload, store.Payload));
        Assert.IsTrue(store.Sequence == 2);
        Assert.AreEqual(writes, flash.Writes);
    }

    [TestMethod]
    public void Save_SmallestAndLargest_AreBack()
    {
        FlashModel flash = Payload.Saved(new byte[0]);
        TwoSlotStore store = Payload.Open(flash);
        Assert.AreEqual(0, store.Payload!.Length);
        byte[] largest = Payload.Of(3, store.PayloadMax);
        Assert.IsTrue(store.Save(largest));
        Assert.IsTrue(Payload.AreSame(largest, Payload.Open(flash).Payload));
        Assert.IsFalse(store.Save(new byte[store.PayloadMax + 1]));
        Assert.IsTrue(Payload.AreSame(largest, store.Payload));
    }

    [TestMethod]
    public void Save_TakesTwoWrites()
    {
        FlashModel flash = Payload.Saved(Payload.Of(1, 10));
        TwoSlotStore store = Payload.Open(flash);
        int writes = flash.Writes;
        Assert.IsTrue(store.Save(Payload.Of(2, 10)));
        Assert.AreEqual(writes + 2, flash.Writes);
    }

    [TestMethod]
    public void Save_BeforeOpen_IsRefused()
    {
        FlashModel flash = Payload.Saved(Payload.Of(1, 10));
        TwoSlotStore store = new(flash, A, B);
        int writes = flash.Writes;
        Assert.IsFalse(store.Save(Payload.Of(2, 10)));
        Assert.IsFalse(store.Repair());
        Assert.AreEqual(writes, flash.Writes);
    }

    [TestMethod]
    [Req("DEF-03")]
    public void Open_OneSlotDamagedAnywhere_LosesNothing()
    {
        byte[] payload = Payload.Of(2, 20);
        FlashModel saved = Payload.Saved(Payload.Of(1, 25), payload);

        for (int area = A; area <= B; area++)
        {
            for (int at = 0; at < Frame + payload.Length; at++)
            {
                FlashModel flash = new();
                flash.CopyFrom(saved);
                flash.Rot(area, at, 1 << (at % 8));
                TwoSlotStore store = Payload.Open(flash);
                Assert.IsTrue(Payload.AreSame(payload, store.Payload));
                Assert.AreEqual((int)StoreStatus.OneCopy, (int)store.Status);
                Assert.IsTrue(store.Repair());
                Assert.IsTrue(flash.IsSameAs(saved));
            }
        }
    }

    [TestMethod]
    [Req("DEF-03")]
    public void Open_BothDamaged_HasNothing()
    {
        FlashModel flash = Payload.Saved(Payload.Of(1, 20));
        flash.Rot(A, 15, 4);
        flash.Rot(B, 30, 1);
        TwoSlotStore store = Payload.Open(flash);
        Assert.AreEqual((int)StoreStatus.Damaged, (int)store.Status);
        Assert.IsTrue(store.Payload is null);
        Assert.IsFalse(store.Repair());
        Assert.IsTrue(store.Save(Payload.Of(2, 5)));
        Assert.AreEqual((int)StoreStatus.Whole, (int)Payload.Open(flash).Status);
    }

    [TestMethod]
    [Req("RES-02")]
    [Req("LOG-02")]
    public void Save_CutAnywhere_IsOldOrNew()
    {
        byte[] before = Payload.Of(1, 9);
        byte[] after = Payload.Of(2, 7);
        FlashModel saved = Payload.Saved(before);
        int steps = 2 * (1 + Frame + after.Length);

        for (int cut = 0; cut <= (int)FlashCut.Emptied; cut++)
        {
            for (int step = 0; step <= steps; step++)
            {
                FlashModel flash = new();
                flash.CopyFrom(saved);
                flash.Cut = (FlashCut)cut;
                flash.Seed = step;
                TwoSlotStore store = Payload.Open(flash);
                flash.CutAfter(step);
                bool isSaved = store.Save(after);
                flash.PowerOn();
                TwoSlotStore next = Payload.Open(flash);
                Assert.IsTrue(Payload.AreSame(after, next.Payload) || (!isSaved && Payload.AreSame(before, next.Payload)), "cut " + cut.ToString() + " at step " + step.ToString());
                Assert.AreEqual(step < steps / 2, !isSaved);

                // And once more, over what the cut left.
                Assert.IsTrue(next.Save(before));
                Assert.IsTrue(Payload.AreSame(before, Payload.Open(flash).Payload));
            }
        }
    }

    [TestMethod]
    [Req("DEF-03")]
    public void Save_OneCallFails_AnswersWhatFlashHolds()
    {
        byte[] before = Payload.Of(1, 300);
        byte[] after = Payload.Of(2, 280);
        FlashModel saved = Payload.Saved(before);

        for (int part = 0; part < 3; part++)
        {
            bool wasReached = true;

            for (int call = 0; wasReached; call++)
            {
                FlashModel flash = new();
                flash.CopyFrom(saved);
                flash.StepsOfFailing = part == 2 ? int.MaxValue : part * 100;
                TwoSlotStore store = Payload.Open(flash);
                int calls = flash.Calls;
                flash.FailAt(call);
                bool isSaved = store.Save(after);
                wasReached = flash.Calls - calls > call;
                flash.FailAt(-1);
                byte[] inForce = isSaved ? after : before;
                Assert.IsTrue(Payload.AreSame(inForce, store.Payload));
                Assert.IsTrue(Payload.AreSame(inForce, Payload.Open(flash).Payload), "part " + part.ToString() + " call " + call.ToString());
            }
        }
    }

    // What failed at first must not turn up later as the newest there is: not where there is nothing older either.
    [TestMethod]
    [Req("DEF-03")]
    public void Save_FirstEverSaysFalse_LeavesNothing()
    {
        FlashModel flash = new() { StepsOfFailing = int.MaxValue };
        TwoSlotStore store = Payload.Open(flash);
        flash.FailAt(0);
        Assert.IsFalse(store.Save(Payload.Of(1, 10)));
        Assert.AreEqual((int)StoreStatus.Empty, (int)store.Status);
        Assert.AreEqual((int)StoreStatus.Empty, (int)Payload.Open(flash).Status);
    }

    [TestMethod]
    [Req("RES-02")]
    public void Save_OneCallThrows_HoldsWhatFlashHoldsOrOlder()
    {
        byte[] before = Payload.Of(1, 300);
        byte[] after = Payload.Of(2, 280);
        byte[] third = Payload.Of(3, 40);
        FlashModel saved = Payload.Saved(before);

        for (int part = 0; part < 3; part++)
        {
            bool hasThrown = true;

            for (int call = 0; hasThrown; call++)
            {
                FlashModel flash = new();
                flash.CopyFrom(saved);
                flash.StepsOfFailing = part == 2 ? int.MaxValue : part * 100;
                TwoSlotStore store = Payload.Open(flash);
                flash.ThrowAt(call);
                hasThrown = Throws(store, after);
                flash.ThrowAt(-1);
                byte[]? kept = Payload.Open(flash).Payload;
                Assert.IsTrue(Payload.AreSame(kept, after) || (hasThrown && Payload.AreSame(kept, before)));
                Assert.IsTrue(Payload.AreSame(store.Payload, kept) || Payload.AreSame(store.Payload, before));

                // The next save must not touch the only copy first.
                flash.CutAfter(5);
                Assert.IsFalse(store.Save(third));
                flash.PowerOn();
                byte[]? left = Payload.Open(flash).Payload;
                Assert.IsTrue(Payload.AreSame(left, before) || Payload.AreSame(left, after));
                Assert.IsTrue(store.Save(third));
                Assert.IsTrue(Payload.AreSame(third, Payload.Open(flash).Payload));
            }
        }
    }

    [TestMethod]
    [Req("RES-02")]
    public void Open_OneCallThrows_RefusesUntilOpened()
    {
        byte[] payload = Payload.Of(1, 300);
        FlashModel flash = Payload.Saved(payload);
        bool hasThrown = true;

        for (int call = 0; hasThrown; call++)
        {
            TwoSlotStore store = new(flash, A, B);
            flash.ThrowAt(call);
            hasThrown = false;

            try
            {
                store.Open();
            }
            catch (FlashException)
            {
                hasThrown = true;
                Assert.IsFalse(store.Save(Payload.Of(2, 3)));
            }

            flash.ThrowAt(-1);
            store.Open();
            Assert.IsTrue(Payload.AreSame(payload, store.Payload));
        }
    }

    [TestMethod]
    [Req("DEF-03")]
    public void Open_OneCallFails_TakesTheOtherCopy()
    {
        byte[] payload = Payload.Of(1, 300);
        FlashModel flash = Payload.Saved(payload);
        int before = flash.Calls;
        Payload.Open(flash);
        int calls = flash.Calls - before;

        for (int call = 0; call < calls; call++)
        {
            flash.FailAt(call);
            TwoSlotStore store = Payload.Open(flash);
            Assert.IsTrue(Payload.AreSame(payload, store.Payload));
            Assert.AreEqual((int)StoreStatus.OneCopy, (int)store.Status);
            flash.FailAt(-1);
        }
    }

    [TestMethod]
    public void Save_SequenceWraps_NewestWins()
    {
        byte[] before = Payload.Of(1, 10);
        byte[] after = Payload.Of(2, 10);
        FlashModel flash = new();
        flash.Put(A, Payload.Frame(A, 1, uint.MaxValue, 10, before));
        flash.Put(B, Payload.Frame(A, 1, uint.MaxValue, 10, before));
        TwoSlotStore store = Payload.Open(flash);
        flash.CutAfter(1 + Frame + 10);
        Assert.IsTrue(store.Save(after));
        flash.PowerOn();

        // The second copy did not get written: 0 stands beside the largest number.
        TwoSlotStore next = Payload.Open(flash);
        Assert.AreEqual((int)StoreStatus.OneCopy, (int)next.Status);
        Assert.IsTrue(next.Sequence == 0);
        Assert.IsTrue(Payload.AreSame(after, next.Payload));
        Assert.IsTrue(next.Save(before));
        Assert.IsTrue(Payload.Open(flash).Sequence == 1);
    }

    [TestMethod]
    public void Open_TwoTruthsOfOneSequence_TakesTheFirstAndSays()
    {
        byte[] first = Payload.Of(1, 10);
        FlashModel flash = new();
        flash.Put(A, Payload.Frame(A, 1, 7, 10, first));
        flash.Put(B, Payload.Frame(A, 1, 7, 10, Payload.Of(2, 10)));
        TwoSlotStore store = Payload.Open(flash);
        Assert.AreEqual((int)StoreStatus.Split, (int)store.Status);
        Assert.IsTrue(Payload.AreSame(first, store.Payload));
        Assert.IsTrue(store.Repair());
        Assert.AreEqual((int)StoreStatus.Whole, (int)Payload.Open(flash).Status);
        Assert.IsTrue(Payload.AreSame(first, Payload.Open(flash).Payload));
    }

    [TestMethod]
    [DataRow(0, 1, true)]
    [DataRow(FlashLayout.SettingsGood, 1, false)]
    [DataRow(FlashLayout.BootA, 1, false)]
    [DataRow(FlashLayout.UsageA, 1, false)]
    [DataRow(0, 0, false)]
    [DataRow(0, 2, false)]
    public void Open_FrameForAnotherPlaceOrFormat_IsNotRead(int kind, int version, bool isRead)
    {
        FlashModel flash = new();
        flash.Put(A, Payload.Frame(kind, version, 1, 10, Payload.Of(1, 10)));
        TwoSlotStore store = Payload.Open(flash);
        Assert.AreEqual(isRead, store.Payload is not null);
        Assert.AreEqual((int)(isRead ? StoreStatus.OneCopy : StoreStatus.Damaged), (int)store.Status);
    }

    [TestMethod]
    public void Open_JournalCopiedOverASlot_TakesTheOther()
    {
        byte[] payload = Payload.Of(1, 10);
        FlashModel flash = Payload.Saved(payload);
        Journal journal = new(flash, FlashLayout.BootA, FlashLayout.BootB);
        journal.Open(new Replayed());
        Assert.IsTrue(journal.Fold(Payload.Of(2, 10), 10));
        flash.Put(A, flash.Held(FlashLayout.BootA));
        Assert.IsTrue(Payload.AreSame(payload, Payload.Open(flash).Payload));
    }

    [TestMethod]
    [DataRow(11)]
    [DataRow(9)]
    [DataRow(0)]
    [DataRow(16384)]
    [DataRow(16384 - 16)]
    [DataRow(int.MaxValue)]
    [DataRow(int.MinValue)]
    [DataRow(-1)]
    [DataRow(-16)]
    public void Open_LengthLies_IsDamaged(int length)
    {
        FlashModel flash = new();
        flash.Put(A, Payload.Frame(A, 1, 1, (uint)length, Payload.Of(1, 10)));
        Assert.AreEqual((int)StoreStatus.Damaged, (int)Payload.Open(flash).Status);
    }

    [TestMethod]
    public void Open_LeftoversBehindAShorterFrame_AreNotLookedAt()
    {
        byte[] payload = Payload.Of(1, 10);
        FlashModel flash = Payload.Saved(Payload.Of(2, 90), payload);
        flash.Put(A, Bytes.Join(flash.Held(A), Payload.Frame(A, 1, 9, 20, Payload.Of(3, 20))));
        flash.Put(B, Bytes.Join(flash.Held(B), Payload.Of(4, 64)));
        TwoSlotStore store = Payload.Open(flash);
        Assert.AreEqual((int)StoreStatus.Whole, (int)store.Status);
        Assert.IsTrue(Payload.AreSame(payload, store.Payload));
    }

    // Every way in which an area can be broken, in either slot, under either newest copy.
    [TestMethod]
    [Req("DEF-03")]
    public void Save_AreaBroken_AnswersWhatFlashHolds()
    {
        byte[] before = Payload.Of(1, 20);
        byte[] after = Payload.Of(2, 20);

        for (int fault = (int)FlashFault.ProgramFails; fault <= (int)FlashFault.Ignoring; fault++)
        {
            for (int area = A; area <= B; area++)
            {
                for (int older = 1; older <= 2; older++)
                {
                    FlashModel flash = Payload.Saved(older == 1 ? new byte[][] { before } : new byte[][] { after, before });
                    TwoSlotStore store = Payload.Open(flash);
                    flash.Break(area, (FlashFault)fault);
                    bool isSaved = store.Save(after);
                    byte[] inForce = isSaved ? after : before;
                    Assert.IsTrue(Payload.AreSame(inForce, store.Payload));
                    Assert.IsTrue(Payload.AreSame(inForce, Payload.Open(flash).Payload), "fault " + fault.ToString() + " area " + area.ToString());
                    Assert.AreEqual((int)StoreStatus.OneCopy, (int)store.Status);
                    flash.Break(area, FlashFault.None);
                    Assert.IsTrue(Payload.AreSame(inForce, Payload.Open(flash).Payload), "mended, fault " + fault.ToString() + " area " + area.ToString());
                }
            }
        }
    }

    [TestMethod]
    [Req("DEF-03")]
    public void Open_FlashCameBackEmpty_HasNothing()
    {
        FlashModel flash = Payload.Saved(Payload.Of(1, 20));
        TwoSlotStore store = Payload.Open(flash);
        flash.LoseAll();
        Assert.AreEqual((int)StoreStatus.Empty, (int)store.Open());
        Assert.IsTrue(store.Payload is null);
        Assert.IsTrue(store.Sequence == 0);
    }

    [TestMethod]
    public void Repair_SlotStaysBroken_IsTriedOnce()
    {
        FlashModel flash = Payload.Saved(Payload.Of(1, 20));
        flash.Rot(B, 3, 1);
        flash.Break(B, FlashFault.Stuck);
        TwoSlotStore store = Payload.Open(flash);
        Assert.IsFalse(store.Repair());
        int writes = flash.Writes;
        Assert.IsFalse(store.Repair());
        Assert.AreEqual(writes, flash.Writes);
        flash.Break(B, FlashFault.None);
        store.Open();
        Assert.IsTrue(store.Repair());
    }

    private static bool Throws(TwoSlotStore store, byte[] payload)
    {
        try
        {
            Assert.IsTrue(store.Save(payload));
            return false;
        }
        catch (FlashException)
        {
            return true;
        }
    }
}
