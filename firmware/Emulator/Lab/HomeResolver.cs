using System.Linq;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace ToyGuard.Emulator.Lab;

/// <summary>The resolver that this machine's own network gives it. There is no other to fall back to: a built-in public one would see a child's names (EGR-04).</summary>
internal static class HomeResolver
{
    /// <summary>The first one with an IPv4 address, null when there is none.</summary>
    public static IPEndPoint? Find()
    {
        const int DnsPort = 53;

        try
        {
            IPAddress? address = NetworkInterface.GetAllNetworkInterfaces()
                .Where(adapter => adapter.OperationalStatus == OperationalStatus.Up)
                .SelectMany(adapter => adapter.GetIPProperties().DnsAddresses)
                .FirstOrDefault(found => found.AddressFamily == AddressFamily.InterNetwork);

            return address is null ? null : new IPEndPoint(address, DnsPort);
        }
        catch (NetworkInformationException)
        {
            return null;
        }
    }
}
