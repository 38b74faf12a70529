using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text.Json;

using ToyGuard.Assets.Packer;

namespace ToyGuard.Assets.Tests;

/// <summary>Goal: what is built in is what the sources say, can be read in any pieces, and is small. Method: a fresh pack beside it.</summary>
[TestClass]
public sealed class PackedPageTests
{
    // One TCP flight of ten segments (RFC 6928, 2), as design.md 12 has it. What a browser really loads is summed in tests/Browser.
    private const int PartMax = 14 * 1024;

    // /state with eight networks in the air.
    private const int StateMax = 1024;

    // What a country's words may weigh, those of every screen together; a phone loads the few of the screens that it opens.
    private const int LanguageMax = 14 * 1024;

    [TestMethod]
    public void Faults_BuiltIn_IsWhatTheSourcesSay()
    {
        Assert.IsEmpty(Packing.Faults(Www.Set).ToArray(), "run: dotnet run --project firmware/Assets/Packer -- pack");
    }

    [TestMethod]
    public void Check_BuiltIn_SaysSoAndSucceeds()
    {
        StringWriter said = new();
        Assert.AreEqual(0, Packing.Check(Www.Folder, said), said.ToString());
    }

    [TestMethod]
    [Req("WEB-04")]
    public void Read_AnyPieces_GiveTheSameBytes()
    {
        for (int part = 0; part < Www.Set.PerLanguage; part++)
        {
            for (int language = 0; language < PageAssets.Count; language++)
            {
                byte[] whole = new byte[PageAssets.LengthOf(part, language)];
                Assert.AreEqual(whole.Length, PageAssets.Read(part, language, 0, whole, 0, whole.Length + 1));

                foreach (int step in new[] { 1, 7, 1023, 1024, 1025, 5000 })
                {
                    byte[] pieces = new byte[whole.Length + 2];
                    int at = 0;

                    for (int count; (count = PageAssets.Read(part, language, at, pieces, at + 1, step)) > 0; at += count)
                    {
                        Assert.IsLessThanOrEqualTo(step, count);
                    }

                    CollectionAssert.AreEqual(whole, pieces[1..^1], $"{part} {language} by {step}");
                    Assert.AreEqual(0, pieces[^1]);
                }

                Assert.AreEqual(0, PageAssets.Read(part, language, -1, whole, 0, 10));
                Assert.AreEqual(0, PageAssets.Read(part, language, whole.Length, whole, 0, 10));
                Assert.AreEqual(0, PageAssets.Read(part, language, whole.Length + 1, whole, 0, 10));
                StringAssert.EndsWith(Unpacked(whole), part < PageAssets.FirstPart ? "</html>" : "{once:true});");
            }
        }
    }

    [TestMethod]
    [DataRow(-1)]
    [DataRow(2)]
    public void LengthOf_NoSuchLanguage_IsOurMistake(int language)
    {
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => PageAssets.LengthOf(PageAssets.Home, language));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => PageAssets.TagAt(language));
    }

    [TestMethod]
    [DataRow(-1)]
    [DataRow(99)]
    public void LengthOf_NoSuchAnswer_IsOurMistake(int answer)
    {
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => PageAssets.LengthOf(answer, 0));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => PageAssets.PartPathAt(answer));
    }

    [TestMethod]
    public void Length_EachAnswer_FitsOneFlight()
    {
        foreach (PackedPage page in Www.Set.Pages)
        {
            Console.WriteLine($"{page.Path} {page.Tag}: {page.Length} bytes");
            Assert.IsLessThanOrEqualTo(PartMax - StateMax, page.Length, page.Path + " " + page.Tag);
        }

        foreach (string tag in PageSet.Tags)
        {
            int words = Compressed(JsonSerializer.Serialize(Www.Set.Words(tag)));
            Console.WriteLine($"{tag}: words {words} bytes");
            Assert.IsLessThanOrEqualTo(LanguageMax, words, tag);
        }
    }

    [TestMethod]
    public void Pages_WhatLanguagesHaveInCommon_IsThereOnce()
    {
        int[] each = PageSet.Tags.Select(tag => Www.Set.Pages.Where(p => p.Tag == tag).Sum(p => p.Length)).ToArray();
        int all = Www.Set.Pages.SelectMany(p => p.Pieces).DistinctBy(Convert.ToHexString).Sum(p => p.Length);
        Console.WriteLine($"{string.Join(" + ", each)} bytes lie in {all}");
        Assert.IsLessThan(each.Sum() * 2 / 3, all);
    }

    private static string Unpacked(byte[] packed)
    {
        using StreamReader reader = new(new GZipStream(new MemoryStream(packed), CompressionMode.Decompress));
        return reader.ReadToEnd();
    }

    private static int Compressed(string text)
    {
        return new PackedPage("", "", text).Length;
    }
}
