using ToyGuard.Core.Times;

namespace ToyGuard.Simulation.Month;

/// <summary>The device's clock: the real <see cref="ClockTrust"/> over a crystal that runs a little off; and beside it, in three numbers, what may be believed.</summary>
internal sealed class MonthClock
{
    private const long RangeMs = 10 * 60 * 1000;

    private readonly RuleFault _fault;
    private readonly int _partsPerMillion;
    private ClockTrust _trust = new();
    private long _setMs;
    private long _setAtMs;
    private bool _isSet;
    private bool _isBySomebody;

    /// <summary>A clock that nobody has set, since the power came.</summary>
    /// <param name="fault">The mistake to make.</param>
    /// <param name="partsPerMillion">How much the crystal is ahead.</param>
    public MonthClock(RuleFault fault, int partsPerMillion)
    {
        _fault = fault;
        _partsPerMillion = partsPerMillion;
    }

    /// <summary>True once a guardian's phone set it.</summary>
    public bool IsConfirmed
    {
        get { return _trust.IsConfirmed; }
    }

    /// <summary>The device's monotonic clock, after so many seconds with power.</summary>
    public long ElapsedMs(long seconds)
    {
        return (seconds * 1000) + (seconds * _partsPerMillion / 1000);
    }

    /// <summary>What the device takes for UTC, in seconds; 0 when it does not know.</summary>
    public long UtcSeconds(long elapsedMs)
    {
        return _trust.UtcMs(elapsedMs) / 1000;
    }

    /// <summary>A guardian's phone says what time it is.</summary>
    public void Confirm(long utcSeconds, long elapsedMs)
    {
        _trust.Confirm(utcSeconds * 1000, elapsedMs);
        Set(utcSeconds, elapsedMs);
        _isBySomebody = true;
    }

    /// <summary>The network says it: a server that is right, or one that lies.</summary>
    public void Hear(long utcSeconds, long elapsedMs)
    {
        if (_fault == RuleFault.NetworkConfirms)
        {
            _trust.Confirm(utcSeconds * 1000, elapsedMs);
        }
        else if (!_trust.Refine(utcSeconds * 1000, elapsedMs) && _fault == RuleFault.NetworkMovesFar)
        {
            _trust = new ClockTrust();
            _trust.Refine(utcSeconds * 1000, elapsedMs);
        }

        if (!_isSet)
        {
            Set(utcSeconds, elapsedMs);
        }
    }

    /// <summary>Why this clock does not say what it may; null when it does.</summary>
    public string? Wrong(long elapsedMs)
    {
        if (_trust.IsKnown != _isSet || _trust.IsConfirmed != _isBySomebody)
        {
            return "a clock that believes the wrong one";
        }

        long ahead = _trust.UtcMs(elapsedMs) - (_setMs + elapsedMs - _setAtMs);
        return _isSet && (ahead > RangeMs || ahead < -RangeMs) ? "a clock that the network moved further than ten minutes" : null;
    }

    private void Set(long utcSeconds, long elapsedMs)
    {
        _setMs = utcSeconds * 1000;
        _setAtMs = elapsedMs;
        _isSet = true;
    }
}
