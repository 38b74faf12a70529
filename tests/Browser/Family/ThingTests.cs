using System;
using System.Diagnostics;
using System.Net;
using System.Threading.Tasks;

using ToyGuard.Emulator.Tests.Running;

namespace ToyGuard.Browser.Tests.Family;

/// <summary>
/// Goal: a parent sees that an unknown thing is on the hub's Wi-Fi, says which toy it is, and only then does it reach anything.
/// Method: the real program, a real Chromium, and a stranger that asks for an address byte by byte.
/// </summary>
[TestClass]
public sealed class ThingTests
{
    private const string Station = "02:00:5e:00:53:07";
    private const string Link = "https://toys.example/<img/src=x/onerror=alert(1)>";
    private const string Place = "stories.toys.example";

    [TestMethod]
    [Req("EGR-10"), Req("EGR-06")]
    public async Task Stranger_IsSeen_BecomesAToyWithoutAList_AndIsIntroduced()
    {
        using TestFolder folder = new();
        using BenchDevice device = BenchDevice.Start(Scene.Air, folder.Path, "hub", "free", station: Station);
        device.PhonesAtHome();
        await using Phone phone = await Phone.TakeAsync(await Scene.BrowserAsync());
        await Scene.ClaimAsync(device, phone);
        IPAddress stranger = BenchDevice.Lease(7, "Story-Bear", Link);
        await GoToIntroAsync(phone);
        await phone.Page.WaitForSelectorAsync("[data-act=thing]");
        string seen = await phone.Page.InnerTextAsync("main");
        StringAssert.Contains(seen, Station);
        StringAssert.Contains(seen, "Story-Bear");
        StringAssert.Contains(seen, Link, "as it says, and nothing else");
        Assert.AreEqual(0, await phone.Page.Locator("main a, main img").CountAsync());
        await phone.CheckLooksAsync();
        Assert.IsFalse(device.IsOpen(stranger, Place), "nobody's");

        await phone.TapAsync("thing");
        await phone.OnAsync("thing");
        await phone.CheckLooksAsync();
        await phone.ChooseAsync("which", "0");
        await phone.TapAsync("join");
        StringAssert.Contains(await phone.FaultAsync("toy-name"), "name");
        await phone.TypeAsync("toy-name", "Robot");
        await phone.TapAsync("join");
        await phone.UnlockAsync();
        await phone.OnAsync("sure");
        StringAssert.Contains(await phone.Page.InnerTextAsync("main"), "Robot");
        await phone.TapAsync("yes");
        await phone.SaysAsync("now.");
        Assert.IsFalse(device.IsOpen(stranger, Place), "a toy, and nothing is open");

        await phone.OnAsync("intro");
        await phone.Page.WaitForSelectorAsync("[data-act=introduce][data-n='3']");
        await phone.TapAsync("introduce", 3);
        await phone.TapAsync("yes");
        await phone.OnAsync("intro");
        await phone.SeesAsync("Robot");
        await UntilAsync(() => device.IsOpen(stranger, Place), "its half hour");
        await phone.TapAsync("stop");
        await phone.OnAsync("intro");
        Assert.IsEmpty(phone.Said, string.Join('\n', phone.Said));
    }

    [TestMethod]
    [Req("EGR-10")]
    public async Task Stranger_BecomesAToyOfACarriedList_AndIsParted()
    {
        using TestFolder folder = new();
        using BenchDevice device = BenchDevice.Start(Scene.Air, folder.Path, "hub", "free", station: Station);
        device.PhonesAtHome();
        await using Phone phone = await Phone.TakeAsync(await Scene.BrowserAsync());
        await Scene.ClaimAsync(device, phone);
        IPAddress stranger = BenchDevice.Lease(7, "Thing", "https://toys.example/");
        await GoToIntroAsync(phone);
        await phone.Page.WaitForSelectorAsync("[data-act=thing]");
        await phone.TapAsync("thing");
        await phone.OnAsync("thing");
        await phone.ChooseAsync("which", "1");
        await phone.TapAsync("join");
        await phone.UnlockAsync();
        await phone.TapAsync("yes");
        await phone.SaysAsync("now.");
        await UntilAsync(() => device.IsOpen(stranger, Place), "its maker's own place, at once");

        await phone.OnAsync("intro");
        await phone.Page.WaitForSelectorAsync("[data-act=part]");
        await phone.TapAsync("part");
        await phone.Page.WaitForSelectorAsync("[data-act=thing]");
        await UntilAsync(() => !device.IsOpen(stranger, Place), "nobody's again");
        Assert.IsEmpty(phone.Said, string.Join('\n', phone.Said));
    }

    private static async Task UntilAsync(Func<bool> condition, string what)
    {
        for (Stopwatch watch = Stopwatch.StartNew(); !condition(); await Task.Delay(100))
        {
            Assert.IsLessThan(20000, watch.ElapsedMilliseconds, what);
        }
    }

    private static async Task GoToIntroAsync(Phone phone)
    {
        await phone.TapAsync("family");
        await phone.OnAsync("family");
        await phone.TapAsync("intro");
        await phone.OnAsync("intro");
    }
}
