using System;
using ToyGuard.Core.Policy;
using ToyGuard.Guard.Relay;

namespace ToyGuard.Guard.Tests.Relay;

/// <summary>
/// Goal: nothing is connected to but a judged address of the judged name, and a connection lives only as long as the gate allows it.
/// Method: each step with its nearest no, time as an argument; then a walk of random events against the rules that always hold.
/// </summary>
[TestClass]
public class RelaySessionTests
{
    [TestMethod]
    public void Session_AllGoesWell_SplicesAndCountsBothWays()
    {
        RelayHome home = new RelayHome();
        RelaySession session = new RelaySession(home.Gate, new RelayLimits());
        byte[] hello = new HelloBuilder().Name("Limited.Toys.Example").Record();

        Assert.AreEqual((int)RelayEffect.NeedMore, (int)session.Begin(1, 1000));
        Assert.AreEqual((int)RelayEffect.NeedMore, (int)session.OnClientBytes(hello, 40, 1100));
        Assert.AreEqual((int)RelayEffect.Resolve, (int)session.OnClientBytes(hello, hello.Length, 1200));
        Assert.AreEqual("limited.toys.example", session.Host.ToString());
        Assert.AreEqual((int)RelayEffect.Connect, (int)session.OnResolved(Reason.None, Good(), 2, 1300));
        Assert.AreEqual("192.0.2.7", Text(session.Address));
        Assert.AreEqual((int)RelayEffect.Splice, (int)session.OnConnected(1400));
        Assert.AreEqual((int)RelayEffect.Continue, (int)session.OnMoved(hello.Length, 0, 1500));
        Assert.AreEqual((int)RelayEffect.Continue, (int)session.OnMoved(10, 3000, 1600));
        Assert.AreEqual((int)RelayEffect.Close, (int)session.OnEnded());

        Assert.AreEqual((int)RelayState.Ended, (int)session.State);
        Assert.AreEqual((int)Reason.None, (int)session.End);
        Assert.AreEqual((long)(hello.Length + 10), session.UpBytes);
        Assert.AreEqual(3000L, session.DownBytes);
        Assert.AreEqual((long)(hello.Length + 3010), home.Toys[0].Endpoints[RelayHome.Limited - 1].BytesToday);

        // The verdict was told, and nothing else: an end is no hold.
        Assert.AreEqual(1, home.Told);
    }

    [TestMethod]
    [Req("EGR-01")]
    public void OnClientBytes_EveryRowOfTheTable_LooksUpOnlyThoseThatPass()
    {
        RelayHome home = new RelayHome();
        HelloJudge judge = new HelloJudge(home.Gate, 443);
        RelaySession session = new RelaySession(home.Gate, new RelayLimits(), judge);

        foreach (HelloCase row in HelloTable.All())
        {
            session.Begin(1, 0);
            RelayEffect effect = session.OnClientBytes(row.Bytes, row.Bytes.Length, 10);
            RelayEffect expected = row.IsPass ? RelayEffect.Resolve : row.Status == 2 ? RelayEffect.NeedMore : RelayEffect.Refuse;

            Assert.AreEqual((int)expected, (int)effect, row.Name);
            Assert.AreEqual(row.Fault, (int)judge.Fault, row.Name);
            Assert.AreEqual(expected == RelayEffect.Refuse, session.End != Reason.None, row.Name);
        }
    }

    [TestMethod]
    [DataRow(4999, (int)RelayEffect.Resolve, (int)Reason.None)]
    [DataRow(5000, (int)RelayEffect.Refuse, (int)Reason.HelloTooSlow)]
    public void OnClientBytes_LastByteAtTheDeadline_IsTooSlow(int atMs, int effect, int end)
    {
        RelayHome home = new RelayHome();
        RelaySession session = new RelaySession(home.Gate, new RelayLimits());
        byte[] hello = HelloTable.Good().Record();
        session.Begin(1, 0);

        // A byte now and then does not move the deadline.
        for (int i = 1; i < 5; i++)
        {
            session.OnClientBytes(hello, i, i * 900);
            Assert.AreEqual((int)RelayEffect.Continue, (int)session.OnTick(i * 900));
        }

        Assert.AreEqual(effect, (int)session.OnClientBytes(hello, hello.Length, atMs));
        Assert.AreEqual(end, (int)session.End);
    }

