using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace ToyGuard.Maker.Flash;

/// <summary>Which serial ports nanoff sees.</summary>
internal static class PortList
{
    private const string Name = @"COM\d{1,3}|/dev/(?:tty|cu)[A-Za-z0-9._-]{1,60}";

    /// <summary>True for what can be a port's name, and nothing that a shell or an option could be made of.</summary>
    public static bool IsName(string text)
    {
        return Regex.IsMatch(text, $@"\A(?:{Name})\z");
    }

    /// <summary>The ports; null when the text is no such list.</summary>
    public static string[]? Read(NanoffText text)
    {
        if (text.Has("No available COM port."))
        {
            return text.Has("Available COM ports:") ? null : [];
        }

        int start = System.Array.IndexOf(text.Lines, "Available COM ports:");

        if (start < 0)
        {
            return null;
        }

        List<string> ports = [];

        foreach (string line in text.Lines.Skip(start + 1).TakeWhile(l => l.Length > 0))
        {
            if (!line.StartsWith("  ", System.StringComparison.Ordinal) || !IsName(line[2..]))
            {
                return null;
            }

            ports.Add(line[2..]);
        }

        return ports.Count == 0 ? null : [.. ports.Distinct()];
    }
}
