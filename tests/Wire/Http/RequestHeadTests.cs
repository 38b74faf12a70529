using System.Text;
using ToyGuard.Wire;
using ToyGuard.Wire.Http;

namespace ToyGuard.Wire.Tests.Http;

/// <summary>
/// Goal: a request head is read in exactly one way or not at all, however it is cut.
/// Method: the shared table, whole and byte by byte; what each part says; every prefix, cut and bit flip of good heads; seeded random bytes.
/// </summary>
[TestClass]
public class RequestHeadTests
{
    [TestMethod]
    [Req("WEB-04")]
    [Req("EGR-01")]
    public void Read_EveryRowOfTheTable_AnswersAsTheTableSays()
    {
        RequestHead head = new RequestHead();

        foreach (HttpCase row in HttpTable.All())
        {
            head.Reset();

            Assert.AreEqual(row.Status, (int)head.Read(row.Bytes, 0, row.Bytes.Length), row.Name);
            Assert.AreEqual(row.Fault, (int)head.Fault, row.Name);
            Assert.AreEqual(row.IsWellFormed, head.HeadLength > 0, row.Name);
            Assert.AreEqual(row.IsWellFormed, head.HostLength > 0, row.Name);
        }
    }

    [TestMethod]
    public void Read_EveryRowOneByteAtATime_AnswersTheSame()
    {
        RequestHead whole = new RequestHead();
        RequestHead dripped = new RequestHead();

        foreach (HttpCase row in HttpTable.All())
        {
            whole.Reset();
            dripped.Reset();
            ReadStatus status = whole.Read(row.Bytes, 0, row.Bytes.Length);
            ReadStatus last = dripped.Read(row.Bytes, 0, 0);

            for (int count = 1; count <= row.Bytes.Length && last == ReadStatus.NeedMore; count++)
            {
                last = dripped.Read(row.Bytes, 0, count);
            }

            Assert.AreEqual((int)status, (int)last, row.Name);
            Assert.AreEqual((int)whole.Fault, (int)dripped.Fault, row.Name);
            Assert.AreEqual(whole.FaultOffset, dripped.FaultOffset, row.Name);

            if (status == ReadStatus.Complete)
            {
                Assert.AreEqual(HeadText.Of(whole, row.Bytes), HeadText.Of(dripped, row.Bytes), row.Name);
            }
        }
    }

    [TestMethod]
    public void Table_HasEveryFaultOfAHeadAndEnoughRows()
    {
        HttpCase[] rows = HttpTable.All();
        int good = 0;

        for (int fault = 1; fault < 60; fault++)
        {
            bool isHit = false;

            foreach (HttpCase row in rows)
            {
                isHit |= row.Fault == fault;
            }

            // 15 to 17, 54 to 58: only responses have these.
            bool isOfResponses = (fault >= 15 && fault <= 17) || (fault >= 54 && fault <= 58);
            bool isFault = HttpFaultWords.Of((HttpFault)fault) != HttpFaultWords.Of((HttpFault)255);
            Assert.AreEqual(isFault && !isOfResponses, isHit, "fault " + fault.ToString());
        }

        for (int i = 0; i < rows.Length; i++)
        {
            good += rows[i].IsWellFormed ? 1 : 0;

            for (int j = 0; j < i; j++)
            {
                Assert.AreNotEqual(rows[j].Name, rows[i].Name);
            }
        }

        Assert.IsTrue(good >= 60, "well-formed: " + good.ToString());
        Assert.IsTrue(rows.Length - good >= 380, "not: " + (rows.Length - good).ToString());
    }

