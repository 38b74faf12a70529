using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Threading;

using ToyGuard.Core.Policy;
using ToyGuard.Edge.Dialing;
using ToyGuard.Edge.Relay;
using ToyGuard.Fakes;
using ToyGuard.Guard.Relay;
using ToyGuard.Guard.Sockets;
using ToyGuard.Wire.Tls;

namespace ToyGuard.Edge.Tests.Relay;

/// <summary>
/// Goal: a connection lives exactly as long as it may, whatever its two sides do, and no connection's trouble is another's.
/// Method: real sockets; rules that change under live connections, servers and resolvers that hang, lie and break, resets at every stage.
/// </summary>
[TestClass]
public sealed class TlsRelayLifeTests
{
    // What PCTL-07 promises. The relay itself takes 750 ms at most; the rest is for a busy machine.
    private const int KillMs = 2000;

    [TestMethod]
    [Req("PCTL-07")]
    public void Pause_IdleRelay_ClosesBothSides()
    {
        using RelayRig rig = new();
        using Socket client = rig.ConnectThrough(out Socket server);

        long tookMs = MsUntilEnd(() => rig.Gate.PauseEverything(true), client, server);

        Assert.IsTrue(tookMs < KillMs, $"{tookMs} ms");
        Assert.AreEqual(Reason.EverythingPaused, rig.Reasons.Last());
    }

    [TestMethod]
    [Req("PCTL-07")]
    public void Pause_WhileBytesRun_ClosesBothSides()
    {
        using RelayRig rig = new();
        using Socket client = rig.ConnectThrough(out Socket server);
        using Pump up = new(client, server);
        using Pump down = new(server, client);
        RelayRig.Until(() => up.Received > 1000000 && down.Received > 1000000, "nothing runs");

        Stopwatch watch = Stopwatch.StartNew();
        rig.Gate.PauseToy(1, true);
        Assert.IsTrue(up.WaitEnded() && down.WaitEnded());

        Assert.IsTrue(watch.ElapsedMilliseconds < KillMs, $"{watch.ElapsedMilliseconds} ms");
        Assert.AreEqual(Reason.ToyPaused, rig.Reasons.Last());
    }

    [TestMethod]
    [Req("PCTL-07")]
    [DataRow(true)]
    [DataRow(false)]
    public void Pause_WhileOneSideReadsNothing_ClosesBothSides(bool isServerStuck)
    {
        using RelayRig rig = new();
        using Socket client = rig.ConnectThrough(out Socket server);
        Socket from = isServerStuck ? client : server;

        // Until nothing more goes in: both buffers and the relay's own are full.
        from.Blocking = false;
        byte[] chunk = new byte[65536];
        int stuck = 0;

        while (stuck < 20)
        {
            from.Send(chunk, 0, chunk.Length, SocketFlags.None, out SocketError error);
            stuck = error == SocketError.WouldBlock ? stuck + 1 : 0;
            Thread.Sleep(stuck > 0 ? 10 : 0);
        }

        from.Blocking = true;
        Stopwatch watch = Stopwatch.StartNew();
        rig.Gate.PauseEverything(true);
        RelayRig.ReceiveAll(from, out bool _);

        Assert.IsTrue(watch.ElapsedMilliseconds < KillMs, $"{watch.ElapsedMilliseconds} ms");
        server.Close();
        rig.Gate.PauseEverything(false);
        rig.StillServes();
    }

    [TestMethod]
    [Req("PCTL-07")]
    public void Pause_WhileTheServerDoesNotAnswer_ClosesTheClient()
    {
        using RelayRig rig = new();
        using BlackHole hole = new();
        rig.RoutePort = hole.Port;
        using Socket client = rig.Connect();
        client.Send(HelloTable.Good().Record());
        RelayRig.Until(() => rig.Dials == 1, "not dialled");

        long tookMs = MsUntilEnd(() => rig.Gate.PauseEverything(true), client);

        Assert.IsTrue(tookMs < KillMs, $"{tookMs} ms");
        rig.Gate.PauseEverything(false);
        rig.RoutePort = 0;
        rig.StillServes();
    }

