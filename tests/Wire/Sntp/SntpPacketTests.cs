using ToyGuard.Wire.Sntp;

namespace ToyGuard.Wire.Tests.Sntp;

/// <summary>
/// Goal: a time packet is read for what it says, and a request is never taken for a reply.
/// Method: a packet with every field different; every prefix, every bit flip; every first byte there is; seeded random bytes.
/// </summary>
[TestClass]
public class SntpPacketTests
{
    [TestMethod]
    public void Read_AReply_SaysWhatStandsThere()
    {
        byte[] bytes = Bytes.Join(new byte[5], Reply());
        SntpPacket packet = new SntpPacket();

        Assert.IsTrue(packet.Read(bytes, 5, 48));
        Assert.AreEqual((int)SntpFault.None, (int)packet.Fault);
        Assert.AreEqual((int)SntpMode.Server, (int)packet.Mode);
        Assert.AreEqual(0, packet.Leap);
        Assert.AreEqual(4, packet.Version);
        Assert.AreEqual(2, packet.Stratum);
        Assert.AreEqual(6, packet.Poll);
        Assert.AreEqual(-20, packet.Precision);
        Assert.AreEqual(-8, packet.RootDelay);
        Assert.AreEqual(2147483649L, packet.RootDispersion);
        Assert.AreEqual(17, packet.ReferenceOffset);
        Assert.AreEqual(unchecked((long)0xecaf6d4000000000), packet.ReferenceTime);
        Assert.AreEqual(unchecked((long)0xecaf6d4101020304), packet.OriginTime);
        Assert.AreEqual(unchecked((long)0xecaf6d4280000000), packet.ReceiveTime);
        Assert.AreEqual(unchecked((long)0xecaf6d43ffffffff), packet.TransmitTime);
    }

    [TestMethod]
    public void Read_EveryFirstByte_TellsRequestsFromRepliesFromTheRest()
    {
        byte[] bytes = new byte[48];
        SntpPacket packet = new SntpPacket();

        for (int first = 0; first < 256; first++)
        {
            int version = (first / 8) % 8;
            int mode = first % 8;
            bool isVersion = version >= 1 && version <= 4;
            bool isMode = mode == 3 || mode == 4;
            bytes[0] = (byte)first;

            Assert.AreEqual(isVersion && isMode, packet.Read(bytes, 0, 48), "first byte " + first.ToString());
            Assert.AreEqual(isVersion && isMode ? mode : 0, (int)packet.Mode, "first byte " + first.ToString());
            Assert.AreEqual(isVersion && isMode ? version : 0, packet.Version, "first byte " + first.ToString());
            Assert.AreEqual(isVersion && isMode ? first / 64 : 0, packet.Leap, "first byte " + first.ToString());
            Assert.AreEqual((int)(!isVersion ? SntpFault.Version : !isMode ? SntpFault.Mode : SntpFault.None), (int)packet.Fault, "first byte " + first.ToString());
        }
    }

    [TestMethod]
    [DataRow(0, (int)SntpFault.TooShort)]
    [DataRow(1, (int)SntpFault.TooShort)]
    [DataRow(47, (int)SntpFault.TooShort)]
    [DataRow(48, (int)SntpFault.None)]
    [DataRow(49, (int)SntpFault.TailLength)]
    [DataRow(50, (int)SntpFault.TailLength)]
    [DataRow(51, (int)SntpFault.TailLength)]
    [DataRow(52, (int)SntpFault.None)]
    [DataRow(68, (int)SntpFault.None)]
    [DataRow(72, (int)SntpFault.None)]
    [DataRow(512, (int)SntpFault.None)]
    [DataRow(513, (int)SntpFault.TooLong)]
    [DataRow(516, (int)SntpFault.TooLong)]
    [DataRow(1024, (int)SntpFault.TooLong)]
    public void Read_Length_IsAPacketsOrNot(int count, int fault)
    {
        byte[] bytes = new byte[1024];
        SntpPacket packet = new SntpPacket();
        bytes[0] = 0x23;

        Assert.AreEqual(fault == 0, packet.Read(bytes, 0, count));
        Assert.AreEqual(fault, (int)packet.Fault);
        Assert.AreEqual(fault == 0 ? (int)SntpMode.Client : (int)SntpMode.None, (int)packet.Mode);
    }

