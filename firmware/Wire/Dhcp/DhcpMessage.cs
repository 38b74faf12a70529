namespace ToyGuard.Wire.Dhcp;

/// <summary>Reads a DHCP message: its fixed fields and the options of <see cref="DhcpOption"/> (RFC 2131, 2 and 4.1; RFC 2132). Reused; allocates nothing; never throws on input.</summary>
/// <remarks>
/// Options are taken from their own field and then, where option 52 says so, from the fields for a file and a server's name; each of these
/// ends with the end option, and what stands behind that is not looked at. Refused on purpose: an option that we read and that is there twice (RFC 3396 would join them; no client needs
/// that for what is read here), network addresses that are not of Ethernet's kind, and plain BOOTP. Unknown options are skipped by their length.
/// Whether a client may have what it asks for is not its business.
/// </remarks>
public sealed class DhcpMessage
{
    /// <summary>Longest message read: what one Ethernet frame carries.</summary>
    public const int LengthMax = 1472;

    /// <summary>Bytes of a network address.</summary>
    public const int HardwareLength = 6;

    private static readonly byte[] s_none = new byte[0];

    private byte[] _buffer = s_none;
    private int _start;
    private int _overload;
    private int _numbers;
    private bool _hasType;

    /// <summary>Why the last datagram is no message.</summary>
    public DhcpFault Fault { get; private set; }

    /// <summary>What it wants or says; None unless a message was read.</summary>
    public DhcpType Type { get; private set; }

    /// <summary>True for what a server sends.</summary>
    public bool IsReply { get; private set; }

    /// <summary>How many relays passed it on, 0 to 255.</summary>
    public int Hops { get; private set; }

    /// <summary>The client's number for this exchange.</summary>
    public uint Transaction { get; private set; }

    /// <summary>Since how many seconds the client is at it, 0 to 65535.</summary>
    public int Seconds { get; private set; }

    /// <summary>True when the client takes answers only as a broadcast.</summary>
    public bool IsBroadcast { get; private set; }

    /// <summary>The client's own address, once it has one; an address here is a number, its first byte the highest. 0 = none.</summary>
    public uint ClientAddress { get; private set; }

    /// <summary>In a reply: the address that is given.</summary>
    public uint YourAddress { get; private set; }

    /// <summary>The relay's address; 0 when none passed it on.</summary>
    public uint RelayAddress { get; private set; }

    /// <summary>The client's network address: always the same 6 bytes, overwritten by each read.</summary>
    public byte[] Hardware { get; } = new byte[HardwareLength];

    /// <summary>Option 50; 0 when it is not there, or says nothing.</summary>
    public uint RequestedAddress { get; private set; }

    /// <summary>Option 54; 0 when it is not there.</summary>
    public uint ServerId { get; private set; }

    /// <summary>Option 51 in seconds; 0 when it is not there. 2^32 - 1 is for ever.</summary>
    public uint LeaseSeconds { get; private set; }

    /// <summary>Option 57; 0 when it is not there. Less than 576 is allowed to nobody and read all the same.</summary>
    public int MessageSize { get; private set; }

    /// <summary>Where option 61 begins in the buffer.</summary>
    public int ClientIdOffset { get; private set; }

    /// <summary>How long it is, 2 to 255; 0 when it is not there.</summary>
    public int ClientIdLength { get; private set; }

    /// <summary>Where option 12 begins in the buffer. Anything may stand there.</summary>
    public int HostNameOffset { get; private set; }

    /// <summary>How long it is, 1 to 255; 0 when it is not there.</summary>
    public int HostNameLength { get; private set; }

    /// <summary>Where option 55 begins in the buffer: one byte for each option that is wished for.</summary>
    public int ParameterListOffset { get; private set; }

    /// <summary>How many they are, 1 to 255; 0 when it is not there.</summary>
    public int ParameterListLength { get; private set; }

    /// <summary>Where option 161 begins in the buffer. Anything may stand there.</summary>
    public int MudUrlOffset { get; private set; }

    /// <summary>How long it is, 1 to 255; 0 when it is not there.</summary>
    public int MudUrlLength { get; private set; }

