using System.Text;

using ToyGuard.Wire.Dns;

namespace ToyGuard.Wire.Tests.Dns;

/// <summary>What we send, byte by byte.</summary>
[TestClass]
public class DnsWriterTests
{
    [TestMethod]
    public void WriteQuery_WithEdns_IsTheQuestionOfAClient()
    {
        byte[] expected = DnsBuilder.Query(0xFEDC, "story.example", 1, true);
        byte[] buffer = new byte[DnsWriter.QueryLengthMax];
        byte[] name = Encoding.UTF8.GetBytes("story.example");

        CheckSame(expected, buffer, DnsWriter.WriteQuery(buffer, 0xFEDC, name, name.Length, DnsType.A, 1232));
    }

    [TestMethod]
    public void WriteQuery_WithoutEdns_HasNoOptRecord()
    {
        byte[] expected = DnsBuilder.Query(1, "story.example", 1, false);
        byte[] buffer = new byte[DnsWriter.QueryLengthMax];
        byte[] name = Encoding.UTF8.GetBytes("story.example");

        CheckSame(expected, buffer, DnsWriter.WriteQuery(buffer, 1, name, name.Length, DnsType.A, 0));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow(".")]
    [DataRow(".story")]
    [DataRow("story.")]
    [DataRow("story..example")]
    [DataRow("a234567890123456789012345678901234567890123456789012345678901234.example")]
    public void WriteQuery_NameThatCannotBeWritten_IsRefused(string text)
    {
        byte[] buffer = new byte[DnsWriter.QueryLengthMax];
        byte[] name = Encoding.UTF8.GetBytes(text);

        Assert.AreEqual(0, DnsWriter.WriteQuery(buffer, 1, name, name.Length, DnsType.A, 1232));
    }

    [TestMethod]
    public void WriteQuery_LongestName_FitsAndOneMoreIsRefused()
    {
        byte[] buffer = new byte[DnsWriter.QueryLengthMax];
        byte[] name = new byte[254];

        for (int i = 0; i < name.Length; i++)
        {
            name[i] = (byte)(i % 64 == 63 ? '.' : 'a');
        }

        Assert.AreEqual(DnsWriter.QueryLengthMax, DnsWriter.WriteQuery(buffer, 1, name, 253, DnsType.A, 1232));
        Assert.AreEqual(0, DnsWriter.WriteQuery(buffer, 1, name, 254, DnsType.A, 1232));
    }

    [TestMethod]
    public void WriteAddress_EchoesTheQuestionByteForByte()
    {
        byte[] query = DnsBuilder.Query(0xABCD, "StOrY.ExAmPlE", 1, false);
        byte[] answer = new byte[DnsWriter.AnswerLengthMax];
        byte[] expected = new DnsBuilder().Header(0xABCD, 0x8180, 1, 1, 0, 0).Question("StOrY.ExAmPlE", 1)
            .Jump(12).RecordTail(1, 5, 4).U8(192).U8(168).U8(4).U8(1).Bytes();

        CheckSame(expected, answer, DnsWriter.WriteAddress(query, 0, Read(query), new byte[] { 192, 168, 4, 1 }, 5, answer));
    }

    [TestMethod]
    public void WriteAddress_LongTtl_IsWrittenWhole()
    {
        byte[] query = DnsBuilder.Query(1, "a", 1, false);
        byte[] answer = new byte[DnsWriter.AnswerLengthMax];
        byte[] expected = new DnsBuilder().Header(1, 0x8180, 1, 1, 0, 0).Question("a", 1).Jump(12).RecordTail(1, 0x01020304, 4).Fill(9, 4).Bytes();

        CheckSame(expected, answer, DnsWriter.WriteAddress(query, 0, Read(query), new byte[] { 9, 9, 9, 9 }, 0x01020304, answer));
    }

