using System.Threading;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Privacy;

namespace ToyGuard.Kit.Play.Tests.Desktop;

/// <summary>Goal: nobody waits for a driver that hangs, and a press never slips into a rest. Method: real threads.</summary>
[TestClass]
public class SensorThreadsTests
{
    private const int WaitMs = 10000;

    [TestMethod]
    [Req("SENS-01")]
    public void TurnOff_WhileTheDriverHangsInARead_IsOffAtOnceAndNothingStays()
    {
        HangingSensor driver = new();
        SensorSwitch sensor = new(PlayHome.GateOf(PlayHome.Bear()), PlayHome.Toy, PlayHome.Microphone, driver, new SensorBoard());
        byte[] buffer = new byte[16];
        Assert.AreEqual(Reason.Allowed, sensor.Press(0));
        Thread reader = new(() => sensor.Read(buffer, 0, 16));
        reader.Start();
        Assert.IsTrue(driver.IsReading.Wait(WaitMs));

        Thread off = new(() => sensor.TurnOff(Reason.ToyPaused));
        off.Start();
        Assert.IsTrue(off.Join(WaitMs), "it waited for the driver");
        Assert.IsFalse(driver.IsPowered);

        driver.MayEnd.Set();
        Assert.IsTrue(reader.Join(WaitMs));
        SensorRig.AssertZero(buffer);
    }

    [TestMethod]
    public void RestUntil_AgainstPressesOfAnotherThread_LeavesNoneOn()
    {
        SensorRig rig = new();
        rig.Driver.IsPressed = true;
        bool isDone = false;
        Thread child = new(() =>
        {
            while (!Volatile.Read(ref isDone))
            {
                rig.Switch.Press(0);
                rig.Switch.Release(0);
                rig.Switch.Press(0);
            }
        });
        child.Start();

        for (int i = 0; i < 300; i++)
        {
            rig.Board.RestUntil(1000);

            for (int look = 0; look < 20; look++)
            {
                if (rig.Driver.IsPowered)
                {
                    Volatile.Write(ref isDone, true);
                    child.Join(WaitMs);
                    Assert.Fail("on while it rests");
                }
            }

            rig.Board.EndRest();
            Thread.Yield();
        }

        Volatile.Write(ref isDone, true);
        Assert.IsTrue(child.Join(WaitMs));
    }

    private sealed class HangingSensor : ISensorDriver
    {
        public ManualResetEventSlim IsReading { get; } = new(false);

        public ManualResetEventSlim MayEnd { get; } = new(false);

        public bool IsPowered { get; private set; }

        public bool IsHeld
        {
            get { return true; }
        }

        public bool SetPower(bool isOn)
        {
            IsPowered = isOn;
            return true;
        }

        public int Read(byte[] buffer, int offset, int count)
        {
            IsReading.Set();
            MayEnd.Wait(WaitMs);
            buffer[offset] = FakeSensor.Voice;
            return 1;
        }
    }
}
