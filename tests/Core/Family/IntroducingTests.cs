using ToyGuard.Core.Family;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Tests.Family;

/// <summary>Goal: a toy without a manifest is closed before its half hour, out in it, and afterwards out to the picks alone.</summary>
[TestClass]
public class IntroducingTests
{
    private const long HalfHourMs = 30 * 60 * 1000L;

    [TestMethod]
    [Req("EGR-06")]
    public void WholeWay_OnlyThePicksStay()
    {
        FlashModel flash = new FlashModel();
        DeclaredToy robot = HomeManifest.Of("Robot", new HomePlace[0]);
        Gate gate = GateOf(robot);
        HomeBook book = Open(flash);
        Introducing introducing = new Introducing(gate, book);
        Assert.IsFalse(IsOut(gate, "a.example"), "before");
        Assert.AreEqual((int)IntroFault.None, (int)introducing.Start(1, robot, 1000));
        Assert.AreEqual(1800, introducing.SecondsLeft(1000));
        Assert.IsTrue(IsOut(gate, "a.example"));
        Assert.IsTrue(IsOut(gate, "b.example"));
        Assert.IsTrue(IsOut(gate, "c.example"));
        Assert.AreEqual((int)IntroFault.None, (int)introducing.Close(1, 3, true));
        Assert.IsFalse(IsOut(gate, "c.example"), "kept closed");
        introducing.Turn(1000 + HalfHourMs);
        Assert.AreEqual(0, introducing.SecondsLeft(1000 + HalfHourMs));
        Assert.IsFalse(IsOut(gate, "a.example"), "all closes");
        Assert.AreEqual(3, introducing.Tries!.Count, "to pick from");
        Assert.AreEqual((int)IntroFault.None, (int)introducing.Keep(1, "Robot", new int[] { 2 }, out DeclaredToy? declared));
        Assert.AreEqual(1, declared!.Manifest.Endpoints.Length);
        Assert.AreEqual(1, introducing.EndpointsOf(declared, new int[] { 2 })[0]);
        FamilySettings settings = Household.Approve(FamilySettings.Strict.WithPaired(true), declared, 1, true);
        introducing.End();
        gate.Replace(true, false, Household.StatesOf(settings.WithEverythingPaused(false), new DeclaredToy[] { book.Declared(robot) }));
        Assert.IsFalse(IsOut(gate, "a.example"));
        Assert.IsTrue(IsOut(gate, "b.example"), "the pick");
        Assert.IsFalse(IsOut(gate, "c.example"));
        Assert.AreEqual(0, introducing.Toy);
        Assert.AreEqual(1, Open(flash).PlacesOf("Robot").Length);
    }

    [TestMethod]
    public void Keep_Again_AddsToWhatWasKept()
    {
        DeclaredToy robot = HomeManifest.Of("Robot", new HomePlace[0]);
        Gate gate = GateOf(robot);
        HomeBook book = Open(new FlashModel());
        Assert.IsTrue(book.Keep("Robot", new HomePlace[] { new HomePlace("a.example", 443) }));
        Introducing introducing = new Introducing(gate, book);
        introducing.Start(1, robot, 0);
        IsOut(gate, "b.example");
        IsOut(gate, "a.example");
        Assert.AreEqual((int)IntroFault.None, (int)introducing.Keep(1, "Robot", new int[] { 1, 2 }, out DeclaredToy? declared));
        Assert.AreEqual(2, declared!.Manifest.Endpoints.Length);
        int[] numbers = introducing.EndpointsOf(declared, new int[] { 1, 2 });
        Assert.AreEqual(2, numbers[0]);
        Assert.AreEqual(1, numbers[1]);
        Assert.IsFalse(IsOut(gate, "b.example"), "the half hour is over");
    }

    [TestMethod]
    [Req("EGR-06")]
    public void Ends_StopRestartUnknownClock_AllClose()
    {
        DeclaredToy robot = HomeManifest.Of("Robot", new HomePlace[0]);
        Gate gate = GateOf(robot);
        Introducing introducing = new Introducing(gate, Open(new FlashModel()));
        introducing.Start(1, robot, 0);
        Assert.IsTrue(IsOut(gate, "a.example"));
        introducing.Stop();
        Assert.IsFalse(IsOut(gate, "a.example"), "stopped");
        Assert.AreEqual(1, introducing.Toy, "to pick from");
        introducing.Stop();
        Assert.AreEqual(0, introducing.Toy, "nothing to pick");

        introducing.Start(1, robot, 0);
        gate.SetClock(default);
        gate.SetClock(Home());
        Assert.IsFalse(IsOut(gate, "a.example"), "nobody knew the time");
        Assert.AreEqual(0, introducing.SecondsLeft(1));

        // A restart has another gate and another machine.
        Assert.IsFalse(IsOut(GateOf(robot), "a.example"));
        Assert.AreEqual(0, new Introducing(gate, Open(new FlashModel())).Toy);
    }

    [TestMethod]
    public void Start_AndKeep_RefuseWhatDoesNotFit()
    {
        DeclaredToy robot = HomeManifest.Of("Robot", new HomePlace[0]);
        Gate gate = GateOf(robot);
        FlashModel flash = new FlashModel();
        Introducing introducing = new Introducing(gate, Open(flash));
        Manifest manifest = new Manifest("m", "Bear", "Toys", "", "", "", AgeBand.Under9, new Endpoint[0], new SensorUse[0], new string[0]);
        Assert.AreEqual((int)IntroFault.HasManifest, (int)introducing.Start(1, new DeclaredToy("Bear", manifest), 0));
        Assert.AreEqual((int)IntroFault.NotNow, (int)introducing.Start(2, robot, 0), "no such toy");
        Assert.AreEqual((int)IntroFault.NotRunning, (int)introducing.Keep(1, "Robot", new int[] { 1 }, out _));
        Assert.AreEqual((int)IntroFault.NotRunning, (int)introducing.Close(0, 1, true));
        introducing.Start(1, robot, 0);
        IsOut(gate, "a.example");
        Assert.AreEqual((int)IntroFault.NotRunning, (int)introducing.Keep(2, "Lamp", new int[] { 1 }, out _), "another toy");
        Assert.AreEqual((int)IntroFault.Unfit, (int)introducing.Keep(1, "Robot", new int[] { 2 }, out _));
        Assert.AreEqual((int)IntroFault.Unfit, (int)introducing.Keep(1, "Robot", new int[] { 0 }, out _));
        Assert.AreEqual((int)IntroFault.NotRunning, (int)introducing.Close(1, 2, true));
        flash.Break(FlashLayout.HomesA, FlashFault.Stuck);
        flash.Break(FlashLayout.HomesB, FlashFault.Stuck);
        Assert.AreEqual((int)IntroFault.NotSaved, (int)introducing.Keep(1, "Robot", new int[] { 1 }, out _));
        Assert.IsTrue(IsOut(gate, "a.example"), "as before");
    }

    private static Moment Home()
    {
        return RequestBookTests.At(12 * 60);
    }

    private static HomeBook Open(FlashModel flash)
    {
        HomeBook book = new HomeBook(flash);
        book.Open();
        return book;
    }

    private static Gate GateOf(DeclaredToy toy)
    {
        return new Gate(new GateState(new ToyState[] { new ToyState(toy.Name, toy.Manifest) }) { IsPaired = true, Now = Home() }, new VerdictCounters());
    }

    private static bool IsOut(Gate gate, string host)
    {
        GateQuery query = new GateQuery { Toy = 1, Kind = AskKind.Lookup };
        query.Host.Read(host);
        return gate.Ask(query).IsAllowed;
    }
}
