using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading;

using ToyGuard.Core.Policy;
using ToyGuard.Edge.Toy;
using ToyGuard.Fakes;
using ToyGuard.Kit.Tests.Lab;

namespace ToyGuard.Kit.Tests.Answers;

/// <summary>
/// Goal: an answer is whole and read in the one way it can be, or it is none; half of one never passes for all of it.
/// Method: real servers that answer in every bad way, cut at every byte, drip and never end; over plain text where TLS adds nothing.
/// </summary>
[TestClass]
public class AnswerTests
{
    private const string Url = "https://" + KitLab.Stories + "/";
    private const string PlainUrl = "http://" + KitLab.Plain + "/";

    [TestMethod]
    public void Answers_ReadInOneWay_AreTaken()
    {
        using KitLab lab = new();

        foreach ((string name, string bytes) in AnswerTable.Good())
        {
            lab.PlainServer.Answer = visit => visit.SendText(bytes);
            using GuardedResponse response = lab.Http.Get(PlainUrl);
            Assert.AreEqual(Reason.Allowed, response.Reason, name);
            Assert.IsTrue(response.TryReadBody(out byte[] body), name + ": " + response.Words);
            Assert.AreEqual("hello", Encoding.ASCII.GetString(body), name);
        }
    }

    [TestMethod]
    public void Answers_ReadInTwoWays_AreRefused()
    {
        using KitLab lab = new();
        List<string> taken = [];

        foreach ((string name, string bytes) in AnswerTable.Bad())
        {
            lab.PlainServer.Answer = visit => visit.SendText(bytes);
            using GuardedResponse response = lab.Http.Get(PlainUrl);
            bool isTaken = response.TryReadBody(out byte[] body);

            if (isTaken || body.Length > 0 || !AnswerTable.IsReason(response.Reason))
            {
                taken.Add(name + ": " + response.Reason);
            }
        }

        Assert.AreEqual("", string.Join("; ", taken));
        lab.StillServes();
    }

    [TestMethod]
    public void Answers_CutAtEveryByte_AreNeverWhole()
    {
        using KitLab lab = new();
        string[] whole =
        [
            "HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\nhello\r\nworld",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n7;x\r\n\r\nworld\r\n0\r\nX: y\r\n\r\n",
        ];

        foreach (string bytes in whole)
        {
            for (int cut = 0; cut < bytes.Length; cut++)
            {
                lab.PlainServer.Answer = visit => visit.SendText(bytes[..cut]);
                using GuardedResponse response = lab.Http.Get(PlainUrl);
                Assert.IsFalse(response.TryReadBody(out byte[] body), "cut at byte " + cut);
                Assert.AreEqual(Reason.AnswerCutShort, response.Reason, "cut at byte " + cut);
                Assert.AreEqual(0, body.Length);
            }

            lab.PlainServer.Answer = visit => visit.SendText(bytes);
            using GuardedResponse all = lab.Http.Get(PlainUrl);
            Assert.IsTrue(all.TryReadBody(out byte[] hello), all.Words);
            Assert.AreEqual("hello\r\nworld", Encoding.ASCII.GetString(hello));
        }
    }

    [TestMethod]
    [Req("EGR-05")]
    [DataRow(false)]
    [DataRow(true)]
    public void Answers_OverTlsCutOrReset_AreNeverWhole(bool isReset)
    {
        using KitLab lab = new();
        const string Bytes = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

        for (int cut = 0; cut < Bytes.Length; cut += 6)
        {
            lab.Server.Answer = visit =>
            {
                visit.SendText(Bytes[..cut]);
                if (isReset)
                {
                    visit.Reset();
                }
                else
                {
                    visit.Cut();
                }
            };

            using GuardedResponse response = lab.Http.Get(Url);
            Assert.IsFalse(response.TryReadBody(out _), "cut at byte " + cut);
            Assert.AreEqual(Reason.AnswerCutShort, response.Reason, "cut at byte " + cut);
        }

        lab.StillServes();
    }

