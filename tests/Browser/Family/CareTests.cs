using System;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

using Microsoft.Playwright;

using ToyGuard.Core.Data;
using ToyGuard.Core.Family;
using ToyGuard.Emulator.Tests.Running;

namespace ToyGuard.Browser.Tests.Family;

/// <summary>
/// Goal: what a family looks at now and then does what it says: the check, the data list and its copy, the history, a new toy, the child's page.
/// Method: the real program and a real Chromium; a change that no page makes is typed.
/// </summary>
[TestClass]
public sealed class CareTests
{
    [TestMethod]
    [Req("INFO-05")]
    public async Task Check_OneThingBroken_TurnsJustThatAndLeadsOn()
    {
        await using PairedHome home = await Scene.PairedAsync();
        Phone phone = home.Guardian;
        await phone.TapAsync("checks");
        await phone.OnAsync("check");
        Assert.AreEqual(0, await phone.CountAsync("fix"), await phone.Page.InnerTextAsync("main"));
        Assert.AreEqual(SafetyCheck.Count, await phone.Page.Locator("main .good li").CountAsync());

        // A place of another firm, opened without an end, of which nobody was told.
        home.Device.Set("approve story-bear usage");
        await phone.TapAsync("today");
        await phone.OnAsync("today");
        await phone.TapAsync("checks");
        await phone.OnAsync("check");
        Assert.AreEqual(1, await phone.Page.Locator("main [data-act=fix][data-n=ends]").CountAsync(), await phone.Page.InnerTextAsync("main"));
        Assert.AreEqual(1, await phone.CountAsync("fix"));
        Assert.AreEqual(SafetyCheck.Count - 1, await phone.Page.Locator("main .good li").CountAsync());
        await phone.CheckLooksAsync();
        Assert.IsEmpty(phone.Said, string.Join('\n', phone.Said));
    }

    [TestMethod]
    [Req("INFO-06")]
    public async Task Copy_SavedAndBroughtBack_StricterAtOnce_LooserAfterAYes()
    {
        await using PairedHome home = await Scene.PairedAsync();
        Phone phone = home.Guardian;
        await GoToAsync(phone, "stored");
        Assert.AreEqual(DataList.Count, await phone.Page.Locator("main details li").CountAsync());
        await phone.TapAsync("save-copy");
        await phone.OnAsync("unlock");
        await phone.TypeAsync("pin", Phone.Pin);
        IDownload saved = await phone.Page.RunAndWaitForDownloadAsync(() => phone.TapAsync("unlock"));
        string file = Path.Combine(home.Folder.Path, saved.SuggestedFilename);
        await saved.SaveAsAsync(file);
        using JsonDocument copy = JsonDocument.Parse(await File.ReadAllTextAsync(file));
        StringAssert.Contains(copy.RootElement.ToString(), "\"toy-name\":\"story-bear\"");
        await phone.SaysAsync("downloads");

        // In a quick session: what is stricter in the copy counts at once.
        home.Device.Limit(90);
        await phone.Page.ReloadAsync();
        await phone.OnAsync("today");
        await GoToAsync(phone, "stored");
        await BringAsync(phone, file, "stricter");
        await phone.SaysAsync("count now");
        await LeftAsync(phone, "60");

        // What is looser in it takes the PIN and a yes.
        home.Device.Limit(20);
        await GoToAsync(phone, "stored");
        await BringAsync(phone, file, "all");
        await phone.UnlockAsync();
        await phone.TapAsync("yes");
        await phone.SaysAsync("count now");
        await LeftAsync(phone, "60");

        await GoToAsync(phone, "stored");

        foreach ((string text, string fault) in new[] { ("{\"page\":\"home\"}", "no copy"), ("[{\"page\":\"home\",\"unheard-of\":1}]", "Something in part") })
        {
            await phone.Page.SetInputFilesAsync("[data-act=file]", new FilePayload { Name = fault + ".json", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(text) });
            await phone.Page.Locator("main:not([aria-busy]) #file-fault", new PageLocatorOptions { HasText = fault }).WaitForAsync();
        }

        Assert.IsEmpty(phone.Said, string.Join('\n', phone.Said));
    }

