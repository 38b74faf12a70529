using System;
using System.Threading.Tasks;

using Microsoft.Playwright;

using ToyGuard.Emulator.Tests.Running;

namespace ToyGuard.Browser.Tests.Family;

/// <summary>
/// Goal: Today and Rules do what they say: what is stricter with one tap and no PIN, what is looser with the PIN and a yes, for as long as was chosen.
/// Method: the real program and a real Chromium; it is day where the phones are, whenever the test runs.
/// </summary>
[TestClass]
public sealed class RulesTests
{
    private const int Usage = 3;

    [TestMethod]
    [Req("PCTL-02")]
    public async Task Bedtime_Set_IsInForceAtOnce_AndTakenAwayWithThePinOnly()
    {
        await using PairedHome home = await Scene.PairedAsync();
        Phone phone = home.Guardian;
        await RulesAsync(phone);
        string before = home.Rules();
        await phone.TapAsync("bedtime");
        await phone.OnAsync("bedtime");
        await phone.TapAsync("more", 0);
        await phone.ChooseAsync("mode", "school");
        await FillAsync(phone, "from", 40, "20:15");
        await FillAsync(phone, "to", 40, "08:00");
        await phone.TapAsync("save");
        await phone.SaysAsync("Saved");
        await phone.SeesAsync("Sun to Thu: 19:30 to 07:00");
        await phone.SeesAsync("Fri, Sat: 20:15 to 08:00");
        string nights = home.Rules();
        Assert.AreNotEqual(before, nights);

        // An hour more in the evening is looser.
        await phone.TapAsync("bedtime");
        await phone.OnAsync("bedtime");
        await FillAsync(phone, "from", 0, "20:30");
        await phone.TapAsync("save");
        await phone.UnlockAsync();
        Assert.AreEqual(nights, home.Rules(), "asked is not done");
        await phone.SeesAsync("Until now: Sun to Thu: 19:30");
        await phone.TapAsync("yes");
        await phone.SaysAsync("Saved");
        await phone.SeesAsync("Sun to Thu: 20:30 to 07:00");
        Assert.IsEmpty(phone.Said, string.Join('\n', phone.Said));
    }

    [TestMethod]
    [Req("EGR-06")]
    public async Task Place_OfAnotherFirm_OpensForAnHourWithThePin_AndClosesWithOneTap()
    {
        await using PairedHome home = await Scene.PairedAsync();
        Phone phone = home.Guardian;
        await RulesAsync(phone);
        string closed = home.Rules();
        await phone.TapAsync("open", Usage);
        await phone.OnAsync("place");
        await phone.SeesAsync("Story Bear wants to reach Metrics Ltd, which is not its maker, to report how it is used.");
        await phone.TapAsync("for", 60);
        await phone.UnlockAsync();
        Assert.AreEqual(closed, home.Rules(), "asked is not done");
        await phone.TapAsync("yes");
        await phone.SaysAsync("is open until");
        await phone.OnAsync("rules");
        await phone.Page.Locator(".card.open").Filter(new LocatorFilterOptions { HasText = "Open until" }).WaitForAsync();
        Assert.AreNotEqual(closed, home.Rules());

        // In a quick session.
        await phone.Page.ReloadAsync();
        await phone.OnAsync("today");
        await RulesAsync(phone);
        await phone.TapAsync("close", Usage);
        await phone.SaysAsync("It is closed");
        await phone.Page.WaitForSelectorAsync($"[data-act=open][data-n='{Usage}']");
    }

    [TestMethod]
    [Req("PCTL-08")]
    public async Task Request_ForMoreTime_NoAtOnce_YesWithThePinAndWhatFitsBeforeBedtime()
    {
        await using PairedHome home = await Scene.PairedAsync();
        Phone phone = home.Guardian;
        home.Device.Limit(15);
        await RulesAsync(phone);
        await phone.TapAsync("bedtime");
        await phone.OnAsync("bedtime");
        await phone.TapAsync("more", 0);
        await FillAsync(phone, "from", 0, await phone.Page.EvaluateAsync<string>("new Date(Date.now() + 25 * 60000).toTimeString().slice(0, 5)"));
        await phone.TapAsync("save");
        await phone.SaysAsync("Saved");
        await phone.TapAsync("today");
        await AskAsync(phone, """{"op":"more","toy":1}""");

        // 25 minutes to bedtime and 15 of them left: about ten more are of use, and the buttons say so before a tap.
        string grant = await phone.TextAsync("[data-act=grant]");
        StringAssert.Matches(grant, new(@"^\+([6-9]|10), until bedtime$"));
        StringAssert.Matches(await phone.TextAsync("[data-act=bonus]"), new(@"^\+([6-9]|10), until bedtime$"));
        await phone.SeesAsync("Story Bear was asked for more time.");
        await phone.SeesAsync("15 of 15 min left, bedtime");
        await phone.TapAsync("grant");
        await phone.UnlockAsync();
        await phone.TapAsync("yes");
        await phone.SaysAsync("Answered");
        Assert.AreEqual(0, await phone.CountAsync("grant"));
    }

    [TestMethod]
    [Req("PCTL-08")]
    public async Task Request_NotToday_IsAnsweredWithOneTap()
    {
        await using PairedHome home = await Scene.PairedAsync();
        Phone phone = home.Guardian;
        await AskAsync(phone, """{"op":"change","toy":1,"what":1}""");
        await phone.SeesAsync("another rule: bedtime");
        await phone.TapAsync("refuse");
        await phone.SaysAsync("Answered");
        Assert.AreEqual(0, await phone.CountAsync("refuse"));
    }

    [TestMethod]
    [Req("PCTL-01")]
    public async Task Pause_WithATimer_TakesTwoTapsAndNoPin()
    {
        await using PairedHome home = await Scene.PairedAsync();
        Phone phone = home.Guardian;
        int before = phone.Taps;
        await phone.TapAsync("pause-for", 1);
        await phone.TapAsync("for", 30);
        await phone.SaysAsync("Paused");
        Assert.AreEqual(before + 2, phone.Taps);
        StringAssert.Matches(await phone.TextAsync(".toy.closed p"), new("^Paused until [0-9]{2}:[0-9]{2}$"));
        await phone.TapAsync("resume", 1);
        await phone.OnAsync("unlock");
    }

    [TestMethod]
    [Req("PCTL-02")]
    public async Task Zone_OfTheFirstPhone_IsTakenOnce()
    {
        using TestFolder folder = new();
        using BenchDevice device = BenchDevice.Start(Scene.Air, folder.Path, "toy", "free");
        await using Phone phone = await Phone.TakeAsync(await Scene.BrowserAsync());
        device.PhonesAtHome();
        await Scene.ClaimAsync(device, phone);
        string zone = device.HomeUrl + "part/zone";
        CollectionAssert.Contains(phone.Asked, zone);
        phone.Asked.Clear();
        await phone.Page.ReloadAsync();
        await phone.OnAsync("today");
        CollectionAssert.DoesNotContain(phone.Asked, zone);
    }

    private static async Task RulesAsync(Phone phone)
    {
        await phone.TapAsync("rules");
        await phone.OnAsync("rules");
    }

    // A child's request, as the toy's own page posts it.
    private static async Task AskAsync(Phone phone, string body)
    {
        Assert.AreEqual(200, await phone.Page.EvaluateAsync<int>("async body => (await fetch('/ask', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })).status", body));
        await phone.Page.WaitForSelectorAsync("[data-act=refuse]");
    }

    private static async Task FillAsync(Phone phone, string act, int n, string text)
    {
        await phone.Page.FillAsync($"[data-act={act}][data-n='{n}']", text);
    }
}
