using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Tests.Storage;

/// <summary>
/// Goal: what was added is replayed once and in order after the next boot, or its loss is said; nothing is replayed that was not added.
/// Method: a flash that is cut off, fails and throws at each of its calls and bytes in turn; after each the journal is opened anew.
/// </summary>
[TestClass]
public class JournalTests
{
    private const int A = FlashLayout.BootA;
    private const int B = FlashLayout.BootB;

    // Around an entry's payload, and around a base.
    private const int Around = 6;
    private const int Frame = SingleSlot.FrameBytes;

    [TestMethod]
    public void Open_NothingKept_IsEmptyAndWantsABase()
    {
        FlashModel flash = new();
        Journal journal = Opened(flash);
        Assert.AreEqual((int)JournalStatus.Empty, (int)journal.Status);
        Assert.AreEqual("", Replayed.Of(flash, out _));
        Assert.IsTrue(journal.NeedsFold);
        Assert.IsTrue(journal.IsFull(0));
        Assert.IsFalse(journal.Add(1, new byte[1], 1));
        Assert.IsTrue(journal.Generation == 0);
        Assert.AreEqual(0, flash.Writes);
    }

    [TestMethod]
    public void Add_ThenOpen_ReplaysOnceInOrder()
    {
        FlashModel flash = Kept();
        int writes = flash.Writes;
        Assert.AreEqual("b0102 7:a0 255: 0:b0b1b2", Replayed.Of(flash, out JournalStatus status));
        Assert.AreEqual((int)JournalStatus.Whole, (int)status);
        Assert.AreEqual(writes, flash.Writes);

        // Going on behind what was there.
        Journal journal = Opened(flash);
        Assert.IsFalse(journal.NeedsFold);
        Assert.IsTrue(journal.Add(3, new byte[] { 0xC0 }, 1));
        Assert.AreEqual("b0102 7:a0 255: 0:b0b1b2 3:c0", Replayed.Of(flash, out _));
    }

    [TestMethod]
    public void Open_Twice_ReplaysTheSameAgain()
    {
        FlashModel flash = Kept();
        Journal journal = new(flash, A, B);
        Replayed first = new();
        Replayed second = new();
        journal.Open(first);
        journal.Open(second);
        Assert.AreEqual(first.Text, second.Text);
    }

    [TestMethod]
    public void Fold_ThenOpen_HasOnlyTheNewBase()
    {
        FlashModel flash = Kept();
        Journal journal = Opened(flash);
        Assert.IsTrue(journal.Fold(new byte[] { 9 }, 1));
        Assert.AreEqual("b09", Replayed.Of(flash, out _));
        Assert.IsTrue(journal.Generation == 2);
        Assert.AreEqual(0, flash.Held(A).Length);
        Assert.IsTrue(journal.Add(1, new byte[] { 8 }, 1));
        Assert.AreEqual("b09 1:08", Replayed.Of(flash, out _));
        Assert.IsTrue(journal.Fold(new byte[0], 0));
        Assert.AreEqual("b", Replayed.Of(flash, out _));
        Assert.AreEqual(0, flash.Held(B).Length);
    }

    [TestMethod]
    public void Add_LargestAndTooLarge_FitsOrIsRefused()
    {
        FlashModel flash = Kept();
        Journal journal = Opened(flash);
        int writes = flash.Writes;
        Assert.IsFalse(journal.Add(1, new byte[Journal.EntryMax + 1], Journal.EntryMax + 1));
        Assert.IsFalse(journal.Add(1, new byte[4], 5));
        Assert.IsFalse(journal.Add(1, new byte[4], -1));
        Assert.AreEqual(writes, flash.Writes);
        Assert.IsTrue(journal.Add(1, new byte[Journal.EntryMax], Journal.EntryMax));
        Replayed.Of(flash, out JournalStatus status);
        Assert.AreEqual((int)JournalStatus.Whole, (int)status);
    }

