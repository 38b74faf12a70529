using System.Text;

using ToyGuard.Wire.Dns;
using ToyGuard.Wire.Mdns;

namespace ToyGuard.Wire.Tests.Mdns;

/// <summary>
/// Goal: what is said on the home's network by multicast DNS is read in one way, or not at all.
/// Method: messages put together by hand; then every beginning of them, every bit of them turned, and bytes by chance.
/// </summary>
[TestClass]
public class MdnsReaderTests
{
    private const string Name = "toyguard-k7m2p9qx.local";
    private const int A = 1;
    private const int Ptr = 12;
    private const int Any = 255;

    [TestMethod]
    public void Read_Probe_GivesItsItems()
    {
        byte[] message = Probe();
        MdnsReader reader = new();

        Assert.AreEqual((int)ReadStatus.Complete, (int)reader.Read(message, 0, message.Length));
        Assert.IsFalse(reader.IsAnswer);
        Assert.IsFalse(reader.IsTruncated);
        Assert.AreEqual(0x1234, reader.Id);
        Assert.AreEqual(2, reader.Count);

        Assert.IsTrue(reader.MoveNext());
        Check(reader, MdnsSection.Question, Any, 1, true, 0, 0);
        Assert.IsTrue(reader.IsName(Encoding.UTF8.GetBytes(Name)));
        Assert.IsTrue(reader.IsName(Encoding.UTF8.GetBytes("TOYGUARD-K7M2P9QX.Local")));
        Assert.IsFalse(reader.IsName(Encoding.UTF8.GetBytes("toyguard-k7m2p9qy.local")));

        Assert.IsTrue(reader.MoveNext());
        Check(reader, MdnsSection.Authority, A, 1, false, 120, 4);
        Assert.IsTrue(reader.IsName(Encoding.UTF8.GetBytes(Name)));
        Assert.AreEqual(192, (int)message[reader.DataOffset]);
        Assert.AreEqual(9, (int)message[reader.DataOffset + 3]);

        Assert.IsFalse(reader.MoveNext());
    }

    [TestMethod]
    public void Read_AnswerInsideABuffer_IsReadWithinItsBounds()
    {
        byte[] message = new DnsBuilder().Fill(0xFF, 5).Header(0, 0x8600, 0, 1, 0, 2)
            .Name(Name).U16(A).U16(0x8001).U16(0).U16(120).U16(4).U8(192).U8(0).U8(2).U8(9)
            .Jump(12).RecordTail(47, 0x01020304, 5).Jump(12).U8(0).U8(1).U8(0x40)
            .Name("a b._x.local").U16(99).U16(0x7FFF).U16(0xFFFF).U16(0xFFFF).U16(0).Fill(0xFF, 7).Bytes();
        MdnsReader reader = new();

        Assert.AreEqual((int)ReadStatus.Complete, (int)reader.Read(message, 5, message.Length - 12));
        Assert.IsTrue(reader.IsAnswer);
        Assert.IsTrue(reader.IsTruncated);

        Assert.IsTrue(reader.MoveNext());
        Check(reader, MdnsSection.Answer, A, 1, true, 120, 4);
        Assert.IsTrue(reader.MoveNext());
        Check(reader, MdnsSection.Additional, 47, 1, false, 0x01020304, 5);
        Assert.IsTrue(reader.IsName(Encoding.UTF8.GetBytes(Name)));
        Assert.IsTrue(reader.MoveNext());

        // Times over 2^31 - 1 mean 0 (RFC 2181, 8), and a name with a space in it is nobody we ask for.
        Check(reader, MdnsSection.Additional, 99, 0x7FFF, false, 0, 0);
        Assert.IsFalse(reader.IsName(Encoding.UTF8.GetBytes("a b._x.local")));
        Assert.IsFalse(reader.MoveNext());
    }

    [TestMethod]
    [DataRow("an operation other than a question", 3)]
    [DataRow("a response code", 10)]
    [DataRow("bytes left over", 7)]
    [DataRow("an address of five bytes", 44)]
    [DataRow("an address of three bytes", 44)]
    [DataRow("a long address of four bytes", 44)]
    [DataRow("a name that points to itself", 24)]
    [DataRow("two names that point to each other", 24)]
    [DataRow("a name that points forwards", 24)]
    [DataRow("a name that points into the header", 23)]
    [DataRow("a name that runs into itself", 25)]
    [DataRow("a label of another kind", 20)]
    [DataRow("a name of 256 bytes", 21)]
    [DataRow("a message of 1473 bytes", 6)]
    public void Read_BadMessage_IsRefused(string kind, int fault)
    {
        byte[] message = Bad(kind);
        MdnsReader reader = new();

        Assert.AreEqual((int)ReadStatus.Refused, (int)reader.Read(message, 0, message.Length));
        Assert.AreEqual(fault, (int)reader.Fault);
        Assert.AreEqual(0, reader.Count);
        Assert.IsFalse(reader.MoveNext());
    }

    [TestMethod]
    public void Read_MoreItemsThanThereAre_NeedsMore()
    {
        byte[] message = Probe();
        message[5] = 2;
        MdnsReader reader = new();

        Assert.AreNotEqual((int)ReadStatus.Complete, (int)reader.Read(message, 0, message.Length));

        message[4] = 0xFF;
        message[5] = 0xFF;
        Assert.AreNotEqual((int)ReadStatus.Complete, (int)reader.Read(message, 0, message.Length));
        Assert.IsFalse(reader.MoveNext());
    }

