using System.Collections.Generic;
using System.Linq;

namespace ToyGuard.Assets.Packer;

/// <summary>How a word stands in a script.</summary>
internal enum NameUse
{
    /// <summary>For what was declared under it.</summary>
    Name,

    /// <summary>For what an object calls so.</summary>
    Member,

    /// <summary>For both at once: <c>{ name }</c>.</summary>
    Both,
}

/// <summary>The tokens of a script, and what its words stand for: which are declared in it, and which only name what an object has.</summary>
internal sealed class ScriptScope
{
    private static readonly string[] s_beforeObject = { "return", "const", "let", "of", "in", "await" };

    // For each token the bracket that it stands in: "(", "[", "{" for a block, "o" for an object or a pattern of one, "c" for a class, "" for none; and where a closing one was opened.
    private readonly List<string> _inside = new();
    private readonly Dictionary<int, int> _opens = new();

    public ScriptScope(List<ScriptToken> tokens)
    {
        Tokens = tokens;
        Stack<(string Kind, int At)> open = new();
        bool isClass = false;

        for (int i = 0; i < tokens.Count; i++)
        {
            string text = tokens[i].Kind == TokenKind.Mark ? tokens[i].Text : "";

            if (text is ")" or "]" or "}")
            {
                _opens[i] = open.Pop().At;
            }

            _inside.Add(open.Count == 0 ? "" : open.Peek().Kind);

            if (text is "(" or "[" or "{")
            {
                open.Push((text != "{" ? text : isClass ? "c" : IsObject(i) ? "o" : "{", i));
                isClass = isClass && text != "{";
            }

            isClass = isClass || (tokens[i].Kind == TokenKind.Word && tokens[i].Text == "class" && !IsMark(i - 1, "."));
        }
    }

    public List<ScriptToken> Tokens { get; }

    /// <summary>What the word at a place stands for.</summary>
    public NameUse UseOf(int at)
    {
        if (IsMark(at - 1, ".", "?."))
        {
            return NameUse.Member;
        }

        if (_inside[at] == "o" && IsMark(at - 1, "{", ","))
        {
            return IsMark(at + 1, ":", "(") ? NameUse.Member : NameUse.Both;
        }

        return _inside[at] == "c" && IsMark(at + 1, "(") ? NameUse.Member : NameUse.Name;
    }

    /// <summary>Every name that is declared: constants, variables, functions, classes, parameters, what is caught.</summary>
    public IEnumerable<string> Declared()
    {
        for (int i = 0; i < Tokens.Count; i++)
        {
            ScriptToken token = Tokens[i];

            if (token.Kind == TokenKind.Word && token.Text is "const" or "let" or "function" or "class" or "catch" && !IsMark(i - 1, "."))
            {
                int at = IsMark(i + 1, "*") ? i + 2 : i + 1;
                int bracket = token.Text == "function" ? at + 1 : at;

                if (Tokens[at].Kind == TokenKind.Word)
                {
                    yield return Tokens[at].Text;
                }

                if (token.Text != "class" && IsMark(bracket, "(", "{", "[") && !(token.Text == "catch" && IsMark(bracket, "{")))
                {
                    foreach (string name in InPattern(bracket, _opens.First(o => o.Value == bracket).Key))
                    {
                        yield return name;
                    }
                }
            }
            else if (IsMark(i, "=>") && IsMark(i - 1, ")"))
            {
                foreach (string name in InPattern(_opens[i - 1], i - 1))
                {
                    yield return name;
                }
            }
            else if (IsMark(i, "=>"))
            {
                yield return Tokens[i - 1].Text;
            }
        }
    }

    private IEnumerable<string> InPattern(int from, int to)
    {
        return Enumerable.Range(from, to - from).Where(i => Tokens[i].Kind == TokenKind.Word && UseOf(i) != NameUse.Member && !IsMark(i - 1, "=")).Select(i => Tokens[i].Text);
    }

    private bool IsObject(int at)
    {
        return at > 0 && (Tokens[at - 1].Kind == TokenKind.Word ? s_beforeObject.Contains(Tokens[at - 1].Text) : Tokens[at - 1].Kind == TokenKind.Mark && !IsMark(at - 1, ")", ";", "{", "}", "=>"));
    }

    private bool IsMark(int at, params string[] marks)
    {
        return at >= 0 && at < Tokens.Count && Tokens[at].Kind == TokenKind.Mark && marks.Contains(Tokens[at].Text);
    }
}
