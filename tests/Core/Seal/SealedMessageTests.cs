using System;

using ToyGuard.Core.Seal;
using ToyGuard.Fakes;

namespace ToyGuard.Core.Tests.Seal;

/// <summary>Goal: bytes are one message or none. Method: the vectors' messages whole, at every length, with every bit of the head turned, and every kind that a head can name.</summary>
[TestClass]
public class SealedMessageTests
{
    [TestMethod]
    [DataRow("claim.begin", 1, 1, true, 0)]
    [DataRow("claim.challenge", 1, 2, false, 0)]
    [DataRow("claim.proof", 1, 3, true, 0)]
    [DataRow("claim.accept", 1, 4, false, 16)]
    [DataRow("claim.sealed.0.questionMessage", 1, 5, true, 192)]
    [DataRow("claim.sealed.1.answerMessage", 1, 5, false, 64)]
    [DataRow("quick.begin", 8, 1, true, 0)]
    [DataRow("quick.proof", 8, 3, true, 0)]
    [DataRow("full.proof", 8, 3, true, 32)]
    [DataRow("full.accept", 8, 4, false, 24)]
    [DataRow("refused.accept", 8, 4, false, 24)]
    [DataRow("full.sealed.3.answerMessage", 9, 5, false, 192)]
    public void Read_Vectors_AreWhatTheyAre(string path, int purpose, int step, bool isToDevice, int bodyCount)
    {
        byte[] message = Talk.Of(path);
        MessageHead head = SealedMessage.Read(message, message.Length);

        Assert.AreEqual((int)MessageFault.None, (int)head.Fault);
        Assert.AreEqual(purpose, (int)head.Purpose);
        Assert.AreEqual(step, (int)head.Step);
        Assert.AreEqual(isToDevice, head.IsToDevice);
        Assert.AreEqual(bodyCount, head.BodyCount);
        Assert.AreEqual(step == 5, head.Counter > 0L);
    }

    [TestMethod]
    [Req("WEB-04")]
    [DataRow("claim.begin")]
    [DataRow("claim.challenge")]
    [DataRow("claim.accept")]
    [DataRow("full.proof")]
    [DataRow("full.accept")]
    [DataRow("full.sealed.1.questionMessage")]
    public void Read_EveryPrefixAndOneByteMore_IsNone(string path)
    {
        byte[] message = Bytes.Join(Talk.Of(path), new byte[1]);

        for (int count = 0; count <= message.Length; count++)
        {
            bool isWhole = count == message.Length - 1;
            byte[] part = Bytes.Part(message, 0, count);
            Assert.AreEqual(isWhole, SealedMessage.Read(part, count).Fault == MessageFault.None, "length " + count);
            Assert.AreEqual(isWhole, SealedMessage.Read(message, count).Fault == MessageFault.None, "length in a longer array " + count);
        }

        Assert.AreEqual((int)MessageFault.Length, (int)SealedMessage.Read(message, message.Length + 1).Fault);
        Assert.AreEqual((int)MessageFault.Length, (int)SealedMessage.Read(message, -1).Fault);
    }

    // Begin and challenge have no tag: only an id and a nonce may be otherwise, or the purpose; or a begin becomes a proof without a right tag.
    [TestMethod]
    [Req("WEB-04")]
    [DataRow("claim.begin", false)]
    [DataRow("quick.begin", true)]
    [DataRow("claim.challenge", false)]
    [DataRow("quick.challenge", true)]
    public void Read_EveryFlipWithoutATag_IsNoneOrAnotherIdOrNonce(string path, bool isNamed)
    {
        byte[] message = Talk.Of(path);
        bool hasDeviceNonce = message[SealedMessage.StepAt] == (byte)Step.Challenge;

        for (int bit = 0; bit < message.Length * 8; bit++)
        {
            int at = bit / 8;
            byte[] flipped = Talk.Flipped(message, bit);
            int purpose = flipped[SealedMessage.PurposeAt];
            bool isOther = (at >= SealedMessage.DeviceIdAt && at < SealedMessage.PhoneIdAt)
                || (at >= SealedMessage.PhoneIdAt && at < SealedMessage.PhoneNonceAt && isNamed)
                || (at >= SealedMessage.PhoneNonceAt && at < SealedMessage.DeviceNonceAt)
                || (at >= SealedMessage.DeviceNonceAt && at < SealedMessage.CounterAt && hasDeviceNonce)
                || (at == SealedMessage.StepAt && flipped[at] == (byte)Step.Proof && !hasDeviceNonce)
                || (at == SealedMessage.PurposeAt && ((purpose >= 1 && purpose <= 6 && !isNamed) || purpose == 8));
            Assert.AreEqual(isOther, SealedMessage.Read(flipped, flipped.Length).Fault == MessageFault.None, "bit " + bit);
        }
    }

