using ToyGuard.Core.Policy;

namespace ToyGuard.Core.Tests.Policy;

/// <summary>A delete-request to one place, in hand for ever.</summary>
internal sealed class InHand : IEraseInHand
{
    public const string Host = "metrics.example";
    public const int Port = 443;

    private readonly HostPattern _place = Home.Pattern(Host);

    public bool IsInHand(HostName host, int port)
    {
        return port == Port && _place.Matches(host);
    }
}
