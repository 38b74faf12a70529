using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Threading;

using ToyGuard.Core.Policy;
using ToyGuard.Edge.Dialing;
using ToyGuard.Edge.Dns;
using ToyGuard.Edge.Hub;
using ToyGuard.Fakes;
using ToyGuard.Guard.Toys;

namespace ToyGuard.Edge.Tests.Dns;

/// <summary>
/// Goal: a real client sees that allowed names lead to the hub and all others nowhere, and nothing that is sent to the port ends the service.
/// Method: the service on loopback with toys at 127.0.0.1 and 127.0.0.2, asked by dig and by raw datagrams.
/// </summary>
[TestClass]
public sealed class DnsServerTests
{
    private const string Open = DnsRig.Open;
    private const string Waiting = DnsRig.Waiting;

    private static readonly byte[] Loopback = { 127, 0, 0, 1 };

    // Bound address, name, type and options of dig; then status, error and what the answer section holds.
    [TestMethod]
    [Req("EGR-01")]
    [DataRow("127.0.0.1", Open, "A", "", "NOERROR", "", "5 IN A 127.0.0.1")]
    [DataRow("127.0.0.1", "StOrIeS.ToYs.ExAmPlE", "A", "+noedns", "NOERROR", "", "5 IN A 127.0.0.1")]
    [DataRow("127.0.0.1", Open, "A", "+dnssec +cdflag +subnet=192.0.2.0/24 +padding=128", "NOERROR", "", "5 IN A 127.0.0.1")]
    [DataRow("127.0.0.1", Open, "AAAA", "", "NOERROR", "", "")]
    [DataRow("127.0.0.1", Open, "HTTPS", "", "NOERROR", "", "")]
    [DataRow("127.0.0.1", Open, "SVCB", "", "NOERROR", "", "")]
    [DataRow("127.0.0.1", Open, "TXT", "", "REFUSED", "21 (Not Supported)", "")]
    [DataRow("127.0.0.1", Open, "ANY", "+notcp", "REFUSED", "21 (Not Supported)", "")]
    [DataRow("127.0.0.1", Waiting, "A", "", "NXDOMAIN", "15 (Blocked)", "")]
    [DataRow("127.0.0.1", "other.example", "A", "", "NXDOMAIN", "15 (Blocked)", "")]
    [DataRow("127.0.0.1", "other.example", "A", "+noedns", "NXDOMAIN", "", "")]
    [DataRow("127.0.0.1", "other.example", "HTTPS", "", "NXDOMAIN", "15 (Blocked)", "")]
    [DataRow("127.0.0.1", "127.0.0.1", "A", "", "NXDOMAIN", "15 (Blocked)", "")]
    [DataRow("127.0.0.1", "stories\\.toys.example", "A", "", "NXDOMAIN", "15 (Blocked)", "")]
    [DataRow("127.0.0.1", ".", "NS", "", "NXDOMAIN", "15 (Blocked)", "")]
    [DataRow("127.0.0.2", Open, "A", "", "NXDOMAIN", "15 (Blocked)", "")]
    [DataRow("127.0.0.2", "games.toys.example", "A", "", "NOERROR", "", "5 IN A 127.0.0.1")]
    [DataRow("127.0.0.77", Open, "A", "", "REFUSED", "18 (Prohibited)", "")]
    [DataRow("127.0.0.1", Open, "A", "+opcode=STATUS +noedns", "NOTIMP", "", "")]
    [DataRow("127.0.0.1", Open, "A", "+edns=1 +noednsnegotiation", "BADVERS", "", "")]
    public void Dig_Asks_GetsTheAnswerOfTheTable(string from, string name, string type, string options, string status, string error, string answer)
    {
        using DnsRig server = new();
        string output = Dig(server.Port, from, name, type, options);

        Assert.Contains("status: " + status, output);
        Assert.AreEqual(error.Length > 0, output.Contains("; EDE: ", StringComparison.Ordinal), output);
        Assert.Contains(error, output);
        Assert.IsFalse(output.Contains("warning", StringComparison.OrdinalIgnoreCase), output);
        Assert.AreEqual(answer.Length > 0, output.Contains("ANSWER SECTION", StringComparison.Ordinal), output);

        if (answer.Length > 0)
        {
            Assert.MatchesRegex(new Regex("^" + Regex.Escape(name) + "\\.\\s+" + answer.Replace(" ", "\\s+", StringComparison.Ordinal) + "$", RegexOptions.Multiline), output);
        }
    }

