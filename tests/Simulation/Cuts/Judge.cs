using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

using ToyGuard.Core.Boot;
using ToyGuard.Core.Records;
using ToyGuard.Core.Settings;
using ToyGuard.Simulation.Home;

namespace ToyGuard.Simulation.Cuts;

/// <summary>Holds a device that has just started against what was promised. Each method names what does not hold, or gives null.</summary>
internal static class Judge
{
    /// <summary>All that is promised of a start after a cut.</summary>
    public static string? Complaint(Sight seen, int boot, Expectation expected)
    {
        // Also where all was gone but the last bits of the mark.
        if (seen.IsWiped || (seen.Newest.Length == 0 && expected.Before.Newest.Length > 0 && expected.After.Newest.Length == 0))
        {
            return Wiped(seen, boot, expected);
        }

        return Settings(seen, expected) ?? Ladder(seen, expected) ?? Openness(seen, expected) ?? Usage(seen, expected) ?? Faultless(seen) ?? Kept(seen, expected) ?? Added(seen, boot, expected);
    }

    /// <summary>What is promised of a start after a call that threw: nothing half done. How many starts that took, and which records were passed over, is left open.</summary>
    public static string? ThrowComplaint(Sight seen, Expectation expected)
    {
        return Settings(seen, expected) ?? Openness(seen, expected) ?? Usage(seen, expected) ?? Faultless(seen) ?? Kept(seen, expected);
    }

    /// <summary>Exactly the old or exactly the new settings, and none in force that are looser (DEF-03).</summary>
    private static string? Settings(Sight seen, Expectation expected)
    {
        if (!seen.Newest.AsSpan().SequenceEqual(expected.Before.Newest) && !seen.Newest.AsSpan().SequenceEqual(expected.After.Newest))
        {
            return "the settings are neither the old nor the new ones: " + Convert.ToHexString(seen.Newest);
        }

        FamilySettings newest = SettingsCodec.Read(seen.Newest).Settings ?? FamilySettings.Strict;

        if (!Strictness.IsNeverLooser(seen.InForce, newest))
        {
            return "the settings in force are looser than those that are kept";
        }

        return seen.Stage == BootStage.Normal && Strictness.Compare(seen.InForce, newest) != Ranking.Equal ? "the settings in force are not those that are kept" : null;
    }

    /// <summary>A wipe that was cut off has ended, and nothing is left (DEL-01).</summary>
    private static string? Wiped(Sight seen, int boot, Expectation expected)
    {
        bool isNew = expected.After.Newest.Length == 0;
        bool isNothing = seen.Newest.Length == 0 && seen.Open == 0 && seen.Faults.Length == 0 && Array.TrueForAll(seen.Records, kept => IsOfStart(kept.Record, boot, isNew));
        return isNothing && isNew ? null : "a wipe was ended that nobody began, or left something";
    }

    private static string? Ladder(Sight seen, Expectation expected)
    {
        if (seen.BadBoots != expected.Before.BadBoots && seen.BadBoots != expected.After.BadBoots)
        {
            return $"{seen.BadBoots} bad boots, not {expected.Before.BadBoots} or {expected.After.BadBoots}";
        }

        return seen.Stage != BootLadder.Of(seen.BadBoots) && seen.Newest.Length > 0 ? "the stage is " + (int)seen.Stage : null;
    }

    /// <summary>Nothing is let out that neither state let out.</summary>
    private static string? Openness(Sight seen, Expectation expected)
    {
        bool isWithin = (seen.Open & ~expected.Before.Open) == 0 || (seen.Open & ~expected.After.Open) == 0;
        return isWithin ? null : $"the gate lets out {seen.Open:X}, saved were {expected.Before.Open:X} and {expected.After.Open:X}";
    }

    private static string? Usage(Sight seen, Expectation expected)
    {
        // A device that nobody has set up has nobody to play with: whether its first day counts as used up is all the same.
        if (expected.Before.Newest.Length == 0)
        {
            return null;
        }

        if (seen.IsUsageUnknown)
        {
            return expected.Before.IsUsageUnknown ? null : "what was used of the day is lost";
        }

        for (int i = 0; i < seen.Used.Length; i++)
        {
            if (!IsBetween(seen.Used[i], expected.Before.Used[i], expected.After.Used[i]))
            {
                return $"endpoint {i} used {seen.Used[i]}, which is not between {expected.Before.Used[i]} and {expected.After.Used[i]}";
            }
        }

        return IsBetween(seen.Names, expected.Before.Names, expected.After.Names) ? null : $"{seen.Names} names, not {expected.Before.Names} to {expected.After.Names}";
    }

    /// <summary>A prefix of what was added, none of it altered; behind it only what the start itself added (LOG-02).</summary>
    private static string? Added(Sight seen, int boot, Expectation expected)
    {
        Dictionary<uint, Record> before = expected.RecordsBefore.ToDictionary(kept => kept.Sequence, kept => kept.Record);
        Queue<KeptRecord> added = new(expected.RecordsAfter.Where(kept => !before.ContainsKey(kept.Sequence)));
        bool isNew = expected.Before.Newest.Length == 0;

        foreach (KeptRecord kept in seen.Records)
        {
            if (before.TryGetValue(kept.Sequence, out Record known) && AreSame(known, kept.Record))
            {
                continue;
            }

            if (added.TryPeek(out KeptRecord next) && next.Sequence == kept.Sequence && AreSame(next.Record, kept.Record))
            {
                added.Dequeue();
            }
            else if (!IsOfStart(kept.Record, boot, isNew))
            {
                return "record " + kept.Sequence.ToString(CultureInfo.InvariantCulture) + " was never added, or not there: kind " + (int)kept.Record.Kind;
            }
            else
            {
                // From here on the start itself adds.
                added.Clear();
            }
        }

        return null;
    }

    private static string? Faultless(Sight seen)
    {
        return seen.Faults.Length > 0 ? "records: " + seen.Faults : null;
    }

    // What was there before and has not expired since is there.
    private static string? Kept(Sight seen, Expectation expected)
    {
        Dictionary<uint, Record> found = seen.Records.ToDictionary(kept => kept.Sequence, kept => kept.Record);
        uint oldest = expected.RecordsAfter.Count > 0 ? expected.RecordsAfter[0].Sequence : uint.MaxValue;
        int lost = expected.RecordsBefore.Count(kept => kept.Sequence >= oldest && !(found.TryGetValue(kept.Sequence, out Record there) && AreSame(there, kept.Record)));
        return lost > 0 ? $"{lost} records are lost or altered" : null;
    }

    private static bool IsOfStart(Record record, int boot, bool isNew)
    {
        // Only a device that nobody has set up may lose what it wrote first of all, and say so.
        return record.Boot == boot
            && (record.Kind is RecordKind.DeviceStarted or RecordKind.SettingsRepaired or RecordKind.LadderStageEntered or RecordKind.WipeDone
                || (isNew && record.Kind is RecordKind.SettingsDamaged or RecordKind.UsageUnknown or RecordKind.FlashFailed));
    }

    /// <summary>True when two records say the same.</summary>
    public static bool AreSame(Record a, Record b)
    {
        return a.Kind == b.Kind && a.UtcSeconds == b.UtcSeconds && a.Boot == b.Boot && a.Toy == b.Toy && a.Endpoint == b.Endpoint
            && a.Reason == b.Reason && a.First == b.First && a.Second == b.Second && a.Flags == b.Flags;
    }

    private static bool IsBetween(long value, long a, long b)
    {
        return value >= long.Min(a, b) && value <= long.Max(a, b);
    }
}
