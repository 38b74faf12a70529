using System.Text;

using ToyGuard.Page.Routes;
using ToyGuard.Wire;

namespace ToyGuard.Page.Tests.Routes;

/// <summary>
/// Goal: each request gets the one status it deserves, and each answer the same guarded head.
/// Method: tables of requests; what is written is read back as text.
/// </summary>
[TestClass]
public class PageRouterTests
{
    [TestMethod]
    [DataRow("GET", "/", 200)]
    [DataRow("HEAD", "/", 200)]
    [DataRow("GET", "/?from=label", 200)]
    [DataRow("GET", "/index.html", 404)]
    [DataRow("GET", "//", 404)]
    [DataRow("GET", "/favicon.ico", 404)]
    [DataRow("GET", "/..", 404)]
    [DataRow("GET", "/%3f", 404)]
    [DataRow("HEAD", "/nothing", 404)]
    [DataRow("POST", "/nothing", 404)]
    [DataRow("POST", "/", 405)]
    [DataRow("PUT", "/", 405)]
    [DataRow("DELETE", "/", 405)]
    [DataRow("PATCH", "/", 405)]
    [DataRow("OPTIONS", "/", 405)]
    [DataRow("TRACE", "/", 405)]
    [DataRow("OPTIONS", "*", 404)]
    [DataRow("get", "/", 501)]
    [DataRow("BREW", "/", 501)]
    public void Judge_MethodAndTarget_GetTheirStatus(string method, string target, int status)
    {
        Asked asked = Asked.Of(method + " " + target + " HTTP/1.1\r\nHost: 192.0.2.1\r\n\r\n");

        Assert.AreEqual(status, asked.Status);
        Assert.AreEqual(status.ToString(), asked.Head.Substring(9, 3));
        Assert.AreEqual(status == 405 ? "GET, HEAD" : "", asked.Field("Allow"));
        Assert.IsTrue(status != 405 || asked.Content == "");
    }

    [TestMethod]
    [DataRow("Content-Length: 0\r\n", 200, 0)]
    [DataRow("Content-Length: 1\r\n", 200, 1)]
    [DataRow("Content-Length: 4096\r\n", 200, 4096)]
    [DataRow("Content-Length: 4097\r\n", 413, 0)]
    [DataRow("Content-Length: 999999999999999\r\n", 413, 0)]
    [DataRow("Content-Length: 9999999999999999\r\n", 413, 0)]
    [DataRow("Expect: 100-continue\r\nContent-Length: 1\r\n", 417, 0)]
    [DataRow("Expect: 100-continue\r\n", 200, 0)]
    [DataRow("Transfer-Encoding: chunked\r\n", 501, 0)]
    [DataRow("Content-Length: -1\r\n", 400, 0)]
    [DataRow("Content-Length: 1\r\nContent-Length: 1\r\n", 400, 0)]
    public void Judge_Body_IsHeardOutOrRefused(string fields, int status, int bodyLength)
    {
        Asked asked = Asked.FirstPage(fields);

        Assert.AreEqual(status, asked.Status, fields);
        Assert.AreEqual(bodyLength, asked.BodyLength, fields);
    }

    [TestMethod]
    [DataRow("POST / HTTP/1.1\r\nHost: 192.0.2.1\r\nContent-Length: 4000\r\n\r\n", 405)]
    [DataRow("POST / HTTP/1.1\r\nHost: 192.0.2.1\r\nContent-Length: 400000\r\n\r\n", 405)]
    [DataRow("POST /door HTTP/1.1\r\nHost: 192.0.2.1\r\nContent-Length: 4000\r\n\r\n", 404)]
    [DataRow("POST / HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 4000\r\n\r\n", 421)]
    public void Judge_BodyThatNobodyWants_IsNotWaitedFor(string request, int status)
    {
        Asked asked = Asked.Of(request);

        Assert.AreEqual(status, asked.Status);
        Assert.AreEqual(0, asked.BodyLength);
    }

    [TestMethod]
    [Req("WEB-04")]
    [DataRow("GET / HTTP/1.2\r\nHost: 192.0.2.1\r\n\r\n", 505)]
    [DataRow("GET / HTTP/2.0\r\nHost: 192.0.2.1\r\n\r\n", 505)]
    [DataRow("GET / http/1.1\r\nHost: 192.0.2.1\r\n\r\n", 505)]
    [DataRow("GET  / HTTP/1.1\r\nHost: 192.0.2.1\r\n\r\n", 400)]
    [DataRow("GET / HTTP/1.1\nHost: 192.0.2.1\n\n", 400)]
    [DataRow("GET / HTTP/1.1\r\nHost : 192.0.2.1\r\n\r\n", 400)]
    [DataRow("GET / HTTP/1.1\r\nHost: 192.0.2.1\r\n folded\r\n\r\n", 400)]
    [DataRow("\r\nGET / HTTP/1.1\r\nHost: 192.0.2.1\r\n\r\n", 400)]
    [DataRow("GET /\r\n\r\n", 400)]
    public void RefuseHead_Malformed_GetsItsStatusAndNoContent(string request, int status)
    {
        Asked asked = Asked.Of(request);

        Assert.AreEqual(status, asked.Status, request);
        Assert.AreEqual("", asked.Content, request);
    }

