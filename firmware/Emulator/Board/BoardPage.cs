using System;
using System.IO;
using System.Security.Cryptography;
using System.Text;

namespace ToyGuard.Emulator.Board;

/// <summary>The board's own page: one file by hand, whose one style and one script alone may run.</summary>
internal static class BoardPage
{
    private const string Resource = "ToyGuard.Emulator.Board.www.board.html";

    private static readonly Lazy<BoardAnswer> s_answer = new(Make);

    /// <summary>The page.</summary>
    public static BoardAnswer Answer
    {
        get { return s_answer.Value; }
    }

    private static BoardAnswer Make()
    {
        using Stream stream = typeof(BoardPage).Assembly.GetManifestResourceStream(Resource)!;
        using StreamReader reader = new(stream, Encoding.UTF8);
        string html = reader.ReadToEnd().ReplaceLineEndings("\n");
        string policy = $"default-src 'none'; style-src '{HashOf(html, "style")}'; script-src '{HashOf(html, "script")}'; connect-src 'self'; img-src data:; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        return new BoardAnswer(200, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(html), policy);
    }

    private static string HashOf(string html, string element)
    {
        int begin = html.IndexOf($"<{element}>", StringComparison.Ordinal) + element.Length + 2;
        int end = html.IndexOf($"</{element}>", begin, StringComparison.Ordinal);
        return "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(html[begin..end])));
    }
}