    [TestMethod]
    [Req("DEF-02")]
    public void Dig_NotPaired_IsRefused()
    {
        using DnsRig server = new();
        server.Gate.SetPaired(false);

        foreach (string name in new[] { Open, "other.example" })
        {
            string output = Dig(server.Port, "127.0.0.1", name, "A", "");
            Assert.Contains("status: REFUSED", output);
            Assert.Contains("; EDE: 18 (Prohibited)", output);
        }
    }

    [TestMethod]
    public void Dig_AfterAPause_IsHeldAndOpenAgainAtOnce()
    {
        using DnsRig server = new();

        foreach (bool isPaused in new[] { false, true, false })
        {
            server.Gate.PauseToy(1, isPaused);
            string output = Dig(server.Port, "127.0.0.1", Open, "A", "");
            Assert.Contains(isPaused ? "; EDE: 17 (Filtered)" : "status: NOERROR", output);
        }
    }

    // Nothing at all, not even a refusal: whoever scans the home side finds no server.
    [TestMethod]
    public void Answer_SenderOutsideTheToySide_IsSilence()
    {
        using DnsRig server = new();
        using UdpClient stranger = ClientAt("127.0.1.5");
        using UdpClient neighbour = ClientAt("127.0.0.200");
        byte[] query = DnsBuilder.Query(1, Open, 1, true);

        stranger.Send(query, server.EndPoint);
        Assert.IsNotNull(AskRaw(neighbour, server, query));
        Assert.IsNull(Receive(stranger, 100));
    }

    [TestMethod]
    [Req("EGR-04")]
    public void Ask_HeldAndAllowedNames_ReachNoResolver()
    {
        using FakeResolver resolver = FakeResolver.Honest();
        DnsRig home = new();
        HubSettings settings = new(Loopback, Subnet.Parse("127.0.0.0/24")!, Loopback) { DnsPort = 0, ResolverPort = resolver.Port };
        settings.Relay.Port = 0;
        WallClock clock = new();
        clock.SetUtc(1800000000000, 0);
        HubHost hub = new(home.Gate, home.Toys, clock, new Dialer(null), settings, new NobodyWatches());
        hub.Dns.Open();
        hub.Relay.Open();
        hub.Start();

        try
        {
            using UdpClient toy = ClientAt("127.0.0.1");
            IPEndPoint port = new(IPAddress.Loopback, hub.Dns.Port);

            foreach (string name in new[] { Open, Waiting, "other.example", "secret-data.other.example", "127.0.0.1", "" })
            {
                foreach (int type in new[] { 1, 28, 65, 16 })
                {
                    toy.Send(DnsBuilder.Query(1, name, type, true), port);
                    Assert.IsNotNull(Receive(toy, 5000));
                }
            }

            Assert.IsEmpty(resolver.Questions);
        }
        finally
        {
            Assert.IsTrue(hub.Stop(5000));
            home.Dispose();
        }
    }

