using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

using ToyGuard.NanoCheck;
using ToyGuard.Tidy.House;

namespace ToyGuard.Tidy.Gates;

/// <summary>
/// Goal: a maker who builds what the device cannot run is told so by dotnet build, each mistake once, with file, line and what to use instead.
/// Method: a real build of a copy of Samples/Refused; and the step's memory of answers, directly.
/// </summary>
[TestClass]
public partial class BuildStepTests
{
    [TestMethod]
    [Timeout(300_000)]
    public void Build_RefusedSample_FailsWithFourClearMessages()
    {
        string sample = Repository.Here.Full("tests/Tidy/Samples/Refused");
        using SampleTree copy = new(Directory.GetFiles(sample).Select(f => (Path.GetFileName(f), File.ReadAllText(f))).ToArray());
        (int exitCode, string output) = Build(copy.Tree.Full("Refused.csproj"));

        List<string> errors = new();

        foreach (Match match in Error().Matches(output))
        {
            errors.Add(match.Groups[1].Value + " " + match.Groups[2].Value + " " + match.Groups[3].Value);
        }

        errors = errors.Distinct().ToList();
        Assert.AreEqual(1, exitCode, output);
        Assert.HasCount(4, errors, output);
        Assert.StartsWith("StoryShelf.cs(9,22) TG0001 `List<string>` is generic", errors[0]);
        Assert.Contains("use ArrayList or an array", errors[0]);
        Assert.StartsWith("StoryShelf.cs(10,22) TG0002 `int[,]` crashes the device", errors[1]);
        Assert.Contains("use arrays of arrays, `int[][]`", errors[1]);
        Assert.StartsWith("StoryShelf.cs(25,19) TG0010 `mood` in a string", errors[2]);
        Assert.Contains("cast to int", errors[2]);
        Assert.StartsWith("StoryShelf.cs(25,91) CS0117 'DateTime' does not contain a definition for 'MoonPhase'", errors[3]);
        Assert.Contains("use what the device has", errors[3]);
    }

    [TestMethod]
    public void Run_ProjectThatPassed_IsNotCheckedAgainUntilSomethingItDependsOnChanges()
    {
        using SampleTree sample = new(
            ("A/A.cs", "public class A { }\n"),
            ("A/A.nfproj", Nano.SampleProject("A.cs")),
            ("B/B.cs", "public class B : A { }\n"),
            ("B/B.nfproj", Nano.SampleProject("B.cs").Replace("</Project>", "<ItemGroup><ProjectReference Include=\"..\\A\\A.nfproj\" /></ItemGroup></Project>",
                StringComparison.Ordinal)));

        Assert.IsEmpty(Run(sample, "A/A.nfproj"));
        Assert.HasCount(2, Passed(sample), "the first to come checks both");

        // B now passes only by what was kept: there is nothing left to check it with.
        BuildStep blind = new(sample.Tree.Root, sample.Tree.Full("cache"), Nano.Listings);
        using (FileStream turn = new(sample.Tree.Full("cache/turn"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.IsEmpty(blind.Run(sample.Tree.Full("B/B.nfproj")));
        }

        File.WriteAllText(sample.Tree.Full("A/A.cs"), "public class A { public static int[,] Grid() { return new int[1, 1]; } }\n");
        Assert.AreEqual("TG0002", Run(sample, "A/A.nfproj")[0].Id);
        Assert.AreEqual("TG0002", Run(sample, "A/A.nfproj")[0].Id, "and again each time");
        Assert.IsEmpty(Run(sample, "B/B.nfproj"), "B's own sources are fine");

        File.WriteAllText(sample.Tree.Full("A/A.cs"), "public sealed class A { }\n");
        Assert.AreEqual("CS0509", Run(sample, "B/B.nfproj")[0].Id, "what B builds on has changed under it");
    }

    private static IReadOnlyList<Finding> Run(SampleTree sample, string project)
    {
        return new BuildStep(sample.Tree.Root, sample.Tree.Full("cache"), Nano.Listings).Run(sample.Tree.Full(project));
    }

    private static string[] Passed(SampleTree sample)
    {
        return Directory.GetFiles(sample.Tree.Full("cache"), "*.passed");
    }

    private static (int ExitCode, string Output) Build(string project)
    {
        string configuration = AppContext.BaseDirectory.Contains(Path.DirectorySeparatorChar + "release", StringComparison.OrdinalIgnoreCase) ? "Release" : "Debug";
        string host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

        // What references the build needs were built before this test was.
        ProcessStartInfo start = new(host)
        {
            ArgumentList = { "build", project, "-c", configuration, "-nodeReuse:false", "-tl:off", "-p:BuildProjectReferences=false" },
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetDirectoryName(project),
        };

        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    [GeneratedRegex(@"(\w+\.cs\(\d+,\d+\))\s*: error (\w+): (.*)$", RegexOptions.Multiline)]
    private static partial Regex Error();
}
