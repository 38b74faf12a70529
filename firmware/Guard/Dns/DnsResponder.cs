using ToyGuard.Core.Policy;
using ToyGuard.Wire;
using ToyGuard.Wire.Dns;

namespace ToyGuard.Guard.Dns;

/// <summary>Answers a toy's DNS question by the gate's verdict, from nothing but the question itself: no name is looked up here (EGR-04).</summary>
/// <remarks>
/// An allowed name gets the hub's own address, where only the relays listen. What it says otherwise is in the README beside it.
/// One instance serves one thread. Allocates nothing.
/// </remarks>
public sealed class DnsResponder
{
    /// <summary>How long a toy may keep an address: short, so that a pause or a changed list is felt at once.</summary>
    public const int TtlSeconds = 5;

    private readonly Gate _gate;
    private readonly byte[] _hubAddress = new byte[4];
    private readonly DnsQuestion _question = new();
    private readonly GateQuery _query = new();

    /// <summary>A responder that asks <paramref name="gate"/> and gives out <paramref name="hubAddress"/>, the hub's 4 bytes on the toy side.</summary>
    public DnsResponder(Gate gate, byte[] hubAddress)
    {
        _gate = gate;
        _query.Kind = AskKind.Lookup;

        for (int i = 0; i < _hubAddress.Length; i++)
        {
            _hubAddress[i] = hubAddress[i];
        }
    }

    /// <summary>Writes the answer to one datagram and returns its length; 0 = say nothing.</summary>
    /// <param name="query">The datagram, from its beginning.</param>
    /// <param name="count">Its length.</param>
    /// <param name="toy">Number of the toy that sent it; 0 = unknown.</param>
    /// <param name="answer">Takes up to <see cref="DnsWriter.AnswerLengthMax"/> bytes; not the array of the question.</param>
    public int Answer(byte[] query, int count, int toy, byte[] answer)
    {
        if (DnsMessageReader.Read(query, 0, count, _question) != ReadStatus.Complete)
        {
            // Silence for everything that cannot be read: an answer would only serve whoever forged the sender.
            return _question.Fault == DnsFault.OpCode ? DnsWriter.WriteNotImplemented(_question, answer) : 0;
        }

        if (_question.EdnsVersion != 0)
        {
            return Empty(query, DnsCode.BadVersion, DnsInfoCode.None, answer);
        }

        // A name that was no text has length 0 here, which no host name has: the gate holds it as no name.
        _query.Toy = toy;
        _query.Host.Read(_question.Name, 0, _question.NameLength);

        Verdict verdict = _gate.Ask(_query);

        if (!verdict.IsAllowed)
        {
            return Empty(query, DnsHold.CodeOf(verdict.Reason), DnsHold.InfoOf(verdict.Reason), answer);
        }

        switch (_question.Type)
        {
            case DnsType.A:
                return DnsWriter.WriteAddress(query, 0, _question, _hubAddress, TtlSeconds, answer);

            // The name exists and has none of these: no way around the relay, no ECH keys, no HTTP/3.
            case DnsType.Aaaa:
            case DnsType.Https:
            case DnsType.Svcb:
                return Empty(query, DnsCode.NoError, DnsInfoCode.None, answer);

            default:
                _gate.Hold(_query, Reason.QuestionNotServed);
                return Empty(query, DnsHold.CodeOf(Reason.QuestionNotServed), DnsHold.InfoOf(Reason.QuestionNotServed), answer);
        }
    }

    private int Empty(byte[] query, int code, int infoCode, byte[] answer)
    {
        return DnsWriter.WriteEmpty(query, 0, _question, code, infoCode, answer);
    }
}
