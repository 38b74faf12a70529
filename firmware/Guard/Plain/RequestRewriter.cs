using System;
using ToyGuard.Wire.Http;

namespace ToyGuard.Guard.Plain;

/// <summary>Writes a judged head as it goes to the server: one way to read it, and the connection ends after one answer.</summary>
/// <remarks>
/// The head is not passed on, a new one is made. The target is in origin form, whatever form it came in (RFC 9112, 3.2.1); Host comes first,
/// in lower case and without a dot behind it, as it was judged; what belongs to one connection only is left out, by name and where Connection
/// names it (RFC 9110, 7.6.1); Connection: close is put in. Every line is written anew: name, colon, space, value, CR LF.
/// </remarks>
public static class RequestRewriter
{
    // Lines that belong to one connection, in lower case. "proxy-" stands for all that begin so.
    private static readonly byte[] Connection = { 99, 111, 110, 110, 101, 99, 116, 105, 111, 110 }; // connection
    private static readonly byte[] KeepAlive = { 107, 101, 101, 112, 45, 97, 108, 105, 118, 101 }; // keep-alive
    private static readonly byte[] Te = { 116, 101 }; // te
    private static readonly byte[] Upgrade = { 117, 112, 103, 114, 97, 100, 101 }; // upgrade
    private static readonly byte[] Http2Settings = { 104, 116, 116, 112, 50, 45, 115, 101, 116, 116, 105, 110, 103, 115 }; // http2-settings
    private static readonly byte[] ProxyStart = { 112, 114, 111, 120, 121, 45 }; // proxy-

    private static readonly byte[] Host = { 104, 111, 115, 116 }; // host
    private static readonly byte[] HostStart = { 72, 111, 115, 116, 58, 32 }; // Host:
    private static readonly byte[] Version10 = { 72, 84, 84, 80, 47, 49, 46, 48, 13, 10 }; // HTTP/1.0 CR LF
    private static readonly byte[] Version11 = { 72, 84, 84, 80, 47, 49, 46, 49, 13, 10 }; // HTTP/1.1 CR LF
    private static readonly byte[] Colon = { 58, 32 };
    private static readonly byte[] LineEnd = { 13, 10 };
    private static readonly byte[] End = { 67, 111, 110, 110, 101, 99, 116, 105, 111, 110, 58, 32, 99, 108, 111, 115, 101, 13, 10, 13, 10 }; // Connection: close CR LF CR LF

    /// <summary>Writes <paramref name="head"/> into <paramref name="target"/> from its first byte on and returns its length; 0 when it does not fit, or has so many fields that the new head would have more than any reader here takes.</summary>
    /// <param name="head">A head that was judged; 0 comes back for one that was not read whole.</param>
    /// <param name="source">The buffer it was read from.</param>
    /// <param name="target">Another array.</param>
    public static int Write(RequestHead head, byte[] source, byte[] target)
    {
        if (head.HeadLength == 0)
        {
            return 0;
        }

        // A negative length is one that did not fit, and stays so.
        int at = Put(target, 0, source, head.MethodOffset, head.MethodLength);
        at = PutByte(target, at, (byte)' ');
        at = Put(target, at, source, head.TargetOffset, head.TargetLength);
        at = PutByte(target, at, (byte)' ');
        at = PutAll(target, at, head.IsVersion10 ? Version10 : Version11);
        at = PutHost(head, source, target, at);
        int fields = 2;

        for (int i = 0; i < head.HeaderCount; i++)
        {
            if (IsLeftOut(head, source, i))
            {
                continue;
            }

            at = Put(target, at, source, head.NameOffset(i), head.NameLength(i));
            at = PutAll(target, at, Colon);
            at = Put(target, at, source, head.ValueOffset(i), head.ValueLength(i));
            at = PutAll(target, at, LineEnd);
            fields++;
        }

        at = PutAll(target, at, End);

        return at > 0 && at <= RequestHead.HeadMax && fields <= RequestHead.HeadersMax ? at : 0;
    }

    private static int PutHost(RequestHead head, byte[] source, byte[] target, int at)
    {
        int length = head.HostLength;

        if (source[head.HostOffset + length - 1] == '.')
        {
            length--;
        }

        at = PutAll(target, at, HostStart);

        for (int i = 0; i < length; i++)
        {
            at = PutByte(target, at, Lower(source[head.HostOffset + i]));
        }

        if (head.HostPort != -1)
        {
            at = PutByte(target, at, (byte)':');
            at = PutNumber(target, at, head.HostPort);
        }

        return PutAll(target, at, LineEnd);
    }

    private static bool IsLeftOut(RequestHead head, byte[] source, int index)
    {
        int name = head.NameOffset(index);
        int length = head.NameLength(index);

        if (Is(source, name, length, Host) || Is(source, name, length, Connection) || Is(source, name, length, KeepAlive)
            || Is(source, name, length, Te) || Is(source, name, length, Upgrade) || Is(source, name, length, Http2Settings))
        {
            return true;
        }

        if (length >= ProxyStart.Length && Is(source, name, ProxyStart.Length, ProxyStart))
        {
            return true;
        }

        for (int i = 0; i < head.HeaderCount; i++)
        {
            if (Is(source, head.NameOffset(i), head.NameLength(i), Connection)
                && Names(source, head.ValueOffset(i), head.ValueLength(i), name, length))
            {
                return true;
            }
        }

        return false;
    }

    // True when a list with commas has the name in it.
    private static bool Names(byte[] source, int list, int listLength, int name, int nameLength)
    {
        int end = list + listLength;
        int start = list;

        for (int i = list; i <= end; i++)
        {
            if (i < end && source[i] != ',')
            {
                continue;
            }

            int last = i;

            while (start < last && IsBlank(source[start]))
            {
                start++;
            }

            while (last > start && IsBlank(source[last - 1]))
            {
                last--;
            }

            if (last - start == nameLength && IsSame(source, start, name, nameLength))
            {
                return true;
            }

            start = i + 1;
        }

        return false;
    }

    private static bool IsSame(byte[] source, int first, int second, int length)
    {
        for (int i = 0; i < length; i++)
        {
            if (Lower(source[first + i]) != Lower(source[second + i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Is(byte[] source, int offset, int length, byte[] lower)
    {
        if (length != lower.Length)
        {
            return false;
        }

        for (int i = 0; i < length; i++)
        {
            if (Lower(source[offset + i]) != lower[i])
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsBlank(byte b)
    {
        return b == ' ' || b == '\t';
    }

    private static byte Lower(byte b)
    {
        return b >= 'A' && b <= 'Z' ? (byte)(b + 32) : b;
    }

    private static int PutAll(byte[] target, int at, byte[] bytes)
    {
        return Put(target, at, bytes, 0, bytes.Length);
    }

    private static int PutByte(byte[] target, int at, byte b)
    {
        if (at < 0 || at == target.Length)
        {
            return -1;
        }

        target[at] = b;

        return at + 1;
    }

    private static int PutNumber(byte[] target, int at, int number)
    {
        int divisor = 10000;

        while (divisor > number)
        {
            divisor /= 10;
        }

        while (divisor > 0)
        {
            at = PutByte(target, at, (byte)('0' + (number / divisor % 10)));
            divisor /= 10;
        }

        return at;
    }

    private static int Put(byte[] target, int at, byte[] source, int offset, int count)
    {
        if (at < 0 || count > target.Length - at)
        {
            return -1;
        }

        Array.Copy(source, offset, target, at, count);

        return at + count;
    }
}