    [TestMethod]
    public void Serve_EveryBadQuestionAndTenThousandRandomOnes_StillAnswers()
    {
        const int Seed = 20261121;
        using DnsRig server = new();
        using UdpClient toy = ClientAt("127.0.0.1");
        Random random = new(Seed);
        byte[] good = DnsBuilder.Query(0x7777, Open, 1, true);

        foreach (string kind in BadDnsQuestions.Kinds())
        {
            toy.Send(BadDnsQuestions.Make(kind, Open), server.EndPoint);
        }

        for (int i = 0; i < 10_000; i++)
        {
            byte[] message = i % 2 == 0 ? new byte[random.Next(1600)] : (byte[])good.Clone();

            if (i % 2 == 0)
            {
                random.NextBytes(message);
            }
            else
            {
                message[random.Next(message.Length)] ^= (byte)(1 << random.Next(8));
            }

            toy.Send(message, server.EndPoint);

            // Now and then an honest question in between, so that the flood does not merely overflow the system's buffer.
            if (i % 100 == 0)
            {
                Assert.IsTrue(IsAnswered(toy, server, good), "seed " + Seed.ToString(CultureInfo.InvariantCulture));
            }
        }

        Assert.IsTrue(IsAnswered(toy, server, good));
        Assert.IsTrue(server.Thread.IsAlive);
    }

    // A reply that nobody takes comes back as an error on some systems; a toy must not end the service with it.
    [TestMethod]
    public void Serve_ClientsThatLeave_DoNotEndIt()
    {
        using DnsRig server = new();
        using UdpClient toy = ClientAt("127.0.0.1");
        byte[] query = DnsBuilder.Query(1, Open, 1, true);

        for (int i = 0; i < 50; i++)
        {
            using UdpClient gone = ClientAt("127.0.0.3");
            gone.Send(query, server.EndPoint);
        }

        Assert.IsTrue(IsAnswered(toy, server, query));
    }

    [TestMethod]
    public void Stop_WhileWaiting_ReturnsAtOnceAndForGood()
    {
        using DnsRig server = new();
        Stopwatch watch = Stopwatch.StartNew();
        Thread.Sleep(50);

        server.Service.Stop();
        Assert.IsTrue(server.Thread.Join(2000));
        Assert.IsTrue(watch.ElapsedMilliseconds < 1500);
        Assert.IsNull(server.Thrown);

        // Final: a later run of the supervisor returns too, and the port is free.
        server.Service.Run();
        new Datagrams(Loopback, server.Port).Close();
    }

    [TestMethod]
    public void Open_PortTaken_Throws()
    {
        using DnsRig server = new();
        DnsServer second = new(server.Gate, server.Toys, Subnet.Parse("127.0.0.0/24")!, Loopback, server.Port);

        Assert.ThrowsExactly<SocketException>(second.Open);
        Assert.ThrowsExactly<SocketException>(second.Run);
    }

    // The supervisor can only restart what ends: a socket that fails again and again must not be tried for ever.
    [TestMethod]
    public void Run_SocketThatOnlyFails_ThrowsAndCanRunAgainAtTheSamePort()
    {
        using DnsRig server = new();
        int port = server.Port;
        Datagrams broken = new(Loopback, 0);
        Field(typeof(Datagrams), "_socket").SetValue(broken, new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp));
        DnsServer second = new(server.Gate, server.Toys, Subnet.Parse("127.0.0.0/24")!, Loopback, 0);
        Field(typeof(PacketService), "_socket").SetValue(second, broken);

        Assert.ThrowsExactly<SocketException>(second.Run);

