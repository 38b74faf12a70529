using ToyGuard.Core.Policy;
using ToyGuard.Guard.Relay;
using ToyGuard.Wire;
using ToyGuard.Wire.Http;

namespace ToyGuard.Guard.Plain;

/// <summary>Judges a plain request by its head: endpoints of scheme http, and only requests that can be passed on as one (EGR-01, EGR-02).</summary>
/// <remarks>
/// What is never passed on is held before the gate is asked about its host, so that nothing is told as open that stays closed.
/// Allocates nothing.
/// </remarks>
public sealed class HeadJudge : IOpeningJudge
{
    private readonly Gate _gate;
    private readonly int _judgedPort;

    /// <summary>Asks <paramref name="gate"/> about plain http at <paramref name="judgedPort"/>, the port that a toy means, whatever port the relay listens at.</summary>
    public HeadJudge(Gate gate, int judgedPort)
    {
        _gate = gate;
        _judgedPort = judgedPort;
        Query = new GateQuery { Kind = AskKind.Http, Port = judgedPort };
    }

    /// <summary>The head, as far as it was read; for <see cref="RequestRewriter"/> once the verdict allows.</summary>
    public RequestHead Head { get; } = new RequestHead();

    /// <inheritdoc/>
    public GateQuery Query { get; }

    /// <inheritdoc/>
    public Verdict Verdict { get; private set; }

    /// <inheritdoc/>
    public Reason TooSlow
    {
        get { return Reason.HeadTooSlow; }
    }

    /// <inheritdoc/>
    public Reason TooLong
    {
        get { return Reason.HeadTooLong; }
    }

    /// <inheritdoc/>
    public Reason CutShort
    {
        get { return Reason.HeadCutShort; }
    }

    /// <inheritdoc/>
    public void Begin(int toy)
    {
        Head.Reset();
        Query.Toy = toy;
        Query.Host.Read("");
        Verdict = default;
    }

    /// <inheritdoc/>
    public ReadStatus Read(byte[] buffer, int count)
    {
        ReadStatus status = Head.Read(buffer, 0, count);

        if (status == ReadStatus.Complete)
        {
            // A name that is none leaves the host empty, and the gate says so at its place in the order.
            Query.Host.Read(buffer, Head.HostOffset, Head.HostLength);
            Reason held = ReasonToHold();
            Verdict = held == Reason.None ? _gate.Ask(Query) : _gate.Hold(Query, held);
        }
        else if (status == ReadStatus.Refused)
        {
            Verdict = _gate.Hold(Query, ReasonOf(Head.Fault));
        }

        return status;
    }

    /// <summary>What a reader's fault is called in verdicts. Reason.None only for no fault.</summary>
    public static Reason ReasonOf(HttpFault fault)
    {
        switch (fault)
        {
            case HttpFault.None:
                return Reason.None;

            case HttpFault.MethodTooLong:
            case HttpFault.TargetTooLong:
            case HttpFault.HeadTooLong:
            case HttpFault.TooManyFields:
                return Reason.HeadTooLong;

            case HttpFault.HostEmpty:
            case HttpFault.HostBytes:
            case HttpFault.HostTooLong:
                return Reason.NotAName;

            // Understood, and a way for two readers to see two requests.
            case HttpFault.HostDiffers:
            case HttpFault.TransferEncoding:
                return Reason.RequestNotRelayed;

            default:
                return Reason.HeadMalformed;
        }
    }

    // What no verdict on the host can open.
    private Reason ReasonToHold()
    {
        // Both make a tunnel of the connection, and in it nothing more can be judged.
        if (Head.Method == HttpMethod.Connect || Head.HasUpgrade)
        {
            return Reason.RequestNotRelayed;
        }

        // The relay dials its own port only.
        return Head.HostPort == -1 || Head.HostPort == _judgedPort ? Reason.None : Reason.OtherPort;
    }
}
