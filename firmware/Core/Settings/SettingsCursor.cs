using System.Text;

namespace ToyGuard.Core.Settings;

/// <summary>Goes through kept settings byte by byte. The first fault stays, and everything asked for after it is 0 or empty.</summary>
internal sealed class SettingsCursor
{
    private readonly byte[] _bytes;
    private int _at;

    internal SettingsCursor(byte[] bytes)
    {
        _bytes = bytes;
    }

    internal SettingsFault Fault { get; private set; }

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
        return Number(1, max, otherwise);
    }

    /// <summary>Two bytes, the lower one first, at most <paramref name="max"/>.</summary>
    internal int Pair(int max, SettingsFault otherwise)
    {
        return Number(2, max, otherwise);
    }

    /// <summary>Eight bytes, the lowest one first.</summary>
    internal long Print()
    {
        long print = 0;

        if (Has(SettingsCodec.PrintBytes))
        {
            for (int i = SettingsCodec.PrintBytes - 1; i >= 0; i--)
            {
                print = (print << 8) | _bytes[_at + i];
            }

            _at += SettingsCodec.PrintBytes;
        }

        return print;
    }

    /// <summary>A length and a toy's name.</summary>
    internal string Name()
    {
        int length = Byte(ToyName.BytesMax, SettingsFault.Name);
        string name = "";

        if (Has(length))
        {
            if (ToyName.IsFit(_bytes, _at, length))
            {
                name = Encoding.UTF8.GetString(_bytes, _at, length);
                _at += length;
            }
            else
            {
                Refuse(SettingsFault.Name);
            }
        }

        return name;
    }

    /// <summary>Refuses what stands behind the end.</summary>
    internal void End()
    {
        if (_at != _bytes.Length)
        {
            Refuse(SettingsFault.TooLong);
        }
    }

    private int Number(int size, int max, SettingsFault otherwise)
    {
        if (!Has(size))
        {
            return 0;
        }

        int number = size == 1 ? _bytes[_at] : _bytes[_at] | (_bytes[_at + 1] << 8);
        _at += size;

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
