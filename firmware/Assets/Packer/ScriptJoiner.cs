using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace ToyGuard.Assets.Packer;

/// <summary>Joins ES modules into the parts of a script: each module behind all that it imports, without its import and export words.</summary>
/// <remarks>
/// The modules of a part share one scope, so a name stands at the start of a line in one module only; two of the same are refused, and so is an import
/// under another name, or of what the module does not export. Comments have lines of their own. A module that two parts want, of which neither needs the
/// other, stands in both and must keep nothing.
/// </remarks>
internal sealed partial class ScriptJoiner
{
    private const string Shared = "shared";

    private readonly string _folder;
    private readonly PartPlan[] _plans;
    private readonly Dictionary<string, Module> _modules = new();
    private readonly Dictionary<string, string> _names = new();
    private readonly Stack<string> _open = new();
    private readonly Dictionary<string, List<string>> _inPart = new();
    private readonly Dictionary<string, SortedSet<string>> _takes = new();
    private readonly Dictionary<string, SortedSet<string>> _gives = new();
    private readonly Dictionary<string, SortedSet<string>> _opened = new();

    private ScriptJoiner(string folder, PartPlan[] plans)
    {
        _folder = folder;
        _plans = plans;

        foreach (PartPlan plan in plans)
        {
            _inPart[plan.Name] = new();
            _takes[plan.Name] = new(StringComparer.Ordinal);
            _gives[plan.Name] = new(StringComparer.Ordinal);
            _opened[plan.Name] = new(StringComparer.Ordinal);
        }
    }

    /// <summary>The parts that <paramref name="plans"/> tells of, and what became of each name. Throws <see cref="InvalidDataException"/> for what it cannot join.</summary>
    public static (ScriptPart[] Parts, ScriptShortener Names) Join(string folder, PartPlan[] plans)
    {
        ScriptJoiner joiner = new(folder, plans);

        foreach (PartPlan plan in plans)
        {
            foreach (string entry in plan.Entries.Split(' '))
            {
                joiner.Add(plan, PathOf(folder, entry));
            }
        }

        foreach (PartPlan plan in plans)
        {
            joiner.CheckOpened(plan);
        }

        ScriptShortener names = new(joiner._modules.Values.Select(m => m.Body).Append("const " + Shared + "=0;"));
        return (plans.Select(p => joiner.PartOf(p, names)).ToArray(), names);
    }

    private ScriptPart PartOf(PartPlan plan, ScriptShortener names)
    {
        string body = string.Concat(_inPart[plan.Name].Select(path => names.Shorten(_modules[path].Body)));
        IEnumerable<string> given = _gives[plan.Name].Select(names.Name).Concat(_opened[plan.Name].Select(n => n + ":" + names.Name(n)));
        return new(plan.Name, body, string.Join(',', _takes[plan.Name].Select(names.Name)), string.Join(',', given), names.Name(Shared));
    }

    // Puts a module into a part behind what it imports, unless it is there, or in a part that is there before.
    private void Add(PartPlan plan, string path)
    {
        Module module = Read(path);
        _open.Push(path);

        foreach ((string from, string[] names) in module.Imports)
        {
            if (!File.Exists(from))
            {
                throw new InvalidDataException(module.Name + ": there is no " + from);
            }

            if (_open.Contains(from))
            {
                throw new InvalidDataException(module.Name + ": " + _modules[from].Name + " imports this module.");
            }

            string? before = Before(plan).FirstOrDefault(p => _inPart[p].Contains(from));

            if (before is null && !_inPart[plan.Name].Contains(from))
            {
                if (_inPart.Values.Any(modules => modules.Contains(from)) && _modules[from].KeepsSomething)
                {
                    throw new InvalidDataException(_modules[from].Name + " keeps something, and would stand in " + plan.Name + " once more.");
                }

                Add(plan, from);
            }

            if (names.FirstOrDefault(n => !_modules[from].Exports.Contains(n)) is string unknown)
            {
                throw new InvalidDataException(module.Name + ": " + _modules[from].Name + " does not export " + unknown + ".");
            }

            if (before is not null)
            {
                _takes[plan.Name].UnionWith(names);
                _gives[before].UnionWith(names);
            }
        }

        _open.Pop();
        _inPart[plan.Name].Add(path);
    }

