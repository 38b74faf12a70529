using System;
using System.IO;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace ToyGuard.Edge.Toy;

/// <summary>The bytes of a socket as they are on the wire, counted both ways.</summary>
/// <remarks>The runtime reads and writes only by the methods that take spans and memory; the others lead to them.</remarks>
internal sealed class CountingStream : Stream
{
    private readonly NetworkStream _wire;
    private long _moved;

    public CountingStream(Socket socket)
    {
        _wire = new NetworkStream(socket, false);
    }

    public long Moved
    {
        get { return Interlocked.Read(ref _moved); }
    }

    /// <summary>What the server said first.</summary>
    public ServerSays Server { get; } = new();

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get { throw new NotSupportedException(); }
        set { throw new NotSupportedException(); }
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        return Read(new Span<byte>(buffer, offset, count));
    }

    public override int Read(Span<byte> buffer)
    {
        return Note(buffer, _wire.Read(buffer));
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count = await _wire.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);

        return Note(buffer.Span, count);
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        Write(new ReadOnlySpan<byte>(buffer, offset, count));
    }

    // Counted before: what a write that fails had left with the network may have gone.
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Interlocked.Add(ref _moved, buffer.Length);
        _wire.Write(buffer);
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Interlocked.Add(ref _moved, buffer.Length);

        return _wire.WriteAsync(buffer, cancellationToken);
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin)
    {
        throw new NotSupportedException();
    }

    public override void SetLength(long value)
    {
        throw new NotSupportedException();
    }
    private int Note(ReadOnlySpan<byte> buffer, int count)
    {
        Interlocked.Add(ref _moved, count);
        Server.Take(buffer[..count]);

        return count;
    }
}
