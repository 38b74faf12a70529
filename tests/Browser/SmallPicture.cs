using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;

using ToyGuard.Core.Storage;

namespace ToyGuard.Browser.Tests;

/// <summary>Makes a browser's picture small: a PNG of at most <see cref="ColoursMax"/> colours, of which a page of flat surfaces has enough.</summary>
/// <remarks>PNG (third edition): 11.2 chunks, 9.2 filters, 11.3.2 the palette. It reads what Chromium writes, eight bits a channel without interlace, and refuses anything else.</remarks>
internal static class SmallPicture
{
    /// <summary>Four bits an index are too few for smooth letters, and more than this is not seen.</summary>
    public const int ColoursMax = 64;

    // Two colours nearer than this, squared and summed over the channels, look alike.
    private const int Alike = 150;
    private const int HeaderLength = 8;

    private static readonly byte[] s_signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    /// <summary>The same picture, smaller. Throws <see cref="InvalidDataException"/> for what Chromium does not write.</summary>
    public static byte[] Of(byte[] png)
    {
        int[] pixels = Read(png, out int width, out int height);
        int[] palette = Palette(pixels);
        Dictionary<int, byte> nearest = [];
        using MemoryStream packed = new();

        using (ZLibStream zlib = new(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (int y = 0; y < height; y++)
            {
                // Each row begins with its filter; indices are best left as they are.
                zlib.WriteByte(0);

                foreach (int colour in pixels.AsSpan(y * width, width))
                {
                    if (!nearest.TryGetValue(colour, out byte index))
                    {
                        index = (byte)Array.IndexOf(palette, palette.MinBy(p => Distance(p, colour)));
                        nearest[colour] = index;
                    }

                    zlib.WriteByte(index);
                }
            }
        }

        using MemoryStream small = new();
        small.Write(s_signature);
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        header[9] = 3;
        Write(small, "IHDR", header);
        Write(small, "PLTE", palette.SelectMany(c => new[] { (byte)(c >> 16), (byte)(c >> 8), (byte)c }).ToArray());
        Write(small, "IDAT", packed.ToArray());
        Write(small, "IEND", []);
        return small.ToArray();
    }

    // The most frequent ones first, none of them like another.
    private static int[] Palette(int[] pixels)
    {
        List<int> palette = [];

        foreach (int colour in pixels.CountBy(p => p).OrderByDescending(c => c.Value).Select(c => c.Key))
        {
            if (palette.Count < ColoursMax && palette.TrueForAll(p => Distance(p, colour) > Alike))
            {
                palette.Add(colour);
            }
        }

        return [.. palette];
    }

    private static int Distance(int a, int b)
    {
        int red = ((a >> 16) & 255) - ((b >> 16) & 255);
        int green = ((a >> 8) & 255) - ((b >> 8) & 255);
        int blue = (a & 255) - (b & 255);
        return (red * red) + (green * green) + (blue * blue);
    }

    // Colours as 0xRRGGBB, row by row.
    private static int[] Read(byte[] png, out int width, out int height)
    {
        if (!png.AsSpan().StartsWith(s_signature))
        {
            throw new InvalidDataException("No PNG.");
        }

        using MemoryStream packed = new();
        ReadOnlySpan<byte> header = [];

        for (int at = s_signature.Length; at < png.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            string kind = Encoding.ASCII.GetString(png, at + 4, 4);
            ReadOnlySpan<byte> body = png.AsSpan(at + HeaderLength, length);
            header = kind == "IHDR" ? body : header;

            if (kind == "IDAT")
            {
                packed.Write(body);
            }

            at += HeaderLength + length + 4;
        }

        if (header.Length != 13 || header[8] != 8 || header[9] is not (2 or 6) || header[12] != 0)
        {
            throw new InvalidDataException("Not as Chromium writes it.");
        }

        width = BinaryPrimitives.ReadInt32BigEndian(header);
        height = BinaryPrimitives.ReadInt32BigEndian(header[4..]);
        int step = header[9] == 2 ? 3 : 4;
        byte[] row = new byte[width * step];
        byte[] above = new byte[row.Length];
        int[] pixels = new int[width * height];
        packed.Position = 0;
        using ZLibStream zlib = new(packed, CompressionMode.Decompress);

        for (int y = 0; y < height; y++)
        {
            int filter = zlib.ReadByte();
            zlib.ReadExactly(row);
            Unfilter(filter, row, above, step);

            for (int x = 0; x < width; x++)
            {
                pixels[(y * width) + x] = (row[x * step] << 16) | (row[(x * step) + 1] << 8) | row[(x * step) + 2];
            }

            (row, above) = (above, row);
        }

        return pixels;
    }

    private static void Unfilter(int filter, byte[] row, byte[] above, int step)
    {
        for (int i = 0; i < row.Length; i++)
        {
            int left = i < step ? 0 : row[i - step];
            int corner = i < step ? 0 : above[i - step];
            row[i] += (byte)(filter switch
            {
                0 => 0,
                1 => left,
                2 => above[i],
                3 => (left + above[i]) / 2,
                4 => Paeth(left, above[i], corner),
                _ => throw new InvalidDataException("No such filter."),
            });
        }
    }

    private static int Paeth(int left, int above, int corner)
    {
        int guess = left + above - corner;
        int toLeft = Math.Abs(guess - left);
        int toAbove = Math.Abs(guess - above);
        int toCorner = Math.Abs(guess - corner);
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }

    private static void Write(MemoryStream stream, string kind, byte[] body)
    {
        byte[] chunk = [.. Encoding.ASCII.GetBytes(kind), .. body];
        byte[] number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, body.Length);
        stream.Write(number);
        stream.Write(chunk);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Of(chunk, 0, chunk.Length));
        stream.Write(number);
    }
}
