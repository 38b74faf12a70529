using System;

using ToyGuard.Core.Crypto;

namespace ToyGuard.Core.Pairing;

/// <summary>What a device is from its making on, whoever owns it: its lasting name, id, own Wi-Fi, printed code (PAIR-01). Outlives a wipe. Immutable.</summary>
/// <remarks>Every part is drawn from the generator alone: nothing of it follows from an address, a serial number or another part.</remarks>
public sealed class FactoryIdentity
{
    /// <summary>Bytes of a device id.</summary>
    public const int IdBytes = 8;

    /// <summary>Bytes of a code.</summary>
    public const int CodeBytes = 10;

    /// <summary>What every lasting name begins with.</summary>
    public const string LabelStart = "toyguard-";

    // Without i, l, o and u, which are read as 1, 1, 0 and v.
    private const string Symbols = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int LabelSymbols = 8;
    private const int KeySymbols = 16;

    /// <summary>An identity of known parts; the arrays are copied. Throws for parts that no device has.</summary>
    /// <param name="hostLabel">The lasting name without .local: "toyguard-" and 8 of the 32 symbols.</param>
    /// <param name="deviceId8">8 bytes, not all 0.</param>
    /// <param name="apName">The name of its own Wi-Fi, 1 to 32 characters.</param>
    /// <param name="apKey">The key of its own Wi-Fi, 12 to 63 characters.</param>
    /// <param name="printedCode10">The code of its card, 10 bytes; null where a display shows a new one at each press.</param>
    public FactoryIdentity(string hostLabel, byte[] deviceId8, string apName, string apKey, byte[]? printedCode10)
    {
        if (!IsLabel(hostLabel)
            || deviceId8.Length != IdBytes
            || IsZero(deviceId8)
            || apName.Length < 1
            || apName.Length > 32
            || apKey.Length < 12
            || apKey.Length > 63
            || (printedCode10 is not null && (printedCode10.Length != CodeBytes || IsZero(printedCode10))))
        {
            throw new ArgumentException("No identity.");
        }

        HostLabel = hostLabel;
        DeviceId = Copy(deviceId8);
        ApName = apName;
        ApKey = apKey;
        PrintedCode = printedCode10 is null ? null : Copy(printedCode10);
    }

    /// <summary>The lasting name without .local.</summary>
    public string HostLabel { get; }

    /// <summary>The device's id, 8 bytes, public. Nobody changes it.</summary>
    public byte[] DeviceId { get; }

    /// <summary>The name of its own Wi-Fi.</summary>
    public string ApName { get; }

    /// <summary>The key of its own Wi-Fi; on the label.</summary>
    public string ApKey { get; }

    /// <summary>The code of its card, 10 bytes; null where a display shows a new one at each press. Nobody changes it.</summary>
    public byte[]? PrintedCode { get; }

    /// <summary>Draws a new one.</summary>
    /// <param name="random">The device's generator.</param>
    /// <param name="hasDisplay">False for a device without a display: it gets a code for its card.</param>
    public static FactoryIdentity Draw(IRandom random, bool hasDisplay = true)
    {
        byte[] id = DrawBytes(random, IdBytes);
        byte[]? code = hasDisplay ? null : DrawBytes(random, CodeBytes);
        return new FactoryIdentity(
            LabelStart + DrawText(random, LabelSymbols),
            id,
            "ToyGuard " + DrawText(random, 4),
            DrawText(random, KeySymbols),
            code);
    }

    /// <summary>True for what may be a lasting name.</summary>
    public static bool IsLabel(string text)
    {
        bool isFit = text.Length == LabelStart.Length + LabelSymbols;

        for (int i = 0; isFit && i < text.Length; i++)
        {
            isFit = i < LabelStart.Length ? text[i] == LabelStart[i] : Symbols.IndexOf(text[i]) >= 0;
        }

        return isFit;
    }

    // An id or a code of nothing but 0 means "not known" elsewhere; a generator that gives that is broken, and the constructor says so.
    private static byte[] DrawBytes(IRandom random, int count)
    {
        byte[] bytes = new byte[count];
        random.Fill(bytes, 0, count);
        return bytes;
    }

    private static string DrawText(IRandom random, int count)
    {
        byte[] bytes = DrawBytes(random, count);
        char[] text = new char[count];

        for (int i = 0; i < count; i++)
        {
            text[i] = Symbols[bytes[i] & 31];
        }

        return new string(text);
    }

    private static bool IsZero(byte[] bytes)
    {
        int any = 0;

        for (int i = 0; i < bytes.Length; i++)
        {
            any |= bytes[i];
        }

        return any == 0;
    }

    private static byte[] Copy(byte[] bytes)
    {
        byte[] copy = new byte[bytes.Length];
        Array.Copy(bytes, 0, copy, 0, bytes.Length);
        return copy;
    }
}
