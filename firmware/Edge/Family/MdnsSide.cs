using ToyGuard.Guard.Mdns;
using ToyGuard.Guard.Toys;

namespace ToyGuard.Edge.Family;

/// <summary>One link of <see cref="MdnsService"/>.</summary>
internal sealed class MdnsSide
{
    private readonly byte[] _address = new byte[4];

    /// <summary>A link at our <paramref name="address"/> there, 4 bytes.</summary>
    public MdnsSide(byte[] address, Subnet link, MdnsResponder responder)
    {
        for (int i = 0; i < _address.Length; i++)
        {
            _address[i] = address[i];
        }

        Link = link;
        Responder = responder;
    }

    /// <summary>Our address, 4 bytes.</summary>
    public byte[] Address
    {
        get { return _address; }
    }

    /// <summary>Who is heard.</summary>
    public Subnet Link { get; }

    /// <summary>What is said. Only the service's thread asks it.</summary>
    public MdnsResponder Responder { get; }

    /// <summary>The socket listens to the group here. Only the service's thread sets it while it runs.</summary>
    public bool IsJoined { get; set; }
}
