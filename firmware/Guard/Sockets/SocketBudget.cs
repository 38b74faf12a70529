using System;

namespace ToyGuard.Guard.Sockets;

/// <summary>Says who may hold how many of the sockets there are, and who gives way to whom when all are taken (design.md 5).</summary>
/// <remarks>
/// A page connection takes one socket, a relay two; what listens and asks is counted as <see cref="FixedSockets"/>, always there. Pages share
/// their places among themselves, and so do relays of both kinds. Where no place is left, a seat gives way
///   1. to a newcomer whose holder has at least two places fewer: one toy keeps one relay while another waits;
///   2. if it is weak, also to a newcomer of a holder with fewer places, or of its own. Weak is a connection that has not said its hello or
///      head <see cref="GiveWayMs"/> after it came, and a plain relay while TLS has less than the <see cref="TlsKept"/> it is sure of.
/// The holder with the most places gives one up; of its seats the oldest unopened one, else the one that moved nothing for the longest.
/// So who opens two hundred connections only ever pushes out his own, and somebody without any place gets one as long as anybody has two.
/// Safe from any thread. Allocates nothing after it was made.
/// </remarks>
public sealed class SocketBudget
{
    /// <summary>Sockets of an ESP32 image of nanoFramework.</summary>
    public const int DeviceSockets = 16;

    /// <summary>DHCP 1, DNS 2 (listen, ask), SNTP 1, mDNS 1, listeners 2 (80, 443).</summary>
    public const int FixedSockets = 7;

    /// <summary>Page connections at once on the device.</summary>
    public const int PagePlaces = 3;

    /// <summary>Page places that the toy side never gets.</summary>
    public const int KeptForHome = 1;

    /// <summary>Relays at once on the device, TLS and plain together.</summary>
    public const int RelayPlaces = 3;

    /// <summary>To the toy, and to the server.</summary>
    public const int SocketsARelay = 2;

    /// <summary>Relays that TLS is sure of: plain ones may stand in their places, and give way.</summary>
    public const int TlsKept = 2;

    /// <summary>The fewest sockets a hub can do with: one page connection, which is kept for the home side, and one relay.</summary>
    public const int SocketsMin = FixedSockets + 1 + SocketsARelay;

    /// <summary>The most that are shared out. Who has more sets no limit.</summary>
    public const int SocketsMax = 1024;

    /// <summary>Milliseconds that an unopened connection is safe.</summary>
    public const int GiveWayMs = 250;

    private const int TwoFewer = 2;

    private readonly object _lock = new object();
    private readonly int _pagePlaces = int.MaxValue;
    private readonly int _relayPlaces = int.MaxValue;
    private readonly int _tlsKept;

    // The taken seats, in the order they were taken.
    private readonly Seat[] _seats = new Seat[0];
    private readonly int[] _counts = new int[3];
    private int _count;
    private int _toyPages;

    /// <summary>A budget of <paramref name="sockets"/>, <see cref="SocketsMin"/> to <see cref="SocketsMax"/>; 0 sets no limit, and then nobody gives way.</summary>
    /// <remarks>A third of what is not fixed is for pages, the rest for relays: 16 give 3 and 3, 32 give 8 and 8, 10 give 1 and 1.</remarks>
    public SocketBudget(int sockets)
    {
        if (sockets == 0)
        {
            return;
        }

        if (sockets < SocketsMin || sockets > SocketsMax)
        {
            throw new ArgumentOutOfRangeException(nameof(sockets));
        }

        int places = sockets - FixedSockets;
        _pagePlaces = places / 3;
        _relayPlaces = (places - _pagePlaces) / SocketsARelay;
        _tlsKept = _relayPlaces < TlsKept ? _relayPlaces : TlsKept;
        _seats = new Seat[_pagePlaces + _relayPlaces];
    }

    /// <summary>True when there is no limit.</summary>
    public bool IsUnlimited
    {
        get { return _seats.Length == 0; }
    }

    /// <summary>How many places there are for <paramref name="use"/> when nobody else is there; int.MaxValue without a limit. Tls and Plain share theirs.</summary>
    public int PlacesOf(SocketUse use)
    {
        return use == SocketUse.Page ? _pagePlaces : _relayPlaces;
    }

    /// <summary>How many seats are taken for <paramref name="use"/> now.</summary>
    public int CountOf(SocketUse use)
    {
        lock (_lock)
        {
            return _counts[(int)use];
        }
    }

    /// <summary>How many sockets are spoken for now, the fixed ones included.</summary>
    public int UsedSockets
    {
        get
        {
            lock (_lock)
            {
                return FixedSockets + _counts[(int)SocketUse.Page] + (RelayCount * SocketsARelay);
            }
        }
    }

    /// <summary>A peer's address, 4 bytes, as the number that places are held by.</summary>
    public static int HolderOf(byte[] address)
    {
        return (address[0] << 24) | (address[1] << 16) | (address[2] << 8) | address[3];
    }

