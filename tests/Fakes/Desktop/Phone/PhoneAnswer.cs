using System;
using System.Linq;
using System.Text.Json;

namespace ToyGuard.Fakes;

/// <summary>What the device said to a sealed question.</summary>
public sealed class PhoneAnswer
{
    private readonly JsonElement _json;

    /// <summary>An answer that came, and was the device's.</summary>
    public PhoneAnswer(string text)
    {
        Text = text;
        using JsonDocument document = JsonDocument.Parse(text);
        _json = document.RootElement.Clone();
    }

    /// <summary>As it came.</summary>
    public string Text { get; }

    /// <summary>True when it was done.</summary>
    public bool IsOk
    {
        get { return _json.GetProperty("ok").GetBoolean(); }
    }

    /// <summary>Why it was not; empty when it was.</summary>
    public string Why
    {
        get { return _json.TryGetProperty("why", out JsonElement why) ? why.GetString()! : ""; }
    }

    /// <summary>All of it.</summary>
    public JsonElement Json
    {
        get { return _json; }
    }

    /// <summary>A text, or a number as text; fails when there is none.</summary>
    public string this[string member]
    {
        get
        {
            Assert.IsTrue(_json.TryGetProperty(member, out JsonElement value), "no " + member + " in " + Text);
            return value.ToString();
        }
    }

    /// <summary>Bytes in hex; fails when there are none.</summary>
    public byte[] BytesOf(string member)
    {
        return Convert.FromHexString(this[member]);
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        return Text;
    }
}
