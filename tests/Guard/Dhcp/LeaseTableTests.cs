using ToyGuard.Guard.Dhcp;
using ToyGuard.Wire.Dhcp;

namespace ToyGuard.Guard.Dhcp.Tests;

/// <summary>
/// Goal: every toy finds an address, whoever else wants them all; none is given to two, and the one that has been free the longest goes first.
/// Method: 32 toys; floods of made-up stations and names; networks of every size.
/// </summary>
[TestClass]
public class LeaseTableTests
{
    [TestMethod]
    public void Join_ThirtyTwoToys_HaveThirtyTwoAddressesAndKeepThem()
    {
        DhcpRig rig = new DhcpRig(32);

        for (int round = 0; round < 3; round++)
        {
            for (int toy = 1; toy <= 32; toy++)
            {
                Assert.AreEqual(toy + 1, rig.Join(toy));
                Assert.AreEqual(toy, rig.ToyAt(toy + 1));
            }

            Assert.AreEqual(32, rig.Held());
            rig.Wait(DhcpResponder.ToySeconds + 1);
            Assert.AreEqual(0, rig.Held());
        }
    }

    [TestMethod]
    [Req("RES-01")]
    public void Join_AFloodOfMadeUpStations_LeavesRoomForEveryToy()
    {
        DhcpRig rig = new DhcpRig(32);

        for (int station = 33; station < 256; station++)
        {
            rig.Stations.Come(station, 0);
            int given = rig.Join(station);
            Assert.AreEqual(station < 33 + 32, given != 0, station.ToString());
        }

        for (int toy = 1; toy <= 32; toy++)
        {
            Assert.AreNotEqual(0, rig.Join(toy), toy.ToString());
        }

        // Their time is soon over, and who renews keeps what it has.
        rig.Wait(DhcpResponder.StrangerSeconds + 1);
        Assert.AreEqual(32, rig.Held());
        Assert.AreNotEqual(0, rig.Join(200));
    }

    [TestMethod]
    [Req("RES-01")]
    public void Join_OneStationUnderManyNames_HasOneAddress()
    {
        DhcpRig rig = new DhcpRig(1);

        for (int i = 0; i < 200; i++)
        {
            byte[] id = { 0, (byte)i, 7 };
            Assert.AreEqual((int)DhcpType.Offer, (int)rig.Send(DhcpBuilder.Of(1, 1).Option(61, id).OptionAddress(50, 2 + (i % 60)).End()));
            Assert.AreEqual(2, rig.Given);
        }

        Assert.AreEqual(1, rig.Held());
    }

    [TestMethod]
    public void Join_WhenNoPlaceIsNew_TakesTheOneThatHasBeenFreeTheLongest()
    {
        DhcpRig rig = new DhcpRig(0);

        // 64 strangers, half of them at a time; places 2 to 33, then 34 to 65.
        for (int station = 1; station <= 64; station++)
        {
            rig.Stations.Come(station, 0);

            if (station == 33)
            {
                rig.Wait(DhcpResponder.StrangerSeconds + 1);
            }

            rig.NowMs++;
            Assert.AreEqual(station + 1, rig.Join(station));
        }

        rig.Stations.Come(100, 5).Come(101, 6).Come(102, 7);
        Assert.AreEqual(2, rig.Join(100), "the first that was over");
        rig.Wait(DhcpResponder.StrangerSeconds + 1);

        // The second has been free the longest; its own station would have it back, so would the third's.
        Assert.AreEqual(4, rig.Join(3));
        Assert.AreEqual(3, rig.Join(101));
        Assert.AreEqual(5, rig.Join(102));
        Assert.AreEqual((int)DhcpType.Nak, (int)rig.Renew(1, 2), "whose it was");
        Assert.AreEqual((int)DhcpType.Nak, (int)rig.Renew(2, 3));
    }

    [TestMethod]
    public void Join_AWish_IsHeardWhereNobodyEverWas()
    {
        DhcpRig rig = new DhcpRig(3);
        Assert.AreEqual((int)DhcpType.Offer, (int)rig.Send(DhcpBuilder.Of(1, 1).OptionAddress(50, 40).End()));
        Assert.AreEqual(40, rig.Given);
        Assert.AreEqual((int)DhcpType.Offer, (int)rig.Send(DhcpBuilder.Of(1, 2).OptionAddress(50, 40).End()));
        Assert.AreEqual(2, rig.Given, "offered to another");
        rig.Send(DhcpBuilder.Of(1, 3).OptionAddress(50, DhcpRig.Hub).End());
        Assert.AreEqual(3, rig.Given, "ours");
    }

    [TestMethod]
    public void Offer_ThatNobodyTakes_IsFreeAfterAMinute()
    {
        DhcpRig rig = new DhcpRig(1);
        rig.Discover(1);
        rig.Wait(59);
        Assert.AreEqual(1, rig.Held());
        rig.Wait(1);
        Assert.AreEqual(0, rig.Held());

        // Looking again while one has a lease shortens nothing.
        rig.Join(1);
        rig.Discover(1);
        rig.Wait(61);
        Assert.AreEqual(1, rig.ToyAt(2));
    }

    [TestMethod]
    [DataRow("192.0.2.0/24", 64, 2, 65)]
    [DataRow("192.0.2.0/25", 64, 2, 65)]
    [DataRow("192.0.2.0/26", 61, 2, 62)]
    [DataRow("192.0.2.0/28", 13, 2, 14)]
    [DataRow("192.0.2.0/29", 5, 2, 6)]
    [DataRow("192.0.2.0/30", 1, 2, 2)]
    [DataRow("192.0.2.0/31", 0, 0, 0)]
    [DataRow("192.0.2.1/32", 0, 0, 0)]
    public void Count_OfANetwork_IsWhatItsAddressesAllow(string network, int count, int first, int last)
    {
        LeaseTable table = new DhcpRig(0, network).Table;
        Assert.AreEqual(count, table.Count);
        int places = 0;

        for (int address = 0; address < 256; address++)
        {
            int place = table.PlaceAt(0xC0000200u + (uint)address);
            Assert.AreEqual(count > 0 && address >= first && address <= last, place >= 0, address.ToString());

            if (place >= 0)
            {
                Assert.AreEqual(places, place);
                Assert.AreEqual(0xC0000200u + (uint)address, table.AddressOf(place));
                places++;
            }
        }

        Assert.AreEqual(count, places);
    }

    [TestMethod]
    public void Count_WithTheHubInTheMiddle_LeavesItOut()
    {
        LeaseTable table = new LeaseTable(new byte[] { 10, 1, 2, 9 }, Guard.Toys.Subnet.Parse("10.1.2.0/28")!);
        Assert.AreEqual(13, table.Count);
        Assert.AreEqual(-1, table.PlaceAt(0x0A010209));

        for (int place = 0; place < 13; place++)
        {
            Assert.AreEqual(0x0A010201u + (uint)(place < 8 ? place : place + 1), table.AddressOf(place));
            Assert.AreEqual(place, table.PlaceAt(table.AddressOf(place)));
        }

        Assert.AreEqual(-1, table.PlaceAt(0x0A01020F), "the address for all");
        Assert.AreEqual(-1, table.PlaceAt(0x0A010200));
        Assert.AreEqual(-1, table.PlaceAt(0));
        Assert.AreEqual(-1, table.PlaceAt(uint.MaxValue));
    }
}
