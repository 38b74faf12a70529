using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

using Microsoft.Playwright;

using ToyGuard.Emulator.Tests.Running;

namespace ToyGuard.Browser.Tests.Family;

/// <summary>
/// Goal: the virtual board's page is usable for testers of any kind, light and dark, wide and narrow. Method: the real program's board, and axe inside the browser.
/// </summary>
/// <remarks>To draw its picture anew: TOYGUARD_DRAW=1 dotnet test tests/Browser --filter BoardPageTests</remarks>
[TestClass]
public sealed class BoardPageTests
{
    [TestMethod]
    [DataRow(1280, ColorScheme.Light)]
    [DataRow(1280, ColorScheme.Dark)]
    [DataRow(360, ColorScheme.Light)]
    public async Task Board_EverySizeAndLook_IsForEverybody(int width, ColorScheme look)
    {
        using TestFolder folder = new();
        using BenchDevice device = BenchDevice.Start(Scene.Air, folder.Path, "toy", "free");
        device.PressForCode();
        await using Chromium chromium = await Chromium.StartAsync();
        await using IBrowserContext context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 740 },
            ColorScheme = look,
            ReducedMotion = ReducedMotion.Reduce,
        });
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(device.BoardUrl);
        await page.WaitForFunctionAsync("document.body.innerText.length > 200");
        Assert.IsLessThanOrEqualTo(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), "wider than the window");

        AxeResult axe = await page.RunAxe();
        Assert.IsEmpty(axe.Violations, string.Join('\n', axe.Violations.Select(v => v.Id + " " + string.Join(' ', v.Nodes.Select(n => n.Html)))));

        if (Tree.IsDrawing && width > 360 && look == ColorScheme.Light)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Tree.Root, "firmware", "docs", "pictures", "board.png") });
        }
    }
}
