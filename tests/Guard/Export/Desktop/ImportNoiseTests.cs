using System;
using System.Linq;
using System.Text;

using ToyGuard.Core.Settings;
using ToyGuard.Guard.Export;

namespace ToyGuard.Guard.Tests.Export.Desktop;

/// <summary>
/// Goal: whatever somebody brings as a file, it says a reason or a rule, changes nothing of its own, and never loosens without a confirmation.
/// Method: seeded random bytes and files torn and mixed by chance, nesting past every depth, texts, numbers and lists past every limit.
/// </summary>
[TestClass]
public sealed class ImportNoiseTests
{
    [TestMethod]
    [Req("INFO-06"), Req("DEF-03")]
    public void Take_RandomBytes_AreRefusedAndSayWhy()
    {
        Chance chance = new(41);

        for (int round = 0; round < 20_000; round++)
        {
            byte[] bytes = new byte[chance.Below(200)];

            for (int i = 0; i < bytes.Length; i++)
            {
                bytes[i] = (byte)chance.Next();
            }

            AssertRefused(bytes, "round " + round);
        }
    }

    // Pages of a true file whose pieces were lost, doubled and exchanged: some read as another rule, and none loosens when nobody confirms.
    [TestMethod]
    [Req("INFO-06"), Req("DEF-03"), Req("DEF-04")]
    public void Take_TornAndMixedFiles_NeverLoosenUnconfirmed()
    {
        Chance chance = new(42);
        DeclaredToy[] toys = ImportHome.Toys();
        string[] pages = Pages(toys[0]);
        FamilySettings[] homes = { ImportHome.Strict(), FamilySettings.Strict.WithPaired(true).WithEverythingPaused(false).WithToy(ToySettings.Introduced("Bear")) };
        int taken = 0;

        for (int round = 0; round < 20_000; round++)
        {
            FamilySettings before = homes[round % homes.Length];
            ImportReader reader = new(toys, before);

            for (int page = 0; page < pages.Length; page++)
            {
                byte[] bytes = Encoding.UTF8.GetBytes(chance.Below(3) == 0 ? Torn(chance, pages[page], pages[chance.Below(pages.Length)]) : pages[page]);
                reader.Take(bytes, 0, bytes.Length);
            }

            taken += reader.Fault == ImportFault.None ? 1 : 0;
            Assert.IsTrue(reader.Fault == ImportFault.None || ReferenceEquals(before, reader.Settings), "a file with a fault says nothing");
            Assert.IsTrue(reader.Settings.IsPaired && reader.Settings.Toys.Length == 1, "nor who is paired, nor which toys are here");
            Assert.IsTrue(Strictness.IsNeverLooser(Strictness.Merge(before, reader.Settings), before), "round " + round);
        }

        Assert.IsGreaterThan(1000, taken, "some must be whole, or nothing was tried");
    }

