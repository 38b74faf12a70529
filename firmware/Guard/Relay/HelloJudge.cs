using ToyGuard.Core.Policy;
using ToyGuard.Wire;
using ToyGuard.Wire.Tls;

namespace ToyGuard.Guard.Relay;

/// <summary>Judges a TLS connection by its ClientHello.</summary>
/// <remarks>Allocates nothing. What the reader refuses is a hold like any other, counted and told by the gate.</remarks>
public sealed class HelloJudge : IOpeningJudge
{
    private readonly Gate _gate;
    private readonly ClientHelloReader _reader = new ClientHelloReader();

    /// <summary>Asks <paramref name="gate"/> about TLS at <paramref name="judgedPort"/>, the port that a toy means, whatever port the relay listens at.</summary>
    public HelloJudge(Gate gate, int judgedPort)
    {
        _gate = gate;
        Query = new GateQuery { Kind = AskKind.TlsHello, Port = judgedPort };
    }

    /// <inheritdoc/>
    public GateQuery Query { get; }

    /// <inheritdoc/>
    public Verdict Verdict { get; private set; }

    /// <summary>What the reader found wrong with the hello.</summary>
    public HelloFault Fault
    {
        get { return _reader.Fault; }
    }

    /// <inheritdoc/>
    public Reason TooSlow
    {
        get { return Reason.HelloTooSlow; }
    }

    /// <inheritdoc/>
    public Reason TooLong
    {
        get { return Reason.HelloTooLong; }
    }

    /// <inheritdoc/>
    public Reason CutShort
    {
        get { return Reason.HelloCutShort; }
    }

    /// <inheritdoc/>
    public void Begin(int toy)
    {
        _reader.Reset();
        Query.Toy = toy;
        Query.Host.Read(_reader.Name, 0, 0);
        Verdict = default;
    }

    /// <inheritdoc/>
    public ReadStatus Read(byte[] buffer, int count)
    {
        ReadStatus status = _reader.Read(buffer, 0, count);

        if (status == ReadStatus.Complete)
        {
            // A name that is none leaves the host empty, and the gate says so at its place in the order.
            Query.Host.Read(_reader.Name, 0, _reader.NameLength);
            Verdict = _gate.Ask(Query);
        }
        else if (status == ReadStatus.Refused)
        {
            Verdict = _gate.Hold(Query, ReasonOf(_reader.Fault));
        }

        return status;
    }

    /// <summary>What a reader's fault is called in verdicts. Reason.None only for no fault.</summary>
    public static Reason ReasonOf(HelloFault fault)
    {
        switch (fault)
        {
            case HelloFault.None:
                return Reason.None;

            case HelloFault.NotTls:
            case HelloFault.OtherRecord:
            case HelloFault.RecordVersion:
            case HelloFault.NotClientHello:
                return Reason.HelloNotTls;

            case HelloFault.TooLong:
                return Reason.HelloTooLong;

            case HelloFault.NoName:
                return Reason.HelloWithoutName;

            case HelloFault.NameEmpty:
            case HelloFault.NameTooLong:
            case HelloFault.NameBytes:
            case HelloFault.NameTrailingDot:
                return Reason.NotAName;

            default:
                return Reason.HelloMalformed;
        }
    }
}
