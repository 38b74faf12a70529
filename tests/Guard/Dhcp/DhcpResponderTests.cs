using ToyGuard.Guard.Dhcp;
using ToyGuard.Wire.Dhcp;

namespace ToyGuard.Guard.Dhcp.Tests;

/// <summary>
/// Goal: each state of a client (RFC 2131, 4.3 and 4.4) gets the answer that the standard says, where the standard says, and nothing else does.
/// Method: whole conversations, each yes beside its nearest no.
/// </summary>
[TestClass]
public class DhcpResponderTests
{
    [TestMethod]
    public void Take_ANewToy_IsOfferedAndGivenAnAddress()
    {
        DhcpRig rig = new DhcpRig(1);

        Assert.AreEqual(2, rig.Discover(1));
        Assert.AreEqual(255, rig.Target);
        Assert.AreEqual(0, rig.ToyAt(2), "an offer is no lease");
        Assert.AreEqual((int)DhcpType.Ack, (int)rig.Select(1, 2));
        Assert.AreEqual(2, rig.Given);
        Assert.AreEqual(255, rig.Target);
        Assert.AreEqual(0x12345678u, rig.Answer.Transaction);
        Assert.AreEqual(1, rig.ToyAt(2));
    }

    [TestMethod]
    [Req("EGR-11")]
    public void Take_Options_LeadToTheHubAndNowhereElse()
    {
        DhcpRig rig = new DhcpRig(1);
        byte[] wishes = { 1, 3, 6, 15, 33, 42, 114, 121, 249, 252 };
        rig.Send(DhcpBuilder.Of(1, 1).Option(61, 1, 2, 0, 0x5E, 0, 0x53, 1).Option(55, wishes).End());

        // Twelve hours, half and seven eighths of it; mask before router; no name, no routes, no page to open.
        Assert.AreEqual(
            "350102" + "3604c0000201" + "33040000a8c0" + "3a0400005460" + "3b04000093a8" + "0104ffffff00" + "0304c0000201" + "0604c0000201" + "2a04c0000201"
            + "3d070102005e005301" + "ff",
            Hex.Text(Bytes.Part(rig.AnswerBytes, 240, 3 + (8 * 6) + 9 + 1)));
        Assert.AreEqual(0, rig.AnswerBytes[20] + rig.AnswerBytes[24] + rig.AnswerBytes[44] + rig.AnswerBytes[108], "no next server, no relay, no file");
    }

    [TestMethod]
    public void Take_ALongClientIdentifier_ComesBackWhole()
    {
        for (int count = 2; count <= 255; count++)
        {
            DhcpRig rig = new DhcpRig(1);
            Assert.AreEqual((int)DhcpType.Offer, (int)rig.Send(DhcpBuilder.Of(1, 1).Option(61, new byte[count]).End()), count.ToString());
            Assert.AreEqual(count, rig.Answer.ClientIdLength);
        }
    }

    [TestMethod]
    public void Take_Renewing_IsAnsweredAtItsAddress()
    {
        DhcpRig rig = new DhcpRig(2);
        Assert.AreEqual(2, rig.Join(1));
        Assert.AreEqual(3, rig.Join(2));
        rig.Wait(DhcpResponder.ToySeconds / 2);

        Assert.AreEqual((int)DhcpType.Ack, (int)rig.Renew(1, 2));
        Assert.AreEqual(2, rig.Target);
        Assert.AreEqual(2, rig.Given);
        Assert.AreEqual(0xC0000202u, rig.Answer.ClientAddress);

        // Who renewed keeps it past the first end, who did not loses it.
        rig.Wait((DhcpResponder.ToySeconds / 2) + 1);
        Assert.AreEqual(1, rig.ToyAt(2));
        Assert.AreEqual(0, rig.ToyAt(3));
    }

