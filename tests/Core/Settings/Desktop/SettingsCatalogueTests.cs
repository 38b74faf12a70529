using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Privacy;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Tests.Policy;
using ToyGuard.Core.Times;

namespace ToyGuard.Core.Tests.Settings.Desktop;

/// <summary>
/// Goal: no setting without a direction. Method: the catalogue names every property of settings and lists values from the most private one on;
/// reflection finds a property that it does not name; each step must be looser, be kept by the codec, and be undone by merging; the default
/// must be the first of the list.
/// </summary>
[TestClass]
public class SettingsCatalogueTests
{
    // Settings that differ in one field, the most private first. Toys' own fields follow below.
    private static readonly Dictionary<string, FamilySettings[]> FamilyFields = new()
    {
        [nameof(FamilySettings.IsPaired)] = new[] { false, true }.Select(FamilySettings.Strict.WithPaired).ToArray(),
        [nameof(FamilySettings.IsEverythingPaused)] = new[] { true, false }.Select(FamilySettings.Strict.WithEverythingPaused).ToArray(),
        [nameof(FamilySettings.RetentionDays)] = new[] { 7, 8, 29, 30 }.Select(FamilySettings.Strict.WithRetentionDays).ToArray(),
        [nameof(FamilySettings.PausedUntil)] = new[] { 0, int.MaxValue, 2, 1 }.Select(FamilySettings.Strict.WithPausedUntil).Append(FamilySettings.Strict.WithEverythingPaused(false)).ToArray(),
        [nameof(FamilySettings.Children)] = new[]
        {
            OfChildren(Child(1, AgeBand.Under9, 0), Child(2, AgeBand.Under9, 30)),
            OfChildren(Child(1, AgeBand.Under9, 0)),
            OfChildren(Child(1, AgeBand.From9To12, 0)),
            OfChildren(Child(1, AgeBand.From9To12, 1)),
            OfChildren(Child(1, AgeBand.From9To12, -1)),
            OfChildren(),
        },
        [nameof(FamilySettings.Toys)] = new[]
        {
            FamilySettings.Strict,
            FamilySettings.Strict.WithToy(ToySettings.Strict("bear").WithPaused(false)),
            FamilySettings.Strict.WithToy(ToySettings.Strict("bear").WithPaused(false)).WithToy(ToySettings.Introduced("rabbit")),
        },
    };

    private static readonly Dictionary<string, ToySettings[]> ToyFields = new()
    {
        [nameof(ToySettings.IsPaused)] = new[] { true, false }.Select(ToySettings.Strict("bear").WithPaused).ToArray(),
        [nameof(ToySettings.PausedUntil)] = new[] { 0, int.MaxValue, 2, 1 }.Select(ToySettings.Strict("bear").WithPausedUntil).Append(ToySettings.Strict("bear").WithPaused(false)).ToArray(),
        [nameof(ToySettings.Tickets)] = new[] { 0, 1, 4 }.Select(ToySettings.Strict("bear").WithTickets).ToArray(),
        [nameof(ToySettings.QuietHours)] = new[] { Family.Hours(0, 10080), Family.Hours(1000, 10079), Family.Evenings(), Family.Hours(1200, 60), Family.Hours(1210, 50), null }
            .Select(ToySettings.Strict("bear").WithQuietHours).ToArray(),
        [nameof(ToySettings.PlayMinutes)] = new[] { 0, 1, 1440, ToySettings.NoLimit }.Select(n => ToySettings.Strict("bear").WithPlayMinutes(n)).ToArray(),
        [nameof(ToySettings.ChildBand)] = new[] { AgeBand.Under9, AgeBand.From9To12, AgeBand.From13To18 }.Select(ToySettings.Strict("bear").WithChildBand).ToArray(),
        [nameof(ToySettings.Approvals)] = new[]
        {
            new Approval[0],
            new[] { new Approval(7, 1) },
            new[] { new Approval(7, int.MaxValue) },
            new[] { new Approval(7, Approval.NoEnd) },
            new[] { new Approval(7, Approval.NoEnd), new Approval(-3, 1) },
        }.Select(approvals => ToySettings.Strict("bear").WithApprovals(approvals)).ToArray(),
        [nameof(ToySettings.Consents)] = new[]
        {
            new SensorConsent[0],
            new[] { new SensorConsent(7, 1) },
            new[] { new SensorConsent(7, 2) },
            new[] { new SensorConsent(7, int.MaxValue) },
            new[] { new SensorConsent(7, int.MaxValue), new SensorConsent(-3, 1) },
        }.Select(ToySettings.Strict("bear").WithConsents).ToArray(),
    };

