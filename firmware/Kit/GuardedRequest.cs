using System;
using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;

using ToyGuard.Guard.Outgoing;

using WireMethod = ToyGuard.Wire.Http.HttpMethod;

namespace ToyGuard.Kit;

/// <summary>A request that <see cref="GuardedHttp"/> sends. It keeps its URL and its header lines itself: nanoFramework lets nobody outside read those of <see cref="HttpRequestMessage"/>, and a request must never go out without what it was given.</summary>
/// <remarks>
/// The body is <c>Content</c>, at most 256 KiB, read once. Cookies, a Referer and the name of the program are never sent.
/// What was given something that cannot be sent is held as <see cref="Core.Policy.Reason.RequestUnfit"/>, never sent without it.
/// </remarks>
public sealed class GuardedRequest : HttpRequestMessage
{
    private const string ContentType = "Content-Type";

    // A list of lines only: method and body are those of the moment at which it is sent.
    private readonly OutgoingRequest _lines;
    private HttpContent? _readContent;
    private byte[]? _body;
    private bool _isUnfit;

    /// <summary>A request for <paramref name="url"/>: https, or http where the manifest says so. Whether it can be sent is found out when it is.</summary>
    public GuardedRequest(HttpMethod method, string url)
    {
        Method = method ?? throw new ArgumentNullException(nameof(method));
        _lines = new OutgoingRequest(WireMethod.None, url);
    }

    /// <summary>The URL as it was written.</summary>
    public string Url
    {
        get { return _lines.Url; }
    }

    /// <summary>Bytes of the answer's body that are taken; one more, and the answer is held as too long. 64 KiB unless set, at most 16 MiB.</summary>
    public int BodyBytesMax
    {
        get { return _lines.BodyBytesMax; }
        set { _lines.BodyBytesMax = value; }
    }

    /// <summary>Milliseconds for the whole call, redirects and the reading of the body included. 30 s unless set; 1 s to 10 min.</summary>
    public int TimeMs
    {
        get { return _lines.TimeMs; }
        set { _lines.TimeMs = value; }
    }

    /// <summary>There is none: lines that are added there are lost on the device. Use <see cref="AddHeader"/>.</summary>
    [Obsolete("Lines that are added there are lost on the device: use AddHeader.", true)]
    public new HttpRequestHeaders Headers
    {
        get { throw new NotSupportedException(); }
    }

    /// <summary>There is none: URLs are read by ToyGuard, the same way on both runtimes. Use <see cref="Url"/>.</summary>
    [Obsolete("Give the URL to the constructor, and read it as Url.", true)]
    public new Uri RequestUri
    {
        get { throw new NotSupportedException(); }
    }

    /// <summary>Adds a header line. False when it cannot be sent, or is one that only ToyGuard writes (Host, Content-Length, Connection…); the request is then held, since it would go out without it.</summary>
    /// <param name="name">A token of at most 64 characters.</param>
    /// <param name="value">Visible ASCII and spaces within, at most 1,024 characters. At most 16 lines go into a request.</param>
    public bool AddHeader(string name, string value)
    {
        bool isAdded = _lines.AddHeader(name, value);
        _isUnfit |= !isAdded;

        return isAdded;
    }

    /// <summary>What is to be sent; null when something of it cannot be.</summary>
    internal OutgoingRequest? ToOutgoing()
    {
        OutgoingRequest outgoing = new OutgoingRequest(ToWire(Method.Method), Url)
        {
            BodyBytesMax = BodyBytesMax,
            TimeMs = TimeMs,
        };

        bool isWhole = !_isUnfit && base.RequestUri is null;
        bool isTyped = false;

        for (int i = 0; i < _lines.HeaderCount; i++)
        {
            isTyped |= IsContentType(_lines.HeaderName(i));
            isWhole &= outgoing.AddHeader(_lines.HeaderName(i), _lines.HeaderValue(i));
        }

        if (Content is not null)
        {
            outgoing.Body = ReadOnce(Content);
            isWhole &= outgoing.Body is not null && (isTyped || AddType(outgoing, Content));
        }

        return isWhole ? outgoing : null;
    }

    private static WireMethod ToWire(string method)
    {
        return method switch
        {
            "GET" => WireMethod.Get,
            "HEAD" => WireMethod.Head,
            "POST" => WireMethod.Post,
            "PUT" => WireMethod.Put,
            "DELETE" => WireMethod.Delete,
            "PATCH" => WireMethod.Patch,
            _ => WireMethod.Other,
        };
    }

    private static bool IsContentType(string name)
    {
        return name.ToLower() == "content-type";
    }

    private static bool AddType(OutgoingRequest outgoing, HttpContent content)
    {
        try
        {
            string? type = content.Headers.ContentType?.ToString();
            return type is null || outgoing.AddHeader(ContentType, type);
        }
        catch (ArgumentNullException)
        {
            // How nanoFramework says that there is none.
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    // A content gives its bytes once; a request may be sent again.
    private byte[]? ReadOnce(HttpContent content)
    {
        if (_readContent != content)
        {
            _readContent = content;
            _body = Read(content);
        }

        return _body;
    }

    private static byte[]? Read(HttpContent content)
    {
        try
        {
            return StreamReading.ReadAll(content.ReadAsStream(), OutgoingRequest.BodyMax);
        }
        catch (Exception)
        {
            // The stream is the toy's own, and may do anything.
            return null;
        }
    }
}
