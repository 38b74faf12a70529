using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;

using ToyGuard.Edge;

namespace ToyGuard.Emulator.Lab;

/// <summary>A real UDP resolver on loopback that the hub's own DNS client asks: it knows the lab's names and hands all others on, where there is somebody to hand them to.</summary>
internal sealed class LabResolver : IDisposable
{
    private const int DatagramMax = 4096;
    private const int WaitMs = 1000;
    private const int UpstreamMs = 3000;

    private static readonly byte[] Loopback = IPAddress.Loopback.GetAddressBytes();
    private static readonly byte[] Any = IPAddress.Any.GetAddressBytes();

    private readonly LabTable _table;
    private readonly IPEndPoint? _upstream;
    private readonly ILabWatcher _watcher;
    private readonly Datagrams _socket = new(Loopback, 0);
    private readonly object _sendLock = new();

    /// <summary>A resolver that listens already; <see cref="Start"/> makes it answer.</summary>
    /// <param name="table">The names it knows.</param>
    /// <param name="upstream">Whom it hands other names on to, null for nobody: then they do not exist.</param>
    /// <param name="watcher">Hears of each question.</param>
    public LabResolver(LabTable table, IPEndPoint? upstream, ILabWatcher watcher)
    {
        _table = table;
        _upstream = upstream;
        _watcher = watcher;
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint EndPoint
    {
        get { return new IPEndPoint(IPAddress.Loopback, _socket.Port); }
    }

    /// <summary>Answers from now on until it is disposed, on a thread of its own.</summary>
    public void Start()
    {
        Threads.Start("lab-resolver", Serve);
    }

    public void Dispose()
    {
        _socket.Close();
    }

    private void Serve()
    {
        byte[] query = new byte[DatagramMax];

        while (true)
        {
            try
            {
                int count = _socket.Receive(query, WaitMs);

                if (count > 0 && LabQuestion.TryRead(query.AsSpan(0, count), out LabQuestion question))
                {
                    _watcher.OnResolverAsked(question.Name);
                    Take(question, query[..count]);
                }
            }
            catch (SocketException e) when (e.SocketErrorCode is not (SocketError.OperationAborted or SocketError.Interrupted))
            {
                // A peer that closed its port before the answer came.
            }
            catch (Exception e) when (e is ObjectDisposedException or SocketException)
            {
                return;
            }
        }
    }

    private void Take(LabQuestion question, byte[] query)
    {
        byte[] asker = (byte[])_socket.Sender.Clone();
        int port = _socket.SenderPort;
        IReadOnlyList<IPAddress>? addresses = _table.AddressesOf(question.Name);

        if (addresses is null && _upstream is not null)
        {
            Task.Run(() => HandOn(query, _upstream, asker, port));
            return;
        }

        Send(question.Answer(addresses), asker, port);
    }

    // Byte for byte both ways: the hub's own client judges what comes back. No answer from there is no answer from here.
    private void HandOn(byte[] query, IPEndPoint upstream, byte[] asker, int port)
    {
        try
        {
            Datagrams socket = new(Any, 0);

            try
            {
                byte[] reply = new byte[DatagramMax];
                int count = socket.SendTo(upstream.Address.GetAddressBytes(), upstream.Port, query, query.Length)
                    ? socket.Receive(reply, UpstreamMs)
                    : 0;

                if (count > 0 && socket.SenderPort == upstream.Port && new IPAddress(socket.Sender).Equals(upstream.Address))
                {
                    Send(reply[..count], asker, port);
                }
            }
            finally
            {
                socket.Close();
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The hub's client waits, asks again and gives up by itself.
        }
    }

    private void Send(byte[] answer, byte[] asker, int port)
    {
        lock (_sendLock)
        {
            _socket.SendTo(asker, port, answer, answer.Length);
        }
    }
}
