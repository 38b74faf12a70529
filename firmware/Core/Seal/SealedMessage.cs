using System;

namespace ToyGuard.Core.Seal;

/// <summary>The one message grammar of claim, invitation, welcome back, session and door (pairing.md, "Message"): where each field stands, a reader and a writer.</summary>
/// <remarks>Every number is written with its highest byte first. A message is a head of 64 bytes, a body, and a tag of 32 over all before it.</remarks>
public static class SealedMessage
{
    /// <summary>The version that stands in every message; another one is refused.</summary>
    public const int Version = 1;

    /// <summary>Bytes of the head.</summary>
    public const int HeaderBytes = 64;

    /// <summary>Bytes of the tag.</summary>
    public const int TagBytes = 32;

    /// <summary>The longest body.</summary>
    public const int BodyMax = 3072;

    /// <summary>The longest message.</summary>
    public const int MessageMax = HeaderBytes + BodyMax + TagBytes;

    /// <summary>A sealed body is a whole number of these.</summary>
    public const int BlockBytes = 64;

    /// <summary>The longest text inside a sealed message: two bytes of the body say its length.</summary>
    public const int PlainMax = BodyMax - 2;

    /// <summary>Bytes of a device's id and of a phone's.</summary>
    public const int IdBytes = 8;

    /// <summary>Bytes of a nonce, a channel's id and a session's id.</summary>
    public const int NonceBytes = 16;

    /// <summary>Where the purpose stands.</summary>
    public const int PurposeAt = 3;

    /// <summary>Where the step stands.</summary>
    public const int StepAt = 4;

    /// <summary>Where the direction stands.</summary>
    public const int DirectionAt = 5;

    /// <summary>Where the body's length stands, in two bytes.</summary>
    public const int LengthAt = 6;

    /// <summary>Where the device's id stands.</summary>
    public const int DeviceIdAt = 8;

    /// <summary>Where the phone's id stands; zeros while it has none.</summary>
    public const int PhoneIdAt = 16;

    /// <summary>Where the phone's nonce stands.</summary>
    public const int PhoneNonceAt = 24;

    /// <summary>Where the device's nonce stands; in a sealed message the channel's or session's id.</summary>
    public const int DeviceNonceAt = 40;

    /// <summary>Where the counter stands, in eight bytes.</summary>
    public const int CounterAt = 56;

    /// <summary>Where the body begins.</summary>
    public const int BodyAt = HeaderBytes;

    /// <summary>Bytes of an accept's body outside sessions: the channel's id.</summary>
    public const int ChannelBodyBytes = NonceBytes;

    /// <summary>Bytes of a session's accept: status, three zeros, seconds to wait in four bytes, the session's id.</summary>
    public const int SessionBodyBytes = 24;

    /// <summary>Bytes of the body of a proof for a full session: the second tag.</summary>
    public const int FullBodyBytes = TagBytes;

    private const byte ToDevice = 1;
    private const byte FromDevice = 2;

    /// <summary>Reads the first <paramref name="count"/> bytes as one message. Whatever they are, the answer is a value.</summary>
    /// <remarks>It says nothing about who wrote it. Bytes behind <paramref name="count"/> are not looked at.</remarks>
    public static MessageHead Read(byte[] message, int count)
    {
        if (count < HeaderBytes + TagBytes || count > MessageMax || count > message.Length)
        {
            return new MessageHead(MessageFault.Length);
        }

        int bodyCount = (message[LengthAt] << 8) | message[LengthAt + 1];

        if (message[0] != 'T' || message[1] != 'G')
        {
            return new MessageHead(MessageFault.Label);
        }

        if (message[2] != Version)
        {
            return new MessageHead(MessageFault.Version);
        }

        if (count != HeaderBytes + bodyCount + TagBytes)
        {
            return new MessageHead(MessageFault.Length);
        }

        Purpose purpose = (Purpose)message[PurposeAt];
        Step step = (Step)message[StepAt];
        int direction = message[DirectionAt];
        long counter = CounterOf(message);
        MessageFault fault = FaultOf(purpose, step, direction, bodyCount);

        if (fault == MessageFault.None && (step == Step.Sealed ? counter < 1 : counter != 0))
        {
            fault = MessageFault.Counter;
        }

        if (fault == MessageFault.None && !HasItsZeros(message, purpose, step, bodyCount))
        {
            fault = MessageFault.NotZero;
        }

        return fault == MessageFault.None
            ? new MessageHead(purpose, step, direction == ToDevice, bodyCount, counter)
            : new MessageHead(fault);
    }

