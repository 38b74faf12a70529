using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;

using static System.FormattableString;

namespace ToyGuard.Bench.Load;

/// <summary>One client that means to hold its place: how long until it is let go.</summary>
internal static unsafe class SlowLoad
{
    private const int DripMs = 500;

    // As small as the system lets it be, so that what is not read stays with the server.
    private const int SmallBuffer = 2048;

    /// <summary>Words: port, seconds (at most), how (silent, drip, read-nothing), and the text (page-head, page-body, plain-head, hello).</summary>
    public static string Run(LoadWords words)
    {
        Reactor reactor = new();
        byte[] text = TextOf(words.Text("text"), words.Whole("port"));
        string how = words.Text("how");
        int atOnce = how == "silent" ? 0 : how == "drip" ? IndexOfDrip(words.Text("text"), text) : text.Length;
        Client client = new(text, atOnce, how != "read-nothing", words.Whole("port"));
        reactor.Add(client, Libc.CanWrite);
        double seconds = words.Number("seconds");
        long begun = Stopwatch.GetTimestamp();
        long drippedMs = 0;

        while (!client.IsGone && Stopwatch.GetElapsedTime(begun).TotalSeconds < seconds)
        {
            reactor.Turn(50);
            long nowMs = (long)Stopwatch.GetElapsedTime(begun).TotalMilliseconds;

            // A client that does not read hears of no end; the server's side of the connection shows it.
            if (how == "read-nothing" && !client.IsGone && !IsHeld(words.Whole("port"), client.Port))
            {
                break;
            }

            if (how == "drip" && !client.IsGone && nowMs - drippedMs >= DripMs)
            {
                drippedMs = nowMs;
                client.Drip();
            }
        }

        double took = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        return Invariant($"gone={(took < seconds ? 1 : 0)} seconds={took:0.00}");
    }

    // True while the server has the connection open: in the system's table it is established, or only the client has ended.
    private static bool IsHeld(int serverPort, int clientPort)
    {
        string ends = Invariant($" 0100007F:{serverPort:X4} 0100007F:{clientPort:X4} ");
        return File.ReadLines("/proc/net/tcp").Any(line => line.Contains(ends + "01", StringComparison.Ordinal) || line.Contains(ends + "08", StringComparison.Ordinal));
    }

    // The body belongs to a GET, because that is what the page has to hear out so far.
    private static byte[] TextOf(string name, int port)
    {
        return name switch
        {
            "hello" => Hellos.Of(0),
            "plain-head" => Encoding.ASCII.GetBytes($"GET / HTTP/1.1\r\nHost: {Running.Home.Names[0]}\r\nX-Slow: {new string('x', 400)}\r\n\r\n"),
            "page-body" => Encoding.ASCII.GetBytes(Invariant($"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Length: 400\r\n\r\n{new string('x', 400)}")),
            _ => Encoding.ASCII.GetBytes(Invariant($"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nX-Slow: {new string('x', 400)}\r\n\r\n")),
        };
    }

    // A head drips from its first byte on; a body once its head is whole.
    private static int IndexOfDrip(string name, byte[] text)
    {
        return name == "page-body" ? text.Length - 400 : 1;
    }

    private sealed class Client : Line
    {
        private readonly byte[] _text;
        private readonly int _atOnce;
        private readonly bool _isReading;
        private bool _isBegun;
        private int _sent;

        public Client(byte[] text, int atOnce, bool isReading, int port)
        {
            _text = text;
            _atOnce = atOnce;
            _isReading = isReading;
            Socket = Libc.Connect(Libc.Address.Loopback, port, isReading ? 0 : SmallBuffer);
        }

        public bool IsGone { get; private set; }

        public int Port
        {
            get { return Libc.PortOf(Socket); }
        }

        public void Drip()
        {
            if (_sent < _text.Length)
            {
                Send(1);
            }
        }

        public override void OnReady(Reactor reactor, short ready)
        {
            if (!_isBegun)
            {
                _isBegun = true;
                Send(_atOnce);
                reactor.Want(this, (short)(_isReading ? Libc.CanRead : Libc.IsOver));
                return;
            }

            if (!_isReading)
            {
                Go(reactor);
                return;
            }

            int got = Libc.Receive(Socket, reactor.Buffer, Reactor.BufferLength);

            if (got is 0 or -2)
            {
                Go(reactor);
            }
        }

        private void Go(Reactor reactor)
        {
            IsGone = true;
            reactor.Close(this);
        }

        private void Send(int count)
        {
            if (count == 0)
            {
                return;
            }

            fixed (byte* text = _text)
            {
                int sent = Libc.Send(Socket, text + _sent, count);
                _sent += sent > 0 ? sent : 0;
            }
        }
    }
}
