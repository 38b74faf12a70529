using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace ToyGuard.Maker.Flash;

/// <summary>What a script did and what it saw. A line "= name value" is a fact; "== name exit" begins a call, and each line behind "|" is one that it printed.</summary>
/// <remarks>Printed lines carry a mark, so that nothing a board or a tool prints can look like a fact or a call.</remarks>
internal sealed class Transcript
{
    private const int LinesMax = 20000;
    private readonly Dictionary<string, string> _facts = new(StringComparer.Ordinal);
    private readonly List<MadeCall> _calls = [];

    private Transcript() { }

    /// <summary>The calls in their order.</summary>
    public IReadOnlyList<MadeCall> Calls
    {
        get { return _calls; }
    }

    /// <summary>Reads it. Null, and the line's number, for a line that is none of ours.</summary>
    public static Transcript? Read(TextReader reader, out int badLine)
    {
        Transcript transcript = new();
        string name = "";
        int exit = 0;
        List<string>? printed = null;
        badLine = 0;

        for (int number = 1; reader.ReadLine() is string line; number++)
        {
            string[] parts = line.Split(' ', 3);
            bool isCall = parts.Length == 3 && parts[0] == "==" && IsWord(parts[1]) && int.TryParse(parts[2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exit);
            bool isFact = printed is null && parts.Length == 3 && parts[0] == "=" && IsWord(parts[1]);
            bool isPrinted = printed is not null && line.StartsWith('|');

            if (number > LinesMax || !(isCall || isPrinted || (isFact && transcript._facts.TryAdd(parts[1], parts[2]))))
            {
                badLine = number;
                return null;
            }

            if (isPrinted)
            {
                printed!.Add(line[1..]);
            }
            else if (isCall)
            {
                name = parts[1];
                printed = [];
                transcript._calls.Add(new MadeCall(name, exit, printed));
            }
        }

        return transcript;
    }

    /// <summary>A fact's value; empty when it is not there.</summary>
    public string Fact(string name)
    {
        return _facts.GetValueOrDefault(name, "");
    }

    /// <summary>The last call of that name, or null.</summary>
    public MadeCall? Call(string name)
    {
        return _calls.LastOrDefault(c => c.Name == name);
    }

    private static bool IsWord(string text)
    {
        return text.Length is > 0 and <= 20 && text.All(c => c is >= 'a' and <= 'z');
    }
}
