using System;
using System.Linq;

using ToyGuard.Core.Family;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Tests.Family.Desktop;

/// <summary>Home manifests damaged in every way: no place that a guardian did not keep, and nothing throws. The hex example of the format's page.</summary>
[TestClass]
public class HomeBookSweepTests
{
    [TestMethod]
    public void EveryPrefix_AndEveryTurnedBit_IsNoPlace()
    {
        byte[] held = Kept().Held(FlashLayout.HomesA);

        for (int count = 0; count < held.Length; count++)
        {
            Assert.AreEqual(0, Places(held[..count]).Length, "prefix of " + count);
        }

        for (int bit = 0; bit < held.Length * 8; bit++)
        {
            byte[] turned = (byte[])held.Clone();
            turned[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.AreEqual(0, Places(turned).Length, "bit " + bit);
        }
    }

    // An older version's mark without places: what is new in it nobody can say, that it changed is told all the same.
    [TestMethod]
    [Req("EGR-07")]
    public void MarkOfAnOlderVersion_IsTold_AndNamesNoPlace()
    {
        FlashModel flash = new();
        HomeBook book = new(flash);
        book.Open();
        DeclaredToy before = Maker("a.example");
        _ = book.NoteMaker(before);
        TwoSlotStore store = new(flash, FlashLayout.HomesA, FlashLayout.HomesB);
        store.Open();
        byte[] payload = store.Payload!;
        byte[] older = payload[..^3];
        Assert.AreEqual(3, payload[2], "its kind");
        older[2] = 2;
        Assert.IsTrue(store.Save(older));

        book = new HomeBook(flash);
        book.Open();
        Assert.IsFalse(book.NoteMaker(before));
        Assert.IsTrue(book.NoteMaker(Maker("a.example", "b.example")));
        Assert.IsFalse(book.IsNew(Maker("a.example", "b.example"), 2));
    }

    // The order of bytes, a place twice, one too many and bytes behind the end are what no book writes.
    [TestMethod]
    public void KnownPlaces_DamagedInAWholeFrame_AreNoBook()
    {
        FlashModel flash = new();
        HomeBook book = new(flash);
        book.Open();
        _ = book.NoteMaker(Maker("a.example", "b.example"));
        TwoSlotStore store = new(flash, FlashLayout.HomesA, FlashLayout.HomesB);
        store.Open();
        byte[] payload = store.Payload!;
        byte[] twice = (byte[])payload.Clone();
        twice[^2] = twice[^4];
        twice[^1] = twice[^3];
        byte[] more = (byte[])payload.Clone();
        more[^5] = 33;

        for (int count = 0; count < payload.Length; count++)
        {
            AssertForgotten(payload[..count], "prefix of " + count);
        }

        AssertForgotten(twice, "twice");
        AssertForgotten(more, "more than there can be");
        AssertForgotten(payload.Append((byte)0).ToArray(), "behind the end");
    }

    [TestMethod]
    public void EveryOtherPayload_InAWholeFrame_NeverThrows_AndIsFit()
    {
        TwoSlotStore kept = new(Kept(), FlashLayout.HomesA, FlashLayout.HomesB);
        kept.Open();
        byte[] payload = kept.Payload!;
        Random random = new(20261122);

        for (int run = 0; run < 4000; run++)
        {
            byte[] other = run < payload.Length ? payload[..run] : (byte[])payload.Clone();

            for (int i = 0; i < random.Next(3) && other.Length > 0; i++)
            {
                other[random.Next(other.Length)] = (byte)random.Next(256);
            }

            FlashModel flash = new();
            TwoSlotStore store = new(flash, FlashLayout.HomesA, FlashLayout.HomesB);
            store.Open();
            Assert.IsTrue(store.Save(other));
            HomeBook book = new(flash);
            book.Open();
            Assert.IsTrue(book.PlacesOf("Robot").All(place => place.IsFit), "run " + run);
        }
    }

    [TestMethod]
    public void Homes_AreAsThePageSays()
    {
        FormatPage.AssertIs("homes", Kept().Held(FlashLayout.HomesA));
        FormatPage.AssertIs("homes", Kept().Held(FlashLayout.HomesB));
    }

    // A book that reads would notice another manifest.
    private static void AssertForgotten(byte[] payload, string what)
    {
        FlashModel flash = new();
        TwoSlotStore store = new(flash, FlashLayout.HomesA, FlashLayout.HomesB);
        store.Open();
        Assert.IsTrue(store.Save(payload));
        HomeBook book = new(flash);
        book.Open();
        Assert.IsFalse(book.NoteMaker(Maker("z.example")), what);
    }

    private static DeclaredToy Maker(params string[] hosts)
    {
        Endpoint[] places = hosts.Select(host =>
            new Endpoint(host, HostPattern.Parse(host, out _)!, 443, Scheme.Https, "Toys", Party.First, "stories", Array.Empty<string>(), 0, null)).ToArray();
        return new DeclaredToy("Bear", new Manifest("bear", "Bear", "Toys", "", "", "2031-12-31", AgeBand.Under9, places, Array.Empty<SensorUse>(), Array.Empty<string>()));
    }

    private static FlashModel Kept()
    {
        FlashModel flash = new();
        HomeBook book = new(flash);
        book.Open();
        Assert.IsTrue(book.Keep("Robot", new[] { new HomePlace("a.robot.example", 443), new HomePlace("b.robot.example", 8883) }));
        return flash;
    }

    private static HomePlace[] Places(byte[] held)
    {
        FlashModel flash = new();
        flash.Put(FlashLayout.HomesA, held);
        HomeBook book = new(flash);
        book.Open();
        return book.PlacesOf("Robot");
    }
}
