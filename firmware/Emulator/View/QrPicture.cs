using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Text;

using Spectre.Console;
using Spectre.Console.Rendering;

using ToyGuard.Wire.Qr;

namespace ToyGuard.Emulator.View;

/// <summary>An address as a QR code for a phone to read off the terminal: two rows of modules in each line of characters.</summary>
/// <remarks>Drawn black on white whatever the terminal's own colours are, with the margin of four modules that readers look for.</remarks>
internal static class QrPicture
{
    private const int Margin = 4;
    private const char Both = '█';
    private const char Upper = '▀';
    private const char Lower = '▄';
    private const char Neither = ' ';

    private static readonly Style BlackOnWhite = new(new Color(0, 0, 0), new Color(255, 255, 255));

    /// <summary>The picture of <paramref name="url"/>.</summary>
    public static IRenderable Of(string url)
    {
        return new Rows(LinesOf(ModulesOf(url)).Select(line => new Text(line, BlackOnWhite) { Overflow = Overflow.Crop }));
    }

    /// <summary>The modules of <paramref name="url"/>, row by row with the quiet margin; true is black.</summary>
    public static IReadOnlyList<BitArray> ModulesOf(string url)
    {
        QrCode code = QrCode.Encode(url, QrLevel.M) ?? throw new ArgumentException("Too long for a code: " + url, nameof(url));
        List<BitArray> modules = [];

        for (int row = -Margin; row < code.Size + Margin; row++)
        {
            BitArray line = new(code.Size + (2 * Margin));

            for (int column = 0; column < code.Size; column++)
            {
                line[column + Margin] = row >= 0 && row < code.Size && code.IsDark(column, row);
            }

            modules.Add(line);
        }

        return modules;
    }

    /// <summary>The lines of characters for <paramref name="modules"/>.</summary>
    public static IEnumerable<string> LinesOf(IReadOnlyList<BitArray> modules)
    {
        for (int row = 0; row < modules.Count; row += 2)
        {
            StringBuilder line = new();

            for (int column = 0; column < modules[row].Count; column++)
            {
                bool isUpper = modules[row][column];
                bool isLower = row + 1 < modules.Count && modules[row + 1][column];
                line.Append((isUpper, isLower) switch
                {
                    (true, true) => Both,
                    (true, false) => Upper,
                    (false, true) => Lower,
                    _ => Neither,
                });
            }

            yield return line.ToString();
        }
    }
}
