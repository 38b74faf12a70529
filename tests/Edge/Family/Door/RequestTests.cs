using System.Linq;
using System.Text;

using ToyGuard.Core.Family;
using ToyGuard.Core.Pairing;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Records;
using ToyGuard.Core.Settings;
using ToyGuard.Fakes;

namespace ToyGuard.Edge.Family.Tests.Door;

/// <summary>
/// Goal: a child asks without a key and changes nothing by it; a guardian answers once, a yes in two messages; the child is told.
/// Method: a real server on loopback, posts as the page sends them and as others would, phones through the real door.
/// </summary>
[TestClass]
public sealed class RequestTests
{
    private const string More = "{\"op\":\"more\",\"toy\":1}";

    [TestMethod]
    [Req("PCTL-08")]
    public void Ask_IsOneWaitingRequest_AnsweredByAGuardian_ToldToTheChild()
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        rig.Home.Change(rig.Home.Settings.WithToy(rig.Home.Settings.Of(FamilyRig.Bear).WithPlayMinutes(30)));
        rig.Held();
        uint before = rig.Home.Sequence;
        StringAssert.Contains(Ask(rig, More), "{\"ok\":true,\"why\":\"\"}");
        StringAssert.Contains(Ask(rig, More), "\"why\":\"soon\"");
        StringAssert.Contains(Ask(rig, "{\"op\":\"open\",\"toy\":2,\"what\":2}"), "\"ok\":true");
        Assert.AreEqual(before, rig.Home.Sequence, "asking changes no rule");
        StringAssert.Contains(MyToy(rig), "{\"n\":1,\"asked\":\"more\",\"answer\":\"waiting\",\"minutes\":0}");

        Assert.AreEqual(2, phone.Ask(new { op = "look" })!.Json.GetProperty("requests").GetInt32());
        PhoneAnswer list = phone.Ask(new { op = "requests" })!;
        StringAssert.Contains(list.Text, "{\"n\":1,\"toy\":1,\"kind\":\"more\",\"what\":0,");
        StringAssert.Contains(list.Text, "{\"n\":2,\"toy\":2,\"kind\":\"open\",\"what\":2,");

        PhoneAnswer first = phone.Ask(new { op = "answer", n = 1, yes = 1, minutes = 15 })!;
        StringAssert.Contains(MyToy(rig), "\"answer\":\"waiting\"", "the first message does nothing");
        Assert.IsTrue(phone.Ask(new { op = "confirm", token = first["confirm"] })!.IsOk);
        Assert.IsTrue(rig.Home.Gate.ShowPlay(1, out PlayView view));
        Assert.AreEqual(45, view.PlayLeft);
        Assert.AreEqual("expired", phone.Ask(new { op = "answer", n = 1, yes = 1, minutes = 15 })!.Why, "once");
        Assert.AreEqual("expired", phone.Ask(new { op = "answer", n = 1, yes = 0 })!.Why, "once");
        StringAssert.Contains(MyToy(rig), "{\"n\":1,\"asked\":\"more\",\"answer\":\"yes\",\"minutes\":15}");

        Assert.IsTrue(phone.SignIn(full: false));
        Assert.AreEqual("pin", phone.Ask(new { op = "answer", n = 2, yes = 1, minutes = 60 })!.Why);
        Assert.IsTrue(phone.Ask(new { op = "answer", n = 2, yes = 0 })!.IsOk, "not today needs no PIN");
        Assert.IsFalse(rig.Home.Settings.Of(FamilyRig.Lamp).IsApproved(rig.Toys[1].PrintAt(2)));

