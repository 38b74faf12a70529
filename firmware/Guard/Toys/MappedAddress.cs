namespace ToyGuard.Guard.Toys;

/// <summary>Finds the IPv4 address in what a socket reports as its peer.</summary>
internal static class MappedAddress
{
    /// <summary>Index of the four IPv4 bytes: 0 for 4 bytes, 12 for ::ffff:a.b.c.d (RFC 4291, 2.5.5.2), -1 for anything else.</summary>
    internal static int Ipv4Start(byte[] address)
    {
        if (address.Length == 4)
        {
            return 0;
        }

        if (address.Length != 16 || address[10] != 0xFF || address[11] != 0xFF)
        {
            return -1;
        }

        for (int i = 0; i < 10; i++)
        {
            if (address[i] != 0)
            {
                return -1;
            }
        }

        return 12;
    }
}
