using System;
using System.Globalization;
using System.Linq;
using System.Text;

using ToyGuard.Emulator.Tests.Running;

namespace ToyGuard.Emulator.Tests.Board;

/// <summary>Reads the display as a phone's camera does: its pixels, eight times as large, by a decoder that has nothing to do with ours.</summary>
internal static class DisplayReader
{
    /// <summary>What an independent reader finds in a display's rows, as the API has them.</summary>
    public static string Read(string[] rows)
    {
        const int Pixels = 8;
        StringBuilder bitmap = new($"P1\n{128 * Pixels} {64 * Pixels}\n");

        foreach (string row in rows)
        {
            // In a portable bitmap 1 is black; on the display it is light.
            string bits = string.Concat(row.Select(digit => Convert.ToString(int.Parse(digit.ToString(), NumberStyles.HexNumber, CultureInfo.InvariantCulture), 2).PadLeft(4, '0')));
            string line = string.Concat(bits.Select(bit => new string(bit == '1' ? '0' : '1', Pixels)));

            for (int i = 0; i < Pixels; i++)
            {
                bitmap.Append(line).Append('\n');
            }
        }

        using TestFolder folder = new();
        Client zbar = Client.Run("zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", folder.Write("display.pbm", bitmap.ToString()));
        return zbar.Output.TrimEnd('\n');
    }
}
