using System;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text;

using ToyGuard.Core.Policy;
using ToyGuard.Fakes;
using ToyGuard.Kit.Tests.Lab;

namespace ToyGuard.Kit.Tests.Requests;

/// <summary>
/// Goal: what a toy's code writes goes out exactly, and nothing besides.
/// Method: requests through the kit; a real server keeps what arrives.
/// </summary>
[TestClass]
public class RequestTests
{
    private const string Url = "https://" + KitLab.Stories + "/tale?n=1%202";

    [TestMethod]
    [Req("EGR-05")]
    public void Get_ArrivesExactly()
    {
        using KitLab lab = new();

        using GuardedResponse response = lab.Http.Get(Url);

        Assert.AreEqual(200, (int)response.StatusCode);
        Assert.AreEqual(KitLab.Stories, response.Place);
        Assert.AreEqual(0, response.Redirects);
        Assert.AreEqual("5", response.Header("content-LENGTH"));
        Assert.IsNull(response.Header("X-Other"));
        Assert.IsTrue(response.TryReadBody(out byte[] body));
        Assert.AreEqual("hello", Encoding.ASCII.GetString(body));
        Assert.IsTrue(response.TryReadBody(out byte[] again));
        Assert.AreSame(body, again);

        LabVisit visit = lab.Server.Visits.Single();
        Assert.AreEqual("GET /tale?n=1%202 HTTP/1.1", visit.Line);
        string[] names = visit.Head.Split("\r\n")[1..].Select(static line => line.Split(':')[0].ToLowerInvariant()).Order().ToArray();
        CollectionAssert.AreEqual(new[] { "accept-encoding", "connection", "host" }, names, visit.Head);
        Assert.AreEqual(KitLab.Stories, visit.Field("Host"));
        Assert.AreEqual("close", visit.Field("Connection"));
        Assert.AreEqual("identity", visit.Field("Accept-Encoding"));
    }

    [TestMethod]
    [DataRow("POST")]
    [DataRow("PUT")]
    [DataRow("PATCH")]
    [DataRow("DELETE")]
    public void Body_ArrivesExactly(string method)
    {
        using KitLab lab = new();
        byte[] bytes = Enumerable.Range(0, 70_000).Select(static i => (byte)(i * 7)).ToArray();
        using GuardedRequest request = new(new HttpMethod(method), Url) { Content = new ByteArrayContent(bytes) };
        Assert.IsTrue(request.AddHeader("Content-Type", "application/x-toy"));

        using GuardedResponse response = lab.Http.Send(request);

        Assert.AreEqual(Reason.Allowed, response.Reason, response.Words);
        LabVisit visit = lab.Server.Visits.Single();
        Assert.AreEqual(method + " /tale?n=1%202 HTTP/1.1", visit.Line);
        CollectionAssert.AreEqual(bytes, visit.Body);
        Assert.AreEqual("application/x-toy", visit.Field("Content-Type"));
        Assert.AreEqual("70000", visit.Field("Content-Length"));
    }

    [TestMethod]
    public void Request_SentTwice_ArrivesTwice()
    {
        using KitLab lab = new();
        using GuardedRequest request = new(HttpMethod.Post, Url) { Content = new StringContent("zwölf") };

        for (int i = 0; i < 2; i++)
        {
            using GuardedResponse response = lab.Http.Send(request);
            Assert.IsTrue(response.TryReadBody(out _), response.Words);
        }

        foreach (LabVisit visit in lab.Server.Visits)
        {
            Assert.AreEqual("zwölf", Encoding.UTF8.GetString(visit.Body));
            Assert.AreEqual("text/plain; charset=utf-8", visit.Field("Content-Type"));
        }

        Assert.AreEqual(2, lab.Server.Visits.Count);
    }

    [TestMethod]
    public void Head_HasNoBody()
    {
        using KitLab lab = new();
        lab.Server.Answer = static visit => visit.SendText("HTTP/1.1 200 OK\r\nContent-Length: 70000\r\n\r\n");
        using GuardedRequest request = new(HttpMethod.Head, Url);

        using GuardedResponse response = lab.Http.Send(request);

        Assert.AreEqual(Reason.Allowed, response.Reason, response.Words);
        Assert.AreEqual("70000", response.Header("Content-Length"));
        Assert.IsTrue(response.TryReadBody(out byte[] body));
        Assert.AreEqual(0, body.Length);
    }

    [TestMethod]
    [DataRow(256 * 1024, true)]
    [DataRow((256 * 1024) + 1, false)]
    public void Body_OfThatSize_IsSentOrHeld(int size, bool isSent)
    {
        using KitLab lab = new();
        using GuardedRequest request = new(HttpMethod.Put, Url) { Content = new ByteArrayContent(new byte[size]) };

        using GuardedResponse response = lab.Http.Send(request);

        Assert.AreEqual(isSent ? Reason.Allowed : Reason.RequestUnfit, response.Reason, response.Words);
        Assert.AreEqual(isSent ? 1 : 0, lab.Requests);
    }

    [TestMethod]
    public void Body_ThatCannotBeRead_HoldsTheRequest()
    {
        using KitLab lab = new();
        using GuardedRequest request = new(HttpMethod.Put, Url) { Content = new StreamContent(new BrokenStream()) };

        using GuardedResponse response = lab.Http.Send(request);

        Assert.AreEqual(Reason.RequestUnfit, response.Reason);
        Assert.AreEqual(0, lab.Dialled.Count);
    }

    [TestMethod]
    public void Body_OfAGet_HoldsTheRequest()
    {
        using KitLab lab = new();
        using GuardedRequest request = new(HttpMethod.Get, Url) { Content = new StringContent("x") };

        using GuardedResponse response = lab.Http.Send(request);

        Assert.AreEqual(Reason.RequestUnfit, response.Reason);
        Assert.AreEqual(0, lab.Dialled.Count);
    }

    [TestMethod]
    public void RequestUri_SetBehindOurBack_HoldsTheRequest()
    {
        using KitLab lab = new();
        using GuardedRequest request = new(HttpMethod.Get, Url);
        ((HttpRequestMessage)request).RequestUri = new Uri("https://other.example/");

        using GuardedResponse response = lab.Http.Send(request);

        Assert.AreEqual(Reason.RequestUnfit, response.Reason);
        Assert.AreEqual(0, lab.Dialled.Count);
    }

    [TestMethod]
    public void Null_IsAMistakeOfTheCaller()
    {
        using KitLab lab = new();
        Check.Throws(typeof(ArgumentNullException), () => lab.Http.Send(null!));
        Check.Throws(typeof(ArgumentNullException), () => lab.Http.Get(null!));
        Check.Throws(typeof(ArgumentNullException), () => new GuardedRequest(null!, Url).Dispose());
        Check.Throws(typeof(ArgumentNullException), () => new GuardedHttp(null!).Get(Url).Dispose());
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override int Read(byte[] buffer, int offset, int count)
        {
            throw new InvalidOperationException();
        }

        public override int Read(Span<byte> buffer)
        {
            throw new InvalidOperationException();
        }
    }
}