    [TestMethod]
    [Req("DEL-01")]
    [Req("LOG-01")]
    public async Task Erase_OneToy_ForgetsItsRules_AndTheHistorySaysWho()
    {
        await using PairedHome home = await Scene.PairedAsync();
        Phone phone = home.Guardian;
        await LeftAsync(phone, "60");
        await GoToAsync(phone, "stored");
        await phone.TapAsync("erase", 1);
        await phone.UnlockAsync();
        await phone.TapAsync("yes");
        await phone.SaysAsync("is erased");
        await phone.TapAsync("today");
        await phone.OnAsync("today");
        await phone.Page.Locator(".toy", new PageLocatorOptions { HasNotText = "60" }).WaitForAsync();

        await GoToAsync(phone, "history");
        StringAssert.Contains(await phone.Page.InnerTextAsync("main .card .line >> nth=0"), "erased what");
        StringAssert.Contains(await phone.Page.InnerTextAsync("main"), "Story Bear");
        await phone.TapAsync("family");
        await phone.OnAsync("family");
        StringAssert.Contains(await phone.Page.InnerTextAsync("main .wait >> nth=0"), "erased what");
        Assert.IsEmpty(phone.Said, string.Join('\n', phone.Said));
    }

    [TestMethod]
    [Req("PCTL-01")]
    public async Task Child_AddedGivenTheToyAndTakenOut_IsWhatTheDeviceKeeps()
    {
        await using PairedHome home = await Scene.PairedAsync();
        Phone phone = home.Guardian;
        TestPhone asking = await phone.AsProgramAsync(home.Device);
        await GoToAsync(phone, "children");
        await phone.TapAsync("child-add");
        await phone.OnAsync("child");
        await phone.Page.SelectOptionAsync("[data-act=animal]", "5");
        await phone.Page.SelectOptionAsync("[data-act=colour]", "4");
        await phone.TapAsync("child-minutes");
        await phone.OnAsync("minutes");
        await phone.Page.SelectOptionAsync("[data-act=day][data-n='0']", "45");
        await phone.TapAsync("save");
        await phone.OnAsync("child");
        await phone.SeesAsync("Every day: 45 min");
        await phone.ChooseAsync("band", "9to12");
        await phone.TapAsync("child-keep");
        await MeantAsync(phone, "children");
        StringAssert.Contains(await phone.Page.InnerTextAsync("main"), "Green");
        await phone.Page.SelectOptionAsync("[data-act=assign][data-n='1']", "1.1");
        await MeantAsync(phone, "children");
        SignIn(asking);
        StringAssert.Contains(asking.Ask(new { op = "children" })!.Text, "{\"n\":1,\"animal\":5,\"colour\":4,\"band\":\"9to12\",\"days\":[45,45,45,45,45,45,45]");
        StringAssert.Contains(asking.Ask(new { op = "rules", toy = 1 })!.Text, "\"child\":1,\"shared\":true");
        await phone.CheckLooksAsync();

        await phone.TapAsync("child-remove", 1);
        await MeantAsync(phone, "children");
        Assert.AreEqual(0, await phone.CountAsync("child-remove"));
        StringAssert.Contains(asking.Ask(new { op = "children" })!.Text, "\"children\":[]");
        Assert.IsEmpty(phone.Said, string.Join('\n', phone.Said));
    }

    [TestMethod]
    [Req("EGR-06")]
    public async Task Introduce_ARealToysTries_OnlyThePickStaysOpen()
    {
        const string Voice = "stories.toys.example";
        const string Other = "usage.metrics.example";
        using TestFolder folder = new();
        using TestFolder toys = new();
        toys.Write("robot.toy", "");
        using BenchDevice device = BenchDevice.Start(Scene.Air, folder.Path, "hub", "free", manifests: toys.Path);
        device.PhonesAtHome();
        await using Phone phone = await Phone.TakeAsync(await Scene.BrowserAsync());
        await Scene.ClaimAsync(device, phone);
        Assert.IsFalse(device.IsOpen("robot", Voice), "before");

        await GoToAsync(phone, "intro");
        await phone.TapAsync("introduce", 1);
        await phone.UnlockAsync();
        await phone.TapAsync("yes");
        await phone.OnAsync("intro");
        Assert.IsTrue(device.IsOpen("robot", Voice), "in its half hour");
        Assert.IsTrue(device.IsOpen("robot", Other), "in its half hour");
        await phone.Page.CheckAsync("[data-act=pick][data-n='1']");
        await phone.TapAsync("close", 2);
        await phone.Page.WaitForSelectorAsync("[data-act=close][data-n='2']", new PageWaitForSelectorOptions { State = WaitForSelectorState.Detached });
        Assert.IsFalse(device.IsOpen("robot", Other), "closed by a tap");
        Assert.IsTrue(await phone.Page.IsCheckedAsync("[data-act=pick][data-n='1']"), "a tick outlives a look");
        await phone.CheckLooksAsync();

        await phone.TapAsync("keep-these");
        await phone.OnAsync("sure");
        StringAssert.Contains(await phone.Page.InnerTextAsync("main"), Voice);
        await phone.TapAsync("yes");
        await phone.SaysAsync("is introduced");
        Assert.IsTrue(device.IsOpen("robot", Voice), "kept");
        Assert.IsFalse(device.IsOpen("robot", Other), "not kept");
        Assert.IsFalse(device.IsOpen("robot", "songs.voices.toys.example"), "its half hour is over");
        Assert.IsEmpty(phone.Said, string.Join('\n', phone.Said));
    }

