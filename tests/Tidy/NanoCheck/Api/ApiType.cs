using System;
using System.Collections.Generic;

namespace ToyGuard.NanoCheck.Api;

/// <summary>One type of a listing with all its public and protected members.</summary>
public sealed class ApiType
{
    /// <summary>A type as its line in a listing says it: a kind, a name, modifiers in braces, bases after a colon.</summary>
    public ApiType(string name, string signature)
    {
        Name = name;
        Signature = signature;
        Display = ReadDisplay(signature);
        Bases = ReadBases(signature);
    }

    /// <summary>The documentation ID without its T:, as in System.Action`1.</summary>
    public string Name { get; }

    /// <summary>The rest of the type's line.</summary>
    public string Signature { get; }

    /// <summary>The name as signatures write it: string for System.String, System.Action&lt;T&gt; for System.Action`1.</summary>
    public string Display { get; }

    /// <summary>Base class and interfaces, by the names that signatures use.</summary>
    public IReadOnlyList<string> Bases { get; }

    /// <summary>The members in the order of the listing.</summary>
    public List<ApiMember> Members { get; } = new();

    /// <summary>True where <paramref name="word"/> stands among the words before the name, as in struct, or among the modifiers in braces.</summary>
    public bool Has(string word)
    {
        int end = Signature.IndexOf(" : ", StringComparison.Ordinal);
        string head = end < 0 ? Signature : Signature[..end];
        return Array.IndexOf(head.Split(' ', '{', '}'), word) >= 0;
    }

    private static string ReadDisplay(string signature)
    {
        if (signature.StartsWith("delegate ", StringComparison.Ordinal))
        {
            string head = signature[..signature.IndexOf('(')];
            return head[NameStart(head)..];
        }

        foreach (string kind in new[] { "class ", "interface ", "enum ", "struct " })
        {
            int at = signature.IndexOf(kind, StringComparison.Ordinal);

            if (at >= 0)
            {
                string rest = signature[(at + kind.Length)..];
                int end = rest.IndexOfAny(new[] { ' ', '{' });
                return end < 0 ? rest : rest[..end];
            }
        }

        // A type that C# has a word for is listed by that word alone.
        int space = signature.IndexOf(' ');
        return space < 0 ? signature : signature[..space];
    }

    // The last word of "TResult System.Func<T1, T2, TResult>": a space inside angle brackets does not end it.
    private static int NameStart(string head)
    {
        int depth = 0;

        for (int i = head.Length - 1; i >= 0; i--)
        {
            if (head[i] == '>')
            {
                depth++;
            }
            else if (head[i] == '<')
            {
                depth--;
            }
            else if (head[i] == ' ' && depth == 0)
            {
                return i + 1;
            }
        }

        return 0;
    }

    private static List<string> ReadBases(string signature)
    {
        List<string> bases = new();
        int colon = signature.IndexOf(" : ", StringComparison.Ordinal);

        if (colon < 0)
        {
            return bases;
        }

        foreach (string name in signature[(colon + 3)..].Split(','))
        {
            int mark = name.IndexOf('[');
            bases.Add((mark < 0 ? name : name[..mark]).Trim());
        }

        return bases;
    }
}
