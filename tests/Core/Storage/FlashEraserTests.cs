using ToyGuard.Core.Crypto;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Tests.Storage;

/// <summary>
/// Goal: after a wipe nothing of the family's is on the chip, whatever was cut off meanwhile, and a wipe that was cut off is known.
/// Method: a drive that never writes in place, whose raw chip is searched for markers.
/// </summary>
[TestClass]
public class FlashEraserTests
{
    private const int Blocks = 12;

    [TestMethod]
    [Req("DEL-01")]
    [Req("STO-02")]
    public void Run_LeavesNoMarkerOnTheChip()
    {
        CopyOnWriteDrive drive = Lived();
        Assert.IsTrue(drive.Shows(Marker()));
        FlashEraser eraser = Eraser(drive);
        Assert.IsFalse(eraser.IsUnfinished);
        Assert.IsTrue(eraser.Run());
        Assert.IsFalse(drive.Shows(Marker()));
        Assert.IsFalse(eraser.IsUnfinished);

        for (int area = 0; area < FlashLayout.AreaCount; area++)
        {
            Assert.AreEqual(0, drive.Read(area, 0, new byte[1], 0, 1));
        }
    }

    // Each of these leaves the marker, so the test above can see it.
    [TestMethod]
    [DataRow(false, 1)]
    [DataRow(false, 2)]
    [DataRow(true, 0)]
    [DataRow(true, 1)]
    public void Chip_StepsLeftOut_ShowsTheMarker(bool isFilling, int rounds)
    {
        CopyOnWriteDrive drive = Lived();
        byte[] filler = Payload.Of(1, FlashLayout.BlockBytes);

        for (int i = 0; i < rounds; i++)
        {
            drive.DeleteAll();

            while (isFilling && drive.Fill(filler, filler.Length))
            {
            }

            drive.DeleteFillers();
        }

        Assert.IsTrue(drive.Shows(Marker()));
    }

    [TestMethod]
    [Req("DEL-01")]
    [Req("RES-02")]
    public void Run_CutAtAnyCall_IsKnownAndDoneAgain()
    {
        CopyOnWriteDrive whole = Lived();
        int before = whole.Calls;
        Assert.IsTrue(Eraser(whole).Run());
        int calls = whole.Calls - before;

        for (int call = 0; call < calls; call++)
        {
            CopyOnWriteDrive drive = Lived();
            drive.CutAfter(call);
            Assert.IsFalse(Eraser(drive).Run());
            drive.PowerOn();

            // Before the mark is on, nothing is deleted.
            Assert.AreEqual(call > 0, Eraser(drive).IsUnfinished);
            Assert.AreEqual(call < 2 ? 16 : 0, drive.Read(FlashLayout.SettingsA, 0, new byte[16], 0, 16));

            if (call > 0)
            {
                Assert.IsTrue(Eraser(drive).Run());
                Assert.IsFalse(drive.Shows(Marker()));
                Assert.IsFalse(Eraser(drive).IsUnfinished);
            }
        }
    }

    // What outlives the wipe is in the mark from its first moment on, and in its place when the mark goes.
    [TestMethod]
    [Req("DEL-01")]
    public void Run_WithSomethingKept_CutAtAnyCall_HasItInTheEnd()
    {
        byte[] kept = { 1, 2, 3, 4 };
        CopyOnWriteDrive whole = Lived();
        int before = whole.Calls;
        Assert.IsTrue(Eraser(whole).Run(kept));
        int calls = whole.Calls - before;

        for (int call = 1; call <= calls; call++)
        {
            CopyOnWriteDrive drive = Lived();
            drive.CutAfter(call);
            Eraser(drive).Run(kept);
            drive.PowerOn();
            bool isDone = !Eraser(drive).IsUnfinished || Eraser(drive).Run(new byte[0]);
            SingleSlot slot = new(drive, FlashLayout.FamilyA);
            slot.Look();
            Assert.IsTrue(isDone && Payload.AreSame(kept, slot.Read()), call.ToString());
            Assert.IsFalse(drive.Shows(Marker()));
        }
    }

