using System;
using System.Threading;

using ToyGuard.Core.Policy;

namespace ToyGuard.Core.Tests.Policy.Desktop;

/// <summary>Goal: one gate serves many threads. Method: two that ask and one that changes everything; nothing is lost, and what is forbidden stays so.</summary>
[TestClass]
public class GateThreadsTests
{
    private const int Rounds = 20000;

    [TestMethod]
    [Req("EGR-01")]
    public void Ask_FromTwoThreads_CountsEachVerdictOnce()
    {
        VerdictCounters counters = new VerdictCounters();
        Gate gate = new Gate(Home.SampleState(), counters);
        Teller teller = new Teller();
        gate.Watcher = teller;

        InParallel(
            () => AskMany(gate, Home.StoriesQuery()),
            () => AskMany(gate, Home.Query(AskKind.Https, "evil.test", 443)),
            () => AskMany(gate, Home.StoriesQuery()));

        Assert.AreEqual(2 * Rounds, counters.Today(1, Home.StoriesEndpoint, Reason.Allowed));
        Assert.AreEqual(Rounds, counters.Today(1, 0, Reason.NotOnManifest));
        Assert.AreEqual(3 * Rounds, teller.Told);
    }

    [TestMethod]
    [Req("EGR-04")]
    public void Ask_NamesFromTwoThreads_NeverMoreThanSixteen()
    {
        for (int round = 0; round < 200; round++)
        {
            GateState state = Home.SampleState();
            Gate gate = new Gate(state, new VerdictCounters());
            int allowed = 0;

            InParallel(() => AskNames(gate, "a", ref allowed), () => AskNames(gate, "b", ref allowed));

            Assert.AreEqual(EndpointState.NamesMax, allowed);
            Assert.AreEqual(EndpointState.NamesMax, state.Toys[0].Endpoints[Home.FilesEndpoint - 1].NamesToday);
        }
    }

    [TestMethod]
    [Req("EGR-09")]
    public void Recheck_BytesFromTwoThreads_AllCount()
    {
        GateState state = Home.SampleState();
        Gate gate = new Gate(state, new VerdictCounters());

        InParallel(() => MoveMany(gate), () => MoveMany(gate));

        Assert.AreEqual(2L * Rounds, state.Toys[0].Endpoints[Home.StoriesEndpoint - 1].BytesToday);
    }

    // After a pause has returned, no verdict allows until it ends, whatever other threads do meanwhile.
    [TestMethod]
    [Req("PCTL-07")]
    public void PauseEverything_WhileOthersAskAndChange_HoldsAtOnce()
    {
        Gate gate = new Gate(Home.SampleState(), new VerdictCounters());
        bool isDone = false;

        InParallel(
            () =>
            {
                try
                {
                    for (int i = 0; i < Rounds / 4; i++)
                    {
                        if (i % 2 == 0)
                        {
                            gate.PauseEverything(true);
                        }
                        else
                        {
                            gate.Replace(true, true, new[] { Home.SampleToy() });
                        }

                        Assert.IsFalse(gate.Ask(Home.StoriesQuery()).IsAllowed);
                        gate.PauseEverything(false);
                        Assert.IsTrue(gate.Ask(Home.StoriesQuery()).IsAllowed);
                    }
                }
                finally
                {
                    Volatile.Write(ref isDone, true);
                }
            },
            () =>
            {
                GateQuery query = Home.Query(AskKind.Https, "a.cdn.example", 443);

                while (!Volatile.Read(ref isDone))
                {
                    gate.Ask(query);
                    gate.SetClock(Home.At(Home.Monday, Home.Noon));
                    gate.Recheck(query, Home.FilesEndpoint, 1);
                    gate.Hold(query, Reason.NoSocketLeft);
                }
            });
    }

    private static void AskMany(Gate gate, GateQuery query)
    {
        for (int i = 0; i < Rounds; i++)
        {
            gate.Ask(query);
        }
    }

    private static void AskNames(Gate gate, string first, ref int allowed)
    {
        for (int i = 0; i < EndpointState.NamesMax; i++)
        {
            if (gate.Ask(Home.Query(AskKind.Https, first + i + ".cdn.example", 443)).IsAllowed)
            {
                Interlocked.Increment(ref allowed);
            }
        }
    }

    private static void MoveMany(Gate gate)
    {
        GateQuery query = Home.StoriesQuery();

        for (int i = 0; i < Rounds; i++)
        {
            gate.Recheck(query, Home.StoriesEndpoint, 1);
        }
    }

    // What a body throws is thrown again here: on a thread of its own it would end the run.
    private static void InParallel(params Action[] bodies)
    {
        Exception? thrown = null;
        Thread[] threads = Array.ConvertAll(bodies, body => new Thread(() =>
        {
            try
            {
                body();
            }
            catch (Exception e)
            {
                Volatile.Write(ref thrown, e);
            }
        }));

        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => Assert.IsTrue(thread.Join(30000), "a thread hangs"));

        if (thrown is not null)
        {
            throw new AssertFailedException("On another thread: " + thrown.Message, thrown);
        }
    }

    private sealed class Teller : IVerdictWatcher
    {
        public int Told { get; private set; }

        public void OnVerdict(GateQuery query, Verdict verdict)
        {
            Told++;
        }
    }
}
