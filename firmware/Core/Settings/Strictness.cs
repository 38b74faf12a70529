using ToyGuard.Core.Policy;
using ToyGuard.Core.Privacy;
using ToyGuard.Core.Times;

namespace ToyGuard.Core.Settings;

/// <summary>How one set of settings stands to another. The numbers are bits: somewhere stricter, somewhere looser.</summary>
public enum Ranking : byte
{
    /// <summary>Neither lets out anything that the other holds.</summary>
    Equal = 0,

    /// <summary>Stricter somewhere and looser nowhere.</summary>
    Stricter = 1,

    /// <summary>Looser somewhere and stricter nowhere.</summary>
    Looser = 2,

    /// <summary>Stricter in one place and looser in another.</summary>
    Mixed = 3,
}

/// <summary>Which of two settings is the stricter one, and the strictest of both (DEF-03).</summary>
/// <remarks>
/// The direction of every field stands in this class and nowhere else:
/// <code>
///   IsPaired            false is stricter: nothing leaves before a guardian exists
///   IsEverythingPaused  true; of two pauses the one that ends later, without an end the latest
///   RetentionDays       fewer, down to 7; from there on all are equally private
///   Zone                neither: it says what time it is. A merge keeps the first one's, or the other's where that has none
///   Toys                by name; one that is missing counts as the strictest
///   Children            by the toys that have their rules: more of them, with fewer minutes and younger
///   IsPaused            as of everything
///   QuietHours          more minutes, whatever windows spell them
///   PlayMinutes         fewer, day by day; no limit is the loosest
///   ChildBand           younger; unknown is looser than under 9 and stands beside the others, since an unknown child is never held for
///                       its age, but has the rules of the youngest elsewhere
///   Child, IsShared     everybody's: the rules of all children count (DEF-05); one child and another stand beside each other
///   Tickets             fewer
///   Approvals           fewer; of one endpoint the one that ends earlier, without an end the latest
///   Consents            fewer; of one use the one that ends earlier
/// </code>
/// A partial order. What a stricter one allows at the gate, the looser one allows too, the same being used of the day; tests/Core tries that
/// on the gate.
/// </remarks>
public static class Strictness
{
    /// <summary>How <paramref name="a"/> stands to <paramref name="b"/>: Stricter means that a is.</summary>
    public static Ranking Compare(FamilySettings a, FamilySettings b)
    {
        int stricter = IsNeverLooser(b, a) ? 0 : (int)Ranking.Stricter;
        int looser = IsNeverLooser(a, b) ? 0 : (int)Ranking.Looser;
        return (Ranking)(stricter | looser);
    }

    /// <summary>True when <paramref name="now"/> is equal to <paramref name="before"/> or stricter; false for a mixture.</summary>
    public static bool IsNeverLooser(FamilySettings now, FamilySettings before)
    {
        bool isNever = (!now.IsPaired || before.IsPaired)
            && IsPausedAsLong(now.IsEverythingPaused, now.PausedUntil, before.IsEverythingPaused, before.PausedUntil)
            && KeptLong(now) <= KeptLong(before);

        for (int i = 0; isNever && i < now.Toys.Length; i++)
        {
            isNever = IsNeverLooser(now, now.Toys[i], before, before.Of(now.Toys[i].Name));
        }

        return isNever;
    }

    /// <summary>Of each field the stricter value: never looser than either, and no stricter than that takes.</summary>
    /// <remarks>
    /// Stricter than it takes only where the quiet hours of both need more than <see cref="ToySettings.WindowsMax"/> windows: then it is quiet
    /// all week; and where a toy is one child's in one and another's in the other: then it is everybody's.
    /// </remarks>
    public static FamilySettings Merge(FamilySettings a, FamilySettings b)
    {
        int count = 0;

        for (int i = 0; i < a.Toys.Length; i++)
        {
            count += b.Find(a.Toys[i].Name) is null ? 0 : 1;
        }

        ToySettings[] toys = new ToySettings[count];
        count = 0;

        for (int i = 0; i < a.Toys.Length; i++)
        {
            ToySettings? other = b.Find(a.Toys[i].Name);

            if (other is not null)
            {
                toys[count++] = Merge(a.Toys[i], other);
            }
        }

        FamilySettings both = new FamilySettings(
            a.IsPaired && b.IsPaired,
            a.IsEverythingPaused || b.IsEverythingPaused,
            a.RetentionDays < b.RetentionDays ? a.RetentionDays : b.RetentionDays,
            new ToySettings[0]);

        both = both.IsEverythingPaused ? both.WithPausedUntil(LaterPause(a.IsEverythingPaused, a.PausedUntil, b.IsEverythingPaused, b.PausedUntil)) : both;
        return MergeChildren(both.WithZone(a.Zone.Length > 0 ? a.Zone : b.Zone), a, b).WithToys(toys);
    }

