using System;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Privacy;
using ToyGuard.Core.Settings;

namespace ToyGuard.Core.Tests.Settings;

/// <summary>Goal: settings that cannot be do not exist, and a change changes one thing.</summary>
[TestClass]
public class FamilySettingsTests
{
    [TestMethod]
    [Req("DEF-01")]
    public void Strict_EveryField_IsAtItsMostPrivate()
    {
        FamilySettings strict = FamilySettings.Strict;
        Assert.IsFalse(strict.IsPaired);
        Assert.IsTrue(strict.IsEverythingPaused);
        Assert.AreEqual(7, strict.RetentionDays);
        Assert.AreEqual(0, strict.Toys.Length);

        ToySettings toy = strict.Of("bear");
        Assert.AreEqual("bear", toy.Name);
        Assert.IsTrue(toy.IsPaused);
        Assert.AreEqual(1, toy.QuietHours!.Count);
        Assert.AreEqual(0, toy.QuietHours.StartAt(0));
        Assert.AreEqual(WeeklyHours.MinutesOfWeek, toy.QuietHours.LengthAt(0));
        Assert.AreEqual(0, toy.PlayMinutes.At(0));
        Assert.AreEqual((int)AgeBand.Under9, (int)toy.ChildBand);
        Assert.AreEqual(0, toy.Approvals.Length);
        Assert.AreEqual(0, toy.Consents.Length);
    }

    [TestMethod]
    [Req("DEF-01")]
    public void Introduced_Toy_HasNothingApproved()
    {
        Assert.AreEqual(0, ToySettings.Introduced("bear").Approvals.Length);
        Assert.IsFalse(ToySettings.Introduced("bear").IsApproved(0));
        Assert.AreEqual(0, ToySettings.Introduced("bear").Consents.Length);
    }

    [TestMethod]
    public void New_OutOfRange_Throws()
    {
        Check.Throws(typeof(ArgumentOutOfRangeException), () => Assert.IsNotNull(FamilySettings.Strict.WithRetentionDays(-1)));
        Check.Throws(typeof(ArgumentOutOfRangeException), () => Assert.IsNotNull(FamilySettings.Strict.WithRetentionDays(31)));
        Check.Throws(typeof(ArgumentOutOfRangeException), () => Assert.IsNotNull(Family.Bear().WithPlayMinutes(-2)));
        Check.Throws(typeof(ArgumentOutOfRangeException), () => Assert.IsNotNull(Family.Bear().WithPlayMinutes(1441)));
        Check.Throws(typeof(ArgumentOutOfRangeException), () => Assert.IsNotNull(Family.Bear().WithChildBand((AgeBand)4)));
        Check.Throws(typeof(ArgumentException), () => Assert.IsNotNull(Family.Bear().WithApprovals(new long[33])));
        Check.Throws(typeof(ArgumentException), () => Assert.IsNotNull(Family.Bear().WithQuietHours(SeveralHours(17))));
        Check.Throws(typeof(ArgumentException), () => Assert.IsNotNull(SeveralToys(33)));
        Check.Throws(typeof(ArgumentException), () => Assert.IsNotNull(Family.Bear().WithConsents(SeveralConsents(9))));
        Check.Throws(typeof(ArgumentException), () => Assert.IsNotNull(Family.Bear().WithConsents(SeveralConsents(8)).WithConsent(new SensorConsent(8, 1))));
        Check.Throws(typeof(ArgumentOutOfRangeException), () => Assert.IsNotNull(new SensorConsent(1, 0)));
        Check.Throws(
            typeof(ArgumentException),
            () => Assert.IsNotNull(new FamilySettings(true, false, 7, new ToySettings[] { Family.Bear(), Family.Rabbit(), Family.Bear() })));
    }

