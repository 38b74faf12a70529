using System.Collections.Generic;
using System.Linq;

namespace ToyGuard.Maker.Flash;

/// <summary>How nanoff ends, in words that say what to do (its ExitCodes; those that calls for an ESP32 can have).</summary>
internal static class NanoffCodes
{
    private static readonly Dictionary<int, string> s_words = new()
    {
        [2000] = "The board does not answer as a nanoFramework device. Press its reset button and try again.",
        [2001] = "No nanoFramework device answered. Press the board's reset button; if it was never flashed, flash the firmware first.",
        [2002] = "The board answered and then failed. Unplug it, plug it in again, try again.",
        [2003] = "Files could not be written to the board. Reset it and try again.",
        [4000] = "The chip did not answer its loader. Hold BOOT, press and let go of RESET, let go of BOOT, try again.",
        [4001] = "The chip's flash is of a size that this firmware has no table for.",
        [4002] = "The flash could not be erased. Another cable or port often helps.",
        [4003] = "The firmware could not be written. Use a shorter cable and -Baud 115200.",
        [4004] = "The flash could not be read. Use a shorter cable and -Baud 115200.",
        [4005] = "The port could not be opened. Is it the right one, and closed in every other program?",
        [6000] = "The port could not be opened. Close serial monitors; on Linux join the group that owns it (often dialout) and log in again.",
        [6001] = "No port was named.",
        [6002] = "Another program holds the port. Close Visual Studio, VS Code and serial monitors.",
        [7000] = "This chip is not supported.",
        [9000] = "nanoff did not understand the call. Is it the pinned version?",
        [9002] = "The folder for the backup cannot be used.",
        [9003] = "An older backup cannot be replaced.",
        [9005] = "There is no firmware of that name on line. See firmware.json.",
        [9006] = "No folder for downloads could be made. Is the disk full?",
        [9007] = "The firmware could not be downloaded. Is there an Internet connection? Without one use -Offline.",
        [9008] = "The app image is not where it was. Build again, or use -Prebuilt.",
        [9009] = "The app image has no place in the flash.",
        [9011] = "The firmware's file is missing.",
        [9012] = "The firmware's file is no firmware.",
        [9014] = "The store of downloads could not be emptied.",
        [9015] = "The archive does not hold that firmware. Fill it once with -Offline FOLDER -Fill.",
    };

    /// <summary>All codes.</summary>
    public static IEnumerable<int> All
    {
        get { return s_words.Keys; }
    }

    /// <summary>What an exit code means. Knows the whole number, and its lowest eight bits, which are all that arrive on Linux and macOS.</summary>
    public static string Of(int exitCode)
    {
        int code = s_words.Keys.FirstOrDefault(c => c == exitCode || (exitCode is > 0 and < 256 && (c & 255) == exitCode));
        return code != 0 ? $"E{code}: {s_words[code]}" : exitCode switch
        {
            126 => "nanoff may not be run here.",
            127 => "nanoff was not found. Install it as the help says.",
            134 => "nanoff broke down. Try again; then with another cable.",
            _ => $"nanoff ended with {exitCode}, which nobody here knows.",
        };
    }
}
