namespace ToyGuard.Edge.Family;

/// <summary>The link to the home's network, as the platform has it.</summary>
public interface IHomeLink
{
    /// <summary>What the router gave, 4 bytes each: all zero for what it did not.</summary>
    /// <param name="address">Our address.</param>
    /// <param name="mask">The network's mask.</param>
    /// <param name="resolver">Whom to ask for names.</param>
    void Read(byte[] address, byte[] mask, byte[] resolver);

    /// <summary>Another address came, or the one there was went: what a platform begins by itself then is to be stopped (EGR-04).</summary>
    void OnChange();
}
