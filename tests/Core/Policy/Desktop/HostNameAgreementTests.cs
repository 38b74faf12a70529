using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

using ToyGuard.Core.Policy;

namespace ToyGuard.Core.Tests.Policy.Desktop;

/// <summary>Goal: the reader of names agrees with others. Method: the rules once more as regular expressions and as another Punycode, over random text; every code point there is.</summary>
[TestClass]
public class HostNameAgreementTests
{
    private const int Rounds = 50000;

    private static readonly Regex Labels = new Regex("^(?!-)[a-z0-9-]{1,63}(?<!-)([.](?!-)[a-z0-9-]{1,63}(?<!-))+$", RegexOptions.CultureInvariant);
    private static readonly Regex Never = new Regex("[.](local|localhost|onion|alt|internal|arpa)$", RegexOptions.CultureInvariant);

    [TestMethod]
    [Req("EGR-02")]
    [DataRow(1)]
    [DataRow(20261121)]
    public void Read_RandomText_AgreesWithTheRulesAsExpressions(int seed)
    {
        Dice dice = new Dice(seed);
        HostName name = new HostName();
        string[] pieces =
        {
            "a", "b", "Z", "0", "1", "9", "-", "--", ".", ".", ".", "xn--", "XN--", "xn--bcher-kva", "local", "arpa", "test", "0x", "_", " ", "\u00FC",
            "\0", "%", ":", "toys", new string('a', 40),
        };
        int good = 0;

        for (int round = 0; round < Rounds; round++)
        {
            StringBuilder text = new StringBuilder();

            for (int i = dice.Roll(9); i >= 0; i--)
            {
                text.Append(pieces[dice.Roll(dice.Roll(3) == 0 ? pieces.Length : 18)]);
            }

            bool isName = name.Read(text.ToString()) == HostFault.None;
            Assert.AreEqual(IsName(text.ToString()), isName, $"seed {seed}, round {round}: {text}");
            good += isName ? 1 : 0;
        }

        Console.WriteLine($"{good} of {Rounds} were names.");
        Assert.IsGreaterThan(Rounds / 40, good);
    }

    // Random digits behind xn--: most are none, many decode to something, few to something fit.
    [TestMethod]
    [Req("EGR-02")]
    [DataRow(2)]
    [DataRow(20261122)]
    public void Read_RandomPunycode_IsNoNameUnlessItDecodes(int seed)
    {
        Dice dice = new Dice(seed);
        HostName name = new HostName();
        int decoded = 0;
        int good = 0;

        for (int round = 0; round < Rounds; round++)
        {
            char[] label = new char[1 + dice.Roll(12)];

            for (int i = 0; i < label.Length; i++)
            {
                label[i] = "abcdefghijklmnopqrstuvwxyz0123456789-"[dice.Roll(37)];
            }

            string text = new string(label);

            if (text[^1] == '-')
            {
                continue;
            }

            List<int>? characters = Punycoder.Decode(text);
            bool isName = name.Read("xn--" + text + ".test") == HostFault.None;
            decoded += characters is null ? 0 : 1;
            good += isName ? 1 : 0;
            Assert.AreEqual(characters is not null && AreFit(characters), isName, $"seed {seed}, round {round}: {text}");
        }

        Console.WriteLine($"{decoded} decoded, {good} of them were fit.");
        Assert.IsGreaterThan(Rounds / 200, good);
        Assert.IsGreaterThan(good, decoded);
    }

    // .NET's own converter, for words in many alphabets.
    [TestMethod]
    public void Read_WhatIdnMappingMakes_IsAName()
    {
        string[] words =
        {
            "b\u00FCcher", "stra\u00DFe", "\u0142\u00F3d\u017A", "\u010De\u0161tina", "\u03BA\u03B1\u03BB\u03B7\u03BC\u03AD\u03C1\u03B1", "\u043F\u0440\u0438\u043C\u0435\u0440",
            "\u0645\u062B\u0627\u0644", "\u05D3\u05D5\u05D2\u05DE\u05D4", "\u0909\u0926\u093E\u0939\u0930\u0923", "\u0E15\u0E31\u0E27\u0E2D\u0E22\u0E48\u0E32\u0E07",
            "\u4F8B\u5B50", "\u4F8B\u3048", "\uC2E4\uB840", "\u10DB\u10D0\u10D2\u10D0\u10DA\u10D8\u10D7\u10D8", "\u0585\u0580\u056B\u0576\u0561\u056F",
            "vi\u1EC7t-nam", "pr\u00E9f\u00E9rence", "\u00F1and\u00FA", "\u0BAA\u0BBE\u0B9F\u0BC1", "\u1275\u121D\u1205\u122D\u1275", "o\u02BBzbek",
        };
        IdnMapping idn = new IdnMapping { AllowUnassigned = true };
        HostName name = new HostName();

        foreach (string word in words)
        {
            string ascii = idn.GetAscii(word) + ".test";
            Assert.AreEqual(HostFault.None, name.Read(ascii), ascii);
        }
    }

