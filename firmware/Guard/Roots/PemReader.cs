using System.Collections;

namespace ToyGuard.Guard.Roots;

/// <summary>Reads the certificates of PEM text (RFC 7468) as DER bytes. Keeps nothing, never throws on input.</summary>
/// <remarks>
/// Narrower than the RFC on purpose: certificates and blank lines, and nothing else, not even the explanations that it allows between them.
/// One fault anywhere and there is nothing: a toy with half of its anchors would work today and fail on the day its maker changes servers.
/// </remarks>
public static class PemReader
{
    /// <summary>Certificates in all, as many as a manifest may name files.</summary>
    public const int CertificatesMax = 4;

    /// <summary>Bytes of one file. A root with a 4096-bit key is 2 KiB of text.</summary>
    public const int FileBytesMax = 8 * 1024;

    private const string Dashes = "-----";
    private const string Begin = "-----BEGIN ";
    private const string Label = "CERTIFICATE";
    private const string KeyLabelEnd = "PRIVATE KEY";
    private const string End = "-----END CERTIFICATE-----";

    /// <summary>Reads all certificates of <paramref name="files"/> in order.</summary>
    /// <param name="files">The bytes of each file, of which each must hold one certificate or more.</param>
    /// <param name="fault">What is wrong with the first that cannot be read.</param>
    /// <returns>The DER bytes of each certificate; none at all when there is a fault anywhere.</returns>
    public static byte[][] Read(byte[][] files, out PemFault fault)
    {
        ArrayList found = new ArrayList();
        fault = files.Length == 0 ? PemFault.Empty : PemFault.None;

        for (int i = 0; i < files.Length && fault == PemFault.None; i++)
        {
            fault = ReadFile(files[i], found);
        }

        byte[][] certificates = new byte[fault == PemFault.None ? found.Count : 0][];

        for (int i = 0; i < certificates.Length; i++)
        {
            certificates[i] = (byte[])found[i]!;
        }

        return certificates;
    }

    /// <summary>The same certificates as one text in the plainest form, with the zero byte behind it that the device's parser wants.</summary>
    public static byte[] Write(byte[][] certificates)
    {
        const string FirstLine = Begin + Label + Dashes + "\n";
        const string LastLine = End + "\n";
        int length = 1;

        for (int i = 0; i < certificates.Length; i++)
        {
            length += FirstLine.Length + Base64.LinesLength(certificates[i].Length) + LastLine.Length;
        }

        byte[] text = new byte[length];
        int at = 0;

        for (int i = 0; i < certificates.Length; i++)
        {
            at = Put(FirstLine, text, at);
            at = Base64.WriteLines(certificates[i], text, at);
            at = Put(LastLine, text, at);
        }

        return text;
    }

    private static PemFault ReadFile(byte[] text, ArrayList found)
    {
        if (text.Length > FileBytesMax)
        {
            return PemFault.TooLong;
        }

        if (!IsText(text))
        {
            return PemFault.NotText;
        }

        int before = found.Count;
        int at = 0;

        while (NextLine(text, ref at, out int start, out int end))
        {
            PemFault fault = end == start ? PemFault.None : ReadCertificate(text, start, end, ref at, found);

            if (fault != PemFault.None)
            {
                return fault;
            }
        }

        return found.Count == before ? PemFault.Empty : PemFault.None;
    }

    private static PemFault ReadCertificate(byte[] text, int start, int end, ref int at, ArrayList found)
    {
        PemFault fault = FaultOfFirstLine(text, start, end);

        if (fault != PemFault.None)
        {
            return fault;
        }

        byte[] digits = new byte[text.Length - at];
        int count = 0;

        while (true)
        {
            if (!NextLine(text, ref at, out start, out end))
            {
                return PemFault.CutShort;
            }

            if (Is(text, start, end, End))
            {
                break;
            }

            for (int i = start; i < end; i++)
            {
                digits[count] = text[i];
                count++;
            }
        }

        byte[]? certificate = Base64.Decode(digits, count);

        if (certificate is null)
        {
            return PemFault.BadBase64;
        }

        if (!CertificateShape.IsOne(certificate))
        {
            return PemFault.NotACertificate;
        }

        if (Contains(found, certificate))
        {
            return PemFault.Duplicate;
        }

        if (found.Count == CertificatesMax)
        {
            return PemFault.TooMany;
        }

        found.Add(certificate);

        return PemFault.None;
    }

    private static PemFault FaultOfFirstLine(byte[] text, int start, int end)
    {
        int labelStart = start + Begin.Length;
        int labelEnd = end - Dashes.Length;

        if (labelEnd < labelStart || !Is(text, start, labelStart, Begin) || !Is(text, labelEnd, end, Dashes))
        {
            return PemFault.OutsideText;
        }

        if (Is(text, labelStart, labelEnd, Label))
        {
            return PemFault.None;
        }

        // RSA, EC, ENCRYPTED and plain ones all end alike.
        int keyStart = labelEnd - KeyLabelEnd.Length;

        return keyStart >= labelStart && Is(text, keyStart, labelEnd, KeyLabelEnd) ? PemFault.PrivateKey : PemFault.OtherLabel;
    }

    private static bool IsText(byte[] text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            byte b = text[i];
            bool isLineEnd = b == '\n' || (b == '\r' && i + 1 < text.Length && text[i + 1] == '\n');

            if (!isLineEnd && b != '\t' && (b < ' ' || b > '~'))
            {
                return false;
            }
        }

        return true;
    }

    // Without the line end and the blanks before it, which RFC 7468, 2 wants to be taken no notice of.
    private static bool NextLine(byte[] text, ref int at, out int start, out int end)
    {
        start = at;
        end = at;

        if (at == text.Length)
        {
            return false;
        }

        while (at < text.Length && text[at] != '\n')
        {
            at++;
        }

        end = at;

        if (at < text.Length)
        {
            at++;
        }

        while (end > start && (text[end - 1] == ' ' || text[end - 1] == '\t' || text[end - 1] == '\r'))
        {
            end--;
        }

        return true;
    }

    private static bool Is(byte[] text, int start, int end, string word)
    {
        bool isIt = end - start == word.Length;

        for (int i = 0; isIt && i < word.Length; i++)
        {
            isIt = text[start + i] == word[i];
        }

        return isIt;
    }

    private static bool Contains(ArrayList found, byte[] certificate)
    {
        for (int i = 0; i < found.Count; i++)
        {
            byte[] other = (byte[])found[i]!;
            bool isSame = other.Length == certificate.Length;

            for (int k = 0; isSame && k < other.Length; k++)
            {
                isSame = other[k] == certificate[k];
            }

            if (isSame)
            {
                return true;
            }
        }

        return false;
    }

    private static int Put(string line, byte[] text, int at)
    {
        for (int i = 0; i < line.Length; i++)
        {
            text[at + i] = (byte)line[i];
        }

        return at + line.Length;
    }
}
