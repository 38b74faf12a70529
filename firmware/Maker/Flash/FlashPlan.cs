using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

using ToyGuard.Maker.Boards;

namespace ToyGuard.Maker.Flash;

/// <summary>The calls that fulfil a wish, or why it is refused. Never both: a plan that is refused has no calls.</summary>
/// <param name="Calls">In their order; each must have ended well before the next.</param>
/// <param name="Notes">What the one who flashes must know.</param>
/// <param name="Refusals">What has to be changed first, a line each.</param>
internal sealed record FlashPlan(FlashCall[] Calls, string[] Notes, string[] Refusals)
{
    private static readonly string[] s_psram = ["--checkpsram"];
    private static readonly string[] s_erasing = ["--masserase", "--nobackupconfig"];

    /// <summary>Makes the plan.</summary>
    public static FlashPlan Of(FlashWish wish)
    {
        Board? board = Catalogue.Find(wish.Board);

        if (board is null)
        {
            return new FlashPlan([], [], [$"There is no board '{wish.Board}'. Known: {string.Join(", ", Catalogue.Boards.Select(b => b.Folder))}."]);
        }

        FirmwareTable table = Catalogue.Firmware;
        FirmwareTarget target = table.Targets.First(t => t.Name == board.Target);
        string version = target.Version ?? wish.Firmware;
        string[] refusals =
        [
            .. RoleFaults(wish, board),
            .. VersionFaults(wish, table, target),
            .. wish.IsFilling ? [] : PortFaults(wish),
            .. wish.IsFilling ? [] : ManifestFaults(wish),
            .. wish.IsFilling ? [] : ImageJudge.Faults(wish, board, table),
            .. ArchiveFaults(wish),
        ];

        return refusals.Length > 0
            ? new FlashPlan([], [], refusals)
            : new FlashPlan([.. wish.IsFilling ? Filling(wish, board, version) : Flashing(wish, board, version)], [.. NotesOf(wish, board, target, version)], []);
    }

    private static IEnumerable<FlashCall> Flashing(FlashWish wish, Board board, string version)
    {
        string[] port = ["--serialport", wish.Port];
        string[] baud = wish.Baud == 0 ? [] : ["--baud", wish.Baud.ToString(System.Globalization.CultureInfo.InvariantCulture)];
        string[] quiet = ["--suppressnanoffversioncheck"];

        // Asking this chip for its PSRAM writes a test program: only where PSRAM matters, and the firmware is written next anyway.
        bool isAskedForPsram = wish.Role == "hub" && board.Chip == "esp32";
        yield return new FlashCall(
            "chip",
            ["--platform", "esp32", .. port, .. baud, "--devicedetails", .. isAskedForPsram ? s_psram : [], .. quiet],
            "Which chip, how much flash, is there PSRAM?",
            isAskedForPsram);

        yield return new FlashCall(
            "firmware",
            [
                "--update", "--target", board.Target, .. port, .. baud, "--fwversion", version,
                .. wish.IsErasing ? s_erasing : [],
                .. wish.Archive.Length == 0 ? Array.Empty<string>() : ["--fromarchive", "--archivepath", wish.Archive],
                "--deploy", "--image", FlashCall.ImagePlace, .. quiet,
            ],
            $"Writes nanoFramework {version}, the program and this device's own data.",
            true);

        yield return new FlashCall("device", ["--nanodevice", "--devicedetails", .. port, .. quiet], "Does it run, and does it have each native part that the program needs?", false);
    }

    private static IEnumerable<FlashCall> Filling(FlashWish wish, Board board, string version)
    {
        yield return new FlashCall(
            "archive",
            ["--updatearchive", "--target", board.Target, "--fwversion", version, "--archivepath", wish.Archive, "--suppressnanoffversioncheck"],
            $"Puts nanoFramework {version} for {board.Name} into the folder, for a day without Internet.",
            false);
    }

    private static IEnumerable<string> RoleFaults(FlashWish wish, Board board)
    {
        if (wish.Role is not ("toy" or "hub"))
        {
            yield return $"A board becomes a toy or a hub, not '{wish.Role}'.";
        }
        else if (!board.CanBe(wish.Role))
        {
            yield return wish.Role == "hub" && !board.HasPsram
                ? $"{board.Name} has no PSRAM, and a hub needs it: take {string.Join(" or ", Catalogue.Boards.Where(b => b.CanBe("hub")).Select(b => b.Folder))}."
                : $"{board.Name} is no board for a {wish.Role}.";
        }
    }

    private static IEnumerable<string> VersionFaults(FlashWish wish, FirmwareTable table, FirmwareTarget target)
    {
        bool isOfLine = Regex.IsMatch(wish.Firmware, @"\A" + Regex.Escape(table.Line) + @"\.\d{1,5}\z");

        if (target.Version is null && wish.Firmware.Length == 0)
        {
            yield return $"firmware.json pins no version of {target.Name} yet. 'nanoff --platform esp32 --listtargets' shows what there is: name one of line {table.Line} with -Firmware {table.Line}.N; it is compared with what the program needs as soon as it runs.";
        }
        else if (target.Version is not null && wish.Firmware.Length > 0 && wish.Firmware != target.Version)
        {
            yield return $"firmware.json pins {target.Version}; {wish.Firmware} is another one.";
        }
        else if (wish.Firmware.Length > 0 && !isOfLine)
        {
            yield return $"Firmware '{wish.Firmware}' is not of line {table.Line}, which the packages belong to.";
        }
    }

    private static IEnumerable<string> PortFaults(FlashWish wish)
    {
        if (!PortList.IsName(wish.Port))
        {
            yield return "No port: name one as COM3 or /dev/ttyUSB0. -Doctor lists them.";
        }
    }

    private static IEnumerable<string> ManifestFaults(FlashWish wish)
    {
        if (wish.Role == "hub" && wish.Manifest.Length > 0)
        {
            yield return "A hub has no manifest: toys bring theirs when a parent introduces them.";
        }

        if (wish.Role == "toy" && wish.Manifest.Length == 0)
        {
            yield return "A toy needs its manifest: -Manifest my.json. Without one everything it tries is held.";
        }

        foreach (string fault in wish.ManifestFaults)
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> ArchiveFaults(FlashWish wish)
    {
        if (wish.IsFilling && wish.Archive.Length == 0)
        {
            yield return "-Fill needs the folder: -Offline FOLDER.";
        }
    }

    private static IEnumerable<string> NotesOf(FlashWish wish, Board board, FirmwareTarget target, string version)
    {
        if (target.Version is null)
        {
            yield return $"{version} is not pinned: nobody has seen it with these packages. The check after flashing decides.";
        }

        if (wish.IsErasing)
        {
            yield return "Everything on the board goes: family, rules, networks, its lasting name.";
        }

        if (wish.IsProduction)
        {
            foreach (string limit in ProductionLimits.All)
            {
                yield return limit;
            }
        }

        if (board.Target == "M5Core2" || board.Chip == "esp32s3")
        {
            yield return "This image has Bluetooth in it. ToyGuard never starts it (PAIR-04); the checklist has a scan that shows it.";
        }
    }
}
