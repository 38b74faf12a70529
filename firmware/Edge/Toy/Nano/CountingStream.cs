using System;
using System.IO;

namespace ToyGuard.Edge.Toy;

/// <summary>A TLS stream whose plain bytes are counted, with an allowance for what TLS puts around them, which the device does not show (decision 0006).</summary>
internal sealed class CountingStream : Stream
{
    /// <summary>What a handshake counts as: two hellos, five certificates with their signatures and the finished messages are seldom more than 7 KiB.</summary>
    public const int HandshakeBytes = 8 * 1024;

    // Header, nonce and tag of a record are 29 bytes at most (RFC 5288). A read takes bytes of one record, a write makes one for each so many.
    private const int RecordBytes = 32;
    private const int RecordMax = 4 * 1024;

    private readonly object _lock = new object();
    private readonly Stream _plain;
    private long _moved = HandshakeBytes;

    public CountingStream(Stream plain)
    {
        _plain = plain;
    }

    public long Moved
    {
        get
        {
            lock (_lock)
            {
                return _moved;
            }
        }
    }

    public override bool CanRead
    {
        get { return true; }
    }

    public override bool CanWrite
    {
        get { return true; }
    }

    public override bool CanSeek
    {
        get { return false; }
    }

    public override long Length
    {
        get { throw new NotSupportedException(); }
    }

    public override long Position
    {
        get { throw new NotSupportedException(); }
        set { throw new NotSupportedException(); }
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int taken = _plain.Read(buffer, offset, count);
        Add(taken + RecordBytes);

        return taken;
    }

    public override int Read(SpanByte buffer)
    {
        throw new NotSupportedException();
    }

    // Counted before: what a write that fails had left with the network may have gone.
    public override void Write(byte[] buffer, int offset, int count)
    {
        Add(count + (((count / RecordMax) + 1) * RecordBytes));
        _plain.Write(buffer, offset, count);
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

    protected override void Dispose(bool disposing)
    {
        _plain.Dispose();
    }

    private void Add(int bytes)
    {
        lock (_lock)
        {
            _moved += bytes;
        }
    }
}
