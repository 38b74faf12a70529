using System;
using System.Text;

using ToyGuard.Core.Crypto;
using ToyGuard.Fakes;

namespace ToyGuard.Core.Tests.Crypto;

[TestClass]
public class ManagedHmacTests
{
    // RFC 4231, 4.2 to 4.8: all cases, 4.6 as far as it goes (128 bits).
    [TestMethod]
    [DataRow("0b", 20, "4869205468657265", 1, "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")]
    [DataRow("4a656665", 1, "7768617420646f2079612077616e7420666f72206e6f7468696e673f", 1, "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")]
    [DataRow("aa", 20, "dd", 50, "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe")]
    [DataRow("0102030405060708090a0b0c0d0e0f10111213141516171819", 1, "cd", 50, "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b")]
    [DataRow("0c", 20, "546573742057697468205472756e636174696f6e", 1, "a3b6167473100ee06e0c796c2955552b")]
    [DataRow("aa", 131, "54657374205573696e67204c6172676572205468616e20426c6f636b2d53697a65204b6579202d2048617368204b6579204669727374", 1, "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")]
    [DataRow("aa", 131, "5468697320697320612074657374207573696e672061206c6172676572207468616e20626c6f636b2d73697a65206b657920616e642061206c6172676572207468616e20626c6f636b2d73697a6520646174612e20546865206b6579206e6565647320746f20626520686173686564206265666f7265206265696e6720757365642062792074686520484d414320616c676f726974686d2e", 1, "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2")]
    public void Compute_StandardsCases_GiveTheirTags(string key, int keyTimes, string message, int times, string tag)
    {
        byte[] expected = Hex.Bytes(tag);
        byte[] computed = TagCheck.Of(Pattern.Repeat(key, keyTimes), Pattern.Repeat(message, times));

        Assert.AreEqual(tag, Hex.Text(Bytes.Part(computed, 0, expected.Length)));
    }

    // Keys of no byte, a byte less than a block, a block, and a byte more; messages of none and some. By Python's hmac.
    [TestMethod]
    [DataRow(0, "", "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad")]
    [DataRow(0, "xxxxxxxxxx", "a2562008824a3433840824eebc728fd86b783eec26419b5aa02bdeb412e2ce71")]
    [DataRow(63, "abc", "d2bee6f325e7ec9e0e412319f6775134f43f4e16e168b7386de22a29c70a7b9d")]
    [DataRow(64, "", "3499f163f48604c0b15ac89e4e7c66f314fb3b203b8ac2f564828e62f6be9d9d")]
    [DataRow(65, "", "93ff3114f20ef700222fc1c0334737a51a88740dc0dd2ce0ab3151f0a4a0e85a")]
    public void Compute_KeysAroundABlock_GiveTheirTags(int keyCount, string message, string tag)
    {
        byte[] key = new byte[keyCount];

        for (int i = 0; i < keyCount; i++)
        {
            key[i] = (byte)i;
        }

        Assert.AreEqual(tag, Hex.Text(TagCheck.Of(key, Encoding.UTF8.GetBytes(message))));
    }

    [TestMethod]
    public void Compute_PiecesOfLongerArrays_AreAllThatCounts()
    {
        byte[] key = Pattern.Of(20);
        byte[] message = Pattern.Of(90);
        byte[] tag = new byte[40];
        new ManagedHmac().Compute(Bytes.Join(key, Pattern.Of(30)), key.Length, Bytes.Join(Pattern.Of(7), Bytes.Join(message, Pattern.Of(9))), 7, message.Length, tag, 3);

        Assert.AreEqual("000000" + Hex.Text(TagCheck.Of(key, message)) + "0000000000", Hex.Text(tag));
    }

    [TestMethod]
    [DataRow(20)]
    [DataRow(100)]
    public void Compute_TagIntoMessageOrKey_IsTheTag(int keyCount)
    {
        byte[] key = Pattern.Of(keyCount);
        byte[] message = Pattern.Of(90);
        string tag = Hex.Text(TagCheck.Of(key, message));
        ManagedHmac hmac = new ManagedHmac();

        hmac.Compute(Pattern.Of(keyCount), keyCount, message, 0, 90, message, 58);
        Assert.AreEqual(tag, Hex.Text(Bytes.Part(message, 58, 32)));

        byte[] both = Bytes.Join(key, new byte[32]);
        hmac.Compute(both, keyCount, Pattern.Of(90), 0, 90, both, 0);
        Assert.AreEqual(tag, Hex.Text(Bytes.Part(both, 0, 32)));
    }

    // A key, a message and a tag at once, as when a key is derived in place.
    [TestMethod]
    public void Compute_OneArrayForAll_IsTheTag()
    {
        byte[] all = Pattern.Of(64);
        string tag = Hex.Text(TagCheck.Of(Pattern.Of(64), Pattern.Of(64)));
        new ManagedHmac().Compute(all, 64, all, 0, 64, all, 16);

        Assert.AreEqual(tag, Hex.Text(Bytes.Part(all, 16, 32)));
    }

    [TestMethod]
    [DataRow(-1, 0, 0, 0)]
    [DataRow(5, 0, 0, 0)]
    [DataRow(4, 0, 5, 0)]
    [DataRow(4, -1, 4, 0)]
    [DataRow(4, 0, 4, 1)]
    [DataRow(4, 0, 4, -1)]
    public void Compute_WrongRange_ThrowsAndTheNextTagIsRight(int keyCount, int offset, int count, int at)
    {
        byte[] four = Pattern.Of(4);
        byte[] tag = new byte[Sha256.HashBytes];
        ManagedHmac hmac = new ManagedHmac();
        bool hasThrown = false;

        try
        {
            hmac.Compute(four, keyCount, four, offset, count, tag, at);
        }
        catch (Exception)
        {
            hasThrown = true;
        }

        Assert.IsTrue(hasThrown);
        hmac.Compute(four, 4, four, 0, 4, tag, 0);
        Assert.AreEqual(Hex.Text(TagCheck.Of(four, four)), Hex.Text(tag));
    }
}
