using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;

using Microsoft.Playwright;

using ToyGuard.Emulator.Tests.Running;

namespace ToyGuard.Browser.Tests.Family;

/// <summary>
/// Goal: what a guardian grants (tickets, playing together, an hour of listening, a place that a child asked for) is given as the page says it, and not before the PIN and a yes.
/// Method: the real program and a real Chromium for each of a family; the toy's own ears, names and minutes say what is in force.
/// </summary>
[TestClass]
public sealed class GrantTests
{
    private const string Usage = "usage.metrics.example";

    [TestMethod]
    [Req("PCTL-04")]
    [Req("PCTL-08")]
    public async Task Ticket_GivenAhead_IsSpentByTheChildAndThenGone()
    {
        await using PairedHome home = await Scene.PairedAsync();
        Phone phone = home.Guardian;
        await GoToRulesAsync(phone);
        await phone.SeesAsync("0 of 15 minutes each");
        await phone.TapAsync("ticket-more");
        await phone.UnlockAsync();
        await phone.SeesAsync("The child may then spend 1 tickets");
        await phone.TapAsync("yes");
        await phone.SeesAsync("1 of 15 minutes each");
        await phone.SeesAsync("60 min are left today");

        // Nobody has to answer it.
        await using Phone child = await ChildAsync(home);
        await child.TapAsync("kids-more");
        await child.SaysAsync("15 more minutes, from your tickets");
        await phone.TapAsync("today");
        await phone.OnAsync("today");
        await phone.Page.Locator(".toy", new PageLocatorOptions { HasText = "75" }).WaitForAsync();
        Assert.AreEqual(0, await phone.CountAsync("grant"));
        await GoToRulesAsync(phone);
        await phone.SeesAsync("0 of 15 minutes each");
        Assert.AreEqual(0, await phone.CountAsync("ticket-less"));

        // There is none to spend any more.
        await child.TapAsync("kids-more");
        await child.SaysAsync("I asked a moment ago");
        Assert.IsEmpty(phone.Said.Concat(child.Said), string.Join('\n', phone.Said.Concat(child.Said)));
    }

    [TestMethod]
    [Req("PCTL-04")]
    public async Task Together_TakesThePin_GoesOnWhenMinutesAreUsedUp_AndEndsWithOneTap()
    {
        await using PairedHome home = await Scene.PairedAsync();
        Phone phone = home.Guardian;
        home.Device.Limit(0);
        await phone.SeesAsync("Play time is used up");
        await GoToRulesAsync(phone);
        await phone.TapAsync("together", 30);
        await phone.UnlockAsync();
        await phone.SeesAsync("For 30 minutes Story Bear goes on");
        await phone.TapAsync("yes");
        await phone.SeesAsync("30 min together are left");
        await phone.TapAsync("today");
        await phone.SeesAsync("Awake");

        // In a quick session: to end it is stricter.
        await phone.Page.ReloadAsync();
        await phone.OnAsync("today");
        await GoToRulesAsync(phone);
        await phone.TapAsync("together", 0);
        await phone.SeesAsync("While a grown-up plays along");
        await phone.TapAsync("today");
        await phone.SeesAsync("Play time is used up");
        Assert.IsEmpty(phone.Said, string.Join('\n', phone.Said));
    }

    [TestMethod]
    [Req("SENS-02")]
    [Req("SENS-01")]
    public async Task Microphone_ForAnHour_TakesPinYesAndPress_TellsItsEnd_AndGoesOffWithOneTap()
    {
        await using PairedHome home = await Scene.PairedAsync();
        Phone phone = home.Guardian;
        await GoToRulesAsync(phone);
        string off = home.Rules();
        await phone.TapAsync("agree", 1);
        await phone.OnAsync("sense");
        await phone.SeesAsync("It can hear what is said near Story Bear.");
        await phone.TapAsync("for", 60);
        await phone.UnlockAsync();
        await phone.TapAsync("yes");
        await phone.OnAsync("press");
        Assert.AreEqual(off, home.Rules(), "no press, no ear");
        home.Device.Press();
        await phone.SaysAsync("It is on until");
        string end = await phone.TextAsync(".card.open small:has-text('On until')");
        StringAssert.Matches(end, new("^On until [0-9]{2}:[0-9]{2}$"));
        Assert.AreNotEqual(off, home.Rules());
        await phone.CheckLooksAsync();

        // The ear is held again and again: one of the toy's turns may be under way.
        home.Device.Board.Until(state =>
        {
            home.Device.Board.Do("talk", Hears(state) ? """{"held":false}""" : """{"held":true}""");
            return Hears(state);
        });

        await phone.Page.ReloadAsync();
        await phone.OnAsync("today");
        await GoToRulesAsync(phone);
        await phone.TapAsync("withdraw", 1);
        await phone.SaysAsync("It is off");
        await phone.Page.WaitForSelectorAsync("[data-act=agree][data-n='1']");
        home.Device.Board.Until(state => !Hears(state));
        Assert.IsEmpty(phone.Said, string.Join('\n', phone.Said));
    }

    [TestMethod]
    [Req("EGR-06")]
    [Req("PCTL-08")]
    public async Task Child_AsksToOpen_IsAnsweredOnToday_AndTheToyGetsThere()
    {
        using TestFolder folder = new();
        using BenchDevice device = BenchDevice.Start(Scene.Air, folder.Path, "hub", "free");
        device.PhonesAtHome();
        await using Phone phone = await Phone.TakeAsync(await Scene.BrowserAsync());
        await Scene.ClaimAsync(device, phone);
        await using Phone child = await Phone.TakeAsync(await Scene.BrowserAsync());
        await child.GoAsync(device.HomeUrl + "#kids");
        await child.OnAsync("kids");
        await child.TapAsync("kids-open", 1);
        await child.SaysAsync("Nothing was closed today");
        Assert.IsFalse(device.IsOpen("story-bear", Usage), "before");
        await child.TapAsync("kids-open", 1);
        await child.SaysAsync("I asked. A grown-up will look");

        await phone.SeesAsync("Story Bear was asked to open Metrics Ltd.");
        await phone.CheckLooksAsync();
        await phone.TapAsync("look");
        await phone.OnAsync("place");
        await phone.SeesAsync("to report how it is used");
        await phone.TapAsync("for", 60);
        await phone.UnlockAsync();
        await phone.SeesAsync("Metrics Ltd is open for Story Bear until");
        Assert.IsFalse(device.IsOpen("story-bear", Usage), "asked is not done");
        await phone.TapAsync("yes");
        await phone.OnAsync("today");
        Assert.AreEqual(0, await phone.CountAsync("look"));
        Assert.IsTrue(device.IsOpen("story-bear", Usage), "after");
        await child.Page.Locator("main .good", new PageLocatorOptions { HasText = "It is open now" }).WaitForAsync();
        Assert.IsEmpty(phone.Said.Concat(child.Said), string.Join('\n', phone.Said.Concat(child.Said)));
    }

    private static async Task<Phone> ChildAsync(PairedHome home)
    {
        Phone child = await Phone.TakeAsync(await Scene.BrowserAsync());
        await child.GoAsync(home.Device.HomeUrl + "#kids");
        await child.OnAsync("kids");
        return child;
    }

    private static async Task GoToRulesAsync(Phone phone)
    {
        await phone.TapAsync("rules");
        await phone.OnAsync("rules");
    }

    private static bool Hears(JsonElement state)
    {
        return state.GetProperty("sensors").EnumerateArray().Any(sensor => sensor.GetProperty("kind").GetString() == "microphone" && sensor.GetProperty("on").GetBoolean());
    }
}
