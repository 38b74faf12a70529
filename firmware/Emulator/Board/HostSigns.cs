using ToyGuard.Edge.Family.SetUp;
using ToyGuard.Kit.Play;

namespace ToyGuard.Emulator.Board;

/// <summary>How the device's own signs look and sound: those that parents see at set-up, on a hub as in a toy (experience.md 1 and 3).</summary>
/// <remarks>As in <see cref="SignSheet"/>: told apart by rhythm first, no more than two flashes a second, red for the wipe alone, white for nothing.</remarks>
internal static class HostSigns
{
    private const int Honey = 0xF4A010;
    private const int Green = 0x10C030;
    private const int Orange = 0xFF5000;
    private const int Teal = 0x00A090;

    private static readonly int[] s_silence = [];

    /// <summary>The pattern of <paramref name="sign"/>.</summary>
    public static SignPattern Of(HostSign sign)
    {
        return sign switch
        {
            HostSign.SetupOpen => Breath("A grown-up is setting me up."),
            HostSign.PressPlease => Breath("Press my button, please."),
            HostSign.ClaimOpen => Breath("A grown-up may make me theirs now."),
            HostSign.WifiAgainOpen => Breath("A grown-up is showing me another Wi-Fi."),
            HostSign.ForgotRunning => Breath("Somebody forgot a PIN. A grown-up can stop this."),
            HostSign.Trying => new SignPattern(Sign.None, "I am trying the Wi-Fi.", [Honey, 60, 60, 500, Honey, 0, 0, 500], 1000, s_silence, 0, 0),
            HostSign.Joined => new SignPattern(Sign.None, "I am home.", [Green, 60, 60, 10000], 0, [523, 150, 50, 659, 150, 50, 784, 300, 50], 0, 10000),
            HostSign.JoinFailed => new SignPattern(Sign.None, "That did not work. Come back to my own Wi-Fi.", [Orange, 60, 60, 1000, Orange, 0, 0, 1000], 2000, [196, 400, 50, 0, 200, 0, 165, 600, 50], 0, 0),
            HostSign.Claimed => new SignPattern(Sign.None, "I have a grown-up now.", [Green, 70, 70, 500, Green, 0, 0, 250, Green, 70, 70, 500], 0, [523, 150, 50, 784, 150, 50, 1047, 300, 50], 0, 4000),
            HostSign.Unwell => SignSheet.Of(Sign.Unwell),
            HostSign.WipeWarning => SignSheet.Of(Sign.Wiping),
            HostSign.Wiped => new SignPattern(Sign.None, "I forgot everything.", [Orange, 60, 0, 4000], 0, [494, 300, 50, 392, 600, 50], 0, 4000),
            HostSign.Hello => new SignPattern(Sign.None, "Here I am.", [Teal, 70, 70, 250, Teal, 0, 0, 250, Teal, 70, 70, 250, Teal, 0, 0, 250, Teal, 70, 70, 1000], 0, [784, 150, 50, 988, 300, 50], 0, 4000),
            _ => SignSheet.Of(Sign.None),
        };
    }

    /// <summary>One word, as log lines have it.</summary>
    public static string NameOf(HostSign sign)
    {
        return sign switch
        {
            HostSign.SetupOpen => "setup-open",
            HostSign.PressPlease => "press-please",
            HostSign.Trying => "trying",
            HostSign.Joined => "joined",
            HostSign.JoinFailed => "join-failed",
            HostSign.ClaimOpen => "claim-open",
            HostSign.Claimed => "claimed",
            HostSign.WifiAgainOpen => "wifi-again-open",
            HostSign.Unwell => "unwell",
            HostSign.WipeWarning => "wipe-warning",
            HostSign.Wiped => "wiped",
            HostSign.Hello => "hello",
            HostSign.ForgotRunning => "forgot-running",
            _ => "none",
        };
    }

    /// <summary>The light in a few words; empty for none.</summary>
    public static string LookOf(HostSign sign)
    {
        return sign switch
        {
            HostSign.SetupOpen or HostSign.PressPlease or HostSign.ClaimOpen or HostSign.WifiAgainOpen or HostSign.ForgotRunning => "honey, a breath of four seconds; a soft tick",
            HostSign.Trying => "honey, once a second",
            HostSign.Joined => "steady green; rising",
            HostSign.JoinFailed => "orange, slow; two low notes",
            HostSign.Claimed => "green, twice; rising",
            HostSign.Unwell => "long, short, every half minute",
            HostSign.WipeWarning => "red, twice a second; falling steps",
            HostSign.Wiped => "orange, fading; falling",
            HostSign.Hello => "three quick blinks; up",
            _ => "",
        };
    }

    // The breath that the page has too while it waits.
    private static SignPattern Breath(string words)
    {
        return new SignPattern(Sign.None, words, [Honey, 5, 60, 2000, Honey, 60, 5, 2000], 4000, [1200, 60, 20], 4000, 0);
    }
}
