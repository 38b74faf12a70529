using System;
using System.Numerics;
using System.Text;

using ToyGuard.Core.Crypto;
using ToyGuard.Fakes;

namespace ToyGuard.Core.Tests.Crypto;

/// <summary>Goal: whatever somebody types, it is one code or none. Method: long integers as a second opinion, and text that was damaged at random.</summary>
[TestClass]
public class Base32PropertyTests
{
    private const string Symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U";

    [TestMethod]
    [DataRow(5)]
    [DataRow(10)]
    [DataRow(20)]
    public void Write_RandomBytes_IsTheLongNumberAndReadsBack(int count)
    {
        Random random = new(count);
        byte[] bytes = new byte[count];
        byte[] read = new byte[count];

        for (int i = 0; i < 2000; i++)
        {
            random.NextBytes(bytes);
            string code = Base32.Write(bytes);
            Assert.AreEqual(Long(bytes), code);
            Assert.AreEqual(Base32Fault.None, Base32.Read(code, read));
            CollectionAssert.AreEqual(bytes, read);
        }
    }

    [TestMethod]
    public void Read_DamagedCodes_AreTheSameCodeOrNone()
    {
        Random random = new(20261122);
        byte[] bytes = new byte[10];
        byte[] read = new byte[10];
        int taken = 0;

        for (int i = 0; i < 50_000; i++)
        {
            random.NextBytes(bytes);
            StringBuilder text = new(Base32.Write(bytes));

            for (int damage = random.Next(4); damage >= 0; damage--)
            {
                int at = random.Next(text.Length);

                switch (random.Next(4))
                {
                    case 0:
                        text[at] = (char)random.Next(1, random.Next(2) == 0 ? 128 : 65536);
                        break;

                    case 1:
                        text.Insert(at, (char)random.Next(32, 127));
                        break;

                    case 2:
                        text[at] = char.ToLowerInvariant(text[at]);
                        break;

                    default:
                        text.Insert(at, random.Next(2) == 0 ? '-' : ' ');
                        break;
                }
            }

            string typed = text.ToString();

            if (Base32.Read(typed, read) == Base32Fault.None)
            {
                taken++;
                Assert.AreEqual(Plain(typed), Base32.Write(read), "case " + i);
            }
            else
            {
                CollectionAssert.AreEqual(new byte[10], read, "case " + i);
            }
        }

        // Forgiven damage must be common enough here that the comparison above means something.
        Assert.IsTrue(taken > 5000, taken.ToString());
    }

    private static string Long(byte[] bytes)
    {
        BigInteger number = new(bytes, isUnsigned: true, isBigEndian: true);
        string code = Symbols[(int)(number % 37)].ToString();

        for (int i = 0; i < bytes.Length * 8 / 5; i++)
        {
            code = Symbols[(int)(number % 32)] + code;
            number /= 32;
        }

        return code;
    }

    // Not ToUpper of all Unicode: what is forgiven is ASCII.
    private static string Plain(string typed)
    {
        StringBuilder plain = new();

        foreach (char c in typed)
        {
            if (c is not ('-' or ' '))
            {
                char upper = char.IsAsciiLetterLower(c) ? (char)(c - 32) : c;
                plain.Append(upper switch { 'O' => '0', 'I' or 'L' => '1', _ => upper });
            }
        }

        return plain.ToString();
    }
}
