using System;

using ToyGuard.Core.Crypto;
using ToyGuard.Fakes;

namespace ToyGuard.Core.Tests.Crypto;

[TestClass]
public class Base32Tests
{
    private const string Symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U";

    // Worked out by Python's long integers from Crockford's description (www.crockford.com/base32.html): every check sign, both ends, both lengths.
    [TestMethod]
    [DataRow("0000000000", "000000000")]
    [DataRow("00000000000000000000", "00000000000000000")]
    [DataRow("00000000000000000001", "00000000000000011")]
    [DataRow("80000000000000000000", "G000000000000000H")]
    [DataRow("ffffffffff", "ZZZZZZZZF")]
    [DataRow("ffffffffffffffffffff", "ZZZZZZZZZZZZZZZZ~")]
    [DataRow("68656c6c6f", "D1JPRV3FJ")]
    [DataRow("0102030405060708090a", "041061050R3GG28AZ")]
    [DataRow("0123456789abcdef0123", "04HMASW9NF6YY093B")]
    [DataRow("575674066676cfb0b4eb", "AXB781K6EV7V1D7B*")]
    [DataRow("c454142e8233882a4729", "RHA18BM26E42MHS9~")]
    [DataRow("d8a7020a9c702b728fae", "V2KG42MWE0NQ53XE$")]
    [DataRow("46a42b8563cb048fb484", "8TJ2Q1B3SC28ZD44=")]
    [DataRow("362d74d96d99fc1fc068", "6RPQ9PBDK7Y1ZG38U")]
    public void WriteAndRead_KnownCodes_AreEachOther(string hex, string code)
    {
        byte[] bytes = Hex.Bytes(hex);
        byte[] read = new byte[bytes.Length];

        Assert.AreEqual(code, Base32.Write(bytes));
        Assert.AreEqual((int)Base32Fault.None, (int)Base32.Read(code, read));
        Assert.AreEqual(hex, Hex.Text(read));
    }

    [TestMethod]
    [DataRow("6rpq9pbdk7y1zg38u")]
    [DataRow("6RPQ-9PBD-K7Y1-ZG38-U")]
    [DataRow("6rpq 9pbd K7YI ZG38 u")]
    [DataRow("6rpq9pbdk7ylzg38u")]
    [DataRow(" -6RPQ9PBDK7YLZG38--U - ")]
    [DataRow("6 R P Q 9 P B D K 7 Y i Z G 3 8 U")]
    public void Read_AsPeopleWriteIt_IsTheCode(string typed)
    {
        byte[] read = new byte[10];

        Assert.AreEqual((int)Base32Fault.None, (int)Base32.Read(typed, read));
        Assert.AreEqual("362d74d96d99fc1fc068", Hex.Text(read));
    }

    [TestMethod]
    [DataRow("ooooooooO")]
    [DataRow("Oo0oO-0000")]
    public void Read_LettersForDigits_AreTheDigits(string typed)
    {
        byte[] read = new byte[5];

        Assert.AreEqual((int)Base32Fault.None, (int)Base32.Read(typed, read));
        Assert.AreEqual("0000000000", Hex.Text(read));
    }