    [TestMethod]
    [Req("EGR-05")]
    [DataRow("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nhello")]
    [DataRow("HTTP/1.0 200 OK\r\n\r\nhello")]
    public void Answer_WithoutALength_IsRefusedOverTls(string bytes)
    {
        // Where only the end of the connection says where the body ends, a cut one looks whole.
        using KitLab lab = new();
        lab.Server.Answer = visit => visit.SendText(bytes);

        using GuardedResponse response = lab.Http.Get(Url);

        Assert.IsFalse(response.TryReadBody(out _));
        Assert.AreEqual(Reason.AnswerMalformed, response.Reason);
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void Answer_LongerThanTheRequestAllows_IsRefused(bool isChunked)
    {
        using KitLab lab = new();
        lab.Server.Answer = visit => visit.SendText(isChunked
            ? "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nb\r\nhello world\r\n0\r\n\r\n"
            : "HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\nhello world");

        using (GuardedRequest request = new(HttpMethod.Get, Url) { BodyBytesMax = 10 })
        {
            using GuardedResponse response = lab.Http.Send(request);
            Assert.IsFalse(response.TryReadBody(out _));
            Assert.AreEqual(Reason.AnswerTooLong, response.Reason);
        }

        using GuardedRequest fitting = new(HttpMethod.Get, Url) { BodyBytesMax = 11 };
        using GuardedResponse fits = lab.Http.Send(fitting);
        Assert.IsTrue(fits.TryReadBody(out byte[] body), fits.Words);
        Assert.AreEqual("hello world", Encoding.ASCII.GetString(body));
    }

    [TestMethod]
    [DataRow("Content-Length: 999999999\r\n")]
    [DataRow("Transfer-Encoding: chunked\r\n")]
    public void Answer_WithoutEnd_IsRefused(string field)
    {
        using KitLab lab = new();
        lab.Server.Answer = visit =>
        {
            visit.SendText("HTTP/1.1 200 OK\r\n" + field + "\r\n");
            byte[] chunk = Encoding.ASCII.GetBytes("1000\r\n" + new string('x', 0x1000) + "\r\n");

            while (true)
            {
                visit.Send(chunk);
            }
        };

        using GuardedResponse response = lab.Http.Get(Url);
        Assert.IsFalse(response.TryReadBody(out _));
        Assert.AreEqual(Reason.AnswerTooLong, response.Reason);
        lab.StillServes();
    }

    [TestMethod]
    public void Answer_BytesBehindIt_AreNotOfIt()
    {
        using KitLab lab = new();
        lab.Server.Answer = static visit => visit.SendText(
            "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhelloHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil");

        for (int i = 0; i < 2; i++)
        {
            using GuardedResponse response = lab.Http.Get(Url);

            // Read as far as it was said, or refused; the rest is never anybody's answer.
            if (response.TryReadBody(out byte[] body))
            {
                Assert.AreEqual("hello", Encoding.ASCII.GetString(body));
            }
        }

        Assert.AreEqual(2, lab.Server.Visits.Count);
        lab.StillServes();
    }

    [TestMethod]
    public void Answer_DripsInTime_IsWhole()
    {
        using KitLab lab = new();
        lab.Server.Answer = static visit =>
        {
            foreach (char one in "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")
            {
                visit.SendText(one.ToString());
                Thread.Sleep(5);
            }
        };

        using GuardedResponse response = lab.Http.Get(Url);
        Assert.IsTrue(response.TryReadBody(out byte[] body), response.Words);
        Assert.AreEqual("hello", Encoding.ASCII.GetString(body));
    }

    [TestMethod]
    [Req("RES-01")]
    [DataRow("HTTP/1.1 200 ")]
    [DataRow("HTTP/1.1 200 OK\r\nContent-")]
    [DataRow("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n")]
    public void Answer_DripsPastItsTime_IsRefused(string first)
    {
        using KitLab lab = new();
        lab.Server.Answer = visit =>
        {
            visit.SendText(first);

            for (int i = 0; i < 400; i++)
            {
                visit.SendText("x");
                Thread.Sleep(50);
            }
        };

        using GuardedRequest request = new(HttpMethod.Get, Url) { TimeMs = 1000 };
        using GuardedResponse response = lab.Http.Send(request);

        Assert.IsFalse(response.TryReadBody(out byte[] body));
        Assert.AreEqual(Reason.AnswerTooSlow, response.Reason);
        Assert.AreEqual(0, body.Length);
        lab.StillServes();
    }

    [TestMethod]
    [Req("RES-01")]
    public void Answer_NeverComes_IsRefusedInTime()
    {
        using KitLab lab = new();
        lab.Server.Answer = static visit => visit.HearOut();
        using GuardedRequest request = new(HttpMethod.Get, Url) { TimeMs = 1000 };

        using GuardedResponse response = lab.Http.Send(request);

        Assert.AreEqual(Reason.AnswerTooSlow, response.Reason);
        lab.StillServes();
    }

    [TestMethod]
    [Req("EGR-01")]
    public void Pause_WhileABodyRuns_ClosesItWithinTwoSeconds()
    {
        for (int attempt = 1; ; attempt++)
        {
            long ms = PauseWhileABodyRuns();

            if (ms <= 2000)
            {
                return;
            }

            Assert.IsTrue(attempt < 3, ms + " ms");
        }
    }

    [TestMethod]
    [Req("EGR-01")]
    public void Pause_WhileNobodyReads_ClosesTheConnection()
    {
        using KitLab lab = new();
        using ManualResetEventSlim closed = new();
        lab.Server.Answer = visit =>
        {
            try
            {
                visit.SendText("HTTP/1.1 200 OK\r\nContent-Length: 50000\r\n\r\nhello");
                visit.HearOut();
            }
            catch (IOException)
            {
            }

            closed.Set();
        };

        using GuardedResponse response = lab.Http.Get(Url);
        Assert.AreEqual(Reason.Allowed, response.Reason);
        lab.Gate.PauseToy(1, true);
        Assert.IsTrue(closed.Wait(KitLab.WaitMs));
        Assert.IsFalse(response.TryReadBody(out _));
        Assert.AreEqual(Reason.ToyPaused, response.Reason);
    }

    [TestMethod]
    public void Stream_ThatWasCut_ThrowsAgainAndAgain()
    {
        using KitLab lab = new();
        lab.Server.Answer = static visit => visit.SendText("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nhello");
        using GuardedResponse response = lab.Http.Get(Url);
        Stream stream = response.Content.ReadAsStream();
        byte[] buffer = new byte[100];
        int have = 0;

        while (have < 5)
        {
            have += stream.Read(buffer, have, buffer.Length - have);
        }

        for (int i = 0; i < 3; i++)
        {
            BodyException e = Assert.ThrowsExactly<BodyException>(() => stream.Read(buffer, 0, buffer.Length));
            Assert.AreEqual(Reason.AnswerCutShort, e.Reason);
        }
    }

    [TestMethod]
    public void Stream_LeftBehind_GivesNothingOfALaterCall()
    {
        using KitLab lab = new();
        GuardedResponse first = lab.Http.Get(Url);
        Stream left = first.Content.ReadAsStream();
        first.Dispose();
        lab.Server.Answer = static visit => visit.SendText("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecond");

        using GuardedResponse second = lab.Http.Get(Url);
        Assert.AreEqual(Reason.Allowed, second.Reason, second.Words);
        byte[] buffer = new byte[100];

        try
        {
            Assert.AreEqual(0, left.Read(buffer, 0, buffer.Length));
        }
        catch (Exception e) when (e is BodyException or ObjectDisposedException)
        {
        }

        Assert.IsTrue(buffer.All(static one => one == 0));
        Assert.IsTrue(second.TryReadBody(out byte[] body), second.Words);
        Assert.AreEqual("second", Encoding.ASCII.GetString(body));
    }

    [TestMethod]
    [Req("EGR-01")]
    public void Budget_UsedUpWhileABodyRuns_ClosesIt()
    {
        using KitLab lab = new();
        lab.LimitedServer.Answer = static visit =>
        {
            visit.SendText("HTTP/1.1 200 OK\r\nContent-Length: 4000000\r\n\r\n");
            visit.Send(new byte[4_000_000]);
        };
        using GuardedRequest request = new(HttpMethod.Get, "https://" + KitLab.Limited + "/") { BodyBytesMax = 4_000_000 };

        using GuardedResponse response = lab.Http.Send(request);

        Assert.IsFalse(response.TryReadBody(out _));
        Assert.AreEqual(Reason.EndpointBudget, response.Reason);
        using GuardedResponse next = lab.Http.Get("https://" + KitLab.Limited + "/");
        Assert.AreEqual(Reason.EndpointBudget, next.Reason);
    }

    private static long PauseWhileABodyRuns()
    {
        using KitLab lab = new();
        lab.Server.Answer = static visit =>
        {
            visit.SendText("HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n");

            while (true)
            {
                visit.SendText("x");
                Thread.Sleep(10);
            }
        };

        using GuardedResponse response = lab.Http.Get(Url);
        Assert.AreEqual(Reason.Allowed, response.Reason, response.Words);
        Stream stream = response.Content.ReadAsStream();
        Assert.IsTrue(stream.Read(new byte[100], 0, 100) > 0);
        long beganMs = Environment.TickCount64;
        lab.Gate.PauseToy(1, true);
        BodyException e = Assert.ThrowsExactly<BodyException>(() => ReadOn(stream));
        long ms = Environment.TickCount64 - beganMs;
        Assert.AreEqual(Reason.ToyPaused, e.Reason);
        lab.Gate.PauseToy(1, false);
        lab.StillServes();

        return ms;
    }

    private static void ReadOn(Stream stream)
    {
        byte[] buffer = new byte[100];

        while (stream.Read(buffer, 0, buffer.Length) > 0)
        {
        }
    }
}
