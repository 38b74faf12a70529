using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;

using ToyGuard.Core.Family;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Edge.Dialing;
using ToyGuard.Edge.Hub;
using ToyGuard.Edge.Tests.Storage;
using ToyGuard.Fakes;
using ToyGuard.Guard.Outgoing;
using ToyGuard.Wire.Http;

namespace ToyGuard.Edge.Toy.Tests;

/// <summary>
/// Goal: a service that got data is told once, in words that tell nothing of a child, and again only until it answers; nobody is told anything by a toy that is paused or nobody's.
/// Method: a whole toy over real files and sockets, a service with a real certificate, a plug that is pulled.
/// </summary>
[TestClass]
public sealed class EraseSenderTests
{
    private const int WaitMs = 20_000;
    private const string Confirmed = "{\"erased\":true}";

    // Long enough for some turns of the sender, for what must not happen.
    private const int QuietMs = 3500;

    [TestMethod]
    [Req("DEL-03")]
    public void Send_Waiting_ThenConfirmed_OneRequestAndNothingOfAChildInIt()
    {
        using Rig rig = new(_ => DeleteServer.Saying(200, Confirmed));
        Assert.IsTrue(rig.Host.Client.Accounts.Set("Delete.Toys.Test", "acc_7-Q"));
        rig.Ask("/v1/delete");
        Assert.AreEqual(EraseState.Waiting, rig.Book.All[0].State);
        rig.Start();
        rig.Until(EraseState.Confirmed);

        string body = "{\"erase\":1,\"id\":\"" + rig.Book.All[0].IdText + "\",\"reference\":\"acc_7-Q\"}";
        string head = "POST /v1/delete HTTP/1.1\r\nHost: delete.toys.test\r\nAccept-Encoding: identity\r\nConnection: close\r\n"
            + "Content-Type: application/json\r\nContent-Length: " + body.Length + "\r\n\r\n";
        Assert.AreEqual(Sorted(head + body), Sorted(rig.Server.Requests.Single()), "nothing more is in it");

        foreach (string marker in new[] { KeptRig.Toy, "marker", "bear", "child", "under9", "Example Toys" })
        {
            Assert.IsFalse(rig.Server.Requests.Single().Contains(marker, StringComparison.OrdinalIgnoreCase), marker);
        }

        rig.Restart(TimeSpan.FromDays(3));
        Thread.Sleep(QuietMs);
        Assert.HasCount(1, rig.Server.Requests);
        Assert.AreEqual(EraseState.Confirmed, rig.Book.All.Single().State);
        Assert.AreEqual(0, rig.Failures);
    }

    [TestMethod]
    [Req("DEL-03")]
    public void Send_RefusedAndRestarted_IsSentExactlyOnceMore()
    {
        using Rig rig = new(_ => DeleteServer.Saying(200, Confirmed)) { IsRefused = true };
        rig.Ask("/v1/delete");
        rig.Start();
        Assert.IsTrue(SpinWait.SpinUntil(() => !rig.Dialed.IsEmpty && rig.Book.All[0].Tries == 1, WaitMs));
        rig.IsRefused = false;
        rig.Restart(TimeSpan.Zero);
        Thread.Sleep(QuietMs);
        Assert.IsEmpty(rig.Server.Requests, "a restart is no reason to try again at once");
        rig.Restart(TimeSpan.FromMinutes(2));
        rig.Until(EraseState.Confirmed);
        Assert.HasCount(1, rig.Server.Requests);
        Assert.HasCount(2, rig.Dialed);
        Assert.AreEqual(2, rig.Book.All[0].Tries);
    }

    [TestMethod]
    [Req("DEL-03")]
    [Req("DEF-02")]
    [DataRow(true, true)]
    [DataRow(true, false)]
    [DataRow(false, false)]
    public void Send_PausedOrUnpairedOrWithoutAClock_NothingLeaves_AndNoTryIsUsedUp(bool isClockKnown, bool isPaused)
    {
        using Rig rig = new(_ => DeleteServer.Saying(200, Confirmed));
        Assert.IsTrue(rig.Home.Home.Change(!isClockKnown ? rig.Home.Open : isPaused ? rig.Home.Open.WithEverythingPaused(true) : FamilySettings.Strict).IsSaved);
        rig.Ask("/v1/delete");

        if (!isClockKnown)
        {
            rig.Clock.Forget();
        }

        rig.Start();
        Thread.Sleep(QuietMs);
        Assert.IsEmpty(rig.Resolver.Questions);
        Assert.IsEmpty(rig.Dialed);
        Assert.AreEqual(0, rig.Book.All[0].Tries);

        rig.SetClock(TimeSpan.Zero);
        rig.Home.Home.Change(rig.Home.Open);
        rig.Until(EraseState.Confirmed);
    }

