using System;
using System.IO;
using System.Text;

using ToyGuard.Core.Factory;

namespace ToyGuard.Maker.Factory;

/// <summary>Writes the boxes that <see cref="FactoryBox"/> reads.</summary>
internal static class DataBox
{
    /// <summary>Bytes that a box takes beside its parts.</summary>
    public const int FixedBytes = 16;

    /// <summary>A box of those parts.</summary>
    /// <param name="number">Which one of several, from 0.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="parts">1 to <see cref="FactoryBox.PartsMax"/> parts that fit.</param>
    public static byte[] Of(int number, int count, params DataPart[] parts)
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream, Encoding.ASCII);
        writer.Write("TGF1"u8);
        writer.Write((byte)number);
        writer.Write((byte)count);
        writer.Write((byte)parts.Length);
        writer.Write((byte)0);
        writer.Write(0u);

        foreach (DataPart part in parts)
        {
            writer.Write((byte)part.Kind);
            writer.Write((byte)part.Name.Length);
            writer.Write((ushort)part.Bytes.Length);
            writer.Write(Encoding.ASCII.GetBytes(part.Name));
            writer.Write(part.Bytes);
        }

        writer.Seek(8, SeekOrigin.Begin);
        writer.Write((uint)stream.Length + 4);
        writer.Flush();
        byte[] box = stream.ToArray();
        return [.. box, .. BitConverter.GetBytes(Core.Storage.Crc32.Of(box, 0, box.Length))];
    }
}
