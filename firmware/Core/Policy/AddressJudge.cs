namespace ToyGuard.Core.Policy;

/// <summary>Says whether an address leads out into the Internet, or back into the home, the device or nowhere (EGR-03, EGR-11).</summary>
/// <remarks>
/// Held is what IANA's special-purpose address registries (IPv4: 2024-08-09, IPv6: 2025-04-10) call not globally reachable, all
/// multicast, and of IPv6 all but 2000::/3. Two differences, on purpose: the documentation ranges pass, since they lead nowhere and labs
/// use them; and an IPv6 address that carries an IPv4 address is judged by that one, because that is where the bytes come out.
/// </remarks>
public static class AddressJudge
{
    private const int V4Length = 4;
    private const int V6Length = 16;

    // Where the IPv4 address stands inside ::/96, ::ffff:0:0/96 and 64:ff9b::/96, inside 6to4, and the two inside Teredo.
    private const int LastInV6 = 12;
    private const int InSixToFour = 2;
    private const int ServerInTeredo = 4;
    private const int ClientInTeredo = 12;

    private const byte Passes = (byte)Reason.None;

    // A row: the address's bytes, the bits that count, the reason. The first row that fits wins, so the narrower stand first.
    private const int V4Row = V4Length + 2;

    private static readonly byte[] V4 =
    {
        0, 0, 0, 0, 32, (byte)Reason.AddressUnspecified, // this host (RFC 1122)
        0, 0, 0, 0, 8, (byte)Reason.AddressReserved, // this network (RFC 791)
        10, 0, 0, 0, 8, (byte)Reason.AddressPrivate, // RFC 1918
        100, 64, 0, 0, 10, (byte)Reason.AddressPrivate, // shared by a provider's customers (RFC 6598)
        127, 0, 0, 0, 8, (byte)Reason.AddressLoopback, // RFC 1122
        169, 254, 0, 0, 16, (byte)Reason.AddressLinkLocal, // RFC 3927
        172, 16, 0, 0, 12, (byte)Reason.AddressPrivate, // RFC 1918
        192, 0, 0, 9, 32, Passes, // Port Control Protocol anycast (RFC 7723): globally reachable
        192, 0, 0, 10, 32, Passes, // TURN anycast (RFC 8155): globally reachable
        192, 0, 0, 0, 24, (byte)Reason.AddressReserved, // protocol assignments (RFC 6890)
        192, 88, 99, 0, 24, (byte)Reason.AddressReserved, // 6to4 relays, retired (RFC 7526)
        192, 168, 0, 0, 16, (byte)Reason.AddressPrivate, // RFC 1918
        198, 18, 0, 0, 15, (byte)Reason.AddressReserved, // benchmarks (RFC 2544)
        224, 0, 0, 0, 4, (byte)Reason.AddressMulticast, // RFC 5771
        255, 255, 255, 255, 32, (byte)Reason.AddressMulticast, // everybody on this network (RFC 919)
        240, 0, 0, 0, 4, (byte)Reason.AddressReserved, // kept for later (RFC 1112)
    };

    private const int V6Row = V6Length + 2;

    private static readonly byte[] V6 =
    {
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 128, (byte)Reason.AddressUnspecified, // RFC 4291
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 128, (byte)Reason.AddressLoopback, // RFC 4291
        0xFE, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10, (byte)Reason.AddressLinkLocal, // RFC 4291
        0xFE, 0xC0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10, (byte)Reason.AddressPrivate, // site-local, retired (RFC 3879)
        0xFC, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7, (byte)Reason.AddressPrivate, // unique local (RFC 4193)
        0xFF, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 8, (byte)Reason.AddressMulticast, // RFC 4291
        0x20, 0x01, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 128, Passes, // Port Control Protocol anycast (RFC 7723)
        0x20, 0x01, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 128, Passes, // TURN anycast (RFC 8155)
        0x20, 0x01, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 128, Passes, // service registration anycast (RFC 9665)
        0x20, 0x01, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 32, Passes, // multicast tunnels (RFC 7450)
        0x20, 0x01, 0, 4, 1, 0x12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 48, Passes, // AS112 (RFC 7535)
        0x20, 0x01, 0, 0x20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 28, Passes, // ORCHIDv2 (RFC 7343)
        0x20, 0x01, 0, 0x30, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 28, Passes, // drone tags (RFC 9374)
        0x20, 0x01, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 23, (byte)Reason.AddressReserved, // protocol assignments (RFC 2928)
        0x20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, Passes, // global unicast (RFC 4291)
    };

