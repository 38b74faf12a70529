using System;
using System.Globalization;
using System.Linq;
using System.Text.Json;

using ToyGuard.Core.Pairing;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Times;
using ToyGuard.Fakes;

namespace ToyGuard.Edge.Family.Tests.Door;

/// <summary>
/// Goal: what may go either way is judged by what comes of it: not looser at once, looser by two messages; and it is shown as it is in force.
/// Method: every such operation through the real door of a home with rules in every field, both ways.
/// </summary>
[TestClass]
public sealed class RuleTests
{
    private const string Nights = "1200+600,2640+600";

    // 2027-01-15, a Friday, 08:00.
    private const int Friday = 30_000_000;

    [TestMethod]
    [Req("DEF-04")]
    [Req("PCTL-02")]
    [DataRow("{'op':'quiet','toy':1,'windows':''}", (int)Operation.Quiet)]
    [DataRow("{'op':'quiet','toy':1,'windows':'1200+600,2640+599'}", (int)Operation.Quiet)]
    [DataRow("{'op':'minutes','toy':1,'days':'30,30,30,30,30,30,31'}", (int)Operation.Minutes)]
    [DataRow("{'op':'minutes','toy':1,'days':'0,0,0,0,0,0,-1'}", (int)Operation.Minutes)]
    [DataRow("{'op':'minutes','child':1,'days':'20,20,20,20,21,20,20'}", (int)Operation.Minutes)]
    [DataRow("{'op':'tickets','toy':1,'count':2}", (int)Operation.Tickets)]
    [DataRow("{'op':'assign','toy':1,'child':2,'shared':0}", (int)Operation.Assign)]
    [DataRow("{'op':'child','n':1,'animal':3,'colour':2,'band':'9to12','days':'20,20,20,20,20,20,20'}", (int)Operation.Child)]
    [DataRow("{'op':'child-remove','n':2}", (int)Operation.ChildRemove)]
    [DataRow("{'op':'pause','toy':2,'minutes':1440}", (int)Operation.Pause)]
    public void Rule_Looser_ChangesNothingWithoutItsSecondMessage(string asked, int operation)
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        FamilySettings strict = SetRules(rig);
        string question = asked.Replace('\'', '"');

        Assert.IsTrue(phone.SignIn(full: false));
        Assert.AreEqual("pin", phone.AskText(question)!.Why);
        Assert.IsTrue(phone.SignIn(full: true));
        string token = phone.AskText(question)!["confirm"];
        Assert.IsFalse(phone.Ask(new { op = "confirm", token = new string('0', 32) })!.IsOk);
        Assert.AreSame(strict, rig.Home.Settings, "asked is not done");

        PhoneAnswer confirmed = phone.Ask(new { op = "confirm", token })!;
        Assert.IsTrue(confirmed.IsOk, confirmed.Text);
        Assert.AreEqual((int)Ranking.Looser, (int)Strictness.Compare(rig.Home.Settings, strict) & (int)Ranking.Looser);
        Assert.IsFalse(phone.Ask(new { op = "confirm", token })!.IsOk, "once");
        Assert.AreEqual($"{operation}:True", Newest(phone), "the history has what was changed, and which way");
        JsonElement notice = phone.Ask(new { op = "phones" })!.Json.GetProperty("notices")[0];
        Assert.AreEqual((int)NoticeKind.RuleLoosened, notice.GetProperty("kind").GetInt32());

