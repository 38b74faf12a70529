using System;
using System.Globalization;
using System.IO;
using System.Runtime.CompilerServices;
using System.Text;

using ToyGuard.Core.Storage;
using ToyGuard.Fakes;

namespace ToyGuard.Simulation.Wear;

/// <summary>The figures of wear as a page.</summary>
internal static class WearPage
{
    // The drive of a board with 4 MB, and what its maker promises of a block.
    private const int DriveBlocks = 64;
    private const int BlockLife = 100_000;

    /// <summary>Where the page stands.</summary>
    public static string Path { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(Here(), "..", "..", "results.md"));

    /// <summary>Measures, and writes the page.</summary>
    public static string Make()
    {
        WearTally tally = WearRun.Run();
        FlashModel often = WearRun.SaveOften();
        int a = often.ErasesOf(FlashLayout.SettingsA);
        int b = often.ErasesOf(FlashLayout.SettingsB);
        double blockDay = tally.Writes / (DriveBlocks - FlashLayout.AreaCount);
        StringBuilder page = new();
        page.Append("# Wear\n\nWritten by `dotnet run -c Release --project tests/Simulation -- wear --write`.\n\n");
        Line(page, $"A normal day, the mean of {WearRun.Days}: {WearRun.Starts} starts, {WearRun.PlayMinutes} minutes of play with usage kept once a minute, records of 12 held calls and 4 other events; once a week a guardian sets other quiet hours.\n");
        Line(page, $"| what | writes a day | 4 KiB sectors erased a day |");
        Line(page, $"|---|---|---|");
        Row(page, tally, "settings, three copies", FlashLayout.SettingsA, 3);
        Row(page, tally, "boots", FlashLayout.BootA, 2);
        Row(page, tally, "usage", FlashLayout.UsageA, 2);
        Row(page, tally, "records", FlashLayout.Records, FlashLayout.RecordAreas);
        Row(page, tally, "all", 0, FlashLayout.AreaCount);
        Line(page, $"\nThe sector that is erased most often: {tally.MostOfASector:0.00} times a day.\n");
        Line(page, $"{WearRun.Saves:N0} saves of settings: {a:N0} and {b:N0} erases of the two slots.\n");
        Line(page, $"On the device a copy-on-write file system stands between: at worst each write copies one block into another. {tally.Writes:0} writes a day, spread over the {DriveBlocks - FlashLayout.AreaCount} blocks of a 256 KiB drive that hold no area, are {blockDay:0.0} erases of a block a day: a flash of {BlockLife:N0} erases a block lasts {BlockLife / blockDay / 365:0} years.");
        return page.ToString();
    }

    private static void Row(StringBuilder page, WearTally tally, string what, int first, int areas)
    {
        Line(page, $"| {what} | {tally.WritesOf(first, areas):0.0} | {tally.ErasesOf(first, areas):0.00} |");
    }

    private static void Line(StringBuilder page, FormattableString text)
    {
        page.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    private static string Here([CallerFilePath] string path = "")
    {
        return path;
    }
}
