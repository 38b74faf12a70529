using System.Text;
using ToyGuard.Core.Policy;
using ToyGuard.Guard.Plain;
using ToyGuard.Guard.Relay;
using ToyGuard.Guard.Tests.Relay;
using ToyGuard.Wire;
using ToyGuard.Wire.Http;

namespace ToyGuard.Guard.Tests.Plain;

/// <summary>Goal: of all heads, exactly those open that ask in one way for an approved place, and what the server gets of them can be read in one way too. Method: the table, and each reason beside its nearest yes.</summary>
[TestClass]
public class HeadJudgeTests
{
    [TestMethod]
    [Req("EGR-01")]
    [Req("EGR-02")]
    public void Read_EveryRowOfTheTable_OpensExactlyThoseThatPass()
    {
        RelayHome home = new RelayHome(80, Scheme.Http);
        HeadJudge judge = new HeadJudge(home.Gate, 80);
        int allowed = 0;

        foreach (HttpCase row in HttpTable.All())
        {
            int told = home.Told;
            judge.Begin(1);
            ReadStatus status = judge.Read(row.Bytes, row.Bytes.Length);
            Reason expected = row.IsWellFormed ? ReasonOfRow(row.Name) : HeadJudge.ReasonOf((HttpFault)row.Fault);

            Assert.AreEqual(row.Status, (int)status, row.Name);
            Assert.AreEqual((int)expected, (int)judge.Verdict.Reason, row.Name);
            Assert.AreEqual(expected == Reason.Allowed, judge.Verdict.IsAllowed, row.Name);

            // Every verdict is told once; a head that is not whole yet has none.
            Assert.AreEqual(told + (status == ReadStatus.NeedMore ? 0 : 1), home.Told, row.Name);
            Assert.AreEqual(status == ReadStatus.NeedMore, judge.Verdict.Reason == Reason.None, row.Name);

            if (judge.Verdict.IsAllowed)
            {
                allowed++;
                Assert.AreEqual(RelayHome.Stories, judge.Verdict.Endpoint, row.Name);
                Assert.AreEqual(row.Name != "8,192 bytes" && row.Name != "64 fields", Rewritten.Check(judge, row.Bytes, row.Name), row.Name);
            }
            else if (!row.IsWellFormed)
            {
                Assert.AreEqual("", Rewritten.TextOf(judge, row.Bytes), row.Name);
            }
        }

        Assert.IsTrue(allowed > 40);
    }

    [TestMethod]
    [Req("EGR-01")]
    [DataRow("stories.toys.example", (int)Reason.Allowed)]
    [DataRow("STORIES.toys.EXAMPLE", (int)Reason.Allowed)]
    [DataRow("stories.toys.example.", (int)Reason.Allowed)]
    [DataRow("stories.toys.example:80", (int)Reason.Allowed)]
    [DataRow("stories.toys.example:8080", (int)Reason.OtherPort)]
    [DataRow("stories.toys.example:443", (int)Reason.OtherPort)]
    [DataRow("other.example", (int)Reason.NotOnManifest)]
    [DataRow("x.stories.toys.example", (int)Reason.NotOnManifest)]
    [DataRow("xstories.toys.example", (int)Reason.NotOnManifest)]
    [DataRow("stories.toys.example.other.example", (int)Reason.NotOnManifest)]
    [DataRow("waiting.toys.example", (int)Reason.WaitingForGuardian)]
    [DataRow("limited.toys.example", (int)Reason.OtherPort)]
    public void Read_Host_GetsTheGatesReason(string host, int reason)
    {
        Assert.AreEqual(reason, (int)ReasonFor(host, 1, 80));
    }

    [TestMethod]
    [Req("EGR-02")]
    [Req("EGR-11")]
    [DataRow("192.168.1.1")]
    [DataRow("10.0.0.1")]
    [DataRow("127.0.0.1")]
    [DataRow("169.254.169.254")]
    [DataRow("192.0.2.1")]
    [DataRow("3221225985")]
    [DataRow("0xc0.0.2.1")]
    [DataRow("0300.0.2.1")]
    [DataRow("localhost")]
    [DataRow("printer.local")]
    [DataRow("router.home.arpa")]
    [DataRow("toyguard")]
    [DataRow("[::1]")]
    [DataRow("good@other.example")]
    [DataRow("stories.toys.example..")]
    [DataRow(".stories.toys.example")]
    [DataRow("stories..toys.example")]
    [DataRow("stories.toys.example,other.example")]
    [DataRow("stories.toys.example other.example")]
    [DataRow("stories.toys.example/other")]
    [DataRow("stories%2etoys.example")]
    public void Read_HostThatIsNoName_IsHeldAsThat(string host)
    {
        Assert.AreEqual((int)Reason.NotAName, (int)ReasonFor(host, 1, 80));
    }

