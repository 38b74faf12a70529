using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

using ToyGuard.Core.Family;
using ToyGuard.Core.Pairing;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Fakes;
using ToyGuard.Page.Routes;

namespace ToyGuard.Edge.Family.Tests.Door;

/// <summary>
/// Goal: whoever joins the hub's own Wi-Fi is nobody until a guardian with the PIN says which toy it is; then it is that toy at once, and after every
/// start; erasing the toy, or the device, leaves nothing of it.
/// Method: a real device behind its real door, with things that are played; the gate is asked what services would ask it.
/// </summary>
[TestClass]
public sealed class ThingsTests
{
    private const string One = "02005e005301";
    private const string Two = "02005e005302";
    private static readonly byte[] s_one = [2, 0, 0x5E, 0, 0x53, 1];
    private static readonly byte[] s_two = [2, 0, 0x5E, 0, 0x53, 2];

    [TestMethod]
    [Req("EGR-10"), Req("DEF-04")]
    public void Join_OfACarriedList_TakesPinAndTwoMessages_AndStays()
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        rig.Seen.Come(s_one, "Story-Bear", "https://toys.test/bear.json");
        PhoneAnswer list = phone.Ask(new { op = "things" })!;
        StringAssert.Contains(list.Text, "\"things\":[{\"thing\":\"" + One + "\",\"toy\":0,\"name\":\"Story-Bear\",\"link\":\"https://toys.test/bear.json\"}],\"more\":0,\"free\":[1,2]");
        Assert.IsTrue(phone.SignIn(full: false));
        Assert.AreEqual("pin", phone.Ask(new { op = "join", thing = One, toy = 2 })!.Why);
        Assert.IsTrue(phone.SignIn(full: true));
        PhoneAnswer first = phone.Ask(new { op = "join", thing = One, toy = 2 })!;
        Assert.AreEqual(0, rig.Things.ToyOf(s_one), "asked is not done");
        Assert.IsTrue(phone.Ask(new { op = "confirm", token = first["confirm"] })!.IsOk);
        Assert.AreEqual(2, rig.Things.ToyOf(s_one), "at once");

