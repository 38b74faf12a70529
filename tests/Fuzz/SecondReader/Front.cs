using System.IO;

namespace ToyGuard.SecondReader;

/// <summary>Bytes that are taken from the front; past the end it throws <see cref="EndOfStreamException"/>.</summary>
internal sealed class Front
{
    private readonly byte[] _bytes;

    public Front(byte[] bytes)
    {
        _bytes = bytes;
    }

    /// <summary>How many were taken.</summary>
    public int Taken { get; private set; }

    public bool IsEmpty
    {
        get { return Taken == _bytes.Length; }
    }

    public int One()
    {
        return Take(1)[0];
    }

    public int Two()
    {
        byte[] two = Take(2);

        return (two[0] * 256) + two[1];
    }

    /// <summary>A piece in an array of its own.</summary>
    public byte[] Take(int count)
    {
        if (count > _bytes.Length - Taken)
        {
            throw new EndOfStreamException();
        }

        Taken += count;

        return _bytes[(Taken - count)..Taken];
    }
}
