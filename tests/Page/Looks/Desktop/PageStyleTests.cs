using System;
using System.Collections.Generic;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

using ToyGuard.Page.Tests.Routes;

namespace ToyGuard.Page.Tests.Looks;

/// <summary>Goal: browsers take the style sheet, and everybody can read what it colours.</summary>
[TestClass]
public class PageStyleTests
{
    private static readonly Asked s_page = Asked.Of("GET / HTTP/1.1\r\nHost: 192.0.2.1\r\n\r\n");

    private static readonly string s_style = Regex.Match(s_page.Content, "<style>(.*)</style>", RegexOptions.Singleline).Groups[1].Value;

    [TestMethod]
    [Req("WEB-03")]
    public void Sha256_OfTheStyleThatIsSent_IsInThePolicy()
    {
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(s_style)));

        Assert.Contains("style-src 'sha256-" + hash + "'", s_page.Field("Content-Security-Policy"), "PageStyle.Sha256 must be " + hash);
    }

    [TestMethod]
    [DataRow("ink", "bg", 7.0)]
    [DataRow("ink", "card", 7.0)]
    [DataRow("ink", "waittint", 7.0)]
    [DataRow("ink", "goodtint", 7.0)]
    [DataRow("soft", "card", 4.5)]
    [DataRow("act", "card", 4.5)]
    [DataRow("wait", "waittint", 4.5)]
    [DataRow("good", "goodtint", 4.5)]
    [DataRow("stitch", "honey", 4.5)]
    [DataRow("focus", "bg", 3.0)]
    [DataRow("focus", "card", 3.0)]
    public void Text_EveryPairOfColours_CanBeRead(string front, string back, double least)
    {
        Dictionary<string, string> light = Colours(s_style[..s_style.IndexOf("@media", StringComparison.Ordinal)]);
        Dictionary<string, string> dark = new(light);

        foreach ((string name, string colour) in Colours(s_style[s_style.IndexOf("@media", StringComparison.Ordinal)..]))
        {
            dark[name] = colour;
        }

        Assert.IsGreaterThanOrEqualTo(least, Contrast(light[front], light[back]), front + " on " + back + ", light");
        Assert.IsGreaterThanOrEqualTo(least, Contrast(dark[front], dark[back]), front + " on " + back + ", dark");
    }

    [TestMethod]
    [DataRow("-left")]
    [DataRow("-right")]
    [DataRow("width:")]
    [DataRow("text-align")]
    [DataRow("float")]
    [DataRow("!important")]
    public void Text_NothingThatKnowsOneWayOfWritingOnly(string words)
    {
        Assert.DoesNotContain(words, s_style.Replace("stroke-width:", "", StringComparison.Ordinal));
    }

    private static Dictionary<string, string> Colours(string css)
    {
        Dictionary<string, string> colours = new();

        foreach (Match match in Regex.Matches(css, "--([a-z]+):#([0-9A-F]{6})"))
        {
            colours.Add(match.Groups[1].Value, match.Groups[2].Value);
        }

        return colours;
    }

    // WCAG 2.2, contrast ratio.
    private static double Contrast(string one, string other)
    {
        double a = Luminance(one);
        double b = Luminance(other);

        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        return (0.2126 * Linear(colour[..2])) + (0.7152 * Linear(colour[2..4])) + (0.0722 * Linear(colour[4..]));
    }

    private static double Linear(string part)
    {
        double value = int.Parse(part, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;

        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
