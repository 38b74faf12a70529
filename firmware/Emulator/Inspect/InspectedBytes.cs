using System;
using System.IO;

using ToyGuard.Emulator.Commands;

namespace ToyGuard.Emulator.Inspect;

/// <summary>The beginning of a file, in bounded memory: no reader of ours looks further.</summary>
/// <param name="Name">As it was given.</param>
/// <param name="Bytes">Its first bytes.</param>
/// <param name="IsCut">True when there are more than <see cref="LengthMax"/>.</param>
internal sealed record InspectedBytes(string Name, byte[] Bytes, bool IsCut)
{
    /// <summary>Bytes that are looked at: a head, a hello or a datagram is far shorter, and a body is counted so far.</summary>
    public const int LengthMax = 1024 * 1024;

    private const string StandardInput = "-";

    /// <summary>Reads the file called <paramref name="name"/>, or standard input. One that cannot be read is wrong use.</summary>
    public static InspectedBytes Read(string name)
    {
        try
        {
            using Stream stream = name == StandardInput ? Console.OpenStandardInput() : File.OpenRead(name);
            byte[] buffer = new byte[LengthMax + 1];
            int count = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            return new InspectedBytes(name, buffer[..Math.Min(count, LengthMax)], count > LengthMax);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new WrongUseException($"inspect: {Texts.Shown(name)} cannot be read: {Texts.Shown(e.Message)}");
        }
    }
}