        FamilySettings kept = rig.Home.Settings;
        rig.Restart();
        Assert.AreEqual(Ranking.Equal, Strictness.Compare(rig.Home.Settings, kept), "kept");
    }

    [TestMethod]
    [Req("DEF-04")]
    [Req("PCTL-02")]
    [DataRow("{'op':'quiet','toy':1,'windows':'1200+600,2640+600,4080+600'}", (int)Operation.Quiet)]
    [DataRow("{'op':'quiet','toy':1,'windows':'0+10080'}", (int)Operation.Quiet)]
    [DataRow("{'op':'minutes','toy':1,'days':'30,30,30,30,30,30,29'}", (int)Operation.Minutes)]
    [DataRow("{'op':'minutes','child':1,'days':'0,0,0,0,0,0,0'}", (int)Operation.Minutes)]
    [DataRow("{'op':'tickets','toy':1,'count':0}", (int)Operation.Tickets)]
    [DataRow("{'op':'child','n':3,'animal':16,'colour':8,'band':'under9','days':'10,10,10,10,10,10,10'}", (int)Operation.Child)]
    [DataRow("{'op':'pause','toy':1,'minutes':1}", (int)Operation.Pause)]
    [DataRow("{'op':'pause','toy':0,'minutes':1440}", (int)Operation.Pause)]
    public void Rule_Stricter_TakesOneMessageOfAQuickSession(string question, int operation)
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        FamilySettings before = SetRules(rig);
        Assert.IsTrue(phone.SignIn(full: false));
        PhoneAnswer answer = phone.AskText(question.Replace('\'', '"'))!;

        Assert.AreEqual("{\"ok\":true}", answer.Text);
        Assert.AreEqual(Ranking.Stricter, Strictness.Compare(rig.Home.Settings, before));
        Assert.AreEqual($"{operation}:False", Newest(phone));
        Assert.AreEqual(0, phone.Ask(new { op = "phones" })!.Json.GetProperty("notices").GetArrayLength(), "no notice");
        rig.Restart();
        Assert.AreEqual(Ranking.Stricter, Strictness.Compare(rig.Home.Settings, before), "kept");
    }

    [TestMethod]
    [Req("DEF-04")]
    public void Rule_LooserThanWhenItWasAsked_IsWorkedOutAnew()
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        FamilySettings before = SetRules(rig);
        string token = phone.Ask(new { op = "minutes", child = 1, days = "60,60,60,60,60,60,60" })!["confirm"];
        FamilySettings without = before.WithoutChild(1);
        rig.Home.Change(without);
        Assert.AreEqual("unknown", phone.Ask(new { op = "confirm", token })!.Why, "the child is gone");
        Assert.AreSame(without, rig.Home.Settings);

        token = phone.Ask(new { op = "tickets", toy = 1, count = 4 })!["confirm"];
        rig.Home.Change(rig.Home.Settings.WithEverythingPaused(true));
        Assert.IsTrue(phone.Ask(new { op = "confirm", token })!.IsOk);
        Assert.IsTrue(rig.Home.Settings.IsEverythingPaused, "what came in between stays");
        Assert.AreEqual(4, rig.Home.Settings.Of(FamilyRig.Bear).Tickets);
    }

    [TestMethod]
    [Req("DEF-04")]
    [Req("PCTL-02")]
    public void Together_Longer_TakesTwoMessages_ShorterOne()
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        _ = SetRules(rig);
        _ = rig.Held();
        Assert.IsTrue(phone.Loosen(new { op = "together", toy = 1, minutes = 30 })!.IsOk);
        Assert.AreEqual(30, Play(rig).TogetherLeft);
        Assert.AreEqual($"{(int)Operation.Together}:True", Newest(phone));
        Assert.IsTrue(phone.SignIn(full: false));
        Assert.AreEqual("pin", phone.Ask(new { op = "together", toy = 1, minutes = 31 })!.Why);
        Assert.AreEqual(30, Play(rig).TogetherLeft);
        Assert.AreEqual("{\"ok\":true}", phone.Ask(new { op = "together", toy = 1, minutes = 10 })!.Text);
        Assert.AreEqual(10, Play(rig).TogetherLeft);
        Assert.IsTrue(phone.Ask(new { op = "together", toy = 1, minutes = 0 })!.IsOk);
        Assert.AreEqual(0, Play(rig).TogetherLeft);
    }

    [TestMethod]
    [Req("EGR-06")]
    [Req("DEF-04")]
    public void ThirdPartyPlace_OpenForAnHour_ClosesByItself_AndStaysClosedWhenTheClockGoesBack()
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        SetMinute(rig, Friday);
        Assert.AreEqual(Reason.WaitingForGuardian, rig.Held(1, "statistics.toys.test"));
        PhoneAnswer waiting = Rules(phone);
        Assert.AreEqual("other:waiting:", Place(waiting, 1));
        Assert.IsTrue(phone.Loosen(new { op = "approve", toy = 1, endpoint = 2, minutes = 60 })!.IsOk);
        Assert.AreEqual("other:open:09:00", Place(Rules(phone), 1));
        Assert.AreEqual("maker:open:", Place(Rules(phone), 0), "the maker's own has no end");

        SetMinute(rig, Friday + 59);
        Assert.AreEqual(Reason.Allowed, rig.Held(1, "statistics.toys.test"), "open until then");
        SetMinute(rig, Friday + 60);
        Assert.AreEqual(Reason.WaitingForGuardian, rig.Held(1, "statistics.toys.test"), "closed after");
        Assert.AreEqual("other:waiting:", Place(Rules(phone), 1));
        SetMinute(rig, Friday + 5);
        Assert.AreEqual(Reason.WaitingForGuardian, rig.Held(1, "statistics.toys.test"), "and when the clock goes back");
        Assert.AreEqual("other:waiting:", Place(Rules(phone), 1));
        Assert.AreEqual(Reason.Allowed, rig.Held());
    }

    [TestMethod]
    [Req("EGR-06")]
    [DataRow("'minutes':1440", 24 * 60)]
    [DataRow("'minutes':0", 120 * 24 * 60)]
    [DataRow("", 120 * 24 * 60)]
    public void ThirdPartyPlace_Opened_AlwaysHasAnEnd(string minutes, int lasts)
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        string question = ("{'op':'approve','toy':1,'endpoint':2" + (minutes.Length > 0 ? "," + minutes : "") + "}").Replace('\'', '"');
        string token = phone.AskText(question)!["confirm"];
        Assert.IsTrue(phone.Ask(new { op = "confirm", token })!.IsOk);
        Assert.AreEqual(rig.Clock.Now().Minute + lasts, rig.Home.Settings.Of(FamilyRig.Bear).ApprovedUntil(rig.Toys[0].PrintAt(2)), 1);
        Assert.AreEqual("bad", phone.Ask(new { op = "approve", toy = 1, endpoint = 2, minutes = 61 })!.Why);
    }

    [TestMethod]
    [Req("DEF-04")]
    [DataRow("{'op':'approve','toy':1,'endpoint':2,'minutes':60}")]
    [DataRow("{'op':'approve','toy':1,'endpoint':2,'minutes':0}")]
    [DataRow("{'op':'approve','toy':1,'endpoint':2}")]
    [DataRow("{'op':'pause','toy':1,'minutes':5}")]
    [DataRow("{'op':'together','toy':1,'minutes':5}")]
    public void End_WhileNobodyKnowsTheTime_IsNone(string question)
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        FamilySettings before = rig.Home.Settings;
        rig.Clock.Forget();
        Assert.AreEqual("expired", phone.AskText(question.Replace('\'', '"'))!.Why);
        Assert.AreSame(before, rig.Home.Settings);
    }

    [TestMethod]
    [Req("PCTL-02")]
    public void Rules_OfAToy_AreShownAsTheyAreInForce()
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        _ = SetRules(rig);
        _ = rig.Held();
        rig.Home.Gate.AddPlay(1, 8);
        rig.Home.Gate.AddBytes(1, 1, 4096);
        TestPhone viewer = rig.Invited(phone, Role.Viewer);
        Assert.IsTrue(viewer.SignIn(full: false));

        string rules = Rules(viewer).Text;
        StringAssert.StartsWith(rules, "{\"ok\":true,\"toy\":1,\"name\":\"Bear\",\"child\":0,\"shared\":false,\"paused\":false,\"until\":\"\",\"days\":[30,30,30,30,30,30,30],"
            + "\"quiet\":[[1200,600],[2640,600]],\"tickets\":1,\"left\":12,\"bonus\":0,\"bonusRoom\":180,\"together\":0,\"zone\":\"\",\"endpoints\":[{\"n\":1,\"host\":\"stories.toys.test\","
            + "\"port\":443,\"scheme\":\"https\",\"owner\":\"Example Toys\",\"party\":\"maker\",\"purpose\":\"stories\",\"data\":[],\"state\":\"open\",\"until\":\"\",\"tries\":0,\"bytes\":4096,");
        StringAssert.EndsWith(rules, "\"more\":0,\"sensors\":[{\"n\":1,\"kind\":\"microphone\",\"purpose\":\"talk\",\"on\":false,\"until\":\"\"}]}");
        Assert.AreEqual(
            "{\"ok\":true,\"children\":[{\"n\":1,\"animal\":3,\"colour\":2,\"band\":\"under9\",\"days\":[20,20,20,20,20,20,20],\"left\":12},"
            + "{\"n\":2,\"animal\":4,\"colour\":1,\"band\":\"9to12\",\"days\":[-1,-1,-1,-1,-1,90,90],\"left\":-1}],\"offers\":[{\"band\":\"under9\",\"days\":[45,45,45,45,45,60,60],\"rest\":[1170,690]},"
            + "{\"band\":\"9to12\",\"days\":[60,60,60,60,60,90,90],\"rest\":[1230,600]},{\"band\":\"13to18\",\"days\":[90,90,90,90,90,120,120],\"rest\":[1320,510]}]}",
            phone.Ask(new { op = "children" })!.Text);

        SetMinute(rig, Friday);
        Assert.IsTrue(phone.Ask(new { op = "pause", toy = 1, minutes = 30 })!.IsOk);
        Assert.IsTrue(phone.Ask(new { op = "pause", toy = 0, minutes = 1440 })!.IsOk);
        JsonElement look = phone.Ask(new { op = "look" })!.Json;
        Assert.AreEqual("08:30 1 180 0", $"{look.GetProperty("toys")[0].GetProperty("until")} {look.GetProperty("toys")[0].GetProperty("tickets")} {look.GetProperty("toys")[0].GetProperty("bonusRoom")} {look.GetProperty("toys")[0].GetProperty("together")}");
        Assert.AreEqual("True 2027-01-16 False", $"{look.GetProperty("pausedAll")} {look.GetProperty("until")} {look.GetProperty("zone")}");
        SetMinute(rig, Friday + 31);
        _ = rig.Held();
        look = phone.Ask(new { op = "look" })!.Json;
        Assert.AreEqual("False ", $"{look.GetProperty("toys")[0].GetProperty("paused")} {look.GetProperty("toys")[0].GetProperty("until")}", "over");
        Assert.AreEqual("08:00", look.GetProperty("until").GetString(), "less than a day");
    }

    // To the gate the same end is the same pause, and that one is over.
    [TestMethod]
    [Req("PCTL-07")]
    [Req("PCTL-03")]
    [DataRow(0)]
    [DataRow(1)]
    public void Pause_ToAMinuteThatWasOverBeforeTheClockWentBack_Holds(int toy)
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        SetMinute(rig, Friday);
        Assert.IsTrue(phone.Ask(new { op = "pause", toy, minutes = 10 })!.IsOk);
        Assert.AreEqual(toy == 0 ? Reason.EverythingPaused : Reason.ToyPaused, rig.Held());
        SetMinute(rig, Friday + 10);
        Assert.AreEqual(Reason.Allowed, rig.Held(), "it ends by itself");
        SetMinute(rig, Friday);
        Assert.AreEqual(Reason.Allowed, rig.Held(), "and stays over");
        Assert.IsTrue(phone.Ask(new { op = "pause", toy, minutes = 10 })!.IsOk);
        Assert.AreEqual(toy == 0 ? Reason.EverythingPaused : Reason.ToyPaused, rig.Held());
    }

    [TestMethod]
    public void Until_ADayAway_IsItsDate()
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();

        foreach (DateTime day in new DateTime[] { new(2027, 12, 31), new(2028, 2, 28), new(2028, 2, 29), new(2028, 12, 31), new(2029, 2, 28), new(2030, 1, 30), new(2100, 2, 28), new(2400, 2, 28), new(2400, 2, 29) })
        {
            SetMinute(rig, (int)((day - DateTime.UnixEpoch).TotalMinutes + 720));
            Assert.IsTrue(phone.Ask(new { op = "pause", toy = 0, minutes = 1440 })!.IsOk);
            Assert.AreEqual(day.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), phone.Ask(new { op = "look" })!["until"]);
        }
    }

    [TestMethod]
    [Req("PCTL-03")]
    [DataRow("CET-1CEST,M3.5.0,M10.5.0/3", true)]
    [DataRow("<+0330>-3:30", true)]
    [DataRow("", false)]
    [DataRow("Europe/Paris", false)]
    [DataRow("CET-1CEST", false)]
    [DataRow("CET-1CEST,M3.5.0,M10.5.0/168", false)]
    public void Zone_IsARule_OrBad(string tz, bool isTaken)
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        Assert.IsTrue(phone.SignIn(full: false));
        PhoneAnswer answer = phone.Ask(new { op = "zone", tz })!;
        Assert.AreEqual(isTaken ? "" : "bad", answer.Why);
        Assert.AreEqual(isTaken ? tz : "", rig.Home.Settings.Zone);
        Assert.AreEqual(isTaken, phone.Ask(new { op = "look" })!.Json.GetProperty("zone").GetBoolean());
        int hour = isTaken && tz[0] == 'C' ? 9 : isTaken ? 11 : 8;
        Assert.AreEqual(hour, rig.Clock.Now().MinuteOfWeek / 60 % 24, "the clock on the wall goes by it");
        rig.Restart();
        Assert.AreEqual(isTaken ? tz : "", rig.Home.Settings.Zone);
    }

    [TestMethod]
    [DataRow("{'op':'quiet','toy':1,'windows':'10080+1'}")]
    [DataRow("{'op':'quiet','toy':1,'windows':'0+0'}")]
    [DataRow("{'op':'quiet','toy':1,'windows':'0+10081'}")]
    [DataRow("{'op':'quiet','toy':1,'windows':'-1+5'}")]
    [DataRow("{'op':'quiet','toy':1,'windows':'1+2+3'}")]
    [DataRow("{'op':'quiet','toy':1,'windows':'1+2,'}")]
    [DataRow("{'op':'quiet','toy':1,'windows':'1+ 2'}")]
    [DataRow("{'op':'quiet','toy':1,'windows':'0+1,2+1,4+1,6+1,8+1,10+1,12+1,14+1,16+1,18+1,20+1,22+1,24+1,26+1,28+1,30+1,32+1'}")]
    [DataRow("{'op':'quiet','toy':1,'windows':7}")]
    [DataRow("{'op':'quiet','toy':0,'windows':''}")]
    [DataRow("{'op':'quiet','toy':1}")]
    [DataRow("{'op':'minutes','toy':1,'days':'1441,0,0,0,0,0,0'}")]
    [DataRow("{'op':'minutes','toy':1,'days':'-2,0,0,0,0,0,0'}")]
    [DataRow("{'op':'minutes','toy':1,'days':'0,0,0,0,0,0'}")]
    [DataRow("{'op':'minutes','toy':1,'days':'0,0,0,0,0,0,0,0'}")]
    [DataRow("{'op':'minutes','toy':1,'days':'000000,0,0,0,0,0,0'}")]
    [DataRow("{'op':'minutes','toy':1,'child':1,'days':'0,0,0,0,0,0,0'}")]
    [DataRow("{'op':'minutes','days':'0,0,0,0,0,0,0'}")]
    [DataRow("{'op':'minutes','child':9,'days':'0,0,0,0,0,0,0'}")]
    [DataRow("{'op':'tickets','toy':1,'count':5}")]
    [DataRow("{'op':'tickets','toy':1,'count':-1}")]
    [DataRow("{'op':'together','toy':1,'minutes':121}")]
    [DataRow("{'op':'together','toy':1,'minutes':-1}")]
    [DataRow("{'op':'pause','toy':1,'minutes':0}")]
    [DataRow("{'op':'pause','toy':1,'minutes':1441}")]
    [DataRow("{'op':'child','n':0,'animal':1,'colour':1,'band':'under9','days':'0,0,0,0,0,0,0'}")]
    [DataRow("{'op':'child','n':9,'animal':1,'colour':1,'band':'under9','days':'0,0,0,0,0,0,0'}")]
    [DataRow("{'op':'child','n':1,'animal':17,'colour':1,'band':'under9','days':'0,0,0,0,0,0,0'}")]
    [DataRow("{'op':'child','n':1,'animal':1,'colour':9,'band':'under9','days':'0,0,0,0,0,0,0'}")]
    [DataRow("{'op':'child','n':1,'animal':1,'colour':1,'band':'7','days':'0,0,0,0,0,0,0'}")]
    [DataRow("{'op':'child','n':1,'animal':1,'colour':1,'band':'under9','days':'0,0,0,0,0,0,0,0'}")]
    [DataRow("{'op':'child','n':1,'animal':1,'colour':1,'band':'under9','days':'0,0,0,0,0,0,0','name':'Ada'}")]
    [DataRow("{'op':'assign','toy':1,'child':9,'shared':0}")]
    [DataRow("{'op':'assign','toy':1,'child':1,'shared':2}")]
    [DataRow("{'op':'assign','toy':1,'child':1}")]
    [DataRow("{'op':'rules','toy':1,'from':34}")]
    [DataRow("{'op':'rules','toy':0}")]
    public void Question_OutOfRange_IsBadAndChangesNothing(string question)
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        FamilySettings before = SetRules(rig);
        PhoneAnswer answer = phone.AskText(question.Replace('\'', '"'))!;
        Assert.AreEqual("bad", answer.Why, answer.Text);
        Assert.AreSame(before, rig.Home.Settings);
    }

    [TestMethod]
    [DataRow("{'op':'quiet','toy':9,'windows':''}")]
    [DataRow("{'op':'minutes','toy':9,'days':'0,0,0,0,0,0,0'}")]
    [DataRow("{'op':'minutes','child':7,'days':'0,0,0,0,0,0,0'}")]
    [DataRow("{'op':'tickets','toy':9,'count':0}")]
    [DataRow("{'op':'together','toy':9,'minutes':0}")]
    [DataRow("{'op':'assign','toy':9,'child':1,'shared':0}")]
    [DataRow("{'op':'assign','toy':1,'child':7,'shared':0}")]
    [DataRow("{'op':'child-remove','n':7}")]
    [DataRow("{'op':'pause','toy':9,'minutes':5}")]
    [DataRow("{'op':'rules','toy':9}")]
    public void Question_AboutWhatIsNot_IsUnknown(string question)
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        FamilySettings before = SetRules(rig);
        PhoneAnswer answer = phone.AskText(question.Replace('\'', '"'))!;
        Assert.AreEqual("unknown", answer.Why, answer.Text);
        Assert.AreSame(before, rig.Home.Settings);
    }

    // Asked in a quick session, so that whatever is looser is refused: nothing may get looser by any text.
    [TestMethod]
    [Req("DEF-04")]
    public void Text_CutOrOfSeededBytes_IsAnsweredAndNeverLooser()
    {
        const int Seed = 7_2026;
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        FamilySettings before = SetRules(rig);
        Assert.IsTrue(phone.SignIn(full: false));
        Random random = new(Seed);
        const string Letters = "0123456789,,++--<>/.MJCET \"\\\u0001\u00e4";

        foreach (string good in new[] { Nights, "30,30,30,30,30,60,-1", "CET-1CEST,M3.5.0,M10.5.0/3" })
        {
            for (int count = 0; count <= good.Length; count++)
            {
                Try(good[..count]);
            }
        }

        for (int i = 0; i < 60; i++)
        {
            Try(string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => Letters[random.Next(Letters.Length)])));
        }

        void Try(string text)
        {
            foreach (object question in new object[] { new { op = "quiet", toy = 1, windows = text }, new { op = "minutes", child = 1, days = text }, new { op = "zone", tz = text } })
            {
                PhoneAnswer answer = phone.Ask(question)!;
                Assert.IsTrue(answer.Text == "{\"ok\":true}" || answer.Why is "bad" or "pin", $"{text} (seed {Seed}): {answer.Text}");
                Assert.IsTrue(Strictness.IsNeverLooser(rig.Home.Settings, before), $"{text} (seed {Seed})");
            }
        }
    }

    // As much of everything as a manifest may have: every page fits, and together they show all of it.
    [TestMethod]
    public void Rules_OfTheLargestToy_ComeInPages()
    {
        string owner = new('"', 64);
        string[] data = ["chosen-story", "chosen-music", "play-progress", "usage", "voice", "messages", "photo", "location", "device-id", "account-id", "nickname", "age-band", "language", "settings", "firmware-version", "diagnostics"];
        string label = new('a', 59);
        Endpoint[] places = [.. Enumerable.Range(10, 32).Select(n => new Endpoint("e" + n, HostPattern.Parse($"{label}{n}.{label}.{label}.{label}.test", out _)!, 65535, Scheme.Https, owner, Party.Third, "firmware-information", data, 1L << 40, null))];
        SensorUse[] sensors = [.. Enumerable.Range(0, 8).Select(_ => new SensorUse("microphone", "voice-messages", "push-to-talk"))];
        Manifest largest = new("x", owner, owner, "https://toys.example/", "mailto:security@toys.example", "2031-12-31", AgeBand.Under9, places, sensors, []);
        using FamilyRig rig = new(new DeclaredToy(FamilyRig.Lamp, largest));
        TestPhone phone = rig.Claimed();
        WeeklyHours windows = new([.. Enumerable.Range(0, 16).Select(n => 5000 + (n * 300))], [.. Enumerable.Repeat(100, 16)]);
        ToySettings lamp = rig.Home.Settings.Of(FamilyRig.Lamp).WithQuietHours(windows).WithPausedUntil(rig.Clock.Now().Minute + 5000);

        for (int n = 1; n <= 32; n++)
        {
            rig.Home.Gate.AddBytes(2, n, long.MaxValue);
        }

        Assert.IsTrue(rig.Home.Change(rig.Home.Settings.WithToy(lamp).WithZone("<+1234567890123456789>-12:34:56")).IsSaved);
        int seen = 0;
        int heard = 0;

        for (int from = 1; from != 0;)
        {
            PhoneAnswer page = phone.Ask(new { op = "rules", toy = 2, from })!;
            Assert.IsTrue(page.IsOk, page.Text);

            foreach (JsonElement place in page.Json.GetProperty("endpoints").EnumerateArray())
            {
                Assert.AreEqual(++seen, place.GetProperty("n").GetInt32());
            }

            heard += page.Json.GetProperty("sensors").GetArrayLength();
            from = page.Json.GetProperty("more").GetInt32();
        }

        Assert.AreEqual("32 8", $"{seen} {heard}");
    }

    [TestMethod]
    [Req("DEL-01")]
    public void Erase_OfOneToy_LeavesChildrenAndZone()
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        FamilySettings now = SetRules(rig).WithZone("CET-1");
        Assert.IsTrue(rig.Home.Change(now.WithToy(now.Of(FamilyRig.Lamp).WithChild(2, false))).IsSaved);
        Assert.IsTrue(phone.Loosen(new { op = "erase", toy = 1 })!.IsOk);
        Assert.IsNull(rig.Home.Settings.Find(FamilyRig.Bear));
        Assert.AreEqual("CET-1 2 2", $"{rig.Home.Settings.Zone} {rig.Home.Settings.Children.Length} {rig.Home.Settings.Of(FamilyRig.Lamp).Child}");
    }

    // Two children, and rules in every field of the bear; the lamp is paused.
    private static FamilySettings SetRules(FamilyRig rig)
    {
        FamilySettings now = rig.Home.Settings
            .WithChild(new ChildSettings(1, 3, 2, AgeBand.Under9, DayMinutes.Every(20)))
            .WithChild(new ChildSettings(2, 4, 1, AgeBand.From9To12, new DayMinutes([-1, -1, -1, -1, -1, 90, 90])));
        ToySettings bear = now.Of(FamilyRig.Bear).WithQuietHours(new WeeklyHours([1200, 2640], [600, 600])).WithPlayMinutes(30).WithTickets(1);
        Assert.IsTrue(rig.Home.Change(now.WithToy(bear).WithToy(now.Of(FamilyRig.Lamp).WithPaused(true))).IsSaved);
        return rig.Home.Settings;
    }

    private static PhoneAnswer Rules(TestPhone phone)
    {
        PhoneAnswer rules = phone.Ask(new { op = "rules", toy = 1 })!;
        Assert.IsTrue(rules.IsOk, rules.Text);
        return rules;
    }

    private static string Place(PhoneAnswer rules, int index)
    {
        JsonElement place = rules.Json.GetProperty("endpoints")[index];
        return $"{place.GetProperty("party")}:{place.GetProperty("state")}:{place.GetProperty("until")}";
    }

    private static string Newest(TestPhone phone)
    {
        return phone.Ask(new { op = "history" })!.Json.GetProperty("items").EnumerateArray().Where(line => line.GetProperty("kind").GetString() == "rule-changed")
            .Select(line => $"{line.GetProperty("op")}:{line.GetProperty("looser")}").First();
    }

    private static PlayView Play(FamilyRig rig)
    {
        rig.Home.Gate.ShowPlay(1, out PlayView view);
        return view;
    }

    private static void SetMinute(FamilyRig rig, int minute)
    {
        rig.Clock.SetUtc(minute * 60_000L, 0);
    }
}
