using System;

using ToyGuard.Core.Policy;

namespace ToyGuard.Kit.Play;

/// <summary>The play time of a toy, and its gentle end: a word at ten minutes, a word at two, then the running piece may finish (PCTL-04).</summary>
/// <remarks>Any thread may call. What is played is counted at the <see cref="Gate"/>, which keeps it.</remarks>
public sealed class TimeLeft
{
    /// <summary>How long a piece that runs may go on after the time is over.</summary>
    public const int FinishMs = 90 * 1000;

    /// <summary>For how long after a piece its player still wants to know what is left; a toy that nobody plays with does not speak up.</summary>
    public const int RestMs = 5 * 60 * 1000;

    private const int MinuteMs = 60 * 1000;
    private const int FirstWarning = 10;
    private const int LastWarning = 2;

    private readonly object _lock = new object();
    private readonly Gate _gate;
    private readonly int _toy;
    private PlayView _view;
    private TimeSign _told;
    private bool _isPlaying;
    private bool _isBuiltIn;
    private bool _hasPlayed;
    private long _playedMs;
    private long _countedMs;
    private long _overMs;

    /// <summary>The play time of the toy with number <paramref name="toy"/>, from 1.</summary>
    public TimeLeft(Gate gate, int toy)
    {
        _gate = gate ?? throw new ArgumentNullException(nameof(gate));
        _toy = toy;
        _gate.ShowPlay(_toy, out _view);
    }

    /// <summary>Whole minutes that are left until play time or quiet hours end it; -1 is no end in sight, 0 is over.</summary>
    public int MinutesLeft
    {
        get
        {
            lock (_lock)
            {
                return _view.MinutesLeft;
            }
        }
    }

    /// <summary>Why no piece may begin now; Allowed when one may.</summary>
    public Reason Why
    {
        get
        {
            lock (_lock)
            {
                return WhyNot(false);
            }
        }
    }

    /// <summary>True while a piece runs that must not stop now. False at once when a guardian pauses, and 90 s after the time is over.</summary>
    public bool MayGoOn
    {
        get
        {
            lock (_lock)
            {
                return _isPlaying;
            }
        }
    }

    /// <summary>How loud the toy may be, in percent: a fifth less after each warning.</summary>
    public int VolumePercent
    {
        get
        {
            lock (_lock)
            {
                return _told switch
                {
                    TimeSign.None => 100,
                    TimeSign.TenMinutes => 80,
                    _ => 60,
                };
            }
        }
    }

    /// <summary>The local minute of the day, for <see cref="SignPlayer.MinuteOfDay"/>; -1 while nobody knows.</summary>
    public int MinuteOfDay
    {
        get
        {
            Moment now = _gate.Now;
            return now.IsKnown ? now.MinuteOfWeek % (24 * 60) : -1;
        }
    }

    /// <summary>What the child hears when it asks: "18 minutes left".</summary>
    public string Words
    {
        get
        {
            lock (_lock)
            {
                Reason reason = WhyNot(false);

                if (reason != Reason.Allowed)
                {
                    return Reasons.ChildWords(reason);
                }

                return _view.MinutesLeft switch
                {
                    -1 => "There is time.",
                    1 => "1 minute left.",
                    _ => _view.MinutesLeft + " minutes left.",
                };
            }
        }
    }

    /// <summary>Begins a piece, a story for instance, if there is time.</summary>
    /// <returns>Allowed when it may; else why not, and what runs already goes on.</returns>
    public Reason BeginPiece(long nowMs)
    {
        return Begin(false, nowMs);
    }

    /// <summary>Begins a piece that the toy has on board and that needs no network: not held by a clock that is not known, nor by a guardian who is not there yet. It uses up play time all the same.</summary>
    /// <returns>Allowed when it may; else why not, and what runs already goes on.</returns>
    public Reason BeginBuiltIn(long nowMs)
    {
        return Begin(true, nowMs);
    }