    [TestMethod]
    public void Take_RenewingWhatIsNotItsOwn_IsRefusedToAll()
    {
        DhcpRig rig = new DhcpRig(3);
        rig.Join(1);
        rig.Join(2);

        Assert.AreEqual((int)DhcpType.Nak, (int)rig.Renew(1, 3), "another's");
        Assert.AreEqual(255, rig.Target);
        Assert.AreEqual(0u, rig.Answer.YourAddress | rig.Answer.ClientAddress | rig.Answer.LeaseSeconds);
        Assert.AreEqual((int)DhcpType.Nak, (int)rig.Renew(3, 4), "nobody's, of somebody who has none");
        Assert.AreEqual((int)DhcpType.Nak, (int)rig.Send(DhcpBuilder.Of(3, 1).Set(12, 10, 0, 0, 9).End()), "of another network");
        Assert.AreEqual((int)DhcpType.Nak, (int)rig.Renew(1, DhcpRig.Hub), "ours");
        Assert.AreEqual((int)DhcpType.Ack, (int)rig.Renew(1, 2), "its own");
    }

    [TestMethod]
    public void Take_AfterARestartOfTheClient_ItsAddressIsItsOwn()
    {
        DhcpRig rig = new DhcpRig(3);
        rig.Join(1);
        rig.Join(2);

        Assert.AreEqual((int)DhcpType.Ack, (int)rig.Reboot(1, 2));
        Assert.AreEqual(255, rig.Target);
        Assert.AreEqual((int)DhcpType.Nak, (int)rig.Reboot(1, 3), "another's");
        Assert.AreEqual((int)DhcpType.Nak, (int)rig.Reboot(1, 9), "nobody's, and it has one");
        Assert.AreEqual((int)DhcpType.Nak, (int)rig.Send(DhcpBuilder.Of(3, 3).Option(50, 10, 0, 0, 9).End()), "of another network");
        Assert.AreEqual((int)DhcpType.None, (int)rig.Reboot(3, 9), "RFC 2131, 4.3.2: of whom nothing is known, silence");
        Assert.AreEqual((int)DhcpType.None, (int)rig.Reboot(3, 2));
        Assert.AreEqual(2, rig.Held(), "and no lease");
    }

    [TestMethod]
    public void Take_AnotherServersOffer_FreesOurs()
    {
        DhcpRig rig = new DhcpRig(2);
        Assert.AreEqual(2, rig.Discover(1));
        Assert.AreEqual((int)DhcpType.None, (int)rig.Send(DhcpBuilder.Of(3, 1).OptionAddress(54, 200).OptionAddress(50, 77).End()));
        Assert.AreEqual(0, rig.Held());

        // What is leased stays: anybody could say that.
        rig.Join(1);
        rig.Send(DhcpBuilder.Of(3, 1).OptionAddress(54, 200).OptionAddress(50, 77).End());
        Assert.AreEqual(1, rig.Held());
    }

    [TestMethod]
    public void Take_Selecting_OnlyWhatWasOffered()
    {
        DhcpRig rig = new DhcpRig(2);
        Assert.AreEqual(2, rig.Discover(1));

        Assert.AreEqual((int)DhcpType.Nak, (int)rig.Select(1, 3), "something else");
        Assert.AreEqual((int)DhcpType.Nak, (int)rig.Select(2, 2), "what another was offered");
        Assert.AreEqual((int)DhcpType.None, (int)rig.Send(DhcpBuilder.Of(3, 1).OptionAddress(54, DhcpRig.Hub).End()), "nothing");
        Assert.AreEqual((int)DhcpType.None, (int)rig.Send(DhcpBuilder.Of(3, 1).OptionAddress(54, DhcpRig.Hub).OptionAddress(50, 2).Address(12, 2).End()), "with an address of its own");
        Assert.AreEqual((int)DhcpType.None, (int)rig.Send(DhcpBuilder.Of(3, 1).End()), "no state of any client");
        Assert.AreEqual((int)DhcpType.None, (int)rig.Send(DhcpBuilder.Of(3, 1).OptionAddress(50, 2).Address(12, 2).End()), "two states at once");
        Assert.AreEqual(0, rig.ToyAt(2) + rig.ToyAt(3));
        Assert.AreEqual((int)DhcpType.Ack, (int)rig.Select(1, 2));
    }

