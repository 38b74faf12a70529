using System.Collections.Generic;
using System.Net.Sockets;

namespace ToyGuard.Edge;

/// <summary>Waits for whichever of two sockets has something to read first. One for each thread that waits.</summary>
/// <remarks>Select over a list that is used again and again: it allocates nothing, and on Unix it is poll(2), so large handle numbers do no harm.</remarks>
public sealed class Pair
{
    private readonly List<Socket> _sockets = new(2);

    /// <summary>1 = <paramref name="a"/> has bytes or has ended, 2 = <paramref name="b"/> has, 3 = both, 0 = neither within <paramref name="ms"/> milliseconds.</summary>
    /// <remarks>Throws what the socket throws when another thread closes it meanwhile.</remarks>
    public int Wait(Socket a, Socket b, int ms)
    {
        _sockets.Clear();
        _sockets.Add(a);
        _sockets.Add(b);
        Socket.Select(_sockets, null, null, ms * 1000);

        int ready = 0;

        for (int i = 0; i < _sockets.Count; i++)
        {
            ready |= ReferenceEquals(_sockets[i], a) ? 1 : 2;
        }

        return ready;
    }
}
