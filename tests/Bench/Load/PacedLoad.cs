using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Threading;

using ToyGuard.Fakes;

using static System.FormattableString;

namespace ToyGuard.Bench.Load;

/// <summary>DNS questions at a quiet pace, whether or not the last was answered: waiting for a lost one would hide the next losses.</summary>
internal static class PacedLoad
{
    private const int PatienceMs = 1000;

    /// <summary>Words: port, from, seconds, rate (a second).</summary>
    public static string Run(LoadWords words)
    {
        using Socket socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Parse(words.Text("from")), 0));
        socket.Connect(new IPEndPoint(IPAddress.Loopback, words.Whole("port")));
        socket.ReceiveTimeout = PatienceMs;
        double paceMs = 1000 / words.Number("rate");
        long[] askedAt = new long[(int)(words.Number("seconds") * words.Number("rate"))];
        Samples samples = new();
        Thread hearing = new(() => Hear(socket, askedAt, samples));
        long begun = Stopwatch.GetTimestamp();
        hearing.Start();

        for (int i = 0; i < askedAt.Length; i++)
        {
            Volatile.Write(ref askedAt[i], Stopwatch.GetTimestamp());
            socket.Send(DnsBuilder.Query(i, Running.Home.Names[i % Running.Home.NamesMax], 1, true));
            double aheadMs = ((i + 1) * paceMs) - Stopwatch.GetElapsedTime(begun).TotalMilliseconds;

            if (aheadMs >= 1)
            {
                Thread.Sleep((int)aheadMs);
            }
        }

        hearing.Join();
        return Invariant($"asked={askedAt.Length} lost={askedAt.Length - samples.Count} {samples}");
    }

    // Until all are answered, or nothing has come for as long as an answer may take.
    private static void Hear(Socket socket, long[] askedAt, Samples samples)
    {
        byte[] answer = new byte[512];

        try
        {
            while (samples.Count < askedAt.Length)
            {
                int count = socket.Receive(answer);
                int id = (answer[0] << 8) | answer[1];

                if (count > 2 && id < askedAt.Length)
                {
                    samples.Add(Stopwatch.GetElapsedTime(Volatile.Read(ref askedAt[id])));
                }
            }
        }
        catch (SocketException)
        {
            // The rest is lost.
        }
    }
}
