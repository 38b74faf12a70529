using Microsoft.Playwright;

namespace ToyGuard.Browser.Tests;

/// <summary>Who looks at the page, and on what.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Width">Of the window, in CSS pixels.</param>
/// <param name="Height">Of the window, in CSS pixels.</param>
/// <param name="Look">Light or dark.</param>
/// <param name="Language">The browser's.</param>
/// <param name="Pictures">The looks that it is drawn in, each with the name that ends a picture's.</param>
internal sealed record View(string Name, int Width, int Height, ColorScheme Look, string Language, params (string Name, ColorScheme Look)[] Pictures)
{
    /// <summary>All of them, as the gallery shows them: a phone, one whose reader reads from right to left, and a desk.</summary>
    public static readonly View[] All =
    [
        new("phone", 360, 740, ColorScheme.Light, "en", ("phone-light", ColorScheme.Light), ("phone-dark", ColorScheme.Dark)),
        new("arabic", 360, 740, ColorScheme.Dark, "ar", ("phone-arabic", ColorScheme.Light)),
        new("desk", 1280, 800, ColorScheme.Dark, "en", ("desk-light", ColorScheme.Light), ("desk-dark", ColorScheme.Dark)),
    ];
}
