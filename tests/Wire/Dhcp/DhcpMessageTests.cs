using ToyGuard.Wire.Dhcp;

namespace ToyGuard.Wire.Dhcp.Tests;

/// <summary>
/// Goal: a message is read for what it says, or refused with the reason; nothing in between, whatever the bytes are.
/// Method: real clients' messages; a table of wrong ones, each beside a right one; every prefix, every bit flip, seeded random options.
/// </summary>
[TestClass]
public class DhcpMessageTests
{
    [TestMethod]
    public void Read_EveryFieldDifferent_SaysWhatStandsThere()
    {
        byte[] bytes = Bytes.Join(new byte[7], Full());
        DhcpMessage message = new DhcpMessage();

        Assert.IsTrue(message.Read(bytes, 7, bytes.Length - 7));
        Assert.AreEqual((int)DhcpFault.None, (int)message.Fault);
        Assert.AreEqual((int)DhcpType.Request, (int)message.Type);
        Assert.IsFalse(message.IsReply);
        Assert.AreEqual(3, message.Hops);
        Assert.AreEqual(0x12345678u, message.Transaction);
        Assert.AreEqual(0x0102, message.Seconds);
        Assert.IsTrue(message.IsBroadcast);
        Assert.AreEqual(0xC000020Bu, message.ClientAddress);
        Assert.AreEqual(0xC000020Cu, message.YourAddress);
        Assert.AreEqual(0xC000020Eu, message.RelayAddress);
        Assert.AreEqual("02005e005307", Hex.Text(message.Hardware));
        Assert.AreEqual(0xC0000232u, message.RequestedAddress);
        Assert.AreEqual(0xC0000236u, message.ServerId);
        Assert.AreEqual(0x80000001u, message.LeaseSeconds);
        Assert.AreEqual(576, message.MessageSize);
        Assert.AreEqual("bear", Text(bytes, message.HostNameOffset, message.HostNameLength));
        Assert.AreEqual("https://m.example/", Text(bytes, message.MudUrlOffset, message.MudUrlLength));
        Assert.AreEqual("0102005e005307", Hex.Text(Bytes.Part(bytes, message.ClientIdOffset, message.ClientIdLength)));
        Assert.AreEqual(3, message.ParameterListLength);
        Assert.IsTrue(message.Wants(bytes, 42));
        Assert.IsFalse(message.Wants(bytes, 114));
    }

    [TestMethod]
    public void Read_WiresharksSample_IsRead()
    {
        // The first packet of dhcp.pcap among Wireshark's sample captures: a DISCOVER of 272 bytes.
        byte[] bytes = Bytes.Join(
            new DhcpBuilder(0).Set(4, 0, 0, 0x3D, 0x1D).Set(28, 0x00, 0x0B, 0x82, 0x01, 0xFC, 0x42).Bytes(),
            Hex.Bytes("350101 3d0701000b8201fc42 320400000000 37040103062a ff 00000000000000"));
        DhcpMessage message = new DhcpMessage();

        Assert.AreEqual(272, bytes.Length);
        Assert.IsTrue(message.Read(bytes, 0, bytes.Length));
        Assert.AreEqual((int)DhcpType.Discover, (int)message.Type);
        Assert.AreEqual(0x3D1Du, message.Transaction);
        Assert.AreEqual("000b8201fc42", Hex.Text(message.Hardware));
        Assert.AreEqual(0u, message.RequestedAddress);
        Assert.AreEqual(7, message.ClientIdLength);
        Assert.IsTrue(message.Wants(bytes, 6) && message.Wants(bytes, 42) && !message.Wants(bytes, 15));
    }

    [TestMethod]
    public void Read_IscClientsDiscover_IsRead()
    {
        // What dhclient 4.4.3 sent, 300 bytes with its padding.
        byte[] options = Hex.Bytes("350101 0c02766d 370d011c02030f06770c2c2f1a792a ff");
        byte[] bytes = Bytes.Join(new DhcpBuilder(1).Set(4, 0x28, 0x21, 0x0E, 0x74).Bytes(), Bytes.Join(options, new byte[60 - options.Length]));
        DhcpMessage message = new DhcpMessage();

        Assert.AreEqual(300, bytes.Length);
        Assert.IsTrue(message.Read(bytes, 0, bytes.Length));
        Assert.AreEqual("vm", Text(bytes, message.HostNameOffset, message.HostNameLength));
        Assert.AreEqual(13, message.ParameterListLength);
        Assert.IsTrue(message.Wants(bytes, 42));
    }

