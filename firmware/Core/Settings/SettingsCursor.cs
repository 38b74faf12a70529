using System.Text;

using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Settings;

/// <summary>Goes through kept settings byte by byte. The first fault stays, and everything asked for after it is 0 or empty.</summary>
internal sealed class SettingsCursor
{
    private const int MinuteBytes = 4;

    private readonly byte[] _bytes;

    internal SettingsCursor(byte[] bytes)
    {
        _bytes = bytes;
    }

    internal SettingsFault Fault { get; private set; }

    /// <summary>The byte that is next.</summary>
    internal int At { get; private set; }

    internal bool IsWhole
    {
        get { return Fault == SettingsFault.None; }
    }

    /// <summary>Notes a fault, unless there is one.</summary>
    internal void Refuse(SettingsFault fault)
    {
        if (IsWhole)
        {
            Fault = fault;
        }
    }

    /// <summary>One byte, at most <paramref name="max"/>.</summary>
    internal int Byte(int max, SettingsFault otherwise)
    {
        return Has(1) ? AtMost(_bytes[At++], max, otherwise) : 0;
    }

    /// <summary>Two bytes, the lower one first, at most <paramref name="max"/>.</summary>
    internal int Pair(int max, SettingsFault otherwise)
    {
        if (!Has(2))
        {
            return 0;
        }

        At += 2;
        return AtMost(LittleEndian.ReadUInt16(_bytes, At - 2), max, otherwise);
    }

    /// <summary>Eight bytes, the lowest one first.</summary>
    internal long Print()
    {
        if (!Has(SettingsCodec.PrintBytes))
        {
            return 0;
        }

        At += SettingsCodec.PrintBytes;
        return LittleEndian.ReadInt64(_bytes, At - SettingsCodec.PrintBytes);
    }

    /// <summary>Four bytes, the lowest one first: a minute that something ends in, from 1 on.</summary>
    internal int Minute()
    {
        if (!Has(MinuteBytes))
        {
            return 0;
        }

        At += MinuteBytes;
        uint minute = LittleEndian.ReadUInt32(_bytes, At - MinuteBytes);

        if (minute < 1 || minute > int.MaxValue)
        {
            Refuse(SettingsFault.Consents);
            return 0;
        }

        return (int)minute;
    }

    /// <summary>A length and a toy's name.</summary>
    internal string Name()
    {
        int length = Byte(ToyName.BytesMax, SettingsFault.Name);

        if (Has(length) && !ToyName.IsFit(_bytes, At, length))
        {
            Refuse(SettingsFault.Name);
        }

        if (!IsWhole)
        {
            return "";
        }

        At += length;
        return Encoding.UTF8.GetString(_bytes, At - length, length);
    }

    /// <summary>True when exactly the first <paramref name="count"/> of these bytes were read since <paramref name="start"/>.</summary>
    internal bool HasRead(int start, byte[] bytes, int count)
    {
        return At - start == count && SettingsCodec.IsAt(_bytes, start, bytes, count);
    }

    /// <summary>Refuses what stands behind the end.</summary>
    internal void End()
    {
        if (At != _bytes.Length)
        {
            Refuse(SettingsFault.TooLong);
        }
    }

    private int AtMost(int number, int max, SettingsFault otherwise)
    {
        if (number > max)
        {
            Refuse(otherwise);
            return 0;
        }

        return number;
    }

    private bool Has(int count)
    {
        if (count > _bytes.Length - At)
        {
            Refuse(SettingsFault.TooShort);
        }

        return IsWhole;
    }
}
