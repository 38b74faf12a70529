using System;
using System.IO;
using System.Threading.Tasks;

using Microsoft.Playwright;

using ToyGuard.Emulator.Tests.Running;

namespace ToyGuard.Browser.Tests.Family;

/// <summary>What the tests of this folder share: one browser, one air, and a device that was paired once and is copied for whoever needs a paired one.</summary>
[TestClass]
public static class Scene
{
    private static readonly Air s_air = new();
    private static readonly TestFolder s_paired = new();
    private static IPlaywright? s_playwright;
    private static IBrowser? s_browser;
    private static string? s_kept;

    /// <summary>The phones' network.</summary>
    internal static Air Air
    {
        get { return s_air; }
    }

    /// <summary>The browser. Every name below .local leads into the air, every other one nowhere.</summary>
    internal static async Task<IBrowser> BrowserAsync()
    {
        if (s_browser is null)
        {
            string path = Peer.Path("chromium");
            s_playwright = await Playwright.CreateAsync();
            s_browser = await s_playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = path,
                Args = ["--no-sandbox", "--disable-gpu", $"--host-resolver-rules=MAP *.local 127.0.0.1:{s_air.Port}, MAP * ~NOTFOUND"],
            });
        }

        return s_browser;
    }

    /// <summary>A device that somebody is guardian of, and that guardian's phone, which is on its Today.</summary>
    internal static async Task<PairedHome> PairedAsync()
    {
        TestFolder folder = await PairedFolderAsync();
        PairedHome home = new(folder, BenchDevice.Start(s_air, folder.Path, "toy", "free"), await Phone.TakeAsync(await BrowserAsync(), s_kept));

        try
        {
            home.Device.PhonesAtHome();
            await home.Guardian.GoAsync(home.Device.HomeUrl);
            await home.Guardian.OnAsync("today");
            return home;
        }
        catch
        {
            await home.DisposeAsync();
            throw;
        }
    }

    /// <summary>What a paired device keeps; whoever takes it throws it away.</summary>
    internal static async Task<TestFolder> PairedFolderAsync()
    {
        s_kept ??= await PairAsync();
        TestFolder folder = new();
        Copy(s_paired.Path, folder.Path);
        return folder;
    }

    /// <summary>From the display's link to Today, the short way.</summary>
    internal static async Task ClaimAsync(BenchDevice device, Phone phone)
    {
        await phone.GoAsync(device.PressForLink());
        await phone.OnAsync("pin");
        await phone.TypeAsync("pin", Phone.Pin);
        await phone.TapAsync("save-pin");
        await phone.OnAsync("keep");
        await phone.TapAsync("later");
        await phone.OnAsync("today");
    }

    [AssemblyCleanup]
    public static async Task End()
    {
        if (s_browser is not null)
        {
            await s_browser.DisposeAsync();
        }

        s_playwright?.Dispose();
        s_air.Dispose();
        s_paired.Dispose();
    }

    private static async Task<string> PairAsync()
    {
        using BenchDevice device = BenchDevice.Start(s_air, s_paired.Path, "toy", "free");
        device.PhonesAtHome();
        await using Phone phone = await Phone.TakeAsync(await BrowserAsync());
        await ClaimAsync(device, phone);
        device.Limit(60);
        return await phone.KeptAsync();
    }

    private static void Copy(string from, string to)
    {
        foreach (string file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
