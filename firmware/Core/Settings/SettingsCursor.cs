using System.Text;

using ToyGuard.Core.Storage;
using ToyGuard.Core.Times;

namespace ToyGuard.Core.Settings;

/// <summary>Goes through kept settings byte by byte. The first fault stays, and everything asked for after it is 0 or empty.</summary>
internal sealed class SettingsCursor
{
    private const int MinuteBytes = 4;

    private readonly byte[] _bytes;
    private int _at;

    internal SettingsCursor(byte[] bytes)
    {
        _bytes = bytes;
    }

    internal SettingsFault Fault { get; private set; }

    /// <summary>True while there was no fault.</summary>
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
        return Has(1) ? AtMost(_bytes[_at++], max, otherwise) : 0;
    }

    /// <summary>Two bytes, the lower one first, at most <paramref name="max"/>.</summary>
    internal int Pair(int max, SettingsFault otherwise)
    {
        if (!Has(2))
        {
            return 0;
        }

        _at += 2;
        return AtMost(LittleEndian.ReadUInt16(_bytes, _at - 2), max, otherwise);
    }

    /// <summary>Eight bytes, the lowest one first.</summary>
    internal long Print()
    {
        if (!Has(SettingsCodec.PrintBytes))
        {
            return 0;
        }

        _at += SettingsCodec.PrintBytes;
        return LittleEndian.ReadInt64(_bytes, _at - SettingsCodec.PrintBytes);
    }

    /// <summary>Four bytes, the lowest one first: a minute that something ends in, from <paramref name="min"/> on.</summary>
    internal int Minute(int min, SettingsFault otherwise)
    {
        if (!Has(MinuteBytes))
        {
            return 0;
        }

        _at += MinuteBytes;
        uint minute = LittleEndian.ReadUInt32(_bytes, _at - MinuteBytes);

        if (minute < min || minute > int.MaxValue)
        {
            Refuse(otherwise);
            return 0;
        }

        return (int)minute;
    }

    /// <summary>Minutes of play, two bytes: 0 to 1,440, or 65,535 for no limit.</summary>
    internal int PlayMinutes()
    {
        int minutes = Pair(SettingsCodec.NoLimit, SettingsFault.None);

        if (minutes > DayMinutes.Max && minutes != SettingsCodec.NoLimit)
        {
            Refuse(SettingsFault.PlayTime);
        }

        return minutes == SettingsCodec.NoLimit ? DayMinutes.NoLimit : minutes;
    }

    /// <summary>Minutes of play for each day of a week; no minute at all when they are not whole.</summary>
    internal DayMinutes Week()
    {
        int[] minutes = new int[DayMinutes.Days];

        for (int i = 0; i < minutes.Length; i++)
        {
            minutes[i] = PlayMinutes();
        }

        return IsWhole ? new DayMinutes(minutes) : DayMinutes.None;
    }

    /// <summary>A length and the rule of a zone, or nothing.</summary>
    internal string Zone()
    {
        int length = Byte(ZoneRule.TextMax, SettingsFault.Zone);

        if (!Has(length))
        {
            return "";
        }

        char[] characters = new char[length];

        for (int i = 0; i < length; i++)
        {
            characters[i] = (char)_bytes[_at++];
        }

        string zone = new string(characters);

        if (length > 0 && ZoneRule.Read(zone) is null)
        {
            Refuse(SettingsFault.Zone);
        }

        return zone;
    }

    /// <summary>A length and a toy's name.</summary>
    internal string Name()
    {
        int length = Byte(ToyName.BytesMax, SettingsFault.Name);

        if (Has(length) && !ToyName.IsFit(_bytes, _at, length))
        {
            Refuse(SettingsFault.Name);
        }

        if (!IsWhole)
        {
            return "";
        }

        _at += length;
        return Encoding.UTF8.GetString(_bytes, _at - length, length);
    }

    /// <summary>Refuses what stands behind the end.</summary>
    internal void End()
    {
        if (_at != _bytes.Length)
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
        if (count > _bytes.Length - _at)
        {
            Refuse(SettingsFault.TooShort);
        }

        return IsWhole;
    }
}
