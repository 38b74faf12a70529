namespace ToyGuard.Core.Pairing.SetUp;

/// <summary>Why a network could not be joined. Flash keeps the number: add at the end, never renumber.</summary>
public enum WifiFault : byte
{
    /// <summary>Nothing: it was joined.</summary>
    None = 0,

    /// <summary>The network refused the key.</summary>
    WrongKey = 1,

    /// <summary>No network of that name is heard.</summary>
    NotHeard = 2,

    /// <summary>It let the device in and gave it no address.</summary>
    NoAddress = 3,

    /// <summary>It wants somebody to fill in a page first.</summary>
    SignIn = 4,

    /// <summary>It takes WPA3 only, which stock images cannot speak.</summary>
    Wpa3 = 5,

    /// <summary>Anything else: another kind of protection, an open network under a protected one's name, a radio that broke off.</summary>
    Failed = 6,
}
