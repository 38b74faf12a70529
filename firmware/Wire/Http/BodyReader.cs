namespace ToyGuard.Wire.Http;

/// <summary>Says which bytes behind a head are its body. Reused; allocates nothing; never throws on input.</summary>
public sealed class BodyReader
{
    /// <summary>Longest extension of one chunk. They are read over; nobody is known to send any.</summary>
    public const int ExtensionMax = 256;

    /// <summary>Longest fields behind the last chunk, the empty line included. They are checked and left out.</summary>
    public const int TrailersMax = 2048;

    /// <summary>Why the body was refused; <see cref="HttpFault.None"/> otherwise.</summary>
    public HttpFault Fault { get; private set; }

    /// <summary>Index in the buffer of the body's bytes that the last call found.</summary>
    public int DataOffset { get; private set; }

    /// <summary>How many they are; may be 0.</summary>
    public int DataLength { get; private set; }

    /// <summary>How many bytes the last call read over, data and what frames it. What stands behind them was not looked at.</summary>
    public int Consumed { get; private set; }

    /// <summary>Begins a body. <paramref name="length"/> counts for <see cref="BodyKind.Length"/> only.</summary>
    public void Begin(BodyKind kind, long length)
    {
        Consumed = 0;
    }

    /// <summary>Reads on, up to and with the next piece of data. Each call gets the bytes behind those that the calls before consumed.</summary>
    /// <remarks><see cref="ReadStatus.Complete"/>: this was the last of the body. <see cref="ReadStatus.NeedMore"/>: call again, with what was not consumed or with new bytes.</remarks>
    public ReadStatus Read(byte[] buffer, int offset, int count)
    {
        Fault = HttpFault.BodyCutShort;
        DataOffset = offset;
        DataLength = 0;

        return ReadStatus.Refused;
    }

    /// <summary>The connection has ended. Complete when that is the body's end or the body was whole before, else Refused.</summary>
    public ReadStatus End()
    {
        Fault = HttpFault.BodyCutShort;

        return ReadStatus.Refused;
    }
}
