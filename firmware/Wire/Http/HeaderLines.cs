namespace ToyGuard.Wire.Http;

/// <summary>Walks the field lines of a head or of trailers up to and with the empty line, each byte once, and keeps where names and values stand (RFC 9112, 5).</summary>
/// <remarks>What the fields mean is not its business. Positions are counted from the head's first byte.</remarks>
internal sealed class HeaderLines
{
    private readonly ushort[] _names;
    private readonly ushort[] _nameEnds;
    private readonly ushort[] _values;
    private readonly ushort[] _valueEnds;

    private Step _step;

    /// <summary>Remembers so many fields at most; one more is a fault.</summary>
    public HeaderLines(int fieldsMax)
    {
        _names = new ushort[fieldsMax];
        _nameEnds = new ushort[fieldsMax];
        _values = new ushort[fieldsMax];
        _valueEnds = new ushort[fieldsMax];
    }

    private enum Step : byte
    {
        LineStart,
        Name,
        BeforeValue,
        Value,
        LineEnd,
        LastLineEnd,
    }

    /// <summary>Position of the next byte to walk over. With a fault, of one that is not right where it stands.</summary>
    public int At { get; private set; }

    /// <summary>Whole lines so far.</summary>
    public int Count { get; private set; }

    /// <summary>Which rule a line broke.</summary>
    public HttpFault Fault { get; private set; }

    /// <summary>Position of the byte that is wrong.</summary>
    public int FaultAt { get; private set; }

    /// <summary>Begins anew, with the first line at that position.</summary>
    public void Begin(int at)
    {
        _step = Step.LineStart;
        At = at;
        Count = 0;
        Fault = HttpFault.None;
        FaultAt = 0;
    }

    /// <summary>Walks on to the end of the empty line, or of the first <paramref name="count"/> bytes. Position 0 is at <paramref name="offset"/>; only bytes from <see cref="At"/> on are looked at.</summary>
    public ReadStatus Read(byte[] buffer, int offset, int count)
    {
        while (At < count)
        {
            bool isLast = _step == Step.LastLineEnd;

            Fault = Take(buffer[offset + At]);

            if (Fault != HttpFault.None)
            {
                // A carriage return turns out to be alone one byte later.
                FaultAt = Fault == HttpFault.BareCr ? At - 1 : At;

                return ReadStatus.Refused;
            }

            At++;

            if (isLast)
            {
                return ReadStatus.Complete;
            }
        }

        return ReadStatus.NeedMore;
    }

    /// <summary>Position of a field's name.</summary>
    public int NameAt(int index)
    {
        return _names[index];
    }

    /// <summary>Bytes of a field's name.</summary>
    public int NameLength(int index)
    {
        return _nameEnds[index] - _names[index];
    }

    /// <summary>Position of a field's value, without the blanks in front.</summary>
    public int ValueAt(int index)
    {
        return _values[index];
    }

    /// <summary>Bytes of a field's value, without the blanks around it.</summary>
    public int ValueLength(int index)
    {
        return _valueEnds[index] - _values[index];
    }

    private HttpFault Take(byte value)
    {
        switch (_step)
        {
            case Step.LineStart:
                return TakeLineStart(value);

            case Step.Name:
                return TakeName(value);

            case Step.BeforeValue:
            case Step.Value:
                return TakeValue(value);

            default:
                if (value != '\n')
                {
                    return HttpFault.BareCr;
                }

                if (_step == Step.LineEnd)
                {
                    Count++;
                    _step = Step.LineStart;
                }

                return HttpFault.None;
        }
    }

    private HttpFault TakeLineStart(byte value)
    {
        if (HttpBytes.IsToken(value))
        {
            if (Count == _names.Length)
            {
                return HttpFault.TooManyFields;
            }

            _names[Count] = (ushort)At;
            _step = Step.Name;

            return HttpFault.None;
        }

        if (value == '\r')
        {
            _step = Step.LastLineEnd;

            return HttpFault.None;
        }

        return value == '\n' ? HttpFault.BareLf
            : value == ':' ? HttpFault.NameEmpty
            : HttpBytes.IsBlank(value) ? HttpFault.Folded
            : HttpFault.NameBytes;
    }

    private HttpFault TakeName(byte value)
    {
        if (HttpBytes.IsToken(value))
        {
            return HttpFault.None;
        }

        if (value == ':')
        {
            _nameEnds[Count] = (ushort)At;
            _values[Count] = (ushort)(At + 1);
            _valueEnds[Count] = (ushort)(At + 1);
            _step = Step.BeforeValue;

            return HttpFault.None;
        }

        return value == '\r' ? HttpFault.NoColon
            : value == '\n' ? HttpFault.BareLf
            : HttpBytes.IsBlank(value) ? HttpFault.NameSpace
            : HttpFault.NameBytes;
    }

    private HttpFault TakeValue(byte value)
    {
        if (value == '\r')
        {
            _step = Step.LineEnd;

            return HttpFault.None;
        }

        if (!HttpBytes.IsText(value))
        {
            return value == '\n' ? HttpFault.BareLf
                : value > 0x7f ? HttpFault.ValueNotAscii
                : HttpFault.ValueControl;
        }

        if (HttpBytes.IsBlank(value))
        {
            return HttpFault.None;
        }

        if (_step == Step.BeforeValue)
        {
            _values[Count] = (ushort)At;
            _step = Step.Value;
        }

        _valueEnds[Count] = (ushort)(At + 1);

        return HttpFault.None;
    }
}
