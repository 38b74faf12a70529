namespace ToyGuard.Core.Seal;

/// <summary>How far a conversation is (pairing.md, "Steps"). It stands in the fifth byte of a message; the numbers stay as they are.</summary>
public enum Step : byte
{
    /// <summary>None: no message has it.</summary>
    None = 0,

    /// <summary>The phone draws its nonce.</summary>
    Begin = 1,

    /// <summary>The device answers with its own.</summary>
    Challenge = 2,

    /// <summary>The phone proves first.</summary>
    Proof = 3,

    /// <summary>The device proves too, and draws the channel.</summary>
    Accept = 4,

    /// <summary>A question or its answer inside the channel.</summary>
    Sealed = 5,
}