    // The first part, those that it needs, and those that they need.
    private IEnumerable<string> Before(PartPlan plan)
    {
        return plan == _plans[0] ? Array.Empty<string>() : plan.Needs.SelectMany(n => Before(Plan(n)).Append(n)).Prepend(_plans[0].Name).Distinct();
    }

    // What is loaded when it is wanted: the parts that it names are enough, and give what is taken of them.
    private void CheckOpened(PartPlan plan)
    {
        foreach (Module module in _inPart[plan.Name].Select(path => _modules[path]))
        {
            foreach ((string[] parts, string[] names) in module.Opened)
            {
                List<string> there = Before(plan).Append(plan.Name).ToList();

                foreach (string part in parts)
                {
                    if (Before(Plan(part)).FirstOrDefault(p => !there.Contains(p)) is string missing)
                    {
                        throw new InvalidDataException(module.Name + ": " + part + " needs " + missing + ".");
                    }

                    there.Add(part);
                }

                foreach (string name in names)
                {
                    string part = parts.FirstOrDefault(p => _inPart[p].Any(path => _modules[path].Exports.Contains(name)))
                        ?? throw new InvalidDataException(module.Name + ": no " + name + " in " + string.Join(' ', parts) + ".");
                    _opened[part].Add(name);
                }
            }
        }
    }

    private PartPlan Plan(string name)
    {
        return _plans.FirstOrDefault(p => p.Name == name) ?? throw new InvalidDataException("There is no part " + name + ".");
    }

    private static string PathOf(string folder, string name)
    {
        return Path.GetFullPath(Path.Combine(folder, name));
    }

    private Module Read(string path)
    {
        if (_modules.TryGetValue(path, out Module? known))
        {
            return known;
        }

        Module module = new(Path.GetRelativePath(_folder, path).Replace('\\', '/'));
        _modules[path] = module;
        StringBuilder body = new();

        foreach (string line in TextStripper.Script(File.ReadAllText(path)).Split('\n'))
        {
            Match import = Import().Match(line);

            if (import.Success)
            {
                module.Imports.Add((PathOf(Path.GetDirectoryName(path)!, import.Groups["from"].Value), import.Groups["names"].Value.Split(',', StringSplitOptions.TrimEntries)));
            }
            else if (line.StartsWith("import", StringComparison.Ordinal))
            {
                throw new InvalidDataException(module.Name + ": an import is one line of the form import { a, b } from './x.js';");
            }
            else
            {
                body.Append(Keep(module, line)).Append('\n');
            }
        }

        module.Body = body.ToString();
        return module;
    }

    private string Keep(Module module, string line)
    {
        Match top = Top().Match(line);

        foreach (Match opened in Opened().Matches(line))
        {
            module.Opened.Add((opened.Groups["parts"].Value.Split(' '), opened.Groups["names"].Value.Split(',', StringSplitOptions.TrimEntries)));
        }

        if (!top.Success)
        {
            return line;
        }

        string name = top.Groups["name"].Value;
        bool isVariable = top.Groups["kind"].Value == "let";

        if (!_names.TryAdd(name, module.Name))
        {
            throw new InvalidDataException(module.Name + " and " + _names[name] + " both have " + name + " at the top.");
        }

        module.KeepsSomething |= isVariable;

        if (top.Groups["export"].Success)
        {
            if (isVariable)
            {
                throw new InvalidDataException(module.Name + ": " + name + " changes, so it cannot be handed on.");
            }

            module.Exports.Add(name);
        }

        return line[top.Groups["export"].Length..];
    }

    [GeneratedRegex(@"^import \{ (?<names>[^}]+) \} from '(?<from>[^']+)';$")]
    private static partial Regex Import();

    [GeneratedRegex(@"^(?<export>export )?(async )?(?<kind>function\*?|const|let|class) (?<name>[A-Za-z_$][\w$]*)")]
    private static partial Regex Top();

    [GeneratedRegex(@"const \{ (?<names>[^}]+) \} = await need\('(?<parts>[^']+)'\)|\bopen\('(?<parts>[^']+)', \(\{ (?<names>[^}]+) \}\)")]
    private static partial Regex Opened();

    private sealed class Module(string name)
    {
        public string Name { get; } = name;

        public List<(string From, string[] Names)> Imports { get; } = new();

        public List<(string[] Parts, string[] Names)> Opened { get; } = new();

        public HashSet<string> Exports { get; } = new();

        public bool KeepsSomething { get; set; }

        public string Body { get; set; } = "";
    }
}
