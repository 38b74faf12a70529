using ToyGuard.Guard.Toys;

namespace ToyGuard.Edge.Hub;

/// <summary>The home's network as its router gave it: our address, who is in it, whom to ask for names. Another one may come at any time. Safe from any thread.</summary>
/// <remarks>
/// Closed by default: before there is one, and where what the router says cannot be so, nobody is at home and there is no resolver, so that no
/// name is found and nothing leaves (EGR-04). A home whose addresses are also those of the toys' side is none: nobody could tell who asks.
/// </remarks>
public sealed class HomeNetwork
{
    private const int AddressBytes = 4;

    private readonly object _lock = new object();
    private readonly Subnet? _toySide;
    private readonly byte[] _toyAddress;
    private byte[] _address = new byte[AddressBytes];
    private byte[] _mask = new byte[AddressBytes];
    private byte[] _resolver = new byte[AddressBytes];
    private Subnet? _side;

    /// <summary>No network yet, beside the toys' side.</summary>
    /// <param name="toySide">The addresses of the device's own Wi-Fi; null where it has none.</param>
    /// <param name="toyAddress">Our address there, 4 bytes.</param>
    public HomeNetwork(Subnet? toySide, byte[] toyAddress)
    {
        _toySide = toySide;
        _toyAddress = toyAddress;
    }

    /// <summary>A network of which only the resolver is known, for good: 4 bytes, copied.</summary>
    public HomeNetwork(byte[] resolver)
        : this(null, new byte[AddressBytes])
    {
        _resolver = Copy(resolver);
    }

    /// <summary>Who is in it; null while there is none.</summary>
    public Subnet? Side
    {
        get
        {
            lock (_lock)
            {
                return _side;
            }
        }
    }

    /// <summary>Our address in it, 4 bytes, all zero while there is none. Nobody changes the array.</summary>
    public byte[] Address
    {
        get
        {
            lock (_lock)
            {
                return _address;
            }
        }
    }

    /// <summary>Its resolver, 4 bytes, all zero while there is none. Nobody changes the array.</summary>
    public byte[] Resolver
    {
        get
        {
            lock (_lock)
            {
                return _resolver;
            }
        }
    }

    /// <summary>True for who is in it.</summary>
    public bool Contains(byte[] peer)
    {
        Subnet? side = Side;
        return side is not null && side.Contains(peer);
    }

    /// <summary>The router gave these, 4 bytes each, copied; an address of all zero is what an interface without a network says.</summary>
    /// <returns>True when anything became another.</returns>
    public bool Set(byte[] address, byte[] mask, byte[] resolver)
    {
        lock (_lock)
        {
            if (IsSame(address, _address) && IsSame(mask, _mask) && IsSame(resolver, _resolver))
            {
                return false;
            }

            Subnet? side = SideOf(address, mask);

            if (side is null)
            {
                bool wasThere = _side is not null || !IsZero(_resolver);
                _side = null;
                _address = new byte[AddressBytes];
                _mask = new byte[AddressBytes];
                _resolver = new byte[AddressBytes];
                return wasThere;
            }

            _side = side;
            _address = Copy(address);
            _mask = Copy(mask);
            _resolver = Copy(resolver);
            return true;
        }
    }

    // A network has neighbours: one of a single address has no router, and one of half the Internet makes strangers into family.
    private Subnet? SideOf(byte[] address, byte[] mask)
    {
        const int ShortestPrefix = 8;
        const int LongestPrefix = 30;

        Subnet? side = IsZero(address) ? null : Subnet.Of(address, mask);

        if (side is null || side.PrefixLength < ShortestPrefix || side.PrefixLength > LongestPrefix)
        {
            return null;
        }

        bool isToys = _toySide is not null && (_toySide.Contains(address) || side.Contains(_toyAddress));
        return isToys ? null : side;
    }

    private static bool IsSame(byte[] one, byte[] other)
    {
        bool isSame = one.Length == other.Length;

        for (int i = 0; isSame && i < one.Length; i++)
        {
            isSame = one[i] == other[i];
        }

        return isSame;
    }

    private static bool IsZero(byte[] bytes)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != 0)
            {
                return false;
            }
        }

        return true;
    }

    private static byte[] Copy(byte[] bytes)
    {
        byte[] copy = new byte[AddressBytes];

        for (int i = 0; i < copy.Length && i < bytes.Length; i++)
        {
            copy[i] = bytes[i];
        }

        return copy;
    }
}
