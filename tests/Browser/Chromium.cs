using System;
using System.Threading.Tasks;

using Microsoft.Playwright;

namespace ToyGuard.Browser.Tests;

/// <summary>One headless Chromium of the system's, led by Playwright. It looks the device's name up nowhere: the name stands for loopback.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private readonly IPlaywright _playwright;

    private Chromium(IPlaywright playwright, IBrowser browser)
    {
        _playwright = playwright;
        Browser = browser;
    }

    public IBrowser Browser { get; }

    public static async Task<Chromium> StartAsync()
    {
        string path = Peer.Path("chromium");
        IPlaywright playwright = await Playwright.CreateAsync();
        IBrowser browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            Args = ["--no-sandbox", "--disable-gpu", $"--host-resolver-rules=MAP {Device.Host} 127.0.0.1"],
        });

        return new Chromium(playwright, browser);
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
    }
}
