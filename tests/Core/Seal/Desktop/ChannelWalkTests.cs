using System;
using System.Collections.Generic;

using ToyGuard.Core.Seal;
using ToyGuard.Fakes;

namespace ToyGuard.Core.Tests.Seal;

/// <summary>
/// Goal: whatever comes in whatever order, each question is handed out once, in order, and no two different answers ever leave under one counter.
/// Method: random walks over right, repeated, early, late and damaged messages, beside the obvious model: a number, and the answer to it.
/// </summary>
[TestClass]
public class ChannelWalkTests
{
    private const int Questions = 40;

    [TestMethod]
    [Req("AUTH-04")]
    public void Open_RandomWalks_FollowTheModel()
    {
        byte[][] questions = new byte[Questions + 2][];

        for (int i = 1; i < questions.Length; i++)
        {
            questions[i] = Talk.Forged("quick", i, Body(i));
        }

        for (int seed = 0; seed < 60; seed++)
        {
            Walk(questions, seed);
        }
    }

    private static void Walk(byte[][] questions, int seed)
    {
        Chance chance = new(seed);
        SealedChannel channel = Talk.Channel("quick");
        Dictionary<int, string> said = new();
        int last = 0;
        bool isOwed = false;

        for (int step = 0; step < 200 && last < Questions; step++)
        {
            string where = $"seed {seed} step {step}";
            int number = Math.Clamp(last - 2 + chance.Below(5), 1, Questions);
            byte[] message = questions[number];
            bool isWhole = chance.Below(4) != 0;

            if (!isWhole)
            {
                message = Talk.Flipped(message, chance.Below(message.Length * 8));
            }

            ChannelReading reading = Talk.Take(channel, message);
            ChannelReading expected = !isWhole ? ChannelReading.Refused
                : number == last + 1 ? ChannelReading.Fresh
                : number == last && !isOwed ? ChannelReading.Repeated
                : ChannelReading.Refused;
            Assert.AreEqual(expected, reading, where);

            if (reading == ChannelReading.Fresh)
            {
                last = number;
                isOwed = true;
            }

            if (reading == ChannelReading.Repeated)
            {
                Assert.AreEqual(said[number], Hex.Text(Talk.Kept(channel)), where);
            }

            // An answer may be late, or never come.
            if (isOwed && chance.Below(3) != 0)
            {
                byte[] answer = Talk.Answer(channel, new byte[] { (byte)chance.Next() });
                Assert.AreEqual(last, answer[SealedMessage.CounterAt + 7], where);
                Assert.IsTrue(said.TryAdd(last, Hex.Text(answer)), where);
                isOwed = false;
            }
        }

        Assert.IsTrue(last > 5, "seed " + seed + " walked nowhere");
    }

    private static byte[] Body(int number)
    {
        byte[] body = new byte[SealedMessage.BlockBytes];
        body[1] = 1;
        body[2] = (byte)number;
        return body;
    }
}
