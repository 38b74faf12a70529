using ToyGuard.Core.Storage;
using ToyGuard.Guard.Dhcp;
using ToyGuard.Guard.Toys;
using ToyGuard.Wire.Dhcp;

namespace ToyGuard.Guard.Dhcp.Tests;

/// <summary>
/// Goal: a restart gives nobody an address that another still uses, and what flash returns is believed only whole.
/// Method: restarts; a power cut at every step of a save; every wrong record; how often is saved.
/// </summary>
[TestClass]
public class LeaseBookTests
{
    [TestMethod]
    [Req("RES-02")]
    public void Open_AfterARestart_EverybodyHasWhatHeHad()
    {
        DhcpRig rig = new DhcpRig(3);
        rig.Join(1);
        rig.Wait(61);
        rig.Join(2);
        rig.Wait(61);
        rig.Restart();

        Assert.IsTrue(rig.WasOpened);
        Assert.AreEqual(2, rig.Held());
        Assert.AreEqual(0, rig.ToyAt(2), "known again at the first turn");
        rig.Wait(1);
        Assert.AreEqual(1, rig.ToyAt(2));
        Assert.AreEqual(2, rig.ToyAt(3));
        Assert.AreEqual((int)DhcpType.Ack, (int)rig.Renew(1, 2));
        Assert.AreEqual((int)DhcpType.Ack, (int)rig.Reboot(2, 3));
        Assert.AreEqual(4, rig.Join(3), "nobody's");
    }

    [TestMethod]
    public void Open_AfterARestart_LeasesLastTheirWholeTimeAndEndInOrder()
    {
        DhcpRig rig = new DhcpRig(0);
        rig.Stations.Come(1, 0).Come(2, 0).Come(3, 3);
        rig.Join(2);
        rig.Wait(61);
        rig.Join(1);
        rig.Join(3);
        rig.Wait(500);
        rig.Restart();

        rig.Wait(DhcpResponder.StrangerSeconds - 1);
        Assert.AreEqual(3, rig.Held());
        rig.Wait(2);
        Assert.AreEqual(1, rig.Held(), "the toy's lasts longer");
        Assert.IsTrue(rig.Table.UntilMsOf(0) < rig.Table.UntilMsOf(1));
    }

    [TestMethod]
    public void Keep_IsForNewLeasesAndAtMostOnceAMinute()
    {
        DhcpRig rig = new DhcpRig(32);
        rig.Join(1);
        Assert.AreEqual(2, rig.Flash.Writes, "two copies, before the answer");
        rig.Renew(1, 2);
        rig.Reboot(1, 2);
        rig.Discover(1);
        rig.Wait(100);
        Assert.AreEqual(2, rig.Flash.Writes, "nothing new");

        for (int toy = 2; toy <= 32; toy++)
        {
            rig.Join(toy);
        }

        Assert.AreEqual(4, rig.Flash.Writes, "the first at once");
        rig.Wait(59);
        Assert.AreEqual(4, rig.Flash.Writes);
        rig.Wait(1);
        Assert.AreEqual(6, rig.Flash.Writes, "the rest together");
        rig.Restart();
        Assert.AreEqual(32, rig.Held());
    }

    [TestMethod]
    public void Keep_WhatCannotBeSaved_IsTriedAgainAndTheToyHasItsAddress()
    {
        DhcpRig rig = new DhcpRig(1);
        rig.Flash.Break(FlashLayout.LeasesA, FlashFault.Stuck);
        rig.Flash.Break(FlashLayout.LeasesB, FlashFault.Stuck);
        Assert.AreEqual(2, rig.Join(1));
        Assert.IsTrue(rig.Table.IsChanged);
        int writes = rig.Flash.Writes;
        rig.Wait(59);
        Assert.AreEqual(writes, rig.Flash.Writes);
        rig.Wait(2);
        Assert.IsTrue(rig.Flash.Writes > writes);
    }

    [TestMethod]
    [Req("RES-02")]
    public void Keep_CutAtAnyStep_LeavesTheLeasesBeforeOrAfter()
    {
        bool isCut = true;

        for (int step = 0; isCut; step++)
        {
            DhcpRig rig = new DhcpRig(2);
            rig.Join(1);
            rig.Wait(61);
            rig.Flash.CutAfter(step);
            rig.Join(2);
            isCut = rig.Flash.IsOff;
            rig.Flash.PowerOn();
            rig.Restart();

            Assert.IsTrue(rig.WasOpened, "step " + step.ToString());
            Assert.AreEqual((int)DhcpType.Ack, (int)rig.Renew(1, 2), "step " + step.ToString());
            Assert.IsTrue(isCut || rig.Held() == 2, "step " + step.ToString());
            Assert.IsTrue(step < 500, "no save is that long");
        }
    }

    [TestMethod]
    [DataRow("01 010200c0 18 00", true)]
    [DataRow("01 010200c0 18 01 00 00 02005e005301", true)]
    [DataRow("01 010200c0 18 02 3f 01 02005e005301 00 00 02005e005302", true)]
    [DataRow("", false)]
    [DataRow("01 010200c0 18", false)]
    [DataRow("00 010200c0 18 00", false)]
    [DataRow("02 010200c0 18 00", false)]
    [DataRow("01 020200c0 18 00", false)]
    [DataRow("01 010200c0 19 00", false)]
    [DataRow("01 010200c0 18 01", false)]
    [DataRow("01 010200c0 18 01 00 00 02005e0053", false)]
    [DataRow("01 010200c0 18 00 00 00 02005e005301", false)]
    [DataRow("01 010200c0 18 01 00 00 02005e005301 00", false)]
    [DataRow("01 010200c0 18 01 40 00 02005e005301", false)]
    [DataRow("01 010200c0 18 01 00 02 02005e005301", false)]
    [DataRow("01 010200c0 18 01 00 00 03005e005301", false)]
    [DataRow("01 010200c0 18 01 00 00 000000000000", false)]
    [DataRow("01 010200c0 18 02 00 00 02005e005301 00 00 02005e005302", false)]
    [DataRow("01 010200c0 18 02 00 00 02005e005301 01 00 02005e005301", false)]
    public void Open_ARecord_IsReadInOneWayOrNotAtAll(string hex, bool isRight)
    {
        FlashModel flash = new FlashModel();
        byte[] payload = Hex.Bytes(hex);
        TwoSlotStore store = new TwoSlotStore(flash, FlashLayout.LeasesA, FlashLayout.LeasesB);
        store.Open();
        Assert.IsTrue(store.Save(payload));
        LeaseTable table = new LeaseTable(new byte[] { 192, 0, 2, 1 }, Subnet.Parse("192.0.2.0/24")!);

        Assert.AreEqual(isRight, new LeaseBook(flash, table).Open(0));
        int held = 0;

        for (int place = 0; place < table.Count; place++)
        {
            held += table.IsHeld(place, 0) ? 1 : 0;
        }

        Assert.AreEqual(isRight ? (int)payload[6] : 0, held);
        Assert.IsFalse(table.IsChanged);
    }

    [TestMethod]
    public void Keep_WritesTheDocumentedBytes()
    {
        DhcpRig rig = new DhcpRig(1);
        rig.Stations.Come(2, 0);
        rig.Join(1);
        rig.Wait(61);
        rig.Join(2);
        TwoSlotStore store = new TwoSlotStore(rig.Flash, FlashLayout.LeasesA, FlashLayout.LeasesB);
        store.Open();

        // The stranger's ends first.
        Assert.AreEqual("01010200c01802" + "010102005e005302" + "000002005e005301", Hex.Text(store.Payload!));
    }
}
