using System;
using System.Text;
using ToyGuard.Core.Policy;
using ToyGuard.Guard.Outgoing;
using ToyGuard.Wire.Http;

namespace ToyGuard.Guard.Tests.Outgoing;

/// <summary>
/// Goal: nothing of a toy's goes to any place but a judged address of the judged name, and only as long as the gate allows it.
/// Method: each step with its nearest no, time as an argument. Redirects and answers have tests of their own.
/// </summary>
[TestClass]
public class OutgoingCallTests
{
    [TestMethod]
    [Req("EGR-01")]
    public void Call_AllGoesWell_IsAnsweredAndCounted()
    {
        OutgoingHome home = new OutgoingHome();
        OutgoingCall call = home.Call;
        byte[] answer = Encoding.UTF8.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");

        Assert.AreEqual((int)OutgoingEffect.Resolve, (int)home.Get("https://Limited.Toys.Example/tale?x#y"));
        Assert.AreEqual("limited.toys.example", call.Host.ToString());
        Assert.AreEqual((int)OutgoingEffect.Connect, (int)call.OnResolved(Reason.None, OutgoingHome.GoodAddress(), 1, 10));
        Assert.AreEqual(443, call.Port);
        Assert.IsTrue(Bytes.AreSame(OutgoingHome.GoodAddress(), 4, call.Address, 4));
        Assert.AreEqual((int)OutgoingEffect.Secure, (int)call.OnConnected(20));
        Assert.AreEqual((int)OutgoingEffect.Continue, (int)call.OnMoved(2000, 30));
        Assert.AreEqual((int)OutgoingEffect.Send, (int)call.OnSecured(40));

        byte[] head = new byte[500];
        int length = call.WriteHead(head);
        Assert.AreEqual(
            "GET /tale?x HTTP/1.1\r\nHost: limited.toys.example\r\nAccept-Encoding: identity\r\nConnection: close\r\n\r\n",
            Encoding.UTF8.GetString(head, 0, length));
        Assert.AreEqual((int)OutgoingEffect.Continue, (int)call.OnMoved(length, 50));
        Assert.AreEqual((int)OutgoingEffect.Receive, (int)call.OnSent(50));
        Assert.AreEqual((int)OutgoingEffect.Answer, (int)call.OnHead(answer, answer.Length, 60));
        Assert.AreEqual(answer.Length - 5, call.HeadLength);
        Assert.AreEqual((int)OutgoingEffect.Done, (int)call.OnBody(answer, call.HeadLength, 5, 70));
        Assert.AreEqual(5, call.DataLength);
        call.OnMoved(answer.Length, 80);
        call.OnClosed();
        call.OnMoved(30, 90);

        Assert.AreEqual((int)OutgoingState.Ended, (int)call.State);
        Assert.AreEqual((int)Reason.None, (int)call.End);
        Assert.AreEqual("limited.toys.example", call.Place);
        Assert.AreEqual((long)(2000 + length + answer.Length + 30), home.Ledger(OutgoingHome.Limited));

        // The verdict was told, and nothing else: an end is no hold.
        Assert.AreEqual(1, home.Told);
    }

    [TestMethod]
    [Req("DEL-03")]
    public void Erase_OnlyOverHttps_OnlyTheOneInHand_AndNoRedirectIsFollowed()
    {
        OutgoingHome home = new OutgoingHome();
        OutgoingCall call = new OutgoingCall(home.Gate, 0, true, true);
        Assert.AreEqual((int)OutgoingEffect.Close, (int)call.Begin(Deletion("https://stories.toys.example/v1/delete"), 0));
        Assert.AreEqual((int)Reason.NotOnManifest, (int)call.End, "a toy's own place is none");
        home.Gate.Erase = new InHand();
        Assert.AreEqual((int)OutgoingEffect.Close, (int)call.Begin(Deletion("http://metrics.example:443/v1/delete"), 0));
        Assert.AreEqual((int)Reason.RequestUnfit, (int)call.End, "plain text");
        Assert.AreEqual((int)OutgoingEffect.Resolve, (int)call.Begin(Deletion("https://metrics.example/v1/delete"), 0));
        Assert.AreEqual((int)OutgoingEffect.Close, (int)home.Call.Begin(Deletion("https://metrics.example/v1/delete"), 0));
        Assert.AreEqual((int)Reason.NotOnManifest, (int)home.Call.End, "a toy's call is none");

        Assert.AreEqual((int)OutgoingEffect.Connect, (int)call.OnResolved(Reason.None, OutgoingHome.GoodAddress(), 1, 10));
        Assert.AreEqual((int)OutgoingEffect.Secure, (int)call.OnConnected(20));
        Assert.AreEqual((int)OutgoingEffect.Send, (int)call.OnSecured(30));
        Assert.IsTrue(call.WriteHead(new byte[500]) > 0);
        Assert.AreEqual((int)OutgoingEffect.Receive, (int)call.OnSent(40));
        byte[] moved = Encoding.UTF8.GetBytes("HTTP/1.1 307 X\r\nLocation: https://stories.toys.example/\r\nContent-Length: 0\r\n\r\n");
        Assert.AreEqual((int)OutgoingEffect.Answer, (int)call.OnHead(moved, moved.Length, 50));
        home.Gate.PauseEverything(true);
        Assert.AreEqual((int)OutgoingEffect.Close, (int)call.OnTick(50 + OutgoingCall.RejudgeMs));
        Assert.AreEqual((int)Reason.EverythingPaused, (int)call.End);
    }

