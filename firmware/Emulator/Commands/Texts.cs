using System;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ToyGuard.Emulator.Commands;

/// <summary>Reads the small values that options and lab files are made of. Each refusal is one clear line.</summary>
internal static class Texts
{
    /// <summary>An IPv4 address in its one usual spelling: four decimal numbers. IPAddress alone would also take "127.1" and "0x7f.1".</summary>
    public static bool TryAddress(string text, out IPAddress address)
    {
        address = IPAddress.None;

        if (!IPAddress.TryParse(text, out IPAddress? read)
            || read.AddressFamily != AddressFamily.InterNetwork
            || read.ToString() != text)
        {
            return false;
        }

        address = read;
        return true;
    }

    /// <summary>The same for an option, which must hold one.</summary>
    public static IPAddress Address(string option, string text)
    {
        return TryAddress(text, out IPAddress address)
            ? address
            : throw new WrongUseException($"{option}: '{Shown(text)}' is not an IPv4 address, as in 127.0.0.1");
    }

    /// <summary>A port from <paramref name="lowest"/> (0 or 1) to 65535, in decimal digits only.</summary>
    public static bool TryPort(string text, int lowest, out int port)
    {
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port)
            && port >= lowest
            && port <= 65535;
    }

    /// <summary>"address:port" with a port from 1.</summary>
    public static bool TryEndPoint(string text, out IPEndPoint endPoint)
    {
        endPoint = new IPEndPoint(IPAddress.None, 0);
        int colon = text.LastIndexOf(':');

        if (colon < 0
            || !TryAddress(text[..colon], out IPAddress address)
            || !TryPort(text[(colon + 1)..], 1, out int port))
        {
            return false;
        }

        endPoint = new IPEndPoint(address, port);
        return true;
    }

    /// <summary>Foreign text for one line on a terminal: nothing that moves the cursor or turns the line around, and not endless.</summary>
    public static string Shown(string text)
    {
        const int LengthMax = 120;
        StringBuilder shown = new();

        foreach (Rune rune in text.EnumerateRunes())
        {
            if (shown.Length >= LengthMax)
            {
                shown.Append('…');
                break;
            }

            shown.Append(IsQuiet(Rune.GetUnicodeCategory(rune)) ? rune.ToString() : "·");
        }

        return shown.ToString();
    }

    private static bool IsQuiet(UnicodeCategory category)
    {
        return category is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
    }
}
