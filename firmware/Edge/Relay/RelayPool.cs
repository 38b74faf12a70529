using System;
using System.Collections;
using System.Net;
using System.Net.Sockets;
using System.Threading;

namespace ToyGuard.Edge.Relay;

/// <summary>The workers of one run of a relay: who stands at the door, who waits to be asked. Threads are made when they are first needed and then used again.</summary>
/// <remarks>
/// Whoever accepts a connection serves it: handing it to another thread costs a fifth of the rate, and a thread for each connection two thirds.
/// Who leaves the door last sees to it that somebody else stands there. The last to come back is the first to be asked, so its buffers are still warm.
/// </remarks>
internal sealed class RelayPool
{
    // With the limits' 500 ms until a connection is judged again, a pause closes it within 750 ms and a bit (PCTL-07 asks for 2 s).
    private const int WatchMs = 250;

    // A listener that fails this often in a row, a wait of RetryMs between, is broken. Lesser troubles, such as no handle left just now, pass.
    private const int AcceptFaultsMax = 50;
    private const int RetryMs = 100;

    // Several at the door spare a busy relay the waking of a thread for each connection; a small one has no threads to spare.
    private const int DoorMax = 4;
    private const int SmallMax = 8;

    // One refuses at the door while all others serve, and one may still hang in a look-up whose connection is over.
    private const int WorkersBeside = 2;

    private readonly object _lock = new object();
    private readonly ArrayList _workers = new ArrayList();
    private readonly ArrayList _parked = new ArrayList();
    private readonly ManualResetEvent _over = new ManualResetEvent(false);
    private readonly RelayService _relay;
    private readonly Socket? _listener;
    private readonly int _sessionsMax;
    private readonly int _doorMax;
    private Exception? _broken;
    private int _atDoor;
    private int _serving;
    private int _faults;
    private bool _isOver;

    internal RelayPool(RelayService relay, Socket? listener)
    {
        _relay = relay;
        _listener = listener;
        _sessionsMax = relay.Settings.SessionsMax;
        _doorMax = _sessionsMax > SmallMax ? DoorMax : 1;
    }

    /// <summary>Serves until <see cref="End"/>, and meanwhile watches the workers' deadlines. Throws what broke the listener.</summary>
    internal void Run()
    {
        if (_listener != null)
        {
            SendToDoor();
        }

        while (!_over.WaitOne(WatchMs, false))
        {
            long nowMs = Environment.TickCount64;
            int count = Count;

            for (int i = 0; i < count; i++)
            {
                WorkerAt(i).Tick(nowMs);
            }
        }

        Exception? broken;

        lock (_lock)
        {
            broken = _broken;
        }

        if (broken != null)
        {
            throw broken;
        }
    }

    /// <summary>No connection is taken any more, and <see cref="Run"/> returns.</summary>
    internal void End()
    {
        lock (_lock)
        {
            _isOver = true;
        }

        _over.Set();
    }

    /// <summary>Ends every connection and every thread at once.</summary>
    internal void Close()
    {
        End();

        int count = Count;

        for (int i = 0; i < count; i++)
        {
            WorkerAt(i).Stop();
        }
    }

    /// <summary>Gives a worker a connection that somebody else accepted. False when there is no place for it.</summary>
    internal bool Give(Socket client, int toy, byte[] begun, int count)
    {
        RelayWorker? worker;

        try
        {
            worker = Rent();
        }
        catch (Exception)
        {
            CountFault();

            return false;
        }

        if (worker == null)
        {
            return false;
        }

        bool isAdmitted = worker.Admit(client, toy, AddressOf(client), begun, count);

        if (isAdmitted)
        {
            worker.Wake();
        }
        else
        {
            Park(worker);
        }

        return isAdmitted;
    }

    /// <summary>Waits until <paramref name="worker"/> has a connection to serve. False when all is over.</summary>
    internal bool Next(RelayWorker worker)
    {
        while (!worker.HasClient)
        {
            bool isAtDoor;

            lock (_lock)
            {
                if (_isOver)
                {
                    return false;
                }

                isAtDoor = _listener != null && _atDoor < _doorMax;

                if (isAtDoor)
                {
                    _atDoor++;
                }
                else
                {
                    _parked.Add(worker);
                }
            }

            if (isAtDoor)
            {
                return Accept(_listener!, worker);
            }

            worker.Wait();
        }

        return true;
    }

