using System;
using System.Text;

namespace ToyGuard.Wire.Json;

/// <summary>One string (RFC 8259, 7) without its quotes and escapes, as UTF-8 (RFC 3629). Reused.</summary>
internal sealed class JsonText
{
    private readonly byte[] _bytes = new byte[JsonReader.TextMax];

    /// <summary>Bytes read; whoever sees a read fail clears them.</summary>
    internal int Length { get; private set; }

    internal JsonFault Fault { get; private set; }

    internal int FaultOffset { get; private set; }

    internal void Clear()
    {
        Length = 0;
    }

    /// <summary>Takes bytes that need no reading, such as a number's. Not more than <see cref="JsonReader.TextMax"/>.</summary>
    internal void Take(byte[] buffer, int from, int to)
    {
        Length = to - from;
        Array.Copy(buffer, from, _bytes, 0, Length);
    }

    internal bool IsSame(JsonText other)
    {
        if (Length != other.Length)
        {
            return false;
        }

        for (int i = 0; i < Length; i++)
        {
            if (_bytes[i] != other._bytes[i])
            {
                return false;
            }
        }

        return true;
    }

    internal bool IsSame(string ascii)
    {
        if (Length != ascii.Length)
        {
            return false;
        }

        for (int i = 0; i < Length; i++)
        {
            if (_bytes[i] != ascii[i])
            {
                return false;
            }
        }

        return true;
    }

    internal int Hash()
    {
        // FNV-1a. Equal hashes are compared byte by byte, so it need not withstand anybody.
        int hash = -2128831035;

        for (int i = 0; i < Length; i++)
        {
            hash = (hash ^ _bytes[i]) * 16777619;
        }

        return hash;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        return Encoding.UTF8.GetString(_bytes, 0, Length);
    }

    /// <summary>Reads from the byte after the opening quote.</summary>
    /// <returns>Index of the byte after the closing quote; -1 when there is none, with <see cref="Fault"/> None when only the end is missing.</returns>
    internal int Read(byte[] buffer, int at, int end)
    {
        Length = 0;
        Fault = JsonFault.None;

        while (at < end)
        {
            byte next = buffer[at];

            if (next == '"')
            {
                return at + 1;
            }

            int scalar;
            int size;

            if (next == '\\')
            {
                size = ReadEscape(buffer, at, end, out scalar);
            }
            else if (next < 0x20)
            {
                return Refuse(JsonFault.ControlInText, at);
            }
            else
            {
                size = ReadScalar(buffer, at, end, out scalar);
            }

            if (size < 0)
            {
                return -1;
            }

            int needed = scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4;

            if (Length + needed > JsonReader.TextMax)
            {
                return Refuse(JsonFault.TextTooLong, at);
            }

            Put(scalar, needed);
            at += size;
        }

        return -1;
    }

    // RFC 3629, 4. Bytes of the character, or -1.
    private int ReadScalar(byte[] buffer, int at, int end, out int scalar)
    {
        byte first = buffer[at];
        scalar = first;

        if (first < 0x80)
        {
            return 1;
        }

        int size;
        int secondMin = 0x80;
        int secondMax = 0xBF;

        if (first >= 0xC2 && first <= 0xDF)
        {
            size = 2;
            scalar = first & 0x1F;
        }
        else if (first >= 0xE0 && first <= 0xEF)
        {
            size = 3;
            scalar = first & 0x0F;
            // Below: overlong. Above: a surrogate.
            secondMin = first == 0xE0 ? 0xA0 : 0x80;
            secondMax = first == 0xED ? 0x9F : 0xBF;
        }
        else if (first >= 0xF0 && first <= 0xF4)
        {
            size = 4;
            scalar = first & 0x07;
            // Below: overlong. Above: past U+10FFFF.
            secondMin = first == 0xF0 ? 0x90 : 0x80;
            secondMax = first == 0xF4 ? 0x8F : 0xBF;
        }
        else
        {
            return Refuse(JsonFault.BadUtf8, at);
        }

        for (int i = 1; i < size; i++)
        {
            if (at + i == end)
            {
                return -1;
            }

            byte next = buffer[at + i];

            if (next < (i == 1 ? secondMin : 0x80) || next > (i == 1 ? secondMax : 0xBF))
            {
                return Refuse(JsonFault.BadUtf8, at);
            }

            scalar = (scalar << 6) | (next & 0x3F);
        }

        return size;
    }

