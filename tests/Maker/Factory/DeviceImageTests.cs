using System;
using System.Linq;

using ToyGuard.Core.Factory;
using ToyGuard.Core.Pairing;
using ToyGuard.Fakes;
using ToyGuard.Maker.Boards;
using ToyGuard.Maker.Factory;
using ToyGuard.Maker.Flash;
using ToyGuard.Maker.Labels;
using ToyGuard.Maker.Tests.Flash;

namespace ToyGuard.Maker.Tests.Factory;

/// <summary>Goal: one program, any maker, any device: and never an image that is too large, holds two devices or reads back otherwise.</summary>
[TestClass]
public class DeviceImageTests
{
    private const int Deploy = 1835008;

    [TestMethod]
    [Req("PAIR-01")]
    public void Of_ProgramAndData_ReadsBackAsTheDeviceWill()
    {
        FactoryIdentity identity = Identities.New(hasDisplay: false);
        byte[] image = DeviceImage.Of(Program(), identity, Parts(), Deploy, out string fault)!;

        Assert.AreEqual("", fault);
        CollectionAssert.AreEqual(Program(), image[..Program().Length], "the program is the same for all");
        AppImage read = AppImage.Read(image, out _)!;
        CollectionAssert.AreEqual(new[] { "ToyGuard.Data.Identity", "ToyGuard.Data.Maker0" }, read.Assemblies.Select(a => a.Name).TakeLast(2).ToArray());
        FactoryData data = FactoryData.Read(new ImageBoxes(image, read));
        Assert.AreEqual(identity.HostLabel, data.Identity!.HostLabel);
        CollectionAssert.AreEqual(identity.PrintedCode, data.Identity.PrintedCode);
        CollectionAssert.AreEqual(Parts()[0].Bytes, data.Manifest);
        CollectionAssert.AreEqual(Parts()[1].Bytes, data.Find(PartKind.Root, "root.pem"));
    }

    [TestMethod]
    public void Of_LargeData_TakesSeveralAssemblies()
    {
        DataPart[] parts = [.. Parts(), .. Enumerable.Range(0, 3).Select(i => new DataPart(PartKind.Language, "l" + i, DataAssemblyTests.Some(40000, i)))];
        byte[] image = DeviceImage.Of(Program(), Identities.New(true), parts, Deploy, out string fault)!;

        Assert.AreEqual("", fault);
        Assert.AreEqual("ToyGuard.Data.Maker2", AppImage.Read(image, out _)!.Assemblies[^1].Name);
    }

    [TestMethod]
    public void Of_ExactlyTheRoom_IsTaken_OneByteLessIsNot()
    {
        FactoryIdentity identity = Identities.New(true);
        int needs = DeviceImage.Of(Program(), identity, Parts(), Deploy, out _)!.Length;

        Assert.IsNotNull(DeviceImage.Of(Program(), identity, Parts(), needs, out _));
        Assert.IsNull(DeviceImage.Of(Program(), identity, Parts(), needs - 1, out string fault));
        StringAssert.Contains(fault, $"there is room for {needs - 1}");
    }

    [TestMethod]
    public void Of_WhatCannotBe_IsRefusedInWords()
    {
        byte[] done = DeviceImage.Of(Program(), Identities.New(true), Parts(), Deploy, out _)!;
        IsRefused("a device's data in this image already", done, Parts());
        IsRefused("no mscorlib of the pinned package", Images.Of("ToyGuard.Kit"), Parts());
        IsRefused("no mscorlib of the pinned package", [.. Images.Of("ToyGuard.Kit"), .. Images.Assembly("", 0x1549C857)], Parts());
        IsRefused("no app image", Program()[..^4], Parts());
        IsRefused("The manifest has 57325 bytes; one file has 1 to 57324", Program(), [new DataPart(PartKind.Manifest, "", new byte[57325])]);
        IsRefused("root.pem has 0 bytes", Program(), [new DataPart(PartKind.Root, "root.pem", [])]);
        IsRefused("is called with letters", Program(), [new DataPart(PartKind.Root, "certs/root.pem", [1])]);
        IsRefused("is called with letters", Program(), [new DataPart(PartKind.Root, new string('a', 41), [1])]);
        IsRefused("need 9 data assemblies; a device reads 8", Program(), [.. Enumerable.Range(0, 9).Select(i => new DataPart(PartKind.Root, "r" + i, new byte[50000]))]);
        IsRefused("does not read back the same", Program(), [.. Parts(), new DataPart(PartKind.Root, "root.pem", [1])]);
        IsRefused("does not read back the same", Program(), [new DataPart(PartKind.Identity, "", [1])]);
    }

    [TestMethod]
    public void Of_MoreThan32Files_GoOnInTheNextBox()
    {
        DataPart[] parts = [.. Enumerable.Range(0, 33).Select(i => new DataPart(PartKind.Root, "r" + i, [(byte)i]))];
        byte[] image = DeviceImage.Of(Program(), Identities.New(true), parts, Deploy, out string fault)!;

        Assert.AreEqual("", fault);
        Assert.AreEqual("ToyGuard.Data.Maker1", AppImage.Read(image, out _)!.Assemblies[^1].Name);
    }

    /// <summary>A toy's program with the library that data stands beside.</summary>
    internal static byte[] Program()
    {
        return [.. Images.Assembly("", Catalogue.Firmware.Natives.First(n => n.Assembly == "mscorlib").Checksum!.Value), .. Images.Of("ToyGuard.Core", "ToyGuard.Kit", "ToyGuard.Toy")];
    }

    private static DataPart[] Parts()
    {
        return [new DataPart(PartKind.Manifest, "", DataAssemblyTests.Some(3000, 5)), new DataPart(PartKind.Root, "root.pem", DataAssemblyTests.Some(1500, 9))];
    }

    private static void IsRefused(string part, byte[] program, DataPart[] parts)
    {
        Assert.IsNull(DeviceImage.Of(program, Identities.New(true), parts, Deploy, out string fault), part);
        StringAssert.Contains(fault, part);
    }
}
