using System;
using System.Threading;

using ToyGuard.Core.Policy;
using ToyGuard.Emulator.View;

namespace ToyGuard.Emulator.Tests.View;

/// <summary>Goal: a flood of verdicts costs the gate nothing, hides no other toy, and is still counted. Method: a feed that nobody reads until the end.</summary>
[TestClass]
public class FeedTests
{
    private const int Flood = 200_000;

    [TestMethod]
    public void OnVerdict_InAFlood_ShowsSomeCountsAllAndAllocatesLittle()
    {
        Feed feed = new(["bear", "cube"], TimeProvider.System);
        Tally tally = new();
        GateQuery query = new() { Toy = 1, Kind = AskKind.Lookup };
        query.Host.Read("stories.toys.example");
        Ask(feed, query, 1000);
        long before = GC.GetAllocatedBytesForCurrentThread();

        Ask(feed, query, Flood);

        // As many records as are shown in the few half seconds that this takes, and nothing for the others.
        Assert.IsLessThan(10L * Flood, GC.GetAllocatedBytesForCurrentThread() - before);

        query.Toy = 2;
        Ask(feed, query, 10);
        feed.Complete();
        int shown = 0;

        while (feed.Reader.TryRead(out Happening? happening))
        {
            tally.Add(happening);
            shown += happening is VerdictGiven { Toy: "cube" } ? 1 : 0;
        }

        Assert.AreEqual(10, shown);
        Assert.AreEqual(Flood + 1000, tally.Of("bear", "closed"));
        Assert.AreEqual(10, tally.Of("cube", "closed"));
        Assert.AreEqual(0L, feed.Lost);
    }

    [TestMethod]
    public void OnVerdict_AfterAFlood_TheRestIsShownWithoutAnotherVerdict()
    {
        Feed feed = new(["bear"], TimeProvider.System);
        Tally tally = new();
        Ask(feed, new GateQuery { Toy = 0 }, 5000);

        Assert.IsTrue(SpinWait.SpinUntil(
            () =>
            {
                while (feed.Reader.TryRead(out Happening? happening))
                {
                    tally.Add(happening);
                }

                return tally.Of("", "closed") == 5000;
            },
            10_000));
    }

    private static void Ask(Feed feed, GateQuery query, int times)
    {
        for (int i = 0; i < times; i++)
        {
            feed.OnVerdict(query, default);
        }
    }
}