    [TestMethod]
    public void New_AtItsLimits_IsFine()
    {
        Assert.AreEqual(0, FamilySettings.Strict.WithRetentionDays(0).RetentionDays);
        Assert.AreEqual(30, FamilySettings.Strict.WithRetentionDays(30).RetentionDays);
        Assert.AreEqual(-1, Family.Bear().WithPlayMinutes(-1).PlayMinutes.At(0));
        Assert.AreEqual(1440, Family.Bear().WithPlayMinutes(1440).PlayMinutes.At(0));
        Assert.AreEqual(16, Family.Bear().WithQuietHours(SeveralHours(16)).QuietHours!.Count);
        Assert.AreEqual(32, SeveralToys(32).Toys.Length);
        Assert.AreEqual(8, Family.Bear().WithConsents(SeveralConsents(8)).WithConsent(new SensorConsent(7, 1)).Consents.Length);
    }

    [TestMethod]
    public void Consents_AnyOrderAndTwice_AreKeptAscendingOnceWithTheEarlierEnd()
    {
        SensorConsent[] given = { new SensorConsent(5, 9), new SensorConsent(-7, 2), new SensorConsent(5, 8), new SensorConsent(5, 10) };
        ToySettings toy = Family.Bear().WithConsents(given);
        SensorConsent[] consents = toy.Consents;

        Assert.AreEqual(2, consents.Length);
        Assert.AreEqual(-7L, consents[0].Print);
        Assert.AreEqual(8, consents[1].UntilMinute);
        Assert.AreEqual(0, toy.AgreedUntil(6));

        consents[0] = given[0];
        Assert.AreEqual(2, toy.AgreedUntil(-7), "a copy");
        Assert.AreEqual(11, toy.WithConsent(new SensorConsent(5, 11)).AgreedUntil(5), "a new answer may end later");
        Assert.AreEqual(0, toy.WithoutConsent(5).AgreedUntil(5));
        Assert.AreEqual(2, toy.WithoutConsent(5).AgreedUntil(-7));
    }

    [TestMethod]
    public void WithToy_KnownOrNew_ChangesThatOneOnly()
    {
        FamilySettings sample = Family.Sample();
        FamilySettings changed = sample.WithToy(Family.Rabbit().WithPaused(false));
        Assert.AreEqual(2, changed.Toys.Length);
        Assert.IsFalse(changed.Find("Häschen")!.IsPaused);
        Assert.IsTrue(sample.Find("Häschen")!.IsPaused, "the old one is as it was");

        FamilySettings more = changed.WithToy(ToySettings.Introduced("cat"));
        Assert.AreEqual(3, more.Toys.Length);
        Assert.AreEqual("cat", more.Toys[2].Name);
        Assert.AreEqual("bear", more.Toys[0].Name);
        Assert.IsNull(changed.Find("cat"));
    }

    [TestMethod]
    public void With_OneField_LeavesTheOthers()
    {
        FamilySettings all = Family.Sample().WithPaired(false).WithPaired(true).WithEverythingPaused(true).WithEverythingPaused(false);
        Family.AssertSame(Family.Sample(), all.WithRetentionDays(3).WithRetentionDays(14), "family");

        ToySettings bear = Family.Bear().WithPaused(true).WithPaused(false).WithPlayMinutes(5).WithPlayMinutes(90);
        bear = bear.WithoutConsent(9).WithConsent(Family.Consents()[0]).WithChildBand(AgeBand.Under9).WithChildBand(AgeBand.From9To12).WithQuietHours(null).WithQuietHours(Family.Evenings());
        Family.AssertSame(Family.Sample(), Family.With(bear.WithApprovals(new long[0]).WithApprovals(Family.Bear().Approvals)), "toy");
    }

    [TestMethod]
    public void Approvals_AnyOrderAndTwice_AreKeptAscendingOnce()
    {
        ToySettings toy = Family.Bear().WithApprovals(new long[] { 5, -7, 5, long.MaxValue, long.MinValue, -7, 0 });
        Approval[] approvals = toy.Approvals;

        Assert.AreEqual(5, approvals.Length);
        Assert.AreEqual(long.MinValue, approvals[0].Print);
        Assert.AreEqual(-7L, approvals[1].Print);
        Assert.AreEqual(0L, approvals[2].Print);
        Assert.AreEqual(5L, approvals[3].Print);
        Assert.AreEqual(long.MaxValue, approvals[4].Print);
        Assert.IsTrue(toy.IsApproved(5));
        Assert.IsFalse(toy.IsApproved(6));

        approvals[1] = new Approval(6, Approval.NoEnd);
        Assert.IsFalse(toy.IsApproved(6), "what is handed out is a copy");
    }

