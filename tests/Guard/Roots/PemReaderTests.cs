using ToyGuard.Fakes;
using ToyGuard.Guard.Roots;

namespace ToyGuard.Guard.Tests.Roots;

/// <summary>
/// Goal: trust anchors are exactly what the maker's files say, or there are none.
/// Method: good files beside their nearest bad ones, then every prefix and many bit flips of a good one.
/// </summary>
[TestClass]
public class PemReaderTests
{
    private const string BeginLine = "-----BEGIN CERTIFICATE-----\n";
    private const string EndLine = "-----END CERTIFICATE-----\n";

    [TestMethod]
    public void Read_OneFile_IsItsCertificate()
    {
        byte[][] certificates = PemReader.Read(new byte[][] { PemSamples.File(PemSamples.First) }, out PemFault fault);

        Assert.AreEqual((int)PemFault.None, (int)fault);
        Assert.AreEqual(1, certificates.Length);
        Assert.AreEqual(377, certificates[0].Length);
        Assert.AreEqual(0x30, (int)certificates[0][0]);
    }

    [TestMethod]
    public void Read_TwoInOneFileAndInTwo_IsTheSame()
    {
        byte[][] together = PemReader.Read(new byte[][] { PemSamples.File(PemSamples.First + PemSamples.Second) }, out PemFault one);
        byte[][] apart = PemReader.Read(new byte[][] { PemSamples.File(PemSamples.First), PemSamples.File(PemSamples.Second) }, out PemFault two);

        Assert.AreEqual((int)PemFault.None, (int)one);
        Assert.AreEqual((int)PemFault.None, (int)two);
        Assert.AreEqual(2, together.Length);
        Assert.AreEqual(2, apart.Length);

        for (int i = 0; i < 2; i++)
        {
            Assert.IsTrue(Bytes.AreSame(together[i], together[i].Length, apart[i], apart[i].Length));
        }

        Assert.IsFalse(Bytes.AreSame(apart[0], apart[0].Length, apart[1], apart[1].Length));
    }

    [TestMethod]
    public void Write_WhatWasRead_IsTheTextAndAZero()
    {
        byte[][] certificates = PemReader.Read(new byte[][] { PemSamples.File(PemSamples.First + PemSamples.Second) }, out _);
        byte[] text = PemReader.Write(certificates);
        byte[] expected = PemSamples.File(PemSamples.First + PemSamples.Second);

        Assert.AreEqual(0, (int)text[text.Length - 1]);
        Assert.IsTrue(Bytes.AreSame(expected, expected.Length, text, text.Length - 1));
    }

    [TestMethod]
    [DataRow("", "")]
    [DataRow("\n\n", "\r\n \t\n")]
    [DataRow("", "\n  ")]
    public void Read_BlankLinesAround_AreTakenNoNoticeOf(string before, string behind)
    {
        Assert.AreEqual((int)PemFault.None, (int)FaultOf(before + PemSamples.First + behind));
    }

    [TestMethod]
    public void Read_OtherLineEndsAndLengths_IsTheSame()
    {
        string text = "";

        for (int i = 0; i < PemSamples.First.Length; i++)
        {
            text += PemSamples.First[i] == '\n' ? " \r\n" : PemSamples.First.Substring(i, 1);
        }

        byte[][] plain = PemReader.Read(new byte[][] { PemSamples.File(PemSamples.First) }, out _);
        byte[][] other = PemReader.Read(new byte[][] { PemSamples.File(text) }, out PemFault fault);
        Assert.AreEqual((int)PemFault.None, (int)fault);
        Assert.IsTrue(Bytes.AreSame(plain[0], plain[0].Length, other[0], other[0].Length));
    }

