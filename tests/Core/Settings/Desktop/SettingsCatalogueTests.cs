using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Privacy;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Tests.Policy;

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
        [nameof(ToySettings.QuietHours)] = new[] { Family.Hours(0, 10080), Family.Hours(1000, 10079), Family.Evenings(), Family.Hours(1200, 60), Family.Hours(1210, 50), null }
            .Select(ToySettings.Strict("bear").WithQuietHours).ToArray(),
        [nameof(ToySettings.PlayMinutesADay)] = new[] { 0, 1, 1440, ToySettings.NoLimit }.Select(ToySettings.Strict("bear").WithPlayMinutes).ToArray(),
        [nameof(ToySettings.ChildBand)] = new[] { AgeBand.Under9, AgeBand.From9To12, AgeBand.From13To18 }.Select(ToySettings.Strict("bear").WithChildBand).ToArray(),
        [nameof(ToySettings.Approvals)] = new[] { new long[0], new long[] { 7 }, new long[] { -3, 7 } }.Select(ToySettings.Strict("bear").WithApprovals).ToArray(),
        [nameof(ToySettings.Consents)] = new[]
        {
            new SensorConsent[0],
            new[] { new SensorConsent(7, 1) },
            new[] { new SensorConsent(7, 2) },
            new[] { new SensorConsent(7, int.MaxValue) },
            new[] { new SensorConsent(7, int.MaxValue), new SensorConsent(-3, 1) },
        }.Select(ToySettings.Strict("bear").WithConsents).ToArray(),
    };

    [TestMethod]
    [Req("DEF-01")]
    public void Catalogue_EveryProperty_IsInIt()
    {
        string[] family = PropertiesOf(typeof(FamilySettings));
        string[] toy = PropertiesOf(typeof(ToySettings)).Except(new[] { nameof(ToySettings.Name) }).ToArray();

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
            Assert.AreEqual(PropertiesOf(type).Length, fields, type.Name);
        }
    }

    [TestMethod]
    [Req("DEF-01")]
    public void Strict_EveryField_IsTheMostPrivateValue()
    {
        foreach ((string field, FamilySettings[] values) in AllFields())
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

        Assert.AreEqual(24, steps);
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
                nameof(ToySettings.IsPaused) => open.WithToy(bear.WithPaused(values[0].Of("bear").IsPaused)),
                nameof(ToySettings.QuietHours) => open.WithToy(bear.WithQuietHours(values[0].Of("bear").QuietHours)),
                nameof(ToySettings.PlayMinutesADay) => open.WithToy(bear.WithPlayMinutes(values[0].Of("bear").PlayMinutesADay)),
                nameof(ToySettings.ChildBand) => open.WithToy(bear.WithChildBand(values[0].Of("bear").ChildBand)),
                nameof(ToySettings.Approvals) => open.WithToy(bear.WithApprovals(values[0].Of("bear").Approvals)),
                nameof(ToySettings.Consents) => open.WithToy(bear.WithConsents(values[0].Of("bear").Consents)),
                _ => open,
            };

            Assert.AreEqual(field is nameof(FamilySettings.RetentionDays) or nameof(ToySettings.Consents), IsStoryAllowed(strictest), field);
            Assert.AreEqual(field is nameof(FamilySettings.RetentionDays) or nameof(ToySettings.Approvals), IsMicrophoneAllowed(strictest), field);
        }
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
