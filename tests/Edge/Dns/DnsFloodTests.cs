using System;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading;

using ToyGuard.Fakes;

namespace ToyGuard.Edge.Tests.Dns;

/// <summary>
/// Goal: what one client sends costs no other client an answer, no stranger a packet, and the hub no memory.
/// Method: two real sockets, one that floods without waiting and one that asks 50 times a second; and damaged questions, each answered or
/// not before an honest one behind it is.
/// </summary>
[TestClass]
public sealed class DnsFloodTests
{
    private const int FloodMs = 3000;
    private const int PaceMs = 20;

    // 125 bytes for each question that is counted.
    private const int HeldMax = 1000 * 1000;

    // RFC 8914: option code, length and info code, in an OPT record that the question had too.
    private const int ErrorOptionLength = 6;

    [TestMethod]
    [Req("RES-01")]
    public void Serve_OneFloodsAnotherAsksFiftyTimesASecond_TheQuietOneLosesNone()
    {
        using DnsRig server = new();
        server.Toys.Add(new byte[] { 127, 0, 0, 3 }, 1);
        int lost = int.MaxValue;

        // Two busy threads on a machine that may be busy with something else: up to three tries.
        for (int i = 0; i < 3 && lost > 0; i++)
        {
            lost = LostBesideAFlood(server, "127.0.0.2", "127.0.0.3");
        }

        Assert.AreEqual(0, lost);
    }

    [TestMethod]
    public void Serve_TenThousandRandomAndDamagedQuestions_AnswersShortlyAndKeepsNothing()
    {
        const int Seed = 20261122;
        using DnsRig server = new();
        using UdpClient toy = new(new IPEndPoint(IPAddress.Loopback, 0));
        toy.Client.ReceiveTimeout = 5000;
        toy.Connect(server.EndPoint);
        Random random = new(Seed);
        byte[][] good =
        {
            DnsBuilder.Query(0x7777, DnsRig.Open, 1, true), DnsBuilder.Query(0x7777, "other.example", 1, true),
            DnsBuilder.Query(0x7777, DnsRig.Open, 65, true), DnsBuilder.Query(0x7777, DnsRig.Waiting, 1, false),
        };
        int answered = 0;
        long before = 0;

        for (int i = 0; i < 10_000; i++)
        {
            byte[] message = Damaged(random, good[i % good.Length], i);
            toy.Send(message);
            answered += JudgeAnswers(toy, message, i, "seed " + Seed.ToString(CultureInfo.InvariantCulture) + ", message " + Convert.ToHexString(message));

            if (i == 2000)
            {
                before = HeldBytes.Now();
            }
        }

        // Some of the damage leaves a good question, or there would be nothing to judge.
        Assert.IsTrue(answered > 500, answered.ToString(CultureInfo.InvariantCulture));
        HeldBytes.AssertNear(before, HeldMax);
        Assert.IsTrue(server.Thread.IsAlive);
    }

    /// <summary>Judges what comes back for one message until the honest question behind it is answered. Returns 1 when there was an answer.</summary>
    private static int JudgeAnswers(UdpClient toy, byte[] message, int number, string which)
    {
        // An identifier of its own, so that nothing else can be taken for the honest answer.
        byte[] honest = DnsBuilder.Query(number & 0xFFFF, "honest-" + number.ToString(CultureInfo.InvariantCulture) + ".example", 1, false);
        toy.Send(honest);
        int answers = 0;

        while (true)
        {
            IPEndPoint? from = null;
            byte[] answer = toy.Receive(ref from);

            if (answer.AsSpan(12).IndexOf(honest.AsSpan(12, honest.Length - 12)) == 0)
            {
                return answers;
            }

            answers++;
            Assert.AreEqual(1, answers, which);
            Assert.IsTrue((message[2] & 0x80) == 0, "an answer to an answer, " + which);

            bool isRefusal = (answer[3] & 15) != 0 || answer[7] == 0;
            int most = isRefusal ? message.Length + ErrorOptionLength : 2 * message.Length;
            Assert.IsTrue(answer.Length <= most, answer.Length.ToString(CultureInfo.InvariantCulture) + " bytes, " + which);
        }
    }

    private static byte[] Damaged(Random random, byte[] good, int number)
    {
        byte[] message;

        switch (number % 4)
        {
            case 0:
                message = new byte[random.Next(1600)];
                random.NextBytes(message);
                return message;
            case 1:
                return good[..random.Next(good.Length)];
            case 2:
                // Three bytes of another value, anywhere: this also makes answers out of questions.
                message = (byte[])good.Clone();

                for (int i = 0; i < 3; i++)
                {
                    message[random.Next(message.Length)] = (byte)random.Next(256);
                }

                return message;
            default:
                message = (byte[])good.Clone();
                message[random.Next(message.Length)] ^= (byte)(1 << random.Next(8));
                return message;
        }
    }

    /// <summary>Questions of the quiet client that got no answer within a second, while the other sends as fast as the system lets it.</summary>
    private static int LostBesideAFlood(DnsRig server, string loud, string quiet)
    {
        using Socket flood = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        flood.Bind(new IPEndPoint(IPAddress.Parse(loud), 0));
        flood.Connect(server.EndPoint);
        byte[] loudly = DnsBuilder.Query(1, "games.toys.example", 1, true);
        Stopwatch watch = Stopwatch.StartNew();
        long sent = 0;

        Thread flooding = new(() =>
        {
            while (watch.ElapsedMilliseconds < FloodMs)
            {
                flood.Send(loudly);
                sent++;
            }
        })
        { IsBackground = true };
        flooding.Start();

        using UdpClient toy = new(new IPEndPoint(IPAddress.Parse(quiet), 0));
        toy.Client.ReceiveTimeout = 1000;
        toy.Connect(server.EndPoint);
        int lost = 0;

        for (int i = 0; watch.ElapsedMilliseconds < FloodMs - 200; i++)
        {
            toy.Send(DnsBuilder.Query(i, DnsRig.Open, 1, true));
            lost += IsAnswered(toy, i) ? 0 : 1;
            Thread.Sleep(PaceMs);
        }

        flooding.Join();
        Assert.IsTrue(sent > 10_000, "that was no flood");
        return lost;
    }

    private static bool IsAnswered(UdpClient toy, int id)
    {
        try
        {
            while (true)
            {
                IPEndPoint? from = null;
                byte[] answer = toy.Receive(ref from);

                if (((answer[0] << 8) | answer[1]) == id && answer[7] == 1)
                {
                    return true;
                }
            }
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
