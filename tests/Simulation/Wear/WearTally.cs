using ToyGuard.Core.Storage;
using ToyGuard.Fakes;

namespace ToyGuard.Simulation.Wear;

/// <summary>What was written and erased between two looks at one flash, a day's mean.</summary>
internal sealed class WearTally
{
    private readonly int[] _erases = new int[FlashLayout.AreaCount];
    private readonly int[] _writes = new int[FlashLayout.AreaCount];
    private int _most;
    private readonly int[,] _sectors = new int[FlashLayout.AreaCount, 4];

    /// <summary>Begins to count.</summary>
    public WearTally(FlashModel flash)
    {
        Add(flash, -1);
    }

    /// <summary>Sectors erased a day, all areas together.</summary>
    public double Erases => ErasesOf(0, FlashLayout.AreaCount);

    /// <summary>Writes a day, all areas together.</summary>
    public double Writes => WritesOf(0, FlashLayout.AreaCount);

    /// <summary>How often a day the sector that is erased most often is.</summary>
    public double MostOfASector => (double)_most / WearRun.Days;

    /// <summary>Ends.</summary>
    public void End(FlashModel flash)
    {
        Add(flash, 1);
    }

    /// <summary>Sectors erased a day in so many areas from one on.</summary>
    public double ErasesOf(int first, int areas)
    {
        return Mean(_erases, first, areas);
    }

    /// <summary>Writes a day in so many areas from one on.</summary>
    public double WritesOf(int first, int areas)
    {
        return Mean(_writes, first, areas);
    }

    private static double Mean(int[] counts, int first, int areas)
    {
        int sum = 0;

        for (int area = first; area < first + areas; area++)
        {
            sum += counts[area];
        }

        return (double)sum / WearRun.Days;
    }

    private void Add(FlashModel flash, int sign)
    {
        for (int area = 0; area < FlashLayout.AreaCount; area++)
        {
            _erases[area] += sign * flash.ErasesOf(area);
            _writes[area] += sign * flash.WritesOf(area);

            for (int sector = 0; sector < FlashLayout.CapacityOf(area) / FlashLayout.BlockBytes; sector++)
            {
                _sectors[area, sector] += sign * flash.ErasesOf(area, sector);
                _most = sign > 0 && _sectors[area, sector] > _most ? _sectors[area, sector] : _most;
            }
        }
    }
}