        Thread again = new(second.Run) { IsBackground = true };
        again.Start();
        Assert.IsTrue(SpinWait.SpinUntil(() => second.Port != 0, 2000));
        using UdpClient toy = ClientAt("127.0.0.1");
        toy.Send(DnsBuilder.Query(1, Open, 1, true), new IPEndPoint(IPAddress.Loopback, second.Port));
        Assert.IsNotNull(Receive(toy, 2000));
        second.Stop();
        Assert.IsTrue(again.Join(2000));
        Assert.AreNotEqual(port, second.Port);
    }

    // design.md 12. The gate tells its watcher on the service's own thread, between one question and the next.
    [TestMethod]
    public void Serve_AfterWarmUp_AllocatesNothingPerQuestion()
    {
        using DnsRig server = new();
        using UdpClient toy = ClientAt("127.0.0.1");
        AllocationWatcher watcher = new();
        server.Gate.Watcher = watcher;
        byte[][] queries =
        {
            DnsBuilder.Query(1, Open, 1, true), DnsBuilder.Query(2, "other.example", 1, true), DnsBuilder.Query(3, Open, 65, false), DnsBuilder.Query(4, Open, 16, true),
        };

        for (int i = 0; i < 2000; i++)
        {
            Assert.IsNotNull(AskRaw(toy, server, queries[i % queries.Length]));
        }

        Assert.IsTrue(watcher.Seen >= 2000);
        Assert.AreEqual(0, watcher.Last - watcher.AfterWarmUp);
    }

    [TestMethod]
    public void Serve_ManyClientsAtOnce_EachGetsItsOwnAnswer()
    {
        using DnsRig server = new();
        List<Thread> clients = new();
        int wrong = 0;

        for (int i = 0; i < 8; i++)
        {
            int number = i;
            Thread client = new(() =>
            {
                using UdpClient toy = ClientAt("127.0.0.1");

                for (int round = 0; round < 200; round++)
                {
                    int id = (number * 1000) + round;
                    byte[]? answer = AskRaw(toy, server, DnsBuilder.Query(id, number % 2 == 0 ? Open : "other.example", 1, false));

                    if (answer == null || ((answer[0] << 8) | answer[1]) != id || (answer[3] & 15) != (number % 2 == 0 ? 0 : 3))
                    {
                        Interlocked.Increment(ref wrong);
                    }
                }
            });
            clients.Add(client);
            client.Start();
        }

        clients.ForEach(c => c.Join());
        Assert.AreEqual(0, wrong);
    }

    private static FieldInfo Field(Type type, string name)
    {
        return type.GetField(name, BindingFlags.Instance | BindingFlags.NonPublic)!;
    }

    private static string Dig(int port, string from, string name, string type, string options)
    {
        string fixedPart = string.Create(CultureInfo.InvariantCulture, $"@127.0.0.1 -p {port} -b {from} +tries=1 +time=5 +nocookie ");
        ProcessStartInfo start = new(Peer.Path("dig"), fixedPart + options) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Arguments += " -t " + type + " -q " + name;
        using Process dig = Process.Start(start)!;
        string output = dig.StandardOutput.ReadToEnd();
        Assert.IsTrue(dig.WaitForExit(10_000));
        return output;
    }

    private static UdpClient ClientAt(string address)
    {
        return new UdpClient(new IPEndPoint(IPAddress.Parse(address), 0));
    }

    private static bool IsAnswered(UdpClient toy, DnsRig server, byte[] query)
    {
        // A flood may have cost this one question; a service that ended answers none.
        for (int i = 0; i < 5; i++)
        {
            byte[]? answer = AskRaw(toy, server, query);

            while (answer != null)
            {
                if (answer[0] == query[0] && answer[1] == query[1] && answer[7] == 1)
                {
                    return true;
                }

                answer = Receive(toy, 500);
            }
        }

        return false;
    }

    private static byte[]? AskRaw(UdpClient toy, DnsRig server, byte[] query)
    {
        toy.Send(query, server.EndPoint);
        return Receive(toy, 2000);
    }

    private static byte[]? Receive(UdpClient toy, int timeoutMs)
    {
        try
        {
            IPEndPoint? from = null;
            toy.Client.ReceiveTimeout = timeoutMs;
            return toy.Receive(ref from);
        }
        catch (SocketException)
        {
            return null;
        }
    }

    private sealed class NobodyWatches : IServiceWatcher
    {
        public void OnService(string service, ServiceEvent what, int delayMs, string fault)
        {
        }
    }

    private sealed class AllocationWatcher : IVerdictWatcher
    {
        private const int WarmUp = 1000;

        public int Seen { get; private set; }

        public long AfterWarmUp { get; private set; }

        public long Last { get; private set; }

        public void OnVerdict(GateQuery query, Verdict verdict)
        {
            Last = GC.GetAllocatedBytesForCurrentThread();
            Seen++;
            AfterWarmUp = Seen == WarmUp ? Last : AfterWarmUp;
        }
    }
}
