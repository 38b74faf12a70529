using ToyGuard.Guard.Mdns;

namespace ToyGuard.Guard.Tests.Mdns;

/// <summary>
/// Goal: the lasting name is found, kept and defended, and nobody makes the device shout.
/// Method: time is an argument, so a test lives through minutes in no time; every packet in and out is put together by hand.
/// </summary>
[TestClass]
public class MdnsResponderTests
{
    private const int A = 1;
    private const int Ptr = 12;
    private const int Aaaa = 28;
    private const int Https = 65;
    private const int Any = 255;

    // RFC 6762, 8.1 and 8.3: three probes a quarter of a second apart, then two announcements a second apart, then silence.
    [TestMethod]
    public void Turn_FromTheBeginning_ProbesAndAnnounces()
    {
        MdnsLink link = new();
        string sent = "";

        for (long now = 0; now < 10_000; now += 10)
        {
            sent += link.Turn(now) + (link.Turn(now).Length > 0 ? " twice!" : "");
        }

        Assert.AreEqual("[200 probe][450 probe][700 probe][950 answer][1950 answer]", sent);
        Assert.IsTrue(link.Responder.DueMs == long.MaxValue);
    }

    [TestMethod]
    public void Take_BeforeTheNameIsOurs_SaysNothing()
    {
        MdnsLink link = new();

        for (long now = 0; now < 940; now += 10)
        {
            link.Turn(now);
            Assert.AreEqual("", link.Ask(A, false, now));
            Assert.AreEqual("", link.Ask(A, true, now));
            Assert.AreEqual("", link.AskFrom(MdnsLink.Phone, 40000, A, false, now));
        }

        Assert.AreEqual("[950 answer]", link.Turn(950));
    }

    [TestMethod]
    [DataRow(A, "answer")]
    [DataRow(Any, "answer")]
    [DataRow(Aaaa, "alone")]
    [DataRow(Https, "alone")]
    [DataRow(Ptr, "alone")]
    public void Take_QuestionForOurName_IsAnsweredToAll(int type, string answer)
    {
        MdnsLink link = MdnsLink.Settled();

        Assert.AreEqual("", link.Ask(type, false, 60_000));
        Assert.AreEqual("[60000 " + answer + "]", link.Turn(60_000));
        Assert.AreEqual("", link.Turn(120_000));
    }

    [TestMethod]
    [DataRow("toyguard-k7m2p9qy.local")]
    [DataRow("toyguard-k7m2p9qx")]
    [DataRow("toyguard-k7m2p9qx.local.local")]
    [DataRow("x.toyguard-k7m2p9qx.local")]
    [DataRow("local")]
    [DataRow("")]
    [DataRow("_services._dns-sd._udp.local")]
    [DataRow("5.2.0.192.in-addr.arpa")]
    public void Take_QuestionForAnotherName_IsSilent(string name)
    {
        MdnsLink link = MdnsLink.Settled();

        Assert.AreEqual("", link.Take(new DnsBuilder().Header(7, 0, 2, 0, 0, 0).Question(name, A).Question(name, Any), MdnsLink.Phone, 5353, 60_000));
        Assert.AreEqual("", link.Take(new DnsBuilder().Header(7, 0, 1, 0, 0, 0).Question(name, A), MdnsLink.Phone, 40000, 60_000));
        Assert.AreEqual("", link.Turn(200_000));
    }

    // 6: at most once a second to all, however many ask.
    [TestMethod]
    public void Take_Flood_IsAnsweredOnceASecond()
    {
        MdnsLink link = MdnsLink.Settled();
        int sent = 0;
        long last = 0;

        for (long now = 60_000; now < 70_000; now += 50)
        {
            Assert.AreEqual("", link.Ask(now % 100 == 0 ? A : Aaaa, false, now));

            if (link.Turn(now).Length > 0)
            {
                Assert.IsTrue(sent == 0 || now - last >= 1000);
                last = now;
                sent++;
            }
        }

        Assert.AreEqual(10, sent);
    }

    // 5.4: an answer to the asker alone, as long as all heard it not long ago.
    [TestMethod]
    public void Take_QuestionForAnAnswerAlone_IsAnsweredAlone()
    {
        MdnsLink link = MdnsLink.Settled();

        Assert.AreEqual("alone to one", link.Ask(Aaaa, true, 3000));
        Assert.AreEqual("answer to one", link.Ask(A, true, 31_900));
        Assert.AreEqual("", link.Turn(31_900));

        // A quarter of its time after they last did, they hear it again.
        Assert.AreEqual("", link.Ask(A, true, 31_950));
        Assert.AreEqual("[31950 answer]", link.Turn(31_950));
        Assert.AreEqual("answer to one", link.Ask(A, true, 31_951));
    }

