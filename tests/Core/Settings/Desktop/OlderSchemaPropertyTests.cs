using System;
using System.Linq;

using FsCheck;
using FsCheck.Fluent;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Privacy;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Tests.Policy.Desktop;

namespace ToyGuard.Core.Tests.Settings.Desktop;

/// <summary>
/// Goal: an update from schema 2 or 3 loses nothing that it had, agrees to nothing, and is never looser. Method: random families, written by a
/// writer of those schemas of its own; what they had no place for was never set.
/// </summary>
[TestClass]
public class OlderSchemaPropertyTests
{
    [TestMethod]
    [DataRow(2)]
    [DataRow(3)]
    [Req("DEF-03")]
    [Req("SENS-02")]
    public void Read_AnyFamilyOfAnOlderSchema_IsTheSame(int schema)
    {
        int agreed = 0;

        Prop.ForAll<int>(number =>
        {
            Random random = new(number);
            DeclaredToy[] toys = AnyFamily.Toys(random, 3);
            FamilySettings before = Older(AnyFamily.Settings(random, toys), schema);
            SettingsReading reading = SettingsCodec.Read(OlderFile.Of(before, schema));
            agreed += before.Toys.Count(toy => toy.Approvals.Length > 0 && (schema == 2 || toy.Consents.Length > 0));

            return reading.Settings is not null && reading.Schema == schema && Family.AreSame(before, reading.Settings);
        }).Check(Seeded.Cases(600).WithArbitrary(new[] { typeof(GatePropertyTests.AnyNumber) }));

        Assert.IsGreaterThan(300, agreed);
    }

    // As much of a family as a schema had a place for.
    private static FamilySettings Older(FamilySettings settings, int schema)
    {
        ToySettings[] toys = settings.Toys.Select(toy => toy
            .WithChild(ToySettings.NobodysChild, false)
            .WithTickets(0)
            .WithPaused(toy.IsPaused)
            .WithPlayMinutes(toy.PlayMinutes.At(0))
            .WithApprovals(toy.Approvals.Select(approval => approval.Print).ToArray())
            .WithConsents(schema == 2 ? Array.Empty<SensorConsent>() : toy.Consents)).ToArray();

        return new FamilySettings(settings.IsPaired, settings.IsEverythingPaused, settings.RetentionDays, toys);
    }

    [TestMethod]
    [Req("SENS-02")]
    public void Read_AnyFamilyOfSchemaTwo_HoldsEverySensor()
    {
        Prop.ForAll<int>(number =>
        {
            Random random = new(number);
            DeclaredToy[] toys = AnyFamily.Toys(random, 2);
            FamilySettings settings = SettingsCodec.Read(OlderFile.Of(AnyFamily.Settings(random, toys), 2)).Settings!;
            Gate gate = AnyFamily.GateOver(settings, toys, AnyFamily.Time(random), 0);
            return !gate.Ask(new GateQuery { Toy = random.Next(1, 3), Kind = AskKind.Sensor, Sensor = 1 }).IsAllowed;
        }).Check(Seeded.Cases(500).WithArbitrary(new[] { typeof(GatePropertyTests.AnyNumber) }));
    }
}
