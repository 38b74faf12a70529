using System;
using System.Collections.Generic;

using ToyGuard.Core.Storage;
using ToyGuard.Fakes;

namespace ToyGuard.Simulation.Tests;

/// <summary>Goal: the flash that everything else is judged by does what its words say. Method: each kind of cut and of broken area, by example.</summary>
[TestClass]
public class FlashModelTests
{
    private const int Area = FlashLayout.BootA;

    [TestMethod]
    public void Working_AppendsReplacesErasesAndCounts()
    {
        FlashModel flash = new();
        Assert.IsTrue(flash.Append(Area, 0, [1, 2, 3], 1, 2));
        Assert.IsTrue(flash.Append(Area, 2, [4], 0, 1));
        CollectionAssert.AreEqual(new byte[] { 2, 3, 4 }, flash.Held(Area));
        Assert.AreEqual(0, flash.ErasesOf(Area));
        Assert.AreEqual(3, flash.Steps);

        Assert.IsTrue(flash.Replace(Area, [9, 8], 0, 2));
        CollectionAssert.AreEqual(new byte[] { 9, 8 }, flash.Held(Area));
        Assert.AreEqual(1, flash.ErasesOf(Area));
        Assert.AreEqual(6, flash.Steps);

        Assert.IsTrue(flash.Erase(Area));
        Assert.IsTrue(flash.Erase(Area), "an empty area is erased without wear");
        Assert.AreEqual(2, flash.ErasesOf(Area, 0));
        Assert.AreEqual(0, flash.Held(Area).Length);
        Assert.AreEqual(5, flash.Writes);
        Assert.AreEqual(5, flash.WritesOf(Area));
    }

    [TestMethod]
    public void Append_OtherLengthOrNoRoom_IsRefusedAndWritesNothing()
    {
        FlashModel flash = new();
        Assert.IsTrue(flash.Append(Area, 0, [1, 2, 3], 0, 3));
        Assert.IsFalse(flash.Append(Area, 2, [4], 0, 1));
        Assert.IsFalse(flash.Append(Area, 4, [4], 0, 1));
        Assert.IsFalse(flash.Append(Area, 3, new byte[4096], 0, 4094));
        Assert.IsFalse(flash.Replace(Area, new byte[4097], 0, 4097));
        Assert.IsFalse(flash.Append(FlashLayout.AreaCount, 0, [4], 0, 1));
        Assert.AreEqual(-1, flash.Read(-1, 0, new byte[4], 0, 4));
        CollectionAssert.AreEqual(new byte[] { 1, 2, 3 }, flash.Held(Area));
        Assert.IsTrue(flash.Append(Area, 3, new byte[4093], 0, 4093), "up to the last byte");
    }

    [TestMethod]
    public void Read_GivesWhatIsThere()
    {
        FlashModel flash = new();
        byte[] buffer = new byte[8];
        Assert.AreEqual(0, flash.Read(Area, 0, buffer, 0, 8));
        Assert.IsTrue(flash.Append(Area, 0, [1, 2, 3], 0, 3));
        Assert.AreEqual(2, flash.Read(Area, 1, buffer, 4, 4));
        Assert.AreEqual(0, flash.Read(Area, 3, buffer, 0, 8));
        Assert.AreEqual(0, flash.Read(Area, 30, buffer, 0, 8));
        CollectionAssert.AreEqual(new byte[] { 0, 0, 0, 0, 2, 3, 0, 0 }, buffer);
    }

    [TestMethod]
    public void Cut_Prefix_LeavesWhatWasDoneAndThenNothingWorks()
    {
        FlashModel flash = Holding([1, 2, 3]);
        flash.CutAfter(2);
        Assert.IsTrue(flash.Append(Area, 3, [4], 0, 1), "one step");
        Assert.IsFalse(flash.Append(Area, 4, [5, 6], 0, 2), "another, and the plug");
        Assert.IsTrue(flash.IsOff);
        Assert.AreEqual(-1, flash.Read(Area, 0, new byte[1], 0, 1));
        Assert.IsFalse(flash.Erase(Area));
        Assert.IsFalse(flash.Replace(Area, [1], 0, 1));
        flash.PowerOn();
        CollectionAssert.AreEqual(new byte[] { 1, 2, 3, 4, 5 }, flash.Held(Area));
        Assert.IsTrue(flash.Append(Area, 5, [6], 0, 1));
    }

    [TestMethod]
    [DataRow(0, 3, 1)] // nothing erased
    [DataRow(1, 0, -1)]
    [DataRow(3, 2, 9)]
    public void Cut_PrefixOfReplacement_ErasesFirst(int steps, int length, int first)
    {
        FlashModel flash = Holding([1, 2, 3]);
        flash.CutAfter(steps);
        Assert.IsFalse(flash.Replace(Area, [9, 8, 7], 0, 3));
        byte[] held = flash.Held(Area);
        Assert.HasCount(length, held);
        Assert.AreEqual(first, held.Length > 0 ? held[0] : -1);
    }

