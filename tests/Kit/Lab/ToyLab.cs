using System;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Privacy;
using ToyGuard.Core.Times;
using ToyGuard.Kit.Play;

namespace ToyGuard.Kit.Tests.Lab;

/// <summary>A toy's code with its kit, runner and board. Turns come from the test, so that time goes as fast as it likes.</summary>
internal sealed class ToyLab : IDisposable
{
    public ToyLab(int minutesADay = -1)
    {
        Network.Toy.PlayMinutes = DayMinutes.Every(minutesADay);
        Network.Toy.Agree(1, Moment.FromLocalSeconds(KitLab.NowSeconds).Minute + 60);
        Kit = new ToyKit(Network.Gate, 1, Network.Manifest, Board, Network.Client, Sensors);
        Runner = new ToyRunner(Toy, Kit);
    }

    public KitLab Network { get; } = new();

    public FakeBoard Board { get; } = new();

    public SensorBoard Sensors { get; } = new();

    public ScriptedToy Toy { get; } = new();

    public ToyKit Kit { get; }

    public ToyRunner Runner { get; }

    public SensorSwitch Microphone
    {
        get { return Kit.Sensor("microphone", "talk")!; }
    }

    /// <summary>The child's hand on the talk button, as a board's own thread tells it.</summary>
    public void Talk(bool isHeld)
    {
        Board.IsHeld = isHeld;
        Runner.Talk(isHeld);
    }

    /// <summary>A turn of the watch thread.</summary>
    public void Turn(long nowMs)
    {
        Sensors.Turn(nowMs);
        Runner.Turn(nowMs);
    }

    public void Dispose()
    {
        Runner.Stop(KitLab.WaitMs);
        Network.Dispose();
    }
}
