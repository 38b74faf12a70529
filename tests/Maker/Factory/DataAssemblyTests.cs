using System;
using System.Linq;
using System.Security.Cryptography;

using ToyGuard.Core.Factory;
using ToyGuard.Core.Pairing;
using ToyGuard.Fakes;
using ToyGuard.Maker.Factory;
using ToyGuard.Maker.Flash;
using ToyGuard.Maker.Tests.Flash;

namespace ToyGuard.Maker.Tests.Factory;

/// <summary>Goal: what Maker writes is what the device loads and reads. Method: bytes that ran on the real interpreter, each size at a chunk's edge, every flipped bit.</summary>
[TestClass]
public class DataAssemblyTests
{
    private static readonly Version s_library = new(1, 17, 11, 0);

    // On 2026-11-23 nanoCLR (interpreter of nf-interpreter, POSIX) loaded exactly these two beside Device/Factory and gave back each byte.
    // Whoever changes the form runs them there again: decisions/0012-data-assemblies.md says how.
    [TestMethod]
    public void Of_KnownBoxes_AreTheAssembliesThatRanOnTheInterpreter()
    {
        FactoryIdentity identity = new("toyguard-0a1b2c3d", [1, 2, 3, 4, 5, 6, 7, 8], "ToyGuard 0a1b", "key-key-key-key1", [9, 8, 7, 6, 5, 4, 3, 2, 1, 1]);
        byte[] own = DataAssembly.Of("ToyGuard.Data.Identity", DataBox.Of(0, 1, new DataPart(PartKind.Identity, "", IdentityBytes.Of(identity))), new Version(0, 0, 0, 0));
        byte[] makers = DataAssembly.Of("ToyGuard.Data.Maker1", DataBox.Of(1, 2, new DataPart(PartKind.Language, "ar", Some(57344 - 16 - 6, 3))), new Version(0, 0, 0, 0));

        Assert.AreEqual("6877a2d1224c85e1" + "1016c7a40db2d388" + "743e8be7746db848" + "9d91ff623251398c", Convert.ToHexStringLower(SHA256.HashData(own)));
        Assert.AreEqual("ae05cc3ed34fb39d" + "ddce5449d3ab9926" + "6a34d7637f6f57fe" + "de7658a2957ec9f1", Convert.ToHexStringLower(SHA256.HashData(makers)));
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(2047)]
    [DataRow(2048)]
    [DataRow(2049)]
    [DataRow(4096)]
    [DataRow(57343)]
    [DataRow(57344)]
    public void Of_AnySize_LoadsAndReadsBack(int count)
    {
        byte[] assembly = DataAssembly.Of("ToyGuard.Data.Maker0", Some(count, 1), s_library);

        AppImage? image = AppImage.Read(assembly, out string fault);
        Assert.IsNotNull(image, fault);
        Assert.AreEqual("ToyGuard.Data.Maker0", image.Assemblies.Single().Name);
        Assert.AreEqual(assembly.Length, image.Assemblies[0].Bytes);
        CollectionAssert.AreEqual(Some(count, 1), DataAssembly.Read(assembly, "ToyGuard.Data.Maker0"));
        Assert.IsNull(DataAssembly.Read(assembly, "ToyGuard.Data.Maker1"));
    }

    // The device numbers strings and signatures with 16 bits.
    [TestMethod]
    public void Of_Largest_StaysBelow64KiB_LargerIsRefused()
    {
        Assert.IsTrue(DataAssembly.Of("ToyGuard.Data.Maker0", new byte[57344], s_library).Length < 60 * 1024);
        Assert.ThrowsExactly<ArgumentException>(() => DataAssembly.Of("ToyGuard.Data.Maker0", new byte[57345], s_library));
        Assert.ThrowsExactly<ArgumentException>(() => DataAssembly.Of("ToyGuard.Data.Maker0", [], s_library));
    }

    [TestMethod]
    [Req("UPD-01")]
    public void Read_EveryFlippedBitAndPrefix_IsRefused()
    {
        byte[] assembly = DataAssembly.Of("ToyGuard.Data.Maker0", Some(90, 1), s_library);

        for (int bit = 0; bit < assembly.Length * 8; bit++)
        {
            byte[] bad = (byte[])assembly.Clone();
            bad[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.IsNull(AppImage.Read(bad, out _), "bit " + bit);
            Assert.IsNull(DataAssembly.Read(bad, "ToyGuard.Data.Maker0"), "bit " + bit);
        }

        for (int length = 0; length < assembly.Length; length++)
        {
            Assert.IsNull(DataAssembly.Read(assembly[..length], "ToyGuard.Data.Maker0"), "of " + length);
        }
    }

    // Code in place of data, with right checksums, is no data assembly.
    [TestMethod]
    public void Read_SealedNonsense_IsRefusedOrTheSame()
    {
        Random random = new(20261123);
        byte[] good = DataAssembly.Of("ToyGuard.Data.Maker0", Some(90, 1), s_library);

        for (int round = 0; round < 20000; round++)
        {
            byte[] bad = (byte[])good.Clone();
            bad[16 + random.Next(bad.Length - 16)] = (byte)random.Next(256);
            Images.Seal(bad);
            byte[]? read = DataAssembly.Read(bad, "ToyGuard.Data.Maker0");
            Assert.IsTrue(read is null || read.Length == 90);
        }
    }

    /// <summary>Bytes that differ at each place.</summary>
    internal static byte[] Some(int count, int seed)
    {
        return [.. Enumerable.Range(0, count).Select(i => (byte)((i * 7) + (i >> 8) + seed))];
    }
}
