using ToyGuard.Wire.Sntp;

namespace ToyGuard.Wire.Tests.Sntp;

/// <summary>
/// Goal: what is sent says no more than it must, and no reply ever follows on a reply.
/// Method: packets byte by byte against ones written by hand, into buffers full of old bytes.
/// </summary>
[TestClass]
public class SntpWriterTests
{
    [TestMethod]
    public void WriteRequest_SaysNothingButTheNonce()
    {
        byte[] buffer = Used();

        Assert.AreEqual(48, SntpWriter.WriteRequest(buffer, 0x0102030405060708));
        IsHex("23" + Zeros(39) + "0102030405060708", buffer);
        Assert.AreEqual(0xee, (int)buffer[48], "behind it");
    }

    [TestMethod]
    [DataRow(0x23, "24")]
    [DataRow(0x1b, "1c")]
    [DataRow(0x13, "14")]
    [DataRow(0x0b, "0c")]
    [DataRow(0xe3, "24")]
    public void WriteReply_GivesBackVersionPollAndOrigin(int first, string answered)
    {
        byte[] buffer = Used();
        SntpPacket request = new SntpPacket();
        SntpWriter.WriteRequest(buffer, unchecked((long)0xfedcba9876543210));
        buffer[0] = (byte)first;
        buffer[2] = 10;

        Assert.IsTrue(request.Read(buffer, 0, 48));
        Assert.AreEqual(48, SntpWriter.WriteReply(request, 3, 0x1111111111111111, 0x2222222222222222, 0x3333333333333333, buffer));
        IsHex(answered + "030af6" + Zeros(8) + "4c4f434c" + "1111111111111111" + "fedcba9876543210" + "2222222222222222" + "3333333333333333", buffer);
        Assert.AreEqual(0xee, (int)buffer[48], "never longer than asked");
    }

    [TestMethod]
    [Req("EGR-13")]
    public void WriteReply_ToAnythingButARequest_WritesNothing()
    {
        byte[] buffer = Used();
        SntpPacket packet = new SntpPacket();

        Assert.AreEqual(0, SntpWriter.WriteReply(packet, 3, 1, 2, 3, buffer), "nothing was read");
        SntpWriter.WriteRequest(buffer, 1);
        Assert.IsTrue(packet.Read(buffer, 0, 48));
        SntpWriter.WriteReply(packet, 3, 1, 2, 3, buffer);
        Assert.IsTrue(packet.Read(buffer, 0, 48));
        byte[] answer = Used();
        Assert.AreEqual(0, SntpWriter.WriteReply(packet, 3, 1, 2, 3, answer), "an answer to an answer");
        Assert.AreEqual(0xee, (int)answer[0]);
    }

    private static byte[] Used()
    {
        byte[] buffer = new byte[64];

        for (int i = 0; i < buffer.Length; i++)
        {
            buffer[i] = 0xee;
        }

        return buffer;
    }

    private static void IsHex(string hex, byte[] buffer)
    {
        byte[] wanted = Hex.Bytes(hex);

        for (int i = 0; i < wanted.Length; i++)
        {
            Assert.AreEqual((int)wanted[i], (int)buffer[i], "byte " + i.ToString());
        }

        Assert.AreEqual(48, wanted.Length);
    }

    private static string Zeros(int bytes)
    {
        string text = "";

        for (int i = 0; i < bytes; i++)
        {
            text += "00";
        }

        return text;
    }
}
