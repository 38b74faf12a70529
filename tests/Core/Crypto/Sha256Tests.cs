using System;
using System.Text;

using ToyGuard.Core.Crypto;
using ToyGuard.Fakes;

namespace ToyGuard.Core.Tests.Crypto;

[TestClass]
public class Sha256Tests
{
    // NIST's examples for FIPS 180-4 (csrc.nist.gov, "SHA256.pdf" and "SHA2_Additional.pdf"): one block, two blocks, and no byte at all.
    [TestMethod]
    [DataRow("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [DataRow("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")]
    [DataRow("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    public void Of_StandardsExamples_GiveTheirHashes(string text, string hash)
    {
        Assert.AreEqual(hash, Hex.Text(Sha256.Of(Encoding.UTF8.GetBytes(text))));
    }

    // One byte, then a thousand zeros a block short and over: where the padding begins a block of its own. Zeros from the same examples.
    [TestMethod]
    [DataRow("bd", 1, "68325720aabd7c82f30f554b313d0570c95accbb7dc4b5aae11204c08ffe732b")]
    [DataRow("00", 55, "02779466cdec163811d078815c633f21901413081449002f24aa3e80f0b88ef7")]
    [DataRow("00", 56, "d4817aa5497628e7c77e6b606107042bbba3130888c5f47a375e6179be789fbb")]
    [DataRow("00", 57, "65a16cb7861335d5ace3c60718b5052e44660726da4cd13bb745381b235a1785")]
    [DataRow("00", 64, "f5a5fd42d16a20302798ef6ed309979b43003d2320d9f0e8ea9831a92759fb4b")]
    [DataRow("00", 1000, "541b3e9daa09b20bf85fa273e5cbd3e80185aa4ec298e765db87742b70138a53")]
    public void Of_StandardsPaddingExamples_GiveTheirHashes(string hex, int times, string hash)
    {
        Assert.AreEqual(hash, Hex.Text(Sha256.Of(Pattern.Repeat(hex, times))));
    }

    // The hash of the hashes of Pattern.Of(0) to Pattern.Of(129), as Python's hashlib gives it: every fill of two blocks.
    [TestMethod]
    public void Of_EveryLengthOfTwoBlocks_GivesItsHash()
    {
        Sha256 all = new Sha256();
        byte[] hash = new byte[Sha256.HashBytes];

        for (int count = 0; count < 130; count++)
        {
            all.Add(Sha256.Of(Pattern.Of(count)), 0, Sha256.HashBytes);
        }

        all.Finish(hash, 0);
        Assert.AreEqual("f0a356ea9e6f1782f5f990ba58676d20f035df61db3b6545e977112d486331c9", Hex.Text(hash));
    }

    [TestMethod]
    public void Add_EveryCutInTwo_GivesTheHashOfTheWhole()
    {
        byte[] bytes = Pattern.Of(150);
        string whole = Hex.Text(Sha256.Of(bytes));
        Sha256 hashed = new Sha256();
        byte[] hash = new byte[Sha256.HashBytes];

        for (int cut = 0; cut <= bytes.Length; cut++)
        {
            hashed.Add(bytes, 0, cut);
            hashed.Add(bytes, cut, bytes.Length - cut);
            hashed.Finish(hash, 0);
            Assert.AreEqual(whole, Hex.Text(hash));
        }
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(3)]
    [DataRow(63)]
    [DataRow(64)]
    [DataRow(65)]
    public void Add_PiecesOfOneSize_GiveTheHashOfTheWhole(int size)
    {
        byte[] bytes = Pattern.Of(200);
        Sha256 hashed = new Sha256();
        byte[] hash = new byte[Sha256.HashBytes];

        for (int at = 0; at < bytes.Length; at += size)
        {
            hashed.Add(bytes, at, size < bytes.Length - at ? size : bytes.Length - at);
        }

        hashed.Finish(hash, 0);
        Assert.AreEqual(Hex.Text(Sha256.Of(bytes)), Hex.Text(hash));
    }

    [TestMethod]
    public void Reset_AfterSomething_ForgetsIt()
    {
        byte[] hash = new byte[Sha256.HashBytes];
        Sha256 hashed = new Sha256();
        hashed.Add(Pattern.Of(100), 0, 100);
        hashed.Reset();
        hashed.Finish(hash, 0);

        Assert.AreEqual(Hex.Text(Sha256.Of(new byte[0])), Hex.Text(hash));
    }

    [TestMethod]
    public void Finish_IntoTheBytesThatWereAdded_LeavesTheRestOfThem()
    {
        byte[] bytes = Pattern.Of(100);
        byte[] before = Pattern.Of(100);
        Sha256 hashed = new Sha256();
        hashed.Add(bytes, 0, bytes.Length);
        hashed.Finish(bytes, 50);

        Assert.AreEqual(Hex.Text(Bytes.Part(before, 0, 50)), Hex.Text(Bytes.Part(bytes, 0, 50)));
        Assert.AreEqual(Hex.Text(Sha256.Of(before)), Hex.Text(Bytes.Part(bytes, 50, 32)));
        Assert.AreEqual(Hex.Text(Bytes.Part(before, 82, 18)), Hex.Text(Bytes.Part(bytes, 82, 18)));
    }

    [TestMethod]
    [DataRow(-1, 5)]
    [DataRow(0, -1)]
    [DataRow(0, 11)]
    [DataRow(10, 1)]
    [DataRow(2147483647, 2147483647)]
    public void Add_RangeThatTheArrayLacks_ThrowsAndAddsNothing(int offset, int count)
    {
        byte[] bytes = Pattern.Of(10);
        byte[] hash = new byte[Sha256.HashBytes];
        Sha256 hashed = new Sha256();

        Check.Throws(typeof(ArgumentOutOfRangeException), () => hashed.Add(bytes, offset, count));

        hashed.Finish(hash, 0);
        Assert.AreEqual(Hex.Text(Sha256.Of(new byte[0])), Hex.Text(hash));
    }

    [TestMethod]
    [DataRow(-1)]
    [DataRow(1)]
    [DataRow(2147483647)]
    public void Finish_WhereTheArrayHasNoRoom_ThrowsAndGoesOn(int offset)
    {
        byte[] hash = new byte[Sha256.HashBytes];
        Sha256 hashed = new Sha256();
        hashed.Add(Pattern.Of(10), 0, 10);

        Check.Throws(typeof(ArgumentOutOfRangeException), () => hashed.Finish(hash, offset));

        hashed.Finish(hash, 0);
        Assert.AreEqual(Hex.Text(Sha256.Of(Pattern.Of(10))), Hex.Text(hash));
    }
}
