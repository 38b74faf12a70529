using System.Diagnostics;
using System.Threading.Tasks;

using Microsoft.Playwright;

namespace ToyGuard.Browser.Tests.Family;

/// <summary>
/// Goal: whoever's browser forgot the key, or is another one, comes back in without a wipe and without a second entry; nobody else does.
/// Method: the real program and a real Chromium, whose storage is emptied, is another one, or is not to be had.
/// </summary>
[TestClass]
public sealed class WayBackTests
{
    private const int BackMs = 30000;
    private const int Attempts = 3;

    [TestMethod]
    [Req("PAIR-06")]
    public async Task StorageCleared_PressCodeAndPin_IsBackWithTheSameRules()
    {
        await using PairedHome home = await Scene.PairedAsync();
        string old = await home.Guardian.KeptAsync();
        string rules = home.Rules();
        Stopwatch watch = new();

        for (int attempt = 0; attempt == 0 || (attempt < Attempts && watch.ElapsedMilliseconds > BackMs); attempt++)
        {
            await home.Guardian.Page.EvaluateAsync("localStorage.clear()");
            await home.Guardian.Page.ReloadAsync();
            await home.Guardian.OnAsync("code");
            watch.Restart();
            await home.Guardian.GoAsync("about:blank");
            await home.Guardian.GoAsync(home.Device.PressForLink());
            await home.Guardian.OnAsync("who");
            await home.Guardian.TypeAsync("pin", Phone.Pin);
            await home.Guardian.TapAsync("adopt");
            await home.Guardian.OnAsync("today");
            watch.Stop();
        }

        Assert.IsLessThanOrEqualTo(BackMs, watch.ElapsedMilliseconds);
        Assert.AreEqual(rules, home.Rules());
        await home.Guardian.TapAsync("family");
        await home.Guardian.OnAsync("family");
        Assert.AreEqual(0, await home.Guardian.CountAsync("remove"), "no other phone than this one");
        Assert.IsEmpty(home.Guardian.Said, string.Join('\n', home.Guardian.Said));

        // The old key is worth nothing now, and the page says so instead of forgetting it.
        await using Phone before = await Phone.TakeAsync(await Scene.BrowserAsync(), old);
        await before.GoAsync(home.Device.HomeUrl);
        await before.OnAsync("code");
        Assert.AreEqual(1, await before.CountAsync("retry"));
    }

    [TestMethod]
    public async Task Icon_WithItsTicket_ComesInWithoutAQuestionOnce()
    {
        await using PairedHome home = await Scene.PairedAsync();
        await home.Guardian.TapAsync("family");
        await home.Guardian.TapAsync("ticket");
        await home.Guardian.OnAsync("how");
        string address = home.Guardian.Page.Url;
        StringAssert.Contains(address, "#m=");

        // An icon on some phones has a storage of its own.
        await using Phone icon = await Phone.TakeAsync(await Scene.BrowserAsync());
        await icon.GoAsync(address);
        await icon.OnAsync("today");
        Assert.AreEqual(0, icon.Taps);
        string ticket = address[(address.IndexOf('=', System.StringComparison.Ordinal) + 1)..];
        string history = await icon.HistoryAsync();
        Assert.IsFalse(history.Contains(ticket, System.StringComparison.OrdinalIgnoreCase), history);
        await icon.TapAsync("family");
        await icon.OnAsync("family");
        Assert.AreEqual(0, await icon.CountAsync("remove"), "the same entry, not another");

        // What loosens asks the same PIN as before.
        await icon.TapAsync("today");
        await icon.TapAsync("pause", 1);
        await icon.TapAsync("resume", 1);
        await icon.OnAsync("unlock");
        await icon.TypeAsync("pin", Phone.Pin);
        await icon.TapAsync("unlock");
        await icon.OnAsync("sure");

        await using Phone late = await Phone.TakeAsync(await Scene.BrowserAsync());
        await late.GoAsync(address);
        await late.OnAsync("code");
    }

    [TestMethod]
    public async Task TwoTabs_OneActs_TheOtherSees()
    {
        await using PairedHome home = await Scene.PairedAsync();
        IPage first = await home.Guardian.GoInNewTabAsync(home.Device.HomeUrl);
        await home.Guardian.OnAsync("today");
        await home.Guardian.TapAsync("pause", 1);
        await home.Guardian.Page.WaitForSelectorAsync("[data-act=resume]");

        await home.Guardian.TurnToAsync(first);
        await first.WaitForSelectorAsync("[data-act=resume]");
        await home.Guardian.TapAsync("resume", 1);
        await home.Guardian.OnAsync("unlock");
        await home.Guardian.TypeAsync("pin", Phone.Pin);
        await home.Guardian.TapAsync("unlock");
        await home.Guardian.TapAsync("yes");
        await first.WaitForSelectorAsync("[data-act=pause]");
        Assert.IsEmpty(home.Guardian.Said, string.Join('\n', home.Guardian.Said));
    }

    [TestMethod]
    public async Task PrivateWindow_ComesInAndKeepsNothing()
    {
        await using PairedHome home = await Scene.PairedAsync();
        await using Phone window = await Phone.TakeAsync(await Scene.BrowserAsync(), script: Browsers.StorageIsFull);
        await window.GoAsync(home.Device.PressForLink());
        await window.OnAsync("no-store", "who");

        if (await window.CountAsync("anyway") > 0)
        {
            await window.TapAsync("anyway");
            await window.OnAsync("who");
        }

        await window.TypeAsync("pin", Phone.Pin);
        await window.TapAsync("adopt");
        await window.OnAsync("keep");
        await window.TapAsync("later");
        await window.OnAsync("today");
        await window.Page.ReloadAsync();
        await window.OnAsync("code");
    }

    [TestMethod]
    public async Task ScriptsOff_TellsTheTruthAndHelps()
    {
        await using PairedHome home = await Scene.PairedAsync();
        await using Phone phone = await Phone.TakeAsync(await Scene.BrowserAsync(), hasScripts: false);
        await phone.GoAsync(home.Device.HomeUrl);
        StringAssert.Contains(await phone.Page.InnerTextAsync("body"), "needs its script");
        await phone.Page.ClickAsync("a[href='/help']");
        StringAssert.Contains(await phone.Page.InnerTextAsync("article"), "local emergency number");
        Assert.AreEqual(home.Device.HomeUrl + "help", phone.Page.Url);
    }
}
