using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

using Microsoft.Playwright;

namespace ToyGuard.Browser.Tests;

/// <summary>A walk over the page's screens as one view has them, from a staged device. Each screen that is seen is whole, can be hit, is for readers of any kind, and is drawn when pictures are wanted.</summary>
internal sealed class ScreenWalk : IAsyncDisposable
{
    private const string TooSmall = "Array.from(document.querySelectorAll('button,select,.row,.check,.field > input,summary')).filter((e) => e.offsetParent && e.getBoundingClientRect().height < 44).map((e) => e.outerHTML).join()";

    // A machine may have other work.
    private const int PatienceMs = 60000;

    private readonly View _view;
    private readonly Device _device;
    private readonly IBrowserContext _context;
    private readonly List<string> _said = [];

    private ScreenWalk(View view, Device device, StagedDoor door, IBrowserContext context, IPage page)
    {
        _view = view;
        _device = device;
        _context = context;
        Door = door;
        Page = page;
        page.PageError += (_, error) => _said.Add(error);
    }

    /// <summary>The device.</summary>
    public StagedDoor Door { get; }

    public IPage Page { get; }

    /// <summary>Where its page is.</summary>
    public string Url
    {
        get { return _device.Url; }
    }

    /// <summary>Stands before a device that says <paramref name="says"/>; nothing is opened yet.</summary>
    public static async Task<ScreenWalk> BeginAsync(Chromium chromium, View view, string says, bool isHomeSide = false)
    {
        StagedDoor door = new() { Says = says };
        Device device = new(door: door, isHomeSide: isHomeSide);
        IBrowserContext context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = view.Width, Height = view.Height },
            ColorScheme = view.Look,
            Locale = view.Language,
            ReducedMotion = ReducedMotion.Reduce,
            BypassCSP = true,
        });
        context.SetDefaultTimeout(PatienceMs);
        context.SetDefaultNavigationTimeout(PatienceMs);
        await context.AddInitScriptAsync(Staged.Facts);
        await ShippedScript.AddAsync(context, Staged.Stage);
        return new ScreenWalk(view, device, door, context, await context.NewPageAsync());
    }

    /// <summary>Opens the page anew, with what a link carries.</summary>
    public async Task GoAsync(string hash = "")
    {
        // The same address with another end is the same page to a browser.
        await Page.GotoAsync("about:blank");
        await Page.GotoAsync(Url + hash);
    }

    public async Task TapAsync(string act, string n = "")
    {
        await Page.ClickAsync($"[data-act={act}]" + (n.Length > 0 ? $"[data-n='{n}']" : ""));
    }

    /// <summary>Waits for one of these screens.</summary>
    public async Task OnAsync(params string[] screens)
    {
        await OnAsync(Page, screens);
    }

    /// <summary>The same in any tab.</summary>
    public static async Task OnAsync(IPage page, params string[] screens)
    {
        try
        {
            await page.WaitForSelectorAsync(string.Join(',', screens.Select(s => $"main[data-screen={s}]:not([aria-busy])")));
        }
        catch (TimeoutException)
        {
            Assert.Fail($"{string.Join(" or ", screens)} did not come; there is {await page.GetAttributeAsync("main", "data-screen")}: {await page.InnerTextAsync("body")}");
        }
    }

    /// <summary>Looks at a screen, which may have another name in the gallery.</summary>
    public async Task SeeAsync(string screen, string picture = "")
    {
        await OnAsync(screen);
        Assert.IsLessThanOrEqualTo(_view.Width, await Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), $"{_view.Name} {screen}: wider than the window");
        Assert.AreEqual("", await Page.EvaluateAsync<string>(TooSmall), $"{_view.Name} {screen}: too small to hit");
        await DrawAsync(picture.Length > 0 ? picture : screen);

        AxeResult axe = await Page.RunAxe();
        Assert.IsEmpty(axe.Violations, $"{_view.Name} {screen}: {string.Join('\n', axe.Violations.Select(v => v.Id + " " + string.Join(' ', v.Nodes.Select(n => n.Html))))}");
    }

    /// <summary>Draws what is seen now.</summary>
    public Task DrawAsync(string picture)
    {
        return Gallery.DrawAsync(Page, picture, _view);
    }

    /// <summary>No script has failed on the way.</summary>
    public void CheckSaid()
    {
        Assert.IsEmpty(_said, $"{_view.Name}: {string.Join('\n', _said)}");
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        _device.Dispose();
    }
}
