using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

using ToyGuard.Emulator.Tests.Running;

namespace ToyGuard.Emulator.Tests.Abuse;

/// <summary>
/// Goal: bad bytes neither crash the hub nor wear it out, nor open the gate.
/// Method: the real program; 10,000 random and mutated packets or requests at each port, from fixed seeds, and then what it answers and what it holds.
/// What it holds is compared with what it held after a first round, when everything had been made once.
/// </summary>
[TestClass]
public class GarbageTests
{
    private const int FirstRound = 1_000;
    private const int Round = 10_000;
    private const int Seed = 20261121;

    private static readonly IPAddress s_toy = IPAddress.Parse("127.0.0.2");
    private static readonly IPAddress s_honest = IPAddress.Parse("127.0.0.3");

    [TestMethod]
    [Req("WEB-04")]
    [Req("EGR-01")]
    public async Task TenThousandAtEachPort_LeaveEverythingAsItWas()
    {
        using AbusedHome home = AbusedHome.StartFrugal();
        EmulatorRun run = home.Run;
        await MakeEveryWorkerAsync(home);
        await ThrowAsync(home, FirstRound, Seed + 100);
        await AssertAllAnswersAsync(home);
        Health before = await SettledAsync(run.ProcessId, null);

        await ThrowAsync(home, Round, Seed);

        await AssertAllAnswersAsync(home);
        Health after = await SettledAsync(run.ProcessId, before);
        Console.WriteLine($"{before} became {after}");
        Assert.IsTrue(after.IsAsGoodAs(before), $"{before} became {after}");
        Assert.AreEqual(0, run.Count("failed", ""));
        Assert.AreEqual(0, run.Count("lab-resolver", AbusedHome.HeldHost));
        Assert.AreEqual(0, run.Errors.Count, string.Join('\n', run.Errors));
    }

    // Workers are made when they are first needed.
    private static async Task MakeEveryWorkerAsync(AbusedHome home)
    {
        foreach (TcpService service in home.Services)
        {
            await using SlowCrowd crowd = new(service, SlowMode.Silent, s_toy, 50);
            await Task.Delay(1500);
        }
    }

    private static Task ThrowAsync(AbusedHome home, int count, int seed)
    {
        byte[] dns = DnsBuilder.Query(7, AbusedHome.TlsHost, 1, true);
        byte[] held = DnsBuilder.Query(8, AbusedHome.HeldHost, 28, false);
        List<Task> throwing =
        [
            Task.Run(() => ThrowDatagrams(home.Run.DnsPort, count, new Garbage(seed, dns, held))),
            Task.Run(() => ThrowDatagrams(home.Run.SntpPort, count, new Garbage(seed + 1, DeafTests.SntpQuestion()))),
        ];

        foreach (TcpService service in home.Services)
        {
            Garbage garbage = new(seed + 2 + throwing.Count, service.Request, service.Opening, service.Held);
            throwing.Add(Task.Run(() => ThrowConnections(service.Port, count, garbage)));
        }

        return Task.WhenAll(throwing);
    }

    private static void ThrowDatagrams(int port, int count, Garbage garbage)
    {
        using Socket socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(s_toy, 0));
        IPEndPoint to = new(IPAddress.Loopback, port);

        for (int i = 0; i < count; i++)
        {
            socket.SendTo(garbage.Next(), to);

            // Slow enough for every one to be read: what the system drops proves nothing.
            if (i % 20 == 19)
            {
                Thread.Sleep(1);
            }
        }
    }

    private static void ThrowConnections(int port, int count, Garbage garbage)
    {
        IPEndPoint to = new(IPAddress.Loopback, port);
        byte[] buffer = new byte[16 * 1024];

        for (int i = 0; i < count; i++)
        {
            // Many addresses, since one has not so many ports to be closed in so short a time.
            using Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = 2000 };

            try
            {
                socket.Bind(new IPEndPoint(new IPAddress([127, 0, 0, (byte)(2 + (i % 100))]), 0));
                socket.Connect(to);
                socket.Send(garbage.Next());
                socket.Shutdown(SocketShutdown.Send);

                while (socket.Receive(buffer) > 0)
                {
                    // Whatever it says to that.
                }
            }
            catch (SocketException)
            {
                // Closed unread, or full: as it likes.
            }
        }
    }

    private static async Task AssertAllAnswersAsync(AbusedHome home)
    {
        foreach (TcpService service in home.Services)
        {
            TimeSpan took = await HonestClient.AskAsync(service, s_honest);
            Assert.IsTrue(took < TimeSpan.FromSeconds(10), service.Name);
            string held = await HonestClient.HearOnceAsync(service with { Request = service.Held }, s_honest);
            Assert.IsFalse(held.StartsWith(service.Answer, StringComparison.Ordinal), service.Name);
        }

        // Behind what was thrown there may be a line.
        Assert.AreEqual(50, await DnsAsker.AskAsync(home.Run.DnsPort, s_honest, AbusedHome.TlsHost, 50));
        Assert.IsTrue(await DeafTests.IsAnsweredAsync(home.Run.SntpPort, "127.0.0.3", DeafTests.SntpQuestion(), 10_000));
        StringAssert.Contains(DnsTests.DigAt(home.Run, "127.0.0.3", AbusedHome.HeldHost, "A").Output, "ANSWER: 0,");
    }

    // Waits until it is as it was before, or, without one, until it stays as it is; at most 15 seconds.
    private static async Task<Health> SettledAsync(int processId, Health? before)
    {
        Health last = Health.Of(processId);

        for (int i = 0; i < 15; i++)
        {
            await Task.Delay(1000);
            Health now = Health.Of(processId);

            if (before is null ? now.IsAsGoodAs(last) && last.IsAsGoodAs(now) : now.IsAsGoodAs(before))
            {
                return now;
            }

            last = now;
        }

        return last;
    }
}
