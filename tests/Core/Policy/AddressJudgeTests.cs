using System;

using ToyGuard.Core.Policy;

namespace ToyGuard.Core.Tests.Policy;

/// <summary>Goal: only addresses that lead out pass (EGR-03, EGR-11). Method: of every range the first, the last, one before, one after.</summary>
[TestClass]
public class AddressJudgeTests
{
    // Reasons: 0 passes, 30 private, 31 loopback, 32 link-local, 33 multicast, 34 unspecified, 35 reserved.
    [TestMethod]
    [Req("EGR-03")]
    [DataRow("0.0.0.0", 34)]
    [DataRow("0.0.0.1", 35)]
    [DataRow("0.255.255.255", 35)]
    [DataRow("1.0.0.0", 0)]
    [DataRow("9.255.255.255", 0)]
    [DataRow("10.0.0.0", 30)]
    [DataRow("10.255.255.255", 30)]
    [DataRow("11.0.0.0", 0)]
    [DataRow("100.63.255.255", 0)]
    [DataRow("100.64.0.0", 30)]
    [DataRow("100.127.255.255", 30)]
    [DataRow("100.128.0.0", 0)]
    [DataRow("126.255.255.255", 0)]
    [DataRow("127.0.0.0", 31)]
    [DataRow("127.0.0.1", 31)]
    [DataRow("127.255.255.255", 31)]
    [DataRow("128.0.0.0", 0)]
    [DataRow("169.253.255.255", 0)]
    [DataRow("169.254.0.0", 32)]
    [DataRow("169.254.169.254", 32)]
    [DataRow("169.254.255.255", 32)]
    [DataRow("169.255.0.0", 0)]
    [DataRow("172.15.255.255", 0)]
    [DataRow("172.16.0.0", 30)]
    [DataRow("172.31.255.255", 30)]
    [DataRow("172.32.0.0", 0)]
    [DataRow("191.255.255.255", 0)]
    [DataRow("192.0.0.0", 35)]
    [DataRow("192.0.0.8", 35)]
    [DataRow("192.0.0.9", 0)]
    [DataRow("192.0.0.10", 0)]
    [DataRow("192.0.0.11", 35)]
    [DataRow("192.0.0.170", 35)]
    [DataRow("192.0.0.171", 35)]
    [DataRow("192.0.0.255", 35)]
    [DataRow("192.0.1.0", 0)]
    [DataRow("192.0.1.255", 0)]
    [DataRow("192.0.2.0", 0)] // documentation
    [DataRow("192.0.2.255", 0)]
    [DataRow("192.0.3.0", 0)]
    [DataRow("192.31.196.1", 0)] // AS112: globally reachable
    [DataRow("192.52.193.1", 0)] // multicast tunnels: globally reachable
    [DataRow("192.88.98.255", 0)]
    [DataRow("192.88.99.0", 35)]
    [DataRow("192.88.99.2", 35)]
    [DataRow("192.88.99.255", 35)]
    [DataRow("192.88.100.0", 0)]
    [DataRow("192.167.255.255", 0)]
    [DataRow("192.168.0.0", 30)]
    [DataRow("192.168.255.255", 30)]
    [DataRow("192.169.0.0", 0)]
    [DataRow("192.175.48.1", 0)] // AS112: globally reachable
    [DataRow("198.17.255.255", 0)]
    [DataRow("198.18.0.0", 35)]
    [DataRow("198.19.255.255", 35)]
    [DataRow("198.20.0.0", 0)]
    [DataRow("198.51.99.255", 0)]
    [DataRow("198.51.100.0", 0)] // documentation
    [DataRow("198.51.100.255", 0)]
    [DataRow("203.0.113.0", 0)] // documentation
    [DataRow("203.0.113.255", 0)]
    [DataRow("223.255.255.255", 0)]
    [DataRow("224.0.0.0", 33)]
    [DataRow("224.0.0.251", 33)]
    [DataRow("239.255.255.255", 33)]
    [DataRow("240.0.0.0", 35)]
    [DataRow("255.255.255.254", 35)]
    [DataRow("255.255.255.255", 33)]
    public void IsGlobal_V4_EdgesOfRanges(string address, int reason)
    {
        AssertJudged(reason, address);
    }

