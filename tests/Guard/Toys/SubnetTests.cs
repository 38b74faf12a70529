using ToyGuard.Guard.Toys;

namespace ToyGuard.Guard.Tests.Toys;

/// <summary>
/// Goal: who is on the toy side is never a matter of how a range was spelled.
/// Method: every good spelling beside its nearest bad ones, then the addresses on both sides of each edge.
/// </summary>
[TestClass]
public class SubnetTests
{
    [TestMethod]
    [DataRow("127.0.0.0/24", 24)]
    [DataRow("192.0.2.0/24", 24)]
    [DataRow("0.0.0.0/0", 0)]
    [DataRow("128.0.0.0/1", 1)]
    [DataRow("10.0.0.0/8", 8)]
    [DataRow("172.16.0.0/12", 12)]
    [DataRow("198.51.100.128/25", 25)]
    [DataRow("198.51.100.4/30", 30)]
    [DataRow("198.51.100.5/32", 32)]
    [DataRow("255.255.255.255/32", 32)]
    public void Parse_Range_IsRead(string cidr, int length)
    {
        Subnet? subnet = Subnet.Parse(cidr);
        Assert.IsNotNull(subnet);
        Assert.AreEqual(length, subnet!.PrefixLength);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("/")]
    [DataRow("/24")]
    [DataRow("127.0.0.0")]
    [DataRow("127.0.0.0/")]
    [DataRow("127.0.0.0/33")]
    [DataRow("127.0.0.0/-1")]
    [DataRow("127.0.0.0/+8")]
    [DataRow("127.0.0.0/08")]
    [DataRow("127.0.0.0/8 ")]
    [DataRow(" 127.0.0.0/8")]
    [DataRow("127.0.0.0 /8")]
    [DataRow("127.0.0.0/ 8")]
    [DataRow("127.0.0.0/8/8")]
    [DataRow("127.0.0.0/0x8")]
    [DataRow("127.0.0.0/255.0.0.0")]
    [DataRow("127.0.0.0/1000")]
    [DataRow("127.0.0.0/24\n")]
    [DataRow("127.0.0/24")] // three parts
    [DataRow("127.0.0.0.0/24")]
    [DataRow("127..0.0/24")]
    [DataRow(".127.0.0/24")]
    [DataRow("127.0.0./24")]
    [DataRow("127.0.0.256/32")]
    [DataRow("127.0.0.1000/32")]
    [DataRow("127.0.0.00/24")]
    [DataRow("010.0.0.0/8")] // eight to some readers, ten to others
    [DataRow("0x7f.0.0.0/8")]
    [DataRow("2130706432/8")]
    [DataRow("127.1/32")]
    [DataRow("127.0.0.-1/32")]
    [DataRow("a.b.c.d/8")]
    [DataRow("\uff11.0.0.0/8")] // a full-width digit
    [DataRow("::ffff:192.0.2.0/120")]
    [DataRow("fe80::/10")]
    [DataRow("192.0.2.1/24")] // bits behind the prefix
    [DataRow("192.0.2.0/22")]
    [DataRow("198.51.100.64/25")]
    [DataRow("128.0.0.0/0")]
    [DataRow("0.0.0.1/31")]
    public void Parse_AnythingElse_IsRefused(string cidr)
    {
        Assert.IsNull(Subnet.Parse(cidr));
    }

