using System;

using ToyGuard.Core.Times;

namespace ToyGuard.Core.Settings;

/// <summary>All that a family has set, as one whole that is kept, ranked and put in force together. Immutable: nobody changes its arrays.</summary>
/// <remarks>A toy that is not among them counts as <see cref="ToySettings.Strict(string)"/>, wherever settings are compared or put in force.</remarks>
public sealed class FamilySettings
{
    /// <summary>Toys that a home may have.</summary>
    public const int ToysMax = 32;

    /// <summary>Days that records are kept at most (design.md 9).</summary>
    public const int RetentionDaysMax = 30;

    /// <summary>Days that records are kept where nobody has said otherwise; up to that, keeping is no less private.</summary>
    public const int RetentionDaysDefault = 7;

    /// <summary>Takes what was set: no zone, no children, no end of the pause. Throws for a retention out of range, too many toys, and two toys of one name.</summary>
    /// <param name="isPaired">Whether a guardian exists.</param>
    /// <param name="isEverythingPaused">Whether everything is paused.</param>
    /// <param name="retentionDays">0 to 30; 0 keeps no records at all.</param>
    /// <param name="toys">What is set for each toy, given to no child.</param>
    public FamilySettings(bool isPaired, bool isEverythingPaused, int retentionDays, ToySettings[] toys)
    {
        IsPaired = isPaired;
        IsEverythingPaused = isEverythingPaused;
        RetentionDays = Retention(retentionDays);
        Toys = toys;
        Judge();
    }

    private FamilySettings(FamilySettings other)
    {
        IsPaired = other.IsPaired;
        IsEverythingPaused = other.IsEverythingPaused;
        PausedUntil = other.PausedUntil;
        RetentionDays = other.RetentionDays;
        Zone = other.Zone;
        Children = other.Children;
        Toys = other.Toys;
    }

    /// <summary>Every field at its most private: nobody paired, everything paused, no toy known (DEF-01). What a device has of which nothing can be read.</summary>
    /// <remarks>Everything is paused too: who pairs a device ends that pause in the same change.</remarks>
    public static FamilySettings Strict { get; } = new FamilySettings(false, true, RetentionDaysDefault, new ToySettings[0]);

    /// <summary>True once a guardian exists (DEF-02).</summary>
    public bool IsPaired { get; private set; }

    /// <summary>True while a guardian has everything paused (PCTL-07).</summary>
    public bool IsEverythingPaused { get; private set; }

    /// <summary>The minute that the pause of everything ends in, as <see cref="Policy.Moment.Minute"/>; 0 until somebody lifts it, and where there is none.</summary>
    public int PausedUntil { get; private set; }

    /// <summary>Days that records are kept, 0 to 30; 0 keeps none.</summary>
    public int RetentionDays { get; private set; }

    /// <summary>How the clocks of this home go, as <see cref="ZoneRule"/> reads it; empty while nobody has said. No rule of its own, so never stricter or looser.</summary>
    public string Zone { get; private set; } = "";

    /// <summary>The children, by number, ascending; each number once.</summary>
    public ChildSettings[] Children { get; private set; } = new ChildSettings[0];

    /// <summary>What is set for each toy; no two have one name, and each is given to a child that there is, or to nobody.</summary>
    public ToySettings[] Toys { get; private set; }

    /// <summary>What is set for the toy of that name; null when nothing is.</summary>
    public ToySettings? Find(string name)
    {
        for (int i = 0; i < Toys.Length; i++)
        {
            if (Toys[i].Name == name)
            {
                return Toys[i];
            }
        }

        return null;
    }

    /// <summary>What counts for the toy of that name: what is set for it, else the strictest.</summary>
    public ToySettings Of(string name)
    {
        return Find(name) ?? ToySettings.Strict(name);
    }

    /// <summary>The child with that number; null when there is none.</summary>
    public ChildSettings? FindChild(int number)
    {
        for (int i = 0; i < Children.Length; i++)
        {
            if (Children[i].Number == number)
            {
                return Children[i];
            }
        }

        return null;
    }

    /// <summary>The same, paired or not.</summary>
    public FamilySettings WithPaired(bool isPaired)
    {
        return new FamilySettings(this) { IsPaired = isPaired };
    }

    /// <summary>The same, everything paused until somebody lifts it, or not paused.</summary>
    public FamilySettings WithEverythingPaused(bool isPaused)
    {
        return new FamilySettings(this) { IsEverythingPaused = isPaused, PausedUntil = 0 };
    }

    /// <summary>The same, everything paused until a minute, as <see cref="Policy.Moment.Minute"/>; 0 until somebody lifts it. Throws below 0.</summary>
    public FamilySettings WithPausedUntil(int minute)
    {
        return new FamilySettings(this) { IsEverythingPaused = true, PausedUntil = EndMinute(minute) };
    }

