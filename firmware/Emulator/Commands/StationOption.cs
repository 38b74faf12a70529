using System;
using System.Collections.Generic;
using System.Linq;

namespace ToyGuard.Emulator.Commands;

/// <summary>Reads --station: a network address, and perhaps the name of the toy that has it.</summary>
internal static class StationOption
{
    private const int HardwareLength = 6;
    private const int TextLength = (HardwareLength * 3) - 1;

    /// <summary>The stations in the order in which they were given.</summary>
    public static IReadOnlyList<(byte[] Hardware, string Name)> Read(string[] texts)
    {
        List<(byte[] Hardware, string Name)> stations = [];

        foreach (string text in texts)
        {
            byte[]? hardware = text.Length >= TextLength ? Hardware(text[..TextLength]) : null;
            bool isWhole = text.Length == TextLength || (text.Length > TextLength + 1 && text[TextLength] == '=');

            if (hardware is null || !isWhole)
            {
                throw new WrongUseException($"--station: '{Texts.Shown(text)}' is not MAC or MAC=NAME, as in 02:00:5e:00:53:01=story-bear");
            }

            if (stations.Exists(station => station.Hardware.SequenceEqual(hardware)))
            {
                throw new WrongUseException($"--station: {text[..TextLength]} is there twice");
            }

            stations.Add((hardware, text.Length == TextLength ? "" : text[(TextLength + 1)..]));
        }

        return stations;
    }

    // Six bytes of one device: the lowest bit of the first would say that a group is meant.
    private static byte[]? Hardware(string text)
    {
        string[] parts = text.Split(':');

        if (parts.Length != HardwareLength || !Array.TrueForAll(parts, part => part.Length == 2 && part.All(char.IsAsciiHexDigit)))
        {
            return null;
        }

        byte[] hardware = [.. parts.Select(part => Convert.ToByte(part, 16))];
        return (hardware[0] & 1) == 0 && hardware.Any(part => part != 0) ? hardware : null;
    }
}
