using System.Net.Sockets;
using ToyGuard.Core.Policy;
using ToyGuard.Edge.Sockets;
using ToyGuard.Guard.Relay;
using ToyGuard.Guard.Sockets;
using ToyGuard.Wire.Tls;

namespace ToyGuard.Edge.Relay;

/// <summary>TLS: the hello passes as it came and so does everything behind it; who is held hears an alert.</summary>
internal sealed class TlsTrade : RelayTrade
{
    internal TlsTrade(Gate gate, int judgedPort)
        : base(new HelloJudge(gate, judgedPort), SocketUse.Tls)
    {
        UpMax = long.MaxValue;
    }

    /// <inheritdoc/>
    internal override Reason Open(byte[] opening, int count)
    {
        First = opening;
        FirstCount = count;

        return Reason.None;
    }

    /// <inheritdoc/>
    internal override bool Tell(Socket client, RelayEffect effect, Reason reason)
    {
        // What failed, rather than was held, ends without a word: to a client the alert means that there is no such server.
        if (effect != RelayEffect.Refuse)
        {
            return false;
        }

        Farewell.Say(client, TlsAlert.UnrecognizedName, TlsAlert.UnrecognizedName.Length);

        return true;
    }
}
