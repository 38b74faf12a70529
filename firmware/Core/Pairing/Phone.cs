namespace ToyGuard.Core.Pairing;

/// <summary>One phone that the family lets in, with its key and what the device keeps in place of its PIN. Immutable.</summary>
public sealed class Phone
{
    /// <summary>Bytes of an id.</summary>
    public const int IdBytes = 8;

    /// <summary>Bytes of a salt.</summary>
    public const int SaltBytes = 16;

    internal Phone(int number, Role role, string label, byte[] id, byte[] key)
    {
        Number = number;
        Role = role;
        Label = label;
        Id = id;
        Key = key;
    }

    /// <summary>Its number, 1 to 8, while it is in the family; used again for another phone once it is out.</summary>
    public int Number { get; }

    /// <summary>What it may do.</summary>
    public Role Role { get; }

    /// <summary>What the family calls it, up to 32 bytes of UTF-8 that everybody sees; may be empty. Hostile text all the same.</summary>
    public string Label { get; }

    /// <summary>True once a PIN is set; false after a guardian took it away.</summary>
    public bool HasPin
    {
        get { return Check.Length > 0; }
    }

    /// <summary>The salt that the phone drew, 16 bytes; empty without a PIN.</summary>
    public byte[] PhoneSalt { get; internal set; } = new byte[0];

    /// <summary>The salt that the device drew, 16 bytes; empty without a PIN.</summary>
    public byte[] DeviceSalt { get; internal set; } = new byte[0];

    /// <summary>How often the phone hashes a PIN (PBKDF2); 0 without one.</summary>
    public int Rounds { get; internal set; }

    /// <summary>When its pass ends, in seconds since 1970 in UTC; 0 for never, or while nobody knows the time.</summary>
    public long PassEndsUtc { get; internal set; }

    /// <summary>The tick of powered time when its pass ends; 0 for never.</summary>
    internal uint PassEndsTick { get; set; }

    /// <summary>The tick until which a phone without a PIN may set one in a quick session.</summary>
    internal uint PinOpenTick { get; set; }

    internal byte[] Id { get; }

    internal byte[] Key { get; }

    // What the device keeps in place of the PIN, 32 bytes; empty without one.
    internal byte[] Check { get; set; } = new byte[0];
}
