namespace ToyGuard.Core.Pairing.SetUp;

/// <summary>How a network protects itself, as its beacon says.</summary>
public enum WifiKind : byte
{
    /// <summary>None of the others: WEP, a company's network, something new. Not joined.</summary>
    Other = 0,

    /// <summary>Not at all: anybody may listen.</summary>
    Open = 1,

    /// <summary>With WPA2, alone or beside WPA or WPA3.</summary>
    Wpa2 = 2,

    /// <summary>With WPA3 alone. Not joined by stock images.</summary>
    Wpa3 = 3,
}
