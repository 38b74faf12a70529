using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;

using ToyGuard.Core.Data;
using ToyGuard.Core.Family;
using ToyGuard.Core.Pairing;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Times;
using ToyGuard.Fakes;

namespace ToyGuard.Edge.Family.Tests.Door;

/// <summary>
/// Goal: no answer of the door tells of the family what the data list does not have (DEF-06).
/// Method: every operation is asked of a home with something in every field, and every member of its answer must be in this table, with its row
/// of the data list, or "-" where it tells of nobody. What an export says is held against the list by its writer.
/// </summary>
[TestClass]
public sealed class AnswerDataTests
{
    private static readonly (string Question, string Members)[] s_table =
    [
        ("{'op':'look'}",
            "name=- mode=- paired=paired clock=- zone=zone pausedAll=pause-all until=pause-all toys=- toys.n=- toys.name=- toys.paused=toy-paused "
            + "toys.until=toy-paused toys.bonusRoom=used-minutes toys.tickets=tickets toys.together=used-minutes toys.minutesLeft=used-minutes "
            + "toys.reason=used-minutes toys.asleepAt=quiet-hours more=- checks=- checks.fine=- checks.fix=- forgot=pin-tries requests=requests "
            + "notices=notices role=phones full=sessions"),
        ("{'op':'my-toy'}",
            "rules=- toys=- toys.n=- toys.name=toy-name toys.asked=requests toys.answer=requests toys.minutes=requests toys.reason=used-minutes "
            + "toys.left=used-minutes toys.asleepAt=quiet-hours toys.places=approvals toys.closes=approvals toys.senses=consents toys.tickets=tickets "
            + "more=-"),
        ("{'op':'rules','toy':1}",
            "toy=- name=- child=toy-child shared=toy-child paused=toy-paused until=toy-paused days=play-minutes quiet=quiet-hours tickets=tickets "
            + "left=used-minutes bonus=used-minutes bonusRoom=used-minutes together=used-minutes zone=zone endpoints=- endpoints.n=- endpoints.host=- "
            + "endpoints.port=- endpoints.scheme=- endpoints.owner=- endpoints.party=- endpoints.purpose=- endpoints.data=- endpoints.state=approvals "
            + "endpoints.until=approvals endpoints.tries=activity endpoints.bytes=used-bytes endpoints.last=activity more=- sensors=- sensors.n=- "
            + "sensors.kind=- sensors.purpose=- sensors.on=consents sensors.until=consents"),
        ("{'op':'children'}",
            "children=child-animal children.n=child-animal children.animal=child-animal children.colour=child-animal children.band=age-band "
            + "children.days=play-minutes children.left=used-minutes offers=- offers.band=- offers.days=- offers.rest=-"),
        ("{'op':'requests'}",
            "requests=requests requests.n=requests requests.toy=requests requests.kind=requests requests.what=requests requests.at=requests "
            + "requests.state=requests requests.minutes=requests"),
        ("{'op':'check'}", "items=- items.id=- items.ok=- items.fix=-"),
        ("{'op':'phones'}",
            "phones=phones phones.n=phones phones.role=phones phones.label=phones phones.self=phones phones.full=sessions phones.expires=phones "
            + "phones.waiting=pin-tries notices=notices notices.n=notices notices.kind=notices notices.who=notices notices.toy=notices notices.at=notices"),
        ("{'op':'history'}",
            "items=- items.n=record-settings items.kind=record-settings items.op=record-settings items.looser=record-settings items.toy=record-settings "
            + "items.who=record-family items.by=record-clock items.at=record-settings more=- damaged=record-checks"),
        ("{'op':'tries'}",
            "can=- toy=- left=- tries=held-names tries.n=- tries.name=held-names tries.lookups=held-names tries.hellos=held-names tries.port=held-names "
            + "tries.closed=held-names more=-"),
        ("{'op':'deletes'}",
            "deletes=delete-requests deletes.n=delete-requests deletes.host=delete-requests deletes.cause=delete-requests deletes.state=delete-requests "
            + "deletes.tries=delete-requests deletes.at=delete-requests more=-"),
        ("{'op':'things'}", "things=- things.thing=things things.toy=things things.name=stations things.link=stations more=- free=-"),
        ("{'op':'part','thing':'02005e005309'}", ""),
        ("{'op':'join','thing':'02005e005309','toy':2}", "confirm=- press=-"),
        ("{'op':'stored'}", "rows=- rows.id=- rows.place=- rows.what=- rows.for=- rows.kept=- rows.export=- more=-"),
        ("{'op':'networks'}", "networks=-"),
        ("{'op':'ticket'}", "code=- link=- seconds=-"),
        ("{'op':'invite','role':2,'days':0}", "confirm=- press=- code=- link=- role=- seconds=-"),
        ("{'op':'import','n':1,'page':'{|page|:|home|,|pause-all|:true,|record-days|:3}'}", "n=-"),
        ("{'op':'import','all':0}", "leftOut=-"),
        ("{'op':'pause','toy':1}", ""),
        ("{'op':'hello','toy':1}", ""),
        ("{'op':'clock','utc':1800000000,'offset':0}", ""),
        ("{'op':'withdraw','toy':1,'endpoint':2}", ""),
        ("{'op':'quiet','toy':1,'windows':'0+10080'}", ""),
        ("{'op':'minutes','toy':1,'days':'0,0,0,0,0,0,0'}", ""),
        ("{'op':'zone','tz':'UTC0'}", ""),
        ("{'op':'child','n':2,'animal':1,'colour':1,'band':'under9','days':'0,0,0,0,0,0,0'}", ""),
        ("{'op':'tickets','toy':1,'count':0}", ""),
        ("{'op':'together','toy':1,'minutes':0}", ""),
        ("{'op':'answer','n':1,'yes':0}", ""),
        ("{'op':'seen','notice':1}", ""),
        ("{'op':'forgot-stop'}", ""),
        ("{'op':'resume','toy':1}", "confirm=- press=-"),
        ("{'op':'bonus','toy':1,'minutes':15}", "confirm=- press=-"),
        ("{'op':'agree','toy':1,'sensor':1,'until':2000000000}", "confirm=- press=-"),
        ("{'op':'approve','toy':1,'endpoint':2}", "confirm=- press=-"),
        ("{'op':'introduce','toy':1,'start':1}", "confirm=- press=-"),
        ("{'op':'erase','toy':1}", "confirm=- press=-"),
        ("{'op':'wifi-add','ssid':'Hut','key':'12345678'}", "confirm=- press=-"),
        ("{'op':'child-remove','n':1}", "confirm=- press=-"),
        ("{'op':'assign','toy':1,'child':2,'shared':0}", "confirm=- press=-"),
        ("{'op':'wipe'}", "confirm=- press=-"),
        ("{'op':'give-away'}", "confirm=- press=-"),
        ("{'op':'remove','n':2}", ""),
        ("{'op':'end-sessions'}", ""),
        ("{'op':'sign-out'}", ""),
    ];

