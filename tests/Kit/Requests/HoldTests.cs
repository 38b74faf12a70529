using System;
using System.Linq;
using System.Net.Http;
using System.Text;

using ToyGuard.Core.Policy;
using ToyGuard.Fakes;
using ToyGuard.Kit.Tests.Lab;

namespace ToyGuard.Kit.Tests.Requests;

/// <summary>
/// Goal: what a parent did not allow never leaves, and the toy's code learns why in words.
/// Method: each reason to hold, over a real resolver and real servers that must hear nothing.
/// </summary>
[TestClass]
public class HoldTests
{
    [TestMethod]
    [Req("EGR-01")]
    [Req("EGR-04")]
    [Req("EGR-06")]
    [Req("EGR-07")]
    [DataRow("https://" + KitLab.Analytics + "/", (int)Reason.WaitingForGuardian)]
    [DataRow("https://other.example/", (int)Reason.NotOnManifest)]
    [DataRow("https://toys.example/", (int)Reason.NotOnManifest)]
    [DataRow("https://a." + KitLab.Stories + "/", (int)Reason.NotOnManifest)]
    [DataRow("https://" + KitLab.Stories + ":8080/", (int)Reason.OtherPort)]
    [DataRow("http://" + KitLab.Stories + ":443/", (int)Reason.OtherScheme)]
    [DataRow("http://" + KitLab.Stories + "/", (int)Reason.OtherPort)]
    [DataRow("https://" + KitLab.Plain + ":80/", (int)Reason.OtherScheme)]
    [DataRow("https://192.0.2.1/", (int)Reason.NotAName)]
    [DataRow("https://127.0.0.1/", (int)Reason.NotAName)]
    [DataRow("https://localhost/", (int)Reason.NotAName)]
    public void Closed_IsHeldBeforeAnyLookup(string url, int reason)
    {
        using KitLab lab = new();

        using GuardedResponse response = lab.Http.Get(url);

        Assert.AreEqual((Reason)reason, response.Reason, url);
        HeldInWords(response);
        Silent(lab);
    }

    [TestMethod]
    [Req("EGR-01")]
    [DataRow("")]
    [DataRow("/story")]
    [DataRow("stories.toys.example")]
    [DataRow("https:")]
    [DataRow("https://")]
    [DataRow("https:///story")]
    [DataRow("ftp://stories.toys.example/")]
    [DataRow("ws://stories.toys.example/")]
    [DataRow("file:///etc/passwd")]
    [DataRow("https://user:pass@stories.toys.example/")]
    [DataRow("https://stories.toys.example:0/")]
    [DataRow("https://stories.toys.example:99999/")]
    [DataRow("https://stories.toys.example/a b")]
    [DataRow("https://stories.toys.example/\r\nX: y")]
    [DataRow(" https://stories.toys.example/")]
    public void Unreadable_IsHeldBeforeAnyLookup(string url)
    {
        using KitLab lab = new();

        using GuardedResponse response = lab.Http.Get(url);

        Assert.IsTrue(response.Reason is Reason.RequestUnfit or Reason.NotAName, response.Reason.ToString());
        HeldInWords(response);
        Silent(lab);
    }

    [TestMethod]
    [Req("EGR-01")]
    public void Closed_ByTheHome_HasItsReason()
    {
        using KitLab lab = new();

        lab.Gate.SetPaired(false);
        Held(lab, Reason.NotPaired);
        lab.Gate.SetPaired(true);

        lab.Gate.PauseEverything(true);
        Held(lab, Reason.EverythingPaused);
        lab.Gate.PauseEverything(false);

        lab.Gate.PauseToy(1, true);
        Held(lab, Reason.ToyPaused);
        lab.Gate.PauseToy(1, false);

        lab.Gate.SetClock(default);
        Held(lab, Reason.ClockUnknown);
        lab.Gate.SetClock(Moment.FromLocalSeconds(KitLab.NowSeconds));

        lab.Gate.Approve(1, 1, false);
        Held(lab, Reason.WaitingForGuardian);
        Silent(lab);

        lab.Gate.Approve(1, 1, true);
        lab.StillServes();
    }

    [TestMethod]
    [Req("EGR-01")]
    public void Headers_ThatOnlyWeWrite_HoldTheRequest()
    {
        string[] ours =
        [
            "Host", "host", "HOST", "Content-Length", "Transfer-Encoding", "Connection", "Upgrade", "TE", "Trailer", "Expect",
            "Keep-Alive", "Proxy-Connection", "Proxy-Authorization", "", "a b", "a:b", "ä", "x\r\ny", new string('x', 65),
        ];
        using KitLab lab = new();

        foreach (string name in ours)
        {
            Unfit(lab, name, "x");
        }

        foreach (string value in new[] { "a\r\nX: y", "a\nb", "a\0b", "ä", "\u007f", " a", "a ", new string('x', 1025) })
        {
            Unfit(lab, "X-Toy", value);
        }

        Silent(lab);
    }

