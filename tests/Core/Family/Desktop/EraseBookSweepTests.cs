using System;
using System.Linq;

using ToyGuard.Core.Family;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Tests.Family.Desktop;

/// <summary>Delete-requests damaged in every way and cut at every step: none that no guardian asked for is ever sent, and nothing throws. The hex example of the format's page.</summary>
[TestClass]
public class EraseBookSweepTests
{
    [TestMethod]
    [Req("DEL-03")]
    public void EveryPrefix_AndEveryTurnedBit_IsNoRequest_AndIsSaid()
    {
        byte[] held = Kept().Held(FlashLayout.DeletesA);

        for (int count = 0; count < held.Length; count++)
        {
            AssertEmpty(held[..count], count == 0, "prefix of " + count);
        }

        for (int bit = 0; bit < held.Length * 8; bit++)
        {
            byte[] turned = (byte[])held.Clone();
            turned[bit / 8] ^= (byte)(1 << (bit % 8));
            AssertEmpty(turned, false, "bit " + bit);
        }
    }

    // Behind a right checksum: what a newer or an evil writer may have put there.
    [TestMethod]
    [Req("DEL-03")]
    public void EveryOtherByteInAWholeFrame_SendsOnlyToOneHostAndAPath()
    {
        TwoSlotStore kept = new(Kept(), FlashLayout.DeletesA, FlashLayout.DeletesB);
        kept.Open();
        byte[] payload = kept.Payload!;

        for (int at = 0; at < payload.Length; at++)
        {
            for (int value = 0; value < 256; value++)
            {
                byte[] other = (byte[])payload.Clone();
                other[at] = (byte)value;
                AssertFit(other, at + " is " + value);
            }
        }

        for (int count = 0; count < payload.Length; count++)
        {
            AssertFit(payload[..count], "first " + count);
        }

        AssertFit(payload.Append((byte)0).ToArray(), "one byte more");
    }

    [TestMethod]
    [Req("DEL-03")]
    public void CutAtEveryStep_IsBeforeOrAfter()
    {
        FlashModel counted = Kept();
        int before = counted.Steps;
        EraseBook first = EraseBookTests.Open(counted);
        first.Take(EraseBookTests.Noon);
        Assert.IsTrue(first.Begin(EraseBookTests.Noon, 0));
        int steps = counted.Steps - before;

        for (int cut = 0; cut <= steps; cut++)
        {
            FlashModel flash = Kept();
            EraseBook book = EraseBookTests.Open(flash);
            flash.CutAfter(cut);
            book.Take(EraseBookTests.Noon);
            bool isSaved = book.Begin(EraseBookTests.Noon, 0);
            flash.PowerOn();
            EraseRequest found = EraseBookTests.Open(flash).All.Single(one => one.State == EraseState.Waiting);
            Assert.IsTrue(found.Tries == 1 || (!isSaved && found.Tries == 0), "cut " + cut);
        }
    }

    [TestMethod]
    public void Deletes_AreAsThePageSays()
    {
        FormatPage.AssertIs("deletes", Kept().Held(FlashLayout.DeletesA));
        FormatPage.AssertIs("deletes", Kept().Held(FlashLayout.DeletesB));
    }

    private static FlashModel Kept()
    {
        FlashModel flash = new();
        EraseBook book = EraseBookTests.Open(flash);
        byte[] id = Enumerable.Range(1, EraseRequest.IdBytes).Select(number => (byte)number).ToArray();
        Assert.AreEqual(EraseFault.None, book.Ask(EraseBookTests.Place("metrics.example", "/v1/delete"), EraseCause.Withdrew, true, id, EraseBookTests.Noon));
        Assert.AreEqual(EraseFault.None, book.Ask(EraseBookTests.Place("*.cdn.example", ""), EraseCause.Erased, true, new byte[EraseRequest.IdBytes], EraseBookTests.Noon));
        return flash;
    }

    private static void AssertEmpty(byte[] held, bool isNothing, string what)
    {
        FlashModel flash = new();
        flash.Put(FlashLayout.DeletesA, held);
        EraseBook book = new(flash);
        Assert.AreEqual(isNothing, book.Open(), what);
        Assert.IsEmpty(book.All, what);
    }

    private static void AssertFit(byte[] payload, string what)
    {
        FlashModel flash = new();
        TwoSlotStore store = new(flash, FlashLayout.DeletesA, FlashLayout.DeletesB);
        store.Open();
        Assert.IsTrue(store.Save(payload));
        EraseBook book = new(flash);
        bool isRead = book.Open();
        Assert.IsTrue(isRead || book.All.Length == 0, what);
        Assert.IsTrue(book.All.All(one => !one.IsOpen || (ErasePath.IsFit(one.Path) && !one.Place.IsWildcard && one.Port > 0)), what);

        while (book.Take(EraseBookTests.Noon * 2) is not null && book.Begin(EraseBookTests.Noon * 2, 0))
        {
            book.Settle(EraseState.Confirmed, EraseBookTests.Noon * 2);
        }

        book.Turn(EraseBookTests.Noon);
    }
}
