using nanoFramework.Networking;

namespace ToyGuard.Device.Radio;

/// <summary>The platform's own time client, which starts at the first address and asks servers that nobody chose.</summary>
public static class StockClock
{
    /// <summary>Stops it (EGR-04). It may be called at any time and as often as an address comes; the platform starts it again by itself.</summary>
    public static void Stop()
    {
        Sntp.Stop();
    }
}