    [TestMethod]
    public void Headers_MoreThanSixteen_HoldTheRequest()
    {
        using KitLab lab = new();
        using GuardedRequest request = new(HttpMethod.Get, "https://" + KitLab.Stories + "/");

        for (int i = 0; i < 16; i++)
        {
            Assert.IsTrue(request.AddHeader("X-" + i, new string('x', 100)));
        }

        using (GuardedResponse fits = lab.Http.Send(request))
        {
            Assert.AreEqual(Reason.Allowed, fits.Reason, fits.Words);
            Assert.IsTrue(fits.TryReadBody(out _));
        }

        Assert.AreEqual(new string('x', 100), lab.Server.Visits.Single().Field("X-15"));
        Assert.IsFalse(request.AddHeader("X-16", "x"));
        using GuardedResponse held = lab.Http.Send(request);
        Assert.AreEqual(Reason.RequestUnfit, held.Reason);
        Assert.AreEqual(1, lab.Requests);
    }

    [TestMethod]
    [DataRow("OPTIONS")]
    [DataRow("TRACE")]
    [DataRow("CONNECT")]
    [DataRow("get")]
    [DataRow("BREW")]
    public void Methods_OfOtherKinds_HoldTheRequest(string method)
    {
        using KitLab lab = new();
        using GuardedRequest request = new(new HttpMethod(method), "https://" + KitLab.Stories + "/");

        // .NET itself writes well-known names in capitals; what is sent must be one of ours either way.
        using GuardedResponse response = lab.Http.Send(request);

        if (request.Method.Method == "GET")
        {
            Assert.AreEqual("GET / HTTP/1.1", lab.Server.Visits.Single().Line);
            return;
        }

        Assert.AreEqual(Reason.RequestUnfit, response.Reason);
        Silent(lab);
    }

    [TestMethod]
    [DataRow(-1, 5000)]
    [DataRow((16 * 1024 * 1024) + 1, 5000)]
    [DataRow(100, 0)]
    [DataRow(100, 999)]
    [DataRow(100, 600_001)]
    public void Limits_OutOfRange_HoldTheRequest(int bodyBytesMax, int timeMs)
    {
        using KitLab lab = new();
        using GuardedRequest request = new(HttpMethod.Get, "https://" + KitLab.Stories + "/")
        {
            BodyBytesMax = bodyBytesMax,
            TimeMs = timeMs,
        };

        using GuardedResponse response = lab.Http.Send(request);

        Assert.AreEqual(Reason.RequestUnfit, response.Reason);
        Silent(lab);
    }

    [TestMethod]
    public void Second_WhileABodyIsOpen_IsHeld()
    {
        using KitLab lab = new();

        using (GuardedResponse first = lab.Http.Get("https://" + KitLab.Stories + "/"))
        {
            Assert.AreEqual(Reason.Allowed, first.Reason);
            using GuardedResponse second = lab.Http.Get("https://" + KitLab.Stories + "/");
            Assert.AreEqual(Reason.NoSocketLeft, second.Reason);
            HeldInWords(second);
            Assert.IsTrue(first.TryReadBody(out byte[] body));
            Assert.AreEqual("hello", Encoding.ASCII.GetString(body));
        }

        lab.StillServes();
    }

    [TestMethod]
    public void Disposed_UnreadBody_MakesRoom()
    {
        using KitLab lab = new();
        lab.Server.Answer = static visit =>
        {
            visit.SendText("HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\nbegin");
            visit.HearOut();
        };

        for (int i = 0; i < 3; i++)
        {
            using GuardedResponse response = lab.Http.Get("https://" + KitLab.Stories + "/");
            Assert.AreEqual(Reason.Allowed, response.Reason, response.Words);
        }

        lab.StillServes();
    }

    [TestMethod]
    public void Stopped_IsHeld()
    {
        using KitLab lab = new();
        lab.Client.Stop();

        using GuardedResponse response = lab.Http.Get("https://" + KitLab.Stories + "/");

        Assert.IsTrue(response.IsHeld);
        Silent(lab);
    }

    private static void Unfit(KitLab lab, string name, string value)
    {
        using GuardedRequest request = new(HttpMethod.Get, "https://" + KitLab.Stories + "/");
        Assert.IsFalse(request.AddHeader(name, value), name + ": " + value);
        using GuardedResponse response = lab.Http.Send(request);
        Assert.AreEqual(Reason.RequestUnfit, response.Reason, name + ": " + value);
    }

    private static void Held(KitLab lab, Reason reason)
    {
        using GuardedResponse response = lab.Http.Get("https://" + KitLab.Stories + "/");
        Assert.AreEqual(reason, response.Reason);
        HeldInWords(response);
    }

    private static void HeldInWords(GuardedResponse response)
    {
        Assert.IsTrue(response.IsHeld);
        Assert.AreEqual(403, (int)response.StatusCode);
        Assert.AreEqual(ReasonWords.Of(response.Reason), response.Words);
        Assert.AreEqual(0, response.Content.ReadAsStream().Read(new byte[1], 0, 1));
        Assert.IsFalse(response.TryReadBody(out byte[] body));
        Assert.AreEqual(0, body.Length);
        Assert.IsNull(response.Header("Content-Type"));
    }

    // Nothing was asked, dialled or said.
    private static void Silent(KitLab lab)
    {
        Assert.IsTrue(lab.Resolver.Asked.IsEmpty, string.Join(" ", lab.Resolver.Asked));
        Assert.IsTrue(lab.Dialled.IsEmpty, string.Join(" ", lab.Dialled));
        Assert.AreEqual(0, lab.Connections);
    }
}
