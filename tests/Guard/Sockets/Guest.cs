using ToyGuard.Guard.Sockets;

namespace ToyGuard.Guard.Tests.Sockets;

/// <summary>A connection as a budget sees it: a seat, and how often it was told to give way.</summary>
internal sealed class Guest : ISeated
{
    public Guest()
    {
        Seat = new Seat(this);
    }

    public Seat Seat { get; }

    public SocketUse Use { get; private set; }

    public int Holder { get; private set; }

    public bool IsHomeSide { get; private set; }

    public bool IsOpened { get; private set; }

    public int ToldToGiveWay { get; private set; }

    /// <summary>Comes from a toy.</summary>
    public bool Comes(SocketBudget budget, SocketUse use, int holder, int nowMs)
    {
        return Comes(budget, use, holder, false, nowMs, out Guest? _);
    }

    /// <summary>Takes a place and tells whoever gives way, as a caller has to.</summary>
    public bool Comes(SocketBudget budget, SocketUse use, int holder, bool isHomeSide, int nowMs, out Guest? gaveWay)
    {
        gaveWay = null;

        if (!budget.Take(Seat, use, holder, isHomeSide, nowMs, out Seat? seat))
        {
            return false;
        }

        Use = use;
        Holder = holder;
        IsHomeSide = isHomeSide;
        IsOpened = false;

        if (seat is not null)
        {
            gaveWay = (Guest)seat.Owner;
            seat.Owner.GiveWay();
        }

        return true;
    }

    /// <summary>Says its hello or head.</summary>
    public void Opens(SocketBudget budget)
    {
        IsOpened = true;
        budget.Opened(Seat);
    }

    /// <inheritdoc/>
    public void GiveWay()
    {
        ToldToGiveWay++;
    }
}
