using ToyGuard.Core.Policy;
using ToyGuard.Guard.Dns;

namespace ToyGuard.Guard.Tests.Dns;

/// <summary>
/// Goal: a toy's question gets the hub's address when the gate allows the name, and in every other case an answer from which nothing leads out.
/// Method: whole messages in and out, compared byte by byte with messages put together by hand.
/// </summary>
[TestClass]
public class DnsResponderTests
{
    private const int A = 1;
    private const int Ns = 2;
    private const int Cname = 5;
    private const int Ptr = 12;
    private const int Mx = 15;
    private const int Txt = 16;
    private const int Aaaa = 28;
    private const int Svcb = 64;
    private const int Https = 65;
    private const int Axfr = 252;
    private const int Any = 255;

    private const int NoError = 0;
    private const int NxDomain = 3;
    private const int Refused = 5;

    // Extended DNS Errors, RFC 8914.
    private const int NotReady = 14;
    private const int Blocked = 15;
    private const int Filtered = 17;
    private const int Prohibited = 18;
    private const int NotSupported = 21;

    [TestMethod]
    [DataRow("stories.toys.example", A)]
    [DataRow("StOrIeS.tOyS.eXaMpLe", A)]
    [DataRow("a.photos.example", A)]
    [DataRow("plain.toys.example", A)]
    public void Answer_AddressOfAnAllowedName_IsTheHubs(string name, int type)
    {
        DnsHome home = new();

        CheckAnswer(home, home.Ask(DnsBuilder.Query(0xCAFE, name, type, false), 1), new DnsBuilder().Header(0xCAFE, 0x8180, 1, 1, 0, 0)
            .Question(name, type).Jump(12).RecordTail(A, 5, 4).U8(192).U8(168).U8(4).U8(1).Bytes());
        CheckAnswer(home, home.Ask(DnsBuilder.Query(0xCAFE, name, type, true), 1), new DnsBuilder().Header(0xCAFE, 0x8180, 1, 1, 0, 1)
            .Question(name, type).Jump(12).RecordTail(A, 5, 4).U8(192).U8(168).U8(4).U8(1).Opt().Bytes());
    }

    // No IPv6 beside the relay, no keys for a hidden name, no hint at HTTP/3.
    [TestMethod]
    [Req("EGR-01")]
    [DataRow("stories.toys.example", Aaaa)]
    [DataRow("stories.toys.example", Https)]
    [DataRow("stories.toys.example", Svcb)]
    [DataRow("a.photos.example", Https)]
    public void Answer_OtherAddressesOfAnAllowedName_AreEmpty(string name, int type)
    {
        CheckEmpty("", 1, name, type, NoError, -1);
    }

    [TestMethod]
    [Req("EGR-01")]
    [DataRow(Ns)]
    [DataRow(Cname)]
    [DataRow(Ptr)]
    [DataRow(Mx)]
    [DataRow(Txt)]
    [DataRow(Axfr)]
    [DataRow(Any)]
    [DataRow(0)]
    [DataRow(41)]
    [DataRow(65535)]
    public void Answer_OtherTypeOfAnAllowedName_IsRefused(int type)
    {
        CheckEmpty("", 1, DnsHome.Open, type, Refused, NotSupported);
    }

    [TestMethod]
    [Req("EGR-01")]
    [DataRow("other.example", A, Blocked)]
    [DataRow("other.example", Aaaa, Blocked)]
    [DataRow("other.example", Https, Blocked)]
    [DataRow("other.example", Txt, Blocked)]
    [DataRow("toys.example", A, Blocked)]
    [DataRow("x.stories.toys.example", A, Blocked)]
    [DataRow("xstories.toys.example", A, Blocked)]
    [DataRow("stories.toys.example.evil.example", A, Blocked)]
    [DataRow("photos.example", A, Blocked)]
    [DataRow("a.b.photos.example", A, Blocked)]
    [DataRow("usage.metrics.example", A, Blocked)]
    [DataRow("night.toys.example", A, Filtered)]
    [DataRow("large.toys.example", A, Filtered)]
    [DataRow("games.toys.example", A, Blocked)]
    public void Answer_HeldName_DoesNotExist(string name, int type, int info)
    {
        CheckEmpty("", 1, name, type, NxDomain, info);
    }

    // A toy that asks for an address, or in a spelling that no host has, is held like any other; never dropped, or it asks again and again.
    [TestMethod]
    [Req("EGR-03")]
    [DataRow("127.0.0.1")]
    [DataRow("192.0.2.1")]
    [DataRow("0x7f000001")]
    [DataRow("2130706433")]
    [DataRow("localhost")]
    [DataRow("-a.toys.example")]
    [DataRow("a b.toys.example")]
    [DataRow("stories.toys.example/")]
    [DataRow("")]
    public void Answer_NoHostName_DoesNotExist(string name)
    {
        CheckEmpty("", 1, name, A, NxDomain, Blocked);
    }

