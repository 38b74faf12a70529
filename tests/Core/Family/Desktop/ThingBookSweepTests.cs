using System;
using System.Linq;

using ToyGuard.Core.Family;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Tests.Family.Desktop;

/// <summary>What is kept of things, damaged or cut in every way: no thing is a toy that no guardian made it, and nothing throws. The hex example of the format's page.</summary>
[TestClass]
public class ThingBookSweepTests
{
    private static readonly byte[] s_robot = { 2, 0, 0x5E, 0, 0x53, 1 };
    private static readonly byte[] s_part = { 2, 0, 0x5E, 0, 0x53, 2 };

    [TestMethod]
    [Req("RES-02")]
    public void EveryPrefix_AndEveryTurnedBit_IsNobody()
    {
        byte[] held = Kept().Held(FlashLayout.ThingsA);

        for (int count = 0; count < held.Length; count++)
        {
            Assert.IsEmpty(Opened(held[..count]).All, "prefix of " + count);
        }

        for (int bit = 0; bit < held.Length * 8; bit++)
        {
            byte[] turned = (byte[])held.Clone();
            turned[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.IsEmpty(Opened(turned).All, "bit " + bit);
        }
    }

    // Version, two toys of which the first is made here, then three things: each payload below is one that no book writes.
    [TestMethod]
    [DataRow("01 01 01 05 52 6F 62 6F 74 01 00 02 00 5E 00 53 01", true)]
    [DataRow("01 01 01 05 52 6F 62 6F 74 00", true)]
    [DataRow("02 01 01 05 52 6F 62 6F 74 01 00 02 00 5E 00 53 01", false)]
    [DataRow("01 01 02 05 52 6F 62 6F 74 01 00 02 00 5E 00 53 01", false)]
    [DataRow("01 01 00 05 52 6F 62 6F 74 00", false)]
    [DataRow("01 02 00 01 41 01 01 42 01 00 02 00 5E 00 53 01", false)]
    [DataRow("01 02 00 01 41 00 01 42 02 01 02 00 5E 00 53 01 00 02 00 5E 00 53 02", false)]
    [DataRow("01 02 00 01 41 00 01 42 03 01 02 00 5E 00 53 01 00 02 00 5E 00 53 02 01 02 00 5E 00 53 03", false)]
    [DataRow("01 02 01 01 41 01 01 41 01 00 02 00 5E 00 53 01", false)]
    [DataRow("01 01 01 01 41 01 01 02 00 5E 00 53 01", false)]
    [DataRow("01 01 01 01 41 01 00 03 00 5E 00 53 01", false)]
    [DataRow("01 01 01 01 41 01 00 00 00 00 00 00 00", false)]
    [DataRow("01 01 01 01 41 02 00 02 00 5E 00 53 01 00 02 00 5E 00 53 01", false)]
    [DataRow("01 01 01 01 41 01 00 02 00 5E 00 53 01 00", false)]
    [DataRow("01 01 01 01 41 02 00 02 00 5E 00 53 01", false)]
    [DataRow("01 01 01 00 01 00 02 00 5E 00 53 01", false)]
    [DataRow("01 01 01 01 0A 01 00 02 00 5E 00 53 01", false)]
    [DataRow("01 21 00", false)]
    [DataRow("01 00", false)]
    public void APayload_InAWholeFrame_IsReadInOneWayOrNotAtAll(string hex, bool isRight)
    {
        FlashModel flash = new();
        TwoSlotStore store = new(flash, FlashLayout.ThingsA, FlashLayout.ThingsB);
        store.Open();
        Assert.IsTrue(store.Save(Convert.FromHexString(hex.Replace(" ", ""))));
        ThingBook book = new(flash);
        DeclaredToy[] toys = book.With(Array.Empty<DeclaredToy>());
        Assert.AreEqual(isRight, toys.Length == 1);
        Assert.IsTrue(isRight || book.All.Length == 0);
    }

    [TestMethod]
    public void EveryOtherPayload_NeverThrows_AndIsFit_AndIsWrittenAsItWasRead()
    {
        TwoSlotStore kept = new(Kept(), FlashLayout.ThingsA, FlashLayout.ThingsB);
        kept.Open();
        byte[] payload = kept.Payload!;
        Random random = new(20261123);

        for (int run = 0; run < 6000; run++)
        {
            byte[] other = run < payload.Length ? payload[..run] : (byte[])payload.Clone();

            for (int i = 0; i < random.Next(3) && other.Length > 0; i++)
            {
                other[random.Next(other.Length)] = (byte)random.Next(256);
            }

            FlashModel flash = new();
            TwoSlotStore store = new(flash, FlashLayout.ThingsA, FlashLayout.ThingsB);
            store.Open();
            Assert.IsTrue(store.Save(other));
            ThingBook book = new(flash);
            DeclaredToy[] toys = book.With(Array.Empty<DeclaredToy>());
            Assert.IsTrue(toys.All(toy => ToyName.IsFit(toy.Name)) && book.All.All(thing => ThingBook.IsStation(thing.Hardware)), "run " + run);

            if (book.All.Length > 0 && book.ToyOf(book.All[^1].Hardware) > 0)
            {
                // Moved there and back: what is written again is what was read, but for the order of things.
                KnownThing last = book.All[^1];
                Assert.IsTrue(book.Join(last.Hardware, last.Toy));
                store = new TwoSlotStore(flash, FlashLayout.ThingsA, FlashLayout.ThingsB);
                store.Open();
                CollectionAssert.AreEqual(other, store.Payload, "run " + run);
            }
        }
    }

    [TestMethod]
    [Req("RES-02")]
    public void Join_CutAtAnyStep_IsBeforeOrAfter()
    {
        for (int steps = 0; ; steps++)
        {
            FlashModel flash = new();
            flash.CopyFrom(Kept());
            ThingBook book = new(flash);
            book.With(Array.Empty<DeclaredToy>());
            flash.CutAfter(steps);
            bool isJoined = book.Join(new byte[] { 2, 0, 0x5E, 0, 0x53, 3 }, "Robot");
            bool isOver = !flash.IsOff;
            flash.PowerOn();
            ThingBook next = new(flash);
            next.With(Array.Empty<DeclaredToy>());
            Assert.IsTrue(next.All.Length == 3 || (next.All.Length == 2 && !isJoined), "cut after " + steps);

            if (isOver)
            {
                return;
            }
        }
    }

    [TestMethod]
    public void Things_AreAsThePageSays()
    {
        FormatPage.AssertIs("things", Kept().Held(FlashLayout.ThingsA));
        FormatPage.AssertIs("things", Kept().Held(FlashLayout.ThingsB));
    }

    private static FlashModel Kept()
    {
        FlashModel flash = new();
        ThingBook book = new(flash);
        book.With(Array.Empty<DeclaredToy>());
        Assert.IsTrue(book.Join(s_robot, "Robot"));
        Assert.IsTrue(book.Join(s_part, "Robot"));
        return flash;
    }

    private static ThingBook Opened(byte[] held)
    {
        FlashModel flash = new();
        flash.Put(FlashLayout.ThingsA, held);
        ThingBook book = new(flash);
        book.With(Array.Empty<DeclaredToy>());
        return book;
    }
}
