using System;
using System.Linq;

using FsCheck;
using FsCheck.Fluent;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Tests.Policy.Desktop;
using ToyGuard.Core.Times;

namespace ToyGuard.Core.Tests.Settings.Desktop;

/// <summary>
/// Goal: the ranking is a partial order with a greatest lower bound, and it tells the truth about the gate. Method: random settings, many of
/// them one step apart; the laws; every random question to the real gate under both settings of a pair. A failing case prints its number.
/// </summary>
[TestClass]
public class StrictnessPropertyTests
{
    [TestMethod]
    [Req("DEF-03")]
    public void Compare_AnySettings_IsAPartialOrder()
    {
        int[] seen = new int[4];

        Check(1500, random =>
        {
            DeclaredToy[] toys = AnyFamily.Toys(random, 2);
            FamilySettings a = AnyFamily.Settings(random, toys);
            FamilySettings b = Near(random, a, toys);
            FamilySettings c = Near(random, b, toys);
            Ranking ranking = Strictness.Compare(a, b);
            seen[(int)ranking]++;

            bool isReflexive = Strictness.Compare(a, a) == Ranking.Equal && Strictness.IsNeverLooser(a, a);
            bool isTransitive = !Strictness.IsNeverLooser(a, b) || !Strictness.IsNeverLooser(b, c) || Strictness.IsNeverLooser(a, c);
            bool isTwoSided = Strictness.Compare(b, a) == Turned(ranking);
            bool isAntisymmetric = (ranking == Ranking.Equal) == (Strictness.IsNeverLooser(a, b) && Strictness.IsNeverLooser(b, a));
            bool isSaidAlike = Strictness.IsNeverLooser(a, b) == ranking is Ranking.Equal or Ranking.Stricter;

            return isReflexive && isTransitive && isTwoSided && isAntisymmetric && isSaidAlike;
        });

        Console.WriteLine("equal, stricter, looser, mixed: " + string.Join(", ", seen));
        Assert.IsTrue(seen.All(times => times > 100), string.Join(", ", seen));
    }

    // Equal is equal in every field that lets anything out; only days below 7 and the order of toys may differ.
    [TestMethod]
    [Req("DEF-03")]
    public void Compare_Equal_IsTheSameInEveryField()
    {
        int equal = 0;

        Check(1000, random =>
        {
            DeclaredToy[] toys = AnyFamily.Toys(random, 2);
            FamilySettings a = AnyFamily.Settings(random, toys);
            FamilySettings b = random.Next(3) == 0 ? Respelled(random, a) : AnyFamily.OneStepFrom(random, a, toys);
            bool areEqual = Strictness.Compare(a, b) == Ranking.Equal;
            equal += areEqual ? 1 : 0;

            return areEqual == (PlainText(a) == PlainText(b));
        });

        Assert.IsGreaterThan(150, equal);
    }

    [TestMethod]
    [Req("DEF-03")]
    public void Merge_AnySettings_IsTheGreatestLowerBound()
    {
        int below = 0;

        Check(1500, random =>
        {
            DeclaredToy[] toys = AnyFamily.Toys(random, 2);
            FamilySettings a = AnyFamily.Settings(random, toys);
            FamilySettings b = Near(random, a, toys);
            FamilySettings both = Strictness.Merge(a, b);

            // Something below both, made without merging the two: what is below a, step by step, until it is below b too.
            FamilySettings lower = Near(random, both, toys);
            // A toy of one child here and of another there becomes everybody's, which may be more than it takes.
            bool isExact = a.Toys.All(toy => toy.IsEverybodys || b.Of(toy.Name).IsEverybodys || toy.Child == b.Of(toy.Name).Child)
                && a.Children.Length == b.Children.Length;
            bool isBelow = isExact && Strictness.IsNeverLooser(lower, a) && Strictness.IsNeverLooser(lower, b);
            below += isBelow && Strictness.Compare(lower, both) != Ranking.Equal ? 1 : 0;

            return Strictness.IsNeverLooser(both, a)
                && Strictness.IsNeverLooser(both, b)
                && (!isBelow || Strictness.IsNeverLooser(lower, both))
                && Strictness.Compare(both, Strictness.Merge(b, a)) == Ranking.Equal
                && Strictness.Compare(a, Strictness.Merge(a, a)) == Ranking.Equal;
        });

        Assert.IsGreaterThan(50, below);
    }

