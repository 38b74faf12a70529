using ToyGuard.Core.Policy;
using ToyGuard.Wire;
using ToyGuard.Wire.Tls;

namespace ToyGuard.Guard.Relay;

/// <summary>A client's first bytes in, the gate's verdict on the server they name out. One for each connection at a time; used again for the next.</summary>
/// <remarks>Allocates nothing. What the reader refuses is a hold like any other, counted and told by the gate.</remarks>
public sealed class HelloJudge
{
    private readonly Gate _gate;
    private readonly ClientHelloReader _reader = new ClientHelloReader();

    /// <summary>Asks <paramref name="gate"/> about TLS at <paramref name="judgedPort"/>, the port that a toy means, whatever port the relay listens at.</summary>
    public HelloJudge(Gate gate, int judgedPort)
    {
        _gate = gate;
        Query = new GateQuery { Kind = AskKind.TlsHello, Port = judgedPort };
    }

    /// <summary>The question about this connection. Its host is empty until a hello was read whole and named one.</summary>
    public GateQuery Query { get; }

    /// <summary>The verdict on this connection; holds until <see cref="Read"/> says Complete.</summary>
    public Verdict Verdict { get; private set; }

    /// <summary>What the reader found wrong with the hello.</summary>
    public HelloFault Fault
    {
        get { return _reader.Fault; }
    }

    /// <summary>Begins with a new connection from toy number <paramref name="toy"/>, 0 for an unknown one.</summary>
    public void Begin(int toy)
    {
        _reader.Reset();
        Query.Toy = toy;
        Query.Host.Read(_reader.Name, 0, 0);
        Verdict = default;
    }

    /// <summary>Reads on; <paramref name="buffer"/> holds all <paramref name="count"/> bytes since the connection's first. After Complete or Refused the verdict stands: do not call again before <see cref="Begin"/>.</summary>
    /// <returns>Complete when a server is named and judged, be it held; Refused when the hello itself is held.</returns>
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
