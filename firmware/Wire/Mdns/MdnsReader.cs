using ToyGuard.Wire.Dns;

namespace ToyGuard.Wire.Mdns;

/// <summary>Reads a message of multicast DNS (RFC 6762, 18) item by item: questions and records in their order. Reusable; allocates nothing.</summary>
/// <remarks>
/// The whole message is walked before its first item is given: every name and record must be whole, nothing may be left over. The data of
/// records is not looked into, but that an address is as long as one. Names are read by <see cref="DnsName"/>, so no pointer runs in a circle.
/// </remarks>
public sealed class MdnsReader
{
    /// <summary>Longest message read, in bytes: what fits an Ethernet frame. Longer ones are allowed and no business of ours.</summary>
    public const int LengthMax = 1472;

    private const int Mark = 0x8000;
    private const int AddressLength = 4;
    private const int LongAddressLength = 16;

    private readonly DnsName _name = new();
    private byte[] _buffer = new byte[1];
    private int _start;
    private int _end;
    private int _next;
    private int _index;

    /// <summary>What the sender put there; to be echoed to a client of ordinary DNS, 0 from others.</summary>
    public int Id { get; private set; }

    /// <summary>An answer, asked for or not; else a question.</summary>
    public bool IsAnswer { get; private set; }

    /// <summary>More of what the asker knows already comes in the next message (TC; RFC 6762, 7.2).</summary>
    public bool IsTruncated { get; private set; }

    /// <summary>How many items there are in all sections.</summary>
    public int Count { get; private set; }

    /// <summary>Where the item stands.</summary>
    public MdnsSection Section { get; private set; }

    /// <summary>Record type, 0 to 65535.</summary>
    public int Type { get; private set; }

    /// <summary>Class without its top bit; 1 is Internet.</summary>
    public int Class { get; private set; }

    /// <summary>The class's top bit. In a question: an answer to the asker alone will do (5.4). In a record: forget what others said of this name (10.2).</summary>
    public bool IsMarked { get; private set; }

    /// <summary>Seconds that a record holds; 0 takes it back, and so do times over 2^31 - 1.</summary>
    public int TtlSeconds { get; private set; }

    /// <summary>Where a record's data begins in the buffer.</summary>
    public int DataOffset { get; private set; }

    /// <summary>Bytes of a record's data.</summary>
    public int DataLength { get; private set; }

    /// <summary>Why the message was refused.</summary>
    public DnsFault Fault { get; private set; }

    /// <summary>Offset in the buffer of what was refused.</summary>
    public int FaultOffset { get; private set; }

    /// <summary>Walks a whole message. After a complete read <see cref="MoveNext"/> gives its items.</summary>
    public ReadStatus Read(byte[] buffer, int offset, int count)
    {
        _buffer = buffer;
        _start = offset;
        _end = offset + count;
        Count = 0;
        Fault = DnsFault.None;
        FaultOffset = 0;
        Rewind();

        if (count > LengthMax)
        {
            return Refuse(DnsFault.TooLong, offset + LengthMax);
        }

        if (count < DnsFormat.HeaderLength)
        {
            return ReadStatus.NeedMore;
        }

        int flags = DnsFormat.Read16(buffer, offset + DnsFormat.FlagsOffset);
        Id = DnsFormat.Read16(buffer, offset);
        IsAnswer = (flags & DnsFormat.AnswerFlag) != 0;
        IsTruncated = (flags & DnsFormat.TruncatedFlag) != 0;

        if ((flags & DnsFormat.OpCodeMask) != 0)
        {
            return Refuse(DnsFault.OpCode, offset + DnsFormat.FlagsOffset);
        }

        if ((flags & DnsFormat.CodeMask) != 0)
        {
            return Refuse(DnsFault.ResponseCode, offset + DnsFormat.FlagsOffset);
        }

        int items = CountOf(MdnsSection.Question) + CountOf(MdnsSection.Answer) + CountOf(MdnsSection.Authority) + CountOf(MdnsSection.Additional);

        for (int i = 0; i < items; i++)
        {
            ReadStatus status = ReadItem();

            if (status != ReadStatus.Complete)
            {
                return status;
            }
        }

        if (_next != _end)
        {
            return Refuse(DnsFault.TrailingBytes, _next);
        }

        Count = items;
        Rewind();
        return ReadStatus.Complete;
    }

    /// <summary>Goes on to the next item of a message that was read completely. False behind the last.</summary>
    public bool MoveNext()
    {
        return _index < Count && ReadItem() == ReadStatus.Complete;
    }

    /// <summary>True when the item's name spells <paramref name="name"/>, with dots, upper and lower case alike.</summary>
    public bool IsName(byte[] name)
    {
        return _name.IsSame(name, name.Length);
    }

    private void Rewind()
    {
        _next = _start + DnsFormat.HeaderLength;
        _index = 0;
    }

    private int CountOf(MdnsSection section)
    {
        return DnsFormat.Read16(_buffer, _start + DnsFormat.QuestionCountOffset + (2 * (int)section));
    }

    private ReadStatus ReadItem()
    {
        ReadStatus status = _name.Read(_buffer, _start, _end, _next, true);

        if (status != ReadStatus.Complete)
        {
            Fault = _name.Fault;
            FaultOffset = _name.FaultOffset;
            return status;
        }

        int head = _name.End;
        Section = SectionOf(_index);
        bool isQuestion = Section == MdnsSection.Question;

        if (_end - head < (isQuestion ? DnsFormat.QuestionTailLength : DnsFormat.RecordHeadLength))
        {
            return ReadStatus.NeedMore;
        }

        int marked = DnsFormat.Read16(_buffer, head + 2);
        Type = DnsFormat.Read16(_buffer, head);
        Class = marked & ~Mark;
        IsMarked = (marked & Mark) != 0;
        TtlSeconds = isQuestion || _buffer[head + 4] > 0x7F ? 0 : (DnsFormat.Read16(_buffer, head + 4) << 16) | DnsFormat.Read16(_buffer, head + 6);
        DataLength = isQuestion ? 0 : DnsFormat.Read16(_buffer, head + 8);
        DataOffset = head + (isQuestion ? DnsFormat.QuestionTailLength : DnsFormat.RecordHeadLength);

        if (DataLength > _end - DataOffset)
        {
            return ReadStatus.NeedMore;
        }

        if (!isQuestion && ((Type == DnsType.A && DataLength != AddressLength) || (Type == DnsType.Aaaa && DataLength != LongAddressLength)))
        {
            return Refuse(DnsFault.AddressLength, DataOffset);
        }

        _next = DataOffset + DataLength;
        _index++;
        return ReadStatus.Complete;
    }

    private MdnsSection SectionOf(int index)
    {
        for (MdnsSection section = MdnsSection.Question; section < MdnsSection.Additional; section++)
        {
            index -= CountOf(section);

            if (index < 0)
            {
                return section;
            }
        }

        return MdnsSection.Additional;
    }

    private ReadStatus Refuse(DnsFault fault, int offset)
    {
        Fault = fault;
        FaultOffset = offset;
        return ReadStatus.Refused;
    }
}