    [TestMethod]
    public void Add_AreaFull_IsRefusedUntilAFold()
    {
        FlashModel flash = Kept();
        Journal journal = Opened(flash);
        byte[] entry = Payload.Of(1, 240);
        int held = flash.Held(A).Length;
        int added = 0;

        while (journal.Add(1, entry, entry.Length))
        {
            added++;
        }

        Assert.AreEqual((FlashLayout.CapacityOf(A) - held) / (240 + Around), added);
        Assert.IsTrue(journal.IsFull(240));
        Assert.IsFalse(journal.NeedsFold);

        // To the last byte.
        int left = FlashLayout.CapacityOf(A) - flash.Held(A).Length - Around;
        Assert.IsFalse(journal.Add(2, entry, left + 1));
        Assert.IsTrue(journal.Add(2, entry, left));
        Assert.AreEqual(FlashLayout.CapacityOf(A), flash.Held(A).Length);
        Assert.IsTrue(journal.IsFull(0));
        Replayed.Of(flash, out JournalStatus status);
        Assert.AreEqual((int)JournalStatus.Whole, (int)status);
        Assert.IsTrue(journal.Fold(entry, journal.StateMax < 240 ? 0 : 240));
        Assert.IsFalse(journal.IsFull(240));
    }

    [TestMethod]
    public void Fold_LargestState_LeavesNoRoom()
    {
        FlashModel flash = new();
        Journal journal = Opened(flash);
        byte[] state = Payload.Of(1, journal.StateMax + 1);
        Assert.IsFalse(journal.Fold(state, state.Length));
        Assert.IsTrue(journal.Fold(state, state.Length - 1));
        Assert.IsTrue(journal.IsFull(0));
        Assert.IsFalse(journal.Add(1, state, 0));
        Replayed.Of(flash, out JournalStatus status);
        Assert.AreEqual((int)JournalStatus.Whole, (int)status);
    }

    [TestMethod]
    [Req("RES-02")]
    [Req("LOG-02")]
    public void Add_CutAnywhere_IsThereOrTorn()
    {
        byte[] entry = Payload.Of(1, 21);

        for (int cut = 0; cut <= (int)FlashCut.Emptied; cut++)
        {
            for (int step = 0; step <= entry.Length + Around; step++)
            {
                FlashModel flash = Kept();
                string before = Replayed.Of(flash, out _);
                flash.Cut = (FlashCut)cut;
                flash.Seed = step;
                Journal journal = Opened(flash);
                flash.CutAfter(step);
                bool isAdded = journal.Add(5, entry, entry.Length);
                flash.PowerOn();
                Assert.AreEqual(step == entry.Length + Around, isAdded);
                string after = Replayed.Of(flash, out JournalStatus status);
                bool isThere = after.Length > before.Length;
                Assert.IsTrue(after == before || (isThere && after.Substring(0, before.Length) == before), "cut " + cut.ToString() + " at step " + step.ToString());
                Assert.IsTrue(isThere || !isAdded);
                Assert.IsTrue(status == JournalStatus.Whole || (status == JournalStatus.TornTail && !isThere));
                GoOn(flash, status);
            }
        }
    }

    [TestMethod]
    [Req("RES-02")]
    public void Fold_CutAnywhere_IsOldOrNew()
    {
        byte[] state = Payload.Of(1, 13);

        for (int cut = 0; cut <= (int)FlashCut.Emptied; cut++)
        {
            // One step more for the sector of the older base.
            for (int step = 0; step <= state.Length + Frame + 1; step++)
            {
                FlashModel flash = Kept();
                string before = Replayed.Of(flash, out _);
                flash.Cut = (FlashCut)cut;
                flash.Seed = step;
                Journal journal = Opened(flash);
                flash.CutAfter(step);
                bool isFolded = journal.Fold(state, state.Length);
                flash.PowerOn();
                string after = Replayed.Of(flash, out JournalStatus status);
                Assert.IsTrue((after == before && !isFolded) || (after.Length == 1 + 2 * 13 && after != before), "cut " + cut.ToString() + " at step " + step.ToString());
                Assert.AreEqual((int)JournalStatus.Whole, (int)status);
                GoOn(flash, status);
            }
        }
    }

    [TestMethod]
    public void Add_BehindATornTail_WaitsForAFold()
    {
        FlashModel flash = Kept();
        flash.Put(A, Bytes.Join(flash.Held(A), new byte[] { 3, 1, 7 }));
        byte[] held = flash.Held(A);
        Journal journal = Opened(flash);
        Assert.AreEqual((int)JournalStatus.TornTail, (int)journal.Status);
        Assert.IsTrue(journal.NeedsFold);
        Assert.IsFalse(journal.Add(1, new byte[1], 1));
        Assert.IsTrue(Payload.AreSame(held, flash.Held(A)));
        Assert.IsTrue(journal.Fold(new byte[] { 5 }, 1));
        Assert.IsTrue(journal.Add(1, new byte[] { 6 }, 1));
        Assert.AreEqual("b05 1:06", Replayed.Of(flash, out _));
    }