    [TestMethod]
    public void Read_EveryBeginning_NeedsMore()
    {
        byte[] message = Probe();
        MdnsReader reader = new();

        for (int length = 0; length < message.Length; length++)
        {
            Assert.AreEqual((int)ReadStatus.NeedMore, (int)reader.Read(message, 0, length), length.ToString());
            Assert.IsFalse(reader.MoveNext());
        }
    }

    // Whatever the bit was: the reader ends, and what it gives lies inside the message.
    [TestMethod]
    public void Read_EveryBitTurned_StaysInside()
    {
        byte[] message = Probe();
        MdnsReader reader = new();
        int complete = 0;

        for (int bit = 0; bit < message.Length * 8; bit++)
        {
            message[bit / 8] ^= (byte)(1 << (bit % 8));
            complete += WalkInside(reader, message);
            message[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        // Letters of the name, identifier, times and addresses may be any.
        Assert.IsTrue(complete > 150 && complete < (message.Length * 8) - 50, complete.ToString());
    }

    [TestMethod]
    public void Read_BytesByChance_StaysInside()
    {
        Chance chance = new(20261122);
        MdnsReader reader = new();
        byte[] probe = Probe();

        for (int round = 0; round < 1000; round++)
        {
            byte[] message = new byte[chance.Below(120)];

            for (int i = 0; i < message.Length; i++)
            {
                // Every second one begins well.
                message[i] = round % 2 == 0 && i < 12 + (round % 40) && i < probe.Length ? probe[i] : (byte)chance.Next();
            }

            WalkInside(reader, message);
        }
    }

    private static int WalkInside(MdnsReader reader, byte[] message)
    {
        if (reader.Read(message, 0, message.Length) != ReadStatus.Complete)
        {
            return 0;
        }

        int items = 0;

        while (reader.MoveNext())
        {
            items++;
            Assert.IsTrue(reader.DataOffset >= 12 && reader.DataLength >= 0 && reader.DataOffset + reader.DataLength <= message.Length);
        }

        Assert.AreEqual(reader.Count, items);
        return 1;
    }

    private static byte[] Probe()
    {
        return new DnsBuilder().Header(0x1234, 0, 1, 0, 1, 0).Name(Name).U16(Any).U16(0x8001)
            .Jump(12).RecordTail(A, 120, 4).U8(192).U8(0).U8(2).U8(9).Bytes();
    }

    private static byte[] Bad(string kind)
    {
        switch (kind)
        {
            case "an operation other than a question":
                return new DnsBuilder().Header(0, 0x0800, 1, 0, 0, 0).Question(Name, A).Bytes();
            case "a response code":
                return new DnsBuilder().Header(0, 0x8003, 1, 0, 0, 0).Question(Name, A).Bytes();
            case "bytes left over":
                return new DnsBuilder().Header(0, 0, 1, 0, 0, 0).Question(Name, A).U8(0).Bytes();
            case "an address of five bytes":
                return new DnsBuilder().Header(0, 0x8400, 0, 1, 0, 0).Record(Name, A, 120, 5).Fill(1, 5).Bytes();
            case "an address of three bytes":
                return new DnsBuilder().Header(0, 0x8400, 0, 1, 0, 0).Record(Name, A, 120, 3).Fill(1, 3).Bytes();
            case "a long address of four bytes":
                return new DnsBuilder().Header(0, 0x8400, 0, 1, 0, 0).Record(Name, 28, 120, 4).Fill(1, 4).Bytes();
            case "a name that points to itself":
                return new DnsBuilder().Header(0, 0, 1, 0, 0, 0).Jump(12).U16(A).U16(1).Bytes();
            case "two names that point to each other":
                return new DnsBuilder().Header(0, 0, 2, 0, 0, 0).Jump(18).U16(A).U16(1).Jump(12).U16(A).U16(1).Bytes();
            case "a name that points forwards":
                return new DnsBuilder().Header(0, 0, 2, 0, 0, 0).Jump(18).U16(A).U16(1).Question(Name, A).Bytes();
            case "a name that points into the header":
                return new DnsBuilder().Header(0, 0, 1, 0, 0, 0).Jump(4).U16(A).U16(1).Bytes();
            case "a name that runs into itself":
                return new DnsBuilder().Header(0, 0, 2, 0, 0, 0).Question("a", 0x3F3F).Jump(15).U16(A).U16(1).Bytes();
            case "a label of another kind":
                return new DnsBuilder().Header(0, 0, 1, 0, 0, 0).U8(0x41).U8('a').U8(0).U16(A).U16(1).Bytes();
            case "a name of 256 bytes":
                return new DnsBuilder().Header(0, 0, 1, 0, 0, 0).U8(63).Fill('a', 63).U8(63).Fill('a', 63).U8(63).Fill('a', 63).U8(62).Fill('a', 62).U8(0).U16(A).U16(1).Bytes();
            default:
                return new DnsBuilder().Header(0, 0x8400, 0, 1, 0, 0).Name("").RecordTail(Ptr, 0, 1473 - 23).Fill(0, 1473 - 23).Bytes();
        }
    }

    private static void Check(MdnsReader reader, MdnsSection section, int type, int recordClass, bool isMarked, int ttl, int length)
    {
        Assert.AreEqual((int)section, (int)reader.Section);
        Assert.AreEqual(type, reader.Type);
        Assert.AreEqual(recordClass, reader.Class);
        Assert.AreEqual(isMarked, reader.IsMarked);
        Assert.AreEqual(ttl, reader.TtlSeconds);
        Assert.AreEqual(length, reader.DataLength);
    }
}
