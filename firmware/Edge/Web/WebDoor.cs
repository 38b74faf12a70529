using System;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using ToyGuard.Edge.Sockets;
using ToyGuard.Guard.Sockets;

namespace ToyGuard.Edge.Web;

/// <summary>One listening socket of the page's server. It accepts at once and never waits for a visitor.</summary>
internal sealed class WebDoor
{
    private const int Backlog = 128;

    // A listener that fails this often in a row, a wait of RetryMs between, is broken. Lesser troubles, such as no handle left just now, pass.
    private const int AcceptFaultsMax = 50;
    private const int RetryMs = 100;

    private readonly object _lock = new object();
    private readonly WebListener _place;
    private Socket? _listener;
    private int _port;

    internal WebDoor(WebListener place)
    {
        _place = place;
        _port = place.Port;
    }

    /// <summary>The port it listens at, known once it is open and kept for later runs.</summary>
    internal int Port
    {
        get
        {
            lock (_lock)
            {
                return _port;
            }
        }
    }

    /// <summary>Begins to listen, if it does not yet. Throws SocketException when the port cannot be had.</summary>
    internal void Open()
    {
        lock (_lock)
        {
            if (_listener != null)
            {
                return;
            }

            _listener = Listening.Open(_place.Address, ref _port, Backlog);
        }
    }

    /// <summary>Stops listening, and ends <see cref="Accept"/>.</summary>
    internal void Close()
    {
        Socket? listener;

        lock (_lock)
        {
            listener = _listener;
            _listener = null;
        }

        listener?.Close();
    }

    /// <summary>Lets visitors in until it is closed. Throws when its socket breaks before that.</summary>
    internal void Accept(WebPool pool)
    {
        Socket? listener = Listener;
        int faults = 0;

        while (listener != null)
        {
            try
            {
                Socket client = listener.Accept();
                faults = 0;
                LetIn(client, pool);
            }
            catch (SocketException)
            {
                if (Listener == null)
                {
                    return;
                }

                faults++;

                if (faults == AcceptFaultsMax)
                {
                    throw;
                }

                Thread.Sleep(RetryMs);
            }
            catch (ObjectDisposedException)
            {
                if (Listener != null)
                {
                    throw;
                }
            }

            listener = Listener;
        }
    }

    private Socket? Listener
    {
        get
        {
            lock (_lock)
            {
                return _listener;
            }
        }
    }

    // One visitor's trouble is not the door's.
    private void LetIn(Socket client, WebPool pool)
    {
        bool isIn = false;

        try
        {
            isIn = Seat(client, pool);
        }
        catch (SocketException)
        {
            // Gone again.
        }
        catch (Exception)
        {
            // No thread to be had, for instance.
            pool.CountFault();
        }

        if (!isIn)
        {
            client.Close();
        }
    }

    private bool Seat(Socket client, WebPool pool)
    {
        byte[] peer = ((IPEndPoint)client.RemoteEndPoint!).Address.GetAddressBytes();
        bool isHome = _place.IsHome(peer);

        if (!isHome && !_place.IsToy(peer))
        {
            return false;
        }

        client.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.NoDelay, true);

        long nowMs = Environment.TickCount64;
        WebVisit visit = new WebVisit(client, peer, isHome, nowMs);

        if (!pool.Budget.Take(visit.Seat, SocketUse.Page, visit.Holder, isHome, nowMs, out Seat? gaveWay))
        {
            return false;
        }

        gaveWay?.Owner.GiveWay();

        if (pool.Give(visit))
        {
            return true;
        }

        pool.Budget.Free(visit.Seat);

        return false;
    }
}
