using System;
using System.Net;
using System.Net.Sockets;
using System.Threading;

using ToyGuard.Fakes;

namespace ToyGuard.Edge.Family.Tests.Mdns;

/// <summary>A running service, and what its watcher heard.</summary>
internal sealed class MdnsRun : IMdnsWatcher, IDisposable
{
    private const int WaitMs = 20_000;
    private const int AskMicroseconds = 200_000;

    private readonly Thread _thread;
    private volatile string _heard = "";

    public MdnsRun(string label, int port)
    {
        Service = new MdnsService(label, new SecureRandom(), this, port);
        _thread = new Thread(Service.Run) { IsBackground = true };
        _thread.Start();
    }

    /// <summary>Where multicast DNS is spoken.</summary>
    public static IPAddress Group { get; } = new(new byte[] { 224, 0, 0, 251 });

    public MdnsService Service { get; }

    /// <summary>"True" and "False", one behind the other.</summary>
    public string Heard
    {
        get { return _heard; }
    }

    public void OnConflict(bool isInConflict)
    {
        _heard += isInConflict;
    }

    public void Until(Func<bool> isDone, string fault)
    {
        for (long endMs = Environment.TickCount64 + WaitMs; !isDone();)
        {
            Assert.IsTrue(_thread.IsAlive, "the service ended");
            Assert.IsLessThan(endMs, Environment.TickCount64, fault);
            Thread.Sleep(20);
        }
    }

    /// <summary>Asks for the address of a name as a client of ordinary DNS does, again until an answer comes: for its first second no name is ours.</summary>
    public byte[] Ask(byte[] from, string name)
    {
        using Socket phone = Bound(from);
        byte[] question = DnsBuilder.Query(0xBEEF, name, 1, false);
        byte[] answer = new byte[600];
        int length = 0;

        Until(
            () =>
            {
                Send(phone, question, Service.Port);

                if (phone.Poll(AskMicroseconds, SelectMode.SelectRead))
                {
                    length = phone.Receive(answer);
                }

                return length > 0;
            },
            "no answer");

        return answer.AsSpan(0, length).ToArray();
    }

    /// <summary>A socket that speaks to the group on the link of its address.</summary>
    public static Socket Bound(byte[] address)
    {
        Socket socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(new IPAddress(address), 0));
        socket.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.MulticastInterface, address);
        return socket;
    }

    /// <summary>Says it to the group.</summary>
    public static void Send(Socket socket, byte[] packet, int port)
    {
        socket.SendTo(packet, new IPEndPoint(Group, port));
    }

    public void Dispose()
    {
        Service.Stop();
        Assert.IsTrue(_thread.Join(WaitMs));
    }
}
