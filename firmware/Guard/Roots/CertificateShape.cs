namespace ToyGuard.Guard.Roots;

/// <summary>The outer shape of an X.509 certificate in DER (RFC 5280, 4.1), to its last byte. Pure; allocates nothing.</summary>
/// <remarks>
/// Whether it is one, and whose, is for the TLS of each runtime to say. This keeps out what is plainly something else, and what is cut or has
/// something behind it, since runtimes differ in what they make of that.
/// <code>
///   SEQUENCE { SEQUENCE tbs { [0] version?, INTEGER serial, SEQUENCE algorithm, SEQUENCE issuer, SEQUENCE validity,
///                             SEQUENCE subject, SEQUENCE key, [1]? [2]? [3] … }, SEQUENCE algorithm, BIT STRING }
/// </code>
/// </remarks>
internal static class CertificateShape
{
    private const int Sequence = 0x30;
    private const int Integer = 0x02;
    private const int BitString = 0x03;
    private const int Version = 0xA0;
    private const int Extensions = 0xA3;

    private static readonly byte[] s_required = { Integer, Sequence, Sequence, Sequence, Sequence, Sequence };

    /// <summary>True when all of <paramref name="der"/> is one such certificate.</summary>
    public static bool IsOne(byte[] der)
    {
        int at = 0;

        if (!Enter(der, Sequence, ref at, der.Length, out int end) || end != der.Length)
        {
            return false;
        }

        if (!Enter(der, Sequence, ref at, end, out int tbsEnd) || !IsTbs(der, at, tbsEnd))
        {
            return false;
        }

        at = tbsEnd;

        return Skip(der, Sequence, ref at, end) && Skip(der, BitString, ref at, end) && at == end;
    }

    private static bool IsTbs(byte[] der, int at, int end)
    {
        if (at < end && der[at] == Version && !Skip(der, Version, ref at, end))
        {
            return false;
        }

        for (int i = 0; i < s_required.Length; i++)
        {
            if (!Skip(der, s_required[i], ref at, end))
            {
                return false;
            }
        }

        // What may follow: two unique identifiers that nobody uses, and extensions; in this order, each once.
        int last = Version;

        while (at < end)
        {
            int tag = der[at];

            if ((tag & 0x1F) <= (last & 0x1F) || tag > Extensions || (tag & 0x80) == 0 || !Skip(der, tag, ref at, end))
            {
                return false;
            }

            last = tag;
        }

        return true;
    }

    private static bool Skip(byte[] der, int tag, ref int at, int end)
    {
        if (!Enter(der, tag, ref at, end, out int itsEnd))
        {
            return false;
        }

        at = itsEnd;

        return true;
    }

    // Steps over tag and length. DER knows one way to write a length: the shortest (X.690, 10.1).
    private static bool Enter(byte[] der, int tag, ref int at, int end, out int itsEnd)
    {
        itsEnd = 0;

        if (end - at < 2 || der[at] != tag)
        {
            return false;
        }

        int length = der[at + 1];
        int content = at + 2;

        if (length >= 0x80)
        {
            int bytes = length & 0x7F;

            // Two bytes reach 65,535, more than any file that is read holds.
            if (bytes < 1 || bytes > 2 || end - content < bytes)
            {
                return false;
            }

            length = bytes == 1 ? der[content] : (der[content] << 8) | der[content + 1];

            if (length < (bytes == 1 ? 0x80 : 0x100))
            {
                return false;
            }

            content += bytes;
        }

        if (length == 0 || length > end - content)
        {
            return false;
        }

        at = content;
        itsEnd = content + length;

        return true;
    }
}