    [TestMethod]
    [Req("DEL-03")]
    public void Send_TakenAndNotDoneYet_IsAskedAgainNextDayWithTheSameId()
    {
        int asked = 0;
        using Rig rig = new(_ => DeleteServer.Saying(202, Interlocked.Increment(ref asked) == 1 ? "" : Confirmed));
        rig.Ask("/v1/delete");
        rig.Start();
        rig.Until(EraseState.Told);
        Assert.HasCount(1, rig.Server.Requests);
        rig.SetClock(TimeSpan.FromHours(25));
        rig.Until(EraseState.Confirmed);
        Assert.HasCount(2, rig.Server.Requests);
        Assert.HasCount(1, rig.Server.Requests.Distinct());
        Assert.IsFalse(rig.Server.Requests.First().Contains("reference", StringComparison.Ordinal), "left out where there is none");
    }

    [TestMethod]
    [Req("DEL-03")]
    public void Send_WhateverIsAnswered_IsWhatItIs()
    {
        (string Answer, EraseState State)[] cases =
        [
            (DeleteServer.Saying(410, ""), EraseState.Cannot),
            (DeleteServer.Saying(404, Confirmed), EraseState.Cannot),
            (DeleteServer.Saying(500, Confirmed), EraseState.Waiting),
            (DeleteServer.Saying(403, Confirmed), EraseState.Waiting),
            (DeleteServer.Saying(307, Confirmed, "Location: https://delete.toys.test/elsewhere\r\n"), EraseState.Waiting),
            ("HTTP/1.1 204 X\r\n\r\n", EraseState.Told),
            (DeleteServer.Saying(200, ""), EraseState.Told),
            (DeleteServer.Saying(200, "{\"erased\":false}"), EraseState.Told),
            (DeleteServer.Saying(200, "{\"erased\":\"true\"}"), EraseState.Told),
            (DeleteServer.Saying(200, "{\"x\":{\"erased\":true}}"), EraseState.Told),
            (DeleteServer.Saying(200, "{\"erased\":{\"erased\":true}}"), EraseState.Told),
            (DeleteServer.Saying(200, Confirmed + "!"), EraseState.Told),
            (DeleteServer.Saying(200, "{\"erased\":true"), EraseState.Told),
            (DeleteServer.Saying(200, new string(' ', 1100) + Confirmed), EraseState.Waiting),
            (DeleteServer.Saying(201, "{\"at\":[1,{}],\"erased\":true,\"by\":null}"), EraseState.Confirmed),
        ];
        using Rig rig = new(request => cases[int.Parse(request[7..request.IndexOf(' ', 7)])].Answer);

        for (int i = 0; i < cases.Length; i++)
        {
            rig.Ask("/c" + i);
        }

        rig.Start();

        for (int i = 0; i < cases.Length; i++)
        {
            int at = i;
            Assert.IsTrue(SpinWait.SpinUntil(() => rig.Book.All[at].Tries == 1 && (rig.Book.All[at].State == cases[at].State), WaitMs), $"case {i}: {rig.Book.All[i].State}");
        }

        Assert.IsTrue(SpinWait.SpinUntil(() => rig.Server.Requests.Count == cases.Length, WaitMs));
        Assert.IsFalse(rig.Server.Requests.Any(request => request.Contains("elsewhere", StringComparison.Ordinal)));
        Assert.AreEqual(0, rig.Failures);
    }

    [TestMethod]
    [Req("DEL-03")]
    [Req("EGR-05")]
    public void Send_ServerOfSomebodyElse_IsToldNothing()
    {
        using Rig rig = new(_ => DeleteServer.Saying(200, Confirmed), isStranger: true);
        rig.Ask("/v1/delete");
        rig.Start();
        Assert.IsTrue(SpinWait.SpinUntil(() => !rig.Dialed.IsEmpty && rig.Book.All[0].Tries == 1, WaitMs));
        Assert.IsTrue(rig.Host.Stop(WaitMs));
        Assert.IsEmpty(rig.Server.Requests);
        Assert.AreEqual(EraseState.Waiting, rig.Book.All[0].State);
    }

    // What the device is sent out for is not a way out for the toy's own program.
    [TestMethod]
    [Req("DEL-03")]
    [Req("EGR-01")]
    public void Send_WhileItWaitsForAnAnswer_TheToyItselfReachesNothingMore_AndAPauseEndsIt()
    {
        using ManualResetEventSlim asked = new();
        using ManualResetEventSlim mayAnswer = new();
        using Rig rig = new(_ =>
        {
            asked.Set();
            mayAnswer.Wait(WaitMs);
            return DeleteServer.Saying(200, Confirmed);
        });
        rig.Ask("/v1/delete");
        rig.Start();
        Assert.IsTrue(asked.Wait(WaitMs));
        OutgoingRequest same = new(HttpMethod.Post, "https://delete.toys.test/v1/delete") { Body = [1] };
        Assert.AreEqual(Reason.NotOnManifest, rig.Host.Client.Send(same).Reason);

        rig.Home.Home.Change(rig.Home.Open.WithEverythingPaused(true));
        Assert.IsTrue(SpinWait.SpinUntil(() => !rig.Book.IsInHand(rig.Name, 443), WaitMs), "a pause closes it");
        mayAnswer.Set();
        Assert.AreEqual(EraseState.Waiting, rig.Book.All[0].State);
    }

