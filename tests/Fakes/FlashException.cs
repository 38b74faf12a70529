using System;

namespace ToyGuard.Fakes;

/// <summary>What a call of <see cref="FlashModel"/> throws where it was told to throw.</summary>
public sealed class FlashException : Exception
{
    /// <summary>Says at which call.</summary>
    public FlashException(string message)
        : base(message)
    {
    }
}