    [TestMethod]
    [Req("LOG-02")]
    public void Open_AnyByteDamaged_IsSaid()
    {
        FlashModel saved = Kept();
        string whole = Replayed.Of(saved, out _);
        int held = saved.Held(A).Length;

        // The last entry has three bytes.
        int last = held - 3 - Around;

        for (int at = 0; at < held; at++)
        {
            FlashModel flash = new();
            flash.CopyFrom(saved);
            flash.Rot(A, at, 1 << (at % 8));
            string left = Replayed.Of(flash, out JournalStatus status);
            Assert.IsTrue(IsWithout(whole, left), left);
            Assert.AreEqual((int)(at < last ? JournalStatus.Damaged : JournalStatus.TornTail), (int)status, "byte " + at.ToString());
            GoOn(flash, status);
        }
    }

    [TestMethod]
    [Req("LOG-02")]
    public void Open_EntryLostInTheMiddle_IsDamaged()
    {
        FlashModel flash = Kept();
        byte[] held = flash.Held(A);
        int first = Frame + 2;
        int second = first + 1 + Around;
        flash.Put(A, Bytes.Join(Bytes.Part(held, 0, first), Bytes.Part(held, second, held.Length - second)));
        string left = Replayed.Of(flash, out JournalStatus status);
        Assert.AreEqual("b0102", left);
        Assert.IsTrue(status != JournalStatus.Whole);
    }

    [TestMethod]
    [Req("LOG-02")]
    public void Open_EntriesSwapped_AreNotReplayed()
    {
        FlashModel flash = new();
        Journal journal = Opened(flash);
        journal.Fold(new byte[0], 0);
        journal.Add(1, new byte[] { 1 }, 1);
        journal.Add(1, new byte[] { 2 }, 1);
        journal.Add(1, new byte[] { 3 }, 1);
        byte[] held = flash.Held(A);
        const int Entry = 1 + Around;
        byte[] swapped = Bytes.Join(Bytes.Part(held, Frame + Entry, Entry), Bytes.Part(held, Frame, Entry));
        flash.Put(A, Bytes.Join(Bytes.Join(Bytes.Part(held, 0, Frame), swapped), Bytes.Part(held, Frame + 2 * Entry, Entry)));
        Assert.AreEqual("b 1:03", Replayed.Of(flash, out JournalStatus status));
        Assert.AreEqual((int)JournalStatus.Damaged, (int)status);
    }

    [TestMethod]
    public void Open_EntriesOfAnOlderGenerationBehindAShorterBase_AreNotReplayed()
    {
        FlashModel flash = Kept();
        byte[] old = flash.Held(A);
        Journal journal = Opened(flash);
        Assert.IsTrue(journal.Fold(new byte[] { 3, 4 }, 2));
        Assert.IsTrue(journal.Fold(new byte[] { 5, 6 }, 2));

        // At the very place where they stood.
        byte[] held = flash.Held(A);
        flash.Put(A, Bytes.Join(held, Bytes.Part(old, held.Length, old.Length - held.Length)));
        Assert.AreEqual("b0506", Replayed.Of(flash, out JournalStatus status));
        Assert.IsTrue(status != JournalStatus.Whole);
        GoOn(flash, status);
    }

    [TestMethod]
    public void Open_MuchThatDoesNotRead_IsDamaged()
    {
        FlashModel flash = Kept();
        flash.Put(A, Bytes.Join(flash.Held(A), Payload.Of(1, Journal.EntryMax + Around)));
        Replayed.Of(flash, out JournalStatus torn);
        Assert.AreEqual((int)JournalStatus.TornTail, (int)torn);
        flash.Put(A, Bytes.Join(flash.Held(A), new byte[1]));
        Replayed.Of(flash, out JournalStatus more);
        Assert.AreEqual((int)JournalStatus.Damaged, (int)more);
    }

    // Left in place, the older base would pass for all there is.
    [TestMethod]
    [Req("DEF-03")]
    public void Open_NewestBaseDamagedAfterItsFold_IsDamaged()
    {
        FlashModel flash = Kept();
        Journal journal = Opened(flash);
        Assert.IsTrue(journal.Fold(new byte[] { 9 }, 1));
        flash.Rot(B, Frame - 2, 8);
        Assert.AreEqual("", Replayed.Of(flash, out JournalStatus status));
        Assert.AreEqual((int)JournalStatus.Damaged, (int)status);
    }

