using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

using ToyGuard.Core.Policy;
using ToyGuard.Fakes;

namespace ToyGuard.Edge.Toy.Tests;

/// <summary>
/// Goal: what a toy says reaches a server that its manifest's anchors vouch for, and nobody else; and each wrong one has its own reason.
/// Method: real servers on loopback, one for each way to be wrong, that count what they could decrypt.
/// </summary>
[TestClass]
public sealed class TlsDialTests
{
    private const string Host = "stories.toys.test";
    private const int WaitMs = 10000;

    [TestMethod]
    [Req("EGR-05")]
    [DataRow(SslProtocols.Tls12)]
    [DataRow(SslProtocols.Tls13)]
    public void Open_RightServer_IsReachedAndEveryByteCounted(SslProtocols protocol)
    {
        using TlsAuthority authority = new("Root");
        using TlsServer server = new(authority.Issue(Host), protocol);
        using TlsTap tap = new(server.Place);
        TlsLink? link = Open(TlsServer.ConnectTo(tap.Place), authority.Roots, out Reason reason);

        Assert.AreEqual(Reason.None, reason);
        Assert.AreEqual("hello", Exchange(link!, "hello"));
        Assert.AreEqual(5, server.Bytes);
        string asked = Encoding.ASCII.GetString(tap.Up);
        Assert.IsTrue(asked.Contains(Host, StringComparison.Ordinal), "the name is asked for");
        Assert.AreEqual(tap.Up.Length + tap.Down.Length, link!.Moved, "what is counted is what was on the wire");
        link.Close();
        link.Close();
    }

    [TestMethod]
    [Req("EGR-05")]
    [DataRow(SslProtocols.Tls12)]
    [DataRow(SslProtocols.Tls13)]
    public void Open_StrangersAnchor_IsUntrusted(SslProtocols protocol)
    {
        using TlsAuthority authority = new("Root");
        using TlsAuthority stranger = new("Root");
        using TlsServer server = new(stranger.Issue(Host), protocol);

        AssertHeld(Reason.TlsUntrusted, server, authority.Roots);
    }

    [TestMethod]
    [Req("EGR-05")]
    public void Open_SelfSigned_IsUntrusted()
    {
        using TlsAuthority authority = new("Root");
        using TlsAuthority itself = new(Host);
        using TlsServer server = new(itself.Certificate);

        AssertHeld(Reason.TlsUntrusted, server, authority.Roots);
    }

    [TestMethod]
    [Req("EGR-05")]
    [DataRow("other.toys.test")]
    [DataRow("toys.test")]
    [DataRow("*.stories.toys.test")]
    [DataRow("stories.toys.test.example")]
    public void Open_AnotherName_IsWrongName(string name)
    {
        using TlsAuthority authority = new("Root");
        using TlsServer server = new(authority.Issue(name));

        AssertHeld(Reason.TlsWrongName, server, authority.Roots);
    }

    [TestMethod]
    [Req("EGR-05")]
    public void Open_SecondAfterItsEnd_IsExpired()
    {
        using TlsAuthority authority = new("Root");
        using TlsServer server = new(authority.Issue(Host, end: TlsAuthority.Now.AddSeconds(-1)));

        AssertHeld(Reason.TlsExpired, server, authority.Roots);
    }

    [TestMethod]
    [Req("EGR-05")]
    public void Open_SecondBeforeItsBegin_IsNotYetValid()
    {
        using TlsAuthority authority = new("Root");
        using TlsServer server = new(authority.Issue(Host, begin: TlsAuthority.Now.AddSeconds(1)));

        AssertHeld(Reason.TlsNotYetValid, server, authority.Roots);
    }

