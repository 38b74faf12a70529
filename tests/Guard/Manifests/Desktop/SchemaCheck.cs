using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ToyGuard.Guard.Tests.Manifests;

/// <summary>A small JSON Schema 2020-12 validator: the keywords that our schema uses, and an exception for any other.</summary>
/// <remarks>It answers only yes or no, which is what keeping the schema in step with the reader needs.</remarks>
internal sealed class SchemaCheck
{
    private static readonly HashSet<string> Silent = new() { "$schema", "$defs", "title", "description" };

    private readonly JsonElement _root;

    public SchemaCheck(string schema)
    {
        _root = JsonDocument.Parse(schema).RootElement;
    }

    public bool IsValid(JsonElement value)
    {
        return IsValid(_root, value);
    }

    private bool IsValid(JsonElement schema, JsonElement value)
    {
        return schema.EnumerateObject().All(keyword => IsKept(keyword.Name, keyword.Value, schema, value));
    }

    private bool IsKept(string keyword, JsonElement rule, JsonElement schema, JsonElement value)
    {
        bool isText = value.ValueKind == JsonValueKind.String;
        bool isNumber = value.ValueKind == JsonValueKind.Number;
        bool isArray = value.ValueKind == JsonValueKind.Array;
        bool isObject = value.ValueKind == JsonValueKind.Object;

        switch (keyword)
        {
            case "$ref":
                return IsValid(Referred(rule.GetString()!), value);
            case "type":
                return IsType(rule.GetString()!, value);
            case "const":
                return JsonElement.DeepEquals(rule, value);
            case "enum":
                return rule.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value));
            case "anyOf":
                return rule.EnumerateArray().Any(one => IsValid(one, value));
            case "if":
                return !IsValid(rule, value) || IsValid(schema.GetProperty("then"), value);
            case "then":
                return schema.TryGetProperty("if", out _);
            case "pattern":
                return !isText || IsMatch(rule.GetString()!, value.GetString()!);
            case "maxLength":
                return !isText || value.GetString()!.EnumerateRunes().Count() <= rule.GetInt32();
            case "minimum":
                return !isNumber || value.GetDouble() >= rule.GetDouble();
            case "maximum":
                return !isNumber || value.GetDouble() <= rule.GetDouble();
            case "minItems":
                return !isArray || value.GetArrayLength() >= rule.GetInt32();
            case "maxItems":
                return !isArray || value.GetArrayLength() <= rule.GetInt32();
            case "uniqueItems":
                return !isArray || !rule.GetBoolean() || AreUnique(value.EnumerateArray().ToList());
            case "contains":
                return !isArray || value.EnumerateArray().Any(item => IsValid(rule, item));
            case "items":
                return !isArray || value.EnumerateArray().All(item => IsValid(rule, item));
            case "required":
                return !isObject || rule.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _));
            case "properties":
                return !isObject || value.EnumerateObject().All(
                    member => !rule.TryGetProperty(member.Name, out JsonElement own) || IsValid(own, member.Value));
            case "additionalProperties":
                return rule.ValueKind == JsonValueKind.False
                    ? !isObject || value.EnumerateObject().All(member => schema.GetProperty("properties").TryGetProperty(member.Name, out _))
                    : throw new NotSupportedException(keyword);
            default:
                return Silent.Contains(keyword) ? true : throw new NotSupportedException(keyword);
        }
    }

    private JsonElement Referred(string reference)
    {
        const string Prefix = "#/$defs/";
        return reference.StartsWith(Prefix, StringComparison.Ordinal)
            ? _root.GetProperty("$defs").GetProperty(reference[Prefix.Length..])
            : throw new NotSupportedException(reference);
    }

    private static bool IsType(string type, JsonElement value)
    {
        return type switch
        {
            "string" => value.ValueKind == JsonValueKind.String,
            "array" => value.ValueKind == JsonValueKind.Array,
            "object" => value.ValueKind == JsonValueKind.Object,
            // 443.0 is an integer to a schema.
            "integer" => value.ValueKind == JsonValueKind.Number && Math.Floor(value.GetDouble()) == value.GetDouble(),
            _ => throw new NotSupportedException(type),
        };
    }

    private static bool IsMatch(string pattern, string text)
    {
        // The end of a pattern is the end of the text in a schema; in .NET a line break may still follow.
        string dotNet = pattern.EndsWith('$') ? pattern[..^1] + "\\z" : pattern;
        return Regex.IsMatch(text, dotNet, RegexOptions.CultureInvariant);
    }

    private static bool AreUnique(List<JsonElement> items)
    {
        return !items.Where((item, i) => items.Take(i).Any(other => JsonElement.DeepEquals(item, other))).Any();
    }
}
