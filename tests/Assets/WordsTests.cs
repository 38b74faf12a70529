using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

using ToyGuard.Assets.Packer;
using ToyGuard.Core.Data;
using ToyGuard.Core.Family;
using ToyGuard.Core.Pairing;
using ToyGuard.Core.Records;

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

    // What the device tells by a word or a number; a fix that no screen has is for a grown-up to think about.
    [TestMethod]
    [Req("INFO-05")]
    [Req("INFO-06")]
    [Req("LOG-01")]
    public void Words_EveryCheckRowAndChange_HasSomeInEveryLanguage()
    {
        List<string> keys = new();
        keys.AddRange(System.Enum.GetValues<SafetyItem>().Where(i => i != SafetyItem.None).SelectMany(i => new[] { "fine-" + SafetyWords.Of(i), "mend-" + SafetyWords.Of(i) }));
        keys.AddRange(System.Enum.GetValues<SafetyFix>().Where(f => f is not (SafetyFix.None or SafetyFix.Pair or SafetyFix.AskMaker)).Select(f => "fix-" + SafetyWords.Of(f)));
        keys.AddRange(Enumerable.Range(1, DataList.Count).Select(i => "data-" + DataList.At(i)!.Id));
        keys.AddRange(System.Enum.GetValues<RecordKind>().Where(k => k != RecordKind.RuleChanged && ChangeHistory.IsChange(k)).Select(k => "changed-" + RecordWords.Of(k)));
        keys.AddRange(System.Enum.GetValues<Operation>().Where(RoleTable.IsChange).Select(o => "changed-" + (int)o));

        foreach (string tag in PageSet.Tags)
        {
            Dictionary<string, string> words = Www.Set.Words(tag);
            Assert.IsEmpty(keys.Where(k => !words.ContainsKey(k)), tag);
        }

        Assert.IsEmpty(Www.Set.Words("en").Keys.Where(k => k.StartsWith("data-", System.StringComparison.Ordinal) && !keys.Contains(k)), "a row that is not in the data list");
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