    [TestMethod]
    public void Take_QuestionsForAnswersAlone_AreBounded()
    {
        MdnsLink link = MdnsLink.Settled();
        int answers = 0;

        for (long now = 3000; now < 5000; now += 20)
        {
            answers += link.Ask(A, true, now).Length > 0 ? 1 : 0;
            answers += link.AskFrom(MdnsLink.Phone, 40000, A, false, now).Length > 0 ? 1 : 0;
        }

        Assert.AreEqual(2 * MdnsResponder.UnicastASecond, answers);
    }

    // 6.7: a client of ordinary DNS is answered as such, and told to forget soon.
    [TestMethod]
    public void Take_QuestionFromAnotherPort_IsAnsweredAsOrdinaryDns()
    {
        MdnsLink link = MdnsLink.Settled();

        Assert.AreEqual("legacy 48879 10 s", link.AskFrom(MdnsLink.Phone, 40000, A, false, 60_000));
        Assert.AreEqual("legacy 48879 10 s", link.AskFrom(MdnsLink.Phone, 1, Any, true, 60_000));
        Assert.AreEqual("legacy 48879 empty", link.AskFrom(MdnsLink.Phone, 40000, Aaaa, false, 60_000));
        Assert.AreEqual("", link.AskFrom(MdnsLink.Phone, 0, A, false, 60_000));
        Assert.AreEqual("", link.Turn(200_000), "all are told nothing");
    }

    // 11: who is off the link is not heard, neither asking nor claiming.
    [TestMethod]
    [DataRow(198, 51, 100, 7)]
    [DataRow(192, 0, 3, 7)]
    [DataRow(8, 8, 8, 8)]
    public void Take_FromOffTheLink_IsSilent(int a, int b, int c, int d)
    {
        MdnsLink link = MdnsLink.Settled();
        byte[] far = { (byte)a, (byte)b, (byte)c, (byte)d };

        Assert.AreEqual("", link.AskFrom(far, 5353, A, false, 60_000));
        Assert.AreEqual("", link.AskFrom(far, 5353, A, true, 3000));
        Assert.AreEqual("", link.AskFrom(far, 40000, A, false, 60_000));
        Assert.AreEqual("", link.Take(MdnsLink.Claim(7), far, 5353, 60_000));
        Assert.AreEqual("", link.Turn(60_000));
        Assert.IsFalse(link.Responder.IsInConflict(60_000));
    }

    // 7.1: what the asker knows for at least half its time more is not said again.
    [TestMethod]
    [DataRow(A, 120, 5, "")]
    [DataRow(A, 60, 5, "")]
    [DataRow(A, 59, 5, "[60000 answer]")]
    [DataRow(A, 120, 6, "[60000 answer]")]
    [DataRow(Any, 120, 5, "")]
    [DataRow(Aaaa, 120, 5, "[60000 alone]")]
    public void Take_WithWhatIsKnown_SaysTheRest(int type, int ttl, int last, string sent)
    {
        MdnsLink link = MdnsLink.Settled();

        link.Take(new DnsBuilder().Header(0, 0, 1, 1, 0, 0).Question(MdnsLink.Name, type).Address(MdnsLink.Name, ttl, last), MdnsLink.Phone, 5353, 60_000);
        Assert.AreEqual(sent, link.Turn(60_000));
    }

    // 7.2: what more is known comes behind, from the same asker.
    [TestMethod]
    public void Take_CutQuestion_WaitsForTheRest()
    {
        MdnsLink link = MdnsLink.Settled();
        DnsBuilder cut = new DnsBuilder().Header(0, 0x0200, 1, 0, 0, 0).Question(MdnsLink.Name, A);
        DnsBuilder rest = new DnsBuilder().Header(0, 0, 0, 1, 0, 0).Address(MdnsLink.Name, 100, 5);

        link.Take(cut, MdnsLink.Phone, 5353, 60_000);
        Assert.AreEqual("", link.Turn(60_399));
        link.Take(rest, MdnsLink.Phone, 5353, 60_399);
        Assert.AreEqual("", link.Turn(70_000), "it knows");

        link.Take(cut, MdnsLink.Phone, 5353, 80_000);
        link.Take(rest, MdnsLink.Other, 5353, 80_100);
        Assert.AreEqual("[80500 answer]", link.Turn(80_500), "another one knows");

        link.Take(cut, MdnsLink.Phone, 5353, 90_000);
        link.Ask(A, false, 90_100);
        Assert.AreEqual("[90100 answer]", link.Turn(90_100), "another one asks");
    }