        rig.Restart();
        StringAssert.Contains(MyToy(rig), "{\"n\":1,\"asked\":\"more\",\"answer\":\"yes\",\"minutes\":15}", "told after a restart too");
        StringAssert.Contains(MyToy(rig), "{\"n\":2,\"asked\":\"open\",\"answer\":\"no\",\"minutes\":0}");
    }

    [TestMethod]
    [Req("PCTL-08")]
    [Req("PCTL-02")]
    public void Ask_ForMoreWithATicket_SpendsItAndIsAnsweredAtOnce()
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        ToySettings bear = rig.Home.Settings.Of(FamilyRig.Bear).WithPlayMinutes(30).WithTickets(1);
        rig.Home.Change(rig.Home.Settings.WithToy(bear));
        rig.Held();
        rig.Press();
        StringAssert.Contains(Ask(rig, "{\"op\":\"change\",\"toy\":2,\"what\":2}"), "\"why\":\"\"");
        Assert.AreEqual("{\"ok\":true,\"why\":\"ticket\"}", Ask(rig, More));
        StringAssert.Contains(MyToy(rig), "{\"n\":1,\"asked\":\"more\",\"answer\":\"yes\",\"minutes\":15,");
        StringAssert.Contains(MyToy(rig), "\"tickets\":0", "told for ten minutes after the press");
        Assert.AreEqual(0, rig.Home.Settings.Of(FamilyRig.Bear).Tickets, "saved");
        Assert.IsTrue(rig.Home.Gate.ShowPlay(1, out PlayView view));
        Assert.AreEqual(45, view.PlayLeft);
        Assert.AreEqual("expired", phone.Ask(new { op = "answer", n = 2, yes = 1, minutes = 15 })!.Why, "nobody has to answer");

        rig.Clock.SetUtc((rig.Clock.Now().Minute + 11) * 60_000L, 0);
        Assert.AreEqual("{\"ok\":true,\"why\":\"\"}", Ask(rig, More), "none is left: a grown-up answers");
        rig.Home.Change(rig.Home.Settings.WithToy(rig.Home.Settings.Of(FamilyRig.Bear).WithTickets(2)));
        StringAssert.Contains(Ask(rig, More), "soon");
        Assert.AreEqual(2, rig.Home.Settings.Of(FamilyRig.Bear).Tickets, "whoever asks all the time spends nothing by it");
        rig.Restart();
        Assert.AreEqual(2, rig.Home.Settings.Of(FamilyRig.Bear).Tickets);
    }

    [TestMethod]
    [Req("PCTL-08")]
    [Req("EGR-06")]
    [Req("DEF-04")]
    public void Yes_ToAPlaceForAnHour_EndsThen()
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        rig.Press();
        int now = rig.Clock.Now().Minute;
        rig.Clock.SetUtc(now * 60_000L, 0);
        StringAssert.Contains(Ask(rig, "{\"op\":\"open\",\"toy\":1,\"what\":2}"), "\"ok\":true");
        Assert.IsTrue(phone.Loosen(new { op = "answer", n = 1, yes = 1, minutes = 60 })!.IsOk);
        StringAssert.Contains(MyToy(rig), $"\"places\":2,\"closes\":\"{(now + 60) / 60 % 24:D2}:{(now + 60) % 60:D2}\"", "the child is told when");
        rig.Clock.SetUtc((now + 59) * 60_000L, 0);
        Assert.AreEqual(Reason.Allowed, rig.Held(1, "statistics.toys.test"));
        rig.Clock.SetUtc((now + 60) * 60_000L, 0);
        Assert.AreEqual(Reason.WaitingForGuardian, rig.Held(1, "statistics.toys.test"));
        StringAssert.Contains(MyToy(rig), "\"places\":1,\"closes\":\"\"");
    }

    [TestMethod]
    [Req("PCTL-08")]
    [Req("DEF-04")]
    public void Yes_ToAPlace_OpensJustThatPlace()
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        StringAssert.Contains(Ask(rig, "{\"op\":\"open\",\"toy\":1,\"what\":2}"), "\"ok\":true");
        Assert.AreEqual("bad", phone.Ask(new { op = "answer", n = 1, yes = 1, minutes = 17 })!.Why, "no such time");
        Assert.IsTrue(phone.Loosen(new { op = "answer", n = 1, yes = 1, minutes = 60 })!.IsOk);
        Assert.IsTrue(rig.Home.Settings.Of(FamilyRig.Bear).IsApproved(rig.Toys[0].PrintAt(2)));
        Assert.IsFalse(rig.Home.Settings.Of(FamilyRig.Lamp).IsApproved(rig.Toys[1].PrintAt(2)));
        int[] kinds = [.. phone.Ask(new { op = "phones" })!.Json.GetProperty("notices").EnumerateArray().Select(notice => notice.GetProperty("kind").GetInt32())];
        CollectionAssert.AreEqual(new[] { (int)NoticeKind.PlaceOpened }, kinds, "exactly one notice");
    }

    // A child knows no names of places.
    [TestMethod]
    [Req("PCTL-08")]
    public void Open_This_IsWhatWasHeldLast()
    {
        const string This = "{\"op\":\"open\",\"toy\":1}";
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        Assert.AreEqual("{\"ok\":false,\"why\":\"nothing\"}", Ask(rig, This));
        GateQuery query = new() { Toy = 1, Kind = AskKind.Lookup };
        Assert.AreEqual(HostFault.None, query.Host.Read("statistics.toys.test"));
        rig.Home.Gate.SetClock(rig.Clock.Now());
        rig.Home.Activity.SetTime(0, rig.Clock.Now());
        rig.Home.Activity.OnVerdict(query, rig.Home.Gate.Ask(query));
        Assert.AreEqual("{\"ok\":true,\"why\":\"\"}", Ask(rig, This));
        StringAssert.Contains(phone.Ask(new { op = "requests" })!.Text, "\"toy\":1,\"kind\":\"open\",\"what\":2,");

        // What is open since is not meant.
        Assert.IsTrue(phone.Loosen(new { op = "approve", toy = 1, endpoint = 2 })!.IsOk);
        Assert.AreEqual("{\"ok\":false,\"why\":\"nothing\"}", Ask(rig, This));
    }

    [TestMethod]
    [Req("WEB-02")]
    [Req("PCTL-08")]
    public void Ask_FromElsewhereOrUnfit_IsTheOneRefusal_AndAddsNothing()
    {
        using FamilyRig rig = new();
        PhoneWire wire = rig.Wire();
        Assert.AreEqual(403, Post(wire, More).Status, "nobody is paired");
        TestPhone phone = rig.Claimed();
        byte[] body = Encoding.UTF8.GetBytes(More);
        wire = rig.Wire();
        Assert.AreEqual(403, wire.Send(wire.Request("POST", "/ask", "application/json", body, origin: "http://evil.example")).Status);
        Assert.AreEqual(403, wire.Send(wire.Request("POST", "/ask", "application/json", body, origin: "")).Status);
        Assert.AreEqual(403, wire.Send(wire.Request("POST", "/ask", "application/json", body, more: "Sec-Fetch-Site: cross-site\r\n")).Status);
        Assert.AreEqual(403, wire.Post("/ask", "text/plain", body).Status);

        for (int count = 0; count < More.Length; count++)
        {
            Assert.AreEqual(403, Post(wire, More[..count]).Status, More[..count]);
        }

        string[] hostile =
        [
            "{\"op\":\"more\",\"toy\":0}", "{\"op\":\"more\",\"toy\":3}", "{\"op\":\"more\",\"toy\":-1}", "{\"op\":\"more\",\"toy\":1.5}", "{\"op\":\"more\",\"toy\":\"1\"}",
            "{\"op\":\"more\",\"toy\":1,\"toy\":1}", "{\"op\":\"more\",\"toy\":1,\"x\":1}", "{\"op\":\"more\",\"toy\":[1]}", "{\"op\":\"more\"}", "{\"toy\":1}",
            "{\"op\":\"more\",\"toy\":1,\"what\":1}", "{\"op\":\"open\",\"toy\":1,\"what\":3}", "{\"op\":\"open\",\"toy\":1,\"what\":0}",
            "{\"op\":\"change\",\"toy\":1}", "{\"op\":\"change\",\"toy\":1,\"what\":5}", "{\"op\":\"pause\",\"toy\":1}", "{\"op\":\"resume\",\"toy\":1}", More + " x",
            "{\"op\":\"more\",\"toy\":1," + new string(' ', 200) + "\"what\":1}",
        ];

        foreach (string one in hostile)
        {
            Assert.AreEqual(403, Post(wire, one).Status, one);
        }

        Assert.AreEqual("{\"ok\":true,\"requests\":[]}", phone.Ask(new { op = "requests" })!.Text);
    }

    [TestMethod]
    [Req("PCTL-08")]
    public void Ask_Flooded_IsOneItem_AndFewWrites()
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        PhoneWire wire = rig.Wire();
        Post(wire, More);
        string flash = rig.FlashPrint();

        for (int i = 0; i < 50; i++)
        {
            Assert.AreEqual(200, Post(wire, i % 2 == 0 ? More : "{\"op\":\"change\",\"toy\":1,\"what\":2}").Status);
        }

        Assert.AreEqual(flash, rig.FlashPrint());
        Assert.AreEqual(1, phone.Ask(new { op = "requests" })!.Json.GetProperty("requests").GetArrayLength());
    }

    [TestMethod]
    [Req("AUTH-06")]
    [Req("PCTL-08")]
    public void MyToy_TellsRules_AfterAPressOrToAPhoneOfTheFamily()
    {
        using FamilyRig rig = new();
        StringAssert.Contains(MyToy(rig), "\"toys\":[]", "nobody is paired");
        TestPhone guardian = rig.Claimed();
        TestPhone viewer = rig.Invited(guardian, Role.Viewer);
        rig.Restart();
        Assert.IsFalse(MyToy(rig).Contains("marker-", System.StringComparison.Ordinal));
        StringAssert.Contains(MyToy(rig), "\"left\":0,\"rules\":false");
        Assert.IsTrue(viewer.SignIn(full: false));
        StringAssert.Contains(viewer.Ask(new { op = "my-toy" })!.Text, $"\"name\":\"{rig.Toys[0].Manifest.Name}\"");
        rig.Press();
        StringAssert.Contains(MyToy(rig), "\"rules\":true");
        StringAssert.Contains(MyToy(rig), "\"reason\":");
        Assert.IsFalse(MyToy(rig).Contains("marker-", System.StringComparison.Ordinal), "no name, press or not");
        rig.Restart();
        Assert.IsFalse(MyToy(rig).Contains("\"reason\":", System.StringComparison.Ordinal));
    }

    [TestMethod]
    [Req("LOG-01")]
    [Req("INFO-03")]
    public void Change_IsInTheHistory_AndANoticeUntilEveryGuardianSawIt()
    {
        using FamilyRig rig = new();
        TestPhone first = rig.Claimed();
        TestPhone second = rig.Invited(first, Role.Guardian);
        Clear(first);
        Clear(second);
        Assert.IsTrue(first.SignIn(full: true));
        Assert.IsTrue(first.Ask(new { op = "pause", toy = 1 })!.IsOk);
        Assert.AreEqual("", Kinds(first), "a tightening is no notice");
        Assert.IsTrue(first.Loosen(new { op = "resume", toy = 1 })!.IsOk);
        Assert.IsTrue(first.Loosen(new { op = "approve", toy = 2, endpoint = 2 })!.IsOk);
        Assert.IsTrue(first.Loosen(new { op = "agree", toy = 2, sensor = 1, until = rig.Clock.Now().Minute + 60 }, rig.Press)!.IsOk);
        string told = $"{(int)NoticeKind.SensorAgreed}:1:2 {(int)NoticeKind.PlaceOpened}:1:2 {(int)NoticeKind.RuleLoosened}:1:1";

        foreach (TestPhone phone in new[] { first, second })
        {
            Assert.IsTrue(phone.SignIn(full: false));
            Assert.AreEqual(told, Kinds(phone));
            rig.Restart();
            Assert.IsTrue(phone.SignIn(full: false));
            Assert.AreEqual(told, Kinds(phone), "after a restart");
            Clear(phone);
            Assert.AreEqual("", Kinds(phone), "seen");
        }

        PhoneAnswer history = second.Ask(new { op = "history" })!;
        string[] lines = [.. history.Json.GetProperty("items").EnumerateArray().Where(line => line.GetProperty("kind").GetString() == "rule-changed").Select(line =>
            $"{line.GetProperty("op")}:{line.GetProperty("toy")}:{line.GetProperty("who")}:{line.GetProperty("looser")}")];
        string expected = $"{(int)Operation.Agree}:2:1:True {(int)Operation.Approve}:2:1:True {(int)Operation.Resume}:1:1:True {(int)Operation.Pause}:1:1:False";
        StringAssert.StartsWith(string.Join(' ', lines), expected);
        Assert.IsFalse(history.Text.Contains("marker-", System.StringComparison.Ordinal), "numbers, never words");
    }

    [TestMethod]
    [Req("INFO-05")]
    public void Check_SaysWhatToFix_AndLookCountsTheSame()
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        Assert.AreEqual("", Red(phone));
        Assert.IsTrue(phone.Loosen(new { op = "approve", toy = 1, endpoint = 2 })!.IsOk);
        StringAssert.Contains(Red(phone), "notices:read-notices");
        Assert.IsFalse(Red(phone).Contains("ends:", System.StringComparison.Ordinal), "it has an end");
        FamilySettings endless = Household.Approve(rig.Home.Settings, rig.Toys[0], 2, true);
        Assert.IsTrue(rig.Home.Change(endless).IsSaved);
        StringAssert.Contains(Red(phone), "ends:give-an-end", "as an older device may have kept it");
        rig.Clock.Forget();
        StringAssert.Contains(Red(phone), "clock:set-clock");
        int fix = Red(phone).Split(' ').Length;
        Assert.AreEqual(fix, phone.Ask(new { op = "look" })!.Json.GetProperty("checks").GetProperty("fix").GetInt32());
        Assert.AreEqual(SafetyCheck.Count - fix, phone.Ask(new { op = "look" })!.Json.GetProperty("checks").GetProperty("fine").GetInt32());
    }

    private static string Red(TestPhone phone)
    {
        return string.Join(' ', phone.Ask(new { op = "check" })!.Json.GetProperty("items").EnumerateArray()
            .Where(item => !item.GetProperty("ok").GetBoolean()).Select(item => $"{item.GetProperty("id").GetString()}:{item.GetProperty("fix").GetString()}"));
    }

    private static string Kinds(TestPhone phone)
    {
        return string.Join(' ', phone.Ask(new { op = "phones" })!.Json.GetProperty("notices").EnumerateArray()
            .Select(notice => $"{notice.GetProperty("kind")}:{notice.GetProperty("who")}:{notice.GetProperty("toy")}"));
    }

    private static void Clear(TestPhone phone)
    {
        Assert.IsTrue(phone.SignIn(full: false));

        foreach (int n in phone.Ask(new { op = "phones" })!.Json.GetProperty("notices").EnumerateArray().Select(notice => notice.GetProperty("n").GetInt32()).ToArray())
        {
            Assert.IsTrue(phone.Ask(new { op = "seen", notice = n })!.IsOk);
        }
    }

    private static PhoneExchange Post(PhoneWire wire, string text)
    {
        return wire.Post("/ask", "application/json", Encoding.UTF8.GetBytes(text));
    }

    private static string Ask(FamilyRig rig, string text)
    {
        return Encoding.UTF8.GetString(Post(rig.Wire(), text).Body);
    }

    private static string MyToy(FamilyRig rig)
    {
        return Encoding.UTF8.GetString(rig.Wire().Get("/my-toy").Body);
    }
}
