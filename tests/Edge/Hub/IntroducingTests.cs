using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading;

using ToyGuard.Core.Family;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Edge.Dialing;
using ToyGuard.Edge.Hub;
using ToyGuard.Fakes;
using ToyGuard.Guard.Toys;
using ToyGuard.Wire.Dns;

namespace ToyGuard.Edge.Tests.Hub;

/// <summary>
/// Goal: a toy of which nobody knows anything is held before its half hour, gets out in it, and afterwards to the picks alone; what is live closes with it.
/// Method: a real hub on loopback with its resolver and a TLS server behind it; the toy is a real DNS and TLS client.
/// </summary>
[TestClass]
public sealed class IntroducingTests
{
    private const int WaitMs = 20000;
    private const int NoError = 0;
    private const int NameError = 3;
    private const string A = "a.robot.example";
    private const string B = "b.robot.example";

    private static readonly byte[] Loopback = { 127, 0, 0, 1 };

    [TestMethod]
    [Req("EGR-06")]
    public void RealTries_HeldBefore_OutDuring_OnlyThePicksAfter()
    {
        using Home home = new();
        Assert.AreEqual(NameError, home.AskDns(A), "before");
        Assert.IsFalse(home.Talk(A), "before");

        Assert.AreEqual(IntroFault.None, home.Introducing.Start(1, home.Robot, 0));
        Assert.AreEqual(NoError, home.AskDns(A));
        Assert.IsTrue(home.Talk(A), "during");
        Assert.AreEqual(NoError, home.AskDns(B));
        Assert.IsTrue(home.Talk(B), "during");
        Assert.AreEqual(NameError, home.AskDns("192.0.2.9"), "an address is no name");
        Assert.AreEqual(IntroFault.None, home.Introducing.Close(1, 2, true));
        Assert.AreEqual(NameError, home.AskDns(B), "kept closed");
        Assert.IsFalse(home.Talk(B), "kept closed");
        Introduction tries = home.Introducing.Tries!;
        Assert.AreEqual(2, tries.Count);
        Assert.AreEqual(A, tries.NameAt(0));
        Assert.AreEqual(443, tries.PortAt(0));
        Assert.IsTrue(tries.LookupsAt(0) >= 1 && tries.HellosAt(0) >= 1);

        using SslStream live = home.Connect(A)!;
        home.Introducing.Turn(30 * 60 * 1000);
        Assert.IsTrue(IsClosedSoon(live), "what it opened closes with it");
        Assert.AreEqual(NameError, home.AskDns(A), "all closed");
        Assert.IsFalse(home.Talk(A), "all closed");

        home.Keep(1);
        Assert.AreEqual(NoError, home.AskDns(A));
        Assert.IsTrue(home.Talk(A), "the pick");
        Assert.AreEqual(NameError, home.AskDns(B));
        Assert.IsFalse(home.Talk(B), "no pick");
    }

    // A name that leads back into the home stays closed, whoever introduced the toy.
    [TestMethod]
    [Req("EGR-11")]
    public void NameOfAPrivateAddress_StaysClosed()
    {
        using Home home = new(isPrivate: true);
        Assert.AreEqual(IntroFault.None, home.Introducing.Start(1, home.Robot, 0));
        Assert.IsFalse(home.Talk(A));
        Assert.AreEqual(0, home.Answered);
    }

    private static bool IsClosedSoon(SslStream stream)
    {
        try
        {
            stream.ReadTimeout = WaitMs;
            return stream.Read(new byte[1], 0, 1) == 0;
        }
        catch (IOException e)
        {
            return e.InnerException is not SocketException { SocketErrorCode: SocketError.TimedOut };
        }
    }

    private sealed class Home : IServiceWatcher, IRouteMap, IDisposable
    {
        private readonly Gate _gate;
        private readonly FakeResolver _resolver;
        private readonly TcpListener _server = new(IPAddress.Loopback, 0);
        private readonly X509Certificate2 _certificate = NewCertificate();
        private readonly HubHost _host;
        private readonly HomeBook _book;
        private int _answered;