    [TestMethod]
    public void Read_EveryPrefix_IsRefusedAndLeavesNothingBehind()
    {
        byte[] bytes = Full();
        DhcpMessage message = new DhcpMessage();

        for (int count = 0; count < bytes.Length; count++)
        {
            Assert.IsTrue(message.Read(bytes, 0, bytes.Length));
            Assert.IsFalse(message.Read(bytes, 0, count), count.ToString());
            int fault = (int)message.Fault;
            Assert.IsTrue(count < 240 ? fault == (int)DhcpFault.TooShort : fault == (int)DhcpFault.OptionPastEnd || fault == (int)DhcpFault.NoEnd, count.ToString());
            IsEmpty(message);
        }
    }

    [TestMethod]
    public void Read_EveryBitFlip_IsReadAgainTheSameOrRefused()
    {
        byte[] bytes = Full();
        DhcpMessage message = new DhcpMessage();

        for (int bit = 0; bit < bytes.Length * 8; bit++)
        {
            int at = bit / 8;
            bytes[at] ^= (byte)(1 << (bit % 8));

            if (message.Read(bytes, 0, bytes.Length))
            {
                Assert.IsTrue(at > 2 && (at < 236 || at > 239), "bit " + bit.ToString());
                Assert.AreEqual(at == 3, message.Hops != 3, "bit " + bit.ToString());
                Assert.AreEqual(at >= 4 && at < 8, message.Transaction != 0x12345678u, "bit " + bit.ToString());
                Assert.AreEqual(bit == 87, !message.IsBroadcast, "bit " + bit.ToString());
                Assert.AreEqual(at >= 12 && at < 16, message.ClientAddress != 0xC000020Bu, "bit " + bit.ToString());
                Assert.AreEqual(at >= 24 && at < 28, message.RelayAddress != 0xC000020Eu, "bit " + bit.ToString());
                Assert.AreEqual(at >= 28 && at < 34, Hex.Text(message.Hardware) != "02005e005307", "bit " + bit.ToString());
                IsInside(message, bytes.Length);
            }
            else
            {
                Assert.AreNotEqual((int)DhcpFault.None, (int)message.Fault);
                IsEmpty(message);
            }

            bytes[at] ^= (byte)(1 << (bit % 8));
        }
    }

    [TestMethod]
    public void Read_EveryTypeOfEitherSide_IsTakenWhereItBelongs()
    {
        DhcpMessage message = new DhcpMessage();

        for (int type = 0; type < 256; type++)
        {
            for (int operation = 0; operation < 4; operation++)
            {
                byte[] bytes = DhcpBuilder.Of(type, 1).Set(0, (byte)operation).End();
                bool isServers = type == 2 || type == 5 || type == 6;
                bool isOne = type >= 1 && type <= 8 && operation == (isServers ? 2 : 1);
                Assert.AreEqual(isOne, message.Read(bytes, 0, bytes.Length), type.ToString() + " " + operation.ToString());
                Assert.AreEqual(isOne ? type : 0, (int)message.Type);
                Assert.AreEqual((int)(operation == 0 || operation == 3 ? DhcpFault.Operation : isOne ? DhcpFault.None : DhcpFault.Type), (int)message.Fault);
            }
        }
    }

    [TestMethod]
    [DataRow(0, (int)DhcpFault.TooShort)]
    [DataRow(239, (int)DhcpFault.TooShort)]
    [DataRow(240, (int)DhcpFault.NoEnd)]
    [DataRow(243, (int)DhcpFault.NoEnd)]
    [DataRow(244, (int)DhcpFault.None)]
    [DataRow(300, (int)DhcpFault.None)]
    [DataRow(576, (int)DhcpFault.None)]
    [DataRow(1472, (int)DhcpFault.None)]
    [DataRow(1473, (int)DhcpFault.TooLong)]
    [DataRow(2000, (int)DhcpFault.TooLong)]
    public void Read_Length_IsAMessagesOrNot(int count, int fault)
    {
        byte[] bytes = Bytes.Join(DhcpBuilder.Of(1, 1).End(), new byte[2000]);
        DhcpMessage message = new DhcpMessage();

        Assert.AreEqual(fault == 0, message.Read(bytes, 0, count));
        Assert.AreEqual(fault, (int)message.Fault);
    }