    // 9, and design.md 6: who claims the name is contradicted; the name stays.
    [TestMethod]
    public void Take_Claim_IsAConflictAndIsContradicted()
    {
        MdnsLink link = MdnsLink.Settled();

        Assert.IsFalse(link.Responder.IsInConflict(59_999));
        link.Take(MdnsLink.Claim(7), MdnsLink.Other, 5353, 60_000);
        Assert.IsTrue(link.Responder.IsInConflict(60_000));
        Assert.AreEqual("[60000 answer]", link.Turn(60_000));

        // Not at every word, or two devices of one name never stop.
        for (long now = 60_000; now < 70_000; now += 100)
        {
            link.Take(MdnsLink.Claim(7), MdnsLink.Other, 5353, now);
            Assert.AreEqual("", link.Turn(now));
        }

        link.Take(MdnsLink.Claim(7), MdnsLink.Other, 5353, 70_000);
        Assert.AreEqual("[70000 answer]", link.Turn(70_000));
        Assert.IsTrue(link.Responder.IsInConflict(70_000 + MdnsResponder.ConflictMs - 1));
        Assert.IsFalse(link.Responder.IsInConflict(70_000 + MdnsResponder.ConflictMs));

        // It is still answered for.
        link.Ask(A, false, 800_000);
        Assert.AreEqual("[800000 answer]", link.Turn(800_000));
    }

    [TestMethod]
    [DataRow("our own words", false)]
    [DataRow("taken back", false)]
    [DataRow("another name", false)]
    [DataRow("another class", false)]
    [DataRow("a question with it", false)]
    [DataRow("from another port", false)]
    [DataRow("another address", true)]
    [DataRow("a long address", true)]
    [DataRow("an alias", true)]
    [DataRow("beside other answers", true)]
    public void Take_Answer_IsAConflictWhenItSaysOtherwise(string kind, bool isConflict)
    {
        MdnsLink link = MdnsLink.Settled();

        link.Take(Said(kind), MdnsLink.Other, kind == "from another port" ? 5354 : 5353, 60_000);
        Assert.AreEqual(isConflict, link.Responder.IsInConflict(60_000));
        Assert.AreEqual(isConflict ? "[60000 answer]" : "", link.Turn(60_000));
    }

    // The other one was there first: probing changes nothing.
    [TestMethod]
    public void Take_ClaimWhileProbing_IsAConflictAndTheNameIsKept()
    {
        MdnsLink link = new();
        link.Turn(200);
        link.Take(MdnsLink.Claim(7), MdnsLink.Other, 5353, 210);

        Assert.IsTrue(link.Responder.IsInConflict(210));
        Assert.AreEqual("[450 probe]", link.Turn(450));
        Assert.AreEqual("[700 probe]", link.Turn(700));
        Assert.AreEqual("[950 answer]", link.Turn(950));
    }

    // 8.2: of two that begin together the later address goes first; the other waits a second. Not for ever.
    [TestMethod]
    public void Take_ProbeWhileProbing_GivesWayToTheLaterOne()
    {
        MdnsLink link = new();
        link.Turn(200);
        link.Take(MdnsLink.ProbeOf(4), MdnsLink.Other, 5353, 210);
        Assert.AreEqual("[450 probe]", link.Turn(450));

        link.Take(MdnsLink.ProbeOf(5), MdnsLink.Other, 5353, 460);
        Assert.AreEqual("[700 probe]", link.Turn(700));

        link.Take(MdnsLink.ProbeOf(6), MdnsLink.Other, 5353, 710);
        Assert.AreEqual("", link.Turn(1709));
        Assert.AreEqual("[1710 probe]", link.Turn(1710));
        Assert.IsFalse(link.Responder.IsInConflict(1710));

        for (long now = 1720; now < 10_000; now += 50)
        {
            link.Take(MdnsLink.ProbeOf(6), MdnsLink.Other, 5353, now);
            link.Turn(now);
        }

        link.Ask(A, false, 60_000);
        Assert.AreEqual("[60000 answer]", link.Turn(60_000));
    }

