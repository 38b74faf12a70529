using System;

namespace ToyGuard.Core.Settings;

/// <summary>All that a family has set, as one whole that is kept, ranked and put in force together. Immutable: nobody changes the array of its toys.</summary>
/// <remarks>A toy that is not among them counts as <see cref="ToySettings.Strict(string)"/>, wherever settings are compared or put in force.</remarks>
public sealed class FamilySettings
{
    /// <summary>Toys that a home may have.</summary>
    public const int ToysMax = 32;

    /// <summary>Days that records are kept at most (design.md 9).</summary>
    public const int RetentionDaysMax = 30;

    /// <summary>Days that records are kept where nobody has said otherwise; up to that, keeping is no less private.</summary>
    public const int RetentionDaysDefault = 7;

    /// <summary>Takes what was set. Throws for a retention out of range, too many toys, and two toys of one name.</summary>
    /// <param name="isPaired">Whether a guardian exists.</param>
    /// <param name="isEverythingPaused">Whether everything is paused.</param>
    /// <param name="retentionDays">0 to 30; 0 keeps no records at all.</param>
    /// <param name="toys">What is set for each toy.</param>
    public FamilySettings(bool isPaired, bool isEverythingPaused, int retentionDays, ToySettings[] toys)
    {
        if (retentionDays < 0 || retentionDays > RetentionDaysMax)
        {
            throw new ArgumentOutOfRangeException(nameof(retentionDays));
        }

        if (toys.Length > ToysMax || HasNameTwice(toys, toys.Length))
        {
            throw new ArgumentException("Too many toys, or two of one name.", nameof(toys));
        }

        IsPaired = isPaired;
        IsEverythingPaused = isEverythingPaused;
        RetentionDays = retentionDays;
        Toys = toys;
    }

    /// <summary>Every field at its most private: nobody paired, everything paused, no toy known (DEF-01). What a device has of which nothing can be read.</summary>
    /// <remarks>Everything is paused too: who pairs a device ends that pause in the same change.</remarks>
    public static FamilySettings Strict { get; } = new FamilySettings(false, true, RetentionDaysDefault, new ToySettings[0]);

    /// <summary>True once a guardian exists (DEF-02).</summary>
    public bool IsPaired { get; }

    /// <summary>True while a guardian has everything paused (PCTL-07).</summary>
    public bool IsEverythingPaused { get; }

    /// <summary>Days that records are kept, 0 to 30; 0 keeps none.</summary>
    public int RetentionDays { get; }

    /// <summary>What is set for each toy; no two have one name.</summary>
    public ToySettings[] Toys { get; }

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

    /// <summary>The same, paired or not.</summary>
    public FamilySettings WithPaired(bool isPaired)
    {
        return new FamilySettings(isPaired, IsEverythingPaused, RetentionDays, Toys);
    }

    /// <summary>The same, everything paused or not.</summary>
    public FamilySettings WithEverythingPaused(bool isPaused)
    {
        return new FamilySettings(IsPaired, isPaused, RetentionDays, Toys);
    }

    /// <summary>The same with records kept for another time.</summary>
    public FamilySettings WithRetentionDays(int days)
    {
        return new FamilySettings(IsPaired, IsEverythingPaused, days, Toys);
    }

    /// <summary>The same with this toy, in the place of the one that has its name, else behind the others.</summary>
    public FamilySettings WithToy(ToySettings toy)
    {
        bool isNew = Find(toy.Name) is null;
        ToySettings[] toys = new ToySettings[Toys.Length + (isNew ? 1 : 0)];

        for (int i = 0; i < toys.Length; i++)
        {
            toys[i] = i == Toys.Length || Toys[i].Name == toy.Name ? toy : Toys[i];
        }

        return new FamilySettings(IsPaired, IsEverythingPaused, RetentionDays, toys);
    }

    /// <summary>The same without what is set for the toy of that name, which is strict then.</summary>
    public FamilySettings WithoutToy(string name)
    {
        FamilySettings settings = new FamilySettings(IsPaired, IsEverythingPaused, RetentionDays, new ToySettings[0]);

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
}
