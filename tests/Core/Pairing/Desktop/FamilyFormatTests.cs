using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

using ToyGuard.Core.Pairing;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Tests.Pairing.Desktop;

/// <summary>The hex examples of firmware/docs/storage-format.md are what the family's book and its tries read, and what they write.</summary>
[TestClass]
public class FamilyFormatTests
{
    private const int FrameHead = 12;
    private const int Crc = 4;
    private const int NoticesAt = 3;
    private const int RowAt = 10;

    [TestMethod]
    public void Family_IsAsThePageSays()
    {
        DeskRig rig = new();
        byte[] family = Example();
        Keep(rig, family, Tries());
        FormatPage.AssertIs("family", rig.Flash.Held(FlashLayout.FamilyA));
        FormatPage.AssertIs("family", rig.Flash.Held(FlashLayout.FamilyB));
        Assert.IsFalse(rig.Book.IsUnreadable);
        Assert.IsTrue(rig.Book.HasPhones);

        // One notice more, and all the rest comes back as it was read.
        rig.Desk.Note(NoticeKind.NameConflict, 0);
        byte[] wanted = Join(family, new byte[] { 2, (byte)NoticeKind.NameConflict, 0, 0 }, BitConverter.GetBytes(rig.UtcSeconds), new byte[1]);
        wanted[NoticesAt] = 2;
        wanted[NoticesAt + 1] = 2;
        CollectionAssert.AreEqual(wanted, Payload(rig, FlashLayout.FamilyA));
        CollectionAssert.AreEqual(wanted, Payload(rig, FlashLayout.FamilyB));
    }

    [TestMethod]
    [Req("AUTH-02")]
    public void Tries_AreAsThePageSays()
    {
        DeskRig rig = new();
        byte[] tries = Tries();
        Keep(rig, Example(), tries);
        FormatPage.AssertIs("tries", rig.Flash.Held(FlashLayout.TriesA));
        FormatPage.AssertIs("tries", rig.Flash.Held(FlashLayout.TriesB));

        TestPhone phone = Guardian(rig);
        Assert.IsFalse(phone.SignIn(full: true));
        Assert.AreEqual(2, phone.Status, "the PIN was looked at");
        Assert.AreEqual(120, phone.WaitSeconds);
        rig.Wait(120);
        Assert.IsTrue(phone.SignIn(full: true));

        // The row is over; the day's others stay.
        tries[RowAt] = 0;
        CollectionAssert.AreEqual(tries, Payload(rig, FlashLayout.TriesA));
        CollectionAssert.AreEqual(tries, Payload(rig, FlashLayout.TriesB));
    }

    private static void Keep(DeskRig rig, byte[] family, byte[] tries)
    {
        FlashModel flash = new();
        Save(new TwoSlotStore(flash, FlashLayout.FamilyA, FlashLayout.FamilyB), family);
        Save(new TwoSlotStore(flash, FlashLayout.TriesA, FlashLayout.TriesB), tries);
        rig.Flash.CopyFrom(flash);
        rig.Start();
    }

    private static void Save(TwoSlotStore store, byte[] payload)
    {
        store.Open();
        Assert.IsTrue(store.Save(payload));
    }

    private static byte[] Payload(DeskRig rig, int area)
    {
        byte[] held = rig.Flash.Held(area);
        return held[FrameHead..^Crc];
    }

    private static TestPhone Guardian(DeskRig rig)
    {
        TestPhone phone = rig.Phone();
        phone.PhoneId = Run(0x01, 8);
        phone.PhoneKey = Run(0x20, 32);
        phone.PhoneSalt = Run(0x60, 16);
        phone.DeviceSalt = Run(0x70, 16);
        phone.Pin = DeskRig.Pin;
        return phone;
    }

    private static byte[] Example()
    {
        byte[] check = Guardian(new DeskRig()).PinCheck;
        byte[] owner = HMACSHA256.HashData(Run(0x40, 16), Run(0, 10));

        return Join(
            new byte[] { 2, 3, 2, 1, 1, 0 }, new byte[4], Run(0x40, 16), owner, new byte[48], new byte[4],
            new byte[] { 1, 1, 1, 10 }, Run(0x01, 8), Run(0x20, 32), Run(0x60, 32), BitConverter.GetBytes(TestPhone.Rounds), check, new byte[16], Encoding.UTF8.GetBytes("Blue phone"),
            new byte[] { 2, 3, 0, 9 }, Run(0x11, 8), Run(0x80, 32), new byte[68], BitConverter.GetBytes(1011), BitConverter.GetBytes(1_800_604_800L), new byte[4], Encoding.UTF8.GetBytes("Red phone"),
            new byte[] { 1, 1, 2, 0 }, BitConverter.GetBytes(1_800_000_000L), new byte[1]);
    }

    private static byte[] Tries()
    {
        return Join(new byte[] { 1 }, BitConverter.GetBytes(3), new byte[] { 1 }, BitConverter.GetBytes(146), new byte[] { 6, 6 }, BitConverter.GetBytes(148), new byte[42]);
    }

    private static byte[] Run(int first, int count)
    {
        return Enumerable.Range(first, count).Select(value => (byte)value).ToArray();
    }

    private static byte[] Join(params byte[][] parts)
    {
        return parts.SelectMany(part => part).ToArray();
    }
}
