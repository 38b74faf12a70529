using System;
using System.Collections.Generic;
using System.Text;
using System.Text.RegularExpressions;

namespace ToyGuard.NanoCheck.Api;

/// <summary>Writes a listing as C# declarations that a compiler turns into a reference assembly.</summary>
/// <remarks>
/// Bodies throw: nothing here ever runs. What a listing leaves out but a compiler asks for is put in: explicit implementations
/// of interface members that the type has no public member for, a constructor that nobody outside reaches where none is public,
/// and a field in each struct, without which a struct that was never assigned would pass for assigned.
/// </remarks>
public sealed partial class ApiSource
{
    private readonly Dictionary<string, ApiType> _all;
    private readonly Dictionary<string, ApiType> _byDisplay = new();
    private readonly StringBuilder _text = new();

    private ApiSource(Dictionary<string, ApiType> all)
    {
        _all = all;

        foreach (ApiType type in all.Values)
        {
            _byDisplay[type.Display] = type;
        }
    }

    /// <summary>The source of <paramref name="listing"/>; <paramref name="all"/> holds the types of every assembly that it may name.</summary>
    public static string Write(ApiListing listing, Dictionary<string, ApiType> all)
    {
        ApiSource source = new(all);

        foreach (ApiType type in listing.Types.Values)
        {
            if (source.Outer(type) is null)
            {
                source.WriteTop(listing, type);
            }
        }

        return source._text.ToString();
    }

    private ApiType? Outer(ApiType type)
    {
        int dot = type.Name.LastIndexOf('.');
        return dot > 0 && _all.TryGetValue(type.Name[..dot], out ApiType? outer) ? outer : null;
    }

    private void WriteTop(ApiListing listing, ApiType type)
    {
        _text.Append("namespace ").Append(type.Name[..type.Name.LastIndexOf('.')]).Append("\n{\n");
        WriteType(listing, type);
        _text.Append("}\n");
    }

    private void WriteType(ApiListing listing, ApiType type)
    {
        string signature = type.Signature;

        // Attributes and Obsolete are the only things that stand around a type's own words.
        int kindAt = Math.Max(signature.IndexOf("] ", StringComparison.Ordinal) + 1, 0);
        string attributes = signature[0] == '[' ? signature[..kindAt] : Obsolete(signature);
        _text.Append(attributes).Append(" public ");

        if (type.Has("delegate"))
        {
            string head = signature[(signature.IndexOf("delegate ", StringComparison.Ordinal) + 9)..];
            _text.Append("delegate ").Append(Unmarked(head.Replace(type.Display + "(", SimpleName(type.Display) + "(", StringComparison.Ordinal)))
                .Append(";\n");
            return;
        }

        string kind = Kind(type);

        foreach (string modifier in new[] { "static", "abstract", "sealed", "readonly", "ref" })
        {
            if (type.Has(modifier) && kind != "interface" && kind != "enum")
            {
                _text.Append(modifier).Append(' ');
            }
        }

        _text.Append(kind).Append(' ').Append(SimpleName(Cased(type)));
        WriteBases(type);
        _text.Append("\n{\n");

        foreach (ApiMember member in type.Members)
        {
            WriteMember(type, kind, member);
        }

        if (kind == "struct")
        {
            _text.Append(type.Has("readonly") ? "private readonly int _field;\n" : "private int _field;\n");
        }
        else if (kind == "class" && !type.Has("static") && !type.Members.Exists(static m => m.Name == "#ctor"))
        {
            _text.Append("internal ").Append(SimpleName(Cased(type))).Append("() {}\n");
        }

        if (kind is "class" or "struct")
        {
            WriteExplicitMembers(type);
        }

        foreach (ApiType nested in listing.Types.Values)
        {
            if (Outer(nested) == type)
            {
                WriteType(listing, nested);
            }
        }

        _text.Append("}\n");
    }

    private void WriteBases(ApiType type)
    {
        string separator = " : ";

        foreach (string name in type.Bases)
        {
            if (name is not ("object" or "int") || type.Has("enum"))
            {
                _text.Append(separator).Append(name);
                separator = ", ";
            }
        }
    }

    private void WriteMember(ApiType type, string kind, ApiMember member)
    {
        if (type.Has("delegate") || (kind == "struct" && member.Signature.Contains("[implicit]", StringComparison.Ordinal)))
        {
            return;
        }

        string text = OwnName(type, member);

        if (kind == "enum")
        {
            _text.Append(Obsolete(member.Signature)).Append(Unmarked(text)).Append(",\n");
            return;
        }

        text = Unmarked(text);
        bool isAnnotated = Annotated().IsMatch(text);
        bool isOpen = kind == "interface" || text.Contains(" abstract ", StringComparison.Ordinal);

        _text.Append(isAnnotated ? "#nullable enable annotations\n" : "").Append(Obsolete(member.Signature)).Append(' ');

        switch (member.Kind)
        {
            case 'F':
                _text.Append(Constant(text)).Append(";\n");
                break;

            case 'E':
                int handler = text.LastIndexOf(' ');
                int handlerType = text.LastIndexOf(' ', handler - 1);
                _text.Append(text[..(handlerType + 1)]).Append("event ").Append(text[(handlerType + 1)..])
                    .Append(isOpen ? ";\n" : " { add => throw null; remove => throw null; }\n");
                break;

            case 'P':
                // The compiler knows an indexer by the name in its ID, as in String.Chars.
                if (text.Contains("this[", StringComparison.Ordinal) && member.Name != "Item")
                {
                    _text.Append("[System.Runtime.CompilerServices.IndexerName(\"").Append(member.Name).Append("\")] ");
                }

                text = HiddenAccessor().Replace(text, "");
                _text.Append(isOpen ? text : text.Replace("get;", "get => throw null;", StringComparison.Ordinal)
                    .Replace("set;", "set => throw null;", StringComparison.Ordinal)).Append('\n');
                break;

            default:
                _text.Append(text).Append(isOpen ? ";\n" : member.Name == "#ctor" ? " {}\n" : " => throw null;\n");
                break;
        }

        _text.Append(isAnnotated ? "#nullable restore\n" : "");
    }

