using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

using FsCheck;
using FsCheck.Fluent;

using ToyGuard.Core.Policy;

namespace ToyGuard.Guard.Tests.Dns;

/// <summary>
/// Goal: whatever arrives, the responder neither throws, nor allows by accident, nor helps an amplifier.
/// Method: properties over questions and bytes from generators; a failing case prints what made it.
/// </summary>
[TestClass]
public class DnsResponderPropertyTests
{
    private const int Seed = 20261121;
    private const int ErrorOptionLength = 6;

    private static readonly string[] Labels = { "stories", "STORIES", "toys", "photos", "example", "a", "www", "xn--a", "127", "-", "metrics", "usage" };

    // Labels of the list above that are none: RFC 1035 2.3.1 for the hyphen, and "a" stands for nothing in RFC 3492.
    private static readonly string[] NoNames = { "-", "xn--a" };

    [TestMethod]
    [Req("EGR-01")]
    public void Answer_RandomQuestions_OnlyAllowedNamesGetTheHubAndNothingGrows()
    {
        Gen<string> name =
            from count in Gen.Choose(0, 6)
            from labels in Gen.Elements(Labels).ArrayOf(count)
            select string.Join('.', labels);
        Gen<Question> question =
            from n in Gen.Frequency((3, name), (1, Gen.Constant(DnsHome.Open)), (1, Gen.Constant("b.photos.example")))
            from type in Gen.Elements(1, 1, 1, 28, 64, 65, 16, 255, 0)
            from toy in Gen.Choose(0, 3)
            from rule in Gen.Elements("", "", "", "", "not paired", "toy paused", "everything paused", "clock unknown")
            from withOpt in Gen.Elements(true, false)
            select new Question(n, type, toy, rule, withOpt);

        Prop.ForAll(question.ToArbitrary(), Holds).Check(Seeded.Cases(3000));
    }

    [TestMethod]
    public void Answer_DamagedQuestions_NeverThrowNeverGrow()
    {
        Random random = new(Seed);
        List<byte[]> sources = BadDnsQuestions.Kinds().Select(kind => BadDnsQuestions.Make(kind, DnsHome.Open)).ToList();

        for (int i = 0; i < 60; i++)
        {
            sources.Add(DnsBuilder.Query(i, DnsHome.Open, i % 3 == 0 ? 1 : 65, i % 2 == 0));
        }

        DnsHome home = new();
        int answered = 0;

        for (int round = 0; round < 100_000; round++)
        {
            byte[] query = (byte[])sources[random.Next(sources.Count)].Clone();
            string where = string.Create(CultureInfo.InvariantCulture, $"seed {Seed} round {round}: ");

            for (int i = random.Next(4); i > 0 && query.Length > 0; i--)
            {
                query[random.Next(query.Length)] ^= (byte)(1 << random.Next(8));
            }

            if (random.Next(8) == 0)
            {
                query = query[..random.Next(query.Length + 1)];
            }

            int length = home.Ask(query, random.Next(3));
            answered += length > 0 ? 1 : 0;
            CheckLength(query, length, home.Answer, where + Convert.ToHexString(query));
        }

        Assert.IsTrue(answered > 20_000);
    }

    [TestMethod]
    public void Answer_EveryPrefixAndBitOfAQuestion_NeverGrows()
    {
        DnsHome home = new();
        byte[] query = DnsBuilder.Query(1, DnsHome.Open, 1, true);

        for (int count = 0; count < query.Length; count++)
        {
            Assert.AreEqual(0, home.Ask(query[..count], 1));
        }

        for (int bit = 0; bit < query.Length * 8; bit++)
        {
            byte[] flipped = (byte[])query.Clone();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            CheckLength(flipped, home.Ask(flipped, 1), home.Answer, bit.ToString(CultureInfo.InvariantCulture));
        }
    }

    [TestMethod]
    public void Answer_ToItsOwnAnswer_IsSilence()
    {
        DnsHome home = new();

        foreach (int type in new[] { 1, 28, 16 })
        {
            foreach (string name in new[] { DnsHome.Open, "other.example" })
            {
                int length = home.Ask(DnsBuilder.Query(1, name, type, true), 1);
                Assert.AreEqual(0, home.Ask(home.Answer[..length], 1));
            }
        }
    }

    // design.md 12: a DNS answer allocates nothing.
    [TestMethod]
    public void Answer_AnyQuestion_AllocatesNothing()
    {
        DnsHome home = new();
        byte[][] queries = BadDnsQuestions.Kinds().Select(kind => BadDnsQuestions.Make(kind, DnsHome.Open))
            .Append(DnsBuilder.Query(1, DnsHome.Open, 1, true))
            .Append(DnsBuilder.Query(1, DnsHome.Open, 65, true))
            .Append(DnsBuilder.Query(1, DnsHome.Open, 16, false))
            .Append(DnsBuilder.Query(1, "b.photos.example", 1, true))
            .Append(DnsBuilder.Query(1, "other.example", 1, true))
            .Append(DnsBuilder.Query(1, "127.0.0.1", 1, true))
            .ToArray();

        long before = 0;

        for (int round = 0; round < 20; round++)
        {
            before = round == 10 ? GC.GetAllocatedBytesForCurrentThread() : before;

            for (int i = 0; i < queries.Length; i++)
            {
                home.Ask(queries[i], round % 3);
            }
        }

        Assert.AreEqual(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static bool Holds(Question asked)
    {
        DnsHome home = new();
        home.Apply(asked.Rule);
        byte[] query = DnsBuilder.Query(7, asked.Name, asked.Type, asked.WithOpt);
        int length = home.Ask(query, asked.Toy);
        byte[] answer = home.Answer[..length];
        CheckLength(query, length, answer, asked.ToString());

        // Said once more, in other words than the gate's: who may have which name in this home.
        string name = asked.Name.ToLowerInvariant();
        bool mayHave = asked.Toy == 1 && asked.Rule.Length == 0
            && (name == DnsHome.Open || (name.EndsWith(".photos.example", StringComparison.Ordinal) && name.Split('.').Length == 3 && !NoNames.Contains(name.Split('.')[0])));
        bool hasHub = answer.AsSpan().IndexOf(new byte[] { 192, 168, 4, 1 }) >= 0;
        int records = answer[7];
        int code = answer[3] & 15;
        int questionLength = (asked.Name.Length == 0 ? 1 : asked.Name.Length + 2) + 4;

        return hasHub == (mayHave && asked.Type == 1)
            && records == (hasHub ? 1 : 0)
            && (code == 0) == (mayHave && (asked.Type is 1 or 28 or 64 or 65))
            && answer.AsSpan(12, questionLength).SequenceEqual(query.AsSpan(12, questionLength));
    }

    private static void CheckLength(byte[] query, int length, byte[] answer, string where)
    {
        Assert.IsTrue(length <= 2 * query.Length, where);

        if (length > 0 && answer[7] == 0)
        {
            Assert.IsTrue(length <= query.Length + ErrorOptionLength, where);
        }

        if (length > 0)
        {
            // An answer, to this question, and never to an answer.
            Assert.AreEqual(0x80, answer[2] & 0x80, where);
            Assert.AreEqual(0, query[2] & 0x80, where);
            Assert.IsTrue(answer[0] == query[0] && answer[1] == query[1], where);
        }
    }

    internal sealed record Question(string Name, int Type, int Toy, string Rule, bool WithOpt);
}
