using System;
using System.IO;
using System.Net.Sockets;

namespace ToyGuard.Edge.Toy;

/// <summary>A TLS connection whose server was checked. Made by <see cref="TlsDial"/> alone.</summary>
public sealed class TlsLink
{
    private readonly Socket _socket;
    private readonly CountingStream _counted;

    internal TlsLink(Socket socket, CountingStream counted)
    {
        _socket = socket;
        _counted = counted;
    }

    /// <summary>What is written to it reaches the checked server and nobody else.</summary>
    public Stream Stream
    {
        get { return _counted; }
    }

    /// <summary>Bytes on the wire so far, both directions: plain bytes are counted, and more than TLS puts around them is added. Safe from any thread.</summary>
    public long Moved
    {
        get { return _counted.Moved; }
    }

    /// <summary>Closes the connection. Safe from any thread, and any number of times; a read or write that waits ends with an exception.</summary>
    /// <remarks>The stream first: it ends the library's context together with the socket, which else would close the number of a socket that is another's by then.</remarks>
    public void Close()
    {
        try
        {
            _counted.Dispose();
        }
        catch (Exception)
        {
            // A farewell that does not go out any more; the socket is closed all the same.
        }

        _socket.Close();
    }
}