    // What the order is for.
    [TestMethod]
    [Req("DEF-03")]
    public void IsNeverLooser_AnyTwo_TheGateAllowsNothingNew()
    {
        int pairs = 0;
        int allowed = 0;
        int held = 0;

        Check(2500, random =>
        {
            DeclaredToy[] toys = AnyFamily.Toys(random, 2);
            FamilySettings before = AnyFamily.Settings(random, toys);
            FamilySettings now = random.Next(3) == 0
                ? Strictness.Merge(AnyFamily.OneStepFrom(random, before, toys), before)
                : Near(random, before, toys);

            if (!Strictness.IsNeverLooser(now, before))
            {
                return true;
            }

            pairs++;

            for (int i = 0; i < 30; i++)
            {
                Moment time = AnyFamily.Time(random);
                int played = random.Next(4);
                GateQuery query = AnyFamily.Query(random);
                bool isAllowedNow = AnyFamily.GateOver(now, toys, time, played).Ask(query).IsAllowed;
                bool wasAllowed = AnyFamily.GateOver(before, toys, time, played).Ask(query).IsAllowed;
                allowed += isAllowedNow ? 1 : 0;
                held += wasAllowed && !isAllowedNow ? 1 : 0;

                if (isAllowedNow && !wasAllowed)
                {
                    return false;
                }
            }

            return true;
        });

        Console.WriteLine($"{pairs} pairs: {allowed} questions allowed by both, {held} held only by the stricter.");
        Assert.IsGreaterThan(1000, pairs);
        Assert.IsGreaterThan(1000, allowed);
        Assert.IsGreaterThan(500, held);
    }

    // The same for settings that somebody imports.
    [TestMethod]
    [Req("DEF-03")]
    public void Import_AnyFile_TheGateAllowsNothingNew()
    {
        int allowed = 0;

        Check(800, random =>
        {
            DeclaredToy[] toys = AnyFamily.Toys(random, 2);
            FamilySettings before = AnyFamily.Settings(random, toys);
            SettingsReading file = SettingsCodec.Read(SettingsCodec.Write(AnyFamily.Settings(random, toys)));
            FamilySettings now = SettingsImport.Merge(before, file);

            for (int i = 0; i < 20; i++)
            {
                Moment time = AnyFamily.Time(random);
                int played = random.Next(4);
                GateQuery query = AnyFamily.Query(random);
                bool isAllowed = AnyFamily.GateOver(now, toys, time, played).Ask(query).IsAllowed;
                allowed += isAllowed ? 1 : 0;

                if (isAllowed && !AnyFamily.GateOver(before, toys, time, played).Ask(query).IsAllowed)
                {
                    return false;
                }
            }

            return Strictness.IsNeverLooser(now, before);
        });

        Assert.IsGreaterThan(150, allowed);
    }

    // Quiet hours as sets: every minute of the week, asked one by one.
    [TestMethod]
    [Req("PCTL-02")]
    public void QuietHours_AnyWindows_CoverTheSameMinutesAndCompareAsSets()
    {
        Check(100, random =>
        {
            WeeklyHours a = FineHours(random);
            WeeklyHours b = FineHours(random);
            ToySettings one = Family.Bear().WithQuietHours(a);
            ToySettings other = Family.Bear().WithQuietHours(b);
            WeeklyHours both = Strictness.Merge(Family.With(one), Family.With(other)).Toys[0].QuietHours!;
            bool isStricter = true;

            for (int minute = 0; minute < WeeklyHours.MinutesOfWeek; minute++)
            {
                if (one.QuietHours!.Contains(minute) != a.Contains(minute) || both.Contains(minute) != (a.Contains(minute) || b.Contains(minute)))
                {
                    return false;
                }

                isStricter &= a.Contains(minute) || !b.Contains(minute);
            }

            return isStricter == Strictness.IsNeverLooser(Family.With(one), Family.With(other));
        });
    }

    // Thirty-two windows do not fit into sixteen: never a minute less than both have.
    [TestMethod]
    [Req("DEF-03")]
    public void Merge_ManyWindows_LosesNoQuietMinute()
    {
        Check(60, random =>
        {
            WeeklyHours a = ManyHours(random);
            WeeklyHours b = ManyHours(random);
            FamilySettings one = Family.With(Family.Bear().WithQuietHours(a));
            FamilySettings other = Family.With(Family.Bear().WithQuietHours(b));
            FamilySettings merged = Strictness.Merge(one, other);
            WeeklyHours both = merged.Toys[0].QuietHours!;

            return both.Count <= ToySettings.WindowsMax
                && Enumerable.Range(0, WeeklyHours.MinutesOfWeek).All(minute => both.Contains(minute) || (!a.Contains(minute) && !b.Contains(minute)))
                && Strictness.IsNeverLooser(merged, one)
                && Strictness.IsNeverLooser(merged, other);
        });
    }

