using System.Threading.Tasks;

using ToyGuard.Emulator.Tests.Running;

namespace ToyGuard.Browser.Tests.Family;

/// <summary>
/// Goal: whoever has a keyboard and no pointer does all that is of every day, and sees at each step where he is.
/// Method: the real program and a real Chromium; tabulator, arrows, space and Enter alone, from the first hello on.
/// </summary>
[TestClass]
public sealed class KeyboardTests
{
    private const int StopsMax = 80;
    private const int ChoicesMax = 12;

    [TestMethod]
    [Req("ACC-01")]
    public async Task SetUpAndClaim_WithTheKeyboardAlone_LeadToToday()
    {
        using TestFolder folder = new();
        using BenchDevice device = BenchDevice.Start(Scene.Air, folder.Path, "toy", "quick");
        await using Phone phone = await Phone.TakeAsync(await Scene.BrowserAsync());
        device.PhonesOnItsOwn();
        await phone.GoAsync(device.Url);
        await phone.OnAsync("hello");
        await EnterAsync(phone, "start");
        await phone.OnAsync("press");
        device.Press();
        await phone.OnAsync("wifi");
        await TabToAsync(phone, "network");
        await phone.Page.Keyboard.PressAsync("Space");

        // To the last one, another by its name, and back again.
        await ArrowToAsync(phone, "network", "", "ArrowDown");
        await ArrowToAsync(phone, "network", "Home", "ArrowUp");

        await TypeAsync(phone, "key", "sunny-day-42");
        await EnterAsync(phone, "try");
        await phone.OnAsync("joined");

        device.PhonesAtHome();
        await phone.GoAsync(device.PressForLink());
        await phone.OnAsync("pin");
        await TypeAsync(phone, "pin", Phone.Pin);
        await phone.Page.Keyboard.PressAsync("Enter");
        await phone.OnAsync("keep");
        await EnterAsync(phone, "later");
        await phone.OnAsync("today");
        Assert.AreEqual(0, phone.Taps);
        Assert.IsEmpty(phone.Said, string.Join('\n', phone.Said));
    }

    [TestMethod]
    [Req("ACC-01")]
    public async Task MainActs_WithTheKeyboardAlone_AreReachedSeenAndDone()
    {
        await using PairedHome home = await Scene.PairedAsync();
        Phone phone = home.Guardian;
        await EnterAsync(phone, "hello");
        await phone.SaysAsync("Hello said");
        await EnterAsync(phone, "pause");
        await phone.SaysAsync("Paused");
        await EnterAsync(phone, "resume");
        await UnlockAsync(phone);
        await phone.SaysAsync("It goes on");
        await EnterAsync(phone, "bonus");
        await phone.OnAsync("sure");
        await EnterAsync(phone, "yes");
        await phone.SaysAsync("minutes more, for today");
        await EnterAsync(phone, "pause-for");
        await phone.OnAsync("pausing");
        await EnterAsync(phone, "back");
        await phone.OnAsync("today");

        // A place's details open and close, and it is opened for an hour.
        await EnterAsync(phone, "rules");
        await phone.OnAsync("rules");
        await EnterAsync(phone, "details");
        Assert.IsTrue(await phone.Page.EvaluateAsync<bool>("document.activeElement.parentElement.open"));
        await EnterAsync(phone, "open");
        await phone.OnAsync("place");
        await EnterAsync(phone, "for");
        await phone.OnAsync("sure");
        await EnterAsync(phone, "yes");
        await phone.SaysAsync("is open until");
        await EnterAsync(phone, "ticket-more");
        await phone.OnAsync("sure");
        await EnterAsync(phone, "yes");
        await phone.SeesAsync("1 of 15 minutes each");

        await EnterAsync(phone, "family");
        await phone.OnAsync("family");
        await EnterAsync(phone, "children");
        await phone.OnAsync("children");
        await EnterAsync(phone, "child-add");
        await phone.OnAsync("child");
        await TabToAsync(phone, "animal");
        await phone.Page.Keyboard.PressAsync("ArrowDown");
        await EnterAsync(phone, "child-keep");
        await phone.Page.WaitForSelectorAsync("#strip:has-text('Done'),main[data-screen=sure]");

        if (await phone.CountAsync("yes") > 0)
        {
            await EnterAsync(phone, "yes");
        }

        await phone.SaysAsync("Done");
        await phone.OnAsync("children");
        await EnterAsync(phone, "child-edit");
        await phone.OnAsync("child");
        await EnterAsync(phone, "help");
        await phone.OnAsync("help");
        await EnterAsync(phone, "help-back");
        await phone.OnAsync("child");
        await EnterAsync(phone, "kids");
        await phone.OnAsync("kids");
        await EnterAsync(phone, "kids-back");
        await phone.OnAsync("child");
        Assert.AreEqual(0, phone.Taps);
        Assert.IsEmpty(phone.Said, string.Join('\n', phone.Said));
    }

