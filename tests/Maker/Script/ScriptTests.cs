using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation.Language;

using ToyGuard.Maker.Tests.Factory;
using ToyGuard.Maker.Tests.Flash;
using ToyGuard.Maker.Tests.Running;

namespace ToyGuard.Maker.Tests.Script;

/// <summary>Goal: flash.ps1 is PowerShell, stays thin, and stops where it must. Method: PowerShell's own grammar and engine; a flasher that answers as told.</summary>
[TestClass]
[DoNotParallelize]
public class ScriptTests
{
    // All that a thin script needs; nothing that fetches, evaluates or deletes folders.
    private static readonly string[] s_commands =
    [
        "Set-StrictMode", "ForEach-Object", "dotnet", "Say", "Get-MakerStart", "Invoke-Maker", "Invoke-Nanoff", "Get-Plan", "Get-Arguments", "Get-Access", "Start-Doctor", "Start-Flash",
        "Get-SecretPath", "Remove-Secret", "New-DeviceImage", "Invoke-Plan",
    ];

    private static string Script
    {
        get { return Path.Combine(Repository.Root, "flash.ps1"); }
    }

    [TestMethod]
    public void Script_IsPowerShell_StrictAndThin()
    {
        ScriptBlockAst script = Parser.ParseFile(Script, out _, out ParseError[] errors);

        Assert.AreEqual("", string.Join('\n', errors.Select(e => e.ToString())));
        CommandAst[] commands = [.. script.FindAll(a => a is CommandAst, true).Cast<CommandAst>()];
        Assert.AreEqual(1, commands.Count(c => c.Extent.Text == "Set-StrictMode -Version Latest"));
        string[] names = [.. commands.Select(c => c.GetCommandName()).Distinct()];

        // A name that stands in a variable is the flasher, and nothing else.
        Assert.IsTrue(commands.Where(c => c.GetCommandName() is null).All(c => c.CommandElements[0].Extent.Text == "$Nanoff"));
        CollectionAssert.AreEquivalent(s_commands, names.Where(n => n is not null).ToArray());
    }

    [TestMethod]
    public void Script_Help_SaysEachParameter()
    {
        ScriptBlockAst script = Parser.ParseFile(Script, out _, out _);
        CommentHelpInfo help = script.GetHelpContent();
        string[] parameters = [.. script.ParamBlock.Parameters.Select(p => p.Name.VariablePath.UserPath.ToUpperInvariant()).Order(StringComparer.Ordinal)];

        CollectionAssert.AreEqual(parameters, help.Parameters.Keys.Order(StringComparer.Ordinal).ToArray());
        Assert.IsTrue(help.Examples.Count >= 3 && help.Synopsis.Length > 20);
        StringAssert.Contains(help.Description, "--version " + ToyGuard.Maker.Boards.Catalogue.Firmware.NanoffVersion);
    }

    [TestMethod]
    [DataRow("if ($result) {")]
    [DataRow("param([string $Port)")]
    [DataRow("'open")]
    public void Grammar_Damage_IsSeen(string damage)
    {
        Parser.ParseInput(File.ReadAllText(Script) + "\n" + damage, out _, out ParseError[] errors);
        Assert.AreNotEqual(0, errors.Length);
    }

    [TestMethod]
    public void Flash_Toy_MakesThePlansCalls_TelemetryOff_AndLeavesNoFile()
    {
        ScriptRun run = Healthy();
        using TestFolder folder = new();

        (int exitCode, string said) = run.Run(Toy(folder));

        Assert.AreEqual(0, exitCode, said);
        Assert.AreEqual(3, run.Made.Count, said);
        Assert.IsTrue(run.Made.All(m => m.EndsWith("[1]", StringComparison.Ordinal)), string.Join('\n', run.Made));
        StringAssert.StartsWith(run.Made[1], "--update --target ESP32_REV3 --serialport COM3 --fwversion 1.17.0.7 --deploy --image ");
        StringAssert.Contains(said, "Done.");
    }

