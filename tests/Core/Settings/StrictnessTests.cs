using ToyGuard.Core.Policy;
using ToyGuard.Core.Privacy;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Tests.Policy;

namespace ToyGuard.Core.Tests.Settings;

/// <summary>
/// Goal: the ranking says stricter where less is let out, field by field. Method: one field at a time, both ways, and what merging makes of it.
/// Laws of the order and the real gate are in Desktop/StrictnessPropertyTests, the catalogue of fields in Desktop/SettingsCatalogueTests.
/// </summary>
[TestClass]
public class StrictnessTests
{
    [TestMethod]
    [Req("DEF-03")]
    public void Compare_FamilyFields_EachHasItsDirection()
    {
        FamilySettings sample = Family.Sample();
        AssertStricter(sample.WithPaired(false), sample, "nobody paired");
        AssertStricter(sample.WithEverythingPaused(true), sample, "everything paused");
        AssertStricter(sample, sample.WithRetentionDays(15), "kept for longer");
        AssertStricter(sample.WithRetentionDays(13), sample, "kept for less long");
        Family.AssertRanking(Ranking.Equal, sample.WithRetentionDays(0), sample.WithRetentionDays(7), "below 7 days");
        AssertStricter(sample.WithRetentionDays(0), sample.WithRetentionDays(8), "0 and 8 days");
    }

    [TestMethod]
    [Req("DEF-03")]
    public void Compare_ToyFields_EachHasItsDirection()
    {
        ToySettings bear = Family.Bear();
        FamilySettings sample = Family.Sample();
        AssertStricter(Family.With(bear.WithPaused(true)), sample, "paused");
        AssertStricter(Family.With(bear.WithPlayMinutes(89)), sample, "a minute less");
        AssertStricter(sample, Family.With(bear.WithPlayMinutes(91)), "a minute more");
        AssertStricter(sample, Family.With(bear.WithPlayMinutes(ToySettings.NoLimit)), "no limit");
        AssertStricter(Family.With(bear.WithPlayMinutes(1440)), Family.With(bear.WithPlayMinutes(ToySettings.NoLimit)), "no limit at all");
        AssertStricter(sample, Family.With(bear.WithQuietHours(null)), "no quiet hours");
        AssertStricter(sample, Family.With(bear.WithApprovals(new long[] { 3, -1, 0x0102030405060708, 4 })), "one more approval");
        AssertStricter(Family.With(bear.WithApprovals(new long[] { 3, -1 })), sample, "one approval less");
        Family.AssertRanking(Ranking.Mixed, Family.With(bear.WithApprovals(new long[] { 3, -1, 4 })), sample, "another approval");
    }

    [TestMethod]
    [Req("DEF-03")]
    [Req("SENS-02")]
    public void Compare_Consents_FewerAndEarlierIsStricter()
    {
        ToySettings bear = Family.Bear();
        FamilySettings sample = Family.Sample();
        FamilySettings earlier = Family.With(bear.WithConsent(new SensorConsent(9, Family.Noon)));
        FamilySettings none = Family.With(bear.WithoutConsent(9));

        AssertStricter(earlier, sample, "ends earlier");
        AssertStricter(none, earlier, "not agreed to");
        AssertStricter(sample, Family.With(bear.WithConsent(new SensorConsent(4, 1))), "one more, however short");
        Family.AssertRanking(Ranking.Mixed, Family.With(bear.WithoutConsent(9).WithConsent(new SensorConsent(4, 1))), sample, "another use");

        FamilySettings crossed = Family.With(bear.WithConsent(new SensorConsent(9, Family.Noon)).WithConsent(new SensorConsent(-2, Family.Noon + 61)));
        FamilySettings both = Strictness.Merge(crossed, sample);
        Family.AssertRanking(Ranking.Mixed, crossed, sample, "one earlier, one later");
        Assert.AreEqual(Family.Noon, both.Toys[0].AgreedUntil(9));
        Assert.AreEqual(Family.Noon + 60, both.Toys[0].AgreedUntil(-2));
        Assert.AreEqual(0, Strictness.Merge(none, sample).Toys[0].AgreedUntil(9));
    }

