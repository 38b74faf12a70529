using System.IO;
using ToyGuard.Core.Policy;

namespace ToyGuard.Edge.Toy;

/// <summary>The body of an answer broke off: it is not whole, and what was read of it so far is not an answer.</summary>
public sealed class BodyException : IOException
{
    /// <summary>A body that broke off, and why.</summary>
    public BodyException(Reason reason)
        : base(ReasonWords.Of(reason))
    {
        Reason = reason;
    }

    /// <summary>Why: the gate closed it, or it was cut, too long or too slow, or cannot be read in exactly one way.</summary>
    public Reason Reason { get; }
}