    // TLS is what was promised there: plain text to the same name stays closed, on every port.
    [TestMethod]
    [Req("EGR-01")]
    [DataRow(80)]
    [DataRow(443)]
    public void Read_PlaceOfTls_IsHeldInPlainText(int port)
    {
        RelayHome home = new RelayHome();
        HeadJudge judge = new HeadJudge(home.Gate, port);
        byte[] head = HttpTable.Get(HttpTable.Allowed, "");
        judge.Begin(1);
        judge.Read(head, head.Length);

        Assert.AreEqual((int)(port == 443 ? Reason.OtherScheme : Reason.OtherPort), (int)judge.Verdict.Reason);
    }

    [TestMethod]
    [Req("EGR-01")]
    public void Read_JudgedPort_IsTheOneAskedAboutAndTheOnlyOne()
    {
        RelayHome home = new RelayHome(8080, Scheme.Http);
        HeadJudge judge = new HeadJudge(home.Gate, 8080);

        Assert.AreEqual((int)Reason.Allowed, (int)ReasonFor(judge, "stories.toys.example", 1));
        Assert.AreEqual((int)Reason.Allowed, (int)ReasonFor(judge, "stories.toys.example:8080", 1));

        // Listed at 8080, asked for at 8080, but this relay dials 80.
        HeadJudge other = new HeadJudge(home.Gate, 80);
        Assert.AreEqual((int)Reason.OtherPort, (int)ReasonFor(other, "stories.toys.example:8080", 1));
    }

    [TestMethod]
    [Req("EGR-01")]
    [DataRow("CONNECT stories.toys.example:80 HTTP/1.1\r\nHost: stories.toys.example:80\r\n\r\n")]
    [DataRow("GET / HTTP/1.1\r\nHost: stories.toys.example\r\nUpgrade: h2c\r\n\r\n")]
    [DataRow("GET / HTTP/1.1\r\nHost: stories.toys.example\r\nupgrade:\r\n\r\n")]
    [DataRow("POST / HTTP/1.1\r\nHost: stories.toys.example\r\nTransfer-Encoding: chunked\r\n\r\n")]
    [DataRow("POST / HTTP/1.1\r\nHost: stories.toys.example\r\nTransfer-Encoding: identity\r\nContent-Length: 5\r\n\r\n")]
    [DataRow("GET http://other.example/ HTTP/1.1\r\nHost: stories.toys.example\r\n\r\n")]
    [DataRow("GET http://stories.toys.example/ HTTP/1.1\r\nHost: other.example\r\n\r\n")]
    [DataRow("GET http://stories.toys.example:80/ HTTP/1.1\r\nHost: stories.toys.example\r\n\r\n")]
    public void Read_RequestThatIsNotPassedOn_IsHeldWithoutAWordOfOpen(string text)
    {
        RelayHome home = new RelayHome(80, Scheme.Http);
        HeadJudge judge = new HeadJudge(home.Gate, 80);
        byte[] head = Encoding.UTF8.GetBytes(text);
        judge.Begin(1);
        judge.Read(head, head.Length);

        Assert.AreEqual((int)Reason.RequestNotRelayed, (int)judge.Verdict.Reason);
        Assert.AreEqual(1, home.Told);
        Assert.AreEqual((int)Reason.RequestNotRelayed, (int)home.Last);
    }

    [TestMethod]
    [Req("EGR-01")]
    [DataRow(0)]
    [DataRow(2)]
    [DataRow(-1)]
    public void Read_UnknownToy_IsHeld(int toy)
    {
        Assert.AreEqual((int)Reason.UnknownToy, (int)ReasonFor(HttpTable.Allowed, toy, 80));
    }

    [TestMethod]
    [Req("EGR-01")]
    public void Read_HeadThatDrips_HasAVerdictOnlyWhenWhole()
    {
        RelayHome home = new RelayHome(80, Scheme.Http);
        HeadJudge judge = new HeadJudge(home.Gate, 80);
        byte[] head = HttpTable.Browser(HttpTable.Allowed);
        judge.Begin(1);

        for (int count = 0; count < head.Length; count++)
        {
            Assert.AreEqual((int)ReadStatus.NeedMore, (int)judge.Read(head, count));
            Assert.IsFalse(judge.Verdict.IsAllowed);
        }

        Assert.AreEqual(0, home.Told);
        Assert.AreEqual((int)ReadStatus.Complete, (int)judge.Read(head, head.Length));
        Assert.IsTrue(judge.Verdict.IsAllowed);
    }

    [TestMethod]
    [Req("EGR-01")]
    public void Begin_AfterAnAllowedHead_ForgetsHostAndVerdict()
    {
        RelayHome home = new RelayHome(80, Scheme.Http);
        HeadJudge judge = new HeadJudge(home.Gate, 80);
        byte[] garbled = Encoding.UTF8.GetBytes(" GET / HTTP/1.1\r\nHost: stories.toys.example\r\n\r\n");
        Assert.AreEqual((int)Reason.Allowed, (int)ReasonFor(judge, HttpTable.Allowed, 1));

        judge.Begin(1);
        Assert.IsFalse(judge.Verdict.IsAllowed);
        Assert.AreEqual(0, judge.Query.Host.Length);
        Assert.AreEqual(0, judge.Head.HeadLength);

        judge.Read(garbled, garbled.Length);
        Assert.AreEqual((int)Reason.HeadMalformed, (int)home.Last);
        Assert.AreEqual("", home.LastHost);
    }

