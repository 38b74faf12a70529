using System;
using System.IO;
using System.Linq;

using Microsoft.VisualStudio.TestTools.UnitTesting;

using ToyGuard.Core.Storage;
using ToyGuard.Edge.Storage;
using ToyGuard.Fakes;

namespace ToyGuard.Edge.Tests.Storage;

/// <summary>
/// Goal: whatever a file system does, the flash over it answers, never throws, and never says yes to what is not there.
/// Method: real files in a folder of the system's, and every fault of one that can be had without a broken disk.
/// </summary>
[TestClass]
public sealed class FileFlashTests
{
    private const int Area = FlashLayout.BootA;
    private const int Capacity = FlashLayout.BlockBytes;

    [TestMethod]
    public void Read_NothingThere_IsEmptyAndMakesNothing()
    {
        using FlashFolder folder = new();
        byte[] buffer = new byte[4];

        for (int area = 0; area < FlashLayout.AreaCount; area++)
        {
            Assert.AreEqual(0, folder.Flash.Read(area, 0, buffer, 0, 4));
        }

        Assert.IsFalse(Directory.Exists(folder.Path), "reading makes no folder");
    }

    [TestMethod]
    public void Replace_EveryArea_ReadsBackToItsCapacity()
    {
        using FlashFolder folder = new();

        for (int area = 0; area < FlashLayout.AreaCount; area++)
        {
            byte[] bytes = Filled(folder.Flash.CapacityOf(area), area + 1);
            Assert.IsTrue(folder.Flash.Replace(area, bytes, 0, bytes.Length), FlashLayout.NameOf(area));
        }

        for (int area = 0; area < FlashLayout.AreaCount; area++)
        {
            CollectionAssert.AreEqual(Filled(folder.Flash.CapacityOf(area), area + 1), folder.Held(area), FlashLayout.NameOf(area));
        }
    }

    [TestMethod]
    public void Append_BehindWhatIsHeld_GrowsAndRefusesAllElse()
    {
        using FlashFolder folder = new();
        byte[] bytes = { 9, 1, 2, 3, 4, 9 };

        Assert.IsFalse(folder.Flash.Append(Area, 3, bytes, 1, 3), "it holds nothing");
        Assert.IsFalse(File.Exists(folder.FileOf(Area)), "a refusal makes no file");
        Assert.IsTrue(folder.Flash.Append(Area, 0, bytes, 1, 3));
        Assert.IsFalse(folder.Flash.Append(Area, 0, bytes, 1, 1));
        Assert.IsFalse(folder.Flash.Append(Area, 2, bytes, 1, 1));
        Assert.IsFalse(folder.Flash.Append(Area, 4, bytes, 1, 1));
        Assert.IsTrue(folder.Flash.Append(Area, 3, bytes, 4, 1));

        CollectionAssert.AreEqual(new byte[] { 1, 2, 3, 4 }, folder.Held(Area));
    }

    [TestMethod]
    [DataRow(-1)]
    [DataRow(FlashLayout.AreaCount)]
    [DataRow(int.MaxValue)]
    [DataRow(int.MinValue)]
    public void All_NoSuchArea_Refused(int area)
    {
        using FlashFolder folder = new();

        Assert.AreEqual(0, folder.Flash.CapacityOf(area));
        Assert.AreEqual(-1, folder.Flash.Read(area, 0, new byte[1], 0, 1));
        Assert.IsFalse(folder.Flash.Replace(area, new byte[1], 0, 1));
        Assert.IsFalse(folder.Flash.Append(area, 0, new byte[1], 0, 1));
        Assert.IsFalse(folder.Flash.Erase(area));
        Assert.IsFalse(Directory.Exists(folder.Path), "nothing is made");
    }

    [TestMethod]
    [DataRow(0, Capacity + 1)]
    [DataRow(0, -1)]
    [DataRow(0, int.MaxValue)]
    [DataRow(-1, 1)]
    [DataRow(int.MaxValue, 1)]
    [DataRow(Capacity, 1)]
    [DataRow(Capacity - 1, 2)]
    public void Append_PastTheCapacity_RefusedAndNothingWritten(int held, int count)
    {
        using FlashFolder folder = new();
        byte[] before = Filled(Math.Clamp(held, 0, Capacity), 3);
        Assert.IsTrue(folder.Flash.Replace(Area, before, 0, before.Length));

        Assert.IsFalse(folder.Flash.Append(Area, held, new byte[Capacity + 1], 0, count));
        CollectionAssert.AreEqual(before, folder.Held(Area));
        Assert.IsFalse(folder.Flash.Replace(Area, new byte[Capacity + 1], 0, Capacity + 1));
        Assert.IsFalse(folder.Flash.Replace(Area, new byte[1], 0, -1));
        CollectionAssert.AreEqual(before, folder.Held(Area));
    }

