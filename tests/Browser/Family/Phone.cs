using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;

using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

using Microsoft.Playwright;

namespace ToyGuard.Browser.Tests.Family;

/// <summary>A parent's phone: a browser with a storage of its own, a thumb that is counted, and ears for everything that a browser complains of.</summary>
internal sealed class Phone : IAsyncDisposable
{
    /// <summary>The PIN of every parent here.</summary>
    public const string Pin = "739154";

    // A key is stretched for seconds where a machine has other work.
    private const int PatienceMs = 60000;

    // Where it is day now: what ends at midnight, or sleeps at night, is far away whenever a test runs. Never west of the device, whose clock would be set back.
    private static readonly string s_zone = ZoneOfDay(DateTime.UtcNow.Hour);

    private Phone(IBrowserContext context, IPage page)
    {
        Context = context;
        Page = page;
        Hear(page);
    }

    public IBrowserContext Context { get; }

    /// <summary>The tab that is looked at.</summary>
    public IPage Page { get; private set; }

    /// <summary>How often something was tapped, fields too.</summary>
    public int Taps { get; private set; }

    /// <summary>The fields that something was typed into.</summary>
    public List<string> Typed { get; } = [];

    /// <summary>What the browser complained of; that a network was left is no complaint.</summary>
    public List<string> Said { get; } = [];

