using ToyGuard.Core.Policy;

namespace ToyGuard.Kit.Play.Tests;

/// <summary>Goal: nothing that a toy of ours says begs, rewards, shames, hurries or sells. Method: all its phrases against a list, and the list against phrases of toys that did.</summary>
[TestClass]
public class PhrasesTests
{
    [TestMethod]
    [Req("PCTL-04")]
    public void SignSheet_EverySign_SaysNothingBanned()
    {
        for (int sign = 0; sign < 256; sign++)
        {
            string words = SignSheet.Of((Sign)sign).Words;
            Assert.AreEqual("", Phrases.BannedIn(words), words);
        }
    }

    [TestMethod]
    [Req("PCTL-04")]
    public void ChildWords_EveryReason_SaysNothingBannedAndIsShort()
    {
        for (int reason = 0; reason < 256; reason++)
        {
            string words = Reasons.ChildWords((Reason)reason);
            Assert.AreEqual("", Phrases.BannedIn(words), words);
            Assert.IsTrue(words.Length <= 60, words);
            Assert.AreEqual(reason == (int)Reason.Allowed, words.Length == 0, words);
        }
    }

    [TestMethod]
    [Req("PCTL-04")]
    public void TimeLeft_EveryMinute_SaysNothingBanned()
    {
        for (int minutes = -1; minutes <= 121; minutes++)
        {
            string words = new TimeLeft(PlayHome.GateOf(PlayHome.BearWithMinutes(minutes)), PlayHome.Toy).Words;
            Assert.AreEqual("", Phrases.BannedIn(words), words);
            Assert.IsTrue(words.Length > 0);
        }
    }

    [TestMethod]
    [DataRow("Don't go! I will be so sad.", "don't go")]
    [DataRow("Oh, one more story?", "one more")]
    [DataRow("You played five days in a row", "in a row")]
    [DataRow("A new STAR for you", "star")]
    [DataRow("Only babies stop now.", "babies")]
    [DataRow("Have you been to the shop?", "shop")]
    [DataRow("It costs 3 euros", "costs")]
    [DataRow("3€", "€")]
    [DataRow("Don't tell mum", "don't tell")]
    [DataRow("hurry", "hurry")]
    [DataRow("A window, a starling and a scored floor.", "")]
    [DataRow("", "")]
    public void BannedIn_KnownPhrase_FindsIt(string words, string expected)
    {
        Assert.AreEqual(expected, Phrases.BannedIn(words));
    }
}
