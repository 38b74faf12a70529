using ToyGuard.Core.Crypto;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Boot;

/// <summary>Asks the device what it must know by heart: a device that computes wrong cannot be trusted with what it reads (UPD-04).</summary>
public static class SelfCheck
{
    // FIPS 180-4, "abc"; RFC 4231, case 2; the check value of CRC-32 over the digits 1 to 9.
    private static readonly byte[] HashOfAbc = { 0xBA, 0x78, 0x16, 0xBF, 0x8F, 0x01, 0xCF, 0xEA };
    private static readonly byte[] TagOfCase2 = { 0x5B, 0xDC, 0xC1, 0x46, 0xBF, 0x60, 0x75, 0x4E };
    private static readonly byte[] KeyOfCase2 = { (byte)'J', (byte)'e', (byte)'f', (byte)'e' };

    private static readonly byte[] TextOfCase2 =
    {
        (byte)'w', (byte)'h', (byte)'a', (byte)'t', (byte)' ', (byte)'d', (byte)'o', (byte)' ', (byte)'y', (byte)'a', (byte)' ', (byte)'w', (byte)'a', (byte)'n',
        (byte)'t', (byte)' ', (byte)'f', (byte)'o', (byte)'r', (byte)' ', (byte)'n', (byte)'o', (byte)'t', (byte)'h', (byte)'i', (byte)'n', (byte)'g', (byte)'?',
    };

    private static readonly byte[] Digits = { (byte)'1', (byte)'2', (byte)'3', (byte)'4', (byte)'5', (byte)'6', (byte)'7', (byte)'8', (byte)'9' };
    private const uint CrcOfDigits = 0xCBF43926;

    /// <summary>True when hash, HMAC and checksum give what they must, and a closed gate holds.</summary>
    /// <param name="hmac">The HMAC that the device uses: the platform's own can be missing or another than ours.</param>
    public static bool IsSound(IHmac hmac)
    {
        byte[] tag = new byte[Sha256.HashBytes];
        hmac.Compute(KeyOfCase2, KeyOfCase2.Length, TextOfCase2, 0, TextOfCase2.Length, tag, 0);

        return BeginsWith(Sha256.Of(new byte[] { (byte)'a', (byte)'b', (byte)'c' }), HashOfAbc)
            && BeginsWith(tag, TagOfCase2)
            && Crc32.Of(Digits, 0, Digits.Length) == CrcOfDigits
            && IsHeld(false, false)
            && IsHeld(true, true);
    }

    /// <summary>True when <paramref name="settings"/>, written again, are the very bytes they were read from.</summary>
    /// <param name="settings">What was read.</param>
    /// <param name="payload">What it was read from, of the present schema.</param>
    public static bool AreWhatWasRead(FamilySettings settings, byte[] payload)
    {
        return SettingsCodec.AreSame(SettingsCodec.Write(settings), payload);
    }

    private static bool IsHeld(bool isPaired, bool isEverythingPaused)
    {
        GateState state = new GateState(new ToyState[0]) { IsPaired = isPaired, IsEverythingPaused = isEverythingPaused };

        return !Gate.Decide(state, new GateQuery { Kind = AskKind.OwnClock }).IsAllowed;
    }

    private static bool BeginsWith(byte[] bytes, byte[] start)
    {
        bool isSame = bytes.Length >= start.Length;

        for (int i = 0; isSame && i < start.Length; i++)
        {
            isSame = bytes[i] == start[i];
        }

        return isSame;
    }
}