    // Flags of the question; expected flags of a NXDOMAIN answer: RD and CD come back, RA is always there, AA, TC and AD never.
    [TestMethod]
    [DataRow(0x0000, 0x8083)]
    [DataRow(0x0100, 0x8183)]
    [DataRow(0x0110, 0x8193)]
    [DataRow(0x05FF, 0x8193)]
    public void WriteEmpty_Flags_AreOurs(int questionFlags, int answerFlags)
    {
        byte[] query = new DnsBuilder().Header(1, questionFlags, 1, 0, 0, 0).Question("a", 1).Bytes();
        byte[] answer = new byte[DnsWriter.AnswerLengthMax];
        byte[] expected = new DnsBuilder().Header(1, answerFlags, 1, 0, 0, 0).Question("a", 1).Bytes();

        CheckSame(expected, answer, DnsWriter.WriteEmpty(query, 0, Read(query), DnsCode.NameError, DnsInfoCode.Blocked, answer));
    }

    [TestMethod]
    public void WriteEmpty_WithEdns_CarriesTheError()
    {
        byte[] query = DnsBuilder.Query(1, "story.example", 16, true);
        byte[] answer = new byte[DnsWriter.AnswerLengthMax];
        byte[] expected = new DnsBuilder().Header(1, 0x8185, 1, 0, 0, 1).Question("story.example", 16)
            .U8(0).OptTail(0, 6).U16(15).U16(2).U16(21).Bytes();

        int length = DnsWriter.WriteEmpty(query, 0, Read(query), DnsCode.Refused, DnsInfoCode.NotSupported, answer);
        CheckSame(expected, answer, length);
        Assert.AreEqual(query.Length + 6, length);
    }

    [TestMethod]
    public void WriteEmpty_HighCodeAndSignatures_TravelInTheOptRecord()
    {
        byte[] query = new DnsBuilder().Header(1, 0x0100, 1, 0, 0, 1).Question("a", 1).U8(0).U16(41).U16(512).U8(0).U8(1).U16(0x8000).U16(0).Bytes();
        byte[] answer = new byte[DnsWriter.AnswerLengthMax];
        byte[] expected = new DnsBuilder().Header(1, 0x8180, 1, 0, 0, 1).Question("a", 1).U8(0).U16(41).U16(1232).U8(1).U8(0).U16(0x8000).U16(0).Bytes();

        CheckSame(expected, answer, DnsWriter.WriteEmpty(query, 0, Read(query), DnsCode.BadVersion, DnsInfoCode.None, answer));
    }

    [TestMethod]
    public void WriteEmpty_QuestionInsideBuffer_IsEchoedFromThere()
    {
        byte[] whole = new DnsBuilder().Fill(0xFF, 7).Header(1, 0x0100, 1, 0, 0, 0).Question("story.example", 1).Bytes();
        byte[] answer = new byte[DnsWriter.AnswerLengthMax];
        DnsQuestion question = new();
        byte[] expected = new DnsBuilder().Header(1, 0x8183, 1, 0, 0, 0).Question("story.example", 1).Bytes();

        DnsMessageReader.Read(whole, 7, whole.Length - 7, question);
        CheckSame(expected, answer, DnsWriter.WriteEmpty(whole, 7, question, DnsCode.NameError, DnsInfoCode.None, answer));
    }

    [TestMethod]
    public void WriteNotImplemented_IsABareHeaderOfThatOperation()
    {
        byte[] query = BadDnsQuestions.Make("update", "story.example");
        byte[] answer = new byte[DnsWriter.AnswerLengthMax];
        DnsQuestion question = new();
        byte[] expected = new DnsBuilder().Header(7, 0xA984, 0, 0, 0, 0).Bytes();

        DnsMessageReader.Read(query, 0, query.Length, question);
        CheckSame(expected, answer, DnsWriter.WriteNotImplemented(question, answer));
    }

    private static DnsQuestion Read(byte[] query)
    {
        DnsQuestion question = new();
        Assert.AreEqual((int)ReadStatus.Complete, (int)DnsMessageReader.Read(query, 0, query.Length, question));
        return question;
    }

    private static void CheckSame(byte[] expected, byte[] buffer, int length)
    {
        Assert.AreEqual(expected.Length, length);

        for (int i = 0; i < length; i++)
        {
            Assert.AreEqual((int)expected[i], (int)buffer[i], "byte " + i.ToString());
        }
    }
}
