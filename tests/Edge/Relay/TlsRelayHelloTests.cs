using System.Diagnostics;
using System.Linq;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

using ToyGuard.Core.Policy;
using ToyGuard.Fakes;
using ToyGuard.Guard.Relay;
using ToyGuard.Wire.Tls;

namespace ToyGuard.Edge.Tests.Relay;

/// <summary>
/// Goal: 0 opened, 0 lost, over the table of hellos, on real sockets. What passes reaches the server byte for byte; what is refused reaches nobody.
/// Method: the table through a real relay; then the same hello dripped, in pieces, too long, too slow, and broken off.
/// </summary>
[TestClass]
public sealed class TlsRelayHelloTests
{
    [TestMethod]
    [Req("EGR-01")]
    [Req("EGR-03")]
    [Req("WEB-04")]
    public void Table_ThroughSockets_Opens0Loses0()
    {
        using RelayRig rig = new(new RelayLimits { HelloMs = 400 });
        HelloCase[] rows = HelloTable.All();
        int lost = 0;
        int unheard = 0;

        Parallel.ForEach(rows.Where(static row => !row.IsPass), new ParallelOptions { MaxDegreeOfParallelism = 16 }, row =>
        {
            using Socket client = rig.Connect();
            SendAll(client, row.Bytes);
            byte[] heard = RelayRig.ReceiveAll(client, out bool wasReset);

            if (!wasReset && !heard.SequenceEqual(TlsAlert.UnrecognizedName))
            {
                Interlocked.Increment(ref unheard);
            }
        });

        Assert.IsFalse(rig.Server.HasCaller, "opened");
        Assert.AreEqual(0, rig.Lookups, "a held name is never looked up");
        Assert.AreEqual(0, rig.Dials);
        Assert.AreEqual(0, unheard, "ended without an alert");

        foreach (HelloCase row in rows.Where(static row => row.IsPass))
        {
            using Socket client = rig.Connect();
            client.Send(row.Bytes);
            using Socket server = rig.Server.Accept();
            bool isSame = RelayRig.Receive(server, row.Bytes.Length).SequenceEqual(row.Bytes);
            server.Send(new byte[] { 1, 2, 3 });
            lost += isSame && RelayRig.Receive(client, 3).SequenceEqual(new byte[] { 1, 2, 3 }) ? 0 : 1;
        }

        Assert.AreEqual(0, lost, "lost");
        Assert.AreEqual(0, rig.Relay.Faults);
    }

    [TestMethod]
    public void Refusal_WithMuchUnread_IsStillHeard()
    {
        using RelayRig rig = new();

        for (int i = 0; i < 20; i++)
        {
            using Socket client = rig.Connect();

            // 60 kB in flight while the first bytes already decide. A close with bytes unread would be a reset, and tear the alert away.
            client.Send(HelloBuilder.Records(HelloTable.Good().PadTo(60 * 1024).Message(), 16384));
            byte[] heard = RelayRig.ReceiveAll(client, out bool wasReset);

            Assert.IsFalse(wasReset);
            CollectionAssert.AreEqual(TlsAlert.UnrecognizedName, heard);
        }
    }

    [TestMethod]
    public void Refusal_ClientThatStays_IsClosedSoon()
    {
        using RelayRig rig = new();
        using Socket client = rig.Connect();
        client.Send(new HelloBuilder().Name("other.example").Record());
        Stopwatch watch = Stopwatch.StartNew();

        CollectionAssert.AreEqual(TlsAlert.UnrecognizedName, RelayRig.ReceiveAll(client, out bool _));
        Assert.IsTrue(watch.ElapsedMilliseconds < 2000, $"{watch.ElapsedMilliseconds} ms");
    }

    [TestMethod]
    public void Hello_OneByteAtATime_Passes()
    {
        using RelayRig rig = new();
        using Socket client = rig.Connect();
        byte[] hello = HelloTable.Browser().Record();

        for (int i = 0; i < hello.Length; i++)
        {
            client.Send(hello, i, 1, SocketFlags.None);

            if (i % 100 == 0)
            {
                Thread.Sleep(1);
            }
        }

        using Socket server = rig.Server.Accept();
        CollectionAssert.AreEqual(hello, RelayRig.Receive(server, hello.Length));
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(16)]
    [DataRow(1000)]
    public void Hello_OverRecordsAndSegments_Passes(int size)
    {
        // The smallest buffer there is, so that the hello outgrows it.
        using RelayRig rig = new(bufferBytes: 256);
        using Socket client = rig.Connect();
        byte[] hello = HelloBuilder.Records(HelloTable.Browser().Message(), size);

        for (int at = 0; at < hello.Length; at += 1400)
        {
            client.Send(hello, at, System.Math.Min(1400, hello.Length - at), SocketFlags.None);
            Thread.Sleep(5);
        }

        using Socket server = rig.Server.Accept();
        CollectionAssert.AreEqual(hello, RelayRig.Receive(server, hello.Length));
        server.Send(new byte[3000]);
        RelayRig.Receive(client, 3000);
    }