    /// <summary>Reads a whole datagram. False for what is no message, and then nothing of it is kept but the fault.</summary>
    /// <remarks>The offsets point into <paramref name="buffer"/>, which is not kept.</remarks>
    public bool Read(byte[] buffer, int offset, int count)
    {
        Clear();
        _buffer = buffer;
        _start = offset;
        Fault = ReadFields(count);

        if (Fault == DhcpFault.None)
        {
            Fault = ReadAllOptions(count);
        }

        _buffer = s_none;

        if (Fault == DhcpFault.None)
        {
            return true;
        }

        DhcpFault fault = Fault;
        Clear();
        Fault = fault;
        return false;
    }

    /// <summary>True when option 55 of the message that was read from <paramref name="buffer"/> wishes for <paramref name="option"/>.</summary>
    public bool Wants(byte[] buffer, int option)
    {
        for (int i = 0; i < ParameterListLength; i++)
        {
            if (buffer[ParameterListOffset + i] == option)
            {
                return true;
            }
        }

        return false;
    }

    private DhcpFault ReadFields(int count)
    {
        if (count < DhcpFormat.Options)
        {
            return DhcpFault.TooShort;
        }

        if (count > LengthMax)
        {
            return DhcpFault.TooLong;
        }

        int operation = _buffer[_start];

        if (operation != DhcpFormat.RequestOperation && operation != DhcpFormat.ReplyOperation)
        {
            return DhcpFault.Operation;
        }

        if (_buffer[_start + 1] != DhcpFormat.Ethernet || _buffer[_start + 2] != HardwareLength)
        {
            return DhcpFault.Hardware;
        }

        int any = 0;

        for (int i = 0; i < HardwareLength; i++)
        {
            Hardware[i] = _buffer[_start + DhcpFormat.Hardware + i];
            any |= Hardware[i];
        }

        // The lowest bit of the first byte says that a group is meant.
        if (any == 0 || (Hardware[0] & 1) != 0)
        {
            return DhcpFault.HardwareAddress;
        }

        if (DhcpFormat.Read32(_buffer, _start + DhcpFormat.Cookie) != DhcpFormat.CookieValue)
        {
            return DhcpFault.Cookie;
        }

        IsReply = operation == DhcpFormat.ReplyOperation;
        Hops = _buffer[_start + DhcpFormat.Hops];
        Transaction = DhcpFormat.Read32(_buffer, _start + DhcpFormat.Xid);
        Seconds = DhcpFormat.Read16(_buffer, _start + DhcpFormat.Seconds);
        IsBroadcast = (DhcpFormat.Read16(_buffer, _start + DhcpFormat.Flags) & DhcpFormat.BroadcastFlag) != 0;
        ClientAddress = DhcpFormat.Read32(_buffer, _start + DhcpFormat.ClientAddress);
        YourAddress = DhcpFormat.Read32(_buffer, _start + DhcpFormat.YourAddress);
        RelayAddress = DhcpFormat.Read32(_buffer, _start + DhcpFormat.RelayAddress);
        return DhcpFault.None;
    }

    private DhcpFault ReadAllOptions(int count)
    {
        DhcpFault fault = ReadOptions(_start + DhcpFormat.Options, _start + count, false);

        // RFC 2131, 4.1: the file's field is read before the server's name.
        if (fault == DhcpFault.None && (_overload & 1) != 0)
        {
            fault = ReadOptions(_start + DhcpFormat.File, _start + DhcpFormat.File + DhcpFormat.FileLength, true);
        }

        if (fault == DhcpFault.None && (_overload & 2) != 0)
        {
            fault = ReadOptions(_start + DhcpFormat.ServerName, _start + DhcpFormat.ServerName + DhcpFormat.ServerNameLength, true);
        }

        if (fault != DhcpFault.None)
        {
            return fault;
        }

        if (!_hasType)
        {
            return DhcpFault.NoType;
        }

        bool isServers = Type == DhcpType.Offer || Type == DhcpType.Ack || Type == DhcpType.Nak;
        return isServers == IsReply ? DhcpFault.None : DhcpFault.Type;
    }

    private DhcpFault ReadOptions(int at, int end, bool isOverloaded)
    {
        while (at < end)
        {
            int option = _buffer[at];
            at++;

            if (option == DhcpOption.End)
            {
                return DhcpFault.None;
            }

            if (option == DhcpOption.Pad)
            {
                continue;
            }

            if (at >= end || at + 1 + _buffer[at] > end)
            {
                return DhcpFault.OptionPastEnd;
            }

            int length = _buffer[at];
            DhcpFault fault = Take(option, at + 1, length, isOverloaded);

            if (fault != DhcpFault.None)
            {
                return fault;
            }

            at += 1 + length;
        }

        return DhcpFault.NoEnd;
    }

