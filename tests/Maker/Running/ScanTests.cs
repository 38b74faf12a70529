using System;
using System.Diagnostics;
using System.IO;

using Microsoft.CodeAnalysis.Emit;

using ToyGuard.Fakes;
using ToyGuard.Maker.Tests.Scan;

namespace ToyGuard.Maker.Tests.Running;

/// <summary>Goal: what a maker types gets the exit code, the lines and the advice that it should. Method: the real program over files and folders.</summary>
[TestClass]
public class ScanTests
{
    private const string Good = "namespace Toys { public class Bear { public string On(ToyKit kit) { return kit.Http.Get(\"https://stories.toys.example/\").Words; } } }";
    private const string Bad = "namespace Toys { public class Bear { public void On() {\n System.Net.Dns.GetHostEntry(\"a.test\");\n } } }";

    [TestMethod]
    public void Scan_GoodApp_PassesWithZero()
    {
        using TestFolder folder = new();
        string app = folder.Write("Bear.dll", Planted.Bytes(Good, isDevice: false));

        (int exitCode, string output, string errors) = MakerRun.ToEnd("scan", app);

        Assert.AreEqual("scanned Bear.dll (with lines)\npassed: nothing in it goes around ToyGuard\n", output);
        Assert.AreEqual("", errors);
        Assert.AreEqual(0, exitCode);
    }

    [TestMethod]
    [Req("EGR-12")]
    public void Scan_BadApp_SaysFileLineKindAndAdviceWithOne()
    {
        using TestFolder folder = new();
        string app = folder.Write("Bear.exe", Planted.Bytes(Bad, isDevice: true));

        (int exitCode, string output, _) = MakerRun.ToEnd("scan", app);

        StringAssert.StartsWith(output, "Bear.cs:3: network: System.Net.Dns.GetHostEntry, in Toys.Bear.On. Send a GuardedRequest with ToyKit.Http: the gate is asked first.\n");
        StringAssert.EndsWith(output, "refused: 1 thing\n");
        Assert.AreEqual(1, exitCode);
    }

    [TestMethod]
    [Req("EGR-12")]
    public void Scan_LibraryBesideTheApp_IsScannedToo()
    {
        using TestFolder folder = new();
        Microsoft.CodeAnalysis.CSharp.CSharpCompilation library = Planted.Compile("namespace Acme { public static class Songs { public static object Sing() { return System.Net.Dns.GetHostEntry(\"a.test\"); } } }", isDevice: false, "Acme.Songs");
        string app = folder.Write("Bear.dll", Planted.Emit(Planted.Compile("namespace Toys { public class Bear { public void On() { Acme.Songs.Sing(); } } }", isDevice: false, "Bear", library.ToMetadataReference())));

        StringAssert.Contains(MakerRun.ToEnd("scan", app).Output, "unknown library: Acme.Songs");
        folder.Write("Acme.Songs.dll", Planted.Emit(library));
        (int exitCode, string output, _) = MakerRun.ToEnd("scan", app);

        StringAssert.Contains(output, "network: System.Net.Dns.GetHostEntry, in Acme.Songs.Sing");
        StringAssert.Contains(output, "scanned Acme.Songs.dll");
        Assert.AreEqual(1, exitCode);
    }

