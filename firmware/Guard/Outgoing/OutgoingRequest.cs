using System;
using ToyGuard.Wire.Http;

namespace ToyGuard.Guard.Outgoing;

/// <summary>What a toy wants to send: method, URL as written, header lines, body, and how much answer and time it gives.</summary>
/// <remarks>It holds values and judges their form; whether it may go out says the gate. Not changed while it is sent.</remarks>
public sealed class OutgoingRequest
{
    /// <summary>Header lines a caller may add.</summary>
    public const int HeadersMax = 16;

    /// <summary>Characters of a header's name.</summary>
    public const int NameMax = 64;

    /// <summary>Characters of a header's value.</summary>
    public const int ValueMax = 1024;

    /// <summary>Bytes of a body that is sent: 256 KiB.</summary>
    public const int BodyMax = 256 * 1024;

    /// <summary>The most that may be asked for in <see cref="BodyBytesMax"/>: 16 MiB.</summary>
    public const int AnswerBodyMax = 16 * 1024 * 1024;

    /// <summary>The shortest <see cref="TimeMs"/>: a second.</summary>
    public const int TimeMsMin = 1000;

    /// <summary>The longest: ten minutes.</summary>
    public const int TimeMsMax = 10 * 60 * 1000;

    private readonly string[] _names = new string[HeadersMax];
    private readonly string[] _values = new string[HeadersMax];

    /// <summary>A request without header lines and body. Whether method and URL can be sent is said when it is sent.</summary>
    /// <param name="method">Get, Head, Post, Put, Delete or Patch; any other is held.</param>
    /// <param name="url">An absolute http or https URL.</param>
    public OutgoingRequest(HttpMethod method, string url)
    {
        Method = method;
        Url = url ?? throw new ArgumentNullException(nameof(url));
    }

    /// <summary>What is asked for.</summary>
    public HttpMethod Method { get; }

    /// <summary>The URL as the caller wrote it.</summary>
    public string Url { get; }

    /// <summary>What is sent behind the head, at most <see cref="BodyMax"/> bytes; null for nothing. GET and HEAD have none.</summary>
    public byte[]? Body { get; set; }

    /// <summary>Bytes of the answer's body that the caller takes; one more, and it is held as too long. 64 KiB unless set, 0 to <see cref="AnswerBodyMax"/>.</summary>
    public int BodyBytesMax { get; set; } = 64 * 1024;

    /// <summary>Milliseconds for the whole call, redirects and the reading of the body included. 30 s unless set.</summary>
    public int TimeMs { get; set; } = 30 * 1000;

    /// <summary>How many header lines were added.</summary>
    public int HeaderCount { get; private set; }

    /// <summary>True when the request has nothing in it that cannot be sent; its URL is read later.</summary>
    public bool IsFit
    {
        get
        {
            bool mayHaveBody = Method != HttpMethod.Get && Method != HttpMethod.Head;

            return RequestWriter.NameOf(Method).Length > 0
                && (Body is null || (mayHaveBody && Body.Length <= BodyMax))
                && BodyBytesMax >= 0 && BodyBytesMax <= AnswerBodyMax
                && TimeMs >= TimeMsMin && TimeMs <= TimeMsMax;
        }
    }

    /// <summary>Adds a header line. False, and nothing is added, when it cannot be read in one way, is too long, is one too many, or is a line that only ToyGuard writes.</summary>
    /// <param name="name">A token of at most <see cref="NameMax"/> characters.</param>
    /// <param name="value">Visible ASCII and spaces within, at most <see cref="ValueMax"/> characters.</param>
    public bool AddHeader(string name, string value)
    {
        if (HeaderCount == HeadersMax || name is null || value is null || name.Length > NameMax || value.Length > ValueMax
            || !RequestWriter.IsToken(name) || !RequestWriter.IsValue(value) || OwnHeaders.Contains(name))
        {
            return false;
        }

        _names[HeaderCount] = name;
        _values[HeaderCount] = value;
        HeaderCount++;

        return true;
    }

    /// <summary>The name of an added line, from 0.</summary>
    public string HeaderName(int index)
    {
        return _names[index];
    }

    /// <summary>The value of an added line, from 0.</summary>
    public string HeaderValue(int index)
    {
        return _values[index];
    }
}
