using System.Diagnostics;

using static System.FormattableString;

namespace ToyGuard.Bench.Load;

/// <summary>A few connections that take as much as comes.</summary>
internal static unsafe class BulkLoad
{
    private const int WarmUpMs = 500;

    /// <summary>Words: port (0 = the server behind itself), backends, seconds, at-once.</summary>
    public static string Run(LoadWords words)
    {
        int[] backends = words.List("backends");
        int port = words.Whole("port");
        Reactor reactor = new();
        Backend.Open(reactor, backends, BackendKind.Stream);
        Client[] clients = new Client[words.Whole("at-once")];

        for (int i = 0; i < clients.Length; i++)
        {
            clients[i] = new Client(i, port == 0 ? backends[0] : port);
            reactor.Add(clients[i], Libc.CanWrite);
        }

        Go(reactor, WarmUpMs);
        long before = Sum(clients);
        double seconds = Go(reactor, (int)(words.Number("seconds") * 1000));
        return Invariant($"mb-per-second={(Sum(clients) - before) / seconds / 1e6:0.0} mb={Sum(clients) / 1e6:0.0}");
    }

    private static double Go(Reactor reactor, int ms)
    {
        long begun = Stopwatch.GetTimestamp();

        while (Stopwatch.GetElapsedTime(begun).TotalMilliseconds < ms)
        {
            reactor.Turn(100);
        }

        return Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }

    private static long Sum(Client[] clients)
    {
        long sum = 0;

        foreach (Client client in clients)
        {
            sum += client.Bytes;
        }

        return sum;
    }

    private sealed class Client : Line
    {
        private readonly byte[] _hello;
        private bool _isSent;

        public Client(int number, int port)
        {
            _hello = Hellos.Of(number);
            Socket = Libc.Connect(Libc.Address.Loopback, port, 0);
        }

        public long Bytes { get; private set; }

        public override void OnReady(Reactor reactor, short ready)
        {
            if (!_isSent)
            {
                fixed (byte* hello = _hello)
                {
                    _isSent = Libc.Send(Socket, hello, _hello.Length) != -1;
                }

                reactor.Want(this, _isSent ? Libc.CanRead : Libc.CanWrite);
                return;
            }

            int got = Libc.Receive(Socket, reactor.Buffer, Reactor.BufferLength);

            if (got is 0 or -2)
            {
                reactor.Close(this);
            }
            else if (got > 0)
            {
                Bytes += got;
            }
        }
    }
}
