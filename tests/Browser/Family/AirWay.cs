using System.Net;

namespace ToyGuard.Browser.Tests.Family;

/// <summary>Where a connection goes.</summary>
/// <param name="To">The device's address in that network.</param>
/// <param name="From">The phone's.</param>
internal sealed record AirWay(IPEndPoint To, IPAddress From);
