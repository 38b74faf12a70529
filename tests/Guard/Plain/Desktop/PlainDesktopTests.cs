using System;
using System.Linq;
using System.Text;

using FsCheck;
using FsCheck.Fluent;

using ToyGuard.Core.Policy;
using ToyGuard.Guard.Plain;
using ToyGuard.Guard.Tests.Relay;
using ToyGuard.Wire;

namespace ToyGuard.Guard.Tests.Plain.Desktop;

/// <summary>
/// Goal: whatever a toy sends, the server gets nothing, or one request for the judged host that any reader reads alike.
/// Method: every bit flip of good heads, and heads thrown together from pieces that smugglers use; what comes out is taken apart by splitting lines, which shares nothing with our reader.
/// </summary>
[TestClass]
public class PlainDesktopTests
{
    private static readonly string[] Lines =
    {
        "GET / HTTP/1.1", "GET / HTTP/1.0", "POST /a?b HTTP/1.1", "GET http://stories.toys.example/x HTTP/1.1", "GET http://other.example/ HTTP/1.1", "OPTIONS * HTTP/1.1",
        "CONNECT stories.toys.example:80 HTTP/1.1", "get / HTTP/1.1", "GET  / HTTP/1.1", "GET / HTTP/1.2", "GET / HTTP/1.1 ", "GET //other.example/ HTTP/1.1",
    };

    private static readonly string[] Fields =
    {
        "Host: stories.toys.example", "Host: stories.toys.example", "Host: stories.toys.example", "host:STORIES.toys.example.", "Host: other.example", "Host : stories.toys.example",
        "Host: stories.toys.example:80", "Content-Length: 5", "Content-Length: 5", "Content-Length: +5", "Content-Length: 5, 5", "Content-Length : 5", "Transfer-Encoding: chunked",
        "Transfer-Encoding:\tchunked", "Transfer-Encoding : chunked", "X: y\n Transfer-Encoding: chunked", "X: y\r\n folded", "Connection: close", "Connection: keep-alive, X-Two", "Connection: Host",
        "Connection: content-length", "X-Two: 2", "Upgrade: h2c", "Upgrade-Insecure-Requests: 1", "TE: trailers", "Proxy-Connection: x", "Keep-Alive: 5", "Expect: 100-continue",
        "A: b\rHost: other.example", "A: b\nHost: other.example", "Cookie: a", ": x", "X-Empty:",
    };

    [TestMethod]
    [Req("EGR-01")]
    [Req("EGR-02")]
    public void Read_HeadsThrownTogether_TheServerGetsOneRequestOrNothing()
    {
        Gen<string> head =
            from line in Gen.Frequency((6, Gen.Constant(Lines[0])), (4, Gen.Elements(Lines)))
            from withHost in Gen.Elements("", "Host: stories.toys.example\r\n", "Host: stories.toys.example\r\n")
            from count in Gen.Choose(0, 5)
            from fields in Gen.Elements(Fields).ArrayOf(count)
            from end in Gen.Elements("\r\n", "\r\n", "\r\n", "\n", "", "\r\nGET /b HTTP/1.1\r\nHost: other.example\r\n\r\n")
            select line + "\r\n" + withHost + string.Concat(fields.Select(f => f + "\r\n")) + end;
        int passed = 0;

        Prop.ForAll(head.ToArbitrary(), text =>
        {
            passed += PassesWell(Encoding.Latin1.GetBytes(text)) ? 1 : 0;
        }).Check(Seeded.Cases(8000));

        Assert.IsGreaterThan(400, passed);
    }

    [TestMethod]
    [Req("EGR-02")]
    public void Read_EveryBitFlip_TheServerGetsOneRequestOrNothing()
    {
        byte[][] heads =
        {
            HttpTable.Browser(HttpTable.Allowed),
            HttpTable.Get(HttpTable.Allowed, "Connection: keep-alive, X-Two\r\nX-Two: 2\r\nContent-Length: 5\r\nTE: trailers\r\n"),
            Encoding.Latin1.GetBytes("POST http://stories.toys.example/x HTTP/1.1\r\nContent-Length: 12\r\nHost: stories.toys.example\r\n\r\n"),
        };
        int passed = 0;

        foreach (byte[] head in heads)
        {
            for (int bit = 0; bit < head.Length * 8; bit++)
            {
                byte[] flipped = (byte[])head.Clone();
                flipped[bit / 8] ^= (byte)(1 << (bit % 8));
                passed += PassesWell(flipped) ? 1 : 0;
            }
        }

        Assert.IsGreaterThan(500, passed);
    }

    [TestMethod]
    public void ReadAndWrite_AfterWarmUp_AllocateNothing()
    {
        RelayHome home = new(80, Scheme.Http);
        home.Gate.Watcher = null;
        HeadJudge judge = new(home.Gate, 80);
        byte[][] heads = { HttpTable.Browser(HttpTable.Allowed), HttpTable.Get("other.example", ""), HttpTable.Get(HttpTable.Allowed, "Upgrade: x\r\n"), new byte[] { 1 } };
        byte[] target = new byte[10_000];
        long before = 0;

        for (int i = 0; i < 2000; i++)
        {
            before = i == 1000 ? GC.GetAllocatedBytesForCurrentThread() : before;
            byte[] head = heads[i % heads.Length];
            judge.Begin(1);
            judge.Read(head, head.Length);
            RequestRewriter.Write(judge.Head, head, target);
        }

        Assert.AreEqual(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static bool PassesWell(byte[] source)
    {
        RelayHome home = new(80, Scheme.Http);
        HeadJudge judge = new(home.Gate, 80);
        judge.Begin(1);
        ReadStatus status = judge.Read(source, source.Length);

        if (!judge.Verdict.IsAllowed)
        {
            Assert.AreEqual(status == ReadStatus.NeedMore, judge.Verdict.Reason == Reason.None);

            return false;
        }

        string about = Encoding.Latin1.GetString(source);
        Assert.IsTrue(Rewritten.Check(judge, source, about), about);
        string text = Rewritten.TextOf(judge, source);
        string[] lines = text.Split("\r\n");
        Assert.IsTrue(text.EndsWith("\r\n\r\n", StringComparison.Ordinal) && lines.All(line => !line.Contains('\r') && !line.Contains('\n')), about);
        Assert.AreEqual(3, lines[0].Split(' ').Length, about);
        string[] names = lines.Skip(1).Where(line => line.Length > 0).Select(line => line[..line.IndexOf(':')].ToUpperInvariant()).ToArray();
        Assert.AreEqual("Host: stories.toys.example", lines[1].Replace(":80", "", StringComparison.Ordinal), about);
        Assert.AreEqual(1, names.Count(name => name == "HOST"), about);
        Assert.AreEqual(1, names.Count(name => name == "CONNECTION"), about);
        Assert.IsLessThan(2, names.Count(name => name == "CONTENT-LENGTH"), about);
        Assert.IsFalse(names.Any(name => name is "TRANSFER-ENCODING" or "UPGRADE" or "TE" or "KEEP-ALIVE" || name.StartsWith("PROXY-", StringComparison.Ordinal)), about);

        return true;
    }
}
