using System;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Privacy;

namespace ToyGuard.Core.Settings;

/// <summary>Where a family's settings and what makers declare meet: what the gate goes by.</summary>
public static class Household
{
    /// <summary>The toys as the gate knows them, in the order declared, nothing used of their day. What the settings do not know is held.</summary>
    public static ToyState[] StatesOf(FamilySettings settings, DeclaredToy[] toys)
    {
        ToyState[] states = new ToyState[toys.Length];
        ChildRules[] children = new ChildRules[settings.Children.Length];

        for (int i = 0; i < children.Length; i++)
        {
            ChildSettings child = settings.Children[i];
            children[i] = new ChildRules(child.Number, child.Band, child.PlayMinutes);
        }

        for (int i = 0; i < states.Length; i++)
        {
            ToySettings set = settings.Find(toys[i].Name) ?? ToySettings.Strict(AnyName);
            states[i] = StateOf(set, toys[i]);
            states[i].Children = set.IsEverybodys ? children : Only(children, set.Child);
        }

        return states;
    }

    /// <summary>The settings once the first guardian is there: paired, nothing paused, every toy that is here introduced.</summary>
    /// <param name="settings">The settings before, of which only how long records are kept stays: the rest was nobody's.</param>
    /// <param name="toys">The toys that are here, each with a fit name (<see cref="ToyName.IsFit(string)"/>) and no two with one.</param>
    public static FamilySettings First(FamilySettings settings, DeclaredToy[] toys)
    {
        FamilySettings first = new FamilySettings(true, false, settings.RetentionDays, new ToySettings[0]);

        for (int i = 0; i < toys.Length; i++)
        {
            first = Introduce(first, toys[i]);
        }

        return first;
    }

    /// <summary>The settings with a toy introduced, whatever was set for it before: its maker's own places over TLS are approved, as far as a child of any age may have them.</summary>
    /// <remarks>
    /// Third parties, plain http and sensors wait until a guardian says so (EGR-06); so do the maker's own places for a purpose that is asked about
    /// for the youngest, since nobody knows yet whose toy it is (DEF-01, DEF-05).
    /// </remarks>
    public static FamilySettings Introduce(FamilySettings settings, DeclaredToy toy)
    {
        return settings.WithToy(ToySettings.Introduced(toy.Name).WithApprovals(OwnPlaces(toy)));
    }

    /// <summary>The settings after a guardian approved one endpoint, or took the approval back. A toy that was not known is introduced by it.</summary>
    /// <param name="settings">The settings before.</param>
    /// <param name="toy">Whose endpoint; its name must be fit (<see cref="ToyName.IsFit(string)"/>).</param>
    /// <param name="number">Which endpoint of its manifest, from 1. Throws for a number that names none.</param>
    /// <param name="isApproved">The new answer.</param>
    /// <param name="untilMinute">The minute in which a yes is over, as <see cref="Moment.Minute"/>; <see cref="Approval.NoEnd"/> for none.</param>
    /// <remarks>Approvals of endpoints that the toy's manifest no longer lists go away with it, so that there is always room.</remarks>
    public static FamilySettings Approve(FamilySettings settings, DeclaredToy toy, int number, bool isApproved, int untilMinute = Approval.NoEnd)
    {
        ToySettings before = settings.Find(toy.Name) ?? ToySettings.Introduced(toy.Name);
        int listed = toy.Manifest.Endpoints.Length;
        Approval[] approvals = new Approval[listed];
        int count = 0;

        for (int i = 1; i <= listed; i++)
        {
            long print = toy.PrintAt(i);
            bool isAsked = print == toy.PrintAt(number);

            if (isAsked ? isApproved : before.IsApproved(print))
            {
                approvals[count++] = new Approval(print, isAsked ? untilMinute : before.ApprovedUntil(print));
            }
        }

        return settings.WithToy(before.WithApprovals(ToySettings.First(approvals, count)));
    }

    /// <summary>The settings after a child spent one of a toy's tickets; null when it has none. Save them before the minutes count.</summary>
    public static FamilySettings? SpendTicket(FamilySettings settings, string name)
    {
        ToySettings? toy = settings.Find(name);
        return toy is null || toy.Tickets == 0 ? null : settings.WithToy(toy.WithTickets(toy.Tickets - 1));
    }

    /// <summary>The settings after a guardian agreed to one use of a sensor until a minute, or took that back. A toy that was not known is introduced by it.</summary>
    /// <param name="settings">The settings before.</param>
    /// <param name="toy">Whose sensor; its name must be fit (<see cref="ToyName.IsFit(string)"/>).</param>
    /// <param name="sensor">Which use of a sensor of its manifest, from 1. Throws for a number that names none.</param>
    /// <param name="untilMinute">The minute in which it is over, as <see cref="Moment.Minute"/>; 0 takes it back. At most <see cref="SensorConsent.DaysMax"/> from now: <see cref="Trim"/>.</param>
    /// <remarks>Agreements to what the toy's manifest no longer lists go away with it, so that there is always room.</remarks>
    public static FamilySettings Agree(FamilySettings settings, DeclaredToy toy, int sensor, int untilMinute)
    {
        ToySettings before = settings.Find(toy.Name) ?? ToySettings.Introduced(toy.Name);
        long asked = toy.SensorPrintAt(sensor);
        int listed = toy.Manifest.Sensors.Length;
        ToySettings after = before.WithConsents(new SensorConsent[0]);

        for (int i = 1; i <= listed; i++)
        {
            long print = toy.SensorPrintAt(i);
            int until = print == asked ? untilMinute : before.AgreedUntil(print);

            if (until != 0)
            {
                after = after.WithConsent(new SensorConsent(print, until));
            }
        }

        return settings.WithToy(after);
    }