    [TestMethod]
    public void Read_EveryPrefixOfAGoodHead_NeedsMore()
    {
        RequestHead head = new RequestHead();

        foreach (HttpCase row in HttpTable.All())
        {
            if (!row.IsWellFormed)
            {
                continue;
            }

            head.Reset();
            head.Read(row.Bytes, 0, row.Bytes.Length);
            int length = head.HeadLength;

            // Each prefix on its own, but of the longest ones not each: that would be 30 million bytes.
            for (int count = 0; count < length; count += length > 1000 ? 61 : 1)
            {
                head.Reset();
                Assert.AreEqual((int)ReadStatus.NeedMore, (int)head.Read(row.Bytes, 0, count), row.Name);
            }

            head.Reset();
            Assert.AreEqual((int)ReadStatus.NeedMore, (int)head.Read(row.Bytes, 0, length - 1), row.Name);
            Assert.AreEqual(0, head.HeadLength, row.Name);
            Assert.AreEqual((int)ReadStatus.Complete, (int)head.Read(row.Bytes, 0, length), row.Name);
        }
    }

    [TestMethod]
    public void Read_CutInTwoAnywhere_SaysTheSame()
    {
        byte[] bytes = HttpTable.Browser(HttpTable.Allowed);
        RequestHead head = new RequestHead();
        head.Read(bytes, 0, bytes.Length);
        string told = HeadText.Of(head, bytes);

        for (int cut = 0; cut <= bytes.Length; cut++)
        {
            head.Reset();
            head.Read(bytes, 0, cut);
            head.Read(bytes, 0, bytes.Length);
            Assert.AreEqual(told, HeadText.Of(head, bytes), "cut at " + cut.ToString());
        }
    }

    [TestMethod]
    public void Read_InTheMiddleOfABuffer_OffsetsAreTheBuffers()
    {
        byte[] bytes = Bytes.Join(new byte[7], Encoding.UTF8.GetBytes("POST http://a.test:81/b?c HTTP/1.1\r\nHost: A.test:81\r\nContent-Length: 3\r\n\r\nxyz"));
        RequestHead head = new RequestHead();

        Assert.AreEqual((int)ReadStatus.Complete, (int)head.Read(bytes, 7, bytes.Length - 7));
        Assert.AreEqual("74 3 [POST][/b?c][A.test]81 3 a1-- [Host][A.test:81][Content-Length][3]", HeadText.Of(head, bytes));
        Assert.AreEqual(7, head.MethodOffset);
    }

    [TestMethod]
    [DataRow("GET / HTTP/1.1\r\nHost: a.test\r\n\r\n", "32 1 [GET][/][a.test]-1 -1 -1-- [Host][a.test]")]
    [DataRow("HEAD /a HTTP/1.0\r\nHost: a.test:8080\r\n\r\n", "39 2 [HEAD][/a][a.test]8080 -1 -0-- [Host][a.test:8080]")]
    [DataRow("PUT /a HTTP/1.1\r\nhost:a.test\r\nContent-length: \t0 \r\n\r\n", "53 4 [PUT][/a][a.test]-1 0 -1-- [host][a.test][Content-length][0]")]
    [DataRow("DELETE /a HTTP/1.1\r\nHost: a.test\r\nX:\r\n\r\n", "40 5 [DELETE][/a][a.test]-1 -1 -1-- [Host][a.test][X][]")]
    [DataRow("OPTIONS * HTTP/1.1\r\nHost: a.test\r\nUpgrade: h2c\r\n\r\n", "50 6 [OPTIONS][*][a.test]-1 -1 -1u- [Host][a.test][Upgrade][h2c]")]
    [DataRow("PATCH / HTTP/1.1\r\nHost: a.test\r\nExpect: 100-CONTINUE\r\n\r\n", "56 7 [PATCH][/][a.test]-1 -1 -1-e [Host][a.test][Expect][100-CONTINUE]")]
    [DataRow("PATCH / HTTP/1.0\r\nHost: a.test\r\nExpect: 100-continue\r\n\r\n", "56 7 [PATCH][/][a.test]-1 -1 -0-- [Host][a.test][Expect][100-continue]")]
    [DataRow("TRACE / HTTP/1.1\r\nHost: a.test\r\nExpect: other\r\n\r\n", "49 8 [TRACE][/][a.test]-1 -1 -1-- [Host][a.test][Expect][other]")]
    [DataRow("CONNECT a.test:443 HTTP/1.1\r\nHost: A.TEST:443\r\n\r\n", "49 9 [CONNECT][a.test:443][A.TEST]443 -1 -1-- [Host][A.TEST:443]")]
    [DataRow("GETS / HTTP/1.1\r\nHost: a.test\r\n\r\n", "33 10 [GETS][/][a.test]-1 -1 -1-- [Host][a.test]")]
    [DataRow("get / HTTP/1.1\r\nHost: a.test\r\n\r\n", "32 10 [get][/][a.test]-1 -1 -1-- [Host][a.test]")]
    public void Read_AWholeHead_SaysWhatStandsThere(string text, string told)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        RequestHead head = new RequestHead();

