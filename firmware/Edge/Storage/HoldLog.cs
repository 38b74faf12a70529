using ToyGuard.Core.Policy;
using ToyGuard.Core.Records;

namespace ToyGuard.Edge.Storage;

/// <summary>Counts what the gate holds, for records, and tells the next watcher of everything.</summary>
/// <remarks>Called under the gate's lock, so it has a lock of its own, under which nothing else is called.</remarks>
internal sealed class HoldLog : IVerdictWatcher
{
    private readonly object _lock = new object();
    private HoldDigest _digest = new HoldDigest();
    private IVerdictWatcher? _next;

    /// <summary>Who is told after this one; null is nobody.</summary>
    public IVerdictWatcher? Next
    {
        get
        {
            lock (_lock)
            {
                return _next;
            }
        }

        set
        {
            lock (_lock)
            {
                _next = value;
            }
        }
    }

    /// <inheritdoc/>
    public void OnVerdict(GateQuery query, Verdict verdict)
    {
        if (!verdict.IsAllowed)
        {
            lock (_lock)
            {
                _digest.Count(query.Toy, verdict.Endpoint, (int)verdict.Reason);
            }
        }

        Next?.OnVerdict(query, verdict);
    }

    /// <summary>Forgets what was counted.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _digest = new HoldDigest();
        }
    }

    /// <summary>The next record that is due (<see cref="HoldDigest.TryPeek"/>).</summary>
    public bool TryPeek(long nowMs, long utcSeconds, int boot, out Record record)
    {
        lock (_lock)
        {
            return _digest.TryPeek(nowMs, utcSeconds, boot, out record);
        }
    }

    /// <summary>That record is kept.</summary>
    public void Drop(Record record)
    {
        lock (_lock)
        {
            _digest.Drop(record);
        }
    }
}
