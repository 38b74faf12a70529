using System;
using System.Text;

using ToyGuard.Core.Pairing;
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

    /// <summary>Writes both codes of a device to the terminal, and what is public of it. Nothing of it is kept.</summary>
    public static void Show(FactoryIdentity identity)
    {
        Console.Out.Write($"\n1  Its own Wi-Fi, {identity.ApName}\n\n{Of(CodeTexts.Wifi(identity))}\n");

        if (CodeTexts.Claim(identity) is string claim)
        {
            Console.Out.Write($"\n2  Its page, with the claim code\n\n{Of(claim)}\n");
        }

        Console.Out.Write($"Lasting name {identity.HostLabel}, id {Convert.ToHexStringLower(identity.DeviceId)}\n");
    }

    private static bool IsDark(QrCode code, int x, int y)
    {
        return x >= 0 && y >= 0 && x < code.Size && y < code.Size && code.IsDark(x, y);
    }
}
