using System.Linq;
using System.Net.Http;
using System.Text;

using ToyGuard.Core.Policy;
using ToyGuard.Fakes;
using ToyGuard.Kit.Tests.Lab;

namespace ToyGuard.Kit.Tests.Redirects;

/// <summary>
/// Goal: a redirect is a new decision, and carries nothing to a place that it was not meant for.
/// Method: real servers that redirect in every way there is; what arrives where is compared, byte by byte where it matters.
/// </summary>
[TestClass]
public class RedirectTests
{
    private const string Start = "https://" + KitLab.Stories + "/a/start";

    [TestMethod]
    [Req("EGR-01")]
    [DataRow(301, "https://" + KitLab.Stories + "/b")]
    [DataRow(302, "//" + KitLab.Stories + "/b")]
    [DataRow(303, "/b")]
    [DataRow(307, "../b")]
    [DataRow(308, "./../b")]
    [DataRow(302, "HTTPS://STORIES.toys.EXAMPLE:443/b")]
    public void Redirect_SamePlace_IsFollowed(int status, string location)
    {
        using KitLab lab = new();
        Redirect(lab.Server, status, location);

        using GuardedResponse response = lab.Http.Get(Start);

        Assert.AreEqual(Reason.Allowed, response.Reason, response.Words);
        Assert.IsFalse(response.IsHeld);
        Assert.AreEqual(1, response.Redirects);
        Assert.IsTrue(response.TryReadBody(out byte[] body));
        Assert.AreEqual("there", Encoding.ASCII.GetString(body));
        Assert.AreEqual("GET /b HTTP/1.1", lab.Server.Visits.Last().Line);
    }

    [TestMethod]
    [Req("EGR-01")]
    [Req("EGR-07")]
    [DataRow("https://" + KitLab.Analytics + "/track", (int)Reason.WaitingForGuardian)]
    [DataRow("//" + KitLab.Analytics + "/track", (int)Reason.WaitingForGuardian)]
    [DataRow("https://elsewhere.example/", (int)Reason.NotOnManifest)]
    [DataRow("https://" + KitLab.Stories + ".evil.example/", (int)Reason.NotOnManifest)]
    [DataRow("https://x" + KitLab.Stories + "/", (int)Reason.NotOnManifest)]
    [DataRow("https://" + KitLab.Stories + ":444/", (int)Reason.OtherPort)]
    public void Redirect_ToClosedPlace_IsHeldBeforeAnyLookup(string location, int reason)
    {
        using KitLab lab = new();
        Redirect(lab.Server, 302, location);

        using GuardedResponse response = lab.Http.Get(Start);

        Assert.AreEqual((Reason)reason, response.Reason, location);
        Assert.IsTrue(response.IsHeld);
        Assert.AreEqual(403, (int)response.StatusCode);
        Assert.IsFalse(response.TryReadBody(out byte[] body));
        Assert.AreEqual(0, body.Length);
        Assert.AreEqual(1, lab.Requests);
        Assert.IsTrue(lab.Resolver.Asked.All(static name => name == KitLab.Stories), "a held name was looked up");
        Assert.AreEqual(1, lab.Dialled.Count);
        lab.StillServes();
    }

    [TestMethod]
    [Req("EGR-05")]
    [DataRow("http://" + KitLab.Stories + "/")]
    [DataRow("http://" + KitLab.Plain + "/")]
    [DataRow("http://" + KitLab.Stories + ":443/")]
    [DataRow("ftp://" + KitLab.Stories + "/")]
    [DataRow("file:///etc/passwd")]
    [DataRow("javascript:alert(1)")]
    [DataRow("data:text/plain,x")]
    [DataRow("https://user@" + KitLab.Stories + "/")]
    [DataRow("https://user:pass@" + KitLab.Stories + "/")]
    [DataRow("https:" + KitLab.Stories)]
    [DataRow("https:///b")]
    [DataRow("https://192.0.2.1/")]
    [DataRow("https://127.0.0.1/")]
    [DataRow("\\\\" + KitLab.Pictures + "\\b")]
    [DataRow("/\\" + KitLab.Pictures + "/b")]
    [DataRow("/b c")]
    [DataRow("")]
    public void Redirect_ToPlainTextOrToNoPlace_IsHeld(string location)
    {
        using KitLab lab = new();
        Redirect(lab.Server, 302, location);

        using GuardedResponse response = lab.Http.Get(Start);

        Assert.AreEqual(Reason.RedirectUnfit, response.Reason, location);
        Assert.AreEqual(1, lab.Dialled.Count);
        Assert.AreEqual(0, lab.PlainServer.Connections);
    }

