using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace ToyGuard.Maker.Boards;

/// <summary>Reads members of an object that has exactly the members that are asked for. Everything wrong is kept as a line; a missing value reads as nothing.</summary>
internal sealed class StrictJson
{
    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly string _where;
    private readonly List<string> _faults;

    public StrictJson(JsonElement element, string where, List<string> faults)
    {
        _where = where;
        _faults = faults;

        if (element.ValueKind != JsonValueKind.Object)
        {
            faults.Add($"{where}: is no object");
            return;
        }

        foreach (JsonProperty member in element.EnumerateObject())
        {
            if (!_members.TryAdd(member.Name, member.Value))
            {
                faults.Add($"{where}: {member.Name} stands there twice");
            }
        }
    }

    /// <summary>A text that is not empty; empty when there is none.</summary>
    public string Text(string name)
    {
        JsonElement value = Of(name, JsonValueKind.String);
        string text = value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

        if (value.ValueKind == JsonValueKind.String && text.Trim().Length == 0)
        {
            _faults.Add($"{_where}: {name} is empty");
        }

        return text;
    }

    /// <summary>A text, or null where null stands.</summary>
    public string? TextOrNull(string name)
    {
        return _members.TryGetValue(name, out JsonElement value) && value.ValueKind == JsonValueKind.Null && _asked.Add(name) ? null : Text(name);
    }

    /// <summary>A whole number from <paramref name="lowest"/>; -1 when there is none.</summary>
    public int Number(string name, int lowest)
    {
        JsonElement value = Of(name, JsonValueKind.Number);

        if (value.ValueKind != JsonValueKind.Number)
        {
            return -1;
        }

        if (!value.TryGetInt32(out int number) || number < lowest)
        {
            _faults.Add($"{_where}: {name} is no whole number from {lowest}");
            return -1;
        }

        return number;
    }

    /// <summary>true or false.</summary>
    public bool Flag(string name, bool isOptional = false)
    {
        _asked.Add(name);

        if (!_members.TryGetValue(name, out JsonElement value))
        {
            if (!isOptional)
            {
                _faults.Add($"{_where}: {name} is missing");
            }

            return false;
        }

        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            _faults.Add($"{_where}: {name} is neither true nor false");
            return false;
        }

        return value.GetBoolean();
    }

    /// <summary>The elements of a list.</summary>
    public JsonElement[] List(string name)
    {
        JsonElement value = Of(name, JsonValueKind.Array);
        return value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [];
    }

    /// <summary>An object of its own.</summary>
    public StrictJson Object(string name)
    {
        return new StrictJson(Of(name, JsonValueKind.Object), $"{_where}.{name}", _faults);
    }

    /// <summary>The names of all members, for an object that is a table.</summary>
    public string[] Names()
    {
        return [.. _members.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>Says which members nobody asked for. Call it last.</summary>
    public void End()
    {
        foreach (string name in Names().Where(n => !_asked.Contains(n)))
        {
            _faults.Add($"{_where}: {name} is known to nobody");
        }
    }

    private JsonElement Of(string name, JsonValueKind kind)
    {
        _asked.Add(name);

        if (!_members.TryGetValue(name, out JsonElement value))
        {
            _faults.Add($"{_where}: {name} is missing");
            return default;
        }

        if (value.ValueKind != kind)
        {
            _faults.Add($"{_where}: {name} is {value.ValueKind}, not {kind}");
            return default;
        }

        return value;
    }
}
