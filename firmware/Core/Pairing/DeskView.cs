namespace ToyGuard.Core.Pairing;

/// <summary>What anybody in the home may see of the desk (GET /state): no secret, no number of phones, no name.</summary>
public sealed class DeskView
{
    /// <summary>The family has a phone, or its flash cannot be read.</summary>
    public bool IsPaired { get; internal set; }

    /// <summary>Flash holds something in the family's place that cannot be read: only a wipe by the button helps.</summary>
    public bool IsUnreadable { get; internal set; }

    /// <summary>Seconds until the claim's window closes; 0 while it is closed.</summary>
    public int ClaimLeft { get; internal set; }

    /// <summary>Seconds until the window for a known family closes (welcome back, forgotten PIN); 0 while it is closed.</summary>
    public int WelcomeLeft { get; internal set; }

    /// <summary>Seconds for which a paired device lets its Wi-Fi be changed by code and PIN; 0 while it does not.</summary>
    public int WifiLeft { get; internal set; }

    /// <summary>Seconds for which the child's page shows the family's rules; 0 while it does not (AUTH-06, PCTL-08).</summary>
    public int ChildLeft { get; internal set; }

    /// <summary>A loosening waits for a press now.</summary>
    public bool IsPressWanted { get; internal set; }

    /// <summary>Seconds of powered time until a forgotten PIN may be set anew; 0 when that wait is over or none runs.</summary>
    public int ForgotLeft { get; internal set; }

    /// <summary>A forgotten PIN is under way: the wait runs, or is over and the new PIN not yet set.</summary>
    public bool IsForgotRunning { get; internal set; }

    /// <summary>Seconds for which a press wipes; 0 while none does.</summary>
    public int WipeLeft { get; internal set; }

    /// <summary>It was wiped by its button less than 72 powered hours ago: a claim needs the owner code of before, and everybody is told.</summary>
    public bool IsResetByButton { get; internal set; }

    /// <summary>The claim's window is open.</summary>
    public bool IsClaimOpen
    {
        get { return ClaimLeft > 0; }
    }

    /// <summary>The window of welcome back is open.</summary>
    public bool IsWelcomeOpen
    {
        get { return WelcomeLeft > 0; }
    }

    /// <summary>Own Wi-Fi again is open.</summary>
    public bool IsWifiOpen
    {
        get { return WifiLeft > 0; }
    }

    /// <summary>The warning before a wipe.</summary>
    public bool IsWipeWarning
    {
        get { return WipeLeft > 0; }
    }
}