    // The windows that come out are the fewest that cover the same minutes.
    [TestMethod]
    [Req("PCTL-02")]
    [DataRow("", "")]
    [DataRow("100+10", "100+10")]
    [DataRow("200+10 100+10", "100+10 200+10")]
    [DataRow("100+10 105+10", "100+15")]
    [DataRow("100+10 110+10", "100+20")]
    [DataRow("100+10 111+10", "100+10 111+10")]
    [DataRow("100+50 110+10", "100+50")]
    [DataRow("100+10 100+20", "100+20")]
    [DataRow("10070+20", "10070+20")]
    [DataRow("10070+10 0+10", "10070+20")]
    [DataRow("10070+20 5+20", "10070+35")]
    [DataRow("10000+10080", "0+10080")]
    [DataRow("5000+10079", "5000+10079")]
    [DataRow("5000+10079 4999+1", "0+10080")]
    [DataRow("0+5040 5040+5040", "0+10080")]
    [DataRow("9000+2000 500+8600", "0+10080")]
    public void QuietHours_AnyWindows_BecomeTheFewest(string given, string kept)
    {
        ToySettings toy = Family.Bear().WithQuietHours(HoursOf(given));
        string text = "";

        for (int i = 0; toy.QuietHours is not null && i < toy.QuietHours.Count; i++)
        {
            text += (i > 0 ? " " : "") + toy.QuietHours.StartAt(i).ToString() + "+" + toy.QuietHours.LengthAt(i).ToString();
        }

        Assert.AreEqual(kept, text);
    }

    [TestMethod]
    public void SettingsFaultWords_EveryFault_SaysWhatHappensNext()
    {
        string damaged = SettingsFaultWords.Of((SettingsFault)255);

        for (int number = 1; number <= 255; number++)
        {
            string words = SettingsFaultWords.Of((SettingsFault)number);
            Assert.IsTrue(words.IndexOf(" · nothing leaves") > 0, words);
            Assert.IsTrue(words.Length <= 90, words);
            Assert.AreEqual(number == (int)SettingsFault.Missing || number == (int)SettingsFault.SchemaNewer, words != damaged, words);
        }

        Assert.IsTrue(SettingsFaultWords.Of(SettingsFault.None).IndexOf("nothing leaves") < 0);
    }

    private static SensorConsent[] SeveralConsents(int count)
    {
        SensorConsent[] consents = new SensorConsent[count];

        for (int i = 0; i < count; i++)
        {
            consents[i] = new SensorConsent(i, 1);
        }

        return consents;
    }

    private static WeeklyHours? HoursOf(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        string[] windows = text.Split(' ');
        int[] starts = new int[windows.Length];
        int[] lengths = new int[windows.Length];

        for (int i = 0; i < windows.Length; i++)
        {
            string[] numbers = windows[i].Split('+');
            starts[i] = int.Parse(numbers[0]);
            lengths[i] = int.Parse(numbers[1]);
        }

        return new WeeklyHours(starts, lengths);
    }

    private static WeeklyHours SeveralHours(int count)
    {
        int[] starts = new int[count];
        int[] lengths = new int[count];

        for (int i = 0; i < count; i++)
        {
            starts[i] = i * 100;
            lengths[i] = 10;
        }

        return new WeeklyHours(starts, lengths);
    }

    private static FamilySettings SeveralToys(int count)
    {
        FamilySettings settings = FamilySettings.Strict;

        for (int i = 0; i < count; i++)
        {
            settings = settings.WithToy(ToySettings.Strict("toy" + i.ToString()));
        }

        return settings;
    }
}
