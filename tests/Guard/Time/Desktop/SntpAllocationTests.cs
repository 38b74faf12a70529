using System;

using ToyGuard.Wire.Sntp;

namespace ToyGuard.Guard.Tests.Time.Desktop;

[TestClass]
public class SntpAllocationTests
{
    [TestMethod]
    public void Answer_AfterWarmUp_AllocatesNothing()
    {
        TimeHome home = new();
        home.Home.Gate.Watcher = null;
        byte[][] queries = { TimeHome.Request(), TimeHome.Packet(0x24, SntpPacket.Length), TimeHome.Packet(0x23, 20) };
        long before = 0;

        for (int i = 0; i < 3000; i++)
        {
            before = i == 1000 ? GC.GetAllocatedBytesForCurrentThread() : before;
            home.Ask(queries[i % queries.Length]);
        }

        Assert.AreEqual(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
