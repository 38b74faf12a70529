namespace ToyGuard.Core.Data;

/// <summary>What one toy did at one place, as an <see cref="ActivityBook"/> counted it (INFO-01). The default value says that nothing happened.</summary>
public readonly struct PlaceActivity
{
    internal PlaceActivity(int calls, int held, int lastMinute, int lastHeldMinute)
    {
        Calls = calls;
        Held = held;
        LastMinute = lastMinute;
        LastHeldMinute = lastHeldMinute;
    }

    /// <summary>Connections let out today. A look-up of its name is part of one and not counted.</summary>
    public int Calls { get; }

    /// <summary>Tries that were held today, look-ups with them: of a held name there is nothing else.</summary>
    public int Held { get; }

    /// <summary>When the last connection was let out, in local minutes since 1970-01-01 (Moment.Minute); 0 for never while there was power, or at an unknown time.</summary>
    public int LastMinute { get; }

    /// <summary>When the last try was held, told the same way.</summary>
    public int LastHeldMinute { get; }
}
