using System;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;

namespace ToyGuard.Edge.Toy.Tests;

/// <summary>A plain http server on loopback that says what a test tells it to, and counts every byte both ways.</summary>
internal sealed class LabHttp : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly Action<LabVisit> _script;
    private int _open;

    /// <summary>Each connection goes to <paramref name="script"/>, on a thread of its own; what it has said by its end was all.</summary>
    public LabHttp(Action<LabVisit> script)
    {
        _script = script;
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(64);
        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
        new Thread(Listen) { IsBackground = true, Name = "lab http" }.Start();
    }

    public int Port { get; }

    /// <summary>Connections so far, by the request they made; the whole of it as text.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Connections that are not over.</summary>
    public int Open
    {
        get { return Volatile.Read(ref _open); }
    }

    /// <summary>Connections so far.</summary>
    public int Visits { get; private set; }

    /// <summary>Bytes of all connections that are over, both directions.</summary>
    public long Moved { get; private set; }

    /// <summary>A server that says the same to everybody.</summary>
    public static LabHttp Saying(string answer)
    {
        return new LabHttp(visit => visit.Say(answer));
    }

    /// <summary>Waits until nobody is connected.</summary>
    public void WaitUntilQuiet()
    {
        Assert.IsTrue(SpinWait.SpinUntil(() => Open == 0, ClientLab.WaitMs), "a connection stayed open");
    }

    public void Dispose()
    {
        _listener.Dispose();
    }

    private void Listen()
    {
        while (true)
        {
            try
            {
                Socket socket = _listener.Accept();
                Visits++;
                Interlocked.Increment(ref _open);
                new Thread(() => Serve(socket)) { IsBackground = true, Name = "lab visit" }.Start();
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private void Serve(Socket socket)
    {
        LabVisit visit = new(socket);

        try
        {
            socket.NoDelay = true;
            socket.ReceiveTimeout = ClientLab.WaitMs;
            Requests.Enqueue(Encoding.ASCII.GetString(visit.HearRequest()));
            _script(visit);
            visit.EndAndHearOut();
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
        }
        finally
        {
            socket.Dispose();

            lock (Requests)
            {
                Moved += visit.Moved;
            }

            Interlocked.Decrement(ref _open);
        }
    }
}