    // There is no room for the mark before something is deleted.
    [TestMethod]
    [Req("DEL-01")]
    public void Run_DriveFull_ErasesAllTheSame()
    {
        CopyOnWriteDrive drive = Lived();
        byte[] block = Marker();
        int area = FlashLayout.Records;

        while (drive.Replace(area, block, 0, block.Length))
        {
            area++;
        }

        Assert.IsTrue(Eraser(drive).Run());
        Assert.IsFalse(drive.Shows(Marker()));
    }

    [TestMethod]
    [Req("DEL-01")]
    public void Run_DriveIsNeverFull_EndsAndIsNotDone()
    {
        CopyOnWriteDrive drive = Lived();
        drive.IsEndless = true;
        Assert.IsFalse(Eraser(drive).Run());
        Assert.AreEqual(2 * FlashEraser.FillersMax, drive.Fills);
        Assert.IsTrue(Eraser(drive).IsUnfinished);
        drive.IsEndless = false;
        Assert.IsTrue(Eraser(drive).Run());
    }

    [TestMethod]
    [Req("DEL-01")]
    public void Run_DriveTakesNoFiller_IsNotDone()
    {
        CopyOnWriteDrive drive = Lived();
        drive.IsRefusingFillers = true;
        Assert.IsFalse(Eraser(drive).Run());
        Assert.IsTrue(Eraser(drive).IsUnfinished);
        Assert.IsTrue(drive.Shows(Marker()));
    }

    // Only a whole mark is one: a stray byte must not cost a family its settings.
    [TestMethod]
    [DataRow("", false)]
    [DataRow("00", false)]
    [DataRow("54 47 07 01 01 00 00 00 00 00 00 00", false)]
    [DataRow("54 47 07 01 01 00 00 00 00 00 00 00 97 AB D5 F5", false)]
    public void IsUnfinished_NoWholeMark_IsFalse(string bytes, bool isUnfinished)
    {
        FlashModel flash = new();
        byte[] held = Hex.Bytes(bytes);
        flash.Put(FlashLayout.Wipe, held);
        FlashEraser eraser = new(flash, new CopyOnWriteDrive(4), new Dust());
        Assert.AreEqual(isUnfinished, eraser.IsUnfinished);
        flash.Put(FlashLayout.Wipe, Payload.Frame(FlashLayout.Wipe, 1, 1, 0, new byte[0]));
        Assert.IsTrue(eraser.IsUnfinished);
    }

    private static byte[] Marker()
    {
        return Hex.Bytes("4D 61 72 6B 65 72 20 6F 66 20 61 20 74 65 73 74");
    }

    private static FlashEraser Eraser(CopyOnWriteDrive drive)
    {
        return new FlashEraser(drive, drive, new Dust());
    }

    // Markers in the files there are, and in all the blocks that were ever used.
    private static CopyOnWriteDrive Lived()
    {
        CopyOnWriteDrive drive = new(Blocks);
        byte[] marker = Marker();
        Assert.IsTrue(drive.Replace(FlashLayout.SettingsA, marker, 0, marker.Length));
        Assert.IsTrue(drive.Replace(FlashLayout.SettingsB, marker, 0, marker.Length));
        Assert.IsTrue(drive.Append(FlashLayout.Records, 0, marker, 0, marker.Length));
        Assert.IsTrue(drive.Append(FlashLayout.Records, marker.Length, marker, 0, marker.Length));
        drive.Stain(marker);
        return drive;
    }

    // A few bytes are enough to tell fillers apart, and an interpreter fills thousands of them.
    private sealed class Dust : IRandom
    {
        private readonly Chance _chance = new(1);

        public void Fill(byte[] bytes, int offset, int count)
        {
            LittleEndian.WriteUInt32(bytes, offset, _chance.Next());
        }
    }
}
