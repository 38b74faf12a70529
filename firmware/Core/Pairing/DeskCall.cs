using ToyGuard.Core.Seal;

namespace ToyGuard.Core.Pairing;

/// <summary>The sealed question that is to be answered now: who asks, and what. One for the desk's life; read it only while a step is <see cref="DeskStep.Asked"/>.</summary>
public sealed class DeskCall
{
    internal DeskCall(int plainMax)
    {
        Plain = new byte[plainMax];
    }

    /// <summary>Which channel it came through: one of the six of pairing, or the door.</summary>
    public Purpose Purpose { get; internal set; }

    /// <summary>The asking phone's role; in a channel of pairing the one that the phone will have, None while no entry is chosen. What it may do says <see cref="PairingDesk.Ask"/>.</summary>
    public Role Role { get; internal set; }

    /// <summary>The session was opened with the PIN.</summary>
    public bool IsFull { get; internal set; }

    /// <summary>The asking phone's number; in a channel of pairing that of the entry which is chosen, 0 for none.</summary>
    public int PhoneNumber { get; internal set; }

    /// <summary>The question, JSON in UTF-8, from the first byte on.</summary>
    public byte[] Plain { get; }

    /// <summary>How long it is.</summary>
    public int PlainCount { get; internal set; }
}
