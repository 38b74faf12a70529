using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

using ToyGuard.Core.Data;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Times;
using ToyGuard.Fakes;

namespace ToyGuard.Edge.Family.Tests.Door;

/// <summary>
/// Goal: a family can take all its data along, bring its rules to another device, and erase a toy; and no file loosens anything by itself.
/// Method: real doors of real devices; the export held against the data list, field by field.
/// </summary>
[TestClass]
public sealed class ExportTests
{
    [TestMethod]
    [Req("INFO-06"), Req("DEF-06")]
    public void Export_OfAHomeThatWasUsed_IsTheDataListExactly()
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        Use(rig);
        List<JsonElement> pages = Export(phone);
        string all = string.Join("\n", pages.Select(page => page.GetRawText()));

        HashSet<string> rows = [.. pages.SelectMany(page => page.EnumerateObject()).Select(field => field.Name)];
        JsonElement[] records = [.. pages.Where(page => page.TryGetProperty("records", out _)).SelectMany(page => page.GetProperty("records").EnumerateArray())];
        Assert.IsTrue(rows.Remove("page") && rows.Remove("records") && rows.Remove("left-out"));
        string[] listed = [.. Rows().Where(row => row.IsExported).Select(row => row.Id)];
        CollectionAssert.AreEquivalent(listed.Where(id => !id.StartsWith("record-", StringComparison.Ordinal) || id == "record-days").ToArray(), rows.ToArray());
        Assert.IsNotEmpty(records);
        CollectionAssert.IsSubsetOf(records.Select(record => record.GetProperty("row").GetString()).Distinct().ToArray(), listed);

        string[] leftOut = [.. pages[0].GetProperty("left-out").EnumerateArray().Select(id => id.GetString()!)];
        CollectionAssert.AreEquivalent(new[] { "pins", "pin-tries", "owner-code", "wifi", "sessions", "leases", "stations" }, leftOut);

        foreach (string secret in new[] { FamilyRig.Pin, phone.OwnerCode, Convert.ToHexStringLower(phone.PhoneKey), Convert.ToHexStringLower(phone.PhoneSalt), Convert.ToHexStringLower(phone.DeviceSalt) })
        {
            Assert.IsFalse(all.Contains(secret, StringComparison.OrdinalIgnoreCase), "a key, a PIN or a code in an export");
        }

