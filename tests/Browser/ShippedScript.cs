using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading.Tasks;

using Microsoft.Playwright;

using ToyGuard.Assets;
using ToyGuard.Assets.Packer;

namespace ToyGuard.Browser.Tests;

/// <summary>Parts of the page as they ship, each with one statement more in front of its last, so that a test reaches what is inside. The statement uses the names of the sources.</summary>
/// <remarks>Only under a context that passes the content policy over: the hash is another one then.</remarks>
internal static class ShippedScript
{
    private const string Last = "Object.assign(";

    private static readonly PageSet s_set = new(Repository.Path("firmware/Page/www"));

    /// <summary>Lets <paramref name="context"/> have parts with a statement more. A page that a test makes up itself may not ask a device on loopback, so only parts can be.</summary>
    public static async Task AddAsync(IBrowserContext context, params (string Part, string Statement)[] statements)
    {
        foreach ((string part, string statement) in statements)
        {
            int answer = PageAssets.FirstPart + Enumerable.Range(0, PageAssets.PartCount).Single(i => PageAssets.PartPathAt(i) == "/part/" + part);

            await context.RouteAsync("**/part/" + part, async route =>
            {
                string language = (await route.Request.HeaderValueAsync("accept-language"))!;
                string text = Encoding.UTF8.GetString(Packing.Unpack(answer, language.StartsWith("ar", StringComparison.Ordinal) ? 1 : 0));
                int at = text.LastIndexOf(Last, StringComparison.Ordinal);
                await route.FulfillAsync(new RouteFulfillOptions
                {
                    ContentType = "text/plain; charset=utf-8",
                    Body = text[..at] + s_set.Names.Shorten(statement) + ";" + text[at..],
                });
            });
        }
    }
}
