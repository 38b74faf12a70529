using System;
using System.Linq;
using System.Text.RegularExpressions;

namespace ToyGuard.Maker.Flash;

/// <summary>What one call of nanoff printed, in lines.</summary>
internal sealed class NanoffText
{
    private const int LinesMax = 4096;

    /// <param name="lines">All lines, without their ends.</param>
    public NanoffText(string[] lines)
    {
        // What belongs to no line is no output of ours: too much of it is cut, and then nothing in it is believed.
        Lines = lines.Length > LinesMax ? [] : [.. lines.Select(l => l.TrimEnd('\r'))];
    }

    /// <summary>The lines.</summary>
    public string[] Lines { get; }

    /// <summary>The version that it said it is, without what stands behind a plus; empty when it did not say.</summary>
    public string Version
    {
        get
        {
            Match match = Lines.Select(l => Regex.Match(l, @"\A\.NET nanoFramework Firmware Flasher v(\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?)(?:\+[0-9A-Fa-f]+)?\z")).FirstOrDefault(m => m.Success) ?? Match.Empty;
            return match.Groups[1].Value;
        }
    }

    /// <summary>The number of the error that it named, even if it ended well; 0 when it named none.</summary>
    public int Error
    {
        get
        {
            Match match = Lines.Select(l => Regex.Match(l, @"\A(?:Error )?E(\d{4})(?::.*|)\z")).FirstOrDefault(m => m.Success) ?? Match.Empty;
            return match.Success ? int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) : 0;
        }
    }

    /// <summary>True when a line begins with <paramref name="start"/>.</summary>
    public bool Has(string start)
    {
        return Lines.Any(l => l.StartsWith(start, StringComparison.Ordinal));
    }

    /// <summary>True when a line has <paramref name="part"/> in it.</summary>
    public bool Contains(string part)
    {
        return Lines.Any(l => l.Contains(part, StringComparison.Ordinal));
    }
}
