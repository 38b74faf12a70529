using System;
using System.Text;
using ToyGuard.Wire;
using ToyGuard.Wire.Http;

namespace ToyGuard.Wire.Tests.Http;

/// <summary>
/// Goal: exactly the body's bytes are given out, and its end is found in one way or not at all.
/// Method: bodies of each kind, whole, in two pieces cut anywhere, and byte by byte; tables of broken chunks; every prefix and bit flip of a good chunked body.
/// </summary>
[TestClass]
public class BodyReaderTests
{
    private const string Chunks = "5\r\nhello\r\n001;a=\"b c\"\r\n \r\nA\r\n0123456789\r\n0;x\r\nX: y\r\nZ:\r\n\r\n";

    [TestMethod]
    [DataRow((int)BodyKind.None, 0, "", "")]
    [DataRow((int)BodyKind.Length, 0, "", "")]
    [DataRow((int)BodyKind.Length, 5, "hello", "hello")]
    [DataRow((int)BodyKind.Chunked, 0, "0\r\n\r\n", "")]
    [DataRow((int)BodyKind.Chunked, 0, "00000000\r\n\r\n", "")]
    [DataRow((int)BodyKind.Chunked, 0, "5\r\nhello\r\n0\r\n\r\n", "hello")]
    [DataRow((int)BodyKind.Chunked, 0, "5;\r\nhello\r\n0;a;b=c;d=\"e\tf\"\r\n\r\n", "hello")]
    [DataRow((int)BodyKind.Chunked, 0, Chunks, "hello 0123456789")]
    public void Read_AGoodBody_GivesItsBytesHoweverItIsCut(int kind, int length, string text, string body)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text + "GET / HTTP/1.1\r\n");
        int end = text.Length;

        for (int cut = 0; cut <= bytes.Length; cut++)
        {
            BodyReader reader = new BodyReader();
            StringBuilder told = new StringBuilder();
            reader.Begin((BodyKind)kind, length);
            int read = Feed(reader, bytes, 0, cut, told);
            bool isEnd = reader.Read(bytes, cut, 0) == ReadStatus.Complete;
            Assert.AreEqual(cut >= end, isEnd, "cut at " + cut.ToString());
            read = isEnd ? read : Feed(reader, bytes, read, bytes.Length, told);

            Assert.AreEqual((int)ReadStatus.Complete, (int)reader.Read(bytes, read, bytes.Length - read));
            Assert.AreEqual(body, told.ToString(), "cut at " + cut.ToString());
            Assert.AreEqual(end, read, "what follows is not the body's");
            Assert.AreEqual((int)ReadStatus.Complete, (int)reader.End());
        }
    }

    [TestMethod]
    public void Read_OneByteAtATimeFromOneSmallBuffer_GivesTheSame()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Chunks);
        byte[] one = new byte[1];
        BodyReader reader = new BodyReader();
        StringBuilder told = new StringBuilder();
        reader.Begin(BodyKind.Chunked, 0);

        for (int i = 0; i < bytes.Length; i++)
        {
            one[0] = bytes[i];
            Assert.AreEqual(i == bytes.Length - 1 ? (int)ReadStatus.Complete : (int)ReadStatus.NeedMore, (int)reader.Read(one, 0, 1), "byte " + i.ToString());
            Assert.AreEqual(1, reader.Consumed);
            told.Append(Encoding.UTF8.GetString(one, reader.DataOffset, reader.DataLength));
        }

        Assert.AreEqual("hello 0123456789", told.ToString());
    }

    [TestMethod]
    public void Read_ToClose_GivesAllUntilTheEnd()
    {
        byte[] bytes = Encoding.UTF8.GetBytes("0\r\n\r\n");
        BodyReader reader = new BodyReader();
        reader.Begin(BodyKind.ToClose, -1);

        for (int i = 0; i < 3; i++)
        {
            Assert.AreEqual((int)ReadStatus.NeedMore, (int)reader.Read(bytes, 0, bytes.Length));
            Assert.AreEqual(0, reader.DataOffset);
            Assert.AreEqual(bytes.Length, reader.DataLength);
            Assert.AreEqual(bytes.Length, reader.Consumed);
        }

        Assert.AreEqual((int)ReadStatus.Complete, (int)reader.End());
        Assert.AreEqual((int)HttpFault.None, (int)reader.Fault);
    }

    [TestMethod]
    public void Read_LengthBeyondAnInt_CountsOn()
    {
        byte[] bytes = new byte[1000];
        BodyReader reader = new BodyReader();
        reader.Begin(BodyKind.Length, MessageHead.ContentLengthMax);

        for (int i = 0; i < 10; i++)
        {
            Assert.AreEqual((int)ReadStatus.NeedMore, (int)reader.Read(bytes, 0, bytes.Length));
            Assert.AreEqual(bytes.Length, reader.DataLength);
        }
    }

    [TestMethod]
    [Req("WEB-04")]
    [DataRow("\r\n", (int)HttpFault.ChunkSize, 0)]
    [DataRow("\n", (int)HttpFault.BareLf, 0)]
    [DataRow(" 5\r\n", (int)HttpFault.ChunkSize, 0)]
    [DataRow("+5\r\n", (int)HttpFault.ChunkSize, 0)]
    [DataRow("-5\r\n", (int)HttpFault.ChunkSize, 0)]
    [DataRow(";a\r\n", (int)HttpFault.ChunkSize, 0)]
    [DataRow("g\r\n", (int)HttpFault.ChunkSize, 0)]
    [DataRow("0x5\r\n", (int)HttpFault.ChunkSize, 1)]
    [DataRow("5h\r\n", (int)HttpFault.ChunkSize, 1)]
    [DataRow("5 \r\n", (int)HttpFault.ChunkSize, 1)]
    [DataRow("5 ;a\r\n", (int)HttpFault.ChunkSize, 1)]
    [DataRow("5\t\r\n", (int)HttpFault.ChunkSize, 1)]
    [DataRow("5.0\r\n", (int)HttpFault.ChunkSize, 1)]
    [DataRow("5,5\r\n", (int)HttpFault.ChunkSize, 1)]
    [DataRow("1_0\r\n", (int)HttpFault.ChunkSize, 1)]
    [DataRow("5\nhello", (int)HttpFault.BareLf, 1)]
    [DataRow("5\rhello", (int)HttpFault.BareCr, 2)]
    [DataRow("5\r\r\nhello", (int)HttpFault.BareCr, 2)]
    [DataRow("7fffffff\r\n", 0, 0)]
    [DataRow("80000000\r\n", (int)HttpFault.ChunkTooLarge, 7)]
    [DataRow("FFFFFFFF\r\n", (int)HttpFault.ChunkTooLarge, 7)]
    [DataRow("000000005\r\n", (int)HttpFault.ChunkTooLarge, 8)]
    [DataRow("100000000\r\n", (int)HttpFault.ChunkTooLarge, 8)]
    [DataRow("10000000000000005\r\n", (int)HttpFault.ChunkTooLarge, 8)]
    [DataRow("5;a\u0001\r\n", (int)HttpFault.ChunkExtension, 3)]
    [DataRow("5;a\u007f\r\n", (int)HttpFault.ChunkExtension, 3)]
    [DataRow("5;\u00e9\r\n", (int)HttpFault.ChunkExtension, 2)]
    [DataRow("5;a\nhello", (int)HttpFault.BareLf, 3)]
    [DataRow("5;a\rb\r\nhello", (int)HttpFault.BareCr, 4)]
    [DataRow("5;a=\"\r\n", 0, 0)]
    [DataRow("5\r\nhello", 0, 0)]
    [DataRow("5\r\nhello5", (int)HttpFault.ChunkEnd, 8)]
    [DataRow("5\r\nhello\n", (int)HttpFault.ChunkEnd, 8)]
    [DataRow("5\r\nhello\r0", (int)HttpFault.ChunkEnd, 9)]
    [DataRow("5\r\nhello!\r\n", (int)HttpFault.ChunkEnd, 8)]
    [DataRow("5\r\nhell\r\n0", (int)HttpFault.ChunkEnd, 8)]
    [DataRow("5\r\nhello\r\n\r\n", (int)HttpFault.ChunkSize, 10)]
    [DataRow("5\r\nhello\r\n;a\r\n", (int)HttpFault.ChunkSize, 10)]
    [DataRow("0\r\n\n", (int)HttpFault.BareLf, 3)]
    [DataRow("0\r\n\rX", (int)HttpFault.BareCr, 4)]
    [DataRow("0\r\n X: y\r\n", (int)HttpFault.Folded, 3)]
    [DataRow("0\r\nX : y\r\n", (int)HttpFault.NameSpace, 4)]
    [DataRow("0\r\nX: y\n", (int)HttpFault.BareLf, 7)]
    [DataRow("0\r\nX\r\n", (int)HttpFault.NoColon, 4)]
    [DataRow("0\r\nX: \u00e9\r\n", (int)HttpFault.ValueNotAscii, 6)]
    [DataRow("0\r\nGET / HTTP/1.1\r\n", (int)HttpFault.NameSpace, 6)]
    public void Read_BrokenChunks_NameTheRuleAndThePlace(string text, int fault, int consumed)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);

        for (int size = 1; size <= bytes.Length; size++)
        {
            BodyReader reader = new BodyReader();
            ReadStatus status = ReadStatus.NeedMore;
            int read = 0;
            reader.Begin(BodyKind.Chunked, 0);

            for (int end = 0; end < bytes.Length && status == ReadStatus.NeedMore;)
            {
                end = end + size < bytes.Length ? end + size : bytes.Length;

                while (read < end && status == ReadStatus.NeedMore)
                {
                    status = reader.Read(bytes, read, end - read);
                    read += reader.Consumed;
                }
            }

            Assert.AreEqual(fault, (int)reader.Fault, "in pieces of " + size.ToString());
            Assert.AreEqual(fault == 0 ? (int)ReadStatus.NeedMore : (int)ReadStatus.Refused, (int)status, "in pieces of " + size.ToString());
            Assert.AreEqual(fault == 0 ? bytes.Length : consumed, read, "in pieces of " + size.ToString());
        }
    }

    [TestMethod]
    public void Read_ExtensionsAndTrailers_AreBounded()
    {
        Assert.AreEqual((int)HttpFault.None, (int)FaultOf("5;" + Repeated("a", 256) + "\r\n"));
        Assert.AreEqual((int)HttpFault.ChunkExtensionTooLong, (int)FaultOf("5;" + Repeated("a", 257) + "\r\n"));
        Assert.AreEqual((int)HttpFault.None, (int)FaultOf("0\r\nX: " + Repeated("a", 2041) + "\r\n\r\n"));
        Assert.AreEqual((int)HttpFault.TrailersTooLong, (int)FaultOf("0\r\nX: " + Repeated("a", 2042) + "\r\n\r\n"));
        Assert.AreEqual((int)HttpFault.TrailersTooLong, (int)FaultOf("0\r\nX: " + Repeated("a", 9000)));
        Assert.AreEqual((int)HttpFault.None, (int)FaultOf("0\r\n" + Repeated("X: a\r\n", 16) + "\r\n"));
        Assert.AreEqual((int)HttpFault.TooManyFields, (int)FaultOf("0\r\n" + Repeated("X: a\r\n", 17) + "\r\n"));
    }

    [TestMethod]
    public void End_InsideTheBody_IsACut()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Chunks);

        for (int count = 0; count < bytes.Length; count++)
        {
            BodyReader reader = new BodyReader();
            reader.Begin(BodyKind.Chunked, 0);
            Feed(reader, bytes, 0, count, new StringBuilder());
            Assert.AreEqual((int)ReadStatus.Refused, (int)reader.End(), count.ToString());
            Assert.AreEqual((int)HttpFault.BodyCutShort, (int)reader.Fault, count.ToString());
            Assert.AreEqual((int)ReadStatus.Refused, (int)reader.Read(bytes, count, bytes.Length - count), "final");
        }

        BodyReader length = new BodyReader();
        length.Begin(BodyKind.Length, 6);
        length.Read(bytes, 0, 5);
        Assert.AreEqual((int)ReadStatus.Refused, (int)length.End());
        Assert.AreEqual((int)HttpFault.BodyCutShort, (int)length.Fault);
    }

    [TestMethod]
    public void Read_EveryBitFlipOfChunks_EndsNowhereElse()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Chunks);
        BodyReader reader = new BodyReader();

        for (int bit = 0; bit < bytes.Length * 8; bit++)
        {
            StringBuilder told = new StringBuilder();
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            reader.Begin(BodyKind.Chunked, 0);
            int read = Feed(reader, bytes, 0, bytes.Length, told);

            if (reader.Read(bytes, read, 0) == ReadStatus.Complete)
            {
                Assert.AreEqual(bytes.Length, read, "bit " + bit.ToString());
            }

            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [TestMethod]
    public void Begin_NoLength_Throws()
    {
        Check.Throws(typeof(ArgumentOutOfRangeException), () => new BodyReader().Begin(BodyKind.Length, -1));
    }

    // Reads on from there until the bytes or the body end. Returns how far.
    private static int Feed(BodyReader reader, byte[] bytes, int from, int to, StringBuilder told)
    {
        ReadStatus status = ReadStatus.NeedMore;

        while (from < to && status == ReadStatus.NeedMore)
        {
            status = reader.Read(bytes, from, to - from);
            from += reader.Consumed;
            told.Append(Encoding.UTF8.GetString(bytes, reader.DataOffset, reader.DataLength));
        }

        return from;
    }

    private static HttpFault FaultOf(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        BodyReader reader = new BodyReader();
        reader.Begin(BodyKind.Chunked, 0);
        Feed(reader, bytes, 0, bytes.Length, new StringBuilder());

        return reader.Fault;
    }

    private static string Repeated(string text, int times)
    {
        StringBuilder all = new StringBuilder(text.Length * times);

        for (int i = 0; i < times; i++)
        {
            all.Append(text);
        }

        return all.ToString();
    }
}
