using ToyGuard.Page.Routes;

namespace ToyGuard.Page.Tests.Routes;

/// <summary>
/// Goal: each route is read or posted to and nothing else, and what is posted is heard only from our own page (AUTH-01, WEB-02).
/// Method: the whole table, and one good POST with each of its fields broken.
/// </summary>
[TestClass]
public class RouteTableTests
{
    private const string Host = Asked.Label + ".local";
    private const string Refusal = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n";

    [TestMethod]
    [Req("AUTH-01")]
    public void Table_EachRoute_IsReadOrPostedTo()
    {
        Assert.IsTrue(RouteTable.Count > 7);

        for (int i = 0; i < RouteTable.Count; i++)
        {
            string path = RouteTable.PathAt(i);
            bool isPosted = RouteTable.IsPosted(RouteTable.ContentAt(i));
            PretendDoor door = new PretendDoor();

            Assert.AreEqual(isPosted ? 405 : 200, Asked.Of("GET " + path + " HTTP/1.1\r\nHost: " + Host + "\r\n\r\n", door).Status, path);
            Assert.AreEqual(isPosted ? 403 : 405, Asked.Of("POST " + path + " HTTP/1.1\r\nHost: " + Host + "\r\n\r\n", door).Status, path);
            Assert.AreEqual(isPosted ? "POST" : "GET, HEAD", Asked.Of("PUT " + path + " HTTP/1.1\r\nHost: " + Host + "\r\n\r\n", door).Field("Allow"), path);
            Assert.AreEqual(404, Asked.Of("GET " + path + "x HTTP/1.1\r\nHost: " + Host + "\r\n\r\n", door).Status, path);
            Assert.AreEqual(421, Asked.Of("GET " + path + " HTTP/1.1\r\nHost: evil.example\r\n\r\n", door).Status, path);
            Assert.AreEqual(0, door.Knocks, path);
        }
    }

    [TestMethod]
    [Req("AUTH-01")]
    [DataRow("", false)]
    [DataRow("forged", false)]
    [DataRow("open", true)]
    public void Door_WithoutAKey_IsTheOneRefusal(string body, bool isOpen)
    {
        PretendDoor door = new PretendDoor();
        Asked asked = Asked.Of(Post("/door", "application/octet-stream", body), door);

        Assert.AreEqual(isOpen ? 200 : 403, asked.Status);
        Assert.AreEqual(isOpen ? PretendDoor.Inside : "", asked.Content);
        Assert.AreEqual(isOpen ? "application/octet-stream" : "", asked.Field("Content-Type"));
        Assert.AreEqual(isOpen ? -1 : 0, asked.Head.IndexOf(Refusal), asked.Head);
    }

    [TestMethod]
    [Req("WEB-02")]
    [DataRow("Origin: http://toyguard-k7m2p9qx.local\r\n", true)]
    [DataRow("Origin: http://toyguard-k7m2p9qx.local\r\nSec-Fetch-Site: same-origin\r\n", true)]
    [DataRow("", false)]
    [DataRow("Origin: null\r\n", false)]
    [DataRow("Origin: \r\n", false)]
    [DataRow("Origin: http://evil.example\r\n", false)]
    [DataRow("Origin: https://toyguard-k7m2p9qx.local\r\n", false)]
    [DataRow("Origin: http://toyguard-k7m2p9qx.local:80\r\n", false)]
    [DataRow("Origin: http://toyguard-k7m2p9qx.local.evil.example\r\n", false)]
    [DataRow("Origin: http://toyguard-k7m2p9qx\r\n", false)]
    [DataRow("Origin: http://192.0.2.1\r\n", false)]
    [DataRow("Origin: http://toyguard-k7m2p9qx.local\r\nOrigin: http://evil.example\r\n", false)]
    [DataRow("Origin: http://toyguard-k7m2p9qx.local\r\nSec-Fetch-Site: cross-site\r\n", false)]
    [DataRow("Origin: http://toyguard-k7m2p9qx.local\r\nSec-Fetch-Site: same-site\r\n", false)]
    [DataRow("Origin: http://toyguard-k7m2p9qx.local\r\nSec-Fetch-Site: none\r\n", false)]
    [DataRow("Origin: http://toyguard-k7m2p9qx.local\r\nSec-Fetch-Site: same-origin\r\nSec-Fetch-Site: cross-site\r\n", false)]
    public void Post_NotFromOurOwnPage_IsNotHeard(string fields, bool isHeard)
    {
        for (int i = 0; i < 3; i++)
        {
            PretendDoor door = new PretendDoor();
            string type = i == 0 ? "application/octet-stream" : "application/json";
            string request = "POST " + (i == 0 ? "/door" : i == 1 ? "/setup" : "/ask") + " HTTP/1.1\r\nHost: " + Host + "\r\n" + fields
                + "Content-Type: " + type + "\r\nContent-Length: 4\r\n\r\n" + PretendDoor.Word;
            Asked asked = Asked.Of(request, door, i != 1);

            Assert.AreEqual(isHeard ? 200 : 403, asked.Status, fields);
            Assert.AreEqual(isHeard ? 1 : 0, door.Knocks, fields);
            Assert.AreEqual(isHeard ? -1 : 0, asked.Head.IndexOf(Refusal), asked.Head);
        }
    }

