using ToyGuard.Emulator.Power;

namespace ToyGuard.Emulator.Tests.Power;

/// <summary>Goal: a device may live faster and never lives backwards. Method: a machine's clock of the test's own.</summary>
[TestClass]
public sealed class FastTimeTests
{
    [TestMethod]
    public void Time_IsTheMachinesUntilItIsFaster_AndLosesNothingAtAChange()
    {
        long machineMs = 5000;
        FastTime time = new(() => machineMs);
        Assert.AreEqual(5000, time.NowMs);
        machineMs += 100;
        Assert.AreEqual(5100, time.NowMs);

        time.Speed = 60;
        Assert.AreEqual(60, time.Speed);
        Assert.AreEqual(5100, time.NowMs);
        machineMs += 1000;
        Assert.AreEqual(65_100, time.NowMs);

        time.Speed = FastTime.SpeedMax;
        machineMs += 1;
        Assert.AreEqual(68_700, time.NowMs);

        // As fast as the machine again: ahead of it for good.
        time.Speed = 1;
        machineMs += 10;
        Assert.AreEqual(68_710, time.NowMs);
    }

    [TestMethod]
    public void BrownOut_OfOneSeed_IsAlwaysTheSame()
    {
        bool isAnother = false;

        for (int seed = 0; seed < 200; seed++)
        {
            BrownOut fault = BrownOut.Of(seed);
            Assert.AreEqual(fault, BrownOut.Of(seed));
            Assert.IsTrue(fault.AfterBytes is > 0 and <= 600 && fault.OffMs is >= 100 and <= 1000, fault.ToString());
            isAnother |= fault.AfterBytes != BrownOut.Of(0).AfterBytes;
        }

        Assert.IsTrue(isAnother);
    }
}
