using System.Collections.Generic;

using ToyGuard.Emulator.Board;
using ToyGuard.Emulator.Power;

namespace ToyGuard.Emulator.Tests.Board;

/// <summary>A bench that writes down what was done to it.</summary>
internal sealed class FakeBench : IBench
{
    private readonly List<string> _done = [];

    /// <summary>What was done, in order.</summary>
    public string[] Done
    {
        get
        {
            lock (_done)
            {
                return [.. _done];
            }
        }
    }

    public string StateJson(bool isWhole)
    {
        return $$"""{"done":{{Done.Length}}}""";
    }

    public string LightJson()
    {
        return "{}";
    }

    public string? Press()
    {
        return Note("press");
    }

    public string? Hold(int seconds)
    {
        return Note($"hold {seconds}");
    }

    public string? Paw()
    {
        return "no toy runs here";
    }

    public string? HoldPaw()
    {
        return "no toy runs here";
    }

    public string? Talk(bool isHeld)
    {
        return Note($"talk {isHeld}");
    }

    public string? Power(bool isOn, int afterBytes)
    {
        return Note($"power {isOn} {afterBytes}");
    }

    public string? BrownOut(BrownOut fault)
    {
        return Note($"brown-out {fault.Seed} {fault.AfterBytes} {fault.OffMs}");
    }

    public string? Forget()
    {
        return Note("forget");
    }

    public string? Speed(int times)
    {
        return Note($"speed {times}");
    }

    public string? Shift(int seconds)
    {
        return Note($"shift {seconds}");
    }

    public string? Break(string part, bool isBroken)
    {
        return Note($"break {part} {isBroken}");
    }

    public string? Fault(string network, string fault)
    {
        return Note($"{network} {fault}");
    }

    private string? Note(string what)
    {
        lock (_done)
        {
            _done.Add(what);
        }

        return null;
    }
}
