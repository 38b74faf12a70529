using System.Net.Sockets;
using ToyGuard.Guard.Sockets;

namespace ToyGuard.Edge.Web;

/// <summary>One connection to the page and its place in the budget. Made anew for each, so a call to give way that comes late closes what is closed already.</summary>
internal sealed class WebVisit : ISeated
{
    internal WebVisit(Socket client, byte[] peer, bool isHomeSide, long acceptedMs)
    {
        Client = client;
        Peer = peer;
        IsHomeSide = isHomeSide;
        AcceptedMs = acceptedMs;
        Seat = new Seat(this);
    }

    internal Socket Client { get; }

    /// <summary>The visitor's address, 4 bytes.</summary>
    internal byte[] Peer { get; }

    internal bool IsHomeSide { get; }

    /// <summary>When it was accepted: what the head's deadline counts from.</summary>
    internal long AcceptedMs { get; }

    internal Seat Seat { get; }

    /// <summary>The visitor's address as the budget wants it.</summary>
    internal int Holder
    {
        get { return SocketBudget.HolderOf(Peer); }
    }

    /// <inheritdoc/>
    public void GiveWay()
    {
        Client.Close();
    }
}