    [TestMethod]
    [DataRow("350101 ff", (int)DhcpFault.None)]
    [DataRow("00 00 350101 00 ff", (int)DhcpFault.None)]
    [DataRow("350101 ff 350103 ff", (int)DhcpFault.None)]
    [DataRow("350101 ff 3204", (int)DhcpFault.None)]
    [DataRow("350101 4d03010203 ff", (int)DhcpFault.None)]
    [DataRow("350101 5000 ff", (int)DhcpFault.None)]
    [DataRow("", (int)DhcpFault.NoEnd)]
    [DataRow("ff", (int)DhcpFault.NoType)]
    [DataRow("00 00 00", (int)DhcpFault.NoEnd)]
    [DataRow("350101", (int)DhcpFault.NoEnd)]
    [DataRow("350101 35", (int)DhcpFault.OptionPastEnd)]
    [DataRow("350101 3204c00002", (int)DhcpFault.OptionPastEnd)]
    [DataRow("350101 3204c0000201", (int)DhcpFault.NoEnd)]
    [DataRow("350101 4dff ff", (int)DhcpFault.OptionPastEnd)]
    [DataRow("350101 350101 ff", (int)DhcpFault.OptionTwice)]
    [DataRow("350101 350103 ff", (int)DhcpFault.OptionTwice)]
    [DataRow("350101 320400000000 320400000000 ff", (int)DhcpFault.OptionTwice)]
    [DataRow("350101 330400000000 330400000000 ff", (int)DhcpFault.OptionTwice)]
    [DataRow("350101 360400000000 3604c0000201 ff", (int)DhcpFault.OptionTwice)]
    [DataRow("350101 39020240 39020240 ff", (int)DhcpFault.OptionTwice)]
    [DataRow("350101 0c0161 0c0162 ff", (int)DhcpFault.OptionTwice)]
    [DataRow("350101 370101 370103 ff", (int)DhcpFault.OptionTwice)]
    [DataRow("350101 3d020102 3d020103 ff", (int)DhcpFault.OptionTwice)]
    [DataRow("350101 a10161 a10162 ff", (int)DhcpFault.OptionTwice)]
    [DataRow("3500 ff", (int)DhcpFault.OptionLength)]
    [DataRow("35020101 ff", (int)DhcpFault.OptionLength)]
    [DataRow("350101 3203c00002 ff", (int)DhcpFault.OptionLength)]
    [DataRow("350101 3205c000020101 ff", (int)DhcpFault.OptionLength)]
    [DataRow("350101 3300 ff", (int)DhcpFault.OptionLength)]
    [DataRow("350101 3608c0000201c0000202 ff", (int)DhcpFault.OptionLength)]
    [DataRow("350101 390102 ff", (int)DhcpFault.OptionLength)]
    [DataRow("350101 390400000240 ff", (int)DhcpFault.OptionLength)]
    [DataRow("350101 3d0101 ff", (int)DhcpFault.OptionLength)]
    [DataRow("350101 3d00 ff", (int)DhcpFault.OptionLength)]
    [DataRow("350101 0c00 ff", (int)DhcpFault.OptionLength)]
    [DataRow("350101 3700 ff", (int)DhcpFault.OptionLength)]
    [DataRow("350101 a100 ff", (int)DhcpFault.OptionLength)]
    [DataRow("350101 340100 ff", (int)DhcpFault.Overload)]
    [DataRow("350101 340104 ff", (int)DhcpFault.Overload)]
    [DataRow("350101 340101 340101 ff", (int)DhcpFault.Overload)]
    [DataRow("350101 34020101 ff", (int)DhcpFault.OptionLength)]
    [DataRow("350101 340101 ff", (int)DhcpFault.NoEnd)]
    [DataRow("350101 340102 ff", (int)DhcpFault.NoEnd)]
    [DataRow("350101 340103 ff", (int)DhcpFault.NoEnd)]
    [DataRow("350100 ff", (int)DhcpFault.Type)]
    [DataRow("350109 ff", (int)DhcpFault.Type)]
    public void Read_Options_AreReadOrRefused(string options, int fault)
    {
        byte[] bytes = new DhcpBuilder(1).Raw(Hex.Bytes(options)).Bytes();
        DhcpMessage message = new DhcpMessage();

        Assert.AreEqual(fault == 0, message.Read(bytes, 0, bytes.Length));
        Assert.AreEqual(fault, (int)message.Fault);
        Assert.AreEqual(fault == 0 ? 1 : 0, (int)message.Type);
    }

