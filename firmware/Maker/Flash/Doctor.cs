using System;
using System.Collections.Generic;
using System.Linq;

using ToyGuard.Maker.Boards;

namespace ToyGuard.Maker.Flash;

/// <summary>Looks at a computer and a board before anything is written: PowerShell, nanoff, ports and who may open them, chip, flash, PSRAM, firmware, pins.</summary>
internal static class Doctor
{
    private const int PowerShellNeeded = 7;

    /// <summary>What the script is to ask: nothing that writes.</summary>
    /// <param name="port">The board's port; empty for the list of ports alone.</param>
    public static FlashPlan Calls(string port)
    {
        const string Quiet = "--suppressnanoffversioncheck";

        if (port.Length > 0 && !PortList.IsName(port))
        {
            return new FlashPlan([], [], ["No port: name one as COM3 or /dev/ttyUSB0."]);
        }

        FlashCall ports = new("ports", ["--listports", Quiet], "Which ports are there?", false);
        return new FlashPlan(
            port.Length == 0
                ? [ports]
                :
                [
                    ports,
                    new FlashCall("chip", ["--platform", "esp32", "--serialport", port, "--devicedetails", Quiet], "Which chip is it?", false),
                    new FlashCall("device", ["--nanodevice", "--devicedetails", "--serialport", port, Quiet], "What runs on it?", false),
                ],
            [],
            []);
    }

    /// <summary>All findings, in the order in which they can be mended.</summary>
    public static IEnumerable<DoctorFinding> Look(Transcript seen, Board? board, string role)
    {
        string shell = seen.Fact("powershell");
        bool isNew = int.TryParse(shell.Split('.')[0], out int major) && major >= PowerShellNeeded;
        yield return new DoctorFinding("PowerShell", isNew, isNew ? shell : $"'{shell}' is too old or unknown: install PowerShell {PowerShellNeeded}, and start the script with pwsh.");

        MadeCall? ports = seen.Call("ports");
        string[] faults = ports is null ? ["nanoff was not started. Install it: dotnet tool install -g nanoff --version " + Catalogue.Firmware.NanoffVersion] : [.. CallJudge.Faults(ports, board, role)];
        yield return Of("ports", faults, ports is null || faults.Length > 0 ? "" : string.Join(", ", PortList.Read(ports.Text)!));

        if (seen.Fact("port").Length > 0)
        {
            yield return seen.Fact("access") switch
            {
                "yes" => new DoctorFinding("port rights", true, $"{seen.Fact("port")} can be opened"),
                "no" => new DoctorFinding("port rights", false, "You may not open the port: join the group that owns it ('sudo usermod -aG dialout $USER' on most Linux), then log in again."),
                "busy" => new DoctorFinding("port rights", false, "Another program holds the port: close Visual Studio, VS Code and serial monitors."),
                _ => new DoctorFinding("port rights", false, "Nobody could tell whether the port can be opened. Unplug the board, plug it in again."),
            };
        }

        if (seen.Call("chip") is MadeCall chip)
        {
            ChipFacts? facts = ChipFacts.Read(chip.Text);

            // The doctor writes nothing, and asking some chips for their PSRAM writes: then it stays open here and is asked before flashing.
            faults = [.. CallJudge.Faults(chip, board, facts?.Psram == Psram.Unknown ? "toy" : role)];
            yield return Of("chip", faults, facts is null ? "" : $"{facts.Name}, {facts.FlashMegabytes} MB flash, PSRAM {Words(facts.Psram)}");
        }

        if (seen.Call("device") is MadeCall device)
        {
            faults = [.. CallJudge.Faults(device, board, role)];
            DeviceFacts? facts = DeviceFacts.Read(device.Text);
            yield return Of("firmware", faults, facts is null ? "" : $"{facts.Target} {facts.Version}, {facts.Natives.Count} native parts, all that are needed");
        }

        if (board is not null)
        {
            yield return new DoctorFinding("pins", true, "look yourself: " + string.Join(", ", board.Pins.Where(p => !p.IsSoldered).Select(p => $"{p.Role} GPIO{p.Gpio}")));
        }
    }

    private static DoctorFinding Of(string what, string[] faults, string words)
    {
        return new DoctorFinding(what, faults.Length == 0, faults.Length == 0 ? words : string.Join(" ", faults));
    }

    private static string Words(Psram psram)
    {
        return psram switch
        {
            Psram.Present => "yes",
            Psram.None => "no",
            _ => "not known yet (a hub is asked before it is flashed)",
        };
    }
}
