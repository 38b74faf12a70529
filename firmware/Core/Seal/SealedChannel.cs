using System;

using ToyGuard.Core.Crypto;

namespace ToyGuard.Core.Seal;

/// <summary>The device's end of a channel or session (pairing.md, "Sealed"): takes each question once, and gives each counter one answer. One thread at a time.</summary>
/// <remarks>
/// A question counts as asked before its text is handed out, so whatever happens then, it is never acted on twice. The answer is kept until the next
/// question, because a phone that lost it may only ask the very same again. Two texts are never sealed under one counter: that would show both.
/// </remarks>
public sealed class SealedChannel
{
    // Where the fixed fields of every question end: label to direction, then ids and nonces.
    private const int FixedHead = SealedMessage.LengthAt;
    private const int FixedIds = SealedMessage.CounterAt - SealedMessage.DeviceIdAt;
    private const int LengthBytes = 2;

    private readonly IHmac _hmac;
    private readonly Sha256 _hash = new Sha256();
    private readonly byte[] _question = new byte[SealedMessage.HeaderBytes];
    private readonly byte[] _encryptUp = new byte[KeySchedule.KeyBytes];
    private readonly byte[] _macUp = new byte[KeySchedule.KeyBytes];
    private readonly byte[] _encryptDown = new byte[KeySchedule.KeyBytes];
    private readonly byte[] _macDown = new byte[KeySchedule.KeyBytes];
    private readonly byte[] _scratch = new byte[KeySchedule.KeyBytes];
    private readonly byte[] _place = new byte[12];
    private readonly byte[] _asked = new byte[Sha256.HashBytes];
    private readonly byte[] _kept = new byte[SealedMessage.MessageMax];
    private long _last;
    private int _keptCount;
    private bool _isOwed;
    private bool _isOver;

    /// <summary>The channel that an accept opens.</summary>
    /// <param name="hmac">Makes every key and tag.</param>
    /// <param name="channelKey">32 bytes; not kept.</param>
    /// <param name="accept">The accept as it is sent: whose channel it is, and its id. A session's opens the door. Not kept.</param>
    public SealedChannel(IHmac hmac, byte[] channelKey, byte[] accept)
    {
        _hmac = hmac;

        Purpose purpose = (Purpose)accept[SealedMessage.PurposeAt];
        byte[] question = new byte[SealedMessage.HeaderBytes + SealedMessage.BlockBytes + SealedMessage.TagBytes];
        SealedMessage.Write(question, purpose == Purpose.Session ? Purpose.Door : purpose, Step.Sealed, true, SealedMessage.BlockBytes);
        Array.Copy(accept, SealedMessage.DeviceIdAt, question, SealedMessage.DeviceIdAt, SealedMessage.DeviceNonceAt - SealedMessage.DeviceIdAt);
        Array.Copy(accept, KeySchedule.ChannelIdAt(accept), question, SealedMessage.DeviceNonceAt, SealedMessage.NonceBytes);
        Array.Copy(question, 0, _question, 0, SealedMessage.HeaderBytes);

        KeySchedule keys = new KeySchedule(hmac);
        keys.Named(channelKey, "TG1 enc up", _encryptUp, 0);
        keys.Named(channelKey, "TG1 mac up", _macUp, 0);
        keys.Named(channelKey, "TG1 enc down", _encryptDown, 0);
        keys.Named(channelKey, "TG1 mac down", _macDown, 0);
    }

    /// <summary>True when a sealed question names this channel. It proves nothing; <see cref="Open"/> does.</summary>
    public bool IsNamedBy(byte[] message, int count)
    {
        return count >= SealedMessage.HeaderBytes
            && !_isOver
            && ConstantTime.AreEqual(message, 0, _question, 0, FixedHead)
            && ConstantTime.AreEqual(message, SealedMessage.DeviceIdAt, _question, SealedMessage.DeviceIdAt, FixedIds);
    }

    /// <summary>Opens the next question, or knows the last one again.</summary>
    /// <param name="message">What came.</param>
    /// <param name="count">How much of it.</param>
    /// <param name="plain">Takes the text; room for <see cref="SealedMessage.PlainMax"/> bytes, else it throws. All 0 behind the text.</param>
    /// <param name="plainCount">Its length, 0 unless the answer is <see cref="ChannelReading.Fresh"/>.</param>
    public ChannelReading Open(byte[] message, int count, byte[] plain, out int plainCount)
    {
        plainCount = 0;

        if (plain.Length < SealedMessage.PlainMax)
        {
            throw new ArgumentException("Too small for a text.", nameof(plain));
        }

        MessageHead head = SealedMessage.Read(message, count);

        if (head.Fault != MessageFault.None || !IsNamedBy(message, count))
        {
            return ChannelReading.Refused;
        }

        if (head.Counter == _last)
        {
            return IsAskedAgain(message, count) ? ChannelReading.Repeated : ChannelReading.Refused;
        }

        if (head.Counter != _last + 1 || !HasRightTag(message, head.BodyCount))
        {
            return ChannelReading.Refused;
        }

        _last = head.Counter;
        _keptCount = 0;
        _isOwed = false;
        Digest(message, count, _asked);

        Array.Copy(message, SealedMessage.BodyAt, _kept, 0, head.BodyCount);
        Turn(_encryptUp, _kept, 0, head.BodyCount);
        plainCount = Unpad(head.BodyCount, plain);
        Array.Clear(_kept, 0, head.BodyCount);

        if (plainCount < 0)
        {
            plainCount = 0;
            return ChannelReading.Refused;
        }

        _isOwed = true;
        return ChannelReading.Fresh;
    }