    [TestMethod]
    public void OnClientBytes_MoreThanHelloBytes_IsTooLong()
    {
        RelayHome home = new RelayHome();
        RelaySession session = new RelaySession(home.Gate, new RelayLimits { HelloBytes = 1000 });
        byte[] hello = HelloTable.Browser().Record();

        session.Begin(1, 0);
        Assert.AreEqual((int)RelayEffect.NeedMore, (int)session.OnClientBytes(hello, 999, 0));
        Assert.AreEqual((int)RelayEffect.Refuse, (int)session.OnClientBytes(hello, 1000, 0));
        Assert.AreEqual((int)Reason.HelloTooLong, (int)session.End);
        Assert.AreEqual((int)Reason.HelloTooLong, (int)home.Last);

        // One that just fits is read: what counts is whether it is whole.
        byte[] fits = HelloTable.Good().PadTo(995).Record();
        session.Begin(1, 0);
        Assert.AreEqual(1000, fits.Length);
        Assert.AreEqual((int)RelayEffect.Resolve, (int)session.OnClientBytes(fits, fits.Length, 0));
    }

    [TestMethod]
    [Req("EGR-03")]
    [Req("EGR-11")]
    [DataRow("10.1.2.3", (int)Reason.AddressPrivate)]
    [DataRow("172.16.0.1", (int)Reason.AddressPrivate)]
    [DataRow("192.168.4.1", (int)Reason.AddressPrivate)]
    [DataRow("127.0.0.1", (int)Reason.AddressLoopback)]
    [DataRow("169.254.169.254", (int)Reason.AddressLinkLocal)]
    [DataRow("224.0.0.251", (int)Reason.AddressMulticast)]
    [DataRow("0.0.0.0", (int)Reason.AddressUnspecified)]
    [DataRow("240.0.0.1", (int)Reason.AddressReserved)]
    public void OnResolved_OneAddressNotGlobal_HoldsTheName(string bad, int reason)
    {
        for (int at = 0; at < 3; at++)
        {
            RelayHome home = new RelayHome();
            RelaySession session = Resolving(home, HelloTable.Allowed);
            byte[] addresses = Bytes.Join(Good(), new byte[] { 203, 0, 113, 9 });
            Array.Copy(Address(bad), 0, addresses, at * 4, 4);

            Assert.AreEqual((int)RelayEffect.Refuse, (int)session.OnResolved(Reason.None, addresses, 3, 100));
            Assert.AreEqual(reason, (int)session.End);
            Assert.AreEqual(reason, (int)home.Last);
            Assert.AreEqual(HelloTable.Allowed, home.LastHost);
            Assert.AreEqual((int)RelayEffect.Close, (int)session.OnConnected(101));
        }
    }

    [TestMethod]
    [Req("RES-01")]
    [DataRow((int)Reason.NameNotFound)]
    [DataRow((int)Reason.ResolverSilent)]
    [DataRow((int)Reason.ResolverFailed)]
    [DataRow((int)Reason.NameWithoutAddress)]
    public void OnResolved_Failure_ClosesAndSaysWhy(int reason)
    {
        RelayHome home = new RelayHome();
        RelaySession session = Resolving(home, HelloTable.Allowed);

        Assert.AreEqual((int)RelayEffect.Close, (int)session.OnResolved((Reason)reason, Good(), 2, 100));
        Assert.AreEqual(reason, (int)session.End);
        Assert.AreEqual(reason, (int)home.Last);
    }

    [TestMethod]
    public void OnResolved_NoAddress_IsNameWithoutAddress()
    {
        RelayHome home = new RelayHome();
        RelaySession session = Resolving(home, HelloTable.Allowed);

        Assert.AreEqual((int)RelayEffect.Close, (int)session.OnResolved(Reason.None, Good(), 0, 100));
        Assert.AreEqual((int)Reason.NameWithoutAddress, (int)session.End);
    }

    [TestMethod]
    [DataRow((int)Reason.ServerUnreachable)]
    [DataRow((int)Reason.NoSocketLeft)]
    public void OnConnectFailed_Reason_IsKeptAndTold(int reason)
    {
        RelayHome home = new RelayHome();
        RelaySession session = Connecting(home);

        Assert.AreEqual((int)RelayEffect.Close, (int)session.OnConnectFailed((Reason)reason));
        Assert.AreEqual(reason, (int)session.End);
        Assert.AreEqual(reason, (int)home.Last);
    }

