using ToyGuard.Kit.Play;

namespace ToyGuard.Emulator.InToy;

/// <summary>What signs are called, and what they look and sound like, for whoever reads instead of looking and listening.</summary>
internal static class SignWords
{
    /// <summary>One word, as log lines have it.</summary>
    public static string NameOf(Sign sign)
    {
        return sign switch
        {
            Sign.Listening => "listening",
            Sign.ListeningOver => "listening-over",
            Sign.SetupOpen => "setup-open",
            Sign.TenMinutes => "ten-minutes",
            Sign.TwoMinutes => "two-minutes",
            Sign.Asleep => "asleep",
            Sign.Paused => "paused",
            Sign.NotAllowed => "not-allowed",
            Sign.Asked => "asked",
            Sign.Yes => "yes",
            Sign.No => "no",
            Sign.Unwell => "unwell",
            Sign.Wiping => "wiping",
            _ => "none",
        };
    }

    /// <summary>Light and sound in a few words; empty for none.</summary>
    public static string LookOf(Sign sign)
    {
        return sign switch
        {
            Sign.Listening => "two notes up",
            Sign.ListeningOver => "two notes down",
            Sign.SetupOpen => "honey, breathing; a soft tick",
            Sign.TenMinutes => "honey, one blink every ten seconds; one chime",
            Sign.TwoMinutes => "honey, two blinks every ten seconds; two chimes",
            Sign.Asleep => "indigo, fading; a falling tune",
            Sign.Paused => "short, long, dark; two low notes",
            Sign.NotAllowed => "one long blink; one low note",
            Sign.Asked => "three quick blinks; up and down",
            Sign.Yes => "green, twice; rising",
            Sign.No => "two long blinks; falling",
            Sign.Unwell => "long, short, every half minute",
            Sign.Wiping => "red, twice a second; falling steps",
            _ => "",
        };
    }
}
