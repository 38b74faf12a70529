using System;
using System.Net.Sockets;
using System.Threading;
using ToyGuard.Core.Policy;
using ToyGuard.Edge.Dialing;
using ToyGuard.Edge.Sockets;
using ToyGuard.Guard.Relay;
using ToyGuard.Guard.Sockets;
using ToyGuard.Wire.Dns;

namespace ToyGuard.Edge.Relay;

/// <summary>One thread of a relay and the connection it serves, one at a time. It does what the session says and decides nothing.</summary>
/// <remarks>
/// The session and the two sockets stand under the worker's lock, which nobody holds while waiting. Only the worker's own thread waits;
/// the watch ends a connection by closing its sockets under it, and the session then answers Close to whatever the worker says.
/// </remarks>
internal sealed class RelayWorker : ISeated
{
    // Long, since the watch wakes a wait by closing its sockets; it is for runtimes where that should fail.
    private const int RoundMs = 1000;

    // A connection that moves bytes all the time says so to the budget this often.
    private const int MovedMs = 100;

    // How long a server that says nothing is waited for once its client is done with asking.
    private const int DoneMs = 3000;

    private readonly object _lock = new object();
    private readonly AutoResetEvent _wake = new AutoResetEvent(false);
    private readonly byte[] _addresses = new byte[4 * DnsAnswerReader.AddressesMax];
    private readonly RelayService _relay;
    private readonly RelayPool _pool;
    private readonly RelayTrade _trade;
    private readonly RelaySession _session;
    private readonly GateQuery _noRoom;
    private readonly Seat _seat;
    private readonly byte[] _buffer;
    private readonly Splice _splice;

    private Socket? _client;
    private Socket? _server;
    private byte[] _opening;
    private int _begun;
    private bool _hasSpliced;
    private bool _hasThread;
    private bool _isInside;
    private bool _isCut;
    private int _turn;
    private bool _isStopped;

    internal RelayWorker(RelayService relay, RelayPool pool)
    {
        _relay = relay;
        _pool = pool;
        _trade = relay.NewTrade();
        _session = new RelaySession(relay.Gate, relay.Limits, _trade.Judge);
        _noRoom = new GateQuery { Kind = _trade.Judge.Query.Kind, Port = relay.Limits.JudgedPort };
        _seat = new Seat(this);
        _buffer = new byte[relay.Settings.BufferBytes];
        _opening = _buffer;
        _splice = new Splice(_buffer);
    }

    /// <summary>Starts the worker's thread, if it has none; it waits to be woken. Throws when there is none to be had.</summary>
    internal void Start()
    {
        if (!_hasThread)
        {
            Threads.Start(_relay.Name, Run);
            _hasThread = true;
        }
    }

    /// <summary>Sets a waiting worker to work.</summary>
    internal void Wake()
    {
        _wake.Set();
    }

    /// <summary>Waits to be woken, on the worker's own thread.</summary>
    internal void Wait()
    {
        _wake.WaitOne();
    }

    /// <summary>True once it was given a connection, and until that is over.</summary>
    internal bool HasClient
    {
        get
        {
            lock (_lock)
            {
                return _client != null;
            }
        }
    }

    /// <summary>Takes a connection, if there is a place for it and room. Counted if not, and still the caller's.</summary>
    /// <param name="client">The connection.</param>
    /// <param name="toy">Whose it is, 0 for an unknown toy.</param>
    /// <param name="address">The peer's 4 bytes.</param>
    /// <param name="begun">What was received of it, or null.</param>
    /// <param name="count">How many bytes of that.</param>
    internal bool Admit(Socket client, int toy, byte[] address, byte[]? begun, int count)
    {
        if (_relay.Budget.Take(_seat, _trade.Use, SocketBudget.HolderOf(address), false, Environment.TickCount64, out Seat? gaveWay))
        {
            // Its sockets are closed before the new ones are opened.
            gaveWay?.Owner.GiveWay();

            if (_pool.Enter())
            {
                int turn;

                lock (_lock)
                {
                    _isInside = true;
                    _turn++;
                    turn = _turn;

                    // Another may have taken the place already.
                    if (!_isStopped && !_relay.Budget.HasGivenWay(_seat))
                    {
                        Begin(client, toy, begun, count);

                        return true;
                    }
                }

                Leave(turn);
            }
            else
            {
                _relay.Budget.Free(_seat);
            }
        }

        _noRoom.Toy = toy;
        _relay.Gate.Hold(_noRoom, Reason.NoSocketLeft);

        return false;
    }

    /// <summary>Says to a client that there is no place for it.</summary>
    internal void TurnAway(Socket client)
    {
        _trade.Judge.Begin(0);
        _trade.Tell(client, RelayEffect.Close, Reason.NoSocketLeft);
    }

    /// <summary>Keeps the session's deadlines and judges it again, on the watch's thread.</summary>
    internal void Tick(long nowMs)
    {
        Cut(false, nowMs);
    }

