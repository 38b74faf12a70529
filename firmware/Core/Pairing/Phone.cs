namespace ToyGuard.Core.Pairing;

/// <summary>One phone that the family lets in, with its key and what the device keeps in place of its PIN. Nobody outside changes it.</summary>
public sealed class Phone
{
    /// <summary>Bytes of an id.</summary>
    public const int IdBytes = 8;

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
        get { return Pin is not null; }
    }

    /// <summary>The salt that the phone drew, 16 bytes; empty without a PIN.</summary>
    public byte[] PhoneSalt
    {
        get { return Pin is null ? new byte[0] : Pin.PhoneSalt; }
    }

    /// <summary>The salt that the device drew, 16 bytes; empty without a PIN.</summary>
    public byte[] DeviceSalt
    {
        get { return Pin is null ? new byte[0] : Pin.DeviceSalt; }
    }

    /// <summary>How often the phone hashes a PIN (PBKDF2); 0 without one.</summary>
    public int Rounds
    {
        get { return Pin is null ? 0 : Pin.Rounds; }
    }

    /// <summary>When its pass ends, in seconds since 1970 in UTC; 0 for never, or when nobody knew the time as it was given.</summary>
    public long PassEndsUtc { get; internal set; }

    /// <summary>True for a phone whose pass ends by itself.</summary>
    public bool HasPass
    {
        get { return PassEndsTick != 0; }
    }

    // The tick of powered time when its pass ends, whatever the clock says; 0 for never.
    internal uint PassEndsTick { get; set; }

    // The tick until which a phone without a PIN may set one in a quick session.
    internal uint PinOpenTick { get; set; }

    /// <summary>Its random name, 8 bytes; said to the phone itself only, in a sealed channel.</summary>
    public byte[] Id { get; }

    internal byte[] Key { get; }

    internal PinCheck? Pin { get; set; }

    /// <summary>The same phone with another label, key and PIN.</summary>
    internal Phone With(string label, byte[] key, PinCheck? pin)
    {
        return new Phone(Number, Role, label, Id, key)
        {
            PassEndsUtc = PassEndsUtc,
            PassEndsTick = PassEndsTick,
            Pin = pin,
        };
    }
}
