using System.Text;

using ToyGuard.Core.Crypto;
using ToyGuard.Core.Pairing;

namespace ToyGuard.Maker.Labels;

/// <summary>The texts that a phone's camera reads off a card.</summary>
internal static class CodeTexts
{
    /// <summary>Joins the device's own Wi-Fi, in the form that phones read ("WIFI:", as ZXing's documentation has it).</summary>
    public static string Wifi(FactoryIdentity identity)
    {
        return $"WIFI:T:WPA;S:{Escaped(identity.ApName)};P:{Escaped(identity.ApKey)};;";
    }

    /// <summary>Opens the page under the lasting name with the claim code behind the mark, which no browser sends. Null where a display shows the code.</summary>
    public static string? Claim(FactoryIdentity identity)
    {
        return identity.PrintedCode is null ? null : $"http://{identity.HostLabel}.local/#c={Base32.Write(identity.PrintedCode)}";
    }

    /// <summary>In groups of four, to be read out and typed.</summary>
    public static string Grouped(string text)
    {
        StringBuilder grouped = new();

        for (int i = 0; i < text.Length; i++)
        {
            // The check character behind sixteen stands with the last group.
            grouped.Append(i > 0 && i % 4 == 0 && i < 16 ? " " : "").Append(text[i]);
        }

        return grouped.ToString();
    }

    private static string Escaped(string text)
    {
        StringBuilder escaped = new();

        foreach (char letter in text)
        {
            escaped.Append(letter is '\\' or ';' or ',' or ':' or '"' ? "\\" : "").Append(letter);
        }

        return escaped.ToString();
    }
}
