using System.Text;

using ToyGuard.Wire.Qr;

namespace ToyGuard.Maker.Labels;

/// <summary>A code in a terminal: two rows of modules a line, black on white whatever the terminal's colours are.</summary>
internal static class TerminalCode
{
    private const int Margin = 4;
    private const string BlackOnWhite = "\u001b[38;5;16;48;5;231m";
    private const string Plain = "\u001b[0m";

    /// <summary>The lines, each with its end.</summary>
    public static string Of(string text)
    {
        QrCode code = QrCode.Encode(text, QrLevel.M)!;
        StringBuilder lines = new();

        for (int y = -Margin; y < code.Size + Margin; y += 2)
        {
            lines.Append(BlackOnWhite);

            for (int x = -Margin; x < code.Size + Margin; x++)
            {
                lines.Append((IsDark(code, x, y), IsDark(code, x, y + 1)) switch
                {
                    (true, true) => '█',
                    (true, false) => '▀',
                    (false, true) => '▄',
                    _ => ' ',
                });
            }

            lines.Append(Plain).Append('\n');
        }

        return lines.ToString();
    }

    private static bool IsDark(QrCode code, int x, int y)
    {
        return x >= 0 && y >= 0 && x < code.Size && y < code.Size && code.IsDark(x, y);
    }
}
