using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;

using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

using Microsoft.Playwright;

namespace ToyGuard.Browser.Tests;

/// <summary>
/// Goal: each screen of the page is whole, readable and usable for readers of any kind, on a phone and a desk, light and dark, from left to right and from right to left.
/// Method: a real Chromium and axe inside it; the device's side is staged, so that every screen can be had without waiting.
/// </summary>
/// <remarks>To draw the pictures of firmware/docs anew: TOYGUARD_DRAW=1 dotnet test tests/Browser --filter ScreenTests</remarks>
[TestClass]
public sealed class ScreenTests
{
    private const string Networks = "\"networks\":[{\"ssid\":\"Home\",\"bars\":3,\"kind\":\"wpa2\"},{\"ssid\":\"Hotel\",\"bars\":2,\"kind\":\"open\"},{\"ssid\":\"Neighbours on the second floor\",\"bars\":1,\"kind\":\"wpa2\"}]";

    // What the device would answer in a session, and who is known; what is asked for over the network is taken away.
    private const string Facts = """
        window.staged={known:false,locked:true,
        look:{ok:true,name:'Story Bear',mode:'toy',paired:true,clock:true,zone:true,pausedAll:false,until:'',toys:[{n:1,name:'Story Bear',paused:false,until:'',minutesLeft:12,reason:1,asleepAt:'19:04',bonusRoom:12,tickets:1,together:0},{n:2,name:'Robot',paused:true,until:'19:40',minutesLeft:-1,reason:13,asleepAt:'',bonusRoom:0,tickets:0,together:0}],checks:{fine:8,fix:2},forgot:0,requests:2,notices:1,role:1,full:false},
        phones:{ok:true,phones:[{n:1,role:1,label:'iPhone',self:true,full:false,expires:0,waiting:false},{n:2,role:2,label:'Android',self:false,full:false,expires:1795000000,waiting:true}],notices:[{n:1,kind:1,who:2,toy:0,at:1795000000},{n:2,kind:11,who:2,toy:2,at:1795000400}]},
        entries:{ok:true,entries:[{n:1,role:1,label:'iPhone',phoneSalt:'00',deviceSalt:'00',rounds:1,wait:0},{n:2,role:2,label:'Android',phoneSalt:'00',deviceSalt:'00',rounds:1,wait:0}]},
        requests:{ok:true,requests:[{n:1,toy:1,kind:'more',what:0,at:'18:52',state:'waiting',minutes:0},{n:2,toy:1,kind:'open',what:3,at:'18:53',state:'waiting',minutes:0},{n:3,toy:1,kind:'more',what:0,at:'08:00',state:'no',minutes:0}]},
        rules:{ok:true,toy:1,name:'Story Bear',child:1,shared:true,paused:false,until:'',days:[30,30,30,30,30,30,30],quiet:[0,1,2,3,4,5,6].map((d)=>[1440*d+1170,d>3&&d<6?660:690]),tickets:1,left:12,bonus:0,bonusRoom:12,together:0,zone:'',endpoints:[
            {n:1,host:'stories.toys.example',port:443,scheme:'https',owner:'Example Toys',party:'maker',purpose:'stories',data:['chosen-story','device-id'],state:'open',until:'',tries:0,bytes:183420,last:'17:40'},
            {n:2,host:'*.voices.toys.example',port:443,scheme:'https',owner:'Example Toys',party:'maker',purpose:'voice-answers',data:['voice'],state:'closed',until:'',tries:0,bytes:0,last:''},
            {n:3,host:'usage.metrics.example',port:443,scheme:'https',owner:'Metrics Ltd',party:'other',purpose:'analytics',data:['usage'],state:'waiting',until:'',tries:7,bytes:0,last:'18:31'}],more:0,
            sensors:[{n:1,kind:'microphone',purpose:'talk',on:true,until:'2027-03-22'},{n:2,kind:'camera',purpose:'photos',on:false,until:''}]},
        pin:{ok:true,deviceSalt:'00',role:1},keep:{ok:true,ownerCode:'Z2BE-04G4-HM9W-X41J-4'},ticket:{ok:true,code:'ZP5MRGXY1D7529GG6'},
        check:{ok:true,items:['spare','pins','wifi','clock','settings','records','plain','support'].map((id)=>({id,ok:true,fix:''})).concat([{id:'ends',ok:false,fix:'give-an-end'},{id:'notices',ok:false,fix:'read-notices'}])},
        history:{ok:true,items:[{n:9,kind:'rule-changed',op:23,looser:true,toy:2,who:2,by:0,at:1795000400},{n:8,kind:'phone-joined',op:0,looser:false,toy:0,who:2,by:0,at:1795000000},{n:5,kind:'rule-changed',op:2,looser:false,toy:1,who:1,by:0,at:1794990000}],more:5,damaged:false},
        stored:{ok:true,rows:[{id:'paired',place:2,export:true},{id:'quiet-hours',place:2,export:true},{id:'pins',place:2,export:false},{id:'activity',place:1,export:true},{id:'sent-time',place:3,export:false}],more:0},
        deletes:{ok:true,deletes:[{n:1,host:'usage.metrics.example',cause:'withdrew',state:'waiting',tries:2,at:'2026-11-20'},{n:2,host:'stories.toys.example',cause:'erased',state:'confirmed',tries:1,at:'2026-11-18'}],more:0},
        children:{ok:true,children:[{n:1,animal:1,colour:5,band:'under9',days:[30,30,30,30,30,60,60],left:18},{n:2,animal:5,colour:2,band:'9to12',days:[45,45,45,45,45,45,45],left:-1}]},
        tries:{ok:true,toy:0,left:0,tries:[],more:0,can:[2]},
        'my-toy':{ok:true,rules:true,toys:[{n:1,asked:'more',answer:'no',minutes:0,name:'Story Bear',reason:1,left:18,asleepAt:'19:30',places:1,senses:1},{n:2,asked:'',answer:'',minutes:0,name:'Robot',reason:13,left:-1,asleepAt:'',places:0,senses:0}],more:0},
        resume:{ok:true,confirm:'00',press:false},invite:{ok:true,confirm:'00',press:true},confirm:{ok:false,why:'press'},networks:{ok:true,networks:[{ssid:'Home',bars:3,kind:'wpa2'}]}};
        """;

