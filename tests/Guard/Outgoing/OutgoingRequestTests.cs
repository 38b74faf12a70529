using ToyGuard.Guard.Outgoing;
using ToyGuard.Wire.Http;

namespace ToyGuard.Guard.Tests.Outgoing;

/// <summary>
/// Goal: a caller's header lines cannot frame, redirect or split a request.
/// Method: every line that is ours, in other spellings; each kind of injection; both ends of each bound.
/// </summary>
[TestClass]
public class OutgoingRequestTests
{
    [TestMethod]
    [DataRow("Host", "a.test")]
    [DataRow("host", "a.test")]
    [DataRow("HOST", "a.test")]
    [DataRow("Content-Length", "5")]
    [DataRow("Transfer-Encoding", "chunked")]
    [DataRow("Connection", "keep-alive")]
    [DataRow("Upgrade", "h2c")]
    [DataRow("HTTP2-Settings", "a")]
    [DataRow("TE", "trailers")]
    [DataRow("Trailer", "a")]
    [DataRow("Expect", "100-continue")]
    [DataRow("Keep-Alive", "5")]
    [DataRow("Accept-Encoding", "gzip")]
    [DataRow("Referer", "https://a.test/")]
    [DataRow("Proxy-Authorization", "a")]
    [DataRow("proxy-", "a")]
    [DataRow("Proxy-Connection", "a")]
    [DataRow("", "a")]
    [DataRow("A B", "a")]
    [DataRow("A:", "a")]
    [DataRow("A\r\nB", "a")]
    [DataRow("\u00c4", "a")]
    [DataRow("A", "b\r\nC: d")]
    [DataRow("A", "b\nC: d")]
    [DataRow("A", "b\rC: d")]
    [DataRow("A", "\tb")]
    [DataRow("A", " b")]
    [DataRow("A", "b ")]
    [DataRow("A", "\u00e9")]
    [DataRow("A", "\u010a")]
    [DataRow("A", "\u007f")]
    public void AddHeader_WhatACallerMayNotWrite_IsRefused(string name, string value)
    {
        OutgoingRequest request = new OutgoingRequest(HttpMethod.Get, "https://a.test/");

        Assert.IsFalse(request.AddHeader(name, value));
        Assert.AreEqual(0, request.HeaderCount);
    }

    [TestMethod]
    [DataRow("Accept", "text/plain, */*;q=0.1")]
    [DataRow("Authorization", "Bearer a.b.c")]
    [DataRow("Hosts", "a")]
    [DataRow("ost", "a")]
    [DataRow("Proxy", "a")]
    [DataRow("Content-Type", "a/b; charset=utf-8")]
    [DataRow("X", "")]
    public void AddHeader_Others_AreTaken(string name, string value)
    {
        OutgoingRequest request = new OutgoingRequest(HttpMethod.Get, "https://a.test/");

        Assert.IsTrue(request.AddHeader(name, value));
        Assert.AreEqual(1, request.HeaderCount);
        Assert.AreEqual(name, request.HeaderName(0));
        Assert.AreEqual(value, request.HeaderValue(0));
    }

    [TestMethod]
    public void AddHeader_AtTheBounds_TakesTheLastThatFits()
    {
        OutgoingRequest request = new OutgoingRequest(HttpMethod.Get, "https://a.test/");
        Assert.IsTrue(request.AddHeader(new string('A', OutgoingRequest.NameMax), "b"));
        Assert.IsFalse(request.AddHeader(new string('A', OutgoingRequest.NameMax + 1), "b"));
        Assert.IsTrue(request.AddHeader("A", new string('b', OutgoingRequest.ValueMax)));
        Assert.IsFalse(request.AddHeader("A", new string('b', OutgoingRequest.ValueMax + 1)));

        for (int i = 2; i < OutgoingRequest.HeadersMax; i++)
        {
            Assert.IsTrue(request.AddHeader("A", "b"), i.ToString());
        }

        Assert.IsFalse(request.AddHeader("A", "b"));
        Assert.AreEqual(OutgoingRequest.HeadersMax, request.HeaderCount);
    }

    [TestMethod]
    public void IsFit_AtTheBounds_IsTrue()
    {
        OutgoingRequest request = new OutgoingRequest(HttpMethod.Post, "https://a.test/")
        {
            Body = new byte[OutgoingRequest.BodyMax],
            BodyBytesMax = OutgoingRequest.AnswerBodyMax,
            TimeMs = OutgoingRequest.TimeMsMax,
        };
        Assert.IsTrue(request.IsFit);
        request.TimeMs = OutgoingRequest.TimeMsMin;
        request.BodyBytesMax = 0;
        request.Body = new byte[0];
        Assert.IsTrue(request.IsFit);
        Assert.IsTrue(new OutgoingRequest(HttpMethod.Delete, "").IsFit);
    }
}
