using System;
using System.Text;

using ToyGuard.Samples.StoryToy;

namespace ToyGuard.Emulator.Tests.InToy;

/// <summary>Goal: a toy says nothing aloud that it cannot read. Method: tables, every prefix, every bit flip, seeded bytes.</summary>
[TestClass]
public class StoryTextTests
{
    private const string Good = "A Title\nOne sentence.\n\nAnother one.\n";

    [TestMethod]
    public void Read_Good_IsTitleAndSentences()
    {
        StoryText story = StoryText.Read(Encoding.UTF8.GetBytes(Good))!;

        Assert.AreEqual("A Title", story.Title);
        Assert.AreEqual(2, story.Count);
        Assert.AreEqual("One sentence.", story.SentenceAt(0));
        Assert.AreEqual("Another one.", story.SentenceAt(1));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("\n\n\n")]
    [DataRow("A title alone\n")]
    [DataRow("A Title\r\nOne sentence.\r\n")]
    [DataRow("A Title\nOne\tsentence.\n")]
    [DataRow("A Title\nOne \u001b]0;sentence\u0007.\n")]
    [DataRow("A Title\nOne sentenc\u00e9.\n")]
    [DataRow("A Title\n\u007f\n")]
    public void Read_AnythingElse_IsNone(string text)
    {
        Assert.IsNull(StoryText.Read(Encoding.UTF8.GetBytes(text)));
    }

    [TestMethod]
    public void Read_AtItsLimits_IsRead()
    {
        string longest = "T\n" + new string('a', StoryText.LineMax);
        string most = "T" + string.Concat(System.Linq.Enumerable.Repeat("\nb", StoryText.SentencesMax));

        Assert.AreEqual(StoryText.LineMax, Read(longest)!.SentenceAt(0).Length);
        Assert.IsNull(Read(longest + "a"));
        Assert.AreEqual(StoryText.SentencesMax, Read(most)!.Count);
        Assert.IsNull(Read(most + "\nb"));
        Assert.IsNotNull(Read(Good + new string('\n', StoryText.BytesMax - Good.Length)));
        Assert.IsNull(Read(Good + new string('\n', StoryText.BytesMax - Good.Length + 1)));
    }

    [TestMethod]
    public void Read_PrefixesFlipsAndNoise_OnlyEverSayVisibleAscii()
    {
        byte[] good = Encoding.UTF8.GetBytes(Good);

        for (int length = 0; length <= good.Length; length++)
        {
            AssertQuiet(good[..length]);
        }

        for (int bit = 0; bit < 8 * good.Length; bit++)
        {
            byte[] flipped = (byte[])good.Clone();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            AssertQuiet(flipped);
        }

        Random random = new(20261122);

        for (int i = 0; i < 3000; i++)
        {
            byte[] noise = new byte[random.Next(60)];
            random.NextBytes(noise);
            AssertQuiet(noise);
        }
    }

    private static void AssertQuiet(byte[] bytes)
    {
        if (StoryText.Read(bytes) is not StoryText story)
        {
            return;
        }

        for (int i = -1; i < story.Count; i++)
        {
            string line = i < 0 ? story.Title : story.SentenceAt(i);
            Assert.IsTrue(line.Length is > 0 and <= StoryText.LineMax);

            foreach (char c in line)
            {
                Assert.IsTrue(c is >= ' ' and <= '~', Convert.ToHexString(bytes));
            }
        }
    }

    private static StoryText? Read(string text)
    {
        return StoryText.Read(Encoding.UTF8.GetBytes(text));
    }
}
