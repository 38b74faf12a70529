using System;
using System.Linq;
using System.Threading;

using ToyGuard.Guard.Sockets;

namespace ToyGuard.Guard.Tests.Sockets.Desktop;

/// <summary>Goal: as in SocketWalkTests, much longer, and with many threads at once. Method: every number of sockets a hub may have, a few seeds each; then threads that take and free.</summary>
[TestClass]
public class SocketDesktopTests
{
    [TestMethod]
    [Req("WEB-04")]
    public void Walk_EveryNumberOfSockets_KeepsTheRules()
    {
        int gaveWay = 0;

        for (int sockets = SocketBudget.SocketsMin; sockets <= 30; sockets++)
        {
            for (int seed = 0; seed < 4; seed++)
            {
                SocketWalk walk = new(sockets, seed);
                walk.Go(600);
                gaveWay += walk.GaveWay;
            }
        }

        Assert.IsGreaterThan(1000, gaveWay);
    }

    [TestMethod]
    public void Take_ManyThreads_NeverMoreThanThereAre()
    {
        SocketBudget budget = new(SocketBudget.DeviceSockets);
        int over = 0;
        int served = 0;

        Thread[] threads = Enumerable.Range(0, 4).Select(number => new Thread(() =>
        {
            Random random = new(number);
            Guest guest = new();

            for (int i = 0; i < 20_000; i++)
            {
                if (guest.Comes(budget, (SocketUse)random.Next(3), random.Next(3), random.Next(2) == 0, i, out _))
                {
                    Interlocked.Increment(ref served);
                    Interlocked.Add(ref over, budget.UsedSockets > SocketBudget.DeviceSockets ? 1 : 0);
                    budget.Free(guest.Seat);
                }
            }
        })).ToArray();

        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        Assert.AreEqual(0, over);
        Assert.IsGreaterThan(1000, served);
        Assert.AreEqual(SocketBudget.FixedSockets, budget.UsedSockets);
    }

    [TestMethod]
    public void Take_Contended_AllocatesNothing()
    {
        SocketBudget budget = new(SocketBudget.DeviceSockets);
        Guest honest = new();
        long before = 0;

        for (int i = 0; i < 3; i++)
        {
            new Guest().Comes(budget, SocketUse.Tls, 1, i);
        }

        for (int i = 0; i < 5000; i++)
        {
            if (i == 1000)
            {
                before = GC.GetAllocatedBytesForCurrentThread();
            }

            Assert.IsTrue(honest.Comes(budget, SocketUse.Tls, 2, false, i, out Guest? greedy));
            budget.Free(greedy!.Seat);
            budget.Free(honest.Seat);
            Assert.IsTrue(greedy.Comes(budget, SocketUse.Tls, 1, i));
        }

        Assert.AreEqual(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
