namespace ToyGuard.Page.Words;

/// <summary>Which of our languages a visitor likes best, by Accept-Language (RFC 9110, 12.5.4).</summary>
/// <remarks>Only the first part of a tag counts: ar-EG is Arabic. What cannot be read is passed over, and English is for whoever asks for nothing that we have.</remarks>
internal static class LanguageChoice
{
    private const int QualityMax = 1000;

    /// <summary>Chooses by a field's value, <paramref name="count"/> bytes from <paramref name="offset"/>.</summary>
    internal static PageWords Of(byte[] buffer, int offset, int count)
    {
        int end = offset + count;
        int english = 0;
        int arabic = 0;
        int at = offset;

        while (at < end)
        {
            int comma = IndexOf(buffer, at, end, (byte)',');
            int start = SkipBlanks(buffer, at, comma);
            int quality = Quality(buffer, IndexOf(buffer, start, comma, (byte)';'), comma);

            if (quality > english && (IsTag(buffer, start, comma, 'e', 'n') || (start < comma && buffer[start] == '*')))
            {
                english = quality;
            }
            else if (quality > arabic && IsTag(buffer, start, comma, 'a', 'r'))
            {
                arabic = quality;
            }

            at = comma + 1;
        }

        return arabic > english ? new ArabicWords() : new EnglishWords();
    }

    private static bool IsTag(byte[] buffer, int at, int end, char first, char second)
    {
        return end - at >= 2
            && (buffer[at] | 0x20) == first
            && (buffer[at + 1] | 0x20) == second
            && (at + 2 == end || buffer[at + 2] == '-' || buffer[at + 2] == ';' || IsBlank(buffer[at + 2]));
    }

    // From the semicolon on: thousandths, the most when there is none, 0 when it cannot be read.
    private static int Quality(byte[] buffer, int at, int end)
    {
        if (at == end)
        {
            return QualityMax;
        }

        at = SkipBlanks(buffer, at + 1, end);

        if (end - at < 3 || (buffer[at] | 0x20) != 'q' || buffer[at + 1] != '=' || (buffer[at + 2] != '0' && buffer[at + 2] != '1'))
        {
            return 0;
        }

        int quality = (buffer[at + 2] - '0') * QualityMax;
        int worth = QualityMax;

        for (at += 4; at < end && worth > 1 && buffer[at] >= '0' && buffer[at] <= '9'; at++)
        {
            worth /= 10;
            quality += (buffer[at] - '0') * worth;
        }

        return quality > QualityMax ? QualityMax : quality;
    }

    private static int SkipBlanks(byte[] buffer, int at, int end)
    {
        while (at < end && IsBlank(buffer[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsBlank(byte value)
    {
        return value == ' ' || value == '\t';
    }

    private static int IndexOf(byte[] buffer, int at, int end, byte value)
    {
        while (at < end && buffer[at] != value)
        {
            at++;
        }

        return at;
    }
}
