using System.Text;

using ToyGuard.Wire;
using ToyGuard.Wire.Http;

namespace ToyGuard.Wire.Tests.Http;

/// <summary>
/// Goal: what is written is a head that our own strict reader reads in one way, with nothing in it that was not put there.
/// Method: good heads as text, each kind of injection refused, bounds at both ends, then random heads read again.
/// </summary>
[TestClass]
public class RequestWriterTests
{
    private const string End = "Accept-Encoding: identity\r\nConnection: close\r\n\r\n";

    [TestMethod]
    [DataRow((int)HttpMethod.Get, "/a?b", false, 0, "", "", -1, "GET /a?b HTTP/1.1\r\nHost: a.test\r\n")]
    [DataRow((int)HttpMethod.Head, "", true, 8080, "", "", -1, "HEAD / HTTP/1.1\r\nHost: a.test:8080\r\n")]
    [DataRow((int)HttpMethod.Post, "?x", true, 65535, "X-A", "b c", 0, "POST /?x HTTP/1.1\r\nHost: a.test:65535\r\nX-A: b c\r\nContent-Length: 0\r\n")]
    [DataRow((int)HttpMethod.Put, "/", false, 1, "A", "", 10, "PUT / HTTP/1.1\r\nHost: a.test:1\r\nA: \r\nContent-Length: 10\r\n")]
    [DataRow((int)HttpMethod.Delete, "/", false, 0, "", "", -1, "DELETE / HTTP/1.1\r\nHost: a.test\r\n")]
    [DataRow((int)HttpMethod.Patch, "/", false, 0, "", "", 262144, "PATCH / HTTP/1.1\r\nHost: a.test\r\nContent-Length: 262144\r\n")]
    public void End_GoodParts_WriteAHead(int method, string target, bool needsSlash, int port, string name, string value, int length, string told)
    {
        byte[] buffer = new byte[MessageHead.HeadMax];
        Assert.AreEqual(told + End, Write(buffer, method, target, needsSlash, "a.test", port, name, value, length));
    }

    [TestMethod]
    [DataRow((int)HttpMethod.None, "/", "a.test", 0, "", "")]
    [DataRow((int)HttpMethod.Options, "/", "a.test", 0, "", "")]
    [DataRow((int)HttpMethod.Connect, "/", "a.test", 0, "", "")]
    [DataRow((int)HttpMethod.Trace, "/", "a.test", 0, "", "")]
    [DataRow((int)HttpMethod.Other, "/", "a.test", 0, "", "")]
    [DataRow((int)HttpMethod.Get, "", "a.test", 0, "", "")]
    [DataRow((int)HttpMethod.Get, "a", "a.test", 0, "", "")]
    [DataRow((int)HttpMethod.Get, "/ HTTP/1.1", "a.test", 0, "", "")]
    [DataRow((int)HttpMethod.Get, "/\r\nX: y", "a.test", 0, "", "")]
    [DataRow((int)HttpMethod.Get, "/\u00e9", "a.test", 0, "", "")]
    [DataRow((int)HttpMethod.Get, "/", "", 0, "", "")]
    [DataRow((int)HttpMethod.Get, "/", "a.test\r\nX: y", 0, "", "")]
    [DataRow((int)HttpMethod.Get, "/", "a.test:80", 0, "", "")]
    [DataRow((int)HttpMethod.Get, "/", "a test", 0, "", "")]
    [DataRow((int)HttpMethod.Get, "/", "a.test", -1, "", "")]
    [DataRow((int)HttpMethod.Get, "/", "a.test", 65536, "", "")]
    [DataRow((int)HttpMethod.Get, "/", "a.test", 0, "A B", "c")]
    [DataRow((int)HttpMethod.Get, "/", "a.test", 0, "A:", "c")]
    [DataRow((int)HttpMethod.Get, "/", "a.test", 0, "A\r\nB", "c")]
    [DataRow((int)HttpMethod.Get, "/", "a.test", 0, "\u00c4", "c")]
    [DataRow((int)HttpMethod.Get, "/", "a.test", 0, "A", "c\r\nX: y")]
    [DataRow((int)HttpMethod.Get, "/", "a.test", 0, "A", "c\n")]
    [DataRow((int)HttpMethod.Get, "/", "a.test", 0, "A", "c\tb")]
    [DataRow((int)HttpMethod.Get, "/", "a.test", 0, "A", " c")]
    [DataRow((int)HttpMethod.Get, "/", "a.test", 0, "A", "c ")]
    [DataRow((int)HttpMethod.Get, "/", "a.test", 0, "A", "\u00e9")]
    [DataRow((int)HttpMethod.Get, "/", "a.test", 0, "A", "\u010d\u010a")]
    public void End_APartThatCannotStandThere_WritesNothing(int method, string target, string host, int port, string name, string value)
    {
        Assert.AreEqual("", Write(new byte[MessageHead.HeadMax], method, target, false, host, port, name, value, -1));
    }

