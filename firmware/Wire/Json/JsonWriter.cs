using System;
using System.Text;

namespace ToyGuard.Wire.Json;

/// <summary>Writes one JSON text (RFC 8259) without white space into a range of bytes that does not grow.</summary>
/// <remarks>
/// When the range is too small the writer stops for good and <see cref="Length"/> stays 0, so half a value never passes for a whole one.
/// Calls that no JSON text can come of (a value without a name in an object, a second value at the top) are our own mistake and throw.
/// That names differ is for the caller to see to.
/// </remarks>
public sealed class JsonWriter
{
    /// <summary>Objects and arrays open at once: as many as <see cref="JsonReader"/> reads.</summary>
    public const int DepthMax = JsonReader.DepthMax;

    private readonly byte[] _buffer;
    private readonly int _start;
    private readonly int _end;
    private readonly bool[] _isObject = new bool[DepthMax];
    private int _at;
    private int _depth;
    private bool _needsComma;
    private bool _hasName;
    private bool _hasValue;

    /// <summary>A writer into all of <paramref name="buffer"/>.</summary>
    public JsonWriter(byte[] buffer)
        : this(buffer, 0, buffer.Length)
    {
    }

    /// <summary>A writer into <paramref name="count"/> bytes of <paramref name="buffer"/> from <paramref name="offset"/>.</summary>
    public JsonWriter(byte[] buffer, int offset, int count)
    {
        _buffer = buffer;
        _start = offset;
        _at = offset;
        _end = offset + count;
    }

    /// <summary>True once something did not fit. Nothing is written after that.</summary>
    public bool IsFull { get; private set; }

    /// <summary>True when exactly one whole value stands in the buffer.</summary>
    public bool IsComplete
    {
        get { return _hasValue && _depth == 0 && !IsFull; }
    }

    /// <summary>Bytes of the whole value; 0 as long as it is not whole.</summary>
    public int Length
    {
        get { return IsComplete ? _at - _start : 0; }
    }

    /// <summary>Opens an object.</summary>
    public void BeginObject()
    {
        Open(true);
    }

    /// <summary>Closes the innermost object.</summary>
    public void EndObject()
    {
        Close(true);
    }

    /// <summary>Opens an array.</summary>
    public void BeginArray()
    {
        Open(false);
    }

    /// <summary>Closes the innermost array.</summary>
    public void EndArray()
    {
        Close(false);
    }

    /// <summary>Writes the name that the next value has in its object.</summary>
    public void Name(string name)
    {
        Expect(_depth > 0 && _isObject[_depth - 1] && !_hasName);
        PutComma();
        PutText(name);
        Put((byte)':');
        _hasName = true;
        _needsComma = false;
    }

    /// <summary>Writes a string value. What UTF-8 cannot carry, or <see cref="JsonReader"/> would refuse, becomes U+FFFD.</summary>
    public void Text(string value)
    {
        BeforeValue();
        PutText(value);
        AfterValue();
    }

    /// <summary>Writes a whole number.</summary>
    public void Number(long value)
    {
        BeforeValue();
        PutAscii(value.ToString());
        AfterValue();
    }

    /// <summary>Writes true or false.</summary>
    public void Bool(bool value)
    {
        BeforeValue();
        PutAscii(value ? "true" : "false");
        AfterValue();
    }

    /// <summary>Writes null.</summary>
    public void Null()
    {
        BeforeValue();
        PutAscii("null");
        AfterValue();
    }

    private void Open(bool isObject)
    {
        Expect(_depth < DepthMax);
        BeforeValue();
        Put((byte)(isObject ? '{' : '['));
        _isObject[_depth] = isObject;
        _depth++;
        _hasName = false;
        _needsComma = false;
    }

    private void Close(bool isObject)
    {
        Expect(_depth > 0 && _isObject[_depth - 1] == isObject && !_hasName);
        Put((byte)(isObject ? '}' : ']'));
        _depth--;
        AfterValue();
    }

    private void BeforeValue()
    {
        Expect(_depth == 0 ? !_hasValue : _hasName == _isObject[_depth - 1]);
        PutComma();
    }

    private void AfterValue()
    {
        _hasValue = true;
        _hasName = false;
        _needsComma = true;
    }

    private static void Expect(bool isInOrder)
    {
        if (!isInOrder)
        {
            throw new InvalidOperationException();
        }
    }

    private void PutComma()
    {
        if (_needsComma)
        {
            Put((byte)',');
        }
    }

    private void PutText(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Put((byte)'"');

        for (int i = 0; i < bytes.Length; i++)
        {
            byte next = bytes[i];

            if (next == '"' || next == '\\')
            {
                Put((byte)'\\');
                Put(next);
            }
            else if (next == 0)
            {
                PutAscii("\\ufffd");
            }
            else if (next < 0x20)
            {
                PutAscii("\\u00");
                Put((byte)('0' + (next >> 4)));
                Put((byte)((next & 0x0F) < 10 ? '0' + (next & 0x0F) : 'a' + (next & 0x0F) - 10));
            }
            else
            {
                Put(next);
            }
        }

        Put((byte)'"');
    }

    private void PutAscii(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            Put((byte)text[i]);
        }
    }

    private void Put(byte value)
    {
        if (_at == _end)
        {
            IsFull = true;
        }

        if (!IsFull)
        {
            _buffer[_at] = value;
            _at++;
        }
    }
}
