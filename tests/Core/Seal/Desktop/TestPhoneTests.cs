using System;
using System.Security.Cryptography;
using System.Text;

using ToyGuard.Core.Crypto;
using ToyGuard.Core.Seal;
using ToyGuard.Fakes;

namespace ToyGuard.Core.Tests.Seal;

/// <summary>Goal: the phone of the tests speaks the same protocol, though it shares no line. Method: the vectors, and a device that is nothing but Core/Seal.</summary>
[TestClass]
public class TestPhoneTests
{
    private const int Slot = 3;

    private static readonly byte[] s_device = { 1, 2, 3, 4, 5, 6, 7, 8 };
    private static readonly byte[] s_bootKey = new byte[32];
    private static readonly byte[] s_deviceSalt = new byte[16];

    [TestMethod]
    public void Question_OfTheVectors_IsTheVectors()
    {
        byte[] accept = Talk.Of("full.accept");
        PhoneChannel channel = new(9, accept[8..16], accept[16..24], accept[24..40], accept[72..88], Talk.Of("full.channelKey"));

        for (int i = 0; i < 5; i++)
        {
            string exchange = "full.sealed." + i;
            Assert.AreEqual(PairingVectors.At(exchange + ".questionMessage"), Hex.Text(channel.Question(PairingVectors.At(exchange + ".question"))));
            Assert.AreEqual(PairingVectors.At(exchange + ".answer"), channel.Answer(Talk.Of(exchange + ".answerMessage")));
            Assert.IsNull(channel.Answer(Talk.Flipped(Talk.Of(exchange + ".answerMessage"), 600 + i)));
        }
    }

