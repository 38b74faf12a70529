using System;
using System.Linq;

using ToyGuard.Core.Crypto;
using ToyGuard.Core.Pairing;
using ToyGuard.Edge;

namespace ToyGuard.Maker.Labels;

/// <summary>Identities: new ones from the system's generator, and those of devices in use.</summary>
internal static class Identities
{
    /// <summary>A new one for a new device.</summary>
    /// <param name="hasDisplay">True for a device that shows its claim code: it gets none on paper.</param>
    public static FactoryIdentity New(bool hasDisplay)
    {
        return FactoryIdentity.Draw(new SecureRandom(), hasDisplay);
    }

    /// <summary>New secrets for a device whose card is lost: name and id stay, so that phones go on finding it; key and code are others.</summary>
    /// <param name="hostLabel">Its lasting name without .local.</param>
    /// <param name="deviceId">Its id.</param>
    /// <param name="hasDisplay">As for a new one.</param>
    public static FactoryIdentity Again(string hostLabel, byte[] deviceId, bool hasDisplay)
    {
        FactoryIdentity drawn = New(hasDisplay);
        return new FactoryIdentity(hostLabel, deviceId, drawn.ApName, drawn.ApKey, drawn.PrintedCode);
    }

    /// <summary>The identity whose card somebody typed off; null when a card cannot say so.</summary>
    /// <param name="hostLabel">Its lasting name without .local.</param>
    /// <param name="deviceId">Its id.</param>
    /// <param name="apName">Its Wi-Fi's name.</param>
    /// <param name="apKey">The key of its Wi-Fi, with or without spaces.</param>
    /// <param name="code">The claim code as typed; null for a device with a display.</param>
    public static FactoryIdentity? Given(string hostLabel, byte[] deviceId, string apName, string apKey, string? code)
    {
        byte[] bytes = new byte[FactoryIdentity.CodeBytes];

        if (code is not null && Base32.Read(code, bytes) != Base32Fault.None)
        {
            return null;
        }

        try
        {
            return new FactoryIdentity(hostLabel, deviceId, apName.Trim(), apKey.Replace(" ", "", StringComparison.Ordinal), code is null ? null : bytes);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>An id as it is printed; null for what is none.</summary>
    public static byte[]? Id(string? text)
    {
        bool isId = text is not null && text.Length == 2 * FactoryIdentity.IdBytes && text.All(char.IsAsciiHexDigit) && text.Any(c => c != '0');
        return isId ? Convert.FromHexString(text!) : null;
    }
}
