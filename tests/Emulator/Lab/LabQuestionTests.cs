using System;
using System.Collections.Generic;
using System.Net;

using ToyGuard.Emulator.Lab;

namespace ToyGuard.Emulator.Tests.Lab;

/// <summary>Goal: the lab resolver takes one whole question and is not upset by anything else. Method: a question, every prefix of it, every bit of it turned, and random bytes.</summary>
[TestClass]
public class LabQuestionTests
{
    private static readonly byte[] Question =
    [
        0x12, 0x34, 0x01, 0x00, 0, 1, 0, 0, 0, 0, 0, 0,
        1, (byte)'A', 4, (byte)'t', (byte)'e', (byte)'s', (byte)'t', 0, 0, 1, 0, 1,
    ];

    [TestMethod]
    public void Answer_HasTheAddressesAskedFor()
    {
        Assert.IsTrue(LabQuestion.TryRead(Question, out LabQuestion question));
        Assert.AreEqual("a.test", question.Name);

        byte[] answer = question.Answer([IPAddress.Parse("2001:db8::1"), IPAddress.Parse("192.0.2.1")]);

        byte[] expected =
        [
            0x12, 0x34, 0x81, 0x80, 0, 1, 0, 1, 0, 0, 0, 0,
            1, (byte)'A', 4, (byte)'t', (byte)'e', (byte)'s', (byte)'t', 0, 0, 1, 0, 1,
            0xC0, 12, 0, 1, 0, 1, 0, 0, 0, 5, 0, 4, 192, 0, 2, 1,
        ];
        CollectionAssert.AreEqual(expected, answer);
    }

    [TestMethod]
    public void Answer_ToAnUnknownName_SaysThatThereIsNone()
    {
        Assert.IsTrue(LabQuestion.TryRead(Question, out LabQuestion question));

        byte[] answer = question.Answer(null);

        Assert.AreEqual(Question.Length, answer.Length);
        Assert.AreEqual(0x83, answer[3]);
    }

    [TestMethod]
    public void TryRead_EveryPrefix_IsNone()
    {
        for (int length = 0; length < Question.Length; length++)
        {
            Assert.IsFalse(LabQuestion.TryRead(Question.AsSpan(0, length), out _), $"{length} bytes");
        }
    }

    [TestMethod]
    public void TryRead_AnyBytes_NeverThrows()
    {
        const int Seed = 20261121;
        Random random = new(Seed);
        List<byte[]> messages = [];

        for (int bit = 0; bit < Question.Length * 8; bit++)
        {
            byte[] turned = (byte[])Question.Clone();
            turned[bit / 8] ^= (byte)(1 << (bit % 8));
            messages.Add(turned);
        }

        for (int i = 0; i < 20_000; i++)
        {
            byte[] bytes = new byte[random.Next(300)];
            random.NextBytes(bytes);
            Question.AsSpan(0, Math.Min(bytes.Length, random.Next(13))).CopyTo(bytes);
            messages.Add(bytes);
        }

        foreach (byte[] message in messages)
        {
            if (LabQuestion.TryRead(message, out LabQuestion question))
            {
                Assert.IsTrue(question.Answer(null).Length <= message.Length, Convert.ToHexString(message));
            }
        }
    }
}
