using System;

namespace ToyGuard.Fuzz.Loop;

/// <summary>Thrown out of woven code that takes longer than its input is worth.</summary>
public sealed class TooManyStepsException : Exception
{
    public TooManyStepsException()
    {
    }

    public TooManyStepsException(string message)
        : base(message)
    {
    }

    public TooManyStepsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
