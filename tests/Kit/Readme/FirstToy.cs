using System;
using System.Diagnostics;
using System.IO;
using System.Text.RegularExpressions;

namespace ToyGuard.Kit.Tests.Readme;

/// <summary>The first toy of the kit's README, made from nothing in a folder of its own, by the README's own steps.</summary>
internal sealed partial class FirstToy : IDisposable
{
    private const string Sample = "firmware/Samples/StoryToy/";
    private const string SampleName = "ToyGuard.Samples.StoryToy";

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "first-toy-" + Guid.NewGuid().ToString("N"));

    /// <summary>The folder of step 1, with <paramref name="code"/> for the toy's file.</summary>
    public FirstToy(string code)
    {
        Directory.CreateDirectory(_folder);
        CopyProject(".csproj");
        CopyProject(".nfproj");
        File.Copy(Path.Combine(Root, Sample, "packages.config"), Path.Combine(_folder, "packages.config"));
        File.WriteAllText(Path.Combine(_folder, "BookToy.cs"), code);

        // What stands above every folder of the repository.
        foreach (string above in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
        {
            File.WriteAllText(Path.Combine(_folder, above), "<Project><Import Project=\"" + Path.Combine(Root, above) + "\" /></Project>");
        }
    }

    /// <summary>The README's one block of code.</summary>
    public static string Code
    {
        get
        {
            MatchCollection blocks = CodeBlock().Matches(File.ReadAllText(Path.Combine(Root, "firmware/Kit/README.md")));
            Assert.HasCount(1, blocks);
            return blocks[0].Groups[1].Value;
        }
    }

    private static string Root
    {
        get
        {
            string? root = AppContext.BaseDirectory;

            while (root is not null && !File.Exists(Path.Combine(root, "ToyGuard.sln")))
            {
                root = Path.GetDirectoryName(root);
            }

            return root ?? throw new DirectoryNotFoundException("ToyGuard.sln");
        }
    }

    private static string Configuration
    {
        get
        {
            return AppContext.BaseDirectory.Contains(Path.DirectorySeparatorChar + "release", StringComparison.OrdinalIgnoreCase) ? "Release" : "Debug";
        }
    }

    /// <summary>What the build made.</summary>
    public string Assembly
    {
        get { return Path.Combine(_folder, "made", "FirstToy.dll"); }
    }

    /// <summary>Step 3, for the device alone: its files listed, and both gates.</summary>
    public (int ExitCode, string Output) Check()
    {
        string check = Path.Combine(Root, ".artifacts/bin/ToyGuard.NanoCheck", Configuration.ToLowerInvariant(), "ToyGuard.NanoCheck.dll");
        string project = Path.Combine(_folder, "FirstToy.nfproj");
        (int exitCode, string output) = Run(check, "list", project);
        Assert.AreEqual(0, exitCode, output);
        Assert.Contains("BookToy.cs", File.ReadAllText(project));

        return Run(check, "check", project);
    }

    /// <summary>Step 3, whole. What the toy refers to was built before this test was.</summary>
    public (int ExitCode, string Output) Build()
    {
        (int exitCode, string output) = Check();

        return exitCode != 0 ? (exitCode, output) : Run(
            "build", Path.Combine(_folder, "FirstToy.csproj"), "-c", Configuration, "-nodeReuse:false", "-tl:off",
            "-p:BuildProjectReferences=false", "-p:IsFirmware=true", "-o", Path.GetDirectoryName(Assembly)!);
    }

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
    }

    private static (int ExitCode, string Output) Run(params string[] arguments)
    {
        string host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        ProcessStartInfo start = new(host, arguments) { RedirectStandardOutput = true, WorkingDirectory = Root };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    // As the README's sed does it; from this folder the others are further away.
    private void CopyProject(string extension)
    {
        string text = File.ReadAllText(Path.Combine(Root, Sample, SampleName + extension)).Replace(SampleName, "FirstToy", StringComparison.Ordinal);
        string firmware = Path.Combine(Root, "firmware") + Path.DirectorySeparatorChar;
        text = text.Replace("\"../../", "\"" + firmware, StringComparison.Ordinal).Replace("\"..\\..\\", "\"" + firmware, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(_folder, "FirstToy" + extension), text);
    }

    [GeneratedRegex("^```csharp\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
