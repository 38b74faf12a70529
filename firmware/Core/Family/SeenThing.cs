namespace ToyGuard.Core.Family;

/// <summary>A thing that has an address on a hub's own Wi-Fi now, and what it says of itself: anything, so it is shown and nothing else. Immutable.</summary>
public sealed class SeenThing
{
    /// <summary>A thing of that network address.</summary>
    public SeenThing(byte[] hardware, string name, string mudUrl, int toy)
    {
        Hardware = hardware;
        Name = name;
        MudUrl = mudUrl;
        Toy = toy;
    }

    /// <summary>Its network address, <see cref="ThingBook.HardwareBytes"/>.</summary>
    public byte[] Hardware { get; }

    /// <summary>What it calls itself; empty when it does not say.</summary>
    public string Name { get; }

    /// <summary>Where its maker's description is said to be (RFC 8520, 10); empty when it does not say. Never fetched (EGR-10).</summary>
    public string MudUrl { get; }

    /// <summary>Which toy it is, from 1; 0 = nobody introduced it, and everything of it is held.</summary>
    public int Toy { get; }
}