    [TestMethod]
    [Req("PCTL-07")]
    public void Pause_WhileTheResolverHangs_ClosesTheClientAndNeverConnects()
    {
        using RelayRig rig = new();
        using ManualResetEventSlim go = new();
        rig.Answer = () =>
        {
            go.Wait(RelayRig.WaitMs);

            return (Reason.None, RelayRig.Global);
        };
        using Socket client = rig.Connect();
        client.Send(HelloTable.Good().Record());
        RelayRig.Until(() => rig.Lookups == 1, "not looked up");

        long tookMs = MsUntilEnd(() => rig.Gate.PauseEverything(true), client);
        Assert.IsTrue(tookMs < KillMs, $"{tookMs} ms");

        // The answer comes after all, and the pause is over by then: the connection stays over.
        rig.Gate.PauseEverything(false);
        go.Set();
        Thread.Sleep(100);
        Assert.AreEqual(0, rig.Dials);
        rig.StillServes();
    }

    [TestMethod]
    [Req("EGR-01")]
    public void Approval_TakenAway_ClosesTheLiveRelay()
    {
        using RelayRig rig = new();
        using Socket client = rig.ConnectThrough(out Socket server);

        long tookMs = MsUntilEnd(() => rig.Gate.Approve(1, 1, false), client, server);

        Assert.IsTrue(tookMs < KillMs, $"{tookMs} ms");
        Assert.AreEqual(Reason.WaitingForGuardian, rig.Reasons.Last());
    }

    [TestMethod]
    [Req("EGR-09")]
    public void DailyBytes_UsedUp_ClosesTheLiveRelay()
    {
        using RelayRig rig = new();
        using Socket client = rig.ConnectThrough(out Socket server, RelayRig.Limited);
        using Pump down = new(server, client);
        Assert.IsTrue(down.WaitEnded());

        // What went through is what was counted, and the limit is overrun by one rejudging at most.
        Assert.AreEqual(Reason.EndpointBudget, rig.Reasons.Last());
        Assert.IsTrue(down.Received is > RelayRig.LimitedBytes / 2 and < RelayRig.LimitedBytes + (100 * 1024), $"{down.Received}");
        RelayRig.Until(() => rig.Toys[0].Endpoints[1].BytesToday >= RelayRig.LimitedBytes, "not counted");

        using Socket next = rig.Connect();
        next.Send(new HelloBuilder().Name(RelayRig.Limited).Record());
        CollectionAssert.AreEqual(TlsAlert.UnrecognizedName, RelayRig.ReceiveAll(next, out bool _));
    }

    [TestMethod]
    public void Bytes_BothWays_AreCountedExactly()
    {
        using RelayRig rig = new();
        Socket client = rig.ConnectThrough(out Socket server, RelayRig.Limited);
        int hello = new HelloBuilder().Name(RelayRig.Limited).Record().Length;
        client.Send(new byte[3000]);
        RelayRig.Receive(server, 3000);
        server.Send(new byte[5000]);
        RelayRig.Receive(client, 5000);
        client.Close();
        Assert.AreEqual(0, RelayRig.ReceiveAll(server, out bool _).Length);

        RelayRig.Until(() => rig.Toys[0].Endpoints[1].BytesToday == hello + 8000, $"{rig.Toys[0].Endpoints[1].BytesToday}");
    }

    [TestMethod]
    public void Idle_TooLong_IsClosed()
    {
        using RelayRig rig = new(new RelayLimits { IdleMs = 600 });
        using Socket client = rig.ConnectThrough(out Socket server);

        for (int i = 0; i < 4; i++)
        {
            Thread.Sleep(300);
            server.Send(new byte[1]);
            RelayRig.Receive(client, 1);
        }

        long tookMs = MsUntilEnd(static () => { }, client, server);
        Assert.IsTrue(tookMs is > 300 and < 2500, $"{tookMs} ms");
        Assert.AreEqual(Reason.IdleTooLong, rig.Reasons.Last());
    }

    [TestMethod]
    public void Open_TooLong_IsClosed()
    {
        using RelayRig rig = new(new RelayLimits { TotalMs = 800 });
        using Socket client = rig.ConnectThrough(out Socket server);
        using Pump down = new(server, client);

        Assert.IsTrue(down.WaitEnded());
        Assert.AreEqual(Reason.OpenTooLong, rig.Reasons.Last());
    }

