using System;
using System.Net;
using System.Net.Sockets;
using System.Threading;

using ToyGuard.Core.Policy;
using ToyGuard.Edge.Dns;
using ToyGuard.Fakes;
using ToyGuard.Guard.Toys;

namespace ToyGuard.Bench.Benches;

/// <summary>Bytes that the DNS service's own thread allocates between one verdict and the next: reading, judging, writing, sending and waiting.</summary>
internal static class DnsAllocation
{
    private const int WarmUp = 2000;
    private const int Measured = 10_000;

    /// <summary>Bytes for each of ten thousand questions, allowed and held.</summary>
    public static double BytesPerAnswer()
    {
        Gate gate = VerdictHome.Gate();
        ToyAddresses toys = new();
        toys.Add([127, 0, 0, 1], 1);
        DnsServer server = new(gate, toys, Subnet.Parse("127.0.0.0/24")!, [127, 0, 0, 1], 0);
        Watcher watcher = new();
        gate.Watcher = watcher;
        server.Open();
        Thread thread = new(server.Run) { IsBackground = true };
        thread.Start();

        try
        {
            using Socket client = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            client.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            client.Connect(new IPEndPoint(IPAddress.Loopback, server.Port));
            client.ReceiveTimeout = 5000;
            byte[][] queries = [DnsBuilder.Query(1, VerdictHome.Host(1, 7), 1, true), DnsBuilder.Query(2, "elsewhere.example", 1, true)];
            byte[] answer = new byte[512];

            for (int i = 0; i < WarmUp + Measured; i++)
            {
                client.Send(queries[i % queries.Length]);
                client.Receive(answer);
            }

            return (double)(watcher.Last - watcher.AfterWarmUp) / Measured;
        }
        finally
        {
            server.Stop();
            thread.Join();
        }
    }

    private sealed class Watcher : IVerdictWatcher
    {
        private int _seen;

        public long AfterWarmUp { get; private set; }

        public long Last { get; private set; }

        public void OnVerdict(GateQuery query, Verdict verdict)
        {
            Last = GC.GetAllocatedBytesForCurrentThread();
            _seen++;
            AfterWarmUp = _seen == WarmUp ? Last : AfterWarmUp;
        }
    }
}