    [TestMethod]
    [DataRow("https://elsewhere.example/", (int)Reason.NotOnManifest, "elsewhere.example")]
    [DataRow("https://stories.toys.example.evil.example/", (int)Reason.NotOnManifest, "stories.toys.example.evil.example")]
    [DataRow("https://waiting.toys.example/", (int)Reason.WaitingForGuardian, "waiting.toys.example")]
    [DataRow("https://stories.toys.example:444/", (int)Reason.OtherPort, "stories.toys.example:444")]
    [DataRow("http://stories.toys.example/", (int)Reason.OtherPort, "stories.toys.example")]
    [DataRow("http://stories.toys.example:443/", (int)Reason.OtherScheme, "stories.toys.example:443")]
    [DataRow("https://plain.toys.example:80/", (int)Reason.OtherScheme, "plain.toys.example:80")]
    [DataRow("https://push.toys.example/", (int)Reason.OtherScheme, "push.toys.example")]
    [DataRow("https://stories.toys.example@elsewhere.example/", (int)Reason.NotAName, "")]
    [DataRow("https://192.0.2.7/", (int)Reason.NotAName, "")]
    [DataRow("https://0xC0000207/", (int)Reason.NotAName, "")]
    [DataRow("https://[2001:db8::1]/", (int)Reason.NotAName, "")]
    [DataRow("https://localhost/", (int)Reason.NotAName, "")]
    [DataRow("https://stories%2etoys.example/", (int)Reason.NotAName, "")]
    [DataRow("https:///", (int)Reason.NotAName, "")]
    [DataRow("stories.toys.example", (int)Reason.RequestUnfit, "")]
    [DataRow("ftp://stories.toys.example/", (int)Reason.RequestUnfit, "")]
    [DataRow("https://stories.toys.example/a b", (int)Reason.RequestUnfit, "")]
    [DataRow("https://stories.toys.example/\u00e9", (int)Reason.RequestUnfit, "")]
    [DataRow("https:\\\\stories.toys.example/", (int)Reason.RequestUnfit, "")]
    [DataRow("", (int)Reason.RequestUnfit, "")]
    [Req("EGR-01")]
    [Req("EGR-02")]
    [Req("EGR-03")]
    [Req("EGR-04")]
    public void Begin_HeldPlace_IsNeverLookedUp(string url, int reason, string place)
    {
        OutgoingHome home = new OutgoingHome();

        Assert.AreEqual((int)OutgoingEffect.Close, (int)home.Get(url));
        Assert.AreEqual(reason, (int)home.Call.End);
        Assert.AreEqual(reason, (int)home.Last);
        Assert.AreEqual(1, home.Told);
        Assert.AreEqual(place, home.Call.Place);
    }

