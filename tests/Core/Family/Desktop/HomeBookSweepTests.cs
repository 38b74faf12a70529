using System;
using System.Linq;

using ToyGuard.Core.Family;
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
