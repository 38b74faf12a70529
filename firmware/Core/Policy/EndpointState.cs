namespace ToyGuard.Core.Policy;

/// <summary>What changes about one endpoint of one toy: the guardian's approval and what was used of today.</summary>
public sealed class EndpointState
{
    /// <summary>The state of <paramref name="endpoint"/>, as new or as kept from before a restart.</summary>
    public EndpointState(Endpoint endpoint, bool isApproved, long bytesToday)
    {
        IsApproved = isApproved;
        BytesToday = bytesToday < 0 ? long.MaxValue : bytesToday;
    }

    /// <summary>True once a guardian has approved it.</summary>
    public bool IsApproved { get; internal set; }

    /// <summary>Bytes of today, both directions together.</summary>
    public long BytesToday { get; internal set; }
}
