namespace ToyGuard.Fuzz.Loop;

/// <summary>Chance that is the same for the same seed on every machine and every runtime (SplitMix64, written down in a few lines so that nothing can change it).</summary>
internal sealed class Dice
{
    private ulong _state;

    public Dice(ulong seed)
    {
        _state = seed;
    }

    /// <summary>64 bits.</summary>
    public ulong Next()
    {
        _state += 0x9e3779b97f4a7c15;
        ulong mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;

        return mixed ^ (mixed >> 31);
    }

    /// <summary>0 to <paramref name="bound"/> - 1; the bound is at least 1.</summary>
    public int Next(int bound)
    {
        return (int)(((Next() >> 32) * (uint)bound) >> 32);
    }

    /// <summary>1 to <paramref name="max"/>, small ones far more often.</summary>
    public int Small(int max)
    {
        int small = 1 + Next(1 << Next(8));

        return small < max ? small : max;
    }
}
