using System;
using System.Collections.Generic;
using System.Globalization;

namespace ToyGuard.Bench.Load;

/// <summary>Durations that were measured, in milliseconds.</summary>
internal sealed class Samples
{
    private readonly List<double> _all = new(1 << 16);

    /// <summary>How many there are.</summary>
    public int Count
    {
        get { return _all.Count; }
    }

    /// <summary>Adds one.</summary>
    public void Add(TimeSpan duration)
    {
        _all.Add(duration.TotalMilliseconds);
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _all.Clear();
    }

    /// <summary>The one that <paramref name="share"/> of all are not above; 0 when there are none.</summary>
    public double At(double share)
    {
        if (_all.Count == 0)
        {
            return 0;
        }

        _all.Sort();
        return _all[Math.Min(_all.Count - 1, (int)(share * _all.Count))];
    }

    /// <summary>Median and 99th percentile as words of a result.</summary>
    public override string ToString()
    {
        return string.Create(CultureInfo.InvariantCulture, $"p50={At(0.5):0.####} p99={At(0.99):0.####} worst={At(1):0.####}");
    }
}
