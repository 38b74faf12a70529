using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Text;

using ToyGuard.Core.Factory;
using ToyGuard.Maker.Flash;

namespace ToyGuard.Maker.Factory;

/// <summary>Writes bytes as an assembly in the device's own form, with nothing in it but those bytes and how they are read.</summary>
/// <remarks>
/// The form is that of nf-interpreter (src/CLR/Include/nanoCLR_Types.h: CLR_RECORD_ASSEMBLY and the records of its tables) as its metadata processor writes it.
/// One public static class, <c>ToyGuard.Data.Bytes</c>; for each 2 KiB a field that holds them and a method <c>C0</c>, <c>C1</c>, … that copies them into the array it is given:
/// ldarg.0, ldtoken field, call RuntimeHelpers.InitializeArray, ret. A field takes 12 bytes of memory, a byte of data none: it stays in flash.
/// </remarks>
internal static class DataAssembly
{
    /// <summary>Where the reader finds the methods.</summary>
    public const string TypeName = "Bytes";

    /// <summary>The type's namespace.</summary>
    public const string Namespace = "ToyGuard.Data";

    private const int HeaderBytes = 124;
    private const int Tables = 16;
    private const int FixedSignatureBytes = 14;
    private const ushort None = 0xFFFF;

    // Types of other assemblies, by their place in that table.
    private const ushort ObjectType = 0;
    private const byte ArrayType = 1;
    private const ushort HelpersType = 2;
    private const byte HandleType = 3;

    // Element types and flags of a signature.
    private const byte Void = 0x00;
    private const byte U1 = 0x03;
    private const byte Class = 0x11;
    private const byte ValueType = 0x12;
    private const byte SzArray = 0x13;

    private const ushort PublicStaticClass = 0x10C1;
    private const ushort FieldWithBytes = 0x0433;
    private const uint PublicStaticMethod = 0x96;

    /// <summary>The whole assembly, its length a multiple of four.</summary>
    /// <param name="name">Its name, ASCII.</param>
    /// <param name="bytes">1 to <see cref="FactoryBox.LengthMax"/> bytes.</param>
    /// <param name="library">The version of mscorlib that it stands beside; a device compares its first two numbers.</param>
    public static byte[] Of(string name, byte[] bytes, Version library)
    {
        if (bytes.Length is 0 or > FactoryBox.LengthMax)
        {
            throw new ArgumentException("Nothing, or more than an assembly holds.", nameof(bytes));
        }

        Strings strings = new();
        int chunks = (bytes.Length + FactoryBox.ChunkBytes - 1) / FactoryBox.ChunkBytes;
        List<ushort> starts = [];
        byte[] signatures = Signatures(bytes, starts);

        byte[][] tables = new byte[Tables - 1][];
        tables[0] = Record(w => { w.Write(strings.Of("mscorlib")); w.Write((ushort)0); Write(w, library); });
        tables[1] = Record(w =>
        {
            Reference(w, strings, "System", "Object");
            Reference(w, strings, "System", "Array");
            Reference(w, strings, "System.Runtime.CompilerServices", "RuntimeHelpers");
            Reference(w, strings, "System", "RuntimeFieldHandle");
        });
        tables[2] = [];
        tables[3] = Record(w => { w.Write(strings.Of("InitializeArray")); w.Write(HelpersType); w.Write(starts[2]); w.Write((ushort)0); });
        tables[4] = Record(w => Type(w, strings, chunks));
        tables[5] = Record(w => Fields(w, strings, starts, chunks));
        tables[6] = Record(w => Methods(w, strings, starts, chunks));
        tables[7] = tables[8] = tables[9] = tables[10] = [];
        ushort nameAt = strings.Of(name);
        tables[11] = strings.Bytes();
        tables[12] = signatures;
        tables[13] = Record(w => Code(w, chunks));
        tables[14] = [];
        return Assemble(tables, nameAt);
    }

    /// <summary>The bytes of such an assembly. Null for anything that <see cref="Of"/> would not have written just so.</summary>
    public static byte[]? Read(byte[] assembly, string name)
    {
        if (assembly.Length < HeaderBytes)
        {
            return null;
        }

        long at = BinaryPrimitives.ReadUInt32LittleEndian(assembly.AsSpan(40 + (4 * 12))) + (long)FixedSignatureBytes;
        long end = BinaryPrimitives.ReadUInt32LittleEndian(assembly.AsSpan(40 + (4 * 13))) - (long)assembly[108 + 12];
        List<byte> bytes = [];

        while (at + 2 <= end && end <= assembly.Length)
        {
            int count = BinaryPrimitives.ReadUInt16LittleEndian(assembly.AsSpan((int)at));

            if (at + 2 + count > end)
            {
                return null;
            }

            bytes.AddRange(assembly.AsSpan((int)at + 2, count));
            at += 2 + count;
        }

        int references = (int)BinaryPrimitives.ReadUInt32LittleEndian(assembly.AsSpan(40));

        if (bytes.Count is 0 or > FactoryBox.LengthMax || references != HeaderBytes || assembly.Length < HeaderBytes + 12)
        {
            return null;
        }

        Version library = new(Number(assembly, 4), Number(assembly, 6), Number(assembly, 8), Number(assembly, 10));
        return Of(name, [.. bytes], library).AsSpan().SequenceEqual(assembly) ? [.. bytes] : null;
    }