    // The whole way of a session: the names of what goes wrong are those of a head.
    [TestMethod]
    [DataRow(4999, (int)RelayEffect.Resolve, (int)Reason.None)]
    [DataRow(5000, (int)RelayEffect.Refuse, (int)Reason.HeadTooSlow)]
    public void Session_LastByteAtTheDeadline_IsTooSlow(int atMs, int effect, int end)
    {
        RelayHome home = new RelayHome(80, Scheme.Http);
        RelaySession session = new RelaySession(home.Gate, new RelayLimits { JudgedPort = 80 }, new HeadJudge(home.Gate, 80));
        byte[] head = HttpTable.Get(HttpTable.Allowed, "");
        session.Begin(1, 0);
        session.OnClientBytes(head, head.Length - 1, 4000);

        Assert.AreEqual(effect, (int)session.OnClientBytes(head, head.Length, atMs));
        Assert.AreEqual(end, (int)session.End);
    }

    [TestMethod]
    public void Session_HeadThatEndsTooSoonOrNever_SaysSo()
    {
        RelayHome home = new RelayHome(80, Scheme.Http);
        RelaySession session = new RelaySession(home.Gate, new RelayLimits { JudgedPort = 80, HelloBytes = 64 }, new HeadJudge(home.Gate, 80));
        byte[] head = HttpTable.Browser(HttpTable.Allowed);
        session.Begin(1, 0);
        session.OnClientBytes(head, 20, 0);
        session.OnEnded();
        Assert.AreEqual((int)Reason.HeadCutShort, (int)session.End);

        session.Begin(1, 0);
        Assert.AreEqual((int)RelayEffect.Refuse, (int)session.OnClientBytes(head, 64, 0));
        Assert.AreEqual((int)Reason.HeadTooLong, (int)session.End);
    }

    [TestMethod]
    [Req("EGR-01")]
    public void ReasonOf_AnyFault_IsAHold()
    {
        Assert.AreEqual((int)Reason.None, (int)HeadJudge.ReasonOf(HttpFault.None));

        for (int fault = 1; fault < 256; fault++)
        {
            Reason reason = HeadJudge.ReasonOf((HttpFault)fault);
            Assert.IsTrue(reason != Reason.None && reason != Reason.Allowed, "fault " + fault.ToString());
        }
    }

    [TestMethod]
    [DataRow((int)HttpFault.HeadTooLong, (int)Reason.HeadTooLong)]
    [DataRow((int)HttpFault.TooManyFields, (int)Reason.HeadTooLong)]
    [DataRow((int)HttpFault.TargetTooLong, (int)Reason.HeadTooLong)]
    [DataRow((int)HttpFault.MethodTooLong, (int)Reason.HeadTooLong)]
    [DataRow((int)HttpFault.HostBytes, (int)Reason.NotAName)]
    [DataRow((int)HttpFault.HostEmpty, (int)Reason.NotAName)]
    [DataRow((int)HttpFault.HostTooLong, (int)Reason.NotAName)]
    [DataRow((int)HttpFault.HostDiffers, (int)Reason.RequestNotRelayed)]
    [DataRow((int)HttpFault.TransferEncoding, (int)Reason.RequestNotRelayed)]
    [DataRow((int)HttpFault.TwoHosts, (int)Reason.HeadMalformed)]
    [DataRow((int)HttpFault.NoHost, (int)Reason.HeadMalformed)]
    [DataRow((int)HttpFault.LengthTwice, (int)Reason.HeadMalformed)]
    [DataRow((int)HttpFault.Folded, (int)Reason.HeadMalformed)]
    public void ReasonOf_Fault_IsCalled(int fault, int reason)
    {
        Assert.AreEqual(reason, (int)HeadJudge.ReasonOf((HttpFault)fault));
    }

    // Well-formed rows that stay closed all the same.
    private static Reason ReasonOfRow(string name)
    {
        switch (name)
        {
            case "CONNECT":
            case "Upgrade":
                return Reason.RequestNotRelayed;

            case "absolute target with a port":
            case "port 1":
            case "port 65535":
                return Reason.OtherPort;

            case "another host":
                return Reason.NotOnManifest;

            case "host with an underscore":
            case "host that is an address":
            case "host of 255 bytes":
                return Reason.NotAName;

            default:
                return Reason.Allowed;
        }
    }

    private static Reason ReasonFor(string host, int toy, int port)
    {
        RelayHome home = new RelayHome(80, Scheme.Http);

        return ReasonFor(new HeadJudge(home.Gate, port), host, toy);
    }

    private static Reason ReasonFor(HeadJudge judge, string host, int toy)
    {
        byte[] head = HttpTable.Get(host, "");
        judge.Begin(toy);
        judge.Read(head, head.Length);

        return judge.Verdict.Reason;
    }
}
