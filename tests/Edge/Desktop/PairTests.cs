using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Sockets;
using System.Threading;

namespace ToyGuard.Edge.Tests.Desktop;

/// <summary>Goal: the seam says which of two sockets is ready, and never waits in a receive or a send. Method: two pairs of connected sockets.</summary>
[TestClass]
public sealed class PairTests
{
    [TestMethod]
    public void Wait_EachBit_IsSaidWhenItIsSo()
    {
        using Ends a = new();
        using Ends b = new();
        Pair pair = new();

        Assert.AreEqual(0, pair.Wait(a.Near, b.Near, Pair.ReadA | Pair.ReadB, 0));
        Assert.AreEqual(Pair.WriteA | Pair.WriteB, pair.Wait(a.Near, b.Near, Pair.ReadA | Pair.ReadB | Pair.WriteA | Pair.WriteB, 0));

        a.Far.Send(new byte[1]);
        Assert.AreEqual(Pair.ReadA, pair.Wait(a.Near, b.Near, Pair.ReadA | Pair.ReadB, 1000));
        Assert.AreEqual(0, pair.Wait(a.Near, b.Near, Pair.ReadB, 0), "what is not watched is not said");
        Assert.AreEqual(Pair.WriteA, pair.Wait(a.Near, b.Near, Pair.WriteA, 0));

        b.Far.Close();
        Assert.AreEqual(Pair.ReadA | Pair.ReadB, pair.Wait(a.Near, b.Near, Pair.ReadA | Pair.ReadB, 1000), "an end is something to read");
    }

    [TestMethod]
    public void ReceiveAndSend_NothingThereAndNoRoom_DoNotWait()
    {
        using Ends ends = new();
        Pair.Prepare(ends.Near, ends.Near);
        byte[] chunk = new byte[65536];
        long sent = 0;
        int step;

        Assert.AreEqual(-1, Pair.Receive(ends.Near, chunk, 0, chunk.Length));

        while ((step = Pair.Send(ends.Near, chunk, 0, chunk.Length)) > 0)
        {
            sent += step;
        }

        Assert.AreEqual(0, step, "no room");
        Assert.IsTrue(sent > 0);
        Assert.AreEqual(sent, Drain(ends.Far, sent), "every byte that was said to be sent was sent");

        ends.Far.Close();
        Assert.IsTrue(SpinWait.SpinUntil(() => Pair.Receive(ends.Near, chunk, 0, 1) == 0, 5000));
        Assert.IsTrue(SpinWait.SpinUntil(() => Pair.Send(ends.Near, chunk, 0, 1) == -1, 5000));
    }

    [TestMethod]
    public void ReceiveAndSend_ClosedByAnotherThread_SayThatItEnded()
    {
        using Ends ends = new();
        ends.Near.Close();

        Assert.AreEqual(0, Pair.Receive(ends.Near, new byte[1], 0, 1));
        Assert.AreEqual(-1, Pair.Send(ends.Near, new byte[1], 0, 1));
    }

    [TestMethod]
    public void Wait_ClosedByAnotherThread_Wakes()
    {
        using Ends a = new();
        using Ends b = new();
        Pair pair = new();
        Thread closer = Threads.Start("closer", () =>
        {
            Thread.Sleep(100);
            a.Near.Close();
        });
        long begunMs = Environment.TickCount64;

        try
        {
            pair.Wait(a.Near, b.Near, Pair.ReadA | Pair.ReadB, 10000);
        }
        catch (SocketException)
        {
        }
        catch (ObjectDisposedException)
        {
        }

        Assert.IsTrue(Environment.TickCount64 - begunMs < 5000);
        Assert.IsTrue(closer.Join(5000));
    }

    [TestMethod]
    public void Wait_HandlesOver1024_AreServed()
    {
        List<Socket> many = new();

        try
        {
            for (int i = 0; i < 1100; i++)
            {
                many.Add(new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp));
            }

            using Ends a = new();
            using Ends b = new();
            Pair pair = new();
            Assert.IsTrue(a.Near.Handle > 1024 || !OperatingSystem.IsLinux());

            Assert.AreEqual(0, pair.Wait(a.Near, b.Near, Pair.ReadA | Pair.ReadB, 10));
            b.Far.Send(new byte[1]);
            Assert.AreEqual(Pair.ReadB | Pair.WriteA, pair.Wait(a.Near, b.Near, Pair.ReadA | Pair.ReadB | Pair.WriteA, 1000));
        }
        finally
        {
            many.ForEach(static socket => socket.Dispose());
        }
    }

    [TestMethod]
    public void IsTimeout_TimeoutAndReset_AreToldApart()
    {
        using Ends ends = new();
        ends.Near.ReceiveTimeout = 10;
        SocketException timeout = Assert.ThrowsExactly<SocketException>(() => ends.Near.Receive(new byte[1]));
        Assert.IsTrue(SocketFault.IsTimeout(timeout) || timeout.SocketErrorCode == SocketError.WouldBlock);
        Assert.IsTrue(SocketFault.IsTimeout(new SocketException((int)SocketError.TimedOut)));
        Assert.IsFalse(SocketFault.IsTimeout(new SocketException((int)SocketError.ConnectionReset)));
    }

    private static long Drain(Socket socket, long count)
    {
        byte[] buffer = new byte[65536];
        long have = 0;

        while (have < count)
        {
            have += socket.Receive(buffer);
        }

        return have;
    }

    /// <summary>The two ends of one connection.</summary>
    private sealed class Ends : IDisposable
    {
        public Ends()
        {
            using Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            listener.Listen(1);
            Far = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            Far.Connect(listener.LocalEndPoint!);
            Near = listener.Accept();
        }

        public Socket Near { get; }

        public Socket Far { get; }

        public void Dispose()
        {
            Near.Dispose();
            Far.Dispose();
        }
    }
}
