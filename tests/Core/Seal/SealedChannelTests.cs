using System;

using ToyGuard.Core.Seal;
using ToyGuard.Fakes;

namespace ToyGuard.Core.Tests.Seal;

/// <summary>Goal: a channel takes each question of its phone once and in order, and says one thing to each. Method: the vectors' conversations, spoilt in every way a listener or a thief of a socket has.</summary>
[TestClass]
public class SealedChannelTests
{
    [TestMethod]
    [DataRow("claim", 2)]
    [DataRow("invite", 2)]
    [DataRow("welcome", 3)]
    [DataRow("wifi", 1)]
    [DataRow("move", 1)]
    [DataRow("forgot", 1)]
    [DataRow("quick", 2)]
    [DataRow("full", 5)]
    public void OpenAndSeal_AConversation_AreTheVectors(string talk, int count)
    {
        SealedChannel channel = Talk.Channel(talk);

        for (int i = 0; i < count; i++)
        {
            string exchange = talk + ".sealed." + i;
            Assert.AreEqual(Hex.Text(Talk.TextOf(exchange + ".question")), Hex.Text(Talk.Opened(channel, Talk.Of(exchange + ".questionMessage"))), exchange);
            Assert.AreEqual(PairingVectors.At(exchange + ".answerMessage"), Hex.Text(Talk.Answer(channel, Talk.TextOf(exchange + ".answer"))), exchange);
        }
    }

    [TestMethod]
    [Req("AUTH-04")]
    public void Open_EveryPrefix_IsRefusedAndMovesNothing()
    {
        SealedChannel channel = Talk.ChannelAfter("quick", 1);
        byte[] question = Talk.Of("quick.sealed.1.questionMessage");
        byte[] plain = new byte[SealedMessage.PlainMax];

        for (int count = 0; count < question.Length; count++)
        {
            Assert.AreEqual((int)ChannelReading.Refused, (int)channel.Open(question, count, plain, out int plainCount), "length " + count);
            Assert.AreEqual(0, plainCount);
        }

        Assert.AreEqual((int)ChannelReading.Fresh, (int)Talk.Take(channel, question));
    }

    [TestMethod]
    [Req("AUTH-04")]
    public void Open_EveryFlipOfTheNextQuestion_IsRefusedAndMovesNothing()
    {
        SealedChannel channel = Talk.ChannelAfter("quick", 1);
        byte[] question = Talk.Of("quick.sealed.1.questionMessage");
        byte[] plain = new byte[SealedMessage.PlainMax];

        for (int bit = 0; bit < question.Length * 8; bit++)
        {
            byte[] flipped = Talk.Flipped(question, bit);
            Assert.AreEqual((int)ChannelReading.Refused, (int)channel.Open(flipped, flipped.Length, plain, out int plainCount), "bit " + bit);
            Assert.AreEqual(0, plainCount);
        }

        Assert.AreEqual((int)ChannelReading.Fresh, (int)Talk.Take(channel, question));
    }

    // A repeat is known by all its bytes: one bit off and it is nothing.
    [TestMethod]
    [Req("AUTH-04")]
    public void Open_EveryFlipOfTheLastQuestion_IsRefused()
    {
        SealedChannel channel = Talk.ChannelAfter("quick", 1);
        byte[] question = Talk.Of("quick.sealed.0.questionMessage");
        byte[] plain = new byte[SealedMessage.PlainMax];

        for (int bit = 0; bit < question.Length * 8; bit++)
        {
            byte[] flipped = Talk.Flipped(question, bit);
            Assert.AreEqual((int)ChannelReading.Refused, (int)channel.Open(flipped, flipped.Length, plain, out int _), "bit " + bit);
        }

        Assert.AreEqual((int)ChannelReading.Repeated, (int)Talk.Take(channel, question));
    }

