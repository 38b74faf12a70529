using System;
using System.Text;

using ToyGuard.Wire.Dns;

namespace ToyGuard.Wire.Tests.Dns;

/// <summary>Replies to our own question: only what answers it counts, and only what can be read in one way is believed.</summary>
[TestClass]
public class DnsAnswerReaderTests
{
    private const int Id = 0x5A17;
    private const string Name = "story.example";

    [TestMethod]
    public void Read_OneAddress_IsFound()
    {
        DnsAnswerReader reader = new();

        Assert.AreEqual((int)ReadStatus.Complete, (int)Read(reader, Head(1, 0, 0).Address(Name, 60, 7).Bytes()));
        Assert.IsTrue(reader.IsOurs);
        Assert.AreEqual(1, reader.AddressCount);
        Assert.AreEqual("192.0.2.7", AddressAt(reader, 0));
        Assert.AreEqual(60, reader.TtlSeconds);
        Assert.AreEqual(0, reader.Code);
    }

    [TestMethod]
    public void Read_AliasesInAnyOrderWithPointersAndOtherRecords_AreFollowed()
    {
        DnsAnswerReader reader = new();
        DnsBuilder b = Head(6, 1, 2);
        b.Address("c.example", 90, 9);
        b.Record("B.example", 5, 30, 4).U8(1).U8('c').Jump(18);
        b.Address("other.example", 1, 66);
        b.Jump(12).RecordTail(5, 50, 4).U8(1).U8('b').Jump(18);
        b.Record("c.example", 46, 1, 3).Fill(0, 3);
        b.Address("C.EXAMPLE", 80, 10);
        b.Record("example", 2, 1, 2).Jump(12);
        b.Address("c.example", 1, 66);
        b.Opt();

        Assert.AreEqual((int)ReadStatus.Complete, (int)Read(reader, b.Bytes()));
        Assert.AreEqual(2, reader.AddressCount);
        Assert.AreEqual("192.0.2.9", AddressAt(reader, 0));
        Assert.AreEqual("192.0.2.10", AddressAt(reader, 1));
        Assert.AreEqual(30, reader.TtlSeconds);
    }

    [TestMethod]
    public void Read_EightAliases_AreFollowedAndNineAreNot()
    {
        DnsAnswerReader reader = new();

        Assert.AreEqual((int)ReadStatus.Complete, (int)Read(reader, BadDnsAnswers.Chain(new DnsBuilder(), Id, Name, 8).Bytes()));
        Assert.AreEqual("192.0.2.66", AddressAt(reader, 0));
        Assert.AreEqual((int)ReadStatus.Refused, (int)Read(reader, BadDnsAnswers.Chain(new DnsBuilder(), Id, Name, 9).Bytes()));
        Assert.AreEqual((int)DnsFault.ChainTooLong, (int)reader.Fault);
    }

    [TestMethod]
    public void Read_NothingBehindTheQuestion_IsWhole()
    {
        DnsAnswerReader reader = new();

        Assert.AreEqual((int)ReadStatus.Complete, (int)Read(reader, new DnsBuilder().Header(Id, 0x8183, 1, 0, 0, 0).Question(Name, 1).Bytes()));
        Assert.AreEqual(3, reader.Code);
    }

    [TestMethod]
    public void Read_LongestReply_IsRead()
    {
        DnsAnswerReader reader = new();
        int room = DnsAnswerReader.LengthMax - 31 - 29 - 11;

        Assert.AreEqual((int)ReadStatus.Complete, (int)Read(reader, Head(1, 0, 1).Address(Name, 60, 7).Record("", 16, 60, room).Fill('t', room).Bytes()));
        Assert.AreEqual(1, reader.AddressCount);
    }

    [TestMethod]
    public void Read_AddressOfAnotherName_IsNotFound()
    {
        DnsAnswerReader reader = new();

        Assert.AreEqual((int)ReadStatus.Complete, (int)Read(reader, Head(1, 0, 0).Address("other.example", 60, 66).Bytes()));
        Assert.AreEqual(0, reader.AddressCount);
        Assert.AreEqual(0, reader.TtlSeconds);
    }

