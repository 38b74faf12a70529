namespace ToyGuard.Fakes;

/// <summary>Numbers by chance that are the same on every machine and runtime: xorshift32 of a seed.</summary>
public sealed class Chance
{
    private uint _state;

    /// <summary>Every seed, 0 too, begins its own row.</summary>
    public Chance(int seed)
    {
        // Seeds that lie side by side must not begin alike.
        uint mixed = ((uint)seed + 0x9E3779B9u) * 0x85EBCA6Bu;
        mixed = (mixed ^ (mixed >> 13)) * 0xC2B2AE35u;
        mixed ^= mixed >> 16;
        _state = mixed == 0 ? 0x6C078965u : mixed;
    }

    /// <summary>32 bits.</summary>
    public uint Next()
    {
        uint x = _state;
        x ^= x << 13;
        x ^= x >> 17;
        x ^= x << 5;
        _state = x;

        return x;
    }

    /// <summary>0 up to <paramref name="limit"/> without it; the limit is 1 or more.</summary>
    public int Below(int limit)
    {
        return (int)(Next() % (uint)limit);
    }
}
