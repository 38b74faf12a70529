using System;
using System.Collections.Generic;

using ToyGuard.Core.Policy;
using ToyGuard.Emulator.View;
using ToyGuard.Kit.Play;

namespace ToyGuard.Emulator.InToy;

/// <summary>How a toy of a run stands: its light, its sign, its story, its sensors, and whom it wanted to reach. For one thread.</summary>
internal sealed class ToyScene
{
    // More than any terminal shows at once.
    private const int SpokenMax = 50;
    private const int CallsMax = 50;

    private readonly List<string> _spoken = [];
    private readonly List<VerdictGiven> _calls = [];
    private readonly HashSet<string> _lookedUp = [];
    private readonly HashSet<string> _reached = [];
    private readonly HashSet<string> _powered = [];

    /// <summary>0xRRGGBB.</summary>
    public int Colour { get; private set; }

    /// <summary>Percent.</summary>
    public int Brightness { get; private set; }

    /// <summary>The sign that is shown.</summary>
    public Sign Sign { get; private set; }

    /// <summary>The story that is told, null between stories.</summary>
    public StoryBegun? Story { get; private set; }

    /// <summary>What was said, the newest last.</summary>
    public IReadOnlyList<string> Spoken
    {
        get { return _spoken; }
    }

    /// <summary>The latest verdict for each place and each sensor, those that are new at the end.</summary>
    public IReadOnlyList<VerdictGiven> Calls
    {
        get { return _calls; }
    }

    /// <summary>True while the sensor of that kind is powered.</summary>
    public bool IsPowered(string kind)
    {
        return _powered.Contains(kind);
    }

    /// <summary>True once the resolver was asked for it.</summary>
    public bool WasLookedUp(string host)
    {
        return _lookedUp.Contains(host);
    }

    /// <summary>True once a connection arrived at its server.</summary>
    public bool WasReached(string host)
    {
        return _reached.Contains(host);
    }

    /// <summary>Takes in what happened.</summary>
    /// <returns>True for a verdict on something whose last verdict was another.</returns>
    public bool Add(Happening happening)
    {
        switch (happening)
        {
            case ToySaid said:
                _spoken.Add(said.Words);
                _spoken.RemoveRange(0, Math.Max(0, _spoken.Count - SpokenMax));
                break;
            case LightChanged light:
                Colour = light.Colour;
                Brightness = light.Brightness;
                break;
            case SignChanged sign:
                Sign = sign.Sign;
                break;
            case StoryBegun story:
                Story = story;
                break;
            case StoryEnded:
                Story = null;
                break;
            case SensorTurned { IsOn: true } sensor:
                _powered.Add(sensor.Kind);
                break;
            case SensorTurned sensor:
                _powered.Remove(sensor.Kind);
                break;
            case ResolverAsked asked:
                _lookedUp.Add(asked.Name);
                break;
            case ServerReached reached:
                _reached.Add(reached.Host);
                break;
            case VerdictGiven verdict:
                return Note(verdict);
        }

        return false;
    }

    // A call is asked about several times on its way; what stands is the latest answer.
    private bool Note(VerdictGiven verdict)
    {
        int at = _calls.FindIndex(call => call.Host == verdict.Host && call.Sensor == verdict.Sensor && IsClock(call.Kind) == IsClock(verdict.Kind));
        bool isNew = at < 0 || _calls[at].Reason != verdict.Reason;

        if (at >= 0)
        {
            _calls[at] = verdict;
        }
        else if (_calls.Count < CallsMax)
        {
            _calls.Add(verdict);
        }

        return isNew;
    }

    private static bool IsClock(AskKind kind)
    {
        return kind is AskKind.Clock or AskKind.OwnClock;
    }
}
