using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Sockets;
using System.Text;
using System.Threading;

using ToyGuard.Core.Policy;
using ToyGuard.Fakes;
using ToyGuard.Guard.Relay;
using ToyGuard.Wire.Http;

namespace ToyGuard.Edge.Tests.Relay;

/// <summary>
/// Goal: a plain request reaches the one server it was judged for, as it was judged, or nobody; and who sent it is told.
/// Method: the table of heads through a real relay before a recording server; then good heads cut, dripped, too long, too slow and broken off.
/// </summary>
[TestClass]
public sealed class PlainRelayHeadTests
{
    [TestMethod]
    [Req("EGR-01")]
    [Req("EGR-02")]
    [Req("WEB-04")]
    public void Table_MalformedHeads_ReachNobodyAndAreTold()
    {
        using RelayRig rig = new(Limits(headMs: 1000), sessionsMax: 1000, isPlain: true);
        HttpCase[] rows = HttpTable.All().Where(static row => !row.IsWellFormed).ToArray();
        Socket[] clients = rows.Select(_ => rig.Connect()).ToArray();
        List<string> wrong = new();

        for (int i = 0; i < rows.Length; i++)
        {
            SendAll(clients[i], rows[i].Bytes);
        }

        for (int i = 0; i < rows.Length; i++)
        {
            string heard = Encoding.Latin1.GetString(RelayRig.ReceiveAll(clients[i], out bool wasReset));
            clients[i].Close();

            // One answer, and never one of success.
            bool isTold = heard.StartsWith("HTTP/1.1 4", StringComparison.Ordinal) && heard.LastIndexOf("HTTP/1.1", StringComparison.Ordinal) == 0;

            if (!isTold && !(wasReset && heard.Length == 0))
            {
                wrong.Add(rows[i].Name + ": " + heard);
            }
        }

        Assert.IsTrue(rows.Length > 200, $"{rows.Length} rows");
        Assert.AreEqual(0, wrong.Count, string.Join("\n", wrong));
        Assert.IsFalse(rig.Server.HasCaller, "opened");
        Assert.AreEqual(0, rig.Lookups, "a held name is never looked up");
        Assert.AreEqual(0, rig.Dials);
        Assert.IsFalse(rig.Reasons.Contains(Reason.Allowed));
        PlainExchange.StillServes(rig);
    }

    [TestMethod]
    [Req("EGR-01")]
    [Req("EGR-02")]
    public void Table_GoodHeads_ReachTheServerAsOneRequestOrNobody()
    {
        using RelayRig rig = new(isPlain: true);
        int passed = 0;

        foreach (HttpCase row in HttpTable.All().Where(static row => row.IsWellFormed))
        {
            using Socket client = rig.Connect();
            SendAll(client, row.Bytes);
            RelayRig.Until(() => rig.Server.HasCaller || client.Poll(0, SelectMode.SelectRead), row.Name);

            if (!rig.Server.HasCaller)
            {
                int status = PlainExchange.StatusOf(PlainExchange.HearAll(client));
                Assert.IsTrue(status is >= 400 and < 500, row.Name);
                continue;
            }

            // What came is one head for the allowed host, in one form, that ends the connection.
            using Socket server = rig.Server.Accept();
            RequestHead sent = new();
            sent.Read(row.Bytes, 0, row.Bytes.Length);
            byte[] bytes = HearRequest(server, out RequestHead head);
            string text = Encoding.Latin1.GetString(bytes);

            Assert.AreEqual(HttpTable.Allowed, text.Substring(head.HostOffset, head.HostLength), row.Name);
            Assert.IsTrue(head.HostPort is -1 or 80, row.Name);
            Assert.IsFalse(head.IsAbsolute || head.HasUpgrade || head.Method == HttpMethod.Connect, row.Name);
            Assert.IsTrue(head.Find("connection") >= 0, row.Name);
            StringAssert.Contains(text, "\r\nConnection: close\r\n");
            Assert.AreEqual(Math.Max(sent.ContentLength, 0), Math.Max(head.ContentLength, 0), row.Name);

            PlainExchange.Say(server, PlainExchange.Answer);
            server.Close();
            Assert.AreEqual(PlainExchange.Answer, PlainExchange.HearAll(client), row.Name);
            passed++;
        }

        Assert.IsTrue(passed > 30, $"{passed} passed");
        Assert.AreEqual(0, rig.Relay.Faults);
    }

