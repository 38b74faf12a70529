using System.Collections.Generic;
using System.Net;

using ToyGuard.Core.Policy;

namespace ToyGuard.Emulator.Lab;

/// <summary>What a lab network consists of: the addresses that names claim, and where a connection to a claimed address really goes.</summary>
/// <remarks>Filled before anything starts and only read from then on.</remarks>
internal sealed class LabTable
{
    private readonly Dictionary<string, IReadOnlyList<IPAddress>> _names = [];
    private readonly Dictionary<IPEndPoint, IPEndPoint> _routes = [];

    /// <summary>True when there is a name to resolve, so that a lab resolver is of use.</summary>
    public bool HasNames
    {
        get { return _names.Count > 0; }
    }

    /// <summary>The names of the lab in the one form that is compared: lower-case, no trailing dot.</summary>
    public IEnumerable<string> Names
    {
        get { return _names.Keys; }
    }

    /// <summary>Adds a name. False when it is none, or is there already.</summary>
    public bool TryAddName(string name, IReadOnlyList<IPAddress> addresses)
    {
        HostName host = new();
        return host.Read(name) == HostFault.None && _names.TryAdd(host.ToString(), addresses);
    }

    /// <summary>Leads connections to <paramref name="claimed"/> to <paramref name="real"/>.</summary>
    public void AddRoute(IPEndPoint claimed, IPEndPoint real)
    {
        _routes[claimed] = real;
    }

    /// <summary>The addresses that <paramref name="name"/> claims, null for a name that the lab does not have.</summary>
    public IReadOnlyList<IPAddress>? AddressesOf(string name)
    {
        return _names.GetValueOrDefault(name);
    }

    /// <summary>Where a connection to <paramref name="claimed"/> really goes, null when the lab does not say.</summary>
    public IPEndPoint? RouteOf(IPEndPoint claimed)
    {
        return _routes.GetValueOrDefault(claimed);
    }
}
