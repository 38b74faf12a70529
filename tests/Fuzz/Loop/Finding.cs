using System;

namespace ToyGuard.Fuzz.Loop;

/// <summary>An input that was not read as it must be, made as small as a few tries make it.</summary>
/// <param name="Target">The target's name.</param>
/// <param name="What">What was wrong.</param>
/// <param name="Input">The bytes.</param>
/// <param name="After">Inputs made before it.</param>
internal sealed record Finding(string Target, string What, byte[] Input, long After)
{
    public override string ToString()
    {
        return $"{Target}: {What}, after {After} inputs: {Convert.ToHexString(Input)}";
    }
}
