using System.IO;
using System.Net.Sockets;

namespace ToyGuard.Edge.Toy;

/// <summary>A TLS connection whose server was checked. Made by <see cref="TlsDial"/> alone.</summary>
public sealed class TlsLink
{
    private readonly Socket _socket;
    private readonly CountingStream _wire;

    internal TlsLink(Socket socket, CountingStream wire, Stream stream)
    {
        _socket = socket;
        _wire = wire;
        Stream = stream;
    }

    /// <summary>What is written to it reaches the checked server and nobody else.</summary>
    public Stream Stream { get; }

    /// <summary>Bytes on the wire so far, both directions: TCP payload, handshake and records included. Safe from any thread.</summary>
    public long Moved
    {
        get { return _wire.Moved; }
    }

    /// <summary>Closes the connection at once, without a farewell. Safe from any thread, and any number of times; a read or write that waits ends with an exception.</summary>
    public void Close()
    {
        _socket.Close();
    }
}
