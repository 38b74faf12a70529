using System.Text;

using ToyGuard.Wire.Mdns;

namespace ToyGuard.Wire.Tests.Mdns;

/// <summary>Every message that we write, byte by byte, beside the same put together by hand.</summary>
[TestClass]
public class MdnsWriterTests
{
    private const string Name = "toyguard-k7m2p9qx.local";
    private const int A = 1;
    private const int Aaaa = 28;
    private const int Nsec = 47;
    private const int Any = 255;

    private static readonly byte[] s_address = { 192, 0, 2, 9 };

    [TestMethod]
    public void WriteProbe_AsksForAllAndSaysWhatComes()
    {
        byte[] buffer = Buffer();
        int length = MdnsWriter.WriteProbe(buffer, Encoding.UTF8.GetBytes(Name), s_address, 120);

        CheckBytes(
            new DnsBuilder().Header(0, 0, 1, 0, 1, 0).Name(Name).U16(Any).U16(0x8001).Jump(12).RecordTail(A, 120, 4).U8(192).U8(0).U8(2).U8(9), buffer, length);
    }

    [TestMethod]
    public void WriteAnswer_AddressFirst_SaysThatItIsAlone()
    {
        byte[] buffer = Buffer();
        int length = MdnsWriter.WriteAnswer(buffer, Encoding.UTF8.GetBytes(Name), s_address, 120, true);

        CheckBytes(
            new DnsBuilder().Header(0, 0x8400, 0, 1, 0, 1).Name(Name).U16(A).U16(0x8001).U16(0).U16(120).U16(4).U8(192).U8(0).U8(2).U8(9)
                .Jump(12).U16(Nsec).U16(0x8001).U16(0).U16(120).U16(5).Jump(12).U8(0).U8(1).U8(0x40),
            buffer,
            length);
    }

    [TestMethod]
    public void WriteAnswer_AloneFirst_BringsTheAddressAlong()
    {
        byte[] buffer = Buffer();
        int length = MdnsWriter.WriteAnswer(buffer, Encoding.UTF8.GetBytes(Name), s_address, 120, false);

        CheckBytes(
            new DnsBuilder().Header(0, 0x8400, 0, 1, 0, 1).Name(Name).U16(Nsec).U16(0x8001).U16(0).U16(120).U16(5).Jump(12).U8(0).U8(1).U8(0x40)
                .Jump(12).U16(A).U16(0x8001).U16(0).U16(120).U16(4).U8(192).U8(0).U8(2).U8(9),
            buffer,
            length);
    }

    [TestMethod]
    public void WriteLegacy_EchoesIdentifierAndQuestion()
    {
        byte[] buffer = Buffer();
        int length = MdnsWriter.WriteLegacy(buffer, 0xCAFE, A, Encoding.UTF8.GetBytes(Name), s_address, 10);

        CheckBytes(
            new DnsBuilder().Header(0xCAFE, 0x8400, 1, 1, 0, 0).Question(Name, A).Jump(12).RecordTail(A, 10, 4).U8(192).U8(0).U8(2).U8(9), buffer, length);

        length = MdnsWriter.WriteLegacy(buffer, 0xCAFE, Aaaa, Encoding.UTF8.GetBytes(Name), s_address, 10);

        CheckBytes(new DnsBuilder().Header(0xCAFE, 0x8400, 1, 0, 0, 0).Question(Name, Aaaa), buffer, length);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow(".local")]
    [DataRow("a..local")]
    [DataRow("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.local")]
    public void Write_NameThatIsNone_WritesNothing(string name)
    {
        byte[] text = Encoding.UTF8.GetBytes(name);

        Assert.AreEqual(0, MdnsWriter.WriteProbe(Buffer(), text, s_address, 120));
        Assert.AreEqual(0, MdnsWriter.WriteAnswer(Buffer(), text, s_address, 120, true));
        Assert.AreEqual(0, MdnsWriter.WriteLegacy(Buffer(), 1, A, text, s_address, 10));
    }

    // Every bit is set before, so that none is left out.
    private static byte[] Buffer()
    {
        return new DnsBuilder().Fill(0xFF, MdnsWriter.LengthMax).Bytes();
    }

    private static void CheckBytes(DnsBuilder expected, byte[] buffer, int length)
    {
        byte[] bytes = expected.Bytes();
        Assert.AreEqual(bytes.Length, length);

        for (int i = 0; i < length; i++)
        {
            Assert.AreEqual((int)bytes[i], (int)buffer[i], "byte " + i.ToString());
        }
    }
}
