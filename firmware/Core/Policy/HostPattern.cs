using System;

namespace ToyGuard.Core.Policy;

/// <summary>Why a manifest's host is no pattern. Never renumber.</summary>
public enum PatternFault : byte
{
    /// <summary>It is a pattern.</summary>
    None = 0,

    /// <summary>What stands there, or follows the "*.", is no host name; <see cref="HostName.Read(string)"/> says which rule it breaks.</summary>
    NotAHost = 1,

    /// <summary>A star anywhere but as the whole first label.</summary>
    WildcardElsewhere = 2,

    /// <summary>A wildcard over a public suffix would cover strangers' names.</summary>
    PublicSuffix = 3,
}

/// <summary>What a manifest names as host: one exact name, or every name exactly one label below another. Immutable.</summary>
public sealed class HostPattern
{
    // The exact name, or what follows the "*."; no longer than it is, since a home has a thousand of them.
    private readonly byte[] _name;

    private readonly bool _isWildcard;
    private readonly int _hash;

    private HostPattern(HostName name, bool isWildcard)
    {
        _name = new byte[name.Length];
        Array.Copy(name.Bytes, 0, _name, 0, name.Length);
        _isWildcard = isWildcard;
        _hash = name.Hash;
        Text = isWildcard ? "*." + name.ToString() : name.ToString();
    }

    /// <summary>True for "*." patterns.</summary>
    public bool IsWildcard
    {
        get { return _isWildcard; }
    }

    /// <summary>The pattern in lower case, without trailing dot.</summary>
    public string Text { get; }

    /// <summary>Reads a host name, or "*." before a host name of at least two labels that is no public suffix. Null, and why, for anything else.</summary>
    public static HostPattern? Parse(string text, out PatternFault fault)
    {
        bool isWildcard = text.Length >= 2 && text[0] == '*' && text[1] == '.';
        string rest = isWildcard ? text.Substring(2) : text;

        if (rest.IndexOf('*') >= 0)
        {
            fault = PatternFault.WildcardElsewhere;
            return null;
        }

        HostName name = new HostName();
        HostFault nameFault = name.Read(rest);
        bool isTopLevel = isWildcard && nameFault == HostFault.OneLabel;

        if (nameFault != HostFault.None && !isTopLevel)
        {
            fault = PatternFault.NotAHost;
            return null;
        }

        if (isTopLevel || (isWildcard && PublicSuffixes.Covers(name)))
        {
            fault = PatternFault.PublicSuffix;
            return null;
        }

        fault = PatternFault.None;
        return new HostPattern(name, isWildcard);
    }

    /// <summary>True when <paramref name="host"/> holds a name that the pattern covers. Allocates nothing.</summary>
    public bool Matches(HostName host)
    {
        // Most are passed over here, and none is taken by its number alone.
        return _isWildcard ? host.ParentHash == _hash && Ends(host, host.ParentStart) : host.Hash == _hash && Ends(host, 0);
    }

    private bool Ends(HostName host, int start)
    {
        byte[] bytes = host.Bytes;

        if (host.Length - start != _name.Length)
        {
            return false;
        }

        for (int i = 0; i < _name.Length; i++)
        {
            if (bytes[start + i] != _name[i])
            {
                return false;
            }
        }

        return true;
    }
}
