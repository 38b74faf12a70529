namespace ToyGuard.Kit.Play;

/// <summary>Every sign, as data that all builds share. Told apart by rhythm first and by colour second; nothing flashes more than twice a second.</summary>
/// <remarks>White belongs to sensors alone, red to the wipe. The words are the only ones a toy of ours says by itself: they ask for nothing, praise nothing and sell nothing (PCTL-04).</remarks>
public static class SignSheet
{
    /// <summary>The most flashes a second there may be, for eyes that cannot bear more (WCAG 2.3.1 allows three).</summary>
    public const int FlashesMax = 2;

    /// <summary>The shortest step of light, so that no more come to a second.</summary>
    public const int LightMsMin = 1000 / FlashesMax / 2;

    private const int White = 0xFFFFFF;
    private const int Honey = 0xF4A010;
    private const int Indigo = 0x3010A0;
    private const int Teal = 0x00A090;
    private const int Orange = 0xFF5000;
    private const int Green = 0x10C030;
    private const int Red = 0xFF0000;

    private const int Minute = 60 * 1000;

    /// <summary>The pattern of <paramref name="sign"/>; one without light, sound and words for none, and for a number that is no sign.</summary>
    public static SignPattern Of(Sign sign)
    {
        return sign switch
        {
            // The light only tells what the sensor's own circuit does: a player of signs leaves it alone.
            Sign.Listening => new SignPattern(
                sign,
                "I'm listening.",
                new int[] { White, 100, 100, 1000 },
                1000,
                new int[] { 660, 120, 50, 880, 180, 50 },
                0,
                0),
            Sign.ListeningOver => new SignPattern(
                sign,
                "I stopped listening.",
                new int[0],
                0,
                new int[] { 880, 120, 50, 660, 180, 50 },
                0,
                300),
            Sign.SetupOpen => new SignPattern(
                sign,
                "A grown-up is setting me up.",
                new int[] { Honey, 5, 60, 2000, Honey, 60, 5, 2000 },
                4000,
                new int[] { 1200, 60, 20 },
                4000,
                0),
            Sign.TenMinutes => new SignPattern(
                sign,
                "Ten more minutes.",
                new int[] { Honey, 60, 60, 400 },
                10000,
                new int[] { 784, 400, 50 },
                0,
                8 * Minute),
            Sign.TwoMinutes => new SignPattern(
                sign,
                "Two more. Let's find a good place to stop.",
                new int[] { Honey, 60, 60, 400, Honey, 0, 0, 600, Honey, 60, 60, 400 },
                10000,
                new int[] { 784, 400, 50, 0, 200, 0, 784, 400, 50 },
                0,
                4 * Minute),
            Sign.Asleep => new SignPattern(
                sign,
                "Good night. I sleep now.",
                new int[] { Indigo, 60, 0, 30000 },
                0,
                new int[] { 784, 1000, 40, 659, 1000, 40, 587, 1000, 35, 523, 1000, 30, 440, 1000, 25, 392, 1000, 20 },
                0,
                30000),
            Sign.Paused => new SignPattern(
                sign,
                "A grown-up pressed pause.",
                new int[] { Teal, 70, 70, 250, Teal, 0, 0, 250, Teal, 70, 70, 1000 },
                0,
                new int[] { 220, 300, 50, 0, 100, 0, 196, 300, 50 },
                0,
                1500),
            Sign.NotAllowed => new SignPattern(
                sign,
                "I can't do that one. Ask a grown-up.",
                new int[] { Orange, 70, 70, 2000 },
                0,
                new int[] { 196, 600, 50 },
                0,
                2000),
            Sign.Asked => new SignPattern(
                sign,
                "I asked.",
                new int[] { Teal, 70, 70, 250, Teal, 0, 0, 250, Teal, 70, 70, 250, Teal, 0, 0, 250, Teal, 70, 70, 250 },
                0,
                new int[] { 523, 150, 50, 784, 150, 50, 523, 200, 50 },
                0,
                1250),
            Sign.Yes => new SignPattern(
                sign,
                "A grown-up said yes.",
                new int[] { Green, 70, 70, 500, Green, 0, 0, 250, Green, 70, 70, 500 },
                0,
                new int[] { 523, 150, 50, 659, 150, 50, 784, 300, 50 },
                0,
                1250),
            Sign.No => new SignPattern(
                sign,
                "Not today; a grown-up decided. I will be here tomorrow.",
                new int[] { Orange, 70, 70, 1000, Orange, 0, 0, 500, Orange, 70, 70, 1000 },
                0,
                new int[] { 659, 200, 50, 587, 200, 50, 494, 400, 50 },
                0,
                2500),
            Sign.Unwell => new SignPattern(
                sign,
                "Something isn't right. Show a grown-up.",
                new int[] { Orange, 50, 50, 1000, Orange, 0, 0, 400, Orange, 50, 50, 400 },
                30000,
                new int[] { 147, 500, 40 },
                0,
                0),
            Sign.Wiping => new SignPattern(
                sign,
                "I'm about to forget everything.",
                new int[] { Red, 100, 100, 250, Red, 0, 0, 250 },
                500,
                new int[] { 880, 300, 60, 784, 300, 60, 698, 300, 60, 587, 300, 60, 494, 500, 60 },
                3000,
                0),
            _ => new SignPattern(Sign.None, "", new int[0], 0, new int[0], 0, 0),
        };
    }
}
