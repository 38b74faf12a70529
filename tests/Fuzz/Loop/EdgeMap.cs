using System;
using System.Runtime.CompilerServices;

namespace ToyGuard.Fuzz.Loop;

/// <summary>Where woven code leaves its traces: how often each edge between two blocks was passed, and how many blocks in all. For one thread.</summary>
/// <remarks>
/// 4 KiB: the whole map is cleared and looked through once an input, and at 64 KiB that costs more than the readers do.
/// Two edges may share a place; the numbers of blocks are the same in every run, so what is found once is found again.
/// </remarks>
public static class EdgeMap
{
    /// <summary>Places for edges.</summary>
    public const int Size = 4096;

    private static readonly byte[] s_hits = new byte[Size];
    private static int s_previous;
    private static int s_left = int.MaxValue;
    private static int s_granted = int.MaxValue;

    /// <summary>Passes of each edge, modulo 256.</summary>
    public static byte[] Hits
    {
        get { return s_hits; }
    }

    /// <summary>Blocks passed since <see cref="Begin"/>.</summary>
    public static int Steps
    {
        get { return s_granted - s_left; }
    }

    /// <summary>Forgets all traces. Past <paramref name="stepsMax"/> blocks the next one throws: time is counted, not measured.</summary>
    public static void Begin(int stepsMax)
    {
        Array.Clear(s_hits);
        s_previous = 0;
        s_left = stepsMax;
        s_granted = stepsMax;
    }

    /// <summary>Lets woven code run on for checks that nobody counts.</summary>
    public static void End()
    {
        s_left = int.MaxValue;
        s_granted = int.MaxValue;
    }

    /// <summary>What is woven in at the beginning of each block, with its number, 0 to 4095.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Hit(int block)
    {
        s_hits[(s_previous ^ block) & (Size - 1)]++;
        s_previous = block >> 1;
        s_left--;

        if (s_left < 0)
        {
            TooManySteps();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void TooManySteps()
    {
        int granted = s_granted;
        End();

        throw new TooManyStepsException($"more than {granted} steps");
    }
}
