using System;
using System.Diagnostics;
using System.Threading;

using static System.FormattableString;

namespace ToyGuard.Bench.Load;

/// <summary>Many open connections that say nothing, and now and then a new one beside them.</summary>
internal static class IdleLoad
{
    /// <summary>Words: port, backends, seconds, at-once. Prints "open" once all are open; the caller measures from then on.</summary>
    public static string Run(LoadWords words)
    {
        int port = words.Whole("port");
        int seconds = words.Whole("seconds");
        Reactor reactor = new();
        Backend.Open(reactor, words.List("backends"), BackendKind.Echo);
        EchoClient[] clients = new EchoClient[words.Whole("at-once")];

        for (int i = 0; i < clients.Length; i++)
        {
            clients[i] = new EchoClient(i, port);
            reactor.Add(clients[i], Libc.CanWrite);
            WaitOpen(reactor, clients[i]);
        }

        int open = Array.FindAll(clients, client => client.IsOpen && !client.IsGone).Length;
        Console.WriteLine("open");
        Thread.Sleep(seconds * 1000);
        Console.WriteLine("waited");
        Samples samples = new();

        for (int i = 0; i < 50; i++)
        {
            EchoClient one = new(i, port);
            reactor.Add(one, Libc.CanWrite);
            WaitOpen(reactor, one);

            if (one.IsOpen)
            {
                samples.Add(one.Took);
            }
        }

        int left = Array.FindAll(clients, client => client.IsOpen && !client.IsGone).Length;
        return Invariant($"open={open} left={left} served={samples.Count} {samples}");
    }

    private static void WaitOpen(Reactor reactor, EchoClient client)
    {
        long begun = Stopwatch.GetTimestamp();

        while (!client.IsOpen && !client.IsGone && Stopwatch.GetElapsedTime(begun).TotalSeconds < 2)
        {
            reactor.Turn(100);
        }
    }
}