    [TestMethod]
    [Req("WEB-04")]
    public void Hello_OneByteOver8KiB_IsRefused()
    {
        using RelayRig rig = new();
        using Socket client = rig.Connect();
        SendAll(client, HelloTable.Good().PadTo(8193).Record());

        CollectionAssert.AreEqual(TlsAlert.UnrecognizedName, RelayRig.ReceiveAll(client, out bool _));
        Assert.AreEqual(Reason.HelloTooLong, rig.Reasons.Single());
        Assert.AreEqual(0, rig.Lookups);
    }

    [TestMethod]
    public void Hello_MoreThanTheRelayHasRoomFor_IsRefused()
    {
        using RelayRig rig = new(new RelayLimits { HelloBytes = 1000 }, bufferBytes: 512);
        using Socket client = rig.Connect();
        SendAll(client, HelloTable.Browser().Record());

        CollectionAssert.AreEqual(TlsAlert.UnrecognizedName, RelayRig.ReceiveAll(client, out bool _));
        Assert.AreEqual(Reason.HelloTooLong, rig.Reasons.Single());
        rig.StillServes();
    }

    [TestMethod]
    [Req("WEB-04")]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(100)]
    public void Hello_ThatNeverBecomesWhole_IsClosedAtTheDeadline(int bytes)
    {
        using RelayRig rig = new(new RelayLimits { HelloMs = 500 });
        using Socket client = rig.Connect();
        client.Send(HelloTable.Good().Record(), 0, bytes, SocketFlags.None);
        Stopwatch watch = Stopwatch.StartNew();

        CollectionAssert.AreEqual(TlsAlert.UnrecognizedName, RelayRig.ReceiveAll(client, out bool _));
        Assert.IsTrue(watch.ElapsedMilliseconds is > 400 and < 2500, $"{watch.ElapsedMilliseconds} ms");
        Assert.AreEqual(Reason.HelloTooSlow, rig.Reasons.Single());
        rig.StillServes();
    }

    [TestMethod]
    [Req("WEB-04")]
    public void Hello_ThatDrips_IsClosedAtTheSameDeadline()
    {
        using RelayRig rig = new(new RelayLimits { HelloMs = 600 });
        using Socket client = rig.Connect();
        byte[] hello = HelloTable.Good().Record();
        Stopwatch watch = Stopwatch.StartNew();
        int sent = 0;

        // A byte every 20 ms would take two seconds.
        try
        {
            while (sent < hello.Length && !client.Poll(0, SelectMode.SelectRead))
            {
                client.Send(hello, sent, 1, SocketFlags.None);
                sent++;
                Thread.Sleep(20);
            }
        }
        catch (SocketException)
        {
        }

        Assert.IsTrue(watch.ElapsedMilliseconds < 2000, $"{watch.ElapsedMilliseconds} ms");
        Assert.AreEqual(Reason.HelloTooSlow, rig.Reasons.Single());
        Assert.AreEqual(0, rig.Lookups);
    }

    [TestMethod]
    [DataRow(0, true)]
    [DataRow(50, true)]
    [DataRow(0, false)]
    [DataRow(50, false)]
    public void Hello_BrokenOff_IsCutShort(int bytes, bool isReset)
    {
        using RelayRig rig = new();
        Socket client = rig.Connect();
        client.Send(HelloTable.Good().Record(), 0, bytes, SocketFlags.None);
        Thread.Sleep(20);

        if (isReset)
        {
            client.LingerState = new LingerOption(true, 0);
        }

        client.Close();
        RelayRig.Until(() => !rig.Reasons.IsEmpty, "the end was not seen");
        Assert.AreEqual(Reason.HelloCutShort, rig.Reasons.Single());
        rig.StillServes();
    }

    [TestMethod]
    [Req("EGR-01")]
    public void Peer_UnknownToy_IsRefused()
    {
        using RelayRig rig = new();
        using Socket client = rig.Connect("127.0.0.77");
        client.Send(HelloTable.Good().Record());

        CollectionAssert.AreEqual(TlsAlert.UnrecognizedName, RelayRig.ReceiveAll(client, out bool _));
        Assert.AreEqual(Reason.UnknownToy, rig.Reasons.Single());
    }

    [TestMethod]
    [Req("EGR-01")]
    public void Peer_FromOutsideTheToySide_IsClosedUnread()
    {
        using RelayRig rig = new();
        using Socket client = rig.Connect("127.0.1.1");

        Assert.AreEqual(0, RelayRig.ReceiveAll(client, out bool _).Length);
        Assert.IsTrue(rig.Reasons.IsEmpty);
        rig.StillServes();
    }

    [TestMethod]
    [Req("DEF-02")]
    public void NotPaired_NothingPasses()
    {
        using RelayRig rig = new();
        rig.Gate.SetPaired(false);
        using Socket client = rig.Connect();
        client.Send(HelloTable.Good().Record());

        CollectionAssert.AreEqual(TlsAlert.UnrecognizedName, RelayRig.ReceiveAll(client, out bool _));
        Assert.AreEqual(Reason.NotPaired, rig.Reasons.Single());
        Assert.AreEqual(0, rig.Lookups);
    }

    // A refused client may be closed while it still sends.
    private static void SendAll(Socket client, byte[] bytes)
    {
        try
        {
            client.Send(bytes);
        }
        catch (SocketException)
        {
        }
    }
}
