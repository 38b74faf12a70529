using ToyGuard.Core.Crypto;

namespace ToyGuard.Heap;

/// <summary>Bytes by a count, where only how many there are matters.</summary>
public sealed class Dice : IRandom
{
    private byte _next;

    /// <inheritdoc/>
    public void Fill(byte[] bytes, int offset, int count)
    {
        for (int i = offset; i < offset + count; i++)
        {
            bytes[i] = _next++;
        }
    }
}