    [TestMethod]
    [Req("WEB-04")]
    public void Head_CutAtEveryByte_PassesTheSame()
    {
        using RelayRig rig = new(isPlain: true);
        string post = PlainExchange.Post(5, out string passedOn) + "hello";

        for (int cut = 1; cut < post.Length; cut++)
        {
            using Socket client = rig.Connect();
            PlainExchange.Say(client, post[..cut]);

            if (cut % 16 == 0)
            {
                Thread.Sleep(1);
            }

            PlainExchange.Say(client, post[cut..]);
            using Socket server = rig.Server.Accept();
            Assert.AreEqual(passedOn + "hello", PlainExchange.Hear(server, passedOn.Length + 5), $"cut at {cut}");
        }
    }

    [TestMethod]
    public void Head_OneByteAtATimeIntoASmallBuffer_Passes()
    {
        // The head outgrows the buffer, and its body comes with its last byte.
        using RelayRig rig = new(isPlain: true, bufferBytes: 256);
        using Socket client = rig.Connect();
        byte[] browser = HttpTable.Browser(HttpTable.Allowed);

        for (int i = 0; i < browser.Length; i++)
        {
            client.Send(browser, i, 1, SocketFlags.None);
        }

        using Socket server = rig.Server.Accept();
        byte[] bytes = HearRequest(server, out RequestHead head);
        StringAssert.Contains(Encoding.Latin1.GetString(bytes), "\r\nAccept-Language: en-US,en;q=0.9\r\n");
        server.Send(new byte[3000]);
        RelayRig.Receive(client, 3000);
    }

