using System;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;

using ToyGuard.Core.Policy;
using ToyGuard.Fakes;
using ToyGuard.Guard.Outgoing;
using ToyGuard.Wire.Http;

namespace ToyGuard.Edge.Toy.Tests;

/// <summary>
/// Goal: what goes inside TLS goes only to the checked server, and every byte on the wire is in the ledger, handshakes and records included.
/// Method: a tap on the wire in front of a real TLS server counts what goes by; the server says what of it it could read.
/// </summary>
[TestClass]
public class OutgoingClientTlsTests
{
    private const string Url = "https://secure.toys.example/tale";
    private const string Host = "secure.toys.example";
    private const int Endpoint = 6;

    [TestMethod]
    [Req("EGR-05")]
    public void Send_CheckedServer_CountsTheWire()
    {
        using TlsAuthority authority = new("Lab");
        using X509Certificate2 certificate = authority.Issue(Host);
        using TlsServer server = new(certificate) { Answer = Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello") };
        using TlsTap tap = new(server.Place);
        using ClientLab lab = new ClientLab(roots: authority.Roots) { Clock = TlsAuthority.Now }.With(Host, 443, tap.Place.Port);

        Assert.AreEqual("hello", ClientLab.TextOf(lab.Get(Url)));
        Assert.AreEqual(1, lab.Announced);
        Assert.AreEqual(0, lab.Handshakes);
        Assert.IsTrue(SpinWait.SpinUntil(() => lab.Ledger(Endpoint) == tap.Up.Length + tap.Down.Length, ClientLab.WaitMs), $"{lab.Ledger(Endpoint)} counted, {tap.Up.Length + tap.Down.Length} moved");
        Assert.IsTrue(server.Bytes > 0 && lab.Ledger(Endpoint) > server.Bytes + 1000);
    }

    [TestMethod]
    [Req("EGR-05")]
    public void Send_OtherServer_GetsNothingAndIsCounted()
    {
        using TlsAuthority authority = new("Lab");
        using TlsAuthority stranger = new("Stranger");
        using X509Certificate2 certificate = stranger.Issue(Host);
        using TlsServer server = new(certificate);
        using TlsTap tap = new(server.Place);
        using ClientLab lab = new ClientLab(roots: authority.Roots) { Clock = TlsAuthority.Now }.With(Host, 443, tap.Place.Port);
        OutgoingAnswer answer = lab.Get(Url);

        Assert.AreEqual(Reason.TlsUntrusted, answer.Reason);
        Assert.AreEqual(Host, answer.Place);
        Assert.AreEqual(0L, server.Bytes);
        Assert.AreEqual(0, lab.Handshakes);

        // What the client sent last may be lost to the tap, since a connection that is given up is reset.
        Assert.IsTrue(lab.Ledger(Endpoint) > 500 && lab.Ledger(Endpoint) >= tap.Up.Length, $"{lab.Ledger(Endpoint)} counted, {tap.Up.Length} sent");
    }

    [TestMethod]
    [Req("EGR-05")]
    public void Send_ClockUnknown_IsHeldBeforeTheHandshake()
    {
        using TlsAuthority authority = new("Lab");
        using X509Certificate2 certificate = authority.Issue(Host);
        using TlsServer server = new(certificate);
        using ClientLab lab = new ClientLab(roots: authority.Roots) { Clock = null }.With(Host, 443, server.Place.Port);

        Assert.AreEqual(Reason.ClockUnknown, lab.Get(Url).Reason);
        Assert.AreEqual(0, server.Handshakes);
        Assert.AreEqual(0, lab.Announced);
    }

    [TestMethod]
    [Req("EGR-05")]
    public void Send_SilentServer_IsGivenUpInTime()
    {
        using TlsAuthority authority = new("Lab");
        using LabHttp server = new(visit => visit.HearOut());
        using ClientLab lab = new ClientLab(roots: authority.Roots) { Clock = TlsAuthority.Now }.With(Host, 443, server);

        Assert.AreEqual(Reason.TlsSilent, lab.Client.Send(new OutgoingRequest(HttpMethod.Get, Url) { TimeMs = 1000 }).Reason);
        server.WaitUntilQuiet();
    }

    [TestMethod]
    [DataRow("HTTP/1.1 200 OK\r\n\r\nwho says that this is all", (int)Reason.AnswerMalformed)]
    [DataRow("HTTP/1.1 302 Found\r\nLocation: http://stories.toys.example/\r\nContent-Length: 0\r\n\r\n", (int)Reason.RedirectUnfit)]
    [Req("EGR-05")]
    public void Send_AnswerThatCouldBeCutOrLeavesTls_IsHeld(string said, int reason)
    {
        using TlsAuthority authority = new("Lab");
        using X509Certificate2 certificate = authority.Issue(Host);
        using TlsServer server = new(certificate) { Answer = Encoding.ASCII.GetBytes(said) };
        using LabHttp plain = LabHttp.Saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        using ClientLab lab = new ClientLab(roots: authority.Roots) { Clock = TlsAuthority.Now }
            .With(Host, 443, server.Place.Port).With("stories.toys.example", 80, plain);

        Assert.AreEqual((Reason)reason, lab.Get(Url).Reason);
        Assert.AreEqual(0, plain.Visits);
    }

    [TestMethod]
    public void Read_TlsCutAtEveryRecord_IsNeverAnEnd()
    {
        using TlsAuthority authority = new("Lab");
        using X509Certificate2 certificate = authority.Issue(Host);
        using TlsServer server = new(certificate) { Answer = Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + new string('a', 5000)) };
        int whole;

        using (TlsTap tap = new(server.Place))
        using (ClientLab lab = new ClientLab(roots: authority.Roots) { Clock = TlsAuthority.Now }.With(Host, 443, tap.Place.Port))
        {
            Assert.AreEqual(5000, ClientLab.TextOf(lab.Get(Url)).Length);
            whole = tap.Down.Length;
        }

        // The last cut lies inside the record that the answer comes in.
        for (int cut = 0; cut < whole - 100; cut += 700)
        {
            using TlsTap tap = new(server.Place) { DownMax = cut };
            using ClientLab lab = new ClientLab(roots: authority.Roots) { Clock = TlsAuthority.Now }.With(Host, 443, tap.Place.Port);
            OutgoingAnswer answer = lab.Get(Url);
            Reason reason = answer.Reason == Reason.Allowed ? ClientLab.BreakOf(answer, out int _) : answer.Reason;
            Assert.IsTrue(reason is Reason.TlsBroken or Reason.AnswerCutShort, $"cut at {cut}: {reason}");
        }
    }
}
