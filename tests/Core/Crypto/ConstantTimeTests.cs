using System;

using ToyGuard.Core.Crypto;
using ToyGuard.Fakes;

namespace ToyGuard.Core.Tests.Crypto;

/// <summary>
/// Goal: a tag is taken whole and right, or not at all. Method: the kinds of wrong tags that Wycheproof's HMAC cases are made of
/// (C2SP/wycheproof, hmac_sha256_test.json), through the way a tag is verified.
/// </summary>
[TestClass]
public class ConstantTimeTests
{
    [TestMethod]
    public void AreEqual_SameBytesAtOtherPlaces_True()
    {
        byte[] bytes = Pattern.Of(40);
        byte[] moved = Bytes.Join(Pattern.Of(11), Bytes.Part(bytes, 5, 32));

        Assert.IsTrue(ConstantTime.AreEqual(bytes, 5, moved, 11, 32));
        Assert.IsFalse(ConstantTime.AreEqual(bytes, 4, moved, 11, 32));
        Assert.IsFalse(ConstantTime.AreEqual(bytes, 5, moved, 10, 32));
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(-1)]
    [DataRow(-2147483647)]
    public void AreEqual_NoBytes_ProveNothing(int count)
    {
        byte[] bytes = Pattern.Of(32);

        Assert.IsFalse(ConstantTime.AreEqual(bytes, 0, bytes, 0, count));
        Assert.IsFalse(ConstantTime.AreEqual(bytes, 0, bytes, 0, -2147483647 - 1));
        Assert.IsFalse(ConstantTime.AreEqual(new byte[0], 0, new byte[0], 0, count));
    }

    [TestMethod]
    public void AreEqual_OneByteOfALargeCount_Counts()
    {
        byte[] bytes = Pattern.Of(1);
        byte[] other = Pattern.Of(1);
        Assert.IsTrue(ConstantTime.AreEqual(bytes, 0, other, 0, 1));

        for (int bit = 0; bit < 8; bit++)
        {
            other[0] ^= (byte)(1 << bit);
            Assert.IsFalse(ConstantTime.AreEqual(bytes, 0, other, 0, 1));
            other[0] ^= (byte)(1 << bit);
        }
    }

    [TestMethod]
    public void AreEqual_RangeThatAnArrayLacks_Throws()
    {
        byte[] bytes = Pattern.Of(32);

        Check.Throws(typeof(IndexOutOfRangeException), () => ConstantTime.AreEqual(bytes, 0, Pattern.Of(31), 0, 32));
        Check.Throws(typeof(IndexOutOfRangeException), () => ConstantTime.AreEqual(bytes, -1, bytes, 0, 32));
    }

    [TestMethod]
    [DataRow(32)]
    [DataRow(16)]
    public void IsRight_EveryFlippedBit_IsRefused(int tagBytes)
    {
        byte[] key = Pattern.Of(32);
        byte[] message = Pattern.Of(77);
        byte[] tag = TagCheck.Of(key, message);
        Assert.IsTrue(TagCheck.IsRight(key, message, tag, tagBytes));
        int refused = 0;

        for (int bit = 0; bit < tagBytes * 8; bit++)
        {
            tag[bit / 8] ^= (byte)(1 << (bit % 8));
            refused += TagCheck.IsRight(key, message, tag, tagBytes) ? 0 : 1;
            tag[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.AreEqual(tagBytes * 8, refused);
    }

    [TestMethod]
    public void IsRight_ModifiedTags_AreRefused()
    {
        byte[] key = Pattern.Of(32);
        byte[] message = Pattern.Of(77);
        byte[] tag = TagCheck.Of(key, message);
        byte[] wrong = new byte[32];

        // All zero, all one, every bit the other way, and two bytes that changed places or were added to.
        Assert.IsFalse(TagCheck.IsRight(key, message, wrong, 32));

        for (int i = 0; i < 32; i++)
        {
            wrong[i] = 0xFF;
        }

        Assert.IsFalse(TagCheck.IsRight(key, message, wrong, 32));

        for (int i = 0; i < 32; i++)
        {
            wrong[i] = (byte)~tag[i];
        }

        Assert.IsFalse(TagCheck.IsRight(key, message, wrong, 32));

        for (int i = 0; i < 31; i++)
        {
            wrong = Bytes.Part(tag, 0, 32);
            wrong[i] ^= 0x80;
            wrong[i + 1] ^= 0x80;
            Assert.IsFalse(TagCheck.IsRight(key, message, wrong, 32));
        }
    }

    [TestMethod]
    public void IsRight_CutTag_IsRefused()
    {
        byte[] key = Pattern.Of(32);
        byte[] message = Pattern.Of(77);
        byte[] tag = TagCheck.Of(key, message);

        for (int held = 1; held < 32; held++)
        {
            byte[] padded = Bytes.Join(Bytes.Part(tag, 0, held), new byte[32 - held]);

            // The last byte may happen to be the 0 that was put in its place.
            Assert.AreEqual(Bytes.AreSame(padded, 32, tag, 32), TagCheck.IsRight(key, message, padded, 32));
        }

        Assert.IsFalse(TagCheck.IsRight(key, message, new byte[0], 0));
    }

    // A wrong key, a key cut or grown, no key; a message cut or grown, no message.
    [TestMethod]
    [DataRow(32, 77, true)]
    [DataRow(31, 77, false)]
    [DataRow(33, 77, false)]
    [DataRow(0, 77, false)]
    [DataRow(32, 76, false)]
    [DataRow(32, 78, false)]
    [DataRow(32, 0, false)]
    [DataRow(0, 0, false)]
    public void IsRight_OtherKeyOrMessage_IsRefused(int keyCount, int messageCount, bool isRight)
    {
        byte[] key = Pattern.Repeat("5a", keyCount);
        byte[] message = Pattern.Repeat("a5", messageCount);
        byte[] tag = TagCheck.Of(Pattern.Repeat("5a", 32), Pattern.Repeat("a5", 77));

        Assert.AreEqual(isRight, TagCheck.IsRight(key, message, tag, 32));
        Assert.IsTrue(TagCheck.IsRight(key, message, TagCheck.Of(key, message), 32));
    }
}
