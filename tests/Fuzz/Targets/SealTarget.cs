using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

using ToyGuard.Core.Crypto;
using ToyGuard.Core.Seal;
using ToyGuard.Fakes;
using ToyGuard.Fuzz.Loop;
using ToyGuard.Wire;

namespace ToyGuard.Fuzz.Targets;

/// <summary>A message for the door: its grammar, and what the device's end of an open session makes of it. A second grammar and the phone of the tests say what is right.</summary>
internal sealed class SealTarget : Target
{
    private static readonly byte[] s_channelKey = SHA256.HashData(Encoding.ASCII.GetBytes("a channel of this target"));
    private static readonly byte[] s_macUp = PhoneBytes.Mac(s_channelKey, "TG1 mac up");
    private static readonly byte[] s_accept = PhoneBytes.Join(
        PhoneBytes.HeadOf(8, 4, 2, 24, Filled(8, 1), Filled(8, 2), Filled(16, 3), Filled(16, 4), 0), new byte[8], Filled(16, 5), new byte[32]);

    private static readonly byte[] s_first = NewPhone().Question("{}");

    private readonly byte[] _plain = new byte[SealedMessage.PlainMax];
    private SealedChannel _used = NewChannel();
    private ChannelReading _reading;
    private int _plainCount;
    private bool _isSpent;

    public override string Name
    {
        get { return "seal"; }
    }

    public override string Hurdle
    {
        get { return "grammar"; }
    }

    public override int LengthMax
    {
        get { return 512; }
    }

    public override IEnumerable<byte[]> Seeds()
    {
        foreach (int purpose in new[] { 1, 2, 3, 4, 5, 6, 8 })
        {
            int told = purpose == 8 ? 24 : 16;
            yield return Message(purpose, 1, 1, 0);
            yield return Message(purpose, 2, 2, 0);
            yield return Message(purpose, 3, 1, 0);
            yield return Message(purpose, 4, 2, told);
        }

        yield return Message(8, 3, 1, 32);
        yield return s_first;

        PhoneChannel phone = NewPhone();
        phone.Counter = 1;
        yield return phone.Question("{\"op\":\"look\"}");
        yield return phone.Question(new string('x', 100));
        phone.Counter = 2;
        yield return phone.Sealed(1, "up", PhoneBytes.Padded(new string('y', 62)));
        yield return phone.Sealed(1, "up", PhoneBytes.Padded(""));
        yield return phone.Sealed(2, "down", PhoneBytes.Padded("{\"ok\":true}"));
    }

    public override IEnumerable<byte[]> Words()
    {
        yield return new byte[] { (byte)'T', (byte)'G', 1 };
        yield return s_first[..56];
        yield return s_first[64..128];
        yield return s_first[^32..];
        yield return new byte[] { 0, 64 };
        yield return new byte[] { 0, 0, 0, 0, 0, 0, 0, 2 };
        yield return new byte[32];
        yield return new byte[64];
    }

    public override Outcome Read(Pieces pieces)
    {
        pieces.All();

        if (_isSpent)
        {
            _used = NewChannel();
            _isSpent = false;
        }

        // The reader wants the message at the front; elsewhere it is given an array that ends where the message does.
        byte[] message = pieces.Offset == 0 ? pieces.Buffer : pieces.Buffer.AsSpan(pieces.Offset, pieces.Count).ToArray();
        SealedChannel channel = pieces.IsOtherwise ? NewChannel() : _used;
        MessageHead head = SealedMessage.Read(message, pieces.Count);
        _reading = channel.Open(message, pieces.Count, _plain, out _plainCount);

        // A question that is right but for its padding is used up, too.
        _isSpent = !pieces.IsOtherwise && head.Fault == MessageFault.None && head.Counter == 2;

        long sum = Outcome.Add(Outcome.Add((int)head.Purpose, (int)head.Step), Outcome.Add(head.BodyCount, head.Counter));
        sum = Outcome.Add(Outcome.Add(sum, (int)_reading), _plain, 0, _plainCount);
        bool isTaken = head.Fault == MessageFault.None;

        return new Outcome(isTaken ? ReadStatus.Complete : ReadStatus.Refused, (int)head.Fault, 0, isTaken ? pieces.Count : 0, sum, isTaken);
    }

    public override string? Judge(byte[] input, int count, Outcome outcome)
    {
        byte[] message = input[..count];

        return (outcome.Status == ReadStatus.Complete) != IsMessage(message) ? "another grammar"
            : _reading == ChannelReading.Repeated != message.SequenceEqual(s_first) ? "a repeat that is none, or one that is"
            : _reading == ChannelReading.Fresh != (TextOf(message) is not null) ? "a question that is none, or one that is"
            : _reading == ChannelReading.Fresh && Encoding.Latin1.GetString(_plain, 0, _plainCount) != TextOf(message) ? "another text"
            : null;
    }

