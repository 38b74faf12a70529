using System;

using ToyGuard.Core.Storage;

namespace ToyGuard.Fakes;

/// <summary>A flash in memory with the areas of <see cref="FlashLayout"/>, which loses power, fails, throws and lies when a test says so.</summary>
/// <remarks>
/// Power: a write has one step for every sector that it erases (an area that holds nothing needs none) and one for every byte that it
/// programs; <see cref="CutAfter"/> takes the power away after that many more, and from then on every call fails until <see cref="PowerOn"/>.
/// What the cut leaves of the call that it met is <see cref="Cut"/>, with <see cref="Seed"/> for what is left to chance.
/// </remarks>
public sealed class FlashModel : IFlash
{
    private static readonly byte[] s_nothing = new byte[0];

    private readonly FlashArea[] _areas = new FlashArea[FlashLayout.AreaCount];
    private readonly byte[] _faults = new byte[FlashLayout.AreaCount];
    private readonly int[] _reads = new int[FlashLayout.AreaCount];
    private readonly int[] _writes = new int[FlashLayout.AreaCount];
    private int _stepsLeft = -1;
    private int _failAt = -1;
    private int _throwAt = -1;

    /// <summary>A new flash: every area holds nothing.</summary>
    public FlashModel()
    {
        for (int i = 0; i < _areas.Length; i++)
        {
            _areas[i] = new FlashArea(FlashLayout.CapacityOf(i));
        }
    }

    /// <summary>What a power cut leaves.</summary>
    public FlashCut Cut { get; set; }

    /// <summary>For what a power cut leaves to chance.</summary>
    public int Seed { get; set; }

    /// <summary>Steps that a failing or throwing write does before it fails: 0 none, <see cref="int.MaxValue"/> all of them.</summary>
    public int StepsOfFailing { get; set; }

    /// <summary>True from a power cut on.</summary>
    public bool IsOff { get; private set; }

    /// <summary>Calls that read or write, since it was made.</summary>
    public int Calls { get; private set; }

    /// <summary>Steps done since it was made.</summary>
    public int Steps { get; private set; }

    /// <summary>Calls that write: additions, replacements and erases.</summary>
    public int Writes
    {
        get { return Sum(_writes); }
    }

    /// <summary>Calls that read an area.</summary>
    public int ReadsOf(int area)
    {
        return _reads[area];
    }

    /// <summary>Calls that wrote an area, or tried.</summary>
    public int WritesOf(int area)
    {
        return _writes[area];
    }

    /// <summary>How often any sector was erased.</summary>
    public int Erases
    {
        get
        {
            int erases = 0;

            for (int area = 0; area < _areas.Length; area++)
            {
                erases += ErasesOf(area);
            }

            return erases;
        }
    }

    /// <summary>How often sectors of an area were erased.</summary>
    public int ErasesOf(int area)
    {
        int erases = 0;

        for (int i = 0; i < _areas[area].Sectors; i++)
        {
            erases += _areas[area].ErasesOf(i);
        }

        return erases;
    }

    /// <summary>How often one sector of an area was erased.</summary>
    public int ErasesOf(int area, int sector)
    {
        return _areas[area].ErasesOf(sector);
    }

    /// <summary>Sectors of an area that hold anything, and have to be erased before it is replaced.</summary>
    public int UsedSectorsOf(int area)
    {
        return _areas[area].UsedSectors;
    }

    /// <summary>Takes the power away after that many more steps; 0: at the next write that has a step.</summary>
    public void CutAfter(int steps)
    {
        _stepsLeft = steps;
    }

    /// <summary>Power again, for good unless another cut is asked for.</summary>
    public void PowerOn()
    {
        IsOff = false;
        _stepsLeft = -1;
    }

    /// <summary>One call fails: the next one (0) or the one after that many more. -1: none.</summary>
    public void FailAt(int calls)
    {
        _failAt = calls;
    }

    /// <summary>One call throws <see cref="FlashException"/>: the next one (0) or the one after that many more. -1: none.</summary>
    public void ThrowAt(int calls)
    {
        _throwAt = calls;
    }

    /// <summary>Breaks an area, or mends it with <see cref="FlashFault.None"/>.</summary>
    public void Break(int area, FlashFault fault)
    {
        _faults[area] = (byte)fault;
    }

    /// <summary>All areas hold nothing: a drive that was formatted anew. Counters and faults stay.</summary>
    public void LoseAll()
    {
        for (int area = 0; area < _areas.Length; area++)
        {
            Put(area, s_nothing);
        }
    }

    /// <summary>What an area holds.</summary>
    public byte[] Held(int area)
    {
        byte[] held = new byte[_areas[area].Length];
        _areas[area].Read(0, held, 0, held.Length);

        return held;
    }

    /// <summary>Makes an area hold this, with power or without and whatever is broken; no call is counted.</summary>
    public void Put(int area, byte[] bytes)
    {
        FlashArea there = _areas[area];

        for (int i = there.UsedSectors - 1; i >= 0; i--)
        {
            there.EraseSector(i);
        }

        there.Begin(isDirty: false);
        there.Program(0, bytes, 0, bytes.Length);
        there.Length = bytes.Length;
    }

    /// <summary>Turns the bits of a held byte that are set in <paramref name="mask"/>: rot.</summary>
    public void Rot(int area, int at, int mask)
    {
        _areas[area].Force(at, (byte)(_areas[area][at] ^ mask));
    }

