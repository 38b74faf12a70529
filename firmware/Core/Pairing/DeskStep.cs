namespace ToyGuard.Core.Pairing;

/// <summary>What became of a message.</summary>
public enum DeskStep : byte
{
    /// <summary>Send the constant refusal; nothing tells why.</summary>
    Refused = 0,

    /// <summary>The answer is written: send it.</summary>
    Answered = 1,

    /// <summary>A sealed question was opened: carry it out and finish with <see cref="PairingDesk.Reply"/>.</summary>
    Asked = 2,
}
