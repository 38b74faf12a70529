using ToyGuard.Page.Words;
using ToyGuard.Wire.Http;

namespace ToyGuard.Page.Routes;

/// <summary>What a request will be answered, decided before a byte of the answer is written. One for each connection in work, used again.</summary>
/// <remarks>It keeps nothing of the request, so the answer can be written over the request's bytes.</remarks>
public sealed class PageAnswer
{
    /// <summary>Status code of RFC 9110, 15; 0 before anything was decided.</summary>
    public int Status { get; private set; }

    /// <summary>Bytes of body that the visitor is still to be heard out for, 0 to <see cref="PageRouter.BodyMax"/>. They mean nothing to us.</summary>
    public int BodyLength { get; private set; }

    /// <summary>True when the answer is told about but not sent (RFC 9110, 9.3.2).</summary>
    internal bool IsHeadOnly { get; private set; }

    /// <summary>The language of its content; null for an answer without any.</summary>
    internal PageWords? Words { get; private set; }

    /// <summary>What is said to a head that was refused.</summary>
    public void RefuseHead(HttpFault fault)
    {
        Refuse(StatusOf(fault));
    }

    /// <summary>What is said to somebody who began a request and did not end it in time (RFC 9110, 15.5.9).</summary>
    public void RefuseLate()
    {
        Refuse(408);
    }

    /// <summary>An answer without content.</summary>
    internal void Refuse(int status)
    {
        Status = status;
        BodyLength = 0;
        IsHeadOnly = false;
        Words = null;
    }

    /// <summary>A page.</summary>
    internal void Show(int status, PageWords words, bool isHeadOnly, int bodyLength)
    {
        Status = status;
        BodyLength = bodyLength;
        IsHeadOnly = isHeadOnly;
        Words = words;
    }

    private static int StatusOf(HttpFault fault)
    {
        switch (fault)
        {
            case HttpFault.LengthTooLarge:
                return 413;
            case HttpFault.TargetTooLong:
                return 414;
            case HttpFault.HeadTooLong:
            case HttpFault.TooManyFields:
                return 431;
            case HttpFault.MethodTooLong:
            case HttpFault.TransferEncoding:
                return 501;
            case HttpFault.Version:
                return 505;
            default:
                return 400;
        }
    }
}
