namespace ToyGuard.Page.Door;

/// <summary>What a phone sends of a new PIN: the PIN itself, sealed, for the device's rules, and what the phone made of it, which alone is kept.</summary>
internal sealed class PinParts
{
    // Rules for its length are the desk's, and say so.
    private const int PinBytesMax = 1024;
    private const int BaseBytes = 32;
    private const int SaltBytes = 16;
    private const int RoundsMin = 10000;
    private const int RoundsMax = 1000000;

    /// <summary>Takes them from a question, which knows then whether they are fit.</summary>
    internal PinParts(DoorQuestion question)
    {
        Pin = question.Text("pin", PinBytesMax);
        Base = question.Bytes("base", BaseBytes);
        Salt = question.Bytes("salt", SaltBytes);
        Rounds = question.Number("rounds", RoundsMin, RoundsMax);
    }

    /// <summary>The PIN.</summary>
    internal string Pin { get; }

    /// <summary>PBKDF2 of it.</summary>
    internal byte[] Base { get; }

    /// <summary>The salt that the phone drew for that.</summary>
    internal byte[] Salt { get; }

    /// <summary>How often it hashed.</summary>
    internal int Rounds { get; }
}
