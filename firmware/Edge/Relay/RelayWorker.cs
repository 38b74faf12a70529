using System;
using System.Net.Sockets;
using System.Threading;
using ToyGuard.Core.Policy;
using ToyGuard.Edge.Dialing;
using ToyGuard.Guard.Relay;
using ToyGuard.Wire.Dns;

namespace ToyGuard.Edge.Relay;

/// <summary>One thread of a relay and the connection it serves, one at a time. It does what the session says and decides nothing.</summary>
/// <remarks>
/// The session and the two sockets stand under the worker's lock, which nobody holds while waiting. Only the worker's own thread waits;
/// the watch ends a connection by closing its sockets under it, and the session then answers Close to whatever the worker says.
/// </remarks>
internal sealed class RelayWorker
{
    // Long, since the watch wakes a wait by closing its sockets; it is for runtimes where that should fail.
    private const int RoundMs = 1000;

    private readonly object _lock = new object();
    private readonly AutoResetEvent _wake = new AutoResetEvent(false);
    private readonly byte[] _addresses = new byte[4 * DnsAnswerReader.AddressesMax];
    private readonly RelayPool _pool;
    private readonly RelaySession _session;
    private readonly byte[] _buffer;
    private readonly Splice _splice;

    private Socket? _client;
    private Socket? _server;
    private bool _isStopped;

    internal RelayWorker(RelayPool pool)
    {
        _pool = pool;
        _session = new RelaySession(pool.Gate, pool.Limits);
        _buffer = new byte[pool.Settings.BufferBytes];
        _splice = new Splice(_buffer);
    }

    /// <summary>Gives an idle worker a connection of toy number <paramref name="toy"/>. The worker closes it.</summary>
    internal void Give(Socket client, int toy)
    {
        lock (_lock)
        {
            _client = client;
            _session.Begin(toy, Environment.TickCount64);
        }

        _wake.Set();
    }

    /// <summary>The worker's thread.</summary>
    internal void Run()
    {
        while (true)
        {
            _wake.WaitOne();

            if (IsStopped)
            {
                return;
            }

            ServeOnce();
            _pool.TakeBack(this);
        }
    }

    /// <summary>Keeps the session's deadlines and judges it again, on the watch's thread.</summary>
    internal void Tick(long nowMs)
    {
        RelayEffect effect = RelayEffect.Close;
        Socket? client;
        Socket? server;

        lock (_lock)
        {
            client = _client;
            server = _server;

            // Over already: the worker itself is about to close.
            if (client == null || _session.State == RelayState.Ended)
            {
                return;
            }

            try
            {
                effect = _session.OnTick(nowMs);
            }
            catch (Exception)
            {
                // A gate that fails keeps nothing open (RES-01).
                _pool.CountFault();
            }
        }

        if (effect == RelayEffect.Continue)
        {
            return;
        }

        if (effect == RelayEffect.Refuse)
        {
            Farewell.SendAlert(client);
        }

        client.Close();
        server?.Close();
    }

    /// <summary>Ends the connection and the thread.</summary>
    internal void Stop()
    {
        Socket? client;
        Socket? server;

        lock (_lock)
        {
            _isStopped = true;
            client = _client;
            server = _server;
        }

        client?.Close();
        server?.Close();
        _wake.Set();
    }

    private bool IsStopped
    {
        get
        {
            lock (_lock)
            {
                return _isStopped;
            }
        }
    }

    // One connection from its first byte to its last. The one place where a connection's exceptions end.
    private void ServeOnce()
    {
        Socket client = _client!;

        try
        {
            if (Serve(client) == RelayEffect.Refuse)
            {
                Farewell.SendAlert(client);
                Farewell.HearOut(client, _buffer);
            }
        }
        catch (SocketException)
        {
        }
        catch (ObjectDisposedException)
        {
        }
        catch (Exception)
        {
            _pool.CountFault();
        }

        End();
        Close();
    }

    private RelayEffect Serve(Socket client)
    {
        byte[] hello = _buffer;
        RelayEffect effect = Hear(client, ref hello, out int count);

        if (effect == RelayEffect.Resolve)
        {
            effect = Resolve();
        }

        Socket? server = null;

        if (effect == RelayEffect.Connect)
        {
            effect = Connect(out server);
        }

        return effect == RelayEffect.Splice ? Move(client, server!, hello, count) : effect;
    }

    // Waits in Receive for as long as it takes; the watch keeps the time.
    private RelayEffect Hear(Socket client, ref byte[] hello, out int count)
    {
        count = 0;

        while (true)
        {
            if (count == hello.Length)
            {
                byte[] larger = new byte[_pool.Limits.HelloBytes];
                Array.Copy(hello, larger, count);
                hello = larger;
            }

            int got = Pair.Receive(client, hello, count, hello.Length - count);

            if (got <= 0)
            {
                return RelayEffect.Close;
            }

            count += got;

            lock (_lock)
            {
                RelayEffect effect = _session.OnClientBytes(hello, count, Environment.TickCount64);

                if (effect != RelayEffect.NeedMore)
                {
                    return effect;
                }
            }
        }
    }

    private RelayEffect Resolve()
    {
        Reason reason = _pool.Lookup.Lookup(_session.Host, _addresses, out int count);

        lock (_lock)
        {
            return _session.OnResolved(reason, _addresses, count, Environment.TickCount64);
        }
    }

    private RelayEffect Connect(out Socket? server)
    {
        server = null;

        try
        {
            server = Dialer.NewSocket();
        }
        catch (SocketException)
        {
            lock (_lock)
            {
                return _session.OnConnectFailed(Reason.NoSocketLeft);
            }
        }

        lock (_lock)
        {
            _server = server;

            // Whoever ended the session before this could not close this socket.
            if (_isStopped || _session.State == RelayState.Ended)
            {
                return RelayEffect.Close;
            }
        }

        bool isConnected = _pool.Dialer.Connect(server, _session.Address, _pool.Limits.JudgedPort);

        lock (_lock)
        {
            return isConnected
                ? _session.OnConnected(Environment.TickCount64)
                : _session.OnConnectFailed(Reason.ServerUnreachable);
        }
    }

    private RelayEffect Move(Socket client, Socket server, byte[] hello, int count)
    {
        try
        {
            _splice.Begin(client, server, hello, count);

            while (_splice.Round(RoundMs))
            {
                if (_splice.MovedUp == 0 && _splice.MovedDown == 0)
                {
                    continue;
                }

                lock (_lock)
                {
                    RelayEffect effect = _session.OnMoved(_splice.MovedUp, _splice.MovedDown, Environment.TickCount64);

                    if (effect != RelayEffect.Continue)
                    {
                        return effect;
                    }
                }
            }

            return RelayEffect.Close;
        }
        finally
        {
            _splice.End();
        }
    }

    private void End()
    {
        try
        {
            lock (_lock)
            {
                _session.OnEnded();
            }
        }
        catch (Exception)
        {
            // A gate that fails must not keep the sockets from being closed.
            _pool.CountFault();
        }
    }

    private void Close()
    {
        Socket? client;
        Socket? server;

        lock (_lock)
        {
            client = _client;
            server = _server;
            _client = null;
            _server = null;
        }

        Farewell.DrainAndClose(client, _buffer);
        Farewell.DrainAndClose(server, _buffer);
    }
}
