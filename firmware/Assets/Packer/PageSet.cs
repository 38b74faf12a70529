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

/// <summary>The page at home and on the device's own Wi-Fi, the parts that are loaded later, and the help page, in every language, made from their sources in one folder.</summary>
internal sealed partial class PageSet
{
    /// <summary>The languages, by their files in words/. The first is for whoever asks for none that we have.</summary>
    public static readonly string[] Tags = { "en", "ar" };

    // Where a template is cut, so that what no language changes is kept once.
    private const string Cut = "<!--#cut-->";

    // The words stand in HTML: "<" is the one character that could end them.
    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly string _www;
    private readonly string _style;

    /// <summary>Joins what stands in <paramref name="www"/>. Throws <see cref="InvalidDataException"/> where sources do not fit together.</summary>
    public PageSet(string www)
    {
        _www = www;
        _style = TextStripper.Style(Text("style.css"));
        (Parts, Names) = ScriptJoiner.Join(www, PartPlan.All);
        HomeScript = Part("first").First + Part("home").Inline;
        OwnScript = Part("first").First + Part("setup").Inline;
        Later = Parts.Skip(1).ToArray();

        if (Parts.FirstOrDefault(p => p.Body.Contains("</script", StringComparison.OrdinalIgnoreCase) || p.Body.Contains("<!--", StringComparison.Ordinal)) is ScriptPart part)
        {
            throw new InvalidDataException(part.Name + " would end early.");
        }

        foreach (string tag in Tags)
        {
            Dictionary<string, string> words = Words(tag);
            Pages.Add(new PackedPage("/", tag, Fill("index.html", HomeScript, words, Pick(words, KeysOf("first").Union(KeysOf("home"))))));
            Pages.Add(new PackedPage("/", tag, Fill("index.html", OwnScript, words, Pick(words, KeysOf("first").Union(KeysOf("setup"))))));
            Pages.Add(new PackedPage("/help", tag, Fill("help.html", "", words.Concat(Words("help." + tag).Where(w => w.Key != "tag")).ToDictionary(), new())));

            foreach (ScriptPart later in Later)
            {
                Pages.Add(new PackedPage("/part/" + later.Name, tag, JsonSerializer.Serialize(Pick(words, KeysOf(later.Name)), s_json) + "\n", later.Later));
            }
        }
    }

    /// <summary>The parts of the script, the first one first.</summary>
    public ScriptPart[] Parts { get; }

    /// <summary>Those that can be loaded later.</summary>
    public ScriptPart[] Later { get; }

    /// <summary>What the names of the sources are called where they ship.</summary>
    public ScriptShortener Names { get; }

    /// <summary>The script of the page at home.</summary>
    public string HomeScript { get; }

    /// <summary>The script of the page on the device's own Wi-Fi.</summary>
    public string OwnScript { get; }

    /// <summary>The hashes of all scripts, as a content policy lists them.</summary>
    public string ScriptHashes => string.Join(' ', Later.Select(p => p.Later).Prepend(OwnScript).Prepend(HomeScript).Select(HashOf).Select(h => $"'sha256-{h}'"));

    public string StyleHash => HashOf(_style);

    /// <summary>For each language of <see cref="Tags"/> the page at home, the page on the device's own Wi-Fi, the help page, and each part.</summary>
    public List<PackedPage> Pages { get; } = new();

    /// <summary>How many answers a language has.</summary>
    public int PerLanguage => 3 + Later.Length;

    /// <summary>The words of a file of words/.</summary>
    public Dictionary<string, string> Words(string name)
    {
        return new(JsonSerializer.Deserialize<Dictionary<string, string>>(Text("words/" + name + ".json"))!) { ["tag"] = name[^2..] };
    }

    /// <summary>The words that come with a part: those that its script names, whole or by how they begin, and that are not there before it.</summary>
    public IEnumerable<string> KeysOf(string part)
    {
        PartPlan plan = PartPlan.All.Single(p => p.Name == part);
        string[] own = part == "first" ? new[] { "tag", "dir" } : Array.Empty<string>();
        IEnumerable<string> before = part == "first" ? Array.Empty<string>() : plan.Needs.SelectMany(KeysThere).Union(KeysOf("first"));
        string[] literals = ScriptReader.Read(Part(part).Body).Where(t => t.Kind == TokenKind.Text && t.Text[0] == '\'').Select(t => t.Text[1..^1]).Distinct().ToArray();

        // What begins with an underscore is for templates alone.
        return own.Union(Words(Tags[0]).Keys.Where(k => k[0] != '_' && literals.Any(l => l == k || (l.EndsWith('-') && k.StartsWith(l, StringComparison.Ordinal))))).Except(before);
    }

    /// <summary>The parts by name.</summary>
    public ScriptPart Part(string name)
    {
        return Parts.Single(p => p.Name == name);
    }

    /// <summary>The words that are there once a part is: its own, and those of the parts before it.</summary>
    public IEnumerable<string> KeysThere(string part)
    {
        return PartPlan.All.Single(p => p.Name == part).Needs.SelectMany(KeysThere).Union(KeysOf("first")).Union(KeysOf(part));
    }

    private static Dictionary<string, string> Pick(Dictionary<string, string> words, IEnumerable<string> keys)
    {
        return keys.ToDictionary(k => k, k => words[k]);
    }

    private string[] Fill(string name, string script, Dictionary<string, string> inTemplate, Dictionary<string, string> inScript)
    {
        string html = Placeholder().Replace(TextStripper.Html(Text(name)), m => inTemplate.TryGetValue(m.Groups[1].Value, out string? text)
            ? WebUtility.HtmlEncode(text)
            : throw new InvalidDataException(name + ": no words for " + m.Groups[1].Value));

        return html.Replace("<!--#style-->", _style, StringComparison.Ordinal)
            .Replace("<!--#words-->", JsonSerializer.Serialize(inScript, s_json), StringComparison.Ordinal)
            .Replace("<!--#script-->", script, StringComparison.Ordinal).Split(Cut);
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
