using ToyGuard.Wire.Dns;

namespace ToyGuard.Wire.Mdns;

/// <summary>Writes the few messages of one name with one IPv4 address, from the beginning of the caller's buffer (RFC 6762). Allocates nothing.</summary>
/// <remarks>They hold that name, its address and what it lacks, and nothing else: no program, no service, no text (ATT-03).</remarks>
public static class MdnsWriter
{
    /// <summary>Bytes of the longest message: header, a name of 255, and two records.</summary>
    public const int LengthMax = 12 + 255 + 14 + 2 + 10 + 5;

    private const int AnswerFlags = 0x8400;
    private const int Marked = 0x8000 | DnsFormat.InternetClass;
    private const int NamePointer = 0xC000 | DnsFormat.HeaderLength;
    private const int AddressLength = 4;

    /// <summary>Writes a probe: does anybody have this name, and what we are about to say of it (8.1). Answers may come to us alone.</summary>
    /// <param name="buffer">Takes up to <see cref="LengthMax"/> bytes.</param>
    /// <param name="name">The name with dots, all of the array.</param>
    /// <param name="address">4 bytes.</param>
    /// <param name="ttlSeconds">How long the address is to be kept.</param>
    /// <returns>The length; 0 when the name cannot be written.</returns>
    public static int WriteProbe(byte[] buffer, byte[] name, byte[] address, int ttlSeconds)
    {
        int at = Begin(buffer, 0, 0, name);

        if (at == 0)
        {
            return 0;
        }

        Count(buffer, 1, 0, 1, 0);
        at = PutTail(buffer, at, DnsType.Any, Marked);
        DnsFormat.Write16(buffer, at, NamePointer);

        // Not marked: what is not ours yet makes nobody forget (10.2).
        return PutAddress(buffer, at + 2, DnsFormat.InternetClass, address, ttlSeconds);
    }

    /// <summary>Writes what we say to everybody, or to one who speaks multicast DNS: the address, and that there is no other kind (6, 6.1).</summary>
    /// <param name="buffer">As in <see cref="WriteProbe"/>.</param>
    /// <param name="name">As in <see cref="WriteProbe"/>.</param>
    /// <param name="address">As in <see cref="WriteProbe"/>.</param>
    /// <param name="ttlSeconds">How long it may be kept.</param>
    /// <param name="isAddressFirst">The address is the answer and its being alone the addition; false: the other way round, for who asked for something else.</param>
    /// <returns>The length; 0 when the name cannot be written.</returns>
    public static int WriteAnswer(byte[] buffer, byte[] name, byte[] address, int ttlSeconds, bool isAddressFirst)
    {
        int at = Begin(buffer, 0, AnswerFlags, name);

        if (at == 0)
        {
            return 0;
        }

        Count(buffer, 0, 1, 0, 1);

        at = isAddressFirst ? PutAddress(buffer, at, Marked, address, ttlSeconds) : PutAlone(buffer, at, ttlSeconds);
        DnsFormat.Write16(buffer, at, NamePointer);
        at += 2;

        return isAddressFirst ? PutAlone(buffer, at, ttlSeconds) : PutAddress(buffer, at, Marked, address, ttlSeconds);
    }

    /// <summary>Writes what a client of ordinary DNS takes for an answer: its identifier, its question, and the address if it asked for that (6.7).</summary>
    /// <param name="buffer">As in <see cref="WriteProbe"/>.</param>
    /// <param name="id">The question's identifier.</param>
    /// <param name="type">The question's type.</param>
    /// <param name="name">As in <see cref="WriteProbe"/>.</param>
    /// <param name="address">As in <see cref="WriteProbe"/>.</param>
    /// <param name="ttlSeconds">10 at most, as such a client hears of no change.</param>
    /// <returns>The length; 0 when the name cannot be written.</returns>
    public static int WriteLegacy(byte[] buffer, int id, int type, byte[] name, byte[] address, int ttlSeconds)
    {
        int at = Begin(buffer, id, AnswerFlags, name);

        if (at == 0)
        {
            return 0;
        }

        bool hasAddress = type == DnsType.A || type == DnsType.Any;
        Count(buffer, 1, hasAddress ? 1 : 0, 0, 0);
        at = PutTail(buffer, at, type, DnsFormat.InternetClass);

        if (!hasAddress)
        {
            return at;
        }

        DnsFormat.Write16(buffer, at, NamePointer);
        return PutAddress(buffer, at + 2, DnsFormat.InternetClass, address, ttlSeconds);
    }

    // Header and the name, which all that follows points to.
    private static int Begin(byte[] buffer, int id, int flags, byte[] name)
    {
        DnsFormat.Write16(buffer, 0, id);
        DnsFormat.Write16(buffer, DnsFormat.FlagsOffset, flags);
        return DnsWriter.WriteName(buffer, DnsFormat.HeaderLength, name, name.Length);
    }

    private static void Count(byte[] buffer, int questions, int answers, int authorities, int additional)
    {
        DnsFormat.Write16(buffer, DnsFormat.QuestionCountOffset, questions);
        DnsFormat.Write16(buffer, DnsFormat.AnswerCountOffset, answers);
        DnsFormat.Write16(buffer, DnsFormat.AuthorityCountOffset, authorities);
        DnsFormat.Write16(buffer, DnsFormat.AdditionalCountOffset, additional);
    }

    private static int PutTail(byte[] buffer, int at, int type, int markedClass)
    {
        DnsFormat.Write16(buffer, at, type);
        DnsFormat.Write16(buffer, at + 2, markedClass);
        return at + DnsFormat.QuestionTailLength;
    }

    private static int PutHead(byte[] buffer, int at, int type, int markedClass, int ttlSeconds, int length)
    {
        at = PutTail(buffer, at, type, markedClass);
        DnsFormat.Write16(buffer, at, ttlSeconds >> 16);
        DnsFormat.Write16(buffer, at + 2, ttlSeconds);
        DnsFormat.Write16(buffer, at + 4, length);
        return at + 6;
    }

    private static int PutAddress(byte[] buffer, int at, int markedClass, byte[] address, int ttlSeconds)
    {
        at = PutHead(buffer, at, DnsType.A, markedClass, ttlSeconds, AddressLength);

        for (int i = 0; i < AddressLength; i++)
        {
            buffer[at + i] = address[i];
        }

        return at + AddressLength;
    }

    // The name itself as the next one, then one block of types of one byte, with the bit of type 1.
    private static int PutAlone(byte[] buffer, int at, int ttlSeconds)
    {
        at = PutHead(buffer, at, DnsType.Nsec, Marked, ttlSeconds, 5);
        DnsFormat.Write16(buffer, at, NamePointer);
        buffer[at + 2] = 0;
        buffer[at + 3] = 1;
        buffer[at + 4] = 0x80 >> DnsType.A;
        return at + 5;
    }
}
