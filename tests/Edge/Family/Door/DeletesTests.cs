using System;
using System.IO;
using System.Linq;
using System.Text.Json;

using ToyGuard.Core.Family;
using ToyGuard.Core.Pairing.SetUp;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Fakes;
using ToyGuard.Page.Routes;

namespace ToyGuard.Edge.Family.Tests.Door;

/// <summary>
/// Goal: whoever erases a toy or takes a yes back sees which services are told to delete, and which cannot be; and nothing of a child stands in what is kept for that.
/// Method: real doors of a toy that guards itself and of a hub. That it is sent, and how, is tests/Edge/Toy's.
/// </summary>
[TestClass]
public sealed class DeletesTests
{
    [TestMethod]
    [Req("DEL-03")]
    public void Withdraw_APlaceThatWasOpen_IsToldToDelete_OnceAndAfterARestartToo()
    {
        using FamilyRig rig = NewRig(PageMode.Toy);
        TestPhone phone = rig.Claimed();
        Assert.AreEqual("", List(phone));
        Assert.IsTrue(phone.Ask(new { op = "withdraw", toy = 2, endpoint = 1 })!.IsOk);
        Assert.AreEqual("1 stories.lamp.test withdrew waiting 0 2027-01-15", List(phone));

        // Taken back again, a place that was never open, and one that gets nothing: nobody is told for that.
        Assert.IsTrue(phone.Ask(new { op = "withdraw", toy = 2, endpoint = 1 })!.IsOk);
        Assert.IsTrue(phone.Ask(new { op = "withdraw", toy = 2, endpoint = 3 })!.IsOk);
        Assert.IsTrue(phone.Ask(new { op = "withdraw", toy = 2, endpoint = 4 })!.IsOk);
        Assert.AreEqual("1 stories.lamp.test withdrew waiting 0 2027-01-15", List(phone));
        rig.Restart();
        Assert.AreEqual(EraseState.Waiting, rig.Host.Deletes.All.Single().State);
    }

    [TestMethod]
    [Req("DEL-03")]
    public void Erase_AToy_TellsEveryServiceThatGotData_AndKeepsNoNameOfIt()
    {
        using FamilyRig rig = NewRig(PageMode.Toy);
        TestPhone phone = rig.Claimed();
        string token = phone.Ask(new { op = "erase", toy = 2 })!["confirm"];
        Assert.AreEqual("", List(phone), "asked is not done");
        PhoneAnswer done = phone.Ask(new { op = "confirm", token })!;
        Assert.IsTrue(done.IsOk);
        Assert.IsFalse(done.Json.TryGetProperty("full", out _));
        Assert.AreEqual("1 stories.lamp.test erased waiting 0 2027-01-15; 2 *.cdn.test erased cannot 0 2027-01-15", List(phone));

        string[] files = [.. Directory.GetFiles(rig.FlashFolder, "deletes-*").Select(File.ReadAllText)];
        Assert.HasCount(2, files);
        Assert.IsFalse(files.Any(file => file.Contains("marker", StringComparison.Ordinal) || file.Contains("lamp-model", StringComparison.Ordinal)));
    }

    // A place that was open until its own end, and was reached.
    [TestMethod]
    [Req("DEL-03")]
    public void Erase_APlaceThatWasReachedAndIsOver_IsToldToo()
    {
        using FamilyRig rig = NewRig(PageMode.Toy);
        TestPhone phone = rig.Claimed();
        rig.Home.Change(Household.Approve(rig.Home.Settings, rig.Toys[1], 3, true));
        GateQuery query = new() { Toy = 2, Kind = AskKind.Https, Port = 443 };
        query.Host.Read("counts.metrics.test");
        rig.Home.Gate.SetClock(rig.Clock.Now());
        Assert.IsTrue(rig.Home.Gate.Ask(query).IsAllowed);
        rig.Home.Change(Household.Approve(rig.Home.Settings, rig.Toys[1], 3, false));
        Assert.IsTrue(phone.Ask(new { op = "confirm", token = phone.Ask(new { op = "erase", toy = 2 })!["confirm"] })!.IsOk);
        StringAssert.Contains(List(phone), "counts.metrics.test erased waiting");
    }

    [TestMethod]
    [Req("DEL-03")]
    public void Erase_OnAHub_CannotBeToldFromHere()
    {
        using FamilyRig rig = NewRig(PageMode.Hub);
        TestPhone phone = rig.Claimed();
        Assert.IsTrue(phone.Ask(new { op = "withdraw", toy = 2, endpoint = 1 })!.IsOk);
        Assert.AreEqual("1 stories.lamp.test withdrew cannot 0 2027-01-15", List(phone));
    }

    [TestMethod]
    [Req("DEL-03")]
    public void Erase_WithAFullBook_IsDoneAllTheSame_AndSaysSo()
    {
        using FamilyRig rig = NewRig(PageMode.Toy);
        TestPhone phone = rig.Claimed();
        Fill(rig, EraseBook.RequestsMax);
        Assert.AreEqual("True", phone.Ask(new { op = "withdraw", toy = 2, endpoint = 2 })!["full"]);
        PhoneAnswer done = phone.Ask(new { op = "confirm", token = phone.Ask(new { op = "erase", toy = 2 })!["confirm"] })!;
        Assert.AreEqual("True", done["full"]);
        Assert.IsNull(rig.Home.Settings.Find(FamilyRig.Lamp));
        Assert.HasCount(EraseBook.RequestsMax, rig.Host.Deletes.All);
    }

