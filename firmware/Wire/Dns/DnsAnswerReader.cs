namespace ToyGuard.Wire.Dns;

/// <summary>Reads the reply to our own question for the IPv4 addresses of one name. Reusable; allocates nothing.</summary>
/// <remarks>
/// The reply must echo identifier and question; until it does, <see cref="IsOurs"/> is false and nothing in it may be believed.
/// Every record of every section is walked before anything is used (RFC 9267, 5 and 6). Aliases are followed inside the answer
/// section only, by name, in any order of records. One name with two aliases, or with an alias beside an address, can be read
/// in two ways and is refused.
/// </remarks>
public sealed class DnsAnswerReader
{
    /// <summary>Longest reply read, in bytes: what our question says it takes.</summary>
    public const int LengthMax = DnsMessageReader.LengthMax;

    /// <summary>Addresses kept of one reply; more are left out.</summary>
    public const int AddressesMax = 8;

    /// <summary>Aliases followed from the name asked for.</summary>
    public const int AliasesMax = 8;

    private const int AddressLength = 4;

    private readonly DnsName _owner = new();
    private readonly DnsName _alias = new();
    private readonly byte[] _wanted = new byte[DnsName.TextMax];
    private int _wantedLength;
    private byte[] _buffer = new byte[1];
    private int _start;
    private int _end;

    /// <summary>True once identifier and question were found to be those that were asked.</summary>
    public bool IsOurs { get; private set; }

    /// <summary>The reply was cut off to fit (TC). Complete, but with nothing read behind the question.</summary>
    public bool IsTruncated { get; private set; }

    /// <summary>Response code, 0 to 4095 with the part in the OPT record.</summary>
    public int Code { get; private set; }

    /// <summary>The addresses, 4 bytes each. Always the same array.</summary>
    public byte[] Addresses { get; } = new byte[AddressesMax * AddressLength];

    /// <summary>How many addresses there are, 0 to <see cref="AddressesMax"/>.</summary>
    public int AddressCount { get; private set; }

    /// <summary>Seconds the addresses may be kept: the least along the chain. 0 when there are none, and for times over 2^31 - 1 (RFC 2181, 8).</summary>
    public int TtlSeconds { get; private set; }

    /// <summary>Why the reply was refused.</summary>
    public DnsFault Fault { get; private set; }

    /// <summary>Offset in the buffer of what was refused.</summary>
    public int FaultOffset { get; private set; }

    /// <summary>Reads a reply to the question for type A of <paramref name="name"/> that went out under <paramref name="id"/>.</summary>
    public ReadStatus Read(byte[] buffer, int offset, int count, int id, byte[] name, int nameLength)
    {
        _buffer = buffer;
        _start = offset;
        _end = offset + count;
        IsOurs = false;
        IsTruncated = false;
        Code = 0;
        AddressCount = 0;
        TtlSeconds = 0;
        Fault = DnsFault.None;
        FaultOffset = 0;

        if (count < DnsFormat.HeaderLength)
        {
            return ReadStatus.NeedMore;
        }

        if (DnsFormat.Read16(buffer, offset) != id)
        {
            return Refuse(DnsFault.OtherId, offset);
        }

        int flags = DnsFormat.Read16(buffer, offset + DnsFormat.FlagsOffset);

        if ((flags & DnsFormat.AnswerFlag) == 0)
        {
            return Refuse(DnsFault.NotAnAnswer, offset + DnsFormat.FlagsOffset);
        }

        if (DnsFormat.Read16(buffer, offset + DnsFormat.QuestionCountOffset) != 1)
        {
            return Refuse(DnsFault.QuestionCount, offset + DnsFormat.QuestionCountOffset);
        }

        ReadStatus status = _owner.Read(buffer, offset, _end, offset + DnsFormat.HeaderLength, false);

        if (status != ReadStatus.Complete)
        {
            return Pass(status, _owner);
        }

        int at = _owner.End;

        if (_end - at < DnsFormat.QuestionTailLength)
        {
            return ReadStatus.NeedMore;
        }

        if (!_owner.IsSame(name, nameLength)
            || DnsFormat.Read16(buffer, at) != DnsType.A
            || DnsFormat.Read16(buffer, at + 2) != DnsFormat.InternetClass)
        {
            return Refuse(DnsFault.OtherQuestion, offset + DnsFormat.HeaderLength);
        }

        IsOurs = true;
        Code = flags & DnsFormat.CodeMask;
        at += DnsFormat.QuestionTailLength;

        if ((flags & DnsFormat.OpCodeMask) != 0)
        {
            return Refuse(DnsFault.OpCode, offset + DnsFormat.FlagsOffset);
        }

        if (count > LengthMax)
        {
            return Refuse(DnsFault.TooLong, offset + LengthMax);
        }

        if ((flags & DnsFormat.TruncatedFlag) != 0)
        {
            IsTruncated = true;
            return ReadStatus.Complete;
        }

        status = WalkRecords(at);

        if (status != ReadStatus.Complete || Code != DnsCode.NoError)
        {
            return status;
        }

        for (int i = 0; i < nameLength; i++)
        {
            _wanted[i] = name[i];
        }

        _wantedLength = nameLength;
        return FollowAliases(at);
    }

