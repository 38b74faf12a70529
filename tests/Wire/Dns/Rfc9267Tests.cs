using System.Text;

using ToyGuard.Wire.Dns;

namespace ToyGuard.Wire.Tests.Dns;

/// <summary>
/// Goal: none of the mistakes that RFC 9267 collected from real DNS code is ours.
/// Method: for each section the messages that made those programs read or loop out of bounds, in a buffer whose bytes
/// beyond the message would lead further, so that a reader which looks there finds an answer it must not find.
/// </summary>
[TestClass]
public class Rfc9267Tests
{
    private const string Name = "story.example";

    // Section 2: pointers that loop, lead forwards, out of the message, or to where no name is.
    [TestMethod]
    [DataRow("owner points to itself")]
    [DataRow("owners in a circle")]
    [DataRow("owner points forwards")]
    [DataRow("owner points past the end")]
    [DataRow("owner points into the header")]
    [DataRow("owner runs into itself")]
    [DataRow("200 pointers")]
    [DataRow("alias with a pointer to itself")]
    [DataRow("alias with a pointer forwards")]
    public void Section2_CompressionPointer_IsNotFollowedBlindly(string kind)
    {
        CheckReply(kind);
    }

    [TestMethod]
    [DataRow("pointer to itself")]
    [DataRow("pointers in a circle")]
    [DataRow("pointer to 16383")]
    [DataRow("pointer short")]
    public void Section2_CompressionPointerInAQuestion_IsNotFollowedAtAll(string kind)
    {
        CheckQuestion(kind);
    }

    // Section 3: labels over 63 bytes, names over 255, lengths that lead out of the message.
    [TestMethod]
    [DataRow("owner of 256")]
    [DataRow("owner of 256 by pointer")]
    [DataRow("owner with bits 01")]
    [DataRow("owner with bits 10")]
    public void Section3_LabelAndNameLength_AreBounded(string kind)
    {
        CheckReply(kind);
    }

    [TestMethod]
    [DataRow("name of 256")]
    [DataRow("128 labels")]
    [DataRow("label past end")]
    [DataRow("long label past end")]
    public void Section3_LabelAndNameLengthInAQuestion_AreBounded(string kind)
    {
        CheckQuestion(kind);
    }

    // Section 4: the root label that ends a name is missing.
    [TestMethod]
    public void Section4_Terminator_MustBeThere()
    {
        CheckQuestion("name missing its end");
        CheckReply("owner without end");
        CheckReply("alias longer than its record");
    }

    // Section 5: the length a record claims for its data.
    [TestMethod]
    [DataRow("data past end")]
    [DataRow("data of 65535")]
    [DataRow("address of 0")]
    [DataRow("address of 3")]
    [DataRow("address of 16")]
    [DataRow("alias of length 0")]
    [DataRow("alias shorter than its record")]
    [DataRow("record head short")]
    public void Section5_DataLength_IsChecked(string kind)
    {
        CheckReply(kind);
    }

    // Section 6: counts in the header that the message does not hold.
    [TestMethod]
    [DataRow("answer missing")]
    [DataRow("65535 answers")]
    [DataRow("authority missing")]
    [DataRow("additional missing")]
    [DataRow("record behind")]
    public void Section6_RecordCounts_MustBeMet(string kind)
    {
        CheckReply(kind);
    }

    [TestMethod]
    [DataRow("65535 questions")]
    [DataRow("two counted")]
    [DataRow("answer counted")]
    [DataRow("authority counted")]
    [DataRow("65535 additional")]
    public void Section6_RecordCountsInAQuestion_MustBeMet(string kind)
    {
        CheckQuestion(kind);
    }

    private static void CheckQuestion(string kind)
    {
        DnsQuestion question = new();
        byte[] message = BadDnsQuestions.Make(kind, Name);

        Assert.IsTrue(DnsMessageReader.Read(Surround(message), Before, message.Length, question) != ReadStatus.Complete);
    }

    private static void CheckReply(string kind)
    {
        DnsAnswerReader reader = new();
        byte[] message = BadDnsAnswers.Make(kind, 1, Name);
        byte[] name = Encoding.UTF8.GetBytes(Name);

        Assert.IsTrue(reader.Read(Surround(message), Before, message.Length, 1, name, name.Length) != ReadStatus.Complete);
        Assert.AreEqual(0, reader.AddressCount);
    }

    private const int Before = 16;

    // Behind the message: an end for an open name, and records for counts that were not met.
    private static byte[] Surround(byte[] message)
    {
        DnsBuilder b = new DnsBuilder().Fill(0, Before);

        for (int i = 0; i < message.Length; i++)
        {
            b.U8(message[i]);
        }

        return b.U8(0).U16(1).U16(1).Address(Name, 60, 66).Fill(0, 64).Bytes();
    }
}