    private void Put(int scalar, int size)
    {
        for (int i = size - 1; i > 0; i--)
        {
            _bytes[Length + i] = (byte)(0x80 | (scalar & 0x3F));
            scalar >>= 6;
        }

        _bytes[Length] = (byte)((size == 1 ? 0 : size == 2 ? 0xC0 : size == 3 ? 0xE0 : 0xF0) | scalar);
        Length += size;
    }

    // RFC 8259, 7. Bytes of the escape, a pair of surrogates counted as one, or -1.
    private int ReadEscape(byte[] buffer, int at, int end, out int scalar)
    {
        scalar = 0;

        if (at + 1 == end)
        {
            return -1;
        }

        switch (buffer[at + 1])
        {
            case (byte)'"':
            case (byte)'\\':
            case (byte)'/':
                scalar = buffer[at + 1];
                return 2;
            case (byte)'b':
                scalar = '\b';
                return 2;
            case (byte)'f':
                scalar = '\f';
                return 2;
            case (byte)'n':
                scalar = '\n';
                return 2;
            case (byte)'r':
                scalar = '\r';
                return 2;
            case (byte)'t':
                scalar = '\t';
                return 2;
            case (byte)'u':
                break;
            default:
                return Refuse(JsonFault.BadEscape, at);
        }

        scalar = ReadHex(buffer, at + 2, end, at);

        if (scalar < 0)
        {
            return -1;
        }

        if (scalar == 0)
        {
            return Refuse(JsonFault.NulInText, at);
        }

        if (scalar < 0xD800 || scalar > 0xDFFF)
        {
            return 6;
        }

        if (scalar > 0xDBFF)
        {
            return Refuse(JsonFault.LoneSurrogate, at);
        }

        int low = ReadLowSurrogate(buffer, at, end);

        if (low < 0)
        {
            return -1;
        }

        scalar = 0x10000 + ((scalar - 0xD800) << 10) + (low - 0xDC00);
        return 12;
    }

    // The second half of the pair whose first half stands at index high.
    private int ReadLowSurrogate(byte[] buffer, int high, int end)
    {
        for (int i = 6; i < 8; i++)
        {
            if (high + i == end)
            {
                return -1;
            }

            if (buffer[high + i] != (i == 6 ? '\\' : 'u'))
            {
                return Refuse(JsonFault.LoneSurrogate, high);
            }
        }

        int low = ReadHex(buffer, high + 8, end, high + 6);

        if (low >= 0 && (low < 0xDC00 || low > 0xDFFF))
        {
            return Refuse(JsonFault.LoneSurrogate, high);
        }

        return low;
    }

    private int ReadHex(byte[] buffer, int at, int end, int escape)
    {
        int value = 0;

        for (int i = 0; i < 4; i++)
        {
            if (at + i == end)
            {
                return -1;
            }

            byte next = buffer[at + i];
            int digit = JsonNumber.IsDigit(next) ? next - '0'
                : next >= 'a' && next <= 'f' ? next - 'a' + 10
                : next >= 'A' && next <= 'F' ? next - 'A' + 10
                : -1;

            if (digit < 0)
            {
                return Refuse(JsonFault.BadEscape, escape);
            }

            value = (value << 4) | digit;
        }

        return value;
    }

    private int Refuse(JsonFault fault, int offset)
    {
        Fault = fault;
        FaultOffset = offset;
        return -1;
    }
}
