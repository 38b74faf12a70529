using System;
using System.Linq;
using System.Text;

using FsCheck;
using FsCheck.Fluent;

using ToyGuard.Wire.Http;

namespace ToyGuard.Wire.Tests.Http.Desktop;

/// <summary>
/// Goal: on no input at all does the reader throw, allocate, or find another host, target, length or end than a plain reader of the same rules.
/// Method: every byte of good heads set to every value, every bit of every good row flipped; random bytes and random damage; the same bytes fed in random pieces.
/// </summary>
[TestClass]
public sealed class RequestHeadPropertyTests
{
    private const int Seed = 20261121;

    [TestMethod]
    [Req("EGR-01")]
    public void Read_EveryRowOfTheTable_AgreesWithThePlainReader()
    {
        foreach (HttpCase row in HttpTable.All())
        {
            Assert.AreEqual(ObviousHeadReader.Read(row.Bytes), Whole(row.Bytes), row.Name);
            Assert.AreEqual(row.IsWellFormed, Whole(row.Bytes) != null, row.Name);
        }
    }

    [TestMethod]
    [Req("EGR-01")]
    public void Read_EveryByteSetToEveryValue_AgreesWithThePlainReader()
    {
        byte[][] heads =
        {
            Encoding.ASCII.GetBytes("POST http://a.test:80/b%20?c HTTP/1.1\r\nHost: A.test:80\r\nContent-Length: 10\r\nConnection: x, hosts\r\n\r\n"),
            Encoding.ASCII.GetBytes("CONNECT a.test:443 HTTP/1.0\r\nhost:\ta.test:443 \r\n\r\n"),
            Encoding.ASCII.GetBytes("OPTIONS * HTTP/1.1\r\nHost: a\r\nHos: b\r\n\r\n"),
        };

        foreach (byte[] head in heads)
        {
            for (int at = 0; at < head.Length; at++)
            {
                byte was = head[at];

                for (int value = 0; value < 256; value++)
                {
                    head[at] = (byte)value;
                    Assert.AreEqual(ObviousHeadReader.Read(head), Whole(head), $"byte {at} = {value}");
                }

                head[at] = was;
            }
        }
    }

    [TestMethod]
    [Req("EGR-01")]
    public void Read_EveryBitOfEveryGoodHeadFlipped_AgreesWithThePlainReader()
    {
        foreach (HttpCase row in HttpTable.All().Where(static row => row.IsWellFormed && row.Bytes.Length < 150))
        {
            for (int bit = 0; bit < row.Bytes.Length * 8; bit++)
            {
                row.Bytes[bit / 8] ^= (byte)(1 << (bit % 8));
                Assert.AreEqual(ObviousHeadReader.Read(row.Bytes), Whole(row.Bytes), $"{row.Name}, bit {bit}");
                row.Bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            }
        }
    }

    [TestMethod]
    [Req("EGR-01")]
    [Req("WEB-04")]
    public void Read_SeededDamage_AgreesWithThePlainReaderAndWithItself()
    {
        Random random = new(Seed);
        HttpCase[] rows = HttpTable.All().Where(static row => row.Bytes.Length < 1000).ToArray();
        HttpCase[] good = rows.Where(static row => row.IsWellFormed).ToArray();
        int read = 0;

        for (int round = 0; round < 60000; round++)
        {
            HttpCase[] from = round % 2 == 0 ? good : rows;
            byte[] head = (byte[])from[random.Next(from.Length)].Bytes.Clone();

            for (int damage = random.Next(4); damage > 0; damage--)
            {
                head = Damage(head, rows[random.Next(rows.Length)].Bytes, random);
            }

            string? told = Whole(head);
            read += told == null ? 0 : 1;
            Assert.AreEqual(ObviousHeadReader.Read(head), told, $"seed {Seed}, round {round}");
            Assert.AreEqual(told, InPieces(head, random), $"in pieces, seed {Seed}, round {round}");
        }

        Assert.IsTrue(read > 10000, $"{read} of these could be read, too few to prove much");
    }