    [TestMethod]
    [Req("INFO-06")]
    [DataRow("[")]
    [DataRow("{\"page\":")]
    [DataRow("{\"page\":\"home\",\"left-out\":[")]
    [DataRow("{\"page\":\"toy\",\"quiet-hours\":[")]
    [DataRow("{\"page\":\"children\",\"child-animal\":[{\"number\":")]
    public void Take_NestedDeeperThanAnybodyWrites_IsRefused(string open)
    {
        foreach (int depth in new[] { 2, 15, 16, 17, 1000, 100_000 })
        {
            AssertRefused(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(open, depth))), open + " times " + depth);
            AssertRefused(Encoding.UTF8.GetBytes(open + new string('[', depth) + new string(']', depth) + "]}"), open + " and " + depth);
        }
    }

    [TestMethod]
    [Req("INFO-06")]
    public void Take_PastEveryLimit_IsRefused()
    {
        string longText = new('a', 1_000_000);
        string windows = string.Join(",", Enumerable.Range(0, ToySettings.WindowsMax + 1).Select(i => $"[{i},1]"));
        string places = string.Join(",", Enumerable.Repeat("{\"place\":\"p\",\"print\":\"0123456789abcdef\"}", 100));
        string children = string.Join(",", Enumerable.Repeat("{\"number\":1}", 100));

        foreach (string page in new[]
        {
            ImportHome.HomePage.Replace("\"record-days\":5", "\"record-days\":31", StringComparison.Ordinal),
            ImportHome.HomePage.Replace("\"record-days\":5", "\"record-days\":99999999999999999999", StringComparison.Ordinal),
            ImportHome.HomePage.Replace("\"record-days\":5", "\"record-days\":-1", StringComparison.Ordinal),
            ImportHome.HomePage.Replace("\"zone\":\"CET-1\"", "\"zone\":\"" + longText + "\"", StringComparison.Ordinal),
            ImportHome.ToyPage.Replace("\"Bear\"", "\"" + longText + "\"", StringComparison.Ordinal),
            ImportHome.ToyPage.Replace("[[1200,600],[2640,60]]", "[" + windows + "]", StringComparison.Ordinal),
            ImportHome.ToyPage.Replace("[1200,600]", "[10080,600]", StringComparison.Ordinal),
            ImportHome.ToyPage.Replace("\"play-minutes\":45", "\"play-minutes\":1441", StringComparison.Ordinal),
            ImportHome.ToyPage.Replace("\"tickets\":3", "\"tickets\":5", StringComparison.Ordinal),
            ImportHome.ToyPage.Replace("[2,1]", "[9,1]", StringComparison.Ordinal),
            "{\"page\":\"children\",\"child-animal\":[" + children + "]}",
            "{\"page\":\"places\",\"toy-name\":\"Bear\",\"approvals\":[" + places + "]}",
            "{\"page\":\"" + longText + "\"}",
            "{\"" + longText + "\":1}",
            ImportHome.HomePage + new string(' ', 1_000_000) + "x",
            longText,
        })
        {
            AssertRefused(Encoding.UTF8.GetBytes(page), page[..Math.Min(page.Length, 80)]);
        }
    }

    // More toys than a home can have, each of them unknown here.
    [TestMethod]
    [Req("INFO-06"), Req("DEF-03")]
    public void Take_MoreToysThanAHomeMayHave_IsRefusedAtTheLimit()
    {
        FamilySettings before = ImportHome.Strict();
        ImportReader reader = new(ImportHome.Toys(), before);

        for (int i = 0; i < FamilySettings.ToysMax; i++)
        {
            Assert.AreEqual(ImportFault.None, ImportHome.Take(reader, ToyPageOf(i)));
        }

        Assert.AreEqual(FamilySettings.ToysMax, reader.LeftOut);
        Assert.AreNotEqual(ImportFault.None, ImportHome.Take(reader, ToyPageOf(FamilySettings.ToysMax)));
        Assert.AreSame(before, reader.Settings);
    }

    private static string ToyPageOf(int number)
    {
        return ImportHome.ToyPage.Replace("\"Bear\"", "\"Toy " + number + "\"", StringComparison.Ordinal);
    }

    private static string[] Pages(DeclaredToy toy)
    {
        return new[] { ImportHome.HomePage, ImportHome.ChildrenPage, ImportHome.ToyPage, ImportHome.PlacesPage(toy), ImportHome.SensorsPage(toy) };
    }

    // A piece is lost, is there twice, or comes from another page; or one sign is another.
    private static string Torn(Chance chance, string page, string other)
    {
        int from = chance.Below(page.Length);
        int to = from + chance.Below(page.Length - from);

        switch (chance.Below(4))
        {
            case 0:
                return page[..from] + page[to..];
            case 1:
                return page[..to] + page[from..];
            case 2:
                int there = chance.Below(other.Length);
                return page[..from] + other[there..Math.Min(other.Length, there + to - from)] + page[to..];
            default:
                return page[..from] + "0123456789-,:[]{}\"truefalse"[chance.Below(27)] + page[(from + 1)..];
        }
    }

    private static void AssertRefused(byte[] bytes, string what)
    {
        FamilySettings before = ImportHome.Strict();
        ImportReader reader = new(ImportHome.Toys(), before);
        ImportFault fault = reader.Take(bytes, 0, bytes.Length);
        Assert.AreNotEqual(ImportFault.None, fault, what);
        Assert.AreNotEqual("", ImportWords.Of(fault), what);
        Assert.AreSame(before, reader.Settings, what);
        Assert.AreEqual(fault, reader.Take(Encoding.UTF8.GetBytes(ImportHome.HomePage), 0, ImportHome.HomePage.Length), "and it stays so");
    }
}
