using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace ToyGuard.Assets.Packer;

/// <summary>Writes scripts without needless blanks and with short names: the same name everywhere, whatever its scope, so that nothing can come to mean another.</summary>
/// <remarks>
/// Renamed is what is declared somewhere in the scripts. What is asked of an object by name stays; <c>{ name }</c> becomes <c>{name:n}</c>. Every statement ends
/// with its semicolon, so lines need not end. A declared name that the browser has as well is refused.
/// </remarks>
internal sealed class ScriptShortener
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const int LengthMin = 3;

    // What our scripts ask the browser for by its bare name.
    private static readonly string[] s_browsers =
    {
        "document", "location", "history", "navigator", "performance", "localStorage", "crypto", "fetch", "setTimeout", "clearTimeout", "addEventListener", "removeEventListener",
        "dispatchEvent", "CustomEvent", "JSON", "Math", "Object", "Array", "Number", "String", "Date", "Intl", "Promise", "Set", "Map", "Uint8Array", "Int32Array", "DataView", "ArrayBuffer",
        "TextEncoder", "TextDecoder", "DOMParser", "AbortController", "Error", "scrollTo", "parseInt", "decodeURIComponent", "Infinity", "NaN", "undefined", "window", "console", "Node",
    };

    private readonly Dictionary<string, string> _short = new(StringComparer.Ordinal);

    /// <summary>Chooses the names for all of these. Throws <see cref="InvalidDataException"/> where a name is the browser's.</summary>
    public ScriptShortener(IEnumerable<string> scripts)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        HashSet<string> declared = new(StringComparer.Ordinal);
        HashSet<string> taken = new(StringComparer.Ordinal) { "do", "if", "in", "of", "as", "is" };

        foreach (string script in scripts)
        {
            ScriptScope scope = new(ScriptReader.Read(script));
            declared.UnionWith(scope.Declared());

            foreach (ScriptToken token in scope.Tokens.Where(t => t.Kind == TokenKind.Word))
            {
                taken.Add(token.Text);
                counts[token.Text] = counts.GetValueOrDefault(token.Text) + 1;
            }
        }

        if (declared.Intersect(s_browsers).FirstOrDefault() is string name)
        {
            throw new InvalidDataException("The browser has a " + name + " as well.");
        }

        IEnumerator<string> fresh = Fresh().Where(f => !taken.Contains(f)).GetEnumerator();

        foreach (string own in declared.Where(d => d.Length >= LengthMin).OrderByDescending(d => counts[d]).ThenBy(d => d, StringComparer.Ordinal))
        {
            fresh.MoveNext();
            _short[own] = fresh.Current;
        }
    }

    /// <summary>What became of a name.</summary>
    public string Name(string name)
    {
        return _short.GetValueOrDefault(name, name);
    }

    /// <summary>The script, short.</summary>
    public string Shorten(string script)
    {
        ScriptScope scope = new(ScriptReader.Read(script));
        StringBuilder text = new();

        for (int i = 0; i < scope.Tokens.Count; i++)
        {
            ScriptToken token = scope.Tokens[i];
            string written = token.Kind != TokenKind.Word || !_short.TryGetValue(token.Text, out string? name) ? token.Text : scope.UseOf(i) switch
            {
                NameUse.Member => token.Text,
                NameUse.Both => token.Text + ":" + name,
                _ => name,
            };

            if (text.Length > 0 && Sticks(text[^1], written[0]))
            {
                text.Append(' ');
            }

            text.Append(written);
        }

        return text.ToString();
    }

    private static bool Sticks(char last, char first)
    {
        return (ScriptReader.IsPartOfName(last) && ScriptReader.IsPartOfName(first)) || (last == first && (last == '+' || last == '-'));
    }

    private static IEnumerable<string> Fresh()
    {
        return Letters.Select(l => l.ToString()).Concat(Letters.SelectMany(l => Letters.Select(m => l.ToString() + m)));
    }
}
