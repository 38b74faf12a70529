using ToyGuard.Core.Policy;
using ToyGuard.Core.Privacy;

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
/// The direction of every field stands in the two Merge methods and nowhere else:
/// <code>
///   IsPaired            false is stricter: nothing leaves before a guardian exists
///   IsEverythingPaused  true
///   RetentionDays       fewer, down to 7; from there on all are equally private
///   Toys                by name; one that is missing counts as the strictest
///   IsPaused            true
///   QuietHours          more minutes, whatever windows spell them
///   PlayMinutesADay     fewer; no limit is the loosest
///   ChildBand           younger; unknown is looser than under 9 and stands beside the others, since an unknown child is never held for
///                       its age, but has the rules of the youngest elsewhere
///   Approvals           fewer
///   Consents            fewer; of one use the one that ends earlier
/// </code>
/// So a is stricter than b exactly when merging b into a changes nothing in a but something in b: a partial order with a greatest lower
/// bound. What a stricter one allows at the gate, the looser one allows too, the same being used of the day; tests/Core tries that on the gate.
/// </remarks>
public static class Strictness
{
    /// <summary>How <paramref name="a"/> stands to <paramref name="b"/>: Stricter means that a is.</summary>
    public static Ranking Compare(FamilySettings a, FamilySettings b)
    {
        FamilySettings both = Merge(a, b);
        int stricter = AreEqual(both, b) ? 0 : (int)Ranking.Stricter;
        int looser = AreEqual(both, a) ? 0 : (int)Ranking.Looser;
        return (Ranking)(stricter | looser);
    }

    /// <summary>True when <paramref name="now"/> is equal to <paramref name="before"/> or stricter; false for a mixture.</summary>
    public static bool IsNeverLooser(FamilySettings now, FamilySettings before)
    {
        return AreEqual(Merge(now, before), now);
    }

    /// <summary>Of each field the stricter value: never looser than either, and no stricter than that takes.</summary>
    /// <remarks>Stricter than it takes only where the quiet hours of both need more than <see cref="ToySettings.WindowsMax"/> windows: then it is quiet all week.</remarks>
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

        return new FamilySettings(
            a.IsPaired && b.IsPaired,
            a.IsEverythingPaused || b.IsEverythingPaused,
            a.RetentionDays < b.RetentionDays ? a.RetentionDays : b.RetentionDays,
            toys);
    }

    /// <summary>The same for two settings of one toy.</summary>
    internal static ToySettings Merge(ToySettings a, ToySettings b)
    {
        return new ToySettings(
            a.Name,
            a.IsPaused || b.IsPaused,
            QuietMinutes.Union(a.QuietHours, b.QuietHours),
            Fewer(a.PlayMinutesADay, b.PlayMinutesADay),
            Younger(a.ChildBand, b.ChildBand),
            InBoth(a, b),
            Earlier(a, b));
    }

    // Read as unsigned, no limit is the largest number there is.
    private static int Fewer(int a, int b)
    {
        return (uint)a < (uint)b ? a : b;
    }

    private static AgeBand Younger(AgeBand a, AgeBand b)
    {
        if (a != b && (a == AgeBand.Unknown || b == AgeBand.Unknown))
        {
            return AgeBand.Under9;
        }

        return a < b ? a : b;
    }

    private static long[] InBoth(ToySettings a, ToySettings b)
    {
        long[] prints = a.Approvals;
        int count = 0;

        for (int i = 0; i < prints.Length; i++)
        {
            if (b.IsApproved(prints[i]))
            {
                prints[count++] = prints[i];
            }
        }

        return ToySettings.First(prints, count);
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

    private static bool AreEqual(FamilySettings a, FamilySettings b)
    {
        return a.IsPaired == b.IsPaired
            && a.IsEverythingPaused == b.IsEverythingPaused
            && KeptLong(a) == KeptLong(b)
            && HasToysOf(a, b)
            && HasToysOf(b, a);
    }

    private static int KeptLong(FamilySettings settings)
    {
        return settings.RetentionDays > FamilySettings.RetentionDaysDefault ? settings.RetentionDays : FamilySettings.RetentionDaysDefault;
    }

    // One meaning of a toy's settings has one spelling.
    private static bool HasToysOf(FamilySettings settings, FamilySettings other)
    {
        for (int i = 0; i < other.Toys.Length; i++)
        {
            if (!SettingsCodec.AreSame(SettingsCodec.Write(other.Toys[i]), SettingsCodec.Write(settings.Of(other.Toys[i].Name))))
            {
                return false;
            }
        }

        return true;
    }
}
