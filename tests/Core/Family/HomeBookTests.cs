using ToyGuard.Core.Family;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Tests.Family;

/// <summary>Goal: what a guardian kept of a toy's tries is its home manifest after every start, and a maker's changed manifest is noticed once.</summary>
[TestClass]
public class HomeBookTests
{
    [TestMethod]
    [Req("EGR-06")]
    public void Keep_AfterAStart_IsTheManifest_OfAThirdParty()
    {
        FlashModel flash = new FlashModel();
        HomeBook book = Open(flash);
        Assert.IsTrue(book.Keep("Robot", new HomePlace[] { new HomePlace("a.robot.example", 443), new HomePlace("b.robot.example", 8883) }));
        Assert.IsTrue(book.Keep("Lamp", new HomePlace[0]));
        book = Open(flash);
        DeclaredToy robot = book.Declared(HomeManifest.Of("Robot", new HomePlace[0]));
        Endpoint[] places = robot.Manifest.Endpoints;
        Assert.AreEqual(2, places.Length);
        Assert.AreEqual("a.robot.example", places[0].Pattern.Text);
        Assert.AreEqual(8883, places[1].Port);
        Assert.AreEqual((int)Scheme.Tls, (int)places[1].Scheme);
        Assert.AreEqual((int)Party.Third, (int)places[1].Party, "nobody said whose it is");
        Assert.IsTrue(HomeManifest.Is(robot.Manifest));
        Assert.IsFalse(Household.Introduce(FamilySettings.Strict, robot).Of("Robot").IsApproved(robot.PrintAt(1)), "each waits");
        Assert.AreEqual(0, book.PlacesOf("Lamp").Length);
        Assert.IsTrue(book.Forget("Robot"));
        Assert.AreEqual(0, Open(flash).PlacesOf("Robot").Length);
    }

    [TestMethod]
    public void Keep_Unfit_IsRefused_AndChangesNothing()
    {
        FlashModel flash = new FlashModel();
        HomeBook book = Open(flash);
        HomePlace[] many = new HomePlace[HomeManifest.PlacesMax + 1];

        for (int i = 0; i < many.Length; i++)
        {
            many[i] = new HomePlace("n" + i.ToString() + ".robot.example", 443);
        }

        Assert.IsFalse(book.Keep("Robot", many));
        Assert.IsFalse(book.Keep("Robot", new HomePlace[] { new HomePlace("a.example", 443), new HomePlace("a.example", 444) }), "twice");
        Assert.IsFalse(book.Keep("Robot", new HomePlace[] { new HomePlace("*.robot.example", 443) }), "a wildcard");
        Assert.IsFalse(book.Keep("Robot", new HomePlace[] { new HomePlace("192.0.2.1", 443) }), "an address");
        Assert.IsFalse(book.Keep("Robot", new HomePlace[] { new HomePlace("A.example", 443) }), "another spelling");
        Assert.IsFalse(book.Keep("Robot", new HomePlace[] { new HomePlace("a.example", 0) }), "no port");
        Assert.IsFalse(book.Keep("", new HomePlace[0]), "no name");
        Assert.AreEqual(0, flash.Held(FlashLayout.HomesA).Length);
        flash.Break(FlashLayout.HomesA, FlashFault.Stuck);
        flash.Break(FlashLayout.HomesB, FlashFault.Stuck);
        Assert.IsFalse(book.Keep("Robot", new HomePlace[] { new HomePlace("a.example", 443) }), "flash");
        Assert.AreEqual(0, book.PlacesOf("Robot").Length);
    }

    [TestMethod]
    [Req("EGR-07")]
    public void NoteMaker_ChangedManifest_IsNoticedOnce()
    {
        FlashModel flash = new FlashModel();
        HomeBook book = Open(flash);
        Assert.IsFalse(book.NoteMaker(Maker("a.example", "b.example")), "the first time");
        Assert.IsFalse(Open(flash).NoteMaker(Maker("b.example", "a.example")), "the same in another order");
        int writes = flash.Writes;
        Assert.IsFalse(Open(flash).NoteMaker(Maker("a.example", "b.example")));
        Assert.AreEqual(writes, flash.Writes, "nothing is written at every start");
        Assert.IsTrue(Open(flash).NoteMaker(Maker("a.example", "c.example")), "another place");
        Assert.IsFalse(Open(flash).NoteMaker(Maker("a.example", "c.example")), "once");
        Assert.IsTrue(Open(flash).NoteMaker(Maker("a.example", "c.example", "d.example")), "one more");
    }

