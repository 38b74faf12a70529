namespace ToyGuard.Wire.Json;

/// <summary>Reads one JSON text (RFC 8259) token by token, in the only way it can be read. Never throws on input, never looks past its range.</summary>
/// <remarks>
/// Narrower than the RFC on purpose, because two readers that disagree about a settings file are a hole: no duplicate names,
/// no U+0000, no lone surrogates, no byte order mark, and bounds on depth, members and lengths.
/// The bytes must not change while they are read. When the input ended too early, read again from the start with more of it.
/// A line ends with a line feed; a reader of the faults counts lines as an editor does.
/// </remarks>
public sealed class JsonReader
{
    /// <summary>Objects and arrays open at once. A manifest needs five.</summary>
    public const int DepthMax = 16;

    /// <summary>Bytes of one string as UTF-8 after unescaping, or of one number as written. The longest link a manifest may hold is far below.</summary>
    public const int TextMax = 1024;

    /// <summary>Members of one object. Every pair of them is compared, so this bounds time as well as memory.</summary>
    public const int NamesMax = 64;

    private readonly byte[] _buffer;
    private readonly int _start;
    private readonly int _end;
    private readonly bool[] _isObject = new bool[DepthMax];
    private readonly int[] _firstName = new int[DepthMax];
    private readonly JsonText _text = new();
    private readonly JsonNumber _number = new();
    private readonly JsonNames _names = new();
    private string? _string;
    private int _at;
    private int _depth;
    private Expect _expect = Expect.Value;

    /// <summary>A reader at the start of <paramref name="count"/> bytes from <paramref name="offset"/>.</summary>
    public JsonReader(byte[] buffer, int offset, int count)
    {
        _buffer = buffer;
        _start = offset;
        _at = offset;
        _end = offset + count;
        Offset = offset;
    }

    // What may come next, white space aside.
    private enum Expect : byte
    {
        Value,
        ValueOrEnd,
        Name,
        NameOrEnd,
        Colon,
        CommaOrEnd,
        Nothing,
    }

    /// <summary>None while tokens come, Complete once End was read, NeedMore when the input ended inside the value, else Refused.</summary>
    public ReadStatus Status { get; private set; }

    /// <summary>Why the input is refused.</summary>
    public JsonFault Fault { get; private set; }

    /// <summary>Index in the buffer of the last token's first byte, or of the byte that is wrong.</summary>
    public int Offset { get; private set; }

    /// <summary>Line of <see cref="Offset"/>, counted from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>What <see cref="Read"/> returned last.</summary>
    public JsonToken Token { get; private set; }

    /// <summary>Objects and arrays open after the last token.</summary>
    public int Depth
    {
        get { return _depth; }
    }

    /// <summary>The last name or string without its escapes, or the last number as it was written. Empty after other tokens.</summary>
    public string Text
    {
        get
        {
            _string ??= _text.ToString();
            return _string;
        }
    }

    /// <summary>True when the last number is written without point and exponent and fits a long.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>The last number's value when <see cref="IsWhole"/>, else 0.</summary>
    public long Whole { get; private set; }

    /// <summary>Compares <see cref="Text"/> with <paramref name="ascii"/> without making a string.</summary>
    public bool IsText(string ascii)
    {
        return _text.IsSame(ascii);
    }

    /// <summary>The next token; None once the input was refused or ended too early, End again and again after the end.</summary>
    public JsonToken Read()
    {
        if (Status == ReadStatus.None)
        {
            _text.Clear();
            _string = null;
            IsWhole = false;
            Whole = 0;
            Token = Next();
        }

        return Token;
    }

    /// <summary>Reads to the end of the value that begins with the last token, or that the last name stands before.</summary>
    /// <returns>False when the input was refused or ended before that.</returns>
    public bool Skip()
    {
        if (Token == JsonToken.Name)
        {
            Read();
        }

        if (Token == JsonToken.ObjectStart || Token == JsonToken.ArrayStart)
        {
            int outside = _depth - 1;

            while (_depth > outside && Read() != JsonToken.None)
            {
            }
        }

        return Token != JsonToken.None;
    }

    private JsonToken Next()
    {
        while (true)
        {
            SkipSpace();
            Offset = _at;

            if (_at == _end)
            {
                Status = _expect == Expect.Nothing ? ReadStatus.Complete : ReadStatus.NeedMore;
                return _expect == Expect.Nothing ? JsonToken.End : JsonToken.None;
            }

            byte next = _buffer[_at];

            switch (_expect)
            {
                case Expect.Value:
                    return ReadValue(next);

                case Expect.ValueOrEnd:
                    return next == ']' ? Close() : ReadValue(next);

                case Expect.Name:
                    return ReadName(next);

                case Expect.NameOrEnd:
                    return next == '}' ? Close() : ReadName(next);

                case Expect.Colon:
                    if (next != ':')
                    {
                        return Refuse(JsonFault.ColonExpected, _at);
                    }

                    _at++;
                    _expect = Expect.Value;
                    break;

                case Expect.CommaOrEnd:
                    bool isObject = _isObject[_depth - 1];

                    if (next == (isObject ? '}' : ']'))
                    {
                        return Close();
                    }

                    if (next != ',')
                    {
                        return Refuse(JsonFault.CommaOrEndExpected, _at);
                    }

                    _at++;
                    _expect = isObject ? Expect.Name : Expect.Value;
                    break;

                default:
                    return Refuse(JsonFault.TrailingBytes, _at);
            }
        }
    }

