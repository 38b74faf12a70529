using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

using ToyGuard.Fakes;

using static System.FormattableString;

namespace ToyGuard.Bench.Load;

/// <summary>DNS questions as fast as the system takes them, without waiting for an answer.</summary>
internal static class FloodLoad
{
    /// <summary>Words: port, from, seconds.</summary>
    public static string Run(LoadWords words)
    {
        using Socket socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Parse(words.Text("from")), 0));
        socket.Connect(new IPEndPoint(IPAddress.Loopback, words.Whole("port")));
        byte[] question = DnsBuilder.Query(1, Running.Home.Names[0], 1, true);
        double seconds = words.Number("seconds");
        long begun = Stopwatch.GetTimestamp();
        long sent = 0;

        while (Stopwatch.GetElapsedTime(begun).TotalSeconds < seconds)
        {
            for (int i = 0; i < 64; i++)
            {
                socket.Send(question);
                sent++;
            }
        }

        return Invariant($"per-second={sent / seconds:0}");
    }
}