    // Nobody guesses a tag, so the loop may have one: then the body is what is tried.
    public override int Repair(byte[] input, int count, Dice dice)
    {
        int bodyCount = Math.Clamp((count - 96) / 64, 1, 6) * 64;
        byte[] head = s_first[..64];
        head[6] = (byte)(bodyCount >> 8);
        head[7] = (byte)bodyCount;
        head[63] = (byte)(dice.Next(8) == 0 ? dice.Next(256) : 2);
        head.CopyTo(input, 0);

        // Most bodies are well padded, or the length would hardly ever fit.
        if (dice.Next(4) != 0)
        {
            PhoneChannel phone = NewPhone();
            phone.Counter = head[63];
            byte[] padded = PhoneBytes.Padded(Encoding.ASCII.GetString(input, 64, bodyCount - 63 + dice.Next(62)));
            phone.Sealed(1, "up", padded[..bodyCount]).CopyTo(input, 0);
        }
        else
        {
            HMACSHA256.HashData(s_macUp, input.AsSpan(0, 64 + bodyCount)).CopyTo(input, 64 + bodyCount);
        }

        return 96 + bodyCount;
    }

    public override int StepsMax(int count)
    {
        return 4000 + (40 * count);
    }

    public override long AllocatedMax(int count)
    {
        return _isSpent ? 16_384 : 0;
    }

    // pairing.md, "Steps", written down a second time.
    private static bool IsMessage(byte[] message)
    {
        if (message.Length < 96 || message.Length > 3168 || message[0] != 0x54 || message[1] != 0x47 || message[2] != 1 || ((message[6] << 8) | message[7]) != message.Length - 96)
        {
            return false;
        }

        int purpose = message[3];
        int bodyCount = message.Length - 96;
        bool isSession = purpose == 8;
        bool isPairing = purpose is >= 1 and <= 6;
        bool isNew = isSession || message[16..24].All(b => b == 0);
        bool isUncounted = message[56..64].All(b => b == 0);

        return (message[4], message[5]) switch
        {
            (1, 1) => (isPairing || isSession) && bodyCount == 0 && isNew && message[40..].All(b => b == 0),
            (2, 2) => (isPairing || isSession) && bodyCount == 0 && isNew && message[56..].All(b => b == 0),
            (3, 1) => (isPairing || isSession) && (bodyCount == 0 || (isSession && bodyCount == 32)) && isNew && isUncounted,
            (4, 2) => isUncounted && ((isPairing && bodyCount == 16) || (isSession && bodyCount == 24 && message[65..68].All(b => b == 0))),
            (5, 1 or 2) => (isPairing || purpose == 9) && bodyCount > 0 && bodyCount % 64 == 0 && !isUncounted && message[56] < 128,
            _ => false,
        };
    }

    // What the second question says, if this is it.
    private static string? TextOf(byte[] message)
    {
        if (message.Length < 160 || !message.AsSpan(8, 48).SequenceEqual(s_first.AsSpan(8, 48)))
        {
            return null;
        }

        PhoneChannel phone = NewPhone();
        phone.Counter = 2;
        byte[] opened = PhoneBytes.Turned(PhoneBytes.Mac(s_channelKey, "TG1 enc up"), 2, message[64..^32]);
        int length = Math.Min((opened[0] << 8) | opened[1], opened.Length - 2);
        byte[] padded = new byte[(length + 2 + 63) / 64 * 64];
        opened.AsSpan(0, length + 2).CopyTo(padded);

        return phone.Sealed(1, "up", padded).SequenceEqual(message) && ((opened[0] << 8) | opened[1]) == length ? Encoding.Latin1.GetString(opened, 2, length) : null;
    }

    private static SealedChannel NewChannel()
    {
        SealedChannel channel = new(new ManagedHmac(), s_channelKey, s_accept);
        byte[] plain = new byte[SealedMessage.PlainMax];
        channel.Open(s_first, s_first.Length, plain, out int _);
        channel.Seal(plain, 2, new byte[SealedMessage.MessageMax]);
        return channel;
    }

    private static PhoneChannel NewPhone()
    {
        return new PhoneChannel(9, Filled(8, 1), Filled(8, 2), Filled(16, 3), Filled(16, 5), s_channelKey);
    }

    private static byte[] Message(int purpose, int step, int direction, int bodyCount)
    {
        byte[] phone = new byte[8];
        byte[] nonce = step == 1 ? new byte[16] : Filled(16, 4);
        byte[] tag = step <= 2 ? new byte[32] : Filled(32, 6);
        return PhoneBytes.Join(PhoneBytes.HeadOf(purpose, step, direction, bodyCount, Filled(8, 1), phone, Filled(16, 3), nonce, 0), new byte[bodyCount], tag);
    }

    private static byte[] Filled(int count, byte value)
    {
        return Enumerable.Repeat(value, count).ToArray();
    }
}
