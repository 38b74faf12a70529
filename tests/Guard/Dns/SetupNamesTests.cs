using ToyGuard.Guard.Dns;
using ToyGuard.Wire.Dns;

namespace ToyGuard.Guard.Tests.Dns;

/// <summary>
/// Goal: on the device's own Wi-Fi a phone finds the page and gets its probe answered, and everything else that it has running finds nothing.
/// Method: whole messages in and out, compared byte by byte with messages put together by hand.
/// </summary>
[TestClass]
public class SetupNamesTests
{
    private const string Label = "toyguard-k7m2p9qx";
    private const string Probe = "connectivitycheck.example";
    private const int A = 1;
    private const int Txt = 16;
    private const int Aaaa = 28;
    private const int Https = 65;

    [TestMethod]
    [DataRow(Label)]
    [DataRow(Label + ".local")]
    [DataRow("ToyGuard-K7M2P9QX.LOCAL")]
    [DataRow(Probe)]
    [DataRow("ConnectivityCheck.Example")]
    [DataRow("captive.example")]
    public void Answer_KnownName_IsOurAddress(string name)
    {
        CheckAnswer(name, A, false, new DnsBuilder().Header(0xCAFE, 0x8180, 1, 1, 0, 0)
            .Question(name, A).Jump(12).RecordTail(A, 5, 4).U8(192).U8(168).U8(4).U8(1));
        CheckAnswer(name, A, true, new DnsBuilder().Header(0xCAFE, 0x8180, 1, 1, 0, 1)
            .Question(name, A).Jump(12).RecordTail(A, 5, 4).U8(192).U8(168).U8(4).U8(1).Opt());
    }

    [TestMethod]
    [DataRow(Label + ".local", Aaaa)]
    [DataRow(Label + ".local", Https)]
    [DataRow(Label + ".local", Txt)]
    [DataRow(Probe, Aaaa)]
    public void Answer_OtherTypeOfAKnownName_IsEmpty(string name, int type)
    {
        CheckAnswer(name, type, false, new DnsBuilder().Header(0xCAFE, 0x8180, 1, 0, 0, 0).Question(name, type));
    }

    [TestMethod]
    [DataRow("www.example", A)]
    [DataRow("xconnectivitycheck.example", A)]
    [DataRow("a.connectivitycheck.example", A)]
    [DataRow("connectivitycheck.example.test", A)]
    [DataRow("connectivitycheck", A)]
    [DataRow("toyguard-k7m2p9qy.local", A)]
    [DataRow("a.toyguard-k7m2p9qx.local", A)]
    [DataRow("toyguard-k7m2p9qx.lan", A)]
    [DataRow("www.example", Aaaa)]
    [DataRow("", A)]
    public void Answer_OtherName_DoesNotExist(string name, int type)
    {
        CheckAnswer(name, type, false, new DnsBuilder().Header(0xCAFE, 0x8183, 1, 0, 0, 0).Question(name, type));
    }

    [TestMethod]
    public void Answer_WhileSetUpIsNotOpen_IsSilence()
    {
        SetupNames names = NewNames();
        byte[] query = DnsBuilder.Query(1, Probe, A, false);
        byte[] answer = new byte[DnsWriter.AnswerLengthMax];

        Assert.AreEqual(0, names.Answer(query, query.Length, answer), "at first");

        names.IsOpen = true;
        Assert.IsTrue(names.Answer(query, query.Length, answer) > 0);

        names.IsOpen = false;
        Assert.AreEqual(0, names.Answer(query, query.Length, answer), "closed again");
    }

    [TestMethod]
    public void Answer_EveryBeginningAndWhatIsNoQuestion_IsSilence()
    {
        SetupNames names = NewNames();
        names.IsOpen = true;
        byte[] query = DnsBuilder.Query(1, Probe, A, true);
        byte[] reply = new DnsBuilder().Header(1, 0x8180, 1, 0, 0, 0).Question(Probe, A).Bytes();
        byte[] answer = new byte[DnsWriter.AnswerLengthMax];

        for (int length = 0; length < query.Length; length++)
        {
            Assert.AreEqual(0, names.Answer(query, length, answer), length.ToString());
        }

        Assert.AreEqual(0, names.Answer(reply, reply.Length, answer));
    }

    // Whatever the bit was: at most 16 bytes more than came in, which is the address.
    [TestMethod]
    public void Answer_EveryBitTurned_NeverAmplifies()
    {
        SetupNames names = NewNames();
        names.IsOpen = true;
        byte[] query = DnsBuilder.Query(1, Probe, A, true);
        byte[] answer = new byte[DnsWriter.AnswerLengthMax];

        for (int bit = 0; bit < query.Length * 8; bit++)
        {
            query[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.IsTrue(names.Answer(query, query.Length, answer) <= query.Length + 16);
            query[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    private static void CheckAnswer(string name, int type, bool withOpt, DnsBuilder expected)
    {
        SetupNames names = NewNames();
        names.IsOpen = true;
        byte[] query = DnsBuilder.Query(0xCAFE, name, type, withOpt);
        byte[] answer = new byte[DnsWriter.AnswerLengthMax];
        int length = names.Answer(query, query.Length, answer);

        Assert.IsTrue(Bytes.AreSame(expected.Bytes(), expected.Length, answer, length), name);
    }

    private static SetupNames NewNames()
    {
        return new SetupNames(Label, new byte[] { 192, 168, 4, 1 }, new string[] { "captive.example", Probe });
    }
}