    [TestMethod]
    public void Cut_Filled_HasItsNewLength()
    {
        CollectionAssert.AreEqual(new byte[] { 1, 2, 3, 9, 0xFF, 0xFF }, CutAppend(FlashCut.Filled, 1, 0));
    }

    [TestMethod]
    public void Cut_OldOrNew_LeavesTheOld()
    {
        CollectionAssert.AreEqual(new byte[] { 1, 2, 3 }, CutAppend(FlashCut.OldOrNew, 2, 0));
        CollectionAssert.AreEqual(new byte[] { 1, 2, 3 }, CutReplace(FlashCut.OldOrNew, 2, 0));
    }

    [TestMethod]
    public void Cut_Emptied_LeavesNothingOfAReplacement()
    {
        CollectionAssert.AreEqual(Array.Empty<byte>(), CutReplace(FlashCut.Emptied, 0, 0));
        CollectionAssert.AreEqual(new byte[] { 1, 2, 3 }, CutAppend(FlashCut.Emptied, 2, 0));
    }

    [TestMethod]
    public void Cut_TornByte_HasSomeOfItsBits()
    {
        HashSet<int> seen = [];

        for (int seed = 0; seed < 64; seed++)
        {
            byte[] held = CutAppend(FlashCut.TornByte, 1, seed);
            Assert.HasCount(5, held);
            Assert.AreEqual(9, held[3]);
            Assert.AreEqual(8, held[4] & 8, "bits are cleared, never set");
            seen.Add(held[4]);
        }

        Assert.IsGreaterThan(20, seen.Count, "by chance");
    }

    [TestMethod]
    public void Cut_TornErase_SetsSomeBits()
    {
        HashSet<int> seen = [];

        for (int seed = 0; seed < 64; seed++)
        {
            byte[] held = CutReplace(FlashCut.TornByte, 0, seed);
            Assert.HasCount(3, held);
            Assert.AreEqual(2, held[1] & 2, "bits are set, never cleared");
            seen.Add(held[1]);
        }

        Assert.IsGreaterThan(20, seen.Count, "by chance");
    }

    [TestMethod]
    public void Cut_TornPage_EndsWithThePage()
    {
        FlashModel flash = Holding(new byte[200]);
        flash.Cut = FlashCut.TornPage;
        flash.CutAfter(10);
        Assert.IsFalse(flash.Append(Area, 200, new byte[100], 0, 100));
        byte[] held = flash.Held(Area);
        Assert.HasCount(256, held);
        Assert.AreEqual(0, held[209]);
        Assert.IsGreaterThan(0, held[210] + held[230] + held[255], "some bits of the rest are still one");
    }

    [TestMethod]
    public void Cut_Reordered_LeavesAnyPieces()
    {
        HashSet<string> seen = [];
        byte[] added = [9, 8, 7, 6, 5, 4, 3, 2, 1];

        for (int seed = 0; seed < 200; seed++)
        {
            FlashModel flash = Holding([1, 2, 3]);
            flash.Cut = FlashCut.Reordered;
            flash.Seed = seed;
            flash.CutAfter(1);
            Assert.IsFalse(flash.Append(Area, 3, added, 0, 9));
            byte[] held = flash.Held(Area);
            Assert.IsTrue(held.Length is >= 3 and <= 12);
            CollectionAssert.AreEqual(new byte[] { 1, 2, 3 }, held[..3]);

            for (int i = 3; i < held.Length; i++)
            {
                Assert.IsTrue(held[i] == 0xFF || held[i] == added[i - 3]);
            }

            seen.Add(Convert.ToHexString(held));
        }

        Assert.IsGreaterThan(8, seen.Count, "each subset of three pieces at least");
    }

    [TestMethod]
    [DataRow((int)FlashFault.ProgramFails, false, "", false, "010203")]
    [DataRow((int)FlashFault.EraseFails, false, "010203", true, "0102030908")]
    [DataRow((int)FlashFault.ProgramIgnored, true, "FFFF", true, "010203FFFF")]
    [DataRow((int)FlashFault.EraseIgnored, true, "0100", true, "0102030908")]
    [DataRow((int)FlashFault.Stuck, false, "010203", false, "010203")]
    [DataRow((int)FlashFault.Ignoring, true, "010203", true, "010203")]
    public void Broken_EachKind_DoesWhatItSays(int fault, bool isReplaceTrue, string replaced, bool isAppendTrue, string appended)
    {
        FlashModel flash = Holding([1, 2, 3]);
        flash.Break(Area, (FlashFault)fault);
        Assert.AreEqual(isAppendTrue, flash.Append(Area, 3, [9, 8], 0, 2));
        Assert.AreEqual(appended, Convert.ToHexString(flash.Held(Area)));

        flash = Holding([1, 2, 3]);
        flash.Break(Area, (FlashFault)fault);
        Assert.AreEqual(isReplaceTrue, flash.Replace(Area, [9, 8], 0, 2));
        Assert.AreEqual(replaced, Convert.ToHexString(flash.Held(Area)));
        flash.Break(Area, FlashFault.None);
        Assert.IsTrue(flash.Replace(Area, [7], 0, 1));
        Assert.AreEqual("07", Convert.ToHexString(flash.Held(Area)), "mended");
    }

