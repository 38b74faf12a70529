using System;
using ToyGuard.Guard.Sockets;

namespace ToyGuard.Guard.Tests.Sockets;

/// <summary>Guests that come, speak, move and go as a seed has it, and after each step what always holds.</summary>
internal sealed class SocketWalk
{
    private const int HoldersMax = 6;
    private const int GuestsMax = 40;

    private readonly Guest[] _guests = new Guest[GuestsMax];
    private readonly bool[] _isTaken = new bool[GuestsMax];
    private readonly int _sockets;
    private readonly SocketBudget _budget;
    private readonly string _name;
    private uint _state;
    private int _now;

    public SocketWalk(int sockets, int seed)
    {
        _sockets = sockets;
        _budget = new SocketBudget(sockets);
        _state = (uint)seed;
        _name = "sockets " + sockets.ToString() + ", seed " + seed.ToString();

        for (int i = 0; i < GuestsMax; i++)
        {
            _guests[i] = new Guest();
        }
    }

    /// <summary>How many came, were turned away, and gave way: a walk in which nothing happens proves nothing.</summary>
    public int Came { get; private set; }

    public int TurnedAway { get; private set; }

    public int GaveWay { get; private set; }

    public void Go(int steps)
    {
        for (int i = 0; i < steps; i++)
        {
            _now += Dice(120);
            int index = Dice(GuestsMax);

            if (!_isTaken[index])
            {
                Come(index);
            }
            else
            {
                switch (Dice(6))
                {
                    case 0:
                    case 1:
                        _guests[index].Opens(_budget);
                        break;
                    case 2:
                    case 3:
                        _budget.Moved(_guests[index].Seat, _now);
                        break;
                    default:
                        Go(_guests[index], index);
                        break;
                }
            }

            CheckNumbers();
        }
    }

    private void Go(Guest guest, int index)
    {
        bool hadGivenWay = _budget.HasGivenWay(guest.Seat);
        Assert.AreEqual(!hadGivenWay, _budget.Free(guest.Seat), _name);
        _isTaken[index] = false;
    }

    private void Come(int index)
    {
        Guest guest = _guests[index];
        int holder = Dice(HoldersMax);

        // Who is on the home side is so always.
        bool isHome = holder >= 4;
        SocketUse use = isHome ? SocketUse.Page : (SocketUse)Dice(3);

        int held = Held(holder, use);
        int most = 0;

        for (int i = 0; i < HoldersMax; i++)
        {
            int one = Held(i, use);
            most = one > most ? one : most;
        }

        int tls = Count(SocketUse.Tls, false, false);
        bool isFull = IsFull(use, isHome);
        bool hasHomePage = Count(SocketUse.Page, true, false) > 0;
        bool hasOwnPlain = HasPlain(holder);
        int told = guest.ToldToGiveWay;

        if (!guest.Comes(_budget, use, holder, isHome, _now, out Guest? gaveWay))
        {
            TurnedAway++;
            Assert.IsTrue(isFull, "turned away for nothing, " + _name);
            Assert.IsFalse(held == 0 && most >= 2, "somebody has two, " + _name);
            Assert.IsFalse(use == SocketUse.Page && isHome && !hasHomePage, "home's place, " + _name);
            Assert.IsFalse(use == SocketUse.Tls && tls < 2 && _sockets >= 12 && (held == 0 || hasOwnPlain), "TLS has two places, " + _name);

            return;
        }

        Came++;
        _isTaken[index] = true;
        Assert.AreEqual(told, guest.ToldToGiveWay, _name);
        Assert.AreEqual(isFull, gaveWay is not null, "somebody gives way exactly when there is no place, " + _name);

        if (gaveWay is not null)
        {
            GaveWay++;
            CheckGaveWay(guest, held, tls, gaveWay);
        }
    }

    private void CheckGaveWay(Guest newcomer, int held, int tls, Guest gaveWay)
    {
        // What it had before it gave one away: it has one fewer now, and the newcomer one more.
        int had = Held(gaveWay.Holder, newcomer.Use) + 1 - (gaveWay.Holder == newcomer.Holder ? 1 : 0);
        bool isForTls = newcomer.Use == SocketUse.Tls && gaveWay.Use == SocketUse.Plain && tls < 2;
        bool isSilent = !gaveWay.IsOpened;

        Assert.IsTrue(_budget.HasGivenWay(gaveWay.Seat), _name);
        Assert.AreEqual(gaveWay.Use == SocketUse.Page, newcomer.Use == SocketUse.Page, _name);
        Assert.IsTrue(had >= held + 2 || isSilent || isForTls, "an open one of somebody with as few, " + _name);
        Assert.IsTrue(had > held || gaveWay.Holder == newcomer.Holder, "one of somebody with as few, " + _name);
    }

    private void CheckNumbers()
    {
        int pages = Count(SocketUse.Page, true, true);
        int relays = Count(SocketUse.Tls, false, false) + Count(SocketUse.Plain, false, false);

        Assert.AreEqual(pages, _budget.CountOf(SocketUse.Page), _name);
        Assert.AreEqual(Count(SocketUse.Tls, false, false), _budget.CountOf(SocketUse.Tls), _name);
        Assert.AreEqual(Count(SocketUse.Plain, false, false), _budget.CountOf(SocketUse.Plain), _name);
        Assert.AreEqual(7 + pages + (2 * relays), _budget.UsedSockets, _name);
        Assert.IsTrue(_budget.UsedSockets <= _sockets, _name);
        Assert.IsTrue(Count(SocketUse.Page, false, true) < _budget.PlacesOf(SocketUse.Page), "the toy side has home's place, " + _name);
    }

    private bool IsFull(SocketUse use, bool isHome)
    {
        if (use != SocketUse.Page)
        {
            return Count(SocketUse.Tls, false, false) + Count(SocketUse.Plain, false, false) == _budget.PlacesOf(use);
        }

        int places = _budget.PlacesOf(SocketUse.Page);

        return Count(SocketUse.Page, true, true) == places || (!isHome && Count(SocketUse.Page, false, true) == places - 1);
    }

    private bool IsCounted(int index)
    {
        return _isTaken[index] && !_budget.HasGivenWay(_guests[index].Seat);
    }

    // Pages are counted by side; relays have none.
    private int Count(SocketUse use, bool home, bool toys)
    {
        int count = 0;

        for (int i = 0; i < GuestsMax; i++)
        {
            if (IsCounted(i) && _guests[i].Use == use && (use != SocketUse.Page || (_guests[i].IsHomeSide ? home : toys)))
            {
                count++;
            }
        }

        return count;
    }

    private int Held(int holder, SocketUse use)
    {
        int held = 0;

        for (int i = 0; i < GuestsMax; i++)
        {
            if (IsCounted(i) && _guests[i].Holder == holder && _guests[i].Use == SocketUse.Page == (use == SocketUse.Page))
            {
                held++;
            }
        }

        return held;
    }

    private bool HasPlain(int holder)
    {
        for (int i = 0; i < GuestsMax; i++)
        {
            if (IsCounted(i) && _guests[i].Holder == holder && _guests[i].Use == SocketUse.Plain)
            {
                return true;
            }
        }

        return false;
    }

    private int Dice(int sides)
    {
        _state = (_state * 1664525) + 1013904223;

        return (int)((_state >> 16) % (uint)sides);
    }
}
