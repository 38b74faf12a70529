using ToyGuard.Wire.Dhcp;

namespace ToyGuard.Wire.Dhcp.Tests;

/// <summary>
/// Goal: an answer is the client's own exchange given back with what was asked for, and nothing of what the buffer held before.
/// Method: answers byte by byte, into buffers full of old bytes, read again by our reader; every length of a last option.
/// </summary>
[TestClass]
public class DhcpWriterTests
{
    [TestMethod]
    public void Write_AnOffer_IsWhatTheStandardSays()
    {
        byte[] answer = Used();
        DhcpMessage message = Read(DhcpBuilder.Of(1, 9).Broadcast().Set(8, 1, 1).Address(12, 77).Option(61, 1, 2, 3).End());
        DhcpWriter writer = new DhcpWriter();
        writer.Begin(answer, message, DhcpType.Offer, 0, 0xC0000209);
        writer.Add(DhcpOption.ServerId, 0xC0000201);
        writer.Add(DhcpOption.LeaseTime, 0x80000001);
        writer.Add(DhcpOption.ClientId, new byte[] { 9, 1, 2, 3 }, 1, 3);

        Assert.AreEqual(300, writer.End());
        byte[] wanted = Bytes.Join(
            Hex.Bytes("02010600 12345678 0000 8000 00000000 c0000209 00000000 00000000 02005e005309"),
            Bytes.Join(new byte[10 + 192], Hex.Bytes("63825363 350102 3604c0000201 330480000001 3d03010203 ff")));
        wanted = Bytes.Join(wanted, new byte[300 - wanted.Length]);
        Assert.AreEqual(Hex.Text(wanted), Hex.Text(Bytes.Part(answer, 0, 300)));
        Assert.AreEqual(0xEE, (int)answer[300], "behind it");
    }

    [TestMethod]
    public void Write_WhatWasWritten_IsReadAgain()
    {
        byte[] answer = Used();
        DhcpMessage message = Read(DhcpBuilder.Of(3, 9).Address(12, 77).End());
        DhcpWriter writer = new DhcpWriter();
        writer.Begin(answer, message, DhcpType.Ack, message.ClientAddress, 0xC000024D);
        writer.Add(DhcpOption.ServerId, 0xC0000201);
        writer.Add(DhcpOption.LeaseTime, 600);
        int length = writer.End();
        DhcpMessage read = new DhcpMessage();

        Assert.IsTrue(read.Read(answer, 0, length));
        Assert.IsTrue(read.IsReply);
        Assert.IsFalse(read.IsBroadcast);
        Assert.AreEqual((int)DhcpType.Ack, (int)read.Type);
        Assert.AreEqual(message.Transaction, read.Transaction);
        Assert.AreEqual(0xC000024Du, read.ClientAddress);
        Assert.AreEqual(0xC000024Du, read.YourAddress);
        Assert.AreEqual(600u, read.LeaseSeconds);
        Assert.AreEqual(Hex.Text(message.Hardware), Hex.Text(read.Hardware));
    }

    [TestMethod]
    public void Write_EveryLengthOfOptions_EndsInsideOrIsNoAnswer()
    {
        DhcpMessage message = Read(DhcpBuilder.Of(1, 9).End());
        DhcpWriter writer = new DhcpWriter();
        DhcpMessage read = new DhcpMessage();
        byte[] bytes = new byte[300];

        // Two options of bytes share 548 - 240 - 3 - 1 bytes, two of each being their heads.
        for (int count = 1; count <= 255; count++)
        {
            byte[] answer = Used();
            writer.Begin(answer, message, DhcpType.Offer, 0, 1);
            writer.Add(DhcpOption.ClientId, bytes, 0, 200);
            writer.Add(DhcpOption.HostName, bytes, 0, count);
            int length = writer.End();

            bool fits = 202 + 2 + count <= 548 - 240 - 3 - 1;
            Assert.AreEqual(fits, length > 0, count.ToString());
            Assert.IsTrue(!fits || (length >= 300 && length <= 548 && read.Read(answer, 0, length)), count.ToString());
            Assert.AreEqual(0xEE, (int)answer[548], count.ToString());
        }
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(256)]
    public void Write_ALengthThatNoOptionHas_IsNoAnswer(int count)
    {
        byte[] answer = Used();
        DhcpWriter writer = new DhcpWriter();
        writer.Begin(answer, Read(DhcpBuilder.Of(1, 9).End()), DhcpType.Offer, 0, 1);
        writer.Add(DhcpOption.ClientId, new byte[300], 0, count);
        writer.Add(DhcpOption.ServerId, 1);
        Assert.AreEqual(0, writer.End());
    }

    private static DhcpMessage Read(byte[] bytes)
    {
        DhcpMessage message = new DhcpMessage();
        Assert.IsTrue(message.Read(bytes, 0, bytes.Length));
        return message;
    }

    private static byte[] Used()
    {
        byte[] buffer = new byte[600];

        for (int i = 0; i < buffer.Length; i++)
        {
            buffer[i] = 0xEE;
        }

        return buffer;
    }
}
