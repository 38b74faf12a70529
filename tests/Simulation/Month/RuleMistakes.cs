using System.Linq;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Times;

namespace ToyGuard.Simulation.Month;

/// <summary>The planted mistakes that read a family's settings wrong.</summary>
internal sealed class RuleMistakes(RuleFault fault)
{
    private const int Hour = 60;

    /// <summary>True for a mistake about what is in force.</summary>
    public bool AreOfRules => fault is RuleFault.PauseHasNoEnd or RuleFault.PauseEndsEarly or RuleFault.ApprovalHasNoEnd or RuleFault.WrongWeekday
        or RuleFault.ChildSharesNothing or RuleFault.SharedToyHasOneChild;

    /// <summary>What is in force instead of these.</summary>
    public FamilySettings InForce(FamilySettings settings)
    {
        FamilySettings wrong = settings;

        if (settings.IsEverythingPaused && settings.PausedUntil > 0)
        {
            wrong = wrong.WithPausedUntil(End(settings.PausedUntil));
        }

        foreach (ToySettings toy in settings.Toys)
        {
            wrong = wrong.WithToy(InForce(settings, toy));
        }

        foreach (ChildSettings child in settings.Children)
        {
            DayMinutes minutes = fault == RuleFault.WrongWeekday ? Tomorrow(child.PlayMinutes) : fault == RuleFault.ChildSharesNothing ? DayMinutes.Unlimited : child.PlayMinutes;
            wrong = wrong.WithChild(new ChildSettings(child.Number, child.Animal, child.Colour, child.Band, minutes));
        }

        return wrong;
    }

    /// <summary>What an import comes to instead of <paramref name="merged"/>.</summary>
    public FamilySettings Imported(FamilySettings now, FamilySettings file, FamilySettings merged)
    {
        switch (fault)
        {
            case RuleFault.ImportLoosens:
                return file;
            case RuleFault.ImportAddsToys:
                return MonthToys.Declared.Where(toy => now.Find(toy.Name) is null).Aggregate(merged, Household.Introduce);
            case RuleFault.ImportEndsPauses:
                return merged.Toys.Aggregate(merged.WithEverythingPaused(false), (settings, toy) => settings.WithToy(toy.WithPaused(false)));
            default:
                return merged;
        }
    }

    private ToySettings InForce(FamilySettings settings, ToySettings toy)
    {
        switch (fault)
        {
            case RuleFault.ApprovalHasNoEnd:
                return toy.WithApprovals([.. toy.Approvals.Select(approval => approval.Print)]);
            case RuleFault.WrongWeekday:
                return toy.WithPlayMinutes(Tomorrow(toy.PlayMinutes));
            case RuleFault.SharedToyHasOneChild:
                return toy.IsEverybodys && settings.Children.Length > 0 ? toy.WithChild(settings.Children[0].Number, false) : toy;
            case RuleFault.ChildSharesNothing:
                return settings.Children.Where(child => toy.IsEverybodys || toy.Child == child.Number)
                    .Aggregate(toy, (one, child) => one.WithPlayMinutes(DayMinutes.Fewer(one.PlayMinutes, child.PlayMinutes)));
            default:
                return toy.IsPaused && toy.PausedUntil > 0 ? toy.WithPausedUntil(End(toy.PausedUntil)) : toy;
        }
    }

    private int End(int until)
    {
        return fault == RuleFault.PauseHasNoEnd ? 0 : fault == RuleFault.PauseEndsEarly && until > Hour ? until - Hour : until;
    }

    private static DayMinutes Tomorrow(DayMinutes minutes)
    {
        return new DayMinutes([.. Enumerable.Range(1, DayMinutes.Days).Select(day => minutes.At(day % DayMinutes.Days))]);
    }
}
