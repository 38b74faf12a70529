using System;
using System.Collections.Generic;
using System.Linq;

using Microsoft.VisualStudio.TestTools.UnitTesting;

using ToyGuard.Fuzz.Loop;
using ToyGuard.Fuzz.Targets;
using ToyGuard.Wire.Tls;

namespace ToyGuard.Fuzz.Tests;

/// <summary>Goal: the loop itself can be trusted: it sees the paths, makes the same inputs each time, forgets no path, and lets nobody take too long.</summary>
[TestClass]
public sealed class LoopTests
{
    private const ulong Seed = 20261121;

    [TestMethod]
    public void Inside_ReadersAreWovenOnes_OutsideAreNot()
    {
        EdgeMap.Begin(100);
        new ClientHelloReader().Read(new byte[] { 1, 2, 3 }, 0, 3);
        Assert.AreEqual(0, EdgeMap.Steps);

        int steps = Inside.Run(
            static (byte[] bytes) =>
            {
                EdgeMap.Begin(100);
                new ClientHelloReader().Read(bytes, 0, bytes.Length);
                return EdgeMap.Steps;
            },
            new byte[] { 1, 2, 3 });

        Assert.IsTrue(steps > 5, $"{steps} steps");
    }

    [TestMethod]
    public void Inside_FailedAssert_ComesOutAsItIs()
    {
        Assert.ThrowsExactly<AssertFailedException>(static () => Inside.Run(static () => Assert.Fail("as it is")));
    }

    [TestMethod]
    public void Hit_OtherOrderOfBlocks_LeavesOtherTraces()
    {
        Assert.IsFalse(Traces(1, 2, 3).SequenceEqual(Traces(1, 3, 2)));
        Assert.IsFalse(Traces(1, 2).SequenceEqual(Traces(1, 2, 2)));
        Assert.IsTrue(Traces(1, 2, 3).SequenceEqual(Traces(1, 2, 3)));
    }

    [TestMethod]
    public void Hit_MoreStepsThanGranted_Throws()
    {
        EdgeMap.Begin(2);
        EdgeMap.Hit(1);
        EdgeMap.Hit(1);
        Assert.AreEqual(2, EdgeMap.Steps);
        Assert.ThrowsExactly<TooManyStepsException>(static () => EdgeMap.Hit(1));
    }

    [TestMethod]
    public void Make_SameSeed_MakesTheSameInputs()
    {
        Assert.AreEqual(Made(Seed), Made(Seed));
        Assert.AreNotEqual(Made(Seed), Made(Seed + 1));
    }

    [TestMethod]
    public void Run_SameSeed_CountsTheSame()
    {
        string first = Inside.Run(static (ulong seed) => Counted(seed), Seed);
        string second = Inside.Run(static (ulong seed) => Counted(seed), Seed);

        Assert.AreEqual(first, second);
    }

    [TestMethod]
    public void Offer_OnlyNewOrSmaller_IsKept()
    {
        Corpus corpus = new();
        byte[] hits = Traces(1, 2);

        Assert.IsTrue(corpus.Offer(new byte[5], 5, hits));
        Assert.IsFalse(corpus.Offer(new byte[5], 5, hits), "no smaller");
        Assert.IsFalse(corpus.Offer(new byte[6], 6, hits), "larger");
        Assert.IsTrue(corpus.Offer(new byte[4], 4, hits), "smaller");
        Assert.AreEqual(1, corpus.Count, "the larger one reaches nothing that the smaller does not");
        Assert.IsTrue(corpus.Offer(new byte[9], 9, Traces(1, 3)), "another edge");
        Assert.AreEqual(2, corpus.Count);
    }

    /// <summary>Method: random traces of random lengths; whatever was reached once is reached by some input that is kept, the smallest of those that did.</summary>
    [TestMethod]
    public void Offer_AnyOrder_KeepsEveryEdgeByItsSmallestInput()
    {
        Dice dice = new(Seed);
        Corpus corpus = new();
        Dictionary<int, int> smallest = new();
        Dictionary<string, HashSet<int>> reached = new();

        for (int round = 0; round < 3000; round++)
        {
            byte[] input = BitConverter.GetBytes(round).Concat(new byte[dice.Next(60)]).ToArray();
            byte[] hits = new byte[EdgeMap.Size];

            for (int times = dice.Next(12); times >= 0; times--)
            {
                hits[dice.Next(300)] = 1;
            }

            corpus.Offer(input, input.Length, hits);
            HashSet<int> edges = Enumerable.Range(0, EdgeMap.Size).Where(edge => hits[edge] > 0).ToHashSet();
            reached[Convert.ToHexString(input)] = edges;

            foreach (int edge in edges)
            {
                smallest[edge] = Math.Min(smallest.GetValueOrDefault(edge, int.MaxValue), input.Length);
            }
        }

        Dictionary<int, int> kept = new();

        foreach (byte[] input in corpus.Inputs)
        {
            foreach (int edge in reached[Convert.ToHexString(input)])
            {
                kept[edge] = Math.Min(kept.GetValueOrDefault(edge, int.MaxValue), input.Length);
            }
        }

        Assert.AreEqual(smallest.Count, corpus.Edges);
        Assert.IsTrue(corpus.Count <= smallest.Count);
        Assert.IsTrue(smallest.All(edge => kept[edge.Key] == edge.Value));
    }

    [TestMethod]
    public void Repair_Hello_MakesLengthsFitAgain()
    {
        HelloTarget target = new();
        byte[] good = Fakes.HelloTable.Good().Record();
        Dice dice = new(Seed);
        int read = 0;

        for (int round = 0; round < 200; round++)
        {
            byte[] spoiled = new byte[target.LengthMax];
            good.CopyTo(spoiled, 0);

            foreach (int length in new[] { 3, 4, 7, 8, 87, 93, 96 })
            {
                spoiled[length] ^= (byte)(1 + dice.Next(255));
            }

            // It may have cut the record in two; what is read must be the same.
            int count = target.Repair(spoiled, good.Length, dice);
            ClientHelloReader reader = new();
            reader.Read(spoiled, 0, count);
            read += reader.Consumed == count ? 1 : 0;
        }

        // In the others room was left behind the name, where a second one would stand.
        Assert.IsTrue(read > 120, $"{read} of 200");
    }

    private static byte[] Traces(params int[] blocks)
    {
        EdgeMap.Begin(100);

        foreach (int block in blocks)
        {
            EdgeMap.Hit(block);
        }

        return (byte[])EdgeMap.Hits.Clone();
    }

    private static string Made(ulong seed)
    {
        Corpus corpus = new();
        corpus.Offer(Fakes.HelloTable.Good().Record(), 100, Traces(1, 2));
        corpus.Offer(Fakes.HelloTable.Browser().Record(), 200, Traces(1, 3));
        HelloTarget target = new();
        Mutator mutator = new(target, new Dice(seed), target.Words());
        long sum = 0;

        for (int i = 0; i < 2000; i++)
        {
            sum = Outcome.Add(sum, mutator.Input, 0, mutator.Make(corpus));
        }

        return $"{sum}";
    }

    private static string Counted(ulong seed)
    {
        Campaign campaign = new(new HelloTarget(), seed);
        Tally tally = campaign.Run(20_000, Array.Empty<byte[]>());

        return $"{tally.Edges} {tally.Features} {tally.Corpus} {tally.Past} {tally.Complete} {tally.SlowestSteps}";
    }
}