    /// <summary>Everything that was asked for.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>Takes a phone in hand.</summary>
    /// <param name="chromium">The browser.</param>
    /// <param name="kept">What its storage holds already.</param>
    /// <param name="language">Its language.</param>
    /// <param name="script">A script that runs before every page, to make the browser one that behaves so.</param>
    /// <param name="hasScripts">False for a browser whose owner switched scripts off.</param>
    public static async Task<Phone> TakeAsync(IBrowser chromium, string? kept = null, string language = "en", string script = "", bool hasScripts = true)
    {
        IBrowserContext context = await chromium.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = 360, Height = 740 },
            Locale = language,
            TimezoneId = s_zone,
            StorageState = kept,
            JavaScriptEnabled = hasScripts,
        });
        context.SetDefaultTimeout(PatienceMs);
        context.SetDefaultNavigationTimeout(PatienceMs);

        if (script.Length > 0)
        {
            await context.AddInitScriptAsync(script);
        }

        return new Phone(context, await context.NewPageAsync());
    }

    /// <summary>Opens an address in this tab, as a camera or a tapped link does.</summary>
    public async Task GoAsync(string url)
    {
        await Page.GotoAsync(url);
    }

    /// <summary>Opens an address in a new tab, and looks at that one from now on.</summary>
    public async Task<IPage> GoInNewTabAsync(string url)
    {
        IPage left = Page;
        Page = await Context.NewPageAsync();
        Hear(Page);
        await GoAsync(url);
        return left;
    }

    /// <summary>Looks at another tab.</summary>
    public async Task TurnToAsync(IPage tab)
    {
        Page = tab;
        await Page.BringToFrontAsync();
    }

    /// <summary>Waits for one of these screens.</summary>
    public async Task OnAsync(params string[] screens)
    {
        await OnAsync(Page, screens);
    }

    /// <summary>The same in any tab.</summary>
    public static async Task OnAsync(IPage tab, params string[] screens)
    {
        try
        {
            await tab.WaitForSelectorAsync(string.Join(',', screens.Select(screen => $"main[data-screen={screen}]:not([aria-busy])")));
        }
        catch (TimeoutException)
        {
            Assert.Fail($"{string.Join(" or ", screens)} did not come; there is {await tab.GetAttributeAsync("main", "data-screen")}: {await tab.InnerTextAsync("body")}");
        }
    }

    public async Task TapAsync(string act, int? n = null)
    {
        Taps++;
        await Page.ClickAsync($"[data-act={act}]" + (n is int number ? $"[data-n='{number}']" : ""));
    }

    public async Task ChooseAsync(string act, string value)
    {
        Taps++;
        await Page.ClickAsync($"[data-act={act}][value='{value}']");
    }

    public async Task TypeAsync(string act, string text)
    {
        Taps++;
        Typed.Add(act);
        await Page.FillAsync($"[data-act={act}]", text);
    }

    /// <summary>What is wrong with a field, once that is said; empties nothing.</summary>
    public async Task<string> FaultAsync(string act)
    {
        ILocator fault = Page.Locator($"main:not([aria-busy]) #{act}-fault:not(:empty)");
        await fault.WaitForAsync();
        return await fault.InnerTextAsync();
    }

    /// <summary>Waits until the line that is read out says something like it.</summary>
    public async Task SaysAsync(string part)
    {
        try
        {
            await Page.Locator("#strip").Filter(new LocatorFilterOptions { HasText = part }).WaitForAsync();
        }
        catch (TimeoutException)
        {
            Assert.Fail($"'{part}' was not said, but: {await Page.InnerTextAsync("body")}");
        }
    }

    /// <summary>Waits until this stands on the screen, whichever way its values are written.</summary>
    public async Task SeesAsync(string text)
    {
        try
        {
            await Page.WaitForFunctionAsync("text => document.querySelector('main').innerText.replace(/[\\u2068\\u2069]/g, '').includes(text)", text);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"'{text}' did not come, but: {await Page.InnerTextAsync("main")}");
        }
    }

    /// <summary>What the first of these says.</summary>
    public async Task<string> TextAsync(string selector)
    {
        return (await Page.Locator(selector).First.InnerTextAsync()).Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);
    }

    /// <summary>How many of these there are now.</summary>
    public async Task<int> CountAsync(string act)
    {
        return await Page.Locator($"main [data-act={act}]").CountAsync();
    }

    /// <summary>Gives the PIN that is asked for, up to the question whether it is really meant.</summary>
    public async Task UnlockAsync()
    {
        await OnAsync("unlock");
        await TypeAsync("pin", Pin);
        await TapAsync("unlock");
        await OnAsync("sure");
    }

    /// <summary>The record that this browser keeps, in the hands of another program.</summary>
    public async Task<TestPhone> AsProgramAsync(BenchDevice device)
    {
        using JsonDocument kept = JsonDocument.Parse(await Page.EvaluateAsync<string>("localStorage.getItem('toyguard')"));

        return new TestPhone(device.Wire().Door)
        {
            DeviceId = Bytes("device"), PhoneId = Bytes("phone"), PhoneKey = Bytes("key"), PhoneSalt = Bytes("salt"), DeviceSalt = Bytes("deviceSalt"),
        };

        byte[] Bytes(string member)
        {
            return Convert.FromHexString(kept.RootElement.GetProperty(member).GetString()!);
        }
    }

    /// <summary>What its storage holds, to be handed to <see cref="TakeAsync"/>.</summary>
    public async Task<string> KeptAsync()
    {
        return await Context.StorageStateAsync();
    }

    /// <summary>Every address in this tab's history, and the state of the entry that is open.</summary>
    public async Task<string> HistoryAsync()
    {
        ICDPSession session = await Context.NewCDPSessionAsync(Page);
        JsonElement? history = await session.SendAsync("Page.getNavigationHistory");
        return string.Join(' ', history!.Value.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("url"))) + await Page.EvaluateAsync<string>("JSON.stringify(history.state)");
    }

    /// <summary>The name of the toy alone opens the page: what is on it is there for readers of any kind, in light and in dark, and fits the phone.</summary>
    public async Task CheckLooksAsync()
    {
        string screen = (await Page.GetAttributeAsync("main", "data-screen"))!;
        Assert.IsLessThanOrEqualTo(360, await Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), screen + " is wider than the phone");

        foreach (ColorScheme look in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = look, ReducedMotion = ReducedMotion.Reduce });
            AxeResult axe = await Page.RunAxe();
            Assert.IsEmpty(axe.Violations, $"{screen} {look}: {string.Join('\n', axe.Violations.Select(v => v.Id + " " + string.Join(' ', v.Nodes.Select(n => n.Html))))}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Context.DisposeAsync();
    }

    // The names count the other way round.
    private static string ZoneOfDay(int utcHour)
    {
        const int Morning = 8;
        int ahead = utcHour < Morning ? Morning - utcHour : utcHour < 18 ? 0 : 24 + Morning - utcHour;
        return $"Etc/GMT{-ahead:+0;-0;+0}";
    }

    private void Hear(IPage page)
    {
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !message.Text.Contains("net::ERR_", StringComparison.Ordinal))
            {
                Said.Add($"{message.Type}: {message.Text} {message.Location}");
            }
        };
        page.PageError += (_, error) => Said.Add(error);
        page.Request += (_, request) => Asked.Add(request.Url);
    }
}