    [TestMethod]
    [Req("EGR-02")]
    public void Read_EveryCodePoint_RefusesWhatNobodySeesOrMapsAway()
    {
        HostName name = new HostName();
        int refused = 0;
        StringBuilder letThrough = new StringBuilder();

        for (int codePoint = 0x80; codePoint <= 0x10FFFF; codePoint++)
        {
            string text = "xn--" + Punycoder.Encode("a", codePoint) + ".test";
            bool isName = name.Read(text) == HostFault.None;
            refused += isName ? 0 : 1;

            if (isName && IsHarmful(codePoint))
            {
                letThrough.Append(CultureInfo.InvariantCulture, $" U+{codePoint:X4}");
            }
        }

        Assert.AreEqual("", letThrough.ToString());

        Console.WriteLine($"{refused} code points are refused.");
    }

    // First and last small letters and syllables of living alphabets: refusing them would shut a language out.
    [TestMethod]
    [DataRow(0x00DF, 0x00F6)]
    [DataRow(0x00F8, 0x00FF)]
    [DataRow(0x03AC, 0x03CE)]
    [DataRow(0x0430, 0x045F)]
    [DataRow(0x0561, 0x0586)]
    [DataRow(0x05D0, 0x05EA)]
    [DataRow(0x0620, 0x065F)]
    [DataRow(0x0671, 0x06D3)]
    [DataRow(0x0904, 0x0939)]
    [DataRow(0x0985, 0x09B9)]
    [DataRow(0x0B85, 0x0BB9)]
    [DataRow(0x0E01, 0x0E3A)]
    [DataRow(0x0F40, 0x0F6C)]
    [DataRow(0x10D0, 0x10FA)]
    [DataRow(0x1200, 0x135A)]
    [DataRow(0x1780, 0x17B3)]
    [DataRow(0x3041, 0x3096)]
    [DataRow(0x30A1, 0x30FA)]
    [DataRow(0x4E00, 0x9FFF)]
    [DataRow(0xAC00, 0xD7A3)]
    [DataRow(0x11103, 0x11126)]
    [DataRow(0x1E922, 0x1E943)]
    [DataRow(0x20000, 0x2A6DF)]
    public void Read_LettersOfLivingAlphabets_AreLetThrough(int first, int last)
    {
        HostName name = new HostName();

        for (int codePoint = first; codePoint <= last; codePoint++)
        {
            Assert.AreEqual(HostFault.None, name.Read("xn--" + Punycoder.Encode("a", codePoint) + ".test"), $"U+{codePoint:X4}");
        }
    }

    [TestMethod]
    public void Read_SmallLettersOfLatinAndCyrillic_AreLetThrough()
    {
        HostName name = new HostName();

        foreach ((int first, int last) in new[] { (0x0101, 0x017E), (0x01A1, 0x0233), (0x0461, 0x052F), (0x1E01, 0x1EF9) })
        {
            for (int codePoint = first; codePoint <= last; codePoint++)
            {
                // The letters like the croatian dz have a capital, a title and a small form, and are mapped to two letters.
                if (CharUnicodeInfo.GetUnicodeCategory(codePoint) == UnicodeCategory.LowercaseLetter && codePoint is < 0x1C4 or > 0x1F3)
                {
                    Assert.AreEqual(HostFault.None, name.Read("xn--" + Punycoder.Encode("a", codePoint) + ".test"), $"U+{codePoint:X4}");
                }
            }
        }
    }

    private static bool IsName(string text)
    {
        string name = text.EndsWith('.') ? text.Substring(0, text.Length - 1) : text;
        string lower = Regex.Replace(name, "[A-Z]", match => match.Value.ToLowerInvariant());

        if (lower.Length > 253 || !Labels.IsMatch(lower) || lower.EndsWith('\n') || Never.IsMatch(lower) || Regex.IsMatch(lower, "(^|[.])[0-9][^.]*$"))
        {
            return false;
        }

        foreach (string label in lower.Split('.'))
        {
            if (Regex.IsMatch(label, "^..--"))
            {
                List<int>? characters = label.StartsWith("xn--", StringComparison.Ordinal) ? Punycoder.Decode(label.Substring(4)) : null;

                if (characters is null || !AreFit(characters))
                {
                    return false;
                }
            }
        }

        return true;
    }

    // Fit one by one, as the reader finds them; whether a single one is fit is another test's matter.
    private static bool AreFit(List<int> characters)
    {
        HostName name = new HostName();
        int others = 0;

        foreach (int character in characters)
        {
            if (character >= 128)
            {
                others++;

                if (name.Read("xn--" + Punycoder.Encode("", character) + ".test") != HostFault.None)
                {
                    return false;
                }
            }
        }

        return others > 0;
    }

    private static bool IsHarmful(int codePoint)
    {
        if (codePoint is >= 0xD800 and <= 0xDFFF || (codePoint & 0xFFFE) == 0xFFFE)
        {
            return true;
        }

        Rune rune = new Rune(codePoint);

        return Rune.ToLowerInvariant(rune) != rune || Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Control => true,
            UnicodeCategory.Format => true,
            UnicodeCategory.SpaceSeparator => true,
            UnicodeCategory.LineSeparator => true,
            UnicodeCategory.ParagraphSeparator => true,
            UnicodeCategory.PrivateUse => true,
            _ => false,
        };
    }
}
