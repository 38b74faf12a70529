using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

using ToyGuard.Maker.Scan;
using ToyGuard.Maker.Tests.Running;
using ToyGuard.NanoCheck.Api;
using ToyGuard.NanoCheck.Projects;

namespace ToyGuard.Maker.Tests.Scan;

/// <summary>Compiles apps for the desktop or for the device, in memory, and scans them.</summary>
internal static class Planted
{
    /// <summary>The name of every planted app's source.</summary>
    public const string Source = "Bear.cs";

    private const string Usings = """
        using System; using System.Collections; using System.IO; using System.Net; using System.Text; using System.Threading; using System.Runtime.CompilerServices; using System.Net.Http; using ToyGuard.Core.Policy; using ToyGuard.Kit; using ToyGuard.Kit.Play;
        """;

    // What no listing has, because nothing of ToyGuard's needs it.
    private const string Drivers = """
        namespace System.Device.I2s { public class I2sDevice { public int Read(byte[] sound) { return 0; } } }
        namespace System.Device.Spi { public class SpiDevice { } }
        namespace System.Device.Adc { public class AdcController { } }
        namespace System.IO.Ports { public class SerialPort { } }
        namespace Iot.Device.Button { public class GpioButton { } }
        namespace nanoFramework.Device.Bluetooth { public class BluetoothLEServer { public static void Start() { } } }
        namespace nanoFramework.Hardware.Esp32 { public static class Sleep { public static void StartDeepSleep() { } } }
        namespace nanoFramework.M2Mqtt { public class MqttClient { } }
        namespace nanoFramework.WebServer { public class WebServer { } }
        namespace nanoFramework.Json { public static class JsonConvert { public static string SerializeObject(object o) { return ""; } } }
        """;

    private static readonly Lazy<MetadataReference[]> s_desktop = new(() => Desktop());
    private static readonly Lazy<MetadataReference[]> s_device = new(() => Device());

    /// <summary>Compiles <paramref name="source"/> behind the usual usings.</summary>
    public static CSharpCompilation Compile(string source, bool isDevice, string assembly = "Bear", params MetadataReference[] more)
    {
        CSharpParseOptions parse = new(isDevice ? LanguageVersion.CSharp10 : LanguageVersion.Preview);
        SyntaxTree tree = CSharpSyntaxTree.ParseText(Usings + "\n" + source, parse, Source, System.Text.Encoding.UTF8);
        CSharpCompilationOptions options = new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: source.Contains("unsafe", StringComparison.Ordinal), nullableContextOptions: NullableContextOptions.Enable);
        return CSharpCompilation.Create(assembly, [tree], [.. (isDevice ? s_device : s_desktop).Value, .. more], options);
    }

    /// <summary>Its bytes with lines inside.</summary>
    public static byte[] Emit(CSharpCompilation compilation, DebugInformationFormat lines = DebugInformationFormat.Embedded, Stream? pdb = null)
    {
        using MemoryStream image = new();
        EmitResult result = compilation.Emit(image, pdb, options: new EmitOptions(debugInformationFormat: lines, pdbFilePath: "Bear.pdb", pdbChecksumAlgorithm: System.Security.Cryptography.HashAlgorithmName.SHA256, runtimeMetadataVersion: "v4.0.30319"));
        Assert.IsTrue(result.Success, string.Join('\n', result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        return image.ToArray();
    }

    /// <summary>The bytes of an app.</summary>
    public static byte[] Bytes(string source, bool isDevice, string assembly = "Bear")
    {
        return Emit(Compile(source, isDevice, assembly));
    }

    /// <summary>What a scan says of <paramref name="image"/>, as if it had been read from a folder without anything else.</summary>
    public static IReadOnlyList<Finding> Scan(byte[] image, params string[] scanned)
    {
        if (!AppAssembly.TryOpen("Bear.dll", image, out AppAssembly? app, out Refusal? why))
        {
            return [new Finding(new Place("Bear.dll", 0, ""), why)];
        }

        using (app)
        {
            return AssemblyScan.Run(app, new HashSet<string>([app.Name, .. scanned], StringComparer.OrdinalIgnoreCase));
        }
    }

    /// <summary>Findings as text for a failing test.</summary>
    public static string Text(IEnumerable<Finding> findings)
    {
        return string.Join('\n', findings.Select(finding => $"{finding.Place} [{finding.Place.Member}] {finding.Why.Kind}: {finding.Why.Name}"));
    }

    private static MetadataReference[] Desktop()
    {
        string[] platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        string own = AppContext.BaseDirectory;
        return
        [
            .. platform.Where(file => !file.StartsWith(own, StringComparison.Ordinal)).Select(file => MetadataReference.CreateFromFile(file)),
            .. Directory.GetFiles(own, "ToyGuard.*.dll").Where(IsKits).Select(file => MetadataReference.CreateFromFile(file)),
        ];
    }

    private static MetadataReference[] Device()
    {
        ReferenceAssemblies listings = new(Path.Combine(AppContext.BaseDirectory, "NanoApi"));
        NanoCompilation kit = new NanoCompiler(listings).Compile(Path.Combine(Repository.Root, "firmware/Kit/ToyGuard.Kit.nfproj"), isDebug: true);
        HashSet<NanoCompilation> all = [];
        Add(kit, all);
        MetadataReference[] platform = [.. listings.Names.Where(name => !name.Contains("Test", StringComparison.Ordinal)).Select(name => listings.Find(name)!)];
        CSharpCompilation drivers = CSharpCompilation.Create(
            "Drivers", [CSharpSyntaxTree.ParseText(Drivers)], platform, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        return [.. platform, .. all.Select(one => one.Compilation.ToMetadataReference()), drivers.ToMetadataReference()];
    }

    private static void Add(NanoCompilation one, HashSet<NanoCompilation> all)
    {
        if (all.Add(one))
        {
            foreach (NanoCompilation below in one.Dependencies)
            {
                Add(below, all);
            }
        }
    }

    private static bool IsKits(string file)
    {
        string name = Path.GetFileNameWithoutExtension(file);
        string[] others = ["Maker", "Fakes", "NanoCheck", "Samples"];
        return !others.Any(other => name.Contains(other, StringComparison.Ordinal));
    }
}
