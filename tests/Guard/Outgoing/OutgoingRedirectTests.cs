using System.Text;
using ToyGuard.Core.Policy;
using ToyGuard.Guard.Outgoing;
using ToyGuard.Wire.Http;

namespace ToyGuard.Guard.Tests.Outgoing;

/// <summary>
/// Goal: a redirect gets nothing for free: it is a new decision, takes nothing along that was meant for another place, and never leaves TLS.
/// Method: a table of redirects with what is sent next or why it is held, then the limit, the ledger and what Location may not be.
/// </summary>
[TestClass]
public class OutgoingRedirectTests
{
    private const string End = "Accept-Encoding: identity\r\nConnection: close\r\n\r\n";
    private const string Own = "Authorization: me\r\nAccept: a/b\r\n";

    [TestMethod]
    [DataRow(301, "/b", "GET /b HTTP/1.1\r\nHost: stories.toys.example\r\n" + Own)]
    [DataRow(302, "b", "GET /b HTTP/1.1\r\nHost: stories.toys.example\r\n" + Own)]
    [DataRow(303, "https://STORIES.toys.example.:443/b", "GET /b HTTP/1.1\r\nHost: stories.toys.example\r\n" + Own)]
    [DataRow(307, "//other.toys.example/b", "GET /b HTTP/1.1\r\nHost: other.toys.example\r\nAccept: a/b\r\n")]
    [DataRow(308, "https://stories.toys.example:8443/b", "GET /b HTTP/1.1\r\nHost: stories.toys.example:8443\r\nAccept: a/b\r\n")]
    [Req("EGR-01")]
    public void Follow_AllowedPlace_TakesAlongWhatMayGoThere(int status, string location, string head)
    {
        OutgoingHome home = new OutgoingHome();
        OutgoingRequest request = new OutgoingRequest(HttpMethod.Get, OutgoingHome.StoriesUrl);
        Assert.IsTrue(request.AddHeader("Authorization", "me"));
        Assert.IsTrue(request.AddHeader("Accept", "a/b"));
        home.Call.Begin(request, 0);
        home.Reach(10);

        Assert.AreEqual((int)OutgoingEffect.Redirect, (int)home.Hear(Head(status, location)));
        Assert.AreEqual((int)OutgoingEffect.Resolve, (int)home.Call.Follow(30));
        Assert.AreEqual(1, home.Call.Redirects);
        Assert.AreEqual(head + End, home.Reach(40));
    }

    [TestMethod]
    public void Follow_BackWhereItBegan_TakesNothingBack()
    {
        OutgoingHome home = new OutgoingHome();
        OutgoingRequest request = new OutgoingRequest(HttpMethod.Get, OutgoingHome.StoriesUrl);
        request.AddHeader("Authorization", "me");
        home.Call.Begin(request, 0);
        home.Reach(10);
        home.Hear(Head(302, "https://other.toys.example/"));
        home.Call.Follow(20);
        home.Reach(30);
        home.Hear(Head(302, OutgoingHome.StoriesUrl));
        home.Call.Follow(40);

        Assert.AreEqual("GET /tale HTTP/1.1\r\nHost: stories.toys.example\r\n" + End, home.Reach(50));
    }

    [TestMethod]
    [DataRow((int)HttpMethod.Post, 301, "/b", "GET /b HTTP/1.1\r\n", false)]
    [DataRow((int)HttpMethod.Post, 302, "/b", "GET /b HTTP/1.1\r\n", false)]
    [DataRow((int)HttpMethod.Post, 303, "/b", "GET /b HTTP/1.1\r\n", false)]
    [DataRow((int)HttpMethod.Post, 303, "https://other.toys.example/b", "GET /b HTTP/1.1\r\n", false)]
    [DataRow((int)HttpMethod.Post, 307, "/b", "POST /b HTTP/1.1\r\n", true)]
    [DataRow((int)HttpMethod.Post, 308, "/b", "POST /b HTTP/1.1\r\n", true)]
    [DataRow((int)HttpMethod.Put, 301, "/b", "PUT /b HTTP/1.1\r\n", true)]
    [DataRow((int)HttpMethod.Put, 303, "/b", "GET /b HTTP/1.1\r\n", false)]
    public void Follow_Body_GoesAlongOrNot(int method, int status, string location, string line, bool hasBody)
    {
        OutgoingHome home = new OutgoingHome();
        OutgoingRequest request = new OutgoingRequest((HttpMethod)method, OutgoingHome.StoriesUrl) { Body = new byte[7] };
        Assert.IsTrue(request.AddHeader("Content-Type", "a/b"));
        home.Call.Begin(request, 0);
        home.Reach(10);
        home.Hear(Head(status, location));

        Assert.AreEqual((int)OutgoingEffect.Resolve, (int)home.Call.Follow(30));
        string head = home.Reach(40);
        Assert.AreEqual(line, head.Substring(0, line.Length));
        Assert.AreEqual(hasBody, home.Call.Body is not null);
        Assert.AreEqual(hasBody, head.IndexOf("Content-Length: 7\r\n") > 0);
        Assert.AreEqual(hasBody, head.IndexOf("Content-Type: a/b\r\n") > 0);
        Assert.AreEqual(hasBody, head.IndexOf("Content-") > 0);
    }

