using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;

namespace ToyGuard.Core.Family;

/// <summary>What of a family's rules became looser; the most private thing is named.</summary>
public enum LoosenedPart : byte
{
    /// <summary>Nothing.</summary>
    Nothing = 0,

    /// <summary>A rule: a pause, a time, an age.</summary>
    Rule = 1,

    /// <summary>A place is open that was not, or for longer.</summary>
    Place = 2,

    /// <summary>A use of a sensor is agreed to that was not, or for longer.</summary>
    Sensor = 3,
}

/// <summary>Compares two settings for the notice that a change raises (INFO-03). <see cref="Strictness"/> says whether, this says what. Pure.</summary>
public static class Loosened
{
    /// <summary>What is looser in <paramref name="after"/> than in <paramref name="before"/>.</summary>
    /// <param name="before">The settings that were in force.</param>
    /// <param name="after">The settings that are.</param>
    /// <param name="toys">The toys that are here; number 1 is the first.</param>
    /// <param name="toy">The number of the first toy that it concerns; 0 for none of them, or for all.</param>
    public static LoosenedPart Of(FamilySettings before, FamilySettings after, DeclaredToy[] toys, out int toy)
    {
        toy = 0;

        if (Strictness.IsNeverLooser(after, before))
        {
            return LoosenedPart.Nothing;
        }

        LoosenedPart most = LoosenedPart.Rule;

        for (int number = 1; number <= toys.Length; number++)
        {
            LoosenedPart part = OfToy(before, after, toys[number - 1]);

            if (part > most || (part == most && toy == 0))
            {
                most = part;
                toy = number;
            }
        }

        return most;
    }

    private static LoosenedPart OfToy(FamilySettings familyBefore, FamilySettings familyAfter, DeclaredToy toy)
    {
        ToySettings before = familyBefore.Of(toy.Name);
        ToySettings after = familyAfter.Of(toy.Name);

        for (int sensor = 1; sensor <= toy.Manifest.Sensors.Length; sensor++)
        {
            long print = toy.SensorPrintAt(sensor);

            if (after.AgreedUntil(print) > before.AgreedUntil(print))
            {
                return LoosenedPart.Sensor;
            }
        }

        for (int place = 1; place <= toy.Manifest.Endpoints.Length; place++)
        {
            long print = toy.PrintAt(place);

            if (after.IsApproved(print) && (!before.IsApproved(print) || IsLater(after.ApprovedUntil(print), before.ApprovedUntil(print))))
            {
                return LoosenedPart.Place;
            }
        }

        return Strictness.IsNeverLooser(Only(familyAfter, after), Only(familyBefore, before)) ? LoosenedPart.Nothing : LoosenedPart.Rule;
    }

    private static bool IsLater(int untilMinute, int other)
    {
        return untilMinute != other && Approval.Earlier(untilMinute, other) == other;
    }

    // One toy and the children, whose rules may count for it, and nothing else of the family.
    private static FamilySettings Only(FamilySettings family, ToySettings toy)
    {
        FamilySettings only = FamilySettings.Strict;

        for (int i = 0; i < family.Children.Length; i++)
        {
            only = only.WithChild(family.Children[i]);
        }

        return only.WithToy(toy);
    }
}