    [TestMethod]
    public void OnTick_EachStateAtItsDeadline_Ends()
    {
        RelayLimits limits = new RelayLimits();
        RelayHome home = new RelayHome();

        RelaySession hello = new RelaySession(home.Gate, limits);
        hello.Begin(1, 0);
        EndsAt(hello, 5000, RelayEffect.Refuse, Reason.HelloTooSlow);

        EndsAt(Resolving(home, HelloTable.Allowed), limits.ConnectMs + 50, RelayEffect.Close, Reason.ResolverSilent);
        EndsAt(Connecting(home), limits.ConnectMs + 100, RelayEffect.Close, Reason.ServerSilent);
        EndsAt(Splicing(home, HelloTable.Allowed), limits.IdleMs + 150, RelayEffect.Close, Reason.IdleTooLong);

        RelaySession busy = Splicing(home, HelloTable.Allowed);

        for (int atMs = 1000; atMs < limits.TotalMs; atMs += 60 * 1000)
        {
            Assert.AreEqual((int)RelayEffect.Continue, (int)busy.OnMoved(1, 1, atMs));
            Assert.AreEqual((int)RelayEffect.Continue, (int)busy.OnTick(atMs));
        }

        EndsAt(busy, limits.TotalMs, RelayEffect.Close, Reason.OpenTooLong);
    }

    [TestMethod]
    [Req("PCTL-07")]
    public void OnTick_PausedInAnyState_EndsWithinASecond()
    {
        for (int state = 0; state < 3; state++)
        {
            RelayHome home = new RelayHome();
            RelaySession session = state == 0
                ? Resolving(home, HelloTable.Allowed)
                : state == 1 ? Connecting(home) : Splicing(home, HelloTable.Allowed);

            Assert.AreEqual((int)RelayEffect.Continue, (int)session.OnTick(1000));
            home.Gate.PauseEverything(true);

            Assert.AreEqual((int)(state == 2 ? RelayEffect.Close : RelayEffect.Refuse), (int)EndTick(session, 1000, 1500));
            Assert.AreEqual((int)Reason.EverythingPaused, (int)session.End);
            Assert.AreEqual((int)Reason.EverythingPaused, (int)home.Last);
        }
    }

    [TestMethod]
    [Req("PCTL-07")]
    public void OnClientBytes_PausedBefore_LooksNothingUp()
    {
        RelayHome home = new RelayHome();
        RelaySession session = new RelaySession(home.Gate, new RelayLimits());
        byte[] hello = HelloTable.Good().Record();
        session.Begin(1, 0);
        session.OnClientBytes(hello, 50, 10);
        home.Gate.PauseToy(1, true);

        Assert.AreEqual((int)RelayEffect.Refuse, (int)session.OnClientBytes(hello, hello.Length, 20));
        Assert.AreEqual((int)Reason.ToyPaused, (int)session.End);
    }

    [TestMethod]
    [Req("PCTL-07")]
    public void OnResolvedAndOnConnected_PausedMeanwhile_SendNothing()
    {
        RelayHome home = new RelayHome();
        RelaySession resolving = Resolving(home, HelloTable.Allowed);
        RelaySession connecting = Connecting(home);
        home.Gate.PauseEverything(true);

        // At once, before any tick.
        Assert.AreEqual((int)RelayEffect.Refuse, (int)resolving.OnResolved(Reason.None, Good(), 2, 51));
        Assert.AreEqual((int)RelayEffect.Refuse, (int)connecting.OnConnected(101));
        Assert.AreEqual((int)Reason.EverythingPaused, (int)resolving.End);
        Assert.AreEqual((int)Reason.EverythingPaused, (int)connecting.End);
    }

