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

/// <summary>The page in its two parts, and the help page, in every language, made from their sources in one folder.</summary>
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
        (Script, MoreScript) = ScriptJoiner.Join(www, "main.js", "more.js");

        if ((Script + MoreScript).Contains("</script", StringComparison.OrdinalIgnoreCase) || (Script + MoreScript).Contains("<!--", StringComparison.Ordinal))
        {
            throw new InvalidDataException("A script would end early.");
        }

        foreach (string tag in Tags)
        {
            Dictionary<string, string> words = Words(tag);
            Pages.Add(new PackedPage("/", tag, Fill("index.html", Script, words, words)));
            Pages.Add(new PackedPage("/more", tag, Fill("more.html", MoreScript, words, Words("more." + tag))));
            Pages.Add(new PackedPage("/help", tag, Fill("help.html", "", words.Concat(Words("help." + tag).Where(w => w.Key != "tag")), words)));
        }
    }

    /// <summary>The script of the page: all that needs no code and no key.</summary>
    public string Script { get; }

    /// <summary>The script that comes with the first code or key.</summary>
    public string MoreScript { get; }

    public string ScriptHash => HashOf(Script);

    public string MoreHash => HashOf(MoreScript);

    public string StyleHash => HashOf(_style);

    /// <summary>For each language of <see cref="Tags"/> the page, its second part and the help page.</summary>
    public List<PackedPage> Pages { get; } = new();

    /// <summary>The words of a file of words/.</summary>
    public Dictionary<string, string> Words(string name)
    {
        return new(JsonSerializer.Deserialize<Dictionary<string, string>>(Text("words/" + name + ".json"))!) { ["tag"] = name[^2..] };
    }

    private byte[] Fill(string name, string script, IEnumerable<KeyValuePair<string, string>> inTemplate, Dictionary<string, string> inScript)
    {
        Dictionary<string, string> words = new(inTemplate);
        string html = Placeholder().Replace(TextStripper.Html(Text(name)), m => words.TryGetValue(m.Groups[1].Value, out string? text)
            ? WebUtility.HtmlEncode(text)
            : throw new InvalidDataException(name + ": no words for " + m.Groups[1].Value));

        // What begins with an underscore is for templates alone.
        string json = JsonSerializer.Serialize(inScript.Where(w => w.Key[0] != '_').ToDictionary(), s_json);
        return Encoding.UTF8.GetBytes(html.Replace("<!--#style-->", _style, StringComparison.Ordinal)
            .Replace("<!--#words-->", json, StringComparison.Ordinal)
            .Replace("<!--#script-->", script, StringComparison.Ordinal));
    }

    private string Text(string name)
    {
        return File.ReadAllText(Path.Combine(_www, name)).ReplaceLineEndings("\n");
    }

    private static string HashOf(string text)
    {
        return Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    [GeneratedRegex(@"\{\{([\w-]+)\}\}")]
    private static partial Regex Placeholder();
}
