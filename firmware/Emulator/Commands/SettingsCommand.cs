using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;

using ToyGuard.Core.Boot;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Storage;
using ToyGuard.Edge;
using ToyGuard.Emulator.Family;
using ToyGuard.Emulator.Look;
using ToyGuard.Emulator.Toys;

namespace ToyGuard.Emulator.Commands;

/// <summary>Prints what the next start over a data folder would find: its stage, each finding with its place, and the settings in force, one JSON line each. Writes nothing.</summary>
/// <remarks>Exit code 0 when nothing is amiss, 1 with findings.</remarks>
internal static class SettingsCommand
{
    private const int SomethingIsAmiss = 1;

    public static Command Build()
    {
        Argument<string> folder = new("DIR") { Description = "A folder that was given to --data." };
        Option<string?> manifests = new("--manifests") { HelpName = "DIR", Description = "Folder of manifests, to name approved places; without it the two sample toys." };

        Command settings = new("settings", "Prints what the next start over a data folder would find, and the settings in force.") { folder, manifests };
        settings.SetAction(parsed => Print(parsed.GetValue(folder)!, ToyFolder.Read(parsed.GetValue(manifests))));
        return settings;
    }

    private static int Print(string folder, IReadOnlyList<DeclaredToy> toys)
    {
        CopiedFlash flash = KeptFolder.Read(folder);
        string slots = SlotsAmiss(flash);
        BootSequence start = new(flash, new NoDrive(), new SecureRandom(), new Hmac());
        BootOutcome outcome = start.Run();
        using StreamWriter output = new(Console.OpenStandardOutput()) { NewLine = "\n" };
        output.WriteLine($"{{\"boot\":{outcome.BootNumber},\"stage\":\"{BootWords.Of(outcome.Stage)}\",\"badBoots\":{outcome.BadBoots}}}");

        foreach (BootFinding finding in outcome.Findings)
        {
            output.WriteLine($"{{\"finding\":{(int)finding},\"place\":\"{PlaceOf(finding, slots)}\",\"words\":\"{BootFindingWords.Of(finding)}\"}}");
        }

        output.WriteLine(SettingsJson.Of(outcome.Settings, start.Store.Sequence, toys));
        return outcome.Findings.Length == 0 ? 0 : SomethingIsAmiss;
    }

    // Findings are numbered by what they are about.
    private static string PlaceOf(BootFinding finding, string slots)
    {
        return ((int)finding / 10) switch
        {
            0 => slots,
            1 => "usage",
            2 => "records",
            3 => "boot",
            5 => FlashLayout.NameOf(FlashLayout.Wipe),
            7 => FlashLayout.NameOf(FlashLayout.DeletesA),
            _ => "device",
        };
    }

    // A copy is whole when it reads whole without the other.
    private static string SlotsAmiss(CopiedFlash flash)
    {
        string[] amiss = [.. new[] { FlashLayout.SettingsA, FlashLayout.SettingsB }.Where(area => !IsWhole(flash, area)).Select(FlashLayout.NameOf)];
        return amiss.Length == 0 ? "settings" : string.Join(' ', amiss);
    }

    private static bool IsWhole(CopiedFlash flash, int area)
    {
        CopiedFlash alone = new(flash);
        alone.Erase(FlashLayout.SettingsA + FlashLayout.SettingsB - area);
        return new TwoSlotStore(alone, FlashLayout.SettingsA, FlashLayout.SettingsB).Open() == StoreStatus.OneCopy;
    }
}
