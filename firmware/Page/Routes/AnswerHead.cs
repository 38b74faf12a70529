using ToyGuard.Assets;
using ToyGuard.Page.Looks;

namespace ToyGuard.Page.Routes;

/// <summary>The status line and the fields of an answer. They name no program and no version (ATT-03).</summary>
internal static class AnswerHead
{
    /// <summary>The type of a message to the door and of its answer.</summary>
    internal const string DoorType = "application/octet-stream";

    /// <summary>The type of everything else that a script reads and posts.</summary>
    internal const string JsonType = "application/json";

    // Nothing loads, nothing runs, nobody frames: the one style sheet is named by its hash, the picture in the tab is data.
    private const string Policy =
        "Content-Security-Policy: default-src 'none'; style-src 'sha256-" + PageStyle.Sha256 + Rest;

    // The packed page has a script in parts, and that talks to nobody but us.
    private const string PackedPolicy =
        "Content-Security-Policy: default-src 'none'; script-src " + PageAssets.ScriptHashes
        + "; connect-src 'self'; style-src 'sha256-" + PageAssets.StyleHash + Rest;

    private const string Rest = "'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'\r\n\r\n";

    // No Cross-Origin-Opener-Policy: without TLS browsers ignore it, and complain.
    private const string Always =
        "Connection: close\r\n"
        + "Cache-Control: no-store\r\n"
        + "X-Content-Type-Options: nosniff\r\n"
        + "X-Frame-Options: DENY\r\n"
        + "Referrer-Policy: no-referrer\r\n"
        + "Cross-Origin-Resource-Policy: same-origin\r\n";

    /// <summary>Writes it, empty line included.</summary>
    internal static void Write(AnswerWriter writer, PageAnswer answer, int contentLength)
    {
        writer.Put("HTTP/1.1 ").Put(answer.Status.ToString()).Put(" ").Put(Phrase(answer.Status)).Put("\r\n");

        if (answer.Content == PageContent.Part)
        {
            writer.Put("Content-Type: text/plain; charset=utf-8\r\nContent-Language: ").Put(PageAssets.TagAt(answer.Language)).Put("\r\n");
        }
        else if (answer.IsPacked || answer.Content == PageContent.Small || answer.Content == PageContent.NoPage)
        {
            writer.Put("Content-Type: text/html; charset=utf-8\r\nContent-Language: ").Put(PageAssets.TagAt(answer.Language)).Put("\r\n");
        }
        else if (answer.Content == PageContent.Probe)
        {
            writer.Put("Content-Type: text/html\r\n");
        }
        else if (answer.Content != PageContent.None)
        {
            writer.Put("Content-Type: ").Put(answer.Content == PageContent.Door ? DoorType : JsonType).Put("\r\n");
        }

        if (answer.Location.Length > 0)
        {
            writer.Put("Location: ").Put(answer.Location).Put("\r\n");
        }

        if (answer.IsPacked)
        {
            writer.Put("Content-Encoding: gzip\r\n");
        }

        if (answer.Status == 405)
        {
            writer.Put(answer.IsPosted ? "Allow: POST\r\n" : "Allow: GET, HEAD\r\n");
        }

        writer.Put("Content-Length: ").Put(contentLength.ToString()).Put("\r\n").Put(Always).Put(answer.IsPacked ? PackedPolicy : Policy);
    }

    // RFC 9110, 15, and RFC 6585, 5.
    private static string Phrase(int status)
    {
        switch (status)
        {
            case 200:
                return "OK";
            case 302:
                return "Found";
            case 403:
                return "Forbidden";
            case 404:
                return "Not Found";
            case 405:
                return "Method Not Allowed";
            case 408:
                return "Request Timeout";
            case 413:
                return "Content Too Large";
            case 414:
                return "URI Too Long";
            case 417:
                return "Expectation Failed";
            case 421:
                return "Misdirected Request";
            case 431:
                return "Request Header Fields Too Large";
            case 501:
                return "Not Implemented";
            case 505:
                return "HTTP Version Not Supported";
            default:
                return "Bad Request";
        }
    }
}
