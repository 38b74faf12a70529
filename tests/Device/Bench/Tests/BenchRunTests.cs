using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

using ToyGuard.Emulator.Tests.Running;

namespace ToyGuard.Device.Bench.Tests;

/// <summary>
/// Goal: the program that a tester runs against a board finds every step well on a device that does what it must, and says so when one does not.
/// Method: the program itself as a process, against the Emulator as a process; nothing of either is replaced.
/// </summary>
[TestClass]
public class BenchRunTests
{
    [TestMethod]
    [Req("PAIR-01")]
    [Req("EGR-01")]
    [Req("RES-01")]
    public void Hub_OutOfItsBox_EveryStepIsWell()
    {
        using TestFolder folder = new();
        string sheet = Path.Combine(folder.Path, "bench.md");
        string json = Path.Combine(folder.Path, "bench.json");
        File.Copy(Path.Combine(Repository.Root, "hardware", "esp32-wrover", "bench.md"), sheet);
        using EmulatorRun run = EmulatorRun.Start("--board-port", "0", "--air", "quick");

        (int exitCode, string output) = BenchProcess.Run([.. Options(run), "--json", json, "--sheet", sheet, "--wipe"]);

        Assert.AreEqual(0, exitCode, output);
        using JsonDocument report = JsonDocument.Parse(File.ReadAllText(json));
        Assert.AreEqual("hub", report.RootElement.GetProperty("mode").GetString());
        CollectionAssert.AreEqual(
            new[] { "pair well", "gate well", "relay well", "flood well", "power well", "wipe well" },
            report.RootElement.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("step").GetString() + " " + step.GetProperty("state").GetString()).ToArray(), output);

        // Each figure stands in its blank, and nothing else of the sheet moved.
        string[] before = File.ReadAllLines(Path.Combine(Repository.Root, "hardware", "esp32-wrover", "bench.md"));
        string[] after = File.ReadAllLines(sheet);
        string[] filled = [.. after.Except(before)];
        Assert.HasCount(4, filled, string.Join('\n', filled));

        foreach (JsonProperty measured in report.RootElement.GetProperty("measured").EnumerateObject())
        {
            Assert.IsTrue(filled.Any(line => line.StartsWith($"| {measured.Name} |", StringComparison.Ordinal) && line.EndsWith($" {measured.Value.GetString()} |", StringComparison.Ordinal)), measured.Name);
        }

        // Nothing went anywhere but to the place that was opened.
        Assert.AreEqual(0, run.Count("lab-resolver", "tracker.ads.example"));
        Assert.IsTrue(run.Count("lab-server", "host=stories.toys.example") > 0);
    }

    [TestMethod]
    public void Toy_OutOfItsBox_IsPairedFloodedAndUnplugged()
    {
        using EmulatorRun run = EmulatorRun.StartToy("--commands", "--board-port", "0", "--air", "quick");

        (int exitCode, string output) = BenchProcess.Run(["--virtual", BoardOf(run)]);

        Assert.AreEqual(0, exitCode, output);
        StringAssert.Contains(output, "a toy\n");
        Assert.IsFalse(output.Contains("gate ", StringComparison.Ordinal), output);
    }

    // What is wrong with a device must not read as well.
    [TestMethod]
    [DataRow("--waiting", "lullabies.lights.test", "gate   failed")]
    [DataRow("--held", "stories.toys.example", "gate   failed")]
    [DataRow("--ca", "other", "relay  failed")]
    public void Hub_ThatIsNotAsItMustBe_FailsAtThatStep(string option, string value, string words)
    {
        using TestFolder folder = new();
        using EmulatorRun run = EmulatorRun.Start("--board-port", "0", "--air", "quick");
        using EmulatorRun? other = value == "other" ? EmulatorRun.Start() : null;
        List<string> options = [.. Options(run)];
        int at = options.IndexOf(option);

        if (at >= 0)
        {
            options.RemoveRange(at, 2);
        }

        (int exitCode, string output) = BenchProcess.Run([.. options, option, other?.AuthorityFile ?? value]);

        Assert.AreEqual(1, exitCode, output);
        StringAssert.Contains(output, words);
        StringAssert.Contains(output, "power  not run");
    }

    [TestMethod]
    [DataRow("--hub", "here", "is no address")]
    [DataRow("--ca", "nowhere.pem", "is not there")]
    [DataRow("--wifi", "Home", "NAME=KEY")]
    [DataRow("--loud", "", "--loud")]
    public void WrongUse_IsOneLineAndTwo(string option, string value, string words)
    {
        (int exitCode, string output) = BenchProcess.Run(value.Length > 0 ? [option, value] : [option]);

        Assert.AreEqual(2, exitCode, output);
        StringAssert.Contains(output, words);
    }

    private static string BoardOf(EmulatorRun run)
    {
        return run.Line(line => line.StartsWith("board ", StringComparison.Ordinal))["board ".Length..];
    }

    private static string[] Options(EmulatorRun run)
    {
        return
        [
            "--virtual", BoardOf(run), "--hub", "127.0.0.1", "--from", "127.0.0.1", "--dns-port", $"{run.DnsPort}", "--tls-port", $"{run.TlsPort}", "--ca", run.AuthorityFile,
        ];
    }
}