    /// <summary>The same with records kept for another time.</summary>
    public FamilySettings WithRetentionDays(int days)
    {
        return new FamilySettings(this) { RetentionDays = Retention(days) };
    }

    /// <summary>The same in another zone; empty is none. Throws for what <see cref="ZoneRule.Read"/> refuses.</summary>
    public FamilySettings WithZone(string zone)
    {
        if (zone.Length > 0 && ZoneRule.Read(zone) is null)
        {
            throw new ArgumentException("No rule of a zone.", nameof(zone));
        }

        return new FamilySettings(this) { Zone = zone };
    }

    /// <summary>The same with this child, in the place of the one that has its number.</summary>
    public FamilySettings WithChild(ChildSettings child)
    {
        FamilySettings others = WithoutChildAt(child.Number);
        ChildSettings[] children = new ChildSettings[others.Children.Length + 1];
        int at = 0;

        while (at < others.Children.Length && others.Children[at].Number < child.Number)
        {
            children[at] = others.Children[at];
            at++;
        }

        children[at] = child;
        Array.Copy(others.Children, at, children, at + 1, others.Children.Length - at);
        return new FamilySettings(this) { Children = children };
    }

    /// <summary>The same without the child of that number; its toys are nobody's then, and have the rules of all other children.</summary>
    public FamilySettings WithoutChild(int number)
    {
        ToySettings[] toys = new ToySettings[Toys.Length];

        for (int i = 0; i < toys.Length; i++)
        {
            toys[i] = Toys[i].Child == number ? Toys[i].WithChild(ToySettings.NobodysChild, Toys[i].IsShared) : Toys[i];
        }

        return WithoutChildAt(number).WithToys(toys);
    }

    /// <summary>The same with this toy, in the place of the one that has its name, else behind the others. Throws where it is given to a child that there is not.</summary>
    public FamilySettings WithToy(ToySettings toy)
    {
        bool isNew = Find(toy.Name) is null;
        ToySettings[] toys = new ToySettings[Toys.Length + (isNew ? 1 : 0)];

        for (int i = 0; i < toys.Length; i++)
        {
            toys[i] = i == Toys.Length || Toys[i].Name == toy.Name ? toy : Toys[i];
        }

        return WithToys(toys);
    }

    /// <summary>The same with these toys and no others.</summary>
    public FamilySettings WithToys(ToySettings[] toys)
    {
        FamilySettings result = new FamilySettings(this) { Toys = toys };
        result.Judge();
        return result;
    }

    /// <summary>A minute that something ends in, as it came. Throws below 0.</summary>
    internal static int EndMinute(int minute)
    {
        return minute >= 0 ? minute : throw new ArgumentOutOfRangeException(nameof(minute));
    }

    /// <summary>The same without what is set for the toy of that name, which is strict then.</summary>
    public FamilySettings WithoutToy(string name)
    {
        FamilySettings settings = WithToys(new ToySettings[0]);

        for (int i = 0; i < Toys.Length; i++)
        {
            settings = Toys[i].Name == name ? settings : settings.WithToy(Toys[i]);
        }

        return settings;
    }

    /// <summary>True when two of the first toys have one name.</summary>
    internal static bool HasNameTwice(ToySettings[] toys, int count)
    {
        for (int i = 0; i < count; i++)
        {
            for (int other = 0; other < i; other++)
            {
                if (toys[i].Name == toys[other].Name)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private FamilySettings WithoutChildAt(int number)
    {
        int count = 0;

        for (int i = 0; i < Children.Length; i++)
        {
            count += Children[i].Number == number ? 0 : 1;
        }

        ChildSettings[] children = new ChildSettings[count];
        count = 0;

        for (int i = 0; i < Children.Length; i++)
        {
            if (Children[i].Number != number)
            {
                children[count++] = Children[i];
            }
        }

        return new FamilySettings(this) { Children = children };
    }

    private static int Retention(int days)
    {
        return days >= 0 && days <= RetentionDaysMax ? days : throw new ArgumentOutOfRangeException(nameof(days));
    }

    private void Judge()
    {
        if (Toys.Length > ToysMax || HasNameTwice(Toys, Toys.Length))
        {
            throw new ArgumentException("Too many toys, or two of one name.", nameof(Toys));
        }

        for (int i = 0; i < Toys.Length; i++)
        {
            if (Toys[i].Child != ToySettings.NobodysChild && FindChild(Toys[i].Child) is null)
            {
                throw new ArgumentException("A toy of a child that there is not.", nameof(Toys));
            }
        }
    }
}