    [TestMethod]
    [Req("EGR-01")]
    public void OnTick_RuleTakenAway_EndsTheLiveConnection()
    {
        RelayHome home = new RelayHome();
        RelaySession session = Splicing(home, HelloTable.Allowed);
        home.Gate.Approve(1, RelayHome.Stories, false);
        Assert.AreEqual((int)RelayEffect.Close, (int)EndTick(session, 150, 700));
        Assert.AreEqual((int)Reason.WaitingForGuardian, (int)session.End);

        home = new RelayHome();
        session = Splicing(home, HelloTable.Allowed);
        home.Gate.Replace(true, false, new ToyState[0]);
        Assert.AreEqual((int)RelayEffect.Close, (int)EndTick(session, 150, 700));
        Assert.AreEqual((int)Reason.UnknownToy, (int)session.End);

        home = new RelayHome();
        session = Splicing(home, HelloTable.Allowed);
        home.Gate.SetPaired(false);
        Assert.AreEqual((int)RelayEffect.Close, (int)EndTick(session, 150, 700));
        Assert.AreEqual((int)Reason.NotPaired, (int)session.End);

        home = new RelayHome();
        session = Splicing(home, HelloTable.Allowed);
        home.Gate.SetClock(default);
        Assert.AreEqual((int)RelayEffect.Close, (int)EndTick(session, 150, 700));
        Assert.AreEqual((int)Reason.ClockUnknown, (int)session.End);
    }

    [TestMethod]
    [Req("EGR-09")]
    public void OnMoved_DailyBytesUsedUp_EndsWithinOneRejudging()
    {
        RelayHome home = new RelayHome();
        RelaySession session = Splicing(home, "limited.toys.example");
        int moved = 0;
        RelayEffect effect = RelayEffect.Continue;

        // No tick at all: bytes alone bring the question up.
        while (effect == RelayEffect.Continue && moved < 1000000)
        {
            effect = session.OnMoved(0, 2000, 200);
            moved += 2000;
        }

        Assert.AreEqual((int)RelayEffect.Close, (int)effect);
        Assert.AreEqual((int)Reason.EndpointBudget, (int)session.End);
        Assert.IsTrue(moved >= 100000 && moved <= 100000 + 65536 + 2000, "moved " + moved.ToString());
        Assert.AreEqual((long)moved, home.Toys[0].Endpoints[RelayHome.Limited - 1].BytesToday);

        // The next connection there is held from the start, and the other endpoint is not.
        byte[] hello = new HelloBuilder().Name("limited.toys.example").Record();
        session.Begin(1, 0);
        Assert.AreEqual((int)RelayEffect.Refuse, (int)session.OnClientBytes(hello, hello.Length, 0));
        Splicing(home, HelloTable.Allowed);
    }

    [TestMethod]
    [Req("EGR-09")]
    public void OnTick_FewBytesOverTheBudget_EndsByTime()
    {
        RelayHome home = new RelayHome();
        RelaySession session = Splicing(home, "limited.toys.example");
        home.Gate.AddBytes(1, RelayHome.Limited, 99990);
        Assert.AreEqual((int)RelayEffect.Continue, (int)session.OnMoved(5, 5, 200));

        Assert.AreEqual((int)RelayEffect.Close, (int)EndTick(session, 200, 800));
        Assert.AreEqual((int)Reason.EndpointBudget, (int)session.End);
    }

    [TestMethod]
    public void OnEnded_BeforeTheHelloIsWhole_IsCutShort()
    {
        RelayHome home = new RelayHome();
        RelaySession session = new RelaySession(home.Gate, new RelayLimits());
        session.Begin(1, 0);

        Assert.AreEqual((int)RelayEffect.Close, (int)session.OnEnded());
        Assert.AreEqual((int)Reason.HelloCutShort, (int)session.End);
        Assert.AreEqual((int)Reason.HelloCutShort, (int)home.Last);
    }

    [TestMethod]
    public void OnGaveWay_WhileItLives_EndsAndSaysWhy()
    {
        RelayHome home = new RelayHome();
        RelaySession session = Splicing(home, HelloTable.Allowed);
        int told = home.Told;

        Assert.AreEqual((int)RelayEffect.Close, (int)session.OnGaveWay());
        Assert.AreEqual((int)RelayState.Ended, (int)session.State);
        Assert.AreEqual((int)Reason.GaveWay, (int)session.End);
        Assert.AreEqual((int)Reason.GaveWay, (int)home.Last);

        // Once: who has ended already gives nothing more up.
        Assert.AreEqual((int)RelayEffect.Close, (int)session.OnGaveWay());
        Assert.AreEqual(told + 1, home.Told);
    }