    // Every child of either; of one number with the fewer minutes and the younger age.
    private static FamilySettings MergeChildren(FamilySettings both, FamilySettings a, FamilySettings b)
    {
        for (int i = 0; i < a.Children.Length; i++)
        {
            both = both.WithChild(a.Children[i]);
        }

        for (int i = 0; i < b.Children.Length; i++)
        {
            ChildSettings other = b.Children[i];
            ChildSettings? mine = a.FindChild(other.Number);
            both = both.WithChild(mine is null ? other : new ChildSettings(
                mine.Number, mine.Animal, mine.Colour, Younger(mine.Band, other.Band), DayMinutes.Fewer(mine.PlayMinutes, other.PlayMinutes)));
        }

        return both;
    }

    private static ToySettings Merge(ToySettings a, ToySettings b)
    {
        ToySettings both = new ToySettings(
            a.Name,
            a.IsPaused || b.IsPaused,
            QuietMinutes.Union(a.QuietHours, b.QuietHours),
            ToySettings.NoLimit,
            Younger(a.ChildBand, b.ChildBand),
            new long[0])
            .WithPlayMinutes(DayMinutes.Fewer(a.PlayMinutes, b.PlayMinutes))
            .WithChild(a.Child == b.Child ? a.Child : ToySettings.NobodysChild, a.IsShared || b.IsShared)
            .WithTickets(a.Tickets < b.Tickets ? a.Tickets : b.Tickets)
            .WithApprovals(InBoth(a, b))
            .WithConsents(Earlier(a, b));

        return both.IsPaused ? both.WithPausedUntil(LaterPause(a.IsPaused, a.PausedUntil, b.IsPaused, b.PausedUntil)) : both;
    }

    // A toy's own fields are those of a merge of both, but for whose it is: that counts by the children who have their rules in it.
    private static bool IsNeverLooser(FamilySettings now, ToySettings toy, FamilySettings before, ToySettings other)
    {
        byte[] own = Own(toy);

        if (!SettingsCodec.AreSame(own, Own(Merge(toy, other))))
        {
            return false;
        }

        // In a toy that nothing is set for, no child's rules can hold any more.
        return SettingsCodec.AreSame(own, SettingsCodec.Write(ToySettings.Strict(toy.Name))) || HasRulesOf(now, toy, before, other);
    }

    private static byte[] Own(ToySettings toy)
    {
        return SettingsCodec.Write(toy.WithChild(ToySettings.NobodysChild, false));
    }

    // True when every child who has its rules in the other toy has them in this one, no looser.
    private static bool HasRulesOf(FamilySettings now, ToySettings toy, FamilySettings before, ToySettings other)
    {
        bool hasAll = true;

        for (int i = 0; hasAll && i < before.Children.Length; i++)
        {
            ChildSettings child = before.Children[i];

            if (other.IsEverybodys || other.Child == child.Number)
            {
                ChildSettings? mine = toy.IsEverybodys || toy.Child == child.Number ? now.FindChild(child.Number) : null;
                hasAll = mine is not null
                    && mine.Band == Younger(mine.Band, child.Band)
                    && mine.PlayMinutes.IsSame(DayMinutes.Fewer(mine.PlayMinutes, child.PlayMinutes));
            }
        }

        return hasAll;
    }

    private static bool IsPausedAsLong(bool isPaused, int until, bool wasPaused, int wasUntil)
    {
        return !wasPaused || (isPaused && LaterPause(true, until, true, wasUntil) == until);
    }

    // The later end of two pauses, of which at least one is; without an end is the latest.
    private static int LaterPause(bool isPaused, int until, bool isOther, int otherUntil)
    {
        int earlier = Approval.Earlier(until, otherUntil);
        return !isPaused ? otherUntil : !isOther ? until : earlier == until ? otherUntil : until;
    }

    private static AgeBand Younger(AgeBand a, AgeBand b)
    {
        if (a != b && (a == AgeBand.Unknown || b == AgeBand.Unknown))
        {
            return AgeBand.Under9;
        }

        return a < b ? a : b;
    }

    private static Approval[] InBoth(ToySettings a, ToySettings b)
    {
        Approval[] approvals = a.Approvals;
        int count = 0;

        for (int i = 0; i < approvals.Length; i++)
        {
            if (b.IsApproved(approvals[i].Print))
            {
                int until = Approval.Earlier(approvals[i].UntilMinute, b.ApprovedUntil(approvals[i].Print));
                approvals[count++] = new Approval(approvals[i].Print, until);
            }
        }

        return ToySettings.First(approvals, count);
    }

    private static SensorConsent[] Earlier(ToySettings a, ToySettings b)
    {
        SensorConsent[] consents = a.Consents;
        int count = 0;

        for (int i = 0; i < consents.Length; i++)
        {
            int until = b.AgreedUntil(consents[i].Print);

            if (until > 0)
            {
                consents[count++] = until < consents[i].UntilMinute ? new SensorConsent(consents[i].Print, until) : consents[i];
            }
        }

        return ToySettings.First(consents, count);
    }

    private static int KeptLong(FamilySettings settings)
    {
        return settings.RetentionDays > FamilySettings.RetentionDaysDefault ? settings.RetentionDays : FamilySettings.RetentionDaysDefault;
    }
}
