namespace ToyGuard.Wire.Http;

/// <summary>What the heads of requests and responses have in common: one first line, fields, an empty line, and bounds (RFC 9112, 2.1).</summary>
/// <remarks>Each byte is walked over once, however the head is cut into reads; when the empty line has come, the few fields that say what the message is are judged, in their order.</remarks>
public abstract class MessageHead
{
    /// <summary>Longest head, its empty line included. A buffer of this size holds every head that can be read.</summary>
    public const int HeadMax = 8192;

    /// <summary>Most field lines; browsers send under 25.</summary>
    public const int HeadersMax = 64;

    /// <summary>Largest Content-Length: 15 digits, which no reader's number overflows.</summary>
    public const long ContentLengthMax = 999999999999999;

    private readonly HeaderLines _lines = new HeaderLines(HeadersMax);

    private ReadStatus _status;
    private bool _isInFields;
    private int _offset;

    private protected MessageHead()
    {
    }

    /// <summary>Why the head was refused; <see cref="HttpFault.None"/> otherwise.</summary>
    public HttpFault Fault { get; private set; }

    /// <summary>How many bytes of the head stand before the one that is wrong.</summary>
    public int FaultOffset { get; private set; }

    /// <summary>True for HTTP/1.0.</summary>
    public bool IsVersion10 { get; private set; }

    /// <summary>What Content-Length says, 0 to <see cref="ContentLengthMax"/>; -1 when there is none.</summary>
    public long ContentLength { get; private set; } = -1;

    /// <summary>Number of field lines; 0 unless the head was read whole.</summary>
    public int HeaderCount
    {
        get { return _status == ReadStatus.Complete ? _lines.Count : 0; }
    }

    /// <summary>Bytes up to and with the empty line; 0 unless the head was read whole. What follows was not looked at.</summary>
    public int HeadLength
    {
        get { return _status == ReadStatus.Complete ? _lines.At : 0; }
    }

    /// <summary>The array of the last call.</summary>
    private protected byte[] Source { get; private set; } = new byte[0];

    /// <summary>Position of the byte that is taken, counted from the head's first.</summary>
    private protected int At { get; private set; }

    /// <summary>Position of the byte that a fault in the first line is about: the one that is taken, unless set to an earlier one.</summary>
    private protected int WrongAt { get; set; }

    /// <summary>Forgets everything, for the next message.</summary>
    public void Reset()
    {
        _status = ReadStatus.None;
        _isInFields = false;
        At = 0;
        Fault = HttpFault.None;
        FaultOffset = 0;
        ClearAll();
    }

    /// <summary>Reads on. Each call gets all bytes since the head's first, at <paramref name="offset"/>, of which the earlier ones have not changed.</summary>
    /// <remarks><see cref="ReadStatus.Complete"/> and <see cref="ReadStatus.Refused"/> are final until <see cref="Reset"/>. Keeps the array, not its bytes.</remarks>
    public ReadStatus Read(byte[] buffer, int offset, int count)
    {
        if (_status == ReadStatus.Complete || _status == ReadStatus.Refused)
        {
            return _status;
        }

        Source = buffer;
        _offset = offset;
        _status = Walk(count < HeadMax ? count : HeadMax);

        if (_status == ReadStatus.Complete)
        {
            JudgeFields();
        }
        else if (_status == ReadStatus.NeedMore && count >= HeadMax)
        {
            Refuse(HttpFault.HeadTooLong, HeadMax);
        }

        if (_status == ReadStatus.Refused)
        {
            // What a head seemed to say before it went wrong is nothing to act on.
            ClearAll();
        }

        return _status;
    }

    /// <summary>Index in the buffer of a field's name.</summary>
    public int NameOffset(int index)
    {
        return _offset + _lines.NameAt(index);
    }

    /// <summary>Bytes of a field's name, 1 or more.</summary>
    public int NameLength(int index)
    {
        return _lines.NameLength(index);
    }

    /// <summary>Index in the buffer of a field's value, blanks in front left out.</summary>
    public int ValueOffset(int index)
    {
        return _offset + _lines.ValueAt(index);
    }

    /// <summary>Bytes of a field's value, blanks behind it left out; may be 0.</summary>
    public int ValueLength(int index)
    {
        return _lines.ValueLength(index);
    }

    /// <summary>The first field of this name, whatever its case; -1 when there is none.</summary>
    /// <param name="lowerName">The name in lower case.</param>
    public int Find(string lowerName)
    {
        return FindFrom(0, lowerName);
    }