    private static int Number(byte[] assembly, int offset)
    {
        return BinaryPrimitives.ReadUInt16LittleEndian(assembly.AsSpan(HeaderBytes + offset));
    }

    // 0: a byte, for fields; 1: void (byte[]); 2: void (Array, RuntimeFieldHandle); then each chunk behind its length.
    private static byte[] Signatures(byte[] bytes, List<ushort> starts)
    {
        return Record(w =>
        {
            byte[][] fixedOnes = [[0x06, U1], [0x00, 1, Void, SzArray, U1], [0x00, 2, Void, Class, (ArrayType << 2) | 1, ValueType, (HandleType << 2) | 1]];

            foreach (byte[] signature in fixedOnes)
            {
                starts.Add((ushort)w.BaseStream.Position);
                w.Write(signature);
            }

            for (int from = 0; from < bytes.Length; from += FactoryBox.ChunkBytes)
            {
                starts.Add((ushort)w.BaseStream.Position);
                int count = Math.Min(FactoryBox.ChunkBytes, bytes.Length - from);
                w.Write((ushort)count);
                w.Write(bytes, from, count);
            }
        });
    }

    private static void Reference(BinaryWriter w, Strings strings, string space, string name)
    {
        w.Write(strings.Of(name));
        w.Write(strings.Of(space));
        w.Write((ushort)0);
        w.Write((ushort)0);
    }

    private static void Type(BinaryWriter w, Strings strings, int chunks)
    {
        w.Write(strings.Of(TypeName));
        w.Write(strings.Of(Namespace));
        w.Write((ushort)(0x8000 | ObjectType));
        w.Write(None);
        w.Write(None);
        w.Write((ushort)0);
        w.Write((byte)0);
        w.Write((byte)0);
        w.Write((byte)chunks);
        w.Write(Class);
        w.Write((ushort)0);
        w.Write((ushort)0);
        w.Write((byte)chunks);
        w.Write((byte)0);
        w.Write(PublicStaticClass);
    }

    private static void Fields(BinaryWriter w, Strings strings, List<ushort> starts, int chunks)
    {
        for (int i = 0; i < chunks; i++)
        {
            w.Write(strings.Of("c" + i));
            w.Write(starts[0]);
            w.Write(starts[3 + i]);
            w.Write(FieldWithBytes);
        }
    }

    private static void Methods(BinaryWriter w, Strings strings, List<ushort> starts, int chunks)
    {
        for (int i = 0; i < chunks; i++)
        {
            w.Write(strings.Of("C" + i));
            w.Write((ushort)(i * CodeOf(0).Length));
            w.Write(PublicStaticMethod);
            w.Write(Void);
            w.Write((byte)1);
            w.Write((byte)0);
            w.Write((byte)2);
            w.Write(None);
            w.Write(starts[1]);
        }
    }

    private static void Code(BinaryWriter w, int chunks)
    {
        for (int i = 0; i < chunks; i++)
        {
            w.Write(CodeOf(i));
        }
    }

    private static byte[] CodeOf(int field)
    {
        return [0x02, 0xD0, (byte)field, 0, 0, 0x05, 0x28, 0x00, 0x80, 0x2A];
    }

    private static byte[] Assemble(byte[][] tables, ushort name)
    {
        uint[] starts = new uint[Tables];
        byte[] paddings = new byte[Tables];
        using MemoryStream body = new();

        for (int i = 0; i < tables.Length; i++)
        {
            starts[i] = (uint)(HeaderBytes + body.Length);
            paddings[i] = (byte)(-tables[i].Length & 3);
            body.Write(tables[i]);
            body.Write(new byte[paddings[i]]);
        }

        starts[^1] = (uint)(HeaderBytes + body.Length);
        byte[] header = Record(w =>
        {
            w.Write("NFMRK1\0\0"u8);
            w.Write(0u);
            w.Write(Crc32.Of(body.ToArray(), 0, (int)body.Length));
            w.Write(0u);
            w.Write(0u);
            w.Write(0xFFFFFFFFu);
            Write(w, new Version(1, 0, 0, 0));
            w.Write(name);
            w.Write((ushort)1);
            Array.ForEach(starts, w.Write);
            w.Write(0u);
            w.Write(paddings);
        });
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(8), Crc32.Of(header, 0, header.Length));
        return [.. header, .. body.ToArray()];
    }

    private static void Write(BinaryWriter w, Version version)
    {
        w.Write((ushort)version.Major);
        w.Write((ushort)version.Minor);
        w.Write((ushort)Math.Max(version.Build, 0));
        w.Write((ushort)Math.Max(version.Revision, 0));
    }

    private static byte[] Record(Action<BinaryWriter> write)
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream, Encoding.ASCII);
        write(writer);
        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>The table of strings: each once, behind an empty one.</summary>
    private sealed class Strings
    {
        private readonly Dictionary<string, ushort> _places = new(StringComparer.Ordinal);
        private readonly List<byte> _bytes = [0];

        public ushort Of(string text)
        {
            if (!_places.TryGetValue(text, out ushort place))
            {
                place = (ushort)_bytes.Count;
                _places.Add(text, place);
                _bytes.AddRange([.. Encoding.ASCII.GetBytes(text), 0]);
            }

            return place;
        }

        public byte[] Bytes()
        {
            return [.. _bytes];
        }
    }
}
