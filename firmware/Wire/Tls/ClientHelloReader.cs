namespace ToyGuard.Wire.Tls;

/// <summary>Reads the first message of a TLS connection, just far enough to say which server it is for, and no hello that two readers could read in two ways.</summary>
/// <remarks>
/// <para>RFC 8446, 4.1.2, 4.2 and 5.1; RFC 5246, 7.4.1.2; RFC 6066, 3; RFC 7301, 3.1. Each fault is one rule, in <see cref="HelloFault"/>.</para>
/// <code>
/// record    22 | 3 . | length 1 to 16,384 | a piece of the message; any number of records, a piece may be one byte
/// message   1 | length, 3 bytes | body
/// body      3 . | random 32 | session ID | cipher suites | compression methods | extensions, to the end
/// server_name   list length | 0 | name length | name     exactly one
/// </code>
/// <para>Narrower than the standards on purpose: a server name is required, 8 KiB are enough, and more than 64 extensions are none.
/// It keeps neither the bytes nor a copy: records are walked as they come, each byte once, and when the message is whole its body
/// is read once by a cursor that steps over the record headers. What stands behind the hello's last record is not looked at.</para>
/// </remarks>
public sealed class ClientHelloReader
{
    /// <summary>Longest message, its 4-byte header included. Real clients with post-quantum key shares send about 2,000 bytes.</summary>
    public const int MessageMax = 8192;

    /// <summary>Longest hello with its record headers: each byte in a record of its own. A buffer of this size holds every hello that can be read.</summary>
    public const int RawMax = 6 * MessageMax;

    /// <summary>Most extensions read; there are about 60 assigned types.</summary>
    public const int ExtensionsMax = 64;

    /// <summary>Longest server name taken over; whether it is a host name is for others to say.</summary>
    public const int NameMax = 255;

    private const int RecordHeader = 5;
    private const int RecordLengthMax = 16384;
    private const int MessageHeader = 4;

    private const int HandshakeRecord = 22;
    private const int ClientHello = 1;
    private const int VersionMajor = 3;
    private const int RandomLength = 32;
    private const int SessionIdMax = 32;

    private const int ServerName = 0;
    private const int Protocols = 16;
    private const int PreSharedKey = 41;
    private const int EncryptedHello = 0xfe0d;

    private readonly byte[] _name = new byte[NameMax];
    private readonly int[] _types = new int[ExtensionsMax];

    private ReadStatus _status;
    private int _nameLength;

    // The walk over the records: where it stands, what is left of the record there, how much of the message it has passed.
    private int _walked;
    private int _recordLeft;
    private int _messageHave;
    private int _messageLength;

    // The cursor over the body. Its buffer is set while a whole message is read, and at no other time.
    private byte[]? _buffer;
    private int _at;
    private int _left;
    private int _read;

    /// <summary>Why the hello was refused; <see cref="HelloFault.None"/> otherwise.</summary>
    public HelloFault Fault { get; private set; }

    /// <summary>How many bytes, record headers included, were read before the fault showed.</summary>
    public int FaultOffset { get; private set; }

    /// <summary>The server name as it was sent, printable ASCII, in its first <see cref="NameLength"/> bytes. Not to be changed.</summary>
    public byte[] Name
    {
        get { return _name; }
    }

    /// <summary>Length of the server name in bytes; 0 unless the hello was read whole.</summary>
    public int NameLength
    {
        get { return _status == ReadStatus.Complete ? _nameLength : 0; }
    }

    /// <summary>True when the hello carries Encrypted Client Hello, real or made up: nobody can tell which, and every Chromium sends the made-up one.</summary>
    public bool HasEch { get; private set; }

    /// <summary>True when the hello offers application protocols (ALPN).</summary>
    public bool HasProtocols { get; private set; }

    /// <summary>Raw length of the whole hello in bytes, record headers included; 0 unless it was read whole. What follows was not looked at.</summary>
    public int Consumed
    {
        get { return _status == ReadStatus.Complete ? _walked : 0; }
    }

    /// <summary>Forgets everything, for the next connection.</summary>
    public void Reset()
    {
        _status = ReadStatus.None;
        _nameLength = 0;
        _walked = 0;
        _recordLeft = 0;
        _messageHave = 0;
        _messageLength = 0;
        Fault = HelloFault.None;
        FaultOffset = 0;
        HasEch = false;
        HasProtocols = false;
    }

