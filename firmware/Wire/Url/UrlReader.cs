using System.Text;

namespace ToyGuard.Wire.Url;

/// <summary>Finds the parts of an absolute http or https URL (RFC 3986) as ranges of the bytes it was read from. Reused; never throws on input.</summary>
/// <remarks>
/// One reader for both runtimes, instead of System.Uri, so that the host that is judged is the host that is dialled (EGR-02).
/// Narrower than the RFC on purpose: what browsers, libraries and servers read in different ways is refused, each with its own fault.
/// It does not judge the host: whether that is a name of the right form is for the gate's own host reader to say.
/// <code>
/// https://stories.toys.example:8443/a/b?c=d#e
/// scheme  host                 port target   fragment, checked and left out
/// </code>
/// </remarks>
public sealed class UrlReader
{
    /// <summary>Bytes of a URL, fragment included. Common servers stop at 8,000; no toy needs a quarter of that.</summary>
    public const int LengthMax = 2048;

    private byte[] _source = new byte[0];
    private int _end;

    /// <summary>Why the last text is not a URL; <see cref="UrlFault.Empty"/> before the first.</summary>
    public UrlFault Fault { get; private set; } = UrlFault.Empty;

    /// <summary>Index in <see cref="Source"/> of the byte that is wrong. Only with a fault.</summary>
    public int FaultOffset { get; private set; }

    /// <summary>The bytes that the ranges below are in: the caller's own array, or the text's.</summary>
    public byte[] Source
    {
        get { return _source; }
    }

    /// <summary>Http or Https; None unless a URL was read.</summary>
    public UrlScheme Scheme { get; private set; }

    /// <summary>Index of the host's first byte.</summary>
    public int HostOffset { get; private set; }

    /// <summary>Bytes of the host as written, upper case and trailing dot included; 0 unless a URL was read.</summary>
    public int HostLength { get; private set; }

    /// <summary>1 to 65535, the scheme's own when the URL names none; 0 unless a URL was read.</summary>
    public int Port { get; private set; }

    /// <summary>Index of the request target's first byte, path and query.</summary>
    public int TargetOffset { get; private set; }

    /// <summary>Bytes of the request target, without the fragment. May be 0.</summary>
    public int TargetLength { get; private set; }

    /// <summary>True when the URL has no path: a "/" must then be sent in front of the target (RFC 9112, 3.2.1).</summary>
    public bool NeedsSlash { get; private set; }

    /// <summary>Reads <paramref name="text"/>; offsets are into <see cref="Source"/> and, since a URL is ASCII, into the text as well.</summary>
    public UrlFault Read(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        return Read(bytes, 0, bytes.Length);
    }

    /// <summary>Reads exactly <paramref name="count"/> bytes from <paramref name="offset"/>. Allocates nothing and keeps the array, not its bytes.</summary>
    public UrlFault Read(byte[] source, int offset, int count)
    {
        _source = source;
        _end = offset + count;
        Clear();

        if (count == 0)
        {
            return Refuse(UrlFault.Empty, offset);
        }

        if (count > LengthMax)
        {
            return Refuse(UrlFault.TooLong, offset + LengthMax);
        }

        Fault = UrlFault.None;

        if (IsPlain(offset))
        {
            int authority = ReadScheme(offset);

            if (authority >= 0)
            {
                int target = AuthorityEnd(authority);

                if (ReadAuthority(authority, target))
                {
                    ReadTarget(target);
                }
            }
        }

        if (Fault != UrlFault.None)
        {
            // What a URL seemed to say before it went wrong is nothing to act on.
            Clear();
        }

        return Fault;
    }

    private void Clear()
    {
        Scheme = UrlScheme.None;
        HostOffset = 0;
        HostLength = 0;
        Port = 0;
        TargetOffset = 0;
        TargetLength = 0;
        NeedsSlash = false;
    }

    // What may stand nowhere in a URL.
    private bool IsPlain(int offset)
    {
        for (int i = offset; i < _end; i++)
        {
            byte next = _source[i];
            UrlFault fault = next == ' ' ? UrlFault.Space
                : next < ' ' || next == 0x7F ? UrlFault.Control
                : next > 0x7F ? UrlFault.NotAscii
                : next == '\\' ? UrlFault.Backslash
                : UrlFault.None;

            if (fault != UrlFault.None)
            {
                Refuse(fault, i);
                return false;
            }
        }

        return true;
    }

    // Index of the host or of what stands in front of it, or -1.
    private int ReadScheme(int offset)
    {
        int colon = offset;

        while (colon < _end && IsSchemeByte(_source[colon]))
        {
            colon++;
        }

        if (colon == _end || _source[colon] != ':' || colon == offset || !IsLetter(_source[offset]))
        {
            Refuse(UrlFault.NoScheme, offset);
            return -1;
        }

        if (IsWord(offset, colon, "https"))
        {
            Scheme = UrlScheme.Https;
            Port = 443;
        }
        else if (IsWord(offset, colon, "http"))
        {
            Scheme = UrlScheme.Http;
            Port = 80;
        }
        else
        {
            Refuse(UrlFault.OtherScheme, offset);
            return -1;
        }

        for (int i = colon + 1; i <= colon + 2; i++)
        {
            if (i == _end || _source[i] != '/')
            {
                Refuse(UrlFault.NoSlashes, i);
                return -1;
            }
        }

        return colon + 3;
    }

