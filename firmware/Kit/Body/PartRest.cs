namespace ToyGuard.Kit.Body;

/// <summary>When a part that failed is tried again: after a second, then later and later, never more seldom than once a minute. A dead display costs the device nothing. Pure.</summary>
public sealed class PartRest
{
    /// <summary>The first rest in milliseconds.</summary>
    public const int RestMsMin = 1000;

    /// <summary>The longest.</summary>
    public const int RestMsMax = 60 * 1000;

    private long _dueMs;
    private int _restMs;

    /// <summary>True while the part works, as far as anybody knows.</summary>
    public bool IsWell
    {
        get { return _restMs == 0; }
    }

    /// <summary>True when it may be tried.</summary>
    public bool IsDue(long nowMs)
    {
        return IsWell || nowMs >= _dueMs;
    }

    /// <summary>It failed.</summary>
    public void OnFault(long nowMs)
    {
        _restMs = IsWell ? RestMsMin : _restMs * 2 > RestMsMax ? RestMsMax : _restMs * 2;
        _dueMs = nowMs + _restMs;
    }

    /// <summary>It worked.</summary>
    public void OnGood()
    {
        _restMs = 0;
    }
}
