namespace ToyGuard.Core.Tests.Policy;

/// <summary>Random numbers that are the same on both runtimes for one seed (Lehmer's generator, modulus 2^31 - 1).</summary>
public sealed class Dice
{
    private const int Modulus = 2147483647;
    private long _state;

    public Dice(int seed)
    {
        _state = seed % Modulus;

        if (_state <= 0)
        {
            _state += Modulus - 1;
        }
    }

    /// <summary>0 to one less than <paramref name="sides"/>.</summary>
    public int Roll(int sides)
    {
        _state = _state * 48271 % Modulus;
        return (int)(_state % sides);
    }
}
