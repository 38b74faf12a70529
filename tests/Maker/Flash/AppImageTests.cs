using System;
using System.Linq;

using ToyGuard.Fakes;
using ToyGuard.Maker.Flash;

namespace ToyGuard.Maker.Tests.Flash;

/// <summary>Goal: what the device would not load whole never gets onto it. Method: images made by the loader's rules, every prefix and every flipped bit of one.</summary>
[TestClass]
public class AppImageTests
{
    [TestMethod]
    public void Crc_KnownText_IsTheLoaders()
    {
        // CRC-32 of polynomial 0x04C11DB7 over "123456789" from 0, nothing reflected or inverted; and in two parts.
        byte[] text = "123456789"u8.ToArray();
        Assert.AreEqual(0x89A1897Fu, Crc32.Of(text, 0, 9));
        Assert.AreEqual(0x89A1897Fu, Crc32.Of(text, 4, 5, Crc32.Of(text, 0, 4)));
    }

    [TestMethod]
    public void Read_GoodOne_NamesEachAssembly()
    {
        byte[] bytes = [.. Images.Of("ToyGuard.Core", "ToyGuard.Kit"), .. Images.Assembly("System.Net", 0x8EFB9944, extra: 5)];

        AppImage? image = AppImage.Read(bytes, out string fault);

        Assert.IsNotNull(image, fault);
        CollectionAssert.AreEqual(new[] { "ToyGuard.Core", "ToyGuard.Kit", "System.Net" }, image.Assemblies.Select(a => a.Name).ToArray());
        Assert.AreEqual(0x8EFB9944u, image.Assemblies[2].NativeChecksum);
        Assert.AreEqual(bytes.Length, image.Bytes);
    }

    [TestMethod]
    [Req("UPD-01")]
    public void Read_EveryPrefix_IsRefusedOrHoldsWholeAssembliesOnly()
    {
        byte[] one = Images.Assembly("ToyGuard.Core");
        byte[] both = [.. one, .. Images.Assembly("ToyGuard.Toy")];

        for (int length = 0; length < both.Length; length++)
        {
            AppImage? image = AppImage.Read(both[..length], out string fault);
            Assert.AreEqual(length == one.Length, image is not null, length + ": " + fault);
            Assert.AreEqual(image is null, fault.Length > 0);
        }
    }

    [TestMethod]
    [Req("UPD-01")]
    public void Read_EveryFlippedBit_IsRefused()
    {
        byte[] good = Images.Assembly("ToyGuard.Core", 0x12345678);

        for (int bit = 0; bit < good.Length * 8; bit++)
        {
            byte[] bad = (byte[])good.Clone();
            bad[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.IsNull(AppImage.Read(bad, out _), "bit " + bit);
        }
    }

    [TestMethod]
    public void Read_SealedNonsense_IsRefusedOrReadsAsWhatItIs()
    {
        // Right checksums over wrong tables: the header's numbers are hostile too.
        Random random = new(20261122);

        for (int round = 0; round < 20000; round++)
        {
            byte[] image = Images.Assembly("ToyGuard.Core");
            int at = 36 + random.Next(88);
            image[at] = (byte)random.Next(256);
            image[36 + random.Next(88)] ^= (byte)(1 << random.Next(8));
            Images.Seal(image);
            AppImage? read = AppImage.Read(image, out string fault);
            Assert.AreEqual(read is null, fault.Length > 0);
            Assert.IsTrue(read is null || read.Assemblies.Sum(a => (a.Bytes + 3) & ~3) == image.Length);
        }
    }

    [TestMethod]
    [DataRow(0, "is empty")]
    [DataRow(3, "no assembly begins there")]
    [DataRow(100, "no assembly begins there")]
    public void Read_Zeros_AreRefused(int length, string part)
    {
        Assert.IsNull(AppImage.Read(new byte[length], out string fault));
        StringAssert.Contains(fault, part);
    }

    [TestMethod]
    public void Read_ErasedFlashBehindIt_IsRefused()
    {
        Assert.IsNull(AppImage.Read([.. Images.Assembly("ToyGuard.Toy"), 0xFF, 0xFF, 0xFF, 0xFF], out string fault));
        StringAssert.Contains(fault, "no assembly begins there");
    }
}
