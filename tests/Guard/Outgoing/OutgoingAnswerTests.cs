using System.Text;
using ToyGuard.Core.Policy;
using ToyGuard.Guard.Outgoing;
using ToyGuard.Wire.Http;

namespace ToyGuard.Guard.Tests.Outgoing;

/// <summary>
/// Goal: an answer is read in exactly one way, within its bounds, and one that was cut never looks whole.
/// Method: tables of heads and bodies; every prefix of good answers; seeded damage.
/// </summary>
[TestClass]
public class OutgoingAnswerTests
{
    [TestMethod]
    [DataRow("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\nhello")]
    [DataRow("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    [DataRow("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n")]
    [DataRow("HTTP/1.1 200 OK\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n")]
    [DataRow("HTTP/1.1 200 OK\r\nContent-Length: +5\r\n\r\nhello")]
    [DataRow("HTTP/1.1 200 OK\r\nContent-Length : 5\r\n\r\nhello")]
    [DataRow("HTTP/1.1 200 OK\r\nContent-Length: 5, 5\r\n\r\nhello")]
    [DataRow("HTTP/1.1 200 OK\r\nContent-Length: 5\n\r\nhello")]
    [DataRow("HTTP/1.1 200 OK\r\nX: y\r\n Content-Length: 5\r\n\r\nhello")]
    [DataRow("HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    [DataRow("HTTP/2 200 OK\r\n\r\n")]
    [DataRow("SSH-2.0-OpenSSH\r\n\r\n")]
    [DataRow("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n")]
    [DataRow("HTTP/1.1 204 None\r\nContent-Length: 5\r\n\r\nhello")]
    [DataRow("HTTP/1.1 200 OK\r\n\r\nuntil the end, which anybody on the way may have made")]
    public void OnHead_TwoWaysToRead_IsHeld(string answer)
    {
        OutgoingHome home = new OutgoingHome();
        home.Get(OutgoingHome.StoriesUrl);
        home.Reach(10);

        Assert.AreEqual((int)OutgoingEffect.Close, (int)home.Hear(answer));
        Assert.AreEqual((int)Reason.AnswerMalformed, (int)home.Call.End);
        Assert.AreEqual((int)Reason.AnswerMalformed, (int)home.Last);
    }

    [TestMethod]
    public void OnHead_InterimHeads_AreReadOverUpToTheLimit()
    {
        for (int interims = 0; interims <= OutgoingCall.InterimMax + 1; interims++)
        {
            OutgoingHome home = new OutgoingHome();
            home.Get(OutgoingHome.StoriesUrl);
            home.Reach(10);

            for (int i = 1; i <= interims; i++)
            {
                bool isOver = i > OutgoingCall.InterimMax;
                Assert.AreEqual(isOver ? (int)OutgoingEffect.Close : (int)OutgoingEffect.Skip, (int)home.Hear("HTTP/1.1 103 Hints\r\nA: b\r\n\r\n"));
                Assert.AreEqual(28, home.Call.HeadLength);
                Assert.AreEqual(isOver ? (int)OutgoingEffect.Close : (int)OutgoingEffect.Receive, (int)home.Hear(""));
            }

            bool isAnswered = interims <= OutgoingCall.InterimMax;
            Assert.AreEqual(
                isAnswered ? (int)OutgoingEffect.Answer : (int)OutgoingEffect.Close,
                (int)home.Hear("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"),
                interims.ToString());
        }
    }

    [TestMethod]
    public void OnHead_TooLong_IsHeld()
    {
        OutgoingHome home = new OutgoingHome();
        home.Get(OutgoingHome.StoriesUrl);
        home.Reach(10);
        string start = "HTTP/1.1 200 OK\r\nA: ";

        Assert.AreEqual((int)OutgoingEffect.Receive, (int)home.Hear(start + new string('b', MessageHead.HeadMax - start.Length - 1)));
        Assert.AreEqual((int)OutgoingEffect.Close, (int)home.Hear(start + new string('b', MessageHead.HeadMax - start.Length)));
        Assert.AreEqual((int)Reason.AnswerTooLong, (int)home.Call.End);
    }

    [TestMethod]
    public void OnHead_EveryPrefix_WaitsForMore()
    {
        string answer = "HTTP/1.1 200 OK\r\nA: b\r\nContent-Length: 5\r\n\r\n";

        for (int length = 0; length < answer.Length; length++)
        {
            OutgoingHome home = new OutgoingHome();
            home.Get(OutgoingHome.StoriesUrl);
            home.Reach(10);

            Assert.AreEqual((int)OutgoingEffect.Receive, (int)home.Hear(answer.Substring(0, length)), length.ToString());
            Assert.AreEqual((int)OutgoingEffect.Close, (int)home.Call.OnEnded(true, 30), length.ToString());
            Assert.AreEqual((int)Reason.AnswerCutShort, (int)home.Call.End, length.ToString());
        }
    }

    [TestMethod]
    [DataRow("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n", "nine char", "nine char")]
    [DataRow("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "4\r\nnine\r\n5;x\r\n char\r\n0\r\nA: b\r\n\r\n", "nine char")]
    public void OnBody_EveryPrefix_IsNotWhole(string head, string body, string told)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body);

        for (int length = 0; length <= bytes.Length; length++)
        {
            OutgoingHome home = new OutgoingHome();
            home.Get(OutgoingHome.StoriesUrl);
            home.Reach(10);
            Assert.AreEqual((int)OutgoingEffect.Answer, (int)home.Hear(head));
            string text = "";
            int at = 0;
            OutgoingEffect effect = OutgoingEffect.Receive;

            while (at < length && effect == OutgoingEffect.Receive)
            {
                effect = home.Call.OnBody(bytes, at, length - at, 30);
                text += Encoding.UTF8.GetString(bytes, home.Call.DataOffset, home.Call.DataLength);
                at += home.Call.Consumed;
            }

            bool isWhole = length == bytes.Length;
            Assert.AreEqual(isWhole ? (int)OutgoingEffect.Done : (int)OutgoingEffect.Receive, (int)effect, length.ToString());
            Assert.AreEqual(isWhole ? (int)OutgoingEffect.Done : (int)OutgoingEffect.Close, (int)home.Call.OnEnded(true, 40), length.ToString());
            Assert.AreEqual(isWhole ? (int)Reason.None : (int)Reason.AnswerCutShort, (int)home.Call.End, length.ToString());
            Assert.AreEqual(told.Substring(0, text.Length), text, length.ToString());
        }
    }

    [TestMethod]
    [DataRow(true, (int)OutgoingEffect.Done, (int)Reason.None)]
    [DataRow(false, (int)OutgoingEffect.Close, (int)Reason.AnswerCutShort)]
    public void OnEnded_PlainBodyToTheEnd_IsWholeOnlyWhenTheServerEndedIt(bool isProper, int effect, int reason)
    {
        OutgoingHome home = new OutgoingHome();
        home.Get("http://plain.toys.example/");
        home.Reach(10);
        Assert.AreEqual((int)OutgoingEffect.Answer, (int)home.Hear("HTTP/1.1 200 OK\r\n\r\n"));
        Assert.AreEqual((int)OutgoingEffect.Receive, (int)home.Call.OnBody(new byte[10], 0, 10, 30));

        Assert.AreEqual(effect, (int)home.Call.OnEnded(isProper, 40));
        Assert.AreEqual(reason, (int)home.Call.End);
    }

    [TestMethod]
    public void OnBody_MoreThanIsTaken_IsHeld()
    {
        for (int more = 0; more <= 1; more++)
        {
            OutgoingHome home = new OutgoingHome();
            home.Call.Begin(new OutgoingRequest(HttpMethod.Get, "http://plain.toys.example/") { BodyBytesMax = 10 }, 0);
            home.Reach(10);
            home.Hear("HTTP/1.1 200 OK\r\n\r\n");
            home.Call.OnBody(new byte[10], 0, 6, 30);

            Assert.AreEqual(more == 0 ? (int)OutgoingEffect.Receive : (int)OutgoingEffect.Close, (int)home.Call.OnBody(new byte[10], 0, 4 + more, 30));
            Assert.AreEqual(more == 0 ? (int)Reason.None : (int)Reason.AnswerTooLong, (int)home.Call.End);

            home = new OutgoingHome();
            home.Call.Begin(new OutgoingRequest(HttpMethod.Get, OutgoingHome.StoriesUrl) { BodyBytesMax = 10 }, 0);
            home.Reach(10);
            Assert.AreEqual(
                more == 0 ? (int)OutgoingEffect.Answer : (int)OutgoingEffect.Close,
                (int)home.Hear($"HTTP/1.1 200 OK\r\nContent-Length: {10 + more}\r\n\r\n"));
            Assert.AreEqual(more == 0 ? (int)Reason.None : (int)Reason.AnswerTooLong, (int)home.Call.End);
        }
    }

    [TestMethod]
    public void OnBody_BrokenChunks_AreHeld()
    {
        OutgoingHome home = new OutgoingHome();
        home.Get(OutgoingHome.StoriesUrl);
        home.Reach(10);
        home.Hear("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        byte[] chunk = Encoding.UTF8.GetBytes("0x5\r\nhello\r\n");

        Assert.AreEqual((int)OutgoingEffect.Close, (int)home.Call.OnBody(chunk, 0, chunk.Length, 30));
        Assert.AreEqual((int)Reason.AnswerMalformed, (int)home.Call.End);
    }

    [TestMethod]
    public void OnBody_HeadRequest_IsWholeAtOnce()
    {
        OutgoingHome home = new OutgoingHome();
        home.Call.Begin(new OutgoingRequest(HttpMethod.Head, OutgoingHome.StoriesUrl), 0);
        home.Reach(10);
        Assert.AreEqual((int)OutgoingEffect.Answer, (int)home.Hear("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n"));

        Assert.AreEqual((int)OutgoingEffect.Done, (int)home.Call.OnBody(new byte[0], 0, 0, 30));
    }

    [TestMethod]
    public void OnHead_EveryBitFlip_IsAnAnswerARedirectOrHeld()
    {
        byte[] good = Encoding.UTF8.GetBytes("HTTP/1.1 302 Found\r\nLocation: //other.toys.example/a\r\nContent-Length: 0\r\n\r\n");
        int held = 0;

        for (int bit = 0; bit < good.Length * 8; bit++)
        {
            byte[] flipped = Bytes.Part(good, 0, good.Length);
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            OutgoingHome home = new OutgoingHome();
            home.Get(OutgoingHome.StoriesUrl);
            home.Reach(10);
            OutgoingEffect effect = home.Call.OnHead(flipped, flipped.Length, 20);

            if (effect == OutgoingEffect.Redirect)
            {
                effect = home.Call.Follow(30);
                string place = home.Call.Place;

                // Nothing is looked up but the two that are allowed, however the bits fall.
                Assert.AreEqual(effect == OutgoingEffect.Resolve, place == "other.toys.example" || place == "stories.toys.example", place + " " + bit.ToString());
            }

            held += effect == OutgoingEffect.Close ? 1 : 0;
            Assert.AreEqual(effect == OutgoingEffect.Close, home.Call.End != Reason.None, bit.ToString());
        }

        Assert.IsTrue(held > good.Length, held.ToString());
    }
}