    // On the wire a label may hold a dot or a NUL: "stories.toys" in one label, or what a careless reader would cut short.
    [TestMethod]
    [Req("EGR-01")]
    [DataRow(46)]
    [DataRow(0)]
    [DataRow(233)]
    [DataRow(10)]
    public void Answer_LabelWithOddByte_DoesNotExist(int character)
    {
        DnsHome home = new();
        byte[] query = new DnsBuilder().Header(1, 0x0100, 1, 0, 0, 0)
            .U8(12).U16(0x7374).U16(0x6F72).U16(0x6965).U8('s').U8(character).U8('t').U8('o').U8('y').U8('s').Name("example").U16(A).U16(1).Bytes();
        byte[] expected = (byte[])query.Clone();
        expected[2] = 0x81;
        expected[3] = 0x83;

        CheckAnswer(home, home.Ask(query, 1), expected);
        Assert.AreEqual(1, home.Counters.Today(1, 0, Reason.NotAName));
    }

    [TestMethod]
    [Req("DEF-02")]
    [DataRow("stories.toys.example", A)]
    [DataRow("stories.toys.example", Aaaa)]
    [DataRow("stories.toys.example", Txt)]
    [DataRow("other.example", A)]
    [DataRow("127.0.0.1", A)]
    public void Answer_NotPaired_IsRefused(string name, int type)
    {
        CheckEmpty("not paired", 1, name, type, Refused, Prohibited);
    }

    [TestMethod]
    [Req("EGR-01")]
    [DataRow(0)]
    [DataRow(3)]
    [DataRow(-1)]
    [DataRow(2147483647)]
    public void Answer_UnknownToy_IsRefused(int toy)
    {
        CheckEmpty("", toy, DnsHome.Open, A, Refused, Prohibited);
        CheckEmpty("", toy, "other.example", A, Refused, Prohibited);
    }

    [TestMethod]
    [DataRow("everything paused", Filtered)]
    [DataRow("toy paused", Filtered)]
    [DataRow("quiet hours", Filtered)]
    [DataRow("play time used up", Filtered)]
    [DataRow("clock unknown", NotReady)]
    public void Answer_RuleAboutEverything_HoldsEveryName(string rule, int info)
    {
        CheckEmpty(rule, 1, DnsHome.Open, A, NxDomain, info);
        CheckEmpty(rule, 1, DnsHome.Open, Https, NxDomain, info);
        CheckEmpty(rule, 1, DnsHome.Open, Txt, NxDomain, info);
        CheckEmpty(rule, 1, "other.example", A, NxDomain, info);
    }

    [TestMethod]
    public void Answer_PlaceOfAnotherToy_DoesNotExist()
    {
        CheckEmpty("", 2, DnsHome.Open, A, NxDomain, Blocked);
    }

    [TestMethod]
    public void Answer_ToyForOlderChildren_DoesNotExist()
    {
        CheckEmpty("", 2, "games.toys.example", A, NxDomain, Filtered);
    }

    [TestMethod]
    public void Answer_SeventeenthNameUnderAWildcard_DoesNotExist()
    {
        DnsHome home = new();

        for (int i = 0; i < 16; i++)
        {
            home.Ask(DnsBuilder.Query(1, "n" + i.ToString() + ".photos.example", A, false), 1);
            Assert.AreEqual(NoError, home.Answer[3] & 15);
        }

        home.Ask(DnsBuilder.Query(1, "n16.photos.example", A, false), 1);
        Assert.AreEqual(NxDomain, home.Answer[3] & 15);
        home.Ask(DnsBuilder.Query(1, "n3.photos.example", A, false), 1);
        Assert.AreEqual(NoError, home.Answer[3] & 15);
    }

    // Without an SOA record nothing may keep the answer (RFC 2308, 5), so an approval is felt at the next question.
    [TestMethod]
    public void Answer_HeldThenApproved_IsAllowedAtOnceAndNothingSaidKeepIt()
    {
        DnsHome home = new();
        byte[] query = DnsBuilder.Query(1, "usage.metrics.example", A, false);

        home.Ask(query, 1);
        Assert.AreEqual(NxDomain, home.Answer[3] & 15);
        Assert.AreEqual(0, home.Answer[7] + home.Answer[9] + home.Answer[11]);
        home.Gate.Approve(1, 3, true);
        home.Ask(query, 1);
        Assert.AreEqual(NoError, home.Answer[3] & 15);
    }

    [TestMethod]
    public void Answer_EveryBadQuestion_IsSilenceOrABareHeader()
    {
        string[] kinds = BadDnsQuestions.Kinds();

        for (int i = 0; i < kinds.Length; i++)
        {
            DnsHome home = new();
            byte[] query = BadDnsQuestions.Make(kinds[i], DnsHome.Open);
            int length = home.Ask(query, 1);
            bool isOtherOperation = query.Length >= 12 && query.Length <= 1232 && (query[2] & 0x80) == 0 && (query[2] & 0x78) != 0;

            Assert.AreEqual(isOtherOperation ? 12 : 0, length, kinds[i]);
            Assert.AreEqual(0, home.Counters.RowsToday().Length, kinds[i]);

            if (isOtherOperation)
            {
                CheckAnswer(home, length, new DnsBuilder().U16((query[0] << 8) | query[1])
                    .U16(0x8084 | ((query[2] & 0x79) << 8) | (query[3] & 0x10)).Fill(0, 8).Bytes());
            }
        }
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(255)]
    public void Answer_OtherEdnsVersion_IsDeclined(int version)
    {
        DnsHome home = new();
        byte[] query = new DnsBuilder().Header(1, 0x0100, 1, 0, 0, 1).Question(DnsHome.Open, A).U8(0).OptTail(version, 0).Bytes();

        CheckAnswer(home, home.Ask(query, 1), new DnsBuilder().Header(1, 0x8180, 1, 0, 0, 1).Question(DnsHome.Open, A)
            .U8(0).U16(41).U16(1232).U8(1).U8(0).U16(0).U16(0).Bytes());
        Assert.AreEqual(0, home.Counters.RowsToday().Length);
    }

