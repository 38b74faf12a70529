using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading.Tasks;

using Microsoft.Playwright;

namespace ToyGuard.Browser.Tests;

/// <summary>
/// Goal: each screen of the page is whole, readable and usable for readers of any kind, on a phone and a desk, light and dark, from left to right and from right to left.
/// Method: a real Chromium and axe inside it; the device's side is staged, so that every screen can be had without waiting.
/// </summary>
/// <remarks>To draw the pictures of firmware/docs anew: TOYGUARD_DRAW=1 dotnet test tests/Browser --filter ScreenTests</remarks>
[TestClass]
public sealed class ScreenTests
{
    private const string Code = "Z2BE04G4HM9WX41J4";

    [TestMethod]
    [Req("WEB-03")]
    [Req("ACC-01")]
    [DataRow("phone")]
    [DataRow("arabic")]
    [DataRow("desk")]
    public async Task Screens_OfEveryDay_AreWholeAndForEverybody(string view)
    {
        await using Chromium chromium = await Chromium.StartAsync();
        await WalkAsync(chromium, View.All.Single(v => v.Name == view));
    }

    [TestMethod]
    [Req("ACC-01")]
    [DataRow("phone")]
    [DataRow("arabic")]
    [DataRow("desk")]
    public async Task Screens_OfOtherDays_AreWholeAndForEverybody(string view)
    {
        await using Chromium chromium = await Chromium.StartAsync();
        await OtherDaysAsync(chromium, View.All.Single(v => v.Name == view));
    }

    [TestMethod]
    [Req("WEB-03")]
    public async Task FirstLoad_SetUp_IsThePageAndItsStateAndNothingElse()
    {
        await using Chromium chromium = await Chromium.StartAsync();
        StagedDoor door = new() { Says = Staged.SetUp("press") };
        using Device device = new(door: door, isHomeSide: false);
        await using IBrowserContext context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions { Locale = "en" });
        IPage page = await context.NewPageAsync();
        List<string> asked = new();
        List<string> said = new();
        page.Request += (_, request) => asked.Add(new Uri(request.Url).PathAndQuery);
        page.Console += (_, message) => said.Add(message.Text);
        page.PageError += (_, error) => said.Add(error);

