using ToyGuard.Wire;

namespace ToyGuard.Fuzz.Loop;

/// <summary>What a reader said about one input. Two readings of the same bytes must give equal ones.</summary>
/// <param name="Status">Read, refused, or too early to say.</param>
/// <param name="Fault">Number of the reader's fault; 0 = none.</param>
/// <param name="FaultOffset">Where in the input it stands.</param>
/// <param name="Consumed">Bytes that belong to what was read; 0 for readers that take all or nothing.</param>
/// <param name="Sum">A sum over everything else that was read.</param>
/// <param name="IsPast">The input got past the first length field, or what comes first in a format without one.</param>
internal readonly record struct Outcome(ReadStatus Status, int Fault, int FaultOffset, int Consumed, long Sum, bool IsPast)
{
    /// <summary>Goes on with a sum of what was read.</summary>
    public static long Add(long sum, long value)
    {
        return (sum ^ value) * 1099511628211;
    }

    /// <summary>The same with bytes.</summary>
    public static long Add(long sum, byte[] bytes, int offset, int count)
    {
        for (int i = 0; i < count; i++)
        {
            sum = Add(sum, bytes[offset + i]);
        }

        return Add(sum, count);
    }
}