    [TestMethod]
    [Req("DEL-03")]
    public void Deletes_MoreThanOneAnswerHolds_AreAllThere()
    {
        using FamilyRig rig = NewRig(PageMode.Toy);
        TestPhone phone = rig.Claimed();
        Fill(rig, 30);
        Assert.AreNotEqual("0", phone.Ask(new { op = "deletes" })!["more"]);
        Assert.HasCount(30, List(phone).Split("; ").Distinct());
        Assert.AreEqual("bad", phone.Ask(new { op = "deletes", from = 0 })!.Why);
    }

    [TestMethod]
    [Req("DEL-03")]
    [Req("DEL-01")]
    [Req("DEF-02")]
    public void Wipe_ForgetsWhomToTell()
    {
        using FamilyRig rig = NewRig(PageMode.Toy);
        TestPhone phone = rig.Claimed();
        Assert.IsTrue(phone.Ask(new { op = "withdraw", toy = 2, endpoint = 1 })!.IsOk);
        rig.Host.OnButton(ButtonAct.WipeWarning, Environment.TickCount64);
        rig.Press();
        Assert.IsFalse(rig.Host.IsPaired);
        Assert.IsEmpty(rig.Host.Deletes.All);
        rig.Restart();
        Assert.IsEmpty(rig.Host.Deletes.All);
    }

    // The sender has a thread of its own, and what it notes in the middle of a wipe would be read again behind it.
    [TestMethod]
    [Req("DEL-03")]
    [Req("DEL-01")]
    public void Wipe_WhileTriesAreUnderWay_BringsNothingBack()
    {
        using FamilyRig rig = NewRig(PageMode.Toy);
        TestPhone phone = rig.Claimed();
        Assert.IsTrue(phone.Ask(new { op = "withdraw", toy = 2, endpoint = 1 })!.IsOk);
        rig.Host.OnButton(ButtonAct.WipeWarning, Environment.TickCount64);
        using System.Threading.CancellationTokenSource isOver = new();
        EraseBook book = rig.Host.Deletes;
        int tries = 0;
        System.Threading.Thread sender = new(() =>
        {
            for (long utc = 1_800_000_000; !isOver.IsCancellationRequested; utc += 2 * 86_400)
            {
                tries += book.Take(utc) is not null && book.Begin(utc, 0) ? 1 : 0;
                book.Settle(EraseState.Waiting, utc);
            }
        });
        sender.Start();
        FamilyRig.Until(() => tries > 0, "tries are under way");
        rig.Press();
        isOver.Cancel();
        sender.Join();
        Assert.IsFalse(rig.Host.IsPaired);
        Assert.IsEmpty(book.All);
        rig.Restart();
        Assert.IsEmpty(rig.Host.Deletes.All);
    }

    [TestMethod]
    [Req("DEL-03")]
    public void Book_Damaged_IsEmptyAndSaid()
    {
        using FamilyRig rig = NewRig(PageMode.Toy);
        TestPhone phone = rig.Claimed();
        Assert.IsTrue(phone.Ask(new { op = "withdraw", toy = 2, endpoint = 1 })!.IsOk);
        int before = rig.Home.Outcome.Findings.Length;
        rig.PowerOff();

        foreach (string file in Directory.GetFiles(rig.FlashFolder, "deletes-*"))
        {
            File.WriteAllText(file, "garbage garbage garbage");
        }

        rig.PowerOn();
        Assert.IsEmpty(rig.Host.Deletes.All);
        Assert.IsTrue(rig.Home.Outcome.Has(Core.Boot.BootFinding.DeletesLost));
        Assert.HasCount(before + 1, rig.Home.Outcome.Findings);
    }

    private static FamilyRig NewRig(PageMode mode)
    {
        Endpoint[] places =
        [
            Place("stories", "stories.lamp.test", Party.First, "/v1/delete", "chosen-story"),
            Place("files", "*.cdn.test", Party.First, "", "usage"),
            Place("counts", "counts.metrics.test", Party.Third, "/delete", "usage"),
            Place("clock", "clock.lamp.test", Party.First, "/delete", "none"),
        ];
        Manifest manifest = new(
            "lamp-model", "Lamp", "Example Toys", "https://toys.example/", "mailto:security@toys.example", "2031-12-31", AgeBand.Under9, places, [], []);
        return new FamilyRig(new DeclaredToy(FamilyRig.Lamp, manifest), mode);
    }

    private static Endpoint Place(string id, string host, Party party, string erase, string data)
    {
        return new Endpoint(id, HostPattern.Parse(host, out _)!, 443, Scheme.Https, "Example Toys", party, "stories", [data], 0, null, erase);
    }

    private static void Fill(FamilyRig rig, int count)
    {
        for (int i = 0; i < count; i++)
        {
            Endpoint place = Place("x", $"{i}.{new string('x', 40)}.test", Party.First, "/d", "usage");
            Assert.AreEqual(EraseFault.None, rig.Host.Deletes.Ask(place, EraseCause.Erased, true, new byte[EraseRequest.IdBytes], 1_800_000_000));
        }
    }

    private static string List(TestPhone phone)
    {
        string list = "";

        for (int from = 1; from != 0;)
        {
            PhoneAnswer answer = phone.Ask(new { op = "deletes", from })!;
            Assert.IsTrue(answer.IsOk, answer.Text);

            foreach (JsonElement row in answer.Json.GetProperty("deletes").EnumerateArray())
            {
                list += (list.Length > 0 ? "; " : "") + string.Join(' ', row.EnumerateObject().Select(part => part.Value.ToString()));
            }

            from = answer.Json.GetProperty("more").GetInt32();
        }

        return list;
    }
}
