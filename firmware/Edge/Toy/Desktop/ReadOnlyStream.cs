using System;
using System.IO;

namespace ToyGuard.Edge.Toy;

/// <summary>A stream that only gives: neither sought in nor written to. What each runtime wants of such a stream stands here.</summary>
public abstract class ReadOnlyStream : Stream
{
    /// <summary>True.</summary>
    public override bool CanRead
    {
        get { return true; }
    }

    /// <summary>False.</summary>
    public override bool CanSeek
    {
        get { return false; }
    }

    /// <summary>False.</summary>
    public override bool CanWrite
    {
        get { return false; }
    }

    /// <summary>Throws: how long it will be is not known.</summary>
    public override long Length
    {
        get { throw new NotSupportedException(); }
    }

    /// <summary>Throws.</summary>
    public override long Position
    {
        get { throw new NotSupportedException(); }
        set { throw new NotSupportedException(); }
    }

    /// <summary>Does nothing.</summary>
    public override void Flush()
    {
    }

    /// <summary>Throws.</summary>
    public override long Seek(long offset, SeekOrigin origin)
    {
        throw new NotSupportedException();
    }

    /// <summary>Throws.</summary>
    public override void SetLength(long value)
    {
        throw new NotSupportedException();
    }

    /// <summary>Throws.</summary>
    public override void Write(byte[] buffer, int offset, int count)
    {
        throw new NotSupportedException();
    }
}
