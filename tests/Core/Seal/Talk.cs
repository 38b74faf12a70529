using System;
using System.Text;

using ToyGuard.Core.Crypto;
using ToyGuard.Core.Seal;
using ToyGuard.Fakes;

namespace ToyGuard.Core.Tests.Seal;

/// <summary>The conversations of the vectors, ready to be spoilt.</summary>
public static class Talk
{
    /// <summary>A value of the vectors that is bytes.</summary>
    public static byte[] Of(string path)
    {
        return Hex.Bytes(PairingVectors.At(path));
    }

    /// <summary>A text of the vectors.</summary>
    public static byte[] TextOf(string path)
    {
        return Encoding.UTF8.GetBytes(PairingVectors.At(path));
    }

    /// <summary>A number of the vectors.</summary>
    public static int NumberOf(string path)
    {
        return int.Parse(PairingVectors.At(path));
    }

    /// <summary>The device's end of the channel of a conversation, before the first question.</summary>
    public static SealedChannel Channel(string conversation)
    {
        return new SealedChannel(new ManagedHmac(), Of(conversation + ".channelKey"), Of(conversation + ".accept"));
    }

    /// <summary>The same with the first <paramref name="count"/> questions asked and answered.</summary>
    public static SealedChannel ChannelAfter(string conversation, int count)
    {
        SealedChannel channel = Channel(conversation);

        for (int i = 0; i < count; i++)
        {
            string exchange = conversation + ".sealed." + i;
            Assert.AreEqual((int)ChannelReading.Fresh, (int)Take(channel, Of(exchange + ".questionMessage")), exchange);
            Answer(channel, TextOf(exchange + ".answer"));
        }

        return channel;
    }

    /// <summary>What the channel makes of a message.</summary>
    public static ChannelReading Take(SealedChannel channel, byte[] message)
    {
        return channel.Open(message, message.Length, new byte[SealedMessage.PlainMax], out int _);
    }

    /// <summary>The text of a message that the channel must take as its next one.</summary>
    public static byte[] Opened(SealedChannel channel, byte[] message)
    {
        byte[] plain = new byte[SealedMessage.PlainMax];
        Assert.AreEqual((int)ChannelReading.Fresh, (int)channel.Open(message, message.Length, plain, out int count));

        return Bytes.Part(plain, 0, count);
    }

    /// <summary>The sealed answer.</summary>
    public static byte[] Answer(SealedChannel channel, byte[] plain)
    {
        byte[] answer = new byte[SealedMessage.MessageMax];
        int count = channel.Seal(plain, plain.Length, answer);

        return Bytes.Part(answer, 0, count);
    }

    /// <summary>The answer that is kept; no byte when there is none.</summary>
    public static byte[] Kept(SealedChannel channel)
    {
        byte[] answer = new byte[SealedMessage.MessageMax];
        int count = channel.Kept(answer);

        return Bytes.Part(answer, 0, count);
    }

    /// <summary>A question with the right tag and any body at all, as only the phone itself could write it.</summary>
    public static byte[] Forged(string conversation, int counter, byte[] opened)
    {
        byte[] first = Of(conversation + ".sealed.0.questionMessage");
        byte[] message = new byte[SealedMessage.HeaderBytes + opened.Length + SealedMessage.TagBytes];
        byte[] place = new byte[12];
        byte[] block = new byte[KeySchedule.KeyBytes];
        ManagedHmac hmac = new ManagedHmac();

        Array.Copy(first, 0, message, 0, SealedMessage.HeaderBytes);
        message[SealedMessage.LengthAt] = (byte)(opened.Length >> 8);
        message[SealedMessage.LengthAt + 1] = (byte)opened.Length;
        message[SealedMessage.CounterAt + 7] = (byte)counter;
        place[7] = (byte)counter;

        for (int i = 0; i < opened.Length; i++)
        {
            if (i % block.Length == 0)
            {
                place[11] = (byte)(i / block.Length);
                hmac.Compute(Of(conversation + ".encUp"), KeySchedule.KeyBytes, place, 0, place.Length, block, 0);
            }

            message[SealedMessage.BodyAt + i] = (byte)(opened[i] ^ block[i % block.Length]);
        }

        int tagAt = message.Length - SealedMessage.TagBytes;
        hmac.Compute(Of(conversation + ".macUp"), KeySchedule.KeyBytes, message, 0, tagAt, message, tagAt);

        return message;
    }

    /// <summary>A copy with one bit turned over.</summary>
    public static byte[] Flipped(byte[] message, int bit)
    {
        byte[] flipped = Bytes.Part(message, 0, message.Length);
        flipped[bit / 8] ^= (byte)(1 << (bit % 8));

        return flipped;
    }
}