    [TestMethod]
    [Req("EGR-03")]
    [Req("EGR-11")]
    [DataRow(127, (int)Reason.AddressLoopback)]
    [DataRow(10, (int)Reason.AddressPrivate)]
    [DataRow(224, (int)Reason.AddressMulticast)]
    public void Resolver_AnswersWithOneBadAddress_NothingIsDialled(int first, int reason)
    {
        using RelayRig rig = new();
        byte[] rebinding = RelayRig.Global.Concat(new byte[] { (byte)first, 0, 0, 1 }).ToArray();
        rig.Answer = () => (Reason.None, rebinding);
        using Socket client = rig.Connect();
        client.Send(HelloTable.Good().Record());

        CollectionAssert.AreEqual(TlsAlert.UnrecognizedName, RelayRig.ReceiveAll(client, out bool _));
        Assert.AreEqual((Reason)reason, rig.Reasons.Last());
        Assert.AreEqual(0, rig.Dials);
        Assert.IsFalse(rig.Server.HasCaller);
    }

    [TestMethod]
    [Req("RES-01")]
    public void Resolver_FailsOrThrows_ClosesThatConnectionOnly()
    {
        using RelayRig rig = new();

        foreach (Reason reason in new[] { Reason.NameNotFound, Reason.ResolverFailed, Reason.ResolverSilent, Reason.NameWithoutAddress })
        {
            rig.Answer = () => (reason, Array.Empty<byte>());
            using Socket client = rig.Connect();
            client.Send(HelloTable.Good().Record());
            Assert.AreEqual(0, RelayRig.ReceiveAll(client, out bool _).Length);
            Assert.AreEqual(reason, rig.Reasons.Last());
        }

        rig.Answer = static () => throw new InvalidOperationException();
        using Socket unlucky = rig.Connect();
        unlucky.Send(HelloTable.Good().Record());
        Assert.AreEqual(0, RelayRig.ReceiveAll(unlucky, out bool _).Length);

        Assert.AreEqual(1, rig.Relay.Faults);
        Assert.AreEqual(0, rig.Dials);
        rig.Answer = static () => (Reason.None, RelayRig.Global);
        using Socket next = rig.ConnectThrough(out Socket server);
        server.Close();
    }

    [TestMethod]
    [Req("RES-01")]
    public void Resolver_NeverAnswers_ClientIsClosedInTime()
    {
        using RelayRig rig = new(new RelayLimits { ConnectMs = 500 });
        using ManualResetEventSlim go = new();
        rig.Answer = () =>
        {
            go.Wait(RelayRig.WaitMs);

            return (Reason.None, RelayRig.Global);
        };
        using Socket client = rig.Connect();
        client.Send(HelloTable.Good().Record());

        long tookMs = MsUntilEnd(static () => { }, client);
        Assert.IsTrue(tookMs < KillMs, $"{tookMs} ms");
        Assert.AreEqual(Reason.ResolverSilent, rig.Reasons.Last());
        go.Set();
    }

    [TestMethod]
    public void Server_Refuses_ClientIsClosed()
    {
        using RelayRig rig = new();
        using (RelayServer gone = new())
        {
            rig.RoutePort = gone.Port;
        }

        using Socket client = rig.Connect();
        client.Send(HelloTable.Good().Record());

        Assert.AreEqual(0, RelayRig.ReceiveAll(client, out bool _).Length);
        Assert.AreEqual(Reason.ServerUnreachable, rig.Reasons.Last());
        rig.RoutePort = 0;
        rig.StillServes();
    }

    [TestMethod]
    public void Server_NeverAnswers_ClientIsClosedInTime()
    {
        using RelayRig rig = new(new RelayLimits { ConnectMs = 500 });
        using BlackHole hole = new();
        rig.RoutePort = hole.Port;
        using Socket client = rig.Connect();
        client.Send(HelloTable.Good().Record());

        long tookMs = MsUntilEnd(static () => { }, client);
        Assert.IsTrue(tookMs is > 300 and < KillMs, $"{tookMs} ms");
        Assert.AreEqual(Reason.ServerSilent, rig.Reasons.Last());
        rig.RoutePort = 0;
        rig.StillServes();
    }