    [TestMethod]
    public void AnyEvent_AfterTheEnd_AnswersCloseAndChangesNothing()
    {
        RelayHome home = new RelayHome();
        RelaySession session = Splicing(home, HelloTable.Allowed);
        byte[] hello = HelloTable.Good().Record();
        home.Gate.PauseEverything(true);
        EndTick(session, 150, 700);
        home.Gate.PauseEverything(false);
        int told = home.Told;

        Assert.AreEqual((int)RelayEffect.Close, (int)session.OnClientBytes(hello, hello.Length, 800));
        Assert.AreEqual((int)RelayEffect.Close, (int)session.OnResolved(Reason.None, Good(), 2, 800));
        Assert.AreEqual((int)RelayEffect.Close, (int)session.OnConnected(800));
        Assert.AreEqual((int)RelayEffect.Close, (int)session.OnConnectFailed(Reason.ServerUnreachable));
        Assert.AreEqual((int)RelayEffect.Close, (int)session.OnMoved(1, 1, 800));
        Assert.AreEqual((int)RelayEffect.Close, (int)session.OnTick(800));
        Assert.AreEqual((int)RelayEffect.Close, (int)session.OnEnded());
        Assert.AreEqual((int)Reason.EverythingPaused, (int)session.End);
        Assert.AreEqual(0L, session.UpBytes);
        Assert.AreEqual(told, home.Told);
    }

    [TestMethod]
    public void WrongEvent_WhileItLives_IsOurMistake()
    {
        RelayHome home = new RelayHome();
        RelaySession session = new RelaySession(home.Gate, new RelayLimits());

        Check.Throws(typeof(InvalidOperationException), () => session.OnClientBytes(new byte[1], 1, 0));
        session.Begin(1, 0);
        Check.Throws(typeof(InvalidOperationException), () => session.OnConnected(0));
        Check.Throws(typeof(InvalidOperationException), () => session.OnMoved(1, 1, 0));
        Check.Throws(typeof(InvalidOperationException), () => session.OnResolved(Reason.None, Good(), 1, 0));
        Check.Throws(typeof(InvalidOperationException), () => session.OnConnectFailed(Reason.ServerUnreachable));
    }

    [TestMethod]
    public void Begin_AfterAnEnd_StartsAnew()
    {
        RelayHome home = new RelayHome();
        RelaySession session = Splicing(home, HelloTable.Allowed);
        session.OnMoved(100, 200, 160);
        session.OnEnded();

        Assert.AreEqual((int)RelayEffect.NeedMore, (int)session.Begin(1, 100000));
        Assert.AreEqual(0L, session.UpBytes);
        Assert.AreEqual(0L, session.DownBytes);
        Assert.AreEqual(0, session.Host.Length);
        Assert.AreEqual((int)RelayEffect.Continue, (int)session.OnTick(104999));
        Assert.AreEqual((int)RelayEffect.Refuse, (int)session.OnTick(105000));
    }

    [TestMethod]
    [Req("EGR-01")]
    [Req("PCTL-07")]
    public void Walk_RandomEvents_KeepsTheRules()
    {
        uint state = 20261121;
        int spliced = 0;

        for (int walk = 0; walk < 400; walk++)
        {
            uint seed = state;
            state = Walk(state, "seed " + seed.ToString(), ref spliced);
        }

        // Walks that never come so far keep the rules for nothing.
        Assert.IsTrue(spliced >= 20, spliced.ToString());
    }

