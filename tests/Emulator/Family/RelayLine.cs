using System;
using System.IO;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

using ToyGuard.Emulator.Tests.Running;

namespace ToyGuard.Emulator.Tests.Family;

/// <summary>A toy's TLS connection through a run's relay, to a server that trusts nobody but the lab's CA can prove; it says nothing and waits.</summary>
internal sealed class RelayLine : IDisposable
{
    private const int WaitMs = 20_000;

    private readonly TcpClient _client;
    private readonly SslStream? _stream;

    private RelayLine(TcpClient client, SslStream? stream)
    {
        _client = client;
        _stream = stream;
    }

    /// <summary>True when the handshake with the place itself came to its end.</summary>
    public bool IsOpen
    {
        get { return _stream is not null; }
    }

    /// <summary>Opens one from a toy's address; where the relay refuses it, one that is not open.</summary>
    public static RelayLine Open(EmulatorRun run, string toy, string host)
    {
        TcpClient client = new(new IPEndPoint(IPAddress.Parse(toy), 0)) { ReceiveTimeout = WaitMs, SendTimeout = WaitMs };

        try
        {
            client.Connect(IPAddress.Loopback, run.TlsPort);
            SslStream stream = new(client.GetStream());
            X509ChainPolicy trust = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            trust.CustomTrustStore.ImportFromPemFile(run.AuthorityFile);
            stream.AuthenticateAsClient(new SslClientAuthenticationOptions { TargetHost = host, CertificateChainPolicy = trust });
            return new RelayLine(client, stream);
        }
        catch (Exception e) when (e is IOException or AuthenticationException or SocketException)
        {
            return new RelayLine(client, null);
        }
    }

    /// <summary>Waits until the other side closes it; false when it never does.</summary>
    public bool WaitClosed()
    {
        try
        {
            return _stream!.ReadByte() < 0;
        }
        catch (IOException e)
        {
            return e.InnerException is not SocketException { SocketErrorCode: SocketError.TimedOut };
        }
    }

    public void Dispose()
    {
        _stream?.Dispose();
        _client.Dispose();
    }
}
