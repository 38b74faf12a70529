using System.IO;
using System.Linq;
using System.Threading.Tasks;

using Microsoft.Playwright;

namespace ToyGuard.Browser.Tests;

/// <summary>The pictures of firmware/docs/pictures: each screen as each view has it, <c>today-phone-light.png</c>.</summary>
internal static class Gallery
{
    /// <summary>Every picture, in the order of the gallery.</summary>
    public static readonly string[] Screens =
    [
        "hello", "press", "wifi", "trying", "joined", "code", "pin", "keep", "how",
        "today", "pausing", "place", "unlock", "sure",
        "rules", "rules-places", "rules-senses", "bedtime", "minutes", "sense",
        "family", "invite", "invited", "join", "wifi-add", "pin-change", "children", "child", "stored", "bring", "history", "check", "intro", "thing", "introducing",
        "kids", "kids-rules", "help",
        "welcome", "who", "forgot", "forgot-wait", "again", "no-store", "out", "gone", "seek", "unreadable",
    ];

    /// <summary>Where they are.</summary>
    public static string Folder { get; } = Path.Combine(Tree.Root, "firmware", "docs", "pictures");

    /// <summary>The file of a picture.</summary>
    /// <param name="screen">One of <see cref="Screens"/>.</param>
    /// <param name="look">The name of one of a view's looks.</param>
    public static string FileOf(string screen, string look)
    {
        return $"{screen}-{look}.png";
    }

    /// <summary>Draws what a page shows now in each of a view's looks, when pictures are wanted.</summary>
    public static async Task DrawAsync(IPage page, string screen, View view)
    {
        Assert.IsTrue(Screens.Contains(screen), screen + " is not of the gallery");

        if (!Tree.IsDrawing)
        {
            return;
        }

        // Nothing is pointed at.
        await page.Mouse.MoveAsync(0, 0);

        foreach ((string name, ColorScheme look) in view.Pictures)
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = look, ReducedMotion = ReducedMotion.Reduce });
            byte[] picture = await page.ScreenshotAsync(new PageScreenshotOptions { Animations = ScreenshotAnimations.Disabled, Caret = ScreenshotCaret.Hide });
            await File.WriteAllBytesAsync(Path.Combine(Folder, FileOf(screen, name)), SmallPicture.Of(picture));
        }

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = view.Look, ReducedMotion = ReducedMotion.Reduce });
    }
}