    /// <summary>Ends the piece; nothing happens when none runs.</summary>
    public void EndPiece(long nowMs)
    {
        lock (_lock)
        {
            Count(nowMs);
            _isPlaying = false;
        }
    }

    /// <summary>Counts what was played and looks at the time: call it every 50 ms or so.</summary>
    /// <returns>What has to be told now; each once, in the order of the numbers.</returns>
    public TimeSign Turn(long nowMs)
    {
        lock (_lock)
        {
            Count(nowMs);
            _gate.ShowPlay(_toy, out _view);
            Reason held = WhyNot(_isBuiltIn);
            bool isOver = held == Reason.QuietHours || held == Reason.PlayTimeUsedUp;
            return isOver ? TurnOver(nowMs) : TurnBefore(held, nowMs);
        }
    }

    private Reason Begin(bool isBuiltIn, long nowMs)
    {
        lock (_lock)
        {
            Count(nowMs);
            _gate.ShowPlay(_toy, out _view);
            Reason reason = WhyNot(isBuiltIn);

            if (reason == Reason.Allowed)
            {
                _isPlaying = true;
                _isBuiltIn = isBuiltIn;
                _hasPlayed = true;
                _countedMs = nowMs;
            }

            return reason;
        }
    }

    // Counted at the end of each minute, like bytes: what a pulled plug gives back is less than one.
    private void Count(long nowMs)
    {
        if (!_isPlaying)
        {
            return;
        }

        _playedMs += nowMs > _countedMs ? nowMs - _countedMs : 0;
        _countedMs = nowMs;

        if (_playedMs >= MinuteMs)
        {
            _gate.AddPlay(_toy, (int)(_playedMs / MinuteMs));
            _playedMs %= MinuteMs;
        }
    }

    private Reason WhyNot(bool isBuiltIn)
    {
        return _view.Held switch
        {
            Reason.None => Reason.Allowed,
            Reason.ClockUnknown => !isBuiltIn ? _view.Held : _view.PlayLeft == 0 ? Reason.PlayTimeUsedUp : Reason.Allowed,
            Reason.NotPaired => isBuiltIn ? Reason.Allowed : _view.Held,
            Reason.UnknownToy => isBuiltIn ? Reason.Allowed : _view.Held,
            _ => _view.Held,
        };
    }

    private TimeSign TurnOver(long nowMs)
    {
        if (_told < TimeSign.Over)
        {
            _told = TimeSign.Over;
            _overMs = nowMs;
            return TimeSign.Over;
        }

        // A clock that went back could not end the piece.
        if (nowMs - _overMs >= FinishMs || nowMs < _overMs)
        {
            _isPlaying = false;
        }

        if (_isPlaying || _told == TimeSign.Asleep)
        {
            return TimeSign.None;
        }

        _told = TimeSign.Asleep;
        return TimeSign.Asleep;
    }

    private TimeSign TurnBefore(Reason held, long nowMs)
    {
        if (held != Reason.Allowed)
        {
            _isPlaying = false;
            return TimeSign.None;
        }

        // Without a clock, play time is all that ends.
        TimeSign due = Due(_view.Held == Reason.None ? _view.MinutesLeft : _view.Held == Reason.ClockUnknown ? _view.PlayLeft : -1);

        // More time was given, or a new day began: what is far again will be told again.
        _told = due < _told ? due : _told;

        if (due == _told || !IsPlayedWith(nowMs))
        {
            return TimeSign.None;
        }

        _told = due;
        return due;
    }

    private static TimeSign Due(int minutesLeft)
    {
        if (minutesLeft < 0 || minutesLeft > FirstWarning)
        {
            return TimeSign.None;
        }

        return minutesLeft > LastWarning ? TimeSign.TenMinutes : TimeSign.TwoMinutes;
    }

    private bool IsPlayedWith(long nowMs)
    {
        return _isPlaying || (_hasPlayed && nowMs - _countedMs < RestMs);
    }
}
