using System;
using System.Text;

using ToyGuard.Wire.Dns;

namespace ToyGuard.Wire.Tests.Dns;

/// <summary>Questions from clients: good ones read right, everything else never taken for one.</summary>
[TestClass]
public class DnsMessageReaderTests
{
    [TestMethod]
    [DataRow("story.example", 1, false)]
    [DataRow("StOrY.example", 28, true)]
    [DataRow("story.example", 65, true)]
    [DataRow("story.example", 65535, false)]
    public void Read_Question_IsRead(string name, int type, bool withOpt)
    {
        DnsQuestion question = new();
        byte[] message = DnsBuilder.Query(0xBEEF, name, type, withOpt);

        Assert.AreEqual((int)ReadStatus.Complete, (int)DnsMessageReader.Read(message, 0, message.Length, question));
        Assert.AreEqual(0xBEEF, question.Id);
        Assert.AreEqual(name, Encoding.UTF8.GetString(question.Name, 0, question.NameLength));
        Assert.AreEqual(type, question.Type);
        Assert.AreEqual(name.Length + 2 + 4, question.Length);
        Assert.AreEqual(withOpt, question.HasEdns);
        Assert.AreEqual(withOpt ? 1232 : 0, question.UdpSize);
        Assert.IsTrue(question.IsRecursionDesired);
        Assert.IsFalse(question.IsCheckingDisabled);
    }

    [TestMethod]
    public void Read_OptionsAndFlags_AreRead()
    {
        DnsQuestion question = new();
        byte[] message = new DnsBuilder().Header(1, 0x0010, 1, 0, 0, 1).Question("story.example", 1)
            .U8(0).U16(41).U16(4096).U8(0).U8(0).U16(0x8000).U16(12 + 4).U16(10).U16(8).Fill(0x55, 8).U16(12).U16(0).Bytes();

        Assert.AreEqual((int)ReadStatus.Complete, (int)DnsMessageReader.Read(message, 0, message.Length, question));
        Assert.IsTrue(question.IsDnssecOk);
        Assert.IsTrue(question.IsCheckingDisabled);
        Assert.IsFalse(question.IsRecursionDesired);
        Assert.AreEqual(4096, question.UdpSize);
        Assert.AreEqual(0, question.EdnsVersion);
    }

    [TestMethod]
    public void Read_OtherEdnsVersion_IsReadSoThatItCanBeDeclined()
    {
        DnsQuestion question = new();
        byte[] message = new DnsBuilder().Header(1, 0x0100, 1, 0, 0, 1).Question("story.example", 1).U8(0).OptTail(3, 0).Bytes();

        Assert.AreEqual((int)ReadStatus.Complete, (int)DnsMessageReader.Read(message, 0, message.Length, question));
        Assert.AreEqual(3, question.EdnsVersion);
    }

    [TestMethod]
    public void Read_Root_HasNoName()
    {
        DnsQuestion question = new();
        byte[] message = DnsBuilder.Query(1, "", 2, true);

        Assert.AreEqual((int)ReadStatus.Complete, (int)DnsMessageReader.Read(message, 0, message.Length, question));
        Assert.AreEqual(0, question.NameLength);
        Assert.AreEqual(5, question.Length);
    }

    [TestMethod]
    public void Read_MessageInsideBuffer_IsReadWithinItsBounds()
    {
        DnsQuestion question = new();
        byte[] message = new DnsBuilder().Fill(0xFF, 3).Header(1, 0x0100, 1, 0, 0, 1).Question("story.example", 1).Opt().Fill(0, 9).Bytes();

        Assert.AreEqual((int)ReadStatus.Complete, (int)DnsMessageReader.Read(message, 3, message.Length - 12, question));
        Assert.AreEqual("story.example", Encoding.UTF8.GetString(question.Name, 0, question.NameLength));
    }

    [TestMethod]
    public void Read_LongestMessage_IsReadAndOneByteMoreIsNot()
    {
        DnsQuestion question = new();
        int padding = DnsMessageReader.LengthMax - 12 - 19 - 11 - 4;
        byte[] message = new DnsBuilder().Header(1, 0x0100, 1, 0, 0, 1).Question("story.example", 1)
            .U8(0).OptTail(0, padding + 4).U16(12).U16(padding).Fill(0, padding).U8(0).Bytes();

        Assert.AreEqual((int)ReadStatus.Complete, (int)DnsMessageReader.Read(message, 0, DnsMessageReader.LengthMax, question));
        Assert.AreEqual((int)ReadStatus.Refused, (int)DnsMessageReader.Read(message, 0, message.Length, question));
        Assert.AreEqual((int)DnsFault.TooLong, (int)question.Fault);
    }