    /// <summary>True when the bytes are an address that leads out. Else false, and why. Allocates nothing.</summary>
    /// <param name="address">Holds the address in network order.</param>
    /// <param name="offset">Where it begins.</param>
    /// <param name="length">4 or 16; any other is <see cref="Reason.AddressMalformed"/>.</param>
    /// <param name="held">Why it is held; <see cref="Reason.None"/> when it is not.</param>
    public static bool IsGlobal(byte[] address, int offset, int length, out Reason held)
    {
        held = length == V4Length ? JudgeV4(address, offset, 0)
            : length == V6Length ? JudgeV6(address, offset)
            : Reason.AddressMalformed;

        return held == Reason.None;
    }

    private static Reason JudgeV4(byte[] address, int offset, byte mask)
    {
        for (int row = 0; row < V4.Length; row += V4Row)
        {
            if (IsInRange(address, offset, mask, V4, row, V4[row + V4Length]))
            {
                return (Reason)V4[row + V4Length + 1];
            }
        }

        return Reason.None;
    }

    private static Reason JudgeV6(byte[] address, int offset)
    {
        if (CarriesV4AtItsEnd(address, offset))
        {
            return JudgeV4(address, offset + LastInV6, 0);
        }

        // 6to4, 2002::/16 (RFC 3056).
        if (address[offset] == 0x20 && address[offset + 1] == 0x02)
        {
            return JudgeV4(address, offset + InSixToFour, 0);
        }

        // Teredo, 2001::/32 (RFC 4380): both ends count, and the client's is written upside down.
        if (address[offset] == 0x20 && address[offset + 1] == 0x01 && address[offset + 2] == 0 && address[offset + 3] == 0)
        {
            Reason server = JudgeV4(address, offset + ServerInTeredo, 0);
            return server != Reason.None ? server : JudgeV4(address, offset + ClientInTeredo, 0xFF);
        }

        for (int row = 0; row < V6.Length; row += V6Row)
        {
            if (IsInRange(address, offset, 0, V6, row, V6[row + V6Length]))
            {
                return (Reason)V6[row + V6Length + 1];
            }
        }

        // Nothing but 2000::/3 is given out for use on the Internet.
        return Reason.AddressReserved;
    }

    // IPv4-compatible ::/96, but for :: and ::1 (RFC 4291), IPv4-mapped ::ffff:0:0/96 (RFC 4291), NAT64 64:ff9b::/96 (RFC 6052).
    private static bool CarriesV4AtItsEnd(byte[] address, int offset)
    {
        for (int i = 4; i < 10; i++)
        {
            if (address[offset + i] != 0)
            {
                return false;
            }
        }

        int head = (address[offset] << 24) | (address[offset + 1] << 16) | (address[offset + 2] << 8) | address[offset + 3];
        int middle = (address[offset + 10] << 8) | address[offset + 11];

        if (head == 0x0064FF9B)
        {
            return middle == 0;
        }

        if (head != 0)
        {
            return false;
        }

        if (middle == 0xFFFF)
        {
            return true;
        }

        bool isBelowTwo = address[offset + 12] == 0 && address[offset + 13] == 0 && address[offset + 14] == 0 && address[offset + 15] <= 1;
        return middle == 0 && !isBelowTwo;
    }

    private static bool IsInRange(byte[] address, int offset, byte mask, byte[] table, int row, int bits)
    {
        int whole = bits / 8;

        for (int i = 0; i < whole; i++)
        {
            if ((address[offset + i] ^ mask) != table[row + i])
            {
                return false;
            }
        }

        int rest = bits % 8;

        return rest == 0 || (address[offset + whole] ^ mask) >> (8 - rest) == table[row + whole] >> (8 - rest);
    }
}
