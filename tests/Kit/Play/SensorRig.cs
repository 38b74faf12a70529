using ToyGuard.Core.Policy;
using ToyGuard.Core.Privacy;

namespace ToyGuard.Kit.Play.Tests;

/// <summary>A bear's microphone with all that decides about it.</summary>
public sealed class SensorRig : ISwitchedOff
{
    public SensorRig()
        : this(PlayHome.Microphone)
    {
    }

    public SensorRig(int sensor)
    {
        Counters = new VerdictCounters();
        Gate = PlayHome.GateOf(PlayHome.Bear(), Counters);
        Driver = new FakeSensor();
        Board = new SensorBoard();
        Switch = new SensorSwitch(Gate, PlayHome.Toy, sensor, Driver, Board);
    }

    public VerdictCounters Counters { get; }

    public Gate Gate { get; }

    public FakeSensor Driver { get; }

    public SensorBoard Board { get; }

    public SensorSwitch Switch { get; }

    /// <summary>The child presses, and the toy's program says so.</summary>
    public Reason PressAt(long nowMs)
    {
        Driver.IsPressed = true;
        return Switch.Press(nowMs);
    }

    /// <summary>The child lets go, and the toy's program says so.</summary>
    public void ReleaseAt(long nowMs)
    {
        Driver.IsPressed = false;
        Switch.Release(nowMs);
    }

    public void Happens()
    {
        Switch.TurnOff(Reason.SensorResting);
    }

    public void AssertOff(Reason why, string about)
    {
        Assert.AreEqual((int)why, (int)Switch.Why, about);
        Assert.IsFalse(Switch.IsOn, about);
        Assert.IsFalse(Driver.IsPowered, about);
        Assert.IsFalse(Driver.IsLit, about);
    }

    public void AssertOn(string about)
    {
        Assert.AreEqual((int)Reason.Allowed, (int)Switch.Why, about);
        Assert.IsTrue(Switch.IsOn, about);
        Assert.IsTrue(Driver.IsPowered, about);
        Assert.IsTrue(Driver.IsLit, about);
    }

    public static void AssertZero(byte[] buffer)
    {
        for (int i = 0; i < buffer.Length; i++)
        {
            Assert.AreEqual(0, (int)buffer[i], i.ToString());
        }
    }
}
