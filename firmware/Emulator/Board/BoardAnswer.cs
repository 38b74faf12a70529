using System;
using System.Globalization;
using System.Text;

namespace ToyGuard.Emulator.Board;

/// <summary>What the board's server answers.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Type">The media type; empty without content.</param>
/// <param name="Content">The content.</param>
/// <param name="Policy">The Content-Security-Policy.</param>
internal sealed record BoardAnswer(int Status, string Type, byte[] Content, string Policy)
{
    /// <summary>What nothing but data needs.</summary>
    public const string DataPolicy = "default-src 'none'; frame-ancestors 'none'";

    private const string Json = "application/json";

    /// <summary>An answer without content.</summary>
    public static BoardAnswer Bare(int status)
    {
        return new BoardAnswer(status, "", [], DataPolicy);
    }

    /// <summary>JSON that was written already.</summary>
    public static BoardAnswer Of(string json)
    {
        return new BoardAnswer(200, Json, Encoding.UTF8.GetBytes(json), DataPolicy);
    }

    /// <summary>What came of something that was to be done; null is that it was done.</summary>
    public static BoardAnswer Done(string? refusal)
    {
        return refusal is null
            ? Of("""{"ok":true}""")
            : new BoardAnswer(409, Json, Encoding.UTF8.GetBytes($$"""{"ok":false,"why":{{View.Words.Quoted(refusal)}}}"""), DataPolicy);
    }

    /// <summary>The head, up to and with the empty line.</summary>
    /// <param name="isEndless">True for events, which end with the connection.</param>
    public byte[] Head(bool isEndless)
    {
        StringBuilder head = new();
        head.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {Status} {(Status == 200 ? "OK" : "No")}\r\n");
        head.Append("Cache-Control: no-store\r\nConnection: close\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n");
        head.Append(CultureInfo.InvariantCulture, $"Content-Security-Policy: {Policy}\r\n");

        if (Type.Length > 0)
        {
            head.Append(CultureInfo.InvariantCulture, $"Content-Type: {Type}\r\n");
        }

        if (!isEndless)
        {
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {Content.Length}\r\n");
        }

        return Encoding.ASCII.GetBytes(head.Append("\r\n").ToString());
    }
}
