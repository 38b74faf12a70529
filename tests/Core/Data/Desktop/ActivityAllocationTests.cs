using System;

using ToyGuard.Core.Data;
using ToyGuard.Core.Policy;

namespace ToyGuard.Core.Tests.Data.Desktop;

/// <summary>Goal: counting a verdict and noting a name allocate nothing (design.md 12). Method: every kind of verdict after a warm-up, with the thread's own count.</summary>
[TestClass]
public class ActivityAllocationTests
{
    [TestMethod]
    public void OnVerdict_CallsHoldsAndNewNames_AllocateNothing()
    {
        ActivityBook book = new ActivityBook(DataHome.Toys());
        GateQuery query = new GateQuery { Toy = 1, Kind = AskKind.Lookup };
        byte[] name = System.Text.Encoding.UTF8.GetBytes("aa.spy.test");
        Tell(book, query, name, 3);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Tell(book, query, name, 40);
        Assert.AreEqual(0L, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.AreEqual(HeldHosts.Max, book.Hosts.Of(1).Length);
    }

    private static void Tell(ActivityBook book, GateQuery query, byte[] name, int names)
    {
        for (int i = 0; i < names; i++)
        {
            name[0] = (byte)('a' + (i / 20));
            name[1] = (byte)('a' + (i % 20));
            query.Host.Read(name, 0, name.Length);
            book.OnVerdict(query, Verdict.Hold(Reason.NotOnManifest));
            book.OnVerdict(query, Verdict.Hold(Reason.WaitingForGuardian, 2));
            book.OnVerdict(query, Verdict.Hold(Reason.QuietHours));
        }
    }
}