    private DhcpFault Take(int option, int at, int length, bool isOverloaded)
    {
        switch (option)
        {
            case DhcpOption.MessageType:
                return TakeType(at, length);
            case DhcpOption.Overload:
                return TakeOverload(at, length, isOverloaded);
            case DhcpOption.RequestedAddress:
            case DhcpOption.LeaseTime:
            case DhcpOption.ServerId:
            case DhcpOption.MessageSize:
                return TakeNumber(option, at, length);
            case DhcpOption.ClientId:
            case DhcpOption.HostName:
            case DhcpOption.ParameterList:
            case DhcpOption.MudUrl:
                return TakeBytes(option, at, length);
            default:
                return DhcpFault.None;
        }
    }

    private DhcpFault TakeType(int at, int length)
    {
        if (length != 1)
        {
            return DhcpFault.OptionLength;
        }

        if (_hasType)
        {
            return DhcpFault.OptionTwice;
        }

        _hasType = true;
        int type = _buffer[at];

        if (type < (int)DhcpType.Discover || type > (int)DhcpType.Inform)
        {
            return DhcpFault.Type;
        }

        Type = (DhcpType)type;
        return DhcpFault.None;
    }

    private DhcpFault TakeOverload(int at, int length, bool isOverloaded)
    {
        if (length != 1)
        {
            return DhcpFault.OptionLength;
        }

        if (isOverloaded || _overload != 0 || _buffer[at] < 1 || _buffer[at] > 3)
        {
            return DhcpFault.Overload;
        }

        _overload = _buffer[at];
        return DhcpFault.None;
    }

    private DhcpFault TakeNumber(int option, int at, int length)
    {
        if (length != (option == DhcpOption.MessageSize ? 2 : 4))
        {
            return DhcpFault.OptionLength;
        }

        // 50 to 57: a bit for each that was seen, since 0 is a number like any other.
        int bit = 1 << (option - DhcpOption.RequestedAddress);

        if ((_numbers & bit) != 0)
        {
            return DhcpFault.OptionTwice;
        }

        _numbers |= bit;

        switch (option)
        {
            case DhcpOption.RequestedAddress:
                RequestedAddress = DhcpFormat.Read32(_buffer, at);
                break;
            case DhcpOption.LeaseTime:
                LeaseSeconds = DhcpFormat.Read32(_buffer, at);
                break;
            case DhcpOption.ServerId:
                ServerId = DhcpFormat.Read32(_buffer, at);
                break;
            default:
                MessageSize = DhcpFormat.Read16(_buffer, at);
                break;
        }

        return DhcpFault.None;
    }

    private DhcpFault TakeBytes(int option, int at, int length)
    {
        if (length < (option == DhcpOption.ClientId ? 2 : 1))
        {
            return DhcpFault.OptionLength;
        }

        int before;

        switch (option)
        {
            case DhcpOption.ClientId:
                before = ClientIdLength;
                ClientIdOffset = at;
                ClientIdLength = length;
                break;
            case DhcpOption.HostName:
                before = HostNameLength;
                HostNameOffset = at;
                HostNameLength = length;
                break;
            case DhcpOption.ParameterList:
                before = ParameterListLength;
                ParameterListOffset = at;
                ParameterListLength = length;
                break;
            default:
                before = MudUrlLength;
                MudUrlOffset = at;
                MudUrlLength = length;
                break;
        }

        return before == 0 ? DhcpFault.None : DhcpFault.OptionTwice;
    }

    private void Clear()
    {
        Fault = DhcpFault.None;
        Type = DhcpType.None;
        IsReply = false;
        Hops = 0;
        Transaction = 0;
        Seconds = 0;
        IsBroadcast = false;
        ClientAddress = 0;
        YourAddress = 0;
        RelayAddress = 0;
        RequestedAddress = 0;
        ServerId = 0;
        LeaseSeconds = 0;
        MessageSize = 0;
        ClientIdOffset = 0;
        ClientIdLength = 0;
        HostNameOffset = 0;
        HostNameLength = 0;
        ParameterListOffset = 0;
        ParameterListLength = 0;
        MudUrlOffset = 0;
        MudUrlLength = 0;
        _overload = 0;
        _numbers = 0;
        _hasType = false;

        for (int i = 0; i < HardwareLength; i++)
        {
            Hardware[i] = 0;
        }
    }
}
