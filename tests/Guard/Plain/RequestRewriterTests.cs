using System.Text;
using ToyGuard.Core.Policy;
using ToyGuard.Guard.Plain;
using ToyGuard.Guard.Tests.Relay;

namespace ToyGuard.Guard.Tests.Plain;

/// <summary>Goal: the server gets one request, in one framing, on a connection that ends after it. Method: what goes in beside what comes out, whole; every length of the buffer.</summary>
[TestClass]
public class RequestRewriterTests
{
    private const string First = "GET /a?b HTTP/1.1\r\n";
    private const string Host = "Host: stories.toys.example\r\n";
    private const string Close = "Connection: close\r\n\r\n";

    [TestMethod]
    [Req("EGR-01")]
    [DataRow(First, First + Host)]
    [DataRow("GET http://stories.toys.example/a?b HTTP/1.1\r\n", First + Host)]
    [DataRow("GET HTTP://STORIES.toys.example/ HTTP/1.1\r\n", "GET / HTTP/1.1\r\n" + Host)]
    [DataRow("get /%41 HTTP/1.0\r\n", "get /%41 HTTP/1.0\r\n" + Host)]
    [DataRow("OPTIONS * HTTP/1.1\r\n", "OPTIONS * HTTP/1.1\r\n" + Host)]
    public void Write_FirstLine_HasTheTargetInOriginForm(string line, string expected)
    {
        Assert.AreEqual(expected + Close, Written(line + Host + "\r\n"));
    }

    [TestMethod]
    [Req("EGR-02")]
    [DataRow("host:\t stories.toys.example \t")]
    [DataRow("HOST:STORIES.Toys.EXAMPLE")]
    [DataRow("Host: stories.toys.example.")]
    public void Write_Host_IsTheJudgedOne(string host)
    {
        Assert.AreEqual(First + Host + "A: b\r\n" + Close, Written(First + "A: b\r\n" + host + "\r\n\r\n"));
    }

    [TestMethod]
    public void Write_HostWithPort_KeepsIt()
    {
        Assert.AreEqual(First + "Host: stories.toys.example:80\r\n" + Close, Written(First + "Host: STORIES.toys.example.:80\r\n\r\n"));
    }

    [TestMethod]
    [Req("EGR-01")]
    [DataRow("Connection: keep-alive\r\n")]
    [DataRow("CONNECTION: close\r\nConnection: keep-alive\r\n")]
    [DataRow("Keep-Alive: timeout=5\r\n")]
    [DataRow("TE: trailers\r\n")]
    [DataRow("HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r\n")]
    [DataRow("Proxy-Connection: keep-alive\r\nproxy-authorization: Basic eA==\r\nPROXY-X: y\r\n")]
    [DataRow("Connection: X-One\r\nX-One: 1\r\n")]
    [DataRow("x-one: 1\r\nX-Two: 2\r\nConnection:,\t X-Two , ,x-ONE\t,\r\nX-TWO: 3\r\n")]
    [DataRow("X-One: 1\r\nX-Two: 2\r\nConnection: x-one\r\nConnection: x-two\r\n")]
    public void Write_FieldsOfOneConnection_AreLeftOut(string fields)
    {
        Assert.AreEqual(First + Host + "A: b\r\n" + Close, Written(First + Host + fields + "A: b\r\n\r\n"));
    }

    // Beside the names above, their nearest no.
    [TestMethod]
    [DataRow("Connections: x\r\n")]
    [DataRow("Keep-Alives: x\r\n")]
    [DataRow("T: trailers\r\n")]
    [DataRow("TEE: x\r\n")]
    [DataRow("Proxy: x\r\n")]
    [DataRow("Upgrade-Insecure-Requests: 1\r\n")]
    [DataRow("Hosts: x\r\n")]
    [DataRow("X-Host: other.example\r\n")]
    [DataRow("Content-Length: 5\r\n")]
    [DataRow("Expect: 100-continue\r\nContent-Length: 5\r\n")]
    [DataRow("Cookie: a=b; c=d\r\nCookie: e\r\n")]
    [DataRow("Empty:\r\n")]
    public void Write_OtherFields_Stay(string fields)
    {
        string expected = fields == "Empty:\r\n" ? "Empty: \r\n" : fields;

        Assert.AreEqual(First + Host + expected + Close, Written(First + Host + "Connection: x, on\r\nOn: x\r\n" + fields + "\r\n"));
    }

    [TestMethod]
    public void Write_Blanks_AreOne()
    {
        Assert.AreEqual(First + Host + "A: b \tc\r\n" + Close, Written(First + Host + "A:\t  b \tc\t \r\n\r\n"));
    }

    // What stands behind the head is not part of it, be it a body or another request.
    [TestMethod]
    [Req("EGR-01")]
    public void Write_WhatFollowsTheHead_IsNotWritten()
    {
        Assert.AreEqual(First + Host + Close, Written(First + Host + "\r\n" + "GET /b HTTP/1.1\r\nHost: other.example\r\n\r\n"));
    }

    [TestMethod]
    public void Write_EveryLengthOfTheBuffer_FitsOrIsNotWritten()
    {
        byte[] source = Encoding.UTF8.GetBytes(First + Host + "A: b\r\nContent-Length: 5\r\n\r\n");
        HeadJudge judge = Judged(source);
        int whole = RequestRewriter.Write(judge.Head, source, new byte[500]);
        Assert.IsTrue(whole > 0);

        for (int length = 0; length <= whole + 1; length++)
        {
            Assert.AreEqual(length < whole ? 0 : whole, RequestRewriter.Write(judge.Head, source, new byte[length]));
        }
    }

    [TestMethod]
    public void Write_MoreFieldsOrBytesThanAHeadHas_IsNotWritten()
    {
        Assert.AreEqual("", Written(First + Host + Fields(63) + "\r\n"));
        Assert.IsTrue(Written(First + Host + Fields(62) + "\r\n").Length > 0);

        // Its own Connection makes room for ours.
        Assert.IsTrue(Written(First + Host + Fields(62) + "Connection: close\r\n\r\n").Length > 0);

        byte[] longest = HttpTable.OfLength(HttpTable.Allowed, 8192 - 19);
        Assert.AreEqual(8192, Rewritten.TextOf(Judged(longest), longest).Length);
        byte[] longer = HttpTable.OfLength(HttpTable.Allowed, 8192 - 18);
        Assert.AreEqual("", Rewritten.TextOf(Judged(longer), longer));
    }

    private static string Fields(int count)
    {
        StringBuilder fields = new StringBuilder();

        for (int i = 0; i < count; i++)
        {
            fields.Append("X: y\r\n");
        }

        return fields.ToString();
    }

    private static string Written(string text)
    {
        byte[] source = Encoding.UTF8.GetBytes(text);

        return Rewritten.TextOf(Judged(source), source);
    }

    private static HeadJudge Judged(byte[] source)
    {
        RelayHome home = new RelayHome(80, Scheme.Http);
        HeadJudge judge = new HeadJudge(home.Gate, 80);
        judge.Begin(1);
        judge.Read(source, source.Length);
        Assert.IsTrue(judge.Verdict.IsAllowed, "a sample that does not pass");

        return judge;
    }
}
