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

/// <summary>What a manifest names as host: one exact name, or every name exactly one label below another.</summary>
public sealed class HostPattern
{
    private HostPattern(string text, bool isWildcard)
    {
        Text = text;
        IsWildcard = isWildcard;
    }

    /// <summary>True for "*." patterns.</summary>
    public bool IsWildcard { get; }

    /// <summary>The pattern in lower case, without trailing dot.</summary>
    public string Text { get; }

    /// <summary>Reads a pattern; null, and why, for anything else.</summary>
    public static HostPattern? Parse(string text, out PatternFault fault)
    {
        fault = PatternFault.NotAHost;
        return null;
    }

    /// <summary>True when <paramref name="host"/> holds a name that the pattern covers.</summary>
    public bool Matches(HostName host)
    {
        return IsWildcard && host.Length < 0;
    }
}
