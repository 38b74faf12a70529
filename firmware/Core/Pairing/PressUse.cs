namespace ToyGuard.Core.Pairing;

/// <summary>What a press on the device served: exactly one thing.</summary>
public enum PressUse : byte
{
    /// <summary>Nothing, as when the family's flash cannot be read.</summary>
    None = 0,

    /// <summary>A loosening that waited for it.</summary>
    Loosening = 1,

    /// <summary>The wipe that was warned of: all is erased.</summary>
    Wipe = 2,

    /// <summary>Nobody is paired and no Wi-Fi joined: half one of set-up may begin.</summary>
    SetUp = 3,

    /// <summary>The window for a claim is open.</summary>
    Claim = 4,

    /// <summary>The windows of a paired device are open: welcome back, forgotten PIN, own Wi-Fi again.</summary>
    Open = 5,
}
