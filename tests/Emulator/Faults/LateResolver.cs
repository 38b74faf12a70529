using System;
using System.Net;
using System.Net.Sockets;
using System.Threading;

namespace ToyGuard.Emulator.Tests.Faults;

/// <summary>The home's resolver: silent until it is woken, then it knows one address for every name.</summary>
internal sealed class LateResolver : IDisposable
{
    private readonly UdpClient _socket = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly byte[] _address;
    private volatile bool _isAwake;
    private volatile bool _isOver;
    private int _asked;

    /// <summary>One that will answer <paramref name="address"/>.</summary>
    public LateResolver(byte[] address)
    {
        _address = address;
        new Thread(Serve) { IsBackground = true }.Start();
    }

    /// <summary>Where it is.</summary>
    public string Place
    {
        get { return _socket.Client.LocalEndPoint!.ToString()!; }
    }

    /// <summary>How often it was asked.</summary>
    public int Asked
    {
        get { return Volatile.Read(ref _asked); }
    }

    /// <summary>Answers from now on.</summary>
    public void Wake()
    {
        _isAwake = true;
    }

    public void Dispose()
    {
        _isOver = true;
        _socket.Dispose();
    }

    private void Serve()
    {
        try
        {
            while (!_isOver)
            {
                IPEndPoint? hub = null;
                byte[] question = _socket.Receive(ref hub);
                Interlocked.Increment(ref _asked);

                if (_isAwake)
                {
                    _socket.Send(Answer(question), hub);
                }
            }
        }
        catch (SocketException)
        {
            // That is how it ends.
        }
        catch (ObjectDisposedException)
        {
            // The same.
        }
    }

    // The question back, and one address behind its one name.
    private byte[] Answer(byte[] question)
    {
        const int Head = 12;
        int end = Head;

        while (question[end] != 0)
        {
            end += question[end] + 1;
        }

        end += 5;
        byte[] head = [question[0], question[1], 0x81, 0x80, 0, 1, 0, 1, 0, 0, 0, 0];
        return [.. head, .. question[Head..end], 0xC0, Head, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, .. _address];
    }
}