    [TestMethod]
    [Req("AUTH-04")]
    public void Open_TheLastQuestionAgain_GivesTheVeryAnswer()
    {
        SealedChannel channel = Talk.ChannelAfter("full", 2);
        string answer = PairingVectors.At("full.sealed.1.answerMessage");

        for (int i = 0; i < 3; i++)
        {
            Assert.AreEqual((int)ChannelReading.Repeated, (int)Talk.Take(channel, Talk.Of("full.sealed.1.questionMessage")));
            Assert.AreEqual(answer, Hex.Text(Talk.Kept(channel)));
        }

        Assert.AreEqual((int)ChannelReading.Fresh, (int)Talk.Take(channel, Talk.Of("full.sealed.2.questionMessage")));
    }

    // While the first answer is being worked out there is none to give, and none may be worked out twice.
    [TestMethod]
    [Req("AUTH-04")]
    public void Open_AQuestionAgainBeforeItsAnswer_IsRefused()
    {
        SealedChannel channel = Talk.ChannelAfter("quick", 1);
        byte[] question = Talk.Of("quick.sealed.1.questionMessage");

        Assert.AreEqual((int)ChannelReading.Fresh, (int)Talk.Take(channel, question));
        Assert.AreEqual((int)ChannelReading.Refused, (int)Talk.Take(channel, question));
        Assert.AreEqual(0, Talk.Kept(channel).Length);

        Talk.Answer(channel, Talk.TextOf("quick.sealed.1.answer"));
        Assert.AreEqual((int)ChannelReading.Repeated, (int)Talk.Take(channel, question));
    }

    [TestMethod]
    [Req("AUTH-04")]
    public void Seal_TwiceUnderOneCounter_Throws()
    {
        SealedChannel channel = Talk.ChannelAfter("quick", 1);
        byte[] answer = new byte[SealedMessage.MessageMax];

        Check.Throws(typeof(InvalidOperationException), () => channel.Seal(new byte[1], 1, answer));
        Talk.Take(channel, Talk.Of("quick.sealed.0.questionMessage"));
        Check.Throws(typeof(InvalidOperationException), () => channel.Seal(new byte[1], 1, answer));
        Talk.Take(channel, Talk.Flipped(Talk.Of("quick.sealed.1.questionMessage"), 800));
        Check.Throws(typeof(InvalidOperationException), () => channel.Seal(new byte[1], 1, answer));
        Assert.AreEqual(Hex.Text(new byte[SealedMessage.MessageMax]), Hex.Text(answer));
    }

    [TestMethod]
    public void Seal_BeforeAnyQuestion_Throws()
    {
        SealedChannel channel = Talk.Channel("quick");

        Check.Throws(typeof(InvalidOperationException), () => channel.Seal(new byte[1], 1, new byte[SealedMessage.MessageMax]));
    }

    // Our own mistake costs no answer: the right text can still be sealed.
    [TestMethod]
    public void Seal_WhatDoesNotFit_ThrowsAndOwesTheAnswerStill()
    {
        SealedChannel channel = Talk.Channel("quick");
        Talk.Take(channel, Talk.Of("quick.sealed.0.questionMessage"));

        Check.Throws(typeof(ArgumentOutOfRangeException), () => channel.Seal(new byte[SealedMessage.BodyMax], SealedMessage.PlainMax + 1, new byte[SealedMessage.MessageMax]));
        Check.Throws(typeof(ArgumentOutOfRangeException), () => channel.Seal(new byte[1], -1, new byte[SealedMessage.MessageMax]));
        Check.Throws(typeof(ArgumentException), () => channel.Seal(new byte[2], 2, new byte[SealedMessage.HeaderBytes + 63 + SealedMessage.TagBytes]));
        Assert.AreEqual(PairingVectors.At("quick.sealed.0.answerMessage"), Hex.Text(Talk.Answer(channel, Talk.TextOf("quick.sealed.0.answer"))));
    }

