namespace ToyGuard.Wire.Dns;

/// <summary>Where things stand in a DNS message (RFC 1035, 4.1.1; RFC 6891, 6.1.3), and its two-byte numbers.</summary>
/// <remarks>
///   0 2  identifier
///   2 2  QR 1 | operation 4 | AA 1 | TC 1 | RD 1 | RA 1 | reserved 1 | AD 1 | CD 1 | code 4
///   4 2  questions   6 2  answers   8 2  authorities   10 2  additional records
///   12   question: name, type 2, class 2; then records: name, type 2, class 2, TTL 4, length 2, data
/// </remarks>
internal static class DnsFormat
{
    public const int FlagsOffset = 2;
    public const int QuestionCountOffset = 4;
    public const int AnswerCountOffset = 6;
    public const int AuthorityCountOffset = 8;
    public const int AdditionalCountOffset = 10;
    public const int HeaderLength = 12;

    /// <summary>Type and class behind a question's name.</summary>
    public const int QuestionTailLength = 4;

    /// <summary>Type, class, TTL and length behind a record's name.</summary>
    public const int RecordHeadLength = 10;

    /// <summary>Code and length of one EDNS option.</summary>
    public const int OptionHeadLength = 4;

    public const int AnswerFlag = 0x8000;
    public const int OpCodeMask = 0x7800;
    public const int TruncatedFlag = 0x0200;
    public const int RecursionDesiredFlag = 0x0100;
    public const int RecursionAvailableFlag = 0x0080;
    public const int CheckingDisabledFlag = 0x0010;
    public const int CodeMask = 0x000F;

    /// <summary>In an OPT record's TTL field: the client takes signatures.</summary>
    public const int DnssecOkFlag = 0x8000;

    public const int InternetClass = 1;

    public static int Read16(byte[] buffer, int at)
    {
        return (buffer[at] << 8) | buffer[at + 1];
    }

    public static void Write16(byte[] buffer, int at, int value)
    {
        buffer[at] = (byte)(value >> 8);
        buffer[at + 1] = (byte)value;
    }

    /// <summary>Walks EDNS options from <paramref name="at"/> up to <paramref name="end"/>: offset of the first that does not fit, or -1 when they fill the room exactly.</summary>
    public static int OptionsFaultAt(byte[] buffer, int at, int end)
    {
        while (at < end)
        {
            if (end - at < OptionHeadLength || end - at - OptionHeadLength < Read16(buffer, at + 2))
            {
                return at;
            }

            at += OptionHeadLength + Read16(buffer, at + 2);
        }

        return -1;
    }
}
