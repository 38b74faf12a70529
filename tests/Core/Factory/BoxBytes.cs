using ToyGuard.Core.Factory;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Tests.Factory;

/// <summary>Boxes as their remarks say, built beside the reader and its writer: parts are added, then the box is closed.</summary>
public sealed class BoxBytes
{
    private readonly byte[] _bytes = new byte[FactoryBox.LengthMax + 64];
    private int _at = 12;
    private int _parts;

    /// <summary>The box's number.</summary>
    public int Number { get; set; }

    /// <summary>How many there are.</summary>
    public int Count { get; set; } = 1;

    /// <summary>Adds a part.</summary>
    public BoxBytes Add(int kind, string name, byte[] bytes)
    {
        _bytes[_at] = (byte)kind;
        _bytes[_at + 1] = (byte)name.Length;
        LittleEndian.WriteUInt16(_bytes, _at + 2, bytes.Length);

        for (int i = 0; i < name.Length; i++)
        {
            _bytes[_at + 4 + i] = (byte)name[i];
        }

        System.Array.Copy(bytes, 0, _bytes, _at + 4 + name.Length, bytes.Length);
        _at += 4 + name.Length + bytes.Length;
        _parts++;
        return this;
    }

    /// <summary>The whole box.</summary>
    public byte[] Close()
    {
        byte[] box = new byte[_at + 4];
        System.Array.Copy(_bytes, 0, box, 0, _at);
        box[0] = (byte)'T';
        box[1] = (byte)'G';
        box[2] = (byte)'F';
        box[3] = (byte)'1';
        box[4] = (byte)Number;
        box[5] = (byte)Count;
        box[6] = (byte)_parts;
        LittleEndian.WriteUInt32(box, 8, (uint)box.Length);
        Seal(box);
        return box;
    }

    /// <summary>Writes the checksum anew.</summary>
    public static void Seal(byte[] box)
    {
        LittleEndian.WriteUInt32(box, box.Length - 4, Crc32.Of(box, 0, box.Length - 4));
    }

    /// <summary>Bytes that differ at each place.</summary>
    public static byte[] Some(int count, int seed)
    {
        byte[] bytes = new byte[count];

        for (int i = 0; i < count; i++)
        {
            bytes[i] = (byte)((i * 7) + (i >> 8) + seed);
        }

        return bytes;
    }
}
