using System;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;

namespace ToyGuard.Edge.Tests.Dns;

/// <summary>The desktop half of the UDP seam. Its other half needs a board.</summary>
[TestClass]
public sealed class DatagramsTests
{
    private static readonly byte[] Loopback = { 127, 0, 0, 1 };
    private static readonly byte[] OtherLoopback = { 127, 0, 0, 9 };

    [TestMethod]
    public void Receive_Datagram_SaysFromWhomAndReplyReturnsThere()
    {
        Datagrams server = new(Loopback, 0);
        Datagrams client = new(OtherLoopback, 0);
        byte[] buffer = new byte[16];

        Assert.IsTrue(client.SendTo(Loopback, server.Port, new byte[] { 1, 2, 3 }, 2));
        Assert.AreEqual(2, server.Receive(buffer, 2000));
        CollectionAssert.AreEqual(new byte[] { 1, 2, 0 }, buffer[..3]);
        CollectionAssert.AreEqual(OtherLoopback, server.Sender);
        Assert.AreEqual(client.Port, server.SenderPort);

        Assert.IsTrue(server.Reply(new byte[] { 9 }, 1));
        Assert.AreEqual(1, client.Receive(buffer, 2000));
        CollectionAssert.AreEqual(Loopback, client.Sender);
        Assert.AreEqual(server.Port, client.SenderPort);

        server.Close();
        client.Close();
    }

    [TestMethod]
    public void Receive_EmptyDatagram_IsNotNothing()
    {
        Datagrams server = new(Loopback, 0);

        Assert.IsTrue(server.SendTo(Loopback, server.Port, Array.Empty<byte>(), 0));
        Assert.AreEqual(0, server.Receive(new byte[4], 2000));
        Assert.AreEqual(-1, server.Receive(new byte[4], 1));
        server.Close();
    }

    [TestMethod]
    public void Receive_LongDatagram_FillsTheBufferAndNoMore()
    {
        Datagrams server = new(Loopback, 0);
        byte[] buffer = new byte[8];
        Assert.IsTrue(server.SendTo(Loopback, server.Port, Enumerable.Repeat((byte)7, 20).ToArray(), 20));
        Assert.IsTrue(server.SendTo(Loopback, server.Port, new byte[] { 1 }, 1));

        int first = server.Receive(buffer, 2000);
        Assert.IsTrue(first is 8 or -1);
        Assert.AreEqual(1, server.Receive(buffer, 2000));
        server.Close();
    }

    [TestMethod]
    public void Receive_ReplyThatNobodyWanted_DoesNotBreakTheSocket()
    {
        Datagrams server = new(Loopback, 0);
        Datagrams gone = new(Loopback, 0);
        byte[] buffer = new byte[8];
        gone.SendTo(Loopback, server.Port, new byte[] { 1 }, 1);
        Assert.AreEqual(1, server.Receive(buffer, 2000));
        gone.Close();

        for (int i = 0; i < 5; i++)
        {
            server.Reply(new byte[] { 2 }, 1);
            Assert.AreEqual(-1, server.Receive(buffer, 20));
        }

        Assert.IsTrue(server.SendTo(Loopback, server.Port, new byte[] { 3 }, 1));
        Assert.AreEqual(1, server.Receive(buffer, 2000));
        server.Close();
    }

    [TestMethod]
    public void SendTo_PortOfNobody_IsFalseAndNothingElse()
    {
        Datagrams socket = new(Loopback, 0);

        Assert.IsFalse(socket.SendTo(Loopback, 0, new byte[1], 1));
        socket.Close();
    }

    [TestMethod]
    public void Constructor_PortTaken_Throws()
    {
        Datagrams socket = new(Loopback, 0);

        Assert.ThrowsExactly<SocketException>(() => _ = new Datagrams(Loopback, socket.Port));
        socket.Close();
    }

    [TestMethod]
    public void Close_WhileWaiting_WakesTheReceiver()
    {
        Datagrams socket = new(Loopback, 0);
        Task<Exception?> waiting = Task.Run(() =>
        {
            try
            {
                socket.Receive(new byte[4], 30_000);
                return null;
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return e;
            }
        });

        Assert.IsFalse(waiting.Wait(200));
        socket.Close();
        Assert.IsTrue(waiting.Wait(2000));
        Assert.IsNotNull(waiting.Result);
    }

    // design.md 11: the EndPoint overloads cost 216 bytes a question.
    [TestMethod]
    public void ReceiveReplySend_AfterWarmUp_AllocateNothing()
    {
        Datagrams server = new(Loopback, 0);
        Datagrams client = new(Loopback, 0);
        byte[] buffer = new byte[64];
        long before = 0;

        for (int i = 0; i < 400; i++)
        {
            before = i == 200 ? GC.GetAllocatedBytesForCurrentThread() : before;
            client.SendTo(Loopback, server.Port, buffer, 30);
            server.Receive(buffer, 2000);
            server.Reply(buffer, 40);
            client.Receive(buffer, 2000);
        }

        Assert.AreEqual(0, GC.GetAllocatedBytesForCurrentThread() - before);
        server.Close();
        client.Close();
    }
}