    // The cut came between the new base and the end of the older one: the next entry ends it.
    [TestMethod]
    [Req("DEF-03")]
    public void Add_OlderBaseStillThere_EndsItFirst()
    {
        FlashModel flash = Kept();
        byte[] old = flash.Held(A);
        Opened(flash).Fold(new byte[] { 9 }, 1);
        flash.Put(A, old);
        Journal journal = Opened(flash);
        Assert.AreEqual("b09", Replayed.Of(flash, out _));
        Assert.IsTrue(journal.Add(1, new byte[] { 1 }, 1));
        Assert.AreEqual(0, flash.Held(A).Length);
        Assert.AreEqual("b09 1:01", Replayed.Of(flash, out _));
    }

    [TestMethod]
    public void Fold_GenerationWraps_NewestWins()
    {
        FlashModel flash = new();
        flash.Put(A, Payload.Frame(A, 1, uint.MaxValue, 1, new byte[] { 1 }));
        Journal journal = Opened(flash);
        flash.Break(A, FlashFault.Stuck);
        Assert.IsTrue(journal.Fold(new byte[] { 2 }, 1));
        flash.Break(A, FlashFault.None);
        Assert.IsTrue(journal.Generation == 0);
        Assert.AreEqual("b02", Replayed.Of(flash, out _));
        Assert.IsTrue(journal.Add(1, new byte[] { 3 }, 1));
        Assert.AreEqual("b02 1:03", Replayed.Of(flash, out _));
    }

    [TestMethod]
    [Req("RES-02")]
    public void AddAndFold_OneCallFails_LosesNothingThatWasAnswered()
    {
        for (int part = 0; part < 3; part++)
        {
            bool wasReached = true;

            for (int call = 0; wasReached; call++)
            {
                FlashModel flash = Kept();
                flash.StepsOfFailing = part == 2 ? int.MaxValue : part * 10;
                Journal journal = Opened(flash);
                int calls = flash.Calls;
                flash.FailAt(call);
                bool isAdded = journal.Add(5, new byte[] { 0xD0, 0xD1 }, 2);
                bool isFolded = journal.Fold(new byte[] { 0xE0 }, 1);
                bool isAddedAgain = journal.Add(6, new byte[] { 0xF0 }, 1);
                wasReached = flash.Calls - calls > call;
                flash.FailAt(-1);
                string kept = Replayed.Of(flash, out _);
                string base1 = isFolded ? "be0" : "b0102 7:a0 255: 0:b0b1b2" + (isAdded ? " 5:d0d1" : "");
                string wanted = base1 + (isAddedAgain ? " 6:f0" : "");

                // What was not answered may be there at the end, whole.
                bool isMore = kept == wanted + (isFolded ? " 6:f0" : " 5:d0d1");
                Assert.IsTrue(kept == wanted || (isMore && !(isAdded && isAddedAgain)), "part " + part.ToString() + " call " + call.ToString() + ": " + kept);
                Assert.IsTrue(!journal.NeedsFold || !isAddedAgain);
            }
        }
    }

    [TestMethod]
    [Req("RES-02")]
    public void AddAndFold_OneCallThrows_NextFoldPutsItRight()
    {
        for (int part = 0; part < 3; part++)
        {
            bool hasThrown = true;

            for (int call = 0; hasThrown; call++)
            {
                FlashModel flash = Kept();
                flash.StepsOfFailing = part == 2 ? int.MaxValue : part * 10;
                Journal journal = Opened(flash);
                flash.ThrowAt(call);
                hasThrown = false;

                try
                {
                    Assert.IsTrue(journal.Add(5, new byte[] { 0xD0, 0xD1 }, 2));
                    Assert.IsTrue(journal.Fold(new byte[] { 0xE0 }, 1));
                }
                catch (FlashException)
                {
                    hasThrown = true;
                }

                flash.ThrowAt(-1);

                // An entry is taken only where it will be found.
                string kept = Replayed.Of(flash, out _);
                bool isAdded = journal.Add(6, new byte[] { 0xF0 }, 1);
                Assert.IsTrue(!isAdded || Replayed.Of(flash, out _) == kept + " 6:f0");
                Assert.IsTrue(isAdded || journal.NeedsFold);
                Assert.IsTrue(journal.Fold(new byte[] { 0x77 }, 1));
                Assert.IsTrue(journal.Add(8, new byte[] { 0x88 }, 1));
                Assert.AreEqual("b77 8:88", Replayed.Of(flash, out JournalStatus status));
                Assert.AreEqual((int)JournalStatus.Whole, (int)status);
            }
        }
    }

