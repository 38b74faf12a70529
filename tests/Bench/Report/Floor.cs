namespace ToyGuard.Bench.Report;

/// <summary>What a figure must reach.</summary>
/// <param name="Bench">The bench.</param>
/// <param name="What">The figure's name there.</param>
/// <param name="IsLeast">True when it must be at least this, false when at most.</param>
/// <param name="Full">On a quiet machine.</param>
/// <param name="Quick">In a quick run, one second each, beside other work and without optimised code: that it works, not how fast.</param>
internal sealed record Floor(string Bench, string What, bool IsLeast, double Full, double Quick)
{
    /// <summary>True when <paramref name="value"/> is good enough.</summary>
    public bool Holds(double value, bool isQuick)
    {
        double limit = isQuick ? Quick : Full;
        return IsLeast ? value >= limit : value <= limit;
    }
}
