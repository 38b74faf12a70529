using ToyGuard.Core.Policy;
using ToyGuard.Edge.Hub;
using ToyGuard.Guard.Time;
using ToyGuard.Guard.Toys;
using ToyGuard.Wire.Sntp;

namespace ToyGuard.Edge.Time;

/// <summary>The hub's SNTP service: toys ask it for the time, by <see cref="SntpResponder"/>.</summary>
public sealed class SntpServer : DatagramService
{
    private readonly SntpResponder _responder;

    /// <summary>A server for the clients in <paramref name="toySide"/>, at the hub's own <paramref name="address"/> there (4 bytes).</summary>
    /// <param name="gate">Gives the verdicts.</param>
    /// <param name="toys">Says which toy asks.</param>
    /// <param name="toySide">Who is heard at all.</param>
    /// <param name="time">The time to tell.</param>
    /// <param name="address">The hub's address on the toy side.</param>
    /// <param name="port">123 on a hub; 0 for any free one, see <see cref="DatagramService.Port"/>.</param>
    public SntpServer(Gate gate, ToyAddresses toys, Subnet toySide, ITimeOfDay time, byte[] address, int port)
        : base(toys, toySide, address, port, SntpPacket.DatagramMax, SntpPacket.Length)
    {
        _responder = new SntpResponder(gate, time);
    }

    /// <inheritdoc/>
    public override string Name
    {
        get { return "sntp"; }
    }

    /// <inheritdoc/>
    protected override int Answer(byte[] query, int count, int toy, byte[] answer)
    {
        return _responder.Answer(query, count, toy, answer);
    }
}
