namespace ToyGuard.Guard.Sockets;

/// <summary>What a seat is to the budget.</summary>
internal enum SeatState : byte
{
    /// <summary>Not taken.</summary>
    Free = 0,

    /// <summary>Taken, and counted.</summary>
    Taken = 1,

    /// <summary>Not counted any more; its owner has yet to free it.</summary>
    GaveWay = 2,
}