    [TestMethod]
    [DataRow((int)HttpMethod.Get, 302, "https://elsewhere.example/", (int)Reason.NotOnManifest, "elsewhere.example")]
    [DataRow((int)HttpMethod.Get, 302, "https://waiting.toys.example/", (int)Reason.WaitingForGuardian, "waiting.toys.example")]
    [DataRow((int)HttpMethod.Get, 302, "https://stories.toys.example:444/", (int)Reason.OtherPort, "stories.toys.example:444")]
    [DataRow((int)HttpMethod.Get, 302, "https://push.toys.example/", (int)Reason.OtherScheme, "push.toys.example")]
    [DataRow((int)HttpMethod.Get, 302, "http://plain.toys.example/", (int)Reason.RedirectUnfit, "plain.toys.example")]
    [DataRow((int)HttpMethod.Get, 302, "http://stories.toys.example/", (int)Reason.RedirectUnfit, "stories.toys.example")]
    [DataRow((int)HttpMethod.Post, 307, "https://other.toys.example/", (int)Reason.RedirectUnfit, "other.toys.example")]
    [DataRow((int)HttpMethod.Post, 308, "https://stories.toys.example:8443/", (int)Reason.RedirectUnfit, "stories.toys.example:8443")]
    [DataRow((int)HttpMethod.Put, 302, "https://other.toys.example/", (int)Reason.RedirectUnfit, "other.toys.example")]
    [DataRow((int)HttpMethod.Delete, 307, "https://other.toys.example/", (int)Reason.RedirectUnfit, "other.toys.example")]
    [DataRow((int)HttpMethod.Patch, 301, "https://other.toys.example/", (int)Reason.RedirectUnfit, "other.toys.example")]
    [Req("EGR-01")]
    [Req("EGR-04")]
    [Req("EGR-05")]
    public void Follow_HeldPlace_IsNeverLookedUp(int method, int status, string location, int reason, string place)
    {
        OutgoingHome home = new OutgoingHome();
        bool hasBody = method == (int)HttpMethod.Post || method == (int)HttpMethod.Put;
        home.Call.Begin(new OutgoingRequest((HttpMethod)method, OutgoingHome.StoriesUrl) { Body = hasBody ? new byte[7] : null }, 0);
        home.Reach(10);

        Assert.AreEqual((int)OutgoingEffect.Redirect, (int)home.Hear(Head(status, location)));
        Assert.AreEqual((int)OutgoingEffect.Close, (int)home.Call.Follow(30));
        Assert.AreEqual(reason, (int)home.Call.End);
        Assert.AreEqual(reason, (int)home.Last);
        Assert.AreEqual(place, home.Call.Place);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("?x")]
    [DataRow("#x")]
    [DataRow("javascript:alert(1)")]
    [DataRow("https://192.0.2.7/")]
    [DataRow("https://stories.toys.example@elsewhere.example/")]
    [DataRow("///elsewhere.example/")]
    [DataRow("/\\elsewhere.example/")]
    [DataRow("https://stories.toys.example/\r\nLocation: https://other.toys.example/")]
    [Req("EGR-01")]
    public void OnHead_LocationThatLeadsNowhere_IsHeld(string location)
    {
        OutgoingHome home = new OutgoingHome();
        home.Get(OutgoingHome.StoriesUrl);
        home.Reach(10);

        Assert.AreEqual((int)OutgoingEffect.Close, (int)home.Hear(Head(302, location)));
        Assert.AreEqual((int)Reason.RedirectUnfit, (int)home.Call.End);
        Assert.AreEqual("stories.toys.example", home.Call.Place);
    }