    // A read that fails is not the end of the journal: what stands behind it would be written over as if it had never been.
    [TestMethod]
    [Req("RES-02")]
    public void Open_OneCallFails_SaysThatSomethingIsMissing()
    {
        FlashModel flash = Kept();
        string whole = Replayed.Of(flash, out _);
        bool wasReached = true;

        for (int call = 0; wasReached; call++)
        {
            int calls = flash.Calls;
            flash.FailAt(call);
            string left = Replayed.Of(flash, out JournalStatus status);
            wasReached = flash.Calls - calls > call;
            flash.FailAt(-1);
            Assert.IsTrue(status == JournalStatus.Damaged || left == whole, "call " + call.ToString() + " left " + left);
        }
    }

    [TestMethod]
    public void Add_AreaBroken_IsSaid()
    {
        for (int fault = (int)FlashFault.ProgramFails; fault <= (int)FlashFault.Ignoring; fault++)
        {
            FlashModel flash = Kept();
            Journal journal = Opened(flash);
            flash.Break(A, (FlashFault)fault);
            bool isAdded = journal.Add(5, new byte[] { 0xD0 }, 1);
            flash.Break(A, FlashFault.None);
            string kept = Replayed.Of(flash, out _);

            // What erasing does is of no matter to an addition.
            Assert.IsTrue(isAdded == (kept == "b0102 7:a0 255: 0:b0b1b2 5:d0") || (FlashFault)fault == FlashFault.ReadFails);
            Assert.AreEqual(isAdded, !journal.NeedsFold);
            Assert.IsTrue(journal.Fold(new byte[] { 1 }, 1));
            Assert.AreEqual("b01", Replayed.Of(flash, out _));
        }
    }

    [TestMethod]
    public void Open_FlashCameBackEmpty_IsEmpty()
    {
        FlashModel flash = Kept();
        Journal journal = Opened(flash);
        flash.LoseAll();
        Assert.IsFalse(journal.Add(1, new byte[1], 1));
        Assert.AreEqual("", Replayed.Of(flash, out JournalStatus status));
        Assert.AreEqual((int)JournalStatus.Empty, (int)status);
    }

    private static Journal Opened(FlashModel flash)
    {
        Journal journal = new(flash, A, B);
        journal.Open(new Replayed());
        return journal;
    }

    // A base and three entries, in the first area.
    private static FlashModel Kept()
    {
        FlashModel flash = new();
        Journal journal = Opened(flash);
        Assert.IsTrue(journal.Fold(new byte[] { 1, 2 }, 2));
        Assert.IsTrue(journal.Add(7, new byte[] { 0xA0 }, 1));
        Assert.IsTrue(journal.Add(255, new byte[0], 0));
        Assert.IsTrue(journal.Add(0, new byte[] { 0xB0, 0xB1, 0xB2 }, 3));
        return flash;
    }

    // However it was found, it can be gone on with.
    private static void GoOn(FlashModel flash, JournalStatus status)
    {
        Journal journal = Opened(flash);
        Assert.AreEqual(status == JournalStatus.Whole, !journal.NeedsFold);
        Assert.AreEqual(status == JournalStatus.Whole, journal.Add(1, new byte[] { 0x11 }, 1));
        Assert.IsTrue(journal.Fold(new byte[] { 0x22 }, 1));
        Assert.IsTrue(journal.Add(1, new byte[] { 0x33 }, 1));
        Assert.AreEqual("b22 1:33", Replayed.Of(flash, out JournalStatus after));
        Assert.AreEqual((int)JournalStatus.Whole, (int)after);
    }

    // Whether what is left is the whole without some of its words.
    private static bool IsWithout(string whole, string left)
    {
        string[] words = whole.Split(' ');
        string[] rest = left.Split(' ');
        int next = 0;

        for (int i = 0; i < words.Length && next < rest.Length; i++)
        {
            next += words[i] == rest[next] ? 1 : 0;
        }

        return next == rest.Length || left.Length == 0;
    }
}