        Assert.AreEqual((int)ReadStatus.Complete, (int)head.Read(bytes, 0, bytes.Length));
        Assert.AreEqual(told, HeadText.Of(head, bytes));
    }

    [TestMethod]
    [DataRow(" GET / HTTP/1.1", 0)]
    [DataRow("G(T / HTTP/1.1", 1)]
    [DataRow("GET /a#b HTTP/1.1", 6)]
    [DataRow("GET /a%4x HTTP/1.1", 8)]
    [DataRow("GET index HTTP/1.1", 4)]
    [DataRow("GET http://a@b/ HTTP/1.1", 4)]
    [DataRow("GET / HTTP/1.2", 13)]
    [DataRow("GET / HTTP/1.1x", 14)]
    [DataRow("GET / HTTP/1.1\rx", 14)]
    [DataRow("GET / HTTP/1.1\n", 14)]
    [DataRow("GET / HTTP/1.1\r\n x", 16)]
    [DataRow("GET / HTTP/1.1\r\nx y", 17)]
    [DataRow("GET / HTTP/1.1\r\nx: \ry", 19)]
    [DataRow("GET / HTTP/1.1\r\nx: y\n", 20)]
    [DataRow("GET / HTTP/1.1\r\nx: y\r\n\ry", 22)]
    [DataRow("GET / HTTP/1.1\r\nx: y\r\n\r\n", 24)]
    [DataRow("GET / HTTP/1.1\r\nx: y\r\nHost: a b\r\n\r\n", 22)]
    [DataRow("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", 25)]
    public void Read_AFault_SaysWhere(string text, int offset)
    {
        byte[] bytes = Bytes.Join(new byte[3], Encoding.UTF8.GetBytes(text));
        RequestHead head = new RequestHead();

        Assert.AreEqual((int)ReadStatus.Refused, (int)head.Read(bytes, 3, bytes.Length - 3));
        Assert.AreEqual(offset, head.FaultOffset);
    }

    [TestMethod]
    [Req("EGR-01")]
    public void Read_Refused_SaysNothingOfTheHead()
    {
        byte[] bytes = Encoding.UTF8.GetBytes("CONNECT a.test:443 HTTP/1.0\r\nHost: a.test:443\r\nContent-Length: 5\r\nUpgrade: x\r\nTransfer-Encoding: chunked\r\n\r\n");
        RequestHead head = new RequestHead();

        Assert.AreEqual((int)ReadStatus.Refused, (int)head.Read(bytes, 0, bytes.Length));
        Assert.AreEqual("0 0 [][][]-1 -1 -1-- ", HeadText.Of(head, bytes));
        Assert.AreEqual((int)ReadStatus.Refused, (int)head.Read(HttpTable.Get("a.test", ""), 0, 32), "final until Reset");
    }

    [TestMethod]
    public void Reset_AfterAnything_LeavesNothingBehind()
    {
        RequestHead head = new RequestHead();
        byte[] absolute = Encoding.UTF8.GetBytes("GET http://b.test/%4");
        byte[] bytes = HttpTable.Get("a.test", "");

        foreach (HttpCase row in HttpTable.All())
        {
            head.Reset();
            head.Read(row.Bytes, 0, row.Bytes.Length);
            head.Reset();
            head.Read(absolute, 0, absolute.Length);
            head.Reset();
            Assert.AreEqual(0, head.HeaderCount, row.Name);
            Assert.AreEqual((int)ReadStatus.Complete, (int)head.Read(bytes, 0, bytes.Length), row.Name);
            Assert.AreEqual("32 1 [GET][/][a.test]-1 -1 -1-- [Host][a.test]", HeadText.Of(head, bytes), row.Name);
        }
    }

    [TestMethod]
    public void Find_AnyCase_GivesTheFirst()
    {
        byte[] bytes = HttpTable.Get("a.test", "X-A: 1\r\nx-a: 2\r\nX-B: 3\r\n");
        RequestHead head = new RequestHead();

        Assert.AreEqual(-1, head.Find("host"));
        head.Read(bytes, 0, bytes.Length);
        Assert.AreEqual(0, head.Find("host"));
        Assert.AreEqual(1, head.Find("x-a"));
        Assert.AreEqual(3, head.Find("x-b"));
        Assert.AreEqual(-1, head.Find("x-"));
        Assert.AreEqual(-1, head.Find("x-c"));
    }

    [TestMethod]
    [Req("EGR-01")]
    public void Read_EveryBitFlip_NeverInventsAHostOrALength()
    {
        byte[] bytes = Encoding.UTF8.GetBytes("POST http://a.test/b HTTP/1.1\r\nHost: a.test\r\nContent-Length: 10\r\n\r\n0123456789");
        RequestHead head = new RequestHead();
        int host = 37;
        int lengthName = 45;
        int digits = 61;
        int read = 0;

        for (int bit = 0; bit < bytes.Length * 8; bit++)
        {
            int at = bit / 8;
            bytes[at] ^= (byte)(1 << (bit % 8));
            head.Reset();

            if (head.Read(bytes, 0, bytes.Length) == ReadStatus.Complete)
            {
                // Only a letter's case may change in the host: the target says it too.
                read++;
                Assert.AreEqual(host, head.HostOffset, "bit " + bit.ToString());
                Assert.AreEqual(6, head.HostLength, "bit " + bit.ToString());
                Assert.AreEqual("a.test", Lower(bytes, head.HostOffset, 6), "bit " + bit.ToString());
                bool isName = at >= lengthName && at < digits - 2 && bit % 8 != 5;
                Assert.AreEqual(isName ? -1 : Number(bytes, digits), head.ContentLength, "bit " + bit.ToString());
            }

            bytes[at] ^= (byte)(1 << (bit % 8));
        }

        Assert.IsTrue(read > 100, read.ToString());
    }

    [TestMethod]
    [Req("WEB-04")]
    public void Read_SeededRandomBytes_NeverComplete()
    {
        byte[] good = HttpTable.Get("a.test", "");
        byte[] bytes = new byte[200];
        RequestHead head = new RequestHead();
        uint state = 1;

        for (int round = 0; round < 2000; round++)
        {
            uint seed = state;

            // Every other round behind a good beginning, so that each step of the walk sees some.
            int begin = round % 2 == 0 ? 0 : round / 2 % (good.Length - 1);

            for (int i = 0; i < bytes.Length; i++)
            {
                state = (state * 1664525) + 1013904223;
                bytes[i] = i < begin ? good[i] : (byte)(state >> 24);
            }

            head.Reset();
            Assert.AreNotEqual((int)ReadStatus.Complete, (int)head.Read(bytes, 0, bytes.Length), "seed " + seed.ToString());
        }
    }

    private static string Lower(byte[] bytes, int offset, int length)
    {
        return Encoding.UTF8.GetString(bytes, offset, length).ToLower();
    }

    // The digits that stand there, up to the first byte that is none.
    private static long Number(byte[] bytes, int offset)
    {
        long value = 0;

        for (int i = offset; bytes[i] >= '0' && bytes[i] <= '9'; i++)
        {
            value = (value * 10) + (bytes[i] - '0');
        }

        return value;
    }
}
