using System;
using System.Net;

using ToyGuard.Core.Policy;

namespace ToyGuard.Core.Tests.Policy.Desktop;

/// <summary>Goal: no hole between the ranges. Method: every /16 of IPv4 at its edges and inside, and IPv6 addresses near every range, against the ranges as .NET's networks.</summary>
[TestClass]
public class AddressSweepTests
{
    private static readonly IPNetwork[] HeldV4 = Networks(
        "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 224.0.0.0/4 240.0.0.0/4");

    private static readonly IPNetwork[] PassingV4 = Networks("192.0.0.9/32 192.0.0.10/32");

    private static readonly IPNetwork[] HeldV6 = Networks("2001::/23");

    private static readonly IPNetwork[] PassingV6 = Networks("2001:1::1/128 2001:1::2/128 2001:1::3/128 2001:3::/32 2001:4:112::/48 2001:20::/28 2001:30::/28");

    private static readonly IPNetwork[] InnerAtTheEnd = Networks("64:ff9b::/96 ::/96");

    private static readonly IPNetwork Unicast = IPNetwork.Parse("2000::/3");

    [TestMethod]
    [Req("EGR-03")]
    public void IsGlobal_EveryV4Sixteen_AgreesWithTheRanges()
    {
        byte[] address = new byte[4];
        byte[] thirds = { 0, 1, 2, 3, 63, 64, 98, 99, 100, 112, 113, 114, 127, 128, 255 };

        for (int network = 0; network < 1 << 16; network++)
        {
            foreach (byte third in thirds)
            {
                address[0] = (byte)(network >> 8);
                address[1] = (byte)network;
                address[2] = third;
                address[3] = (byte)(network * 73);
                AssertAgrees(IsGlobalV4(new IPAddress(address)), address, "");
            }
        }
    }

    [TestMethod]
    [Req("EGR-03")]
    public void IsGlobal_EveryAddressOfTheOddNetworks_AgreesWithTheRanges()
    {
        foreach (string first in new[] { "0.0.0.0", "192.0.0.0", "192.0.2.0", "192.88.99.0", "255.255.255.0" })
        {
            byte[] address = Ip.Bytes(first);

            for (int last = 0; last < 256; last++)
            {
                address[3] = (byte)last;
                AssertAgrees(IsGlobalV4(new IPAddress(address)), address, "");
            }
        }
    }

    [TestMethod]
    [Req("EGR-03")]
    [DataRow(3)]
    [DataRow(20261123)]
    public void IsGlobal_RandomV6NearTheRanges_AgreesWithTheRanges(int seed)
    {
        string[] near =
        {
            "::", "::1", "::ffff:0:0", "64:ff9b::", "64:ff9b:1::", "100::", "100:0:0:1::", "2000::", "2001::", "2001:1::1", "2001:2::", "2001:3::", "2001:4:112::",
            "2001:10::", "2001:20::", "2001:30::", "2001:200::", "2001:db8::", "2002::", "2620:4f:8000::", "3fff::", "5f00::", "fc00::", "fe80::", "fec0::", "ff00::",
        };
        Dice dice = new Dice(seed);
        byte[] address = new byte[16];

        for (int round = 0; round < 100000; round++)
        {
            Array.Copy(Ip.Bytes(near[dice.Roll(near.Length)]), address, 16);

            for (int flips = dice.Roll(4); flips > 0; flips--)
            {
                int bit = dice.Roll(128);
                address[bit / 8] ^= (byte)(1 << (bit % 8));
            }

            if (dice.Roll(2) == 0)
            {
                int at = dice.Roll(16);
                address[at] = (byte)dice.Roll(256);
            }

            AssertAgrees(IsGlobalV6(address), address, "seed " + seed);
        }
    }

    // No message is made unless it is needed: that would take longer than the judging.
    private static void AssertAgrees(bool expected, byte[] address, string about)
    {
        if (AddressJudge.IsGlobal(address, 0, address.Length, out _) != expected)
        {
            Assert.Fail($"{new IPAddress(address)} should {(expected ? "pass" : "be held")}. {about}");
        }
    }

    private static bool IsGlobalV4(IPAddress address)
    {
        return IsIn(PassingV4, address) || !IsIn(HeldV4, address);
    }

    private static bool IsGlobalV6(byte[] bytes)
    {
        IPAddress address = new IPAddress(bytes);

        if (address.IsIPv4MappedToIPv6)
        {
            return IsGlobalV4(address.MapToIPv4());
        }

        if (address.IsIPv6Teredo)
        {
            return IsGlobalV4(Inner(bytes, 4, 0)) && IsGlobalV4(Inner(bytes, 12, 0xFF));
        }

        if (bytes[0] == 0x20 && bytes[1] == 0x02)
        {
            return IsGlobalV4(Inner(bytes, 2, 0));
        }

        if (IsIn(InnerAtTheEnd, address))
        {
            return !IPAddress.IsLoopback(address) && IsGlobalV4(Inner(bytes, 12, 0));
        }

        return Unicast.Contains(address) && (IsIn(PassingV6, address) || !IsIn(HeldV6, address));
    }

    private static IPAddress Inner(byte[] bytes, int at, byte mask)
    {
        return new IPAddress(new[] { (byte)(bytes[at] ^ mask), (byte)(bytes[at + 1] ^ mask), (byte)(bytes[at + 2] ^ mask), (byte)(bytes[at + 3] ^ mask) });
    }

    private static bool IsIn(IPNetwork[] networks, IPAddress address)
    {
        return Array.Exists(networks, network => network.Contains(address));
    }

    private static IPNetwork[] Networks(string texts)
    {
        return Array.ConvertAll(texts.Split(' '), IPNetwork.Parse);
    }
}