    [TestMethod]
    public void Read_EveryPrefix_IsTooShortAndLeavesNothingBehind()
    {
        byte[] reply = Reply();
        SntpPacket packet = new SntpPacket();

        for (int count = 0; count < 48; count++)
        {
            Assert.IsTrue(packet.Read(reply, 0, 48));
            Assert.IsFalse(packet.Read(reply, 0, count), count.ToString());
            Assert.AreEqual((int)SntpFault.TooShort, (int)packet.Fault);
            Assert.AreEqual((int)SntpMode.None, (int)packet.Mode);
            Assert.AreEqual(0, packet.Version + packet.Leap + packet.Stratum + packet.Poll + packet.Precision + packet.RootDelay + packet.ReferenceOffset);
            Assert.AreEqual(0L, packet.RootDispersion | packet.ReferenceTime | packet.OriginTime | packet.ReceiveTime | packet.TransmitTime);
        }
    }

    [TestMethod]
    public void Read_EveryBitFlip_ChangesThatFieldOnly()
    {
        byte[] bytes = Reply();
        SntpPacket packet = new SntpPacket();

        for (int bit = 0; bit < 48 * 8; bit++)
        {
            int at = bit / 8;
            bytes[at] ^= (byte)(1 << (bit % 8));

            if (packet.Read(bytes, 0, 48))
            {
                Assert.AreEqual((int)SntpMode.Server, (int)packet.Mode, "bit " + bit.ToString());
                Assert.AreEqual(at == 0 && bit >= 6, packet.Leap != 0, "bit " + bit.ToString());
                Assert.AreEqual(at == 1, packet.Stratum != 2, "bit " + bit.ToString());
                Assert.AreEqual(at == 2, packet.Poll != 6, "bit " + bit.ToString());
                Assert.AreEqual(at == 3, packet.Precision != -20, "bit " + bit.ToString());
                Assert.AreEqual(at >= 4 && at < 8, packet.RootDelay != -8, "bit " + bit.ToString());
                Assert.AreEqual(at >= 8 && at < 12, packet.RootDispersion != 2147483649L, "bit " + bit.ToString());
                Assert.AreEqual(at >= 16 && at < 24, packet.ReferenceTime != unchecked((long)0xecaf6d4000000000), "bit " + bit.ToString());
                Assert.AreEqual(at >= 24 && at < 32, packet.OriginTime != unchecked((long)0xecaf6d4101020304), "bit " + bit.ToString());
                Assert.AreEqual(at >= 32 && at < 40, packet.ReceiveTime != unchecked((long)0xecaf6d4280000000), "bit " + bit.ToString());
                Assert.AreEqual(at >= 40, packet.TransmitTime != unchecked((long)0xecaf6d43ffffffff), "bit " + bit.ToString());
            }
            else
            {
                Assert.IsTrue(at == 0 && bit < 6, "bit " + bit.ToString());
            }

            bytes[at] ^= (byte)(1 << (bit % 8));
        }
    }

    [TestMethod]
    public void Read_SeededRandomBytes_IsAPacketExactlyByItsFirstByte()
    {
        byte[] bytes = new byte[64];
        SntpPacket packet = new SntpPacket();
        uint state = 3;

        for (int round = 0; round < 2000; round++)
        {
            uint seed = state;

            for (int i = 0; i < bytes.Length; i++)
            {
                state = (state * 1664525) + 1013904223;
                bytes[i] = (byte)(state >> 24);
            }

            int version = (bytes[0] >> 3) & 7;
            int mode = bytes[0] & 7;
            bool isPacket = version >= 1 && version <= 4 && (mode == 3 || mode == 4);
            Assert.AreEqual(isPacket, packet.Read(bytes, 0, 64), "seed " + seed.ToString());
        }
    }

    // No leap second, version 4, stratum 2, poll 2^6, precision 2^-20, and so on in order.
    private static byte[] Reply()
    {
        return Hex.Bytes("240206ec fffffff8 80000001 c0000201 ecaf6d40 00000000 ecaf6d41 01020304 ecaf6d42 80000000 ecaf6d43 ffffffff");
    }
}
