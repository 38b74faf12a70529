using System.Net.Sockets;
using ToyGuard.Core.Policy;
using ToyGuard.Edge.Dialing;
using ToyGuard.Edge.Dns;
using ToyGuard.Edge.Web;
using ToyGuard.Guard.Plain;
using ToyGuard.Guard.Relay;
using ToyGuard.Guard.Sockets;
using ToyGuard.Guard.Toys;
using ToyGuard.Wire.Http;

namespace ToyGuard.Edge.Relay;

/// <summary>The hub's relay for plain HTTP, to endpoints that a guardian allowed in plain text: one judged request a connection, and its answer.</summary>
public sealed class PlainRelay : RelayService, IForeignHost
{
    /// <summary>The port of plain HTTP, which its limits' JudgedPort has to be.</summary>
    public const int HttpPort = 80;

    /// <summary>A relay that does not run yet. <paramref name="lookup"/> and <paramref name="dialer"/> are used from many threads; <paramref name="limits"/> are made by <see cref="NewLimits"/>.</summary>
    public PlainRelay(
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
        get { return "plain relay"; }
    }

    /// <summary>The limits of a plain relay where nothing else is said.</summary>
    public static RelayLimits NewLimits()
    {
        return new RelayLimits { JudgedPort = HttpPort, HelloBytes = RequestHead.HeadMax };
    }

    /// <summary>Serves a connection that somebody else accepted: the device has one port 80 for page and relay.</summary>
    /// <param name="client">Belongs to the relay if this says true; else it is still the caller's.</param>
    /// <param name="toy">The toy's number, 0 for an unknown one.</param>
    /// <param name="begun">What the client said so far, from its first byte on. Copied.</param>
    /// <param name="count">How many bytes of it.</param>
    /// <returns>False when there is no place for it, or the relay does not run. Counted as <see cref="Reason.NoSocketLeft"/>.</returns>
    public bool Take(Socket client, int toy, byte[] begun, int count)
    {
        return Give(client, toy, begun, count);
    }

    internal override RelayTrade NewTrade()
    {
        return new PlainTrade(new HeadJudge(Gate, Limits.JudgedPort));
    }
}
