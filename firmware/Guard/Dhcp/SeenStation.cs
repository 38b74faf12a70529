namespace ToyGuard.Guard.Dhcp;

/// <summary>What a station that has an address said of itself, to be shown to a grown-up. Immutable.</summary>
public sealed class SeenStation
{
    internal SeenStation(byte[] bytes, string hardware, uint address, string name, string mudUrl)
    {
        HardwareBytes = bytes;
        Hardware = hardware;
        Address = address;
        Name = name;
        MudUrl = mudUrl;
    }

    /// <summary>Its network address, as 02:00:5e:00:53:01.</summary>
    public string Hardware { get; }

    /// <summary>The same as it is sent, 6 bytes. Nobody changes them.</summary>
    public byte[] HardwareBytes { get; }

    /// <summary>The address that we gave it; the first byte is the highest.</summary>
    public uint Address { get; }

    /// <summary>What it calls itself: letters, digits and hyphens, 32 at most; empty when it does not say, or says something else.</summary>
    public string Name { get; }

    /// <summary>Where its maker's description is said to be (RFC 8520, 10): https and visible ASCII, 128 at most; empty otherwise. Shown, never fetched: whoever joins can say any.</summary>
    public string MudUrl { get; }
}