    [TestMethod]
    [DataRow("one byte", 0, 0)]
    [DataRow("header alone", 0, 0)]
    [DataRow("name missing its end", 0, 0)]
    [DataRow("class short", 0, 0)]
    [DataRow("additional missing", 0, 0)]
    [DataRow("OPT of 65535", 0, 0)]
    [DataRow("no question", (int)DnsFault.QuestionCount, 4)]
    [DataRow("two questions", (int)DnsFault.QuestionCount, 4)]
    [DataRow("answer brought", (int)DnsFault.RecordCount, 6)]
    [DataRow("authority counted", (int)DnsFault.RecordCount, 6)]
    [DataRow("two OPT records", (int)DnsFault.RecordCount, 6)]
    [DataRow("TSIG as additional", (int)DnsFault.RecordCount, 32)]
    [DataRow("OPT among answers", (int)DnsFault.RecordCount, 6)]
    [DataRow("is an answer", (int)DnsFault.NotAQuestion, 2)]
    [DataRow("is an answer of another operation", (int)DnsFault.NotAQuestion, 2)]
    [DataRow("update", (int)DnsFault.OpCode, 2)]
    [DataRow("cut off", (int)DnsFault.CutQuestion, 2)]
    [DataRow("pointer to itself", (int)DnsFault.PointerInQuestion, 12)]
    [DataRow("pointer to the OPT root", (int)DnsFault.PointerInQuestion, 26)]
    [DataRow("label bits 01", (int)DnsFault.LabelKind, 26)]
    [DataRow("label bits 10", (int)DnsFault.LabelKind, 26)]
    [DataRow("name of 256", (int)DnsFault.NameTooLong, 204)]
    [DataRow("128 labels", (int)DnsFault.NameTooLong, 266)]
    [DataRow("class CHAOS", (int)DnsFault.Class, 29)]
    [DataRow("byte behind", (int)DnsFault.TrailingBytes, 31)]
    [DataRow("OPT with a name", (int)DnsFault.OptName, 31)]
    [DataRow("option past OPT", (int)DnsFault.OptionLength, 42)]
    [DataRow("options leave a byte", (int)DnsFault.OptionLength, 54)]
    [DataRow("too long", (int)DnsFault.TooLong, 1232)]
    public void Read_BadQuestion_SaysWhyAndWhere(string kind, int fault, int offset)
    {
        const int Before = 5;
        DnsQuestion question = new();
        byte[] message = BadDnsQuestions.Make(kind, "story.example");
        byte[] buffer = new byte[Before + message.Length];
        Array.Copy(message, 0, buffer, Before, message.Length);

        Assert.AreEqual((int)(fault == 0 ? ReadStatus.NeedMore : ReadStatus.Refused), (int)DnsMessageReader.Read(buffer, Before, message.Length, question));
        Assert.AreEqual(fault, (int)question.Fault);
        Assert.AreEqual(fault == 0 ? 0 : Before + offset, question.FaultOffset);
    }

    [TestMethod]
    public void Read_EveryBadQuestion_IsNeverComplete()
    {
        string[] kinds = BadDnsQuestions.Kinds();
        DnsQuestion question = new();

        Assert.IsTrue(kinds.Length >= 54);

        for (int i = 0; i < kinds.Length; i++)
        {
            byte[] message = BadDnsQuestions.Make(kinds[i], "story.example");
            ReadStatus status = DnsMessageReader.Read(message, 0, message.Length, question);
            Assert.IsTrue(status == ReadStatus.NeedMore || status == ReadStatus.Refused, kinds[i]);
            Assert.AreEqual(status == ReadStatus.Refused, question.Fault != DnsFault.None, kinds[i]);
        }
    }

    [TestMethod]
    public void Read_EveryPrefix_NeedsMore()
    {
        DnsQuestion question = new();
        byte[] message = new DnsBuilder().Header(1, 0x0100, 1, 0, 0, 1).Question("story.example", 1)
            .U8(0).OptTail(0, 12).U16(10).U16(8).Fill(0x55, 8).Bytes();

        for (int count = 0; count < message.Length; count++)
        {
            Assert.AreEqual((int)ReadStatus.NeedMore, (int)DnsMessageReader.Read(message, 0, count, question), "cut at " + count.ToString());
        }
    }

    [TestMethod]
    public void Read_EverySingleBitFlipped_IsReadForWhatItIs()
    {
        DnsQuestion question = new();
        byte[] message = DnsBuilder.Query(0x1234, "story.example", 1, true);

        for (int bit = 0; bit < message.Length * 8; bit++)
        {
            message[bit / 8] ^= (byte)(1 << (bit % 8));
            ReadStatus status = DnsMessageReader.Read(message, 0, message.Length, question);
            CheckSound(message, message.Length, status, question, "bit " + bit.ToString());

            // The counts and the class have no second right value.
            bool isFixed = (bit >= 32 && bit < 96) || (bit >= 29 * 8 && bit < 31 * 8);
            Assert.IsFalse(isFixed && status == ReadStatus.Complete, "bit " + bit.ToString());
            message[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [TestMethod]
    public void Read_RandomBytes_NeverThrows()
    {
        const int Seed = 20261121;
        Random random = new(Seed);
        DnsQuestion question = new();
        byte[] message = new byte[64];

        for (int i = 0; i < 300; i++)
        {
            random.NextBytes(message);
            int count = random.Next(message.Length + 1);

            // A sound header, so that more than the first check is met.
            Array.Copy(DnsBuilder.Query(1, "", 1, false), 0, message, 0, 12);
            message[11] = (byte)(i & 1);
            ReadStatus status = DnsMessageReader.Read(message, 0, count, question);
            CheckSound(message, count, status, question, "seed " + Seed.ToString() + " round " + i.ToString());
        }
    }

    private static void CheckSound(byte[] message, int count, ReadStatus status, DnsQuestion question, string where)
    {
        Assert.AreEqual(status == ReadStatus.Refused, question.Fault != DnsFault.None, where);

        if (status != ReadStatus.Complete)
        {
            return;
        }

        Assert.IsTrue(question.Length >= 5 && 12 + question.Length <= count, where);
        Assert.IsTrue(question.NameLength <= question.Length - 4, where);
        Assert.AreEqual((message[10] << 8) | message[11], question.HasEdns ? 1 : 0, where);

        for (int i = 0; i < question.NameLength; i++)
        {
            Assert.IsTrue(question.Name[i] > ' ' && question.Name[i] < 127, where);
        }
    }
}
