using ToyGuard.Core.Crypto;
using ToyGuard.Core.Seal;
using ToyGuard.Fakes;

namespace ToyGuard.Core.Tests.Seal;

/// <summary>Goal: every key and tag is the vectors' one, and no bit of what it depends on can be otherwise. Method: the vectors, then each bit of a message turned.</summary>
[TestClass]
public class KeyScheduleTests
{
    [TestMethod]
    [DataRow("claim")]
    [DataRow("invite")]
    [DataRow("welcome")]
    [DataRow("wifi")]
    [DataRow("move")]
    [DataRow("forgot")]
    public void Keys_OfACode_AreTheVectors(string talk)
    {
        KeySchedule keys = new KeySchedule(new ManagedHmac());
        byte[] proof = Talk.Of(talk + ".proof");
        byte[] accept = Talk.Of(talk + ".accept");
        byte[] pairKey = new byte[KeySchedule.KeyBytes];
        byte[] key = new byte[KeySchedule.KeyBytes];

        keys.PairKey(Talk.Of(talk + ".code"), proof, Talk.NumberOf(talk + ".role"), pairKey);
        Assert.AreEqual(PairingVectors.At(talk + ".pairKey"), Hex.Text(pairKey));

        keys.ChannelKey(pairKey, accept, key);
        Assert.AreEqual(PairingVectors.At(talk + ".channelKey"), Hex.Text(key));

        Assert.IsTrue(keys.IsTagRight(pairKey, TagUse.Proof, proof, 0));
        Assert.IsTrue(keys.IsTagRight(key, TagUse.Accept, accept, SealedMessage.ChannelBodyBytes));
        AssertTagIsWritten(keys, pairKey, TagUse.Proof, proof);
        AssertTagIsWritten(keys, key, TagUse.Accept, accept);

        if (talk != "wifi")
        {
            keys.PhoneKey(pairKey, Talk.Of(talk + ".keyPhoneId"), 0, key);
            Assert.AreEqual(PairingVectors.At(talk + ".phoneKey"), Hex.Text(key));
        }
    }

    [TestMethod]
    [DataRow("claim")]
    [DataRow("welcome")]
    [DataRow("quick")]
    [DataRow("wait")]
    public void Challenge_FromItsMessage_IsTheVectors(string talk)
    {
        KeySchedule keys = new KeySchedule(new ManagedHmac());
        byte[] nonce = new byte[SealedMessage.NonceBytes];

        keys.Challenge(Talk.Of("bootKey"), Talk.Of(talk + ".challenge"), Talk.NumberOf(talk + ".slot"), nonce, 0);
        Assert.AreEqual(PairingVectors.At(talk + ".deviceNonce"), Hex.Text(nonce));

        keys.Challenge(Talk.Of("bootKey"), Talk.Of(talk + ".proof"), Talk.NumberOf(talk + ".slot"), nonce, 0);
        Assert.AreEqual(PairingVectors.At(talk + ".deviceNonce"), Hex.Text(nonce));

        keys.Challenge(Talk.Of("bootKey"), Talk.Of(talk + ".proof"), Talk.NumberOf(talk + ".slot") + 1, nonce, 0);
        Assert.IsFalse(PairingVectors.At(talk + ".deviceNonce") == Hex.Text(nonce));
    }

    // Nothing is kept of a challenge: a field that it did not cover could be swapped under it.
    [TestMethod]
    [Req("AUTH-04")]
    [DataRow("claim")]
    [DataRow("quick")]
    public void Challenge_EveryOtherPurposeIdAndNonce_IsAnother(string talk)
    {
        KeySchedule keys = new KeySchedule(new ManagedHmac());
        byte[] proof = Talk.Of(talk + ".proof");
        byte[] nonce = new byte[SealedMessage.NonceBytes];

        for (int bit = SealedMessage.PurposeAt * 8; bit < SealedMessage.DeviceNonceAt * 8; bit++)
        {
            int at = bit / 8;

            if (at == SealedMessage.PurposeAt || at >= SealedMessage.DeviceIdAt)
            {
                keys.Challenge(Talk.Of("bootKey"), Talk.Flipped(proof, bit), Talk.NumberOf(talk + ".slot"), nonce, 0);
                Assert.IsFalse(ConstantTime.AreEqual(proof, SealedMessage.DeviceNonceAt, nonce, 0, SealedMessage.NonceBytes), "bit " + bit);
            }
        }
    }

