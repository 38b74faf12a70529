using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace ToyGuard.Assets.Packer;

/// <summary>The page and the help page in every language, made from their sources in one folder.</summary>
internal sealed partial class PageSet
{
    /// <summary>The languages, by their files in words/. The first is for whoever asks for none that we have.</summary>
    public static readonly string[] Tags = { "en", "ar" };

    // The words stand in HTML: "<" is the one character that could end them.
    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly string _www;
    private readonly string _style;

    /// <summary>Joins what stands in <paramref name="www"/>. Throws <see cref="InvalidDataException"/> where sources do not fit together.</summary>
    public PageSet(string www)
    {
        _www = www;
        _style = TextStripper.Style(Text("style.css"));
        Script = ScriptJoiner.Join(www, "main.js");

        if (Script.Contains("</script", StringComparison.OrdinalIgnoreCase) || Script.Contains("<!--", StringComparison.Ordinal))
        {
            throw new InvalidDataException("The script would end early.");
        }

        Pages = Tags.Select(t => Page("index.html", t, Words(t))).ToArray();
        Helps = Tags.Select(t => Page("help.html", t, Words(t).Concat(Words("help." + t)))).ToArray();
    }

    /// <summary>The one script of the page.</summary>
    public string Script { get; }

    public string ScriptHash => HashOf(Script);

    public string StyleHash => HashOf(_style);

    /// <summary>One a language, in the order of <see cref="Tags"/>.</summary>
    public IReadOnlyList<PackedPage> Pages { get; }

    /// <inheritdoc cref="Pages"/>
    public IReadOnlyList<PackedPage> Helps { get; }

    /// <summary>The words of a file of words/.</summary>
    public Dictionary<string, string> Words(string name)
    {
        return JsonSerializer.Deserialize<Dictionary<string, string>>(Text("words/" + name + ".json"))!;
    }

    private PackedPage Page(string name, string tag, IEnumerable<KeyValuePair<string, string>> pairs)
    {
        Dictionary<string, string> words = new(pairs) { ["tag"] = tag };
        string html = Placeholder().Replace(TextStripper.Html(Text(name)), m => words.TryGetValue(m.Groups[1].Value, out string? text)
            ? WebUtility.HtmlEncode(text)
            : throw new InvalidDataException(name + ": words/" + tag + ".json has no " + m.Groups[1].Value));

        // What begins with an underscore is for templates alone.
        string json = JsonSerializer.Serialize(words.Where(w => w.Key[0] != '_').ToDictionary(), s_json);
        html = html.Replace("<!--#style-->", _style, StringComparison.Ordinal)
            .Replace("<!--#words-->", json, StringComparison.Ordinal)
            .Replace("<!--#script-->", Script, StringComparison.Ordinal);

        return new PackedPage(Encoding.UTF8.GetBytes(html));
    }

    private string Text(string name)
    {
        return File.ReadAllText(Path.Combine(_www, name)).ReplaceLineEndings("\n");
    }

    private static string HashOf(string text)
    {
        return Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Placeholder();
}