    /// <summary>The first field of this name from <paramref name="index"/> on; -1 when there is none.</summary>
    public int FindFrom(int index, string lowerName)
    {
        for (int i = index; i < HeaderCount; i++)
        {
            if (IsField(i, lowerName))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Takes the next byte of the first line, which is at <see cref="At"/>. Ends with <see cref="EndFirstLine"/>.</summary>
    private protected abstract HttpFault TakeFirstLine(byte value);

    /// <summary>Judges one field of a whole head.</summary>
    private protected abstract HttpFault JudgeField(int index);

    /// <summary>Judges the head after all its fields, and takes over what it says.</summary>
    private protected abstract HttpFault JudgeHead();

    /// <summary>Forgets what the head said.</summary>
    private protected abstract void Clear();

    /// <summary>Takes the byte behind the first line's carriage return: fields follow.</summary>
    private protected HttpFault EndFirstLine(byte value)
    {
        if (value != '\n')
        {
            // A carriage return turns out to be alone one byte later.
            WrongAt = At - 1;

            return HttpFault.BareCr;
        }

        _isInFields = true;
        _lines.Begin(At + 1);

        return HttpFault.None;
    }

    /// <summary>Index in <see cref="Source"/> of a position.</summary>
    private protected int IndexOf(int at)
    {
        return _offset + at;
    }

    /// <summary>The fault of a byte of the version, which begins <paramref name="index"/> bytes before; remembers which one it is.</summary>
    private protected HttpFault TakeVersion(int index, byte value)
    {
        if (HttpBytes.IsVersion(index, value))
        {
            IsVersion10 = value == '0';

            return HttpFault.None;
        }

        return value == '\r' ? HttpFault.LineShort
            : value == '\n' ? HttpFault.BareLf
            : HttpFault.Version;
    }

    /// <summary>True when the field has this name, whatever its case.</summary>
    private protected bool IsField(int index, string lowerName)
    {
        return HttpBytes.IsAnyCase(Source, NameOffset(index), NameLength(index), lowerName);
    }

    /// <summary>True when the field has this value, whatever its case.</summary>
    private protected bool IsValue(int index, string lowerValue)
    {
        return HttpBytes.IsAnyCase(Source, ValueOffset(index), ValueLength(index), lowerValue);
    }

    /// <summary>Reads a Content-Length field: the only one, and one plain number.</summary>
    private protected HttpFault TakeContentLength(int index)
    {
        if (ContentLength >= 0)
        {
            return HttpFault.LengthTwice;
        }

        int from = ValueOffset(index);
        int length = ValueLength(index);
        long value = 0;

        for (int i = from; i < from + length; i++)
        {
            if (!HttpBytes.IsDigit(Source[i]))
            {
                return HttpFault.LengthDigits;
            }

            // Past the bound it only has to stay past it.
            value = value > ContentLengthMax ? value : (value * 10) + (Source[i] - '0');
        }

        if (length == 0 || (length > 1 && Source[from] == '0'))
        {
            return HttpFault.LengthDigits;
        }

        if (value > ContentLengthMax)
        {
            return HttpFault.LengthTooLarge;
        }

        ContentLength = value;

        return HttpFault.None;
    }

    private ReadStatus Walk(int limit)
    {
        while (!_isInFields && At < limit)
        {
            WrongAt = At;

            HttpFault fault = TakeFirstLine(Source[_offset + At]);

            if (fault != HttpFault.None)
            {
                return Refuse(fault, WrongAt);
            }

            At++;
        }

        if (!_isInFields)
        {
            return ReadStatus.NeedMore;
        }

        ReadStatus status = _lines.Read(Source, _offset, limit);

        return status == ReadStatus.Refused ? Refuse(_lines.Fault, _lines.FaultAt) : status;
    }

    private void JudgeFields()
    {
        for (int i = 0; i < _lines.Count; i++)
        {
            HttpFault fault = JudgeField(i);

            if (fault != HttpFault.None)
            {
                Refuse(fault, _lines.NameAt(i));

                return;
            }
        }

        HttpFault last = JudgeHead();

        if (last != HttpFault.None)
        {
            Refuse(last, _lines.At);
        }
    }

    private ReadStatus Refuse(HttpFault fault, int offset)
    {
        Fault = fault;
        FaultOffset = offset;
        _status = ReadStatus.Refused;

        return _status;
    }

    private void ClearAll()
    {
        IsVersion10 = false;
        ContentLength = -1;
        Clear();
    }
}