    /// <summary>Seals the one answer to the question that was opened last, and keeps it.</summary>
    /// <returns>The message's length. Throws when no answer is owed, and for a text or an array that does not fit: both are our own mistake.</returns>
    public int Seal(byte[] plain, int plainCount, byte[] answer)
    {
        if (!_isOwed)
        {
            throw new InvalidOperationException("No answer is owed.");
        }

        if (plainCount < 0 || plainCount > SealedMessage.PlainMax)
        {
            throw new ArgumentOutOfRangeException(nameof(plainCount));
        }

        int bodyCount = PaddedCount(plainCount);

        if (answer.Length < SealedMessage.HeaderBytes + bodyCount + SealedMessage.TagBytes)
        {
            throw new ArgumentException("Too small for the answer.", nameof(answer));
        }

        _isOwed = false;

        int count = SealedMessage.Write(_kept, (Purpose)_question[SealedMessage.PurposeAt], Step.Sealed, false, bodyCount);
        Array.Copy(_question, SealedMessage.DeviceIdAt, _kept, SealedMessage.DeviceIdAt, FixedIds);
        SealedMessage.PutCounter(_kept, SealedMessage.CounterAt, _last);

        _kept[SealedMessage.BodyAt] = (byte)(plainCount >> 8);
        _kept[SealedMessage.BodyAt + 1] = (byte)plainCount;
        Array.Copy(plain, 0, _kept, SealedMessage.BodyAt + LengthBytes, plainCount);
        Turn(_encryptDown, _kept, SealedMessage.BodyAt, bodyCount);

        int tagAt = SealedMessage.HeaderBytes + bodyCount;
        _hmac.Compute(_macDown, KeySchedule.KeyBytes, _kept, 0, tagAt, _kept, tagAt);
        _keptCount = count;

        return Kept(answer);
    }

    /// <summary>Writes the answer to the last question once more, the very bytes.</summary>
    /// <returns>Its length; 0 when none is kept.</returns>
    public int Kept(byte[] answer)
    {
        Array.Copy(_kept, 0, answer, 0, _keptCount);

        return _keptCount;
    }

    /// <summary>Ends the channel: every key and the kept answer become zeros, and everything is refused from here on.</summary>
    public void Clear()
    {
        _isOver = true;
        _isOwed = false;
        _keptCount = 0;
        Array.Clear(_encryptUp, 0, _encryptUp.Length);
        Array.Clear(_macUp, 0, _macUp.Length);
        Array.Clear(_encryptDown, 0, _encryptDown.Length);
        Array.Clear(_macDown, 0, _macDown.Length);
        Array.Clear(_scratch, 0, _scratch.Length);
        Array.Clear(_kept, 0, _kept.Length);
        Array.Clear(_asked, 0, _asked.Length);
    }

    private static int PaddedCount(int plainCount)
    {
        int blocks = (plainCount + LengthBytes + SealedMessage.BlockBytes - 1) / SealedMessage.BlockBytes;

        return blocks * SealedMessage.BlockBytes;
    }

    private bool IsAskedAgain(byte[] message, int count)
    {
        Digest(message, count, _scratch);

        return _keptCount > 0 && ConstantTime.AreEqual(_scratch, 0, _asked, 0, Sha256.HashBytes);
    }

    private void Digest(byte[] message, int count, byte[] hash)
    {
        _hash.Reset();
        _hash.Add(message, 0, count);
        _hash.Finish(hash, 0);
    }

    private bool HasRightTag(byte[] message, int bodyCount)
    {
        int tagAt = SealedMessage.HeaderBytes + bodyCount;
        _hmac.Compute(_macUp, KeySchedule.KeyBytes, message, 0, tagAt, _scratch, 0);

        return ConstantTime.AreEqual(_scratch, 0, message, tagAt, SealedMessage.TagBytes);
    }

    // The text out of an opened body that stands at the beginning of _kept, or -1. It leaves the fewest blocks and only zeros behind it.
    private int Unpad(int bodyCount, byte[] plain)
    {
        int plainCount = (_kept[0] << 8) | _kept[1];
        int behind = 0;

        if (plainCount > SealedMessage.PlainMax || PaddedCount(plainCount) != bodyCount)
        {
            return -1;
        }

        for (int i = LengthBytes + plainCount; i < bodyCount; i++)
        {
            behind |= _kept[i];
        }

        if (behind != 0)
        {
            return -1;
        }

        Array.Clear(plain, 0, plain.Length);
        Array.Copy(_kept, LengthBytes, plain, 0, plainCount);

        return plainCount;
    }

    // Both ways: each block of 32 bytes meets the HMAC of its counter and its number.
    private void Turn(byte[] key, byte[] bytes, int at, int count)
    {
        SealedMessage.PutCounter(_place, 0, _last);

        for (int done = 0; done < count; done += KeySchedule.KeyBytes)
        {
            int block = done / KeySchedule.KeyBytes;
            _place[10] = (byte)(block >> 8);
            _place[11] = (byte)block;
            _hmac.Compute(key, KeySchedule.KeyBytes, _place, 0, _place.Length, _scratch, 0);

            for (int i = 0; i < KeySchedule.KeyBytes; i++)
            {
                bytes[at + done + i] ^= _scratch[i];
            }
        }
    }
}
