using ToyGuard.Edge.Hub;
using ToyGuard.Guard.Dns;
using ToyGuard.Guard.Toys;
using ToyGuard.Wire.Dns;

namespace ToyGuard.Edge.Family;

/// <summary>The DNS service of a toy's own Wi-Fi, by <see cref="SetupNames"/>. On a hub <see cref="ToyGuard.Edge.Dns.DnsServer"/> asks them itself.</summary>
public sealed class SetupDns : DatagramService
{
    private readonly SetupNames _names;

    /// <summary>A server for the phones in <paramref name="ownSide"/>, at our <paramref name="address"/> there (4 bytes).</summary>
    /// <param name="names">What is answered, and whether anything is.</param>
    /// <param name="ownSide">Who is heard at all.</param>
    /// <param name="address">Our address on our own Wi-Fi.</param>
    /// <param name="port">53 on a device; 0 for any free one, see <see cref="DatagramService.Port"/>.</param>
    public SetupDns(SetupNames names, Subnet ownSide, byte[] address, int port)
        : base(new ToyAddresses(), ownSide, address, port, DnsMessageReader.LengthMax, DnsWriter.AnswerLengthMax)
    {
        _names = names;
    }

    /// <inheritdoc/>
    public override string Name
    {
        get { return "setup-dns"; }
    }

    /// <inheritdoc/>
    protected override int Answer(byte[] query, int count, int toy, byte[] answer)
    {
        return _names.Answer(query, count, answer);
    }
}