    /// <summary>Reads on. Each call gets all bytes since the connection's first, at <paramref name="offset"/>, of which the earlier ones have not changed.</summary>
    /// <remarks><see cref="ReadStatus.Complete"/> and <see cref="ReadStatus.Refused"/> are final until <see cref="Reset"/>.</remarks>
    public ReadStatus Read(byte[] buffer, int offset, int count)
    {
        if (_status == ReadStatus.Complete || _status == ReadStatus.Refused)
        {
            return _status;
        }

        _status = Walk(buffer, offset, count);

        if (_status != ReadStatus.Complete)
        {
            return _status;
        }

        _buffer = buffer;
        _at = offset;
        _left = 0;
        _read = 0;

        Fault = ReadBody();

        if (Fault != HelloFault.None)
        {
            FaultOffset = _at - offset;
            _status = ReadStatus.Refused;
        }

        _buffer = null;

        return _status;
    }

    // Passes over what has come since the last call. Complete means that the message is whole, not that it is right.
    private ReadStatus Walk(byte[] buffer, int offset, int count)
    {
        while (_walked < count)
        {
            if (_recordLeft == 0)
            {
                ReadStatus status = WalkRecordHeader(buffer, offset, count);

                if (status != ReadStatus.Complete)
                {
                    return status;
                }

                continue;
            }

            if (_messageHave < MessageHeader)
            {
                HelloFault fault = WalkMessageHeader(buffer[offset + _walked]);

                if (fault != HelloFault.None)
                {
                    return Refuse(fault, _walked);
                }

                continue;
            }

            int step = count - _walked < _recordLeft ? count - _walked : _recordLeft;
            _walked += step;
            _recordLeft -= step;
            _messageHave += step;

            if (_messageHave == _messageLength)
            {
                return ReadStatus.Complete;
            }
        }

        return ReadStatus.NeedMore;
    }

    // Each byte is judged as soon as it is there: whoever speaks something else on this port hears so at the first one.
    private ReadStatus WalkRecordHeader(byte[] buffer, int offset, int count)
    {
        int header = offset + _walked;
        int there = count - _walked;

        if (buffer[header] != HandshakeRecord)
        {
            bool isRecord = buffer[header] >= 20 && buffer[header] <= 24;

            return Refuse(isRecord ? HelloFault.OtherRecord : HelloFault.NotTls, _walked);
        }

        if (there > 1 && buffer[header + 1] != VersionMajor)
        {
            return Refuse(HelloFault.RecordVersion, _walked + 1);
        }

        if (there < RecordHeader)
        {
            return ReadStatus.NeedMore;
        }

        int length = (buffer[header + 3] << 8) | buffer[header + 4];

        if (length == 0)
        {
            return Refuse(HelloFault.EmptyRecord, _walked + 3);
        }

        if (length > RecordLengthMax)
        {
            return Refuse(HelloFault.RecordTooLong, _walked + 3);
        }

        if (_messageHave >= MessageHeader && length > _messageLength - _messageHave)
        {
            return Refuse(HelloFault.MoreAfterHello, _walked + 3);
        }

        _walked += RecordHeader;
        _recordLeft = length;

        return ReadStatus.Complete;
    }

    // Type and length may themselves be spread over up to four records.
    private HelloFault WalkMessageHeader(byte value)
    {
        if (_messageHave == 0 && value != ClientHello)
        {
            return HelloFault.NotClientHello;
        }

        if (_messageHave > 0)
        {
            _messageLength = (_messageLength << 8) | value;
        }

        if (_messageHave == MessageHeader - 1)
        {
            _messageLength += MessageHeader;

            if (_messageLength > MessageMax)
            {
                return HelloFault.TooLong;
            }

            if (_messageLength == MessageHeader)
            {
                return HelloFault.CutShort;
            }

            if (_recordLeft - 1 > _messageLength - MessageHeader)
            {
                return HelloFault.MoreAfterHello;
            }
        }

        _walked++;
        _recordLeft--;
        _messageHave++;

        return HelloFault.None;
    }

    private ReadStatus Refuse(HelloFault fault, int offset)
    {
        Fault = fault;
        FaultOffset = offset;

        return ReadStatus.Refused;
    }

    private HelloFault ReadBody()
    {
        Skip(MessageHeader);

        if (!Has(2 + RandomLength + 1))
        {
            return HelloFault.CutShort;
        }

        if (Take() != VersionMajor)
        {
            return HelloFault.HelloVersion;
        }

        Skip(1 + RandomLength);

        int sessionId = Take();

        if (sessionId > SessionIdMax)
        {
            return HelloFault.SessionId;
        }

        // Each list is asked for together with the length field behind it, so that no field is ever read past the end.
        if (!Has(sessionId + 2))
        {
            return HelloFault.CutShort;
        }

        Skip(sessionId);

        int suites = TakeTwo();

        if (suites == 0 || (suites & 1) != 0)
        {
            return HelloFault.CipherSuites;
        }

        if (!Has(suites + 1))
        {
            return HelloFault.CutShort;
        }

        Skip(suites);

        HelloFault fault = ReadCompression();

        return fault != HelloFault.None ? fault : ReadExtensions();
    }