        public Home(bool isPrivate = false)
        {
            _resolver = isPrivate
                ? new FakeResolver(static (resolver, heard) => resolver.Reply(heard, PrivateAnswer(heard.Answer(60, 7))))
                : FakeResolver.Honest();
            _server.Start();
            new Thread(Serve) { IsBackground = true }.Start();
            Robot = HomeManifest.Of("Robot", Array.Empty<HomePlace>());
            _gate = new Gate(new GateState(new[] { new ToyState(Robot.Name, Robot.Manifest) }) { IsPaired = true }, new VerdictCounters());
            WallClock clock = new();
            clock.SetUtc(1800000000000, 0);
            ToyAddresses toys = new();
            toys.Add(Loopback, 1);
            HubSettings settings = new(Loopback, Subnet.Parse("127.0.0.0/24")!, Loopback) { DnsPort = 0, ResolverPort = _resolver.Port };
            settings.Relay.Port = 0;
            _host = new HubHost(_gate, toys, clock, new Dialer(this), settings, this);
            _host.Dns.Open();
            _host.Relay.Open();
            _host.Start();
            FlashModel flash = new();
            _book = new HomeBook(flash);
            _book.Open();
            Introducing = new Introducing(_gate, _book);
        }

        public DeclaredToy Robot { get; }

        public Introducing Introducing { get; }

        /// <summary>Connections that reached the server.</summary>
        public int Answered
        {
            get { return Volatile.Read(ref _answered); }
        }

        public void Keep(params int[] picks)
        {
            Assert.AreEqual(IntroFault.None, Introducing.Keep(1, Robot.Name, picks, out DeclaredToy? declared));
            FamilySettings settings = FamilySettings.Strict.WithPaired(true).WithEverythingPaused(false).WithToy(ToySettings.Introduced(Robot.Name));

            foreach (int number in Introducing.EndpointsOf(declared!, picks))
            {
                settings = Household.Approve(settings, declared!, number, true);
            }

            _gate.Replace(true, false, Household.StatesOf(settings, new[] { declared! }));
            Introducing.End();
        }

        public int AskDns(string name)
        {
            using UdpClient client = new(new IPEndPoint(IPAddress.Loopback, 0));
            client.Client.ReceiveTimeout = WaitMs;
            IPEndPoint? from = null;
            client.Connect(IPAddress.Loopback, _host.Dns.Port);
            client.Send(DnsBuilder.Query(7, name, DnsType.A, false));
            return client.Receive(ref from)[3] & 15;
        }

        /// <summary>A TLS connection through the relay to a server of that name; null when it is refused.</summary>
        public SslStream? Connect(string name)
        {
            TcpClient client = new() { ReceiveTimeout = WaitMs, SendTimeout = WaitMs };
            client.Connect(IPAddress.Loopback, _host.Relay.Port);
            SslStream stream = new(client.GetStream(), false, (_, certificate, _, _) => certificate!.GetRawCertDataString() == _certificate.GetRawCertDataString());

            try
            {
                stream.AuthenticateAsClient(name);
                return stream;
            }
            catch (Exception e) when (e is IOException or System.Security.Authentication.AuthenticationException)
            {
                stream.Dispose();
                return null;
            }
        }

        /// <summary>True when a byte goes there and back.</summary>
        public bool Talk(string name)
        {
            using SslStream? stream = Connect(name);

            if (stream is null)
            {
                return false;
            }

            stream.Write(new byte[] { 42 });
            return stream.ReadByte() == 42;
        }

        public bool TryMap(byte[] address, int port, byte[] realAddress, out int realPort)
        {
            realAddress[0] = 127;
            realAddress[3] = 1;
            realPort = port == 443 ? ((IPEndPoint)_server.LocalEndpoint).Port : 1;
            return true;
        }

        public void OnService(string service, ServiceEvent what, int delayMs, string fault)
        {
        }

        public void Dispose()
        {
            _host.Stop(WaitMs);
            _server.Stop();
            _resolver.Dispose();
            _certificate.Dispose();
        }

        // The last four bytes of the answer's one address.
        private static byte[] PrivateAnswer(byte[] message)
        {
            byte[] address = { 192, 168, 1, 10 };
            address.CopyTo(message, message.Length - 4);
            return message;
        }

        private static X509Certificate2 NewCertificate()
        {
            using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            CertificateRequest request = new("CN=robot.example", key, HashAlgorithmName.SHA256);
            using X509Certificate2 made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
            return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
        }

        private void Serve()
        {
            while (true)
            {
                try
                {
                    TcpClient client = _server.AcceptTcpClient();
                    new Thread(() => Echo(client)) { IsBackground = true }.Start();
                }
                catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
                {
                    return;
                }
            }
        }

        private void Echo(TcpClient client)
        {
            Interlocked.Increment(ref _answered);

            try
            {
                using SslStream stream = new(client.GetStream());
                stream.AuthenticateAsServer(_certificate);

                for (int value = stream.ReadByte(); value >= 0; value = stream.ReadByte())
                {
                    stream.WriteByte((byte)value);
                }
            }
            catch (Exception e) when (e is IOException or System.Security.Authentication.AuthenticationException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