    [TestMethod]
    public void Broken_ReadFails_WritesStillWork()
    {
        FlashModel flash = Holding([1, 2, 3]);
        flash.Break(Area, FlashFault.ReadFails);
        Assert.AreEqual(-1, flash.Read(Area, 0, new byte[1], 0, 1));
        Assert.IsTrue(flash.Append(Area, 3, [4], 0, 1));
        CollectionAssert.AreEqual(new byte[] { 1, 2, 3, 4 }, flash.Held(Area));
    }

    [TestMethod]
    public void Program_OverWhatIsNotErased_Throws()
    {
        FlashArea area = new(4096);
        area.Program(0, [0x0F], 0, 1);
        area.Program(0, 0x01);
        Assert.AreEqual(0x01, area[0]);
        Assert.ThrowsExactly<InvalidOperationException>(() => area.Program(0, 0x03));
    }

    [TestMethod]
    public void FailAtAndThrowAt_MeetThatCallOnly()
    {
        FlashModel flash = Holding([1, 2, 3]);
        flash.FailAt(1);
        Assert.AreEqual(1, flash.Read(Area, 0, new byte[1], 0, 1));
        Assert.IsFalse(flash.Append(Area, 3, [4], 0, 1));
        Assert.IsTrue(flash.Append(Area, 3, [4], 0, 1), "nothing of the failed call is there");

        flash.ThrowAt(0);
        flash.StepsOfFailing = 1;
        Assert.ThrowsExactly<FlashException>(() => flash.Append(Area, 4, [5, 6], 0, 2));
        CollectionAssert.AreEqual(new byte[] { 1, 2, 3, 4, 5 }, flash.Held(Area));

        flash.ThrowAt(0);
        flash.StepsOfFailing = int.MaxValue;
        Assert.ThrowsExactly<FlashException>(() => flash.Append(Area, 5, [6], 0, 1));
        CollectionAssert.AreEqual(new byte[] { 1, 2, 3, 4, 5, 6 }, flash.Held(Area));
    }

    [TestMethod]
    public void CopyFrom_LaterChanges_StayApart()
    {
        FlashModel first = Holding([1, 2, 3]);
        FlashModel second = new();
        second.CopyFrom(first);
        Assert.IsTrue(second.IsSameAs(first));
        Assert.IsTrue(second.Append(Area, 3, [4], 0, 1));
        Assert.IsFalse(second.IsSameAs(first));
        second.Rot(Area, 0, 0x80);
        first.Rot(Area, 1, 0x01);
        CollectionAssert.AreEqual(new byte[] { 1, 3, 3 }, first.Held(Area));
        CollectionAssert.AreEqual(new byte[] { 0x81, 2, 3, 4 }, second.Held(Area));
        second.LoseAll();
        Assert.AreEqual(0, second.Held(Area).Length);
        Assert.AreEqual(3, first.Held(Area).Length);
    }

    [TestMethod]
    public void Wear_OfSectors_IsCountedEach()
    {
        FlashModel flash = new();
        Assert.IsTrue(flash.Replace(FlashLayout.SettingsA, new byte[5000], 0, 5000));
        Assert.IsTrue(flash.Replace(FlashLayout.SettingsA, new byte[10], 0, 10));
        Assert.IsTrue(flash.Replace(FlashLayout.SettingsA, new byte[10], 0, 10));
        Assert.AreEqual(2, flash.ErasesOf(FlashLayout.SettingsA, 0));
        Assert.AreEqual(1, flash.ErasesOf(FlashLayout.SettingsA, 1));
        Assert.AreEqual(3, flash.ErasesOf(FlashLayout.SettingsA));
    }

    private static FlashModel Holding(byte[] bytes)
    {
        FlashModel flash = new();
        Assert.IsTrue(flash.Append(Area, 0, bytes, 0, bytes.Length));
        return flash;
    }

    private static byte[] CutAppend(FlashCut cut, int steps, int seed)
    {
        FlashModel flash = Holding([1, 2, 3]);
        flash.Cut = cut;
        flash.Seed = seed;
        flash.CutAfter(steps);
        Assert.IsFalse(flash.Append(Area, 3, [9, 8, 7], 0, 3));
        return flash.Held(Area);
    }

    private static byte[] CutReplace(FlashCut cut, int steps, int seed)
    {
        FlashModel flash = Holding([1, 2, 3]);
        flash.Cut = cut;
        flash.Seed = seed;
        flash.CutAfter(steps);
        Assert.IsFalse(flash.Replace(Area, [9, 8, 7], 0, 3));
        return flash.Held(Area);
    }
}
