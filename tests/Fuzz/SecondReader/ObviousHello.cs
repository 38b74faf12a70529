namespace ToyGuard.SecondReader;

/// <summary>What the second reader says about the bytes of a connection so far.</summary>
/// <param name="Kind">Read, refused, or not whole yet.</param>
/// <param name="Name">The server name of a hello that was read; empty otherwise.</param>
/// <param name="Length">Bytes of the hello with its record headers; 0 unless it was read.</param>
public readonly record struct ObviousHello(ObviousKind Kind, string Name, int Length)
{
    /// <inheritdoc/>
    public override string ToString()
    {
        return Kind == ObviousKind.Read ? $"reads {Name} in {Length} bytes" : Kind == ObviousKind.Refused ? "refuses" : "waits";
    }
}
