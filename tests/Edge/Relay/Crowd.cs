using System;
using System.Net;
using System.Net.Sockets;
using System.Threading;

namespace ToyGuard.Edge.Tests.Relay;

/// <summary>Many connections from one address that never let go: who is closed comes again. Each says its opening at once, a byte at a time or not at all, and reads nothing.</summary>
internal sealed class Crowd : IDisposable
{
    private const int TurnMs = 100;

    private readonly Socket?[] _sockets;
    private readonly int[] _said;
    private readonly string _from;
    private readonly int _port;
    private readonly byte[] _opening;
    private readonly int _step;
    private readonly Thread _thread;
    private readonly ManualResetEventSlim _isOver = new();

    /// <param name="from">The address they all come from.</param>
    /// <param name="port">Where they go.</param>
    /// <param name="count">How many.</param>
    /// <param name="opening">What each has to say.</param>
    /// <param name="step">How many bytes of it each says every 100 ms.</param>
    public Crowd(string from, int port, int count, byte[] opening, int step)
    {
        _sockets = new Socket?[count];
        _said = new int[count];
        _from = from;
        _port = port;
        _opening = opening;
        _step = step;
        Turn();
        _thread = new Thread(Run) { IsBackground = true };
        _thread.Start();
    }

    public void Dispose()
    {
        _isOver.Set();
        _thread.Join(RelayRig.WaitMs);

        foreach (Socket? socket in _sockets)
        {
            socket?.Close();
        }

        _isOver.Dispose();
    }

    private void Run()
    {
        while (!_isOver.Wait(TurnMs))
        {
            Turn();
        }
    }

    private void Turn()
    {
        for (int i = 0; i < _sockets.Length; i++)
        {
            try
            {
                GoOn(i);
            }
            catch (SocketException)
            {
                _sockets[i]?.Close();
                _sockets[i] = null;
            }
        }
    }

    private void GoOn(int index)
    {
        Socket? socket = _sockets[index];

        // Closed by the other side, unless there is something to be read.
        if (socket == null || (socket.Poll(0, SelectMode.SelectRead) && socket.Available == 0))
        {
            socket?.Close();
            socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
            socket.Bind(new IPEndPoint(IPAddress.Parse(_from), 0));
            socket.Connect(IPAddress.Loopback, _port);
            _sockets[index] = socket;
            _said[index] = 0;
        }

        int step = Math.Min(_step, _opening.Length - _said[index]);
        _said[index] += socket.Send(_opening, _said[index], step, SocketFlags.None);
    }
}
