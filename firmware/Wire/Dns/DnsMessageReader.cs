namespace ToyGuard.Wire.Dns;

/// <summary>Reads what a client asks: one question of the Internet class and at most one OPT record (RFC 1035, 4.1; RFC 6891, 6.1). Allocates nothing, keeps nothing.</summary>
/// <remarks>
/// Narrower than the RFCs on purpose: no compression (there is nothing before the name to point to), no records but the OPT record,
/// not one byte behind the last. Any type and any bytes in labels are read; what is not text ends as a name of length 0.
/// </remarks>
public static class DnsMessageReader
{
    /// <summary>Longest question read, in bytes: the size that every path carries in one piece (RFC 9715). A host's longest, with options, stays under 400.</summary>
    public const int LengthMax = 1232;

    /// <summary>Reads a question. On an operation other than a standard query the identifier, flags and operation are filled in all the same, so that it can be declined.</summary>
    public static ReadStatus Read(byte[] buffer, int offset, int count, DnsQuestion question)
    {
        question.Clear();

        if (count < DnsFormat.HeaderLength)
        {
            return ReadStatus.NeedMore;
        }

        int flagsAt = offset + DnsFormat.FlagsOffset;
        int flags = DnsFormat.Read16(buffer, flagsAt);
        question.Id = DnsFormat.Read16(buffer, offset);
        question.OpCode = (flags & DnsFormat.OpCodeMask) >> 11;
        question.IsRecursionDesired = (flags & DnsFormat.RecursionDesiredFlag) != 0;
        question.IsCheckingDisabled = (flags & DnsFormat.CheckingDisabledFlag) != 0;

        if ((flags & DnsFormat.AnswerFlag) != 0)
        {
            return question.Refuse(DnsFault.NotAQuestion, flagsAt);
        }

        if (count > LengthMax)
        {
            return question.Refuse(DnsFault.TooLong, offset + LengthMax);
        }

        if (question.OpCode != 0)
        {
            return question.Refuse(DnsFault.OpCode, flagsAt);
        }

        if ((flags & DnsFormat.TruncatedFlag) != 0)
        {
            return question.Refuse(DnsFault.CutQuestion, flagsAt);
        }

        if (DnsFormat.Read16(buffer, offset + DnsFormat.QuestionCountOffset) != 1)
        {
            return question.Refuse(DnsFault.QuestionCount, offset + DnsFormat.QuestionCountOffset);
        }

        int additional = DnsFormat.Read16(buffer, offset + DnsFormat.AdditionalCountOffset);

        if (DnsFormat.Read16(buffer, offset + DnsFormat.AnswerCountOffset) != 0
            || DnsFormat.Read16(buffer, offset + DnsFormat.AuthorityCountOffset) != 0
            || additional > 1)
        {
            return question.Refuse(DnsFault.RecordCount, offset + DnsFormat.AnswerCountOffset);
        }

        int at = offset + DnsFormat.HeaderLength;
        int end = offset + count;
        DnsName name = question.NameReader;
        ReadStatus status = name.Read(buffer, offset, end, at, false);

        if (status != ReadStatus.Complete)
        {
            question.Fault = name.Fault;
            question.FaultOffset = name.FaultOffset;
            return status;
        }

        if (end - name.End < DnsFormat.QuestionTailLength)
        {
            return ReadStatus.NeedMore;
        }

        if (DnsFormat.Read16(buffer, name.End + 2) != DnsFormat.InternetClass)
        {
            return question.Refuse(DnsFault.Class, name.End + 2);
        }

        question.Type = DnsFormat.Read16(buffer, name.End);
        question.Length = name.End + DnsFormat.QuestionTailLength - at;
        at += question.Length;

        if (additional == 1)
        {
            status = ReadOpt(buffer, at, end, question);

            if (status != ReadStatus.Complete)
            {
                return status;
            }

            // The name of one byte, the head, the options.
            at += 1 + DnsFormat.RecordHeadLength;
            at += DnsFormat.Read16(buffer, at - 2);
        }

        return at == end ? ReadStatus.Complete : question.Refuse(DnsFault.TrailingBytes, at);
    }

    private static ReadStatus ReadOpt(byte[] buffer, int at, int end, DnsQuestion question)
    {
        if (at >= end)
        {
            return ReadStatus.NeedMore;
        }

        if (buffer[at] != 0)
        {
            return question.Refuse(DnsFault.OptName, at);
        }

        at++;

        if (end - at < DnsFormat.RecordHeadLength)
        {
            return ReadStatus.NeedMore;
        }

        if (DnsFormat.Read16(buffer, at) != DnsType.Opt)
        {
            return question.Refuse(DnsFault.RecordCount, at);
        }

        int length = DnsFormat.Read16(buffer, at + 8);
        int optionsAt = at + DnsFormat.RecordHeadLength;

        if (end - optionsAt < length)
        {
            return ReadStatus.NeedMore;
        }

        int wrongAt = DnsFormat.OptionsFaultAt(buffer, optionsAt, optionsAt + length);

        if (wrongAt >= 0)
        {
            return question.Refuse(DnsFault.OptionLength, wrongAt);
        }

        question.HasEdns = true;
        question.UdpSize = DnsFormat.Read16(buffer, at + 2);
        question.EdnsVersion = buffer[at + 5];
        question.IsDnssecOk = (DnsFormat.Read16(buffer, at + 6) & DnsFormat.DnssecOkFlag) != 0;
        return ReadStatus.Complete;
    }
}
