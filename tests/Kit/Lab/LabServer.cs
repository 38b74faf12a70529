using System;
using System.Collections.Concurrent;
using System.IO;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Threading;

namespace ToyGuard.Kit.Tests.Lab;

/// <summary>A real server on loopback, over TLS or in plain text, that answers each request as a test says.</summary>
internal sealed class LabServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly bool _isTls;
    private int _connections;

    public LabServer(bool isTls)
    {
        _isTls = isTls;
        _listener.Start();
        new Thread(Accept) { IsBackground = true, Name = "lab server" }.Start();
    }

    /// <summary>Answers one request on the server's own thread.</summary>
    public delegate void Script(LabVisit visit);

    public int Port
    {
        get { return ((IPEndPoint)_listener.LocalEndpoint).Port; }
    }

    /// <summary>How many connections arrived.</summary>
    public int Connections
    {
        get { return _connections; }
    }

    /// <summary>The requests that came through, in order.</summary>
    public ConcurrentQueue<LabVisit> Visits { get; } = new();

    /// <summary>What is done with the next request; "hello" and 200 unless told otherwise.</summary>
    public Script Answer { get; set; } = static visit => visit.SendText("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");

    public void Dispose()
    {
        _listener.Dispose();
    }

    private void Accept()
    {
        while (true)
        {
            try
            {
                Socket client = _listener.AcceptSocket();
                Interlocked.Increment(ref _connections);
                new Thread(() => Serve(client)) { IsBackground = true, Name = "lab visit" }.Start();
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }

    private void Serve(Socket client)
    {
        client.NoDelay = true;
        client.ReceiveTimeout = KitLab.WaitMs;
        client.SendTimeout = KitLab.WaitMs;

        try
        {
            using NetworkStream plain = new(client, ownsSocket: true);

            if (!_isTls)
            {
                Talk(client, plain);
                return;
            }

            using SslStream tls = new(plain);
            tls.AuthenticateAsServer(Authority.ServerCertificate);
            Talk(client, tls);
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or AuthenticationException or InvalidOperationException)
        {
            // A client that goes away in the middle is what many tests are about.
        }
    }

    private void Talk(Socket client, Stream stream)
    {
        LabVisit visit = new(client, stream);

        if (!visit.ReadRequest())
        {
            return;
        }

        Visits.Enqueue(visit);
        Answer(visit);

        if (stream is SslStream tls && !visit.IsOver)
        {
            tls.ShutdownAsync().Wait(KitLab.WaitMs);
        }

        if (!visit.IsOver)
        {
            visit.End();
        }
    }
}
