using ToyGuard.Core.Policy;
using ToyGuard.Core.Times;

namespace ToyGuard.Core.Family;

/// <summary>"Is my toy safely set up?": each item by itself, fine or with the one thing that mends it (INFO-05). Pure.</summary>
public static class SafetyCheck
{
    /// <summary>How many items there are; they are numbered from 1.</summary>
    public const int Count = 10;

    /// <summary>What mends an item; None when it is fine, and for no item.</summary>
    public static SafetyFix FixOf(SafetyItem item, SafetyFacts facts)
    {
        return item switch
        {
            SafetyItem.Spare when facts.Guardians == 0 => SafetyFix.Pair,
            SafetyItem.Spare when facts.Guardians == 1 && !facts.HasOwnerCode => SafetyFix.Invite,
            SafetyItem.Pins when facts.PhonesWithoutPin > 0 => SafetyFix.SetPin,
            SafetyItem.Wifi when facts.IsWifiFaulty => SafetyFix.ChooseWifi,
            SafetyItem.Clock when facts.IsClockUnknown => SafetyFix.SetClock,
            SafetyItem.Settings when facts.Complaints > 0 => SafetyFix.LookAtRules,
            SafetyItem.Records when facts.AreRecordsDamaged => SafetyFix.LookAtHistory,
            SafetyItem.Plain when facts.PlainPlaces > 0 => SafetyFix.ClosePlain,
            SafetyItem.Ends when facts.EndlessPlaces > 0 => SafetyFix.GiveAnEnd,
            SafetyItem.Support when facts.UnsupportedToys > 0 => SafetyFix.AskMaker,
            SafetyItem.Notices when facts.UnreadNotices > 0 => SafetyFix.ReadNotices,
            _ => SafetyFix.None,
        };
    }

    /// <summary>How many items are to be mended.</summary>
    public static int ToFix(SafetyFacts facts)
    {
        int count = 0;

        for (int item = 1; item <= Count; item++)
        {
            count += FixOf((SafetyItem)item, facts) == SafetyFix.None ? 0 : 1;
        }

        return count;
    }

    /// <summary>True once the last day of fixes is past. False while the time is not known, and where no day is promised, as in a home manifest.</summary>
    /// <param name="supportUntil">As yyyy-mm-dd (<see cref="Manifest.SupportUntil"/>).</param>
    /// <param name="now">The time.</param>
    public static bool IsSupportOver(string supportUntil, Moment now)
    {
        int day = Calendar.DayOf(supportUntil);
        return now.IsKnown && day != Calendar.NoDay && now.Day > day;
    }
}