    [TestMethod]
    [Req("RES-01")]
    [DataRow(true)]
    [DataRow(false)]
    public void Gate_Throws_KeepsNothingOpen(bool isLive)
    {
        using RelayRig rig = new();
        Socket? server = null;
        using Socket client = isLive ? rig.ConnectThrough(out server) : rig.Connect();
        rig.IsWatcherBroken = true;

        if (isLive)
        {
            // The question about the live connection ends in an exception.
            rig.Gate.PauseEverything(true);
        }
        else
        {
            client.Send(HelloTable.Good().Record());
        }

        RelayRig.ReceiveAll(client, out bool _);
        Assert.IsTrue(server == null || RelayRig.ReceiveAll(server, out bool _).Length == 0);
        RelayRig.Until(() => rig.Relay.Faults >= 1, "not counted as a fault");

        // The watch lives on: it still ends what may not go on.
        rig.IsWatcherBroken = false;
        rig.Gate.PauseEverything(false);
        using Socket next = rig.ConnectThrough(out Socket nextServer);
        Assert.IsTrue(MsUntilEnd(() => rig.Gate.PauseEverything(true), next, nextServer) < KillMs);
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void Reset_ByEitherSide_EndsTheOther(bool isClient)
    {
        using RelayRig rig = new();
        Socket client = rig.ConnectThrough(out Socket server);
        Socket breaker = isClient ? client : server;
        Socket other = isClient ? server : client;
        breaker.LingerState = new LingerOption(true, 0);
        breaker.Close();

        Assert.AreEqual(0, RelayRig.ReceiveAll(other, out bool _).Length);
        other.Close();
        rig.StillServes();
    }

    [TestMethod]
    public void Reset_ByTheClientWhileTheServerIsDialled_LeavesNothingBehind()
    {
        using RelayRig rig = new(new RelayLimits { ConnectMs = 800 });
        using BlackHole hole = new();
        rig.RoutePort = hole.Port;
        Socket client = rig.Connect();
        client.Send(HelloTable.Good().Record());
        RelayRig.Until(() => rig.Dials == 1, "not dialled");
        client.LingerState = new LingerOption(true, 0);
        client.Close();

        RelayRig.Until(() => rig.Reasons.Last() == Reason.ServerSilent, "never given up");
        RelayRig.Until(() => rig.Budget.CountOf(SocketUse.Tls) == 0, "its place is still taken");
        Assert.AreEqual(1, rig.Dials);
        rig.RoutePort = 0;
        rig.StillServes();
    }

    [TestMethod]
    public void Sessions_300AtOnce_AreAllServed()
    {
        using RelayRig rig = new(sessionsMax: int.MaxValue);
        byte[] hello = HelloTable.Good().Record();
        List<Socket> clients = new();
        List<Socket> servers = new();

        for (int i = 0; i < 300; i++)
        {
            clients.Add(rig.Connect());
        }

        foreach (Socket client in clients)
        {
            client.Send(hello);
        }

        for (int i = 0; i < 300; i++)
        {
            servers.Add(rig.Server.Accept());
        }

        // All at once: each says which one it is, and hears it back from behind the relay.
        for (int i = 0; i < 300; i++)
        {
            clients[i].Send(BitConverter.GetBytes(i));
        }

        foreach (Socket server in servers)
        {
            byte[] heard = RelayRig.Receive(server, hello.Length + 4);
            server.Send(heard, hello.Length, 4, SocketFlags.None);
        }

        for (int i = 0; i < 300; i++)
        {
            Assert.AreEqual(i, BitConverter.ToInt32(RelayRig.Receive(clients[i], 4)));
        }

        // One more, beside 300 that idle.
        Stopwatch watch = Stopwatch.StartNew();
        rig.StillServes();
        Assert.IsTrue(watch.ElapsedMilliseconds < 2000, $"{watch.ElapsedMilliseconds} ms");

        // A pause ends all of them in time.
        watch.Restart();
        rig.Gate.PauseEverything(true);

        foreach (Socket socket in clients.Concat(servers))
        {
            RelayRig.ReceiveAll(socket, out bool _);
            socket.Close();
        }

        Assert.IsTrue(watch.ElapsedMilliseconds < 2000, $"{watch.ElapsedMilliseconds} ms");
        Assert.AreEqual(0, rig.Relay.Faults);
    }

    [TestMethod]
    public void Sessions_OneTooMany_IsClosedAndTold()
    {
        using RelayRig rig = new(sessionsMax: 2);
        Socket first = rig.ConnectThrough(out Socket firstServer);
        using Socket second = rig.ConnectThrough(out Socket _);
        using Socket third = rig.Connect();

        Assert.AreEqual(0, RelayRig.ReceiveAll(third, out bool _).Length);
        Assert.AreEqual(Reason.NoSocketLeft, rig.Reasons.Last());

        // Room again once one has ended.
        first.Close();
        Assert.AreEqual(0, RelayRig.ReceiveAll(firstServer, out bool _).Length);
        Thread.Sleep(100);
        rig.StillServes();
    }

    [TestMethod]
    public void Stop_WithLiveRelays_EndsAllAtOnce()
    {
        RelayRig rig = new();
        using BlackHole hole = new();
        using Socket client = rig.ConnectThrough(out Socket server);
        using Socket hearing = rig.Connect();
        rig.RoutePort = hole.Port;
        using Socket dialling = rig.Connect();
        dialling.Send(HelloTable.Good().Record());
        RelayRig.Until(() => rig.Dials == 2, "not dialled");
        int port = rig.Relay.Port;

        long tookMs = MsUntilEnd(rig.Relay.Stop, client, server, hearing, dialling);

        Assert.IsTrue(tookMs < 2000, $"{tookMs} ms");
        Assert.IsTrue(rig.HasRunEnded);
        Assert.IsNull(rig.Fault);
        Assert.IsFalse(CanConnect(port));

        // Final: another run returns at once and opens nothing.
        rig.Relay.Run();
        Assert.IsFalse(CanConnect(port));
        rig.Dispose();
    }

    [TestMethod]
    public void Open_PortTaken_Throws()
    {
        using RelayRig rig = new();
        TlsRelay second = new(
            rig.Gate, new(), Guard.Toys.Subnet.Parse("127.0.0.0/24")!, rig, new Dialer(null),
            new RelaySettings { Port = rig.Relay.Port }, new RelayLimits(), rig.Budget);

        Check.Throws(typeof(SocketException), second.Open);
        second.Stop();
    }

    [TestMethod]
    public void Run_ListenerBreaks_ThrowsAndCanRunAgain()
    {
        using RelayRig rig = new();
        using Socket client = rig.ConnectThrough(out Socket server);
        int port = rig.Relay.Port;
        ((Socket)typeof(RelayService).GetField("_listener", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(rig.Relay)!).Close();

        Assert.IsTrue(rig.HasRunEnded);
        Assert.IsNotNull(rig.Fault);

        // It left nothing open behind it.
        Assert.AreEqual(0, RelayRig.ReceiveAll(client, out bool _).Length);
        Assert.AreEqual(0, RelayRig.ReceiveAll(server, out bool _).Length);
        Assert.IsFalse(CanConnect(port));

        // As a supervisor does it: run again, at the same port.
        Thread again = new(rig.Relay.Run) { IsBackground = true };
        again.Start();
        RelayRig.Until(() => CanConnect(port), "does not listen again");
        rig.StillServes();
        rig.Relay.Stop();
        Assert.IsTrue(again.Join(RelayRig.WaitMs));
    }

    private static bool CanConnect(int port)
    {
        using Socket probe = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

        try
        {
            probe.Connect(IPAddress.Loopback, port);

            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static long MsUntilEnd(Action act, params Socket[] sockets)
    {
        Stopwatch watch = Stopwatch.StartNew();
        act();

        foreach (Socket socket in sockets)
        {
            RelayRig.ReceiveAll(socket, out bool _);
        }

        return watch.ElapsedMilliseconds;
    }
}
