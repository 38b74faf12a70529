namespace ToyGuard.Emulator.Air;

/// <summary>How a network of the simulated air behaves when it is joined.</summary>
internal enum AirFault
{
    /// <summary>It lets in who has the key.</summary>
    Works,

    /// <summary>It takes no key at all.</summary>
    Password,

    /// <summary>It lets in, and gives no address.</summary>
    NoAddress,

    /// <summary>It wants somebody to fill in a page first.</summary>
    SignIn,

    /// <summary>It takes WPA3 only.</summary>
    Wpa3,

    /// <summary>It is not heard.</summary>
    Gone,
}