    /// <inheritdoc/>
    public void GiveWay()
    {
        Cut(true, 0);
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

    // Ends the connection under the worker, if its session says that it is over, or if its place went to another.
    private void Cut(bool isForPlace, long nowMs)
    {
        RelayEffect effect = RelayEffect.Close;
        Reason reason = Reason.None;
        Socket client;
        Socket? server;
        bool isTelling;
        int turn;

        lock (_lock)
        {
            RelayState state = _session.State;

            // Over already is about to be closed by the worker itself.
            if (_client == null || (isForPlace ? !_relay.Budget.HasGivenWay(_seat) : state == RelayState.Ended))
            {
                return;
            }

            try
            {
                effect = isForPlace ? _session.OnGaveWay() : _session.OnTick(nowMs);
                reason = _session.End;
            }
            catch (Exception)
            {
                // A gate that fails keeps nothing open (RES-01).
                _pool.CountFault();
            }

            if (effect == RelayEffect.Continue)
            {
                return;
            }

            client = _client;
            server = _server;
            turn = _turn;

            // Amid what a server says, a word of ours would be taken for its own.
            isTelling = state != RelayState.Ended && state != RelayState.Splicing;
            _isCut = true;
        }

        if (isTelling)
        {
            _trade.Tell(client, effect, reason);
        }

        client.Close();
        server?.Close();
        Leave(turn);
    }

    // Under the lock.
    private void Begin(Socket client, int toy, byte[]? begun, int count)
    {
        _client = client;
        _isCut = false;
        _hasSpliced = false;
        _begun = count;
        _session.Begin(toy, Environment.TickCount64);

        if (begun == null)
        {
            return;
        }

        if (count > _opening.Length)
        {
            _opening = new byte[count];
        }

        Array.Copy(begun, _opening, count);
    }

    // The worker's thread.
    private void Run()
    {
        Wait();

        while (_pool.Next(this))
        {
            ServeOnce();
        }
    }

    // One connection from its first byte to its last. The one place where a connection's exceptions end.
    private void ServeOnce()
    {
        Socket client = _client!;

        try
        {
            RelayEffect effect = Serve(client);

            if (IsUntold(out Reason reason) && _trade.Tell(client, effect, reason))
            {
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

        Close();
    }

    private RelayEffect Serve(Socket client)
    {
        client.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.NoDelay, true);

        RelayEffect effect = Hear(client, out int count);

        if (effect == RelayEffect.Resolve)
        {
            effect = Resolve(count);
        }

        Socket? server = null;

        if (effect == RelayEffect.Connect)
        {
            effect = Connect(out server);
        }

        return effect == RelayEffect.Splice ? Move(client, server!) : effect;
    }

    // Waits for as long as it takes; the watch keeps the time.
    private RelayEffect Hear(Socket client, out int count)
    {
        count = _begun;

        while (true)
        {
            if (count > 0)
            {
                lock (_lock)
                {
                    RelayEffect effect = _session.OnClientBytes(_opening, count, Environment.TickCount64);

                    if (effect != RelayEffect.NeedMore)
                    {
                        return effect;
                    }
                }
            }

            if (count == _opening.Length)
            {
                byte[] larger = new byte[_relay.Limits.HelloBytes];
                Array.Copy(_opening, larger, count);
                _opening = larger;
            }

            int got = Pair.Hear(client, _opening, count, _opening.Length - count);

            if (got <= 0)
            {
                lock (_lock)
                {
                    return _session.OnEnded();
                }
            }

            count += got;
        }
    }

    private RelayEffect Resolve(int count)
    {
        _relay.Budget.Opened(_seat);

        int found = 0;
        Reason reason = _trade.Open(_opening, count);

        if (reason == Reason.None)
        {
            reason = _relay.Lookup.Lookup(_session.Host, _addresses, out found);
        }

        lock (_lock)
        {
            return _session.OnResolved(reason, _addresses, found, Environment.TickCount64);
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

        bool isConnected = _relay.Dialer.Connect(server, _session.Address, _relay.Limits.JudgedPort);

        lock (_lock)
        {
            return isConnected
                ? _session.OnConnected(Environment.TickCount64)
                : _session.OnConnectFailed(Reason.ServerUnreachable);
        }
    }

    private RelayEffect Move(Socket client, Socket server)
    {
        long movedMs = Environment.TickCount64;
        long toldMs = movedMs;
        _hasSpliced = true;

        try
        {
            _splice.Begin(client, server, _trade.First, _trade.FirstCount, _trade.UpMax);

            while (_splice.Round(RoundMs))
            {
                if (_splice.MovedUp == 0 && _splice.MovedDown == 0)
                {
                    // Nothing more is asked, and nothing more is said.
                    if (_splice.IsClientDone && Environment.TickCount64 - movedMs >= DoneMs)
                    {
                        break;
                    }

                    continue;
                }

                movedMs = Environment.TickCount64;

                lock (_lock)
                {
                    RelayEffect effect = _session.OnMoved(_splice.MovedUp, _splice.MovedDown, movedMs);

                    if (effect != RelayEffect.Continue)
                    {
                        return effect;
                    }
                }

                if (movedMs - toldMs >= MovedMs)
                {
                    _relay.Budget.Moved(_seat, movedMs);
                    toldMs = movedMs;
                }
            }

            return RelayEffect.Close;
        }
        finally
        {
            _splice.End();
        }
    }

    // Nothing was said to the client: not by a server, not by whoever ended the connection.
    private bool IsUntold(out Reason reason)
    {
        lock (_lock)
        {
            reason = _session.End;

            return !_isCut && !_hasSpliced;
        }
    }

    private void Close()
    {
        Socket? client;
        Socket? server;
        int turn;

        lock (_lock)
        {
            try
            {
                _session.OnEnded();
            }
            catch (Exception)
            {
                // A gate that fails must not keep the sockets from being closed.
                _pool.CountFault();
            }

            client = _client;
            server = _server;
            turn = _turn;
        }

        Farewell.DrainAndClose(client, _buffer);
        Farewell.DrainAndClose(server, _buffer);
        _opening = _buffer;
        Leave(turn);

        lock (_lock)
        {
            _client = null;
            _server = null;
        }
    }

    // Once for each connection, as soon as its sockets are closed: a worker that hangs in a look-up holds no place.
    private void Leave(int turn)
    {
        lock (_lock)
        {
            if (!_isInside || turn != _turn)
            {
                return;
            }

            _isInside = false;
            _relay.Budget.Free(_seat);
        }

        _pool.Leave();
    }
}
