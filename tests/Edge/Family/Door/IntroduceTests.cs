using System.Linq;

using ToyGuard.Core.Family;
using ToyGuard.Core.Pairing;
using ToyGuard.Core.Policy;
using ToyGuard.Fakes;

namespace ToyGuard.Edge.Family.Tests.Door;

/// <summary>
/// Goal: a toy without a manifest is introduced through the door: begun with the PIN, watched, kept closed one by one, and only the picks stay, restarts included.
/// Method: a real device with one such toy; the gate is asked what services would ask it.
/// </summary>
[TestClass]
public sealed class IntroduceTests
{
    private const int Robot = 2;

    [TestMethod]
    [Req("EGR-06")]
    public void WholeWay_HeldBefore_OutDuring_PicksAfter()
    {
        using FamilyRig rig = new(HomeManifest.Of(FamilyRig.Lamp, []));
        TestPhone phone = rig.Claimed();
        Assert.IsFalse(IsOut(rig, "a.robot.test"), "before");
        Assert.AreEqual("unknown", phone.Loosen(new { op = "introduce", toy = 1, start = 1 })!.Why, "it has a manifest");
        PhoneAnswer first = phone.Ask(new { op = "introduce", toy = Robot, start = 1 })!;
        Assert.IsFalse(IsOut(rig, "a.robot.test"), "asked is not done");
        Assert.IsTrue(phone.Ask(new { op = "confirm", token = first["confirm"] })!.IsOk);

        foreach (string name in new[] { "a.robot.test", "b.robot.test", "c.robot.test" })
        {
            Assert.IsTrue(IsOut(rig, name), name);
        }

        PhoneAnswer tries = phone.Ask(new { op = "tries" })!;
        StringAssert.Contains(tries.Text, "{\"n\":2,\"name\":\"b.robot.test\",\"lookups\":1,\"hellos\":0,\"port\":0,\"closed\":false}");
        Assert.AreEqual(Robot, tries.Json.GetProperty("toy").GetInt32());
        Assert.IsTrue(tries.Json.GetProperty("left").GetInt32() is > 0 and <= 1800);
        Assert.IsTrue(phone.Ask(new { op = "tries", close = 3 })!.IsOk);
        Assert.IsFalse(IsOut(rig, "c.robot.test"), "kept closed");
        Assert.AreEqual("bad", phone.Ask(new { op = "introduce", toy = Robot, keep = "1,x" })!.Why);
        Assert.AreEqual("bad", phone.Loosen(new { op = "introduce", toy = Robot, keep = "9" })!.Why);
        Assert.IsTrue(phone.Loosen(new { op = "introduce", toy = Robot, keep = "2" })!.IsOk);
        AssertPicked(rig, "kept");
        int until = rig.Home.Settings.Of(FamilyRig.Lamp).ApprovedUntil(rig.Toys[1].PrintAt(1));
        Assert.IsGreaterThan(rig.Clock.Now().Minute + (119 * 24 * 60), until, "for the term, as any place that is not the maker's");
        StringAssert.Contains(phone.Ask(new { op = "tries" })!.Text, "\"toy\":0,\"left\":0,\"tries\":[],\"more\":0,\"can\":[2]");
        rig.Restart();
        AssertPicked(rig, "after a restart");

        Assert.IsTrue(phone.SignIn(full: true));
        int[] kinds = [.. phone.Ask(new { op = "phones" })!.Json.GetProperty("notices").EnumerateArray().Select(notice => notice.GetProperty("kind").GetInt32())];
        CollectionAssert.AreEqual(new[] { (int)NoticeKind.PlaceOpened, (int)NoticeKind.ToyIntroduced }, kinds);
    }

    [TestMethod]
    [Req("EGR-06")]
    public void Stop_OrRestart_ClosesEverything()
    {
        using FamilyRig rig = new(HomeManifest.Of(FamilyRig.Lamp, []));
        TestPhone phone = rig.Claimed();
        Assert.IsFalse(IsOut(rig, "a.robot.test"));
        Assert.IsTrue(phone.Loosen(new { op = "introduce", toy = Robot, start = 1 })!.IsOk);
        Assert.IsTrue(IsOut(rig, "a.robot.test"));
        Assert.IsTrue(phone.SignIn(full: false));
        Assert.AreEqual("pin", phone.Ask(new { op = "introduce", toy = Robot, keep = "1" })!.Why, "to keep loosens");
        Assert.IsTrue(phone.Ask(new { op = "introduce", toy = Robot, stop = 1 })!.IsOk, "to stop needs no PIN");
        Assert.IsFalse(IsOut(rig, "a.robot.test"));
        Assert.AreEqual(1, phone.Ask(new { op = "tries" })!.Json.GetProperty("tries").GetArrayLength(), "still to pick from");

        Assert.IsTrue(phone.SignIn(full: true));
        Assert.IsTrue(phone.Loosen(new { op = "introduce", toy = Robot, start = 1 })!.IsOk);
        Assert.IsTrue(IsOut(rig, "a.robot.test"));
        rig.Restart();
        Assert.IsFalse(IsOut(rig, "a.robot.test"), "a restart ends it");
        Assert.IsTrue(phone.SignIn(full: true));
        Assert.AreEqual("expired", phone.Ask(new { op = "introduce", toy = Robot, keep = "1" })!.Why, "and leaves nothing to pick");
    }

    private static void AssertPicked(FamilyRig rig, string about)
    {
        Assert.IsFalse(IsOut(rig, "a.robot.test"), about);
        Assert.IsTrue(IsOut(rig, "b.robot.test"), about);
        Assert.IsFalse(IsOut(rig, "c.robot.test"), about);
    }

    private static bool IsOut(FamilyRig rig, string host)
    {
        rig.Home.Gate.SetClock(rig.Clock.Now());
        GateQuery query = new() { Toy = Robot, Kind = AskKind.Lookup };
        Assert.AreEqual(HostFault.None, query.Host.Read(host));
        return rig.Home.Gate.Ask(query).IsAllowed;
    }
}