    /// <summary>Room for one more connection. False when as many are served as may be.</summary>
    internal bool Enter()
    {
        lock (_lock)
        {
            if (_isOver || _serving >= _sessionsMax)
            {
                return false;
            }

            _serving++;

            return true;
        }
    }

    /// <summary>A connection that had entered has let go of its sockets.</summary>
    internal void Leave()
    {
        lock (_lock)
        {
            _serving--;
        }
    }

    /// <summary>Something failed that no peer can cause.</summary>
    internal void CountFault()
    {
        Interlocked.Increment(ref _faults);
    }

    /// <summary>How often that happened.</summary>
    internal int Faults
    {
        get { return Interlocked.CompareExchange(ref _faults, 0, 0); }
    }

    private bool Accept(Socket listener, RelayWorker worker)
    {
        int faults = 0;

        while (true)
        {
            Socket client;

            try
            {
                client = listener.Accept();
                faults = 0;
            }
            catch (SocketException e)
            {
                faults++;

                if (IsOver || faults == AcceptFaultsMax)
                {
                    Break(e);

                    return false;
                }

                Thread.Sleep(RetryMs);
                continue;
            }
            catch (ObjectDisposedException e)
            {
                Break(e);

                return false;
            }

            try
            {
                if (LetIn(client, worker))
                {
                    LeaveDoor();

                    return true;
                }
            }
            catch (SocketException)
            {
                // The peer has gone again.
            }
            catch (Exception)
            {
                // One connection's trouble is not the door's.
                CountFault();
            }

            client.Close();
        }
    }

    // False, and the connection is to be closed, for a stranger and for one too many.
    private bool LetIn(Socket client, RelayWorker worker)
    {
        byte[] address = AddressOf(client);

        if (!_relay.ToySide.Contains(address))
        {
            return false;
        }

        if (worker.Admit(client, _relay.Toys.ToyAt(address), address, null, 0))
        {
            return true;
        }

        worker.TurnAway(client);

        return false;
    }

    private void LeaveDoor()
    {
        lock (_lock)
        {
            _atDoor--;

            if (_atDoor > 0)
            {
                return;
            }
        }

        try
        {
            SendToDoor();
        }
        catch (Exception)
        {
            // Who is about to serve comes back to the door.
            CountFault();
        }
    }

    private void SendToDoor()
    {
        Rent()?.Wake();
    }

    // A worker that nobody else has, its thread waiting to be woken. Null when all are busy, and no more may be made; throws when no thread is to be had.
    private RelayWorker? Rent()
    {
        RelayWorker worker;

        lock (_lock)
        {
            if (_parked.Count > 0)
            {
                worker = (RelayWorker)_parked[_parked.Count - 1]!;
                _parked.RemoveAt(_parked.Count - 1);
            }
            else if (_workers.Count - WorkersBeside < _sessionsMax)
            {
                worker = new RelayWorker(_relay, this);
                _workers.Add(worker);
            }
            else
            {
                return null;
            }
        }

        try
        {
            worker.Start();
        }
        catch (Exception)
        {
            Park(worker);
            throw;
        }

        return worker;
    }

    private void Park(RelayWorker worker)
    {
        lock (_lock)
        {
            _parked.Add(worker);
        }
    }

    private static byte[] AddressOf(Socket client)
    {
        return ((IPEndPoint)client.RemoteEndPoint!).Address.GetAddressBytes();
    }

    // The first to find the listener broken says why.
    private void Break(Exception e)
    {
        lock (_lock)
        {
            if (!_isOver)
            {
                _broken = e;
            }
        }

        End();
    }

    private bool IsOver
    {
        get
        {
            lock (_lock)
            {
                return _isOver;
            }
        }
    }

    private int Count
    {
        get
        {
            lock (_lock)
            {
                return _workers.Count;
            }
        }
    }

    private RelayWorker WorkerAt(int index)
    {
        lock (_lock)
        {
            return (RelayWorker)_workers[index]!;
        }
    }
}
