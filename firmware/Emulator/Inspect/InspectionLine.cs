using System;
using System.IO;
using System.Text;
using System.Text.Json;

namespace ToyGuard.Emulator.Inspect;

/// <summary>One JSON object on one line: what every inspection says, and what a reader adds. Plain ASCII, whatever the bytes were.</summary>
/// <remarks><c>{"file":…,"kind":…,"bytes":N,…,"read":true,…}</c> or <c>…,"read":false,"fault":NAME,"words":…,"offset":N}</c>; <c>"more":true</c> stands where a file goes on behind the bytes that were looked at.</remarks>
internal sealed class InspectionLine : IDisposable
{
    private readonly Stream _output;
    private readonly Utf8JsonWriter _json;
    private readonly int _length;

    /// <summary>Begins the line.</summary>
    public InspectionLine(Stream output, string kind, InspectedBytes bytes)
    {
        _output = output;
        _length = bytes.Bytes.Length;
        _json = new Utf8JsonWriter(output);
        _json.WriteStartObject();
        _json.WriteString("file", bytes.Name);
        _json.WriteString("kind", kind);
        _json.WriteNumber("bytes", _length);

        if (bytes.IsCut)
        {
            _json.WriteBoolean("more", true);
        }
    }

    /// <summary>It was read. What it says follows; always true, for the caller to return.</summary>
    public bool Read()
    {
        _json.WriteBoolean("read", true);
        return true;
    }

    /// <summary>It was refused: the fault's own name, its words, and where. Always false, for the caller to return.</summary>
    public bool Refuse(Enum fault, string words, int offset)
    {
        return Refuse(fault.ToString(), words, offset);
    }

    /// <summary>It ends before it is whole. A service would go on waiting; in a file nothing more comes.</summary>
    public bool RefuseCutShort()
    {
        return Refuse("CutShort", "It ends before it is whole.", _length);
    }

    /// <summary>Adds a text of our own, or one that a reader has found to be printable ASCII.</summary>
    public void Add(string name, string value)
    {
        _json.WriteString(name, value);
    }

    /// <summary>Adds bytes that a reader has found to be printable ASCII.</summary>
    public void Add(string name, byte[] source, int offset, int count)
    {
        Add(name, Encoding.ASCII.GetString(source, offset, count));
    }

    /// <summary>Adds a number.</summary>
    public void Add(string name, long value)
    {
        _json.WriteNumber(name, value);
    }

    /// <summary>Adds a yes or no.</summary>
    public void Add(string name, bool value)
    {
        _json.WriteBoolean(name, value);
    }

    /// <summary>Adds a list of texts.</summary>
    public void Add(string name, string[] values)
    {
        _json.WriteStartArray(name);
        Array.ForEach(values, _json.WriteStringValue);
        _json.WriteEndArray();
    }

    /// <summary>Ends the line.</summary>
    public void Dispose()
    {
        _json.WriteEndObject();
        _json.Dispose();
        _output.Write("\n"u8);
    }

    private bool Refuse(string fault, string words, int offset)
    {
        _json.WriteBoolean("read", false);
        _json.WriteString("fault", fault);
        _json.WriteString("words", words);
        _json.WriteNumber("offset", offset);
        return false;
    }
}