    [TestMethod]
    [Req("AUTH-04")]
    public void Open_OutOfOrder_IsRefused()
    {
        SealedChannel channel = Talk.ChannelAfter("full", 1);

        Assert.AreEqual((int)ChannelReading.Refused, (int)Talk.Take(channel, Talk.Of("full.sealed.2.questionMessage")), "one left out");
        Assert.AreEqual((int)ChannelReading.Refused, (int)Talk.Take(channel, Talk.Of("full.sealed.4.questionMessage")), "three left out");

        channel = Talk.ChannelAfter("full", 3);
        Assert.AreEqual((int)ChannelReading.Refused, (int)Talk.Take(channel, Talk.Of("full.sealed.1.questionMessage")), "the last but one");
        Assert.AreEqual((int)ChannelReading.Refused, (int)Talk.Take(channel, Talk.Of("full.sealed.0.questionMessage")), "the first");
        Assert.AreEqual((int)ChannelReading.Repeated, (int)Talk.Take(channel, Talk.Of("full.sealed.2.questionMessage")), "the last");
    }

    // What the device said, sent back to it.
    [TestMethod]
    [Req("AUTH-04")]
    public void Open_AReflectedAnswer_IsRefused()
    {
        SealedChannel channel = Talk.ChannelAfter("quick", 1);
        byte[] said = Talk.Of("quick.sealed.0.answerMessage");
        byte[] next = Talk.Of("quick.sealed.1.answerMessage");

        Assert.AreEqual((int)ChannelReading.Refused, (int)Talk.Take(channel, said));
        Assert.AreEqual((int)ChannelReading.Refused, (int)Talk.Take(channel, next));

        // Turned round, its tag is under the other direction's key.
        next[SealedMessage.DirectionAt] = 1;
        Assert.AreEqual((int)ChannelReading.Refused, (int)Talk.Take(channel, next));
        Assert.AreEqual((int)ChannelReading.Refused, (int)Talk.Take(channel, Talk.Of("quick.accept")));
        Assert.AreEqual((int)ChannelReading.Refused, (int)Talk.Take(channel, Talk.Of("quick.proof")));
    }

    // The first question of every other conversation, as it came and with this channel's ids put in.
    [TestMethod]
    [Req("AUTH-04")]
    [DataRow("claim")]
    [DataRow("invite")]
    [DataRow("welcome")]
    [DataRow("wifi")]
    [DataRow("move")]
    [DataRow("forgot")]
    [DataRow("full")]
    public void Open_AnotherConversationsQuestion_IsRefused(string other)
    {
        SealedChannel channel = Talk.Channel("quick");
        byte[] own = Talk.Of("quick.sealed.0.questionMessage");
        byte[] question = Talk.Of(other + ".sealed.0.questionMessage");

        Assert.IsFalse(channel.IsNamedBy(question, question.Length));
        Assert.AreEqual((int)ChannelReading.Refused, (int)Talk.Take(channel, question));

        question[SealedMessage.PurposeAt] = own[SealedMessage.PurposeAt];
        Array.Copy(own, SealedMessage.DeviceIdAt, question, SealedMessage.DeviceIdAt, SealedMessage.CounterAt - SealedMessage.DeviceIdAt);
        Assert.IsTrue(channel.IsNamedBy(question, question.Length));
        Assert.AreEqual((int)ChannelReading.Refused, (int)Talk.Take(channel, question));
        Assert.AreEqual((int)ChannelReading.Fresh, (int)Talk.Take(channel, own));
    }

    // The right tag, but for another device, phone or session.
    [TestMethod]
    [Req("AUTH-04")]
    [DataRow(8)]
    [DataRow(16)]
    [DataRow(24)]
    [DataRow(40)]
    public void Open_OfAnotherEndUnderTheSameKey_IsRefused(int at)
    {
        byte[] accept = Talk.Of("quick.accept");
        accept[at == SealedMessage.DeviceNonceAt ? SealedMessage.BodyAt + 8 : at] ^= 1;
        SealedChannel channel = new SealedChannel(new ToyGuard.Core.Crypto.ManagedHmac(), Talk.Of("quick.channelKey"), accept);

        Assert.AreEqual((int)ChannelReading.Refused, (int)Talk.Take(channel, Talk.Of("quick.sealed.0.questionMessage")));
    }

