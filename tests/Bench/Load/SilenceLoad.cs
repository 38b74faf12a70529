using System.Diagnostics;

using static System.FormattableString;

namespace ToyGuard.Bench.Load;

/// <summary>Requests after a second of silence on each of several connections: one byte there and back.</summary>
internal static class SilenceLoad
{
    private const int SilenceMs = 1000;

    /// <summary>Words: port (0 = the server behind itself), backends, seconds, at-once.</summary>
    public static string Run(LoadWords words)
    {
        int[] backends = words.List("backends");
        int port = words.Whole("port");
        Reactor reactor = new();
        Backend.Open(reactor, backends, BackendKind.Echo);
        EchoClient[] clients = new EchoClient[words.Whole("at-once")];

        for (int i = 0; i < clients.Length; i++)
        {
            clients[i] = new EchoClient(i, port == 0 ? backends[0] : port);
            reactor.Add(clients[i], Libc.CanWrite);
        }

        Samples samples = new();
        int gone = 0;
        int stepMs = SilenceMs / clients.Length;
        int steps = (int)(words.Number("seconds") * 1000) / stepMs;
        Wait(reactor, SilenceMs);

        // Spread over the second, so that no request meets another.
        for (int i = 0; i < steps; i++)
        {
            EchoClient client = clients[i % clients.Length];

            if (client.IsGone || client.IsAsking)
            {
                gone++;
            }
            else
            {
                // Its last answer, however late it was; the first is the connection's and not counted.
                if (i >= clients.Length)
                {
                    samples.Add(client.Took);
                }

                client.Ask();
            }

            Wait(reactor, stepMs);
        }

        return Invariant($"asked={samples.Count} gone={gone} {samples}");
    }

    private static void Wait(Reactor reactor, int ms)
    {
        long begun = Stopwatch.GetTimestamp();

        while (true)
        {
            int left = ms - (int)Stopwatch.GetElapsedTime(begun).TotalMilliseconds;

            if (left <= 0)
            {
                return;
            }

            reactor.Turn(left);
        }
    }
}
