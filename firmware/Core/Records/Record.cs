namespace ToyGuard.Core.Records;

/// <summary>One event, in numbers only. There is no place in it for a word, a name, a host or a secret (LOG-03).</summary>
public readonly struct Record
{
    /// <summary>In <see cref="Flags"/>: stands for all that found no row of its own in a <see cref="HoldDigest"/>.</summary>
    public const int OthersFlag = 1;

    /// <summary>Takes the numbers. One that does not fit its place becomes the largest that does; a negative one becomes 0.</summary>
    /// <param name="kind">What happened.</param>
    /// <param name="utcSeconds">When, in seconds since 1970 in UTC; 0 while nobody knows.</param>
    /// <param name="boot">The number of the start that it happened in, up to 65,535.</param>
    /// <param name="toy">The toy's number, from 1; 0 for none.</param>
    /// <param name="endpoint">The endpoint's number, from 1; 0 for none.</param>
    /// <param name="reason">A number whose meaning depends on the kind.</param>
    /// <param name="first">A number whose meaning depends on the kind. It may be negative.</param>
    /// <param name="second">Another one.</param>
    /// <param name="flags">Bits, 0 to 255.</param>
    public Record(
        RecordKind kind,
        long utcSeconds,
        int boot,
        int toy = 0,
        int endpoint = 0,
        int reason = 0,
        int first = 0,
        int second = 0,
        int flags = 0)
    {
        Kind = kind;
        UtcSeconds = utcSeconds > 0 ? utcSeconds : 0;
        Boot = Fit(boot, ushort.MaxValue);
        Toy = Fit(toy, byte.MaxValue);
        Endpoint = Fit(endpoint, byte.MaxValue);
        Reason = Fit(reason, byte.MaxValue);
        First = first;
        Second = second;
        Flags = Fit(flags, byte.MaxValue);
    }

    /// <summary>What happened.</summary>
    public RecordKind Kind { get; }

    /// <summary>When, in seconds since 1970 in UTC; 0 when nobody knew. The order of records does not depend on it.</summary>
    public long UtcSeconds { get; }

    /// <summary>The number of the start that it happened in.</summary>
    public int Boot { get; }

    /// <summary>The toy's number, from 1; 0 for none.</summary>
    public int Toy { get; }

    /// <summary>The endpoint's number, from 1; 0 for none.</summary>
    public int Endpoint { get; }

    /// <summary>A number whose meaning depends on <see cref="Kind"/>.</summary>
    public int Reason { get; }

    /// <summary>A number whose meaning depends on <see cref="Kind"/>.</summary>
    public int First { get; }

    /// <summary>Another one.</summary>
    public int Second { get; }

    /// <summary>Bits, see <see cref="OthersFlag"/>.</summary>
    public int Flags { get; }

    private static int Fit(int number, int largest)
    {
        return number < 0 ? 0 : number > largest ? largest : number;
    }
}