    [TestMethod]
    [Req("EGR-05")]
    public void Redirect_FromPlainToTls_IsFollowed()
    {
        using KitLab lab = new();
        Redirect(lab.PlainServer, 301, "https://" + KitLab.Stories + "/b");

        using GuardedResponse response = lab.Http.Get("http://" + KitLab.Plain + "/");

        Assert.AreEqual(Reason.Allowed, response.Reason, response.Words);
        Assert.AreEqual(1, lab.Server.Visits.Count);
    }

    [TestMethod]
    [DataRow(5, (int)Reason.Allowed)]
    [DataRow(6, (int)Reason.TooManyRedirects)]
    public void Redirects_InAChain_AreFollowedFiveTimes(int length, int reason)
    {
        using KitLab lab = new();
        lab.Server.Answer = visit =>
        {
            int at = visit.Line["GET /".Length] - '0';
            visit.SendText(at < length ? Found("/" + (at + 1)) : "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        };

        using GuardedResponse response = lab.Http.Get("https://" + KitLab.Stories + "/0");

        Assert.AreEqual((Reason)reason, response.Reason);
        Assert.AreEqual(6, lab.Server.Visits.Count);
        lab.StillServes();
    }

    [TestMethod]
    public void Redirect_ToItself_Ends()
    {
        using KitLab lab = new();
        lab.Server.Answer = static visit => visit.SendText(Found("/a/start"));

        using GuardedResponse response = lab.Http.Get(Start);

        Assert.AreEqual(Reason.TooManyRedirects, response.Reason);
        Assert.AreEqual(6, lab.Server.Visits.Count);
    }

    [TestMethod]
    [Req("EGR-01")]
    [DataRow(307, KitLab.Pictures, 443)]
    [DataRow(308, KitLab.Pictures, 443)]
    [DataRow(307, KitLab.Stories, KitLab.OtherPort)]
    [DataRow(308, KitLab.Stories, KitLab.OtherPort)]
    public void Redirect_OfABodyToAnotherPlace_IsHeld(int status, string host, int port)
    {
        using KitLab lab = new();
        Redirect(lab.Server, status, "https://" + host + ":" + port + "/b");

        using GuardedResponse response = lab.Http.Send(Post("secret"));

        Assert.AreEqual(Reason.RedirectUnfit, response.Reason);
        Assert.AreEqual(1, lab.Requests);
        Assert.AreEqual("secret", Encoding.ASCII.GetString(lab.Server.Visits.Single().Body));
        Assert.AreEqual(1, lab.Dialled.Count);
    }

    [TestMethod]
    [DataRow(301)]
    [DataRow(302)]
    [DataRow(303)]
    public void Redirect_OfAPost_BecomesGetWithoutBody(int status)
    {
        using KitLab lab = new();
        Redirect(lab.Server, status, "https://" + KitLab.Pictures + "/b");
        lab.PicturesServer.Answer = static visit => visit.SendText("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");

        using GuardedResponse response = lab.Http.Send(Post("secret"));

        Assert.AreEqual(Reason.Allowed, response.Reason, response.Words);
        LabVisit visit = lab.PicturesServer.Visits.Single();
        Assert.AreEqual("GET /b HTTP/1.1", visit.Line);
        Assert.AreEqual(0, visit.Body.Length);
        Assert.AreEqual("", visit.Field("Content-Type"));
        Assert.AreEqual("", visit.Field("Content-Length"));
    }

    [TestMethod]
    [DataRow(307)]
    [DataRow(308)]
    public void Redirect_OfABodyToTheSamePlace_TakesItAlong(int status)
    {
        using KitLab lab = new();
        Redirect(lab.Server, status, "/b");

        using GuardedResponse response = lab.Http.Send(Post("secret"));

        Assert.AreEqual(Reason.Allowed, response.Reason, response.Words);
        Assert.AreEqual("POST /b HTTP/1.1", lab.Server.Visits.Last().Line);
        Assert.AreEqual("secret", Encoding.ASCII.GetString(lab.Server.Visits.Last().Body));
    }

    [TestMethod]
    [Req("EGR-01")]
    [DataRow("https://" + KitLab.Pictures + "/b", false)]
    [DataRow("https://stories.toys.example:8443/b", false)]
    [DataRow("https://" + KitLab.Stories + ":443/b", true)]
    public void Redirect_OwnHeaders_GoToTheSamePlaceOnly(string location, bool isSame)
    {
        using KitLab lab = new();
        Redirect(lab.Server, 302, location);
        using GuardedRequest request = new(HttpMethod.Get, Start);
        Assert.IsTrue(request.AddHeader("Authorization", "Bearer secret"));
        Assert.IsTrue(request.AddHeader("Cookie", "child=secret"));
        Assert.IsTrue(request.AddHeader("X-Toy", "secret"));
        Assert.IsTrue(request.AddHeader("Accept", "text/plain"));
        Assert.IsTrue(request.AddHeader("Accept-Language", "fr"));

        using GuardedResponse response = lab.Http.Send(request);

        Assert.AreEqual(Reason.Allowed, response.Reason, response.Words);
        LabVisit second = lab.Server.Visits.Concat(lab.PicturesServer.Visits).Concat(lab.PortServer.Visits).Last();
        Assert.AreEqual("GET /b HTTP/1.1", second.Line);
        Assert.AreEqual(isSame, second.Head.Contains("secret", System.StringComparison.Ordinal), second.Head);
        Assert.AreEqual("text/plain", second.Field("Accept"));
        Assert.AreEqual("fr", second.Field("Accept-Language"));
        Assert.AreEqual("", second.Field("Referer"));
    }

    [TestMethod]
    public void Redirect_WithSetCookie_SendsNoCookie()
    {
        using KitLab lab = new();
        lab.Server.Answer = static visit => visit.SendText(
            visit.Line.StartsWith("GET /a/start ", System.StringComparison.Ordinal)
                ? "HTTP/1.1 302 Found\r\nLocation: /b\r\nSet-Cookie: id=1\r\nContent-Length: 0\r\n\r\n"
                : "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");

        using GuardedResponse response = lab.Http.Get(Start);

        Assert.AreEqual(Reason.Allowed, response.Reason);
        Assert.AreEqual("", lab.Server.Visits.Last().Field("Cookie"));
        Assert.AreEqual("", lab.Server.Visits.Last().Field("Referer"));
    }

    [TestMethod]
    public void Redirect_WithTwoLocations_IsHeld()
    {
        using KitLab lab = new();
        lab.Server.Answer = static visit =>
            visit.SendText("HTTP/1.1 302 Found\r\nLocation: /b\r\nLocation: /c\r\nContent-Length: 0\r\n\r\n");

        using GuardedResponse response = lab.Http.Get(Start);

        Assert.IsTrue(response.Reason is Reason.RedirectUnfit or Reason.AnswerMalformed, response.Words);
        Assert.AreEqual(1, lab.Server.Visits.Count);
    }

    [TestMethod]
    [Req("EGR-03")]
    public void Redirect_LooksUpAndJudgesAnew()
    {
        using KitLab lab = new();
        Redirect(lab.Server, 302, "https://" + KitLab.Pictures + "/b");
        lab.Resolver.Set(KitLab.Pictures, LabResolver.Addresses("10.0.0.5"));

        using GuardedResponse response = lab.Http.Get(Start);

        Assert.AreEqual(Reason.AddressPrivate, response.Reason);
        Assert.AreEqual(KitLab.Pictures, response.Place);
        Assert.AreEqual(1, lab.Dialled.Count);
    }

    [TestMethod]
    public void Redirect_PausedOnTheWay_IsHeld()
    {
        using KitLab lab = new();
        lab.Server.Answer = visit =>
        {
            lab.Gate.PauseToy(1, true);
            visit.SendText(Found("/b"));
        };

        using GuardedResponse response = lab.Http.Get(Start);

        Assert.AreEqual(Reason.ToyPaused, response.Reason);
        Assert.AreEqual(1, lab.Requests);
    }

    private static GuardedRequest Post(string body)
    {
        return new GuardedRequest(HttpMethod.Post, Start) { Content = new StringContent(body) };
    }

    private static string Found(string location)
    {
        return "HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n";
    }

    // The start leads on; every other path is the end of the way.
    private static void Redirect(LabServer server, int status, string location)
    {
        server.Answer = visit =>
        {
            bool isStart = visit.Line.Contains(" /b ", System.StringComparison.Ordinal) is false;
            visit.SendText(isStart
                ? "HTTP/1.1 " + status + " Moved\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n"
                : "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nthere");
        };
    }
}
