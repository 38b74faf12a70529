using System;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Privacy;

namespace ToyGuard.Core.Settings;

/// <summary>What a family has set for one toy. Immutable.</summary>
public sealed class ToySettings
{
    /// <summary>Windows of quiet hours a toy may have: two a day and two more.</summary>
    public const int WindowsMax = 16;

    /// <summary>Approved endpoints a toy may have, as many as a manifest may list.</summary>
    public const int ApprovalsMax = 32;

    /// <summary>Uses of sensors that may be agreed to, as many as a manifest may list.</summary>
    public const int ConsentsMax = 8;

    /// <summary>Minutes of a day, the longest play time that is a limit.</summary>
    public const int PlayMinutesMax = 24 * 60;

    /// <summary>The play time of a toy that has no limit.</summary>
    public const int NoLimit = -1;

    private readonly long[] _approvals;
    private readonly SensorConsent[] _consents;

    /// <summary>Takes what was set, no sensor agreed to. Throws as the longer one does.</summary>
    public ToySettings(string name, bool isPaused, WeeklyHours? quietHours, int playMinutesADay, AgeBand childBand, long[] approvals)
        : this(name, isPaused, quietHours, playMinutesADay, childBand, approvals, new SensorConsent[0])
    {
    }

    /// <summary>Takes what was set. Throws for what cannot be: ask <see cref="ToyName.IsFit(string)"/> and keep to the limits before.</summary>
    /// <param name="name">The family's name for the toy, one of its kind in a home.</param>
    /// <param name="isPaused">Whether it is paused.</param>
    /// <param name="quietHours">When it has to be quiet, in any order, overlapping or not; null is never.</param>
    /// <param name="playMinutesADay">0 to 1,440, or <see cref="NoLimit"/>.</param>
    /// <param name="childBand">The age of the child who has it.</param>
    /// <param name="approvals">Prints of the endpoints that a guardian approved, in any order.</param>
    /// <param name="consents">What a guardian agreed to of its sensors, in any order; of two of one print the one that ends earlier counts.</param>
    public ToySettings(
        string name,
        bool isPaused,
        WeeklyHours? quietHours,
        int playMinutesADay,
        AgeBand childBand,
        long[] approvals,
        SensorConsent[] consents)
    {
        bool isTooMuch = (quietHours is not null && quietHours.Count > WindowsMax) || approvals.Length > ApprovalsMax || consents.Length > ConsentsMax;

        if (!ToyName.IsFit(name) || isTooMuch)
        {
            throw new ArgumentException("No name for a toy, or too much for one.", nameof(name));
        }

        if (playMinutesADay < NoLimit || playMinutesADay > PlayMinutesMax || childBand > AgeBand.From13To18)
        {
            throw new ArgumentOutOfRangeException(nameof(playMinutesADay));
        }

        Name = name;
        IsPaused = isPaused;
        QuietHours = QuietMinutes.Union(quietHours, null);
        PlayMinutesADay = playMinutesADay;
        ChildBand = childBand;
        _approvals = Sorted(approvals);
        _consents = Sorted(consents);
    }

    /// <summary>The family's name for the toy.</summary>
    public string Name { get; }

    /// <summary>True while a guardian has it paused (PCTL-07).</summary>
    public bool IsPaused { get; }

    /// <summary>When it has to be quiet, windows apart and ascending; null is never (PCTL-02).</summary>
    public WeeklyHours? QuietHours { get; }

    /// <summary>Minutes of play a day, 0 to 1,440; <see cref="NoLimit"/> is no limit (PCTL-02).</summary>
    public int PlayMinutesADay { get; }

    /// <summary>The age of the child who has it.</summary>
    public AgeBand ChildBand { get; }

    /// <summary>Prints (<see cref="EndpointPrint"/>) of the endpoints that a guardian approved, ascending; a copy (EGR-06).</summary>
    public long[] Approvals
    {
        get { return (long[])_approvals.Clone(); }
    }

    /// <summary>What a guardian agreed to of its sensors, by print, ascending; a copy.</summary>
    public SensorConsent[] Consents
    {
        get { return (SensorConsent[])_consents.Clone(); }
    }

    /// <summary>True when anything is approved at all.</summary>
    internal bool HasApprovals
    {
        get { return _approvals.Length > 0; }
    }

    /// <summary>True when any use of a sensor is agreed to.</summary>
    internal bool HasConsents
    {
        get { return _consents.Length > 0; }
    }

    /// <summary>The toy with every field at its most private: what a toy has of which nothing is kept (DEF-01).</summary>
    public static ToySettings Strict(string name)
    {
        return new ToySettings(name, true, QuietMinutes.WholeWeek(), 0, AgeBand.Under9, new long[0]);
    }

    /// <summary>A toy as it is once a guardian has introduced it: it may ask for the time, and for nothing else until something is approved.</summary>
    public static ToySettings Introduced(string name)
    {
        return new ToySettings(name, false, null, NoLimit, AgeBand.Unknown, new long[0]);
    }