    [TestMethod]
    public void Read_PartsAndPastTheEnd_GivesWhatIsThere()
    {
        using FlashFolder folder = new();
        Assert.IsTrue(folder.Flash.Replace(Area, new byte[] { 1, 2, 3, 4, 5 }, 0, 5));
        byte[] buffer = { 9, 9, 9, 9 };

        Assert.AreEqual(2, folder.Flash.Read(Area, 1, buffer, 1, 2));
        CollectionAssert.AreEqual(new byte[] { 9, 2, 3, 9 }, buffer);
        Assert.AreEqual(1, folder.Flash.Read(Area, 4, buffer, 0, 4));
        Assert.AreEqual(0, folder.Flash.Read(Area, 5, buffer, 0, 4));
        Assert.AreEqual(0, folder.Flash.Read(Area, int.MaxValue, buffer, 0, 4));
        Assert.AreEqual(-1, folder.Flash.Read(Area, -1, buffer, 0, 4));
        Assert.AreEqual(-1, folder.Flash.Read(Area, 0, buffer, 0, -1));
        Assert.AreEqual(-1, folder.Flash.Read(Area, 0, buffer, 2, 4), "more than the buffer has room for");
    }

    [TestMethod]
    [Req("RES-01")]
    public void All_FolderInPlaceOfTheFile_AnswersNo()
    {
        using FlashFolder folder = new();
        Directory.CreateDirectory(folder.FileOf(Area));

        AssertNoUse(folder);
    }

    [TestMethod]
    [Req("RES-01")]
    public void All_FileInPlaceOfTheFolder_AnswersNo()
    {
        using FlashFolder folder = new();
        File.WriteAllText(folder.Path, "not a folder");
        FileFlash flash = folder.Flash;

        Assert.IsFalse(flash.Replace(Area, new byte[1], 0, 1));
        Assert.IsFalse(flash.Append(Area, 0, new byte[1], 0, 1));
        Assert.IsTrue(flash.Read(Area, 0, new byte[1], 0, 1) <= 0);
        Assert.AreEqual("not a folder", File.ReadAllText(folder.Path));
        File.Delete(folder.Path);
    }

    [TestMethod]
    public void All_LinkInPlaceOfTheFile_IsNotFollowed()
    {
        using FlashFolder folder = new();
        Directory.CreateDirectory(folder.Path);
        string elsewhere = folder.Path + "-elsewhere";
        File.WriteAllText(elsewhere, "somebody else's");

        try
        {
            File.CreateSymbolicLink(folder.FileOf(Area), elsewhere);
            Assert.AreEqual(-1, folder.Flash.Read(Area, 0, new byte[1], 0, 1));
            Assert.IsFalse(folder.Flash.Replace(Area, new byte[1], 0, 1));
            Assert.IsFalse(folder.Flash.Append(Area, 15, new byte[1], 0, 1));
            Assert.IsTrue(folder.Flash.Erase(Area), "the link itself may go");
            Assert.AreEqual("somebody else's", File.ReadAllText(elsewhere));
            Assert.IsTrue(folder.Flash.Replace(Area, new byte[1], 0, 1));
            Assert.AreEqual("somebody else's", File.ReadAllText(elsewhere));
        }
        finally
        {
            File.Delete(elsewhere);
        }
    }

    [TestMethod]
    public void All_LinkToNowhere_IsNotFollowed()
    {
        using FlashFolder folder = new();
        Directory.CreateDirectory(folder.Path);
        string nowhere = folder.Path + "-nowhere";
        File.CreateSymbolicLink(folder.FileOf(Area), nowhere);

        Assert.AreEqual(-1, folder.Flash.Read(Area, 0, new byte[1], 0, 1));
        Assert.IsFalse(folder.Flash.Replace(Area, new byte[1], 0, 1));
        Assert.IsFalse(File.Exists(nowhere));
    }

