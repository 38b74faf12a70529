using System;

namespace ToyGuard.Core.Storage;

/// <summary>One area that holds one payload in a frame, so that what is read is known to be what was written, for this place and this format.</summary>
/// <remarks>
/// All integers little-endian; firmware/docs/storage-format.md is the contract, this the reminder.
///   0   2   'T' 'G'
///   2   1   kind: what the frame is for, the number of the first area of its group
///   3   1   version of the frame, 1
///   4   4   sequence
///   8   4   payload length, n
///   12  n   payload
///   12+n 4  CRC-32 of everything before it
/// What stands behind a frame is not looked at. Reading goes by small pieces; only a payload that was found whole is allocated.
/// </remarks>
public sealed class SingleSlot
{
    /// <summary>Bytes of a frame beside its payload.</summary>
    public const int FrameBytes = PayloadOffset + CrcBytes;

    private const int PayloadOffset = 12;
    private const int CrcBytes = 4;
    private const int Version = 1;
    private const int PieceBytes = 256;

    private readonly IFlash _flash;
    private readonly int _kind;
    private readonly byte[] _piece = new byte[PieceBytes];

    /// <summary>The slot in <paramref name="area"/>, for frames of its own kind.</summary>
    public SingleSlot(IFlash flash, int area)
        : this(flash, area, area)
    {
    }

    internal SingleSlot(IFlash flash, int area, int kind)
    {
        _flash = flash ?? throw new ArgumentNullException(nameof(flash));
        Area = area;
        _kind = kind;
    }

    /// <summary>How the area was found by the last <see cref="Look"/>, or left by the last <see cref="Write"/>: Empty, Whole or Damaged.</summary>
    public StoreStatus Status { get; private set; } = StoreStatus.Damaged;

    /// <summary>The sequence of the whole frame; else 0.</summary>
    public uint Sequence { get; private set; }

    /// <summary>Most bytes of a payload; below 0 where the area does not exist.</summary>
    public int PayloadMax
    {
        get { return _flash.CapacityOf(Area) - FrameBytes; }
    }

    internal int Area { get; }

    internal uint Crc { get; private set; }

    // Of the payload.
    internal int Length { get; private set; }

    /// <summary>Reads the frame through. Whole only when every byte of it is as it was written.</summary>
    public StoreStatus Look()
    {
        Forget();
        int read = _flash.Read(Area, 0, _piece, 0, PayloadOffset);

        if (read == 0)
        {
            Status = StoreStatus.Empty;
        }
        else if (read == PayloadOffset && IsHead())
        {
            uint sequence = LittleEndian.ReadUInt32(_piece, 4);
            int length = (int)LittleEndian.ReadUInt32(_piece, 8);

            // Any number above the largest int is below 0 here.
            if (length >= 0 && length <= PayloadMax && IsBody(length, out uint crc))
            {
                Sequence = sequence;
                Length = length;
                Crc = crc;
                Status = StoreStatus.Whole;
            }
        }

        return Status;
    }

    /// <summary>The payload of the frame that <see cref="Look"/> found whole, in an array of its own; null when there is none, or when it no longer reads the same.</summary>
    public byte[]? Read()
    {
        if (Status != StoreStatus.Whole)
        {
            return null;
        }

        byte[] payload = new byte[Length];

        byte[] head = NewHead(PayloadOffset, Sequence, Length);

        if (_flash.Read(Area, PayloadOffset, payload, 0, Length) != Length
            || Crc32.Add(Crc32.Of(head, 0, PayloadOffset), payload, 0, Length) != Crc)
        {
            Forget();
            return null;
        }

        return payload;
    }

    /// <summary>Writes a frame and reads it back. True only when flash says so and shows the same bytes.</summary>
    /// <remarks>
    /// What failed must not turn up after the next boot as the newest there is, so the area is emptied then. A frame that stays in spite of that
    /// is there, and counts.
    /// </remarks>
    /// <param name="sequence">The sequence.</param>
    /// <param name="payload">Holds the payload from its first byte on.</param>
    /// <param name="count">How long it is. Too long for the area: refused, and nothing is written.</param>
    public bool Write(uint sequence, byte[] payload, int count)
    {
        if (count < 0 || count > payload.Length || count > PayloadMax)
        {
            return false;
        }

        byte[] frame = NewHead(FrameBytes + count, sequence, count);
        int crcOffset = PayloadOffset + count;
        uint crc = Crc32.Add(Crc32.Of(frame, 0, PayloadOffset), payload, 0, count);
        Array.Copy(payload, 0, frame, PayloadOffset, count);
        LittleEndian.WriteUInt32(frame, crcOffset, crc);

        // Until it is known what the area holds, and should a call throw.
        Forget();

        if (_flash.Replace(Area, frame, 0, frame.Length) && IsThere(sequence, crc))
        {
            return true;
        }

        _flash.Erase(Area);
        return IsThere(sequence, crc);
    }

    /// <summary>True when <paramref name="b"/> is whole and newer than <paramref name="a"/>, or alone whole.</summary>
    /// <remarks>Read as signed, the difference of two sequences still tells newer from older after the counter wraps.</remarks>
    internal static bool IsSecondNewer(SingleSlot a, SingleSlot b)
    {
        return b.Status == StoreStatus.Whole && (a.Status != StoreStatus.Whole || (int)(b.Sequence - a.Sequence) > 0);
    }

    private bool IsThere(uint sequence, uint crc)
    {
        return Look() == StoreStatus.Whole && Sequence == sequence && Crc == crc;
    }

    private void Forget()
    {
        Status = StoreStatus.Damaged;
        Sequence = 0;
        Length = 0;
        Crc = 0;
    }

    private byte[] NewHead(int bytes, uint sequence, int length)
    {
        byte[] head = new byte[bytes];
        head[0] = (byte)'T';
        head[1] = (byte)'G';
        head[2] = (byte)_kind;
        head[3] = Version;
        LittleEndian.WriteUInt32(head, 4, sequence);
        LittleEndian.WriteUInt32(head, 8, (uint)length);
        return head;
    }

    private bool IsHead()
    {
        return _piece[0] == (byte)'T' && _piece[1] == (byte)'G' && _piece[2] == (byte)_kind && _piece[3] == Version;
    }

    // Begins with the head in the piece.
    private bool IsBody(int length, out uint crc)
    {
        crc = Crc32.Of(_piece, 0, PayloadOffset);
        int end = PayloadOffset + length;

        for (int at = PayloadOffset; at < end; at += PieceBytes)
        {
            int count = end - at < PieceBytes ? end - at : PieceBytes;

            if (_flash.Read(Area, at, _piece, 0, count) != count)
            {
                return false;
            }

            crc = Crc32.Add(crc, _piece, 0, count);
        }

        return _flash.Read(Area, end, _piece, 0, CrcBytes) == CrcBytes && LittleEndian.ReadUInt32(_piece, 0) == crc;
    }
}