    // pairing.md, "Steps", as a table: what a body may be long for this purpose, step and direction.
    [TestMethod]
    public void Read_EveryPurposeStepAndDirection_TakesOnlyTheTable()
    {
        byte[] message = new byte[SealedMessage.MessageMax];

        for (int kind = 0; kind < 11 * 7 * 4; kind++)
        {
            int purpose = kind % 11;
            int step = kind / 11 % 7;
            int direction = kind / 77;

            for (int i = 0; i < s_lengths.Length; i++)
            {
                int bodyCount = s_lengths[i];
                byte[] head = new byte[] { (byte)'T', (byte)'G', 1, (byte)purpose, (byte)step, (byte)direction, (byte)(bodyCount >> 8), (byte)bodyCount };
                Array.Copy(head, 0, message, 0, head.Length);
                message[SealedMessage.CounterAt + 7] = (byte)(step == 5 ? 1 : 0);
                bool isTaken = SealedMessage.Read(message, SealedMessage.HeaderBytes + bodyCount + SealedMessage.TagBytes).Fault == MessageFault.None;
                Assert.AreEqual(IsInTable(purpose, step, direction, bodyCount), isTaken, "purpose " + purpose + " step " + step + " direction " + direction + " body " + bodyCount);
            }
        }
    }

    [TestMethod]
    public void Read_CounterWhereNoneIsOrNone_IsNone()
    {
        byte[] proof = Talk.Of("quick.proof");
        proof[SealedMessage.CounterAt + 7] = 1;
        Assert.AreEqual((int)MessageFault.Counter, (int)SealedMessage.Read(proof, proof.Length).Fault);

        byte[] question = Talk.Of("quick.sealed.0.questionMessage");
        question[SealedMessage.CounterAt + 7] = 0;
        Assert.AreEqual((int)MessageFault.Counter, (int)SealedMessage.Read(question, question.Length).Fault);

        question[SealedMessage.CounterAt] = 0x80;
        Assert.AreEqual((int)MessageFault.Counter, (int)SealedMessage.Read(question, question.Length).Fault);

        question[SealedMessage.CounterAt] = 0x7F;
        Assert.IsTrue(SealedMessage.Read(question, question.Length).Counter == 0x7F00000000000000L);
    }

    [TestMethod]
    public void Read_ZerosOfASessionsAccept_AreZeros()
    {
        byte[] accept = Talk.Of("full.accept");

        for (int at = SealedMessage.BodyAt + 1; at < SealedMessage.BodyAt + 4; at++)
        {
            accept[at] = 1;
            Assert.AreEqual((int)MessageFault.NotZero, (int)SealedMessage.Read(accept, accept.Length).Fault, "at " + at);
            accept[at] = 0;
        }
    }

    // Only a session's phone names itself before it is known.
    [TestMethod]
    [DataRow("claim.begin")]
    [DataRow("claim.challenge")]
    [DataRow("claim.proof")]
    public void Read_PhoneIdBeforeThereIsOne_IsNone(string path)
    {
        byte[] message = Talk.Of(path);
        message[SealedMessage.PhoneIdAt + 7] = 1;
        Assert.AreEqual((int)MessageFault.NotZero, (int)SealedMessage.Read(message, message.Length).Fault);
    }

