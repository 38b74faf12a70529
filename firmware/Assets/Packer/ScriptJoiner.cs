using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace ToyGuard.Assets.Packer;

/// <summary>Joins ES modules into two scripts: each module once, behind all that it imports, without its import and export words.</summary>
/// <remarks>
/// All modules share one scope then, so a name stands at the start of a line in one module only; two of the same are refused, and so is an import
/// under another name, or of what the module does not export. Comments have lines of their own. Nothing is renamed.
/// </remarks>
internal sealed partial class ScriptJoiner
{
    private readonly string _folder;
    private readonly Dictionary<string, HashSet<string>> _exports = new();
    private readonly Dictionary<string, string> _names = new();
    private readonly HashSet<string> _first = new();
    private readonly SortedSet<string> _shared = new(StringComparer.Ordinal);
    private readonly StringBuilder _text = new();

    private ScriptJoiner(string folder)
    {
        _folder = folder;
    }

    /// <summary>The script that starts with <paramref name="entry"/>, and the one that starts with <paramref name="second"/> and comes later. Throws <see cref="InvalidDataException"/> for what it cannot join.</summary>
    /// <remarks>The first hands the second what that imports of it, in the one event that it waits for, and takes its exports; nothing becomes global.</remarks>
    public static (string First, string Second) Join(string folder, string entry, string second)
    {
        ScriptJoiner joiner = new(folder);
        string last = Path.GetFullPath(Path.Combine(folder, second));
        joiner.Add(Path.GetFullPath(Path.Combine(folder, entry)));
        string first = joiner._text.ToString();
        joiner._first.UnionWith(joiner._exports.Keys);
        joiner._text.Clear();
        joiner.Add(last);
        string shared = "{" + string.Join(',', joiner._shared) + "}";
        string given = "{" + string.Join(',', joiner._exports[last].Order(StringComparer.Ordinal)) + "}";

        return (first + "const shared=" + shared + ";\n",
            "addEventListener('more',({detail})=>{\nconst" + shared + "=detail.shared;\n" + joiner._text + "detail.give(" + given + ");\n},{once:true});\n");
    }

    private void Add(string path)
    {
        string module = Path.GetRelativePath(_folder, path).Replace('\\', '/');
        HashSet<string> exports = new();
        _exports[path] = exports;
        StringBuilder body = new();

        foreach (string line in TextStripper.Script(File.ReadAllText(path)).Split('\n'))
        {
            Match import = Import().Match(line);

            if (import.Success)
            {
                Take(path, module, import);
            }
            else if (line.StartsWith("import", StringComparison.Ordinal))
            {
                throw new InvalidDataException(module + ": an import is one line of the form import { a, b } from './x.js';");
            }
            else
            {
                body.Append(Keep(module, line, exports)).Append('\n');
            }
        }

        _text.Append(body.ToString().TrimEnd('\n')).Append('\n');
    }

    private void Take(string path, string module, Match import)
    {
        string from = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, import.Groups["from"].Value));

        if (!_exports.ContainsKey(from))
        {
            Add(from);
        }

        foreach (string name in import.Groups["names"].Value.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!_exports[from].Contains(name))
            {
                throw new InvalidDataException(module + ": " + import.Groups["from"].Value + " does not export " + name + ", or imports this module.");
            }

            if (_first.Contains(from))
            {
                _shared.Add(name);
            }
        }
    }

    private string Keep(string module, string line, HashSet<string> exports)
    {
        Match top = Top().Match(line);

        if (!top.Success)
        {
            return line.TrimStart();
        }

        string name = top.Groups["name"].Value;

        if (!_names.TryAdd(name, module))
        {
            throw new InvalidDataException(module + " and " + _names[name] + " both have " + name + " at the top.");
        }

        if (top.Groups["export"].Success)
        {
            if (top.Groups["kind"].Value == "let")
            {
                throw new InvalidDataException(module + ": " + name + " changes, so it cannot be handed on.");
            }

            exports.Add(name);
        }

        return line[top.Groups["export"].Length..];
    }

    [GeneratedRegex(@"^import \{ (?<names>[^}]+) \} from '(?<from>[^']+)';$")]
    private static partial Regex Import();

    [GeneratedRegex(@"^(?<export>export )?(async )?(?<kind>function\*?|const|let|class) (?<name>[A-Za-z_$][\w$]*)")]
    private static partial Regex Top();
}
