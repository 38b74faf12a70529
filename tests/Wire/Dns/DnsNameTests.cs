using System.Text;

using ToyGuard.Wire.Dns;

namespace ToyGuard.Wire.Tests.Dns;

/// <summary>Names by themselves: the part of a message that parsers most often get wrong (RFC 9267, 2 to 4).</summary>
[TestClass]
public class DnsNameTests
{
    [TestMethod]
    [DataRow("a")]
    [DataRow("story.example")]
    [DataRow("StOrY.ExAmPlE")]
    [DataRow("_dns.resolver.arpa")]
    [DataRow("xn--bcher-kva.example")]
    [DataRow("127.0.0.1")]
    public void Read_Text_IsKeptAsSent(string text)
    {
        DnsName name = new();
        byte[] message = new DnsBuilder().Fill(0, 12).Name(text).U8(9).Bytes();

        Assert.AreEqual((int)ReadStatus.Complete, (int)name.Read(message, 0, message.Length, 12, false));
        Assert.AreEqual(text, Encoding.UTF8.GetString(name.Text, 0, name.TextLength));
        Assert.AreEqual(message.Length - 1, name.End);
    }

    [TestMethod]
    public void Read_Root_IsNoText()
    {
        DnsName name = new();
        byte[] message = new DnsBuilder().Fill(0, 13).Bytes();

        Assert.AreEqual((int)ReadStatus.Complete, (int)name.Read(message, 0, message.Length, 12, true));
        Assert.AreEqual(0, name.TextLength);
        Assert.AreEqual(13, name.End);
        Assert.IsFalse(name.IsSame(name.Text, 0));
    }

    // A dot inside a label would make one name look like another; a NUL would end a string on the device.
    [TestMethod]
    [DataRow(0)]
    [DataRow(9)]
    [DataRow(10)]
    [DataRow(31)]
    [DataRow(32)]
    [DataRow(46)]
    [DataRow(127)]
    [DataRow(128)]
    [DataRow(233)]
    [DataRow(255)]
    public void Read_LabelWithByteThatIsNoText_ReachesNoText(int character)
    {
        DnsName name = new();
        byte[] message = new DnsBuilder().Fill(0, 12).Labels("story").U8(3).U8('a').U8(character).U8('b').Name("example").Bytes();

        Assert.AreEqual((int)ReadStatus.Complete, (int)name.Read(message, 0, message.Length, 12, true));
        Assert.AreEqual(0, name.TextLength);
        Assert.AreEqual(message.Length, name.End);
    }

    [TestMethod]
    public void Read_EveryPrintableByteButTheDot_ReachesText()
    {
        DnsName name = new();

        for (int character = 33; character < 127; character++)
        {
            byte[] message = new DnsBuilder().Fill(0, 12).U8(1).U8(character).U8(0).Bytes();
            name.Read(message, 0, message.Length, 12, true);
            Assert.AreEqual(character == '.' ? 0 : 1, name.TextLength);
        }
    }

    [TestMethod]
    public void Read_LongestName_IsRead()
    {
        DnsName name = new();
        byte[] message = new DnsBuilder().Fill(0, 12)
            .U8(63).Fill('a', 63).U8(63).Fill('b', 63).U8(63).Fill('c', 63).U8(61).Fill('d', 61).U8(0).Bytes();

        Assert.AreEqual((int)ReadStatus.Complete, (int)name.Read(message, 0, message.Length, 12, false));
        Assert.AreEqual(DnsName.TextMax, name.TextLength);
    }

    [TestMethod]
    public void Read_Pointers_AreFollowedBackwards()
    {
        DnsName name = new();
        DnsBuilder b = new DnsBuilder().Fill(0, 12).Name("toys.example");
        int second = b.Length;
        b.Labels("story").Jump(12);
        int third = b.Length;
        b.Labels("a").Jump(second);
        int fourth = b.Length;
        byte[] message = b.Jump(third).Bytes();

        Assert.AreEqual((int)ReadStatus.Complete, (int)name.Read(message, 0, message.Length, fourth, true));
        Assert.AreEqual("a.story.toys.example", Encoding.UTF8.GetString(name.Text, 0, name.TextLength));
        Assert.AreEqual(message.Length, name.End);
    }

    [TestMethod]
    public void Read_MessageInsideBuffer_CountsPointersFromItsStart()
    {
        DnsName name = new();
        byte[] message = new DnsBuilder().Fill(0xFF, 5).Fill(0, 12).Name("toys.example").Labels("story").Jump(12).Fill(0xFF, 5).Bytes();
        int at = 5 + 12 + 14;

        Assert.AreEqual((int)ReadStatus.Complete, (int)name.Read(message, 5, message.Length - 5, at, true));
        Assert.AreEqual("story.toys.example", Encoding.UTF8.GetString(name.Text, 0, name.TextLength));
        Assert.AreEqual(message.Length - 5, name.End);
    }