    [TestMethod]
    [Req("WEB-04")]
    public void Read_BytesByChance_AreNone()
    {
        Chance chance = new Chance(6);
        byte[] bytes = new byte[200];

        for (int i = 0; i < 300; i++)
        {
            int count = chance.Below(bytes.Length + 1);

            for (int at = 0; at < count; at++)
            {
                bytes[at] = (byte)chance.Next();
            }

            Assert.IsTrue(SealedMessage.Read(bytes, count).Fault != MessageFault.None, "case " + i);
        }
    }

    [TestMethod]
    public void Write_OverOldBytes_LeavesOnlyTheHead()
    {
        byte[] message = new byte[130];

        for (int i = 0; i < message.Length; i++)
        {
            message[i] = 0xEE;
        }

        int count = SealedMessage.Write(message, Purpose.Session, Step.Proof, true, SealedMessage.FullBodyBytes);

        Assert.AreEqual(128, count);
        Assert.AreEqual("5447010803010020", Hex.Text(Bytes.Part(message, 0, 8)));
        Assert.AreEqual(Hex.Text(new byte[120]), Hex.Text(Bytes.Part(message, 8, 120)));
        Assert.AreEqual((byte)0xEE, message[128]);
    }

    [TestMethod]
    public void Write_WhatReadWouldNotTake_Throws()
    {
        byte[] message = new byte[SealedMessage.MessageMax];

        Check.Throws(typeof(ArgumentException), () => SealedMessage.Write(message, Purpose.None, Step.Begin, true, 0));
        Check.Throws(typeof(ArgumentException), () => SealedMessage.Write(message, Purpose.Door, Step.Begin, true, 0));
        Check.Throws(typeof(ArgumentException), () => SealedMessage.Write(message, Purpose.Claim, Step.Begin, false, 0));
        Check.Throws(typeof(ArgumentException), () => SealedMessage.Write(message, Purpose.Claim, Step.Accept, false, 24));
        Check.Throws(typeof(ArgumentException), () => SealedMessage.Write(message, Purpose.Door, Step.Sealed, false, 3136));
    }

    [TestMethod]
    [DataRow("claim.begin", "claim.challenge", 2)]
    [DataRow("quick.begin", "quick.challenge", 2)]
    public void WriteAnswer_Begin_IsTheChallengeButForWhatTheDeviceDraws(string question, string answer, int step)
    {
        byte[] expected = Talk.Of(answer);
        byte[] written = new byte[SealedMessage.MessageMax];
        int count = SealedMessage.WriteAnswer(Talk.Of(question), written, (Step)step, 0);

        Array.Copy(expected, SealedMessage.DeviceIdAt, written, SealedMessage.DeviceIdAt, SealedMessage.IdBytes);
        Array.Copy(expected, SealedMessage.DeviceNonceAt, written, SealedMessage.DeviceNonceAt, SealedMessage.NonceBytes);
        Assert.AreEqual(Hex.Text(expected), Hex.Text(Bytes.Part(written, 0, count)));
    }

    // One below and above every length that means something.
    private static readonly int[] s_lengths = new int[] { 0, 1, 15, 16, 17, 23, 24, 25, 31, 32, 33, 63, 64, 65, 127, 128, 3008, 3071, 3072 };

    private static bool IsInTable(int purpose, int step, int direction, int bodyCount)
    {
        bool isSession = purpose == 8;
        bool isPairing = purpose >= 1 && purpose <= 6;

        return step switch
        {
            1 => (isPairing || isSession) && direction == 1 && bodyCount == 0,
            2 => (isPairing || isSession) && direction == 2 && bodyCount == 0,
            3 => (isPairing || isSession) && direction == 1 && (bodyCount == 0 || (isSession && bodyCount == 32)),
            4 => direction == 2 && ((isPairing && bodyCount == 16) || (isSession && bodyCount == 24)),
            5 => (isPairing || purpose == 9) && (direction == 1 || direction == 2) && bodyCount > 0 && bodyCount % 64 == 0,
            _ => false,
        };
    }
}
