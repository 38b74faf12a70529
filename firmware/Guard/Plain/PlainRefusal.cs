using System.Text;
using ToyGuard.Core.Policy;
using ToyGuard.Wire.Http;

namespace ToyGuard.Guard.Plain;

/// <summary>The answer to a plain request that is not passed on: a status, and the reason in words, as plain text.</summary>
public static class PlainRefusal
{
    /// <summary>At most so many bytes.</summary>
    public const int LengthMax = 320;

    /// <summary>Writes the whole answer into <paramref name="buffer"/>, from its first byte on, and returns its length.</summary>
    /// <param name="reason">Why the request is not passed on.</param>
    /// <param name="method">What was asked; None when that was not read. An answer to HEAD has no body (RFC 9110, 9.3.2).</param>
    /// <param name="buffer">Takes <see cref="LengthMax"/> bytes.</param>
    public static int Write(Reason reason, HttpMethod method, byte[] buffer)
    {
        byte[] words = Encoding.UTF8.GetBytes(ReasonWords.Of(reason) + "\n");
        byte[] head = Encoding.UTF8.GetBytes(
            "HTTP/1.1 " + StatusOf(reason) + "\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: " + words.Length.ToString()
            + "\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n");
        int length = head.Length;
        head.CopyTo(buffer, 0);

        if (method != HttpMethod.Head)
        {
            words.CopyTo(buffer, length);
            length += words.Length;
        }

        return length;
    }

    /// <summary>The status line's number and words for a reason (RFC 9110, 15). Never one of success: 4xx, or 5xx where trying again may help.</summary>
    public static string StatusOf(Reason reason)
    {
        switch (reason)
        {
            case Reason.HeadMalformed:
            case Reason.NotAName:
                return "400 Bad Request";

            case Reason.HeadTooSlow:
            case Reason.HeadCutShort:
                return "408 Request Timeout";

            case Reason.HeadTooLong:
                return "431 Request Header Fields Too Large";

            case Reason.ServerUnreachable:
            case Reason.ResolverFailed:
            case Reason.NameNotFound:
            case Reason.NameWithoutAddress:
                return "502 Bad Gateway";

            case Reason.NoSocketLeft:
            case Reason.GaveWay:
            case Reason.OpenTooLong:
                return "503 Service Unavailable";

            case Reason.ServerSilent:
            case Reason.ResolverSilent:
            case Reason.IdleTooLong:
                return "504 Gateway Timeout";

            default:
                return "403 Forbidden";
        }
    }
}