    /// <summary>True when a guardian approved the endpoint with this print.</summary>
    public bool IsApproved(long print)
    {
        for (int i = 0; i < _approvals.Length; i++)
        {
            if (_approvals[i] == print)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The same toy, paused or not.</summary>
    public ToySettings WithPaused(bool isPaused)
    {
        return new ToySettings(Name, isPaused, QuietHours, PlayMinutesADay, ChildBand, _approvals, _consents);
    }

    /// <summary>The same toy with other quiet hours; null is none.</summary>
    public ToySettings WithQuietHours(WeeklyHours? quietHours)
    {
        return new ToySettings(Name, IsPaused, quietHours, PlayMinutesADay, ChildBand, _approvals, _consents);
    }

    /// <summary>The same toy with another play time.</summary>
    public ToySettings WithPlayMinutes(int playMinutesADay)
    {
        return new ToySettings(Name, IsPaused, QuietHours, playMinutesADay, ChildBand, _approvals, _consents);
    }

    /// <summary>The same toy for a child of another age.</summary>
    public ToySettings WithChildBand(AgeBand childBand)
    {
        return new ToySettings(Name, IsPaused, QuietHours, PlayMinutesADay, childBand, _approvals, _consents);
    }

    /// <summary>The same toy with these approvals and no others.</summary>
    public ToySettings WithApprovals(long[] approvals)
    {
        return new ToySettings(Name, IsPaused, QuietHours, PlayMinutesADay, ChildBand, approvals, _consents);
    }

    /// <summary>The minute that the agreement to the use of a sensor with this print ends in; 0 when there is none.</summary>
    public int AgreedUntil(long print)
    {
        for (int i = 0; i < _consents.Length; i++)
        {
            if (_consents[i].Print == print)
            {
                return _consents[i].UntilMinute;
            }
        }

        return 0;
    }

    /// <summary>The same toy with this agreement, in the place of the one of its print. Throws where there are <see cref="ConsentsMax"/> others.</summary>
    public ToySettings WithConsent(SensorConsent consent)
    {
        ToySettings others = WithoutConsent(consent.Print);
        SensorConsent[] consents = new SensorConsent[others._consents.Length + 1];
        Array.Copy(others._consents, 0, consents, 1, others._consents.Length);
        consents[0] = consent;
        return WithConsents(consents);
    }

    /// <summary>The same toy without the agreement to the use with this print.</summary>
    public ToySettings WithoutConsent(long print)
    {
        SensorConsent[] consents = new SensorConsent[_consents.Length];
        int count = 0;

        for (int i = 0; i < _consents.Length; i++)
        {
            if (_consents[i].Print != print)
            {
                consents[count++] = _consents[i];
            }
        }

        return WithConsents(First(consents, count));
    }

    /// <summary>The same toy with these agreements and no others.</summary>
    public ToySettings WithConsents(SensorConsent[] consents)
    {
        return new ToySettings(Name, IsPaused, QuietHours, PlayMinutesADay, ChildBand, _approvals, consents);
    }

    /// <summary>The first <paramref name="count"/> of some agreements.</summary>
    internal static SensorConsent[] First(SensorConsent[] consents, int count)
    {
        SensorConsent[] first = new SensorConsent[count];
        Array.Copy(consents, 0, first, 0, count);
        return first;
    }

    /// <summary>The first <paramref name="count"/> of some prints.</summary>
    internal static long[] First(long[] prints, int count)
    {
        long[] first = new long[count];
        Array.Copy(prints, 0, first, 0, count);
        return first;
    }

    // Ascending, each once.
    private static long[] Sorted(long[] prints)
    {
        long[] sorted = new long[prints.Length];
        int count = 0;

        for (int i = 0; i < prints.Length; i++)
        {
            int at = count;

            while (at > 0 && sorted[at - 1] > prints[i])
            {
                at--;
            }

            if (at > 0 && sorted[at - 1] == prints[i])
            {
                continue;
            }

            Array.Copy(sorted, at, sorted, at + 1, count - at);
            sorted[at] = prints[i];
            count++;
        }

        return First(sorted, count);
    }

    // Ascending by print; of each print the one that ends first.
    private static SensorConsent[] Sorted(SensorConsent[] consents)
    {
        SensorConsent[] sorted = new SensorConsent[consents.Length];
        int count = 0;

        for (int i = 0; i < consents.Length; i++)
        {
            int at = count;

            while (at > 0 && sorted[at - 1].Print > consents[i].Print)
            {
                at--;
            }

            if (at > 0 && sorted[at - 1].Print == consents[i].Print)
            {
                sorted[at - 1] = sorted[at - 1].UntilMinute <= consents[i].UntilMinute ? sorted[at - 1] : consents[i];
                continue;
            }

            Array.Copy(sorted, at, sorted, at + 1, count - at);
            sorted[at] = consents[i];
            count++;
        }

        return First(sorted, count);
    }
}
