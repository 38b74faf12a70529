using System.Text;
using ToyGuard.Wire;
using ToyGuard.Wire.Http;

namespace ToyGuard.Wire.Tests.Http;

/// <summary>
/// Goal: where a response ends is read in exactly one way or not at all.
/// Method: tables of heads with each yes beside its nearest no; every prefix, cut and bit flip of good heads; seeded random bytes.
/// </summary>
[TestClass]
public class ResponseHeadTests
{
    private const int Get = (int)HttpMethod.Get;
    private const int Head = (int)HttpMethod.Head;
    private const int Connect = (int)HttpMethod.Connect;

    private const string Good = "HTTP/1.1 200 OK\r\nServer: a\r\nContent-Length: 10\r\nX: y\r\n\r\n";

    [TestMethod]
    [DataRow("HTTP/1.1 200 OK\r\n\r\n", "19 200 -1 -1 ")]
    [DataRow("HTTP/1.1 200 \r\n\r\n", "17 200 -1 -1 ")]
    [DataRow("HTTP/1.0 404 Not Found\r\nContent-Length: 5\r\n\r\nhello", "45 404 5 -0 [Content-Length][5]")]
    [DataRow("HTTP/1.1 200 a \t!~ \r\ntransfer-encoding:\tChunked \r\n\r\n", "52 200 -1 c1 [transfer-encoding][Chunked]")]
    [DataRow("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\n", "25 100 -1 -1 ")]
    [DataRow("HTTP/1.1 599 a\r\nX:\r\n\r\n", "22 599 -1 -1 [X][]")]
    [DataRow("HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n", "46 204 0 -1 [Content-Length][0]")]
    [DataRow("HTTP/1.1 304 Not Modified\r\nContent-Length: 999999999999999\r\n\r\n", "62 304 999999999999999 -1 [Content-Length][999999999999999]")]
    public void Read_AWholeHead_SaysWhatStandsThere(string text, string told)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        ResponseHead head = new ResponseHead();