    [TestMethod]
    [DataRow("", true)]
    [DataRow("a", true)]
    [DataRow("AZaz09-_", true)]
    [DataRow("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", true)]
    [DataRow("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false)]
    [DataRow("a b", false)]
    [DataRow("a\"b", false)]
    [DataRow("a@b", false)]
    [DataRow("\u00e4", false)]
    public void Account_OtherLettersOrTooLong_IsRefused(string reference, bool isTaken)
    {
        Accounts accounts = new();
        Assert.AreEqual(isTaken, accounts.Set("stories.toys.test", reference));
        Assert.AreEqual(isTaken ? reference : "", accounts.Of("stories.toys.test"));
        Assert.IsFalse(accounts.Set("192.0.2.1", "a"));

        for (int i = 0; i < 40; i++)
        {
            accounts.Set($"a{i}.toys.test", "x");
        }

        Assert.AreEqual("", accounts.Of("a39.toys.test"), "as many as a manifest has");
    }

    // The order of a head's lines means nothing.
    private static string Sorted(string request)
    {
        return string.Join('\n', request.Split("\r\n").Order(StringComparer.Ordinal));
    }

    private sealed class Rig : IRouteMap, IServiceWatcher, IDisposable
    {
        private readonly TlsAuthority _authority = new("Root");
        private readonly TlsAuthority _stranger = new("Stranger");
        private readonly Socket _closed = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        private TimeSpan _ahead;
        private int _failures;

        public Rig(Func<string, string> answer, bool isStranger = false)
        {
            // Bound and not listening: whoever comes is refused, and nobody else gets the port.
            _closed.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            Name.Read("delete.toys.test");
            Server = new DeleteServer((isStranger ? _stranger : _authority).Issue("delete.toys.test"), answer);
            Home = KeptRig.Paired();
            PowerOn();
        }

        public HostName Name { get; } = new();

        public KeptRig Home { get; }

        public DeleteServer Server { get; }

        public FakeResolver Resolver { get; } = FakeResolver.Honest();

        public EraseBook Book { get; private set; } = null!;

        public WallClock Clock { get; private set; } = null!;

        public ToyHost Host { get; private set; } = null!;

        public bool IsRefused { get; set; }

        public ConcurrentQueue<string> Dialed { get; } = new();

        public int Failures => Volatile.Read(ref _failures);

        public void Ask(string path)
        {
            Endpoint place = new("x", HostPattern.Parse("delete.toys.test", out _)!, 443, Scheme.Https, "Example Toys", Party.First, "account", ["account-id"], 0, null, path);
            byte[] id = new byte[EraseRequest.IdBytes];
            new SecureRandom().Fill(id, 0, id.Length);
            Assert.AreEqual(EraseFault.None, Book.Ask(place, EraseCause.Erased, true, id, 0));
        }

        public void Start()
        {
            Host.Start();
        }

        public void SetClock(TimeSpan ahead)
        {
            _ahead = ahead;
            Clock.SetUtc((TlsAuthority.Now + ahead).ToUnixTimeMilliseconds(), 0);
        }

        /// <summary>Pulls the plug and starts again, so much later.</summary>
        public void Restart(TimeSpan ahead)
        {
            Assert.IsTrue(Host.Stop(WaitMs));
            _ahead = ahead;
            Home.Boot();
            PowerOn();
            Host.Start();
        }

        public void Until(EraseState state)
        {
            Assert.IsTrue(SpinWait.SpinUntil(() => Book.All[0].State == state, WaitMs), $"{Book.All[0].State} after {Book.All[0].Tries} tries, not {state}");
        }

        public bool TryMap(byte[] address, int port, byte[] realAddress, out int realPort)
        {
            Dialed.Enqueue(new IPAddress(address) + ":" + port);
            new byte[] { 127, 0, 0, 1 }.CopyTo(realAddress, 0);
            realPort = IsRefused ? ((IPEndPoint)_closed.LocalEndPoint!).Port : Server.Port;

            return true;
        }

        public void OnService(string service, ServiceEvent what, int delayMs, string fault)
        {
            if (what == ServiceEvent.Failed)
            {
                Interlocked.Increment(ref _failures);
            }
        }

        public void Dispose()
        {
            Host.Stop(WaitMs);
            Server.Dispose();
            Resolver.Dispose();
            _closed.Dispose();
            _authority.Dispose();
            _stranger.Dispose();
            Home.Dispose();
        }

        private void PowerOn()
        {
            Clock = new WallClock();
            SetClock(_ahead);
            Book = new EraseBook(Home.Flash);
            Assert.IsTrue(Book.Open());
            ToyHostSettings settings = new([127, 0, 0, 1]) { ResolverPort = Resolver.Port, Deletes = Book };
            Host = new ToyHost(Home.Home, Clock, new Dialer(this), _authority.Roots, settings, this);
        }
    }
}
