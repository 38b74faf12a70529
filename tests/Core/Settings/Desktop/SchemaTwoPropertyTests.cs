using System;
using System.Linq;

using FsCheck;
using FsCheck.Fluent;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Privacy;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Tests.Policy.Desktop;

namespace ToyGuard.Core.Tests.Settings.Desktop;

/// <summary>Goal: an update from schema 2 loses nothing and agrees to nothing. Method: random families, written by a writer of schema 2 of its own.</summary>
[TestClass]
public class SchemaTwoPropertyTests
{
    [TestMethod]
    [Req("DEF-03")]
    [Req("SENS-02")]
    public void Read_AnyFamilyOfSchemaTwo_IsTheSameWithoutConsents()
    {
        int agreed = 0;

        Prop.ForAll<int>(number =>
        {
            Random random = new(number);
            DeclaredToy[] toys = AnyFamily.Toys(random, 3);
            FamilySettings before = AnyFamily.Settings(random, toys);
            SettingsReading reading = SettingsCodec.Read(SchemaTwoFile.Of(before));
            agreed += before.Toys.Count(toy => toy.Consents.Length > 0);

            if (reading.Settings is null || reading.Schema != 2)
            {
                return false;
            }

            FamilySettings expected = before.Toys.Aggregate(before, (all, toy) => all.WithToy(toy.WithConsents(Array.Empty<SensorConsent>())));
            return Family.AreSame(expected, reading.Settings) && Strictness.IsNeverLooser(reading.Settings, before);
        }).Check(Seeded.Cases(1000).WithArbitrary(new[] { typeof(GatePropertyTests.AnyNumber) }));

        Assert.IsGreaterThan(500, agreed);
    }

    [TestMethod]
    [Req("SENS-02")]
    public void Read_AnyFamilyOfSchemaTwo_HoldsEverySensor()
    {
        Prop.ForAll<int>(number =>
        {
            Random random = new(number);
            DeclaredToy[] toys = AnyFamily.Toys(random, 2);
            FamilySettings settings = SettingsCodec.Read(SchemaTwoFile.Of(AnyFamily.Settings(random, toys))).Settings!;
            Gate gate = AnyFamily.GateOver(settings, toys, AnyFamily.Time(random), 0);
            return !gate.Ask(new GateQuery { Toy = random.Next(1, 3), Kind = AskKind.Sensor, Sensor = 1 }).IsAllowed;
        }).Check(Seeded.Cases(500).WithArbitrary(new[] { typeof(GatePropertyTests.AnyNumber) }));
    }
}