    [TestMethod]
    [DataRow("192.0.2.0/24", "c0000200", true)]
    [DataRow("192.0.2.0/24", "c00002ff", true)]
    [DataRow("192.0.2.0/24", "c00001ff", false)]
    [DataRow("192.0.2.0/24", "c0000300", false)]
    [DataRow("198.51.100.128/25", "c633647f", false)]
    [DataRow("198.51.100.128/25", "c6336480", true)]
    [DataRow("198.51.100.4/30", "c6336403", false)]
    [DataRow("198.51.100.4/30", "c6336404", true)]
    [DataRow("198.51.100.4/30", "c6336407", true)]
    [DataRow("198.51.100.4/30", "c6336408", false)]
    [DataRow("198.51.100.5/32", "c6336405", true)]
    [DataRow("198.51.100.5/32", "c6336404", false)]
    [DataRow("10.0.0.0/8", "0affffff", true)]
    [DataRow("10.0.0.0/8", "0b000000", false)]
    [DataRow("128.0.0.0/1", "7fffffff", false)]
    [DataRow("128.0.0.0/1", "ffffffff", true)]
    [DataRow("0.0.0.0/0", "00000000", true)]
    [DataRow("0.0.0.0/0", "ffffffff", true)]
    [DataRow("192.0.2.0/24", "00000000000000000000ffffc0000201", true)] // IPv4-mapped
    [DataRow("192.0.2.0/24", "00000000000000000000ffffc0000301", false)]
    [DataRow("192.0.2.0/24", "00000000000000000000fffec0000201", false)] // all but mapped
    [DataRow("192.0.2.0/24", "00000000000000000001ffffc0000201", false)]
    [DataRow("192.0.2.0/24", "00000000000000000000000000c0000201", false)]
    [DataRow("0.0.0.0/0", "000000000000000000000000c0000201", false)] // IPv4-compatible, long gone
    [DataRow("0.0.0.0/0", "20010db8000000000000000000000001", false)]
    [DataRow("0.0.0.0/0", "64ff9b00000000000000ffffc0000201", false)]
    [DataRow("0.0.0.0/0", "", false)]
    [DataRow("0.0.0.0/0", "c00002", false)]
    [DataRow("0.0.0.0/0", "c000020100", false)]
    public void Contains_AtTheEdges(string cidr, string address, bool isInside)
    {
        Assert.AreEqual(isInside, Subnet.Parse(cidr)!.Contains(Hex.Bytes(address)));
    }

    [TestMethod]
    [DataRow("c0a8b217", "ffffff00", 24, "c0a8b201", "c0a8b301")]
    [DataRow("0a141e28", "fff00000", 12, "0a1fffff", "0a200001")]
    [DataRow("ac100509", "ffffffff", 32, "ac100509", "ac100508")]
    [DataRow("ac100509", "fffffffe", 31, "ac100508", "ac10050a")]
    public void Of_AnInterfacesAddressAndMask_IsItsNetwork(string address, string mask, int bits, string inside, string outside)
    {
        Subnet subnet = Subnet.Of(Hex.Bytes(address), Hex.Bytes(mask))!;

        Assert.AreEqual(bits, subnet.PrefixLength);
        Assert.IsTrue(subnet.Contains(Hex.Bytes(inside)));
        Assert.IsFalse(subnet.Contains(Hex.Bytes(outside)));
    }

    [TestMethod]
    [DataRow("00000000", "00000000")] // no address yet: not the whole Internet
    [DataRow("c0a8b217", "ff00ff00")]
    [DataRow("c0a8b217", "00ffffff")]
    [DataRow("c0a8b217", "ffffff")]
    [DataRow("c0a8b2", "ffffff00")]
    public void Of_AnythingElse_IsRefused(string address, string mask)
    {
        Assert.IsNull(Subnet.Of(Hex.Bytes(address), Hex.Bytes(mask)));
    }

    [TestMethod]
    public void Contains_EveryLength_CutsWhereItSays()
    {
        // Goal: each prefix length holds exactly the addresses that share that many bits. Method: one bit flipped at every place.
        for (int length = 0; length <= 32; length++)
        {
            byte[] network = Hex.Bytes("a5c35a3c");

            for (int bit = length; bit < 32; bit++)
            {
                network[bit / 8] &= (byte)~(0x80 >> (bit % 8));
            }

            Subnet subnet = Subnet.Parse(network[0].ToString() + "." + network[1].ToString() + "." + network[2].ToString() + "." + network[3].ToString() + "/" + length.ToString())!;

            for (int bit = 0; bit < 32; bit++)
            {
                network[bit / 8] ^= (byte)(0x80 >> (bit % 8));
                Assert.AreEqual(bit >= length, subnet.Contains(network), length.ToString() + ", bit " + bit.ToString());
                network[bit / 8] ^= (byte)(0x80 >> (bit % 8));
            }
        }
    }
}
