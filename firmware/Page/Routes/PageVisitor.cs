namespace ToyGuard.Page.Routes;

/// <summary>Where a request came in: what its socket knows and its bytes do not say. One for each connection in work, used again.</summary>
public sealed class PageVisitor
{
    /// <summary>Our own address that the visitor came to, as four bytes in network order; the first is the highest byte.</summary>
    public int LocalAddress { get; private set; }

    /// <summary>Our own port that the visitor came to, 1 to 65535.</summary>
    public int LocalPort { get; private set; }

    /// <summary>The visitor's own address as one number.</summary>
    public int Holder { get; private set; }

    /// <summary>True on the home side; false on the device's own Wi-Fi, which is the toys' side.</summary>
    public bool IsHomeSide { get; private set; }

    /// <summary>Says it anew. <paramref name="localAddress"/> is 4 bytes.</summary>
    public void Set(byte[] localAddress, int localPort, bool isHomeSide, int holder)
    {
        Holder = holder;
        LocalAddress = (localAddress[0] << 24) | (localAddress[1] << 16) | (localAddress[2] << 8) | localAddress[3];
        LocalPort = localPort;
        IsHomeSide = isHomeSide;
    }
}