    [TestMethod]
    [Req("EGR-05")]
    public void Open_ValidAtThisMachinesClockOnly_IsNotYetValidOrExpired()
    {
        using TlsAuthority authority = new("Root");
        using X509Certificate2 certificate = authority.Issue(Host, DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using TlsServer server = new(certificate);

        AssertHeld(Reason.TlsExpired, server, authority.Roots);
    }

    [TestMethod]
    [Req("EGR-05")]
    [DataRow(long.MinValue, Reason.TlsNotYetValid)]
    [DataRow(-1L, Reason.TlsNotYetValid)]
    [DataRow(0L, Reason.TlsNotYetValid)]
    [DataRow(long.MaxValue, Reason.TlsExpired)]
    public void Open_AbsurdClock_IsHeld(long utcSeconds, Reason expected)
    {
        using TlsAuthority authority = new("Root");
        using TlsServer server = new(authority.Issue(Host));

        Assert.IsNull(TlsDial.Open(server.Connect(), Host, authority.Roots, utcSeconds, out Reason reason, out _));
        Assert.AreEqual(expected, reason);
        Assert.AreEqual(0, server.Bytes);
    }

    [TestMethod]
    [Req("EGR-05")]
    public void Open_AuthorityBetweenExpired_IsExpired()
    {
        using TlsAuthority authority = new("Root");
        using TlsAuthority between = authority.Below("Between", end: TlsAuthority.Now.AddDays(-1));
        using TlsServer server = new(between.Issue(Host), SslProtocols.None, between.Certificate);

        AssertHeld(Reason.TlsExpired, server, authority.Roots);
    }

    [TestMethod]
    [Req("EGR-05")]
    public void Open_ChainOverOneThatMayNotIssue_IsUntrusted()
    {
        using TlsAuthority authority = new("Root");
        using TlsAuthority between = authority.Below("Leaf", mayIssue: false);
        using TlsServer server = new(between.Issue(Host), SslProtocols.None, between.Certificate);

        AssertHeld(Reason.TlsUntrusted, server, authority.Roots);
    }

    [TestMethod]
    [Req("EGR-05")]
    public void Open_CertificateForClientsOnly_IsUntrusted()
    {
        using TlsAuthority authority = new("Root");
        using TlsServer server = new(authority.Issue(Host, uses: ["1.3.6.1.5.5.7.3.2"]));

        AssertHeld(Reason.TlsUntrusted, server, authority.Roots);
    }

    [TestMethod]
    [Req("EGR-05")]
    public void Open_StrangerWithWrongNameAndDate_IsUntrusted()
    {
        using TlsAuthority authority = new("Root");
        using TlsAuthority stranger = new("Stranger");
        using TlsServer server = new(stranger.Issue("other.toys.test", end: TlsAuthority.Now.AddDays(-1)));

        AssertHeld(Reason.TlsUntrusted, server, authority.Roots);
    }

    [TestMethod]
    [Req("EGR-05")]
    [DataRow(3, Reason.None)]
    [DataRow(4, Reason.TlsChainTooLong)]
    [DataRow(8, Reason.TlsChainTooLong)]
    public void Open_AuthoritiesBetween_AtMostThree(int between, Reason expected)
    {
        using TlsAuthority authority = new("Root");
        TlsAuthority last = authority;
        X509Certificate2[] chain = new X509Certificate2[between];

        for (int i = 0; i < between; i++)
        {
            last = last.Below("Between " + i);
            chain[i] = last.Certificate;
        }

        using TlsServer server = new(last.Issue(Host), SslProtocols.None, [.. chain.Reverse()]);
        TlsLink? link = Open(server.Connect(), authority.Roots, out Reason reason);

        Assert.AreEqual(expected, reason);
        Assert.AreEqual(expected == Reason.None, link is not null);
        Assert.AreEqual(0, server.Bytes);
        link?.Close();
    }

    [TestMethod]
    [Req("EGR-05")]
    [DataRow(SslProtocols.Tls12)]
    [DataRow(SslProtocols.Tls13)]
    public void Open_AnchorWithdrawnAMomentLater_IsUntrustedAndNothingIsResumed(SslProtocols protocol)
    {
        using TlsAuthority authority = new("Root");
        using TlsAuthority next = new("Next");
        using TlsServer server = new(authority.Issue(Host), protocol);
        byte[] second = [];

        for (int i = 0; i < 2; i++)
        {
            using TlsTap tap = new(server.Place);
            TlsLink? link = Open(TlsServer.ConnectTo(tap.Place), TlsAuthority.RootsOf(authority.Pem, next.Pem), out Reason reason);
            Assert.AreEqual(Reason.None, reason);
            Assert.AreEqual("hello", Exchange(link!, "hello"));
            link!.Close();
            second = tap.Up;
        }

        Assert.IsFalse(OffersToResume(second), "a session that is resumed checks nobody");
        long before = server.Bytes;
        Assert.IsNull(Open(server.Connect(), next.Roots, out Reason held));
        Assert.AreEqual(Reason.TlsUntrusted, held);
        Assert.AreEqual(before, server.Bytes);
    }

    [TestMethod]
    [Req("EGR-05")]
    public void Open_CertificateNamesOtherPlaces_NobodyElseIsAsked()
    {
        using TlsAuthority authority = new("Root");
        using TlsAuthority between = authority.Below("Between");
        using TcpListener elsewhere = new(IPAddress.Loopback, 0);
        elsewhere.Start();
        Uri place = new("http://127.0.0.1:" + ((IPEndPoint)elsewhere.LocalEndpoint).Port + "/between.cer");

        using TlsServer whole = new(between.Issue(Host, elsewhere: place), SslProtocols.None, between.Certificate);
        TlsLink? link = Open(whole.Connect(), authority.Roots, out Reason reason);
        Assert.AreEqual(Reason.None, reason, "its revocation list is not asked for");
        link!.Close();

        // The chain has a hole, and the certificate says where to fetch what is missing.
        using TlsServer server = new(between.Issue(Host, elsewhere: place));
        AssertHeld(Reason.TlsUntrusted, server, authority.Roots);
        Assert.IsFalse(elsewhere.Pending());
    }

    [TestMethod]
    [Req("EGR-05")]
    public void Open_ServerAsksForACertificate_GetsNone()
    {
        using TlsAuthority authority = new("Root");
        using TlsServer server = new(authority.Issue(Host), SslProtocols.Tls12);
        bool wasGiven = false;
        server.Options.ClientCertificateRequired = true;
        server.Options.RemoteCertificateValidationCallback = (_, certificate, _, _) =>
        {
            wasGiven = certificate is not null;

            return wasGiven || certificate is null;
        };
        TlsLink? link = Open(server.Connect(), authority.Roots, out Reason reason);

        Assert.AreEqual(Reason.None, reason);
        Assert.AreEqual("hello", Exchange(link!, "hello"));
        Assert.IsFalse(wasGiven);
        link!.Close();
    }

    [TestMethod]
    [Req("EGR-05")]
    public void Open_WithoutAnchors_SaysNothing()
    {
        using TlsAuthority authority = new("Root");
        using TlsServer server = new(authority.Issue(Host));
        using TlsTap tap = new(server.Place);

        Assert.IsNull(Open(TlsServer.ConnectTo(tap.Place), TlsRoots.None, out Reason reason));
        Assert.AreEqual(Reason.TlsWithoutRoots, reason);
        Assert.AreEqual(0, tap.Up.Length);
    }

    [TestMethod]
    [Req("EGR-05")]
    [DataRow("15 03 01 00 02 02 46")] // alert: protocol_version
    [DataRow("15 03 03 00 02 02 46")]
    [DataRow("16 03 01 00 2A 02 00 00 26 03 01")] // ServerHello of TLS 1.0
    [DataRow("16 03 02 00 2A 02 00 00 26 03 02")] // ServerHello of TLS 1.1
    [DataRow("16 03 00 00 2A 02 00 00 26 03 00")] // ServerHello of SSL 3
    public void Open_ServerSaysOldVersion_IsOldVersion(string hex)
    {
        Assert.AreEqual(Reason.TlsOldVersion, AnswerOf(Hex.Bytes(hex.Replace(" ", "", StringComparison.Ordinal)).Concat(new byte[64]).ToArray()));
    }

    [TestMethod]
    [Req("EGR-05")]
    [DataRow("15 03 03 00 02 02 28")] // alert: handshake_failure
    [DataRow("15 03 03 00 02 02 30")] // alert: unknown_ca
    [DataRow("48 54 54 50 2F 31 2E 31 20 34 30 30 20 4E 6F 0D 0A 0D 0A")] // HTTP
    [DataRow("00 00 00 00 00 00 00 00")]
    public void Open_ServerSaysSomethingElse_IsBroken(string hex)
    {
        Assert.AreEqual(Reason.TlsBroken, AnswerOf(Hex.Bytes(hex.Replace(" ", "", StringComparison.Ordinal))));
    }

    [TestMethod]
    [Req("EGR-05")]
    public void Open_SilentServer_EndsWhenTheSocketIsClosed()
    {
        using TcpListener silent = new(IPAddress.Loopback, 0);
        silent.Start();
        using TlsAuthority authority = new("Root");
        Socket socket = TlsServer.ConnectTo((IPEndPoint)silent.LocalEndpoint);
        Task<Reason> opening = Task.Run(() =>
        {
            Assert.IsNull(Open(socket, authority.Roots, out Reason reason));

            return reason;
        });
        Assert.IsFalse(opening.Wait(200));
        socket.Close();

        Assert.IsTrue(opening.Wait(WaitMs));
        Assert.AreEqual(Reason.TlsBroken, opening.Result);
    }

    [TestMethod]
    [Req("EGR-05")]
    public void Open_ServerAByteATime_IsReached()
    {
        using TlsAuthority authority = new("Root");
        using TlsServer server = new(authority.Issue(Host));
        using TlsTap tap = new(server.Place) { DripMs = 1 };
        TlsLink? link = Open(TlsServer.ConnectTo(tap.Place), authority.Roots, out Reason reason);

        Assert.AreEqual(Reason.None, reason);
        Assert.AreEqual("hello", Exchange(link!, "hello"));
        link!.Close();
    }

    [TestMethod]
    public void Close_WhileReading_EndsTheRead()
    {
        using TlsAuthority authority = new("Root");
        using TlsServer server = new(authority.Issue(Host));
        TlsLink? link = Open(server.Connect(), authority.Roots, out _);
        Task<bool> reading = Task.Run(() =>
        {
            try
            {
                return link!.Stream.Read(new byte[16], 0, 16) < 0;
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException)
            {
                return true;
            }
        });
        Assert.IsFalse(reading.Wait(200));
        link!.Close();

        Assert.IsTrue(reading.Wait(WaitMs) && reading.Result, "a read must not look as if the server had ended it");
    }

    internal static TlsLink? Open(Socket socket, TlsRoots roots, out Reason reason)
    {
        return Open(socket, roots, out reason, out _);
    }

    private static TlsLink? Open(Socket socket, TlsRoots roots, out Reason reason, out long moved)
    {
        TlsLink? link = TlsDial.Open(socket, Host, roots, TlsAuthority.Now.ToUnixTimeSeconds(), out reason, out moved);
        Assert.AreEqual(link is null, reason != Reason.None);
        Assert.AreEqual(link is null, socket.SafeHandle.IsClosed, "a socket without a link is closed");

        return link;
    }

    internal static string Exchange(TlsLink link, string words)
    {
        byte[] buffer = Encoding.ASCII.GetBytes(words);
        link.Stream.Write(buffer, 0, buffer.Length);
        int count = 0;

        while (count < buffer.Length)
        {
            int read = link.Stream.Read(buffer, count, buffer.Length - count);
            Assert.IsTrue(read > 0);
            count += read;
        }

        return Encoding.ASCII.GetString(buffer);
    }

    private static void AssertHeld(Reason expected, TlsServer server, TlsRoots roots)
    {
        using TlsTap tap = new(server.Place);
        Assert.IsNull(Open(TlsServer.ConnectTo(tap.Place), roots, out Reason reason, out long moved));
        Assert.AreEqual(expected, reason);

        // What the server said behind that nobody reads any more.
        Assert.IsTrue(moved > tap.Up.Length && tap.Up.Length > 0, "a handshake in vain is in the ledger too");
        Assert.AreEqual(1, server.Connections);
        Assert.AreEqual(0, server.Bytes);
    }

    private static Reason AnswerOf(byte[] answer)
    {
        using TlsAuthority authority = new("Root");
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        Task talking = Task.Run(() =>
        {
            using Socket client = listener.AcceptSocket();
            byte[] hello = new byte[4096];
            client.Receive(hello);
            client.Send(answer);
            client.Shutdown(SocketShutdown.Send);

            while (client.Receive(hello) > 0)
            {
                // Until it has gone, so that no reset takes the answer away.
            }
        });
        Assert.IsNull(Open(TlsServer.ConnectTo((IPEndPoint)listener.LocalEndpoint), authority.Roots, out Reason reason));
        Assert.IsTrue(talking.Wait(WaitMs));

        return reason;
    }

    // A ClientHello with a ticket (RFC 5077: extension 35 that is not empty) or a key of before (RFC 8446: extension 41).
    private static bool OffersToResume(byte[] up)
    {
        int at = 5 + 4 + 2 + 32;
        Assert.AreEqual(22, up[0]);
        at += 1 + up[at];
        at += 2 + (up[at] << 8) + up[at + 1];
        at += 1 + up[at];
        int end = at + 2 + (up[at] << 8) + up[at + 1];
        at += 2;

        while (at < end)
        {
            int type = (up[at] << 8) + up[at + 1];
            int length = (up[at + 2] << 8) + up[at + 3];

            if (type == 41 || (type == 35 && length > 0))
            {
                return true;
            }

            at += 4 + length;
        }

        return false;
    }
}
