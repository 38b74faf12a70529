namespace ToyGuard.Edge.Relay;

/// <summary>Where a relay listens and how much room it has. Set before it is handed over, not changed after.</summary>
public sealed class RelaySettings
{
    /// <summary>The hub's toy-side address to listen at, 4 bytes. Never all zero: then the home side would reach the relay too.</summary>
    public byte[] Address { get; set; } = new byte[] { 127, 0, 0, 1 };

    /// <summary>The port to listen at; 0 is any free one.</summary>
    public int Port { get; set; } = 443;

    /// <summary>False for a relay that is only given connections which others accepted.</summary>
    public bool IsListening { get; set; } = true;

    /// <summary>Connections relayed at once, each with two sockets and a thread. One more is closed at once and counted (NoSocketLeft).</summary>
    public int SessionsMax { get; set; } = 3;

    /// <summary>Bytes of a session's buffer. Twice as much while one side takes nothing and the other still speaks.</summary>
    public int BufferBytes { get; set; } = 2048;
}