        foreach (string told in new[] { FamilyRig.Bear, "spy.test", "marker-7f3a-phone", "stories", "microphone, talk" })
        {
            StringAssert.Contains(all, told);
        }
    }

    [TestMethod]
    [Req("INFO-06"), Req("DEF-04")]
    public void Import_OnASecondDevice_GivesEqualRulesOnceConfirmed()
    {
        using FamilyRig first = new();
        using FamilyRig second = new();
        TestPhone from = first.Claimed();
        Use(first);
        FamilySettings used = first.Home.Settings;
        Assert.IsTrue(first.Home.Change(used.WithToy(used.Of(FamilyRig.Lamp).WithPausedUntil(first.Clock.Now().Minute + 500))).IsSaved);
        TestPhone to = second.Claimed();
        second.Home.Change(second.Home.Settings.WithEverythingPaused(true).WithToy(second.Home.Settings.Of(FamilyRig.Bear).WithPlayMinutes(0)));
        FamilySettings before = second.Home.Settings;

        Bring(to, Export(from));
        Assert.AreSame(before, second.Home.Settings, "reading changes nothing");
        PhoneAnswer asked = to.Ask(new { op = "import", all = 1 })!;
        Assert.AreSame(before, second.Home.Settings, "nor does the first message");
        Assert.IsTrue(to.Ask(new { op = "confirm", token = asked["confirm"] })!.IsOk);
        Assert.AreEqual(Ranking.Equal, Strictness.Compare(second.Home.Settings, first.Home.Settings));
        second.Restart();
        Assert.AreEqual(Ranking.Equal, Strictness.Compare(second.Home.Settings, first.Home.Settings), "and it is kept");
        Assert.AreEqual(Picture(first.Home.Settings), Picture(second.Home.Settings));
        StringAssert.StartsWith(Picture(second.Home.Settings), "CET-1CEST,M3.5.0,M10.5.0/3 8 1True 3 Tickets 4: 8-16-8-From13To18");
    }

    [TestMethod]
    [Req("DEF-03"), Req("DEF-04")]
    public void Import_StricterOnly_TakesOneMessageOfAQuickSessionAndLoosensNothing()
    {
        using FamilyRig first = new();
        using FamilyRig second = new();
        TestPhone from = first.Claimed();
        Use(first);
        List<JsonElement> file = Export(from);
        TestPhone to = second.Claimed();
        second.Home.Change(second.Home.Settings.WithEverythingPaused(true));
        FamilySettings before = second.Home.Settings;
        to.SignIn(full: false);
        Bring(to, file);

        Assert.AreEqual("pin", to.Ask(new { op = "import", all = 1 })!.Why);
        Assert.AreSame(before, second.Home.Settings);
        Assert.IsTrue(to.Ask(new { op = "import", all = 0 })!.IsOk);
        Assert.AreEqual(Ranking.Stricter, Strictness.Compare(second.Home.Settings, before));
        Assert.IsTrue(second.Home.Settings.IsEverythingPaused);
        Assert.AreEqual("expired", to.Ask(new { op = "import", all = 0 })!.Why, "once");
    }

    [TestMethod]
    [Req("DEF-04")]
    public void Import_RulesChangedMeanwhile_TakesNothingBack()
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        Bring(phone, Export(phone));
        Assert.IsTrue(phone.Ask(new { op = "pause", toy = 0 })!.IsOk);
        Assert.AreEqual("expired", phone.Ask(new { op = "import", all = 1 })!.Why);
        Assert.IsTrue(rig.Home.Settings.IsEverythingPaused);
    }

    [TestMethod]
    [Req("INFO-06")]
    public void Import_FileThatIsNone_IsRefusedWithItsReasonAndPage()
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        FamilySettings before = rig.Home.Settings;
        PhoneAnswer refused = phone.Ask(new { op = "import", n = 1, page = "{\"page\":\"toy\",\"toy-name\":\"x\",\"surname\":\"y\"}" })!;
        Assert.AreEqual("bad unknown-field 1", $"{refused.Why} {refused["fault"]} {refused["n"]}");
        Assert.AreEqual("expired", phone.Ask(new { op = "import", all = 0 })!.Why);
        Assert.AreEqual("expired", phone.Ask(new { op = "import", n = 3, page = "{}" })!.Why, "out of order");
        Assert.AreEqual("bad", phone.Ask(new { op = "import", n = 1, page = new string('x', 1001) })!.Why, "too long");
        Assert.AreSame(before, rig.Home.Settings);
    }

    // Past what a door takes, nested past every depth, and noise: a reason each time, and nothing of it is there to be confirmed.
    [TestMethod]
    [Req("INFO-06"), Req("DEF-03")]
    public void Import_NoiseAndPastEveryLimit_SaysWhyAndChangesNothing()
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        FamilySettings before = rig.Home.Settings;
        Chance chance = new(43);

        foreach (string page in new[] { new string('[', 1000), new string('{', 1000), "{\"page\":\"home\",\"left-out\":" + new string('[', 900), "", " ", "null", "[]", "{}" })
        {
            AssertRefused(page);
        }

        for (int round = 0; round < 200; round++)
        {
            AssertRefused(string.Concat(Enumerable.Range(0, 1 + chance.Below(80)).Select(_ => (char)(32 + chance.Below(95)))));
        }

        foreach (object question in new object[]
        {
            new { op = "import", n = 1, page = new string('[', 2500) },
            new { op = "import", n = 0, page = "{}" },
            new { op = "import", n = 513, page = "{}" },
            new { op = "import", n = int.MaxValue, page = "{}" },
            new { op = "import", all = 2 },
            new { op = "import", n = 1, page = 7 },
        })
        {
            Assert.AreEqual("bad", phone.Ask(question)!.Why);
        }

        Assert.AreEqual("expired", phone.Ask(new { op = "import", all = 1 })!.Why);
        Assert.AreSame(before, rig.Home.Settings);

        void AssertRefused(string page)
        {
            PhoneAnswer refused = phone.Ask(new { op = "import", n = 1, page })!;
            Assert.AreEqual("bad", refused.Why, page);
            Assert.AreNotEqual("", refused["fault"], page);
            Assert.AreEqual("expired", phone.Ask(new { op = "import", all = 0 })!.Why, page);
            Assert.AreSame(before, rig.Home.Settings, page);
        }
    }

    [TestMethod]
    [Req("DEF-06"), Req("DEL-02")]
    public void Stored_PagedToItsEnd_IsTheTableOfTheConstants()
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        List<string> seen = [];

        for (int from = 1; from != 0;)
        {
            PhoneAnswer answer = phone.Ask(new { op = "stored", from })!;
            seen.AddRange(answer.Json.GetProperty("rows").EnumerateArray().Select(row => $"{row.GetProperty("id")}|{row.GetProperty("what")}|{row.GetProperty("for")}|{row.GetProperty("kept")}"));
            from = answer.Json.GetProperty("more").GetInt32();
        }

        CollectionAssert.AreEqual(Rows().Select(row => $"{row.Id}|{row.What}|{row.Why}|{row.Kept}").ToArray(), seen);
    }

    // Settings, what was used, its bonus, its counts and its names; records have its number only.
    [TestMethod]
    [Req("DEL-01"), Req("DEL-02")]
    public void Erase_OneToy_LeavesNothingOfItAndTheOtherAsItWas()
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        Use(rig);
        rig.Home.Gate.AddPlay(2, 7);
        string token = phone.Ask(new { op = "erase", toy = 1 })!["confirm"];
        Assert.IsNotNull(rig.Home.Settings.Find(FamilyRig.Bear), "asked is not done");
        Assert.IsTrue(phone.Ask(new { op = "confirm", token })!.IsOk);

        Assert.IsNull(rig.Home.Settings.Find(FamilyRig.Bear));
        Assert.AreNotEqual(Reason.Allowed, rig.Held());
        Assert.AreEqual(0, rig.Home.Activity.Hosts.Of(1).Length);
        Assert.AreEqual(0L, rig.Home.Gate.BytesToday(1, 1));
        Assert.AreEqual(Reason.None, Play(rig, 2).Held);
        Assert.IsFalse(HasInFlash(rig, FamilyRig.Bear), "its name is in no copy of the settings");
        Assert.IsTrue(HasInFlash(rig, FamilyRig.Lamp));

        rig.Restart();
        Assert.IsNull(rig.Home.Settings.Find(FamilyRig.Bear));
        Assert.AreNotEqual(Reason.Allowed, rig.Held());
    }

    private static PlayView Play(FamilyRig rig, int toy)
    {
        rig.Home.Gate.ShowPlay(toy, out PlayView view);
        return view;
    }

    private static bool HasInFlash(FamilyRig rig, string word)
    {
        byte[] bytes = System.Text.Encoding.UTF8.GetBytes(word);
        return System.IO.Directory.GetFiles(rig.FlashFolder).Any(file => System.IO.File.ReadAllBytes(file).AsSpan().IndexOf(bytes) >= 0);
    }

    // Something in every field: rules, a sensor, play, bytes, a name that is held, and what a phone did.
    private static void Use(FamilyRig rig)
    {
        FamilySettings now = rig.Home.Settings;
        WeeklyHours nights = new([20 * 60, (24 + 20) * 60], [600, 600]);
        ToySettings bear = now.Of(FamilyRig.Bear).WithQuietHours(nights).WithPlayMinutes(75).WithChildBand(AgeBand.From9To12).WithTickets(4).WithChild(1, true);

        for (int number = 1; number <= ChildSettings.Max; number++)
        {
            now = now.WithChild(new ChildSettings(number, 16, 8, AgeBand.From13To18, DayMinutes.Every(1440)));
        }

        now = now.WithZone("CET-1CEST,M3.5.0,M10.5.0/3");
        now = Household.Approve(now.WithToy(bear).WithRetentionDays(3), rig.Toys[0], 2, true);
        Assert.IsTrue(rig.Home.Change(Household.Agree(now, rig.Toys[0], 1, rig.Clock.Now().Minute + 600)).IsSaved);
        _ = rig.Held();
        rig.Home.Gate.AddBytes(1, 1, 4096);
        rig.Home.Gate.AddPlay(1, 11);
        GateQuery query = new() { Toy = 1, Kind = AskKind.Lookup };
        query.Host.Read("spy.test");
        Assert.AreEqual(Reason.NotOnManifest, rig.Home.Gate.Ask(query).Reason);
    }

    // What a ranking does not tell apart.
    private static string Picture(FamilySettings settings)
    {
        ToySettings bear = settings.Of(FamilyRig.Bear);
        ChildSettings last = settings.Children[^1];
        return $"{settings.Zone} {settings.Children.Length} {bear.Child}{bear.IsShared} {settings.RetentionDays} Tickets {bear.Tickets}: "
            + $"{last.Number}-{last.Animal}-{last.Colour}-{last.Band}-{last.PlayMinutes.At(6)}";
    }

    private static List<JsonElement> Export(TestPhone phone)
    {
        List<JsonElement> pages = [];

        for (int from = 1; from != 0;)
        {
            PhoneAnswer answer = phone.Ask(new { op = "export", from })!;
            Assert.IsTrue(answer.IsOk, answer.Text);
            pages.Add(answer.Json.GetProperty("data").Clone());
            from = answer.Json.GetProperty("more").GetInt32();
        }

        return pages;
    }

    // As the page does it: the pages that can come back, one by one.
    private static void Bring(TestPhone phone, List<JsonElement> pages)
    {
        int n = 0;

        foreach (JsonElement page in pages.Where(page => page.GetProperty("page").GetString() is "home" or "children" or "toy" or "places" or "sensors"))
        {
            Assert.IsLessThanOrEqualTo(1000, page.GetRawText().Length);
            PhoneAnswer answer = phone.Ask(new { op = "import", n = ++n, page = page.GetRawText() })!;
            Assert.IsTrue(answer.IsOk, answer.Text);
        }
    }

    private static IEnumerable<DataField> Rows()
    {
        return Enumerable.Range(1, DataList.Count).Select(number => DataList.At(number)!);
    }
}
