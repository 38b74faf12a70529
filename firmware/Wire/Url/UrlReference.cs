using System;

namespace ToyGuard.Wire.Url;

/// <summary>A URL of its own, read from text, or from a reference such as a Location has and the URL that it stands in (RFC 3986, 5.2 and 5.3). Reused; allocates nothing.</summary>
/// <remarks>
/// <code>
/// https://other.example/b    as it is            //other.example/b    scheme of the URL
/// /b                         its host as well    b, ./b, ../b         its path as well, up to the last slash
/// </code>
/// Narrower than the RFC on purpose: a reference that is empty, or only a query or a fragment, leads back to where it stands and is refused.
/// Segments of one or two dots are taken out of the path. Whatever comes out is read by <see cref="UrlReader"/>, with all that it refuses.
/// </remarks>
public sealed class UrlReference
{
    private readonly byte[] _bytes = new byte[UrlReader.LengthMax];
    private int _count;
    private bool _isTooLong;

    /// <summary>The URL, over bytes of this object's own; it means something after an answer of <see cref="UrlFault.None"/>, until the next reading.</summary>
    public UrlReader Url { get; } = new UrlReader();

    /// <summary>Reads <paramref name="text"/> as it is written: dots in its path stay.</summary>
    public UrlFault Read(string text)
    {
        Clear();

        for (int i = 0; i < text.Length && !_isTooLong; i++)
        {
            // Any byte past 0x7F will do: they are all refused.
            Put(text[i] > 0x7F ? (byte)0xFF : (byte)text[i]);
        }

        return ReadUrl();
    }

    /// <summary>Reads a reference that stands in an answer from <paramref name="from"/>.</summary>
    /// <param name="from">A URL that was read; not this object's own.</param>
    /// <param name="source">Holds the reference.</param>
    /// <param name="offset">Where it begins.</param>
    /// <param name="count">Its bytes.</param>
    public UrlFault Resolve(UrlReader from, byte[] source, int offset, int count)
    {
        if (from == Url || from.Fault != UrlFault.None)
        {
            throw new InvalidOperationException();
        }

        Clear();

        if (count == 0 || source[offset] == '?' || source[offset] == '#')
        {
            return Refuse(count == 0 ? UrlFault.Empty : UrlFault.OnlyQuery);
        }

        bool isRooted = source[offset] == '/';

        // A colon before the first slash ends a scheme (RFC 3986, 4.2), whatever stands before it.
        if (!HasColonFirst(source, offset, count))
        {
            Put(from.Scheme == UrlScheme.Https ? "https:" : "http:");

            if (!isRooted || count == 1 || source[offset + 1] != '/')
            {
                Put("//");
                Put(from.Source, from.HostOffset, from.TargetOffset - from.HostOffset);
            }

            if (!isRooted)
            {
                PutFolder(from);
            }
        }

        Put(source, offset, count);

        UrlFault fault = ReadUrl();

        return fault == UrlFault.None && TakeOutDots() ? ReadUrl() : fault;
    }

    private void Clear()
    {
        _count = 0;
        _isTooLong = false;
    }

    private UrlFault ReadUrl()
    {
        return _isTooLong ? Refuse(UrlFault.TooLong) : Url.Read(_bytes, 0, _count);
    }

    // What was read before must not be left standing.
    private UrlFault Refuse(UrlFault fault)
    {
        Url.Read(_bytes, 0, 0);

        return fault;
    }

    // The path of the URL up to its last slash, or the one slash that it has not written.
    private void PutFolder(UrlReader from)
    {
        int length = 0;

        for (int i = 0; i < from.TargetLength && from.Source[from.TargetOffset + i] != '?'; i++)
        {
            length = from.Source[from.TargetOffset + i] == '/' ? i + 1 : length;
        }

        if (length == 0)
        {
            Put("/");
        }

        Put(from.Source, from.TargetOffset, length);
    }

    // RFC 3986, 5.2.4, in place. True when something was taken out.
    private bool TakeOutDots()
    {
        int start = Url.TargetOffset;
        int end = start;

        while (end < _count && _bytes[end] != '?' && _bytes[end] != '#')
        {
            end++;
        }

        int to = start;
        int at = start;

        // Each segment begins with its slash.
        while (at < end)
        {
            int next = at + 1;

            while (next < end && _bytes[next] != '/')
            {
                next++;
            }

            int dots = DotsOf(at + 1, next);

            if (dots == 2)
            {
                to = Parent(start, to);
            }

            if (dots == 0)
            {
                Array.Copy(_bytes, at, _bytes, to, next - at);
                to += next - at;
            }
            else if (next == end)
            {
                _bytes[to] = (byte)'/';
                to++;
            }

            at = next;
        }

        Array.Copy(_bytes, end, _bytes, to, _count - end);
        _count -= end - to;

        return to < end;
    }

    // 1 or 2 when the segment is nothing but that many dots, else 0.
    private int DotsOf(int from, int to)
    {
        bool isDots = to - from == 1 || to - from == 2;

        for (int i = from; i < to && isDots; i++)
        {
            isDots = _bytes[i] == '.';
        }

        return isDots ? to - from : 0;
    }

    // Where the last segment before that place begins.
    private int Parent(int start, int to)
    {
        while (to > start)
        {
            to--;

            if (_bytes[to] == '/')
            {
                break;
            }
        }

        return to;
    }

    private static bool HasColonFirst(byte[] source, int offset, int count)
    {
        for (int i = offset; i < offset + count; i++)
        {
            if (source[i] == '/' || source[i] == '?' || source[i] == '#')
            {
                return false;
            }

            if (source[i] == ':')
            {
                return true;
            }
        }

        return false;
    }

    private void Put(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            Put((byte)text[i]);
        }
    }

    private void Put(byte[] source, int offset, int count)
    {
        for (int i = offset; i < offset + count && !_isTooLong; i++)
        {
            Put(source[i]);
        }
    }

    private void Put(byte value)
    {
        _isTooLong = _isTooLong || _count == _bytes.Length;

        if (!_isTooLong)
        {
            _bytes[_count] = value;
            _count++;
        }
    }
}
