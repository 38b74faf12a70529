namespace ToyGuard.Wire.Dns;

/// <summary>Writes our questions and our answers into buffers of the caller. Allocates nothing.</summary>
/// <remarks>
/// An answer is the question's own header and question, byte for byte (so mixed case comes back as it came), then at most one
/// A record and, only for a question that had one, an OPT record. At most 16 bytes longer than the question, plus 6 for an
/// Extended DNS Error: never useful to an amplifier, never near the 512 bytes that every client takes.
/// </remarks>
public static class DnsWriter
{
    /// <summary>Longest answer in bytes: header, longest question, address, OPT record and error.</summary>
    public const int AnswerLengthMax = 12 + 259 + 16 + 11 + 6;

    /// <summary>Longest question of ours in bytes: header, longest question, OPT record.</summary>
    public const int QueryLengthMax = 12 + 259 + 11;

    /// <summary>EDNS option of an Extended DNS Error (RFC 8914, 2).</summary>
    private const int ErrorOption = 15;

    private const int LabelMax = 63;

    /// <summary>Writes the question for one type of one name, with recursion desired.</summary>
    /// <param name="buffer">Takes up to <see cref="QueryLengthMax"/> bytes from its beginning.</param>
    /// <param name="id">The identifier, 0 to 65535.</param>
    /// <param name="name">The name with dots.</param>
    /// <param name="nameLength">Its length, 1 to 253.</param>
    /// <param name="type">The record type.</param>
    /// <param name="udpSize">Longest answer taken, for the OPT record; 0 leaves that record out.</param>
    /// <returns>The length; 0 when the name cannot be written: empty, a label empty or over 63 bytes, or too long.</returns>
    public static int WriteQuery(byte[] buffer, int id, byte[] name, int nameLength, int type, int udpSize)
    {
        WriteHeader(buffer, id, DnsFormat.RecursionDesiredFlag, 1, 0, udpSize > 0 ? 1 : 0);

        int at = WriteName(buffer, DnsFormat.HeaderLength, name, nameLength);

        if (at == 0)
        {
            return 0;
        }

        DnsFormat.Write16(buffer, at, type);
        DnsFormat.Write16(buffer, at + 2, DnsFormat.InternetClass);
        at += DnsFormat.QuestionTailLength;

        return udpSize > 0 ? WriteOpt(buffer, at, udpSize, 0, false, DnsInfoCode.None) : at;
    }

    /// <summary>Writes an answer without records.</summary>
    /// <param name="query">Holds the question that was read.</param>
    /// <param name="offset">Where it begins.</param>
    /// <param name="question">What was read, completely.</param>
    /// <param name="code">One of <see cref="DnsCode"/>. Codes over 15 need a question with an OPT record.</param>
    /// <param name="infoCode">One of <see cref="DnsInfoCode"/>; sent only when the question had an OPT record.</param>
    /// <param name="answer">Takes up to <see cref="AnswerLengthMax"/> bytes from its beginning; not the array of the question.</param>
    /// <returns>The length.</returns>
    public static int WriteEmpty(byte[] query, int offset, DnsQuestion question, int code, int infoCode, byte[] answer)
    {
        return WriteAnswer(query, offset, question, code, infoCode, answer, answer, 0, 0);
    }

    /// <summary>Writes an answer with one IPv4 address (4 bytes) that may be kept for <paramref name="ttlSeconds"/>. The rest is as in <see cref="WriteEmpty"/>.</summary>
    public static int WriteAddress(byte[] query, int offset, DnsQuestion question, byte[] address, int ttlSeconds, byte[] answer)
    {
        return WriteAnswer(query, offset, question, DnsCode.NoError, DnsInfoCode.None, answer, address, 1, ttlSeconds);
    }

    /// <summary>Writes a bare header that declines an operation: 12 bytes, the shortest answer there is.</summary>
    public static int WriteNotImplemented(DnsQuestion question, byte[] answer)
    {
        WriteHeader(answer, question.Id, AnswerFlags(question, DnsCode.NotImplemented), 0, 0, 0);
        return DnsFormat.HeaderLength;
    }