    // What always holds: no splice without an allowed hello, good addresses and an open gate at that moment; an end stays; a pause ends it in time.
    private static uint Walk(uint state, string seed, ref int spliced)
    {
        RelayHome home = new RelayHome();
        RelaySession session = new RelaySession(home.Gate, new RelayLimits());
        byte[] good = HelloTable.Good().Record();
        byte[] bad = new HelloBuilder().Name("other.example").Record();
        bool isPaused = false;
        bool isGoodHello = false;
        bool isGoodAddress = false;
        int now = 0;
        int pausedMs = 0;

        session.Begin(1, 0);

        for (int step = 0; step < 60; step++)
        {
            state = (state * 1664525) + 1013904223;
            int dice = (int)(state >> 24) % 16;
            int jump = (int)(state >> 16) % 700;
            bool wasOver = session.State == RelayState.Ended;
            Reason end = session.End;
            RelayEffect effect = RelayEffect.None;
            now += jump;

            switch (dice)
            {
                case 0:
                    isPaused = !isPaused;
                    pausedMs = now;
                    home.Gate.PauseEverything(isPaused);
                    break;

                case 1 when session.State == RelayState.Hello:
                    isGoodHello = false;
                    effect = session.OnClientBytes(bad, bad.Length, now);
                    break;

                case 2:
                case 3:
                case 4:
                    if (session.State == RelayState.Hello)
                    {
                        isGoodHello = true;
                        effect = session.OnClientBytes(good, good.Length, now);
                    }
                    else if (session.State == RelayState.Resolving)
                    {
                        isGoodAddress = dice != 2;
                        effect = session.OnResolved(Reason.None, dice == 2 ? Address("10.0.0.1") : Good(), 1, now);
                    }
                    else if (session.State == RelayState.Connecting)
                    {
                        effect = session.OnConnected(now);
                        spliced += effect == RelayEffect.Splice ? 1 : 0;
                        Assert.IsTrue(effect != RelayEffect.Splice || !isPaused, seed);
                    }
                    else if (session.State == RelayState.Splicing)
                    {
                        effect = session.OnMoved(10, 20, now);
                    }

                    break;

                case 5 when session.State == RelayState.Connecting:
                    effect = session.OnConnectFailed(Reason.ServerUnreachable);
                    break;

                case 6:
                    effect = session.OnEnded();
                    break;

                default:
                    effect = session.OnTick(now);

                    if (isPaused && now - pausedMs >= 500 && session.State != RelayState.Hello)
                    {
                        Assert.AreEqual((int)RelayState.Ended, (int)session.State, seed);
                    }

                    break;
            }

            if (session.State >= RelayState.Resolving && session.State != RelayState.Ended)
            {
                Assert.IsTrue(isGoodHello, seed);
            }

            if (session.State == RelayState.Connecting || session.State == RelayState.Splicing)
            {
                Assert.IsTrue(isGoodAddress, seed);
            }

            bool isOver = session.State == RelayState.Ended;
            Assert.IsTrue(effect != RelayEffect.Close && effect != RelayEffect.Refuse || isOver, seed);
            Assert.IsTrue(!wasOver || isOver && session.End == end, seed);
            Assert.IsTrue(session.End != Reason.Allowed, seed);
        }

        return state;
    }

    private static RelaySession Resolving(RelayHome home, string name)
    {
        RelaySession session = new RelaySession(home.Gate, new RelayLimits());
        byte[] hello = new HelloBuilder().Name(name).Record();
        session.Begin(1, 0);
        Assert.AreEqual((int)RelayEffect.Resolve, (int)session.OnClientBytes(hello, hello.Length, 50));

        return session;
    }

    private static RelaySession Connecting(RelayHome home)
    {
        RelaySession session = Resolving(home, HelloTable.Allowed);
        Assert.AreEqual((int)RelayEffect.Connect, (int)session.OnResolved(Reason.None, Good(), 2, 100));

        return session;
    }

    private static RelaySession Splicing(RelayHome home, string name)
    {
        RelaySession session = Resolving(home, name);
        Assert.AreEqual((int)RelayEffect.Connect, (int)session.OnResolved(Reason.None, Good(), 2, 100));
        Assert.AreEqual((int)RelayEffect.Splice, (int)session.OnConnected(150));

        return session;
    }

    // Ticks as the relay's watch does, four times a second, and gives the first answer that is not Continue.
    private static RelayEffect EndTick(RelaySession session, int fromMs, int untilMs)
    {
        for (int atMs = fromMs; atMs <= untilMs; atMs += 250)
        {
            RelayEffect effect = session.OnTick(atMs);

            if (effect != RelayEffect.Continue)
            {
                return effect;
            }
        }

        return session.OnTick(untilMs);
    }

    private static void EndsAt(RelaySession session, int atMs, RelayEffect effect, Reason reason)
    {
        Assert.AreEqual((int)RelayEffect.Continue, (int)session.OnTick(atMs - 1));
        Assert.AreEqual((int)effect, (int)session.OnTick(atMs));
        Assert.AreEqual((int)reason, (int)session.End);
    }

    private static byte[] Good()
    {
        return new byte[] { 192, 0, 2, 7, 198, 51, 100, 8 };
    }

    private static byte[] Address(string text)
    {
        string[] parts = text.Split('.');
        byte[] address = new byte[4];

        for (int i = 0; i < address.Length; i++)
        {
            address[i] = (byte)int.Parse(parts[i]);
        }

        return address;
    }

    private static string Text(byte[] address)
    {
        return address[0].ToString() + "." + address[1].ToString() + "." + address[2].ToString() + "." + address[3].ToString();
    }
}
