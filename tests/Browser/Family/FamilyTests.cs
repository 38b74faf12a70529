using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;

using ToyGuard.Emulator.Tests.Running;

namespace ToyGuard.Browser.Tests.Family;

/// <summary>
/// Goal: each of a family does what its role says, and is out at once when it is removed; a PIN is refused, or made to wait for, in words.
/// Method: the real program; each phone a browser with a storage of its own.
/// </summary>
[TestClass]
public sealed class FamilyTests
{
    private const int FreeTries = 5;
    private const int OutMs = 2000;

    [TestMethod]
    [Req("AUTH-02")]
    public async Task Pin_Unfit_IsRefusedInWordsUntilAFitOneComes()
    {
        using TestFolder folder = new();
        using BenchDevice device = BenchDevice.Start(Scene.Air, folder.Path, "toy", "free");
        await using Phone phone = await Phone.TakeAsync(await Scene.BrowserAsync());
        device.PhonesAtHome();
        await phone.GoAsync(device.PressForLink());
        await phone.OnAsync("pin");

        foreach ((string pin, string why) in new[] { ("7391", "Too short"), ("123456", ""), ("000000", ""), ("password", "Too many people use that one") })
        {
            await phone.TypeAsync("pin", pin);
            await phone.TapAsync("save-pin");
            StringAssert.Contains(await phone.FaultAsync("pin"), why, pin);
            await phone.OnAsync("pin");
            Assert.IsFalse(device.Board.State().GetProperty("paired").GetBoolean(), pin);
        }

        await phone.TypeAsync("pin", Phone.Pin);
        await phone.TapAsync("save-pin");
        await phone.OnAsync("keep");
        Assert.IsTrue(device.Board.State().GetProperty("paired").GetBoolean());
    }

    [TestMethod]
    [Req("AUTH-02")]
    public async Task WrongPins_SixthWaits_AndOnlyThatPhone()
    {
        await using PairedHome home = await Scene.PairedAsync();
        await using Phone other = await InviteAsync(home, "1");
        Phone guardian = home.Guardian;
        await guardian.Page.ReloadAsync();
        await guardian.OnAsync("today");
        await guardian.TapAsync("pause", 1);
        await guardian.TapAsync("resume", 1);
        await guardian.OnAsync("unlock");

        for (int wrong = 0; wrong < FreeTries; wrong++)
        {
            await guardian.TypeAsync("pin", "84026" + wrong);
            await guardian.TapAsync("unlock");
            StringAssert.Contains(await guardian.FaultAsync("pin"), "did not fit");
        }

        // From here on even the right one waits, and the page says how long.
        await guardian.TypeAsync("pin", Phone.Pin);
        await guardian.TapAsync("unlock");
        StringAssert.Matches(await guardian.FaultAsync("pin"), new("Wait [^a-z]*[0-9]+[^a-z]* s"));

        // The rest of the family is not held up.
        await other.Page.WaitForSelectorAsync("[data-act=resume]");
        await other.TapAsync("resume", 1);
        await other.UnlockAsync();
        await other.TapAsync("yes");
        await other.Page.WaitForSelectorAsync("[data-act=pause]");
    }