    /// <summary>Writes the fixed part of a head and clears all else of it and of the tag: ids, nonces and body are the caller's to fill in.</summary>
    /// <returns>The whole message's length. A message that <see cref="Read"/> would not take, or that does not fit, throws.</returns>
    public static int Write(byte[] message, Purpose purpose, Step step, bool isToDevice, int bodyCount)
    {
        int direction = isToDevice ? ToDevice : FromDevice;
        int count = HeaderBytes + bodyCount + TagBytes;

        if (FaultOf(purpose, step, direction, bodyCount) != MessageFault.None)
        {
            throw new ArgumentException("No such message.", nameof(step));
        }

        Array.Clear(message, 0, count);
        message[0] = (byte)'T';
        message[1] = (byte)'G';
        message[2] = Version;
        message[PurposeAt] = (byte)purpose;
        message[StepAt] = (byte)step;
        message[DirectionAt] = (byte)direction;
        message[LengthAt] = (byte)(bodyCount >> 8);
        message[LengthAt + 1] = (byte)bodyCount;

        return count;
    }

    /// <summary>Writes the next step of the conversation that <paramref name="question"/> belongs to: its ids and nonces, no counter, an empty body and tag.</summary>
    /// <returns>The whole message's length.</returns>
    public static int WriteAnswer(byte[] question, byte[] answer, Step step, int bodyCount)
    {
        int count = Write(answer, (Purpose)question[PurposeAt], step, false, bodyCount);
        Array.Copy(question, DeviceIdAt, answer, DeviceIdAt, CounterAt - DeviceIdAt);

        return count;
    }

    internal static void PutCounter(byte[] bytes, int at, long counter)
    {
        for (int i = 7; i >= 0; i--)
        {
            bytes[at + i] = (byte)counter;
            counter >>= 8;
        }
    }

    private static long CounterOf(byte[] message)
    {
        long counter = 0;

        for (int i = 0; i < 8; i++)
        {
            counter = (counter << 8) | message[CounterAt + i];
        }

        return counter;
    }

    // What the table of steps in pairing.md says of the first eight bytes.
    private static MessageFault FaultOf(Purpose purpose, Step step, int direction, int bodyCount)
    {
        bool isPairing = purpose >= Purpose.Claim && purpose <= Purpose.Forgot;
        bool isSession = purpose == Purpose.Session;
        bool isDoor = purpose == Purpose.Door;

        if (!isPairing && !isSession && !isDoor)
        {
            return MessageFault.Purpose;
        }

        bool isHandshake = step >= Step.Begin && step <= Step.Accept;

        if (!(step == Step.Sealed ? !isSession : isHandshake && !isDoor))
        {
            return MessageFault.Step;
        }

        bool isToDevice = direction == ToDevice;

        if (!isToDevice && direction != FromDevice)
        {
            return MessageFault.Direction;
        }

        switch (step)
        {
            case Step.Begin:
                return !isToDevice ? MessageFault.Direction : Unless(bodyCount == 0);

            case Step.Challenge:
                return isToDevice ? MessageFault.Direction : Unless(bodyCount == 0);

            case Step.Proof:
                return !isToDevice ? MessageFault.Direction : Unless(bodyCount == 0 || (isSession && bodyCount == FullBodyBytes));

            case Step.Accept:
                return isToDevice ? MessageFault.Direction : Unless(bodyCount == (isSession ? SessionBodyBytes : ChannelBodyBytes));

            default:
                return Unless(bodyCount >= BlockBytes && bodyCount <= BodyMax && bodyCount % BlockBytes == 0);
        }
    }

    private static MessageFault Unless(bool isFit)
    {
        return isFit ? MessageFault.None : MessageFault.Body;
    }

    // Nobody can put anything into a field that a step does not use: no tag would cover it.
    private static bool HasItsZeros(byte[] message, Purpose purpose, Step step, int bodyCount)
    {
        bool isNamed = purpose == Purpose.Session;

        switch (step)
        {
            case Step.Begin:
                return (isNamed || IsZero(message, PhoneIdAt, IdBytes)) && IsZero(message, DeviceNonceAt, NonceBytes) && IsZero(message, BodyAt, TagBytes);

            case Step.Challenge:
                return (isNamed || IsZero(message, PhoneIdAt, IdBytes)) && IsZero(message, BodyAt, TagBytes);

            case Step.Proof:
                return isNamed || IsZero(message, PhoneIdAt, IdBytes);

            case Step.Accept:
                return bodyCount == ChannelBodyBytes || IsZero(message, BodyAt + 1, 3);

            default:
                return true;
        }
    }

    private static bool IsZero(byte[] bytes, int at, int count)
    {
        int all = 0;

        for (int i = 0; i < count; i++)
        {
            all |= bytes[at + i];
        }

        return all == 0;
    }
}
