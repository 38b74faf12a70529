using ToyGuard.Core.Policy;
using ToyGuard.Core.Privacy;
using ToyGuard.Fakes;

namespace ToyGuard.Core.Tests.Privacy;

/// <summary>Goal: who is younger, unknown or one of several has the stricter rules, in everything. Method: every age, every pair, minute by minute.</summary>
[TestClass]
public class AgeProfilesTests
{
    private const int MinutesOfWeek = 7 * 24 * 60;

    private static readonly string[] Purposes = new string[]
    {
        "stories", "music", "games", "lessons", "voice-answers", "voice-messages", "translation", "time", "weather", "content-updates", "account", "support",
        "diagnostics", "analytics",
    };

    [TestMethod]
    [Req("DEF-05")]
    public void Of_UnknownAge_IsTheYoungest()
    {
        Assert.AreEqual((int)AgeBand.Under9, (int)AgeProfiles.Of(AgeBand.Unknown).Band);
        Assert.AreEqual((int)AgeBand.Under9, (int)AgeProfiles.Of((AgeBand)200).Band);
        Assert.AreEqual((int)AgeBand.Under9, (int)AgeProfiles.OfShared(new AgeBand[0]).Band);
        Assert.AreEqual((int)AgeBand.Under9, (int)AgeProfiles.OfShared(new AgeBand[] { AgeBand.From13To18, AgeBand.Unknown }).Band);
        Assert.AreEqual((int)AgeBand.From9To12, (int)AgeProfiles.OfShared(new AgeBand[] { AgeBand.From13To18, AgeBand.From9To12 }).Band);
        Assert.AreEqual((int)AgeBand.From13To18, (int)AgeProfiles.OfShared(new AgeBand[] { AgeBand.From13To18 }).Band);
    }

    [TestMethod]
    [Req("DEF-05")]
    public void OfShared_EveryPairOfAges_IsNeverLooserThanEither()
    {
        for (int a = 0; a < 4; a++)
        {
            for (int b = 0; b < 4; b++)
            {
                AgeProfile both = AgeProfiles.OfShared(new AgeBand[] { (AgeBand)a, (AgeBand)b });
                AssertNoLooser(both, AgeProfiles.Of((AgeBand)a));
                AssertNoLooser(both, AgeProfiles.Of((AgeBand)b));
            }
        }
    }

    [TestMethod]
    public void QuietHours_OfEveryAge_AreTheRestOfEveryNight()
    {
        for (int band = 0; band < 4; band++)
        {
            AgeProfile profile = AgeProfiles.Of((AgeBand)band);
            WeeklyHours hours = profile.QuietHours();

            for (int minute = 0; minute < MinutesOfWeek; minute++)
            {
                int into = ((minute % 1440) - profile.RestStart + 1440) % 1440;
                Assert.AreEqual(into < profile.RestMinutes, hours.Contains(minute));
            }
        }
    }

    private static void AssertNoLooser(AgeProfile strict, AgeProfile loose)
    {
        WeeklyHours mine = strict.QuietHours();
        WeeklyHours theirs = loose.QuietHours();

        for (int day = 0; day < 7; day++)
        {
            Assert.IsTrue(strict.PlayMinutes().At(day) <= loose.PlayMinutes().At(day));
        }

        for (int minute = 0; minute < MinutesOfWeek; minute += 5)
        {
            Assert.IsTrue(mine.Contains(minute) || !theirs.Contains(minute));
        }

        for (int i = 0; i < Purposes.Length; i++)
        {
            Assert.IsTrue(strict.AsksAbout(Purposes[i]) || !loose.AsksAbout(Purposes[i]), Purposes[i]);
        }
    }
}
