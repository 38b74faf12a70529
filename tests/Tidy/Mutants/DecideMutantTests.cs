using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

using ToyGuard.Fakes;
using ToyGuard.Tidy.House;

namespace ToyGuard.Tidy.Mutants;

/// <summary>
/// Goal: no branch of the gate's decision can turn round without a test that carries a requirement going red.
/// Method: every branch, comparison and case that Gate.Decide reaches inside Gate is turned round in the desktop assembly, one at a time, and the
/// tests of Core are run against it.
/// </summary>
[TestClass]
public class DecideMutantTests
{
    private const string Gate = "ToyGuard.Core.Policy.Gate";

    private static readonly string s_core = Path.Combine(AppContext.BaseDirectory, "ToyGuard.Core.dll");
    private static readonly string s_tests = Path.Combine(AppContext.BaseDirectory, "ToyGuard.Core.Tests.dll");

    // A change may make an endless loop; all tests on a busy machine need more than that takes to show.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_unhurried = TimeSpan.FromMinutes(5);

    // Method, what was changed, a piece of the source line, and why nobody can tell the difference.
    private static readonly List<(string Method, string Change, string Line, string Why)> s_equivalent = new();

    [TestMethod]
    [Req("EGR-12")]
    public void Tests_WithoutAnyChange_AllPass()
    {
        Assert.IsNull(TestRun.FirstFailure(s_tests, "ToyGuard.Core", File.ReadAllBytes(s_core), "Gate", s_unhurried));
    }

    [TestMethod]
    [Req("EGR-12")]
    [Timeout(600_000)]
    public void Decide_AnyBranchTurnedRound_IsSeenByATest()
    {
        List<string> alive = new();
        List<string> unused = s_equivalent.Select(e => e.Method + " " + e.Change + ": " + e.Line).ToList();
        int count = 0;

        foreach (Mutant mutant in Mutant.Of(s_core, Gate, "Decide"))
        {
            count++;
            (string Method, string Change, string Line, string Why) known = s_equivalent.FirstOrDefault(
                e => e.Method == mutant.Method && e.Change == mutant.Change && mutant.Line.Contains(e.Line, StringComparison.Ordinal));

            if (known.Method is not null)
            {
                unused.Remove(known.Method + " " + known.Change + ": " + known.Line);
                continue;
            }

            if (TestRun.FirstFailure(s_tests, "ToyGuard.Core", mutant.Image, "Gate", s_patience) is null)
            {
                alive.Add(mutant.ToString());
            }
        }

        Expect.None(alive);
        Expect.None(unused.Select(u => u + " is listed as equivalent and does not exist."));
        Assert.IsGreaterThan(40, count, "mutants");
    }

    [TestMethod]
    public void FirstFailure_WhereNoTestLooks_IsNone()
    {
        Mutant mutant = Mutant.Of(s_core, Gate, "Decide").First();
        Assert.IsNotNull(TestRun.FirstFailure(s_tests, "ToyGuard.Core", mutant.Image, "Gate", s_patience), mutant.ToString());
        Assert.IsNull(TestRun.FirstFailure(typeof(ReqAttribute).Assembly.Location, "ToyGuard.Core", mutant.Image, "Gate", s_patience), "an assembly without tests sees nothing");
    }
}
