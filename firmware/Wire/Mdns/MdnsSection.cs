namespace ToyGuard.Wire.Mdns;

/// <summary>The four parts of a message, in their order.</summary>
public enum MdnsSection : byte
{
    /// <summary>What is asked.</summary>
    Question = 0,

    /// <summary>What is said; in a question, what the asker knows already (RFC 6762, 7.1).</summary>
    Answer = 1,

    /// <summary>In a probe, what the asker is about to claim (RFC 6762, 8.2).</summary>
    Authority = 2,

    /// <summary>What goes with it.</summary>
    Additional = 3,
}
