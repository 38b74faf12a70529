using System;

using ToyGuard.Core.Crypto;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Records;

/// <summary>The first 64 bytes of a segment, and what is where behind them.</summary>
/// <remarks>
/// All integers little-endian. firmware/docs/storage-format.md is the contract; this comment is the reminder.
///   0   4   magic 'T' 'G' 'R' and the version, 1
///   4   4   number of the segment; it stands in area (number modulo areas)
///   8   4   sequence of its first row
///   12  4   number of the oldest segment that is kept
///   16  32  hash that all rows before it led to
///   48  12  0
///   60  4   CRC-32 of everything before it
/// The hash before the first row is SHA-256 of the first 60 bytes, so that the chain holds the header too.
/// </remarks>
internal static class SegmentHeader
{
    internal const int Bytes = 64;

    /// <summary>Where the hash stands that all rows before the segment led to.</summary>
    internal const int HashOffset = 16;

    private const uint Magic = 'T' | ('G' << 8) | ('R' << 16) | (1 << 24);
    private const int NumberOffset = 4;
    private const int SequenceOffset = 8;
    private const int OldestOffset = 12;
    private const int ZeroOffset = HashOffset + Sha256.HashBytes;
    private const int CrcOffset = 60;

    internal static void Write(byte[] bytes, uint number, uint sequence, uint oldest, byte[] hash)
    {
        LittleEndian.WriteUInt32(bytes, 0, Magic);
        LittleEndian.WriteUInt32(bytes, NumberOffset, number);
        LittleEndian.WriteUInt32(bytes, SequenceOffset, sequence);
        LittleEndian.WriteUInt32(bytes, OldestOffset, oldest);
        Array.Copy(hash, 0, bytes, HashOffset, Sha256.HashBytes);
        Array.Clear(bytes, ZeroOffset, CrcOffset - ZeroOffset);
        LittleEndian.WriteUInt32(bytes, CrcOffset, Crc32.Of(bytes, 0, CrcOffset));
    }

    /// <summary>False for a header that is not as it was written, and for one of a version that this one does not read.</summary>
    internal static bool IsWhole(byte[] bytes)
    {
        return LittleEndian.ReadUInt32(bytes, 0) == Magic && LittleEndian.ReadUInt32(bytes, CrcOffset) == Crc32.Of(bytes, 0, CrcOffset);
    }

    internal static uint NumberOf(byte[] bytes)
    {
        return LittleEndian.ReadUInt32(bytes, NumberOffset);
    }

    internal static uint SequenceOf(byte[] bytes)
    {
        return LittleEndian.ReadUInt32(bytes, SequenceOffset);
    }

    internal static uint OldestOf(byte[] bytes)
    {
        return LittleEndian.ReadUInt32(bytes, OldestOffset);
    }

    /// <summary>The hash that the first row follows.</summary>
    internal static void HashInto(Sha256 sha, byte[] bytes, byte[] hash)
    {
        sha.Reset();
        sha.Add(bytes, 0, CrcOffset);
        sha.Finish(hash, 0);
    }
}
