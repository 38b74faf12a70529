using System;
using System.Linq;
using System.Threading;

using ToyGuard.Core.Policy;
using ToyGuard.Fakes;
using ToyGuard.Guard.Outgoing;
using ToyGuard.Wire.Http;

namespace ToyGuard.Edge.Toy.Tests;

/// <summary>
/// Goal: what is held is held before anything leaves: no look-up of a held name, no connection to an address that was not judged.
/// Method: real sockets; every place that must not be reached has a server behind it that would notice.
/// </summary>
[TestClass]
public class OutgoingClientPathTests
{
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    [TestMethod]
    [DataRow("http://elsewhere.example/", (int)Reason.NotOnManifest)]
    [DataRow("http://waiting.toys.example/", (int)Reason.WaitingForGuardian)]
    [DataRow("http://stories.toys.example:81/", (int)Reason.OtherPort)]
    [DataRow("https://stories.toys.example/", (int)Reason.OtherPort)]
    [DataRow("http://127.0.0.1/", (int)Reason.NotAName)]
    [DataRow("http://localhost/", (int)Reason.NotAName)]
    [DataRow("http://stories.toys.example@elsewhere.example/", (int)Reason.NotAName)]
    [DataRow("https://secure.toys.example/", (int)Reason.TlsWithoutRoots)]
    [Req("EGR-01")]
    [Req("EGR-03")]
    [Req("EGR-04")]
    [Req("EGR-06")]
    public void Send_HeldPlace_IsNeitherLookedUpNorReached(string url, int reason)
    {
        using LabHttp server = LabHttp.Saying(Ok);
        using ClientLab lab = new ClientLab()
            .With("elsewhere.example", 80, server).With("waiting.toys.example", 80, server).With("stories.toys.example", 81, server)
            .With("localhost", 80, server).With("secure.toys.example", 443, server);
        OutgoingAnswer answer = lab.Get(url);

        Assert.AreEqual((Reason)reason, answer.Reason);
        Assert.IsNull(answer.Body);
        Assert.AreEqual(0, lab.Asked.Count);
        Assert.AreEqual(0, server.Visits);
        Assert.AreEqual((Reason)reason, lab.Told.Single());
    }

    [TestMethod]
    [DataRow(203, 0, 113, 1, 10, 0, 0, 1, (int)Reason.AddressPrivate)]
    [DataRow(127, 0, 0, 1, 203, 0, 113, 1, (int)Reason.AddressLoopback)]
    [DataRow(203, 0, 113, 1, 169, 254, 0, 1, (int)Reason.AddressLinkLocal)]
    [Req("EGR-03")]
    public void Send_MixedAddresses_ReachNone(int a, int b, int c, int d, int e, int f, int g, int h, int reason)
    {
        using LabHttp server = LabHttp.Saying(Ok);
        using ClientLab lab = new ClientLab()
            .With("other.toys.example", 80, server)
            .WithName("stories.toys.example", (byte)a, (byte)b, (byte)c, (byte)d, (byte)e, (byte)f, (byte)g, (byte)h);
        OutgoingAnswer answer = lab.Get(ClientLab.Stories);

        Assert.AreEqual((Reason)reason, answer.Reason);
        Assert.AreEqual("stories.toys.example", answer.Place);
        Assert.AreEqual(0, server.Visits);
    }

    [TestMethod]
    [Req("EGR-03")]
    public void Send_NameThatMovesAMomentLater_ReachesTheJudgedAddress()
    {
        using LabHttp good = LabHttp.Saying(Ok);
        using LabHttp bad = LabHttp.Saying(Ok);
        using ClientLab lab = new ClientLab().With("stories.toys.example", 80, good).With("other.toys.example", 80, bad);

        // What the gate has let through is looked up once, and that answer is the one that is used.
        Assert.AreEqual("ok", ClientLab.TextOf(lab.Get(ClientLab.Stories)));
        lab.OnAsked = () => lab.WithName("stories.toys.example", 10, 0, 0, 1);
        Assert.AreEqual(Reason.AddressPrivate, lab.Get(ClientLab.Stories).Reason);
        Assert.AreEqual(2, lab.Asked.Count);
        Assert.AreEqual(1, good.Visits);
        Assert.AreEqual(0, bad.Visits);
    }

    [TestMethod]
    [Req("RES-01")]
    public void Send_NobodyThere_SaysSo()
    {
        using ClientLab lab = new ClientLab().WithName("other.toys.example", 203, 0, 113, 200);

        Assert.AreEqual(Reason.NameNotFound, lab.Get(ClientLab.Stories).Reason);
        Assert.AreEqual(Reason.ServerUnreachable, lab.Get(ClientLab.Other).Reason);
        Assert.AreEqual(0L, lab.Ledger(1) + lab.Ledger(2));
    }

    [TestMethod]
    [Req("RES-01")]
    public void Send_ResolverThatThrows_LeavesTheNextCallFree()
    {
        using LabHttp server = LabHttp.Saying(Ok);
        using ClientLab lab = new ClientLab().With("stories.toys.example", 80, server);
        lab.OnAsked = () => throw new InvalidOperationException();

        Assert.ThrowsExactly<InvalidOperationException>(() => lab.Get(ClientLab.Stories));
        Assert.AreEqual(0, server.Visits);
        lab.OnAsked = null;
        Assert.AreEqual("ok", ClientLab.TextOf(lab.Get(ClientLab.Stories)));
    }

