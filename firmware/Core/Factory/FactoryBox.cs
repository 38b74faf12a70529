using System;

using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Factory;

/// <summary>A box of named parts, read in chunks: no more of it is in memory than one chunk and what is asked for.</summary>
/// <remarks>
/// Lowest byte first: "TGF1" 4, this box's number 1, how many there are 1, number of parts 1, zero 1, length of all 4;
/// each part: kind 1, length of its name 1, length 2, name, bytes; last CRC-32 of all before 4. What is wrong anywhere makes all of it worth nothing.
/// The checksum finds an aged cell or half an image. Whoever holds the cable can write any box: firmware/docs/trust.md.
/// </remarks>
public sealed class FactoryBox
{
    /// <summary>Bytes of a chunk; of all but the last.</summary>
    public const int ChunkBytes = 2048;

    /// <summary>Most bytes of a box: what an assembly may hold (nano.md B2), in whole chunks.</summary>
    public const int LengthMax = 28 * ChunkBytes;

    /// <summary>Most parts of a box.</summary>
    public const int PartsMax = 32;

    /// <summary>Most characters of a part's name.</summary>
    public const int NameMax = 40;

    private const int HeadBytes = 12;
    private const int PartHeadBytes = 4;
    private const int SumBytes = 4;
    private static readonly byte[] Magic = { 0x54, 0x47, 0x46, 0x31 };

    private readonly IChunks _source;
    private readonly byte[] _chunk = new byte[ChunkBytes];
    private readonly int[] _starts = new int[PartsMax];
    private readonly int[] _lengths = new int[PartsMax];
    private int _loaded = -1;

    private FactoryBox(IChunks source)
    {
        _source = source;
    }

    /// <summary>Which one of several it is, from 0.</summary>
    public int Number { get; private set; }

    /// <summary>How many there are, from 1.</summary>
    public int Count { get; private set; }

    /// <summary>How many parts it holds.</summary>
    public int Parts { get; private set; }

    /// <summary>Reads and checks all of it. Null, and why, unless each byte is as it must be.</summary>
    public static FactoryBox? Open(IChunks source, out FactoryFinding finding)
    {
        FactoryBox box = new FactoryBox(source);
        finding = box.Check();
        return finding == FactoryFinding.Well ? box : null;
    }

    /// <summary>What part <paramref name="index"/> is.</summary>
    public PartKind Kind(int index)
    {
        return (PartKind)At(_starts[index]);
    }

    /// <summary>Its name; empty for none.</summary>
    public string Name(int index)
    {
        char[] name = new char[At(_starts[index] + 1)];

        for (int i = 0; i < name.Length; i++)
        {
            name[i] = (char)At(_starts[index] + PartHeadBytes + i);
        }

        return new string(name);
    }

    /// <summary>A copy of its bytes.</summary>
    public byte[] Bytes(int index)
    {
        byte[] bytes = new byte[_lengths[index]];
        int from = _starts[index] + PartHeadBytes + At(_starts[index] + 1);

        for (int done = 0; done < bytes.Length;)
        {
            int within = (from + done) % ChunkBytes;
            int count = bytes.Length - done < ChunkBytes - within ? bytes.Length - done : ChunkBytes - within;

            if (Load((from + done) / ChunkBytes))
            {
                Array.Copy(_chunk, within, bytes, done, count);
            }

            done += count;
        }

        return bytes;
    }

    private static bool IsNameByte(byte one)
    {
        return (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z') || (one >= '0' && one <= '9') || one == '-' || one == '_' || one == '.';
    }

    private FactoryFinding Check()
    {
        if (!Load(0))
        {
            return FactoryFinding.Missing;
        }

        for (int i = 0; i < Magic.Length; i++)
        {
            if (_chunk[i] != Magic[i])
            {
                return FactoryFinding.Foreign;
            }
        }

        uint length = LittleEndian.ReadUInt32(_chunk, 8);

        if (length < HeadBytes + SumBytes || length > LengthMax)
        {
            return FactoryFinding.CutShort;
        }

        FactoryFinding sum = CheckSum((int)length);
        return sum == FactoryFinding.Well ? CheckParts((int)length - SumBytes) : sum;
    }

    private FactoryFinding CheckSum(int length)
    {
        int end = length - SumBytes;
        uint sum = 0;

        for (int from = 0; from < length; from += ChunkBytes)
        {
            if (!Load(from / ChunkBytes))
            {
                return FactoryFinding.CutShort;
            }

            int count = end - from < ChunkBytes ? end - from : ChunkBytes;

            if (count > 0)
            {
                sum = Crc32.Add(sum, _chunk, 0, count);
            }
        }

        uint kept = 0;

        for (int i = 0; i < SumBytes; i++)
        {
            kept |= (uint)At(end + i) << (8 * i);
        }

        return sum == kept ? FactoryFinding.Well : FactoryFinding.Damaged;
    }

    private FactoryFinding CheckParts(int end)
    {
        Number = At(4);
        Count = At(5);
        int parts = At(6);

        if (Number >= Count || parts < 1 || parts > PartsMax || At(7) != 0)
        {
            return FactoryFinding.Unfit;
        }

        int at = HeadBytes;

        for (int i = 0; i < parts; i++)
        {
            if (!IsPart(at))
            {
                return FactoryFinding.Unfit;
            }

            _starts[i] = at;
            _lengths[i] = At(at + 2) | (At(at + 3) << 8);
            at += PartHeadBytes + At(at + 1) + _lengths[i];
        }

        // A part that passes the end never comes back to it.
        Parts = parts;
        return at == end ? FactoryFinding.Well : FactoryFinding.Unfit;
    }

    // A kind that nobody knows is of a later version, and what it would mean is not known either.
    private bool IsPart(int at)
    {
        int kind = At(at);
        int name = At(at + 1);
        int length = At(at + 2) | (At(at + 3) << 8);
        bool isNamed = kind >= (int)PartKind.Root && kind <= (int)PartKind.Language;
        bool isKnown = isNamed || kind == (int)PartKind.Identity || kind == (int)PartKind.Manifest;

        if (!isKnown || isNamed != (name > 0) || name > NameMax || length == 0)
        {
            return false;
        }

        for (int i = 0; i < name; i++)
        {
            if (!IsNameByte(At(at + PartHeadBytes + i)))
            {
                return false;
            }
        }

        return true;
    }

    // What was read and checked once is there again: the bytes lie in flash. Should they not, a zero is what nothing begins with.
    private byte At(int offset)
    {
        return Load(offset / ChunkBytes) ? _chunk[offset % ChunkBytes] : (byte)0;
    }

    private bool Load(int number)
    {
        if (number == _loaded)
        {
            return true;
        }

        _loaded = _source.Read(number, _chunk) ? number : -1;
        return _loaded == number;
    }
}
