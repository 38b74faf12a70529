using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

using ToyGuard.Assets.Packer;
using ToyGuard.Core.Pairing;

namespace ToyGuard.Assets.Tests;

/// <summary>Goal: every text there is, in every language, and short where it has to be. Method: the language files beside each other, beside the scripts, and beside the codes.</summary>
[TestClass]
public sealed partial class WordsTests
{
    private const int ReasonMax = 90;

    [TestMethod]
    public void Words_EveryLanguage_HasTheSameOnes()
    {
        foreach (string tag in PageSet.Tags)
        {
            foreach (string part in new[] { "", "help." })
            {
                Dictionary<string, string> first = Www.Set.Words(part + PageSet.Tags[0]);
                Dictionary<string, string> words = Www.Set.Words(part + tag);
                CollectionAssert.AreEqual(first.Keys.ToArray(), words.Keys.ToArray(), part + tag);

                foreach (string key in first.Keys)
                {
                    Assert.AreNotEqual("", words[key].Trim(), part + tag + " " + key);
                    CollectionAssert.AreEquivalent(Named(first[key]), Named(words[key]), part + tag + " " + key);
                }
            }
        }
    }

    [TestMethod]
    public void Words_OfEachPart_AreThereWithIt()
    {
        foreach (ScriptPart part in Www.Set.Parts)
        {
            HashSet<string> there = Www.Set.KeysThere(part.Name).ToHashSet();
            string[] taken = Taken().Matches(part.Body).Select(m => m.Groups[1].Value).ToArray();
            Assert.IsEmpty(taken.Where(k => k[^1] == '-' ? !there.Any(w => w.StartsWith(k, System.StringComparison.Ordinal)) : !there.Contains(k)), part.Name);
        }

        Assert.IsGreaterThan(100, Www.Set.Parts.Sum(p => Taken().Count(p.Body)));
    }

    [TestMethod]
    public void Words_EachOne_IsSaidSomewhere()
    {
        HashSet<string> said = Www.Set.Parts.SelectMany(p => Www.Set.KeysThere(p.Name)).ToHashSet();
        Assert.IsEmpty(Www.Set.Words("en").Keys.Where(k => k[0] != '_' && !said.Contains(k)));
    }

    [TestMethod]
    [Req("PAIR-06")]
    public void Words_EveryCode_HasSomeInEveryLanguage()
    {
        List<string> keys = new();
        keys.AddRange(Enumerable.Range(1, 255).Select(i => "why-" + WhyWords.Of((Why)i)));
        keys.AddRange(System.Enum.GetValues<NoticeKind>().Where(k => k != NoticeKind.None).Select(k => "notice-" + (int)k));
        keys.AddRange(Enumerable.Range(1, 255).Select(i => "fault-" + Core.Pairing.SetUp.SetupWords.Of((Core.Pairing.SetUp.WifiFault)i)));
        keys.AddRange(new[] { "role-1", "role-2", "role-3", "bars-0", "bars-1", "bars-2", "bars-3" });

        foreach (string tag in PageSet.Tags)
        {
            Dictionary<string, string> words = Www.Set.Words(tag);

            foreach (string key in keys.Distinct())
            {
                Assert.IsTrue(words.ContainsKey(key), tag + " " + key);
                Assert.IsLessThanOrEqualTo(ReasonMax, words[key].Length, tag + " " + key);
            }
        }
    }

    private static string[] Named(string text)
    {
        return Name().Matches(text).Select(m => m.Value).Distinct().ToArray();
    }

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Name();

    [GeneratedRegex(@"\bt\('([^']+)'")]
    private static partial Regex Taken();
}
