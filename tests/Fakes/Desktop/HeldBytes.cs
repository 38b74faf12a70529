using System;
using System.Threading;

namespace ToyGuard.Fakes;

/// <summary>How much memory lives, for tests that something leaves nothing behind.</summary>
public static class HeldBytes
{
    private const int WaitMs = 10_000;

    /// <summary>What lives after a full collection, holes left out. GC.GetTotalMemory wanders by a megabyte and has been seen to fall below zero.</summary>
    public static long Now()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        long held = 0;

        foreach (GCGenerationInfo generation in GC.GetGCMemoryInfo(GCKind.FullBlocking).GenerationInfo)
        {
            held += generation.SizeAfterBytes - generation.FragmentationAfterBytes;
        }

        return held;
    }

    /// <summary>Fails unless no more than <paramref name="most"/> bytes more live than <paramref name="before"/>, now or within ten seconds.</summary>
    public static void AssertNear(long before, long most)
    {
        Assert.IsTrue(SpinWait.SpinUntil(() => Now() - before < most, WaitMs), $"{Now()} bytes are held, {before} were");
    }
}