    private static readonly (string, string)[] s_stage =
    {
        ("home", "record=()=>staged.known?{}:null"),
        ("claim", "pairing=async()=>({about:{phone:new Uint8Array(8),device:new Uint8Array(8),deviceNonce:new Uint8Array(16)},phoneKey:()=>new Uint8Array(32),ask:async(q)=>staged[q.op]||{ok:true}})"),
        ("inside", "enter=async()=>({status:0});isUnlocked=()=>!staged.locked;ask=async(q)=>q.op==='resume'&&staged.locked?{ok:false,why:'pin'}:staged[q.op]||{ok:true};addEventListener('hub',()=>(app.state.mode='hub'))"),
    };

    private const string Introducing = """
        staged.tries={ok:true,toy:2,left:1312,more:0,can:[2],tries:[{n:1,name:'eu.voice.robot.example',lookups:3,hellos:2,port:443,closed:false},
        {n:2,name:'telemetry-collector.analytics.example',lookups:9,hellos:6,port:443,closed:false},{n:3,name:'ads.example',lookups:2,hellos:0,port:0,closed:true}]}
        """;

    [TestMethod]
    [Req("WEB-03")]
    public async Task Screens_OnAPhone_AreWholeAndForEverybody()
    {
        await using Chromium chromium = await Chromium.StartAsync();
        await WalkAsync(chromium, new View(360, 740, ColorScheme.Light, "en", true));
        await WalkAsync(chromium, new View(360, 740, ColorScheme.Dark, "ar", true));
    }

