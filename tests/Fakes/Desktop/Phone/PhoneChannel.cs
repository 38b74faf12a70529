using System;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ToyGuard.Fakes;

/// <summary>The phone's end of a channel or session: writes questions, reads their answers.</summary>
public sealed class PhoneChannel
{
    private readonly int _purpose;
    private readonly byte[] _device;
    private readonly byte[] _phone;
    private readonly byte[] _phoneNonce;
    private readonly byte[] _channelKey;

    /// <summary>The channel that an accept opened: the purpose of its questions, whose it is, and its key.</summary>
    public PhoneChannel(int purpose, byte[] device, byte[] phone, byte[] phoneNonce, byte[] id, byte[] channelKey)
    {
        _purpose = purpose;
        _device = device;
        _phone = phone;
        _phoneNonce = phoneNonce;
        Id = id;
        _channelKey = channelKey;
    }

    /// <summary>The channel's or session's id.</summary>
    public byte[] Id { get; }

    /// <summary>The number of the last question.</summary>
    public long Counter { get; set; }

    /// <summary>The next question as a message.</summary>
    public byte[] Question(string text)
    {
        Counter++;
        return Sealed(1, "up", PhoneBytes.Padded(text));
    }

    /// <summary>A message of this channel with any opened body; a real phone writes only its own direction and the fewest blocks.</summary>
    public byte[] Sealed(int direction, string way, byte[] opened)
    {
        byte[] body = PhoneBytes.Turned(PhoneBytes.Mac(_channelKey, "TG1 enc " + way), Counter, opened);
        byte[] head = PhoneBytes.HeadOf(_purpose, 5, direction, body.Length, _device, _phone, _phoneNonce, Id, Counter);
        return PhoneBytes.Join(head, body, HMACSHA256.HashData(PhoneBytes.Mac(_channelKey, "TG1 mac " + way), PhoneBytes.Join(head, body)));
    }

    /// <summary>The text of the answer to the last question; null when it is not that answer.</summary>
    public string? Answer(byte[] message)
    {
        int bodyCount = message.Length - PhoneBytes.Head - 32;

        if (bodyCount < 64)
        {
            return null;
        }

        byte[] opened = PhoneBytes.Turned(PhoneBytes.Mac(_channelKey, "TG1 enc down"), Counter, message[PhoneBytes.Head..^32]);
        int count = BinaryPrimitives.ReadUInt16BigEndian(opened);

        if (count + 2 > bodyCount)
        {
            return null;
        }

        // What the device can have said is only what gives these very bytes again.
        string text = Encoding.UTF8.GetString(opened, 2, count);
        return CryptographicOperations.FixedTimeEquals(Sealed(2, "down", PhoneBytes.Padded(text)), message) ? text : null;
    }
}