    /// <summary>What all areas hold, and how worn they are, becomes as in another one. Power, faults, plans and counts of calls stay.</summary>
    public void CopyFrom(FlashModel other)
    {
        for (int i = 0; i < _areas.Length; i++)
        {
            _areas[i].CopyFrom(other._areas[i]);
        }
    }

    /// <summary>True when all areas hold the same in both.</summary>
    public bool IsSameAs(FlashModel other)
    {
        for (int i = 0; i < _areas.Length; i++)
        {
            if (!IsSameAs(other, i))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True when an area holds the same in both.</summary>
    public bool IsSameAs(FlashModel other, int area)
    {
        return _areas[area].IsSameAs(other._areas[area]);
    }

    /// <inheritdoc/>
    public int CapacityOf(int area)
    {
        return FlashLayout.CapacityOf(area);
    }

    /// <inheritdoc/>
    public int Read(int area, int offset, byte[] buffer, int at, int count)
    {
        if (!IsThere(area))
        {
            return -1;
        }

        _reads[area]++;

        if (IsFailing(out bool isThrowing) || _faults[area] == (byte)FlashFault.ReadFails)
        {
            return isThrowing ? throw Thrown("read", area) : -1;
        }

        int left = _areas[area].Length - offset;
        int given = left < 0 ? 0 : left < count ? left : count;
        _areas[area].Read(offset, buffer, at, given);

        return given;
    }

    /// <inheritdoc/>
    public bool Append(int area, int held, byte[] bytes, int offset, int count)
    {
        return Write("append", area, held, bytes, offset, count);
    }

    /// <inheritdoc/>
    public bool Replace(int area, byte[] bytes, int offset, int count)
    {
        return Write("replace", area, -1, bytes, offset, count);
    }

    /// <inheritdoc/>
    public bool Erase(int area)
    {
        return Write("erase", area, -1, s_nothing, 0, 0);
    }

    // What an addition expects to be held; -1 when all is to be erased first.
    private bool Write(string what, int area, int held, byte[] bytes, int offset, int count)
    {
        if (!IsThere(area))
        {
            return false;
        }

        FlashArea there = _areas[area];
        _writes[area]++;
        bool isFailing = IsFailing(out bool isThrowing);
        int sectors = held < 0 ? there.UsedSectors : 0;
        int start = held < 0 ? 0 : there.Length;

        if (IsOff || start + count > there.Capacity || (held >= 0 && held != there.Length))
        {
            return isThrowing ? throw Thrown(what, area) : false;
        }

        if (isFailing)
        {
            DoPart(there, sectors, bytes, offset, count, StepsOfFailing);
            return isThrowing ? throw Thrown(what, area) : false;
        }

        FlashFault fault = (FlashFault)_faults[area];

        if (fault is not FlashFault.None and not FlashFault.ReadFails)
        {
            return DoBroken(there, fault, sectors, bytes, offset, count);
        }

        if (_stepsLeft >= 0 && _stepsLeft < sectors + count)
        {
            IsOff = true;
            DoPart(there, sectors, bytes, offset, count, _stepsLeft);
            return false;
        }

        DoPart(there, sectors, bytes, offset, count, sectors + count);
        _stepsLeft = _stepsLeft < 0 ? -1 : _stepsLeft - sectors - count;

        return true;
    }

    private void DoPart(FlashArea area, int sectors, byte[] bytes, int offset, int count, int steps)
    {
        if (steps < sectors + count)
        {
            Steps += steps;
            FlashCutter.Part(area, Cut, sectors, bytes, offset, count, steps, new Chance(Seed));
            return;
        }

        Steps += sectors + count;
        Erase(area, sectors);
        Program(area, bytes, offset, count);
    }

    private static bool DoBroken(FlashArea area, FlashFault fault, int sectors, byte[] bytes, int offset, int count)
    {
        switch (fault)
        {
            case FlashFault.ProgramFails:
                Erase(area, sectors);
                return count == 0;
            case FlashFault.ProgramIgnored:
                Erase(area, sectors);
                area.Length += count;
                return true;
            case FlashFault.EraseFails when sectors == 0:
                Program(area, bytes, offset, count);
                return true;
            case FlashFault.EraseIgnored:
                if (sectors > 0)
                {
                    area.Begin(isDirty: true);
                }

                Program(area, bytes, offset, count);
                return true;
            default:
                return fault == FlashFault.Ignoring;
        }
    }

    private static void Erase(FlashArea area, int sectors)
    {
        for (int i = sectors - 1; i >= 0; i--)
        {
            area.EraseSector(i);
        }

        if (sectors > 0)
        {
            area.Begin(isDirty: false);
        }
    }

    private static void Program(FlashArea area, byte[] bytes, int offset, int count)
    {
        int start = area.Length;
        area.Program(start, bytes, offset, count);
        area.Length = start + count;
    }

    private bool IsFailing(out bool isThrowing)
    {
        Calls++;
        isThrowing = _throwAt == 0;
        bool isFailing = isThrowing || _failAt == 0 || IsOff;
        _throwAt = _throwAt < 0 ? -1 : _throwAt - 1;
        _failAt = _failAt < 0 ? -1 : _failAt - 1;

        return isFailing;
    }

    private static FlashException Thrown(string what, int area)
    {
        return new FlashException(what + " " + FlashLayout.NameOf(area));
    }

    private static bool IsThere(int area)
    {
        return area >= 0 && area < FlashLayout.AreaCount;
    }

    private static int Sum(int[] counts)
    {
        int sum = 0;

        for (int i = 0; i < counts.Length; i++)
        {
            sum += counts[i];
        }

        return sum;
    }
}