    [TestMethod]
    public void Take_Decline_GivesAnotherAddressForTenMinutes()
    {
        DhcpRig rig = new DhcpRig(2);
        rig.Join(1);
        rig.Decline(2, 2);
        Assert.AreEqual(1, rig.ToyAt(2), "another's is not its own to decline");
        rig.Send(DhcpBuilder.Of(4, 1).OptionAddress(50, 2).OptionAddress(54, 9).End());
        Assert.AreEqual(1, rig.ToyAt(2), "another server is meant");
        rig.Decline(1, 2);

        Assert.AreEqual(0, rig.ToyAt(2));
        Assert.AreEqual((int)DhcpType.Nak, (int)rig.Renew(1, 2));
        Assert.AreEqual(3, rig.Join(1));

        for (int i = 0; i < 61; i++)
        {
            rig.Table.Lease(2 + i, new byte[] { 4, 0, 0, 0, 0, (byte)i }, false, rig.NowMs + 900000);
        }

        // All places but the declined one are taken.
        Assert.AreEqual(65, rig.Discover(2));
        rig.Decline(2, 65);
        Assert.AreEqual(0, rig.Discover(2));
        rig.Wait(599);
        Assert.AreEqual(0, rig.Discover(2));
        rig.Wait(1);
        Assert.AreEqual(2, rig.Discover(2), "the one that has been free the longest");
    }

    [TestMethod]
    [Req("RES-01")]
    public void Take_WhoDeclinesEverything_LeavesAddressesForTheRest()
    {
        DhcpRig rig = new DhcpRig(2);

        for (int i = 0; i < 300; i++)
        {
            int given = rig.Join(1);
            Assert.AreNotEqual(0, given, i.ToString());
            rig.Decline(1, given);
        }

        Assert.IsTrue(rig.Held() <= LeaseTable.DeclinedMax);
        Assert.AreNotEqual(0, rig.Join(2));
    }

    [TestMethod]
    public void Take_Release_CountsFromTheAddressItself()
    {
        DhcpRig rig = new DhcpRig(2);
        rig.Join(1);
        rig.Release(1, 2, 0);
        rig.Release(1, 2, 3);
        rig.Release(2, 2, 2);
        rig.Send(DhcpBuilder.Of(7, 1).Address(12, 2).OptionAddress(54, 9).End(), 2);
        Assert.AreEqual(1, rig.ToyAt(2), "not from there, not its own, another server's");

        rig.Release(1, 2, 2);
        Assert.AreEqual(0, rig.ToyAt(2));
        Assert.AreEqual(3, rig.Join(2), "who had it keeps the place while there are others");
        Assert.AreEqual(2, rig.Join(1));
    }

    [TestMethod]
    public void Take_Inform_IsAnsweredWithoutALease()
    {
        DhcpRig rig = new DhcpRig(1);

        Assert.AreEqual((int)DhcpType.Ack, (int)rig.Send(DhcpBuilder.Of(8, 1).Address(12, 99).End(), 99));
        Assert.AreEqual(99, rig.Target);
        Assert.AreEqual(0u, rig.Answer.YourAddress | rig.Answer.LeaseSeconds);
        Assert.AreEqual(0xC0000263u, rig.Answer.ClientAddress);
        Assert.AreEqual(0, rig.Held() + rig.ToyAt(99), "an address that is not ours is nobody's");
        Assert.AreEqual((int)DhcpType.None, (int)rig.Send(DhcpBuilder.Of(8, 1).End()), "without an address");
        Assert.AreEqual((int)DhcpType.None, (int)rig.Send(DhcpBuilder.Of(8, 1).Set(12, 8, 8, 8, 8).End()), "to another network");
        Assert.AreEqual((int)DhcpType.None, (int)rig.Send(DhcpBuilder.Of(8, 1).Address(12, DhcpRig.Hub).End()), "to ourselves");
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(3)]
    [DataRow(4)]
    [DataRow(7)]
    [DataRow(8)]
    [Req("EGR-11")]
    public void Take_ByARelayOrOfNobodyHere_ChangesNothing(int type)
    {
        DhcpRig rig = new DhcpRig(1);
        rig.Join(1);
        int writes = rig.Flash.Writes;

        for (int station = 1; station <= 2; station++)
        {
            DhcpBuilder builder = DhcpBuilder.Of(type, station).OptionAddress(50, 2);
            builder = type == 3 ? builder : builder.OptionAddress(54, DhcpRig.Hub).Address(12, 2);
            byte[] bytes = builder.End();
            byte[] relayed = Bytes.Part(bytes, 0, bytes.Length);
            relayed[24] = 192;
            byte[] hopped = Bytes.Part(bytes, 0, bytes.Length);
            hopped[3] = 1;
            byte[] reply = Bytes.Part(bytes, 0, bytes.Length);
            reply[0] = 2;

            Assert.AreEqual(0, (int)rig.Send(relayed, 2));
            Assert.AreEqual(0, (int)rig.Send(hopped, 2));
            Assert.AreEqual(0, (int)rig.Send(reply, 2));

            if (station == 2)
            {
                Assert.AreEqual(0, (int)rig.Send(bytes, 2), "not on the radio's list");
            }
        }

        Assert.AreEqual(1, rig.Held());
        Assert.AreEqual(1, rig.ToyAt(2));
        Assert.AreEqual(writes, rig.Flash.Writes);
    }