    [TestMethod]
    [Req("PCTL-08")]
    public async Task Child_AsksOnAnyPhone_IsTheOneWaitingRequest_AndIsToldTheAnswer()
    {
        await using PairedHome home = await Scene.PairedAsync();
        await using Phone child = await Phone.TakeAsync(await Scene.BrowserAsync());
        await child.GoAsync(home.Device.HomeUrl + "#kids");
        await child.OnAsync("kids");
        Assert.DoesNotContain("60", await child.Page.InnerTextAsync("main"), "no rule without a press");
        await child.TapAsync("kids-more");
        await child.SaysAsync("I asked");

        TestPhone guardian = await home.Guardian.AsProgramAsync(home.Device);
        SignIn(guardian);
        JsonElement requests = guardian.Ask(new { op = "requests" })!.Json.GetProperty("requests");
        Assert.AreEqual(1, requests.GetArrayLength());
        Assert.IsTrue(guardian.Ask(new { op = "answer", n = requests[0].GetProperty("n").GetInt32(), yes = 0 })!.IsOk);
        await child.Page.Locator("main", new PageLocatorOptions { HasText = "I will be here tomorrow" }).WaitForAsync();

        home.Device.Press();
        await child.Page.Locator("main", new PageLocatorOptions { HasText = "left to play" }).WaitForAsync();
        await child.CheckLooksAsync();

        // A phone of the family is told without a press, and what the toy is called.
        await home.Guardian.TapAsync("kids");
        await home.Guardian.OnAsync("kids");
        StringAssert.Contains(await home.Guardian.Page.InnerTextAsync("main"), "Story Bear");
        await home.Guardian.TapAsync("kids-back");
        await home.Guardian.OnAsync("today");
        Assert.IsEmpty(child.Said, string.Join('\n', child.Said));
    }

    private static async Task GoToAsync(Phone phone, string place)
    {
        await phone.TapAsync("family");
        await phone.OnAsync("family");
        await phone.TapAsync(place);
        await phone.OnAsync(place);
    }

    // Whatever the device takes to it: nothing, a yes, or the PIN and a yes.
    private static async Task MeantAsync(Phone phone, string place)
    {
        await phone.Page.WaitForSelectorAsync("#strip:has-text('Done'),main[data-screen=unlock],main[data-screen=sure]");

        if (await phone.CountAsync("unlock") > 0)
        {
            await phone.UnlockAsync();
        }

        if (await phone.CountAsync("yes") > 0)
        {
            await phone.TapAsync("yes");
        }

        await phone.SaysAsync("Done");
        await phone.OnAsync(place);
    }

    // A device that is busy with another phone refuses, as pages know.
    private static void SignIn(TestPhone phone)
    {
        for (Stopwatch watch = Stopwatch.StartNew(); !phone.SignIn(full: false); Thread.Sleep(300))
        {
            Assert.IsLessThan(20000, watch.ElapsedMilliseconds, "the device did not let this phone in");
        }
    }

    private static async Task BringAsync(Phone phone, string file, string how)
    {
        await phone.Page.SetInputFilesAsync("[data-act=file]", file);
        await phone.OnAsync("bring");
        await phone.TapAsync(how);
    }

    private static async Task LeftAsync(Phone phone, string minutes)
    {
        await phone.TapAsync("today");
        await phone.OnAsync("today");
        await phone.Page.Locator(".toy", new PageLocatorOptions { HasText = minutes }).WaitForAsync();
    }
}
