namespace ToyGuard.Core.Pairing.SetUp;

/// <summary>What the device tells whoever stands before it, each by at least two senses. The numbers stay as they are.</summary>
public enum HostSign : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The device's own Wi-Fi is open: a grown-up may set it up.</summary>
    SetupOpen = 1,

    /// <summary>A page waits for a press on the device.</summary>
    PressPlease = 2,

    /// <summary>A network is being tried.</summary>
    Trying = 3,

    /// <summary>It was joined: rising tune, steady light.</summary>
    Joined = 4,

    /// <summary>It could not be joined: two low notes.</summary>
    JoinFailed = 5,

    /// <summary>The device waits for its claim.</summary>
    ClaimOpen = 6,

    /// <summary>It was claimed.</summary>
    Claimed = 7,

    /// <summary>A paired device's own Wi-Fi is open again.</summary>
    WifiAgainOpen = 8,

    /// <summary>Something is broken or missing that a grown-up can mend.</summary>
    Unwell = 9,

    /// <summary>It is about to forget everything.</summary>
    WipeWarning = 10,

    /// <summary>It forgot everything.</summary>
    Wiped = 11,

    /// <summary>A guardian's phone asked it to show itself.</summary>
    Hello = 12,

    /// <summary>Somebody waits for a forgotten PIN to be given up.</summary>
    ForgotRunning = 13,
}
