using System;
using System.Collections.Generic;

namespace ToyGuard.Device.Bench.Report;

/// <summary>A board's bench.md: rows with blanks, some of which this program can fill in.</summary>
internal static class BenchSheet
{
    private const string Blank = "____";

    /// <summary>From the plug to the first answer about a name.</summary>
    public static readonly Measured FirstVerdict = new("power on to first verdict", "s");

    /// <summary>A full sign-in, as the phone waits for it; a browser stretches its PIN before that.</summary>
    public static readonly Measured PinCheck = new("a PIN check", "ms");

    /// <summary>From the phone's word to the end of a relay.</summary>
    public static readonly Measured Pause = new("pause until the last relay is closed", "ms");

    /// <summary>From the press to a page that says so.</summary>
    public static readonly Measured Press = new("press until the page moves on", "ms");

    /// <summary>All of them.</summary>
    public static readonly Measured[] All = [FirstVerdict, PinCheck, Pause, Press];

    /// <summary>The sheet with what was measured in its blanks. A blank that is filled in already, and every other row, stays as it is.</summary>
    public static string Fill(string sheet, IReadOnlyDictionary<Measured, string> values)
    {
        string[] lines = sheet.Split('\n');

        foreach ((Measured measured, string value) in values)
        {
            int at = Array.FindIndex(lines, line => line.StartsWith($"| {measured.What} |", StringComparison.Ordinal) && line.EndsWith($" {Blank} {measured.Unit} |", StringComparison.Ordinal));

            if (at >= 0)
            {
                lines[at] = lines[at].Replace($"{Blank} {measured.Unit} |", $"{value} {measured.Unit} |", StringComparison.Ordinal);
            }
        }

        return string.Join('\n', lines);
    }
}
