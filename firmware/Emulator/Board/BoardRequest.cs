using System;
using System.Text;

using ToyGuard.Wire.Http;

namespace ToyGuard.Emulator.Board;

/// <summary>What somebody asked of the board's server, read whole.</summary>
/// <param name="Method">GET, POST or something else.</param>
/// <param name="Target">Path and query as they were written.</param>
/// <param name="Host">Host and port as they were written.</param>
/// <param name="Origin">The site that asks; null where it was not said.</param>
/// <param name="FetchSite">Sec-Fetch-Site; null where it was not said.</param>
/// <param name="IsTool">True with the header that no site can send without being asked first.</param>
/// <param name="Body">The body; empty without one.</param>
internal sealed record BoardRequest(HttpMethod Method, string Target, string Host, string? Origin, string? FetchSite, bool IsTool, byte[] Body)
{
    /// <summary>The header that a tool sends in the place of an Origin. A browser asks before it sends it to another site, and gets no answer here.</summary>
    public const string ToolHeader = "X-ToyGuard-Board";

    /// <summary>Takes what counts out of a head that was read whole.</summary>
    public static BoardRequest Of(RequestHead head, byte[] buffer, byte[] body)
    {
        string host = Encoding.UTF8.GetString(buffer, head.HostOffset, head.HostLength) + (head.HostPort < 0 ? "" : $":{head.HostPort}");

        return new BoardRequest(
            head.Method,
            Encoding.UTF8.GetString(buffer, head.TargetOffset, head.TargetLength),
            host,
            Field(head, buffer, "origin"),
            Field(head, buffer, "sec-fetch-site"),
            Field(head, buffer, ToolHeader.ToLowerInvariant()) == "1",
            body);
    }

    // Two of one name are one too many to trust either.
    private static string? Field(RequestHead head, byte[] buffer, string lowerName)
    {
        int at = head.Find(lowerName);

        if (at < 0)
        {
            return null;
        }

        return head.FindFrom(at + 1, lowerName) >= 0 ? "" : Encoding.UTF8.GetString(buffer, head.ValueOffset(at), head.ValueLength(at));
    }
}