    [TestMethod]
    public void Read_AliasThatLeadsNowhere_IsNotFound()
    {
        DnsAnswerReader reader = new();

        Assert.AreEqual((int)ReadStatus.Complete, (int)Read(reader, Head(1, 0, 0).Alias(Name, 60, "b.example").Bytes()));
        Assert.AreEqual(0, reader.AddressCount);
    }

    [TestMethod]
    public void Read_AddressOutsideTheAnswerSectionOrOfAnotherClass_DoesNotCount()
    {
        DnsAnswerReader reader = new();
        byte[] message = Head(1, 1, 1).Name(Name).U16(1).U16(3).U16(0).U16(60).U16(4).Fill(66, 4)
            .Record(Name, 1, 60, 5).Fill(66, 5).Address(Name, 60, 66).Bytes();

        Assert.AreEqual((int)ReadStatus.Complete, (int)Read(reader, message));
        Assert.AreEqual(0, reader.AddressCount);
    }

    [TestMethod]
    public void Read_MoreAddressesThanKept_KeepsTheFirst()
    {
        DnsAnswerReader reader = new();
        DnsBuilder b = Head(12, 0, 0);

        for (int i = 1; i <= 12; i++)
        {
            b.Address(Name, 60, i);
        }

        Assert.AreEqual((int)ReadStatus.Complete, (int)Read(reader, b.Bytes()));
        Assert.AreEqual(DnsAnswerReader.AddressesMax, reader.AddressCount);
        Assert.AreEqual("192.0.2.8", AddressAt(reader, 7));
    }

    [TestMethod]
    [DataRow(0, 0)]
    [DataRow(2147483647, 2147483647)]
    [DataRow(-2147483648, 0)]
    [DataRow(-1, 0)]
    public void Read_Ttl_IsNeverNegative(int ttl, int expected)
    {
        DnsAnswerReader reader = new();

        Read(reader, Head(1, 0, 0).Address(Name, ttl, 7).Bytes());
        Assert.AreEqual(expected, reader.TtlSeconds);
    }

    [TestMethod]
    [DataRow(0x8182, 0, 2)]
    [DataRow(0x8183, 0, 3)]
    [DataRow(0x8185, 0, 5)]
    [DataRow(0x8180, 1, 16)]
    [DataRow(0x8187, 255, 4087)]
    public void Read_OtherCode_GivesNoAddress(int flags, int high, int code)
    {
        DnsAnswerReader reader = new();
        byte[] message = new DnsBuilder().Header(Id, flags, 1, 1, 0, 1).Question(Name, 1).Address(Name, 60, 66)
            .U8(0).U16(41).U16(512).U8(high).U8(0).U16(0).U16(0).Bytes();

        Assert.AreEqual((int)ReadStatus.Complete, (int)Read(reader, message));
        Assert.AreEqual(code, reader.Code);
        Assert.AreEqual(0, reader.AddressCount);
    }

    [TestMethod]
    public void Read_CutOff_SaysSoAndGivesNoAddress()
    {
        DnsAnswerReader reader = new();
        byte[] message = new DnsBuilder().Header(Id, 0x8380, 1, 2, 0, 0).Question(Name, 1).Address(Name, 60, 66).Bytes();

        Assert.AreEqual((int)ReadStatus.Complete, (int)Read(reader, message));
        Assert.IsTrue(reader.IsTruncated);
        Assert.AreEqual(0, reader.AddressCount);
    }

    [TestMethod]
    public void Read_EchoInOtherCase_IsOurs()
    {
        DnsAnswerReader reader = new();
        byte[] message = new DnsBuilder().Header(Id, 0x8180, 1, 1, 0, 0).Question("StOrY.eXaMpLe", 1).Address("STORY.EXAMPLE", 60, 7).Bytes();

        Assert.AreEqual((int)ReadStatus.Complete, (int)Read(reader, message));
        Assert.AreEqual(1, reader.AddressCount);
    }

    [TestMethod]
    public void Read_NothingLeftFromTheReplyBefore()
    {
        DnsAnswerReader reader = new();
        Read(reader, Head(1, 0, 0).Address(Name, 60, 7).Bytes());

        Assert.AreEqual((int)ReadStatus.NeedMore, (int)Read(reader, new byte[3]));
        Assert.IsFalse(reader.IsOurs);
        Assert.AreEqual(0, reader.AddressCount);
        Assert.AreEqual(0, reader.TtlSeconds);
    }

