namespace ToyGuard.Core.Policy;

/// <summary>What an endpoint speaks, as its manifest says.</summary>
public enum Scheme : byte
{
    /// <summary>Not said. Matches no question.</summary>
    None = 0,

    /// <summary>HTTP inside TLS.</summary>
    Https = 1,

    /// <summary>Any other protocol inside TLS whose ClientHello names the host.</summary>
    Tls = 2,

    /// <summary>HTTP in plain text; only where a guardian loosened that one endpoint.</summary>
    Http = 3,
}