    [TestMethod]
    [Req("WEB-02")]
    [DataRow("text/plain")]
    [DataRow("application/x-www-form-urlencoded")]
    [DataRow("application/octet-stream; charset=utf-8")]
    [DataRow("")]
    public void Post_TypeThatAFormCouldSend_IsNotHeard(string type)
    {
        PretendDoor door = new PretendDoor();

        Assert.AreEqual(403, Asked.Of(Post("/door", type, PretendDoor.Word), door).Status);
        Assert.AreEqual(403, Asked.Of(Post("/setup", type, PretendDoor.Word), door).Status);
        Assert.AreEqual(403, Asked.Of(Post("/ask", type, PretendDoor.Word), door).Status);
        Assert.AreEqual(0, door.Knocks);
    }

    [TestMethod]
    [Req("WEB-04")]
    [DataRow("/door", "application/octet-stream", 4096, 403, 4096)]
    [DataRow("/door", "application/octet-stream", 4097, 413, 0)]
    [DataRow("/setup", "application/json", 512, 403, 512)]
    [DataRow("/setup", "application/json", 513, 403, 0)]
    [DataRow("/ask", "application/json", 128, 403, 128)]
    [DataRow("/ask", "application/json", 129, 403, 0)]
    public void Post_Body_IsHeardUpToItsBound(string path, string type, int length, int status, int heard)
    {
        Asked asked = Asked.Of(Post(path, type, new string('x', length)), new PretendDoor());

        Assert.AreEqual(status, asked.Status);
        Assert.AreEqual(heard, asked.BodyLength);
    }

    [TestMethod]
    public void Post_Heard_KnowsItsVisitor()
    {
        PretendDoor door = new PretendDoor();
        Asked.Of(Post("/setup", "application/json", PretendDoor.Word), door, false);

        Assert.AreEqual(Asked.Holder, door.Holder);
        Assert.IsFalse(door.IsHomeSide);
        Assert.AreEqual(PretendDoor.Word, door.Heard);
    }

    [TestMethod]
    [DataRow("gzip, deflate", true)]
    [DataRow("deflate, GZIP;q=0.5", true)]
    [DataRow("identity", false)]
    [DataRow("gzip;q=0", false)]
    [DataRow("xgzip", false)]
    [DataRow("", false)]
    public void Page_ByWhatTheBrowserTakes_IsPackedOrSmall(string encoding, bool isPacked)
    {
        foreach (string path in new string[] { "/", "/part/inside", "/help" })
        {
            Asked asked = Asked.Of("GET " + path + " HTTP/1.1\r\nHost: " + Host + "\r\nAccept-Encoding: " + encoding + "\r\n\r\n", new PretendDoor());

            Assert.AreEqual(200, asked.Status);
            Assert.AreEqual(isPacked ? "gzip" : "", asked.Field("Content-Encoding"));
            Assert.AreEqual(isPacked, asked.Field("Content-Security-Policy").IndexOf("script-src 'sha256-") > 0);
            Assert.AreEqual(isPacked ? "" : "</html>", isPacked ? asked.Content : asked.Content.Substring(asked.Content.Length - 7));
            Assert.AreEqual(isPacked ? asked.More.ToString() : "0", isPacked ? asked.Field("Content-Length") : asked.More.ToString());
        }
    }

    [TestMethod]
    [Req("PCTL-08")]
    [DataRow("forged", 403, "")]
    [DataRow("open", 200, "inside")]
    public void Ask_IsHeardWithoutAKey_OrTheOneRefusal(string body, int status, string content)
    {
        Asked asked = Asked.Of(Post("/ask", "application/json", body), new PretendDoor());

        Assert.AreEqual(status, asked.Status);
        Assert.AreEqual(content, asked.Content);
        Assert.AreEqual(status == 200 ? "application/json" : "", asked.Field("Content-Type"));
        Assert.AreEqual(status == 200 ? -1 : 0, asked.Head.IndexOf(Refusal), asked.Head);
    }

    [TestMethod]
    [DataRow("/state")]
    [DataRow("/my-toy")]
    public void State_Asked_IsJsonThatNobodyKeeps(string path)
    {
        Asked asked = Asked.Of("GET " + path + " HTTP/1.1\r\nHost: " + Host + "\r\n\r\n", new PretendDoor());

        Assert.AreEqual(PretendDoor.Public, asked.Content);
        Assert.AreEqual("application/json", asked.Field("Content-Type"));
        Assert.AreEqual("no-store", asked.Field("Cache-Control"));
    }

    private static string Post(string path, string type, string body)
    {
        return "POST " + path + " HTTP/1.1\r\nHost: " + Host + "\r\nOrigin: http://" + Host + "\r\n"
            + (type == "" ? "" : "Content-Type: " + type + "\r\n") + "Content-Length: " + body.Length.ToString() + "\r\n\r\n" + body;
    }
}
