using System;

namespace ToyGuard.Wire.Http;

/// <summary>Says which bytes behind a head are its body (RFC 9112, 6 and 7). Reused; allocates nothing; never throws on input.</summary>
/// <remarks>
/// <code>
/// 1a;x=y CR LF   size in hexadecimal digits, an extension that is read over
/// 26 bytes CR LF
/// 0 CR LF        the last chunk
/// A: b CR LF     trailers, checked as the fields of a head and left out
/// CR LF
/// </code>
/// </remarks>
public sealed class BodyReader
{
    /// <summary>Longest extension of one chunk. They are read over; nobody is known to send any.</summary>
    public const int ExtensionMax = 256;

    /// <summary>Longest fields behind the last chunk, the empty line included. They are checked and left out.</summary>
    public const int TrailersMax = 2048;

    /// <summary>Most digits of a chunk's size: with one more, zeros in front could go on for ever.</summary>
    public const int SizeDigitsMax = 8;

    private const int TrailerFieldsMax = 16;

    private readonly HeaderLines _trailers = new HeaderLines(TrailerFieldsMax);

    private ReadStatus _status = ReadStatus.Complete;
    private BodyKind _kind;
    private Step _step;

    // What is left of the data, or the size so far. Digits of the size, or bytes of the extension, so far.
    private long _left;
    private int _seen;

    private enum Step : byte
    {
        Data,
        Size,
        Extension,
        SizeEnd,
        DataEnd,
        DataLineEnd,
        Trailers,
    }

    /// <summary>Why the body was refused; <see cref="HttpFault.None"/> otherwise.</summary>
    public HttpFault Fault { get; private set; }

    /// <summary>Index in the buffer of the body's bytes that the last call found.</summary>
    public int DataOffset { get; private set; }

    /// <summary>How many they are; may be 0.</summary>
    public int DataLength { get; private set; }

    /// <summary>How many bytes the last call read over, data and what frames it. What stands behind them was not looked at, or is wrong when the body was refused.</summary>
    public int Consumed { get; private set; }

    /// <summary>Begins a body. <paramref name="length"/> counts for <see cref="BodyKind.Length"/> only, and is 0 or more then.</summary>
    public void Begin(BodyKind kind, long length)
    {
        if (kind == BodyKind.Length && length < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(length));
        }

        _kind = kind;
        _step = kind == BodyKind.Chunked ? Step.Size : Step.Data;
        _left = kind == BodyKind.Length ? length : 0;
        _seen = 0;
        _status = kind == BodyKind.None || (kind == BodyKind.Length && length == 0) ? ReadStatus.Complete : ReadStatus.NeedMore;
        Fault = HttpFault.None;
        DataOffset = 0;
        DataLength = 0;
        Consumed = 0;
    }

    /// <summary>Reads on, up to and with the next piece of data. Each call gets the bytes behind those that the calls before consumed.</summary>
    /// <remarks>
    /// <see cref="ReadStatus.Complete"/>: this was the last of the body, and what was not consumed is none of it.
    /// <see cref="ReadStatus.NeedMore"/>: call again, with what was not consumed or else with new bytes.
    /// </remarks>
    public ReadStatus Read(byte[] buffer, int offset, int count)
    {
        DataOffset = offset;
        DataLength = 0;
        Consumed = 0;

        while (_status == ReadStatus.NeedMore && DataLength == 0 && Consumed < count)
        {
            switch (_step)
            {
                case Step.Data:
                    TakeData(offset + Consumed, count - Consumed);
                    break;

                case Step.Trailers:
                    TakeTrailers(buffer, offset + Consumed, count - Consumed);
                    break;

                default:
                    Fault = TakeFraming(buffer[offset + Consumed]);
                    Consumed += Fault == HttpFault.None ? 1 : 0;
                    break;
            }

            if (Fault != HttpFault.None)
            {
                _status = ReadStatus.Refused;
            }
        }

        return _status;
    }

    /// <summary>The connection has ended. Complete when that is the body's end or the body was whole before, else Refused.</summary>
    public ReadStatus End()
    {
        DataLength = 0;
        Consumed = 0;

        if (_status == ReadStatus.NeedMore)
        {
            bool isEnd = _kind == BodyKind.ToClose;

            Fault = isEnd ? HttpFault.None : HttpFault.BodyCutShort;
            _status = isEnd ? ReadStatus.Complete : ReadStatus.Refused;
        }

        return _status;
    }

    private void TakeData(int index, int there)
    {
        bool isBounded = _kind != BodyKind.ToClose;

        DataOffset = index;
        DataLength = isBounded && _left < there ? (int)_left : there;
        Consumed += DataLength;

        if (!isBounded)
        {
            return;
        }

        _left -= DataLength;

        if (_left > 0)
        {
            return;
        }

        if (_kind == BodyKind.Length)
        {
            _status = ReadStatus.Complete;
        }

        _step = Step.DataEnd;
    }

    // The lines between the data, byte by byte.
    private HttpFault TakeFraming(byte value)
    {
        switch (_step)
        {
            case Step.Size when HttpBytes.IsHex(value):
                return TakeSizeDigit(value);

            case Step.Size when value == ';' && _seen > 0:
                _seen = 0;
                _step = Step.Extension;

                return HttpFault.None;

            case Step.Size when value == '\r' && _seen > 0:
            case Step.Extension when value == '\r':
                _step = Step.SizeEnd;

                return HttpFault.None;

            case Step.Size:
                return value == '\n' ? HttpFault.BareLf : HttpFault.ChunkSize;

            case Step.Extension:
                return TakeExtension(value);

            case Step.SizeEnd:
                return TakeSizeEnd(value);

            case Step.DataEnd:
                _step = Step.DataLineEnd;

                return value == '\r' ? HttpFault.None : HttpFault.ChunkEnd;

            default:
                _seen = 0;
                _step = Step.Size;

                return value == '\n' ? HttpFault.None : HttpFault.ChunkEnd;
        }
    }

    private HttpFault TakeSizeDigit(byte value)
    {
        int digit = HttpBytes.IsDigit(value) ? value - '0' : HttpBytes.Lower(value) - 'a' + 10;

        _left = (_left * 16) + digit;
        _seen++;

        return _seen > SizeDigitsMax || _left > int.MaxValue ? HttpFault.ChunkTooLarge : HttpFault.None;
    }

    private HttpFault TakeExtension(byte value)
    {
        _seen++;

        return value == '\n' ? HttpFault.BareLf
            : !HttpBytes.IsText(value) ? HttpFault.ChunkExtension
            : _seen > ExtensionMax ? HttpFault.ChunkExtensionTooLong
            : HttpFault.None;
    }

    private HttpFault TakeSizeEnd(byte value)
    {
        if (value != '\n')
        {
            return HttpFault.BareCr;
        }

        _step = _left > 0 ? Step.Data : Step.Trailers;
        _trailers.Begin(0);

        return HttpFault.None;
    }

    private void TakeTrailers(byte[] buffer, int index, int there)
    {
        int before = _trailers.At;
        int limit = before + there < TrailersMax ? before + there : TrailersMax;

        // The trailers began so far back, in bytes that may have gone: only those from here on are looked at.
        _status = _trailers.Read(buffer, index - before, limit);
        Consumed += _trailers.At - before;
        Fault = _trailers.Fault;

        if (_status == ReadStatus.NeedMore && limit == TrailersMax)
        {
            Fault = HttpFault.TrailersTooLong;
        }
    }
}
