using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Threading;

namespace ToyGuard.Device.Bench;

/// <summary>The device as it is seen over the network: its page by a phone at home, its services by a toy on its own Wi-Fi.</summary>
internal sealed class Subject
{
    private const int AskMs = 2000;
    private const int Tries = 2;
    private const int DnsHead = 12;
    private const int RelayMs = 10_000;

    private readonly BenchPlan _plan;
    private readonly IPEndPoint _place;
    private readonly PhoneWire _page;

    /// <summary>The device whose page is at <paramref name="page"/>.</summary>
    public Subject(BenchPlan plan, Uri page)
    {
        _plan = plan;
        IPAddress address = page.Host.EndsWith(".localhost", StringComparison.Ordinal) ? IPAddress.Loopback
            : IPAddress.TryParse(page.Host, out IPAddress? literal) ? literal
            : Dns.GetHostAddresses(page.Host, AddressFamily.InterNetwork).FirstOrDefault() ?? throw new StepFailedException(page.Host + " is found nowhere");
        _place = new IPEndPoint(address, page.Port);
        _page = new PhoneWire(_place, page.Authority);
        Phone = new TestPhone(Say, "Bench");
    }

    /// <summary>The guardian's phone.</summary>
    public TestPhone Phone { get; }

    /// <summary>What the page tells anybody; null when nothing comes.</summary>
    public JsonElement? State()
    {
        try
        {
            PhoneExchange answer = _page.Get("/state");

            if (answer.Status != 200)
            {
                return null;
            }

            using JsonDocument document = JsonDocument.Parse(answer.Text);
            return document.RootElement.Clone();
        }
        catch (Exception e) when (e is IOException or SocketException or JsonException)
        {
            return null;
        }
    }

    /// <summary>True when the page itself comes.</summary>
    public bool IsPageThere()
    {
        try
        {
            PhoneExchange answer = _page.Get("/");
            return answer.Status == 200 && answer.IsWhole && answer.Body.Length > 0;
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            return false;
        }
    }

    /// <summary>A connection that says nothing, to the page or to the relay. Throws where nobody takes it.</summary>
    public Socket Knock(bool isPage)
    {
        Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveTimeout = RelayMs, SendTimeout = RelayMs };

        try
        {
            socket.Bind(new IPEndPoint(isPage ? IPAddress.Any : _plan.From, 0));
            socket.Connect(isPage ? _place : new IPEndPoint(_plan.Hub, _plan.TlsPort));
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>What the hub says to a toy's question for a name: the address, "held" when it says no, "" when it says nothing.</summary>
    public string Ask(string host)
    {
        using UdpClient toy = new(new IPEndPoint(_plan.From, 0));
        toy.Client.ReceiveTimeout = AskMs;
        toy.Connect(_plan.Hub, _plan.DnsPort);

        // On the air one datagram may be lost.
        for (int id = 1; id <= Tries; id++)
        {
            try
            {
                toy.Send(DnsBuilder.Query(id, host, 1, true));
                IPEndPoint? hub = null;
                byte[] answer = toy.Receive(ref hub);
                return answer.Length < DnsHead || (answer[3] & 0x0F) != 0 || answer[7] == 0 ? "held" : _plan.Hub.ToString();
            }
            catch (SocketException)
            {
                // Nothing came, or nobody listens.
            }
        }

        return "";
    }

    /// <summary>Throws a datagram at the hub's names.</summary>
    public void Throw(byte[] packet)
    {
        using UdpClient toy = new(new IPEndPoint(_plan.From, 0));
        toy.Connect(_plan.Hub, _plan.DnsPort);

        try
        {
            toy.Send(packet);
        }
        catch (SocketException)
        {
            // Refused: nobody listens just now.
        }
    }

    /// <summary>A TLS connection through the hub to <paramref name="host"/>, under that place's own certificate; null when the hub does not let it through.</summary>
    public SslStream? Connect(string host)
    {
        Socket socket = Knock(isPage: false);
        SslStream stream = new(new NetworkStream(socket, ownsSocket: true));

        try
        {
            stream.AuthenticateAsClient(new SslClientAuthenticationOptions { TargetHost = host, CertificateChainPolicy = Chain() });
            return stream;
        }
        catch (Exception e) when (e is IOException or SocketException or AuthenticationException)
        {
            stream.Dispose();
            return null;
        }
    }

    /// <summary>Waits until it is so, for a minute; how long it took.</summary>
    public static TimeSpan Until(Func<bool> isIt, string fault)
    {
        long begun = Stopwatch.GetTimestamp();

        while (!isIt())
        {
            if (Stopwatch.GetElapsedTime(begun) > TimeSpan.FromMinutes(1))
            {
                throw new StepFailedException(fault);
            }

            Thread.Sleep(20);
        }

        return Stopwatch.GetElapsedTime(begun);
    }

    /// <summary>Ends the run's step unless it is so.</summary>
    public static void Must(bool isSo, string fault)
    {
        if (!isSo)
        {
            throw new StepFailedException(fault);
        }
    }

    private byte[]? Say(byte[] message)
    {
        try
        {
            return _page.Door(message);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            return null;
        }
    }

    private X509ChainPolicy Chain()
    {
        X509ChainPolicy policy = new() { RevocationMode = X509RevocationMode.NoCheck };

        if (_plan.Authority.Length > 0)
        {
            policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            policy.CustomTrustStore.ImportFromPemFile(_plan.Authority);
        }

        return policy;
    }
}
