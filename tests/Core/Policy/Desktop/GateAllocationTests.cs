using System;
using System.Collections.Generic;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Times;

namespace ToyGuard.Core.Tests.Policy.Desktop;

/// <summary>Goal: no branch of a verdict allocates (design.md 12). Method: every reason and every way of asking, after a warm-up, with the thread's own count.</summary>
[TestClass]
public class GateAllocationTests
{
    [TestMethod]
    public void Verdicts_OnEveryBranch_AllocateNothing()
    {
        List<Case> cases = Cases();
        HashSet<Reason> reasons = new HashSet<Reason>();

        foreach (Case one in cases)
        {
            reasons.Add(Gate.Decide(one.State, one.Query).Reason);
            Run(one, 50);
        }

        for (int i = 0; i < cases.Count; i++)
        {
            Case one = cases[i];
            long before = GC.GetAllocatedBytesForCurrentThread();
            Run(one, 100);
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.AreEqual(0L, allocated, "case " + i + ", " + Gate.Decide(one.State, one.Query).Reason);
        }

        // All nineteen rules that hold and the one that allows.
        Assert.HasCount(20, reasons);
    }

    [TestMethod]
    public void Ask_NewNamesUnderAWildcard_AllocateNothing()
    {
        Gate gate = new Gate(Home.SampleState(), new VerdictCounters());
        GateQuery query = Home.Query(AskKind.Https, "a.cdn.example", 443);
        byte[] name = System.Text.Encoding.UTF8.GetBytes("a.cdn.example");
        gate.Ask(query);

        long before = GC.GetAllocatedBytesForCurrentThread();

        for (int i = 0; i < 25; i++)
        {
            name[0] = (byte)('a' + i);
            query.Host.Read(name, 0, name.Length);
            gate.Ask(query);
        }

        Assert.AreEqual(0L, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [TestMethod]
    public void ReadAndJudge_AllocateNothing()
    {
        HostName name = new HostName();
        byte[][] hosts =
        {
            System.Text.Encoding.UTF8.GetBytes("Stories.TOYS.example."), System.Text.Encoding.UTF8.GetBytes("xn--e1afmkfd.xn--p1ai"),
            System.Text.Encoding.UTF8.GetBytes("xn--wca.test"), System.Text.Encoding.UTF8.GetBytes("127.0.0.1"), System.Text.Encoding.UTF8.GetBytes("printer.local"),
        };
        byte[] v4 = Ip.Bytes("192.0.2.1");
        byte[] v6 = Ip.Bytes("2001:0:c000:201:0:0:80ff:fffe");

        for (int round = 0; round < 2; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();

            foreach (byte[] host in hosts)
            {
                name.Read(host, 0, host.Length);
            }

            AddressJudge.IsGlobal(v4, 0, 4, out _);
            AddressJudge.IsGlobal(v6, 0, 16, out _);
            AddressJudge.IsGlobal(v6, 0, 7, out _);

            // The first round compiles.
            Assert.IsTrue(round == 0 || GC.GetAllocatedBytesForCurrentThread() == before);
        }
    }

    private static void Run(Case one, int times)
    {
        for (int i = 0; i < times; i++)
        {
            Gate.Decide(one.State, one.Query);
            one.Gate.Ask(one.Query);
            one.Gate.Recheck(one.Query, 1, 0);
            one.Gate.Hold(one.Query, Reason.AddressPrivate);
            one.Gate.AddBytes(1, 1, 0);
            one.Gate.AddPlay(1, 0);
            one.Gate.ShowPlay(1, out _);
            one.Gate.SetClock(one.State.Now);
        }
    }

    private static List<Case> Cases()
    {
        WeeklyHours allWeek = new WeeklyHours(new[] { 0 }, new[] { WeeklyHours.MinutesOfWeek });
        List<Case> cases = new List<Case>
        {
            new Case(s => { }, Home.StoriesQuery()),
            new Case(s => { }, Home.ClockQuery()),
            new Case(s => s.IsPaired = false, Home.StoriesQuery()),
            new Case(s => s.Toys = Array.Empty<ToyState>(), Home.StoriesQuery()),
            new Case(s => s.IsEverythingPaused = true, Home.StoriesQuery()),
            new Case(s => s.Toys[0].IsPaused = true, Home.StoriesQuery()),
            new Case(s => s.Now = default, Home.StoriesQuery()),
            new Case(s => s.Toys[0].QuietHours = allWeek, Home.StoriesQuery()),
            new Case(s => s.Toys[0].PlayMinutes = DayMinutes.Every(0), Home.StoriesQuery()),
            new Case(s => { }, Home.Query(AskKind.Https, "192.0.2.1", 443)),
            new Case(s => { }, Home.Query(AskKind.Https, "evil.test", 443)),
            new Case(s => { }, Home.Query(AskKind.Https, "usage.metrics.example", 443)),
            new Case(s => { }, Home.Query(AskKind.Https, Home.Stories, 444)),
            new Case(s => { }, Home.Query(AskKind.Http, Home.Stories, 443)),
            new Case(s => s.Now = Home.At(Home.Monday, 0), Home.Query(AskKind.Https, "lessons.toys.example", 443)),
            new Case(s => s.Toys[0].ChildBand = AgeBand.Under9, Home.StoriesQuery()),
            new Case(s => { }, Home.Query(AskKind.TlsHello, "a.cdn.example", 443)),
            new Case(s => s.Toys[0].Agree(1, int.MaxValue), Sensor(1)),
            new Case(s => s.Toys[0].Agree(1, 1), Sensor(1)),
            new Case(s => { }, Sensor(1)),
            new Case(s => { }, Sensor(2)),
            new Case(s => s.Erase = new InHand(), Home.Query(AskKind.OwnErase, InHand.Host, InHand.Port)),
            new Case(s => s.Erase = new InHand(), Home.Query(AskKind.OwnErase, Home.Stories, 443)),
        };

        Case noBytes = new Case(s => { }, Home.StoriesQuery());
        noBytes.Gate.AddBytes(1, Home.StoriesEndpoint, Home.StoriesDailyBytes);
        cases.Add(noBytes);

        Case noNames = new Case(s => { }, Home.Query(AskKind.Https, "seventeenth.cdn.example", 443));

        for (int i = 0; i < EndpointState.NamesMax; i++)
        {
            noNames.Gate.Ask(Home.Query(AskKind.Https, "s" + i + ".cdn.example", 443));
        }

        cases.Add(noNames);
        return cases;
    }

    private static GateQuery Sensor(int number)
    {
        return new GateQuery { Toy = 1, Kind = AskKind.Sensor, Sensor = number };
    }

    private sealed class Case : IVerdictWatcher
    {
        public Case(Action<GateState> spoil, GateQuery query)
        {
            State = Home.SampleState();
            spoil(State);
            Query = query;
            Gate = new Gate(State, new VerdictCounters()) { Watcher = this };
        }

        public GateState State { get; }

        public GateQuery Query { get; }

        public Gate Gate { get; }

        public void OnVerdict(GateQuery query, Verdict verdict)
        {
        }
    }
}
