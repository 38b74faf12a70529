namespace ToyGuard.Bench.Load;

/// <summary>One socket in a <see cref="Reactor"/>.</summary>
internal abstract class Line
{
    /// <summary>The socket's number.</summary>
    public int Socket { get; protected set; } = -1;

    /// <summary>Its place in the reactor.</summary>
    public int Place { get; set; } = -1;

    /// <summary>The socket is ready for <paramref name="ready"/>.</summary>
    public abstract void OnReady(Reactor reactor, short ready);
}
