using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;

namespace ToyGuard.Assets.Packer;

/// <summary>One answer in one language: what it says, and the same compressed, slice by slice, so that slices which several answers have in common are kept once.</summary>
internal sealed class PackedPage
{
    // RFC 1952, 2.3: deflate, no name, no time, compressed with care, by anybody.
    private static readonly byte[] s_head = { 0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255 };

    // RFC 1951, 3.2.3: a last block, of which nothing follows.
    private static readonly byte[] s_last = { 3, 0 };

    /// <param name="path">Where it is served.</param>
    /// <param name="tag">Its language.</param>
    /// <param name="slices">What it says, cut where other answers begin to say something else.</param>
    public PackedPage(string path, string tag, params string[] slices)
    {
        Path = path;
        Tag = tag;
        Content = Encoding.UTF8.GetBytes(string.Concat(slices));
        byte[] whole = Compress(Content, (stream, level) => new GZipStream(stream, level, true), true);

        // Its checksum and its length end it.
        Pieces = slices.Select(s => Compress(Encoding.UTF8.GetBytes(s), (stream, level) => new DeflateStream(stream, level, true), false))
            .Prepend(s_head).Append(s_last.Concat(whole[^8..]).ToArray()).ToArray();
    }

    public string Path { get; }

    public string Tag { get; }

    public byte[] Content { get; }

    /// <summary>What its gzip consists of, end to end.</summary>
    public IReadOnlyList<byte[]> Pieces { get; }

    /// <summary>Bytes of its gzip.</summary>
    public int Length => Pieces.Sum(p => p.Length);

    // Without an end it stops where a byte does, and another may follow (RFC 1951, 3.2.4, an empty stored block).
    private static byte[] Compress(byte[] content, Func<Stream, CompressionLevel, Stream> start, bool isEnded)
    {
        using MemoryStream all = new();
        using Stream stream = start(all, CompressionLevel.SmallestSize);
        stream.Write(content);

        if (isEnded)
        {
            stream.Dispose();
        }
        else
        {
            stream.Flush();
        }

        return all.ToArray();
    }
}
