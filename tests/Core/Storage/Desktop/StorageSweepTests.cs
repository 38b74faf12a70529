using System;

using FsCheck;
using FsCheck.Fluent;

using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Tests.Storage;

/// <summary>
/// Goal: no content of flash throws, loops, allocates by what it claims, or reads as what nobody wrote.
/// Method: every bit, every length and every pair of slots of good contents; seeded random contents; seeded random faults against a model.
/// </summary>
[TestClass]
public class StorageSweepTests
{
    private const int A = FlashLayout.SettingsA;
    private const int B = FlashLayout.SettingsB;

    [TestMethod]
    [Req("DEF-03")]
    public void Slots_EveryBitAndEveryLengthOfOne_LoseNothing()
    {
        byte[] payload = Payload.Of(1, 600);
        FlashModel flash = Payload.Saved(Payload.Of(2, 900), payload);
        byte[] whole = flash.Held(A);

        for (int area = A; area <= B; area++)
        {
            for (int bit = 0; bit < whole.Length * 8; bit++)
            {
                flash.Rot(area, bit / 8, 1 << (bit % 8));
                AssertKept(flash, payload);
                flash.Rot(area, bit / 8, 1 << (bit % 8));
            }

            for (int length = 0; length < whole.Length; length++)
            {
                flash.Put(area, Bytes.Part(whole, 0, length));
                AssertKept(flash, payload);
            }

            flash.Put(area, whole);
        }
    }

    // Two and three bits in one slot, the CRC's own too: with 32 bits of it all of these are found in a frame of this size.
    [TestMethod]
    [Req("DEF-03")]
    public void Slot_TwoAndThreeBits_AreFound()
    {
        FlashModel flash = Payload.Saved(Payload.Of(1, 20));
        int bits = flash.Held(A).Length * 8;
        SingleSlot slot = new(flash, A);

        for (int first = 0; first < bits; first++)
        {
            flash.Rot(A, first / 8, 1 << (first % 8));

            for (int second = first + 1; second < bits; second++)
            {
                flash.Rot(A, second / 8, 1 << (second % 8));
                Assert.AreEqual(StoreStatus.Damaged, slot.Look());
                int third = (first * 7 + second * 13) % bits;

                if (third != first && third != second)
                {
                    flash.Rot(A, third / 8, 1 << (third % 8));
                    Assert.AreEqual(StoreStatus.Damaged, slot.Look());
                    flash.Rot(A, third / 8, 1 << (third % 8));
                }

                flash.Rot(A, second / 8, 1 << (second % 8));
            }

            flash.Rot(A, first / 8, 1 << (first % 8));
        }
    }

    [TestMethod]
    [Req("DEF-03")]
    public void RandomContents_ReadAsNothing()
    {
        Gen<byte[]> bytes = ArbMap.Default.GeneratorFor<byte[]>();

        Prop.ForAll(bytes.ToArbitrary(), bytes.ToArbitrary(), (first, second) =>
        {
            FlashModel flash = new();

            // With a right head, so that the rest is looked at.
            byte[] head = new byte[] { 0x54, 0x47, 3, 1 };
            flash.Put(FlashLayout.BootA, Bytes.Join(head, first));
            flash.Put(FlashLayout.BootB, Bytes.Join(head, second));
            string replayed = Replayed.Of(flash, out JournalStatus status);
            return replayed.Length == 0 && status == JournalStatus.Damaged;
        }).Check(Seeded.Cases(500));
    }

    [TestMethod]
    [Req("DEF-03")]
    public void RandomBehindABase_IsNeverReplayed()
    {
        Prop.ForAll(ArbMap.Default.GeneratorFor<byte[]>().Resize(2_000).ToArbitrary(), tail =>
        {
            FlashModel flash = new();
            byte[] content = Bytes.Join(Payload.Frame(3, 1, 5, 2, new byte[] { 1, 2 }), tail);
            flash.Put(FlashLayout.BootA, Bytes.Part(content, 0, Math.Min(content.Length, FlashLayout.BlockBytes)));
            return Replayed.Of(flash, out _) == "b0102";
        }).Check(Seeded.Cases(150));
    }

    // Random saves, cuts, faults and restarts against what was answered.
    [TestMethod]
    [Req("RES-02")]
    public void Slots_LongLifeWithFaults_HoldWhatWasAnswered()
    {
        for (int seed = 0; seed < 100; seed++)
        {
            Chance chance = new(seed);
            FlashModel flash = new();
            TwoSlotStore store = Payload.Open(flash);
            byte[]? kept = null;

            for (int i = 0; i < 40; i++)
            {
                byte[] next = Payload.Of(seed * 100 + i, chance.Below(400));
                flash.Cut = (FlashCut)chance.Below((int)FlashCut.Emptied + 1);
                flash.Seed = i;
                int plan = chance.Below(4);

                if (plan == 0)
                {
                    flash.CutAfter(chance.Below(900));
                }
                else if (plan == 1)
                {
                    flash.StepsOfFailing = chance.Below(500);
                    flash.FailAt(chance.Below(12));
                }

                bool isSaved = store.Save(next);
                bool wasCut = flash.IsOff;
                flash.FailAt(-1);
                flash.PowerOn();

                if (wasCut || chance.Below(3) == 0)
                {
                    store = Payload.Open(flash);
                }

                bool isNew = Payload.AreSame(store.Payload, next);
                Assert.IsTrue(isNew || (!isSaved && Payload.AreSame(store.Payload, kept)), "seed " + seed + " step " + i);
                Assert.IsTrue(!isNew || isSaved || wasCut || Payload.AreSame(next, kept), "seed " + seed + " step " + i);
                kept = store.Payload;

                if (chance.Below(2) == 0)
                {
                    store.Repair();
                }
            }
        }
    }

    [TestMethod]
    public void Open_LengthLies_AllocatesNothingBig()
    {
        foreach (uint length in new uint[] { 11, 16_368, 16_369, 1 << 20, int.MaxValue, 0x80000000, uint.MaxValue })
        {
            FlashModel flash = new();
            flash.Put(A, Payload.Frame(A, 1, 1, length, Payload.Of(1, 10)));
            flash.Put(B, flash.Held(A));
            TwoSlotStore store = new(flash, A, B);
            store.Open();
            long before = GC.GetAllocatedBytesForCurrentThread();
            store.Open();
            Assert.IsTrue(GC.GetAllocatedBytesForCurrentThread() - before < 1024, length.ToString());
        }
    }

    private static void AssertKept(FlashModel flash, byte[] payload)
    {
        TwoSlotStore store = Payload.Open(flash);
        Assert.AreEqual(StoreStatus.OneCopy, store.Status);
        Assert.IsTrue(Payload.AreSame(payload, store.Payload));
    }
}
