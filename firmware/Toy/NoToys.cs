using ToyGuard.Guard.Dhcp;

namespace ToyGuard.Toy;

/// <summary>On a toy's own Wi-Fi are phones for the set-up, and nobody is introduced.</summary>
internal sealed class NoToys : IStations
{
    public bool IsHere(byte[] hardware)
    {
        return false;
    }

    public int ToyOf(byte[] hardware)
    {
        return 0;
    }
}