    // 8.1: who is about to take the name hears at once that it is taken, even when all were told this very second.
    [TestMethod]
    public void Take_ProbeForOurName_IsAnsweredAtOnce()
    {
        MdnsLink link = MdnsLink.Settled();

        Assert.AreEqual("", link.Take(MdnsLink.ProbeOf(7), MdnsLink.Other, 5353, 60_000));
        Assert.AreEqual("[60000 answer]", link.Turn(60_000));
        Assert.AreEqual("answer to one", link.Take(MdnsLink.ProbeOf(7), MdnsLink.Other, 5353, 60_100));
        Assert.IsFalse(link.Responder.IsInConflict(60_100), "it only asks");
    }

    // What cannot be read has no effect, whatever it would say.
    [TestMethod]
    public void Take_EveryBeginningOfAClaim_SaysNothing()
    {
        MdnsLink link = MdnsLink.Settled();
        byte[] claim = MdnsLink.Claim(7).Bytes();

        for (int length = 0; length < claim.Length; length++)
        {
            Assert.AreEqual(0, link.Responder.Take(claim, length, MdnsLink.Other, 5353, 60_000, link.Packet));
        }

        Assert.IsFalse(link.Responder.IsInConflict(60_000));
        Assert.AreEqual("", link.Turn(60_000));
    }

    // No packet in makes more than one packet out, nor a longer one than twice its own length.
    [TestMethod]
    public void Take_PacketsByChance_NeverAmplify()
    {
        Chance chance = new(20261122);
        MdnsLink link = MdnsLink.Settled();
        byte[] question = new DnsBuilder().Header(0, 0, 1, 0, 0, 0).Name(MdnsLink.Name).U16(A).U16(0x8001).Bytes();

        for (int round = 0; round < 500; round++)
        {
            byte[] packet = Bytes.Part(question, 0, question.Length);
            int hits = chance.Below(3);

            for (int i = 0; i < hits; i++)
            {
                packet[chance.Below(packet.Length)] = (byte)chance.Next();
            }

            long now = 60_000 + (round * 1000);
            int length = link.Responder.Take(packet, packet.Length, MdnsLink.Phone, round % 2 == 0 ? 5353 : 40000, now, link.Packet);
            Assert.IsTrue(length <= 2 * packet.Length);
            Assert.IsTrue(length == 0 || link.Turn(now).Length == 0);
            link.Turn(now);
        }
    }

    // The forms are whole packets put together by hand from the lasting name, its address and numbers: there is room for nothing else.
    [TestMethod]
    [Req("ATT-03")]
    public void Everything_ThatGoesOut_HoldsOnlyTheName()
    {
        MdnsLink link = new();

        for (long now = 0; now < 60_000; now += 200)
        {
            link.Turn(now);
            link.Ask(now % 400 == 0 ? A : Aaaa, now % 800 == 0, now);
            link.AskFrom(MdnsLink.Phone, 40000, now % 600 == 0 ? Https : A, false, now);

            if (now % 1000 == 0)
            {
                link.Take(MdnsLink.Claim(7), MdnsLink.Other, 5353, now);
                link.Take(MdnsLink.ProbeOf(7), MdnsLink.Other, 5353, now);
            }
        }

        Assert.IsTrue(link.PacketsOut > 100);
        Assert.AreEqual(0, link.PacketsOfOtherForms);
    }

    private static DnsBuilder Said(string kind)
    {
        switch (kind)
        {
            case "our own words":
                return MdnsLink.Claim(5);
            case "taken back":
                return new DnsBuilder().Header(0, 0x8400, 0, 1, 0, 0).Address(MdnsLink.Name, 0, 7);
            case "another name":
                return new DnsBuilder().Header(0, 0x8400, 0, 1, 0, 0).Address("x." + MdnsLink.Name, 120, 7);
            case "another class":
                return new DnsBuilder().Header(0, 0x8400, 0, 1, 0, 0).Name(MdnsLink.Name).U16(A).U16(3).U16(0).U16(120).U16(4).Fill(7, 4);
            case "a question with it":
                return new DnsBuilder().Header(0, 0x8400, 1, 0, 0, 0).Question(MdnsLink.Name, A);
            case "a long address":
                return new DnsBuilder().Header(0, 0x8400, 0, 1, 0, 0).Record(MdnsLink.Name, Aaaa, 120, 16).Fill(7, 16);
            case "an alias":
                return new DnsBuilder().Header(0, 0x8400, 0, 1, 0, 0).Alias(MdnsLink.Name, 120, "other.local");
            case "beside other answers":
                return new DnsBuilder().Header(0, 0x8400, 0, 2, 0, 1).Address("other.local", 120, 5).Address(MdnsLink.Name, 120, 5).Address(MdnsLink.Name, 120, 7);
            default:
                return MdnsLink.Claim(7);
        }
    }
}
