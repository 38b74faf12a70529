using ToyGuard.Emulator.Air;

namespace ToyGuard.Emulator.Board;

/// <summary>What the ways in which a Wi-Fi behaves are called, in the API and on the page.</summary>
internal static class AirFaultNames
{
    /// <summary>Every one, with its name and its words.</summary>
    public static readonly (AirFault Fault, string Name, string Words)[] All =
    [
        (AirFault.Works, "works", "works"),
        (AirFault.Password, "password", "takes no password"),
        (AirFault.NoAddress, "no-address", "gives no address"),
        (AirFault.SignIn, "sign-in", "wants a sign-in page"),
        (AirFault.Wpa3, "wpa3", "takes WPA3 only"),
        (AirFault.Gone, "gone", "is not heard"),
    ];

    /// <summary>The name of a fault.</summary>
    public static string Of(AirFault fault)
    {
        return System.Array.Find(All, one => one.Fault == fault).Name;
    }

    /// <summary>The fault of that name.</summary>
    public static bool TryRead(string name, out AirFault fault)
    {
        int at = System.Array.FindIndex(All, one => one.Name == name);
        fault = at < 0 ? default : All[at].Fault;
        return at >= 0;
    }
}
