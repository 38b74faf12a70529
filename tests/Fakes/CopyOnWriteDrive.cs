using System;
using System.Collections;

using ToyGuard.Core.Storage;

namespace ToyGuard.Fakes;

/// <summary>A small drive of files that never writes in place, as LittleFS does: what is deleted or replaced keeps its bytes until its blocks are used again.</summary>
/// <remarks>
/// A file takes whole blocks, found by going round the chip from where the last search ended; two blocks are held back, as the drive needs some for
/// itself. A new file takes the place of the old one only when all of it is written. <see cref="Chip"/> is what somebody sees who takes the
/// chip off the board.
/// </remarks>
public sealed class CopyOnWriteDrive : IFlash, IEraseDrive
{
    /// <summary>Bytes of a block.</summary>
    public const int BlockBytes = FlashLayout.BlockBytes;

    /// <summary>Blocks that the drive holds back.</summary>
    public const int HeldBack = 2;

    private readonly bool[] _isUsed;
    private readonly ArrayList _files = new();
    private int _next;
    private int _callsLeft = -1;

    /// <summary>An empty drive.</summary>
    public CopyOnWriteDrive(int blocks)
    {
        _isUsed = new bool[blocks];
        Chip = new byte[blocks * BlockBytes];
    }

    /// <summary>All the bytes of the chip.</summary>
    public byte[] Chip { get; }

    /// <summary>Fillers that were written.</summary>
    public int Fills { get; private set; }

    /// <summary>Calls that change anything.</summary>
    public int Calls { get; private set; }

    /// <summary>Takes every filler and is never full.</summary>
    public bool IsEndless { get; set; }

    /// <summary>Takes no filler.</summary>
    public bool IsRefusingFillers { get; set; }

    /// <summary>The power goes at the call after that many more; from then on nothing changes and everything fails, until <see cref="PowerOn"/>.</summary>
    public void CutAfter(int calls)
    {
        _callsLeft = calls;
    }

    /// <summary>Power again, for good.</summary>
    public void PowerOn()
    {
        _callsLeft = -1;
    }

    /// <summary>True when the bytes stand anywhere on the chip.</summary>
    public bool Shows(byte[] marker)
    {
        for (int at = 0; at + marker.Length <= Chip.Length; at++)
        {
            int same = 0;

            while (same < marker.Length && Chip[at + same] == marker[same])
            {
                same++;
            }

            if (same == marker.Length)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Fills every free block with the bytes: what a long life leaves behind.</summary>
    public void Stain(byte[] marker)
    {
        for (int at = 0; at + marker.Length <= Chip.Length; at += marker.Length)
        {
            if (!_isUsed[at / BlockBytes] && !_isUsed[(at + marker.Length - 1) / BlockBytes])
            {
                Array.Copy(marker, 0, Chip, at, marker.Length);
            }
        }
    }

    /// <inheritdoc/>
    public int CapacityOf(int area)
    {
        return FlashLayout.CapacityOf(area);
    }

    /// <inheritdoc/>
    public int Read(int area, int offset, byte[] buffer, int at, int count)
    {
        DriveFile? file = Find(area);
        int read = 0;

        while (file is not null && read < count && offset + read < file.Length)
        {
            int place = offset + read;
            buffer[at + read] = Chip[file.Blocks[place / BlockBytes] * BlockBytes + place % BlockBytes];
            read++;
        }

        return read;
    }

    /// <inheritdoc/>
    public bool Append(int area, int held, byte[] bytes, int offset, int count)
    {
        DriveFile? file = Find(area);

        if (held != (file is null ? 0 : file.Length))
        {
            return false;
        }

        byte[] all = new byte[held + count];
        Read(area, 0, all, 0, held);
        Array.Copy(bytes, offset, all, held, count);
        return Put(area, all, all.Length);
    }

    /// <inheritdoc/>
    public bool Replace(int area, byte[] bytes, int offset, int count)
    {
        byte[] all = new byte[count];
        Array.Copy(bytes, offset, all, 0, count);
        return Put(area, all, count);
    }

    /// <inheritdoc/>
    public bool Erase(int area)
    {
        return IsOn() && Delete(area, area);
    }

    /// <inheritdoc/>
    public bool DeleteAll()
    {
        return IsOn() && Delete(0, FlashLayout.Wipe - 1) && Delete(FlashLayout.Wipe + 1, FlashLayout.AreaCount - 1);
    }

    /// <inheritdoc/>
    public bool Fill(byte[] bytes, int count)
    {
        if (IsRefusingFillers)
        {
            return false;
        }

        Fills++;
        return IsEndless || Put(FlashLayout.AreaCount + Fills, bytes, count);
    }

    /// <inheritdoc/>
    public bool DeleteFillers()
    {
        return IsOn() && Delete(FlashLayout.AreaCount, int.MaxValue);
    }

    private bool Put(int name, byte[] bytes, int count)
    {
        int[] blocks = new int[(count + BlockBytes - 1) / BlockBytes];

        if (!IsOn() || Free() < blocks.Length + HeldBack)
        {
            return false;
        }

        for (int i = 0; i < blocks.Length; i++)
        {
            blocks[i] = Take();
            int left = count - i * BlockBytes;
            Array.Copy(bytes, i * BlockBytes, Chip, blocks[i] * BlockBytes, left < BlockBytes ? left : BlockBytes);
        }

        Delete(name, name);
        _files.Add(new DriveFile(name, blocks, count));
        return true;
    }

    // Erased before it is programmed.
    private int Take()
    {
        while (_isUsed[_next])
        {
            _next = (_next + 1) % _isUsed.Length;
        }

        int block = _next;
        _isUsed[block] = true;
        _next = (_next + 1) % _isUsed.Length;
        Array.Clear(Chip, block * BlockBytes, BlockBytes);
        return block;
    }

    private int Free()
    {
        int free = 0;

        for (int i = 0; i < _isUsed.Length; i++)
        {
            free += _isUsed[i] ? 0 : 1;
        }

        return free;
    }

    private bool Delete(int first, int last)
    {
        for (int i = _files.Count - 1; i >= 0; i--)
        {
            DriveFile file = (DriveFile)_files[i]!;

            if (file.Name < first || file.Name > last)
            {
                continue;
            }

            _files.RemoveAt(i);

            for (int k = 0; k < file.Blocks.Length; k++)
            {
                _isUsed[file.Blocks[k]] = false;
            }
        }

        return true;
    }

    private DriveFile? Find(int name)
    {
        for (int i = 0; i < _files.Count; i++)
        {
            DriveFile file = (DriveFile)_files[i]!;

            if (file.Name == name)
            {
                return file;
            }
        }

        return null;
    }

    private bool IsOn()
    {
        Calls++;

        if (_callsLeft == 0)
        {
            return false;
        }

        _callsLeft = _callsLeft < 0 ? -1 : _callsLeft - 1;
        return true;
    }

    // Its name is its area's number; fillers have larger ones.
    private sealed class DriveFile
    {
        internal DriveFile(int name, int[] blocks, int length)
        {
            Name = name;
            Blocks = blocks;
            Length = length;
        }

        internal int Name { get; }

        internal int[] Blocks { get; }

        internal int Length { get; }
    }
}
