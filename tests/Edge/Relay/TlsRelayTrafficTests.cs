using System;
using System.Diagnostics;
using System.Linq;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

using ToyGuard.Fakes;

namespace ToyGuard.Edge.Tests.Relay;

/// <summary>Goal: what goes in comes out, all of it, in order, both ways at once, without an allocation. Method: seeded bytes through a real relay.</summary>
[TestClass]
public sealed class TlsRelayTrafficTests
{
    private const int Seed = 20261121;

    [TestMethod]
    [DataRow(256)]
    [DataRow(2048)]
    [DataRow(16 * 1024)]
    public void Bytes_BothWaysAtOnce_ArriveUnchanged(int bufferBytes)
    {
        using RelayRig rig = new(bufferBytes: bufferBytes);
        using Socket client = rig.ConnectThrough(out Socket server);
        byte[] up = Random(1, 3000000);
        byte[] down = Random(2, 3000000);
        Task sendUp = Task.Run(() => client.Send(up));
        Task sendDown = Task.Run(() => server.Send(down));
        Task<byte[]> upHeard = Task.Run(() => RelayRig.Receive(server, up.Length));

        Assert.IsTrue(RelayRig.Receive(client, down.Length).SequenceEqual(down), $"seed {Seed}");
        Assert.IsTrue(Task.WaitAll(new[] { sendUp, sendDown, upHeard }, RelayRig.WaitMs));
        Assert.IsTrue(upHeard.Result.SequenceEqual(up), $"seed {Seed}");
        server.Close();
    }

    [TestMethod]
    public void Echo_ThatWritesBeforeItReadsOn_NeverStandsStill()
    {
        using RelayRig rig = new();
        using Socket client = rig.ConnectThrough(out Socket server);
        byte[] sent = Random(3, 20 * 1024 * 1024);

        // The server reads nothing more while its answer does not go out. A relay that waited in a send, too, would never move again.
        Task echo = Task.Run(() => Echo(server));
        Task send = Task.Run(() => client.Send(sent));

        Assert.IsTrue(RelayRig.Receive(client, sent.Length).SequenceEqual(sent));
        client.Close();
        Assert.IsTrue(Task.WaitAll(new[] { echo, send }, RelayRig.WaitMs));
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void End_AfterManyBytes_DeliversThemAll(bool isServer)
    {
        using RelayRig rig = new();

        for (int round = 0; round < 5; round++)
        {
            using Socket client = rig.ConnectThrough(out Socket server);
            Socket from = isServer ? server : client;
            Socket to = isServer ? client : server;
            byte[] bytes = Random(round, 12 * 1024 * 1024);

            Task send = Task.Run(() =>
            {
                from.Send(bytes);
                from.Close();
            });

            // More than all buffers hold, and taken late: the end stands waiting behind bytes that nobody reads yet.
            Thread.Sleep(50);
            byte[] heard = RelayRig.ReceiveAll(to, out bool wasReset);

            Assert.IsTrue(send.Wait(RelayRig.WaitMs));
            Assert.IsFalse(wasReset, $"round {round}");
            Assert.IsTrue(heard.SequenceEqual(bytes), $"round {round}: {heard.Length} of {bytes.Length}");
            to.Close();
        }
    }

    [TestMethod]
    public void End_OfAServerThatDoesNotReadToTheEnd_DeliversItsAnswer()
    {
        using RelayRig rig = new();

        // As a server that says "too large" and closes while the upload still runs.
        for (int round = 0; round < 20; round++)
        {
            using Socket client = rig.ConnectThrough(out Socket server);
            client.Send(new byte[20000]);
            RelayRig.Receive(server, 1000);
            server.Send(new byte[] { 4, 1, 3 });
            server.Close();

            CollectionAssert.AreEqual(new byte[] { 4, 1, 3 }, RelayRig.Receive(client, 3), $"round {round}");
        }

        rig.StillServes();
    }

    [TestMethod]
    public void Relay_WarmedUp_AllocatesNothing()
    {
        using RelayRig rig = new();
        using Socket client = rig.ConnectThrough(out Socket server);
        byte[] chunk = new byte[4096];
        PingPong(client, server, chunk, 500);

        // The best of three: the test host allocates now and then, too.
        long least = long.MaxValue;

        for (int i = 0; i < 3; i++)
        {
            long before = GC.GetTotalAllocatedBytes(true);
            PingPong(client, server, chunk, 2000);
            least = Math.Min(least, GC.GetTotalAllocatedBytes(true) - before);
        }

        // 4,000 buffers relayed, and several ticks of the watch.
        Assert.IsTrue(least < 4000, $"{least} bytes in 4,000 buffers");
    }

    [TestMethod]
    public void Relay_OneAtATime_AddsUnderAMillisecond()
    {
        using RelayRig rig = new();
        using Socket client = rig.ConnectThrough(out Socket server);
        byte[] chunk = new byte[64];
        PingPong(client, server, chunk, 200);
        Stopwatch watch = Stopwatch.StartNew();
        PingPong(client, server, chunk, 1000);

        // There and back through both: far below 20 ms, which polling in turns would cost.
        Assert.IsTrue(watch.ElapsedMilliseconds < 2000, $"{watch.ElapsedMilliseconds} µs a round trip");
    }

    private static void PingPong(Socket client, Socket server, byte[] chunk, int rounds)
    {
        for (int i = 0; i < rounds; i++)
        {
            Pass(client, server, chunk);
            Pass(server, client, chunk);
        }
    }

    private static void Pass(Socket from, Socket to, byte[] chunk)
    {
        from.Send(chunk, 0, chunk.Length, SocketFlags.None);
        int have = 0;

        while (have < chunk.Length)
        {
            have += to.Receive(chunk, have, chunk.Length - have, SocketFlags.None);
        }
    }

    private static void Echo(Socket socket)
    {
        byte[] buffer = new byte[64 * 1024];

        try
        {
            int got;

            while ((got = socket.Receive(buffer)) > 0)
            {
                socket.Send(buffer, 0, got, SocketFlags.None);
            }
        }
        catch (SocketException)
        {
        }
    }

    private static byte[] Random(int salt, int count)
    {
        byte[] bytes = new byte[count];
        new Random(Seed + salt).NextBytes(bytes);

        return bytes;
    }
}
