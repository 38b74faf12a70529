using System;
using System.Buffers.Binary;
using System.Linq;
using System.Text;

using ToyGuard.Maker.Flash;

namespace ToyGuard.Maker.Tests.Flash;

/// <summary>Images as a build makes them, of assemblies without code.</summary>
internal static class Images
{
    private const int HeaderBytes = 124;

    /// <summary>An assembly of that name.</summary>
    public static byte[] Assembly(string name, uint native = 0, int extra = 0)
    {
        byte[] text = [0, .. Encoding.UTF8.GetBytes(name), 0];
        int bytes = (HeaderBytes + text.Length + extra + 3) & ~3;
        byte[] image = new byte[bytes];
        "NFMRK1"u8.CopyTo(image);
        BinaryPrimitives.WriteUInt32LittleEndian(image.AsSpan(20), native);
        BinaryPrimitives.WriteUInt16LittleEndian(image.AsSpan(36), 1);
        BinaryPrimitives.WriteUInt16LittleEndian(image.AsSpan(38), 1);

        for (int table = 0; table < 16; table++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(image.AsSpan(40 + (4 * table)), (uint)(table <= 11 ? HeaderBytes : table == 15 ? bytes : HeaderBytes + text.Length));
        }

        text.CopyTo(image, HeaderBytes);
        Seal(image);
        return image;
    }

    /// <summary>A whole image: the platform's first library, which has no name of its own, and those.</summary>
    public static byte[] Of(params string[] names)
    {
        return [.. names.SelectMany(n => Assembly(n))];
    }

    /// <summary>Writes both checksums anew.</summary>
    public static void Seal(byte[] image)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(image.AsSpan(12), Crc32.Of(image, HeaderBytes, image.Length - HeaderBytes));
        BinaryPrimitives.WriteUInt32LittleEndian(image.AsSpan(8), 0);
        BinaryPrimitives.WriteUInt32LittleEndian(image.AsSpan(8), Crc32.Of(image, 0, HeaderBytes));
    }
}