    private static int WriteAnswer(
        byte[] query, int offset, DnsQuestion question, int code, int infoCode, byte[] answer, byte[] address, int records, int ttlSeconds)
    {
        WriteHeader(answer, question.Id, AnswerFlags(question, code), 1, records, question.HasEdns ? 1 : 0);

        int at = DnsFormat.HeaderLength;

        for (int i = 0; i < question.Length; i++)
        {
            answer[at] = query[offset + at];
            at++;
        }

        if (records == 1)
        {
            // The record's name: a pointer to the question's.
            DnsFormat.Write16(answer, at, 0xC000 | DnsFormat.HeaderLength);
            DnsFormat.Write16(answer, at + 2, DnsType.A);
            DnsFormat.Write16(answer, at + 4, DnsFormat.InternetClass);
            DnsFormat.Write16(answer, at + 6, ttlSeconds >> 16);
            DnsFormat.Write16(answer, at + 8, ttlSeconds);
            DnsFormat.Write16(answer, at + 10, 4);
            at += 12;

            for (int i = 0; i < 4; i++)
            {
                answer[at] = address[i];
                at++;
            }
        }

        return question.HasEdns
            ? WriteOpt(answer, at, DnsMessageReader.LengthMax, code >> 4, question.IsDnssecOk, infoCode)
            : at;
    }

    // Recursion is offered (RA), or stub resolvers look elsewhere; nothing here is authoritative or verified (AA, AD stay 0).
    private static int AnswerFlags(DnsQuestion question, int code)
    {
        return DnsFormat.AnswerFlag
            | (question.OpCode << 11)
            | (question.IsRecursionDesired ? DnsFormat.RecursionDesiredFlag : 0)
            | DnsFormat.RecursionAvailableFlag
            | (question.IsCheckingDisabled ? DnsFormat.CheckingDisabledFlag : 0)
            | (code & DnsFormat.CodeMask);
    }

    private static void WriteHeader(byte[] buffer, int id, int flags, int questions, int answers, int additional)
    {
        DnsFormat.Write16(buffer, 0, id);
        DnsFormat.Write16(buffer, DnsFormat.FlagsOffset, flags);
        DnsFormat.Write16(buffer, DnsFormat.QuestionCountOffset, questions);
        DnsFormat.Write16(buffer, DnsFormat.AnswerCountOffset, answers);
        DnsFormat.Write16(buffer, DnsFormat.AuthorityCountOffset, 0);
        DnsFormat.Write16(buffer, DnsFormat.AdditionalCountOffset, additional);
    }

    private static int WriteOpt(byte[] buffer, int at, int udpSize, int codeHigh, bool isDnssecOk, int infoCode)
    {
        bool hasError = infoCode != DnsInfoCode.None;

        buffer[at] = 0;
        DnsFormat.Write16(buffer, at + 1, DnsType.Opt);
        DnsFormat.Write16(buffer, at + 3, udpSize);
        buffer[at + 5] = (byte)codeHigh;
        buffer[at + 6] = 0;
        DnsFormat.Write16(buffer, at + 7, isDnssecOk ? DnsFormat.DnssecOkFlag : 0);
        DnsFormat.Write16(buffer, at + 9, hasError ? DnsFormat.OptionHeadLength + 2 : 0);
        at += 1 + DnsFormat.RecordHeadLength;

        if (!hasError)
        {
            return at;
        }

        DnsFormat.Write16(buffer, at, ErrorOption);
        DnsFormat.Write16(buffer, at + 2, 2);
        DnsFormat.Write16(buffer, at + 4, infoCode);
        return at + DnsFormat.OptionHeadLength + 2;
    }

    /// <summary>Writes labels and the root behind them. Returns the offset behind the name, 0 when it cannot be written.</summary>
    internal static int WriteName(byte[] buffer, int at, byte[] name, int nameLength)
    {
        if (nameLength < 1 || nameLength > DnsName.TextMax)
        {
            return 0;
        }

        int lengthAt = at;
        at++;

        for (int i = 0; i <= nameLength; i++)
        {
            if (i < nameLength && name[i] != '.')
            {
                buffer[at] = name[i];
                at++;
                continue;
            }

            int length = at - lengthAt - 1;

            if (length < 1 || length > LabelMax)
            {
                return 0;
            }

            buffer[lengthAt] = (byte)length;
            lengthAt = at;
            at++;
        }

        buffer[lengthAt] = 0;
        return at;
    }
}
