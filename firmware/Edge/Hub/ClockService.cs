using ToyGuard.Core.Policy;

namespace ToyGuard.Edge.Hub;

/// <summary>Tells the gate what time it is, several times a second, so that hours begin and end without anybody asking.</summary>
public sealed class ClockService : TurnService
{
    // A rule about minutes is kept to a fraction of a second, and a clock that is forgotten holds as soon.
    private const int TellMs = 250;
    private const int MinuteMs = 60 * 1000;

    private readonly Gate _gate;
    private readonly WallClock _clock;
    private readonly bool _countsPlay;
    private long _minuteMs = LivedTime.NowMs;

    /// <summary>Tells <paramref name="gate"/> what <paramref name="clock"/> shows.</summary>
    /// <param name="gate">Who is told.</param>
    /// <param name="clock">The time.</param>
    /// <param name="countsPlay">Whether a minute in which a toy reached a place counts as play: on a hub, which sees nothing else of it.</param>
    public ClockService(Gate gate, WallClock clock, bool countsPlay)
        : base("clock", TellMs)
    {
        _gate = gate;
        _clock = clock;
        _countsPlay = countsPlay;
    }

    /// <inheritdoc/>
    protected override void Turn()
    {
        _gate.SetClock(_clock.Now(), _clock.IsConfirmed);

        if (_countsPlay && LivedTime.NowMs - _minuteMs >= MinuteMs)
        {
            _minuteMs += MinuteMs;
            _gate.CountActiveMinute();
        }
    }
}
