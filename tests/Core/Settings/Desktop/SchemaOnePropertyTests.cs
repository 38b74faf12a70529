using System;
using System.Linq;

using FsCheck;
using FsCheck.Fluent;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Tests.Policy.Desktop;

namespace ToyGuard.Core.Tests.Settings.Desktop;

/// <summary>
/// Goal: a file of schema 1 comes up never looser than it was meant, and keeps the choices whose meaning is certain. Method: random files;
/// random questions to the gate after the migration and to an interpreter of schema 1.
/// </summary>
[TestClass]
public class SchemaOnePropertyTests
{
    [TestMethod]
    [Req("DEF-03")]
    public void Read_AnyOldFile_TheGateAllowsNothingThatItHeld()
    {
        int allowed = 0;

        Check(1000, random =>
        {
            DeclaredToy[] toys = AnyFamily.Toys(random, 2);
            SchemaOneFile file = SchemaOneFile.Any(random);
            FamilySettings settings = Migrated(file);
            return AllowsNoMore(random, file, settings, toys, false, ref allowed);
        });

        // Questions for the time: nothing else is approved any more.
        Assert.IsGreaterThan(500, allowed);
    }

    // Goal: what is left of the old rules still holds once a guardian has approved every endpoint anew.
    [TestMethod]
    [Req("DEF-03")]
    public void Read_AnyOldFileAndAllApprovedAnew_TheGateKeepsTheOldRules()
    {
        int allowed = 0;

        Check(1200, random =>
        {
            DeclaredToy[] toys = AnyFamily.Toys(random, 2);
            SchemaOneFile file = SchemaOneFile.Any(random);
            FamilySettings settings = Migrated(file);

            foreach (DeclaredToy toy in toys.Where(toy => settings.Find(toy.Name) is not null))
            {
                for (int number = 1; number <= toy.Manifest.Endpoints.Length; number++)
                {
                    settings = Household.Approve(settings, toy, number, true);
                }
            }

            return AllowsNoMore(random, file, settings, toys, true, ref allowed);
        });

        Assert.IsGreaterThan(800, allowed);
    }

    [TestMethod]
    [Req("DEF-03")]
    public void Read_AnyOldFile_KeepsWhatIsCertain()
    {
        Check(300, random =>
        {
            SchemaOneFile file = SchemaOneFile.Any(random);
            FamilySettings settings = Migrated(file);

            return settings.IsPaired == file.IsPaired
                && settings.IsEverythingPaused == file.IsEverythingPaused
                && settings.RetentionDays == Math.Min(30, file.Days)
                && settings.Toys.Length == file.Toys.Count
                && file.Toys.All(toy => IsKept(toy, settings.Of(toy.Name)));
        });
    }

    private static bool IsKept(SchemaOneToy old, ToySettings toy)
    {
        return toy.IsPaused == old.IsPaused
            && toy.PlayMinutes.At(0) == (old.Hours == 255 ? ToySettings.NoLimit : 60 * old.Hours)
            && toy.ChildBand == (old.IsTwelve ? AgeBand.From9To12 : AgeBand.Under9)
            && toy.Approvals.Length == 0
            && Enumerable.Range(0, 20).Select(i => i * 499).All(minute => (toy.QuietHours?.Contains(minute) == true) == old.IsQuietAt(minute % 1440));
    }

    private static bool AllowsNoMore(Random random, SchemaOneFile file, FamilySettings settings, DeclaredToy[] toys, bool isAllApproved, ref int allowed)
    {
        for (int i = 0; i < 25; i++)
        {
            Moment now = AnyFamily.Time(random);
            int played = random.Next(4) == 0 ? random.Next(1500) : 0;
            GateQuery query = AnyFamily.Query(random);

            if (!AnyFamily.GateOver(settings, toys, now, played).Ask(query).IsAllowed)
            {
                continue;
            }

            allowed++;
            DeclaredToy? toy = query.Kind == AskKind.OwnClock ? toys[0] : toys[query.Toy - 1];

            if (!file.MayPass(toy.Name, toy.Manifest, query, now, played, isAllApproved))
            {
                return false;
            }
        }

        return true;
    }

    private static FamilySettings Migrated(SchemaOneFile file)
    {
        SettingsReading reading = SettingsCodec.Read(file.ToBytes());
        Assert.AreEqual(SettingsFault.None, reading.Fault);
        Assert.AreEqual(1, reading.Schema);
        return reading.Settings!;
    }

    private static void Check(int cases, Func<Random, bool> holds)
    {
        Prop.ForAll<int>(number => holds(new Random(number))).Check(Seeded.Cases(cases).WithArbitrary(new[] { typeof(GatePropertyTests.AnyNumber) }));
    }
}
