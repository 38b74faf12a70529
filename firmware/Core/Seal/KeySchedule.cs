using System;

using ToyGuard.Core.Crypto;

namespace ToyGuard.Core.Seal;

/// <summary>Every key and tag of pairing.md, "Keys": each one an HMAC of fixed fields behind a text of its own. One thread at a time; keeps no key.</summary>
public sealed class KeySchedule
{
    /// <summary>Bytes of every key but a code.</summary>
    public const int KeyBytes = 32;

    /// <summary>Bytes of a claim code, an invitation's code and a ticket.</summary>
    public const int CodeBytes = 10;

    /// <summary>Bytes of a salt: the phone's and the device's.</summary>
    public const int SaltBytes = 16;

    private readonly IHmac _hmac;
    private readonly byte[] _fields = new byte[KeyBytes + SealedMessage.HeaderBytes];
    private readonly byte[] _key = new byte[KeyBytes];
    private readonly byte[] _tag = new byte[KeyBytes];
    private int _count;

    /// <summary>Keys made with this HMAC.</summary>
    public KeySchedule(IHmac hmac)
    {
        _hmac = hmac;
    }

    /// <summary>The device's nonce in a challenge: it depends on every field of <paramref name="message"/> that it answers, so nobody has to keep it.</summary>
    /// <param name="bootKey">32 random bytes of this boot.</param>
    /// <param name="message">A challenge or a proof, its device id filled in.</param>
    /// <param name="slot">Which 30 s of this boot.</param>
    /// <param name="nonce">Takes 16 bytes.</param>
    /// <param name="at">Where they go.</param>
    public void Challenge(byte[] bootKey, byte[] message, int slot, byte[] nonce, int at)
    {
        Begin("TG1 challenge");
        Add(message[SealedMessage.PurposeAt]);
        Add(message, SealedMessage.DeviceIdAt, SealedMessage.IdBytes);
        Add(message, SealedMessage.PhoneIdAt, SealedMessage.IdBytes);
        Add(message, SealedMessage.PhoneNonceAt, SealedMessage.NonceBytes);
        Add((byte)(slot >> 24));
        Add((byte)(slot >> 16));
        Add((byte)(slot >> 8));
        Add((byte)slot);
        End(bootKey, KeyBytes, _tag, 0);
        Array.Copy(_tag, 0, nonce, at, SealedMessage.NonceBytes);
    }

    /// <summary>The key that a code gives in one conversation.</summary>
    /// <param name="code">10 bytes.</param>
    /// <param name="message">Its proof, or what answers that.</param>
    /// <param name="role">1 guardian, 2 helper, 3 viewer; 0 where the code brings none.</param>
    /// <param name="key">Takes 32 bytes.</param>
    public void PairKey(byte[] code, byte[] message, int role, byte[] key)
    {
        Begin("TG1 pair");
        Add(message[SealedMessage.PurposeAt]);
        Add(SealedMessage.Version);
        Add(message, SealedMessage.DeviceIdAt, SealedMessage.IdBytes);
        Add((byte)role);
        Add(message, SealedMessage.PhoneNonceAt, SealedMessage.NonceBytes);
        Add(message, SealedMessage.DeviceNonceAt, SealedMessage.NonceBytes);
        End(code, CodeBytes, key, 0);
    }

    /// <summary>What a paired phone keeps, made when it pairs: 32 bytes of its pair key and of its id, 8 bytes at <paramref name="idAt"/>.</summary>
    public void PhoneKey(byte[] pairKey, byte[] phoneId, int idAt, byte[] key)
    {
        Begin("TG1 phone key");
        Add(phoneId, idAt, SealedMessage.IdBytes);
        End(pairKey, KeyBytes, key, 0);
    }

    /// <summary>The key of a channel or of a session.</summary>
    /// <param name="baseKey">The pair key; in a session the full or the quick key.</param>
    /// <param name="accept">The accept, phone id and body filled in: the device drew what makes this key new.</param>
    /// <param name="key">Takes 32 bytes.</param>
    public void ChannelKey(byte[] baseKey, byte[] accept, byte[] key)
    {
        Begin("TG1 channel");
        Add(accept, SealedMessage.PhoneIdAt, SealedMessage.IdBytes);
        Add(accept, ChannelIdAt(accept), SealedMessage.NonceBytes);
        End(baseKey, KeyBytes, key, 0);
    }

    /// <summary>What the PIN adds to a session: 32 bytes of phone key, check and the proof's head.</summary>
    public void FullKey(byte[] phoneKey, byte[] check, byte[] proof, byte[] key)
    {
        Begin("");
        Add(check, 0, KeyBytes);
        Add(proof, 0, SealedMessage.HeaderBytes);
        End(phoneKey, KeyBytes, key, 0);
    }

