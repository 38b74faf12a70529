using ToyGuard.Core.Family;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Privacy;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Times;

namespace ToyGuard.Core.Tests.Family;

/// <summary>Goal: a change that loosens is named once, by the most private thing that it opens; one that tightens is not named at all.</summary>
[TestClass]
public class LoosenedTests
{
    // What changes, which part, which toy.
    [TestMethod]
    [Req("INFO-03")]
    [DataRow("nothing", 0, 0)]
    [DataRow("pause", 0, 0)]
    [DataRow("resume all", 1, 0)]
    [DataRow("resume", 1, 2)]
    [DataRow("place", 2, 2)]
    [DataRow("close", 0, 0)]
    [DataRow("sensor", 3, 2)]
    [DataRow("sensor and place", 3, 2)]
    [DataRow("sensor longer", 3, 1)]
    [DataRow("sensor shorter", 0, 0)]
    [DataRow("place longer", 2, 1)]
    [DataRow("place shorter", 0, 0)]
    [DataRow("child's minutes", 1, 2)]
    [DataRow("child's toy", 0, 0)]
    public void Of_EveryKind_IsNamedOnce(string what, int part, int toy)
    {
        DeclaredToy bear = Toy("Bear");
        DeclaredToy lamp = Toy("Lamp");
        DeclaredToy[] toys = new DeclaredToy[] { bear, lamp };
        FamilySettings before = Household.Introduce(Household.First(FamilySettings.Strict, toys), lamp).WithEverythingPaused(true);
        before = Household.Agree(before, bear, 1, 1000);
        before = before.WithToy(before.Of("Lamp").WithPaused(true));
        before = Household.Approve(before, bear, 2, true, 1000).WithChild(new ChildSettings(1, 1, 1, AgeBand.Under9, DayMinutes.Every(20)));
        before = before.WithChild(new ChildSettings(2, 2, 2, AgeBand.Under9, DayMinutes.None));
        before = before.WithToy(before.Of("Lamp").WithChild(1, false)).WithToy(before.Of("Bear").WithChild(2, false));
        FamilySettings after = before;

        if (what == "pause")
        {
            after = after.WithToy(after.Of("Bear").WithPaused(true));
        }
        else if (what == "resume all")
        {
            after = after.WithEverythingPaused(false);
        }
        else if (what == "resume")
        {
            after = after.WithToy(after.Of("Lamp").WithPaused(false));
        }
        else if (what == "close")
        {
            after = Household.Approve(after, lamp, 1, false);
        }
        else if (what == "sensor longer" || what == "sensor shorter")
        {
            after = Household.Agree(after, bear, 1, what == "sensor longer" ? 1001 : 999);
        }

        if (what == "place longer" || what == "place shorter")
        {
            after = Household.Approve(after, bear, 2, true, what == "place longer" ? 1001 : 999);
        }

        if (what == "child's minutes")
        {
            after = after.WithChild(new ChildSettings(1, 1, 1, AgeBand.Under9, DayMinutes.Every(21)));
        }

        if (what == "child's toy")
        {
            after = after.WithToy(after.Of("Lamp").WithChild(1, true));
        }

        if (what == "place" || what == "sensor and place")
        {
            after = Household.Approve(after, lamp, 2, true);
        }

        if (what == "sensor" || what == "sensor and place")
        {
            after = Household.Agree(after, lamp, 1, 1000);
        }

        Assert.AreEqual(part, (int)Loosened.Of(before, after, toys, out int which));
        Assert.AreEqual(toy, which);
    }

    private static DeclaredToy Toy(string name)
    {
        Endpoint[] places = new Endpoint[] { Place("own", Party.First), Place("other", Party.Third) };
        SensorUse[] sensors = new SensorUse[] { new SensorUse("microphone", "talk", "push-to-talk") };
        return new DeclaredToy(name, new Manifest("m", name, "Toys", "", "", "2031-12-31", AgeBand.Under9, places, sensors, new string[0]));
    }

    private static Endpoint Place(string id, Party party)
    {
        return new Endpoint(id, HostPattern.Parse(id + ".toys.example", out _)!, 443, Scheme.Https, "Toys", party, "stories", new string[0], 0, null);
    }
}
