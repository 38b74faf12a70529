using ToyGuard.Core.Pairing.SetUp;

namespace ToyGuard.Emulator.Board;

/// <summary>What the device's own signs are called, and what they look like, for whoever reads instead of looking.</summary>
internal static class HostSignWords
{
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
}