    /// <summary>A session's key without the PIN: 32 bytes of phone key and the proof's head.</summary>
    public void QuickKey(byte[] phoneKey, byte[] proof, byte[] key)
    {
        Begin("TG1 quick");
        Add(proof, 0, SealedMessage.HeaderBytes);
        End(phoneKey, KeyBytes, key, 0);
    }

    /// <summary>The second tag, t2, which is the body of a proof for a full session; 32 bytes at <paramref name="at"/>.</summary>
    public void PinTag(byte[] fullKey, byte[] tag, int at)
    {
        Begin("TG1 t2");
        End(fullKey, KeyBytes, tag, at);
    }

    /// <summary>True when the body of <paramref name="proof"/> is <see cref="PinTag"/>. Compared in constant time.</summary>
    public bool IsPinTagRight(byte[] fullKey, byte[] proof)
    {
        PinTag(fullKey, _tag, 0);
        bool isRight = ConstantTime.AreEqual(_tag, 0, proof, SealedMessage.BodyAt, KeyBytes);
        Array.Clear(_tag, 0, KeyBytes);

        return isRight;
    }

    /// <summary>What the device keeps of a PIN: what the phone's PBKDF2 gave, salted once more, 32 bytes.</summary>
    /// <param name="pinBase">PBKDF2-HMAC-SHA-256 of the PIN and the phone's salt, 32 bytes.</param>
    /// <param name="deviceSalt">16 bytes of the device's.</param>
    /// <param name="check">Takes 32 bytes.</param>
    public void Check(byte[] pinBase, byte[] deviceSalt, byte[] check)
    {
        Begin("");
        Add(deviceSalt, 0, SaltBytes);
        End(pinBase, KeyBytes, check, 0);
    }

    /// <summary>Proves a PIN inside a channel: 32 bytes that serve in this one only.</summary>
    public void PinProof(byte[] check, byte[] accept, byte[] proof)
    {
        Begin("TG1 pin");
        Add(accept, ChannelIdAt(accept), SealedMessage.NonceBytes);
        End(check, KeyBytes, proof, 0);
    }

    /// <summary>Writes a message's tag behind its body.</summary>
    public void WriteTag(byte[] key, TagUse use, byte[] message, int bodyCount)
    {
        int count = SealedMessage.HeaderBytes + bodyCount;
        Tag(key, use, message, count, message, count);
    }

    /// <summary>True when a message that <see cref="SealedMessage.Read"/> took has the right tag. Compared in constant time.</summary>
    public bool IsTagRight(byte[] key, TagUse use, byte[] message, int bodyCount)
    {
        int count = SealedMessage.HeaderBytes + bodyCount;
        Tag(key, use, message, count, _tag, 0);
        bool isRight = ConstantTime.AreEqual(_tag, 0, message, count, KeyBytes);
        Array.Clear(_tag, 0, KeyBytes);

        return isRight;
    }

    /// <summary>Where the channel's or session's id stands in an accept.</summary>
    internal static int ChannelIdAt(byte[] accept)
    {
        return accept[SealedMessage.PurposeAt] == (byte)Purpose.Session ? SealedMessage.BodyAt + 8 : SealedMessage.BodyAt;
    }

    /// <summary>The key that stands for <paramref name="text"/> under another key.</summary>
    internal void Named(byte[] key, string text, byte[] into, int at)
    {
        Begin(text);
        End(key, KeyBytes, into, at);
    }

    private void Tag(byte[] key, TagUse use, byte[] message, int count, byte[] tag, int at)
    {
        Named(key, TextOf(use), _key, 0);
        _hmac.Compute(_key, KeyBytes, message, 0, count, tag, at);
        Array.Clear(_key, 0, KeyBytes);
    }

    private static string TextOf(TagUse use)
    {
        return use switch
        {
            TagUse.Proof => "TG1 proof",
            TagUse.Accept => "TG1 accept",
            TagUse.SignIn => "TG1 t1",
            TagUse.Refuse => "TG1 refuse",
            _ => throw new ArgumentException("No such tag.", nameof(use)),
        };
    }

    private void Begin(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            _fields[i] = (byte)text[i];
        }

        _count = text.Length;
    }

    private void Add(int value)
    {
        _fields[_count] = (byte)value;
        _count++;
    }

    private void Add(byte[] bytes, int at, int count)
    {
        Array.Copy(bytes, at, _fields, _count, count);
        _count += count;
    }

    private void End(byte[] key, int keyCount, byte[] into, int at)
    {
        _hmac.Compute(key, keyCount, _fields, 0, _count, into, at);
        Array.Clear(_fields, 0, _count);
    }
}
