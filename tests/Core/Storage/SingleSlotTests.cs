using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Tests.Storage;

[TestClass]
public class SingleSlotTests
{
    private const int Area = FlashLayout.SettingsGood;

    [TestMethod]
    public void Write_ThenLook_IsTheFrameOfTheFormat()
    {
        FlashModel flash = new();
        byte[] payload = Payload.Of(1, 30);
        SingleSlot slot = new(flash, Area);
        Assert.AreEqual((int)StoreStatus.Empty, (int)slot.Look());
        Assert.IsTrue(slot.Read() is null);
        Assert.IsTrue(slot.Write(0x01020304, payload, 29));
        byte[] written = Bytes.Part(payload, 0, 29);
        Assert.IsTrue(Payload.AreSame(Payload.Frame(Area, 1, 0x01020304, 29, written), flash.Held(Area)));
        SingleSlot next = new(flash, Area);
        Assert.AreEqual((int)StoreStatus.Whole, (int)next.Look());
        Assert.IsTrue(next.Sequence == 0x01020304);
        Assert.IsTrue(Payload.AreSame(written, next.Read()));
    }

    [TestMethod]
    public void Write_CutAnywhere_IsOldOrNewOrNotWhole()
    {
        byte[] before = Payload.Of(1, 12);
        byte[] after = Payload.Of(2, 10);

        for (int cut = 0; cut <= (int)FlashCut.Emptied; cut++)
        {
            for (int step = 0; step < 1 + SingleSlot.FrameBytes + after.Length; step++)
            {
                FlashModel flash = new() { Cut = (FlashCut)cut, Seed = step };
                SingleSlot slot = new(flash, Area);
                Assert.IsTrue(slot.Write(1, before, before.Length));
                flash.CutAfter(step);
                Assert.IsFalse(slot.Write(2, after, after.Length));
                Assert.IsTrue(slot.Read() is null);
                flash.PowerOn();
                SingleSlot next = new(flash, Area);
                next.Look();
                byte[]? left = next.Read();
                Assert.IsTrue(left is null || Payload.AreSame(left, before) || Payload.AreSame(left, after));
            }
        }
    }

    // What was whole when it was looked at may not be when it is read.
    [TestMethod]
    public void Read_ChangedSinceLook_IsNull()
    {
        FlashModel flash = new();
        SingleSlot slot = new(flash, Area);
        slot.Write(1, Payload.Of(1, 20), 20);
        flash.Rot(Area, 14, 1);
        Assert.IsTrue(slot.Read() is null);
        Assert.AreEqual((int)StoreStatus.Damaged, (int)slot.Status);
    }

    [TestMethod]
    public void Write_NoSuchAreaOrTooLong_IsRefused()
    {
        FlashModel flash = new();
        SingleSlot slot = new(flash, FlashLayout.AreaCount);
        Assert.IsFalse(slot.Write(1, new byte[1], 1));
        Assert.AreEqual((int)StoreStatus.Damaged, (int)slot.Look());
        SingleSlot good = new(flash, Area);
        Assert.IsFalse(good.Write(1, new byte[4], 5));
        Assert.IsFalse(good.Write(1, new byte[4], -1));
        Assert.IsFalse(good.Write(1, new byte[good.PayloadMax + 1], good.PayloadMax + 1));
        Assert.AreEqual(0, flash.Writes);
    }
}
