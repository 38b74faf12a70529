using System;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Privacy;
using ToyGuard.Core.Times;

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

    /// <summary>Tickets that may be granted ahead.</summary>
    public const int TicketsMax = 4;

    /// <summary>Minutes of play that one ticket is worth.</summary>
    public const int TicketMinutes = 15;

    /// <summary>The number of no child: nobody knows whose toy it is.</summary>
    public const int NobodysChild = 0;

    /// <summary>The play time of a toy that has no limit.</summary>
    public const int NoLimit = DayMinutes.NoLimit;

    private Approval[] _approvals;
    private SensorConsent[] _consents = new SensorConsent[0];

    /// <summary>Takes what was set; nothing else is. Throws for what cannot be: ask <see cref="ToyName.IsFit(string)"/> and keep to the limits before.</summary>
    /// <param name="name">The family's name for the toy, one of its kind in a home.</param>
    /// <param name="isPaused">Whether it is paused, until somebody lifts that.</param>
    /// <param name="quietHours">When it has to be quiet, in any order, overlapping or not; null is never.</param>
    /// <param name="playMinutesADay">The same for every day: 0 to 1,440, or <see cref="NoLimit"/>.</param>
    /// <param name="childBand">The age of who has it.</param>
    /// <param name="approvals">Prints of the endpoints that a guardian approved without an end, in any order.</param>
    public ToySettings(string name, bool isPaused, WeeklyHours? quietHours, int playMinutesADay, AgeBand childBand, long[] approvals)
    {
        if (!ToyName.IsFit(name))
        {
            throw new ArgumentException("No name for a toy.", nameof(name));
        }

        Name = name;
        IsPaused = isPaused;
        PlayMinutes = DayMinutes.Every(playMinutesADay);
        QuietHours = Fewest(quietHours);
        ChildBand = Existing(childBand);
        _approvals = Sorted(WithoutEnd(approvals));
    }

    private ToySettings(ToySettings other)
    {
        Name = other.Name;
        IsPaused = other.IsPaused;
        PausedUntil = other.PausedUntil;
        QuietHours = other.QuietHours;
        PlayMinutes = other.PlayMinutes;
        ChildBand = other.ChildBand;
        Child = other.Child;
        IsShared = other.IsShared;
        Tickets = other.Tickets;
        _approvals = other._approvals;
        _consents = other._consents;
    }

    /// <summary>The family's name for the toy.</summary>
    public string Name { get; }

    /// <summary>True while a guardian has it paused (PCTL-07).</summary>
    public bool IsPaused { get; private set; }

    /// <summary>The minute that the pause ends in, as <see cref="Moment.Minute"/>; 0 until somebody lifts it, and where there is none.</summary>
    public int PausedUntil { get; private set; }

    /// <summary>When it has to be quiet, windows apart and ascending; null is never (PCTL-02).</summary>
    public WeeklyHours? QuietHours { get; private set; }

    /// <summary>Minutes of play a day, by weekday (PCTL-02).</summary>
    public DayMinutes PlayMinutes { get; private set; }

    /// <summary>The age of who has it, beside those of the family's children who have it: the youngest counts.</summary>
    public AgeBand ChildBand { get; private set; }

    /// <summary>The number of the child whose it is; <see cref="NobodysChild"/> when nobody knows: then the rules of all children count (DEF-05).</summary>
    public int Child { get; private set; }

    /// <summary>True when several children have it: the rules of all of them count (DEF-05).</summary>
    public bool IsShared { get; private set; }

    /// <summary>Tickets of <see cref="TicketMinutes"/> minutes that the child may spend, 0 to 4.</summary>
    public int Tickets { get; private set; }

    /// <summary>What a guardian approved, by print (<see cref="EndpointPrint"/>), ascending; a copy (EGR-06).</summary>
    public Approval[] Approvals
    {
        get { return (Approval[])_approvals.Clone(); }
    }

    /// <summary>What a guardian agreed to of its sensors, by print, ascending; a copy.</summary>
    public SensorConsent[] Consents
    {
        get { return (SensorConsent[])_consents.Clone(); }
    }

    /// <summary>True when every child's rules count: nobody knows whose it is, or several have it.</summary>
    public bool IsEverybodys
    {
        get { return IsShared || Child == NobodysChild; }
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

    /// <summary>True when a guardian approved the endpoint with this print, however long it lasts.</summary>
    public bool IsApproved(long print)
    {
        return PlaceOf(print) >= 0;
    }

    /// <summary>The minute that the approval of the endpoint with this print ends in; <see cref="Approval.NoEnd"/> without an end, and where there is none.</summary>
    public int ApprovedUntil(long print)
    {
        int place = PlaceOf(print);
        return place < 0 ? Approval.NoEnd : _approvals[place].UntilMinute;
    }

    /// <summary>The same toy, paused until somebody lifts it, or not paused.</summary>
    public ToySettings WithPaused(bool isPaused)
    {
        return new ToySettings(this) { IsPaused = isPaused, PausedUntil = 0 };
    }

    /// <summary>The same toy, paused until a minute, as <see cref="Moment.Minute"/>; 0 until somebody lifts it. Throws below 0.</summary>
    public ToySettings WithPausedUntil(int minute)
    {
        return new ToySettings(this) { IsPaused = true, PausedUntil = FamilySettings.EndMinute(minute) };
    }

    /// <summary>The same toy with other quiet hours; null is none.</summary>
    public ToySettings WithQuietHours(WeeklyHours? quietHours)
    {
        return new ToySettings(this) { QuietHours = Fewest(quietHours) };
    }

    /// <summary>The same toy with another play time, the same for every day.</summary>
    public ToySettings WithPlayMinutes(int playMinutesADay)
    {
        return WithPlayMinutes(DayMinutes.Every(playMinutesADay));
    }

    /// <summary>The same toy with another play time.</summary>
    public ToySettings WithPlayMinutes(DayMinutes minutes)
    {
        return new ToySettings(this) { PlayMinutes = minutes ?? throw new ArgumentNullException(nameof(minutes)) };
    }

    /// <summary>The same toy for a child of another age.</summary>
    public ToySettings WithChildBand(AgeBand childBand)
    {
        return new ToySettings(this) { ChildBand = Existing(childBand) };
    }

    /// <summary>The same toy, given to a child of the family, to nobody, or to several. Throws for a number that no child can have.</summary>
    public ToySettings WithChild(int child, bool isShared)
    {
        if (child < NobodysChild || child > ChildSettings.Max)
        {
            throw new ArgumentOutOfRangeException(nameof(child));
        }

        return new ToySettings(this) { Child = child, IsShared = isShared };
    }

    /// <summary>The same toy with so many tickets, 0 to 4. Throws for others.</summary>
    public ToySettings WithTickets(int tickets)
    {
        if (tickets < 0 || tickets > TicketsMax)
        {
            throw new ArgumentOutOfRangeException(nameof(tickets));
        }

        return new ToySettings(this) { Tickets = tickets };
    }

    /// <summary>The same toy with these endpoints approved without an end, and no others.</summary>
    public ToySettings WithApprovals(long[] prints)
    {
        return WithApprovals(WithoutEnd(prints));
    }

    /// <summary>The same toy with these approvals and no others; of two of one print the one that ends earlier counts.</summary>
    public ToySettings WithApprovals(Approval[] approvals)
    {
        return new ToySettings(this) { _approvals = Sorted(approvals) };
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

    /// <summary>The same toy with these agreements and no others; of two of one print the one that ends earlier counts.</summary>
    public ToySettings WithConsents(SensorConsent[] consents)
    {
        return new ToySettings(this) { _consents = Sorted(consents) };
    }

    /// <summary>The first <paramref name="count"/> of some agreements.</summary>
    internal static SensorConsent[] First(SensorConsent[] consents, int count)
    {
        SensorConsent[] first = new SensorConsent[count];
        Array.Copy(consents, 0, first, 0, count);
        return first;
    }

    /// <summary>The first <paramref name="count"/> of some approvals.</summary>
    internal static Approval[] First(Approval[] approvals, int count)
    {
        Approval[] first = new Approval[count];
        Array.Copy(approvals, 0, first, 0, count);
        return first;
    }

    private int PlaceOf(long print)
    {
        for (int i = 0; i < _approvals.Length; i++)
        {
            if (_approvals[i].Print == print)
            {
                return i;
            }
        }

        return -1;
    }

    private static AgeBand Existing(AgeBand band)
    {
        return band <= AgeBand.From13To18 ? band : throw new ArgumentOutOfRangeException(nameof(band));
    }

    private static WeeklyHours? Fewest(WeeklyHours? hours)
    {
        if (hours is not null && hours.Count > WindowsMax)
        {
            throw new ArgumentException("Too many windows.", nameof(hours));
        }

        return QuietMinutes.Union(hours, null);
    }

    private static Approval[] WithoutEnd(long[] prints)
    {
        Approval[] approvals = new Approval[prints.Length];

        for (int i = 0; i < prints.Length; i++)
        {
            approvals[i] = new Approval(prints[i], Approval.NoEnd);
        }

        return approvals;
    }

    // Ascending by print; of each print the one that ends first.
    private static Approval[] Sorted(Approval[] approvals)
    {
        if (approvals.Length > ApprovalsMax)
        {
            throw new ArgumentException("Too many approvals.", nameof(approvals));
        }

        Approval[] sorted = new Approval[approvals.Length];
        int count = 0;

        for (int i = 0; i < approvals.Length; i++)
        {
            int at = count;

            while (at > 0 && sorted[at - 1].Print > approvals[i].Print)
            {
                at--;
            }

            if (at > 0 && sorted[at - 1].Print == approvals[i].Print)
            {
                bool isEarlier = Approval.Earlier(sorted[at - 1].UntilMinute, approvals[i].UntilMinute) == approvals[i].UntilMinute;
                sorted[at - 1] = isEarlier ? approvals[i] : sorted[at - 1];
                continue;
            }

            Array.Copy(sorted, at, sorted, at + 1, count - at);
            sorted[at] = approvals[i];
            count++;
        }

        return First(sorted, count);
    }

    // Ascending by print; of each print the one that ends first.
    private static SensorConsent[] Sorted(SensorConsent[] consents)
    {
        if (consents.Length > ConsentsMax)
        {
            throw new ArgumentException("Too many consents.", nameof(consents));
        }

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
