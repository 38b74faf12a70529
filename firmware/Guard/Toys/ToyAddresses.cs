namespace ToyGuard.Guard.Toys;

/// <summary>Which toy asks: a fixed table from IPv4 address to toy number. An address that is not in it belongs to no toy.</summary>
/// <remarks>
/// Every service reads it and the lease side writes it, each on its own thread, so each call takes the table's lock.
/// Like <see cref="Subnet"/> it takes IPv4-mapped IPv6 addresses for the IPv4 address inside.
/// </remarks>
public sealed class ToyAddresses
{
    /// <summary>32 toys, each with an old and a new address while it changes its lease.</summary>
    public const int Capacity = 64;

    private readonly object _lock = new();
    private readonly byte[] _addresses = new byte[Capacity * 4];
    private readonly int[] _toys = new int[Capacity];
    private int _count;

    /// <summary>Addresses held now, 0 to <see cref="Capacity"/>.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _count;
            }
        }
    }

    /// <summary>Gives <paramref name="address"/> to toy number <paramref name="toy"/> (1 or more), taking it from whoever had it.</summary>
    /// <returns>False, and nothing changed: the table is full, the address is not IPv4, or the number is below 1.</returns>
    public bool Add(byte[] address, int toy)
    {
        int start = MappedAddress.Ipv4Start(address);

        if (start < 0 || toy < 1)
        {
            return false;
        }

        lock (_lock)
        {
            int at = IndexOf(address, start);

            if (at < 0)
            {
                if (_count == Capacity)
                {
                    return false;
                }

                at = _count;
                _count++;

                for (int i = 0; i < 4; i++)
                {
                    _addresses[(at * 4) + i] = address[start + i];
                }
            }

            _toys[at] = toy;
            return true;
        }
    }

    /// <summary>Forgets <paramref name="address"/>. False when it was not in the table.</summary>
    public bool Remove(byte[] address)
    {
        int start = MappedAddress.Ipv4Start(address);

        if (start < 0)
        {
            return false;
        }

        lock (_lock)
        {
            int at = IndexOf(address, start);

            if (at < 0)
            {
                return false;
            }

            // The last row takes the free place; order means nothing here.
            _count--;
            _toys[at] = _toys[_count];

            for (int i = 0; i < 4; i++)
            {
                _addresses[(at * 4) + i] = _addresses[(_count * 4) + i];
            }

            return true;
        }
    }

    /// <summary>Number of the toy at <paramref name="address"/>; 0 = unknown, which the gate holds. Allocates nothing.</summary>
    public int ToyAt(byte[] address)
    {
        int start = MappedAddress.Ipv4Start(address);

        if (start < 0)
        {
            return 0;
        }

        lock (_lock)
        {
            int at = IndexOf(address, start);
            return at < 0 ? 0 : _toys[at];
        }
    }

    private int IndexOf(byte[] address, int start)
    {
        for (int at = 0; at < _count; at++)
        {
            int row = at * 4;

            if (_addresses[row] == address[start]
                && _addresses[row + 1] == address[start + 1]
                && _addresses[row + 2] == address[start + 2]
                && _addresses[row + 3] == address[start + 3])
            {
                return at;
            }
        }

        return -1;
    }
}
