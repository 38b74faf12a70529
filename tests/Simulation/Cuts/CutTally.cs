using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;

using ToyGuard.Fakes;

namespace ToyGuard.Simulation.Cuts;

/// <summary>What a campaign counted.</summary>
public sealed class CutTally
{
    private readonly HashSet<ulong> _images = [];
    private readonly long[] _singles = new long[(int)FlashCut.Emptied + 1];
    private readonly long[] _doubles = new long[(int)FlashCut.Emptied + 1];
    private long _shared;
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    /// <summary>Cuts tried. Each differs from every other by its position, its model or its seed, and by what it leaves in the flash.</summary>
    public long Cuts
    {
        get { return _singles.Sum() + _doubles.Sum() - _shared; }
    }

    /// <summary>Cuts that met a device that recovered from another.</summary>
    public long Doubles
    {
        get { return _doubles.Sum(); }
    }

    /// <summary>Positions, models and seeds that left what another one had left, and were not counted.</summary>
    public long Repeats { get; private set; }

    /// <summary>Seconds since it began.</summary>
    public double Seconds
    {
        get { return _watch.Elapsed.TotalSeconds; }
    }

    /// <summary>Most calls to flash that a boot took.</summary>
    public int BootCallsMost { get; private set; }

    /// <summary>Most bytes that a boot read.</summary>
    public long BootBytesMost { get; private set; }

    /// <summary>Most sectors that a boot erased.</summary>
    public int BootErasesMost { get; private set; }

    /// <summary>Single and double cuts of one kind.</summary>
    public (long Singles, long Doubles) Of(FlashCut cut)
    {
        return (_singles[(int)cut], _doubles[(int)cut]);
    }

    /// <summary>Counts a cut. False when another one left the same.</summary>
    internal bool Count(FlashCut cut, bool isDouble, ulong image)
    {
        if (!_images.Add(image))
        {
            Repeats++;
            return false;
        }

        (isDouble ? _doubles : _singles)[(int)cut]++;
        return true;
    }

    /// <summary>Both together. What both left in the flash is counted once.</summary>
    internal CutTally And(CutTally other)
    {
        for (int cut = 0; cut < _singles.Length; cut++)
        {
            _singles[cut] += other._singles[cut];
            _doubles[cut] += other._doubles[cut];
        }

        int before = _images.Count + other._images.Count;
        _images.UnionWith(other._images);
        Repeats += other.Repeats;
        _shared += before - _images.Count;
        NoteBoot(other.BootCallsMost, other.BootBytesMost, other.BootErasesMost);

        return this;
    }

    /// <summary>Notes what a boot took.</summary>
    internal void NoteBoot(int calls, long bytes, int erases)
    {
        BootCallsMost = int.Max(BootCallsMost, calls);
        BootBytesMost = long.Max(BootBytesMost, bytes);
        BootErasesMost = int.Max(BootErasesMost, erases);
    }
}