    private HelloFault ReadCompression()
    {
        int methods = Take();

        if (!Has(methods))
        {
            return HelloFault.CutShort;
        }

        bool hasNull = false;

        for (int i = 0; i < methods; i++)
        {
            hasNull |= Take() == 0;
        }

        return hasNull ? HelloFault.None : HelloFault.Compression;
    }

    private HelloFault ReadExtensions()
    {
        if (_read == _messageLength)
        {
            return HelloFault.NoName;
        }

        if (!Has(2) || TakeTwo() != _messageLength - _read)
        {
            return HelloFault.ExtensionsLength;
        }

        bool hasName = false;
        int seen = 0;

        while (_read < _messageLength)
        {
            if (!Has(4))
            {
                return HelloFault.ExtensionCutShort;
            }

            int type = TakeTwo();
            int length = TakeTwo();

            if (!Has(length))
            {
                return HelloFault.ExtensionCutShort;
            }

            if (seen == ExtensionsMax)
            {
                return HelloFault.TooManyExtensions;
            }

            if (IsSeen(type, seen))
            {
                return HelloFault.ExtensionTwice;
            }

            _types[seen] = type;
            seen++;

            HelloFault fault = ReadExtension(type, length);

            if (fault != HelloFault.None)
            {
                return fault;
            }

            hasName |= type == ServerName;
        }

        return hasName ? HelloFault.None : HelloFault.NoName;
    }

    private bool IsSeen(int type, int seen)
    {
        for (int i = 0; i < seen; i++)
        {
            if (_types[i] == type)
            {
                return true;
            }
        }

        return false;
    }

    // The extension's bytes are all there. Leaves the cursor behind the last of them.
    private HelloFault ReadExtension(int type, int length)
    {
        switch (type)
        {
            case ServerName:
                return ReadServerName(length);

            case Protocols:
                HasProtocols = true;

                return ReadProtocols(length);

            case PreSharedKey when _read + length != _messageLength:
                return HelloFault.KeyNotLast;

            case EncryptedHello:
                HasEch = true;
                break;
        }

        Skip(length);

        return HelloFault.None;
    }

    private HelloFault ReadServerName(int length)
    {
        // The list, its one entry, and nothing behind it. The shortest has a type, a length and no name.
        if (length < 5 || TakeTwo() != length - 2)
        {
            return HelloFault.NameListLength;
        }

        if (Take() != 0)
        {
            return HelloFault.NameType;
        }

        int name = TakeTwo();
        int behind = length - 5 - name;

        if (behind < 0 || (behind > 0 && behind < 3))
        {
            return HelloFault.NameListLength;
        }

        if (behind > 0)
        {
            return HelloFault.TwoNames;
        }

        if (name == 0)
        {
            return HelloFault.NameEmpty;
        }

        if (name > NameMax)
        {
            return HelloFault.NameTooLong;
        }

        for (int i = 0; i < name; i++)
        {
            int value = Take();

            // A NUL would end a string on the device, and a line end would end one in a log.
            if (value <= 0x20 || value >= 0x7f)
            {
                return HelloFault.NameBytes;
            }

            _name[i] = (byte)value;
        }

        if (_name[name - 1] == (byte)'.')
        {
            return HelloFault.NameTrailingDot;
        }

        _nameLength = name;

        return HelloFault.None;
    }

    private HelloFault ReadProtocols(int length)
    {
        if (length < 4 || TakeTwo() != length - 2)
        {
            return HelloFault.Protocols;
        }

        int left = length - 2;

        while (left > 0)
        {
            int protocol = Take();
            left -= 1 + protocol;

            if (protocol == 0 || left < 0)
            {
                return HelloFault.Protocols;
            }

            Skip(protocol);
        }

        return HelloFault.None;
    }

    private bool Has(int count)
    {
        return count <= _messageLength - _read;
    }

    // The callers have asked Has before: the cursor never leaves the message.
    private int Take()
    {
        StepOverHeader();
        _left--;
        _read++;

        return _buffer![_at++];
    }

    private int TakeTwo()
    {
        int high = Take();

        return (high << 8) | Take();
    }

    private void Skip(int count)
    {
        while (count > 0)
        {
            StepOverHeader();

            int step = count < _left ? count : _left;
            _at += step;
            _left -= step;
            _read += step;
            count -= step;
        }
    }

    private void StepOverHeader()
    {
        if (_left == 0)
        {
            _left = (_buffer![_at + 3] << 8) | _buffer[_at + 4];
            _at += RecordHeader;
        }
    }
}
