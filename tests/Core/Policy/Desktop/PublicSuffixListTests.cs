using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Reflection;

using ToyGuard.Core.Policy;

namespace ToyGuard.Core.Tests.Policy.Desktop;

/// <summary>
/// Goal: our short list of public suffixes says nothing that the whole list does not. Method: each entry is looked up in the copy that
/// Debian's package publicsuffix installs. Without that file the tests say nothing, but where CI=true they fail.
/// </summary>
[TestClass]
public class PublicSuffixListTests
{
    private const string ListPath = "/usr/share/publicsuffix/public_suffix_list.dat";

    [TestMethod]
    public void Listed_EveryEntry_StandsInTheWholeList()
    {
        HashSet<string> rules = Rules();

        foreach (string entry in Entries("Listed"))
        {
            Assert.Contains(entry, rules, entry);
        }
    }

    [TestMethod]
    public void ListedWithAllBelow_EveryEntry_HasRulesAtOrBelow()
    {
        HashSet<string> rules = Rules();

        foreach (string entry in Entries("ListedWithAllBelow"))
        {
            bool isFound = false;

            foreach (string rule in rules)
            {
                isFound |= rule == entry || rule.EndsWith("." + entry, StringComparison.Ordinal);
            }

            Assert.IsTrue(isFound, entry);
        }
    }

    [TestMethod]
    public void Lists_EveryEntry_StandsOnceAndIsRefused()
    {
        HashSet<string> seen = new HashSet<string>();

        foreach (string list in new[] { "Listed", "ListedWithAllBelow" })
        {
            foreach (string entry in Entries(list))
            {
                Assert.IsTrue(seen.Add(entry), entry);
                Assert.IsNull(HostPattern.Parse("*." + entry, out PatternFault fault), entry);
                Assert.AreEqual(PatternFault.PublicSuffix, fault, entry);
            }
        }
    }

    // Not a promise, a measure: how much of the whole list the short one and its rules cover.
    [TestMethod]
    public void Parse_WholeList_AtLeastHalfIsRefused()
    {
        int refused = 0;
        int all = 0;

        foreach (string rule in Rules())
        {
            string name = rule.StartsWith("*.", StringComparison.Ordinal) ? "any" + rule.Substring(1) : rule;

            if (rule.StartsWith('!') || !name.Contains('.'))
            {
                continue;
            }

            all++;
            refused += HostPattern.Parse("*." + name, out _) is null ? 1 : 0;
        }

        Console.WriteLine($"{refused} of {all} suffixes of two labels and more are refused under a wildcard.");
        Assert.IsGreaterThan(all / 2, refused);
    }

    private static string[] Entries(string list)
    {
        Type type = typeof(HostPattern).Assembly.GetType("ToyGuard.Core.Policy.PublicSuffixes", true)!;
        string text = (string)type.GetField(list, BindingFlags.NonPublic | BindingFlags.Static)!.GetRawConstantValue()!;
        return text.Trim(' ').Split(' ');
    }

    private static HashSet<string> Rules()
    {
        if (!File.Exists(ListPath))
        {
            string missing = ListPath + " is missing; apt-get install publicsuffix brings it";

            if (Environment.GetEnvironmentVariable("CI") == "true")
            {
                Assert.Fail(missing);
            }

            Assert.Inconclusive(missing);
        }

        IdnMapping idn = new IdnMapping();
        HashSet<string> rules = new HashSet<string>();

        foreach (string line in File.ReadAllLines(ListPath))
        {
            if (line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal))
            {
                // The list is written in letters, ours as names travel.
                rules.Add(line.StartsWith("*.", StringComparison.Ordinal) || line[0] == '!' ? line : idn.GetAscii(line));
            }
        }

        return rules;
    }
}
