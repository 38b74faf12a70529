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
