using System;
using System.Security.Cryptography;
using System.Text;

using ToyGuard.Core.Crypto;
using ToyGuard.Fakes;

namespace ToyGuard.Core.Tests.Crypto;

/// <summary>Goal: ours says what .NET's says, for what no table thinks of. Method: the same random lengths, cuts and places for both, from seeds.</summary>
[TestClass]
public class CryptoAgreementTests
{
    private const int Cases = 2000;

    [TestMethod]
    public void Sha256_RandomBytesInRandomPieces_AgreesWithTheLibrary()
    {
        Random random = new(20261122);
        Sha256 hashed = new();

        for (int i = 0; i < Cases; i++)
        {
            byte[] bytes = Draw(random, random.Next(600));
            byte[] hash = new byte[Sha256.HashBytes + 8];
            int at = 0;

            while (at < bytes.Length)
            {
                int count = random.Next(bytes.Length - at) % 130 + 1;
                count = Math.Min(count, bytes.Length - at);
                hashed.Add(bytes, at, count);
                at += count;
            }

            int place = random.Next(9);
            hashed.Finish(hash, place);
            CollectionAssert.AreEqual(SHA256.HashData(bytes), hash[place..(place + Sha256.HashBytes)], "case " + i);
        }
    }

    // NIST's long example for FIPS 180-4.
    [TestMethod]
    public void Sha256_AMillionTimesA_GivesItsHash()
    {
        byte[] bytes = new byte[1_000_000];
        Array.Fill(bytes, (byte)'a');

        Assert.AreEqual("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0", Hex.Text(Sha256.Of(bytes)));
    }

    [TestMethod]
    public void ManagedHmac_RandomKeysAndMessages_AgreesWithTheLibrary()
    {
        Random random = new(20261123);
        ManagedHmac hmac = new();

        for (int i = 0; i < Cases; i++)
        {
            byte[] key = Draw(random, random.Next(140));
            byte[] message = Draw(random, 32 + random.Next(300));
            int offset = random.Next(message.Length);
            int count = random.Next(message.Length - offset + 1);
            byte[] expected = HMACSHA256.HashData(key, message.AsSpan(offset, count));

            // Over the message every second time.
            byte[] tag = i % 2 == 0 ? message : new byte[Sha256.HashBytes];
            hmac.Compute(key, key.Length, message, offset, count, tag, tag.Length - Sha256.HashBytes);
            CollectionAssert.AreEqual(expected, tag[^Sha256.HashBytes..], "case " + i);
        }
    }

    [TestMethod]
    public void Pbkdf2_RandomCases_AgreeWithTheLibrary()
    {
        Random random = new(20261124);
        ManagedHmac hmac = new();

        for (int i = 0; i < 300; i++)
        {
            byte[] password = Draw(random, random.Next(100));
            byte[] salt = Draw(random, random.Next(40));
            int rounds = 1 + random.Next(8);
            byte[] key = new byte[random.Next(100)];
            Pbkdf2.Derive(hmac, password, salt, rounds, key, 0, key.Length);
            byte[] expected = key.Length == 0 ? key : Rfc2898DeriveBytes.Pbkdf2(password, salt, rounds, HashAlgorithmName.SHA256, key.Length);
            CollectionAssert.AreEqual(expected, key, "case " + i);
        }
    }

    // RFC 7914, 11, the second.
    [TestMethod]
    public void Pbkdf2_StandardsLongCase_GivesItsKey()
    {
        byte[] key = new byte[64];
        Pbkdf2.Derive(new ManagedHmac(), Encoding.UTF8.GetBytes("Password"), Encoding.UTF8.GetBytes("NaCl"), 80_000, key, 0, key.Length);

        Assert.AreEqual(
            "4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56a1d425a1225833549adb841b51c9b3176a272bdebba1d078478f62b397f33c8d",
            Hex.Text(key));
    }

    [TestMethod]
    public void ConstantTime_RandomPieces_AgreesWithTheLibrary()
    {
        Random random = new(20261125);

        for (int i = 0; i < Cases; i++)
        {
            byte[] a = Draw(random, 80);
            byte[] b = Draw(random, 80);
            int count = 1 + random.Next(40);
            int aAt = random.Next(81 - count);
            int bAt = random.Next(81 - count);

            if (i % 2 == 0)
            {
                Array.Copy(a, aAt, b, bAt, count);
                b[bAt + random.Next(count)] ^= (byte)(i % 4 == 0 ? 0 : 1 << random.Next(8));
            }

            bool expected = CryptographicOperations.FixedTimeEquals(a.AsSpan(aAt, count), b.AsSpan(bAt, count));
            Assert.AreEqual(expected, ConstantTime.AreEqual(a, aAt, b, bAt, count), "case " + i);
        }
    }

    [TestMethod]
    public void Hash_OnceItExists_AllocatesNothing()
    {
        byte[] bytes = Pattern.Of(300);
        byte[] hash = new byte[Sha256.HashBytes];
        Sha256 hashed = new();
        ManagedHmac hmac = new();
        long before = 0;

        for (int i = 0; i < 200; i++)
        {
            before = i == 100 ? GC.GetAllocatedBytesForCurrentThread() : before;
            hashed.Add(bytes, 0, 299);
            hashed.Finish(hash, 0);
            hmac.Compute(bytes, 100, bytes, 0, 300, hash, 0);
            ConstantTime.AreEqual(bytes, 0, hash, 0, 32);
        }

        Assert.AreEqual(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static byte[] Draw(Random random, int count)
    {
        byte[] bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
