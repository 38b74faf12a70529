using System;
using System.Linq;

using ToyGuard.Guard.Roots;

namespace ToyGuard.Guard.Tests.Roots;

/// <summary>Goal: two readers never make different anchors of one file. Method: every single bit of one, and seeded bytes in its middle.</summary>
[TestClass]
public class PemFlipTests
{
    private const int Seed = 20261122;

    [TestMethod]
    public void Read_EveryBitFlip_IsAFaultOrAnotherCertificate()
    {
        byte[] plain = PemReader.Read(new[] { PemSamples.File(PemSamples.First) }, out _)[0];

        for (int bit = 0; bit < (PemSamples.First.Length - 1) * 8; bit++)
        {
            byte[] text = PemSamples.File(PemSamples.First);
            text[bit / 8] ^= (byte)(1 << (bit % 8));
            byte[][] certificates = PemReader.Read(new[] { text }, out PemFault fault);

            Assert.AreEqual(fault == PemFault.None ? 1 : 0, certificates.Length);
            Assert.IsFalse(fault == PemFault.None && certificates[0].SequenceEqual(plain), "bit " + bit);
        }
    }

    [TestMethod]
    public void Read_RandomBytesAsCertificate_NeverOne()
    {
        Random random = new(Seed);

        for (int i = 0; i < 2000; i++)
        {
            byte[] bytes = new byte[random.Next(1, 300)];
            random.NextBytes(bytes);
            bytes[0] = 0x30;
            byte[] text = PemReader.Write(new[] { bytes });
            Assert.AreEqual(0, PemReader.Read(new[] { text[..^1] }, out PemFault fault).Length, "seed " + Seed + ", case " + i);
            Assert.AreEqual(PemFault.NotACertificate, fault);
        }
    }

    [TestMethod]
    public void Read_WhatWriteMade_IsTheSameForEveryLength()
    {
        byte[] plain = PemReader.Read(new[] { PemSamples.File(PemSamples.First) }, out _)[0];

        // The signature is the last thing: a longer one is another certificate of the same shape.
        for (int more = 0; more < 100; more++)
        {
            byte[] longer = plain.Concat(new byte[more]).ToArray();
            longer[2] += (byte)((plain[3] + more) >> 8);
            longer[3] = (byte)(plain[3] + more);
            int signature = Array.LastIndexOf(plain, (byte)0x03, plain.Length - 70);
            Assert.AreEqual(plain.Length, signature + 2 + plain[signature + 1]);

            if (plain[signature + 1] + more < 0x80)
            {
                longer[signature + 1] = (byte)(plain[signature + 1] + more);
                byte[][] read = PemReader.Read(new[] { PemReader.Write(new[] { longer })[..^1] }, out PemFault fault);
                Assert.AreEqual(PemFault.None, fault);
                Assert.IsTrue(read[0].SequenceEqual(longer));
            }
        }
    }
}
