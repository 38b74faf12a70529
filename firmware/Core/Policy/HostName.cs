using System.Text;

namespace ToyGuard.Core.Policy;

/// <summary>A reusable buffer that holds one host name in the one form the core compares: lower-case ASCII bytes, no trailing dot.</summary>
/// <remarks>
/// Read once, where bytes come in; past that point a host is never a bare string. Held are names of at least two labels of letters,
/// digits and hyphens (RFC 1035 2.3.1 as widened by RFC 1123 2.1) with A-labels as such (RFC 5890). Everything that some other reader
/// could take for an address, and every name that belongs to the home and not to the Internet, has a <see cref="HostFault"/> of its own.
/// A failed reading leaves no name behind. For one thread at a time.
/// </remarks>
public sealed class HostName
{
    /// <summary>255 octets on the wire (RFC 1035, 2.3.4) leave 253 characters of text.</summary>
    public const int LengthMax = 253;

    private const int LabelLengthMax = 63;

    // Names under these never lead out: RFC 6762 (local), RFC 6761 (localhost), RFC 7686 (onion), RFC 9476 (alt), ICANN's resolution of
    // 2024-07-29 (internal), RFC 8375 (home.arpa; the rest of arpa is no place for hosts either, RFC 3172). The other special-use names,
    // test, example and invalid, lead nowhere, and labs use them.
    private const string SpecialUse = " local localhost onion alt internal arpa ";

    /// <summary>The name in lower-case ASCII without trailing dot; only the first <see cref="Length"/> bytes mean anything.</summary>
    public byte[] Bytes { get; } = new byte[LengthMax];

    /// <summary>How many bytes of <see cref="Bytes"/> are the name; 0 unless one was read well.</summary>
    public int Length { get; private set; }

    /// <summary>What the last reading found wrong; None exactly when a name is held.</summary>
    public HostFault Fault { get; private set; } = HostFault.NotRead;

    /// <summary>A number that equal names share, so that most unequal ones need no look at their bytes.</summary>
    internal int Hash { get; private set; }

    /// <summary>The same number of what follows the first label.</summary>
    internal int ParentHash { get; private set; }

    /// <summary>Where that begins in <see cref="Bytes"/>: after the first dot.</summary>
    internal int ParentStart { get; private set; }

    /// <summary>Reads a name from bytes as they came. Drops one trailing dot, lower-cases A to Z, refuses all else that is not in form. Allocates nothing.</summary>
    public HostFault Read(byte[] source, int offset, int count)
    {
        Length = 0;
        Fault = HostFault.NotRead;

        if (count > 0 && source[offset + count - 1] == '.')
        {
            count--;
        }

        if (count > LengthMax)
        {
            return Fault = HostFault.TooLong;
        }

        for (int i = 0; i < count; i++)
        {
            Bytes[i] = source[offset + i];
        }

        return Settle(count);
    }

    /// <summary>Reads a name from text, by the same rules. Allocates nothing.</summary>
    public HostFault Read(string text)
    {
        Length = 0;
        Fault = HostFault.NotRead;
        int count = text.Length;

        if (count > 0 && text[count - 1] == '.')
        {
            count--;
        }

        if (count > LengthMax)
        {
            return Fault = HostFault.TooLong;
        }

        for (int i = 0; i < count; i++)
        {
            // Any byte past 0x7F will do: they are all refused.
            Bytes[i] = text[i] > 0x7F ? (byte)0xFF : (byte)text[i];
        }

        return Settle(count);
    }

