using System;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text;

namespace ToyGuard.Edge;

/// <summary>One bound IPv4 UDP socket. The only place that sends datagrams; it decides nothing about who may be sent what.</summary>
/// <remarks>
/// One thread receives and replies; <see cref="Close"/> may come from any other and wakes it.
/// The SocketAddress overloads are used because the EndPoint ones allocate at every packet.
/// </remarks>
public sealed class Datagrams
{
    /// <summary>Answers a second that this platform gives with a small part of one core, measured on 2 cores (tests/Bench): what is divided when several ask.</summary>
    public const int AnswersASecond = 10_000;

    // What the system keeps while the receiver is not running. It may give less; a scheduler's turn of 10 ms at full speed needs about this.
    private const int ReceiveBufferBytes = 4 * 1024 * 1024;

    // Layout of an IPv4 SocketAddress on every system .NET runs on: family 2, port 2, address 4, padding 8.
    private const int PortOffset = 2;
    private const int AddressOffset = 4;

    private readonly Socket _socket;
    private readonly SocketAddress _peer = new SocketAddress(AddressFamily.InterNetwork);
    private readonly SocketAddress _target = new SocketAddress(AddressFamily.InterNetwork);
    private int _timeoutMs;

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
            _socket.ReceiveBufferSize = ReceiveBufferBytes;
            if (isShared)
            {
                // Groups of one link are spoken to with the largest distance there is, so that a smaller one shows who comes from afar (RFC 6762, 11).
                _socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
                _socket.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.MulticastTimeToLive, 255);
            }

            IPAddress bound = isOnLink ? BindToLink(new IPAddress(address)) : new IPAddress(address);
            _socket.Bind(new IPEndPoint(bound, port));
            Port = ((IPEndPoint)_socket.LocalEndPoint!).Port;
        }
        catch (SocketException)
        {
            _socket.Close();
            throw;
        }
    }

    /// <summary>A socket of the link where our address is <paramref name="address"/> (4 bytes): it hears what is sent to that address and to everybody there, and may speak to everybody there. No other link is heard.</summary>
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
        if (timeoutMs != _timeoutMs)
        {
            _socket.ReceiveTimeout = timeoutMs;
            _timeoutMs = timeoutMs;
        }

        int count;

        try
        {
            count = _socket.ReceiveFrom(buffer.AsSpan(), SocketFlags.None, _peer);
        }
        catch (SocketException e) when (IsNothing(e.SocketErrorCode))
        {
            return -1;
        }

        for (int i = 0; i < Sender.Length; i++)
        {
            Sender[i] = _peer[AddressOffset + i];
        }

        SenderPort = (_peer[PortOffset] << 8) | _peer[PortOffset + 1];
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
        _target[PortOffset] = (byte)(port >> 8);
        _target[PortOffset + 1] = (byte)port;

        for (int i = 0; i < Sender.Length; i++)
        {
            _target[AddressOffset + i] = address[i];
        }

        return Send(buffer, count, _target);
    }

    /// <summary>Listens to <paramref name="group"/> on the link where our address is <paramref name="at"/>, 4 bytes each, for as long as the socket is open.</summary>
    /// <returns>False when there is no such link, or not yet.</returns>
    public bool Join(byte[] group, byte[] at)
    {
        try
        {
            _socket.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.AddMembership, new MulticastOption(new IPAddress(group), new IPAddress(at)));
            return true;
        }
        catch (SocketException e)
        {
            // It listens there already, perhaps under an older address.
            return e.SocketErrorCode == SocketError.AddressAlreadyInUse;
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

    private bool Send(byte[] buffer, int count, SocketAddress target)
    {
        try
        {
            return _socket.SendTo(buffer.AsSpan(0, count), SocketFlags.None, target) == count;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    // On Linux a socket of one address hears no broadcast, and one of any address hears every link: there it is bound to the link.
    private IPAddress BindToLink(IPAddress address)
    {
        const int SocketLevel = 1;
        const int BindToDevice = 25;
        _socket.EnableBroadcast = true;

        if (!OperatingSystem.IsLinux())
        {
            return address;
        }

        foreach (NetworkInterface link in NetworkInterface.GetAllNetworkInterfaces())
        {
            foreach (UnicastIPAddressInformation own in link.GetIPProperties().UnicastAddresses)
            {
                if (own.Address.Equals(address))
                {
                    _socket.SetRawSocketOption(SocketLevel, BindToDevice, Encoding.ASCII.GetBytes(link.Name + "\0"));
                    return IPAddress.Any;
                }
            }
        }

        throw new SocketException((int)SocketError.AddressNotAvailable);
    }

    // Windows reports an earlier reply that nobody wanted as a reset of this socket, and a datagram longer than the buffer as an error.
    private static bool IsNothing(SocketError error)
    {
        return error == SocketError.TimedOut
            || error == SocketError.ConnectionReset
            || error == SocketError.MessageSize;
    }
}
