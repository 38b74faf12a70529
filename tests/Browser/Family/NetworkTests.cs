using System.Diagnostics;
using System.Threading.Tasks;

using ToyGuard.Emulator.Tests.Running;

namespace ToyGuard.Browser.Tests.Family;

/// <summary>
/// Goal: the page lives with what networks do: a Wi-Fi that refuses, phones that are thrown out, an address that changes; and says it in words.
/// Method: the real program's simulated air, and an air of the test's own between browser and device.
/// </summary>
[TestClass]
public sealed class NetworkTests
{
    private const int FindMs = 3000;
    private const int Attempts = 3;

    [TestMethod]
    public async Task Wifi_EachFault_InItsWords()
    {
        using TestFolder folder = new();
        using BenchDevice device = BenchDevice.Start(Scene.Air, folder.Path, "toy", "quick");
        await using Phone phone = await Phone.TakeAsync(await Scene.BrowserAsync());
        device.PhonesOnItsOwn();
        await phone.GoAsync(device.Url);
        await phone.TapAsync("start");
        await phone.OnAsync("press");
        device.Press();

        await FailsAsync(device, phone, "Home", "not-the-password", "That password did not fit.");
        await FailsAsync(device, phone, "Attic", "attic-window-7", "let me in but gave me no address");
        await FailsAsync(device, phone, "Hotel", "", "wants a sign-in page");
        await FailsAsync(device, phone, "Modern", "modern-times-9", "wants WPA3 only");
        await FailsAsync(device, phone, "", "sunny-day-42", "I only hear 2.4 GHz");
    }

    [TestMethod]
    public async Task Joined_OpenTab_FindsTheDeviceAtHome()
    {
        using TestFolder folder = new();
        using BenchDevice device = BenchDevice.Start(Scene.Air, folder.Path, "toy", "quick");
        await using Phone phone = await Phone.TakeAsync(await Scene.BrowserAsync());
        device.PhonesOnItsOwn();
        await phone.GoAsync(device.Url);
        await phone.TapAsync("start");
        device.Press();
        await phone.OnAsync("wifi");
        await phone.ChooseAsync("network", "Home");
        await phone.TypeAsync("key", "sunny-day-42");
        await phone.TapAsync("try");
        await phone.OnAsync("joined");

        for (int attempt = 1; ; attempt++)
        {
            // The phone leaves the device's own Wi-Fi and is nowhere for a while.
            Scene.Air.Cut();
            await Task.Delay(2000);
            Stopwatch watch = Stopwatch.StartNew();
            device.PhonesAtHome();
            await phone.OnAsync("code");

            if (watch.ElapsedMilliseconds <= FindMs)
            {
                return;
            }

            Assert.IsLessThan(Attempts, attempt, $"found {watch.ElapsedMilliseconds} ms after the name answers");
            device.PhonesOnItsOwn();
            await phone.OnAsync("joined");
        }
    }

    [TestMethod]
    public async Task Address_Changes_OpenTabFindsTheDevice()
    {
        await using PairedHome home = await Scene.PairedAsync();
        long tookMs = 0;

        for (int attempt = 1; attempt <= Attempts; attempt++)
        {
            // Another router, another network, and the same name.
            Scene.Air.Cut();
            home.Device.Dispose();
            await home.Guardian.SaysAsync("does not answer");
            home.Device = BenchDevice.Start(Scene.Air, home.Folder.Path, "toy", "free", homeNet: 1 + attempt);
            Stopwatch watch = Stopwatch.StartNew();
            home.Device.PhonesAtHome();
            await home.Guardian.Page.Locator("#strip:empty").WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Attached });
            tookMs = watch.ElapsedMilliseconds;

            if (tookMs <= FindMs)
            {
                break;
            }
        }

        Assert.IsLessThanOrEqualTo(FindMs, tookMs);
        await home.Guardian.OnAsync("today");
        await home.Guardian.TapAsync("pause", 1);
        await home.Guardian.Page.WaitForSelectorAsync("[data-act=resume]");
    }

    [TestMethod]
    [Req("PAIR-03")]
    public async Task OwnWifiAgain_CodeAndPin_JoinsAnother()
    {
        // A new router: the device is paired, and hears nothing that it knows.
        using TestFolder folder = await Scene.PairedFolderAsync();
        using BenchDevice device = BenchDevice.Start(Scene.Air, folder.Path, "toy", "quick");
        await using Phone phone = await Phone.TakeAsync(await Scene.BrowserAsync());
        string code = device.PressForCode();
        device.Board.Until(state => state.GetProperty("ap").GetBoolean());
        device.PhonesOnItsOwn();

        await phone.GoAsync(device.Url + "#c=" + code);
        await phone.OnAsync("again");
        await phone.TypeAsync("pin", Phone.Pin);
        await phone.TypeAsync("ssid", "Home");
        await phone.TypeAsync("key", "sunny-day-42");
        await phone.TapAsync("try");
        await phone.OnAsync("joined");
        Assert.AreEqual("Home", device.Board.State().GetProperty("joined").GetString());
    }

    private static async Task FailsAsync(BenchDevice device, Phone phone, string ssid, string key, string words)
    {
        await phone.OnAsync("wifi");
        await phone.ChooseAsync("network", ssid);

        if (ssid.Length == 0)
        {
            await phone.TypeAsync("ssid", "Home-5G");
        }

        if (key.Length > 0)
        {
            await phone.TypeAsync("key", key);
        }

        await phone.TapAsync("try");
        await phone.Page.Locator("main[data-screen=wifi] .stop").Filter(new() { HasText = words }).WaitForAsync();

        // After a few failures it rests, until somebody presses.
        device.Press();
    }
}
