using System;
using System.Linq;

using Microsoft.VisualStudio.TestTools.UnitTesting;

using ToyGuard.Fakes;
using ToyGuard.Fuzz.Loop;
using ToyGuard.Fuzz.Targets;

namespace ToyGuard.Fuzz.Tests;

/// <summary>
/// Goal: whatever bytes come, each reader answers: no exception, no more steps and no more memory than the input is worth, the same answer however the bytes are cut,
/// and what else its target demands. Method: the loop, from the same seed each time, for a bounded number of inputs; long runs are in results.md.
/// </summary>
/// <remarks>A floor of edges, and a share that got somewhere, so that a loop which has gone blind is red and not green.</remarks>
[TestClass]
public sealed class TargetTests
{
    [TestMethod]
    [DataRow("hello", 400_000, 220)]
    [DataRow("http-request", 200_000, 430)]
    [DataRow("http-response", 200_000, 250)]
    [DataRow("body", 200_000, 190)]
    [DataRow("url", 300_000, 250)]
    [DataRow("dns-question", 300_000, 350)]
    [DataRow("dns-answer", 300_000, 220)]
    [DataRow("json", 200_000, 400)]
    [DataRow("manifest", 60_000, 1500)]
    [DataRow("host-name", 200_000, 210)]
    [DataRow("host-pattern", 150_000, 250)]
    [DataRow("sntp", 100_000, 60)]
    [DataRow("plain", 200_000, 600)]
    [DataRow("reference", 150_000, 400)]
    [DataRow("answer", 100_000, 1000)]
    [DataRow("seal", 40_000, 170)]
    [Req("EGR-01")]
    [Req("EGR-02")]
    public void Run_GuidedInputs_BreakNoRule(string target, int inputs, int edgesMin)
    {
        string[] counted = Inside.Run(static (string[] run) => Run(run[0], int.Parse(run[1])), new[] { target, $"{inputs}" });

        Console.WriteLine(string.Join(Environment.NewLine, counted));
        Assert.AreEqual("", counted[0]);
        Assert.IsTrue(int.Parse(counted[1]) >= edgesMin, $"{counted[1]} edges only");
        Assert.IsTrue(int.Parse(counted[2]) * 10L >= inputs, $"{counted[2]} of {inputs} got past the {counted[3]}");
    }

    [TestMethod]
    public void Names_OfTheCommandLine_AreTheTargetsOwnAndAllRunHere()
    {
        string[] names = Inside.Run(static (int _) => TargetList.Names.Where(static name => TargetList.Make(name).Name == name).ToArray(), 0);
        string[] here = typeof(TargetTests).GetMethod(nameof(Run_GuidedInputs_BreakNoRule))!
            .GetCustomAttributes(typeof(DataRowAttribute), false).Select(static row => (string)((DataRowAttribute)row).Data[0]!).ToArray();

        CollectionAssert.AreEquivalent(here, names);
    }

    private static string[] Run(string target, int inputs)
    {
        Tally tally = new Campaign(TargetList.Make(target), 1).Run(inputs, Array.Empty<byte[]>());

        return new[]
        {
            tally.Finding?.ToString() ?? "", $"{tally.Edges}", $"{tally.Past}", tally.Hurdle, $"{tally.InputsASecond:N0} inputs/s", $"{tally.Corpus} kept",
            $"slowest {tally.SlowestSteps} steps for {tally.SlowestLength} bytes",
        };
    }
}
