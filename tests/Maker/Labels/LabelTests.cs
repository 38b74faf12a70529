using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

using QRCoder;

using ToyGuard.Core.Crypto;
using ToyGuard.Core.Pairing;
using ToyGuard.Fakes;
using ToyGuard.Maker.Labels;
using ToyGuard.Maker.Tests.Running;

namespace ToyGuard.Maker.Tests.Labels;

/// <summary>Goal: a printed card lets exactly its owners in, and phones can read it. Method: the page's own paths, read back, by zbarimg and beside QRCoder.</summary>
[TestClass]
public class LabelTests
{
    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    [TestMethod]
    [Req("PAIR-01")]
    [Req("PAIR-05")]
    public void Identities_AThousand_ShareNothing()
    {
        HashSet<string> seen = [];
        int[] symbols = new int[128];

        for (int i = 0; i < 1000; i++)
        {
            FactoryIdentity identity = Identities.New(hasDisplay: false);
            Assert.IsTrue(seen.Add(identity.HostLabel) && seen.Add(Convert.ToHexString(identity.DeviceId)) && seen.Add(identity.ApKey) && seen.Add(Convert.ToHexString(identity.PrintedCode!)));
            Assert.IsTrue(FactoryIdentity.IsLabel(identity.HostLabel));

            foreach (char symbol in identity.ApKey)
            {
                symbols[symbol]++;
            }
        }

        // 16,000 symbols of 32: 500 each, within what chance does in a lifetime of runs (eight deviations).
        Assert.AreEqual(32, symbols.Count(c => c > 0));
        Assert.IsTrue(symbols.Where(c => c > 0).All(c => c is > 320 and < 680), string.Join(' ', symbols));
    }

    [TestMethod]
    public void Identities_Again_KeepsNameAndIdOnly()
    {
        FactoryIdentity old = Identities.New(hasDisplay: false);
        FactoryIdentity fresh = Identities.Again(old.HostLabel, old.DeviceId, hasDisplay: false);

        Assert.AreEqual(old.HostLabel, fresh.HostLabel);
        CollectionAssert.AreEqual(old.DeviceId, fresh.DeviceId);
        Assert.AreNotEqual(old.ApKey, fresh.ApKey);
        CollectionAssert.AreNotEqual(old.PrintedCode, fresh.PrintedCode);
    }

    [TestMethod]
    [Req("PAIR-05")]
    public void Sheet_Codes_AreReadByAnotherAndMadeByAnother()
    {
        FactoryIdentity identity = Identities.New(hasDisplay: false);
        XDocument page = XDocument.Parse(SheetSvg.Of(new Sheet("Story Bear", identity)));
        string[] paths = [.. page.Descendants(s_svg + "path").Where(p => (string?)p.Attribute("class") == "code").Select(p => (string)p.Attribute("d")!)];
        string wifi = $"WIFI:T:WPA;S:{identity.ApName};P:{identity.ApKey};;";
        string claim = $"http://{identity.HostLabel}.local/#c={Base32.Write(identity.PrintedCode!)}";

        // Card: Wi-Fi and claim; label: Wi-Fi only, since it sticks on the toy.
        CollectionAssert.AreEqual(new[] { wifi, claim, wifi }, paths.Select(p => Read(Modules(p))).ToArray());
        AssertIsQrCoders(wifi, Modules(paths[0]));
        AssertIsQrCoders(claim, Modules(paths[1]));
    }

    [TestMethod]
    [Req("PAIR-01")]
    public void Sheet_TypedTexts_AreTheSecrets_AndTheCodeStandsOnTheCardOnly()
    {
        FactoryIdentity identity = Identities.New(hasDisplay: false);
        XElement[] texts = [.. XDocument.Parse(SheetSvg.Of(new Sheet("Story Bear", identity))).Descendants(s_svg + "text")];
        string code = Base32.Write(identity.PrintedCode!);
        XElement shown = texts.Single(t => t.Value.Replace(" ", "", StringComparison.Ordinal) == code);
        byte[] typed = new byte[FactoryIdentity.CodeBytes];

        Assert.AreEqual(Base32Fault.None, Base32.Read(shown.Value, typed));
        CollectionAssert.AreEqual(identity.PrintedCode, typed);
        Assert.IsTrue((double)shown.Attribute("x")! < 142, "left of the cut");
        Assert.AreEqual(2, texts.Count(t => t.Value.Replace(" ", "", StringComparison.Ordinal) == identity.ApKey));
        Assert.IsTrue(texts.Any(t => t.Value == identity.HostLabel + ".local/help"));
    }

    [TestMethod]
    public void Sheet_OfTheSample_IsWhatHardwareShows()
    {
        FactoryIdentity sample = new("toyguard-samp1e00", [1, 2, 3, 4, 5, 6, 7, 8], "ToyGuard samp", "not0a0rea10key00", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);

        Assert.AreEqual(File.ReadAllText(Path.Combine(Repository.Root, "hardware/label/sample.svg")), SheetSvg.Of(new Sheet("Story Bear", sample)));
    }