    /// <summary>True when both hold a name and it is the same one.</summary>
    public bool IsSame(HostName other)
    {
        if (Length == 0 || Length != other.Length || Hash != other.Hash)
        {
            return false;
        }

        byte[] mine = Bytes;
        byte[] theirs = other.Bytes;

        for (int i = 0; i < Length; i++)
        {
            if (mine[i] != theirs[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The name as text; empty unless one was read well.</summary>
    public override string ToString()
    {
        return Encoding.UTF8.GetString(Bytes, 0, Length);
    }

    // The one place that makes a name valid.
    private HostFault Settle(int count)
    {
        Fault = JudgeCharacters(count);

        if (Fault == HostFault.None)
        {
            Fault = JudgeLabels(count);
        }

        if (Fault == HostFault.None)
        {
            Length = count;
            MakeHashes();
        }

        return Fault;
    }

    private void MakeHashes()
    {
        int hash = 0;
        int start = 0;

        for (int i = 0; i < Length; i++)
        {
            hash = hash * 31 + Bytes[i];
            start = start == 0 && Bytes[i] == '.' ? i + 1 : start;
        }

        Hash = hash;
        hash = 0;

        for (int i = start; i < Length; i++)
        {
            hash = hash * 31 + Bytes[i];
        }

        ParentHash = hash;
        ParentStart = start;
    }

    private HostFault JudgeCharacters(int count)
    {
        for (int i = 0; i < count; i++)
        {
            byte b = Bytes[i];

            if (b >= 'A' && b <= 'Z')
            {
                Bytes[i] = (byte)(b + ('a' - 'A'));
                continue;
            }

            if ((b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || b == '-' || b == '.')
            {
                continue;
            }

            return FaultOf(b);
        }

        return HostFault.None;
    }

    private static HostFault FaultOf(byte b)
    {
        if (b == 0)
        {
            return HostFault.Nul;
        }

        if (b < ' ' || b == 0x7F)
        {
            return HostFault.Control;
        }

        if (b > 0x7F)
        {
            return HostFault.NonAscii;
        }

        return b switch
        {
            (byte)' ' => HostFault.Space,
            (byte)'%' => HostFault.Percent,
            (byte)':' => HostFault.Colon,
            (byte)'[' => HostFault.Bracket,
            (byte)']' => HostFault.Bracket,
            (byte)'_' => HostFault.Underscore,
            _ => HostFault.Character,
        };
    }

    private HostFault JudgeLabels(int count)
    {
        if (count <= 0)
        {
            return HostFault.Empty;
        }

        int start = 0;
        int last = 0;

        for (int i = 0; i <= count; i++)
        {
            if (i < count && Bytes[i] != '.')
            {
                continue;
            }

            HostFault fault = JudgeLabel(start, i);

            if (fault != HostFault.None)
            {
                return fault;
            }

            last = start;
            start = i + 1;
        }

        // No top-level domain begins with a digit, and every spelling of an IPv4 address, decimal, octal or hexadecimal, whole or
        // shortened, has a last part that does (the URL standard's "ends in a number"). So 1.2.3.4a is not worth a guess either.
        if (IsDigit(Bytes[last]))
        {
            return HostFault.Address;
        }

        if (last == 0)
        {
            return HostFault.OneLabel;
        }

        return IsSpecialUse(last, count) ? HostFault.SpecialUse : HostFault.None;
    }

    private HostFault JudgeLabel(int start, int end)
    {
        int length = end - start;

        if (length == 0)
        {
            return HostFault.EmptyLabel;
        }

        if (length > LabelLengthMax)
        {
            return HostFault.LabelTooLong;
        }

        if (Bytes[start] == '-' || Bytes[end - 1] == '-')
        {
            return HostFault.HyphenAtEdge;
        }

        if (length < 4 || Bytes[start + 2] != '-' || Bytes[start + 3] != '-')
        {
            return HostFault.None;
        }

        if (Bytes[start] != 'x' || Bytes[start + 1] != 'n')
        {
            return HostFault.ReservedLabel;
        }

        return Punycode.IsFit(Bytes, start + 4, end) ? HostFault.None : HostFault.BadALabel;
    }

    // True when the last label stands as a whole word in the list.
    private bool IsSpecialUse(int start, int end)
    {
        int at = 0;

        while (at < SpecialUse.Length - 1)
        {
            int length = SpecialUse.IndexOf(' ', at + 1) - at - 1;

            if (length == end - start && IsWordAt(at + 1, start, length))
            {
                return true;
            }

            at += length + 1;
        }

        return false;
    }

    private bool IsWordAt(int at, int start, int length)
    {
        for (int i = 0; i < length; i++)
        {
            if (SpecialUse[at + i] != Bytes[start + i])
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsDigit(byte b)
    {
        return b >= '0' && b <= '9';
    }
}