        rig.Restart();
        Assert.AreEqual(2, rig.Things.ToyOf(s_one));
        Assert.IsTrue(phone.SignIn(full: true));
        StringAssert.Contains(phone.Ask(new { op = "things" })!.Text, "{\"thing\":\"" + One + "\",\"toy\":2,\"name\":\"\",\"link\":\"\"}],\"more\":0,\"free\":[1]");
        Assert.IsTrue(Notices(phone).Contains((int)NoticeKind.ThingJoined), "every guardian is told");
        StringAssert.Contains(phone.Ask(new { op = "history" })!.Text, $"\"op\":{(int)Operation.Join},\"looser\":false,\"toy\":2");
        Assert.IsTrue(phone.SignIn(full: false));
        Assert.IsTrue(phone.Ask(new { op = "part", thing = One })!.IsOk, "to part needs no PIN");
        Assert.AreEqual(0, rig.Things.ToyOf(s_one));
        StringAssert.Contains(phone.Ask(new { op = "history" })!.Text, $"\"op\":{(int)Operation.Part},\"looser\":false");
    }

    [TestMethod]
    [Req("EGR-10"), Req("EGR-06")]
    public void Join_OfOneMoreToy_IsKnownAtOnce_AndReachesNothing()
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        Assert.AreEqual(Reason.UnknownToy, rig.Held(3));
        Assert.IsTrue(phone.Loosen(new { op = "join", thing = One, name = "Robot" })!.IsOk);
        Assert.AreEqual(3, rig.Things.ToyOf(s_one));
        Assert.AreEqual(Reason.NotOnManifest, rig.Held(3), "known, without a restart, and nothing is open");
        Assert.AreEqual(Reason.Allowed, rig.Held(1), "the others are as before");
        StringAssert.Contains(phone.Ask(new { op = "look" })!.Text, "\"n\":3,\"name\":\"Robot\",\"paused\":false");
        StringAssert.Contains(phone.Ask(new { op = "tries" })!.Text, "\"can\":[3]");
        Assert.IsTrue(phone.Loosen(new { op = "introduce", toy = 3, start = 1 })!.IsOk);
        Assert.AreEqual(Reason.Allowed, rig.Held(3, "a.robot.test"), "its half hour");
        Assert.IsTrue(phone.Loosen(new { op = "introduce", toy = 3, keep = "1" })!.IsOk);
        Assert.AreEqual(1, rig.Home.Activity.At(3, 0).Held, "counted as the others are");

        rig.Restart();
        Assert.AreEqual(3, rig.Home.Toys.Length);
        Assert.AreEqual(Reason.Allowed, rig.Held(3, "a.robot.test"));
        Assert.AreEqual(Reason.NotOnManifest, rig.Held(3, "b.robot.test"));
    }

    [TestMethod]
    [Req("DEL-01")]
    public void EraseAndWipe_TakeTheThingAlong()
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        Assert.IsTrue(phone.Loosen(new { op = "join", thing = One, name = "marker-robot" })!.IsOk);
        Assert.IsTrue(phone.Loosen(new { op = "join", thing = Two, toy = 1 })!.IsOk);
        Assert.IsTrue(phone.Loosen(new { op = "erase", toy = 3 })!.IsOk);
        Assert.AreEqual(0, rig.Things.ToyOf(s_one));
        Assert.AreNotEqual(Reason.Allowed, rig.Held(3));
        rig.Restart();
        Assert.AreEqual(2, rig.Home.Toys.Length, "nothing of it is left");
        Assert.AreEqual(1, rig.Things.ToyOf(s_two), "of the other all");

        Assert.IsTrue(phone.SignIn(full: true));
        Assert.IsTrue(phone.Loosen(new { op = "join", thing = One, name = "marker-robot" })!.IsOk);
        Assert.AreEqual(3, rig.Home.Toys.Length);
        Assert.IsTrue(phone.Loosen(new { op = "wipe" }) is null or { IsOk: true });
        FamilyRig.Until(() => rig.Home.Toys.Length == 2, "without a restart");
        Assert.IsFalse(rig.Home.Settings.IsPaired);
        Assert.AreEqual(0, rig.Things.ToyOf(s_one));
        Assert.AreEqual(0, rig.Things.ToyOf(s_two));
        Assert.IsEmpty(rig.Things.All);
        rig.Restart();
        Assert.IsEmpty(rig.Things.All);
        Assert.AreEqual(2, rig.Home.Toys.Length);
    }

    // A third party and plain http wait, as for a first guardian (DEF-01).
    [TestMethod]
    [Req("DEF-01"), Req("EGR-06")]
    public void Join_OfAToyThatNothingIsSetFor_OpensItsMakersOwnPlacesAndNoMore()
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        Assert.IsTrue(phone.Loosen(new { op = "erase", toy = 2 })!.IsOk);
        Assert.AreNotEqual(Reason.Allowed, rig.Held(2));
        Assert.IsTrue(phone.Loosen(new { op = "join", thing = One, toy = 2 })!.IsOk);
        Assert.AreEqual(Reason.Allowed, rig.Held(2));
        Assert.AreEqual(Reason.WaitingForGuardian, rig.Held(2, "statistics.toys.test"));

        // One that a guardian paused stays paused.
        Assert.IsTrue(phone.Ask(new { op = "pause", toy = 1 })!.IsOk);
        Assert.IsTrue(phone.Loosen(new { op = "join", thing = Two, toy = 1 })!.IsOk);
        Assert.AreNotEqual(Reason.Allowed, rig.Held(1));
    }

    [TestMethod]
    [Req("EGR-10")]
    public void Join_ASecondThing_TakesAGuardiansWord()
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        Assert.IsTrue(phone.Loosen(new { op = "join", thing = One, toy = 1 })!.IsOk);
        Assert.AreEqual("full", phone.Ask(new { op = "join", thing = Two, toy = 1 })!.Why);
        Assert.IsTrue(phone.Loosen(new { op = "join", thing = Two, toy = 1, same = 1 })!.IsOk);
        Assert.AreEqual(1, rig.Things.ToyOf(s_one));
        Assert.AreEqual(1, rig.Things.ToyOf(s_two));
        Assert.IsTrue(phone.Loosen(new { op = "join", thing = Two, toy = 2 })!.IsOk);
        Assert.AreEqual(2, rig.Things.ToyOf(s_two), "moved: at most one toy");
        Assert.HasCount(2, rig.Things.All);
    }

    [TestMethod]
    [DataRow("{'op':'join','thing':'02005e0053','toy':1}", "bad")]
    [DataRow("{'op':'join','thing':'03005e005301','toy':1}", "bad")]
    [DataRow("{'op':'join','thing':'000000000000','toy':1}", "bad")]
    [DataRow("{'op':'join','thing':'02005E005301','toy':1}", "bad")]
    [DataRow("{'op':'join','thing':'02005e005301','toy':0}", "bad")]
    [DataRow("{'op':'join','thing':'02005e005301','toy':3}", "unknown")]
    [DataRow("{'op':'join','thing':'02005e005301'}", "bad")]
    [DataRow("{'op':'join','thing':'02005e005301','toy':1,'name':'Robot'}", "bad")]
    [DataRow("{'op':'join','thing':'02005e005301','name':''}", "bad")]
    [DataRow("{'op':'join','thing':'02005e005301','name':' Robot'}", "bad")]
    [DataRow("{'op':'join','thing':'02005e005301','name':'marker-7f3a-bear'}", "bad")]
    [DataRow("{'op':'join','thing':'02005e005301','name':'123456789012345678901234567890123'}", "bad")]
    [DataRow("{'op':'join','thing':'02005e005301','name':'Robot','same':1}", "bad")]
    [DataRow("{'op':'join','thing':'02005e005301','toy':1,'same':0}", "bad")]
    [DataRow("{'op':'part','thing':'02'}", "bad")]
    [DataRow("{'op':'things','from':0}", "bad")]
    public void AQuestion_ThatIsUnfit_ChangesNothing(string question, string why)
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        string print = rig.FlashPrint();
        Assert.AreEqual(why, phone.AskText(question.Replace('\'', '"'))!.Why);
        Assert.AreEqual(print, rig.FlashPrint());
        Assert.IsEmpty(rig.Things.All);
    }

    [TestMethod]
    [Req("DEF-04")]
    public void Confirm_WhenAnotherPhoneWasQuicker_JoinsNothingElse()
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        TestPhone other = rig.Invited(phone, Role.Guardian);
        Assert.IsTrue(other.SignIn(full: true));
        string robot = phone.Ask(new { op = "join", thing = One, name = "Robot" })!["confirm"];
        string lamp = other.Ask(new { op = "join", thing = Two, toy = 2 })!["confirm"];
        Assert.IsTrue(other.Ask(new { op = "confirm", token = lamp })!.IsOk);
        Assert.IsTrue(other.Loosen(new { op = "join", thing = Two, name = "Truck" })!.IsOk);
        Assert.AreEqual("unknown", phone.Ask(new { op = "confirm", token = robot })!.Why, "the next number is another toy by now");
        Assert.AreEqual(0, rig.Things.ToyOf(s_one));
        Assert.AreEqual(3, rig.Things.ToyOf(s_two));
    }

    [TestMethod]
    [Req("EGR-10")]
    public void Things_MoreThanOneAnswerHolds_AreAllThere_AsTheySayTheyAre()
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        string link = "https://toys.test/" + new string('"', 110);

        for (int i = 1; i <= 64; i++)
        {
            rig.Seen.Come([2, 0, 0x5E, 0, 0x54, (byte)i], "thing-" + i, link);
        }

        for (int i = 1; i <= 30; i++)
        {
            Assert.IsTrue(phone.Loosen(new { op = "join", thing = "02005e0053" + i.ToString("x2"), name = "Toy " + i })!.IsOk, "toy " + i);
        }

        Assert.AreEqual("full", phone.Ask(new { op = "join", thing = "02005e0053ff", name = "One too many" })!.Why);
        List<JsonElement> all = [];
        int from = 1;

        for (int pages = 0; from != 0; pages++)
        {
            Assert.IsLessThan(64, pages);
            PhoneAnswer answer = phone.Ask(new { op = "things", from })!;
            all.AddRange(answer.Json.GetProperty("things").EnumerateArray());
            from = answer.Json.GetProperty("more").GetInt32();
        }

        Assert.HasCount(94, all);
        Assert.AreEqual(64, all.Count(thing => thing.GetProperty("toy").GetInt32() == 0 && thing.GetProperty("link").GetString() == link));
        CollectionAssert.AreEquivalent(Enumerable.Range(3, 30).ToArray(), all.Select(thing => thing.GetProperty("toy").GetInt32()).Where(toy => toy > 0).ToArray());
        Assert.HasCount(32, rig.Home.Toys);
        rig.Restart();
        Assert.HasCount(32, rig.Home.Toys);
    }

    [TestMethod]
    [Req("INFO-06")]
    public void Export_HasEveryThing()
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        Assert.IsTrue(phone.Loosen(new { op = "join", thing = One, name = "Robot" })!.IsOk);
        string all = "";

        for (int from = 1; from != 0;)
        {
            PhoneAnswer answer = phone.Ask(new { op = "export", from })!;
            all += answer.Text;
            from = answer.Json.GetProperty("more").GetInt32();
        }

        StringAssert.Contains(all, "\"things\":[{\"address\":\"" + One + "\",\"toy-name\":\"Robot\"}]");
    }

    [TestMethod]
    public void AToy_HasNoThings()
    {
        using FamilyRig rig = new(mode: PageMode.Toy);
        TestPhone phone = rig.Claimed();
        Assert.AreEqual("unknown", phone.Ask(new { op = "join", thing = One, toy = 1 })!.Why);
        Assert.AreEqual("unknown", phone.Ask(new { op = "part", thing = One })!.Why);
        StringAssert.Contains(phone.Ask(new { op = "things" })!.Text, "\"things\":[],\"more\":0,\"free\":[]");
    }

    private static int[] Notices(TestPhone phone)
    {
        return [.. phone.Ask(new { op = "phones" })!.Json.GetProperty("notices").EnumerateArray().Select(notice => notice.GetProperty("kind").GetInt32())];
    }
}
