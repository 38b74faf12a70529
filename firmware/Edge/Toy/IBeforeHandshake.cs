namespace ToyGuard.Edge.Toy;

/// <summary>Hears that a TLS handshake is about to begin, and that it is over: on the device nothing else runs in between (decision 0006).</summary>
public interface IBeforeHandshake
{
    /// <summary>Saves what must not be lost and turns off what must not be left on. Before the first byte of the handshake, from the thread that will do it. When it throws there must be no handshake.</summary>
    void BeforeHandshake();

    /// <summary>The handshake is over, however it ended; once for each <see cref="BeforeHandshake"/>.</summary>
    void AfterHandshake();
}
