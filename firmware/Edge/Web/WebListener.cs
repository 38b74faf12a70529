using ToyGuard.Edge.Hub;
using ToyGuard.Guard.Toys;

namespace ToyGuard.Edge.Web;

/// <summary>One address and port that the page is served at, and who is heard there. Set before it is handed over, not changed after.</summary>
public sealed class WebListener
{
    private readonly Subnet[] _homeSides;
    private readonly Subnet? _toySide;

    /// <summary>A place to listen. A peer in neither side is closed unread (ATT-01); one in both is on the toys' side, which may do less.</summary>
    /// <param name="address">Our own address, 4 bytes; all zero for any.</param>
    /// <param name="port">80 on a device; 0 for any free one.</param>
    /// <param name="toySide">The toys' addresses; null where toys are not served.</param>
    /// <param name="homeSides">The home's addresses; may be empty.</param>
    public WebListener(byte[] address, int port, Subnet? toySide, Subnet[] homeSides)
    {
        Address = address;
        Port = port;
        _toySide = toySide;
        _homeSides = homeSides;
    }

    /// <summary>Our own address, 4 bytes.</summary>
    public byte[] Address { get; }

    /// <summary>The port asked for; 0 is any free one.</summary>
    public int Port { get; }

    /// <summary>The network that this door leads to; null is one that is always there. While it is not there, nobody is heard.</summary>
    public ISide? Side { get; set; }

    /// <summary>The home's network where its router says which that is, beside those that are known; null where it says nothing.</summary>
    public HomeNetwork? Home { get; set; }

    /// <summary>True for a peer on the toys' side.</summary>
    public bool IsToy(byte[] peer)
    {
        return IsThere && IsOfToys(peer);
    }

    /// <summary>True for a peer on the home side.</summary>
    public bool IsHome(byte[] peer)
    {
        if (!IsThere || IsOfToys(peer))
        {
            return false;
        }

        if (Home is not null && Home.Contains(peer))
        {
            return true;
        }

        foreach (Subnet side in _homeSides)
        {
            if (side.Contains(peer))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsThere
    {
        get { return Side is null || Side.IsThere; }
    }

    // Whatever side is there: who is a toy does not become the home because the toys' side has just gone.
    private bool IsOfToys(byte[] peer)
    {
        return _toySide != null && _toySide.Contains(peer);
    }
}
