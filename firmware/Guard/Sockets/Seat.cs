using System;

namespace ToyGuard.Guard.Sockets;

/// <summary>The place of one connection in a <see cref="SocketBudget"/>. Made once by whoever serves connections, used again for each.</summary>
/// <remarks>Only the budget reads and writes what is in it, under the budget's lock.</remarks>
public sealed class Seat
{
    /// <summary>A seat that is not taken. <paramref name="owner"/> closes the connection on it when it has to give way.</summary>
    public Seat(ISeated owner)
    {
        Owner = owner ?? throw new ArgumentNullException(nameof(owner));
    }

    /// <summary>Who serves the connection on it.</summary>
    public ISeated Owner { get; }

    internal SeatState State { get; set; }

    internal SocketUse Use { get; set; }

    internal int Holder { get; set; }

    internal bool IsHomeSide { get; set; }

    // Its hello or head is whole.
    internal bool IsOpened { get; set; }

    internal long TakenMs { get; set; }

    internal long MovedMs { get; set; }
}
