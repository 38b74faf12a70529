using System;
using System.Net.Sockets;
using System.Text;
using System.Threading;

namespace ToyGuard.Edge.Tests.Web;

/// <summary>What a slow client does with its connection.</summary>
internal enum Slowness
{
    Silent,
    DrippingHead,
    DrippingBody,
    SlowReader,
}

/// <summary>So many connections from one address that do as little as they can, each opened again as soon as it is closed.</summary>
internal sealed class SlowCrowd : IDisposable
{
    private const int RoundMs = 50;

    private readonly WebRig _rig;
    private readonly Slowness _how;
    private readonly string _from;
    private readonly Slow[] _all;
    private readonly Thread _thread;
    private readonly ManualResetEventSlim _stop = new();
    private int _rounds;
    private int _opened;

    public SlowCrowd(WebRig rig, Slowness how, int count, string from)
    {
        _rig = rig;
        _how = how;
        _from = from;
        _all = new Slow[count];

        for (int i = 0; i < count; i++)
        {
            _all[i] = new Slow();
        }

        _thread = new Thread(Run) { IsBackground = true };
        _thread.Start();
    }

    /// <summary>Rounds made through all of them.</summary>
    public int Rounds
    {
        get { return Volatile.Read(ref _rounds); }
    }

    /// <summary>Connections made in all.</summary>
    public int Opened
    {
        get { return Volatile.Read(ref _opened); }
    }

    public void Dispose()
    {
        _stop.Set();
        Assert.IsTrue(_thread.Join(WebRig.WaitMs), "the crowd goes");
        _stop.Dispose();
    }

    private void Run()
    {
        while (!_stop.Wait(RoundMs))
        {
            foreach (Slow slow in _all)
            {
                Turn(slow);
            }

            Interlocked.Increment(ref _rounds);
        }

        foreach (Slow slow in _all)
        {
            slow.Socket?.Dispose();
        }
    }

    private void Turn(Slow slow)
    {
        try
        {
            if (slow.Socket is null)
            {
                slow.Socket = _rig.Connect(_from);
                slow.Sent = 0;
                Interlocked.Increment(ref _opened);

                if (_how == Slowness.SlowReader)
                {
                    slow.Socket.Send(Encoding.UTF8.GetBytes(_rig.Get));
                }
            }

            if (_how is Slowness.DrippingHead or Slowness.DrippingBody)
            {
                string text = _how == Slowness.DrippingHead
                    ? "GET / HTTP/1.1\r\n" + _rig.Host + "X: " + new string('a', 4000)
                    : "GET / HTTP/1.1\r\n" + _rig.Host + "Content-Length: 4000\r\n\r\n" + new string('a', 4000);
                int head = text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
                int count = slow.Sent == 0 && _how == Slowness.DrippingBody ? head : 1;
                slow.Socket.Send(Encoding.UTF8.GetBytes(text, slow.Sent, count));
                slow.Sent += count;
            }

            // A slow reader takes a byte a round; the others look whether they were thrown out.
            if (slow.Socket.Poll(0, SelectMode.SelectRead) && slow.Socket.Receive(new byte[1]) == 0)
            {
                Close(slow);
            }
        }
        catch (SocketException)
        {
            Close(slow);
        }
    }

    private static void Close(Slow slow)
    {
        slow.Socket?.Dispose();
        slow.Socket = null;
    }

    private sealed class Slow
    {
        public Socket? Socket { get; set; }

        public int Sent { get; set; }
    }
}
