namespace ToyGuard.Core.Pairing;

/// <summary>Who brought a message, as far as the network tells: nothing that proves anything.</summary>
public sealed class DeskCaller
{
    /// <summary>The caller at an address.</summary>
    /// <param name="holder">The IPv4 address as a number; two callers with one address are one.</param>
    /// <param name="isHomeSide">True when it came over the home's network, false over the device's own Wi-Fi.</param>
    public DeskCaller(int holder, bool isHomeSide)
    {
        Holder = holder;
        IsHomeSide = isHomeSide;
    }

    /// <summary>The IPv4 address as a number.</summary>
    public int Holder { get; }

    /// <summary>True on the home's network, false on the device's own Wi-Fi.</summary>
    public bool IsHomeSide { get; }
}
