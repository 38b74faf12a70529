using System;
using System.Net.NetworkInformation;

using ToyGuard.Guard.Dhcp;

namespace ToyGuard.Device.Radio;

/// <summary>Who is on the hub's own Wi-Fi, as the access point lists them.</summary>
/// <remarks>A list is asked for by every DHCP message of a flood, and each list is made anew by the platform: it is asked again after a second, and sooner only for who is not on it.</remarks>
public sealed class ApStations : IStations
{
    private const int OldMs = 1000;
    private const int MissedMs = 100;

    private readonly object _lock = new object();
    private readonly WirelessAPConfiguration _own = WirelessAPConfiguration.GetAllWirelessAPConfigurations()[0];
    private readonly IStations _introduced;
    private WirelessAPStation[] _listed = new WirelessAPStation[0];
    private long _listedMs = -OldMs;

    /// <summary>The stations of the own Wi-Fi.</summary>
    /// <param name="introduced">Says which of them are toys.</param>
    public ApStations(IStations introduced)
    {
        _introduced = introduced ?? throw new ArgumentNullException(nameof(introduced));
    }

    /// <inheritdoc/>
    public bool IsHere(byte[] hardware)
    {
        lock (_lock)
        {
            long nowMs = Environment.TickCount64;
            bool isFresh = nowMs - _listedMs < OldMs;

            if (isFresh && IsListed(hardware))
            {
                return true;
            }

            if (isFresh && nowMs - _listedMs < MissedMs)
            {
                return false;
            }

            _listed = _own.GetConnectedStations();
            _listedMs = nowMs;
            return IsListed(hardware);
        }
    }

    /// <inheritdoc/>
    public int ToyOf(byte[] hardware)
    {
        return _introduced.ToyOf(hardware);
    }

    private bool IsListed(byte[] hardware)
    {
        foreach (WirelessAPStation station in _listed)
        {
            if (IsSame(station.MacAddress, hardware))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSame(byte[] one, byte[] other)
    {
        bool isSame = one.Length == other.Length;

        for (int i = 0; isSame && i < one.Length; i++)
        {
            isSame = one[i] == other[i];
        }

        return isSame;
    }
}
