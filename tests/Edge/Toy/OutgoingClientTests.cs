using System;
using System.Diagnostics;
using System.Linq;
using System.Text;
using System.Threading;

using ToyGuard.Core.Policy;
using ToyGuard.Fakes;
using ToyGuard.Guard.Outgoing;
using ToyGuard.Wire.Http;

namespace ToyGuard.Edge.Toy.Tests;

/// <summary>
/// Goal: what a toy sends is what was asked for, to whom it was allowed, and every byte of it is in the ledger.
/// Method: real sockets to a plain server on loopback that counts its bytes; TLS has its own tests.
/// </summary>
[TestClass]
public class OutgoingClientTests
{
    [TestMethod]
    [Req("EGR-01")]
    public void Send_AllowedPlace_GivesTheAnswerAndCountsItsBytes()
    {
        using LabHttp server = LabHttp.Saying("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello");
        using ClientLab lab = new ClientLab().With("stories.toys.example", 80, server);

        OutgoingRequest request = new(HttpMethod.Get, "http://Stories.toys.example./tale?x=1#y");
        Assert.IsTrue(request.AddHeader("X-Page", "3"));
        OutgoingAnswer answer = lab.Client.Send(request);

        Assert.AreEqual(Reason.Allowed, answer.Reason);
        Assert.AreEqual(200, answer.Status);
        Assert.AreEqual("text/plain", answer.Header("CONTENT-type"));
        Assert.IsNull(answer.Header("location"));
        Assert.AreEqual("stories.toys.example", answer.Place);
        Assert.AreEqual("hello", ClientLab.TextOf(answer));
        server.WaitUntilQuiet();
        Assert.AreEqual(
            "GET /tale?x=1 HTTP/1.1\r\nHost: stories.toys.example\r\nX-Page: 3\r\nAccept-Encoding: identity\r\nConnection: close\r\n\r\n",
            server.Requests.Single());
        Assert.AreEqual(server.Moved, lab.Ledger(1));
    }