    [TestMethod]
    [Req("RES-01")]
    public void Read_GateThatThrows_ClosesTheConnection()
    {
        using LabHttp server = new(visit =>
        {
            visit.Say("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel");
            visit.HearOut();
        });
        using ClientLab lab = new ClientLab(isWatched: false).With("stories.toys.example", 80, server);
        OutgoingAnswer answer = lab.Get(ClientLab.Stories);
        lab.Gate.PauseToy(1, true);
        lab.OnTold = _ => throw new InvalidOperationException();

        Assert.ThrowsExactly<InvalidOperationException>(() => lab.Client.Turn(Environment.TickCount64 + OutgoingCall.RejudgeMs));
        server.WaitUntilQuiet();
        lab.OnTold = null;
        Assert.AreEqual(Reason.None, ClientLab.BreakOf(answer, out int _));
        Assert.AreEqual(Reason.ToyPaused, lab.Get(ClientLab.Stories).Reason);
    }

    [TestMethod]
    [Req("EGR-01")]
    public void Send_Redirected_AsksAgainAndCountsForEach()
    {
        using LabHttp first = LabHttp.Saying("HTTP/1.1 302 Found\r\nLocation: //other.toys.example/b\r\nContent-Length: 4\r\n\r\nover");
        using LabHttp second = LabHttp.Saying(Ok);
        using ClientLab lab = new ClientLab().With("stories.toys.example", 80, first).With("other.toys.example", 80, second);
        OutgoingRequest request = new(HttpMethod.Get, ClientLab.Stories);
        request.AddHeader("Authorization", "me");
        OutgoingAnswer answer = lab.Client.Send(request);

        Assert.AreEqual("ok", ClientLab.TextOf(answer));
        Assert.AreEqual(1, answer.Redirects);
        Assert.AreEqual("other.toys.example", answer.Place);
        Assert.IsTrue(first.Requests.Single().Contains("Authorization", StringComparison.Ordinal));
        Assert.IsFalse(second.Requests.Single().Contains("Authorization", StringComparison.Ordinal));
        CollectionAssert.AreEqual(new[] { "stories.toys.example", "other.toys.example" }, lab.Asked);
        first.WaitUntilQuiet();
        second.WaitUntilQuiet();
        Assert.AreEqual(first.Moved, lab.Ledger(1));
        Assert.AreEqual(second.Moved, lab.Ledger(2));
    }

    [TestMethod]
    [DataRow("http://elsewhere.example/", (int)Reason.NotOnManifest, "elsewhere.example")]
    [DataRow("http://waiting.toys.example/", (int)Reason.WaitingForGuardian, "waiting.toys.example")]
    [DataRow("http://other.toys.example:81/", (int)Reason.OtherPort, "other.toys.example:81")]
    [DataRow("http://127.0.0.1/", (int)Reason.RedirectUnfit, "stories.toys.example")]
    [DataRow("?again", (int)Reason.RedirectUnfit, "stories.toys.example")]
    [Req("EGR-01")]
    [Req("EGR-04")]
    public void Send_RedirectedToAHeldPlace_ReachesItNot(string location, int reason, string place)
    {
        using LabHttp first = LabHttp.Saying($"HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n");
        using LabHttp second = LabHttp.Saying(Ok);
        using ClientLab lab = new ClientLab()
            .With("stories.toys.example", 80, first).With("elsewhere.example", 80, second).With("waiting.toys.example", 80, second)
            .With("other.toys.example", 81, second);
        OutgoingAnswer answer = lab.Get(ClientLab.Stories);

        Assert.AreEqual((Reason)reason, answer.Reason);
        Assert.AreEqual(place, answer.Place);
        Assert.AreEqual(0, second.Visits);
        Assert.AreEqual("stories.toys.example", lab.Asked.Single());
    }

    [TestMethod]
    [Req("EGR-01")]
    public void Send_ALoop_EndsAfterFiveRedirects()
    {
        using LabHttp server = LabHttp.Saying("HTTP/1.1 302 Found\r\nLocation: /tale\r\nContent-Length: 0\r\n\r\n");
        using ClientLab lab = new ClientLab().With("stories.toys.example", 80, server);
        OutgoingAnswer answer = lab.Get(ClientLab.Stories);

        Assert.AreEqual(Reason.TooManyRedirects, answer.Reason);
        Assert.AreEqual(5, answer.Redirects);
        server.WaitUntilQuiet();
        Assert.AreEqual(6, server.Visits);
        Assert.AreEqual(server.Moved, lab.Ledger(1));
    }

    [TestMethod]
    public void Send_FromManyThreads_ServesOneAtATime()
    {
        int inside = 0;
        int most = 0;
        using LabHttp server = LabHttp.Saying(Ok);
        using ClientLab lab = new ClientLab().With("stories.toys.example", 80, server);
        lab.OnAsked = () =>
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));
            Thread.Sleep(2);
            Interlocked.Decrement(ref inside);
        };
        int answered = 0;
        int heldBack = 0;
        Thread[] callers = new Thread[4];

        for (int i = 0; i < callers.Length; i++)
        {
            callers[i] = new Thread(() =>
            {
                for (int call = 0; call < 25; call++)
                {
                    OutgoingAnswer answer = lab.Get(ClientLab.Stories);

                    if (answer.Reason == Reason.NoSocketLeft)
                    {
                        Interlocked.Increment(ref heldBack);
                        Thread.Sleep(1);
                    }
                    else if (ClientLab.TextOf(answer) == "ok")
                    {
                        Interlocked.Increment(ref answered);
                    }
                }
            });
            callers[i].Start();
        }

        foreach (Thread caller in callers)
        {
            Assert.IsTrue(caller.Join(ClientLab.WaitMs));
        }

        server.WaitUntilQuiet();
        Assert.AreEqual(100, answered + heldBack);
        Assert.AreEqual(answered, server.Visits);
        Assert.AreEqual(1, most);
        Assert.AreEqual(server.Moved, lab.Ledger(1));
    }
}