    [TestMethod]
    [DataRow((int)HttpMethod.Options, 0, 65536, 30000)]
    [DataRow((int)HttpMethod.Connect, 0, 65536, 30000)]
    [DataRow((int)HttpMethod.Other, 0, 65536, 30000)]
    [DataRow((int)HttpMethod.Get, 1, 65536, 30000)]
    [DataRow((int)HttpMethod.Head, 1, 65536, 30000)]
    [DataRow((int)HttpMethod.Post, 262145, 65536, 30000)]
    [DataRow((int)HttpMethod.Get, 0, -1, 30000)]
    [DataRow((int)HttpMethod.Get, 0, 16777217, 30000)]
    [DataRow((int)HttpMethod.Get, 0, 65536, 999)]
    [DataRow((int)HttpMethod.Get, 0, 65536, 600001)]
    public void Begin_UnfitRequest_IsHeld(int method, int body, int answer, int timeMs)
    {
        OutgoingHome home = new OutgoingHome();
        OutgoingRequest request = new OutgoingRequest((HttpMethod)method, OutgoingHome.StoriesUrl)
        {
            Body = body > 0 ? new byte[body] : null,
            BodyBytesMax = answer,
            TimeMs = timeMs,
        };

        Assert.AreEqual((int)OutgoingEffect.Close, (int)home.Call.Begin(request, 0));
        Assert.AreEqual((int)Reason.RequestUnfit, (int)home.Call.End);
        Assert.AreEqual((int)Reason.RequestUnfit, (int)home.Last);
    }

    [TestMethod]
    [Req("EGR-05")]
    public void Begin_WithoutAnchors_HoldsHttpsBeforeAnyLookup()
    {
        OutgoingHome home = new OutgoingHome();
        OutgoingCall call = new OutgoingCall(home.Gate, 1, false);

        Assert.AreEqual((int)OutgoingEffect.Close, (int)call.Begin(new OutgoingRequest(HttpMethod.Get, OutgoingHome.StoriesUrl), 0));
        Assert.AreEqual((int)Reason.TlsWithoutRoots, (int)call.End);
        Assert.AreEqual((int)OutgoingEffect.Resolve, (int)call.Begin(new OutgoingRequest(HttpMethod.Get, "http://plain.toys.example/"), 0));
    }

    [TestMethod]
    public void Begin_WhileACallIsGoing_IsOurMistake()
    {
        OutgoingHome home = new OutgoingHome();
        home.Get(OutgoingHome.StoriesUrl);

        Check.Throws(typeof(InvalidOperationException), () => home.Get(OutgoingHome.StoriesUrl));
        Check.Throws(typeof(InvalidOperationException), () => home.Call.OnConnected(0));
    }

    [TestMethod]
    [DataRow(10, 0, 0, 1, (int)Reason.AddressPrivate)]
    [DataRow(127, 0, 0, 1, (int)Reason.AddressLoopback)]
    [DataRow(169, 254, 1, 1, (int)Reason.AddressLinkLocal)]
    [DataRow(224, 0, 0, 1, (int)Reason.AddressMulticast)]
    [DataRow(0, 0, 0, 0, (int)Reason.AddressUnspecified)]
    [DataRow(192, 168, 1, 1, (int)Reason.AddressPrivate)]
    [Req("EGR-03")]
    public void OnResolved_OneAddressOfTheHome_HoldsTheLot(int a, int b, int c, int d, int reason)
    {
        for (int at = 0; at < 3; at++)
        {
            byte[] addresses = new byte[] { 192, 0, 2, 7, 192, 0, 2, 8, 192, 0, 2, 9 };
            addresses[at * 4] = (byte)a;
            addresses[(at * 4) + 1] = (byte)b;
            addresses[(at * 4) + 2] = (byte)c;
            addresses[(at * 4) + 3] = (byte)d;
            OutgoingHome home = new OutgoingHome();
            home.Get(OutgoingHome.StoriesUrl);

            Assert.AreEqual((int)OutgoingEffect.Close, (int)home.Call.OnResolved(Reason.None, addresses, 3, 10), at.ToString());
            Assert.AreEqual(reason, (int)home.Call.End, at.ToString());
            Assert.AreEqual(reason, (int)home.Last, at.ToString());
        }
    }

    [TestMethod]
    [DataRow((int)Reason.NameNotFound, 0, (int)Reason.NameNotFound)]
    [DataRow((int)Reason.ResolverSilent, 1, (int)Reason.ResolverSilent)]
    [DataRow((int)Reason.None, 0, (int)Reason.NameWithoutAddress)]
    public void OnResolved_NoAddress_SaysWhy(int said, int count, int reason)
    {
        OutgoingHome home = new OutgoingHome();
        home.Get(OutgoingHome.StoriesUrl);

        Assert.AreEqual((int)OutgoingEffect.Close, (int)home.Call.OnResolved((Reason)said, OutgoingHome.GoodAddress(), count, 10));
        Assert.AreEqual(reason, (int)home.Call.End);
        Assert.AreEqual(reason, (int)home.Last);
    }

