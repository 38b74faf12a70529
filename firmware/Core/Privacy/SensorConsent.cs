using System;

namespace ToyGuard.Core.Privacy;

/// <summary>A guardian's yes to one use of a sensor, until a minute. Immutable; there is none without an end (SENS-02).</summary>
public sealed class SensorConsent
{
    /// <summary>Days that one may last at most, from when it is given: a school term.</summary>
    public const int DaysMax = 186;

    /// <summary>Takes what a guardian said. Throws for a minute before the first.</summary>
    /// <param name="print">What was said yes to, as SensorPrint gives it: a use that changed is another one.</param>
    /// <param name="untilMinute">The minute in which it is over, in local minutes since 1970-01-01; from 1.</param>
    public SensorConsent(long print, int untilMinute)
    {
        if (untilMinute < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(untilMinute));
        }

        Print = print;
        UntilMinute = untilMinute;
    }

    /// <summary>What was said yes to.</summary>
    public long Print { get; }

    /// <summary>The minute in which it is over, in local minutes since 1970-01-01, as <see cref="Policy.Moment.Minute"/> counts them.</summary>
    public int UntilMinute { get; }
}
