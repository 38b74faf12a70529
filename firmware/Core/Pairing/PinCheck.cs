namespace ToyGuard.Core.Pairing;

/// <summary>What the device keeps in place of a PIN (AUTH-03): two salts, the rounds, and 32 bytes that the PIN cannot be read from. Immutable.</summary>
internal sealed class PinCheck
{
    internal const int RoundsMin = 10000;
    internal const int RoundsMax = 1000000;

    internal PinCheck(byte[] phoneSalt, byte[] deviceSalt, int rounds, byte[] check)
    {
        PhoneSalt = phoneSalt;
        DeviceSalt = deviceSalt;
        Rounds = rounds;
        Check = check;
    }

    internal byte[] PhoneSalt { get; }

    internal byte[] DeviceSalt { get; }

    internal int Rounds { get; }

    internal byte[] Check { get; }
}
