using System;
using System.Collections.Generic;
using System.Linq;

using ToyGuard.Maker.Boards;

namespace ToyGuard.Maker.Flash;

/// <summary>What became of a call. Nothing is believed but what stands there: an exit code of 0 alone is no success.</summary>
internal static class CallJudge
{
    /// <summary>What is wrong, a line each with its remedy; nothing when the call did what it was to do.</summary>
    /// <param name="call">The call.</param>
    /// <param name="board">The board that was meant; null where none was.</param>
    /// <param name="role">"toy" or "hub".</param>
    public static IEnumerable<string> Faults(MadeCall call, Board? board, string role)
    {
        NanoffText text = call.Text;

        if (call.Exit != 0 || text.Error != 0)
        {
            return [NanoffCodes.Of(text.Error != 0 ? text.Error : call.Exit)];
        }

        string pinned = Catalogue.Firmware.NanoffVersion;

        if (text.Version != pinned)
        {
            return [$"nanoff {pinned} was to run, and {(text.Version.Length == 0 ? "nobody knows which" : text.Version)} did: dotnet tool install -g nanoff --version {pinned}"];
        }

        return call.Name switch
        {
            "ports" => PortList.Read(text) switch
            {
                null => ["nanoff's list of ports is not to be understood."],
                [] => ["No serial port. Plug the board in with a cable that carries data; on Windows and macOS install the driver of its bridge (CP210x or CH34x)."],
                _ => [],
            },
            "chip" => ChipFaults(ChipFacts.Read(text), board, role),
            "device" => DeviceFaults(DeviceFacts.Read(text), board),
            "firmware" => text.Has("Flashing firmware") && !text.Contains("WARNING") && !text.Has("No operation was performed")
                ? []
                : ["nanoff ended well and yet did not write this firmware without a warning. Read what it printed; the board may have to be flashed again."],
            "archive" => text.Contains("Error") ? ["The folder was not filled."] : [],
            _ => [$"Nobody knows a call '{call.Name}'."],
        };
    }

    private static IEnumerable<string> ChipFaults(ChipFacts? chip, Board? board, string role)
    {
        if (chip is null)
        {
            yield return "What nanoff says of the chip is not to be understood. Hold BOOT while you press RESET, and try again.";
            yield break;
        }

        if (board is not null && !chip.Type.Replace("-", "", StringComparison.Ordinal).Equals(board.Chip, StringComparison.OrdinalIgnoreCase))
        {
            yield return $"This is an {chip.Type}, and {board.Name} has another chip. Name the right board.";
        }

        if (board is not null && chip.FlashMegabytes < board.FlashMegabytes)
        {
            yield return $"{chip.FlashMegabytes} MB of flash, and {board.Name} has {board.FlashMegabytes}. Name the right board.";
        }

        if (role == "hub" && chip.Psram == Psram.None)
        {
            yield return "No PSRAM: this board can be a toy, not a hub. Take one with a WROVER or an S3 with PSRAM.";
        }

        if (role == "hub" && chip.Psram == Psram.Unknown)
        {
            yield return "Nobody could tell whether there is PSRAM, and a hub needs it. Press RESET after the check, or put the board into its loader by hand (hold BOOT, press RESET), and try again.";
        }
    }

    private static IEnumerable<string> DeviceFaults(DeviceFacts? device, Board? board)
    {
        if (device is null)
        {
            yield return "What the device says of itself is not to be understood. Press RESET and try again.";
            yield break;
        }

        if (board is not null && device.Target != board.Target)
        {
            yield return $"Firmware {device.Target} runs there, and {board.Name} needs {board.Target}. Flash it.";
        }

        foreach (NativeAssembly need in Catalogue.Firmware.Natives.Where(n => n.Checksum is not null))
        {
            if (!device.Natives.TryGetValue(need.Assembly, out uint has))
            {
                yield return $"Firmware {device.Version} has no {need.Assembly}: the program would not start. Take another version of the firmware.";
            }
            else if (has != need.Checksum)
            {
                yield return $"{need.Assembly} in firmware {device.Version} is 0x{has:X8}, and the packages need 0x{need.Checksum:X8}: the program would not start. Take the version that firmware.json was made for.";
            }
        }
    }
}
