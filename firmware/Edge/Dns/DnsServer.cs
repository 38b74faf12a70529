using ToyGuard.Core.Policy;
using ToyGuard.Edge.Hub;
using ToyGuard.Guard.Dns;
using ToyGuard.Guard.Toys;
using ToyGuard.Wire.Dns;

namespace ToyGuard.Edge.Dns;

/// <summary>The hub's DNS service: toys ask it for names, by <see cref="DnsResponder"/>.</summary>
public sealed class DnsServer : DatagramService
{
    private readonly DnsResponder _responder;
    private readonly SetupNames? _names;

    /// <summary>A server for the clients in <paramref name="toySide"/>, at the hub's own <paramref name="address"/> there (4 bytes, also what allowed names lead to).</summary>
    /// <param name="gate">Gives the verdicts.</param>
    /// <param name="toys">Says which toy asks.</param>
    /// <param name="toySide">Who is heard at all.</param>
    /// <param name="address">The hub's address on the toy side.</param>
    /// <param name="port">53 on a hub; 0 for any free one, see <see cref="DatagramService.Port"/>.</param>
    /// <param name="names">What phones that set the hub up are answered, who are no toys; null for nothing.</param>
    public DnsServer(Gate gate, ToyAddresses toys, Subnet toySide, byte[] address, int port, SetupNames? names = null)
        : base(toys, toySide, address, port, DnsMessageReader.LengthMax, DnsWriter.AnswerLengthMax)
    {
        _responder = new DnsResponder(gate, address);
        _names = names;
    }

    /// <inheritdoc/>
    public override string Name
    {
        get { return "dns"; }
    }

    /// <inheritdoc/>
    protected override int Answer(byte[] query, int count, int toy, byte[] answer)
    {
        return toy == 0 && _names is not null && _names.IsOpen
            ? _names.Answer(query, count, answer)
            : _responder.Answer(query, count, toy, answer);
    }
}
