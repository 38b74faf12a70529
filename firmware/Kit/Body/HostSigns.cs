using ToyGuard.Core.Pairing.SetUp;
using ToyGuard.Kit.Play;

namespace ToyGuard.Kit.Body;

/// <summary>How the device's own signs look and sound: those that parents see at set-up, on a hub as in a toy (experience.md 1 and 3).</summary>
/// <remarks>As in <see cref="SignSheet"/>: told apart by rhythm first, no more than two flashes a second, red for the wipe alone, white for nothing.</remarks>
public static class HostSigns
{
    private const int Honey = 0xF4A010;
    private const int Green = 0x10C030;
    private const int Orange = 0xFF5000;
    private const int Teal = 0x00A090;

    /// <summary>The pattern of <paramref name="sign"/>; one without light, sound and words for none, and for a number that is no sign.</summary>
    public static SignPattern Of(HostSign sign)
    {
        return sign switch
        {
            HostSign.SetupOpen => Breath("A grown-up is setting me up."),
            HostSign.PressPlease => Breath("Press my button, please."),
            HostSign.ClaimOpen => Breath("A grown-up may make me theirs now."),
            HostSign.WifiAgainOpen => Breath("A grown-up is showing me another Wi-Fi."),
            HostSign.ForgotRunning => Breath("Somebody forgot a PIN. A grown-up can stop this."),
            HostSign.Trying => Once("I am trying the Wi-Fi.", new int[] { Honey, 60, 60, 500, Honey, 0, 0, 500 }, 1000, new int[0], 0),
            HostSign.Joined => Once("I am home.", new int[] { Green, 60, 60, 10000 }, 0, new int[] { 523, 150, 50, 659, 150, 50, 784, 300, 50 }, 10000),
            HostSign.JoinFailed => Once(
                "That did not work. Come back to my own Wi-Fi.",
                new int[] { Orange, 60, 60, 1000, Orange, 0, 0, 1000 },
                2000,
                new int[] { 196, 400, 50, 0, 200, 0, 165, 600, 50 },
                0),
            HostSign.Claimed => Once(
                "I have a grown-up now.",
                new int[] { Green, 70, 70, 500, Green, 0, 0, 250, Green, 70, 70, 500 },
                0,
                new int[] { 523, 150, 50, 784, 150, 50, 1047, 300, 50 },
                4000),
            HostSign.Unwell => SignSheet.Of(Sign.Unwell),
            HostSign.WipeWarning => SignSheet.Of(Sign.Wiping),
            HostSign.Wiped => Once("I forgot everything.", new int[] { Orange, 60, 0, 4000 }, 0, new int[] { 494, 300, 50, 392, 600, 50 }, 4000),
            HostSign.Hello => Once(
                "Here I am.",
                new int[] { Teal, 70, 70, 250, Teal, 0, 0, 250, Teal, 70, 70, 250, Teal, 0, 0, 250, Teal, 70, 70, 1000 },
                0,
                new int[] { 784, 150, 50, 988, 300, 50 },
                4000),
            _ => SignSheet.Of(Sign.None),
        };
    }

    // The breath that the page has too while it waits.
    private static SignPattern Breath(string words)
    {
        return new SignPattern(Sign.None, words, new int[] { Honey, 5, 60, 2000, Honey, 60, 5, 2000 }, 4000, new int[] { 1200, 60, 20 }, 4000, 0);
    }

    // A tune that is played once.
    private static SignPattern Once(string words, int[] light, int lightEveryMs, int[] sound, int lastsMs)
    {
        return new SignPattern(Sign.None, words, light, lightEveryMs, sound, 0, lastsMs);
    }
}