    [TestMethod]
    [DataRow(2)]
    [DataRow(5)]
    [DataRow(6)]
    public void Take_WhatAServerSays_IsNotAnswered(int type)
    {
        DhcpRig rig = new DhcpRig(1);
        Assert.AreEqual(0, (int)rig.Send(DhcpBuilder.Of(type, 1).Set(0, 2).OptionAddress(50, 2).End()));
        Assert.AreEqual(0, rig.Held());
    }

    [TestMethod]
    [Req("EGR-11")]
    public void Keep_AnAddress_IsAToysWhileItHasIt()
    {
        DhcpRig rig = new DhcpRig(1);
        rig.Stations.Come(9, 0);
        Assert.AreEqual(2, rig.Join(1));
        Assert.AreEqual(3, rig.Join(9));
        Assert.AreEqual(0, rig.ToyAt(3), "a stranger");
        rig.Stations.Come(9, 7);
        rig.Wait(1);
        Assert.AreEqual(7, rig.ToyAt(3), "was introduced");
        rig.Stations.Go(1);
        rig.Wait(1);
        Assert.AreEqual(0, rig.ToyAt(2), "went");
        rig.Stations.Come(1, 1);
        rig.Wait(1);
        Assert.AreEqual(1, rig.ToyAt(2), "came back");
        rig.Wait(DhcpResponder.StrangerSeconds - 3);
        Assert.AreEqual(0, rig.ToyAt(3), "its time as a stranger is over");
        rig.Wait(DhcpResponder.ToySeconds);
        Assert.AreEqual(0, rig.ToyAt(2), "so is a toy's");
    }

    [TestMethod]
    public void Take_EveryPrefixAndEveryBit_GivesAStationOnePlace()
    {
        for (int type = 1; type <= 8; type++)
        {
            DhcpRig rig = new DhcpRig(1);
            rig.Join(1);
            byte[] bytes = DhcpBuilder.Of(type, 1).Option(61, 1, 2, 3).OptionAddress(50, 2).OptionAddress(54, DhcpRig.Hub).End();

            for (int count = 0; count < bytes.Length; count++)
            {
                Assert.AreEqual(0, (int)rig.Send(Bytes.Part(bytes, 0, count), 2), "type " + type.ToString() + ", " + count.ToString() + " bytes");
            }

            Assert.AreEqual(1, rig.ToyAt(2));

            for (int bit = 0; bit < bytes.Length * 8; bit++)
            {
                bytes[bit / 8] ^= (byte)(1 << (bit % 8));
                rig.Send(bytes, 2);
                bytes[bit / 8] ^= (byte)(1 << (bit % 8));
                Assert.IsTrue(rig.Held() <= 1 + LeaseTable.DeclinedMax, "type " + type.ToString() + ", bit " + bit.ToString());
            }
        }
    }
}
