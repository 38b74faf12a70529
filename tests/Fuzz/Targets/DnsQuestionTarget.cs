using System;
using System.Collections.Generic;
using System.Linq;

using ToyGuard.Fakes;
using ToyGuard.Fuzz.Loop;
using ToyGuard.Guard.Dns;
using ToyGuard.Wire;
using ToyGuard.Wire.Dns;

namespace ToyGuard.Fuzz.Targets;

/// <summary>A toy's DNS question, and what the responder answers to it.</summary>
internal sealed class DnsQuestionTarget : Target
{
    private const int ErrorOptionLength = 6;

    private readonly DnsResponder _used = NewResponder();
    private readonly DnsResponder _other = NewResponder();
    private readonly DnsQuestion _question = new();
    private readonly byte[] _answer = new byte[DnsWriter.AnswerLengthMax];

    private int _length;

    public override string Name
    {
        get { return "dns-question"; }
    }

    public override string Hurdle
    {
        get { return "counts and labels"; }
    }

    public override int LengthMax
    {
        get { return 1300; }
    }

    public override IEnumerable<byte[]> Seeds()
    {
        return BadDnsQuestions.Kinds().Select(static kind => BadDnsQuestions.Make(kind, Household.Open))
            .Concat(new[] { 1, 28, 65, 16, 255 }.Select(static type => DnsBuilder.Query(7, Household.Open, type, type != 16)))
            .Append(DnsBuilder.Query(8, "OTHER.example", 1, true))
            .Append(DnsBuilder.Query(9, "", 2, false))
            .Where(static seed => seed.Length <= 1300);
    }

    public override IEnumerable<byte[]> Words()
    {
        yield return new DnsBuilder().Name(Household.Open).Bytes();
        yield return new DnsBuilder().Opt().Bytes();
        yield return new DnsBuilder().Header(7, 0x0100, 1, 0, 0, 0).Bytes();
        yield return new DnsBuilder().U16(1).U16(1).Bytes();
        yield return new byte[] { 0xc0, 12 };
        yield return new byte[] { 0, 41 };
        yield return new byte[] { 0, 10, 0, 8, 1, 2, 3, 4, 5, 6, 7, 8 };
        yield return new byte[] { 7, (byte)'e', (byte)'x', (byte)'a', (byte)'m', (byte)'p', (byte)'l', (byte)'e', 0 };
    }

    public override Outcome Read(Pieces pieces)
    {
        pieces.All();
        ReadStatus status = DnsMessageReader.Read(pieces.Buffer, pieces.Offset, pieces.Count, _question);
        bool isPast = status == ReadStatus.Complete || _question.Length > 0 || _question.Fault >= DnsFault.LabelKind;
        long sum = Outcome.Add(_question.Id, _question.OpCode);

        if (status == ReadStatus.Complete)
        {
            sum = Outcome.Add(Outcome.Add(sum, _question.Type), _question.Name, 0, _question.NameLength);
            sum = Outcome.Add(Outcome.Add(sum, _question.UdpSize), _question.EdnsVersion);
        }

        // The responder takes no offset: only what stands at the front is asked of it.
        if (pieces.Offset == 0)
        {
            DnsResponder responder = pieces.IsOtherwise ? _other : _used;
            _length = responder.Answer(pieces.Buffer, pieces.Count, Household.Toy, _answer);
        }

        sum = Outcome.Add(sum, _answer, 0, _length);

        return new Outcome(status, (int)_question.Fault, _question.Fault == DnsFault.None ? 0 : _question.FaultOffset - pieces.Offset, 0, sum, isPast);
    }

    public override string? Judge(byte[] input, int count, Outcome outcome)
    {
        if (_length == 0)
        {
            return outcome.Status == ReadStatus.Complete ? "silence to a question" : null;
        }

        bool isRefusal = _answer[7] == 0;

        return (input[2] & 0x80) != 0 ? "an answer to an answer"
            : (_answer[2] & 0x80) == 0 ? "a question for an answer"
            : _answer[0] != input[0] || _answer[1] != input[1] ? "another identifier"
            : _length > 2 * count ? "an answer of more than twice the question"
            : isRefusal && _length > count + ErrorOptionLength ? "a refusal larger than the question and the error"
            : !isRefusal && !IsOpenName() ? "an address for a name that is not open"
            : null;
    }

    public override bool TellsTooLittle
    {
        get { return true; }
    }

    public override int Repair(byte[] input, int count, Dice dice)
    {
        if (count < DnsLayout.Header + 5)
        {
            return count;
        }

        int at = DnsLayout.AfterName(input, count, DnsLayout.Header) + 4;
        DnsLayout.Put(input, 2, 0x0100);
        DnsLayout.Put(input, 4, 1);
        DnsLayout.Put(input, 6, 0);
        DnsLayout.Put(input, 8, 0);
        DnsLayout.Put(input, 10, at < count ? DnsLayout.RepairRecords(input, count, at) : 0);

        return count;
    }

    public override int StepsMax(int count)
    {
        return 3000 + (40 * count);
    }

    private bool IsOpenName()
    {
        string name = Ascii.Text(_question.Name.AsSpan(0, _question.NameLength)).ToLowerInvariant();

        return name is Household.Open or Household.Plain;
    }

    private static DnsResponder NewResponder()
    {
        return new DnsResponder(Household.NewGate(), new byte[] { 192, 168, 4, 1 });
    }
}