    [TestMethod]
    [DataRow("", Base32Faults.TooShort)]
    [DataRow("-", Base32Faults.TooShort)]
    [DataRow("   ", Base32Faults.TooShort)]
    [DataRow("6RPQ9PBDK7Y1ZG38", Base32Faults.TooShort)]
    [DataRow("6RPQ9PBDK7Y1ZG38UU", Base32Faults.TooLong)]
    [DataRow("6RPQ9PBDK7Y1ZG38U0", Base32Faults.TooLong)]
    [DataRow("6RPQ9PBDK7Y1ZG38U!", Base32Faults.NotASymbol)]
    [DataRow("U6RPQ9PBDK7Y1ZG38", Base32Faults.NotASymbol)]
    [DataRow("6RPU9PBDK7Y1ZG38U", Base32Faults.NotASymbol)]
    [DataRow("6RP*9PBDK7Y1ZG38U", Base32Faults.NotASymbol)]
    [DataRow("6RP~9PBDK7Y1ZG38U", Base32Faults.NotASymbol)]
    [DataRow("6RP$9PBDK7Y1ZG38U", Base32Faults.NotASymbol)]
    [DataRow("6RP=9PBDK7Y1ZG38U", Base32Faults.NotASymbol)]
    [DataRow("6RPQ9PBDK7Y1ZG38u ", Base32Faults.None)]
    [DataRow("6RPQ9PBDK7Y1ZG38\t", Base32Faults.NotASymbol)]
    [DataRow("6RPQ9PBDK7Y1ZG38\n", Base32Faults.NotASymbol)]
    [DataRow("6RPQ_9PBDK7Y1ZG38U", Base32Faults.NotASymbol)]
    [DataRow("6RPQ.9PBDK7Y1ZG38U", Base32Faults.NotASymbol)]
    [DataRow("6RPQ/9PBDK7Y1ZG38U", Base32Faults.NotASymbol)]
    [DataRow("6RPQ@9PBDK7Y1ZG38U", Base32Faults.NotASymbol)]
    [DataRow("6RPQ`9PBDK7Y1ZG38U", Base32Faults.NotASymbol)]
    [DataRow("6RPQ{9PBDK7Y1ZG38U", Base32Faults.NotASymbol)]
    [DataRow("6RPQ\u00a09PBDK7Y1ZG38U", Base32Faults.NotASymbol)]
    [DataRow("6RPQ\u20109PBDK7Y1ZG38U", Base32Faults.NotASymbol)]
    [DataRow("6RPQ\u0669PBDK7Y1ZG38U", Base32Faults.NotASymbol)]
    [DataRow("\uff16RPQ9PBDK7Y1ZG38U", Base32Faults.NotASymbol)]
    [DataRow("6RPQ9PBD\u212a7Y1ZG38U", Base32Faults.NotASymbol)]
    [DataRow("6RPQ9PBDK7Y\u0131ZG38U", Base32Faults.NotASymbol)]
    [DataRow("6RPQ9PBDK7Y1ZG38T", Base32Faults.WrongCheck)]
    [DataRow("7RPQ9PBDK7Y1ZG38U", Base32Faults.WrongCheck)]
    [DataRow("R6PQ9PBDK7Y1ZG38U", Base32Faults.WrongCheck)]
    [DataRow("6RPQ9PBDK7Y1ZG3U8", Base32Faults.NotASymbol)]
    [DataRow("---------------------------------------------------", Base32Faults.TooShort)]
    [DataRow("----------------------------------------------------", Base32Faults.TooLong)]
    public void Read_WhatIsNoCode_SaysWhyAndGivesZeros(string typed, int fault)
    {
        byte[] read = Hex.Bytes("11111111111111111111");

        Assert.AreEqual(fault, (int)Base32.Read(typed, read));
        Assert.AreEqual(fault == 0 ? "362d74d96d99fc1fc068" : "00000000000000000000", Hex.Text(read));
    }

    [TestMethod]
    [DataRow("000000000")]
    [DataRow("6RPQ9PBDK7Y1ZG38U")]
    [DataRow("ZZZZZZZZZZZZZZZZ~")]
    public void Read_EveryPrefix_IsRefused(string code)
    {
        byte[] read = new byte[code.Length / 8 * 5];

        for (int count = 0; count < code.Length; count++)
        {
            Assert.AreEqual((int)Base32Fault.TooShort, (int)Base32.Read(code.Substring(0, count), read));
        }
    }

    // 16 places with 31 other symbols and 5 signs each, and 36 other check characters: 612 wrong codes, none of them taken.
    [TestMethod]
    [DataRow("00000000000000000")]
    [DataRow("ZZZZZZZZZZZZZZZZ~")]
    [DataRow("6RPQ9PBDK7Y1ZG38U")]
    [DataRow("041061050R3GG28AZ")]
    public void Read_EverySingleError_IsRefused(string code)
    {
        byte[] read = new byte[10];
        int wrong = 0;
        int signs = 0;

        for (int at = 0; at < code.Length; at++)
        {
            for (int i = 0; i < Symbols.Length; i++)
            {
                if (Symbols[i] != code[at])
                {
                    Base32Fault fault = Base32.Read(code.Substring(0, at) + Symbols[i] + code.Substring(at + 1), read);
                    wrong += fault == Base32Fault.WrongCheck ? 1 : 0;
                    signs += fault == Base32Fault.NotASymbol ? 1 : 0;
                }
            }
        }

        Assert.AreEqual(16 * 31 + 36, wrong);
        Assert.AreEqual(16 * 5, signs);
    }

    // Neighbours that are the same are not swapped by swapping them; the last pair is the last symbol and the check character.
    [TestMethod]
    [DataRow("6RPQ9PBDK7Y1ZG38U", 16)]
    [DataRow("041061050R3GG28AZ", 15)]
    [DataRow("04HMASW9NF6YY093B", 15)]
    [DataRow("00000000000000011", 1)]
    [DataRow("ZZZZZZZZZZZZZZZZ~", 1)]
    public void Read_EverySwapOfNeighbours_IsRefused(string code, int swaps)
    {
        byte[] read = new byte[10];
        int refused = 0;

        for (int at = 0; at < code.Length - 1; at++)
        {
            string swapped = code.Substring(0, at) + code[at + 1] + code[at] + code.Substring(at + 2);

            if (code[at] != code[at + 1])
            {
                refused += Base32.Read(swapped, read) != Base32Fault.None ? 1 : 0;
            }
        }

        Assert.AreEqual(swaps, refused);
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(4)]
    [DataRow(6)]
    [DataRow(16)]
    public void WriteAndRead_BytesThatFillNoSymbols_Throw(int count)
    {
        byte[] bytes = new byte[count];

        Check.Throws(typeof(ArgumentException), () => Base32.Write(bytes));
        Check.Throws(typeof(ArgumentException), () => Base32.Read("0", bytes));
    }
}