    // Says what time it is, and lets nothing out by itself.
    private static readonly string[] NoDirection = { nameof(FamilySettings.Zone) };

    // Whose a toy is counts by the rules of the children; steps of its own below.
    private static readonly string[] ByChildren = { nameof(ToySettings.Child), nameof(ToySettings.IsShared), nameof(ToySettings.IsEverybodys) };

    [TestMethod]
    [Req("DEF-01")]
    public void Catalogue_EveryProperty_IsInIt()
    {
        string[] family = PropertiesOf(typeof(FamilySettings)).Except(NoDirection).ToArray();
        string[] toy = PropertiesOf(typeof(ToySettings)).Except(new[] { nameof(ToySettings.Name) }).Except(ByChildren).ToArray();

        CollectionAssert.AreEquivalent(FamilyFields.Keys.ToArray(), family, "a setting without a direction");
        CollectionAssert.AreEquivalent(ToyFields.Keys.ToArray(), toy, "a setting of a toy without a direction");
    }

    // A field that nothing here can see would be one that nobody ranks: every instance field is behind a property.
    [TestMethod]
    [Req("DEF-01")]
    public void Catalogue_EveryField_IsBehindAProperty()
    {
        foreach (Type type in new[] { typeof(FamilySettings), typeof(ToySettings) })
        {
            int fields = type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public).Length;
            Assert.AreEqual(PropertiesOf(type).Except(new[] { nameof(ToySettings.IsEverybodys) }).Count(), fields, type.Name);
        }
    }

    [TestMethod]
    [Req("DEF-01")]
    public void Strict_EveryField_IsTheMostPrivateValue()
    {
        foreach ((string field, FamilySettings[] values) in AllFields().Where(field => field.Field != nameof(FamilySettings.Children)))
        {
            Family.AssertRanking(Ranking.Equal, FamilySettings.Strict, values[0], field);
        }
    }

    [TestMethod]
    [Req("DEF-01")]
    [Req("DEF-03")]
    public void Compare_EveryField_EachStepIsLooser()
    {
        int steps = 0;

        foreach ((string field, FamilySettings[] values) in AllFields())
        {
            for (int i = 1; i < values.Length; i++)
            {
                string about = field + " " + i;
                Family.AssertRanking(Ranking.Looser, values[i], values[i - 1], about);
                Family.AssertRanking(Ranking.Looser, values[i], values[0], about);
                Assert.IsFalse(Strictness.IsNeverLooser(values[i], values[i - 1]), about);
                Family.AssertRanking(Ranking.Equal, values[i - 1], Strictness.Merge(values[i], values[i - 1]), about);
                Family.AssertRanking(Ranking.Equal, values[i - 1], Strictness.Merge(values[i - 1], values[i]), about);
                steps++;
            }
        }

        Assert.AreEqual(41, steps);
    }

    [TestMethod]
    [Req("DEF-03")]
    public void Codec_EveryField_IsKept()
    {
        foreach ((string field, FamilySettings[] values) in AllFields())
        {
            string[] kept = values.Select(value => Family.HexOf(SettingsCodec.Write(value))).ToArray();
            Assert.AreEqual(values.Length, kept.Distinct().Count(), field);

            foreach (FamilySettings value in values)
            {
                FamilySettings? read = SettingsCodec.Read(SettingsCodec.Write(value)).Settings;
                Family.AssertRanking(Ranking.Equal, value, read!, field);
            }
        }
    }

    // A field that never reaches the gate protects nobody. Records are no matter of the gate.
    [TestMethod]
    [Req("DEF-03")]
    public void Gate_EveryField_HoldsMoreAtItsMostPrivate()
    {
        FamilySettings open = Household.Agree(Family.AllWell(), Family.DeclaredBear(), 1, Family.Noon + 1);
        ToySettings bear = open.Toys[0];
        Assert.IsTrue(IsStoryAllowed(open));
        Assert.IsTrue(IsMicrophoneAllowed(open));

        foreach ((string field, FamilySettings[] values) in AllFields())
        {
            FamilySettings strictest = field switch
            {
                nameof(FamilySettings.IsPaired) => open.WithPaired(false),
                nameof(FamilySettings.IsEverythingPaused) => open.WithEverythingPaused(true),
                nameof(FamilySettings.Toys) => new FamilySettings(true, false, 7, values[0].Toys),
                nameof(FamilySettings.PausedUntil) => open.WithPausedUntil(0),
                nameof(FamilySettings.Children) => open.WithChild(values[0].Children[0]),
                nameof(ToySettings.IsPaused) => open.WithToy(bear.WithPaused(values[0].Of("bear").IsPaused)),
                nameof(ToySettings.QuietHours) => open.WithToy(bear.WithQuietHours(values[0].Of("bear").QuietHours)),
                nameof(ToySettings.PlayMinutes) => open.WithToy(bear.WithPlayMinutes(values[0].Of("bear").PlayMinutes)),
                nameof(ToySettings.ChildBand) => open.WithToy(bear.WithChildBand(values[0].Of("bear").ChildBand)),
                nameof(ToySettings.Approvals) => open.WithToy(bear.WithApprovals(values[0].Of("bear").Approvals)),
                nameof(ToySettings.Consents) => open.WithToy(bear.WithConsents(values[0].Of("bear").Consents)),
                _ => open,
            };

            bool isNoMatter = field is nameof(FamilySettings.RetentionDays) or nameof(ToySettings.Tickets);
            Assert.AreEqual(isNoMatter || field == nameof(ToySettings.Consents), IsStoryAllowed(strictest), field);
            Assert.AreEqual(isNoMatter || field == nameof(ToySettings.Approvals), IsMicrophoneAllowed(strictest), field);
        }
    }

    // DEF-05: a toy that several children have, or nobody knows who, has the rules of all; one child's toy has that child's.
    [TestMethod]
    [Req("DEF-05")]
    public void Compare_WhoseAToyIs_EverybodysIsTheStrictest()
    {
        FamilySettings both = OfChildren(Child(1, AgeBand.Under9, 20), Child(2, AgeBand.From9To12, 40));
        ToySettings toy = both.Toys[0];
        FamilySettings first = both.WithToy(toy.WithChild(1, false));
        FamilySettings second = both.WithToy(toy.WithChild(2, false));
        FamilySettings shared = both.WithToy(toy.WithChild(2, true));

        Family.AssertRanking(Ranking.Equal, shared, both, "shared, or nobody's");
        Family.AssertRanking(Ranking.Stricter, both, first, "everybody's");
        Family.AssertRanking(Ranking.Stricter, shared, second, "everybody's");
        Family.AssertRanking(Ranking.Mixed, first, second, "another child's");
        Family.AssertRanking(Ranking.Equal, both, Strictness.Merge(first, second), "merged");
        Family.AssertRanking(Ranking.Equal, first, Strictness.Merge(first, first), "merged with itself");
        Family.AssertRanking(Ranking.Looser, both.WithoutChild(1), both, "a child less");
        Family.AssertRanking(Ranking.Mixed, first.WithoutChild(1), first.WithoutChild(2), "nobody's, so the other child's rules");
    }

    private static ChildSettings Child(int number, AgeBand band, int minutes)
    {
        return new ChildSettings(number, number, number, band, DayMinutes.Every(minutes));
    }

    // A family with a toy that is everybody's.
    private static FamilySettings OfChildren(params ChildSettings[] children)
    {
        return children.Aggregate(FamilySettings.Strict.WithToy(ToySettings.Introduced("bear")), (family, child) => family.WithChild(child));
    }

    private static bool IsStoryAllowed(FamilySettings settings)
    {
        Gate gate = AnyFamily.GateOver(settings, new[] { Family.DeclaredBear() }, Home.At(Home.Monday, Home.Noon), 0);
        return gate.Ask(Home.StoriesQuery()).IsAllowed;
    }

    private static bool IsMicrophoneAllowed(FamilySettings settings)
    {
        Gate gate = AnyFamily.GateOver(settings, new[] { Family.DeclaredBear() }, Home.At(Home.Monday, Home.Noon), 0);
        return gate.Ask(new GateQuery { Toy = 1, Kind = AskKind.Sensor, Sensor = 1 }).IsAllowed;
    }

    private static IEnumerable<(string Field, FamilySettings[] Values)> AllFields()
    {
        return FamilyFields.Select(field => (field.Key, field.Value))
            .Concat(ToyFields.Select(field => (field.Key, field.Value.Select(FamilySettings.Strict.WithToy).ToArray())));
    }

    private static string[] PropertiesOf(Type type)
    {
        return type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Select(property => property.Name).ToArray();
    }
}