    /// <summary>Takes a place for a connection that has just been accepted. False when there is none for it: then it is closed.</summary>
    /// <param name="seat">A seat that is free.</param>
    /// <param name="use">What for.</param>
    /// <param name="holder">Who the peer is (<see cref="HolderOf"/>): places are shared out among addresses.</param>
    /// <param name="isHomeSide">The peer is on the home side; means something for pages only.</param>
    /// <param name="nowMs">Milliseconds of one monotonic clock.</param>
    /// <param name="gaveWay">The seat whose place it took, or null. The caller says <see cref="ISeated.GiveWay"/> to its owner before it uses the new place.</param>
    public bool Take(Seat seat, SocketUse use, int holder, bool isHomeSide, long nowMs, out Seat? gaveWay)
    {
        lock (_lock)
        {
            if (seat.State != SeatState.Free)
            {
                throw new InvalidOperationException();
            }

            gaveWay = null;
            bool isToyPage = use == SocketUse.Page && !isHomeSide;

            if (!HasRoom(use, isToyPage, null))
            {
                gaveWay = Weakest(use, isToyPage, holder, nowMs);

                if (gaveWay is null)
                {
                    return false;
                }

                Leave(gaveWay);
                gaveWay.State = SeatState.GaveWay;
            }

            seat.Use = use;
            seat.Holder = holder;
            seat.IsHomeSide = isHomeSide;
            seat.IsOpened = false;
            seat.TakenMs = nowMs;
            seat.MovedMs = nowMs;
            Enter(seat);

            return true;
        }
    }

    /// <summary>The connection's hello or head is whole.</summary>
    public void Opened(Seat seat)
    {
        lock (_lock)
        {
            seat.IsOpened = true;
        }
    }

    /// <summary>The connection has moved bytes. Who moved some lately gives way last.</summary>
    public void Moved(Seat seat, long nowMs)
    {
        lock (_lock)
        {
            seat.MovedMs = nowMs;
        }
    }

    /// <summary>True when the connection on <paramref name="seat"/> has lost its place and must be closed.</summary>
    /// <remarks>Asked by the seat's owner when it is told so, and once when it gets its connection, since that may come later than the place was lost.</remarks>
    public bool HasGivenWay(Seat seat)
    {
        lock (_lock)
        {
            return seat.State == SeatState.GaveWay;
        }
    }

    /// <summary>The connection is closed and the seat may be used again. False when its place had gone to another already; freeing a free seat is our mistake.</summary>
    public bool Free(Seat seat)
    {
        lock (_lock)
        {
            if (seat.State == SeatState.Free)
            {
                throw new InvalidOperationException();
            }

            bool isTaken = seat.State == SeatState.Taken;

            if (isTaken)
            {
                Leave(seat);
            }

            seat.State = SeatState.Free;

            return isTaken;
        }
    }

    private int RelayCount
    {
        get { return _counts[(int)SocketUse.Tls] + _counts[(int)SocketUse.Plain]; }
    }

    // Whether one more fits, once the given seat is empty.
    private bool HasRoom(SocketUse use, bool isToyPage, Seat? without)
    {
        if (use != SocketUse.Page)
        {
            return RelayCount - (without is not null && without.Use != SocketUse.Page ? 1 : 0) < _relayPlaces;
        }

        int pages = _counts[(int)SocketUse.Page];
        int toyPages = _toyPages;

        if (without is not null && without.Use == SocketUse.Page)
        {
            pages--;
            toyPages -= without.IsHomeSide ? 0 : 1;
        }

        return pages < _pagePlaces && (!isToyPage || IsUnlimited || toyPages < _pagePlaces - KeptForHome);
    }

    // The seat that gives way to a newcomer, or null when none has to.
    private Seat? Weakest(SocketUse use, bool isToyPage, int holder, long nowMs)
    {
        int held = PlacesHeld(holder, use);
        Seat? weakest = null;
        int weakestHeld = 0;

        for (int i = 0; i < _count; i++)
        {
            Seat seat = _seats[i];

            if (!HasRoom(use, isToyPage, seat))
            {
                continue;
            }

            int seatHeld = PlacesHeld(seat.Holder, use);

            if (seatHeld < held + TwoFewer && !(IsWeak(seat, use, nowMs) && (seatHeld > held || seat.Holder == holder)))
            {
                continue;
            }

            if (weakest is null || seatHeld > weakestHeld || (seatHeld == weakestHeld && IsWeaker(seat, weakest)))
            {
                weakest = seat;
                weakestHeld = seatHeld;
            }
        }

        return weakest;
    }

    private bool IsWeak(Seat seat, SocketUse newUse, long nowMs)
    {
        return (!seat.IsOpened && nowMs - seat.TakenMs > GiveWayMs)
            || (newUse == SocketUse.Tls && seat.Use == SocketUse.Plain && _counts[(int)SocketUse.Tls] < _tlsKept);
    }

    // Of two seats whose holders have as many, the first of them the newer one.
    private static bool IsWeaker(Seat newer, Seat older)
    {
        return newer.IsOpened == older.IsOpened
            ? newer.IsOpened && newer.MovedMs < older.MovedMs
            : older.IsOpened;
    }

    private int PlacesHeld(int holder, SocketUse use)
    {
        int held = 0;

        for (int i = 0; i < _count; i++)
        {
            if (_seats[i].Holder == holder && _seats[i].Use == SocketUse.Page == (use == SocketUse.Page))
            {
                held++;
            }
        }

        return held;
    }

    private void Enter(Seat seat)
    {
        seat.State = SeatState.Taken;
        Count(seat, 1);

        if (!IsUnlimited)
        {
            _seats[_count] = seat;
            _count++;
        }
    }

    private void Leave(Seat seat)
    {
        Count(seat, -1);

        if (IsUnlimited)
        {
            return;
        }

        int at = 0;

        while (_seats[at] != seat)
        {
            at++;
        }

        _count--;
        Array.Copy(_seats, at + 1, _seats, at, _count - at);
    }

    private void Count(Seat seat, int one)
    {
        _counts[(int)seat.Use] += one;

        if (seat.Use == SocketUse.Page && !seat.IsHomeSide)
        {
            _toyPages += one;
        }
    }
}