    // Flags that come back: RD and CD, and DO in the OPT record. Never AA, TC or AD.
    [TestMethod]
    public void Answer_Flags_AreThoseOfARelayingResolver()
    {
        DnsHome home = new();
        byte[] query = new DnsBuilder().Header(1, 0x0030, 1, 0, 0, 1).Question(DnsHome.Open, A).U8(0).U16(41).U16(512).U16(0).U16(0x8000).U16(0).Bytes();

        CheckAnswer(home, home.Ask(query, 1), new DnsBuilder().Header(1, 0x8090, 1, 1, 0, 1).Question(DnsHome.Open, A)
            .Jump(12).RecordTail(A, 5, 4).U8(192).U8(168).U8(4).U8(1).U8(0).U16(41).U16(1232).U16(0).U16(0x8000).U16(0).Bytes());
    }

    [TestMethod]
    public void Answer_OneQuestion_CountsOnce()
    {
        DnsHome home = new();

        home.Ask(DnsBuilder.Query(1, DnsHome.Open, A, false), 1);
        Assert.AreEqual(1, home.Counters.Today(1, 1, Reason.Allowed));
        home.Ask(DnsBuilder.Query(1, DnsHome.Open, Https, false), 1);
        Assert.AreEqual(2, home.Counters.Today(1, 1, Reason.Allowed));
        home.Ask(DnsBuilder.Query(1, "other.example", A, false), 1);
        Assert.AreEqual(1, home.Counters.Today(1, 0, Reason.NotOnManifest));
        home.Ask(DnsBuilder.Query(1, DnsHome.Open, A, false), 0);
        Assert.AreEqual(1, home.Counters.Today(0, 0, Reason.UnknownToy));
        Assert.AreEqual(3, home.Counters.RowsToday().Length);
    }

    // The name was let out and the kind of question was not: both are said.
    [TestMethod]
    public void Answer_TypeNotServed_CountsTheHoldToo()
    {
        DnsHome home = new();

        home.Ask(DnsBuilder.Query(1, DnsHome.Open, Txt, false), 1);
        Assert.AreEqual(1, home.Counters.Today(1, 1, Reason.QuestionNotServed));
    }

    [TestMethod]
    public void Answer_NothingLeftFromTheQuestionBefore()
    {
        DnsHome home = new();

        home.Ask(DnsBuilder.Query(1, DnsHome.Open, A, true), 1);
        Assert.AreEqual(0, home.Ask(new byte[5], 1));
        CheckAnswer(home, home.Ask(DnsBuilder.Query(2, "other.example", A, false), 1),
            new DnsBuilder().Header(2, 0x8183, 1, 0, 0, 0).Question("other.example", A).Bytes());
    }

    [TestMethod]
    public void Constructor_HubAddress_IsCopied()
    {
        DnsHome home = new();
        byte[] address = new byte[] { 10, 0, 0, 1 };
        DnsResponder responder = new(home.Gate, address);
        address[0] = 11;
        byte[] query = DnsBuilder.Query(1, DnsHome.Open, A, false);

        int length = responder.Answer(query, query.Length, 1, home.Answer);
        Assert.AreEqual(10, (int)home.Answer[length - 4]);
    }

    // Asked with and without an OPT record: the same code, and the error only where the client can take it.
    private static void CheckEmpty(string rule, int toy, string name, int type, int code, int info)
    {
        DnsHome home = new();
        home.Apply(rule);

        CheckAnswer(home, home.Ask(DnsBuilder.Query(0xCAFE, name, type, false), toy),
            new DnsBuilder().Header(0xCAFE, 0x8180 | code, 1, 0, 0, 0).Question(name, type).Bytes());

        DnsBuilder expected = new DnsBuilder().Header(0xCAFE, 0x8180 | code, 1, 0, 0, 1).Question(name, type).U8(0).OptTail(0, info < 0 ? 0 : 6);
        CheckAnswer(home, home.Ask(DnsBuilder.Query(0xCAFE, name, type, true), toy), (info < 0 ? expected : expected.U16(15).U16(2).U16(info)).Bytes());
    }

    private static void CheckAnswer(DnsHome home, int length, byte[] expected)
    {
        Assert.AreEqual(expected.Length, length);

        for (int i = 0; i < length; i++)
        {
            Assert.AreEqual((int)expected[i], (int)home.Answer[i], "byte " + i.ToString());
        }
    }
}