    [TestMethod]
    [DataRow("quick")]
    [DataRow("full")]
    public void Keys_OfASession_AreTheVectors(string talk)
    {
        KeySchedule keys = new KeySchedule(new ManagedHmac());
        byte[] phoneKey = Talk.Of(talk + ".phoneKey");
        byte[] proof = Talk.Of(talk + ".proof");
        byte[] accept = Talk.Of(talk + ".accept");
        byte[] baseKey = new byte[KeySchedule.KeyBytes];
        byte[] key = new byte[KeySchedule.KeyBytes];
        bool isFull = talk == "full";

        if (isFull)
        {
            keys.FullKey(phoneKey, Talk.Of("pin.check"), proof, baseKey);
            keys.PinTag(baseKey, key, 0);
            Assert.AreEqual(PairingVectors.At("full.fullKey"), Hex.Text(baseKey));
            Assert.AreEqual(PairingVectors.At("full.pinTag"), Hex.Text(key));
            Assert.IsTrue(keys.IsPinTagRight(baseKey, proof));
        }
        else
        {
            keys.QuickKey(phoneKey, proof, baseKey);
            Assert.AreEqual(PairingVectors.At("quick.quickKey"), Hex.Text(baseKey));
        }

        keys.ChannelKey(baseKey, accept, key);
        Assert.AreEqual(PairingVectors.At(talk + ".channelKey"), Hex.Text(key));
        AssertTagIsWritten(keys, phoneKey, TagUse.SignIn, proof);
        AssertTagIsWritten(keys, key, TagUse.Accept, accept);
    }

    [TestMethod]
    [DataRow("refused", 1, 0)]
    [DataRow("wait", 2, 3600)]
    [DataRow("noPin", 3, 0)]
    public void Refusal_OfASession_IsTheVectors(string talk, int status, int wait)
    {
        KeySchedule keys = new KeySchedule(new ManagedHmac());
        byte[] accept = Talk.Of(talk + ".accept");

        AssertTagIsWritten(keys, Talk.Of(talk + ".phoneKey"), TagUse.Refuse, accept);
        Assert.AreEqual(status, (int)accept[SealedMessage.BodyAt]);
        Assert.AreEqual(wait, (accept[SealedMessage.BodyAt + 6] << 8) | accept[SealedMessage.BodyAt + 7]);
    }

    // A wrong PIN's proof is right in all but its body.
    [TestMethod]
    [Req("AUTH-04")]
    public void IsPinTagRight_OfAWrongPin_IsFalse()
    {
        KeySchedule keys = new KeySchedule(new ManagedHmac());
        byte[] proof = Talk.Of("refused.proof");
        byte[] fullKey = new byte[KeySchedule.KeyBytes];

        keys.FullKey(Talk.Of("refused.phoneKey"), Talk.Of("pin.check"), proof, fullKey);
        Assert.IsTrue(keys.IsTagRight(Talk.Of("refused.phoneKey"), TagUse.SignIn, proof, SealedMessage.FullBodyBytes));
        Assert.IsFalse(keys.IsPinTagRight(fullKey, proof));
    }

    [TestMethod]
    public void Check_AndItsProofs_AreTheVectors()
    {
        KeySchedule keys = new KeySchedule(new ManagedHmac());
        byte[] check = new byte[KeySchedule.KeyBytes];
        byte[] proof = new byte[KeySchedule.KeyBytes];

        keys.Check(Talk.Of("pin.base"), Talk.Of("pin.deviceSalt"), check);
        Assert.AreEqual(PairingVectors.At("pin.check"), Hex.Text(check));

        keys.PinProof(check, Talk.Of("welcome.accept"), proof);
        Assert.AreEqual(PairingVectors.At("welcome.pinProof"), Hex.Text(proof));

        keys.PinProof(check, Talk.Of("wifi.accept"), proof);
        Assert.AreEqual(PairingVectors.At("wifi.pinProof"), Hex.Text(proof));
    }

    // What a device does with a proof of purposes 1 to 6: the key is made from the very message, so a turned bit spoils key, tag or both.
    [TestMethod]
    [Req("AUTH-04")]
    [DataRow("claim")]
    [DataRow("move")]
    public void Proof_EveryFlip_IsNoMessageOrHasAWrongTag(string talk)
    {
        KeySchedule keys = new KeySchedule(new ManagedHmac());
        byte[] proof = Talk.Of(talk + ".proof");
        byte[] code = Talk.Of(talk + ".code");
        byte[] pairKey = new byte[KeySchedule.KeyBytes];

        for (int bit = 0; bit < proof.Length * 8; bit++)
        {
            byte[] flipped = Talk.Flipped(proof, bit);
            MessageHead head = SealedMessage.Read(flipped, flipped.Length);

            if (head.Fault == MessageFault.None && head.Purpose != Purpose.Session)
            {
                keys.PairKey(code, flipped, Talk.NumberOf(talk + ".role"), pairKey);
                Assert.IsFalse(keys.IsTagRight(pairKey, TagUse.Proof, flipped, head.BodyCount), "bit " + bit);
            }
        }
    }