    [TestMethod]
    [Req("WEB-04")]
    public void RefuseHead_TooLong_GetsItsStatus()
    {
        Assert.AreEqual(414, Asked.Of("GET /" + Many('a', 2048) + " HTTP/1.1\r\nHost: 192.0.2.1\r\n\r\n").Status);
        Assert.AreEqual(200, Asked.Of("GET /?" + Many('a', 2046) + " HTTP/1.1\r\nHost: 192.0.2.1\r\n\r\n").Status);
        Assert.AreEqual(431, Asked.FirstPage("X: " + Many('a', 8192) + "\r\n").Status);
        Assert.AreEqual(431, Asked.FirstPage(ManyFields(64)).Status);
        Assert.AreEqual(200, Asked.FirstPage(ManyFields(63)).Status);
        Assert.AreEqual(501, Asked.Of(Many('A', 33) + " / HTTP/1.1\r\nHost: 192.0.2.1\r\n\r\n").Status);
    }

    [TestMethod]
    [Req("WEB-04")]
    public void RefuseHead_EveryMalformedRowOfTheTable_IsNotAnsweredWell()
    {
        int good = 0;

        foreach (HttpCase row in HttpTable.All(Asked.Label + ".local"))
        {
            if (row.Status == (int)ReadStatus.NeedMore)
            {
                continue;
            }

            Asked asked = Asked.Of(row.Bytes, Asked.NewIdentity(), 80);

            if (row.IsWellFormed)
            {
                good += asked.Status == 200 ? 1 : 0;
            }
            else
            {
                Assert.IsTrue(asked.Status >= 400, row.Name);
                Assert.AreEqual("", asked.Content, row.Name);
            }
        }

        // Well-formed rows for our name do get the page, so a malformed one could have.
        Assert.IsTrue(good >= 10, good.ToString());
    }

    [TestMethod]
    public void RefuseLate_Always_Is408()
    {
        PageAnswer answer = new PageAnswer();
        answer.RefuseLate();
        byte[] buffer = new byte[PageRouter.AnswerMax];
        int length = new PageRouter(Asked.NewIdentity()).Write(answer, buffer, new PageVisitor(), 0);

        Assert.AreEqual(0, Encoding.UTF8.GetString(buffer, 0, length).IndexOf("HTTP/1.1 408 Request Timeout\r\n"));
    }

    [TestMethod]
    [Req("ATT-03")]
    [DataRow("GET / HTTP/1.1\r\nHost: 192.0.2.1\r\n\r\n")]
    [DataRow("GET /nothing HTTP/1.1\r\nHost: 192.0.2.1\r\n\r\n")]
    [DataRow("POST / HTTP/1.1\r\nHost: 192.0.2.1\r\n\r\n")]
    [DataRow("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n")]
    [DataRow("GET / HTTP/1.1\r\n\r\n")]
    public void Write_AnyAnswer_HasTheGuardedHead(string request)
    {
        Asked asked = Asked.Of(request);
        string policy = asked.Field("Content-Security-Policy");

        Assert.AreEqual(Encoding.UTF8.GetBytes(asked.Content).Length.ToString(), asked.Field("Content-Length"));
        Assert.AreEqual(asked.Content == "" ? "" : "text/html; charset=utf-8", asked.Field("Content-Type"));
        Assert.AreEqual("close", asked.Field("Connection"));
        Assert.AreEqual("no-store", asked.Field("Cache-Control"));
        Assert.AreEqual("nosniff", asked.Field("X-Content-Type-Options"));
        Assert.AreEqual("DENY", asked.Field("X-Frame-Options"));
        Assert.AreEqual("no-referrer", asked.Field("Referrer-Policy"));
        Assert.AreEqual("same-origin", asked.Field("Cross-Origin-Resource-Policy"));
        Assert.AreEqual(0, policy.IndexOf("default-src 'none'; style-src 'sha256-"), policy);
        Assert.IsTrue(policy.IndexOf("'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'") > 0, policy);
        Assert.IsTrue(policy.IndexOf("unsafe") < 0, policy);

        // Nobody learns what answers, nor of which version.
        Assert.AreEqual("", asked.Field("Server"));
        Assert.AreEqual("", asked.Field("X-Powered-By"));
        Assert.AreEqual("", asked.Field("Set-Cookie"));
    }

    [TestMethod]
    public void Write_Head_IsThatOfGetWithoutContent()
    {
        Asked get = Asked.Of("GET / HTTP/1.1\r\nHost: 192.0.2.1\r\n\r\n");
        Asked head = Asked.Of("HEAD / HTTP/1.1\r\nHost: 192.0.2.1\r\n\r\n");

        Assert.AreEqual(get.Head, head.Head);
        Assert.AreEqual("", head.Content);
    }

    [TestMethod]
    public void Write_LongName_Fits()
    {
        PageIdentity longNamed = new PageIdentity(Many('&', 100), Asked.Label, PageMode.Hub);
        Asked asked = Asked.Of("GET / HTTP/1.1\r\nHost: 192.0.2.1\r\nAccept-Language: ar\r\n\r\n", longNamed, 80);

        Assert.IsTrue(asked.Says("</html>"));
    }

    private static string Many(char character, int count)
    {
        return new string(character, count);
    }

    private static string ManyFields(int count)
    {
        string fields = "";

        for (int i = 0; i < count; i++)
        {
            fields += "X: 1\r\n";
        }

        return fields;
    }
}