    // "public string System.String.Trim()" declares "public string Trim()".
    private static string OwnName(ApiType type, ApiMember member)
    {
        string own = member.Name switch
        {
            "#ctor" => SimpleName(Cased(type)) + "(",
            "op_Implicit" => "implicit operator ",
            "op_Explicit" => "explicit operator ",
            _ when member.Name.StartsWith("op_", StringComparison.Ordinal) => "operator ",
            _ when member.Kind == 'P' && member.Signature.Contains(".this[", StringComparison.Ordinal) => "this[",
            _ when member.Kind == 'M' => member.Name + "(",
            _ => member.Name,
        };

        string full = type.Display + "." + own;
        int at = member.Signature.IndexOf(full, StringComparison.Ordinal);

        // A return type may begin with the same words: the member's own name is followed by a space, an accessor or the end.
        while (at > 0 && member.Signature[at - 1] != ' ')
        {
            at = member.Signature.IndexOf(full, at + 1, StringComparison.Ordinal);
        }

        if (at < 0)
        {
            throw new FormatException(member.Id + ": the signature does not hold " + full);
        }

        string text = string.Concat(member.Signature.AsSpan(0, at), own, member.Signature.AsSpan(at + full.Length));
        return text.Replace(type.Display + ".implicit ", "implicit ", StringComparison.Ordinal);
    }

    private void WriteExplicitMembers(ApiType type)
    {
        HashSet<string> own = new();

        for (ApiType? at = type; at is not null; at = BaseClass(at))
        {
            foreach (ApiMember member in at.Members)
            {
                own.Add(member.Tail);
            }

            if (at != type)
            {
                // What a base class implements, this one need not.
                foreach (ApiType inherited in Interfaces(at))
                {
                    inherited.Members.ForEach(m => own.Add(m.Tail));
                }
            }
        }

        foreach (ApiType wanted in Interfaces(type))
        {
            foreach (ApiMember member in wanted.Members)
            {
                if (!own.Contains(member.Tail))
                {
                    string text = Unmarked(member.Signature);
                    _text.Append(member.Kind == 'P'
                        ? text.Replace("get;", "get => throw null;", StringComparison.Ordinal).Replace("set;", "set => throw null;", StringComparison.Ordinal)
                        : text + " => throw null;").Append('\n');
                }
            }
        }
    }

    private ApiType? BaseClass(ApiType type)
    {
        return type.Bases.Count > 0 && _byDisplay.TryGetValue(type.Bases[0], out ApiType? first) && !first.Has("interface") ? first : null;
    }

    private HashSet<ApiType> Interfaces(ApiType type)
    {
        HashSet<ApiType> found = new();
        Queue<ApiType> left = new();
        left.Enqueue(type);

        while (left.Count > 0)
        {
            foreach (string name in left.Dequeue().Bases)
            {
                if (_byDisplay.TryGetValue(name, out ApiType? known) && known.Has("interface") && found.Add(known))
                {
                    left.Enqueue(known);
                }
            }
        }

        return found;
    }

    // Constants print as values: a float needs its letter, and what is not a number needs a sum.
    private static string Constant(string text)
    {
        if (!text.Contains(" const float ", StringComparison.Ordinal) && !text.Contains(" const double ", StringComparison.Ordinal))
        {
            return text;
        }

        int equals = text.IndexOf(" = ", StringComparison.Ordinal) + 3;
        string letter = text.Contains(" float ", StringComparison.Ordinal) ? "f" : "d";
        string value = text[equals..] switch
        {
            "NaN" => "0" + letter + " / 0" + letter,
            "Infinity" => "1" + letter + " / 0" + letter,
            "-Infinity" => "-1" + letter + " / 0" + letter,
            string number => number + letter,
        };

        return text[..equals] + value;
    }

    private static string Kind(ApiType type)
    {
        foreach (string kind in new[] { "class", "interface", "enum", "struct" })
        {
            if (type.Has(kind))
            {
                return kind;
            }
        }

        return type.Name is "System.Object" or "System.String" ? "class" : "struct";
    }

    // string is declared as class String.
    private static string Cased(ApiType type)
    {
        return type.Display.Contains('.', StringComparison.Ordinal) ? type.Display : type.Name;
    }

    private static string SimpleName(string display)
    {
        int bracket = display.IndexOf('<', StringComparison.Ordinal);
        string head = bracket < 0 ? display : display[..bracket];
        return display[(head.LastIndexOf('.') + 1)..];
    }

    private static string Unmarked(string signature)
    {
        return Mark().Replace(signature, "").Replace(" extern ", " ", StringComparison.Ordinal);
    }

    private static string Obsolete(string signature)
    {
        return signature.EndsWith("[Obsolete]", StringComparison.Ordinal) ? "[System.Obsolete]" : "";
    }

    [GeneratedRegex(@" \[(extern/native|Obsolete|implicit)\]")]
    private static partial Regex Mark();

    [GeneratedRegex(@"\w\? ")]
    private static partial Regex Annotated();

    [GeneratedRegex("(private|internal) [gs]et; ")]
    private static partial Regex HiddenAccessor();
}
