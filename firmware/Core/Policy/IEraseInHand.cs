namespace ToyGuard.Core.Policy;

/// <summary>Knows the delete-request that is being sent, so that the gate lets out this one and nothing else (DEL-03).</summary>
public interface IEraseInHand
{
    /// <summary>True for the place of that request. Asked under the gate's lock, so it takes no other and does not wait; allocates nothing.</summary>
    bool IsInHand(HostName host, int port);
}
