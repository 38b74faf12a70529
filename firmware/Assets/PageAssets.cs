using System;

using ToyGuard.Assets.Generated;

namespace ToyGuard.Assets;

/// <summary>The packed page and its help page, in every language, as gzip (RFC 1952): bytes that lie in flash until somebody asks for them.</summary>
/// <remarks>Languages are numbered from 0; the first is for whoever asks for none that we have. A number past the end is our own mistake, and throws.</remarks>
public static class PageAssets
{
    /// <summary>SHA-256 of the page's script in base64, the same in every language, for the content policy (CSP 3, 2.3.1).</summary>
    public const string ScriptHash = PackedPages.ScriptHash;

    /// <summary>SHA-256 of the script of the page's second part, which the page puts in when a code or a key is there.</summary>
    public const string MoreHash = PackedPages.MoreHash;

    /// <summary>SHA-256 of the style sheet in base64, the same on the page and its help page.</summary>
    public const string StyleHash = PackedPages.StyleHash;

    /// <summary>How many languages there are.</summary>
    public static int Count => PackedPages.Count;

    /// <summary>A language's tag (RFC 5646), two small letters.</summary>
    public static string TagAt(int language)
    {
        return PackedPages.TagAt(Checked(language));
    }

    /// <summary>Bytes of a part, compressed.</summary>
    public static int LengthOf(PackedPart part, int language)
    {
        return Length(Number(part, language));
    }

    /// <summary>Copies bytes of a compressed part from <paramref name="offset"/> on: at most <paramref name="count"/>, fewer at its end, 0 behind it. Returns how many.</summary>
    public static int Read(PackedPart part, int language, int offset, byte[] into, int at, int count)
    {
        return Copy(Number(part, language), offset, into, at, count);
    }

    private static int Number(PackedPart part, int language)
    {
        return 3 * Checked(language) + (int)part;
    }

    private static int Checked(int language)
    {
        if (language < 0 || language >= PackedPages.Count)
        {
            throw new ArgumentOutOfRangeException(nameof(language));
        }

        return language;
    }

    private static int Length(int file)
    {
        return PackedPages.StartOf(file + 1) - PackedPages.StartOf(file);
    }

    // Chunk by chunk: each is made from flash when it is touched, and dropped.
    private static int Copy(int file, int offset, byte[] into, int at, int count)
    {
        int left = Length(file) - offset;
        int wanted = offset < 0 || left < 0 ? 0 : (count < left ? count : left);
        int from = PackedPages.StartOf(file) + offset;
        int copied = 0;

        while (copied < wanted)
        {
            byte[] chunk = PackedBytes.Chunk((from + copied) / PackedPages.ChunkBytes);
            int start = (from + copied) % PackedPages.ChunkBytes;
            int room = wanted - copied;
            int step = chunk.Length - start < room ? chunk.Length - start : room;

            Array.Copy(chunk, start, into, at + copied, step);
            copied += step;
        }

        return copied;
    }
}