    [TestMethod]
    [Req("ACC-01")]
    public async Task Helper_Invited_LoosensOnlyBonusAndWifi_AndIsOutWhenRemoved()
    {
        await using PairedHome home = await Scene.PairedAsync();
        await using Phone helper = await InviteAsync(home, "2");

        await helper.TapAsync("pause", 1);
        await helper.Page.WaitForSelectorAsync("main:not([aria-busy]) .closed");
        Assert.AreEqual(0, await helper.CountAsync("resume"), "a helper does not let go on");
        Assert.AreEqual(0, await helper.CountAsync("resume-all"));
        Assert.AreEqual(1, await helper.CountAsync("hello"));
        await helper.TapAsync("bonus", 1);
        await helper.UnlockAsync();
        await helper.TapAsync("yes");
        await helper.SaysAsync("minutes more");

        await helper.TapAsync("family");
        await helper.OnAsync("family");
        Assert.AreEqual(1, await helper.CountAsync("wifi-add"));

        foreach (string act in new[] { "invite", "remove", "pin-reset", "end-sessions", "wipe", "give-away", "seen" })
        {
            Assert.AreEqual(0, await helper.CountAsync(act), act);
        }

        // Whoever asks without the page's buttons gets the same answer from the device.
        TestPhone asking = await helper.AsProgramAsync(home.Device);
        Assert.IsTrue(asking.SignIn(full: false));

        foreach (object question in new object[]
        {
            new { op = "resume", toy = 0 }, new { op = "invite", role = 2, days = 1 }, new { op = "remove", n = 1 }, new { op = "pin-reset", n = 1 }, new { op = "phones" },
            new { op = "end-sessions" }, new { op = "wipe" }, new { op = "give-away" }, new { op = "clock", utc = 1_800_000_000, offset = 0 }, new { op = "forgot-stop" },
        })
        {
            Assert.AreEqual("role", asking.Ask(question)!.Why, question.ToString());
        }

        await helper.TapAsync("today");
        await helper.OnAsync("today");
        await RemovedIsOutAsync(home, helper);
    }

    [TestMethod]
    [Req("DEL-01")]
    public async Task Wipe_FromThePage_PutsEveryPhoneOut()
    {
        await using PairedHome home = await Scene.PairedAsync();
        await using Phone other = await InviteAsync(home, "1");
        await home.Guardian.TapAsync("family");
        await home.Guardian.TapAsync("wipe");
        await home.Guardian.OnAsync("unlock", "sure");

        if (await home.Guardian.CountAsync("unlock") > 0)
        {
            await home.Guardian.UnlockAsync();
        }

        await home.Guardian.TapAsync("yes");
        await home.Guardian.OnAsync("gone");
        home.Device.Board.Until(state => !state.GetProperty("paired").GetBoolean());
        Assert.IsNull(await home.Guardian.Page.EvaluateAsync<string?>("localStorage.getItem('toyguard')"));
        await other.OnAsync("hello", "code", "gone");
    }

    // A guardian's invitation, and the phone that took it, on its Today.
    private static async Task<Phone> InviteAsync(PairedHome home, string role)
    {
        Phone guardian = home.Guardian;
        await guardian.TapAsync("family");
        await guardian.TapAsync("invite");
        await guardian.OnAsync("invite");
        await guardian.ChooseAsync("role", role);
        await guardian.TapAsync("next");
        await guardian.UnlockAsync();
        await guardian.TapAsync("yes");
        await guardian.OnAsync("press");
        home.Device.Press();
        await guardian.OnAsync("invited");
        string link = await guardian.Page.InnerTextAsync("[data-act=invite-link]");
        await guardian.TapAsync("done");
        await guardian.OnAsync("family");
        await guardian.TapAsync("today");
        await guardian.OnAsync("today");

        Phone phone = await Phone.TakeAsync(await Scene.BrowserAsync());
        await phone.GoAsync(link);
        await phone.OnAsync("join");
        await phone.TapAsync("join");
        await phone.OnAsync("pin");
        await phone.TypeAsync("pin", Phone.Pin);
        await phone.TapAsync("save-pin");
        await phone.OnAsync("keep");
        await phone.TapAsync("later");
        await phone.OnAsync("today");
        return phone;
    }

    private static async Task RemovedIsOutAsync(PairedHome home, Phone helper)
    {
        await home.Guardian.TapAsync("family");
        await home.Guardian.OnAsync("family");
        Assert.AreEqual(1, await home.Guardian.CountAsync("remove"));
        await home.Guardian.Page.ClickAsync("[data-act=remove]");
        await home.Guardian.SaysAsync("Removed");
        Stopwatch watch = Stopwatch.StartNew();

        // Its next look is refused, and nothing of Today is shown any more. The page then asks for some seconds, for a refusal may also mean that others are being served.
        await helper.Page.WaitForSelectorAsync("main:not([data-screen=today])");
        Assert.IsLessThanOrEqualTo(OutMs, watch.ElapsedMilliseconds, "the phone outlived its removal");
        await helper.OnAsync("code");
        Assert.AreEqual(0, await home.Guardian.CountAsync("remove"));
    }
}
