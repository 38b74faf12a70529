namespace ToyGuard.Core.Seal;

/// <summary>What a conversation is for (pairing.md, "Purposes"). It stands in the fourth byte of a message; the numbers stay as they are.</summary>
public enum Purpose : byte
{
    /// <summary>None: no message has it.</summary>
    None = 0,

    /// <summary>The first guardian, with the claim code.</summary>
    Claim = 1,

    /// <summary>One more phone, with the code of a guardian's invitation.</summary>
    Invite = 2,

    /// <summary>Welcome back: a browser that lost its key, with the claim code and the PIN of its entry.</summary>
    Welcome = 3,

    /// <summary>The home Wi-Fi again, on the device's own Wi-Fi, with the claim code and a PIN.</summary>
    Wifi = 4,

    /// <summary>A phone moves into its home-screen icon, with a ticket.</summary>
    Move = 5,

    /// <summary>A forgotten PIN, with the claim code and a day's wait.</summary>
    Forgot = 6,

    /// <summary>A paired phone signs in.</summary>
    Session = 8,

    /// <summary>What a signed-in phone asks.</summary>
    Door = 9,
}