    [TestMethod]
    [DataRow("HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n")]
    [DataRow("HTTP/1.1 300 Choices\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n")]
    [DataRow("HTTP/1.1 304 Same\r\nLocation: /b\r\n\r\n")]
    [DataRow("HTTP/1.1 305 Proxy\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n")]
    [DataRow("HTTP/1.1 201 Made\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n")]
    public void OnHead_NoRedirect_IsAnAnswer(string head)
    {
        OutgoingHome home = new OutgoingHome();
        home.Get(OutgoingHome.StoriesUrl);
        home.Reach(10);

        Assert.AreEqual((int)OutgoingEffect.Answer, (int)home.Hear(head));
    }

    [TestMethod]
    [Req("EGR-01")]
    public void Follow_ALoop_EndsAtTheLimit()
    {
        OutgoingHome home = new OutgoingHome();
        home.Get(OutgoingHome.StoriesUrl);

        for (int i = 0; i < OutgoingCall.RedirectsMax; i++)
        {
            home.Reach(10);
            Assert.AreEqual((int)OutgoingEffect.Redirect, (int)home.Hear(Head(302, "/tale")));
            Assert.AreEqual((int)OutgoingEffect.Resolve, (int)home.Call.Follow(20), i.ToString());
        }

        home.Reach(10);
        home.Hear(Head(302, "/tale"));
        Assert.AreEqual((int)OutgoingEffect.Close, (int)home.Call.Follow(20));
        Assert.AreEqual((int)Reason.TooManyRedirects, (int)home.Call.End);
        Assert.AreEqual(5, home.Call.Redirects);

        // The next call begins anew.
        Assert.AreEqual((int)OutgoingEffect.Resolve, (int)home.Get(OutgoingHome.StoriesUrl));
        Assert.AreEqual(0, home.Call.Redirects);
    }

    [TestMethod]
    [Req("EGR-03")]
    public void Follow_NewPlace_HasItsAddressesJudgedAndPaysForItself()
    {
        OutgoingHome home = new OutgoingHome();
        home.Get(OutgoingHome.StoriesUrl);
        home.Reach(10);
        home.Call.OnMoved(100, 10);
        home.Hear(Head(302, "https://other.toys.example/"));
        home.Call.OnMoved(20, 15);
        home.Call.Follow(20);

        Assert.AreEqual(120L, home.Ledger(OutgoingHome.Stories));
        Assert.AreEqual((int)OutgoingEffect.Close, (int)home.Call.OnResolved(Reason.None, new byte[] { 10, 0, 0, 1 }, 1, 30));
        Assert.AreEqual((int)Reason.AddressPrivate, (int)home.Call.End);
        Assert.AreEqual("other.toys.example", home.LastHost);

        home.Get(OutgoingHome.StoriesUrl);
        home.Reach(10);
        home.Hear(Head(302, "https://other.toys.example/"));
        home.Call.Follow(20);
        home.Reach(30);
        home.Call.OnMoved(7, 40);
        home.Call.OnClosed();
        Assert.AreEqual(120L, home.Ledger(OutgoingHome.Stories));
        Assert.AreEqual(7L, home.Ledger(OutgoingHome.Other));
    }

    [TestMethod]
    public void Follow_FromPlainToTls_IsANewPlace()
    {
        OutgoingHome home = new OutgoingHome();
        OutgoingRequest request = new OutgoingRequest(HttpMethod.Get, "http://plain.toys.example/a");
        request.AddHeader("Authorization", "me");
        home.Call.Begin(request, 0);
        home.Reach(10);
        home.Hear(Head(301, "https://plain.toys.example/a"));

        Assert.AreEqual((int)OutgoingEffect.Resolve, (int)home.Call.Follow(20));
        Assert.AreEqual("GET /a HTTP/1.1\r\nHost: plain.toys.example\r\n" + End, home.Reach(30));
    }

    [TestMethod]
    public void OnTick_WhileRedirecting_KeepsTheWholeTime()
    {
        OutgoingHome home = new OutgoingHome();
        home.Get(OutgoingHome.StoriesUrl);
        home.Reach(29000);
        home.Hear(Head(302, "/b"));
        home.Call.Follow(29500);

        Assert.AreEqual((int)OutgoingEffect.Close, (int)home.Call.OnTick(30000));
        Assert.AreEqual((int)Reason.ResolverSilent, (int)home.Call.End);
    }

    private static string Head(int status, string location)
    {
        return $"HTTP/1.1 {status} Moved\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n";
    }
}