    [TestMethod]
    [DataRow("", (int)PemFault.Empty)]
    [DataRow("\n\n", (int)PemFault.Empty)]
    [DataRow("MIIB", (int)PemFault.OutsideText)]
    [DataRow("subject=Lab\n" + PemSamples.First, (int)PemFault.OutsideText)]
    [DataRow(PemSamples.First + "Lab", (int)PemFault.OutsideText)]
    [DataRow(" " + PemSamples.First, (int)PemFault.OutsideText)]
    [DataRow("-----BEGIN -----", (int)PemFault.OtherLabel)]
    [DataRow("-----BEGIN ", (int)PemFault.OutsideText)]
    [DataRow("----", (int)PemFault.OutsideText)]
    [DataRow("-----BEGIN certificate-----\n", (int)PemFault.OtherLabel)]
    [DataRow("-----BEGIN X509 CRL-----\n", (int)PemFault.OtherLabel)]
    [DataRow("-----BEGIN X509 CERTIFICATE-----\n", (int)PemFault.OtherLabel)]
    [DataRow("-----BEGIN TRUSTED CERTIFICATE-----\n", (int)PemFault.OtherLabel)]
    [DataRow("-----BEGIN CERTIFICATE REQUEST-----\n", (int)PemFault.OtherLabel)]
    [DataRow("-----BEGIN " + "PRIVATE " + "KEY-----\n", (int)PemFault.PrivateKey)]
    [DataRow("-----BEGIN RSA " + "PRIVATE " + "KEY-----\n", (int)PemFault.PrivateKey)]
    [DataRow("-----BEGIN ENCRYPTED " + "PRIVATE " + "KEY-----\n", (int)PemFault.PrivateKey)]
    [DataRow(PemSamples.First + "-----BEGIN EC " + "PRIVATE " + "KEY-----\n", (int)PemFault.PrivateKey)]
    [DataRow(PemSamples.First + PemSamples.First, (int)PemFault.Duplicate)]
    [DataRow(BeginLine, (int)PemFault.CutShort)]
    [DataRow(BeginLine + EndLine, (int)PemFault.BadBase64)]
    [DataRow(BeginLine + "MAA\n" + EndLine, (int)PemFault.BadBase64)] // no padding
    [DataRow(BeginLine + "MAB=\n" + EndLine, (int)PemFault.BadBase64)] // bits left over
    [DataRow(BeginLine + "M===\n" + EndLine, (int)PemFault.BadBase64)]
    [DataRow(BeginLine + "====\n" + EndLine, (int)PemFault.BadBase64)]
    [DataRow(BeginLine + "MA==MAA=\n" + EndLine, (int)PemFault.BadBase64)] // padding in the middle
    [DataRow(BeginLine + "MA-_\n" + EndLine, (int)PemFault.BadBase64)] // for URLs
    [DataRow(BeginLine + "MA A\n" + EndLine, (int)PemFault.BadBase64)]
    [DataRow(BeginLine + "MA==\n" + EndLine, (int)PemFault.NotACertificate)] // one byte
    [DataRow(BeginLine + "MAA=\n" + EndLine, (int)PemFault.NotACertificate)] // an empty sequence
    [DataRow(BeginLine + "MIAAAAAA\n" + EndLine, (int)PemFault.NotACertificate)] // length of no length
    [DataRow(BeginLine + "MIQAAAAA\n" + EndLine, (int)PemFault.NotACertificate)] // four bytes of length
    [DataRow(BeginLine + "MIL//w==\n" + EndLine, (int)PemFault.NotACertificate)] // longer than there is
    public void Read_AnythingElse_IsNothing(string text, int fault)
    {
        Assert.AreEqual(fault, (int)FaultOf(text));
    }

    [TestMethod]
    public void Read_NoFile_IsEmpty()
    {
        Assert.AreEqual(0, PemReader.Read(new byte[0][], out PemFault fault).Length);
        Assert.AreEqual((int)PemFault.Empty, (int)fault);
    }

    [TestMethod]
    public void Read_OneFileOfTwoIsBad_IsNothing()
    {
        byte[][] certificates = PemReader.Read(new byte[][] { PemSamples.File(PemSamples.First), PemSamples.File("") }, out PemFault fault);

        Assert.AreEqual(0, certificates.Length);
        Assert.AreEqual((int)PemFault.Empty, (int)fault);
    }

