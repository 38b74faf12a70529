using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;

namespace ToyGuard.Maker.Scan;

/// <summary>What an app may name of the platform, and what kind of thing everything else is. The lists are allowed.txt and refused.txt.</summary>
internal sealed class PlatformList
{
    // Members that reach a base class through whatever type they are called on.
    private static readonly HashSet<string> s_never = ["DynamicInvoke", "CreateDelegate", "OpenExisting", "TryOpenExisting", "get_Handle", "set_Handle", "get_SafeWaitHandle", "set_SafeWaitHandle"];

    // The assemblies of nanoFramework that an app stands on. What they hold of the network or the machine is refused by type.
    private static readonly string[] s_device =
    [
        "mscorlib", "nanoFramework.System.Collections", "nanoFramework.System.Text", "nanoFramework.Runtime.Events", "nanoFramework.Runtime.Native",
        "System.Diagnostics.Stopwatch", "System.IO.Streams", "System.Math", "System.Net", "System.Net.Http", "System.Threading",
    ];

    private static readonly string[] s_roots = ["System", "Microsoft", "nanoFramework", "Windows", "mscorlib", "netstandard", "Iot"];

    private readonly Dictionary<string, (bool IsOnlyThese, string[] Members)> _allowed = [];
    private readonly List<(string Name, bool IsBeginning, ScanKind Kind)> _refused = [];
    private readonly HashSet<string> _assemblies;

    private PlatformList()
    {
        foreach (string line in Lines("allowed.txt"))
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            bool isOnlyThese = words[0].EndsWith(':');
            bool isAllBut = words.Length > 1 && words[1] == "-";
            _allowed.Add(isOnlyThese ? words[0][..^1] : words[0], (isOnlyThese, words[(isAllBut ? 2 : 1)..]));
        }

        foreach (string line in Lines("refused.txt"))
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            bool isBeginning = words[0].EndsWith('*');
            _refused.Add((isBeginning ? words[0][..^1] : words[0], isBeginning, Enum.Parse<ScanKind>(words[1], ignoreCase: true)));
        }

        _refused.Sort((a, b) => b.Name.Length.CompareTo(a.Name.Length));
        _assemblies = [.. s_device, .. DesktopFiles().Select(file => Path.GetFileNameWithoutExtension(file)!)];
    }

    /// <summary>The lists, read once.</summary>
    public static PlatformList Here { get; } = new();

    /// <summary>Types and namespaces that may be named.</summary>
    public IReadOnlyCollection<string> Allowed
    {
        get { return _allowed.Keys; }
    }

    /// <summary>The files of the desktop's own platform, those that run this program.</summary>
    public static string[] DesktopFiles()
    {
        return Directory.GetFiles(RuntimeEnvironment.GetRuntimeDirectory(), "*.dll");
    }

    /// <summary>True for an assembly that every toy stands on.</summary>
    public bool IsPlatform(string assembly)
    {
        return _assemblies.Contains(assembly);
    }

    /// <summary>True for a name that anybody would take for the platform's.</summary>
    public static bool LooksLikePlatform(string name)
    {
        return s_roots.Any(root => name.StartsWith(root, StringComparison.OrdinalIgnoreCase)
            && (name.Length == root.Length || name[root.Length] == '.'));
    }

    /// <summary>Why a type of the platform may not be named; null when it may.</summary>
    public Refusal? Judge(string type)
    {
        return TryFind(type, out _) ? null : new Refusal(KindOf(type) ?? ScanKind.Unlisted, type);
    }

    /// <summary>Why a member of an allowed type may not; null when it may.</summary>
    /// <param name="type">The type it is called on.</param>
    /// <param name="name">Its name.</param>
    /// <param name="signature">Its parameters, as <see cref="SignatureText"/> writes them.</param>
    public Refusal? Judge(string type, string name, string signature)
    {
        if (!TryFind(type, out (bool IsOnlyThese, string[] Members) rule))
        {
            return Judge(type);
        }

        bool isNamed = rule.Members.Any(member => member.Contains('(', StringComparison.Ordinal)
            ? (name + signature).StartsWith(member, StringComparison.Ordinal)
            : name == member);
        bool isAllowed = isNamed == rule.IsOnlyThese && !IsNever(name);
        return isAllowed ? null : new Refusal(KindOf(type) ?? ScanKind.Reflection, type + "." + name);
    }

    /// <summary>True for a member that nobody may call, whatever type it is called on.</summary>
    public static bool IsNever(string name)
    {
        return s_never.Contains(name);
    }

    /// <summary>The kind of thing that a name is by its namespace; null when no list knows.</summary>
    public ScanKind? KindOf(string type)
    {
        foreach ((string name, bool isBeginning, ScanKind kind) in _refused)
        {
            bool isThis = type.StartsWith(name, StringComparison.Ordinal)
                && (isBeginning || type.Length == name.Length || type[name.Length] is '.' or '+');

            if (isThis)
            {
                return kind;
            }
        }

        return null;
    }

    private bool TryFind(string type, out (bool IsOnlyThese, string[] Members) rule)
    {
        if (_allowed.TryGetValue(type, out rule))
        {
            return true;
        }

        int outer = type.IndexOf('+', StringComparison.Ordinal);
        int dot = (outer < 0 ? type : type[..outer]).LastIndexOf('.');
        return dot > 0 && _allowed.TryGetValue(type[..dot] + ".*", out rule);
    }

    private static IEnumerable<string> Lines(string list)
    {
        using StreamReader reader = new(typeof(PlatformList).Assembly.GetManifestResourceStream(list)!);

        while (reader.ReadLine() is string line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }
}