    [TestMethod]
    [Req("EGR-03")]
    [DataRow("::", 34)]
    [DataRow("::1", 31)]
    [DataRow("0:0:0:0:1::", 35)]
    [DataRow("64:ff9a:ffff:ffff:ffff:ffff:ffff:ffff", 35)]
    [DataRow("64:ff9b::1:0:0", 35)]
    [DataRow("64:ff9b:1::", 35)]
    [DataRow("64:ff9b:1:ffff:ffff:ffff:ffff:ffff", 35)]
    [DataRow("64:ff9b:1::c000:201", 35)] // a documentation address inside, but a network of one's own
    [DataRow("64:ff9b:2::", 35)]
    [DataRow("100::", 35)]
    [DataRow("100::c000:201", 35)]
    [DataRow("100::ffff:ffff:ffff:ffff", 35)]
    [DataRow("100:0:0:1::", 35)]
    [DataRow("1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", 35)]
    [DataRow("2000::", 0)]
    [DataRow("2000:ffff:ffff:ffff:ffff:ffff:ffff:ffff", 0)]
    [DataRow("2001:1::", 35)]
    [DataRow("2001:1::1", 0)]
    [DataRow("2001:1::2", 0)]
    [DataRow("2001:1::3", 0)]
    [DataRow("2001:1::4", 35)]
    [DataRow("2001:1:ffff:ffff:ffff:ffff:ffff:ffff", 35)]
    [DataRow("2001:2::", 35)]
    [DataRow("2001:2:0:ffff:ffff:ffff:ffff:ffff", 35)]
    [DataRow("2001:2:ffff:ffff:ffff:ffff:ffff:ffff", 35)]
    [DataRow("2001:3::", 0)]
    [DataRow("2001:3:ffff:ffff:ffff:ffff:ffff:ffff", 0)]
    [DataRow("2001:4::", 35)]
    [DataRow("2001:4:111:ffff:ffff:ffff:ffff:ffff", 35)]
    [DataRow("2001:4:112::", 0)]
    [DataRow("2001:4:112:ffff:ffff:ffff:ffff:ffff", 0)]
    [DataRow("2001:4:113::", 35)]
    [DataRow("2001:10::", 35)]
    [DataRow("2001:1f:ffff:ffff:ffff:ffff:ffff:ffff", 35)]
    [DataRow("2001:20::", 0)]
    [DataRow("2001:2f:ffff:ffff:ffff:ffff:ffff:ffff", 0)]
    [DataRow("2001:30::", 0)]
    [DataRow("2001:3f:ffff:ffff:ffff:ffff:ffff:ffff", 0)]
    [DataRow("2001:40::", 35)]
    [DataRow("2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff", 35)]
    [DataRow("2001:200::", 0)]
    [DataRow("2001:db7:ffff:ffff:ffff:ffff:ffff:ffff", 0)]
    [DataRow("2001:db8::", 0)] // documentation
    [DataRow("2001:db8:ffff:ffff:ffff:ffff:ffff:ffff", 0)]
    [DataRow("2003::", 0)]
    [DataRow("2620:4f:8000::1", 0)] // AS112: globally reachable
    [DataRow("3fff::", 0)] // documentation
    [DataRow("3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff", 0)]
    [DataRow("3fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", 0)]
    [DataRow("4000::", 35)]
    [DataRow("8000::c000:201", 35)]
    [DataRow("5eff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", 35)]
    [DataRow("5f00::", 35)]
    [DataRow("5f00:ffff:ffff:ffff:ffff:ffff:ffff:ffff", 35)]
    [DataRow("fbff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", 35)]
    [DataRow("fc00::", 30)]
    [DataRow("fd00::1", 30)]
    [DataRow("fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", 30)]
    [DataRow("fe00::", 35)]
    [DataRow("fe7f:ffff:ffff:ffff:ffff:ffff:ffff:ffff", 35)]
    [DataRow("fe80::", 32)]
    [DataRow("febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff", 32)]
    [DataRow("fec0::", 30)]
    [DataRow("feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", 30)]
    [DataRow("ff00::", 33)]
    [DataRow("ff02::fb", 33)]
    [DataRow("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", 33)]
    public void IsGlobal_V6_EdgesOfRanges(string address, int reason)
    {
        AssertJudged(reason, address);
    }

