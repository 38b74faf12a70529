using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace ToyGuard.Browser.Tests;

/// <summary>Goal: every pair of colours that the page sets on each other can be told apart, as experience.md 6 has it. Method: WCAG 2.2's formula over the two token lines of the style sheet.</summary>
[TestClass]
public sealed partial class TokenTests
{
    private const double Rounded = 0.06;

    [TestMethod]
    [DataRow("ink", "card", 13.7, 13.1)]
    [DataRow("ink", "bg", 12.3, 15.1)]
    [DataRow("soft", "card", 6.6, 7.4)]
    [DataRow("soft", "bg", 5.9, 8.5)]
    [DataRow("edge", "card", 3.8, 4.1)]
    [DataRow("edge", "bg", 3.4, 4.7)]
    [DataRow("act", "card", 7.3, 8.7)]
    [DataRow("act", "bg", 6.6, 10.1)]
    [DataRow("onact", "act", 7.3, 10.1)]
    [DataRow("good", "card", 6.9, 9.0)]
    [DataRow("good", "goodtint", 5.8, 8.0)]
    [DataRow("wait", "card", 7.2, 9.8)]
    [DataRow("wait", "waittint", 6.1, 8.6)]
    [DataRow("stop", "card", 6.7, 7.9)]
    [DataRow("stop", "stoptint", 5.3, 7.4)]
    [DataRow("sleep", "card", 8.1, 8.7)]
    [DataRow("sleep", "sleeptint", 6.4, 8.2)]
    [DataRow("onhoney", "honey", 7.8, 7.8)]
    public void Contrast_OfAPair_IsAsDesigned(string front, string back, double light, double dark)
    {
        Assert.AreEqual(light, Contrast(Tokens(0), front, back), Rounded, "light");
        Assert.AreEqual(dark, Contrast(Tokens(1), front, back), Rounded, "dark");
    }

    [TestMethod]
    [DataRow("ink", "goodtint", 4.5)]
    [DataRow("ink", "waittint", 4.5)]
    [DataRow("ink", "stoptint", 4.5)]
    [DataRow("ink", "sleeptint", 4.5)]
    [DataRow("soft", "waittint", 4.5)]
    [DataRow("act", "sleeptint", 4.5)]
    [DataRow("stop", "bg", 4.5)]
    [DataRow("good", "bg", 3.0)]
    [DataRow("wait", "bg", 3.0)]
    [DataRow("sleep", "bg", 3.0)]
    [DataRow("focus", "bg", 3.0)]
    [DataRow("focus", "card", 3.0)]
    [DataRow("focus", "waittint", 3.0)]
    [DataRow("focus", "sleeptint", 3.0)]
    public void Contrast_OfWhatIsSetBeside_IsEnough(string front, string back, double least)
    {
        Assert.IsGreaterThanOrEqualTo(least, Contrast(Tokens(0), front, back), "light");
        Assert.IsGreaterThanOrEqualTo(least, Contrast(Tokens(1), front, back), "dark");
    }

    [TestMethod]
    public void Colours_OutsideTheTokenLines_AreNamesOnly()
    {
        string[] lines = File.ReadAllLines(Sheet).Where(l => !l.Contains(":root", StringComparison.Ordinal)).ToArray();
        Assert.IsEmpty(lines.Where(l => Hex().IsMatch(l) || l.Contains("rgb", StringComparison.Ordinal)));
        HashSet<string> known = Tokens(0).Keys.ToHashSet();
        Assert.IsEmpty(lines.SelectMany(l => Named().Matches(l)).Select(m => m.Groups[1].Value).Where(n => !known.Contains(n) && !Regex.IsMatch(n, "^x[123]$")));
    }

    private static string Sheet => Path.Combine(Tree.Root, "firmware", "Page", "www", "style.css");

    // The light line, or the light one with what the dark one changes.
    private static Dictionary<string, string> Tokens(int look)
    {
        Dictionary<string, string> tokens = new();

        foreach (string line in File.ReadLines(Sheet).Where(l => l.Contains(":root", StringComparison.Ordinal)).Take(look + 1))
        {
            foreach (Match token in Token().Matches(line))
            {
                tokens[token.Groups[1].Value] = token.Groups[2].Value;
            }
        }

        return tokens;
    }

    private static double Contrast(Dictionary<string, string> tokens, string front, string back)
    {
        double a = Luminance(tokens[front]);
        double b = Luminance(tokens[back]);
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        double[] parts = Enumerable.Range(0, 3).Select(i => int.Parse(colour.AsSpan(2 * i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4)).ToArray();
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }

    [GeneratedRegex("--(\\w+): #([0-9A-F]{6})")]
    private static partial Regex Token();

    [GeneratedRegex("#[0-9A-Fa-f]{3,8}\\b")]
    private static partial Regex Hex();

    [GeneratedRegex("var\\(--(\\w+)")]
    private static partial Regex Named();
}
