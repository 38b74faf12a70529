using System.Net.Sockets;

namespace ToyGuard.Edge;

/// <summary>Waits for whichever of two sockets has something to read first. One for each thread that waits.</summary>
/// <remarks>The platform has no Select. A Poll waits in native code and lets other threads run, so short polls in turn cost little.</remarks>
public sealed class Pair
{
    private const int TurnMs = 2;

    /// <summary>1 = <paramref name="a"/> has bytes or has ended, 2 = <paramref name="b"/> has, 3 = both, 0 = neither within <paramref name="ms"/> milliseconds.</summary>
    /// <remarks>Throws what the socket throws when another thread closes it meanwhile.</remarks>
    public int Wait(Socket a, Socket b, int ms)
    {
        int waitedMs = 0;

        while (true)
        {
            int ready = (a.Poll(0, SelectMode.SelectRead) ? 1 : 0) | (b.Poll(0, SelectMode.SelectRead) ? 2 : 0);

            if (ready != 0 || waitedMs >= ms)
            {
                return ready;
            }

            if (!a.Poll(TurnMs * 1000, SelectMode.SelectRead))
            {
                b.Poll(TurnMs * 1000, SelectMode.SelectRead);
            }

            waitedMs += 2 * TurnMs;
        }
    }
}
