using System.Linq;
using System.Threading.Tasks;

using Microsoft.Playwright;

namespace ToyGuard.Browser.Tests;

/// <summary>
/// Goal: what is offered (minutes and a night's rest for an age, a place that an update brought) is said, and nothing of it counts before a grown-up's tap.
/// Method: a real Chromium and a staged device, which keeps what the page asked for.
/// </summary>
[TestClass]
public sealed class OfferTests
{
    private const string Main = "document.querySelector('main').innerText.replace(/[\\u2068\\u2069]/g, '')";

    [TestMethod]
    [Req("PCTL-02")]
    public async Task Age_Chosen_OffersMinutes_ThatCountAfterATap()
    {
        await using Chromium chromium = await Chromium.StartAsync();
        await using ScreenWalk walk = await InsideAsync(chromium);
        await walk.TapAsync("family");
        await walk.TapAsync("children");
        await walk.TapAsync("child-add");
        await walk.OnAsync("child");
        Assert.AreEqual(0, await walk.Page.Locator("[data-act=offer-use]").CountAsync(), "nothing is offered for an age that nobody said");

        await walk.Page.ClickAsync("[data-act=band][value='9to12']");
        await SeesAsync(walk, "Offered for this age: Mon to Fri: 60 min; Sat, Sun: 90 min. Bedtime 20:30 to 07:00");
        await SeesAsync(walk, "Every day: no limit");
        await walk.Page.ClickAsync("[data-act=band][value=under9]");
        await SeesAsync(walk, "Offered for this age: Mon to Fri: 45 min");
        await SeesAsync(walk, "Every day: no limit");
        await walk.TapAsync("offer-use");
        await walk.Page.WaitForFunctionAsync("!" + Main + ".includes('no limit')");

        // And each day as a family wants it.
        await walk.TapAsync("child-minutes");
        await walk.OnAsync("minutes");
        await walk.Page.ClickAsync("[data-act=mode][value=each]");
        await walk.Page.SelectOptionAsync("[data-act=day][data-n='2']", "0");
        await walk.TapAsync("save");
        await walk.OnAsync("child");
        await SeesAsync(walk, "Wednesday: no play");
        Assert.AreEqual("[]", await AskedAsync(walk, "child"), "asked before it was kept");
        await walk.TapAsync("child-keep");
        await walk.OnAsync("children");
        StringAssert.Contains(await DoneAsync(walk, "child"), "\"band\":\"under9\",\"days\":\"45,45,0,45,45,60,60\"");
        walk.CheckSaid();
    }

    [TestMethod]
    [Req("PCTL-02")]
    public async Task Bedtime_OfAChildsToy_IsOfferedAndCountsAfterATap()
    {
        await using Chromium chromium = await Chromium.StartAsync();
        await using ScreenWalk walk = await InsideAsync(chromium);
        await walk.TapAsync("rules");
        await walk.TapAsync("bedtime");
        await walk.OnAsync("bedtime");
        await SeesAsync(walk, "Offered for this age: 19:30 to 07:00.");
        Assert.AreEqual("06:30", await walk.Page.InputValueAsync("[data-act=to][data-n='40']"), "as it was");
        await walk.TapAsync("offer-use");
        await walk.Page.WaitForFunctionAsync("document.querySelector(\"[data-act=to][data-n='40']\").value === '07:00'");
        Assert.AreEqual("[]", await AskedAsync(walk, "quiet"), "asked before it was saved");
        await walk.TapAsync("save");
        await walk.OnAsync("rules");
        StringAssert.Contains(await DoneAsync(walk, "quiet"), string.Join(',', Enumerable.Range(0, 7).Select(day => (1440 * day) + 1170 + "+690")));
        walk.CheckSaid();
    }

    [TestMethod]
    [Req("EGR-07")]
    [DataRow("close")]
    [DataRow("open")]
    public async Task NewPlace_StandsFirst_AndSomebodyDecides(string act)
    {
        await using Chromium chromium = await Chromium.StartAsync();
        await using ScreenWalk walk = await InsideAsync(chromium);
        await walk.TapAsync("rules");
        await walk.OnAsync("rules");
        ILocator first = walk.Page.Locator("main h2 + .card").First;
        StringAssert.Contains(await first.InnerTextAsync(), "New since the last update. Nobody has decided yet.");
        await first.Locator("[data-act=" + act + "]").ClickAsync();

        if (act == "open")
        {
            await walk.OnAsync("place");
            await walk.TapAsync("keep");
        }

        Assert.AreEqual("[{\"op\":\"withdraw\",\"toy\":1,\"endpoint\":4}]", await DoneAsync(walk, "withdraw"), "to keep it closed is a decision, too");
        walk.CheckSaid();
    }

    // A guardian's phone whose PIN was given.
    private static async Task<ScreenWalk> InsideAsync(Chromium chromium)
    {
        ScreenWalk walk = await ScreenWalk.BeginAsync(chromium, View.All[0], Staged.Home(true, false));
        await walk.Page.AddInitScriptAsync("Object.assign(staged, { known: true, locked: false })");
        await walk.GoAsync();
        await walk.OnAsync("today");
        return walk;
    }

    private static async Task SeesAsync(ScreenWalk walk, string text)
    {
        await walk.Page.WaitForFunctionAsync("text => " + Main + ".includes(text)", text);
    }

    // Every question of one kind that was asked so far, as JSON.
    private static async Task<string> AskedAsync(ScreenWalk walk, string op)
    {
        return await walk.Page.EvaluateAsync<string>("op => JSON.stringify(staged.asked.filter((q) => q.op === op))", op);
    }

    // The same, once there is one.
    private static async Task<string> DoneAsync(ScreenWalk walk, string op)
    {
        await walk.Page.WaitForFunctionAsync("op => staged.asked.some((q) => q.op === op)", op);
        return await AskedAsync(walk, op);
    }
}