    // 0 unknown, 1 under 9, 2 from 9 to 12, 3 from 13 to 18; the answer as in Ranking.
    [TestMethod]
    [Req("DEF-03")]
    [DataRow(0, 0, 0)]
    [DataRow(1, 2, 1)]
    [DataRow(2, 3, 1)]
    [DataRow(1, 3, 1)]
    [DataRow(3, 1, 2)]
    [DataRow(1, 0, 1)]
    [DataRow(0, 1, 2)]
    [DataRow(0, 2, 3)]
    [DataRow(2, 0, 3)]
    [DataRow(0, 3, 3)]
    [DataRow(3, 0, 3)]
    public void Compare_AgeBands_YoungerIsStricterAndUnknownStandsBeside(int a, int b, int ranking)
    {
        ToySettings bear = Family.Bear();
        FamilySettings one = Family.With(bear.WithChildBand((AgeBand)a));
        FamilySettings other = Family.With(bear.WithChildBand((AgeBand)b));
        Family.AssertRanking((Ranking)ranking, one, other, "");

        if (ranking == (int)Ranking.Mixed)
        {
            Assert.AreEqual((int)AgeBand.Under9, (int)Strictness.Merge(one, other).Toys[0].ChildBand);
        }
    }

    [TestMethod]
    [Req("PCTL-02")]
    [DataRow(100, 50, 100, 50, 0)]
    [DataRow(100, 50, 100, 51, 2)]
    [DataRow(99, 51, 100, 50, 1)]
    [DataRow(99, 50, 100, 50, 3)]
    [DataRow(10070, 20, 0, 10, 1)]
    [DataRow(10070, 20, 0, 11, 3)]
    [DataRow(10070, 10080, 0, 10080, 0)]
    [DataRow(0, 10080, 5, 10079, 1)]
    public void Compare_QuietHours_AsMinutesNotAsWindows(int start, int length, int otherStart, int otherLength, int ranking)
    {
        ToySettings bear = Family.Bear();
        FamilySettings one = Family.With(bear.WithQuietHours(Family.Hours(start, length)));
        FamilySettings other = Family.With(bear.WithQuietHours(Family.Hours(otherStart, otherLength)));
        Family.AssertRanking((Ranking)ranking, one, other, "");
    }

    [TestMethod]
    [Req("PCTL-02")]
    public void Compare_QuietHoursInPieces_IsTheSameAsInOne()
    {
        ToySettings bear = Family.Bear();
        WeeklyHours pieces = new WeeklyHours(new int[] { 130, 100, 110, 105 }, new int[] { 20, 10, 20, 20 });
        Family.AssertRanking(Ranking.Equal, Family.With(bear.WithQuietHours(pieces)), Family.With(bear.WithQuietHours(Family.Hours(100, 50))), "");
    }

    [TestMethod]
    [Req("DEF-03")]
    public void Compare_MissingToy_IsTheStrictestToy()
    {
        FamilySettings sample = Family.Sample();
        FamilySettings withCat = sample.WithToy(ToySettings.Strict("cat"));
        Family.AssertRanking(Ranking.Equal, sample, withCat, "a strict toy more");

        FamilySettings introduced = sample.WithToy(ToySettings.Introduced("cat"));
        AssertStricter(sample, introduced, "a toy introduced");
        Family.AssertRanking(Ranking.Mixed, introduced, sample.WithEverythingPaused(false).WithRetentionDays(20), "both loosened");
    }

    [TestMethod]
    [Req("DEF-03")]
    public void Compare_OrderOfToys_DoesNotCount()
    {
        FamilySettings one = new FamilySettings(true, false, 7, new ToySettings[] { Family.Bear(), Family.Rabbit() });
        FamilySettings other = new FamilySettings(true, false, 7, new ToySettings[] { Family.Rabbit(), Family.Bear() });
        Family.AssertRanking(Ranking.Equal, one, other, "");
    }