        await page.GotoAsync(device.Url + "#c=Z2BE04G4HM9WX41J4");
        await ScreenWalk.OnAsync(page, "press", "hello");
        CollectionAssert.AreEqual(new[] { "/", "/state" }, asked.Distinct().ToArray(), string.Join(' ', asked));
        Assert.IsEmpty(said, string.Join('\n', said));
        Assert.DoesNotContain("#", page.Url, "the code has left the address");
    }

    [TestMethod]
    public async Task ScriptsOff_SaysSoAndHelpWorks()
    {
        await using Chromium chromium = await Chromium.StartAsync();
        using Device device = new(door: new StagedDoor { Says = Staged.SetUp("press") });
        await using IBrowserContext context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = false, Locale = "en" });
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(device.Url);
        StringAssert.Contains(await page.InnerTextAsync("body"), "needs its script");
        await page.ClickAsync("a[href='/help']");
        StringAssert.Contains(await page.InnerTextAsync("article"), "local emergency number");
    }

    [TestMethod]
    [Req("PCTL-08")]
    public async Task Kids_AnybodysPhone_AsksAndTellsNoRulesUntilAPress()
    {
        await using Chromium chromium = await Chromium.StartAsync();
        StagedDoor door = new() { Says = Staged.Home(true, false), TellsAChild = "{\"left\":0,\"rules\":false,\"toys\":[{\"n\":1,\"asked\":\"\",\"answer\":\"\",\"minutes\":0}],\"more\":0}" };
        using Device device = new(door: door);
        await using IBrowserContext context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions { Locale = "en", ViewportSize = new ViewportSize { Width = 360, Height = 740 } });
        IPage page = await context.NewPageAsync();
        List<string> said = new();
        page.Console += (_, message) => said.Add(message.Text);
        page.PageError += (_, error) => said.Add(error);
        await page.GotoAsync(device.Url + "#kids");
        await ScreenWalk.OnAsync(page, "kids");
        StringAssert.Contains(await page.InnerTextAsync("main"), "Press the small button");
        await page.ClickAsync("[data-act=kids-more]");
        await page.Locator("#strip", new PageLocatorOptions { HasText = "I asked" }).WaitForAsync();
        Assert.AreEqual("{\"op\":\"more\",\"toy\":1}", door.Asked);
        await page.ClickAsync("[data-act=kids-change]");
        await page.ClickAsync("[data-act=kids-rule][data-n='3']");
        await page.WaitForSelectorAsync("[data-act=kids-more]");
        door.TellsAChild = "{\"left\":500,\"rules\":true,\"toys\":[{\"n\":1,\"asked\":\"more\",\"answer\":\"no\",\"minutes\":0,\"reason\":1,\"left\":18,\"asleepAt\":\"19:30\",\"places\":1,\"senses\":0}],\"more\":0}";
        await page.Locator("main", new PageLocatorOptions { HasText = "I will be here tomorrow" }).WaitForAsync();
        StringAssert.Contains(await page.InnerTextAsync("main"), "19:30");
        Assert.AreEqual("{\"op\":\"change\",\"toy\":1,\"what\":3}", door.Asked);
        await page.ReloadAsync();
        await ScreenWalk.OnAsync(page, "kids");
        await page.ClickAsync("[data-act=kids-back]");
        await ScreenWalk.OnAsync(page, "code", "press");
        Assert.IsEmpty(said, string.Join('\n', said));
    }

    private static async Task WalkAsync(Chromium chromium, View view)
    {
        await using ScreenWalk walk = await ScreenWalk.BeginAsync(chromium, view, Staged.SetUp("press"));
        IPage page = walk.Page;
        await walk.GoAsync();
        await SetUpAsync(walk);
        await TodayAsync(walk);
        await RulesAsync(walk);
        await FamilyAsync(walk);
        await LookAfterAsync(walk);

        string other = view.Language == "ar" ? "en" : "ar";
        await page.SelectOptionAsync("[data-act=language]", other);
        await page.WaitForSelectorAsync($"html[lang={other}][dir={(other == "ar" ? "rtl" : "ltr")}]");
        await walk.OnAsync("today");

        await page.EvaluateAsync("staged.look.toys[1].name = '<b>Robot</b>'");
        await walk.TapAsync("pause", "1");
        await page.WaitForFunctionAsync("document.querySelector('main').textContent.includes('<b>Robot</b>')");
        Assert.AreEqual(0, await page.Locator(".toy b").CountAsync(), "a toy's name is text, whatever is in it");
        walk.CheckSaid();
    }

    // From the first hello to a page that is kept.
    private static async Task SetUpAsync(ScreenWalk walk)
    {
        IPage page = walk.Page;
        await walk.SeeAsync("hello");
        await walk.TapAsync("start");
        await walk.SeeAsync("press");
        walk.Door.Says = Staged.SetUp("choose");
        await walk.OnAsync("wifi");
        await page.ClickAsync("[data-act=network][value=Home]");
        await page.FillAsync("[data-act=key]", "correct horse");
        await walk.SeeAsync("wifi");
        walk.Door.Says = Staged.SetUp("trying");
        await walk.SeeAsync("trying");
        walk.Door.Says = Staged.SetUp("joined");
        await walk.SeeAsync("joined");

        walk.Door.Says = Staged.Home(false, false);
        await walk.SeeAsync("code");
        await page.FillAsync("[data-act=code]", "Z2BE-04G4-HM9W-X41J-5");
        await walk.TapAsync("use-code");
        Assert.AreNotEqual("", await page.InnerTextAsync("#code-fault"));
        await page.FillAsync("[data-act=code]", "z2be 04g4 hm9w x41j 4");
        await walk.TapAsync("use-code");
        await walk.OnAsync("press");
        walk.Door.Says = Staged.Home(false, true);
        await walk.OnAsync("pin");
        Assert.IsTrue(await page.EvaluateAsync<bool>("document.activeElement.tagName === 'H1'"), "a new screen begins at its heading");
        await walk.SeeAsync("pin");
        await page.FillAsync("[data-act=pin]", "739154");
        walk.Door.Says = Staged.Home(true, false);
        await walk.TapAsync("save-pin");
        await walk.SeeAsync("keep");
        await page.EvaluateAsync("staged.known = true");
        await walk.TapAsync("how");
        await walk.SeeAsync("how");
        StringAssert.EndsWith(page.Url, "#m=ZP5MRGXY1D7529GG6");
        await walk.TapAsync("done");
    }

    // What is done there, and what it takes.
    private static async Task TodayAsync(ScreenWalk walk)
    {
        await walk.SeeAsync("today");
        await walk.TapAsync("pause-for", "1");
        await walk.SeeAsync("pausing");
        await walk.TapAsync("back");
        await walk.TapAsync("look");
        await walk.SeeAsync("place");
        await walk.TapAsync("back");
        await walk.TapAsync("resume");
        await walk.SeeAsync("unlock");
        await walk.Page.EvaluateAsync("staged.locked = false");
        await walk.TapAsync("back");
        await walk.TapAsync("resume");
        await walk.SeeAsync("sure");
        await walk.TapAsync("back");
    }

    // Rules with its three sections, and its forms.
    private static async Task RulesAsync(ScreenWalk walk)
    {
        await walk.TapAsync("rules");
        await walk.SeeAsync("rules");

        foreach ((string part, int heading) in new[] { ("places", 0), ("senses", 1) })
        {
            await walk.Page.EvaluateAsync("n => document.querySelectorAll('main > h2')[n].scrollIntoView()", heading);
            await walk.DrawAsync("rules-" + part);
        }

        await walk.TapAsync("bedtime");
        await walk.Page.ClickAsync("[data-act=mode][value=each]");
        await walk.OnAsync("bedtime");
        await walk.Page.ClickAsync("[data-act=mode][value=school]");
        await walk.SeeAsync("bedtime");
        await walk.TapAsync("back");
        await walk.TapAsync("minutes");
        await walk.SeeAsync("minutes");
        await walk.TapAsync("back");
        await walk.TapAsync("agree");
        await walk.SeeAsync("sense");
        await walk.TapAsync("back");
        await walk.OnAsync("rules");
    }

    private static async Task FamilyAsync(ScreenWalk walk)
    {
        await walk.TapAsync("family");
        await walk.SeeAsync("family");
        await walk.TapAsync("invite");
        await walk.SeeAsync("invite");
        await walk.TapAsync("back");
        await walk.TapAsync("wifi-add");
        await walk.SeeAsync("wifi-add");
        await walk.TapAsync("back");
        await walk.TapAsync("pin");
        await walk.SeeAsync("pin-change");
        await walk.TapAsync("back");
        await walk.TapAsync("help");
        await walk.OnAsync("help");
        await walk.Page.WaitForSelectorAsync("article");
        await walk.SeeAsync("help");
        await walk.TapAsync("help-back");
        await walk.TapAsync("today");
        await walk.OnAsync("today");
    }

    // What a family looks at now and then, and the child's page.
    private static async Task LookAfterAsync(ScreenWalk walk)
    {
        await walk.TapAsync("checks");
        await walk.SeeAsync("check");
        await walk.Page.ClickAsync("[data-act=fix][data-n=notices]");
        await walk.OnAsync("family");
        Assert.DoesNotContain("2", await walk.Page.InnerTextAsync("[data-act=seen][data-n='2'] >> xpath=.. >> p"), "notices name who and which toy");
        await walk.TapAsync("children");
        await walk.SeeAsync("children");
        await walk.TapAsync("child-edit", "2");
        await walk.SeeAsync("child");
        await walk.TapAsync("back");
        await walk.TapAsync("back");
        await walk.TapAsync("history");
        await walk.SeeAsync("history");
        await walk.TapAsync("back");
        await walk.TapAsync("stored");
        await walk.OnAsync("stored");
        await walk.Page.ClickAsync("summary >> nth=0");
        await walk.SeeAsync("stored");
        await walk.Page.SetInputFilesAsync("[data-act=file]", new FilePayload { Name = "copy.json", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes("[{\"page\":\"home\"}]") });
        await walk.SeeAsync("bring");
        await walk.TapAsync("back");
        await walk.OnAsync("stored");
        await walk.TapAsync("today");
        await walk.OnAsync("today");
        await walk.Page.EvaluateAsync("dispatchEvent(new Event('hub'))");
        await walk.TapAsync("family");
        await walk.TapAsync("intro");
        await walk.SeeAsync("intro");
        await walk.TapAsync("thing", "02005e005307");
        await walk.Page.CheckAsync("[data-act=which][value='0']");
        await walk.SeeAsync("thing");
        await walk.TapAsync("back");
        await walk.OnAsync("intro");
        await walk.Page.EvaluateAsync(Staged.Introducing);
        await walk.Page.CheckAsync("[data-act=pick][data-n='1']");
        await walk.SeeAsync("intro", "introducing");
        await walk.TapAsync("today");
        await walk.OnAsync("today");
        await walk.TapAsync("kids");
        await walk.SeeAsync("kids");
        await walk.TapAsync("kids-change", "1");
        await walk.SeeAsync("kids", "kids-rules");
        await walk.TapAsync("kids-back");
        await walk.OnAsync("today");
    }

    // Ways in and out that a family rarely takes, each from a link or from Family.
    private static async Task OtherDaysAsync(Chromium chromium, View view)
    {
        await using ScreenWalk walk = await ScreenWalk.BeginAsync(chromium, view, Staged.Home(true, false));
        await walk.GoAsync("#i=2." + Code);
        await walk.SeeAsync("join");
        await walk.GoAsync("#c=" + Code);
        await walk.SeeAsync("press", "welcome");
        walk.Door.Says = Staged.Home(true, true);
        await walk.SeeAsync("who");
        await walk.TapAsync("forgot");
        await walk.Page.WaitForSelectorAsync("[data-act=forgot-go]");
        await walk.SeeAsync("who", "forgot");
        await walk.Page.EvaluateAsync("staged.forgot = { ok: true, wait: 86400 }");
        await walk.TapAsync("forgot-go");
        await walk.SeeAsync("forgot-wait");

        walk.Door.Says = Staged.SetUp("choose", isPaired: true);
        await walk.GoAsync("#c=" + Code);
        await walk.SeeAsync("again");
        walk.Door.Says = Staged.Home(false, true) + ",\"notice\":\"unreadable\"";
        await walk.GoAsync();
        await walk.SeeAsync("unreadable");
        walk.Door.Says = Staged.Home(false, true);
        await walk.Page.AddInitScriptAsync("try { if (sessionStorage.full) Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError'); }; } catch { }");
        await walk.Page.EvaluateAsync("sessionStorage.full = 1");
        await walk.GoAsync("#c=" + Code);
        await walk.SeeAsync("no-store");
        await walk.Page.EvaluateAsync("delete sessionStorage.full");

        await FamilyEndsAsync(walk);
        await walk.Page.RouteAsync("**/state", route => route.AbortAsync());
        await walk.GoAsync();
        await walk.SeeAsync("seek");
        walk.CheckSaid();
    }

    // An invitation, and how it all ends for a phone.
    private static async Task FamilyEndsAsync(ScreenWalk walk)
    {
        walk.Door.Says = Staged.Home(true, false);
        await walk.Page.AddInitScriptAsync("Object.assign(staged, { known: true, locked: false, confirm: { ok: true, code: 'XA7KWNP3GH5TR2QF8' }, wipe: { ok: true, confirm: '00' } })");

        foreach ((string act, string screen) in new[] { ("invite", "invited"), ("sign-out", "out"), ("wipe", "gone") })
        {
            await walk.GoAsync();
            await walk.OnAsync("today");
            await walk.TapAsync("family");
            await walk.OnAsync("family");
            await walk.TapAsync(act);

            if (screen == "invited")
            {
                await walk.TapAsync("next");
            }

            if (screen != "out")
            {
                await walk.TapAsync("yes");
            }

            await walk.SeeAsync(screen);
        }
    }
}
