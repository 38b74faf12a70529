using System.Net.Sockets;
using ToyGuard.Core.Policy;
using ToyGuard.Guard.Relay;
using ToyGuard.Guard.Sockets;

namespace ToyGuard.Edge.Relay;

/// <summary>What one kind of relay does in its own way, for one worker: how an opening is judged, what of it the server gets, how a client is refused.</summary>
internal abstract class RelayTrade
{
    internal RelayTrade(IOpeningJudge judge, SocketUse use)
    {
        Judge = judge;
        Use = use;
    }

    /// <summary>Reads the openings of the worker's connections.</summary>
    internal IOpeningJudge Judge { get; }

    /// <summary>What its connections are to the budget.</summary>
    internal SocketUse Use { get; }

    /// <summary>What the server gets before anything else, once <see cref="Open"/> said None.</summary>
    internal byte[] First { get; set; } = new byte[0];

    /// <summary>How many bytes of <see cref="First"/>.</summary>
    internal int FirstCount { get; set; }

    /// <summary>How many more bytes the server may get after those.</summary>
    internal long UpMax { get; set; }

    /// <summary>Makes ready what goes to the server, of an opening that was allowed; <paramref name="opening"/> holds all <paramref name="count"/> bytes since the connection's first. None, or why it cannot be passed on.</summary>
    internal abstract Reason Open(byte[] opening, int count);

    /// <summary>Tells a client, which nothing was said to before, how its connection ended. False when there is nothing to tell. Does not wait; may come from any thread, but from one only.</summary>
    internal abstract bool Tell(Socket client, RelayEffect effect, Reason reason);
}