    [TestMethod]
    public void Flash_FirmwareThatWasNotWritten_StopsThere_ThoughTheExitCodeIsZero()
    {
        ScriptRun run = Healthy();
        run.Answers["firmware"] = Nanoff.Header;
        using TestFolder folder = new();

        (int exitCode, string said) = run.Run(Toy(folder));

        Assert.AreEqual(1, exitCode);
        Assert.AreEqual(2, run.Made.Count);
        StringAssert.Contains(said, "Stopped at 'firmware'.");
    }

    [TestMethod]
    public void Flash_WrongChip_WritesNothing()
    {
        ScriptRun run = Healthy();
        run.Answers["chip"] = Nanoff.Chip("ESP32-S3");
        using TestFolder folder = new();

        (int exitCode, string said) = run.Run(Toy(folder));

        Assert.AreEqual(1, exitCode);
        Assert.AreEqual(1, run.Made.Count);
        StringAssert.Contains(said, "has another chip");
    }

    [TestMethod]
    public void Flash_FailedCall_ComesInWords()
    {
        ScriptRun run = Healthy();
        run.Exits["firmware"] = 4003 & 255;
        using TestFolder folder = new();

        (int exitCode, string said) = run.Run(Toy(folder));

        Assert.AreEqual(1, exitCode);
        StringAssert.Contains(said, "E4003: The firmware could not be written.");
    }

    [TestMethod]
    public void Flash_NoImage_IsRefusedBeforeAnyCall()
    {
        ScriptRun run = Healthy();
        using TestFolder folder = new();
        Dictionary<string, object> wish = Toy(folder);
        wish["Image"] = Path.Combine(folder.Path, "none.bin");

        (int exitCode, _) = run.Run(wish);

        Assert.AreEqual(1, exitCode);
        Assert.AreEqual(0, run.Made.Count);
    }

    [TestMethod]
    public void Flash_WhatIf_CallsNobody()
    {
        ScriptRun run = Healthy();
        using TestFolder folder = new();
        Dictionary<string, object> wish = Toy(folder);
        wish["WhatIf"] = true;

        (int exitCode, string said) = run.Run(wish);

        Assert.AreEqual(0, exitCode, said);
        Assert.AreEqual(0, run.Made.Count);
        Assert.IsFalse(said.Contains("Done.", StringComparison.Ordinal));
    }

    [TestMethod]
    public void Doctor_AsksAndWritesNothing()
    {
        ScriptRun run = Healthy();

        (int exitCode, string said) = run.Run(new() { ["Doctor"] = true, ["Board"] = "esp32-devkitc", ["Port"] = "COM3" });

        Assert.AreEqual(3, run.Made.Count, said);
        Assert.IsFalse(run.Made.Any(m => m.Contains("--update", StringComparison.Ordinal) || m.Contains("--checkpsram", StringComparison.Ordinal)));
        StringAssert.Contains(said, "well  chip: ESP32-D0WDQ6-V3");

        // There is no such port on this machine, and the doctor says so.
        Assert.AreEqual(1, exitCode);
        StringAssert.Contains(said, "MEND  port rights: ");
    }

    [TestMethod]
    public void Doctor_WithoutFlasher_SaysHowToGetIt()
    {
        (int exitCode, string said) = Healthy().Run(new() { ["Doctor"] = true }, nanoff: "no-such-flasher");

        Assert.AreEqual(1, exitCode, said);
        StringAssert.Contains(said, "nanoff was not started. Install it: dotnet tool install -g nanoff --version");
    }

    internal static ScriptRun Healthy()
    {
        ScriptRun run = new();
        run.Answers["ports"] = Nanoff.Ports("COM3");
        run.Answers["chip"] = Nanoff.Chip(psram: "undetermined");
        run.Answers["firmware"] = Nanoff.Header + "Flashing firmware...\nOK\n";
        run.Answers["device"] = Nanoff.Device("ESP32_REV3");
        return run;
    }

    internal static Dictionary<string, object> Toy(TestFolder folder)
    {
        return new()
        {
            ["Board"] = "esp32-devkitc",
            ["Role"] = "toy",
            ["Port"] = "COM3",
            ["Firmware"] = "1.17.0.7",
            ["Image"] = folder.Write("toy.bin", DeviceImageTests.Program()),
            ["Manifest"] = Path.Combine(Repository.Root, "firmware/Emulator/Samples/twinkle-lamp.json"),
        };
    }
}