    [TestMethod]
    public void Sheet_OfADeviceWithDisplay_HasNoClaimCode()
    {
        FactoryIdentity identity = Identities.New(hasDisplay: true);
        string page = SheetSvg.Of(new Sheet("Story Bear", identity));

        Assert.IsNull(identity.PrintedCode);
        Assert.AreEqual(2, Regex.Count(page, "class=\"code\""));
        StringAssert.Contains(page, "on its display.");
        Assert.IsFalse(page.Contains("#c=", StringComparison.Ordinal));
    }

    [TestMethod]
    [DataRow("<script>&\"' ]]>")]
    [DataRow("Bär & Söhne 你好")]
    [DataRow("MMMMMMMMMMMMMMMMMMMMMMMM")]
    public void Sheet_AnyName_StaysText(string name)
    {
        XDocument page = XDocument.Parse(SheetSvg.Of(new Sheet(name, Identities.New(false))));

        Assert.AreEqual(2, page.Descendants(s_svg + "text").Count(t => t.Value == name));
        Assert.AreEqual(0, page.Descendants().Count(e => e.Name.LocalName is "script" or "image" or "a" or "use" or "foreignObject"));
    }

    [TestMethod]
    [DataRow(@"a\b;c,d:e""f", @"a\\b\;c\,d\:e\""f")]
    public void Wifi_OddSigns_AreEscaped(string key, string escaped)
    {
        FactoryIdentity odd = new("toyguard-0123abcd", [1, 2, 3, 4, 5, 6, 7, 8], "My; Bear", key + "-long enough", null);
        Assert.AreEqual($@"WIFI:T:WPA;S:My\; Bear;P:{escaped}-long enough;;", CodeTexts.Wifi(odd));
    }

    [TestMethod]
    public void Terminal_Code_IsReadByAnother()
    {
        string[] lines = TerminalCode.Of("http://toyguard-0123abcd.local/#c=0123456789ABCDEFG").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        List<bool[]> rows = [];

        foreach (string line in lines)
        {
            string cells = Regex.Replace(line, "\u001b\\[[0-9;]*m", "");
            rows.Add([.. cells.Select(c => c is '█' or '▀')]);
            rows.Add([.. cells.Select(c => c is '█' or '▄')]);
        }

        Assert.AreEqual("http://toyguard-0123abcd.local/#c=0123456789ABCDEFG", Read([.. rows]));
    }

    [TestMethod]
    public void Sheet_CardAndLabel_HaveTheId_ForAProgramOrACardThatComesLater()
    {
        FactoryIdentity identity = Identities.New(hasDisplay: false);
        XDocument page = XDocument.Parse(SheetSvg.Of(new Sheet("Story Bear", identity)));
        double[] shown = [.. page.Descendants(s_svg + "text").Where(t => t.Value == "No. " + Convert.ToHexStringLower(identity.DeviceId)).Select(t => (double)t.Attribute("x")!)];
        Assert.AreEqual(2, shown.Length);
        Assert.IsTrue(shown[0] < 142 && shown[1] > 142, "left and right of the cut");
    }

    // What the path fills, as a square of modules.
    private static bool[][] Modules(string path)
    {
        (int X, int Y, int Count)[] runs = [.. Regex.Matches(path, @"M(\d+) (\d+)h(\d+)v1H\d+z").Select(m => (Number(m, 1), Number(m, 2), Number(m, 3)))];
        Assert.AreEqual("", Regex.Replace(path, @"M(\d+) (\d+)h(\d+)v1H\1z", ""));
        int size = runs.Max(r => r.Y) + 1;
        bool[][] modules = [.. Enumerable.Range(0, size).Select(_ => new bool[size])];

        foreach ((int x, int y, int count) in runs)
        {
            Array.Fill(modules[y], true, x, count);
        }

        return modules;

        static int Number(Match match, int group)
        {
            return int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
        }
    }

    private static string Read(bool[][] modules)
    {
        const int Margin = 4;
        const int Pixels = 4;
        using TestFolder folder = new();
        int width = (modules[0].Length + (2 * Margin)) * Pixels;
        int height = (modules.Length + (2 * Margin)) * Pixels;
        byte[] grey = new byte[width * height];

        for (int i = 0; i < grey.Length; i++)
        {
            int x = (i % width / Pixels) - Margin;
            int y = (i / width / Pixels) - Margin;
            grey[i] = x >= 0 && y >= 0 && y < modules.Length && x < modules[y].Length && modules[y][x] ? (byte)0 : (byte)255;
        }

        byte[] head = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P5 {width} {height} 255\n"));
        ProcessStartInfo start = new(Peer.Path("zbarimg")) { RedirectStandardOutput = true, RedirectStandardError = true };

        foreach (string argument in new[] { "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", folder.Write("code.pgm", [.. head, .. grey]) })
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        string read = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return read.TrimEnd('\n');
    }

    private static void AssertIsQrCoders(string text, bool[][] modules)
    {
        const int Margin = 4;
        using QRCodeData data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M, forceUtf8: true);
        Assert.AreEqual(data.ModuleMatrix.Count - (2 * Margin), modules.Length);

        for (int y = 0; y < modules.Length; y++)
        {
            for (int x = 0; x < modules.Length; x++)
            {
                Assert.AreEqual(data.ModuleMatrix[y + Margin][x + Margin], modules[y][x], $"{x}, {y}");
            }
        }
    }
}
