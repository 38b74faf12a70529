using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;

using ToyGuard.Emulator.Commands;
using ToyGuard.Maker.Boards;
using ToyGuard.Maker.Flash;
using ToyGuard.Maker.Manifests;

namespace ToyGuard.Maker.Commands;

/// <summary>What flash.ps1 asks: the calls to make, what became of them, and what is wrong with computer and board.</summary>
internal static class FlashCommand
{
    // No partition is as large; more than this is not even read.
    private const int ImageMax = 16 * 1024 * 1024;

    /// <summary>maker flash-plan.</summary>
    public static Command BuildPlan()
    {
        Option<string> board = new("--board") { Required = true, HelpName = "BOARD", Description = "A folder of hardware/." };
        Option<string> role = new("--role") { Required = true, HelpName = "toy|hub", Description = "What the board becomes." };
        Option<string> port = new("--port") { HelpName = "PORT", Description = "COM3, /dev/ttyUSB0." };
        Option<string> image = new("--image") { HelpName = "FILE", Description = "The app image." };
        Option<string> manifest = new("--manifest") { HelpName = "FILE", Description = "A toy's manifest; its trust anchors lie beside it." };
        Option<string> firmware = new("--firmware") { HelpName = "VERSION", Description = "As long as firmware.json pins none." };
        Option<string> offline = new("--offline") { HelpName = "FOLDER", Description = "Firmware from this folder, not from the Internet." };
        Option<bool> fill = new("--fill") { Description = "Fill that folder, and nothing else." };
        Option<bool> production = new("--production") { Description = "Say what stock images cannot do for families." };
        Option<bool> erase = new("--erase") { Description = "Wipe the whole flash first." };
        Option<int> baud = new("--baud") { HelpName = "N", Description = "Bits a second." };
        Command command = new("flash-plan", "The exact calls of nanoff, as JSON, or why there are none.") { board, role, port, image, manifest, firmware, offline, fill, production, erase, baud };

        command.SetAction(parsed =>
        {
            string manifestPath = parsed.GetValue(manifest) ?? "";
            ManifestFile? read = manifestPath.Length == 0 ? null : ManifestFile.Read(manifestPath);
            using StringWriter complaints = new() { NewLine = "\n" };
            bool isUsable = read is null || read.WriteCheck(complaints);
            string imagePath = parsed.GetValue(image) ?? "";

            FlashPlan plan = FlashPlan.Of(new FlashWish
            {
                Board = parsed.GetValue(board)!,
                Role = parsed.GetValue(role)!,
                Port = parsed.GetValue(port) ?? "",
                Image = imagePath,
                ImageBytes = Bytes(imagePath),
                Manifest = manifestPath,
                ManifestFaults = isUsable ? [] : complaints.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries),
                Firmware = parsed.GetValue(firmware) ?? "",
                Archive = parsed.GetValue(offline) ?? "",
                IsFilling = parsed.GetValue(fill),
                IsProduction = parsed.GetValue(production),
                IsErasing = parsed.GetValue(erase),
                Baud = parsed.GetValue(baud),
            });

            return Say(plan);
        });
        return command;
    }

    /// <summary>maker flash-check: what became of calls, read from standard input.</summary>
    public static Command BuildCheck()
    {
        Option<string> board = new("--board") { Required = true, HelpName = "BOARD", Description = "A folder of hardware/." };
        Option<string> role = new("--role") { Required = true, HelpName = "toy|hub", Description = "What it is to be." };
        Command command = new("flash-check", "Judges what nanoff printed, read from standard input.") { board, role };
        command.SetAction(parsed =>
        {
            Board meant = Of(parsed.GetValue(board)!);
            string[] faults = [.. Seen().Calls.SelectMany(c => CallJudge.Faults(c, meant, parsed.GetValue(role)!))];

            foreach (string fault in faults)
            {
                Console.Out.Write(fault + "\n");
            }

            return faults.Length == 0 ? 0 : CommandLine.SomethingIsWrong;
        });
        return command;
    }

    /// <summary>maker doctor: what is wrong with computer and board, read from standard input.</summary>
    public static Command BuildDoctor()
    {
        Option<string> board = new("--board") { HelpName = "BOARD", Description = "A folder of hardware/." };
        Option<string> role = new("--role") { HelpName = "toy|hub", Description = "What it is to be.", DefaultValueFactory = _ => "toy" };
        Option<bool> calls = new("--calls") { Description = "Say as JSON which calls it wants to see, and nothing else." };
        Option<string> port = new("--port") { HelpName = "PORT", Description = "With --calls: the board's port." };
        Command command = new("doctor", "Says of computer and board what is wrong and what to do, from what flash.ps1 saw.") { board, role, calls, port };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(calls))
            {
                return Say(Doctor.Calls(parsed.GetValue(port) ?? ""));
            }

            string name = parsed.GetValue(board) ?? "";
            Board? meant = name.Length == 0 ? null : Of(name);
            List<DoctorFinding> findings = [.. Doctor.Look(Seen(), meant, parsed.GetValue(role)!)];

            foreach (DoctorFinding finding in findings)
            {
                Console.Out.Write($"{(finding.IsWell ? "well" : "MEND")}  {finding.What}: {finding.Words}\n");
            }

            return findings.All(f => f.IsWell) ? 0 : CommandLine.SomethingIsWrong;
        });
        return command;
    }

    private static int Say(FlashPlan plan)
    {
        foreach (string refusal in plan.Refusals)
        {
            Console.Error.WriteLine(refusal);
        }

        if (plan.Refusals.Length > 0)
        {
            return CommandLine.SomethingIsWrong;
        }

        Console.Out.Write(PlanJson.Of(plan) + "\n");
        return 0;
    }

    private static Board Of(string name)
    {
        return Catalogue.Find(name) ?? throw new WrongUseException($"--board: there is no '{Texts.Shown(name)}'; there are {string.Join(", ", Catalogue.Boards.Select(b => b.Folder))}");
    }

    private static Transcript Seen()
    {
        return Transcript.Read(Console.In, out int badLine) ?? throw new WrongUseException($"standard input, line {badLine}: this is nothing that flash.ps1 writes");
    }

    private static byte[]? Bytes(string path)
    {
        FileInfo file = new(path.Length == 0 ? "." : path);

        if (path.Length == 0 || !file.Exists)
        {
            return null;
        }

        return file.Length > ImageMax ? throw new WrongUseException($"--image: {Texts.Shown(path)} is larger than any board's flash") : File.ReadAllBytes(path);
    }
}