    [TestMethod]
    public void Read_TheSameInTwoFiles_IsDuplicate()
    {
        PemReader.Read(new byte[][] { PemSamples.File(PemSamples.First), PemSamples.File(PemSamples.First) }, out PemFault fault);

        Assert.AreEqual((int)PemFault.Duplicate, (int)fault);
    }

    [TestMethod]
    [DataRow(4, (int)PemFault.None)]
    [DataRow(5, (int)PemFault.TooMany)]
    public void Read_ManyCertificates_AtMostFour(int count, int fault)
    {
        byte[][] first = PemReader.Read(new byte[][] { PemSamples.File(PemSamples.First) }, out _);
        byte[][] files = new byte[count][];

        for (int i = 0; i < count; i++)
        {
            // A bit of the signature: another certificate of the same shape.
            byte[] other = Bytes.Part(first[0], 0, first[0].Length);
            other[other.Length - 1] ^= (byte)i;
            byte[] text = PemReader.Write(new byte[][] { other });
            files[i] = Bytes.Part(text, 0, text.Length - 1);
        }

        Assert.AreEqual(fault == 0 ? count : 0, PemReader.Read(files, out PemFault found).Length);
        Assert.AreEqual(fault, (int)found);
    }

    [TestMethod]
    [DataRow(PemReader.FileBytesMax, (int)PemFault.None)]
    [DataRow(PemReader.FileBytesMax + 1, (int)PemFault.TooLong)]
    public void Read_LongFile_UpToTheLimit(int length, int fault)
    {
        byte[] blank = new byte[length - PemSamples.First.Length];

        for (int i = 0; i < blank.Length; i++)
        {
            blank[i] = (byte)'\n';
        }

        PemReader.Read(new byte[][] { Bytes.Join(PemSamples.File(PemSamples.First), blank) }, out PemFault found);
        Assert.AreEqual(fault, (int)found);
    }

    [TestMethod]
    [DataRow(0x00)]
    [DataRow(0x07)]
    [DataRow(0x0B)]
    [DataRow(0x0D)] // a carriage return alone
    [DataRow(0x7F)]
    [DataRow(0xEF)] // a byte order mark begins so
    public void Read_ByteThatIsNoText_IsNotText(int value)
    {
        byte[] text = Bytes.Join(new byte[] { (byte)value }, PemSamples.File(PemSamples.First));
        PemReader.Read(new byte[][] { text }, out PemFault fault);

        Assert.AreEqual((int)PemFault.NotText, (int)fault);
    }

    [TestMethod]
    public void Read_EveryPrefix_IsNothing()
    {
        byte[] whole = PemSamples.File(PemSamples.First);

        // The last byte is a line feed, which may be missing.
        for (int i = 0; i < whole.Length - 1; i++)
        {
            Assert.AreEqual(0, PemReader.Read(new byte[][] { Bytes.Part(whole, 0, i) }, out PemFault fault).Length);
            Assert.IsTrue(fault == PemFault.Empty || fault == PemFault.OutsideText || fault == PemFault.CutShort, $"{i} bytes");
        }
    }

    [TestMethod]
    public void Read_BitFlips_NeverTheSame()
    {
        byte[][] plain = PemReader.Read(new byte[][] { PemSamples.File(PemSamples.First) }, out _);

        for (int bit = 0; bit < (PemSamples.First.Length - 1) * 8; bit += 13)
        {
            byte[] text = PemSamples.File(PemSamples.First);
            text[bit / 8] ^= (byte)(1 << (bit % 8));
            byte[][] certificates = PemReader.Read(new byte[][] { text }, out PemFault fault);

            Assert.AreEqual(fault == PemFault.None ? 1 : 0, certificates.Length);
            Assert.IsFalse(fault == PemFault.None && Bytes.AreSame(plain[0], plain[0].Length, certificates[0], certificates[0].Length), $"bit {bit}");
        }
    }

    private static PemFault FaultOf(string text)
    {
        int count = PemReader.Read(new byte[][] { PemSamples.File(text) }, out PemFault fault).Length;
        Assert.AreEqual(fault == PemFault.None, count > 0);

        return fault;
    }
}
