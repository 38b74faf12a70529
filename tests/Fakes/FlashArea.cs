using System;

using ToyGuard.Core.Storage;

namespace ToyGuard.Fakes;

/// <summary>The bytes of one area as a NOR chip has them: erasing sets all bits of a sector, programming only clears bits.</summary>
/// <remarks>Programming a cleared bit to one throws: whoever does that has forgotten to erase. Copies share their bytes until one of them changes.</remarks>
public sealed class FlashArea
{
    private const byte Erased = 0xFF;

    private readonly int[] _erases;
    private byte[] _bytes = new byte[0];
    private bool _isShared;
    private int _used;

    /// <summary>An area that was never written.</summary>
    public FlashArea(int capacity)
    {
        Capacity = capacity;
        _erases = new int[(capacity + FlashLayout.BlockBytes - 1) / FlashLayout.BlockBytes];
    }

    /// <summary>Most bytes that it holds.</summary>
    public int Capacity { get; }

    /// <summary>Bytes that it holds, as its file system knows.</summary>
    public int Length { get; set; }

    /// <summary>True while a broken erase leaves bits cleared that should be set: then programming over them is not our mistake.</summary>
    public bool IsDirty { get; private set; }

    /// <summary>Sectors that hold anything.</summary>
    public int UsedSectors
    {
        get { return ((_used > Length ? _used : Length) + FlashLayout.BlockBytes - 1) / FlashLayout.BlockBytes; }
    }

    /// <summary>How many sectors it has.</summary>
    public int Sectors
    {
        get { return _erases.Length; }
    }

    /// <summary>The byte there, whatever the length says.</summary>
    public byte this[int at]
    {
        get { return at < _bytes.Length ? _bytes[at] : Erased; }
    }

    /// <summary>How often a sector was erased.</summary>
    public int ErasesOf(int sector)
    {
        return _erases[sector];
    }

    /// <summary>Copies bytes out.</summary>
    public void Read(int offset, byte[] buffer, int at, int count)
    {
        int there = _bytes.Length - offset;

        if (there >= count)
        {
            Array.Copy(_bytes, offset, buffer, at, count);
            return;
        }

        for (int i = 0; i < count; i++)
        {
            buffer[at + i] = this[offset + i];
        }
    }

    /// <summary>Sets every bit of a sector.</summary>
    public void EraseSector(int sector)
    {
        EraseSector(sector, null);
    }

    /// <summary>Sets the bits of a sector that chance chooses.</summary>
    public void EraseSector(int sector, Chance? torn)
    {
        int begin = sector * FlashLayout.BlockBytes;
        int end = Least(begin + FlashLayout.BlockBytes, _used);
        _erases[sector]++;
        Own(end);

        for (int i = begin; i < end; i++)
        {
            _bytes[i] = torn is null ? Erased : (byte)(_bytes[i] | (byte)torn.Next());
        }

        if (torn is null && end == _used)
        {
            _used = Least(begin, _used);
        }
    }

    /// <summary>Gives all of it to new bytes: its sectors were erased, or an erase that did nothing left it <paramref name="isDirty"/>.</summary>
    public void Begin(bool isDirty)
    {
        Length = 0;
        IsDirty = isDirty && _used > 0;
        _used = IsDirty ? _used : 0;
    }

    /// <summary>Programs bytes. The length stays what it was.</summary>
    public void Program(int at, byte[] bytes, int offset, int count)
    {
        Own(at + count);

        if (at >= _used)
        {
            Array.Copy(bytes, offset, _bytes, at, count);
        }
        else
        {
            for (int i = 0; i < count; i++)
            {
                ProgramByte(at + i, bytes[offset + i]);
            }
        }

        _used = _used > at + count ? _used : at + count;
    }

    /// <summary>Programs one byte.</summary>
    public void Program(int at, byte value)
    {
        Own(at + 1);
        ProgramByte(at, value);
        _used = _used > at ? _used : at + 1;
    }

    /// <summary>Puts a byte there against all rules: rot, and what a test plants.</summary>
    public void Force(int at, byte value)
    {
        Own(at + 1);
        _bytes[at] = value;
        _used = _used > at ? _used : at + 1;
    }

    /// <summary>Becomes what another area of the same size is.</summary>
    public void CopyFrom(FlashArea other)
    {
        _bytes = other._bytes;
        _isShared = true;
        other._isShared = true;
        _used = other._used;
        Length = other.Length;
        IsDirty = other.IsDirty;
        Array.Copy(other._erases, 0, _erases, 0, _erases.Length);
    }

    /// <summary>True when both hold the same bytes.</summary>
    public bool IsSameAs(FlashArea other)
    {
        if (Length != other.Length)
        {
            return false;
        }

        if (_bytes == other._bytes)
        {
            return true;
        }

        for (int i = 0; i < Length; i++)
        {
            if (this[i] != other[i])
            {
                return false;
            }
        }

        return true;
    }

    private void ProgramByte(int at, byte value)
    {
        byte now = (byte)(_bytes[at] & value);

        if (now != value && !IsDirty)
        {
            throw new InvalidOperationException("programmed byte " + at.ToString() + " without erasing it");
        }

        _bytes[at] = now;
    }

    // Room for that many bytes, shared with nobody.
    private void Own(int length)
    {
        if (!_isShared && length <= _bytes.Length)
        {
            return;
        }

        int room = _bytes.Length < 64 ? 64 : _bytes.Length;

        while (room < length)
        {
            room *= 2;
        }

        byte[] own = new byte[Least(room, length > Capacity ? length : Capacity)];
        Array.Copy(_bytes, 0, own, 0, Least(_bytes.Length, own.Length));

        for (int i = _bytes.Length; i < own.Length; i++)
        {
            own[i] = Erased;
        }

        _bytes = own;
        _isShared = false;
    }

    private static int Least(int a, int b)
    {
        return a < b ? a : b;
    }
}
