using System.Text;

using ToyGuard.Core.Pairing;
using ToyGuard.Wire.Json;

namespace ToyGuard.Page.Door;

/// <summary>One question of a phone: an operation and its members, strings and whole numbers only. Strict: doubled, nested, missing and unknown members make it unfit.</summary>
/// <remarks>An operation takes its members one by one and then asks <see cref="IsFit"/>: true only when all that it took was there and fit, and nothing else.</remarks>
internal sealed class DoorQuestion
{
    /// <summary>Members besides the operation; none has more.</summary>
    internal const int MembersMax = 8;

    private readonly string[] _names = new string[MembersMax];
    private readonly string[] _texts = new string[MembersMax];
    private readonly long[] _numbers = new long[MembersMax];
    private readonly bool[] _isNumber = new bool[MembersMax];
    private readonly bool[] _isTaken = new bool[MembersMax];
    private int _count;
    private bool _isBad;

    /// <summary>What is asked for; empty when it cannot be read.</summary>
    internal string Op { get; private set; } = "";

    /// <summary>What it comes to, once a group has judged it.</summary>
    internal Operation Operation { get; set; }

    /// <summary>The toy that it names; 0 for none, or for all.</summary>
    internal int Toy
    {
        get
        {
            int at = Find("toy");
            return at >= 0 && _isNumber[at] && _numbers[at] > 0 && _numbers[at] <= byte.MaxValue ? (int)_numbers[at] : 0;
        }
    }

    /// <summary>True when every member that was taken was there and fit, and every member was taken.</summary>
    internal bool IsFit
    {
        get
        {
            bool isFit = !_isBad;

            for (int i = 0; i < _count; i++)
            {
                isFit = isFit && _isTaken[i];
            }

            return isFit;
        }
    }

    /// <summary>Reads a question; false for what is none.</summary>
    internal bool Read(byte[] plain, int count)
    {
        JsonReader reader = new JsonReader(plain, 0, count);
        Op = "";
        _count = 0;
        _isBad = false;
        Operation = Operation.None;

        if (reader.Read() != JsonToken.ObjectStart)
        {
            return false;
        }

        while (reader.Read() == JsonToken.Name)
        {
            if (!TakeMember(reader))
            {
                return false;
            }
        }

        return reader.Token == JsonToken.ObjectEnd && reader.Read() == JsonToken.End && Op.Length > 0;
    }

    /// <summary>True when there is a member of this name. It is not taken by that.</summary>
    internal bool Has(string name)
    {
        return Find(name) >= 0;
    }

    /// <summary>A whole number of a range; 0, and unfit, for anything else.</summary>
    internal long Whole(string name, long least, long most)
    {
        int at = Take(name);

        if (at < 0 || !_isNumber[at] || _numbers[at] < least || _numbers[at] > most)
        {
            _isBad = true;
            return 0;
        }

        return _numbers[at];
    }

    /// <summary>The same as an int.</summary>
    internal int Number(string name, int least, int most)
    {
        return (int)Whole(name, least, most);
    }

    /// <summary>A text of at most so many bytes in UTF-8; empty, and unfit, for anything else.</summary>
    internal string Text(string name, int bytesMax)
    {
        int at = Take(name);

        if (at < 0 || _isNumber[at] || Encoding.UTF8.GetBytes(_texts[at]).Length > bytesMax)
        {
            _isBad = true;
            return "";
        }

        return _texts[at];
    }

    /// <summary>Exactly so many bytes in small hex digits; all 0, and unfit, for anything else.</summary>
    internal byte[] Bytes(string name, int count)
    {
        string text = Text(name, 2 * count);
        byte[] bytes = new byte[count];
        bool isHex = text.Length == 2 * count;

        for (int i = 0; isHex && i < count; i++)
        {
            int high = HexText.ValueOf(text[2 * i]);
            int low = HexText.ValueOf(text[(2 * i) + 1]);
            isHex = high >= 0 && low >= 0;
            bytes[i] = (byte)((high << 4) | low);
        }

        _isBad |= !isHex;
        return bytes;
    }

    private bool TakeMember(JsonReader reader)
    {
        string name = reader.Text;
        JsonToken value = reader.Read();

        if (name == "op")
        {
            Op = value == JsonToken.Text ? reader.Text : "";
            return Op.Length > 0;
        }

        bool isNumber = value == JsonToken.Number && reader.IsWhole;

        if (_count == MembersMax || (value != JsonToken.Text && !isNumber))
        {
            return false;
        }

        _names[_count] = name;
        _texts[_count] = isNumber ? "" : reader.Text;
        _numbers[_count] = isNumber ? reader.Whole : 0;
        _isNumber[_count] = isNumber;
        _isTaken[_count] = false;
        _count++;
        return true;
    }

    private int Take(string name)
    {
        int at = Find(name);

        if (at >= 0)
        {
            _isTaken[at] = true;
        }

        return at;
    }

    private int Find(string name)
    {
        for (int i = 0; i < _count; i++)
        {
            if (_names[i] == name)
            {
                return i;
            }
        }

        return -1;
    }
}
