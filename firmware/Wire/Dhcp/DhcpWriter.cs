namespace ToyGuard.Wire.Dhcp;

/// <summary>Writes a server's answer into a buffer of the caller: <see cref="Begin"/>, options, <see cref="End"/> (RFC 2131, 4.3.1, table 3). Reused; allocates nothing.</summary>
/// <remarks>
/// An answer has at least the 300 bytes of a BOOTP message, for clients and relays that take nothing shorter (RFC 1542, 2.1), and never more than the
/// 576 that every client must take (RFC 2131, 2), so option 57 need not be asked. Nothing overloads: the fields for a file and a server's name stay empty.
/// </remarks>
public sealed class DhcpWriter
{
    /// <summary>Fewest bytes of an answer.</summary>
    public const int LengthMin = 300;

    /// <summary>Most bytes of an answer: what every client takes, without the headers of IP and UDP around it.</summary>
    public const int LengthMax = 548;

    private byte[] _answer = new byte[0];
    private int _at;
    private bool _isFull;

    /// <summary>Begins the answer to what was read into <paramref name="message"/>.</summary>
    /// <param name="answer">Takes up to <see cref="LengthMax"/> bytes from its beginning; not the array of the question.</param>
    /// <param name="message">The question.</param>
    /// <param name="type">Offer, Ack or Nak.</param>
    /// <param name="clientAddress">The client's own address, where it goes back; 0 for none.</param>
    /// <param name="yourAddress">The address that is given; 0 for none.</param>
    public void Begin(byte[] answer, DhcpMessage message, DhcpType type, uint clientAddress, uint yourAddress)
    {
        _answer = answer;
        _isFull = false;

        for (int i = 0; i < DhcpFormat.Options; i++)
        {
            answer[i] = 0;
        }

        answer[0] = DhcpFormat.ReplyOperation;
        answer[1] = DhcpFormat.Ethernet;
        answer[2] = DhcpMessage.HardwareLength;
        DhcpFormat.Write32(answer, DhcpFormat.Xid, message.Transaction);
        DhcpFormat.Write16(answer, DhcpFormat.Flags, message.IsBroadcast ? DhcpFormat.BroadcastFlag : 0);
        DhcpFormat.Write32(answer, DhcpFormat.ClientAddress, clientAddress);
        DhcpFormat.Write32(answer, DhcpFormat.YourAddress, yourAddress);
        DhcpFormat.Write32(answer, DhcpFormat.Cookie, DhcpFormat.CookieValue);

        for (int i = 0; i < DhcpMessage.HardwareLength; i++)
        {
            answer[DhcpFormat.Hardware + i] = message.Hardware[i];
        }

        answer[DhcpFormat.Options] = DhcpOption.MessageType;
        answer[DhcpFormat.Options + 1] = 1;
        answer[DhcpFormat.Options + 2] = (byte)type;
        _at = DhcpFormat.Options + 3;
    }

    /// <summary>Adds an option of four bytes: an address, a mask or seconds.</summary>
    public void Add(int option, uint value)
    {
        if (HasRoom(option, 4))
        {
            DhcpFormat.Write32(_answer, _at, value);
            _at += 4;
        }
    }

    /// <summary>Adds an option of bytes, 1 to 255 of them.</summary>
    public void Add(int option, byte[] bytes, int offset, int count)
    {
        if (HasRoom(option, count))
        {
            for (int i = 0; i < count; i++)
            {
                _answer[_at + i] = bytes[offset + i];
            }

            _at += count;
        }
    }

    /// <summary>Ends the answer and returns its length; 0 when the options did not fit: then there is none.</summary>
    public int End()
    {
        if (_isFull)
        {
            return 0;
        }

        _answer[_at] = DhcpOption.End;
        _at++;

        while (_at < LengthMin)
        {
            _answer[_at] = DhcpOption.Pad;
            _at++;
        }

        return _at;
    }

    // The end option always finds room. Writes the option's number and length.
    private bool HasRoom(int option, int count)
    {
        if (_isFull || count < 1 || count > 255 || _at + 2 + count + 1 > LengthMax)
        {
            _isFull = true;
            return false;
        }

        _answer[_at] = (byte)option;
        _answer[_at + 1] = (byte)count;
        _at += 2;
        return true;
    }
}