    [TestMethod]
    [Req("AUTH-04")]
    [DataRow("quick.proof", 2)]
    [DataRow("full.proof", 2)]
    [DataRow("refused.accept", 3)]
    public void TagUnderThePhoneKey_EveryFlip_IsNoMessageOrWrong(string path, int use)
    {
        KeySchedule keys = new KeySchedule(new ManagedHmac());
        byte[] message = Talk.Of(path);
        byte[] phoneKey = Talk.Of("quick.phoneKey");

        Assert.IsTrue(keys.IsTagRight(phoneKey, (TagUse)use, message, SealedMessage.Read(message, message.Length).BodyCount));

        for (int bit = 0; bit < message.Length * 8; bit++)
        {
            byte[] flipped = Talk.Flipped(message, bit);
            MessageHead head = SealedMessage.Read(flipped, flipped.Length);

            if (head.Fault == MessageFault.None)
            {
                Assert.IsFalse(keys.IsTagRight(phoneKey, (TagUse)use, flipped, head.BodyCount), "bit " + bit);
            }
        }
    }

    // The other end's check: the channel key is made from the accept as it came.
    [TestMethod]
    [Req("AUTH-04")]
    [DataRow("claim", "claim.pairKey")]
    [DataRow("full", "full.fullKey")]
    public void Accept_EveryFlip_IsNoMessageOrHasAWrongTag(string talk, string baseKey)
    {
        KeySchedule keys = new KeySchedule(new ManagedHmac());
        byte[] accept = Talk.Of(talk + ".accept");
        byte[] from = Talk.Of(baseKey);
        byte[] channelKey = new byte[KeySchedule.KeyBytes];

        for (int bit = 0; bit < accept.Length * 8; bit++)
        {
            byte[] flipped = Talk.Flipped(accept, bit);
            MessageHead head = SealedMessage.Read(flipped, flipped.Length);

            if (head.Fault == MessageFault.None)
            {
                keys.ChannelKey(from, flipped, channelKey);
                Assert.IsFalse(keys.IsTagRight(channelKey, TagUse.Accept, flipped, head.BodyCount), "bit " + bit);
            }
        }
    }

    [TestMethod]
    public void PairKey_EveryRole_IsAnother()
    {
        KeySchedule keys = new KeySchedule(new ManagedHmac());
        byte[] proof = Talk.Of("invite.proof");
        byte[] pairKey = new byte[KeySchedule.KeyBytes];

        for (int role = 0; role < 4; role++)
        {
            keys.PairKey(Talk.Of("invite.code"), proof, role, pairKey);
            Assert.AreEqual(role == 2, keys.IsTagRight(pairKey, TagUse.Proof, proof, 0), "role " + role);
        }
    }

    // One tag for another would let an answer stand for a proof.
    [TestMethod]
    public void IsTagRight_ForAnotherUse_IsFalse()
    {
        KeySchedule keys = new KeySchedule(new ManagedHmac());
        byte[] proof = Talk.Of("full.proof");

        for (int use = 0; use < 4; use++)
        {
            Assert.AreEqual(use == (int)TagUse.SignIn, keys.IsTagRight(Talk.Of("full.phoneKey"), (TagUse)use, proof, SealedMessage.FullBodyBytes), "use " + use);
        }
    }

    private static void AssertTagIsWritten(KeySchedule keys, byte[] key, TagUse use, byte[] message)
    {
        byte[] written = Bytes.Part(message, 0, message.Length);
        int bodyCount = message.Length - SealedMessage.HeaderBytes - SealedMessage.TagBytes;

        for (int at = message.Length - SealedMessage.TagBytes; at < message.Length; at++)
        {
            written[at] = 0xEE;
        }

        Assert.IsFalse(keys.IsTagRight(key, use, written, bodyCount));
        keys.WriteTag(key, use, written, bodyCount);
        Assert.AreEqual(Hex.Text(message), Hex.Text(written));
        Assert.IsTrue(keys.IsTagRight(key, use, written, bodyCount));
    }
}