    [TestMethod]
    [Req("WEB-04")]
    public void Read_AnyBytes_AgreesWithThePlainReader()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), static bytes => Whole(bytes) == ObviousHeadReader.Read(bytes))
            .Check(Seeded.Cases(2000).WithEndSize(300));

        // The same behind a first line and Host, before the end.
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), static bytes => Agree(Bytes.Join(Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\nHost: a\r\nX: "), bytes)))
            .Check(Seeded.Cases(2000).WithEndSize(60));
    }

    [TestMethod]
    public void Read_Warm_AllocatesNothing()
    {
        RequestHead request = new();
        ResponseHead response = new();
        BodyReader body = new();
        byte[][] heads = HttpTable.All().Where(static row => row.Bytes.Length < 400).Select(static row => row.Bytes).ToArray();
        byte[] answer = Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;a\r\nhello\r\n0\r\nX: y\r\n\r\n");
        long before = 0;

        for (int round = 0; round < 8; round++)
        {
            before = round == 4 ? GC.GetAllocatedBytesForCurrentThread() : before;

            foreach (byte[] head in heads)
            {
                request.Reset();

                for (int count = 0; count <= head.Length; count++)
                {
                    request.Read(head, 0, count);
                }

                request.Find("x");
            }

            response.Reset();
            response.Read(answer, 0, answer.Length);
            body.Begin(response.BodyOf(HttpMethod.Get), response.ContentLength);

            for (int at = response.HeadLength; at < answer.Length; at += body.Consumed)
            {
                body.Read(answer, at, answer.Length - at);
            }
        }

        Assert.AreEqual(0L, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.AreEqual((int)HttpFault.None, (int)body.Fault);
    }

    [TestMethod]
    public void Read_LongestHeadOneByteAtATime_TakesLinearTime()
    {
        byte[] bytes = HttpTable.OfLength("a.test", MessageHead.HeadMax);
        RequestHead head = new();
        long begunMs = Environment.TickCount64;

        for (int round = 0; round < 50; round++)
        {
            head.Reset();

            for (int count = 1; count <= bytes.Length; count++)
            {
                head.Read(bytes, 0, count);
            }
        }

        // 400,000 calls; starting from the front at each of them would be 1,700 million bytes.
        Assert.AreEqual(bytes.Length, head.HeadLength);
        Assert.IsTrue(Environment.TickCount64 - begunMs < 5000);
    }

    private static byte[] Damage(byte[] head, byte[] other, Random random)
    {
        int at = random.Next(head.Length + 1);
        byte[] front = Bytes.Part(head, 0, at);
        byte[] back = Bytes.Part(head, at, head.Length - at);
        const string Marks = "\0\t\n\r !\"#%*,-./0159:;?@AZ[\\]_az{|}~\x7f\x80\xff";

        switch (random.Next(6))
        {
            case 0 when back.Length > 0:
                back[0] ^= (byte)(1 << random.Next(8));
                return Bytes.Join(front, back);

            case 1 when back.Length > 0:
                return Bytes.Join(front, back[1..]);

            case 2:
                return Bytes.Join(front, Bytes.Join(new[] { (byte)Marks[random.Next(Marks.Length)] }, back));

            case 3 when back.Length > 0:
                back[0] = (byte)Marks[random.Next(Marks.Length)];
                return Bytes.Join(front, back);

            case 4 when back.Length > 0:
                // A line of another row in between, at the begin of a line.
                int line = Array.IndexOf(head, (byte)'\n', at) + 1;
                int from = Array.IndexOf(other, (byte)'\n') + 1;
                int to = Array.IndexOf(other, (byte)'\n', from) + 1;
                return line > 0 && to > from ? Bytes.Join(head[..line], Bytes.Join(other[from..to], head[line..])) : head;

            default:
                return random.Next(4) == 0 ? front : head;
        }
    }

    private static bool Agree(byte[] bytes)
    {
        byte[] head = Bytes.Join(bytes, Encoding.ASCII.GetBytes("\r\n\r\n"));

        return Whole(head) == ObviousHeadReader.Read(head);
    }

    private static string? Whole(byte[] bytes)
    {
        RequestHead head = new();

        return head.Read(bytes, 0, bytes.Length) == ReadStatus.Complete ? Told(head, bytes) : null;
    }

    private static string? InPieces(byte[] bytes, Random random)
    {
        RequestHead head = new();
        ReadStatus status = ReadStatus.NeedMore;

        for (int count = 0; count < bytes.Length;)
        {
            count = Math.Min(bytes.Length, count + 1 + random.Next(40));
            status = head.Read(bytes, 0, count);
        }

        return status == ReadStatus.Complete ? Told(head, bytes) : null;
    }

    private static string Told(RequestHead head, byte[] bytes)
    {
        string Part(int offset, int length)
        {
            return Encoding.Latin1.GetString(bytes, offset, length);
        }

        return $"{Part(head.MethodOffset, head.MethodLength)} {(head.IsVersion10 ? 0 : 1)} {Part(head.TargetOffset, head.TargetLength)} "
            + $"{Part(head.HostOffset, head.HostLength)} {head.HostPort} {head.ContentLength} {head.HeadLength}";
    }
}