    [TestMethod]
    [Req("DEF-06")]
    public void Answer_OfEveryOperation_HasOnlyMembersOfTheDataList()
    {
        using FamilyRig rig = new(HomeManifest.Of(FamilyRig.Lamp, []));
        TestPhone phone = rig.Claimed();
        Use(rig, phone);
        List<string> wrong = [];

        foreach ((string question, string members) in s_table)
        {
            string[][] table = [.. members.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('='))];
            string[] listed = [.. table.Select(pair => pair[0])];
            SortedSet<string> seen = [];
            PhoneAnswer answer = phone.AskText(question.Replace('\'', '"').Replace("|", "\\\"", StringComparison.Ordinal))!;
            Assert.IsTrue(answer.IsOk, question + answer.Text);
            Collect(answer.Json, "", seen);

            if (listed.Contains("code") && listed.Contains("press"))
            {
                rig.Press();
                Collect(phone.Ask(new { op = "confirm", token = answer["confirm"] })!.Json, "", seen);
            }

            wrong.AddRange(seen.Except(listed).Select(name => question + " tells " + name));
            wrong.AddRange(listed.Except(seen).Select(name => question + " does not tell " + name));
            wrong.AddRange(table.Where(pair => pair[1] != "-" && DataList.Find(pair[1]) is null).Select(pair => question + " has no row " + pair[1]));
        }

        Assert.AreEqual("", string.Join("\n", wrong));
        string[] asked = [.. s_table.Select(row => WordOf(row.Question))];
        string[] others = ["pin-set", "pin-reset", "plain", "export"];
        CollectionAssert.IsSubsetOf(DoorRoleTests.Questions.Select(WordOf).Except(others).ToArray(), asked, "an operation is missing here");
    }

    private static string WordOf(string question)
    {
        return question.Split('\'')[3];
    }

    private static void Collect(JsonElement value, string path, SortedSet<string> seen)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty member in value.EnumerateObject().Where(member => path.Length > 0 || member.Name != "ok"))
            {
                seen.Add(path + member.Name);
                Collect(member.Value, path + member.Name + ".", seen);
            }
        }

        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in value.EnumerateArray())
            {
                Collect(item, path, seen);
            }
        }
    }

    // Something in every field that is told.
    private static void Use(FamilyRig rig, TestPhone phone)
    {
        FamilySettings now = rig.Home.Settings.WithZone("CET-1").WithChild(new ChildSettings(1, 3, 2, AgeBand.Under9, DayMinutes.Every(20)));
        ToySettings bear = now.Of(FamilyRig.Bear).WithQuietHours(new WeeklyHours([1200], [600])).WithPlayMinutes(30).WithTickets(1).WithChild(1, false);
        Assert.IsTrue(rig.Home.Change(Household.Agree(now.WithToy(bear), rig.Toys[0], 1, rig.Clock.Now().Minute + 600)).IsSaved);
        _ = rig.Held();
        TestPhone second = rig.Invited(phone, Role.Helper);
        Assert.AreEqual(2, second.Role);
        rig.Wire().Post("/ask", "application/json", Encoding.UTF8.GetBytes("{\"op\":\"open\",\"toy\":1,\"what\":2}"));
        Assert.IsTrue(phone.Loosen(new { op = "approve", toy = 1, endpoint = 2, minutes = 60 })!.IsOk);
        Assert.IsTrue(phone.Loosen(new { op = "introduce", toy = 2, start = 1 })!.IsOk);
        Assert.AreEqual(Reason.Allowed, rig.Held(2, "a.robot.test"));
        rig.Seen.Come([2, 0, 0x5E, 0, 0x53, 1], "marker-thing", "https://toys.test/");
        Assert.AreEqual(EraseFault.None, rig.Host.Deletes.Ask(rig.Toys[0].Manifest.Endpoints[0], EraseCause.Withdrew, true, new byte[16], 1_800_000_000));
    }
}
