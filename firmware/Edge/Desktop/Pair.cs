using System;
using System.Collections.Generic;
using System.Net.Sockets;

namespace ToyGuard.Edge;

/// <summary>Two sockets that one thread serves: which of them is ready, and receiving and sending without waiting. One for each thread.</summary>
/// <remarks>Select over lists that are used again and again: it allocates nothing, and on Unix it is poll(2), so large handle numbers do no harm.</remarks>
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

    private readonly List<Socket> _read = new(2);
    private readonly List<Socket> _write = new(2);

    /// <summary>Prepares both sockets for this class. They are served through it from then on.</summary>
    public static void Prepare(Socket a, Socket b)
    {
        a.Blocking = false;
        b.Blocking = false;
    }

    /// <summary>Waits until something comes on a socket that was not prepared, and receives it: how many bytes, 0 when the other side has ended or broken off.</summary>
    public static int Hear(Socket from, byte[] buffer, int offset, int count)
    {
        try
        {
            int got = from.Receive(buffer, offset, count, SocketFlags.None, out SocketError error);

            return error == SocketError.Success ? got : 0;
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
        Fill(_read, a, b, watch & ReadA, watch & ReadB);
        Fill(_write, a, b, watch & WriteA, watch & WriteB);
        Socket.Select(_read, _write, null, ms * 1000);

        return Ready(_read, a, ReadA, ReadB) | Ready(_write, a, WriteA, WriteB);
    }

    /// <summary>Receives what is there, and never waits: how many bytes, 0 when the other side has ended or broken off, -1 when nothing is there now.</summary>
    public static int Receive(Socket from, byte[] buffer, int offset, int count)
    {
        try
        {
            if (from.Blocking && !from.Poll(0, SelectMode.SelectRead))
            {
                return -1;
            }

            int got = from.Receive(buffer, offset, count, SocketFlags.None, out SocketError error);

            if (error == SocketError.WouldBlock)
            {
                return -1;
            }

            return error == SocketError.Success ? got : 0;
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
            int sent = to.Send(buffer, offset, count, SocketFlags.None, out SocketError error);

            if (error == SocketError.WouldBlock)
            {
                // What went before there was no more room is counted.
                return sent > 0 ? sent : 0;
            }

            return error == SocketError.Success ? sent : -1;
        }
        catch (ObjectDisposedException)
        {
            return -1;
        }
    }

    private static void Fill(List<Socket> list, Socket a, Socket b, int watchA, int watchB)
    {
        list.Clear();

        if (watchA != 0)
        {
            list.Add(a);
        }

        if (watchB != 0)
        {
            list.Add(b);
        }
    }

    private static int Ready(List<Socket> list, Socket a, int bitA, int bitB)
    {
        int ready = 0;

        for (int i = 0; i < list.Count; i++)
        {
            ready |= ReferenceEquals(list[i], a) ? bitA : bitB;
        }

        return ready;
    }
}