    private void SkipSpace()
    {
        while (_at < _end)
        {
            byte next = _buffer[_at];

            if (next == '\n')
            {
                Line++;
            }
            else if (next != ' ' && next != '\t' && next != '\r')
            {
                return;
            }

            _at++;
        }
    }

    private JsonToken ReadValue(byte first)
    {
        switch (first)
        {
            case (byte)'{':
                return Open(true);
            case (byte)'[':
                return Open(false);
            case (byte)'"':
                return ReadText(JsonToken.Text);
            case (byte)'t':
                return ReadLiteral("true", JsonToken.True);
            case (byte)'f':
                return ReadLiteral("false", JsonToken.False);
            case (byte)'n':
                return ReadLiteral("null", JsonToken.Null);
            default:
                break;
        }

        if (first == '-' || JsonNumber.IsDigit(first))
        {
            return ReadNumber();
        }

        bool isMark = first == 0xEF && _at == _start && _end - _at >= 3 && _buffer[_at + 1] == 0xBB && _buffer[_at + 2] == 0xBF;
        return Refuse(isMark ? JsonFault.ByteOrderMark : JsonFault.ValueExpected, _at);
    }

    private JsonToken Open(bool isObject)
    {
        if (_depth == DepthMax)
        {
            return Refuse(JsonFault.TooDeep, _at);
        }

        _isObject[_depth] = isObject;
        _firstName[_depth] = _names.Count;
        _depth++;
        _at++;
        _expect = isObject ? Expect.NameOrEnd : Expect.ValueOrEnd;
        return isObject ? JsonToken.ObjectStart : JsonToken.ArrayStart;
    }

    private JsonToken Close()
    {
        _depth--;
        _at++;
        _names.ForgetFrom(_firstName[_depth]);
        return AfterValue(_isObject[_depth] ? JsonToken.ObjectEnd : JsonToken.ArrayEnd);
    }

    private JsonToken AfterValue(JsonToken token)
    {
        _expect = _depth == 0 ? Expect.Nothing : Expect.CommaOrEnd;
        return token;
    }

    private JsonToken ReadLiteral(string word, JsonToken token)
    {
        for (int i = 0; i < word.Length; i++)
        {
            if (_at + i == _end)
            {
                return RunOut();
            }

            if (_buffer[_at + i] != word[i])
            {
                return Refuse(JsonFault.BadLiteral, _at);
            }
        }

        _at += word.Length;
        return AfterValue(token);
    }

    private JsonToken ReadName(byte first)
    {
        if (first != '"')
        {
            return Refuse(JsonFault.NameExpected, _at);
        }

        int offset = _at;

        if (ReadText(JsonToken.Name) == JsonToken.None)
        {
            return JsonToken.None;
        }

        JsonFault fault = _names.Add(_text, _buffer, offset, _end, _firstName[_depth - 1]);

        if (fault != JsonFault.None)
        {
            return Refuse(fault, offset);
        }

        _expect = Expect.Colon;
        return JsonToken.Name;
    }

    private JsonToken ReadText(JsonToken token)
    {
        int past = _text.Read(_buffer, _at + 1, _end);

        if (past < 0)
        {
            _text.Clear();
            return _text.Fault == JsonFault.None ? RunOut() : Refuse(_text.Fault, _text.FaultOffset);
        }

        _at = past;
        return AfterValue(token);
    }

    private JsonToken ReadNumber()
    {
        int past = _number.Read(_buffer, _at, _end);

        if (past < 0)
        {
            return _number.IsBad ? Refuse(JsonFault.BadNumber, _at) : RunOut();
        }

        if (past - _at > TextMax)
        {
            return Refuse(JsonFault.TextTooLong, _at);
        }

        _text.Take(_buffer, _at, past);
        IsWhole = _number.IsWhole;
        Whole = _number.Whole;
        _at = past;
        return AfterValue(JsonToken.Number);
    }

    private JsonToken RunOut()
    {
        Status = ReadStatus.NeedMore;
        Offset = _end;
        return JsonToken.None;
    }

    private JsonToken Refuse(JsonFault fault, int offset)
    {
        Status = ReadStatus.Refused;
        Fault = fault;
        Offset = offset;
        return JsonToken.None;
    }
}
