namespace ToyGuard.Guard.Toys;

/// <summary>A range of IPv4 addresses, for instance the toy side of the hub. Immutable.</summary>
/// <remarks>Strict on purpose (EGR-03): a range that is read wrongly puts strangers on the toy side.</remarks>
public sealed class Subnet
{
    private readonly byte[] _network;
    private readonly byte[] _mask;

    private Subnet(byte[] network, byte[] mask, int bits)
    {
        _network = network;
        _mask = mask;
        PrefixLength = bits;
    }

    /// <summary>How many leading bits all its addresses share: 0 (every address) to 32 (one address).</summary>
    public int PrefixLength { get; }

    /// <summary>Reads a range such as 192.168.4.0/24 (RFC 4632, 3.1). Null for anything else.</summary>
    /// <remarks>Refuses a missing or signed length, leading zeros, spaces, other spellings of addresses, and bits set behind the prefix.</remarks>
    public static Subnet? Parse(string cidr)
    {
        int slash = cidr.IndexOf('/');

        if (slash < 0)
        {
            return null;
        }

        byte[] network = new byte[4];
        int at = slash + 1;
        int bits = Ipv4Text.ReadNumber(cidr, cidr.Length, ref at, 32);

        if (bits < 0 || at != cidr.Length || !Ipv4Text.TryRead(cidr, slash, network))
        {
            return null;
        }

        byte[] mask = new byte[4];

        for (int i = 0; i < 4; i++)
        {
            mask[i] = MaskByte(bits - (i * 8));

            // 192.168.4.7/24 is a slip of the pen: the writer meant either one address or the whole range.
            if ((network[i] & ~mask[i] & 0xFF) != 0)
            {
                return null;
            }
        }

        return new Subnet(network, mask, bits);
    }

    /// <summary>The range that <paramref name="address"/> is in by a network's own <paramref name="mask"/>, 4 bytes each. Null for anything else, such as a mask with holes, and for one of no bits: that is what an interface without an address says.</summary>
    public static Subnet? Of(byte[] address, byte[] mask)
    {
        if (address.Length != 4 || mask.Length != 4)
        {
            return null;
        }

        byte[] network = new byte[4];
        byte[] wholeMask = new byte[4];
        int bits = 0;

        while (bits < 32 && (mask[bits / 8] & (0x80 >> (bits % 8))) != 0)
        {
            bits++;
        }

        for (int i = 0; i < 4; i++)
        {
            wholeMask[i] = MaskByte(bits - (i * 8));
            network[i] = (byte)(address[i] & wholeMask[i]);

            if (mask[i] != wholeMask[i])
            {
                return null;
            }
        }

        return bits == 0 ? null : new Subnet(network, wholeMask, bits);
    }

    /// <summary>True when <paramref name="address"/> lies in the range. 4 bytes, or 16 bytes of an IPv4-mapped IPv6 address (RFC 4291, 2.5.5.2); false for anything else.</summary>
    public bool Contains(byte[] address)
    {
        int start = MappedAddress.Ipv4Start(address);

        if (start < 0)
        {
            return false;
        }

        for (int i = 0; i < 4; i++)
        {
            if ((address[start + i] & _mask[i]) != _network[i])
            {
                return false;
            }
        }

        return true;
    }

    private static byte MaskByte(int bits)
    {
        if (bits <= 0)
        {
            return 0;
        }

        return bits >= 8 ? (byte)0xFF : (byte)(0xFF << (8 - bits));
    }
}
