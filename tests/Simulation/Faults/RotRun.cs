using System;
using System.Collections.Generic;
using System.Linq;

using ToyGuard.Core.Settings;
using ToyGuard.Core.Storage;
using ToyGuard.Fakes;
using ToyGuard.Simulation.Cuts;
using ToyGuard.Simulation.Home;

namespace ToyGuard.Simulation.Faults;

/// <summary>Bits turn over in one byte of one area, every byte of each in turn: all eight single bits, and pairs and triples by chance.</summary>
internal sealed class RotRun
{
    // 2026-11-23, a Monday, 10:00.
    private const long Begin = (20_780L * 86_400) + (10 * 3600);
    private const int PatternsByChance = 4;
    private const int HeaderBytes = 64;
    private const int RowBytes = 32;

    private readonly FlashModel _flash = new();
    private readonly KeptRecord[] _records;
    private readonly Sight _sound;
    private readonly long _now;

    // Where the last entry of each area of usage begins: damaged, it cannot be told from one that was cut off.
    private readonly int[] _lastEntry = new int[FlashLayout.AreaCount];

    /// <summary>A home in which some things happened.</summary>
    public RotRun(Op[] ops)
    {
        Device device = new(_flash, Begin);

        foreach (Op op in ops.Where(static op => op.Kind is not (OpKind.Reboot or OpKind.Wipe)))
        {
            int a = _flash.Held(FlashLayout.UsageA).Length;
            int b = _flash.Held(FlashLayout.UsageB).Length;
            device.Do(op);
            Note(FlashLayout.UsageA, a);
            Note(FlashLayout.UsageB, b);
        }

        device.Do(new Op(OpKind.MarkGood, 0, 0));
        _now = device.Now;
        _records = device.Look().Records;
        _sound = Rotten(_flash);
    }

    /// <summary>Patterns tried.</summary>
    public int Rots { get; private set; }

    /// <summary>Those after which what was used of the day lacks its last note, as after a cut.</summary>
    public int LastNotesLost { get; private set; }

    /// <summary>Those after which the last record of all is taken for one that was being added.</summary>
    public int LastRecordsLost { get; private set; }

    /// <summary>Bytes of each area, by name.</summary>
    public string Areas
    {
        get { return string.Join(", ", Enumerable.Range(0, FlashLayout.AreaCount).Where(area => _flash.Held(area).Length > 0).Select(area => $"{FlashLayout.NameOf(area)} {_flash.Held(area).Length}")); }
    }

    /// <summary>Tries all of it. Throws <see cref="CutFoundException"/> where a promise does not hold.</summary>
    public void Run()
    {
        FlashModel rotten = new();

        for (int area = 0; area < FlashLayout.AreaCount; area++)
        {
            int length = _flash.Held(area).Length;

            for (int at = 0; at < length; at++)
            {
                foreach (int mask in Masks((area << 16) + at))
                {
                    rotten.CopyFrom(_flash);
                    rotten.Rot(area, at, mask);
                    Rots++;

                    if (Complaint(Rotten(rotten), area, at) is string complaint)
                    {
                        throw new CutFoundException($"{FlashLayout.NameOf(area)}, byte {at}, bits {mask:X2}: {complaint}");
                    }
                }
            }
        }
    }

    private void Note(int area, int before)
    {
        if (_flash.Held(area).Length != before)
        {
            _lastEntry[area] = before;
        }
    }

    private static HashSet<int> Masks(int seed)
    {
        Chance chance = new(seed);
        HashSet<int> masks = [1, 2, 4, 8, 16, 32, 64, 128];

        for (int i = 0; i < PatternsByChance; i++)
        {
            int two = (1 << chance.Below(8)) | (1 << chance.Below(8));
            masks.Add(two);
            masks.Add(two | (1 << chance.Below(8)));
        }

        return masks;
    }

    private Sight Rotten(FlashModel flash)
    {
        FlashModel copy = new();
        copy.CopyFrom(flash);
        return new Device(copy, _now).Look();
    }

    private string? Complaint(Sight seen, int area, int at)
    {
        if (!seen.Newest.AsSpan().SequenceEqual(_sound.Newest))
        {
            return "the settings are not as they were saved";
        }

        if ((seen.Open & ~_sound.Open) != 0 || !Strictness.IsNeverLooser(seen.InForce, _sound.InForce))
        {
            return "the gate is wider than what was saved";
        }

        return Usage(seen, area, at) ?? Records(seen, area, at);
    }

    private string? Usage(Sight seen, int area, int at)
    {
        bool isLess = Enumerable.Range(0, seen.Used.Length).Any(i => seen.Used[i] < _sound.Used[i]) || (!seen.IsUsageUnknown && seen.Names < _sound.Names);
        bool isLast = area is FlashLayout.UsageA or FlashLayout.UsageB && at >= _lastEntry[area];
        LastNotesLost += isLess ? 1 : 0;

        return isLess && !isLast ? "less is used of the day than was used" : null;
    }

    private string? Records(Sight seen, int area, int at)
    {
        Dictionary<uint, KeptRecord> shown = seen.Records.ToDictionary(kept => kept.Sequence);
        List<KeptRecord> missing = [];

        foreach (KeptRecord kept in _records)
        {
            if (!shown.TryGetValue(kept.Sequence, out KeptRecord there))
            {
                missing.Add(kept);
            }
            else if (!Judge.AreSame(kept.Record, there.Record))
            {
                return $"record {kept.Sequence} was altered, and is shown as proved";
            }
        }

        // Also a segment that has just begun, with its first row.
        int length = _flash.Held(area).Length;
        bool isLastRow = at >= length - RowBytes || length <= HeaderBytes + RowBytes;

        if (seen.FaultsAt.Length == 0)
        {
            LastRecordsLost += missing.Count;
            bool isTorn = isLastRow && missing.Count <= 1 && (missing.Count == 0 || missing[0].Sequence == _records[^1].Sequence);
            return isTorn || missing.Count == 0 && area < FlashLayout.Records ? null : $"{missing.Count} records are missing, and nothing says so";
        }

        // A segment whose header is damaged does not tell its numbers any more: that it is, is all that can be said.
        if (area >= FlashLayout.Records && at < HeaderBytes)
        {
            return null;
        }

        // At its place: behind the last one that is proved, not behind the first that is not.
        uint first = seen.FaultsAt[0];
        bool isThere = missing.Count == 0 || first <= missing[0].Sequence;
        bool isNear = missing.Count == 0 || !_records.Any(kept => kept.Sequence >= first && kept.Sequence < missing[0].Sequence);

        return isThere && isNear ? null : $"the first fault is told at {first}, the first record missing is {missing[0].Sequence}";
    }
}
