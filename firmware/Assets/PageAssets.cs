using System;

using ToyGuard.Assets.Generated;
using ToyGuard.Assets.Shelf;

namespace ToyGuard.Assets;

/// <summary>The packed page, its parts and its help page, in every language, as gzip (RFC 1952): bytes that lie in flash until somebody asks for them.</summary>
/// <remarks>
/// Languages are numbered from 0; the first is for whoever asks for none that we have. So are answers: <see cref="Home"/>, <see cref="Own"/>, <see cref="Help"/>,
/// and from <see cref="FirstPart"/> on what the page loads later. A number past the end is our own mistake, and throws.
/// </remarks>
public static class PageAssets
{
    /// <summary>The page as it is in the home.</summary>
    public const int Home = 0;

    /// <summary>The page as it is on the device's own Wi-Fi.</summary>
    public const int Own = 1;

    /// <summary>The help page, without a script.</summary>
    public const int Help = 2;

    /// <summary>The first of the parts.</summary>
    public const int FirstPart = 3;

    /// <summary>How many parts there are.</summary>
    public const int PartCount = PackedPages.PartCount;

    /// <summary>SHA-256 of every script there is, the same in every language, as a content policy lists them (CSP 3, 2.3.1).</summary>
    public const string ScriptHashes = PackedPages.ScriptHashes;

    /// <summary>SHA-256 of the style sheet in base64, the same on the page and its help page.</summary>
    public const string StyleHash = PackedPages.StyleHash;

    // A place in three bytes and a length in two.
    private const int EntryBytes = 5;
    private const int PlaceBytes = 3;

    /// <summary>How many languages there are.</summary>
    public static int Count => PackedPages.Count;

    /// <summary>A language's tag (RFC 5646), two small letters.</summary>
    public static string TagAt(int language)
    {
        return PackedPages.TagAt(Checked(language, PackedPages.Count));
    }

    /// <summary>Where a part is served, 0 to <see cref="PartCount"/> - 1.</summary>
    public static string PartPathAt(int part)
    {
        return PackedPages.PartPathAt(Checked(part, PackedPages.PartCount));
    }

    /// <summary>Bytes of an answer, compressed.</summary>
    public static int LengthOf(int answer, int language)
    {
        byte[] pieces = PiecesOf(answer, language);
        int length = 0;

        for (int at = 0; at < pieces.Length; at += EntryBytes)
        {
            length += Number(pieces, at + PlaceBytes);
        }

        return length;
    }

    /// <summary>Copies bytes of a compressed answer from <paramref name="offset"/> on: at most <paramref name="count"/>, fewer at its end, 0 behind it. Returns how many.</summary>
    public static int Read(int answer, int language, int offset, byte[] into, int at, int count)
    {
        byte[] pieces = PiecesOf(answer, language);
        int copied = 0;

        for (int piece = 0; piece < pieces.Length && copied < count && offset >= 0; piece += EntryBytes)
        {
            int length = Number(pieces, piece + PlaceBytes);

            if (offset < length)
            {
                int step = length - offset < count - copied ? length - offset : count - copied;
                Copy((pieces[piece] << 16) + Number(pieces, piece + 1) + offset, into, at + copied, step);
                copied += step;
                offset = length;
            }

            offset -= length;
        }

        return copied;
    }

    private static byte[] PiecesOf(int answer, int language)
    {
        const int perLanguage = FirstPart + PackedPages.PartCount;

        return PackedPages.PiecesOf((perLanguage * Checked(language, PackedPages.Count)) + Checked(answer, perLanguage));
    }

    private static int Checked(int number, int count)
    {
        if (number < 0 || number >= count)
        {
            throw new ArgumentOutOfRangeException(nameof(number));
        }

        return number;
    }

    private static int Number(byte[] bytes, int at)
    {
        return (bytes[at] << 8) | bytes[at + 1];
    }

    // Chunk by chunk: each is made from flash when it is touched, and dropped.
    private static void Copy(int from, byte[] into, int at, int count)
    {
        int copied = 0;

        while (copied < count)
        {
            int number = (from + copied) / PackedPages.ChunkBytes;
            byte[] chunk = number < PackedPages.FrontChunks ? PackedBytes.Chunk(number) : ShelfBytes.Chunk(number - PackedPages.FrontChunks);
            int start = (from + copied) % PackedPages.ChunkBytes;
            int room = count - copied;
            int step = chunk.Length - start < room ? chunk.Length - start : room;

            Array.Copy(chunk, start, into, at + copied, step);
            copied += step;
        }
    }
}
