using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Text;

namespace ToyGuard.Maker.Flash;

/// <summary>A deployment image: assemblies in the device's own form, one behind the other. Read with the loader's own checks.</summary>
/// <remarks>
/// nf-interpreter, src/CLR/Include/nanoCLR_Types.h, CLR_RECORD_ASSEMBLY: marker 8, header's CRC 4, assembly's CRC 4, flags 4, native checksum 4, patch 4,
/// version 8, name 2, version of the string table 2, starts of 16 tables 64, patched methods 4, padding 16: 124 bytes. The last start is the size of all.
/// The device skips what fails a check and starts without it; here it is refused.
/// </remarks>
internal sealed class AppImage
{
    private const int HeaderBytes = 124;
    private const int Tables = 16;
    private const int StringTable = 11;
    private static readonly byte[] s_marker = "NFMRK1\0\0"u8.ToArray();

    private AppImage(ImageAssembly[] assemblies, int bytes)
    {
        Assemblies = assemblies;
        Bytes = bytes;
    }

    /// <summary>What is in it, in order.</summary>
    public ImageAssembly[] Assemblies { get; }

    /// <summary>Its size.</summary>
    public int Bytes { get; }

    /// <summary>Reads it. Null, and why, for anything that the device would not load whole.</summary>
    public static AppImage? Read(byte[] image, out string fault)
    {
        List<ImageAssembly> assemblies = [];
        int at = 0;
        fault = image.Length == 0 ? "the file is empty" : "";

        while (fault.Length == 0 && at < image.Length)
        {
            ImageAssembly? one = ReadOne(image, at, out fault);

            if (one is null)
            {
                fault = $"at byte {at}: {fault}";
                break;
            }

            assemblies.Add(one);
            at += (one.Bytes + 3) & ~3;
        }

        return fault.Length == 0 ? new AppImage([.. assemblies], image.Length) : null;
    }

    private static ImageAssembly? ReadOne(byte[] image, int at, out string fault)
    {
        int left = image.Length - at;

        if (left < s_marker.Length || !image.AsSpan(at, s_marker.Length).SequenceEqual(s_marker))
        {
            fault = "no assembly begins there";
            return null;
        }

        if (left < HeaderBytes)
        {
            fault = "an assembly ends in its header";
            return null;
        }

        byte[] header = image.AsSpan(at, HeaderBytes).ToArray();
        uint headerCrc = Word(header, 8);
        header.AsSpan(8, 4).Clear();

        if (Crc32.Of(header, 0, HeaderBytes) != headerCrc)
        {
            fault = "an assembly's header is damaged";
            return null;
        }

        uint[] starts = new uint[Tables];

        for (int i = 0; i < Tables; i++)
        {
            starts[i] = Word(header, 40 + (4 * i));

            if (starts[i] > int.MaxValue || starts[i] < (i == 0 ? HeaderBytes : starts[i - 1]))
            {
                fault = "an assembly's tables are in no order";
                return null;
            }
        }

        int bytes = (int)starts[Tables - 1];

        if (bytes > left)
        {
            fault = $"an assembly of {bytes} bytes ends after {left}";
            return null;
        }

        if (Crc32.Of(image, at + HeaderBytes, bytes - HeaderBytes) != Word(header, 12))
        {
            fault = "an assembly is damaged";
            return null;
        }

        if (((bytes + 3) & ~3) > left)
        {
            fault = "an assembly's padding is missing";
            return null;
        }

        fault = "";
        Version version = new(Half(header, 28), Half(header, 30), Half(header, 32), Half(header, 34));
        return new ImageAssembly(NameOf(image, at + (int)starts[StringTable], at + (int)starts[StringTable + 1], header), bytes, Word(header, 20), version, at);
    }

    private static string NameOf(byte[] image, int from, int to, byte[] header)
    {
        int start = from + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(36));

        if (start >= to)
        {
            return "";
        }

        int end = Array.IndexOf(image, (byte)0, start, to - start);
        return end < 0 ? "" : Encoding.UTF8.GetString(image, start, end - start);
    }

    private static int Half(byte[] bytes, int offset)
    {
        return BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(offset));
    }

    private static uint Word(byte[] bytes, int offset)
    {
        return BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(offset));
    }
}
