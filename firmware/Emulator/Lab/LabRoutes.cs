using System.Net;

using ToyGuard.Edge.Dialing;

namespace ToyGuard.Emulator.Lab;

/// <summary>Leads a connection to a claimed address where the lab says. The gate has judged the claimed address by then, and it alone.</summary>
internal sealed class LabRoutes : IRouteMap
{
    private readonly LabTable _table;

    public LabRoutes(LabTable table)
    {
        _table = table;
    }

    /// <inheritdoc/>
    public bool TryMap(byte[] address, int port, byte[] realAddress, out int realPort)
    {
        IPEndPoint? real = _table.RouteOf(new IPEndPoint(new IPAddress(address), port));
        realPort = real?.Port ?? 0;

        return real is not null && real.Address.TryWriteBytes(realAddress, out _);
    }
}