    [TestMethod]
    [Req("WEB-04")]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(30)]
    public void Head_ThatNeverBecomesWhole_IsToldAtTheDeadline(int bytes)
    {
        using RelayRig rig = new(Limits(headMs: 500), isPlain: true);
        using Socket client = rig.Connect();
        PlainExchange.Say(client, PlainExchange.Get[..bytes]);

        Assert.AreEqual(408, PlainExchange.StatusOf(PlainExchange.HearAll(client)));
        Assert.AreEqual(Reason.HeadTooSlow, rig.Reasons.Single());
        PlainExchange.StillServes(rig);
    }

    [TestMethod]
    [Req("WEB-04")]
    public void Head_ThatDrips_IsClosedAtTheSameDeadline()
    {
        using RelayRig rig = new(Limits(headMs: 600), isPlain: true);
        using Socket client = rig.Connect();
        int sent = 0;

        // A byte every 20 ms would take two seconds.
        while (sent < PlainExchange.Get.Length && !client.Poll(0, SelectMode.SelectRead))
        {
            PlainExchange.Say(client, PlainExchange.Get.Substring(sent, 1));
            sent++;
            Thread.Sleep(20);
        }

        Assert.IsTrue(sent < PlainExchange.Get.Length);
        Assert.AreEqual(Reason.HeadTooSlow, rig.Reasons.Single());
        Assert.AreEqual(0, rig.Lookups);
    }

    [TestMethod]
    [Req("WEB-04")]
    public void Head_OfAMegabyte_IsRefusedAndTold()
    {
        using RelayRig rig = new(isPlain: true);
        using Socket client = rig.Connect();
        SendAll(client, HttpTable.OfLength(HttpTable.Allowed, 1000000)[..60000]);

        Assert.AreEqual(431, PlainExchange.StatusOf(PlainExchange.HearAll(client)));
        Assert.AreEqual(Reason.HeadTooLong, rig.Reasons.Single());
        Assert.AreEqual(0, rig.Lookups);
        PlainExchange.StillServes(rig);
    }

    [TestMethod]
    [DataRow(0, true)]
    [DataRow(30, true)]
    [DataRow(0, false)]
    [DataRow(30, false)]
    public void Head_BrokenOff_IsCutShort(int bytes, bool isReset)
    {
        using RelayRig rig = new(isPlain: true);
        Socket client = rig.Connect();
        PlainExchange.Say(client, PlainExchange.Get[..bytes]);
        Thread.Sleep(20);
        client.LingerState = new LingerOption(isReset, 0);
        client.Close();

        RelayRig.Until(() => !rig.Reasons.IsEmpty, "the end was not seen");
        Assert.AreEqual(Reason.HeadCutShort, rig.Reasons.Single());
        PlainExchange.StillServes(rig);
    }

    [TestMethod]
    [Req("EGR-01")]
    [DataRow("other.example")]
    [DataRow("stories.toys.example.evil.example")]
    [DataRow("192.0.2.80")]
    public void Host_ThatIsNotListed_IsToldAndReachesNobody(string host)
    {
        using RelayRig rig = new(isPlain: true);
        using Socket client = rig.Connect();
        SendAll(client, HttpTable.Get(host, ""));

        string heard = Encoding.UTF8.GetString(RelayRig.ReceiveAll(client, out bool _));
        int status = PlainExchange.StatusOf(heard);
        Assert.IsTrue(status is 400 or 403, heard);
        StringAssert.Contains(heard, ReasonWords.Of(rig.Reasons.Single()));
        Assert.AreEqual(0, rig.Lookups);
        Assert.IsFalse(rig.Server.HasCaller);
    }

    [TestMethod]
    [Req("EGR-13")]
    public void Server_ThatConnectsToTheRelay_ReachesNoToy()
    {
        // From outside the toy side, and with a request that would be let out: closed unread.
        using RelayRig rig = new(isPlain: true);
        using Socket stranger = rig.Connect("127.0.1.1");
        PlainExchange.Say(stranger, PlainExchange.Get);

        Assert.AreEqual("", PlainExchange.HearAll(stranger));
        Assert.IsTrue(rig.Reasons.IsEmpty);
        Assert.IsFalse(rig.Server.HasCaller);
        PlainExchange.StillServes(rig);
    }

    [TestMethod]
    [Req("EGR-01")]
    public void Peer_UnknownToy_IsTold()
    {
        using RelayRig rig = new(isPlain: true);
        using Socket client = rig.Connect("127.0.0.77");
        PlainExchange.Say(client, PlainExchange.Get);

        Assert.AreEqual(403, PlainExchange.StatusOf(PlainExchange.HearAll(client)));
        Assert.AreEqual(Reason.UnknownToy, rig.Reasons.Single());
    }

    private static RelayLimits Limits(int headMs)
    {
        RelayLimits limits = Edge.Relay.PlainRelay.NewLimits();
        limits.HelloMs = headMs;

        return limits;
    }

    private static byte[] HearRequest(Socket server, out RequestHead head)
    {
        byte[] buffer = new byte[16 * 1024];
        int count = 0;
        head = new RequestHead();
        Wire.ReadStatus status;

        do
        {
            int got = server.Receive(buffer, count, buffer.Length - count, SocketFlags.None);
            Assert.AreNotEqual(0, got, "ended within the head");
            count += got;
            status = head.Read(buffer, 0, count);
        }
        while (status == Wire.ReadStatus.NeedMore);

        Assert.AreEqual(Wire.ReadStatus.Complete, status);

        return buffer[..count];
    }

    // A refused client may be closed while it still sends.
    private static void SendAll(Socket client, byte[] bytes)
    {
        PlainExchange.Say(client, Encoding.Latin1.GetString(bytes));
    }
}