    private static void Check(int cases, Func<Random, bool> holds)
    {
        Prop.ForAll<int>(number => holds(new Random(number))).Check(Seeded.Cases(cases).WithArbitrary(new[] { typeof(GatePropertyTests.AnyNumber) }));
    }

    private static FamilySettings Near(Random random, FamilySettings settings, DeclaredToy[] toys)
    {
        return random.Next(6) switch
        {
            0 => Respelled(random, settings),
            1 => AnyFamily.Settings(random, toys),
            2 => AnyFamily.OneStepFrom(random, AnyFamily.OneStepFrom(random, settings, toys), toys),
            3 => Strictness.Merge(settings, AnyFamily.OneStepFrom(random, settings, toys)),
            _ => AnyFamily.OneStepFrom(random, settings, toys),
        };
    }

    // The same meaning: toys in another order, a strict one more, other days below 7.
    private static FamilySettings Respelled(Random random, FamilySettings settings)
    {
        FamilySettings other = settings
            .WithRetentionDays(settings.RetentionDays <= 7 ? random.Next(8) : settings.RetentionDays)
            .WithZone(settings.Zone.Length == 0 ? "UTC0" : "")
            .WithToys(settings.Toys.Reverse().Select(toy => toy.Child == 0 ? toy.WithChild(0, !toy.IsShared) : toy).ToArray());

        return random.Next(2) == 0 ? other : other.WithToy(ToySettings.Strict("another"));
    }

    private static Ranking Turned(Ranking ranking)
    {
        return ranking switch { Ranking.Stricter => Ranking.Looser, Ranking.Looser => Ranking.Stricter, _ => ranking };
    }

    private static string PlainText(FamilySettings settings)
    {
        string strict = PlainText(ToySettings.Strict("x"));
        string[] toys = settings.Toys.Where(toy => PlainText(toy) != strict)
            .Select(toy => toy.Name + ": " + PlainText(toy) + " " + RulesOf(settings, toy)).Order(StringComparer.Ordinal).ToArray();
        return $"{settings.IsPaired} {settings.IsEverythingPaused} {settings.PausedUntil} {Math.Max(7, settings.RetentionDays)}\n" + string.Join("\n", toys);
    }

    // The children whose rules count, with them.
    private static string RulesOf(FamilySettings settings, ToySettings toy)
    {
        return string.Join(";", settings.Children.Where(child => toy.IsShared || toy.Child == 0 || toy.Child == child.Number)
            .Select(child => $"{child.Number} {child.Band} {Week(child.PlayMinutes)}"));
    }

    private static string Week(DayMinutes minutes)
    {
        return string.Join(",", Enumerable.Range(0, 7).Select(minutes.At));
    }

    private static string PlainText(ToySettings toy)
    {
        string quiet = new(Enumerable.Range(0, WeeklyHours.MinutesOfWeek / 60).Select(hour => toy.QuietHours?.Contains(hour * 60) == true ? 'q' : '.').ToArray());
        return $"{toy.IsPaused} {toy.PausedUntil} {Week(toy.PlayMinutes)} {toy.Tickets} {toy.ChildBand} {quiet} {string.Join(",", toy.Approvals.Select(a => a.Print + " until " + a.UntilMinute))} {string.Join(",", toy.Consents.Select(c => c.Print + " until " + c.UntilMinute))}";
    }

    private static WeeklyHours FineHours(Random random)
    {
        int count = random.Next(1, 5);
        int span = random.Next(2) == 0 ? 40 : WeeklyHours.MinutesOfWeek;
        int origin = random.Next(2) == 0 ? WeeklyHours.MinutesOfWeek - 20 : 0;
        return new WeeklyHours(
            Enumerable.Range(0, count).Select(_ => (origin + random.Next(span)) % WeeklyHours.MinutesOfWeek).ToArray(),
            Enumerable.Range(0, count).Select(_ => random.Next(8) == 0 ? random.Next(1, WeeklyHours.MinutesOfWeek + 1) : random.Next(1, 20)).ToArray());
    }

    private static WeeklyHours ManyHours(Random random)
    {
        return new WeeklyHours(
            Enumerable.Range(0, ToySettings.WindowsMax).Select(_ => random.Next(WeeklyHours.MinutesOfWeek)).ToArray(),
            Enumerable.Range(0, ToySettings.WindowsMax).Select(_ => random.Next(1, 200)).ToArray());
    }
}
