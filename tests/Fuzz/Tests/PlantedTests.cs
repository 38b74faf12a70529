using System;
using System.Linq;

using Microsoft.VisualStudio.TestTools.UnitTesting;

using ToyGuard.Fuzz.Commands;
using ToyGuard.Fuzz.Loop;
using ToyGuard.Fuzz.Targets;
using ToyGuard.Planted;

namespace ToyGuard.Fuzz.Tests;

/// <summary>Goal: the loop finds bugs. Method: readers with one bug each, and their twins without it, which are the same but for that one place.</summary>
[TestClass]
public sealed class PlantedTests
{
    private const ulong Seed = 1;

    [TestMethod]
    [DataRow(nameof(CutInLength), "read otherwise")]
    [DataRow(nameof(EveryPair), "took more than")]
    [DataRow(nameof(GreedyArray), "allocated")]
    [DataRow(nameof(KeptState), "read otherwise")]
    [DataRow(nameof(LengthOverflow), "IndexOutOfRangeException")]
    [DataRow(nameof(MagicBytes), "InvalidOperationException")]
    [DataRow(nameof(MagicWord), "InvalidOperationException")]
    [DataRow(nameof(NoReason), "refused without a fault")]
    [DataRow(nameof(PastTheEnd), "")]
    [DataRow(nameof(PeekBehind), "read otherwise")]
    [DataRow(nameof(TwoLengths), "consumed more than there was")]
    [DataRow(nameof(TwoNames), "two names")]
    public void Run_PlantedBug_IsFoundForWhatItIs(string kind, string what)
    {
        string found = Inside.Run(static (string inner) => PlantedCommand.RunOne(inner, false, 500_000, Seed).Finding?.ToString() ?? "nothing", kind);

        Console.WriteLine(found);
        Assert.StartsWith(kind + ": " + what, found);
    }

    [TestMethod]
    public void Run_HealthyTwins_NothingIsFound()
    {
        string[] found = Inside.Run(
            static (int inputs) => PlantedTarget.Kinds.Select(kind => PlantedCommand.RunOne(kind, true, inputs, Seed).Finding?.ToString() ?? "").ToArray(), 40_000);

        Assert.IsTrue(found.Length >= 8);
        Assert.AreEqual("", string.Join("", found));
    }
}