    [TestMethod]
    public void Code_OfTheVectors_IsRead()
    {
        Assert.AreEqual(PairingVectors.At("claim.code"), Hex.Text(PhoneBytes.CodeOf(PairingVectors.At("claim.codeText"))));
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void ClaimThenSignIn_WithCoreSealAsTheDevice_OpensBoth(bool full)
    {
        SmallDevice device = new();
        TestPhone phone = new(device.Take);

        Assert.IsTrue(phone.Open(1, Base32.Write(device.Code), 1));
        Assert.AreEqual(true, phone.Ask(new { op = "pin" })?.IsOk);
        Assert.AreEqual(Hex.Text(device.PhoneKey), Hex.Text(phone.PhoneKey));

        phone.Pin = "739154";
        phone.PhoneSalt = RandomNumberGenerator.GetBytes(16);
        phone.DeviceSalt = s_deviceSalt;
        new KeySchedule(new ManagedHmac()).Check(phone.PinBase, s_deviceSalt, device.Check);

        Assert.IsTrue(phone.SignIn(full));
        Assert.AreEqual(0, phone.Status);
        PhoneAnswer first = phone.Ask(new { op = "look" })!;
        Assert.IsTrue(first.IsOk);
        Assert.AreEqual("2", first["asked"]);
        Assert.AreEqual("2", phone.AskAgain()!["asked"]);
        Assert.AreEqual("3", phone.Ask(new { op = "look" })!["asked"]);

        phone.Pin = "739155";
        Assert.AreEqual(!full, phone.SignIn(full));
        Assert.AreEqual(full ? 1 : 0, phone.Status);
    }

    [TestMethod]
    public void Open_WithAnotherCode_IsRefused()
    {
        TestPhone phone = new(new SmallDevice().Take);

        Assert.IsFalse(phone.Open(1, "0000000000000000", 1));
        Assert.IsNull(phone.Channel);
    }

    // Begin to sealed as pairing.md has them, with every window open and nobody counting.
    private sealed class SmallDevice
    {
        private readonly KeySchedule _keys = new(new ManagedHmac());
        private readonly byte[] _plain = new byte[SealedMessage.PlainMax];
        private SealedChannel? _channel;
        private int _asked;

        public byte[] Code { get; } = RandomNumberGenerator.GetBytes(10);

        public byte[] PhoneKey { get; } = new byte[32];

        public byte[] Check { get; } = new byte[32];

        public byte[]? Take(byte[] message)
        {
            MessageHead head = SealedMessage.Read(message, message.Length);
            byte[] answer = new byte[SealedMessage.MessageMax];

            if (head.Fault != MessageFault.None || !head.IsToDevice)
            {
                return null;
            }

            int count = head.Step switch
            {
                Step.Begin => Challenge(message, answer),
                Step.Proof => head.Purpose == Purpose.Session ? SignIn(message, head, answer) : Accept(message, answer),
                _ => Sealed(message, answer),
            };

            return count == 0 ? null : answer[..count];
        }

        private int Challenge(byte[] begin, byte[] answer)
        {
            int count = SealedMessage.WriteAnswer(begin, answer, Step.Challenge, 0);
            s_device.CopyTo(answer, SealedMessage.DeviceIdAt);
            _keys.Challenge(s_bootKey, answer, Slot, answer, SealedMessage.DeviceNonceAt);
            return count;
        }

        private bool IsOurs(byte[] proof)
        {
            byte[] nonce = new byte[SealedMessage.NonceBytes];
            _keys.Challenge(s_bootKey, proof, Slot, nonce, 0);
            return nonce.AsSpan().SequenceEqual(proof.AsSpan(SealedMessage.DeviceNonceAt, nonce.Length));
        }

        private int Accept(byte[] proof, byte[] answer)
        {
            byte[] pairKey = new byte[32];
            byte[] channelKey = new byte[32];
            _keys.PairKey(Code, proof, 1, pairKey);

            if (!IsOurs(proof) || !_keys.IsTagRight(pairKey, TagUse.Proof, proof, 0))
            {
                return 0;
            }

            int count = SealedMessage.WriteAnswer(proof, answer, Step.Accept, SealedMessage.ChannelBodyBytes);
            RandomNumberGenerator.Fill(answer.AsSpan(SealedMessage.PhoneIdAt, SealedMessage.IdBytes));
            RandomNumberGenerator.Fill(answer.AsSpan(SealedMessage.BodyAt, SealedMessage.ChannelBodyBytes));
            _keys.ChannelKey(pairKey, answer, channelKey);
            _keys.WriteTag(channelKey, TagUse.Accept, answer, SealedMessage.ChannelBodyBytes);
            _keys.PhoneKey(pairKey, answer, SealedMessage.PhoneIdAt, PhoneKey);
            _channel = new SealedChannel(new ManagedHmac(), channelKey, answer);
            return count;
        }

        private int SignIn(byte[] proof, MessageHead head, byte[] answer)
        {
            if (!IsOurs(proof) || !_keys.IsTagRight(PhoneKey, TagUse.SignIn, proof, head.BodyCount))
            {
                return 0;
            }

            byte[] baseKey = new byte[32];
            byte[] channelKey = new byte[32];
            int count = SealedMessage.WriteAnswer(proof, answer, Step.Accept, SealedMessage.SessionBodyBytes);

            if (head.BodyCount == 0)
            {
                _keys.QuickKey(PhoneKey, proof, baseKey);
            }
            else
            {
                _keys.FullKey(PhoneKey, Check, proof, baseKey);

                if (!_keys.IsPinTagRight(baseKey, proof))
                {
                    answer[SealedMessage.BodyAt] = 1;
                    _keys.WriteTag(PhoneKey, TagUse.Refuse, answer, SealedMessage.SessionBodyBytes);
                    return count;
                }
            }

            RandomNumberGenerator.Fill(answer.AsSpan(SealedMessage.BodyAt + 8, SealedMessage.NonceBytes));
            _keys.ChannelKey(baseKey, answer, channelKey);
            _keys.WriteTag(channelKey, TagUse.Accept, answer, SealedMessage.SessionBodyBytes);
            _channel = new SealedChannel(new ManagedHmac(), channelKey, answer);
            return count;
        }

        private int Sealed(byte[] message, byte[] answer)
        {
            ChannelReading reading = _channel!.Open(message, message.Length, _plain, out int _);

            if (reading == ChannelReading.Fresh)
            {
                _asked++;
                byte[] text = Encoding.UTF8.GetBytes("{\"ok\":true,\"asked\":" + _asked + "}");
                return _channel.Seal(text, text.Length, answer);
            }

            return reading == ChannelReading.Repeated ? _channel.Kept(answer) : 0;
        }
    }
}
