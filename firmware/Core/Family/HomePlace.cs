using ToyGuard.Core.Policy;

namespace ToyGuard.Core.Family;

/// <summary>One place of a home manifest: a name that a toy tried and a guardian kept, over TLS. Immutable.</summary>
public sealed class HomePlace
{
    /// <summary>The port of a name that was only looked up.</summary>
    public const int UsualPort = 443;

    /// <summary>Takes a name in the form that a gate compares, and a port.</summary>
    public HomePlace(string host, int port)
    {
        Host = host;
        Port = port;
    }

    /// <summary>The name.</summary>
    public string Host { get; }

    /// <summary>The TCP port, 1 to 65,535.</summary>
    public int Port { get; }

    /// <summary>True for an exact host name as the gate reads it, and a port.</summary>
    public bool IsFit
    {
        get { return Port >= 1 && Port <= 65535 && IsExact(HostPattern.Parse(Host, out _), Host); }
    }

    /// <summary>The place as the gate knows it: nobody said who owns it, so it is a third party's.</summary>
    internal Endpoint ToEndpoint()
    {
        return new Endpoint(Host, HostPattern.Parse(Host, out _)!, Port, Scheme.Tls, "", Party.Third, "", new string[0], 0, null);
    }

    private static bool IsExact(HostPattern? pattern, string host)
    {
        return pattern is not null && !pattern.IsWildcard && pattern.Text == host;
    }
}
