using ToyGuard.Core.Policy;
using ToyGuard.Edge.Dialing;
using ToyGuard.Edge.Dns;
using ToyGuard.Guard.Relay;
using ToyGuard.Guard.Sockets;
using ToyGuard.Guard.Toys;

namespace ToyGuard.Edge.Relay;

/// <summary>The hub's relay for TLS, which it never ends: it reads the name in a hello, and the rest passes unread.</summary>
public sealed class TlsRelay : RelayService
{
    /// <summary>A relay that does not listen yet. <paramref name="lookup"/> and <paramref name="dialer"/> are used from many threads.</summary>
    public TlsRelay(
        Gate gate,
        ToyAddresses toys,
        Subnet toySide,
        INameLookup lookup,
        Dialer dialer,
        RelaySettings settings,
        RelayLimits limits,
        SocketBudget budget)
        : base(gate, toys, toySide, lookup, dialer, settings, limits, budget)
    {
    }

    /// <inheritdoc/>
    public override string Name
    {
        get { return "tls relay"; }
    }

    internal override RelayTrade NewTrade()
    {
        return new TlsTrade(Gate, Limits.JudgedPort);
    }
}
