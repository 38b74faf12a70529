using System;

using ToyGuard.Core.Pairing;
using ToyGuard.Wire.Qr;

namespace ToyGuard.Maker.Labels;

/// <summary>What one printed page says about one device. Immutable.</summary>
internal sealed class Sheet
{
    /// <summary>Most characters of a device's name on paper.</summary>
    public const int NameMax = 24;

    /// <summary>A page for that device.</summary>
    /// <param name="name">What it is called: "Story Bear".</param>
    /// <param name="identity">Its secrets.</param>
    public Sheet(string name, FactoryIdentity identity)
    {
        Name = name;
        Identity = identity;
        Wifi = Encode(CodeTexts.Wifi(identity));
        Claim = CodeTexts.Claim(identity) is string text ? Encode(text) : null;
    }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>Its secrets.</summary>
    public FactoryIdentity Identity { get; }

    /// <summary>The code that joins its Wi-Fi.</summary>
    public QrCode Wifi { get; }

    /// <summary>The code that opens its page; null where a display shows it.</summary>
    public QrCode? Claim { get; }

    // Level M: print gets dirty.
    private static QrCode Encode(string text)
    {
        return QrCode.Encode(text, QrLevel.M) ?? throw new ArgumentException("Too long for a code.");
    }
}
