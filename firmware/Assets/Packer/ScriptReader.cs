using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ToyGuard.Assets.Packer;

/// <summary>Cuts a script without comments into tokens (ECMA-262, 12), as far as our own scripts go: what it does not know it refuses.</summary>
internal static class ScriptReader
{
    // The longest first.
    private static readonly string[] s_marks =
    {
        ">>>=", "...", "===", "!==", "**=", ">>>", "<<=", ">>=", "&&=", "||=", "??=", "=>", "==", "!=", "<=", ">=", "&&", "||", "??", "?.", "++", "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<", ">>", "**",
    };

    // Behind these words a value begins, so a slash is the start of a pattern.
    private static readonly string[] s_before = { "return", "typeof", "case", "in", "of", "await", "throw", "new", "delete", "void", "else" };

    /// <summary>All tokens of <paramref name="text"/>. Throws <see cref="InvalidDataException"/> for a template with something put in.</summary>
    public static List<ScriptToken> Read(string text)
    {
        List<ScriptToken> tokens = new();

        for (int at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            ScriptToken token = Next(text, at, tokens.LastOrDefault());
            tokens.Add(token);
            at += token.Text.Length;
        }

        return tokens;
    }

    /// <summary>True for what a name may consist of.</summary>
    public static bool IsPartOfName(char letter)
    {
        return char.IsLetterOrDigit(letter) || letter == '_' || letter == '$';
    }

    private static ScriptToken Next(string text, int at, ScriptToken before)
    {
        char first = text[at];

        if (char.IsDigit(first))
        {
            return new(TokenKind.Number, Run(text, at, c => IsPartOfName(c) || c == '.'));
        }

        if (first == '.' && at + 1 < text.Length && char.IsDigit(text[at + 1]))
        {
            return new(TokenKind.Number, "." + Run(text, at + 1, char.IsDigit));
        }

        if (IsPartOfName(first))
        {
            return new(TokenKind.Word, Run(text, at, IsPartOfName));
        }

        if (first == '\'' || first == '"' || first == '`' || (first == '/' && BeginsAValue(before)))
        {
            return new(TokenKind.Text, Quoted(text, at));
        }

        string? mark = s_marks.FirstOrDefault(m => string.CompareOrdinal(text, at, m, 0, m.Length) == 0);
        return new(TokenKind.Mark, mark ?? first.ToString());
    }

    private static bool BeginsAValue(ScriptToken before)
    {
        return before.Kind switch
        {
            TokenKind.Word => before.Text is null || s_before.Contains(before.Text),
            TokenKind.Mark => before.Text is not (")" or "]" or "}"),
            _ => false,
        };
    }

    private static string Run(string text, int at, Func<char, bool> isPart)
    {
        int end = at;

        while (end < text.Length && isPart(text[end]))
        {
            end++;
        }

        return text[at..end];
    }

    private static string Quoted(string text, int at)
    {
        char end = text[at];
        bool isClass = false;

        for (int i = at + 1; i < text.Length; i++)
        {
            if (end == '`' && text[i] == '$' && text[i + 1] == '{')
            {
                throw new InvalidDataException("A template with something put in: " + text[at..(i + 2)]);
            }

            if (text[i] == '\\')
            {
                i++;
            }
            else if (end == '/' && (text[i] == '[' || text[i] == ']'))
            {
                isClass = text[i] == '[';
            }
            else if (text[i] == end && !isClass)
            {
                return text[at..(i + 1)] + (end == '/' ? Run(text, i + 1, char.IsLetter) : "");
            }
        }

        throw new InvalidDataException("Never closed: " + text[at..Math.Min(text.Length, at + 40)]);
    }
}