    [TestMethod]
    public void End_TooSmallABuffer_WritesNothing()
    {
        int whole = Write(new byte[MessageHead.HeadMax], (int)HttpMethod.Get, "/a", false, "a.test", 0, "B", "c", 5).Length;

        for (int size = 0; size < whole; size++)
        {
            Assert.AreEqual("", Write(new byte[size], (int)HttpMethod.Get, "/a", false, "a.test", 0, "B", "c", 5), size.ToString());
        }

        Assert.AreEqual(whole, Write(new byte[whole], (int)HttpMethod.Get, "/a", false, "a.test", 0, "B", "c", 5).Length);
    }

    [TestMethod]
    public void End_MoreThanAReaderTakes_WritesNothing()
    {
        // Host, Accept-Encoding and Connection stand beside them.
        Assert.AreEqual((int)ReadStatus.Complete, (int)ReadBack(MessageHead.HeadersMax - 3, 1));
        Assert.AreEqual((int)ReadStatus.None, (int)ReadBack(MessageHead.HeadersMax - 2, 1));
        Assert.AreEqual((int)ReadStatus.None, (int)ReadBack(1, MessageHead.HeadMax));
    }

    [TestMethod]
    public void End_WithoutBegin_WritesNothing()
    {
        RequestWriter writer = new RequestWriter();
        Assert.AreEqual(0, writer.End(-1));
        byte[] target = Encoding.UTF8.GetBytes("/");
        byte[] host = Encoding.UTF8.GetBytes("a.test");
        writer.Begin(new byte[500], HttpMethod.Get, target, 0, 1, false, host, host.Length, 0);
        Assert.IsTrue(writer.End(-1) > 0);
        Assert.AreEqual(0, writer.End(-1));
        writer.Begin(new byte[500], HttpMethod.Get, target, 0, 1, false, host, host.Length, 0);
        Assert.AreEqual(0, writer.End(MessageHead.ContentLengthMax + 1));
    }

    [TestMethod]
    public void AddField_RandomTexts_NeverAddMoreThanOneField()
    {
        Chance chance = new Chance(20261122);
        int written = 0;

        for (int i = 0; i < 2000; i++)
        {
            string name = Random(chance, 3);
            string value = Random(chance, 6);
            byte[] buffer = new byte[MessageHead.HeadMax];
            string text = Write(buffer, (int)HttpMethod.Get, "/", false, "a.test", 0, name, value, -1);
            bool isFit = RequestWriter.IsToken(name) && RequestWriter.IsValue(value);
            Assert.AreEqual(isFit, text.Length > 0, i.ToString());

            if (text.Length == 0)
            {
                continue;
            }

            written++;
            RequestHead head = new RequestHead();
            Assert.AreEqual((int)ReadStatus.Complete, (int)head.Read(buffer, 0, text.Length), text);
            Assert.AreEqual(text.Length, head.HeadLength, text);
            Assert.AreEqual(4, head.HeaderCount, text);
            Assert.AreEqual(name, Encoding.UTF8.GetString(buffer, head.NameOffset(1), head.NameLength(1)));
            Assert.AreEqual(value, Encoding.UTF8.GetString(buffer, head.ValueOffset(1), head.ValueLength(1)));
        }

        Assert.IsTrue(written > 50, written.ToString());
    }

    // Mostly what may stand in a field, and now and then what may not.
    private static string Random(Chance chance, int length)
    {
        const string Signs = "aZ0-_.~!abc:; \t\r\n\u007f\u00e9";
        StringBuilder text = new StringBuilder();

        for (int i = 1 + chance.Below(length); i > 0; i--)
        {
            text.Append(Signs[chance.Below(chance.Below(3) == 0 ? Signs.Length : 11)]);
        }

        return text.ToString();
    }

    private static ReadStatus ReadBack(int fields, int valueLength)
    {
        byte[] buffer = new byte[MessageHead.HeadMax * 2];
        byte[] target = Encoding.UTF8.GetBytes("/");
        byte[] host = Encoding.UTF8.GetBytes("a.test");
        RequestWriter writer = new RequestWriter();
        writer.Begin(buffer, HttpMethod.Get, target, 0, 1, false, host, host.Length, 0);

        for (int i = 0; i < fields; i++)
        {
            writer.AddField("A", new string('b', valueLength));
        }

        int length = writer.End(-1);

        return length == 0 ? ReadStatus.None : new RequestHead().Read(buffer, 0, length);
    }

    private static string Write(byte[] buffer, int method, string target, bool needsSlash, string host, int port, string name, string value, int length)
    {
        byte[] targetBytes = Encoding.UTF8.GetBytes(target);
        byte[] hostBytes = Encoding.UTF8.GetBytes(host);
        RequestWriter writer = new RequestWriter();
        writer.Begin(buffer, (HttpMethod)method, targetBytes, 0, targetBytes.Length, needsSlash, hostBytes, hostBytes.Length, port);

        if (name.Length > 0)
        {
            writer.AddField(name, value);
        }

        return Encoding.UTF8.GetString(buffer, 0, writer.End(length));
    }
}