    [TestMethod]
    public void Read_EveryForeignReply_IsNotOurs()
    {
        DnsAnswerReader reader = new();
        string[] kinds = BadDnsAnswers.ForeignKinds();

        for (int i = 0; i < kinds.Length; i++)
        {
            ReadStatus status = Read(reader, BadDnsAnswers.Make(kinds[i], Id, Name));
            Assert.IsTrue(status != ReadStatus.Complete, kinds[i]);
            Assert.IsFalse(reader.IsOurs, kinds[i]);
            Assert.AreEqual(0, reader.AddressCount, kinds[i]);
        }
    }

    [TestMethod]
    public void Read_EveryBrokenReply_IsOursButNotComplete()
    {
        DnsAnswerReader reader = new();
        string[] kinds = BadDnsAnswers.BrokenKinds();

        for (int i = 0; i < kinds.Length; i++)
        {
            ReadStatus status = Read(reader, BadDnsAnswers.Make(kinds[i], Id, Name));
            Assert.IsTrue(status == ReadStatus.NeedMore || status == ReadStatus.Refused, kinds[i]);
            Assert.AreEqual(status == ReadStatus.Refused, reader.Fault != DnsFault.None, kinds[i]);
            Assert.IsTrue(reader.IsOurs, kinds[i]);
            Assert.AreEqual(0, reader.AddressCount, kinds[i]);
        }
    }

    [TestMethod]
    [DataRow("other identifier", (int)DnsFault.OtherId, 0)]
    [DataRow("a question", (int)DnsFault.NotAnAnswer, 2)]
    [DataRow("two questions", (int)DnsFault.QuestionCount, 4)]
    [DataRow("other name", (int)DnsFault.OtherQuestion, 12)]
    [DataRow("other type", (int)DnsFault.OtherQuestion, 12)]
    [DataRow("other class", (int)DnsFault.OtherQuestion, 12)]
    [DataRow("question with a pointer", (int)DnsFault.PointerInQuestion, 12)]
    [DataRow("other operation", (int)DnsFault.OpCode, 2)]
    [DataRow("too long", (int)DnsFault.TooLong, 1232)]
    [DataRow("byte behind", (int)DnsFault.TrailingBytes, 60)]
    [DataRow("owner points to itself", (int)DnsFault.PointerNotBackwards, 31)]
    [DataRow("owner runs into itself", (int)DnsFault.PointerOverlap, 46)]
    [DataRow("200 pointers", (int)DnsFault.TooManyPointers, 190)]
    [DataRow("owner of 256 by pointer", (int)DnsFault.NameTooLong, 95)]
    [DataRow("data of 65535", 0, 0)]
    [DataRow("address of 16", (int)DnsFault.AddressLength, 56)]
    [DataRow("alias shorter than its record", (int)DnsFault.AliasLength, 56)]
    [DataRow("alias longer than its record", (int)DnsFault.AliasLength, 56)]
    [DataRow("alias to the root", (int)DnsFault.AliasNotAName, 56)]
    [DataRow("alias with a dot in a label", (int)DnsFault.AliasNotAName, 56)]
    [DataRow("two aliases in a circle", (int)DnsFault.ChainTooLong, 31)]
    [DataRow("two aliases of one name", (int)DnsFault.AliasNotAlone, 82)]
    [DataRow("address and alias", (int)DnsFault.AliasNotAlone, 75)]
    [DataRow("two OPT records", (int)DnsFault.OptTwice, 72)]
    [DataRow("OPT among answers", (int)DnsFault.OptPlace, 61)]
    [DataRow("OPT with a name", (int)DnsFault.OptName, 60)]
    [DataRow("option past OPT", (int)DnsFault.OptionLength, 71)]
    public void Read_BadReply_SaysWhyAndWhere(string kind, int fault, int offset)
    {
        const int Before = 5;
        DnsAnswerReader reader = new();
        byte[] message = BadDnsAnswers.Make(kind, Id, Name);
        byte[] buffer = new byte[Before + message.Length];
        byte[] name = Encoding.UTF8.GetBytes(Name);
        Array.Copy(message, 0, buffer, Before, message.Length);

        reader.Read(buffer, Before, message.Length, Id, name, name.Length);
        Assert.AreEqual(fault, (int)reader.Fault);
        Assert.AreEqual(fault == 0 ? 0 : Before + offset, reader.FaultOffset);
    }

