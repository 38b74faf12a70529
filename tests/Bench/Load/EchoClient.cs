using System;
using System.Diagnostics;

namespace ToyGuard.Bench.Load;

/// <summary>A connection to a server that sends every byte back. Knows how long the last byte was on its way.</summary>
internal sealed unsafe class EchoClient : Line
{
    private readonly byte[] _hello;
    private readonly byte[] _one = GC.AllocateArray<byte>(1, pinned: true);
    private bool _isSent;
    private long _askedAt = Stopwatch.GetTimestamp();

    /// <summary>Begins to connect to <paramref name="port"/> with the hello of name <paramref name="number"/>.</summary>
    public EchoClient(int number, int port)
    {
        _hello = Hellos.Of(number);
        Socket = Libc.Connect(Libc.Address.Loopback + (uint)(number % 3), port, 0);
    }

    /// <summary>True once the server behind has said its first byte.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>True when the connection ended.</summary>
    public bool IsGone { get; private set; }

    /// <summary>True while a byte is on its way.</summary>
    public bool IsAsking { get; private set; } = true;

    /// <summary>How long the last byte was on its way; for the first one from the connection's beginning.</summary>
    public TimeSpan Took { get; private set; }

    /// <summary>Sends a byte.</summary>
    public void Ask()
    {
        IsAsking = true;
        _askedAt = Stopwatch.GetTimestamp();

        fixed (byte* one = _one)
        {
            _ = Libc.Send(Socket, one, 1);
        }
    }

    /// <inheritdoc/>
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
            IsGone = true;
            reactor.Close(this);
        }
        else if (got > 0)
        {
            Took = Stopwatch.GetElapsedTime(_askedAt);
            IsAsking = false;
            IsOpen = true;
        }
    }
}