    [TestMethod]
    [Req("RES-01")]
    public void Read_FileLongerThanTheArea_CannotBeReadAndIsReplaced()
    {
        using FlashFolder folder = new();
        Directory.CreateDirectory(folder.Path);
        File.WriteAllBytes(folder.FileOf(Area), new byte[Capacity + 1]);

        Assert.AreEqual(-1, folder.Flash.Read(Area, 0, new byte[1], 0, 1));
        Assert.IsFalse(folder.Flash.Append(Area, Capacity, new byte[1], 0, 1));
        Assert.IsTrue(folder.Flash.Replace(Area, new byte[] { 7 }, 0, 1));
        CollectionAssert.AreEqual(new byte[] { 7 }, folder.Held(Area));
    }

    [TestMethod]
    public void Write_DriveFull_RefusedAndTheRestStays()
    {
        using FlashFolder folder = new(2 * FlashLayout.BlockBytes);
        Assert.IsTrue(folder.Flash.Replace(Area, new byte[] { 1 }, 0, 1));
        Assert.IsTrue(folder.Flash.Replace(FlashLayout.BootB, new byte[] { 2 }, 0, 1));

        Assert.IsFalse(folder.Flash.Replace(FlashLayout.UsageA, new byte[] { 3 }, 0, 1), "a third block");
        Assert.IsFalse(folder.Flash.Append(FlashLayout.UsageA, 0, new byte[] { 3 }, 0, 1), "a third block");
        Assert.IsTrue(folder.Flash.Append(Area, 1, Filled(Capacity - 1, 1), 0, Capacity - 1), "the same block");
        Assert.IsTrue(folder.Flash.Replace(FlashLayout.BootB, new byte[] { 4 }, 0, 1), "in place of the other");
        Assert.AreEqual(0, folder.Flash.Read(FlashLayout.UsageA, 0, new byte[1], 0, 1));
        Assert.IsTrue(folder.Flash.Erase(FlashLayout.BootB));
        Assert.IsTrue(folder.Flash.Replace(FlashLayout.UsageA, new byte[] { 3 }, 0, 1));
        Assert.IsTrue(Directory.GetFiles(folder.Path).Sum(file => Math.Max(FlashLayout.BlockBytes, new FileInfo(file).Length)) <= 2 * FlashLayout.BlockBytes);
    }

    [TestMethod]
    public void All_FolderTakenAway_IsAnEmptyFlashAgain()
    {
        using FlashFolder folder = new();
        Assert.IsTrue(folder.Flash.Replace(Area, new byte[] { 1 }, 0, 1));
        Directory.Delete(folder.Path, recursive: true);

        Assert.AreEqual(0, folder.Flash.Read(Area, 0, new byte[1], 0, 1));
        Assert.IsTrue(folder.Flash.Erase(Area), "nothing is what it holds");
        Assert.IsFalse(folder.Flash.Append(Area, 1, new byte[1], 0, 1));
        Assert.IsTrue(folder.Flash.Replace(Area, new byte[] { 2 }, 0, 1), "the folder is made again");
        CollectionAssert.AreEqual(new byte[] { 2 }, folder.Held(Area));
    }

    [TestMethod]
    public void Erase_WithOthersFiles_LeavesThem()
    {
        using FlashFolder folder = new();
        Assert.IsTrue(folder.Flash.Replace(Area, new byte[] { 1 }, 0, 1));
        File.WriteAllText(System.IO.Path.Combine(folder.Path, "con_wifi"), "the platform's");

        for (int area = 0; area < FlashLayout.AreaCount; area++)
        {
            Assert.IsTrue(folder.Flash.Erase(area));
        }

        Assert.AreEqual("con_wifi", string.Join(",", Directory.GetFiles(folder.Path).Select(System.IO.Path.GetFileName)));
    }

    private static void AssertNoUse(FlashFolder folder)
    {
        Assert.AreEqual(-1, folder.Flash.Read(Area, 0, new byte[1], 0, 1));
        Assert.IsFalse(folder.Flash.Append(Area, 0, new byte[1], 0, 1));
        Assert.IsFalse(folder.Flash.Replace(Area, new byte[1], 0, 1));
        Assert.IsFalse(folder.Flash.Erase(Area));
    }

    private static byte[] Filled(int count, int seed)
    {
        byte[] bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
