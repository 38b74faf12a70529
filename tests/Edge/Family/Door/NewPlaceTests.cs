using System.Linq;
using System.Text.Json;

using ToyGuard.Core.Pairing;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Fakes;

namespace ToyGuard.Edge.Family.Tests.Door;

/// <summary>
/// Goal: what came with a toy's update is named, stays shut, and is new until a guardian has decided (EGR-07).
/// Method: a device over real files starts again with another manifest; a guardian opens one place and keeps the other closed.
/// </summary>
[TestClass]
public class NewPlaceTests
{
    [TestMethod]
    [Req("EGR-07")]
    public void Update_WithTwoMorePlaces_IsToldAndShutUntilDecided()
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        Assert.AreEqual("stories open, statistics closed", States(phone));

        rig.PowerOff();
        rig.Toys[0] = Updated(rig.Toys[0], "songs", "games");
        rig.PowerOn();
        Assert.IsTrue(phone.SignIn(full: true));
        Assert.AreEqual("stories open, statistics closed, songs new, games new", States(phone));
        Assert.AreEqual(Reason.WaitingForGuardian, rig.Held(1, "songs.toys.test"), "its maker's own, and yet nobody was asked");
        Assert.AreEqual("stories open, statistics closed, songs new, games new", States(phone), "a try is no decision");
        JsonElement notice = phone.Ask(new { op = "phones" })!.Json.GetProperty("notices").EnumerateArray().Single();
        Assert.AreEqual(((int)NoticeKind.ManifestChanged, 1), (notice.GetProperty("kind").GetInt32(), notice.GetProperty("toy").GetInt32()));

        Assert.IsTrue(phone.Ask(new { op = "withdraw", toy = 1, endpoint = 4 })!.IsOk, "keep closed");
        Assert.IsTrue(phone.Loosen(new { op = "approve", toy = 1, endpoint = 3, minutes = 60 })!.IsOk);
        Assert.AreEqual("stories open, statistics closed, songs open, games closed", States(phone));
        Assert.AreEqual(Reason.Allowed, rig.Held(1, "songs.toys.test"));

        // As an hour's end does it: nobody took the yes back.
        rig.Home.Change(Household.Approve(rig.Home.Settings, rig.Toys[0], 3, false));
        Assert.AreEqual("stories open, statistics closed, songs waiting, games closed", States(phone), "who said yes for a while has decided");
        Assert.IsTrue(phone.Loosen(new { op = "approve", toy = 1, endpoint = 3, minutes = 60 })!.IsOk);

        rig.Restart();
        Assert.IsTrue(phone.SignIn(full: true));
        Assert.AreEqual("stories open, statistics closed, songs open, games closed", States(phone), "after a start");
        Assert.IsTrue(phone.Ask(new { op = "withdraw", toy = 1, endpoint = 3 })!.IsOk);
        Assert.AreEqual("stories open, statistics closed, songs closed, games closed", States(phone), "decided either way");
    }

    private static DeclaredToy Updated(DeclaredToy toy, params string[] more)
    {
        Manifest m = toy.Manifest;
        Endpoint[] places = [.. m.Endpoints, .. more.Select(name =>
            new Endpoint(name, HostPattern.Parse(name + ".toys.test", out _)!, 443, Scheme.Https, "Example Toys", Party.First, name, [], 1000000, null))];
        return new DeclaredToy(toy.Name, new Manifest(m.Model, m.Name, m.Maker, m.Contact, m.SecurityContact, m.SupportUntil, m.AgeBand, places, m.Sensors, []));
    }

    private static string States(TestPhone phone)
    {
        JsonElement rules = phone.Ask(new { op = "rules", toy = 1 })!.Json;
        return string.Join(", ", rules.GetProperty("endpoints").EnumerateArray().Select(place =>
            place.GetProperty("host").GetString()!.Split('.')[0] + " " + place.GetProperty("state").GetString()));
    }
}
