using System;

using ToyGuard.Device.Radio;
using ToyGuard.Edge.Dhcp;
using ToyGuard.Edge.Storage;
using ToyGuard.Guard.Dhcp;
using ToyGuard.Guard.Toys;

namespace ToyGuard.Toy;

/// <summary>The toy's own Wi-Fi: its addresses, and who gives them. The platform has no DHCP server.</summary>
internal static class OwnWifi
{
    public const string AddressText = "192.168.4.1";

    public const string SideText = "192.168.4.0/24";

    public static byte[] Address()
    {
        return new byte[] { 192, 168, 4, 1 };
    }

    public static Subnet Side()
    {
        return Subnet.Parse(SideText)!;
    }

    public static DhcpServer Addresses(FileFlash flash)
    {
        LeaseTable table = new LeaseTable(Address(), Side());
        LeaseBook book = new LeaseBook(new CarefulFlash(flash), table);

        // What does not read is no lease: phones ask again.
        _ = book.Open(Environment.TickCount64);
        DhcpResponder responder = new DhcpResponder(table, book, new ApStations(new NoToys()), new ToyAddresses());
        return new DhcpServer(responder, Address(), DhcpServer.DefaultPort, DhcpServer.DefaultClientPort);
    }
}
