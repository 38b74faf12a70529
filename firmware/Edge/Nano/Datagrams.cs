using System;
using System.Net;
using System.Net.Sockets;

namespace ToyGuard.Edge;

/// <summary>One bound IPv4 UDP socket. The only place that sends datagrams; it decides nothing about who may be sent what.</summary>
/// <remarks>
/// One thread receives and replies; <see cref="Close"/> may come from any other and wakes it.
/// The platform makes a new end point for every packet; there is no overload that does not. Its receive buffer cannot be set.
/// </remarks>
public sealed class Datagrams
{
    /// <summary>Answers a second that are divided when several ask: a guess on the careful side, no board was measured yet.</summary>
    public const int AnswersASecond = 150;

    private readonly Socket _socket;
    private EndPoint _peer = new IPEndPoint(IPAddress.Any, 0);

    /// <summary>Binds to <paramref name="address"/> (4 bytes, all zero for any) and <paramref name="port"/> (0 for any free one). Throws SocketException when that cannot be had.</summary>
    public Datagrams(byte[] address, int port)
        : this(address, port, false)
    {
    }

    /// <summary>The same for a port that others on this machine may have as well, for groups: with <paramref name="isShared"/>.</summary>
    public Datagrams(byte[] address, int port, bool isShared)
        : this(address, port, isShared, false)
    {
    }

    private Datagrams(byte[] address, int port, bool isShared, bool isOnLink)
    {
        _socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);

        try
        {
            if (isShared)
            {
                // Groups of one link are spoken to with the largest distance there is, so that a smaller one shows who comes from afar (RFC 6762, 11).
                _socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
                _socket.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.MulticastTimeToLive, 255);
            }

            if (isOnLink)
            {
                // The stack gives what is sent to everybody to a socket of an address too, and sends it where that address is.
                _socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Broadcast, true);
            }

            _socket.Bind(new IPEndPoint(new IPAddress(address), port));
            Port = ((IPEndPoint)_socket.LocalEndPoint).Port;
        }
        catch (SocketException)
        {
            _socket.Close();
            throw;
        }
    }

    /// <summary>A socket of the link where our address is <paramref name="address"/> (4 bytes): it hears what is sent to that address and to everybody there, and may speak to everybody there. The stack may let it hear other links too, so who is heard has to go by more than that.</summary>
    public static Datagrams OnLink(byte[] address, int port)
    {
        return new Datagrams(address, port, false, true);
    }

    /// <summary>The port it is bound to, 1 to 65535.</summary>
    public int Port { get; }

    /// <summary>Address of the last datagram's sender: always the same 4 bytes, overwritten by each <see cref="Receive"/> that returned one.</summary>
    public byte[] Sender { get; } = new byte[4];

    /// <summary>Port of the last datagram's sender, 0 to 65535.</summary>
    public int SenderPort { get; private set; }

    /// <summary>Waits at most <paramref name="timeoutMs"/> (1 or more) for a datagram. What does not fit into <paramref name="buffer"/> is cut off or lost.</summary>
    /// <returns>Its length, 0 for an empty one, -1 when none came. Throws SocketException or ObjectDisposedException when the socket is broken or closed.</returns>
    public int Receive(byte[] buffer, int timeoutMs)
    {
        int count;

        try
        {
            _socket.ReceiveTimeout = timeoutMs;
            count = _socket.ReceiveFrom(buffer, 0, buffer.Length, SocketFlags.None, ref _peer);
        }
        catch (SocketException e)
        {
            if (IsNothing(e.ErrorCode))
            {
                return -1;
            }

            throw;
        }

        IPEndPoint peer = (IPEndPoint)_peer;
        byte[] address = peer.Address.GetAddressBytes();

        for (int i = 0; i < Sender.Length; i++)
        {
            Sender[i] = address[i];
        }

        SenderPort = peer.Port;
        return count;
    }

    /// <summary>Sends the first <paramref name="count"/> bytes to whoever sent the last datagram.</summary>
    /// <returns>False when they could not be sent.</returns>
    public bool Reply(byte[] buffer, int count)
    {
        return Send(buffer, count, _peer);
    }

    /// <summary>Sends the first <paramref name="count"/> bytes to <paramref name="address"/> (4 bytes) and <paramref name="port"/>.</summary>
    /// <returns>False when they could not be sent.</returns>
    public bool SendTo(byte[] address, int port, byte[] buffer, int count)
    {
        return Send(buffer, count, new IPEndPoint(new IPAddress(address), port));
    }

    /// <summary>Listens to <paramref name="group"/> on the link where our address is <paramref name="at"/>, 4 bytes each, for as long as the socket is open.</summary>
    /// <returns>False when there is no such link, or not yet.</returns>
    public bool Join(byte[] group, byte[] at)
    {
        try
        {
            // The group's address, then ours on the link.
            byte[] both = new byte[8];
            Array.Copy(group, 0, both, 0, 4);
            Array.Copy(at, 0, both, 4, 4);
            _socket.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.AddMembership, both);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>Sends the first <paramref name="count"/> bytes to <paramref name="group"/> and <paramref name="port"/> on the link where our address is <paramref name="at"/>.</summary>
    /// <returns>False when they could not be sent.</returns>
    public bool SendTo(byte[] group, byte[] at, int port, byte[] buffer, int count)
    {
        try
        {
            _socket.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.MulticastInterface, at);
        }
        catch (SocketException)
        {
            return false;
        }

        return SendTo(group, port, buffer, count);
    }

    /// <summary>Ends it. A waiting <see cref="Receive"/> throws, or says that an empty datagram came; the next one throws.</summary>
    public void Close()
    {
        _socket.Close();
    }

    private bool Send(byte[] buffer, int count, EndPoint target)
    {
        try
        {
            return _socket.SendTo(buffer, 0, count, SocketFlags.None, target) == count;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    // Numbers, because SocketException has no SocketErrorCode here.
    private static bool IsNothing(int error)
    {
        return error == (int)SocketError.TimedOut
            || error == (int)SocketError.ConnectionReset
            || error == (int)SocketError.MessageSize;
    }
}