        Assert.AreEqual((int)ReadStatus.Complete, (int)head.Read(bytes, 0, bytes.Length));
        Assert.AreEqual(told, HeadText.Of(head, bytes));
    }

    [TestMethod]
    [Req("WEB-04")]
    [DataRow("\r\nHTTP/1.1 200 OK\r\n\r\n", (int)HttpFault.LeadingLine, 0)]
    [DataRow("\nHTTP/1.1 200 OK\r\n\r\n", (int)HttpFault.LeadingLine, 0)]
    [DataRow(" HTTP/1.1 200 OK\r\n\r\n", (int)HttpFault.Version, 0)]
    [DataRow("ICY 200 OK\r\n\r\n", (int)HttpFault.Version, 0)]
    [DataRow("http/1.1 200 OK\r\n\r\n", (int)HttpFault.Version, 0)]
    [DataRow("HTTP/1.2 200 OK\r\n\r\n", (int)HttpFault.Version, 7)]
    [DataRow("HTTP/2 200 OK\r\n\r\n", (int)HttpFault.Version, 5)]
    [DataRow("HTTP/1.10 200 OK\r\n\r\n", (int)HttpFault.Version, 8)]
    [DataRow("HTTP/1.1\t200 OK\r\n\r\n", (int)HttpFault.Version, 8)]
    [DataRow("HTTP/1.1", (int)HttpFault.None, 0)]
    [DataRow("HTTP/1\r\n\r\n", (int)HttpFault.LineShort, 6)]
    [DataRow("HTTP/1.1\r\n\r\n", (int)HttpFault.LineShort, 8)]
    [DataRow("HTTP/1.1 \r\n\r\n", (int)HttpFault.LineShort, 9)]
    [DataRow("HTTP/1.1 20\r\n\r\n", (int)HttpFault.LineShort, 11)]
    [DataRow("HTTP/1.1 200\r\n\r\n", (int)HttpFault.LineShort, 12)]
    [DataRow("HTTP/1.1  200 OK\r\n\r\n", (int)HttpFault.StatusDigits, 9)]
    [DataRow("HTTP/1.1 20 OK\r\n\r\n", (int)HttpFault.StatusDigits, 11)]
    [DataRow("HTTP/1.1 2000 OK\r\n\r\n", (int)HttpFault.StatusDigits, 12)]
    [DataRow("HTTP/1.1 200\tOK\r\n\r\n", (int)HttpFault.StatusDigits, 12)]
    [DataRow("HTTP/1.1 20x OK\r\n\r\n", (int)HttpFault.StatusDigits, 11)]
    [DataRow("HTTP/1.1 +20 OK\r\n\r\n", (int)HttpFault.StatusDigits, 9)]
    [DataRow("HTTP/1.1 099 OK\r\n\r\n", (int)HttpFault.StatusRange, 9)]
    [DataRow("HTTP/1.1 000 OK\r\n\r\n", (int)HttpFault.StatusRange, 9)]
    [DataRow("HTTP/1.1 600 OK\r\n\r\n", (int)HttpFault.StatusRange, 9)]
    [DataRow("HTTP/1.1 999 OK\r\n\r\n", (int)HttpFault.StatusRange, 9)]
    [DataRow("HTTP/1.1 200 \u00e9\r\n\r\n", (int)HttpFault.ReasonBytes, 13)]
    [DataRow("HTTP/1.1 200 a\u0001\r\n\r\n", (int)HttpFault.ReasonBytes, 14)]
    [DataRow("HTTP/1.1 200 a\u007f\r\n\r\n", (int)HttpFault.ReasonBytes, 14)]
    [DataRow("HTTP/1.1 200 OK\n\r\n", (int)HttpFault.BareLf, 15)]
    [DataRow("HTTP/1.1 20\n\r\n", (int)HttpFault.BareLf, 11)]
    [DataRow("HTTP/\n", (int)HttpFault.BareLf, 5)]
    [DataRow("HTTP/1.1 200 OK\rX: y\r\n\r\n", (int)HttpFault.BareCr, 15)]
    [DataRow("HTTP/1.1 200 OK\r\nX: y\n\r\n", (int)HttpFault.BareLf, 21)]
    [DataRow("HTTP/1.1 200 OK\r\nX: y\r\n z\r\n\r\n", (int)HttpFault.Folded, 23)]
    [DataRow("HTTP/1.1 200 OK\r\nX : y\r\n\r\n", (int)HttpFault.NameSpace, 18)]
    [DataRow("HTTP/1.1 200 OK\r\nX\r\n\r\n", (int)HttpFault.NoColon, 18)]
    [DataRow("HTTP/1.1 200 OK\r\nX: \u00e9\r\n\r\n", (int)HttpFault.ValueNotAscii, 20)]
    public void Read_ABrokenLine_NamesTheRuleAndThePlace(string text, int fault, int offset)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        ResponseHead head = new ResponseHead();

        Assert.AreEqual(fault == 0 ? (int)ReadStatus.NeedMore : (int)ReadStatus.Refused, (int)head.Read(bytes, 0, bytes.Length));
        Assert.AreEqual(fault, (int)head.Fault);
        Assert.AreEqual(offset, head.FaultOffset);
        Assert.AreEqual("0 0 -1 -1 ", HeadText.Of(head, bytes));
    }

    [TestMethod]
    [Req("WEB-04")]
    [DataRow("1.1 200 a", "Content-Length: 5\r\n", 0)]
    [DataRow("1.1 200 a", "Content-Length: 5\r\nContent-Length: 5\r\n", (int)HttpFault.LengthTwice)]
    [DataRow("1.1 200 a", "Content-Length: 5, 5\r\n", (int)HttpFault.LengthDigits)]
    [DataRow("1.1 200 a", "Content-Length: +5\r\n", (int)HttpFault.LengthDigits)]
    [DataRow("1.1 200 a", "Content-Length:\r\n", (int)HttpFault.LengthDigits)]
    [DataRow("1.1 200 a", "Content-Length: 1000000000000000\r\n", (int)HttpFault.LengthTooLarge)]
    [DataRow("1.1 200 a", "Transfer-Encoding: chunked\r\n", 0)]
    [DataRow("1.0 200 a", "Transfer-Encoding: chunked\r\n", (int)HttpFault.EncodingInOld)]
    [DataRow("1.1 200 a", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", (int)HttpFault.EncodingTwice)]
    [DataRow("1.1 200 a", "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", (int)HttpFault.TwoFramings)]
    [DataRow("1.1 200 a", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", (int)HttpFault.TwoFramings)]
    [DataRow("1.1 200 a", "Content-Length: 0\r\nTransfer-Encoding: chunked\r\n", (int)HttpFault.TwoFramings)]
    [DataRow("1.1 200 a", "Transfer-Encoding: gzip, chunked\r\n", (int)HttpFault.EncodingOther)]
    [DataRow("1.1 200 a", "Transfer-Encoding: chunked, chunked\r\n", (int)HttpFault.EncodingOther)]
    [DataRow("1.1 200 a", "Transfer-Encoding: identity\r\n", (int)HttpFault.EncodingOther)]
    [DataRow("1.1 200 a", "Transfer-Encoding: xchunked\r\n", (int)HttpFault.EncodingOther)]
    [DataRow("1.1 200 a", "Transfer-Encoding: chunked;a\r\n", (int)HttpFault.EncodingOther)]
    [DataRow("1.1 200 a", "Transfer-Encoding: \"chunked\"\r\n", (int)HttpFault.EncodingOther)]
    [DataRow("1.1 200 a", "Transfer-Encoding:\r\n", (int)HttpFault.EncodingOther)]
    [DataRow("1.1 204 a", "Content-Length: 0\r\n", 0)]
    [DataRow("1.1 204 a", "Content-Length: 5\r\n", (int)HttpFault.BodyForbidden)]
    [DataRow("1.1 204 a", "Transfer-Encoding: chunked\r\n", (int)HttpFault.BodyForbidden)]
    [DataRow("1.1 100 a", "Content-Length: 5\r\n", (int)HttpFault.BodyForbidden)]
    [DataRow("1.1 199 a", "Transfer-Encoding: chunked\r\n", (int)HttpFault.BodyForbidden)]
    [DataRow("1.1 205 a", "Transfer-Encoding: chunked\r\n", 0)]
    [DataRow("1.1 304 a", "Transfer-Encoding: chunked\r\n", 0)]
    public void Read_Framing_IsOneOrRefused(string line, string fields, int fault)
    {
        byte[] bytes = Encoding.UTF8.GetBytes("HTTP/" + line + "\r\n" + fields + "\r\n");
        ResponseHead head = new ResponseHead();

        Assert.AreEqual(fault == 0 ? (int)ReadStatus.Complete : (int)ReadStatus.Refused, (int)head.Read(bytes, 0, bytes.Length));
        Assert.AreEqual(fault, (int)head.Fault);
    }

    [TestMethod]
    [DataRow(200, "", Get, (int)BodyKind.ToClose)]
    [DataRow(200, "Content-Length: 5\r\n", Get, (int)BodyKind.Length)]
    [DataRow(200, "Content-Length: 0\r\n", Get, (int)BodyKind.Length)]
    [DataRow(200, "Transfer-Encoding: chunked\r\n", Get, (int)BodyKind.Chunked)]
    [DataRow(200, "", Head, (int)BodyKind.None)]
    [DataRow(200, "Content-Length: 5\r\n", Head, (int)BodyKind.None)]
    [DataRow(404, "Transfer-Encoding: chunked\r\n", Head, (int)BodyKind.None)]
    [DataRow(100, "", Get, (int)BodyKind.None)]
    [DataRow(101, "Upgrade: h2c\r\n", Get, (int)BodyKind.None)]
    [DataRow(204, "", Get, (int)BodyKind.None)]
    [DataRow(205, "", Get, (int)BodyKind.ToClose)]
    [DataRow(304, "Content-Length: 5\r\n", Get, (int)BodyKind.None)]
    [DataRow(304, "Transfer-Encoding: chunked\r\n", Get, (int)BodyKind.None)]
    [DataRow(303, "Content-Length: 5\r\n", Get, (int)BodyKind.Length)]
    [DataRow(200, "Content-Length: 5\r\n", Connect, (int)BodyKind.None)]
    [DataRow(299, "", Connect, (int)BodyKind.None)]
    [DataRow(300, "", Connect, (int)BodyKind.ToClose)]
    [DataRow(403, "Content-Length: 5\r\n", Connect, (int)BodyKind.Length)]
    public void BodyOf_StatusAndMethod_FollowTheRfc(int status, string fields, int method, int kind)
    {
        byte[] bytes = Encoding.UTF8.GetBytes($"HTTP/1.1 {status} \r\n{fields}\r\n");
        ResponseHead head = new ResponseHead();

        Assert.AreEqual((int)ReadStatus.Complete, (int)head.Read(bytes, 0, bytes.Length));
        Assert.AreEqual(kind, (int)head.BodyOf((HttpMethod)method));
    }

    [TestMethod]
    public void Read_OneByteAtATimeOrCutAnywhere_SaysTheSame()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Good);
        ResponseHead head = new ResponseHead();
        head.Read(bytes, 0, bytes.Length);
        string told = HeadText.Of(head, bytes);
        head.Reset();

        for (int count = 0; count < bytes.Length; count++)
        {
            Assert.AreEqual((int)ReadStatus.NeedMore, (int)head.Read(bytes, 0, count), "dripped " + count.ToString());
        }

        head.Read(bytes, 0, bytes.Length);
        Assert.AreEqual(told, HeadText.Of(head, bytes));

        for (int cut = 0; cut < bytes.Length; cut++)
        {
            head.Reset();
            Assert.AreEqual((int)ReadStatus.NeedMore, (int)head.Read(bytes, 0, cut), "prefix " + cut.ToString());
            head.Read(bytes, 0, bytes.Length);
            Assert.AreEqual(told, HeadText.Of(head, bytes), "cut at " + cut.ToString());
        }
    }

    [TestMethod]
    public void Read_EveryBitFlip_NeverInventsALengthOrChunks()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Good);
        ResponseHead head = new ResponseHead();
        int digits = Good.IndexOf("10");
        int read = 0;

        for (int bit = 0; bit < bytes.Length * 8; bit++)
        {
            int at = bit / 8;
            bytes[at] ^= (byte)(1 << (bit % 8));
            head.Reset();

            if (head.Read(bytes, 0, bytes.Length) == ReadStatus.Complete)
            {
                read++;
                bool isName = at >= digits - 16 && at < digits - 2 && bit % 8 != 5;
                bool isDigit = at == digits || at == digits + 1;
                Assert.IsFalse(head.IsChunked, "bit " + bit.ToString());
                Assert.AreEqual(isName ? -1L : isDigit ? head.ContentLength : 10L, head.ContentLength, "bit " + bit.ToString());
                Assert.IsTrue(isName || (head.ContentLength > 0 && head.ContentLength < 100), "bit " + bit.ToString());
            }

            bytes[at] ^= (byte)(1 << (bit % 8));
        }

        Assert.IsTrue(read > 50, read.ToString());
    }

    [TestMethod]
    public void Read_SeededRandomBytes_NeverComplete()
    {
        byte[] good = Encoding.UTF8.GetBytes(Good);
        byte[] bytes = new byte[200];
        ResponseHead head = new ResponseHead();
        uint state = 2;

        for (int round = 0; round < 2000; round++)
        {
            uint seed = state;
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

    [TestMethod]
    public void Read_AfterAnInterimHead_ReadsTheNextOne()
    {
        byte[] bytes = Encoding.UTF8.GetBytes("HTTP/1.1 100 Continue\r\nX: y\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
        ResponseHead head = new ResponseHead();

        head.Read(bytes, 0, bytes.Length);
        int first = head.HeadLength;
        head.Reset();

        Assert.AreEqual((int)ReadStatus.Complete, (int)head.Read(bytes, first, bytes.Length - first));
        Assert.AreEqual("38 200 2 -1 [Content-Length][2]", HeadText.Of(head, bytes));
    }
}