    // 7f00:1 is 127.0.0.1, a00:1 is 10.0.0.1, a9fe:a9fe is 169.254.169.254, c000:201 is 192.0.2.1.
    [TestMethod]
    [Req("EGR-03")]
    [DataRow("::ffff:c000:201", 0)] // IPv4-mapped
    [DataRow("::ffff:7f00:1", 31)]
    [DataRow("::ffff:a00:1", 30)]
    [DataRow("::ffff:a9fe:a9fe", 32)]
    [DataRow("::ffff:0:0", 34)]
    [DataRow("::ffff:ffff:ffff", 33)]
    [DataRow("::fffe:c000:201", 35)] // one before, one after: nothing of the kind
    [DataRow("::1:0:c000:201", 35)]
    [DataRow("::ffff:0:c000:201", 35)] // IPv4-translated, never given out
    [DataRow("::ff:c000:201", 35)]
    [DataRow("::ff00:c000:201", 35)]
    [DataRow("::1:c000:201", 35)]
    [DataRow("0:0:100::ffff:c000:201", 35)]
    [DataRow("0:0:0:0:1:ffff:c000:201", 35)]
    [DataRow("0:1::c000:201", 35)]
    [DataRow("64:ff9b:100::c000:201", 35)]
    [DataRow("64:ff9b:0:0:0:ffff:c000:201", 35)]
    [DataRow("65:ff9b::c000:201", 35)]
    [DataRow("::c000:201", 0)] // IPv4-compatible
    [DataRow("::7f00:1", 31)]
    [DataRow("::a00:1", 30)]
    [DataRow("::2", 35)] // 0.0.0.2
    [DataRow("::1:0", 35)] // 0.1.0.0
    [DataRow("::ffff:ffff", 33)]
    [DataRow("64:ff9b::c000:201", 0)] // NAT64
    [DataRow("64:ff9b::7f00:1", 31)]
    [DataRow("64:ff9b::c0a8:101", 30)]
    [DataRow("64:ff9b::", 34)]
    [DataRow("64:ff9b::ffff:ffff", 33)]
    [DataRow("2002:c000:201::1", 0)] // 6to4
    [DataRow("2002:7f00:1::1", 31)]
    [DataRow("2002:a00:1::1", 30)]
    [DataRow("2002:a9fe:a9fe::1", 32)]
    [DataRow("2002::", 34)]
    [DataRow("2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff", 33)]
    [DataRow("2001:0:c000:201:0:0:3fff:fdfe", 0)] // Teredo: server 192.0.2.1, client 192.0.2.1 upside down
    [DataRow("2001:0:7f00:1:0:0:3fff:fdfe", 31)] // server 127.0.0.1
    [DataRow("2001:0:c000:201:0:0:80ff:fffe", 31)] // client 127.0.0.1
    [DataRow("2001:0:c000:201:0:0:f5ff:fffe", 30)] // client 10.0.0.1
    [DataRow("2001:0:c000:201:0:0:c000:201", 0)] // client 63.255.253.254
    [DataRow("2001:0:a00:1:0:0:80ff:fffe", 30)] // both
    [DataRow("2001:0:c000:201:0:0:ffff:ffff", 34)] // client 0.0.0.0
    [DataRow("2001:0:c000:201::", 33)] // client 255.255.255.255
    public void IsGlobal_V4InsideV6_IsJudgedByTheInner(string address, int reason)
    {
        AssertJudged(reason, address);
    }

    [TestMethod]
    [Req("EGR-03")]
    public void IsGlobal_OtherLength_IsMalformed()
    {
        byte[] address = Ip.Bytes("2001:db8::1");

        for (int length = -1; length <= 17; length++)
        {
            if (length == 4 || length == 16)
            {
                continue;
            }

            Assert.IsFalse(AddressJudge.IsGlobal(address, 0, length, out Reason held), length.ToString());
            Assert.AreEqual((int)Reason.AddressMalformed, (int)held);
        }
    }

    // What stands around an address in a buffer must not matter.
    private static void AssertJudged(int reason, string text)
    {
        byte[] address = Ip.Bytes(text);

        for (int offset = 0; offset < 3; offset++)
        {
            byte[] buffer = new byte[address.Length + 4];

            for (int i = 0; i < buffer.Length; i++)
            {
                buffer[i] = (byte)(offset == 1 ? 0xFF : 0);
            }

            Array.Copy(address, 0, buffer, offset, address.Length);
            bool isGlobal = AddressJudge.IsGlobal(buffer, offset, address.Length, out Reason held);
            Assert.AreEqual(reason, (int)held, text);
            Assert.AreEqual(reason == 0, isGlobal, text);
        }
    }
}
