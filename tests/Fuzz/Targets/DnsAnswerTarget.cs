using System;
using System.Collections.Generic;
using System.Linq;

using ToyGuard.Fakes;
using ToyGuard.Fuzz.Loop;
using ToyGuard.Wire;
using ToyGuard.Wire.Dns;

namespace ToyGuard.Fuzz.Targets;

/// <summary>The reply to our own question.</summary>
internal sealed class DnsAnswerTarget : Target
{
    private const int Id = 7;

    private static readonly byte[] s_name = Ascii.Of(Household.Open);
    private static readonly byte[] s_question = new DnsBuilder().Header(Id, DnsBuilder.AnswerFlags, 1, 1, 0, 0).Question(Household.Open, 1).Bytes();

    private readonly DnsAnswerReader _used = new();

    private DnsAnswerReader _reader = new();

    public override string Name
    {
        get { return "dns-answer"; }
    }

    public override string Hurdle
    {
        get { return "our own question"; }
    }

    public override int LengthMax
    {
        get { return 1300; }
    }

    public override IEnumerable<byte[]> Seeds()
    {
        return BadDnsAnswers.BrokenKinds().Concat(BadDnsAnswers.ForeignKinds()).Select(static kind => BadDnsAnswers.Make(kind, Id, Household.Open))
            .Append(new DnsBuilder().Header(Id, DnsBuilder.AnswerFlags, 1, 1, 0, 1).Question(Household.Open, 1).Jump(12).RecordTail(1, 60, 4).U16(0xc000).U16(0x0201).Opt().Bytes())
            .Append(new DnsBuilder().Header(Id, DnsBuilder.AnswerFlags, 1, 2, 0, 0).Question(Household.Open, 1).Alias(Household.Open, 60, "a.example").Address("a.example", 30, 5).Bytes())
            .Where(static seed => seed.Length <= 1300);
    }

    public override IEnumerable<byte[]> Words()
    {
        yield return s_question;
        yield return new DnsBuilder().Jump(12).RecordTail(1, 60, 4).U16(0xc000).U16(0x0201).Bytes();
        yield return new DnsBuilder().Jump(12).RecordTail(5, 60, 2).Jump(12).Bytes();
        yield return new DnsBuilder().Alias(Household.Open, 60, "a.example").Bytes();
        yield return new DnsBuilder().Address("a.example", 30, 5).Bytes();
        yield return new DnsBuilder().Opt().Bytes();
        yield return new byte[] { 0xc0, 12 };
        yield return new byte[] { 0xc0, 50 };
    }

    public override Outcome Read(Pieces pieces)
    {
        pieces.All();
        _reader = pieces.IsOtherwise ? new DnsAnswerReader() : _used;
        ReadStatus status = _reader.Read(pieces.Buffer, pieces.Offset, pieces.Count, Id, s_name, s_name.Length);
        long sum = Outcome.Add(_reader.IsOurs ? 1 : 0, _reader.Addresses, 0, 4 * _reader.AddressCount);
        sum = Outcome.Add(Outcome.Add(sum, _reader.TtlSeconds), _reader.Code + (_reader.IsTruncated ? 1 << 16 : 0));

        return new Outcome(status, (int)_reader.Fault, _reader.Fault == DnsFault.None ? 0 : _reader.FaultOffset - pieces.Offset, 0, sum, _reader.IsOurs);
    }

    public override string? Judge(byte[] input, int count, Outcome outcome)
    {
        return _reader.AddressCount is < 0 or > DnsAnswerReader.AddressesMax ? "more addresses than there is room for"
            : outcome.Status != ReadStatus.Complete && _reader.AddressCount > 0 ? "addresses of a reply that was not read"
            : _reader.AddressCount > 0 && (!_reader.IsOurs || _reader.Code != 0) ? "addresses of a reply that is not ours, or an error"
            : _reader.TtlSeconds < 0 ? "a time before now"
            : null;
    }

    public override bool TellsTooLittle
    {
        get { return true; }
    }

    public override int Repair(byte[] input, int count, Dice dice)
    {
        if (count < s_question.Length)
        {
            return count;
        }

        Array.Copy(s_question, input, s_question.Length);
        int records = DnsLayout.RepairRecords(input, count, s_question.Length);
        int answers = dice.Next(3) == 0 ? dice.Next(records + 1) : records;
        DnsLayout.Put(input, 6, answers);
        DnsLayout.Put(input, 8, 0);
        DnsLayout.Put(input, 10, records - answers);

        return count;
    }

    public override int StepsMax(int count)
    {
        // Each of nine rounds for an alias may look at each record, and each name may be of 255 bytes in 3.
        return 2000 + (900 * count);
    }
}
