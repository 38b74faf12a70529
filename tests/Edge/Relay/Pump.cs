using System;
using System.Net.Sockets;
using System.Threading;

namespace ToyGuard.Edge.Tests.Relay;

/// <summary>Sends from one socket as fast as it goes, and counts what comes out at the other, until either ends.</summary>
internal sealed class Pump : IDisposable
{
    private readonly Socket _from;
    private readonly Socket _to;
    private readonly Thread _sender;
    private readonly Thread _receiver;
    private long _received;

    public Pump(Socket from, Socket to)
    {
        _from = from;
        _to = to;
        _sender = new Thread(Send) { IsBackground = true };
        _receiver = new Thread(Receive) { IsBackground = true };
        _sender.Start();
        _receiver.Start();
    }

    public long Received
    {
        get { return Interlocked.Read(ref _received); }
    }

    /// <summary>True when both ends have ended.</summary>
    public bool WaitEnded()
    {
        return _sender.Join(RelayRig.WaitMs) && _receiver.Join(RelayRig.WaitMs);
    }

    public void Dispose()
    {
        _from.Close();
        _to.Close();
        WaitEnded();
    }

    private void Send()
    {
        byte[] chunk = new byte[16 * 1024];

        try
        {
            while (true)
            {
                _from.Send(chunk);
            }
        }
        catch (SocketException)
        {
        }
        catch (ObjectDisposedException)
        {
        }
    }

    private void Receive()
    {
        byte[] chunk = new byte[64 * 1024];

        try
        {
            int got;

            while ((got = _to.Receive(chunk)) > 0)
            {
                Interlocked.Add(ref _received, got);
            }
        }
        catch (SocketException)
        {
        }
        catch (ObjectDisposedException)
        {
        }
    }
}
