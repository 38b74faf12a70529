namespace ToyGuard.Wire.Http;

/// <summary>The methods of RFC 9110, 9.3 and RFC 5789, compared letter by letter: "get" is <see cref="Other"/>.</summary>
public enum HttpMethod : byte
{
    /// <summary>No request was read.</summary>
    None = 0,

    /// <summary>GET.</summary>
    Get = 1,

    /// <summary>HEAD, whose answer has no body.</summary>
    Head = 2,

    /// <summary>POST.</summary>
    Post = 3,

    /// <summary>PUT.</summary>
    Put = 4,

    /// <summary>DELETE.</summary>
    Delete = 5,

    /// <summary>OPTIONS, the only one that may ask for "*".</summary>
    Options = 6,

    /// <summary>PATCH (RFC 5789).</summary>
    Patch = 7,

    /// <summary>TRACE.</summary>
    Trace = 8,

    /// <summary>CONNECT, whose target is a host and a port.</summary>
    Connect = 9,

    /// <summary>Any other token.</summary>
    Other = 10,
}