    [TestMethod]
    public async Task Screens_OnADesk_AreWhole()
    {
        await using Chromium chromium = await Chromium.StartAsync();
        await WalkAsync(chromium, new View(1280, 800, ColorScheme.Dark, "en", false));

        if (Tree.IsDrawing)
        {
            await WalkAsync(chromium, new View(360, 740, ColorScheme.Dark, "en", false));
            await WalkAsync(chromium, new View(360, 740, ColorScheme.Light, "ar", false));
        }
    }

    [TestMethod]
    [Req("WEB-03")]
    public async Task FirstLoad_SetUp_IsThePageAndItsStateAndNothingElse()
    {
        await using Chromium chromium = await Chromium.StartAsync();
        StagedDoor door = new() { Says = SetUp("press") };
        using Device device = new(door: door, isHomeSide: false);
        await using IBrowserContext context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions { Locale = "en" });
        IPage page = await context.NewPageAsync();
        List<string> asked = new();
        List<string> said = new();
        page.Request += (_, request) => asked.Add(new Uri(request.Url).PathAndQuery);
        page.Console += (_, message) => said.Add(message.Text);
        page.PageError += (_, error) => said.Add(error);

        await page.GotoAsync(device.Url + "#c=Z2BE04G4HM9WX41J4");
        await On(page, "press", "hello");
        CollectionAssert.AreEqual(new[] { "/", "/state" }, asked.Distinct().ToArray(), string.Join(' ', asked));
        Assert.IsEmpty(said, string.Join('\n', said));
        Assert.DoesNotContain("#", page.Url, "the code has left the address");
    }

    [TestMethod]
    public async Task ScriptsOff_SaysSoAndHelpWorks()
    {
        await using Chromium chromium = await Chromium.StartAsync();
        using Device device = new(door: new StagedDoor { Says = SetUp("press") });
        await using IBrowserContext context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = false, Locale = "en" });
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(device.Url);
        StringAssert.Contains(await page.InnerTextAsync("body"), "needs its script");
        await page.ClickAsync("a[href='/help']");
        StringAssert.Contains(await page.InnerTextAsync("article"), "local emergency number");
    }

    [TestMethod]
    [Req("PCTL-08")]
    public async Task Kids_AnybodysPhone_AsksAndTellsNoRulesUntilAPress()
    {
        await using Chromium chromium = await Chromium.StartAsync();
        StagedDoor door = new() { Says = Home(true, false), TellsAChild = "{\"left\":0,\"rules\":false,\"toys\":[{\"n\":1,\"asked\":\"\",\"answer\":\"\",\"minutes\":0}],\"more\":0}" };
        using Device device = new(door: door);
        await using IBrowserContext context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions { Locale = "en", ViewportSize = new ViewportSize { Width = 360, Height = 740 } });
        IPage page = await context.NewPageAsync();
        List<string> said = new();
        page.Console += (_, message) => said.Add(message.Text);
        page.PageError += (_, error) => said.Add(error);
        await page.GotoAsync(device.Url + "#kids");
        await On(page, "kids");
        StringAssert.Contains(await page.InnerTextAsync("main"), "Press the small button");
        await page.ClickAsync("[data-act=kids-more]");
        await page.Locator("#strip", new PageLocatorOptions { HasText = "I asked" }).WaitForAsync();
        Assert.AreEqual("{\"op\":\"more\",\"toy\":1}", door.Asked);
        await page.ClickAsync("[data-act=kids-change]");
        await page.ClickAsync("[data-act=kids-rule][data-n='3']");
        await page.WaitForSelectorAsync("[data-act=kids-more]");
        door.TellsAChild = "{\"left\":500,\"rules\":true,\"toys\":[{\"n\":1,\"asked\":\"more\",\"answer\":\"no\",\"minutes\":0,\"reason\":1,\"left\":18,\"asleepAt\":\"19:30\",\"places\":1,\"senses\":0}],\"more\":0}";
        await page.Locator("main", new PageLocatorOptions { HasText = "I will be here tomorrow" }).WaitForAsync();
        StringAssert.Contains(await page.InnerTextAsync("main"), "19:30");
        Assert.AreEqual("{\"op\":\"change\",\"toy\":1,\"what\":3}", door.Asked);
        await page.ReloadAsync();
        await On(page, "kids");
        await page.ClickAsync("[data-act=kids-back]");
        await On(page, "code", "press");
        Assert.IsEmpty(said, string.Join('\n', said));
    }

    private static async Task WalkAsync(Chromium chromium, View view)
    {
        StagedDoor door = new() { Says = SetUp("press") };
        using Device device = new(door: door, isHomeSide: false);
        await using IBrowserContext context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = view.Width, Height = view.Height },
            DeviceScaleFactor = Tree.IsDrawing ? 2 : 1,
            ColorScheme = view.Look,
            Locale = view.Language,
            ReducedMotion = ReducedMotion.Reduce,
            BypassCSP = true,
        });
        await context.AddInitScriptAsync(Facts);
        await ShippedScript.AddAsync(context, s_stage);
        IPage page = await context.NewPageAsync();
        List<string> said = new();
        page.PageError += (_, error) => said.Add(error);

        await page.GotoAsync(device.Url);
        await SeeAsync(page, view, "hello");
        await page.ClickAsync("[data-act=start]");
        await SeeAsync(page, view, "press");
        door.Says = SetUp("choose", "," + Networks);
        await On(page, "wifi");
        await page.ClickAsync("[data-act=network][value=Home]");
        await page.FillAsync("[data-act=key]", "correct horse");
        await SeeAsync(page, view, "wifi");
        door.Says = SetUp("trying", ",\"ssid\":\"Home\"");
        await SeeAsync(page, view, "trying");
        door.Says = SetUp("joined", ",\"ssid\":\"Home\"");
        await SeeAsync(page, view, "joined");

        door.Says = Home(false, false);
        await SeeAsync(page, view, "code");
        await page.FillAsync("[data-act=code]", "Z2BE-04G4-HM9W-X41J-5");
        await page.ClickAsync("[data-act=use-code]");
        Assert.AreNotEqual("", await page.InnerTextAsync("#code-fault"));
        await page.FillAsync("[data-act=code]", "z2be 04g4 hm9w x41j 4");
        await page.ClickAsync("[data-act=use-code]");
        await On(page, "press");
        door.Says = Home(false, true);
        await On(page, "pin");
        Assert.IsTrue(await page.EvaluateAsync<bool>("document.activeElement.tagName === 'H1'"), "a new screen begins at its heading");
        await SeeAsync(page, view, "pin");
        await page.FillAsync("[data-act=pin]", "739154");
        door.Says = Home(true, false);
        await page.ClickAsync("[data-act=save-pin]");
        await SeeAsync(page, view, "keep");
        await page.EvaluateAsync("staged.known = true");
        await page.ClickAsync("[data-act=how]");
        await SeeAsync(page, view, "how");
        StringAssert.EndsWith(page.Url, "#m=ZP5MRGXY1D7529GG6");
        await page.ClickAsync("[data-act=done]");
        await SeeAsync(page, view, "today");
        await page.ClickAsync("[data-act=pause-for][data-n='1']");
        await SeeAsync(page, view, "pausing");
        await page.ClickAsync("[data-act=back]");
        await page.ClickAsync("[data-act=look]");
        await SeeAsync(page, view, "place");
        await page.ClickAsync("[data-act=back]");
        await page.ClickAsync("[data-act=resume]");
        await SeeAsync(page, view, "unlock");
        await page.EvaluateAsync("staged.locked = false");
        await page.ClickAsync("[data-act=back]");
        await page.ClickAsync("[data-act=resume]");
        await SeeAsync(page, view, "sure");
        await page.ClickAsync("[data-act=back]");
        await RulesAsync(page, view);
        await page.ClickAsync("[data-act=family]");
        await SeeAsync(page, view, "family");
        await page.ClickAsync("[data-act=invite]");
        await SeeAsync(page, view, "invite");
        await page.ClickAsync("[data-act=back]");
        await page.ClickAsync("[data-act=help]");
        await On(page, "help");
        await page.WaitForSelectorAsync("article");
        await SeeAsync(page, view, "help");
        await page.ClickAsync("[data-act=help-back]");
        await page.ClickAsync("[data-act=today]");
        await On(page, "today");
        await LookAfterAsync(page, view);

        string other = view.Language == "ar" ? "en" : "ar";
        await page.SelectOptionAsync("[data-act=language]", other);
        await page.WaitForSelectorAsync($"html[lang={other}][dir={(other == "ar" ? "rtl" : "ltr")}]");
        await On(page, "today");

        await page.EvaluateAsync("staged.look.toys[1].name = '<b>Robot</b>'");
        await page.ClickAsync("[data-act=pause][data-n='1']");
        await page.WaitForFunctionAsync("document.querySelector('main').textContent.includes('<b>Robot</b>')");
        Assert.AreEqual(0, await page.Locator(".toy b").CountAsync(), "a toy's name is text, whatever is in it");

        Assert.IsEmpty(said, $"{view}: {string.Join('\n', said)}");
    }

    // What a family looks at now and then, and the child's page.
    private static async Task LookAfterAsync(IPage page, View view)
    {
        await page.ClickAsync("[data-act=checks]");
        await SeeAsync(page, view, "check");
        await page.ClickAsync("[data-act=fix][data-n=notices]");
        await On(page, "family");
        Assert.DoesNotContain("2", await page.InnerTextAsync("[data-act=seen][data-n='2'] >> xpath=.. >> p"), "notices name who and which toy");
        await page.ClickAsync("[data-act=children]");
        await SeeAsync(page, view, "children");
        await page.ClickAsync("[data-act=child-edit][data-n='2']");
        await SeeAsync(page, view, "child");
        await page.ClickAsync("[data-act=back]");
        await page.ClickAsync("[data-act=back]");
        await page.ClickAsync("[data-act=history]");
        await SeeAsync(page, view, "history");
        await page.ClickAsync("[data-act=back]");
        await page.ClickAsync("[data-act=stored]");
        await On(page, "stored");
        await page.ClickAsync("summary >> nth=0");
        await SeeAsync(page, view, "stored");
        await page.SetInputFilesAsync("[data-act=file]", new FilePayload { Name = "copy.json", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes("[{\"page\":\"home\"}]") });
        await SeeAsync(page, view, "bring");
        await page.ClickAsync("[data-act=back]");
        await On(page, "stored");
        await page.ClickAsync("[data-act=today]");
        await On(page, "today");
        await page.EvaluateAsync("dispatchEvent(new Event('hub'))");
        await page.ClickAsync("[data-act=family]");
        await page.ClickAsync("[data-act=intro]");
        await SeeAsync(page, view, "intro");
        await page.EvaluateAsync(Introducing);
        await page.CheckAsync("[data-act=pick][data-n='1']");
        await SeeAsync(page, view, "intro", "introducing");
        await page.ClickAsync("[data-act=today]");
        await On(page, "today");
        await page.ClickAsync("[data-act=kids]");
        await SeeAsync(page, view, "kids");
        await page.ClickAsync("[data-act=kids-change][data-n='1']");
        await SeeAsync(page, view, "kids", "kids-rules");
        await page.ClickAsync("[data-act=kids-back]");
        await On(page, "today");
    }

    // Rules with its three sections, and its forms.
    private static async Task RulesAsync(IPage page, View view)
    {
        await page.ClickAsync("[data-act=rules]");
        await SeeAsync(page, view, "rules");

        foreach ((string part, int heading) in new[] { ("places", 0), ("senses", 1) })
        {
            await page.EvaluateAsync("n => document.querySelectorAll('main > h2')[n].scrollIntoView()", heading);
            await DrawAsync(page, view, "rules-" + part);
        }

        await page.ClickAsync("[data-act=bedtime]");
        await page.ClickAsync("[data-act=mode][value=each]");
        await SeeAsync(page, view, "bedtime");
        await page.ClickAsync("[data-act=mode][value=school]");
        await SeeAsync(page, view, "bedtime");
        await page.ClickAsync("[data-act=back]");
        await page.ClickAsync("[data-act=minutes]");
        await SeeAsync(page, view, "minutes");
        await page.ClickAsync("[data-act=back]");
        await page.ClickAsync("[data-act=agree]");
        await SeeAsync(page, view, "sense");
        await page.ClickAsync("[data-act=back]");
        await On(page, "rules");
    }

    private static async Task SeeAsync(IPage page, View view, string screen, string picture = "")
    {
        await On(page, screen);
        Assert.IsLessThanOrEqualTo(view.Width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), $"{view} {screen}: wider than the window");
        Assert.AreEqual("", await page.EvaluateAsync<string>(
            "Array.from(document.querySelectorAll('button,select,.row,.check,.field > input,summary')).filter((e) => e.offsetParent && e.getBoundingClientRect().height < 44).map((e) => e.outerHTML).join()"), $"{view} {screen}: too small to hit");
        await DrawAsync(page, view, picture.Length > 0 ? picture : screen);

        if (view.IsRead)
        {
            AxeResult axe = await page.RunAxe();
            Assert.IsEmpty(axe.Violations, $"{view} {screen}: {string.Join('\n', axe.Violations.Select(v => v.Id + " " + string.Join(' ', v.Nodes.Select(n => n.Html))))}");
        }
    }

    private static async Task DrawAsync(IPage page, View view, string screen)
    {
        if (!Tree.IsDrawing)
        {
            return;
        }

        string all = Path.Combine(Tree.Root, ".artifacts", "pictures");
        Directory.CreateDirectory(all);
        string file = Path.Combine(all, $"{screen}-{view.Width}-{view.Look}-{view.Language}.png");
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = file });

        // Those that the documents show.
        string? name = (view, screen) switch
        {
            ({ Width: 360, Look: ColorScheme.Light, Language: "en" }, "hello" or "press" or "wifi" or "pin" or "keep" or "today" or "family" or "check" or "children" or "history" or "stored" or "introducing" or "kids" or "rules" or "rules-places" or "rules-senses" or "bedtime" or "place") => screen,
            ({ Width: 360, Look: ColorScheme.Dark, Language: "ar" }, "wifi" or "today" or "kids" or "rules") => screen + "-dark-ar",
            ({ Width: 1280 }, "today" or "rules") => screen + "-desk-dark",
            _ => null,
        };

        if (name is not null)
        {
            File.Copy(file, Path.Combine(Tree.Root, "firmware", "docs", "pictures", name + ".png"), true);
        }
    }

    private static async Task On(IPage page, params string[] screens)
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

    private static string SetUp(string step, string more = "")
    {
        return "\"side\":\"setup\",\"paired\":false,\"claim\":{\"open\":false,\"left\":0},\"setup\":{\"open\":true,\"left\":500,\"step\":\"" + step + "\",\"fault\":\"\"" + more + "}";
    }

    private static string Home(bool isPaired, bool isOpen)
    {
        return "\"side\":\"home\",\"paired\":" + (isPaired ? "true" : "false") + ",\"claim\":{\"open\":" + (isOpen ? "true" : "false") + ",\"left\":100},\"setup\":{\"open\":false}";
    }

    private sealed record View(int Width, int Height, ColorScheme Look, string Language, bool IsRead);
}