    [TestMethod]
    [Req("ACC-01")]
    public async Task Rules_WithTheKeyboardAlone_AreReachedSeenAndSet()
    {
        await using PairedHome home = await Scene.PairedAsync();
        Phone phone = home.Guardian;
        await EnterAsync(phone, "rules");
        await phone.OnAsync("rules");
        await phone.SeesAsync("Every day: 60 min");
        await DayAsync(phone, "ArrowUp");
        await phone.SaysAsync("Saved");
        await phone.SeesAsync("Every day: 45 min");

        // Looser: the PIN and the yes are reached the same way.
        await DayAsync(phone, "ArrowDown");
        await UnlockAsync(phone);
        await phone.SaysAsync("Saved");
        await phone.SeesAsync("Every day: 60 min");
        Assert.AreEqual(0, phone.Taps);
    }

    private static async Task DayAsync(Phone phone, string arrow)
    {
        await EnterAsync(phone, "minutes");
        await phone.OnAsync("minutes");
        await TabToAsync(phone, "day");
        await phone.Page.Keyboard.PressAsync(arrow);
        await EnterAsync(phone, "save");
    }

    private static async Task UnlockAsync(Phone phone)
    {
        await phone.OnAsync("unlock");
        await TypeAsync(phone, "pin", Phone.Pin);
        await phone.Page.Keyboard.PressAsync("Enter");
        await phone.OnAsync("sure");
        await EnterAsync(phone, "yes");
    }

    // Each choice draws the form anew, and the next arrow goes on from it.
    private static async Task ArrowToAsync(Phone phone, string act, string value, string arrow)
    {
        for (int presses = 0; await phone.Page.InputValueAsync($"[data-act={act}]:checked") != value; presses++)
        {
            Assert.IsLessThan(ChoicesMax, presses, value + " is not reached with arrows");
            await phone.Page.Keyboard.PressAsync(arrow);
        }
    }

    private static async Task TypeAsync(Phone phone, string act, string text)
    {
        await TabToAsync(phone, act);
        await phone.Page.Keyboard.TypeAsync(text);
    }

    private static async Task EnterAsync(Phone phone, string act)
    {
        await TabToAsync(phone, act);
        await phone.Page.Keyboard.PressAsync("Enter");
    }

    // With the tabulator key only, and the focus is seen wherever it stops.
    private static async Task TabToAsync(Phone phone, string act)
    {
        for (int stops = 0; stops < StopsMax; stops++)
        {
            await phone.Page.Keyboard.PressAsync("Tab");
            string at = await phone.Page.EvaluateAsync<string>("(() => { const e = document.activeElement; return (e.dataset.act || e.tagName) + ' ' + getComputedStyle(e).outlineStyle; })()");

            if (at == act + " solid")
            {
                return;
            }
        }

        Assert.Fail(act + " is not reached with the keyboard, or its focus is not seen: " + await phone.Page.InnerTextAsync("main"));
    }
}