    [TestMethod]
    [Req("PCTL-07")]
    public void Call_PausedBeforeAnyStep_EndsThere()
    {
        for (int step = 0; step < 5; step++)
        {
            OutgoingHome home = new OutgoingHome();
            OutgoingCall call = home.Call;
            home.Get(OutgoingHome.StoriesUrl);
            OutgoingEffect effect = OutgoingEffect.None;

            for (int i = 0; i <= step; i++)
            {
                if (i == step)
                {
                    home.Gate.PauseToy(1, true);
                }

                effect = i == 0 ? call.OnResolved(Reason.None, OutgoingHome.GoodAddress(), 1, 10)
                    : i == 1 ? call.OnConnected(20)
                    : i == 2 ? call.OnSecured(30)
                    : i == 3 ? call.OnMoved(OutgoingCall.RejudgeBytes, 40)
                    : call.OnTick(40 + OutgoingCall.RejudgeMs);
            }

            Assert.AreEqual((int)OutgoingEffect.Close, (int)effect, step.ToString());
            Assert.AreEqual((int)Reason.ToyPaused, (int)call.End, step.ToString());

            // Whatever comes late changes nothing any more.
            Assert.AreEqual((int)OutgoingEffect.Close, (int)call.OnConnected(50));
            Assert.AreEqual((int)OutgoingEffect.Close, (int)call.OnSecured(50));
            Assert.AreEqual(0, call.WriteHead(new byte[1000]));
            Assert.AreEqual((int)OutgoingEffect.Close, (int)call.OnSent(50));
            Assert.AreEqual((int)OutgoingEffect.Close, (int)home.Hear("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
            Assert.AreEqual((int)OutgoingEffect.Close, (int)call.OnBody(new byte[1], 0, 1, 50));
            Assert.AreEqual((int)OutgoingEffect.Close, (int)call.Follow(50));
            Assert.AreEqual((int)OutgoingEffect.Close, (int)call.OnEnded(true, 50));
            Assert.AreEqual((int)OutgoingEffect.Close, (int)call.OnTick(50));
            call.OnClosed();
            Assert.AreEqual((int)Reason.ToyPaused, (int)call.End, step.ToString());
        }
    }

    [TestMethod]
    public void OnTick_NothingDue_AsksNobody()
    {
        OutgoingHome home = new OutgoingHome();
        home.Get(OutgoingHome.StoriesUrl);
        home.Gate.PauseToy(1, true);

        Assert.AreEqual((int)OutgoingEffect.Continue, (int)home.Call.OnTick(OutgoingCall.RejudgeMs - 1));
        Assert.AreEqual((int)OutgoingEffect.Continue, (int)home.Call.OnMoved(OutgoingCall.RejudgeBytes - 1, 10));
        Assert.AreEqual((int)OutgoingEffect.Close, (int)home.Call.OnTick(OutgoingCall.RejudgeMs));
    }

    [TestMethod]
    [DataRow(0, 10000, (int)Reason.ResolverSilent)]
    [DataRow(1, 10000, (int)Reason.ServerSilent)]
    [DataRow(2, 10000, (int)Reason.TlsSilent)]
    [DataRow(3, 30000, (int)Reason.AnswerTooSlow)]
    [DataRow(4, 30000, (int)Reason.AnswerTooSlow)]
    [DataRow(5, 30000, (int)Reason.AnswerTooSlow)]
    public void OnTick_TooLate_SaysWhatWasWaitedFor(int step, int ms, int reason)
    {
        for (int late = -1; late <= 0; late++)
        {
            OutgoingHome home = new OutgoingHome();
            OutgoingCall call = home.Call;
            home.Get(OutgoingHome.StoriesUrl);

            for (int i = 1; i <= step; i++)
            {
                int done = i == 1 ? (int)call.OnResolved(Reason.None, OutgoingHome.GoodAddress(), 1, 0)
                    : i == 2 ? (int)call.OnConnected(0)
                    : i == 3 ? (int)call.OnSecured(0)
                    : i == 4 ? (int)call.OnSent(0)
                    : (int)home.Hear("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n");
                Assert.IsTrue(done != (int)OutgoingEffect.Close);
            }

            Assert.AreEqual(late < 0 ? (int)OutgoingEffect.Continue : (int)OutgoingEffect.Close, (int)call.OnTick(ms + late));
            Assert.AreEqual(late < 0 ? (int)Reason.None : reason, (int)call.End);
        }
    }

    [TestMethod]
    [Req("EGR-09")]
    public void OnMoved_BudgetUsedUp_Ends()
    {
        OutgoingHome home = new OutgoingHome();
        home.Get("https://limited.toys.example/");
        home.Reach(10);

        Assert.AreEqual((int)OutgoingEffect.Continue, (int)home.Call.OnMoved(99999, 20));
        Assert.AreEqual((int)OutgoingEffect.Continue, (int)home.Call.OnMoved(1, 30));
        Assert.AreEqual((int)OutgoingEffect.Close, (int)home.Call.OnTick(20 + OutgoingCall.RejudgeMs));
        Assert.AreEqual((int)Reason.EndpointBudget, (int)home.Call.End);
        Assert.AreEqual(100000L, home.Ledger(OutgoingHome.Limited));
    }

    [TestMethod]
    [Req("EGR-09")]
    public void OnMoved_FarPastTheBudget_EndsAtOnce()
    {
        OutgoingHome home = new OutgoingHome();
        home.Get("https://limited.toys.example/");
        home.Reach(10);

        Assert.AreEqual((int)OutgoingEffect.Close, (int)home.Call.OnMoved(100000, 20));
        Assert.AreEqual((int)Reason.EndpointBudget, (int)home.Call.End);
        Assert.AreEqual(100000L, home.Ledger(OutgoingHome.Limited));
    }

    [TestMethod]
    [Req("RES-01")]
    public void Call_GateThatThrows_LeavesNoCallThatLooksAlive()
    {
        for (int step = 0; step < 3; step++)
        {
            OutgoingHome home = new OutgoingHome();
            home.Get(OutgoingHome.StoriesUrl);
            home.Call.OnMoved(10, 0);
            home.IsBroken = true;
            int at = step;

            Check.Throws(typeof(InvalidOperationException), () => Break(home, at));
            Assert.AreEqual((int)OutgoingState.Ended, (int)home.Call.State, step.ToString());
            Assert.AreEqual((int)OutgoingEffect.Close, (int)home.Call.OnTick(1), step.ToString());
        }
    }

    [TestMethod]
    public void OnEndings_OfEachStep_SayWhy()
    {
        OutgoingHome home = new OutgoingHome();
        home.Get(OutgoingHome.StoriesUrl);
        home.Call.OnResolved(Reason.None, OutgoingHome.GoodAddress(), 1, 10);
        Assert.AreEqual((int)OutgoingEffect.Close, (int)home.Call.OnConnectFailed(Reason.ServerUnreachable));
        Assert.AreEqual((int)Reason.ServerUnreachable, (int)home.Last);

        home.Get(OutgoingHome.StoriesUrl);
        home.Call.OnResolved(Reason.None, OutgoingHome.GoodAddress(), 1, 10);
        home.Call.OnConnected(20);
        Assert.AreEqual((int)OutgoingEffect.Close, (int)home.Call.OnSecureFailed(Reason.TlsExpired));
        Assert.AreEqual((int)Reason.TlsExpired, (int)home.Last);

        home.Get(OutgoingHome.StoriesUrl);
        home.Call.OnResolved(Reason.None, OutgoingHome.GoodAddress(), 1, 10);
        home.Call.OnConnected(20);
        home.Call.OnSecureFailed(Reason.None);
        Assert.AreEqual((int)Reason.TlsBroken, (int)home.Call.End);

        home.Get(OutgoingHome.StoriesUrl);
        home.Reach(10);
        Assert.AreEqual((int)OutgoingEffect.Close, (int)home.Call.OnEnded(true, 20));
        Assert.AreEqual((int)Reason.AnswerCutShort, (int)home.Last);
    }

    private static void Break(OutgoingHome home, int step)
    {
        switch (step)
        {
            case 0:
                home.Call.OnResolved(Reason.NameNotFound, new byte[0], 0, 10);
                break;

            case 1:
                home.Call.OnTick(OutgoingCall.StepMs);
                break;

            default:
                home.Call.OnResolved(Reason.None, new byte[] { 127, 0, 0, 1 }, 1, 10);
                break;
        }
    }

    private static OutgoingRequest Deletion(string url)
    {
        return new OutgoingRequest(HttpMethod.Post, url) { Body = new byte[] { (byte)'{', (byte)'}' } };
    }

    /// <summary>A delete-request to one place, in hand for ever.</summary>
    private sealed class InHand : IEraseInHand
    {
        public bool IsInHand(HostName host, int port)
        {
            return port == 443 && host.ToString() == "metrics.example";
        }
    }
}
