using System;
using System.Net.Sockets;

namespace ToyGuard.Edge;

/// <summary>Two sockets that one thread serves: which of them is ready, and receiving and sending without waiting. One for each thread.</summary>
/// <remarks>The platform has no Select and no sockets that do not block. A Poll waits in native code and lets other threads run, so short polls in turn cost little.</remarks>
public sealed class Pair
{
    /// <summary>The first socket has bytes or has ended.</summary>
    public const int ReadA = 1;

    /// <summary>The second socket has bytes or has ended.</summary>
    public const int ReadB = 2;

    /// <summary>The first socket takes bytes.</summary>
    public const int WriteA = 4;

    /// <summary>The second socket takes bytes.</summary>
    public const int WriteB = 8;

    private const int TurnMs = 2;

    // A socket that polls as writable has at least TCP_SNDLOWAT bytes of room, 2,880 as these images are built; a send that fits does not wait.
    private const int SendMax = 2048;

    /// <summary>Prepares both sockets for this class. They are served through it from then on.</summary>
    public static void Prepare(Socket a, Socket b)
    {
    }

    /// <summary>Waits until something comes on a socket that was not prepared, and receives it: how many bytes, 0 when the other side has ended or broken off.</summary>
    public static int Hear(Socket from, byte[] buffer, int offset, int count)
    {
        try
        {
            return from.Receive(buffer, offset, count, SocketFlags.None);
        }
        catch (SocketException)
        {
            return 0;
        }
        catch (ObjectDisposedException)
        {
            return 0;
        }
    }

    /// <summary>Waits until one of the bits in <paramref name="watch"/> is true, at most <paramref name="ms"/> milliseconds, and returns those that are; 0 when none is.</summary>
    /// <remarks>Throws what the socket throws when another thread closes it meanwhile.</remarks>
    public int Wait(Socket a, Socket b, int watch, int ms)
    {
        int waitedMs = 0;

        while (true)
        {
            int ready = Look(a, b, watch, 0);

            if (ready != 0 || waitedMs >= ms)
            {
                return ready;
            }

            ready = Look(a, b, watch, TurnMs * 1000);

            if (ready != 0)
            {
                return ready;
            }

            waitedMs += TurnMs;
        }
    }

    /// <summary>Receives what is there, and never waits: how many bytes, 0 when the other side has ended or broken off, -1 when nothing is there now.</summary>
    public static int Receive(Socket from, byte[] buffer, int offset, int count)
    {
        try
        {
            return from.Poll(0, SelectMode.SelectRead) ? from.Receive(buffer, offset, count, SocketFlags.None) : -1;
        }
        catch (SocketException)
        {
            return 0;
        }
        catch (ObjectDisposedException)
        {
            return 0;
        }
    }

    /// <summary>Sends as much as there is room for: how many bytes, 0 when there is none now, -1 when the other side takes no more.</summary>
    public static int Send(Socket to, byte[] buffer, int offset, int count)
    {
        try
        {
            return to.Poll(0, SelectMode.SelectWrite)
                ? to.Send(buffer, offset, count < SendMax ? count : SendMax, SocketFlags.None)
                : 0;
        }
        catch (SocketException)
        {
            return -1;
        }
        catch (ObjectDisposedException)
        {
            return -1;
        }
    }

    private static int Look(Socket a, Socket b, int watch, int microseconds)
    {
        int ready = 0;

        if ((watch & ReadA) != 0 && a.Poll(microseconds, SelectMode.SelectRead))
        {
            ready |= ReadA;
        }

        if ((watch & ReadB) != 0 && b.Poll(ready == 0 ? microseconds : 0, SelectMode.SelectRead))
        {
            ready |= ReadB;
        }

        if ((watch & WriteA) != 0 && a.Poll(ready == 0 ? microseconds : 0, SelectMode.SelectWrite))
        {
            ready |= WriteA;
        }

        if ((watch & WriteB) != 0 && b.Poll(ready == 0 ? microseconds : 0, SelectMode.SelectWrite))
        {
            ready |= WriteB;
        }

        return ready;
    }
}
