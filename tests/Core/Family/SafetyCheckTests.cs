using ToyGuard.Core.Family;
using ToyGuard.Core.Policy;

namespace ToyGuard.Core.Tests.Family;

/// <summary>Goal: each item turns red by the one thing that it names, and says what mends it. Method: a home where all is well; each row breaks one thing.</summary>
[TestClass]
public class SafetyCheckTests
{
    // What is broken, the item that turns red, its fix.
    [TestMethod]
    [Req("INFO-05")]
    [DataRow("nothing", 0, "")]
    [DataRow("paired", 1, "pair")]
    [DataRow("spare", 1, "invite")]
    [DataRow("pins", 2, "set-pin")]
    [DataRow("wifi", 3, "choose-wifi")]
    [DataRow("clock", 4, "set-clock")]
    [DataRow("settings", 5, "look-at-rules")]
    [DataRow("records", 6, "look-at-history")]
    [DataRow("plain", 7, "close-plain")]
    [DataRow("ends", 8, "give-an-end")]
    [DataRow("support", 9, "ask-maker")]
    [DataRow("notices", 10, "read-notices")]
    public void FixOf_OneThingBroken_ExactlyThatItemIsRed(string broken, int red, string fix)
    {
        SafetyFacts facts = Fine();
        facts.Guardians = broken == "paired" ? 0 : 1;
        facts.HasOwnerCode = broken != "spare";
        facts.PhonesWithoutPin = broken == "pins" ? 1 : 0;
        facts.IsWifiFaulty = broken == "wifi";
        facts.IsClockUnknown = broken == "clock";
        facts.Complaints = broken == "settings" ? 1 : 0;
        facts.AreRecordsDamaged = broken == "records";
        facts.PlainPlaces = broken == "plain" ? 1 : 0;
        facts.EndlessPlaces = broken == "ends" ? 1 : 0;
        facts.UnsupportedToys = broken == "support" ? 1 : 0;
        facts.UnreadNotices = broken == "notices" ? 1 : 0;

        for (int item = 1; item <= SafetyCheck.Count; item++)
        {
            Assert.AreEqual(item == red ? fix : "", SafetyWords.Of(SafetyCheck.FixOf((SafetyItem)item, facts)), SafetyWords.Of((SafetyItem)item));
        }

        Assert.AreEqual(red == 0 ? 0 : 1, SafetyCheck.ToFix(facts));
    }

    [TestMethod]
    public void FixOf_SecondGuardian_StandsInForTheCode()
    {
        SafetyFacts facts = Fine();
        facts.HasOwnerCode = false;
        facts.Guardians = 2;
        Assert.AreEqual(0, SafetyCheck.ToFix(facts));
        Assert.AreEqual((int)SafetyFix.None, (int)SafetyCheck.FixOf(SafetyItem.None, new SafetyFacts()));
        Assert.AreEqual((int)SafetyFix.None, (int)SafetyCheck.FixOf((SafetyItem)(SafetyCheck.Count + 1), new SafetyFacts()));
    }

    [TestMethod]
    public void Words_EveryItemAndFix_HasItsOwn()
    {
        string all = " ";

        for (int number = 1; number <= SafetyCheck.Count; number++)
        {
            string word = SafetyWords.Of((SafetyItem)number) + " ";
            Assert.IsTrue(word.Length > 1 && all.IndexOf(" " + word) < 0, word);
            all += word;
        }

        for (int number = 1; number <= (int)SafetyFix.ReadNotices; number++)
        {
            string word = SafetyWords.Of((SafetyFix)number) + " ";
            Assert.IsTrue(word.Length > 1 && all.IndexOf(" " + word) < 0, word);
            all += word;
        }

        Assert.AreEqual("", SafetyWords.Of((SafetyItem)(SafetyCheck.Count + 1)));
    }

    // 20780 is 2026-11-23.
    [TestMethod]
    [Req("INFO-05")]
    [DataRow("2026-11-22", 20780, true)]
    [DataRow("2026-11-23", 20780, false)]
    [DataRow("2031-12-31", 20780, false)]
    [DataRow("2000-02-29", 20780, true)]
    [DataRow("2028-02-29", 21243, false)]
    [DataRow("2028-02-29", 21244, true)]
    [DataRow("", 20780, false)]
    [DataRow("2026-1-01", 20780, false)]
    [DataRow("2026-13-01", 20780, false)]
    [DataRow("20x6-01-01", 20780, false)]
    public void IsSupportOver_TheDayAfterTheLast(string until, int day, bool isOver)
    {
        Assert.AreEqual(isOver, SafetyCheck.IsSupportOver(until, Moment.FromLocalSeconds(day * 86400L)));
        Assert.IsFalse(SafetyCheck.IsSupportOver(until, default));
    }

    private static SafetyFacts Fine()
    {
        return new SafetyFacts { Guardians = 1, HasOwnerCode = true };
    }
}
