using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Threading;

using ToyGuard.Fakes;

using static System.FormattableString;

namespace ToyGuard.Bench.Load;

/// <summary>DNS questions at a quiet pace, each waited for.</summary>
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
        int questions = (int)(words.Number("seconds") * words.Number("rate"));
        Samples samples = new();
        long begun = Stopwatch.GetTimestamp();

        for (int i = 0; i < questions; i++)
        {
            long askedAt = Stopwatch.GetTimestamp();
            socket.Send(DnsBuilder.Query(i & 0xFFFF, Running.Home.Names[i % Running.Home.NamesMax], 1, true));

            if (IsAnswered(socket, i & 0xFFFF))
            {
                samples.Add(Stopwatch.GetElapsedTime(askedAt));
            }

            double aheadMs = ((i + 1) * paceMs) - Stopwatch.GetElapsedTime(begun).TotalMilliseconds;

            if (aheadMs >= 1)
            {
                Thread.Sleep((int)aheadMs);
            }
        }

        return Invariant($"asked={questions} lost={questions - samples.Count} {samples}");
    }

    private static bool IsAnswered(Socket socket, int id)
    {
        byte[] answer = new byte[512];

        try
        {
            // A late answer to an earlier question is not this one's.
            while (socket.Receive(answer) < 2 || ((answer[0] << 8) | answer[1]) != id)
            {
            }

            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