    [TestMethod]
    public void Scan_Folder_LeavesOutOnlyWhatItKnowsByEachByte()
    {
        using TestFolder folder = new();
        using TestFolder vouched = new();
        byte[] kit = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "ToyGuard.Kit.dll"));
        byte[] other = Planted.Bytes("namespace Other { public class One { } }", isDevice: true, "mscorlib");
        folder.Write("Bear.dll", Planted.Bytes(Good, isDevice: false));
        folder.Write("ToyGuard.Kit.dll", kit);
        folder.Write("System.Runtime.dll", File.ReadAllBytes(Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "System.Runtime.dll")));
        (int exitCode, string output, _) = MakerRun.ToEnd("scan", folder.Path);
        Assert.AreEqual(0, exitCode, output);
        StringAssert.Contains(output, "left out, since it is known what they are: System.Runtime.dll, ToyGuard.Kit.dll\n");

        folder.Write("mscorlib.dll", other);
        (exitCode, output, _) = MakerRun.ToEnd("scan", folder.Path);
        Assert.AreEqual(1, exitCode, output);
        StringAssert.Contains(output, "mscorlib.dll: pretending");

        vouched.Write("mscorlib.dll", other);
        (exitCode, output, _) = MakerRun.ToEnd("scan", folder.Path, "--known", vouched.Path);
        Assert.AreEqual(0, exitCode, output);

        kit[^1] ^= 1;
        folder.Write("ToyGuard.Kit.dll", kit);
        (exitCode, output, _) = MakerRun.ToEnd("scan", folder.Path, "--known", vouched.Path);
        Assert.AreEqual(1, exitCode, output);
        StringAssert.Contains(output, "ToyGuard.Kit.dll: pretending");
    }

    [TestMethod]
    public void Scan_FolderOfOddThings_RefusesEachWithItsReason()
    {
        using TestFolder folder = new();
        folder.Write("Bear.dll", Planted.Bytes(Good, isDevice: false));
        folder.Write("Bear.pe", "NFMRK2");
        folder.Write("Bear.pdb", "not one");
        folder.Write("readme.txt", "words");
        folder.Write("Alone.pe", "NFMRK2");
        folder.Write("empty.dll", "");
        folder.Write("text.exe", "MZ, but only words");
        folder.Write("elf.dll", "\u007fELF");
        folder.Write("device.dll", "NFMRK2");
        folder.Write("native.SO", "\u007fELF");
        File.WriteAllBytes(Path.Combine(folder.Path, "evil\u001b[2J\u202e.dll"), [1]);

        using (FileStream huge = File.Create(Path.Combine(folder.Path, "huge.dll")))
        {
            huge.SetLength((64L * 1024 * 1024) + 1);
        }

        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "again"), folder.Path);
        File.CreateSymbolicLink(Path.Combine(folder.Path, "round.dll"), Path.Combine(folder.Path, "round.dll"));

        (int exitCode, string output, string errors) = MakerRun.ToEnd("scan", folder.Path);

        Assert.AreEqual(1, exitCode, output + errors);
        Assert.AreEqual("", errors);
        StringAssert.Contains(output, "Alone.pe: unreadable: there is no .dll or .exe beside it to scan");
        StringAssert.Contains(output, "empty.dll: unreadable: the file is empty");
        StringAssert.Contains(output, "text.exe: unreadable: ");
        StringAssert.Contains(output, "elf.dll: unreadable: this is no assembly");
        StringAssert.Contains(output, "device.dll: unreadable: this is what nanoFramework's build makes of an assembly");
        StringAssert.Contains(output, "native.SO: native code: a library of native code");
        StringAssert.Contains(output, "huge.dll: unreadable: the file is larger than 64 MiB");
        StringAssert.Contains(output, "again: unreadable: a link to another folder");
        StringAssert.Contains(output, "round.dll: unreadable: ");
        StringAssert.Contains(output, "evil·[2J·.dll: unreadable: ");
        StringAssert.Contains(output, "scanned Bear.dll (with lines)");
        StringAssert.Contains(output, "refused: 10 things");
    }

    [TestMethod]
    public void Scan_LauncherBesideItsAssembly_IsLeftOut()
    {
        using TestFolder folder = new();
        byte[] launcher = Launcher();
        folder.Write("Bear.dll", Planted.Bytes(Good, isDevice: false));
        folder.Write("Bear.exe", launcher);
        (int exitCode, string output, _) = MakerRun.ToEnd("scan", folder.Path);
        Assert.AreEqual(0, exitCode, output);

        folder.Write("Other.exe", launcher);
        (exitCode, output, _) = MakerRun.ToEnd("scan", folder.Path);
        Assert.AreEqual(1, exitCode, output);
        StringAssert.Contains(output, "Other.exe: native code: a program without .NET code");
    }

    [TestMethod]
    [DataRow("Bear.pe is what was made for the device: scan the .dll or .exe beside it", "Bear.pe")]
    [DataRow("none.dll is not there", "none.dll")]
    [DataRow("no assembly of an app", "songs")]
    public void Scan_NothingToScan_IsOneLineAndTwo(string part, string name)
    {
        using TestFolder folder = new();
        folder.Write("Bear.pe", "NFMRK2");
        Directory.CreateDirectory(Path.Combine(folder.Path, "songs"));

        MakerRun.IsOneLineAndTwo(part, "scan", Path.Combine(folder.Path, name));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("scan")]
    [DataRow("scan|a.dll|--known|/no/such/folder")]
    [DataRow("scan|a.dll|--nonsense")]
    [DataRow("manifest")]
    [DataRow("manifest|check")]
    [DataRow("manifest|explain|a.json|b.json")]
    [DataRow("manifest|explain|/no/such/file")]
    [DataRow("manifest|check|/no/such/file")]
    [DataRow("nonsense")]
    [DataRow("[suggest]")]
    [DataRow("@file")]
    public void Arguments_Wrong_AreOneLineAndTwo(string args)
    {
        MakerRun.IsOneLineAndTwo("", args.Length == 0 ? [] : args.Split('|'));
    }

    [TestMethod]
    public void Help_ShowsWhatThereIs()
    {
        (int exitCode, string output, _) = MakerRun.ToEnd("--help");

        Assert.AreEqual(0, exitCode);
        StringAssert.Contains(output, "manifest");
        StringAssert.Contains(output, "scan");
    }

    // A PE file without anything of .NET's, as launchers are.
    private static byte[] Launcher()
    {
        byte[] image = Planted.Bytes(Good, isDevice: false);
        using System.Reflection.PortableExecutable.PEReader reader = new(new MemoryStream(image));
        int directory = reader.PEHeaders.PEHeaderStartOffset + (reader.PEHeaders.PEHeader!.Magic == System.Reflection.PortableExecutable.PEMagic.PE32 ? 96 : 112) + (14 * 8);
        image.AsSpan(directory, 8).Clear();
        return image;
    }
}
