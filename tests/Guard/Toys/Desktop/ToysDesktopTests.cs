using System;
using System.Collections.Generic;
using System.Linq;

using ToyGuard.Guard.Toys;

namespace ToyGuard.Guard.Tests.Toys;

/// <summary>What only the desktop can tell: that a question allocates nothing, and that the table equals the obvious one.</summary>
[TestClass]
public class ToysDesktopTests
{
    [TestMethod]
    public void ToyAtAndContains_AllocateNothing()
    {
        ToyAddresses table = new();
        byte[] known = { 192, 0, 2, 1 };
        byte[] unknown = { 192, 0, 2, 2 };
        byte[] mapped = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 192, 0, 2, 1 };
        Subnet subnet = Subnet.Parse("192.0.2.0/24")!;
        table.Add(known, 1);
        int sum = table.ToyAt(known) + (subnet.Contains(known) ? 1 : 0);

        long before = GC.GetAllocatedBytesForCurrentThread();

        for (int i = 0; i < 100; i++)
        {
            sum += table.ToyAt(known) + table.ToyAt(unknown) + table.ToyAt(mapped);
            sum += (subnet.Contains(known) ? 1 : 0) + (subnet.Contains(mapped) ? 1 : 0);
        }

        Assert.AreEqual(0L, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.AreEqual(402, sum);
    }

    [TestMethod]
    public void RandomChanges_EqualADictionary()
    {
        for (int seed = 1; seed <= 200; seed++)
        {
            Random random = new(seed);
            ToyAddresses table = new();
            Dictionary<int, int> model = new();

            for (int step = 0; step < 300; step++)
            {
                int last = random.Next(90);
                int toy = random.Next(1, 33);
                byte[] address = { 203, 0, 113, (byte)last };

                if (random.Next(3) == 0)
                {
                    Assert.AreEqual(model.Remove(last), table.Remove(address), "seed " + seed);
                }
                else
                {
                    bool fits = model.ContainsKey(last) || model.Count < ToyAddresses.Capacity;
                    Assert.AreEqual(fits, table.Add(address, toy), "seed " + seed);

                    if (fits)
                    {
                        model[last] = toy;
                    }
                }
            }

            foreach (int last in Enumerable.Range(0, 90))
            {
                Assert.AreEqual(model.GetValueOrDefault(last), table.ToyAt(new byte[] { 203, 0, 113, (byte)last }), "seed " + seed);
            }
        }
    }

    [TestMethod]
    public void Parse_RandomText_IsReadOnlyInItsOneSpelling()
    {
        const string Alphabet = "0123456789./ +-x";

        for (int seed = 1; seed <= 100_000; seed++)
        {
            Random random = new(seed);
            char[] text = random.Next(2) == 0 ? "192.0.2.0/24".ToCharArray() : "10.20.30.40/32".ToCharArray();

            for (int times = random.Next(4); times > 0; times--)
            {
                text[random.Next(text.Length)] = Alphabet[random.Next(Alphabet.Length)];
            }

            string cidr = new(text);

            // The peer takes more spellings than one; what it takes and writes back unchanged is that one.
            bool isPlain = System.Net.IPNetwork.TryParse(cidr, out System.Net.IPNetwork peer) && peer.ToString() == cidr;
            Assert.AreEqual(isPlain, Subnet.Parse(cidr) is not null, $"seed {seed}: {cidr}");
        }
    }
}