    [TestMethod]
    [DataRow(1, true, false)]
    [DataRow(2, false, true)]
    [DataRow(3, true, true)]
    public void Read_Overloaded_IsReadFromTheFieldsThatWereNamed(int overload, bool isFile, bool isName)
    {
        DhcpBuilder builder = DhcpBuilder.Of(3, 1).Option(52, (byte)overload).Set(108, 50, 4, 192, 0, 2, 9, 255, 54).Set(44, 0, 54, 4, 192, 0, 2, 1, 255, 50);
        byte[] bytes = builder.End();
        DhcpMessage message = new DhcpMessage();

        Assert.IsTrue(message.Read(bytes, 0, bytes.Length));
        Assert.AreEqual(isFile ? 0xC0000209u : 0u, message.RequestedAddress);
        Assert.AreEqual(isName ? 0xC0000201u : 0u, message.ServerId);
    }

    [TestMethod]
    public void Read_OverloadedFields_KeepTheirBounds()
    {
        DhcpMessage message = new DhcpMessage();

        // The last option that fits each field with its end; then the end is outside, then the option.
        for (int more = 0; more < 3; more++)
        {
            int fault = (int)(more == 0 ? DhcpFault.None : more == 1 ? DhcpFault.NoEnd : DhcpFault.OptionPastEnd);
            byte[] bytes = DhcpBuilder.Of(1, 1).Option(52, 2).Set(44, 200, (byte)(61 + more)).Set(107, 255).Set(108, 255).End();
            message.Read(bytes, 0, bytes.Length);
            Assert.AreEqual(fault, (int)message.Fault, "name " + more.ToString());
            bytes = DhcpBuilder.Of(1, 1).Option(52, 1).Set(108, 200, (byte)(125 + more)).Set(235, 255).End();
            message.Read(bytes, 0, bytes.Length);
            Assert.AreEqual(fault, (int)message.Fault, "file " + more.ToString());
        }

        // An overload in an overloaded field could go on for ever; an option twice across fields is twice.
        byte[] again = DhcpBuilder.Of(1, 1).Option(52, 1).Set(108, 52, 1, 2, 255).End();
        Assert.IsFalse(message.Read(again, 0, again.Length));
        Assert.AreEqual((int)DhcpFault.Overload, (int)message.Fault);
        again = DhcpBuilder.Of(1, 1).Option(52, 3).Set(108, 255).Set(44, 53, 1, 1, 255).End();
        Assert.IsFalse(message.Read(again, 0, again.Length));
        Assert.AreEqual((int)DhcpFault.OptionTwice, (int)message.Fault);

        // The type may stand in an overloaded field.
        again = new DhcpBuilder(1).Option(52, 1).Set(108, 53, 1, 1, 255).End();
        Assert.IsTrue(message.Read(again, 0, again.Length));
    }

    [TestMethod]
    [DataRow(1, 6, (int)DhcpFault.Hardware)]
    [DataRow(1, 0, (int)DhcpFault.Hardware)]
    [DataRow(2, 5, (int)DhcpFault.Hardware)]
    [DataRow(2, 7, (int)DhcpFault.Hardware)]
    [DataRow(2, 16, (int)DhcpFault.Hardware)]
    [DataRow(2, 255, (int)DhcpFault.Hardware)]
    [DataRow(28, 3, (int)DhcpFault.HardwareAddress)]
    [DataRow(28, 255, (int)DhcpFault.HardwareAddress)]
    [DataRow(28, 4, (int)DhcpFault.None)]
    [DataRow(236, 98, (int)DhcpFault.Cookie)]
    [DataRow(239, 0, (int)DhcpFault.Cookie)]
    public void Read_OneOtherByte_IsItsFault(int at, int value, int fault)
    {
        byte[] bytes = DhcpBuilder.Of(1, 1).Set(at, (byte)value).End();
        DhcpMessage message = new DhcpMessage();

        Assert.AreEqual(fault == 0, message.Read(bytes, 0, bytes.Length));
        Assert.AreEqual(fault, (int)message.Fault);
    }

