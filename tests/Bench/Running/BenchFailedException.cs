using System;

namespace ToyGuard.Bench.Running;

/// <summary>A bench could not be measured: a program did not start, a line did not come, nothing was answered.</summary>
public sealed class BenchFailedException : Exception
{
    /// <summary>Failed for no reason that was told.</summary>
    public BenchFailedException()
    {
    }

    /// <summary>Failed because of <paramref name="message"/>.</summary>
    public BenchFailedException(string message)
        : base(message)
    {
    }

    /// <summary>Failed because of <paramref name="message"/>, found by <paramref name="inner"/>.</summary>
    public BenchFailedException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