    [TestMethod]
    [Req("DEF-03")]
    public void Compare_StricterHereLooserThere_IsMixedAndMayNotReplace()
    {
        FamilySettings sample = Family.Sample();
        FamilySettings mixed = sample.WithPaired(false).WithToy(Family.Rabbit().WithPaused(false));
        Family.AssertRanking(Ranking.Mixed, mixed, sample, "");
        Family.AssertRanking(Ranking.Mixed, sample, mixed, "the other way");
        Assert.IsFalse(Strictness.IsNeverLooser(mixed, sample));
        Assert.IsFalse(Strictness.IsNeverLooser(sample, mixed));
    }

    [TestMethod]
    [Req("DEF-01")]
    public void Compare_Strict_IsNeverLooserThanAnything()
    {
        Dice dice = new Dice(11);

        for (int i = 0; i < 60; i++)
        {
            FamilySettings any = Family.Any(dice);
            Assert.IsTrue(Strictness.IsNeverLooser(FamilySettings.Strict, any), i.ToString());
            Assert.IsTrue(Strictness.IsNeverLooser(FamilySettings.Strict.WithToy(ToySettings.Strict("toy1")), any), i.ToString());
        }
    }

    [TestMethod]
    [Req("DEF-03")]
    public void Merge_AnyTwo_IsNeverLooserThanEither()
    {
        Dice dice = new Dice(12);

        for (int i = 0; i < 60; i++)
        {
            FamilySettings one = Family.Any(dice);
            FamilySettings other = Family.Any(dice);
            FamilySettings both = Strictness.Merge(one, other);
            Assert.IsTrue(Strictness.IsNeverLooser(both, one), i.ToString());
            Assert.IsTrue(Strictness.IsNeverLooser(both, other), i.ToString());
            Family.AssertRanking(Ranking.Equal, both, Strictness.Merge(other, one), "the other way round");
        }
    }

    // Sixteen windows and others between them do not fit: then all is quiet. With one less they fit as they are.
    [TestMethod]
    [Req("DEF-03")]
    [DataRow(8, false)]
    [DataRow(9, true)]
    public void Merge_MoreWindowsThanFit_IsQuietAllWeek(int count, bool isAllWeek)
    {
        int[] starts = new int[8];
        int[] others = new int[count];
        int[] lengths = new int[8];
        int[] otherLengths = new int[count];

        for (int i = 0; i < count; i++)
        {
            others[i] = 600 * i + 200;
            otherLengths[i] = 100;

            if (i < 8)
            {
                starts[i] = 600 * i;
                lengths[i] = 100;
            }
        }

        ToySettings bear = Family.Bear();
        FamilySettings one = Family.With(bear.WithQuietHours(new WeeklyHours(starts, lengths)));
        FamilySettings other = Family.With(bear.WithQuietHours(new WeeklyHours(others, otherLengths)));
        FamilySettings both = Strictness.Merge(one, other);
        WeeklyHours quiet = both.Toys[0].QuietHours!;

        Assert.AreEqual(isAllWeek ? 1 : 16, quiet.Count);
        Assert.IsTrue(Strictness.IsNeverLooser(both, one));
        Assert.IsTrue(Strictness.IsNeverLooser(both, other));
        Assert.AreEqual(isAllWeek, quiet.Contains(150));
    }

    // The first is stricter than the second, asked in every way there is.
    private static void AssertStricter(FamilySettings strict, FamilySettings loose, string about)
    {
        Family.AssertRanking(Ranking.Stricter, strict, loose, about);
        Family.AssertRanking(Ranking.Looser, loose, strict, about);
        Assert.IsTrue(Strictness.IsNeverLooser(strict, loose), about);
        Assert.IsFalse(Strictness.IsNeverLooser(loose, strict), about);
        Family.AssertRanking(Ranking.Equal, strict, Strictness.Merge(loose, strict), about);
    }
}