    [TestMethod]
    public void Read_HardwareOfZeros_IsNobody()
    {
        byte[] bytes = DhcpBuilder.Of(1, 1).Set(28, 0, 0, 0, 0, 0, 0).End();
        DhcpMessage message = new DhcpMessage();

        Assert.IsFalse(message.Read(bytes, 0, bytes.Length));
        Assert.AreEqual((int)DhcpFault.HardwareAddress, (int)message.Fault);
    }

    [TestMethod]
    public void Read_SeededRandomOptions_NeverLeaveTheMessage()
    {
        Chance chance = new Chance(67);
        DhcpMessage message = new DhcpMessage();
        byte[] known = Hex.Bytes("00 01 0c 32 33 34 35 36 37 39 3d a1 ff 50");
        int read = 0;

        for (int round = 0; round < 3000; round++)
        {
            DhcpBuilder builder = chance.Below(2) == 0 ? new DhcpBuilder(1) : DhcpBuilder.Of(1 + chance.Below(8), 1);
            int options = chance.Below(6);

            for (int i = 0; i < options; i++)
            {
                byte[] value = new byte[chance.Below(3) == 0 ? chance.Below(40) : 4];

                for (int j = 0; j < value.Length; j++)
                {
                    value[j] = (byte)chance.Next();
                }

                builder.Option(known[chance.Below(known.Length)], value);
            }

            byte[] bytes = chance.Below(2) == 0 ? builder.End() : builder.Bytes();

            if (message.Read(bytes, 0, bytes.Length))
            {
                read++;
                IsInside(message, bytes.Length);
            }
            else
            {
                IsEmpty(message);
            }
        }

        Assert.IsTrue(read > 100, read.ToString());
    }

    // A request with every field and every option that is read, each with a value of its own.
    private static byte[] Full()
    {
        DhcpBuilder builder = DhcpBuilder.Of(3, 7).Set(3, 3).Set(8, 1, 2).Broadcast().Address(12, 11).Address(16, 12).Address(20, 13).Address(24, 14);
        builder.Option(61, 1, 2, 0, 0x5E, 0, 0x53, 7).OptionAddress(50, 50).OptionAddress(54, 54).Option(51, 0x80, 0, 0, 1).Option(57, 2, 64);
        builder.Option(12, (byte)'b', (byte)'e', (byte)'a', (byte)'r').Option(55, 1, 3, 42).Option(161, Hex.Bytes("68747470733a2f2f6d2e6578616d706c652f"));
        return builder.End();
    }

    private static string Text(byte[] bytes, int offset, int count)
    {
        string text = "";

        for (int i = 0; i < count; i++)
        {
            text += (char)bytes[offset + i];
        }

        return text;
    }

    private static void IsEmpty(DhcpMessage message)
    {
        Assert.AreEqual(0, (int)message.Type);
        Assert.AreEqual("000000000000", Hex.Text(message.Hardware));
        Assert.IsFalse(message.IsReply || message.IsBroadcast);
        Assert.AreEqual(0u, message.Transaction | message.ClientAddress | message.YourAddress | message.RelayAddress | message.RequestedAddress | message.ServerId | message.LeaseSeconds);
        Assert.AreEqual(0, message.Hops | message.Seconds | message.MessageSize | message.ClientIdLength | message.HostNameLength | message.ParameterListLength | message.MudUrlLength);
    }

    private static void IsInside(DhcpMessage message, int count)
    {
        Assert.IsTrue(message.ClientIdOffset + message.ClientIdLength < count && message.HostNameOffset + message.HostNameLength < count);
        Assert.IsTrue(message.ParameterListOffset + message.ParameterListLength < count && message.MudUrlOffset + message.MudUrlLength < count);
        Assert.IsTrue(message.ClientIdLength == 0 || message.ClientIdLength >= 2);
    }
}
