using System;

namespace ToyGuard.Core.Settings;

/// <summary>A guardian's yes to one endpoint, without an end or until a minute (EGR-06, DEF-04). Immutable.</summary>
public sealed class Approval
{
    /// <summary>The end of what has none: it lasts until a guardian takes it back.</summary>
    public const int NoEnd = 0;

    /// <summary>Days that one with an end may last at most, from when it is given: a school term.</summary>
    public const int DaysMax = 120;

    /// <summary>Takes what a guardian said. Throws for a minute below 0.</summary>
    /// <param name="print">What was said yes to, as <see cref="EndpointPrint"/> gives it.</param>
    /// <param name="untilMinute">The minute in which it is over, in local minutes since 1970-01-01; <see cref="NoEnd"/> for none.</param>
    public Approval(long print, int untilMinute)
    {
        if (untilMinute < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(untilMinute));
        }

        Print = print;
        UntilMinute = untilMinute;
    }

    /// <summary>What was said yes to.</summary>
    public long Print { get; }

    /// <summary>The minute in which it is over, as <see cref="Policy.Moment.Minute"/> counts them; <see cref="NoEnd"/> for none.</summary>
    public int UntilMinute { get; }

    /// <summary>The earlier of two ends; <see cref="NoEnd"/> is the latest there is.</summary>
    public static int Earlier(int a, int b)
    {
        // Read as unsigned and one less, no end is the largest number there is.
        return (uint)(a - 1) < (uint)(b - 1) ? a : b;
    }
}