    [TestMethod]
    [DataRow("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "")]
    [DataRow("HTTP/1.1 204 No Content\r\n\r\n", "")]
    [DataRow("HTTP/1.1 200 OK\r\n\r\nto the end", "to the end")]
    [DataRow("HTTP/1.0 200 OK\r\n\r\nto the end", "to the end")]
    [DataRow("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nA: b\r\n\r\n", "abcde")]
    [DataRow("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nA: b\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", "ok")]
    [DataRow("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok, and more than was said", "ok")]
    [DataRow("HTTP/1.1 302 Found\r\nContent-Length: 2\r\n\r\nok", "ok")]
    public void Send_WholeAnswers_GiveTheirBody(string said, string body)
    {
        using LabHttp server = LabHttp.Saying(said);
        using ClientLab lab = new ClientLab().With("stories.toys.example", 80, server);

        Assert.AreEqual(body, ClientLab.TextOf(lab.Get(ClientLab.Stories)));
        server.WaitUntilQuiet();
        Assert.AreEqual(server.Moved, lab.Ledger(1));
    }

    [TestMethod]
    public void Send_Body_ArrivesWhole()
    {
        byte[] body = new byte[100_000];
        new Random(7).NextBytes(body);
        body = Encoding.ASCII.GetBytes(Convert.ToBase64String(body));
        using LabHttp server = LabHttp.Saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        using ClientLab lab = new ClientLab().With("stories.toys.example", 80, server);

        OutgoingAnswer answer = lab.Client.Send(new OutgoingRequest(HttpMethod.Post, ClientLab.Stories) { Body = body });

        Assert.AreEqual("", ClientLab.TextOf(answer));
        server.WaitUntilQuiet();
        string heard = server.Requests.Single();
        Assert.IsTrue(heard.StartsWith("POST /tale HTTP/1.1\r\n", StringComparison.Ordinal));
        Assert.AreEqual(Encoding.ASCII.GetString(body), heard[(heard.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);
        Assert.AreEqual(server.Moved, lab.Ledger(1));
    }

    [TestMethod]
    public void Send_Head_HasNoBody()
    {
        using LabHttp server = LabHttp.Saying("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n");
        using ClientLab lab = new ClientLab().With("stories.toys.example", 80, server);

        OutgoingAnswer answer = lab.Client.Send(new OutgoingRequest(HttpMethod.Head, ClientLab.Stories));

        Assert.AreEqual("", ClientLab.TextOf(answer));
        Assert.AreEqual("500", answer.Header("Content-Length"));
    }

    [TestMethod]
    [DataRow("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nnine char")]
    [DataRow("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nnine\r\n5\r\n char\r\n0\r\n\r\n")]
    public void Read_CutAtEveryPosition_IsNeverAnEnd(string said)
    {
        byte[] whole = Encoding.Latin1.GetBytes(said);
        int cut = 0;
        bool isReset = false;

        using LabHttp server = new(visit =>
        {
            visit.Say(whole, cut);

            if (isReset)
            {
                visit.Reset();
            }
        });
        using ClientLab lab = new ClientLab().With("stories.toys.example", 80, server);

        for (cut = 0; cut < whole.Length; cut++)
        {
            isReset = cut % 2 == 1;
            OutgoingAnswer answer = lab.Get(ClientLab.Stories);
            Reason reason = answer.Reason == Reason.Allowed ? ClientLab.BreakOf(answer, out int _) : answer.Reason;
            Assert.AreEqual(Reason.AnswerCutShort, reason, $"cut at {cut}");
        }

        isReset = false;
        Assert.AreEqual("nine char", ClientLab.TextOf(lab.Get(ClientLab.Stories)));
    }

    [TestMethod]
    public void Read_BrokenOff_SaysSoAgain()
    {
        using LabHttp server = LabHttp.Saying("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nnine");
        using ClientLab lab = new ClientLab().With("stories.toys.example", 80, server);
        OutgoingAnswer answer = lab.Get(ClientLab.Stories);

        Assert.AreEqual(Reason.AnswerCutShort, ClientLab.BreakOf(answer, out int bytes));
        Assert.AreEqual(4, bytes);
        Assert.AreEqual(Reason.AnswerCutShort, ClientLab.BreakOf(answer, out int _));
        Assert.IsTrue(lab.Told.Contains(Reason.AnswerCutShort));
    }

    [TestMethod]
    public void Read_MoreThanIsTaken_BreaksOff()
    {
        using LabHttp server = new(visit =>
        {
            visit.Say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");

            while (true)
            {
                visit.Say("400\r\n" + new string('a', 0x400) + "\r\n");
            }
        });
        using ClientLab lab = new ClientLab().With("stories.toys.example", 80, server);
        OutgoingAnswer answer = lab.Client.Send(new OutgoingRequest(HttpMethod.Get, ClientLab.Stories) { BodyBytesMax = 5000 });

        Assert.AreEqual(Reason.AnswerTooLong, ClientLab.BreakOf(answer, out int bytes));
        Assert.IsTrue(bytes <= 5000, $"{bytes} bytes were given");
        server.WaitUntilQuiet();
    }

    [TestMethod]
    public void Send_LengthAboveWhatIsTaken_IsHeld()
    {
        using LabHttp server = LabHttp.Saying("HTTP/1.1 200 OK\r\nContent-Length: 5001\r\n\r\n");
        using ClientLab lab = new ClientLab().With("stories.toys.example", 80, server);
        OutgoingAnswer answer = lab.Client.Send(new OutgoingRequest(HttpMethod.Get, ClientLab.Stories) { BodyBytesMax = 5000 });

        Assert.AreEqual(Reason.AnswerTooLong, answer.Reason);
        Assert.IsNull(answer.Body);
        Assert.AreEqual(0, answer.Status);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n")]
    [DataRow("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc")]
    public void Send_DrippingServer_IsGivenUpInTime(string said)
    {
        using LabHttp server = new(visit =>
        {
            for (int i = 0; ; i++)
            {
                visit.Say(i < said.Length ? said[i].ToString() : "");
                Thread.Sleep(i < said.Length ? 1 : 20);

                if (i >= said.Length && visit.Socket.Poll(0, System.Net.Sockets.SelectMode.SelectRead))
                {
                    return;
                }
            }
        });
        using ClientLab lab = new ClientLab().With("stories.toys.example", 80, server);
        OutgoingAnswer answer = lab.Client.Send(new OutgoingRequest(HttpMethod.Get, ClientLab.Stories) { TimeMs = 1000 });
        Reason reason = answer.Reason == Reason.Allowed ? ClientLab.BreakOf(answer, out int _) : answer.Reason;

        Assert.AreEqual(Reason.AnswerTooSlow, reason);
        server.WaitUntilQuiet();
    }

    [TestMethod]
    [Req("RES-01")]
    public void Send_NoWatch_IsGivenUpAllTheSame()
    {
        using LabHttp server = new(visit => visit.HearOut());
        using ClientLab lab = new ClientLab(isWatched: false).With("stories.toys.example", 80, server);

        Assert.AreEqual(Reason.AnswerTooSlow, lab.Client.Send(new OutgoingRequest(HttpMethod.Get, ClientLab.Stories) { TimeMs = 1000 }).Reason);
        server.WaitUntilQuiet();
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    [Req("PCTL-07")]
    public void Turn_PausedWhileABodyRuns_ClosesWithinTwoSeconds(bool isRead)
    {
        for (int attempt = 1; ; attempt++)
        {
            long tookMs = PauseOnce(isRead);

            if (tookMs <= 2000)
            {
                return;
            }

            Assert.IsTrue(attempt < 3, $"closed after {tookMs} ms");
        }
    }

    [TestMethod]
    [Req("EGR-09")]
    public void Read_BudgetUsedUp_BreaksOffSoon()
    {
        using LabHttp server = new(visit =>
        {
            visit.Say("HTTP/1.1 200 OK\r\nContent-Length: 10000000\r\n\r\n");
            visit.Say(new byte[10_000_000]);
        });
        using ClientLab lab = new ClientLab().With("limited.toys.example", 80, server);
        OutgoingAnswer answer = lab.Client.Send(
            new OutgoingRequest(HttpMethod.Get, "http://limited.toys.example/") { BodyBytesMax = OutgoingRequest.AnswerBodyMax });

        Assert.AreEqual(Reason.EndpointBudget, ClientLab.BreakOf(answer, out int _));
        Assert.IsTrue(lab.Ledger(4) >= 100_000 && lab.Ledger(4) <= 100_000 + OutgoingCall.RejudgeBytes + MessageHead.HeadMax, lab.Ledger(4).ToString());
        Assert.AreEqual(Reason.EndpointBudget, lab.Get("http://limited.toys.example/").Reason);
    }

    [TestMethod]
    public void Send_WhileABodyIsOpen_IsHeld()
    {
        using LabHttp server = new(visit =>
        {
            visit.Say("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel");
            visit.HearOut();
        });
        using ClientLab lab = new ClientLab().With("stories.toys.example", 80, server);
        OutgoingAnswer first = lab.Get(ClientLab.Stories);

        Assert.AreEqual(Reason.NoSocketLeft, lab.Get(ClientLab.Stories).Reason);
        first.Body!.Dispose();
        server.WaitUntilQuiet();
        OutgoingAnswer third = lab.Get(ClientLab.Stories);
        Assert.AreEqual(Reason.Allowed, third.Reason);

        // What was closed gives nothing of what came after it, and ends nothing of it.
        Assert.ThrowsExactly<ObjectDisposedException>(() => first.Body.Read(new byte[10], 0, 10));
        first.Body.Dispose();
        Assert.AreEqual(3, third.Body!.Read(new byte[10], 0, 10));
    }

    [TestMethod]
    public void Send_BodyLeftBehind_FreesThePlaceInTime()
    {
        using LabHttp server = new(visit =>
        {
            visit.Say("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel");
            visit.HearOut();
        });
        using ClientLab lab = new ClientLab().With("stories.toys.example", 80, server);
        OutgoingAnswer first = lab.Client.Send(new OutgoingRequest(HttpMethod.Get, ClientLab.Stories) { TimeMs = 1000 });
        server.WaitUntilQuiet();

        Assert.AreEqual(Reason.Allowed, lab.Get(ClientLab.Stories).Reason);
        Assert.AreEqual(Reason.AnswerTooSlow, ClientLab.BreakOf(first, out int _));
    }

    [TestMethod]
    public void Stop_WhileAServerIsWaitedFor_EndsTheCall()
    {
        using LabHttp server = new(visit => visit.HearOut());
        using ClientLab lab = new ClientLab().With("stories.toys.example", 80, server);
        OutgoingAnswer? answer = null;
        Thread caller = new(() => answer = lab.Get(ClientLab.Stories));
        caller.Start();
        Assert.IsTrue(SpinWait.SpinUntil(() => server.Requests.Count == 1, ClientLab.WaitMs));

        lab.Client.Stop();

        Assert.IsTrue(caller.Join(ClientLab.WaitMs));
        Assert.AreEqual(Reason.None, answer!.Reason);
        Assert.AreEqual(Reason.None, lab.Get(ClientLab.Stories).Reason);
        server.WaitUntilQuiet();
        Assert.AreEqual(1, server.Visits);
    }

    // How long after a pause the server sees the end of the connection.
    private static long PauseOnce(bool isRead)
    {
        long closedAt = 0;
        using LabHttp server = new(visit =>
        {
            visit.Say("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nabc");

            try
            {
                visit.HearOut();
            }
            finally
            {
                Volatile.Write(ref closedAt, Stopwatch.GetTimestamp());
            }
        });
        using ClientLab lab = new ClientLab().With("stories.toys.example", 80, server);
        OutgoingAnswer answer = lab.Get(ClientLab.Stories);
        Reason reason = Reason.None;
        Thread reader = new(() => reason = ClientLab.BreakOf(answer, out int _));

        if (isRead)
        {
            reader.Start();
            Thread.Sleep(100);
        }

        long from = Stopwatch.GetTimestamp();
        lab.Gate.PauseToy(1, true);
        server.WaitUntilQuiet();

        if (!isRead)
        {
            reader.Start();
        }

        Assert.IsTrue(reader.Join(ClientLab.WaitMs));
        Assert.AreEqual(Reason.ToyPaused, reason);
        Assert.AreEqual(Reason.ToyPaused, lab.Get(ClientLab.Stories).Reason);

        return (long)Stopwatch.GetElapsedTime(from, Volatile.Read(ref closedAt)).TotalMilliseconds;
    }
}
