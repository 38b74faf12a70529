using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using System.Threading.Tasks;

using Microsoft.Playwright;

using ToyGuard.Core.Times;

namespace ToyGuard.Browser.Tests;

/// <summary>
/// Goal: the rule that the page finds for the phone's time zone is right to the half hour, where a zone has one, and is none where it has not.
/// Method: a real Chromium that is put into one zone after another; its own clock, which knows the IANA data, beside what the device's reader makes of the rule.
/// </summary>
[TestClass]
public sealed class ZoneTests
{
    // 2026-01-01 to 2029-01-01, and a day between.
    private const long FromSeconds = 1767225600;
    private const long ToSeconds = 1861920000;
    private const long NowMs = 1795305600000;
    private const int StepSeconds = 1800;

    private static readonly string[] s_zones =
    [
        "Europe/London", "Europe/Dublin", "Europe/Lisbon", "Europe/Berlin", "Europe/Madrid", "Europe/Athens", "Europe/Chisinau", "Europe/Istanbul", "Europe/Moscow", "Atlantic/Azores",
        "Atlantic/Reykjavik", "America/Nuuk", "America/St_Johns", "America/Halifax", "America/New_York", "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles", "America/Anchorage",
        "Pacific/Honolulu", "America/Havana", "America/Mexico_City", "America/Bogota", "America/Sao_Paulo", "America/Santiago", "Pacific/Easter", "Africa/Cairo", "Africa/Lagos", "Africa/Nairobi",
        "Asia/Jerusalem", "Asia/Beirut", "Asia/Riyadh", "Asia/Tehran", "Asia/Kolkata", "Asia/Kathmandu", "Asia/Shanghai", "Asia/Tokyo", "Australia/Adelaide", "Australia/Lord_Howe", "Pacific/Auckland",
        "Pacific/Chatham",
    ];

    [TestMethod]
    public async Task Rule_OfFortyZones_IsTheBrowsersOwnClock()
    {
        await using Chromium chromium = await Chromium.StartAsync();
        await using IBrowserContext context = await chromium.Browser.NewContextAsync();
        IPage page = await context.NewPageAsync();
        ICDPSession session = await context.NewCDPSessionAsync(page);
        await page.EvaluateAsync(Script("zoneRule"));
        List<string> faults = [];

        foreach (string zone in s_zones)
        {
            await session.SendAsync("Emulation.setTimezoneOverride", new() { ["timezoneId"] = zone });
            string text = await page.EvaluateAsync<string>("now => zoneRule(now)", NowMs);
            Console.WriteLine($"{zone}: {text}");

            if (ZoneRule.Read(text) is not ZoneRule rule)
            {
                faults.Add($"{zone}: {text} is no rule");
            }
            else if (await FirstWrongAsync(page, rule) is string wrong)
            {
                faults.Add($"{zone}: {text} is wrong {wrong}");
            }
        }

        Assert.IsGreaterThanOrEqualTo(40, s_zones.Length);
        Assert.IsEmpty(faults, string.Join('\n', faults));
    }

    [TestMethod]
    [DataRow("Africa/Casablanca")]
    [DataRow("Africa/El_Aaiun")]
    public async Task Rule_WhereTheMoonDecides_IsNone(string zone)
    {
        await using Chromium chromium = await Chromium.StartAsync();
        await using IBrowserContext context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions { TimezoneId = zone });
        IPage page = await context.NewPageAsync();
        await page.EvaluateAsync(Script("zoneRule"));
        Assert.AreEqual("", await page.EvaluateAsync<string>("now => zoneRule(now)", NowMs));
    }

    // What the browser's clock says, as it changes: [seconds, minutes ahead] each.
    private static async Task<string?> FirstWrongAsync(IPage page, ZoneRule rule)
    {
        JsonElement told = await page.EvaluateAsync<JsonElement>(
            "([from, to, step]) => { const told = []; for (let at = from; at < to; at += step) { const ahead = -new Date(1000 * at).getTimezoneOffset();"
            + " if (!told.length || told[told.length - 1][1] !== ahead) told.push([at, ahead]); } return told; }",
            new[] { FromSeconds, ToSeconds, StepSeconds });
        int next = 0;
        int ahead = 0;

        for (long at = FromSeconds; at < ToSeconds; at += StepSeconds)
        {
            if (next < told.GetArrayLength() && told[next][0].GetInt64() == at)
            {
                ahead = told[next++][1].GetInt32();
            }

            if (rule.OffsetAt(at) != 60 * ahead)
            {
                return $"at {DateTimeOffset.FromUnixTimeSeconds(at):u}: {rule.OffsetAt(at) / 60}, not {ahead} minutes ahead";
            }
        }

        return null;
    }

    // The module as it is written, with what it exports in everybody's reach.
    private static string Script(string name)
    {
        string text = File.ReadAllText(Path.Combine(Tree.Root, "firmware", "Page", "www", "zone.js"));
        return "() => {" + text.Replace("export ", "", StringComparison.Ordinal) + "window." + name + " = " + name + ";}";
    }
}
