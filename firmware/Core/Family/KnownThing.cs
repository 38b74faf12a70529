namespace ToyGuard.Core.Family;

/// <summary>A thing on a hub's own Wi-Fi that a guardian made a toy. Immutable; nobody changes the bytes.</summary>
public sealed class KnownThing
{
    internal KnownThing(byte[] hardware, string toy)
    {
        Hardware = hardware;
        Toy = toy;
    }

    /// <summary>Its network address, <see cref="ThingBook.HardwareBytes"/>.</summary>
    public byte[] Hardware { get; }

    /// <summary>The family's name for the toy that it is.</summary>
    public string Toy { get; }

    /// <summary>The address as 12 digits, lower-case.</summary>
    public string HardwareText
    {
        get
        {
            const string Digits = "0123456789abcdef";
            char[] text = new char[ThingBook.HardwareBytes * 2];

            for (int i = 0; i < ThingBook.HardwareBytes; i++)
            {
                text[2 * i] = Digits[Hardware[i] >> 4];
                text[(2 * i) + 1] = Digits[Hardware[i] & 15];
            }

            return new string(text);
        }
    }
}
