using System;
using System.Net.Sockets;
using ToyGuard.Core.Policy;

namespace ToyGuard.Edge.Toy;

/// <summary>One connection of a call, plain or inside TLS, and how many bytes it moved. One thread uses it; any thread may close it, which wakes that one.</summary>
internal sealed class OutgoingLine
{
    // After an answer the server ends the connection, as it was asked to. What comes until then is thrown away, within bounds, so that it is counted.
    private const int DrainMs = 250;
    private const int DrainMax = 4096;

    private readonly Socket _socket;
    private TlsLink? _link;
    private long _plain;
    private long _told;

    internal OutgoingLine(Socket socket)
    {
        _socket = socket;
    }

    /// <summary>Does the TLS handshake; false, and why, when nobody was checked.</summary>
    internal bool Secure(string host, TlsRoots roots, long utcSeconds, out Reason reason)
    {
        _link = TlsDial.Open(_socket, host, roots, utcSeconds, out reason, out long moved);
        _plain += moved;

        return _link != null;
    }

    /// <summary>A net below the watch: no wait is longer than this, even where nobody gives the client its turns.</summary>
    internal void WaitAtMost(int ms)
    {
        try
        {
            _socket.ReceiveTimeout = ms;
            _socket.SendTimeout = ms;
        }
        catch (Exception)
        {
            // Closed meanwhile: whoever reads or writes next will see.
        }
    }

    /// <summary>Waits for bytes: how many came, 0 when the server has ended, -1 when the connection broke off or was closed.</summary>
    internal int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            if (_link != null)
            {
                return _link.Stream.Read(buffer, offset, count);
            }

            int got = _socket.Receive(buffer, offset, count, SocketFlags.None);
            _plain += got;

            return got;
        }
        catch (Exception)
        {
            // Each runtime and each layer has exceptions of its own for a connection that is no more.
            return -1;
        }
    }

    /// <summary>Sends all of it. False when the connection broke off or was closed.</summary>
    internal bool Write(byte[] buffer, int offset, int count)
    {
        try
        {
            if (_link != null)
            {
                _link.Stream.Write(buffer, offset, count);

                return true;
            }

            // Counted first: a part of what fails may have gone.
            _plain += count;

            while (count > 0)
            {
                int sent = _socket.Send(buffer, offset, count, SocketFlags.None);
                offset += sent;
                count -= sent;
            }

            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    /// <summary>Bytes on the wire since this was asked last, both directions.</summary>
    internal long TakeMoved()
    {
        long moved = _plain + (_link != null ? _link.Moved : 0);
        long news = moved - _told;
        _told = moved;

        return news;
    }

    /// <summary>Reads to the server's end, as long as that is near.</summary>
    internal void Drain(byte[] scratch)
    {
        WaitAtMost(DrainMs);
        long untilMs = Environment.TickCount64 + DrainMs;
        int left = DrainMax;

        while (left > 0 && Environment.TickCount64 < untilMs)
        {
            int got = Read(scratch, 0, left);

            if (got <= 0)
            {
                return;
            }

            left -= got;
        }
    }

    /// <summary>Closes it, from any thread and any number of times.</summary>
    internal void Close()
    {
        _link?.Close();
        _socket.Close();
    }
}
