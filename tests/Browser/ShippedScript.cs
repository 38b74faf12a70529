using System;
using System.IO;
using System.IO.Compression;
using System.Threading.Tasks;

using Microsoft.Playwright;

using ToyGuard.Assets;

namespace ToyGuard.Browser.Tests;

/// <summary>The second part of the page as it ships, with one statement more in front of its last, so that a test reaches what is inside.</summary>
/// <remarks>Only under a context that passes the content policy over: the hash is another one then.</remarks>
internal static class ShippedScript
{
    private const string Last = "detail.give(";

    public static async Task AddAsync(IBrowserContext context, string statement)
    {
        await context.RouteAsync("**/more", async route =>
        {
            string language = (await route.Request.HeaderValueAsync("accept-language"))!;
            string page = Unpacked(language.StartsWith("ar", StringComparison.Ordinal) ? 1 : 0);
            Assert.AreEqual(2, page.Split(Last).Length, "one place to reach in");
            await route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html; charset=utf-8", Body = page.Replace(Last, statement + "\n" + Last, StringComparison.Ordinal) });
        });
    }

    private static string Unpacked(int language)
    {
        byte[] packed = new byte[PageAssets.LengthOf(PackedPart.More, language)];
        PageAssets.Read(PackedPart.More, language, 0, packed, 0, packed.Length);
        using StreamReader reader = new(new GZipStream(new MemoryStream(packed), CompressionMode.Decompress));
        return reader.ReadToEnd();
    }
}
