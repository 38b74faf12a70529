using System;

namespace ToyGuard.Wire.Http;

/// <summary>Writes the head of a request of our own, so that it can be read in exactly one way (RFC 9112, 3 and 5). Reused; allocates nothing.</summary>
/// <remarks>
/// <code>
/// GET /a?b HTTP/1.1 CR LF        Begin
/// Host: stories.toys.example     Begin
/// Accept: text/plain             AddField, none, one or more
/// Content-Length: 5              End
/// Accept-Encoding: identity      End
/// Connection: close              End
/// CR LF
/// </code>
/// Whatever cannot stand where it is put, a line break above all, spoils the head for good: <see cref="End"/> then answers 0, and nothing may be sent.
/// </remarks>
public sealed class RequestWriter
{
    private byte[] _buffer = new byte[0];
    private int _at;
    private int _fields;
    private bool _isSpoilt = true;

    /// <summary>True for a token (RFC 9110, 5.6.2), which a field name is: one character or more.</summary>
    public static bool IsToken(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] > 0x7F || !HttpBytes.IsToken((byte)text[i]))
            {
                return false;
            }
        }

        return text.Length > 0;
    }

    /// <summary>True for what may be sent as a field value: visible ASCII and spaces within. Nothing at all may be, too.</summary>
    /// <remarks>Narrower than RFC 9110, 5.5 on purpose: no tabs and no bytes above 127, which readers take in different ways, and no spaces at its ends, which they drop.</remarks>
    public static bool IsValue(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] < ' ' || text[i] > '~')
            {
                return false;
            }
        }

        return text.Length == 0 || (text[0] != ' ' && text[text.Length - 1] != ' ');
    }

    /// <summary>The method as it is written; empty for one that is not sent: this writer knows GET, HEAD, POST, PUT, DELETE and PATCH.</summary>
    public static string NameOf(HttpMethod method)
    {
        switch (method)
        {
            case HttpMethod.Get:
                return "GET";
            case HttpMethod.Head:
                return "HEAD";
            case HttpMethod.Post:
                return "POST";
            case HttpMethod.Put:
                return "PUT";
            case HttpMethod.Delete:
                return "DELETE";
            case HttpMethod.Patch:
                return "PATCH";
            default:
                return "";
        }
    }

    /// <summary>Begins a head at the first byte of <paramref name="buffer"/> with its first line and its Host.</summary>
    /// <param name="buffer">Takes the head; nothing is written past <see cref="MessageHead.HeadMax"/> bytes either.</param>
    /// <param name="method">One that <see cref="NameOf"/> knows.</param>
    /// <param name="source">Another array, that holds the target.</param>
    /// <param name="targetOffset">Where the target begins: path and query, as <see cref="Url.UrlReader"/> finds them.</param>
    /// <param name="targetLength">Its bytes, without a fragment; may be 0.</param>
    /// <param name="needsSlash">True to put a "/" in front of it (RFC 9112, 3.2.1).</param>
    /// <param name="host">The host's name in lower case, as it was judged.</param>
    /// <param name="hostLength">Its bytes.</param>
    /// <param name="port">The port to name; 0 when it is the scheme's own, which is not named (RFC 9110, 4.2.3).</param>
    public void Begin(byte[] buffer, HttpMethod method, byte[] source, int targetOffset, int targetLength, bool needsSlash, byte[] host, int hostLength, int port)
    {
        _buffer = buffer;
        _at = 0;
        _fields = 1;
        _isSpoilt = hostLength == 0 || port < 0 || port > 65535 || (targetLength == 0 && !needsSlash)
            || (!needsSlash && source[targetOffset] != '/');

        string name = NameOf(method);
        _isSpoilt = _isSpoilt || name.Length == 0;

        Put(name);
        Put(needsSlash ? " /" : " ");

        for (int i = targetOffset; i < targetOffset + targetLength; i++)
        {
            _isSpoilt = _isSpoilt || !HttpBytes.IsTarget(source[i]);
            Put(source[i]);
        }

        Put(" HTTP/1.1\r\nHost: ");

        for (int i = 0; i < hostLength; i++)
        {
            _isSpoilt = _isSpoilt || !HttpBytes.IsHost(host[i]);
            Put(host[i]);
        }

        if (port > 0)
        {
            Put((byte)':');
            PutNumber(port);
        }

        Put("\r\n");
    }

    /// <summary>Writes one field. A name that is no token and a value that is not <see cref="IsValue"/> spoil the head.</summary>
    public void AddField(string name, string value)
    {
        _isSpoilt = _isSpoilt || !IsToken(name) || !IsValue(value);
        _fields++;
        Put(name);
        Put(": ");
        Put(value);
        Put("\r\n");
    }

    /// <summary>Ends the head and returns its length; 0 when it was spoilt, does not fit, or has more fields than readers here take.</summary>
    /// <param name="contentLength">Bytes of the body that follows; below 0 when the request has none and says nothing of it.</param>
    public int End(long contentLength)
    {
        if (contentLength > MessageHead.ContentLengthMax)
        {
            _isSpoilt = true;
        }
        else if (contentLength >= 0)
        {
            _fields++;
            Put("Content-Length: ");
            PutNumber(contentLength);
            Put("\r\n");
        }

        // Bytes that came as they are can be counted and bounded; packed ones may grow a thousandfold.
        Put("Accept-Encoding: identity\r\nConnection: close\r\n\r\n");
        _fields += 2;

        bool isWhole = !_isSpoilt && _fields <= MessageHead.HeadersMax;
        _isSpoilt = true;

        return isWhole ? _at : 0;
    }

    private void PutNumber(long value)
    {
        long unit = 1;

        while (value / unit >= 10)
        {
            unit *= 10;
        }

        for (; unit > 0; unit /= 10)
        {
            Put((byte)('0' + (value / unit % 10)));
        }
    }

    private void Put(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            Put((byte)text[i]);
        }
    }

    private void Put(byte value)
    {
        if (_at >= _buffer.Length || _at >= MessageHead.HeadMax)
        {
            _isSpoilt = true;

            return;
        }

        _buffer[_at] = value;
        _at++;
    }
}
