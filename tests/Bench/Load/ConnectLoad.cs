using System;
using System.Diagnostics;
using System.Globalization;

using static System.FormattableString;

namespace ToyGuard.Bench.Load;

/// <summary>New connections without a pause: hello, answer, end, the next; so many at once.</summary>
internal sealed unsafe class ConnectLoad
{
    private const int WarmUpMs = 500;

    // Addresses of known toys, in turns, so that a port is free again when it is needed.
    private const int Toys = 3;

    private readonly Reactor _reactor = new();
    private readonly Samples _samples = new();
    private readonly int _port;
    private int _number;
    private int _failed;

    private ConnectLoad(int port)
    {
        _port = port;
    }

    /// <summary>Words: port, backends, seconds, at-once. A port of 0 is the server behind itself.</summary>
    public static string Run(LoadWords words)
    {
        int[] backends = words.List("backends");
        int port = words.Whole("port");
        ConnectLoad load = new(port == 0 ? backends[0] : port);
        Backend.Open(load._reactor, backends, BackendKind.Answer);

        for (int i = 0; i < words.Whole("at-once"); i++)
        {
            load.Next();
        }

        load.Go(WarmUpMs);
        load._samples.Clear();
        load._failed = 0;
        double seconds = load.Go((int)(words.Number("seconds") * 1000));
        return Invariant($"per-second={load._samples.Count / seconds:0} begun={load._number} failed={load._failed} {load._samples}");
    }

    private double Go(int ms)
    {
        long begun = Stopwatch.GetTimestamp();

        while (Stopwatch.GetElapsedTime(begun).TotalMilliseconds < ms)
        {
            _reactor.Turn(100);
        }

        return Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }

    private void Next()
    {
        Client client = new(this, _number);
        _number++;
        _reactor.Add(client, Libc.CanWrite);
        client.OnReady(_reactor, Libc.CanWrite);
    }

    private sealed class Client : Line
    {
        private readonly ConnectLoad _load;
        private readonly byte[] _hello;
        private readonly long _begun = Stopwatch.GetTimestamp();
        private bool _isSent;
        private int _got;

        public Client(ConnectLoad load, int number)
        {
            _load = load;
            _hello = Hellos.Of(number);
            Socket = Libc.Connect(Libc.Address.Loopback + (uint)(number / Running.Home.NamesMax % Toys), load._port, 0);
        }

        public override void OnReady(Reactor reactor, short ready)
        {
            if (!_isSent)
            {
                fixed (byte* hello = _hello)
                {
                    int sent = Libc.Send(Socket, hello, _hello.Length);

                    if (sent == -1)
                    {
                        return;
                    }

                    _isSent = true;
                    reactor.Want(this, Libc.CanRead);
                }

                return;
            }

            int got = Libc.Receive(Socket, reactor.Buffer, Reactor.BufferLength);

            if (got == -1)
            {
                return;
            }

            if (got > 0)
            {
                _got += got;
                return;
            }

            if (_got == Backend.AnswerLength)
            {
                _load._samples.Add(Stopwatch.GetElapsedTime(_begun));
            }
            else
            {
                _load._failed++;
            }

            reactor.Close(this);
            _load.Next();
        }
    }
}
