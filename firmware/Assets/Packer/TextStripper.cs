using System;
using System.Linq;
using System.Text.RegularExpressions;

namespace ToyGuard.Assets.Packer;

/// <summary>Takes away what only readers of the sources need: comments, leading blanks, empty lines.</summary>
internal static partial class TextStripper
{
    /// <summary>A script without its comment lines; blanks stay, since they tell what stands at the top.</summary>
    public static string Script(string text)
    {
        string[] lines = BlockComment().Replace(text, "").Split('\n');
        return string.Join('\n', lines.Where(l => l.Trim().Length > 0 && !l.TrimStart().StartsWith("//", StringComparison.Ordinal)));
    }

    /// <summary>A style sheet on one line a rule, without blanks that mean nothing.</summary>
    public static string Style(string text)
    {
        string bare = BlockComment().Replace(text, "");
        return StyleBlank().Replace(string.Concat(bare.Split('\n').Select(l => l.Trim())), "$1").Replace(";}", "}", StringComparison.Ordinal);
    }

    /// <summary>HTML without comments and without the blanks that lines begin with; no line of ours ends inside a text.</summary>
    public static string Html(string text)
    {
        return string.Concat(HtmlComment().Replace(text, "").Split('\n').Select(l => l.Trim()));
    }

    [GeneratedRegex(@"^[ ]*/\*.*?\*/[ ]*$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex BlockComment();

    [GeneratedRegex(@" *([{};,]) *|(?<=:) ")]
    private static partial Regex StyleBlank();

    [GeneratedRegex("<!--(?!#).*?-->", RegexOptions.Singleline)]
    private static partial Regex HtmlComment();
}
