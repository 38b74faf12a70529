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

    /// <summary>Why it broke off; <see cref="Reason.None"/> while it runs, and after its proper end.</summary>
    public Reason End { get; internal set; }

    /// <summary>True once nothing more comes: ended, broken off or closed.</summary>
    public bool IsOver { get; internal set; }

    /// <summary>Waits for bytes and gives as many as there are, at most <paramref name="count"/>; 0 only at the body's proper end. Throws <see cref="BodyException"/> when it broke off.</summary>
    public override int Read(byte[] buffer, int offset, int count)
    {
        return _client.ReadBody(this, buffer, offset, count);
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
