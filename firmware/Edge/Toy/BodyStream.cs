using ToyGuard.Core.Policy;

namespace ToyGuard.Edge.Toy;

/// <summary>The body of an answer: its bytes, then 0 at its proper end; anything else is a <see cref="BodyException"/>, again at each further read.</summary>
/// <remarks>For one reader at a time. Closing it before its end ends the call; closed or left behind, it never gives anything of a later call.</remarks>
public sealed class BodyStream : ReadOnlyStream
{
    private readonly OutgoingClient _client;

    internal BodyStream(OutgoingClient client)
    {
        _client = client;
    }

    /// <summary>True once its last byte has come, which is not before it was read.</summary>
    public bool IsWhole { get; internal set; }

    /// <summary>True once it broke off; <see cref="End"/> says why.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Why it broke off; <see cref="Reason.None"/> as long as it did not, and when the toy itself was stopped.</summary>
    public Reason End { get; private set; }

    /// <summary>True once its reader closed it.</summary>
    internal bool IsClosed { get; set; }

    /// <summary>Waits for bytes and gives as many as there are, at most <paramref name="count"/>; 0 only at the body's proper end, or when none are asked for. Throws <see cref="BodyException"/> when it broke off.</summary>
    public override int Read(byte[] buffer, int offset, int count)
    {
        return _client.ReadBody(this, buffer, offset, count);
    }

    /// <summary>It broke off. The first reason stays.</summary>
    internal void Break(Reason reason)
    {
        if (!IsBroken && !IsWhole)
        {
            IsBroken = true;
            End = reason;
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _client.CloseBody(this);
        }

        base.Dispose(disposing);
    }
}
