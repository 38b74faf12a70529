using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;

using Microsoft.CodeAnalysis.Emit;

using ToyGuard.Fakes;
using ToyGuard.Maker.Scan;

namespace ToyGuard.Maker.Tests.Scan;

/// <summary>
/// Goal: whatever a file is, a scan ends with a reason, never with an exception, and what was refused whole is refused damaged.
/// Method: every prefix and seeded bit flips of real assemblies and of their debug data, and tables made to be deep or endless.
/// </summary>
[TestClass]
public class HostileTests
{
    private const string Bad = "namespace Toys { public class Bear { public void On() { System.Net.Dns.GetHostEntry(\"a.test\"); } } }";
    private const string Good = "namespace Toys { public class Bear : IToy { public void Start(ToyKit kit) { kit.Say(\"hello\"); } public void OnPress() { } public void OnTalk(bool isHeld) { } public void OnTurn(long nowMs) { } } }";

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void Scan_EveryPrefix_IsRefused(bool isDevice)
    {
        byte[] whole = Planted.Bytes(Bad, isDevice);

        for (int length = 0; length < whole.Length; length++)
        {
            Assert.IsTrue(Planted.Scan(whole[..length]).Count > 0, $"{length} of {whole.Length} bytes pass");
        }
    }

    [TestMethod]
    [DataRow(false, 1)]
    [DataRow(true, 2)]
    public void Scan_BitFlips_NeverThrow(bool isDevice, int seed)
    {
        byte[] whole = Planted.Bytes(Good, isDevice);
        Random random = new(seed);

        for (int i = 0; i < 4000; i++)
        {
            int bit = random.Next(whole.Length * 8);
            whole[bit / 8] ^= (byte)(1 << (bit % 8));
            Planted.Scan(whole);

            // Some with one flip alone, some with all that came before.
            if (i % 4 != 0)
            {
                whole[bit / 8] ^= (byte)(1 << (bit % 8));
            }

            if (i % 400 == 0)
            {
                whole = Planted.Bytes(Good, isDevice);
            }
        }
    }

    // What a call names is at three places; no single bit makes all three harmless. Every third one is tried, which changes each bit of a byte.
    [TestMethod]
    public void Scan_AnyBitFlipped_IsStillRefused()
    {
        byte[] whole = Planted.Emit(Planted.Compile(Bad, isDevice: false), DebugInformationFormat.Pdb);
        List<int> passed = [];

        for (int bit = 0; bit < whole.Length * 8; bit += 3)
        {
            whole[bit / 8] ^= (byte)(1 << (bit % 8));

            if (Planted.Scan(whole).Count == 0)
            {
                passed.Add(bit);
            }

            whole[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.AreEqual(0, passed.Count, string.Join(' ', passed));
    }

    [TestMethod]
    public void Lines_DamagedDebugData_AreLeftOut()
    {
        using Running.TestFolder folder = new();
        using MemoryStream pdb = new();
        byte[] image = Planted.Emit(Planted.Compile(Bad, isDevice: false), DebugInformationFormat.PortablePdb, pdb);
        string path = folder.Write("Bear.dll", image);
        byte[] whole = pdb.ToArray();
        StringAssert.StartsWith(WordsWith(folder, path, image, whole), "with lines");
        Random random = new(3);

        for (int length = 0; length < whole.Length; length += 23)
        {
            StringAssert.StartsWith(WordsWith(folder, path, image, whole[..length]), "no lines");
        }

        for (int i = 0; i < 150; i++)
        {
            int bit = random.Next(whole.Length * 8);
            whole[bit / 8] ^= (byte)(1 << (bit % 8));
            StringAssert.StartsWith(WordsWith(folder, path, image, whole), "no lines", $"bit {bit}");
            whole[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [TestMethod]
    public void Lines_OfAnotherBuild_AreLeftOut()
    {
        using Running.TestFolder folder = new();
        using MemoryStream pdb = new();
        Planted.Emit(Planted.Compile(Good, isDevice: false), DebugInformationFormat.PortablePdb, pdb);
        using MemoryStream own = new();
        byte[] image = Planted.Emit(Planted.Compile(Bad, isDevice: false), DebugInformationFormat.PortablePdb, own);

        Assert.AreEqual("no lines: its .pdb belongs to another build", WordsWith(folder, folder.Write("Bear.dll", image), image, pdb.ToArray()));
        Assert.AreEqual("no lines: its .pdb has the old form; build with <DebugType>portable</DebugType>", WordsWith(folder, folder.Write("Bear.dll", image), image, "Microsoft C/C++ MSF 7.00"u8.ToArray()));
    }

    [TestMethod]
    public void Signature_NestedForEver_EndsWithAReason()
    {
        byte[] deep = new byte[100_000];
        Array.Fill(deep, (byte)0x1D);
        deep[0] = 0x06;

        GCHandle pin = GCHandle.Alloc(deep, GCHandleType.Pinned);

        try
        {
            Check.Throws(typeof(BadImageFormatException), () => new SignatureText(_ => "").Member(Blob(pin, deep.Length)));
        }
        finally
        {
            pin.Free();
        }
    }

    private static unsafe System.Reflection.Metadata.BlobReader Blob(GCHandle pin, int length)
    {
        return new System.Reflection.Metadata.BlobReader((byte*)pin.AddrOfPinnedObject(), length);
    }

    private static string WordsWith(Running.TestFolder folder, string path, byte[] image, byte[] pdb)
    {
        folder.Write("Bear.pdb", pdb);
        Assert.IsTrue(AppAssembly.TryOpen(path, image, out AppAssembly? app, out _));

        using (app)
        {
            Assert.IsTrue(AssemblyScan.Run(app, new HashSet<string>()).Any());
            return app.Lines.Words;
        }
    }
}