    /// <summary>The settings without what is over: agreements, approvals and pauses; what would last too long is cut to what it may last from now.</summary>
    /// <param name="settings">The settings before.</param>
    /// <param name="now">The wall time; unknown trims nothing.</param>
    /// <returns>The same object when there is nothing to trim; else what the gate goes by at this minute anyway.</returns>
    /// <remarks>A day more is left alone: a clock that is corrected a little, or a change of the hour, shall not write flash.</remarks>
    public static FamilySettings Trim(FamilySettings settings, Moment now)
    {
        if (!now.IsKnown)
        {
            return settings;
        }

        FamilySettings trimmed = IsOver(settings.PausedUntil, now) ? settings.WithEverythingPaused(false) : settings;

        for (int i = 0; i < settings.Toys.Length; i++)
        {
            ToySettings toy = TrimApprovals(TrimConsents(settings.Toys[i], now), now);
            toy = IsOver(toy.PausedUntil, now) ? toy.WithPaused(false) : toy;
            trimmed = toy == settings.Toys[i] ? trimmed : trimmed.WithToy(toy);
        }

        return trimmed;
    }

    private static ToySettings TrimConsents(ToySettings toy, Moment now)
    {
        SensorConsent[] consents = toy.Consents;

        for (int i = 0; i < consents.Length; i++)
        {
            if (IsOver(consents[i].UntilMinute, now))
            {
                toy = toy.WithoutConsent(consents[i].Print);
            }
            else if (IsTooLong(consents[i].UntilMinute, now, SensorConsent.DaysMax))
            {
                toy = toy.WithConsent(new SensorConsent(consents[i].Print, now.Minute + SensorConsent.DaysMax * MinutesOfDay));
            }
        }

        return toy;
    }

    private static ToySettings TrimApprovals(ToySettings toy, Moment now)
    {
        Approval[] approvals = toy.Approvals;
        int count = 0;
        bool isSame = true;

        for (int i = 0; i < approvals.Length; i++)
        {
            int until = approvals[i].UntilMinute;

            if (IsOver(until, now))
            {
                isSame = false;
                continue;
            }

            bool isTooLong = IsTooLong(until, now, Approval.DaysMax);
            approvals[count++] = isTooLong ? new Approval(approvals[i].Print, now.Minute + Approval.DaysMax * MinutesOfDay) : approvals[i];
            isSame &= !isTooLong;
        }

        return isSame ? toy : toy.WithApprovals(ToySettings.First(approvals, count));
    }

    // What has no end is never over.
    private static bool IsOver(int untilMinute, Moment now)
    {
        return untilMinute > 0 && untilMinute <= now.Minute;
    }

    private static bool IsTooLong(int untilMinute, Moment now, int days)
    {
        return untilMinute - now.Minute > (days + 1) * MinutesOfDay;
    }

    private const int MinutesOfDay = 24 * 60;

    // Stands for a toy whose own name nobody has to be able to keep.
    private const string AnyName = "toy";

    private static long[] OwnPlaces(DeclaredToy toy)
    {
        Endpoint[] endpoints = toy.Manifest.Endpoints;
        long[] prints = new long[endpoints.Length];
        AgeProfile youngest = AgeProfiles.Of(AgeBand.Unknown);
        int count = 0;

        for (int i = 0; i < endpoints.Length; i++)
        {
            bool isSecure = endpoints[i].Scheme == Scheme.Https || endpoints[i].Scheme == Scheme.Tls;

            if (isSecure && endpoints[i].Party == Party.First && !youngest.AsksAbout(endpoints[i].Purpose))
            {
                prints[count++] = toy.PrintAt(i + 1);
            }
        }

        long[] own = new long[count];
        Array.Copy(prints, 0, own, 0, count);
        return own;
    }

    // The rules of one child; it is there, since no toy is given to one that is not.
    private static ChildRules[] Only(ChildRules[] children, int number)
    {
        ChildRules[] only = new ChildRules[1];

        for (int i = 0; i < children.Length; i++)
        {
            only[0] = children[i].Number == number ? children[i] : only[0];
        }

        return only;
    }

    private static ToyState StateOf(ToySettings set, DeclaredToy toy)
    {
        Endpoint[] endpoints = toy.Manifest.Endpoints;
        EndpointState[] states = new EndpointState[endpoints.Length];

        for (int i = 0; i < states.Length; i++)
        {
            bool isApproved = set.HasApprovals && set.IsApproved(toy.PrintAt(i + 1));
            states[i] = new EndpointState(endpoints[i], isApproved, 0);
            states[i].ApprovedUntil = isApproved ? set.ApprovedUntil(toy.PrintAt(i + 1)) : 0;
        }

        ToyState state = new ToyState(toy.Name, toy.Manifest, states);

        for (int sensor = 1; sensor <= toy.Manifest.Sensors.Length && set.HasConsents; sensor++)
        {
            state.Agree(sensor, set.AgreedUntil(toy.SensorPrintAt(sensor)));
        }

        state.IsPaused = set.IsPaused;
        state.PausedUntil = set.PausedUntil;
        state.QuietHours = set.QuietHours;
        state.PlayMinutes = set.PlayMinutes;
        state.ChildBand = set.ChildBand;
        return state;
    }
}