    [TestMethod]
    public void Read_EveryPrefix_NeedsMore()
    {
        DnsAnswerReader reader = new();
        byte[] message = Head(2, 0, 1).Jump(12).RecordTail(5, 60, 4).U8(1).U8('b').Jump(18).Address("b.example", 60, 7).Opt().Bytes();
        byte[] name = Encoding.UTF8.GetBytes(Name);

        Assert.AreEqual((int)ReadStatus.Complete, (int)Read(reader, message));

        for (int count = 0; count < message.Length; count++)
        {
            Assert.AreEqual((int)ReadStatus.NeedMore, (int)reader.Read(message, 0, count, Id, name, name.Length), "cut at " + count.ToString());
            Assert.AreEqual(0, reader.AddressCount);
        }
    }

    [TestMethod]
    public void Read_EverySingleBitFlipped_IsOursOnlyWhileTheQuestionStands()
    {
        DnsAnswerReader reader = new();
        byte[] message = Head(1, 0, 1).Jump(12).RecordTail(1, 60, 4).U16(0xC000).U16(0x0207).Opt().Bytes();

        for (int bit = 0; bit < message.Length * 8; bit++)
        {
            int at = bit / 8;
            message[at] ^= (byte)(1 << (bit % 8));
            ReadStatus status = Read(reader, message);
            string where = "bit " + bit.ToString();

            // The identifier, the answer bit, the count and the question; only the case of a letter may differ.
            bool isQuestion = at < 2 || bit == 23 || (at >= 4 && at < 6) || (at >= 12 && at < 31);
            bool isCase = bit % 8 == 5 && at >= 12 && at < 26 && (message[at] | 0x20) >= 'a' && (message[at] | 0x20) <= 'z';
            Assert.AreEqual(!isQuestion || isCase, reader.IsOurs, where);
            Assert.IsTrue(status == ReadStatus.Complete || reader.AddressCount == 0, where);
            Assert.AreEqual(status == ReadStatus.Refused, reader.Fault != DnsFault.None, where);
            message[at] ^= (byte)(1 << (bit % 8));
        }
    }

    [TestMethod]
    public void Read_RandomRecords_NeverThrows()
    {
        const int Seed = 20261122;
        Random random = new(Seed);
        DnsAnswerReader reader = new();
        byte[] message = Head(1, 1, 1).Fill(0, 48).Bytes();
        byte[] noise = new byte[48];

        for (int i = 0; i < 300; i++)
        {
            random.NextBytes(noise);
            Array.Copy(noise, 0, message, 31, noise.Length);

            // Often a right owner, so that more than the first check is met.
            message[31] = (i & 1) == 0 ? (byte)0xC0 : message[31];
            message[32] = (i & 1) == 0 ? (byte)12 : message[32];
            ReadStatus status = Read(reader, message);
            Assert.IsTrue(status == ReadStatus.Complete || reader.AddressCount == 0, "seed " + Seed.ToString() + " round " + i.ToString());
        }
    }

    private static DnsBuilder Head(int answers, int authorities, int additional)
    {
        return new DnsBuilder().Header(Id, DnsBuilder.AnswerFlags, 1, answers, authorities, additional).Question(Name, 1);
    }

    private static ReadStatus Read(DnsAnswerReader reader, byte[] message)
    {
        byte[] name = Encoding.UTF8.GetBytes(Name);
        return reader.Read(message, 0, message.Length, Id, name, name.Length);
    }

    private static string AddressAt(DnsAnswerReader reader, int index)
    {
        byte[] a = reader.Addresses;
        int at = index * 4;
        return a[at].ToString() + "." + a[at + 1].ToString() + "." + a[at + 2].ToString() + "." + a[at + 3].ToString();
    }
}