    // Each row: the pointer's target beside a name that stands at 12 to 25 and a name "story" + pointer at 26.
    [TestMethod]
    [DataRow(12, 0)]
    [DataRow(17, 0)]
    [DataRow(25, 0)]
    [DataRow(0, (int)DnsFault.PointerIntoHeader)]
    [DataRow(11, (int)DnsFault.PointerIntoHeader)]
    [DataRow(26, (int)DnsFault.PointerNotBackwards)]
    [DataRow(32, (int)DnsFault.PointerNotBackwards)]
    [DataRow(33, (int)DnsFault.PointerNotBackwards)]
    [DataRow(34, (int)DnsFault.PointerNotBackwards)]
    [DataRow(16383, (int)DnsFault.PointerNotBackwards)]
    public void Read_PointerTarget_MustLieBefore(int target, int fault)
    {
        DnsName name = new();
        byte[] message = new DnsBuilder().Fill(0, 12).Name("toys.example").Labels("story").Jump(target).Bytes();
        ReadStatus status = name.Read(message, 0, message.Length, 26, true);

        Assert.AreEqual((int)(fault == 0 ? ReadStatus.Complete : ReadStatus.Refused), (int)status);
        Assert.AreEqual(fault, (int)name.Fault);
        Assert.AreEqual(fault == 0 ? 0 : 32, name.FaultOffset);
    }

    [TestMethod]
    public void Read_MessageInsideBuffer_ChecksPointersFromItsStart()
    {
        DnsName name = new();
        byte[] message = new DnsBuilder().Fill(0, 9 + 12).Labels("story").Jump(12).Fill(0, 12).Bytes();

        Assert.AreEqual((int)ReadStatus.Refused, (int)name.Read(message, 9, message.Length, 21, true));
        Assert.AreEqual((int)DnsFault.PointerNotBackwards, (int)name.Fault);
    }

    [TestMethod]
    public void Read_PartThatRunsIntoItsPointer_IsRefused()
    {
        DnsName name = new();
        byte[] message = new DnsBuilder().Fill(0, 12).U8(3).U8('a').U8('b').Labels("story").Jump(12).U8(0).Bytes();

        Assert.AreEqual((int)ReadStatus.Refused, (int)name.Read(message, 0, message.Length, 15, true));
        Assert.AreEqual((int)DnsFault.PointerOverlap, (int)name.Fault);
    }

    // The second byte of the pointer at 15 would be the first of the name that leads to it: 12, which is where a good name stands.
    [TestMethod]
    public void Read_PointerThatRunsIntoItsPointer_IsRefused()
    {
        DnsName name = new();
        byte[] message = new DnsBuilder().Fill(0, 12).Name("a").U8(0xC0).U8(12).Fill('b', 12).Jump(15).Bytes();

        Assert.AreEqual((int)ReadStatus.Refused, (int)name.Read(message, 0, message.Length, 16, true));
        Assert.AreEqual((int)DnsFault.PointerOverlap, (int)name.Fault);
        Assert.AreEqual(15, name.FaultOffset);
    }

    [TestMethod]
    [DataRow(126, 0)]
    [DataRow(127, (int)DnsFault.TooManyPointers)]
    public void Read_PointersToPointers_AreBounded(int between, int fault)
    {
        DnsName name = new();
        DnsBuilder b = new DnsBuilder().Fill(0, 12).Name("a");
        int target = 12;

        for (int i = 0; i < between; i++)
        {
            int at = b.Length;
            b.Jump(target);
            target = at;
        }

        int last = b.Length;
        byte[] message = b.Jump(target).Bytes();
        name.Read(message, 0, message.Length, last, true);

        Assert.AreEqual(fault, (int)name.Fault);
    }

    [TestMethod]
    public void Read_EveryPrefix_NeedsMore()
    {
        DnsName name = new();
        byte[] message = new DnsBuilder().Fill(0, 12).Name("toys.example").Labels("story").Jump(12).Bytes();

        for (int end = 26; end < message.Length; end++)
        {
            Assert.AreEqual((int)ReadStatus.NeedMore, (int)name.Read(message, 0, end, 26, true));
            Assert.AreEqual(0, name.TextLength);
        }
    }

    [TestMethod]
    [DataRow("story.example", "STORY.example", true)]
    [DataRow("azAZ.example", "AZaz.example", true)]
    [DataRow("story.example", "story.exampl", false)]
    [DataRow("story.example", "story.examplf", false)]
    [DataRow("[.example", "{.example", false)]
    [DataRow("@.example", "`.example", false)]
    public void IsSame_ComparesLettersOnly(string written, string other, bool isSame)
    {
        DnsName name = new();
        byte[] message = new DnsBuilder().Fill(0, 12).Name(written).Bytes();
        byte[] text = Encoding.UTF8.GetBytes(other);
        name.Read(message, 0, message.Length, 12, false);

        Assert.AreEqual(isSame, name.IsSame(text, text.Length));
    }
}