    // Only the phone itself can write these; it gets nothing, and the counter is spent.
    [TestMethod]
    [DataRow("0002 7b7d", 64, 63, true)]
    [DataRow("0002 7b7d", 64, 4, true)]
    [DataRow("0002 7b7d", 128, 127, false)]
    [DataRow("003f", 64, 63, false)]
    [DataRow("003f", 128, 127, true)]
    [DataRow("0bff", 64, 63, false)]
    [DataRow("ffff", 64, 63, false)]
    public void Open_PaddingOfTheFewestBlocksAndZeros_IsAllItTakes(string begin, int bodyCount, int spoilt, bool isTaken)
    {
        byte[] body = new byte[bodyCount];
        byte[] head = Hex.Bytes(begin);
        Array.Copy(head, 0, body, 0, head.Length);

        SealedChannel channel = Talk.Channel("quick");
        Assert.AreEqual((int)(isTaken ? ChannelReading.Fresh : ChannelReading.Refused), (int)Talk.Take(channel, Talk.Forged("quick", 1, body)));

        body[spoilt] = 1;
        channel = Talk.Channel("quick");
        byte[] dirty = Talk.Forged("quick", 1, body);
        Assert.AreEqual((int)ChannelReading.Refused, (int)Talk.Take(channel, dirty));
        Assert.AreEqual((int)ChannelReading.Refused, (int)Talk.Take(channel, dirty));
        Assert.AreEqual((int)ChannelReading.Refused, (int)Talk.Take(channel, Talk.Of("quick.sealed.0.questionMessage")));
        Check.Throws(typeof(InvalidOperationException), () => channel.Seal(body, 1, new byte[SealedMessage.MessageMax]));
        Assert.AreEqual((int)ChannelReading.Fresh, (int)Talk.Take(channel, Talk.Of("quick.sealed.1.questionMessage")));
    }

    [TestMethod]
    public void Open_IntoTooLittleRoom_Throws()
    {
        SealedChannel channel = Talk.Channel("quick");
        byte[] question = Talk.Of("quick.sealed.0.questionMessage");

        Check.Throws(typeof(ArgumentException), () => channel.Open(question, question.Length, new byte[SealedMessage.PlainMax - 1], out int _));
        Assert.AreEqual((int)ChannelReading.Fresh, (int)Talk.Take(channel, question));
    }

    [TestMethod]
    public void Open_OverAnOlderText_LeavesNoneOfIt()
    {
        SealedChannel channel = Talk.Channel("quick");
        byte[] question = Talk.Of("quick.sealed.0.questionMessage");
        byte[] plain = new byte[SealedMessage.PlainMax];

        for (int i = 0; i < plain.Length; i++)
        {
            plain[i] = 0xEE;
        }

        channel.Open(question, question.Length, plain, out int count);
        Assert.AreEqual(2, count);
        Assert.AreEqual(Hex.Text(new byte[plain.Length - 2]), Hex.Text(Bytes.Part(plain, 2, plain.Length - 2)));
    }

    [TestMethod]
    [Req("AUTH-05")]
    public void Clear_AnOpenChannel_RefusesAllFromThenOn()
    {
        SealedChannel channel = Talk.ChannelAfter("quick", 1);
        byte[] last = Talk.Of("quick.sealed.0.questionMessage");
        byte[] next = Talk.Of("quick.sealed.1.questionMessage");

        channel.Clear();

        Assert.IsFalse(channel.IsNamedBy(last, last.Length));
        Assert.AreEqual((int)ChannelReading.Refused, (int)Talk.Take(channel, last));
        Assert.AreEqual((int)ChannelReading.Refused, (int)Talk.Take(channel, next));
        Assert.AreEqual(0, Talk.Kept(channel).Length);
        Check.Throws(typeof(InvalidOperationException), () => channel.Seal(new byte[1], 1, new byte[SealedMessage.MessageMax]));
    }
}