    [TestMethod]
    [Req("EGR-07")]
    public void IsNew_PlaceOfAnUpdate_UntilSomebodyDecides()
    {
        FlashModel flash = new FlashModel();
        Assert.IsFalse(Open(flash).IsNew(Maker("a.example"), 1), "a toy that was not noted");
        Open(flash).NoteMaker(Maker("a.example", "b.example"));
        DeclaredToy updated = Maker("c.example", "a.example", "d.example");
        HomeBook book = Open(flash);
        Assert.IsTrue(book.NoteMaker(updated));
        book = Open(flash);
        Assert.AreEqual("True False True", News(book, updated));

        book.Decide(updated, 1);
        Assert.AreEqual("False False True", News(book, updated));
        int writes = flash.Writes;
        book.Decide(updated, 1);
        book.Decide(updated, 2);
        Assert.AreEqual(writes, flash.Writes, "what is decided already is not written");
        Assert.AreEqual("False False True", News(Open(flash), updated));
        Assert.IsFalse(Open(flash).NoteMaker(updated), "a decision is no change of the manifest");

        // Gone with one update and back with the next: new again, as its approval is gone too.
        Assert.IsTrue(Open(flash).NoteMaker(Maker("a.example", "d.example")));
        Assert.IsTrue(Open(flash).NoteMaker(updated));
        Assert.AreEqual("True False True", News(Open(flash), updated));
        Assert.IsTrue(Open(flash).Forget("Bear"));
        Assert.AreEqual("False False False", News(Open(flash), updated));
    }

    [TestMethod]
    [Req("EGR-07")]
    public void Decide_FlashTakesNothing_StaysNew()
    {
        FlashModel flash = new FlashModel();
        HomeBook book = Open(flash);
        book.NoteMaker(Maker("a.example"));
        book.NoteMaker(Maker("a.example", "b.example"));
        flash.Break(FlashLayout.HomesA, FlashFault.Stuck);
        flash.Break(FlashLayout.HomesB, FlashFault.Stuck);
        book.Decide(Maker("a.example", "b.example"), 2);
        Assert.IsTrue(book.IsNew(Maker("a.example", "b.example"), 2));
    }

    [TestMethod]
    public void NoteMaker_OtherToysOfTheHome_StayAsTheyAre()
    {
        FlashModel flash = new FlashModel();
        HomeBook book = Open(flash);
        Assert.IsTrue(book.Keep("Robot", new HomePlace[] { new HomePlace("a.robot.example", 443) }));
        book.NoteMaker(Maker("a.example", "b.example"));
        Assert.AreEqual(1, Open(flash).PlacesOf("Robot").Length);
        Assert.IsFalse(Open(flash).NoteMaker(Maker("a.example", "b.example")));
    }

    private static string News(HomeBook book, DeclaredToy toy)
    {
        return book.IsNew(toy, 1).ToString() + " " + book.IsNew(toy, 2).ToString() + " " + book.IsNew(toy, 3).ToString();
    }

    private static HomeBook Open(FlashModel flash)
    {
        HomeBook book = new HomeBook(flash);
        book.Open();
        return book;
    }

    private static DeclaredToy Maker(params string[] hosts)
    {
        Endpoint[] places = new Endpoint[hosts.Length];

        for (int i = 0; i < hosts.Length; i++)
        {
            places[i] = new Endpoint(hosts[i], HostPattern.Parse(hosts[i], out _)!, 443, Scheme.Https, "Toys", Party.First, "stories", new string[0], 0, null);
        }

        return new DeclaredToy("Bear", new Manifest("bear", "Bear", "Toys", "", "", "2031-12-31", AgeBand.Under9, places, new SensorUse[0], new string[0]));
    }
}