    // Every record must be whole and its data must be of the length it says, before any of them counts.
    private ReadStatus WalkRecords(int at)
    {
        int answers = DnsFormat.Read16(_buffer, _start + DnsFormat.AnswerCountOffset);
        int beforeAdditional = answers + DnsFormat.Read16(_buffer, _start + DnsFormat.AuthorityCountOffset);
        int records = beforeAdditional + DnsFormat.Read16(_buffer, _start + DnsFormat.AdditionalCountOffset);
        bool hasOpt = false;

        for (int i = 0; i < records; i++)
        {
            ReadStatus status = ReadRecord(at);

            if (status != ReadStatus.Complete)
            {
                return status;
            }

            int head = _owner.End;
            int data = head + DnsFormat.RecordHeadLength;
            int length = DataLength(head);
            int type = DnsFormat.Read16(_buffer, head);

            if (type == DnsType.Opt)
            {
                if (i < beforeAdditional)
                {
                    return Refuse(DnsFault.OptPlace, head);
                }

                if (hasOpt)
                {
                    return Refuse(DnsFault.OptTwice, head);
                }

                if (_buffer[at] != 0)
                {
                    return Refuse(DnsFault.OptName, at);
                }

                int wrongAt = DnsFormat.OptionsFaultAt(_buffer, data, data + length);

                if (wrongAt >= 0)
                {
                    return Refuse(DnsFault.OptionLength, wrongAt);
                }

                hasOpt = true;
                Code |= _buffer[head + 4] << 4;
            }
            else if (i < answers && DnsFormat.Read16(_buffer, head + 2) == DnsFormat.InternetClass)
            {
                status = CheckData(type, data, length);

                if (status != ReadStatus.Complete)
                {
                    return status;
                }
            }

            at = data + length;
        }

        return at == _end ? ReadStatus.Complete : Refuse(DnsFault.TrailingBytes, at);
    }

    private ReadStatus CheckData(int type, int data, int length)
    {
        if (type == DnsType.A && length != AddressLength)
        {
            return Refuse(DnsFault.AddressLength, data);
        }

        if (type != DnsType.Cname)
        {
            return ReadStatus.Complete;
        }

        ReadStatus status = _alias.Read(_buffer, _start, data + length, data, true);

        if (status == ReadStatus.Refused)
        {
            return Pass(status, _alias);
        }

        // The whole record is here, so a name that goes on behind it does not need more: it is wrong.
        return status == ReadStatus.Complete && _alias.End == data + length
            ? ReadStatus.Complete
            : Refuse(DnsFault.AliasLength, data);
    }

    private ReadStatus FollowAliases(int firstAt)
    {
        int answers = DnsFormat.Read16(_buffer, _start + DnsFormat.AnswerCountOffset);
        int leastTtl = int.MaxValue;

        for (int aliases = 0; aliases <= AliasesMax; aliases++)
        {
            int at = firstAt;
            int aliasAt = 0;

            for (int i = 0; i < answers; i++)
            {
                // It was read well before; the same bytes read the same way again.
                ReadRecord(at);

                int head = _owner.End;
                int data = head + DnsFormat.RecordHeadLength;
                int type = DnsFormat.Read16(_buffer, head);
                at = data + DataLength(head);

                if ((type != DnsType.A && type != DnsType.Cname)
                    || DnsFormat.Read16(_buffer, head + 2) != DnsFormat.InternetClass
                    || !_owner.IsSame(_wanted, _wantedLength))
                {
                    continue;
                }

                if (aliasAt != 0 || (type == DnsType.Cname && AddressCount > 0))
                {
                    AddressCount = 0;
                    return Refuse(DnsFault.AliasNotAlone, head);
                }

                int ttl = Ttl(head);
                leastTtl = ttl < leastTtl ? ttl : leastTtl;

                if (type == DnsType.Cname)
                {
                    aliasAt = data;
                }
                else
                {
                    Keep(data);
                }
            }

            if (aliasAt == 0)
            {
                TtlSeconds = AddressCount > 0 ? leastTtl : 0;
                return ReadStatus.Complete;
            }

            _alias.Read(_buffer, _start, _end, aliasAt, true);

            if (_alias.TextLength == 0)
            {
                return Refuse(DnsFault.AliasNotAName, aliasAt);
            }

            for (int i = 0; i < _alias.TextLength; i++)
            {
                _wanted[i] = _alias.Text[i];
            }

            _wantedLength = _alias.TextLength;
        }

        return Refuse(DnsFault.ChainTooLong, firstAt);
    }

    /// <summary>Reads owner and head of the record at <paramref name="at"/> and makes sure that its data is there. The head begins at the owner's end.</summary>
    private ReadStatus ReadRecord(int at)
    {
        ReadStatus status = _owner.Read(_buffer, _start, _end, at, true);

        if (status != ReadStatus.Complete)
        {
            return Pass(status, _owner);
        }

        return _end - _owner.End < DnsFormat.RecordHeadLength
            || _end - _owner.End - DnsFormat.RecordHeadLength < DataLength(_owner.End)
            ? ReadStatus.NeedMore
            : ReadStatus.Complete;
    }

    private int DataLength(int head)
    {
        return DnsFormat.Read16(_buffer, head + 8);
    }

    private int Ttl(int head)
    {
        // The top bit set means 0, not a time before now.
        return (_buffer[head + 4] & 0x80) != 0
            ? 0
            : (DnsFormat.Read16(_buffer, head + 4) << 16) | DnsFormat.Read16(_buffer, head + 6);
    }

    private void Keep(int data)
    {
        if (AddressCount == AddressesMax)
        {
            return;
        }

        for (int i = 0; i < AddressLength; i++)
        {
            Addresses[(AddressCount * AddressLength) + i] = _buffer[data + i];
        }

        AddressCount++;
    }

    private ReadStatus Pass(ReadStatus status, DnsName name)
    {
        Fault = name.Fault;
        FaultOffset = name.FaultOffset;
        return status;
    }

    private ReadStatus Refuse(DnsFault fault, int offset)
    {
        Fault = fault;
        FaultOffset = offset;
        return ReadStatus.Refused;
    }
}
