using System;

namespace ToyGuard.SecondReader;

/// <summary>Some rule is broken. Which one does not matter here.</summary>
public sealed class RefusedException : Exception
{
    public RefusedException()
    {
    }

    public RefusedException(string message)
        : base(message)
    {
    }

    public RefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