    private bool ReadAuthority(int from, int to)
    {
        int at = IndexOf(from, to, '@');

        if (at < to)
        {
            Refuse(UrlFault.UserInfo, at);
            return false;
        }

        int bracket = IndexOf(from, to, '[');

        if (bracket < to)
        {
            Refuse(UrlFault.BracketInHost, bracket);
            return false;
        }

        int colon = IndexOf(from, to, ':');
        HostOffset = from;
        HostLength = colon - from;
        return IsHost(from, colon) && (colon == to || ReadPort(colon + 1, to));
    }

    private bool IsHost(int from, int to)
    {
        if (from == to)
        {
            Refuse(UrlFault.EmptyHost, from);
            return false;
        }

        for (int i = from; i < to; i++)
        {
            byte next = _source[i];

            if (!IsLetter(next) && !IsDigit(next) && next != '-' && next != '.' && next != '_')
            {
                Refuse(next == '%' ? UrlFault.PercentInHost : UrlFault.HostCharacter, i);
                return false;
            }
        }

        int label = LastLabel(from, to);

        if (IsNumber(label, _source[to - 1] == '.' ? to - 1 : to))
        {
            Refuse(UrlFault.NumericHost, label);
            return false;
        }

        return true;
    }

    // Index of the last label, one trailing dot aside.
    private int LastLabel(int from, int to)
    {
        int last = _source[to - 1] == '.' ? to - 2 : to - 1;

        while (last >= from && _source[last] != '.')
        {
            last--;
        }

        return last + 1;
    }

    // What a resolver may take for a number: digits, or 0x with hex digits, even without any. 0177 is among the digits.
    private bool IsNumber(int from, int to)
    {
        if (from >= to)
        {
            return false;
        }

        bool isHex = to - from >= 2 && _source[from] == '0' && (_source[from + 1] | 0x20) == 'x';

        for (int i = isHex ? from + 2 : from; i < to; i++)
        {
            byte next = _source[i];

            if (!IsDigit(next) && !(isHex && IsHexLetter(next)))
            {
                return false;
            }
        }

        return true;
    }

    private bool ReadPort(int from, int to)
    {
        if (from == to)
        {
            Refuse(UrlFault.PortEmpty, from);
            return false;
        }

        int port = 0;

        for (int i = from; i < to; i++)
        {
            if (!IsDigit(_source[i]))
            {
                Refuse(UrlFault.PortNotDigits, i);
                return false;
            }

            if (port <= 65535)
            {
                port = (port * 10) + (_source[i] - '0');
            }
        }

        if (_source[from] == '0' || port > 65535)
        {
            Refuse(_source[from] == '0' ? UrlFault.PortLeadingZero : UrlFault.PortTooLarge, from);
            return false;
        }

        Port = port;
        return true;
    }

    private void ReadTarget(int from)
    {
        int fragment = IndexOf(from, _end, '#');

        for (int i = from; i < _end; i++)
        {
            byte next = _source[i];

            if (next == '%')
            {
                if (_end - i < 3 || !IsHex(_source[i + 1]) || !IsHex(_source[i + 2]))
                {
                    Refuse(UrlFault.BadPercent, i);
                    return;
                }
            }
            else if (i != fragment && !IsPathByte(next))
            {
                Refuse(UrlFault.PathCharacter, i);
                return;
            }
        }

        TargetOffset = from;
        TargetLength = fragment - from;
        NeedsSlash = TargetLength == 0 || _source[from] != '/';
    }

    private int AuthorityEnd(int from)
    {
        int i = from;

        while (i < _end && _source[i] != '/' && _source[i] != '?' && _source[i] != '#')
        {
            i++;
        }

        return i;
    }

    // Index of the first such byte, or the end of the range.
    private int IndexOf(int from, int to, char wanted)
    {
        int i = from;

        while (i < to && _source[i] != wanted)
        {
            i++;
        }

        return i;
    }

    private bool IsWord(int from, int to, string lower)
    {
        if (to - from != lower.Length)
        {
            return false;
        }

        for (int i = 0; i < lower.Length; i++)
        {
            // Only letters and a few signs come here, and none of those signs becomes a letter by this bit.
            if ((_source[from + i] | 0x20) != lower[i])
            {
                return false;
            }
        }

        return true;
    }

    // RFC 3986, 3.3 to 3.5: pchar, slash and question mark.
    private static bool IsPathByte(byte value)
    {
        if (IsLetter(value) || IsDigit(value))
        {
            return true;
        }

        switch (value)
        {
            case (byte)'-':
            case (byte)'.':
            case (byte)'_':
            case (byte)'~':
            case (byte)'!':
            case (byte)'$':
            case (byte)'&':
            case (byte)'\'':
            case (byte)'(':
            case (byte)')':
            case (byte)'*':
            case (byte)'+':
            case (byte)',':
            case (byte)';':
            case (byte)'=':
            case (byte)':':
            case (byte)'@':
            case (byte)'/':
            case (byte)'?':
                return true;
            default:
                return false;
        }
    }

    private static bool IsSchemeByte(byte value)
    {
        return IsLetter(value) || IsDigit(value) || value == '+' || value == '-' || value == '.';
    }

    private static bool IsLetter(byte value)
    {
        return (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z');
    }

    private static bool IsDigit(byte value)
    {
        return value >= '0' && value <= '9';
    }

    private static bool IsHexLetter(byte value)
    {
        return (value >= 'a' && value <= 'f') || (value >= 'A' && value <= 'F');
    }

    private static bool IsHex(byte value)
    {
        return IsDigit(value) || IsHexLetter(value);
    }

    private UrlFault Refuse(UrlFault fault, int offset)
    {
        Fault = fault;
        FaultOffset = offset;
        return fault;
    }
}
