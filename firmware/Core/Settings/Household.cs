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

        for (int i = 0; i < states.Length; i++)
        {
            states[i] = StateOf(settings.Find(toys[i].Name) ?? ToySettings.Strict(AnyName), toys[i]);
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

    /// <summary>The settings with a toy introduced, whatever was set for it before: its maker's own places over TLS are approved.</summary>
    /// <remarks>Third parties, plain http and sensors wait until a guardian says so (EGR-06).</remarks>
    public static FamilySettings Introduce(FamilySettings settings, DeclaredToy toy)
    {
        return settings.WithToy(ToySettings.Introduced(toy.Name).WithApprovals(OwnPlaces(toy)));
    }

    /// <summary>The settings after a guardian approved one endpoint, or took the approval back. A toy that was not known is introduced by it.</summary>
    /// <param name="settings">The settings before.</param>
    /// <param name="toy">Whose endpoint; its name must be fit (<see cref="ToyName.IsFit(string)"/>).</param>
    /// <param name="number">Which endpoint of its manifest, from 1. Throws for a number that names none.</param>
    /// <param name="isApproved">The new answer.</param>
    /// <remarks>Approvals of endpoints that the toy's manifest no longer lists go away with it, so that there is always room.</remarks>
    public static FamilySettings Approve(FamilySettings settings, DeclaredToy toy, int number, bool isApproved)
    {
        ToySettings before = settings.Find(toy.Name) ?? ToySettings.Introduced(toy.Name);
        int listed = toy.Manifest.Endpoints.Length;
        long[] approvals = new long[listed];
        int count = 0;

        for (int i = 1; i <= listed; i++)
        {
            if (toy.PrintAt(i) == toy.PrintAt(number) ? isApproved : before.IsApproved(toy.PrintAt(i)))
            {
                approvals[count++] = toy.PrintAt(i);
            }
        }

        return settings.WithToy(before.WithApprovals(ToySettings.First(approvals, count)));
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

    /// <summary>The settings without the agreements that are over, those that would last too long cut to <see cref="SensorConsent.DaysMax"/> from now.</summary>
    /// <param name="settings">The settings before.</param>
    /// <param name="now">The wall time; unknown trims nothing.</param>
    /// <returns>The same object when there is nothing to trim; else stricter ones.</returns>
    /// <remarks>A day more is left alone: a clock that is corrected a little, or a change of the hour, shall not write flash.</remarks>
    public static FamilySettings Trim(FamilySettings settings, Moment now)
    {
        FamilySettings trimmed = settings;

        for (int i = 0; i < settings.Toys.Length && now.IsKnown; i++)
        {
            ToySettings toy = settings.Toys[i];
            SensorConsent[] consents = toy.Consents;

            for (int j = 0; j < consents.Length; j++)
            {
                int left = consents[j].UntilMinute - now.Minute;

                if (left <= 0)
                {
                    toy = toy.WithoutConsent(consents[j].Print);
                }
                else if (left > TermMinutes + MinutesOfDay)
                {
                    toy = toy.WithConsent(new SensorConsent(consents[j].Print, now.Minute + TermMinutes));
                }
            }

            trimmed = toy == settings.Toys[i] ? trimmed : trimmed.WithToy(toy);
        }

        return trimmed;
    }

    private const int MinutesOfDay = 24 * 60;
    private const int TermMinutes = SensorConsent.DaysMax * MinutesOfDay;

    // Stands for a toy whose own name nobody has to be able to keep.
    private const string AnyName = "toy";

    private static long[] OwnPlaces(DeclaredToy toy)
    {
        Endpoint[] endpoints = toy.Manifest.Endpoints;
        long[] prints = new long[endpoints.Length];
        int count = 0;

        for (int i = 0; i < endpoints.Length; i++)
        {
            bool isSecure = endpoints[i].Scheme == Scheme.Https || endpoints[i].Scheme == Scheme.Tls;

            if (isSecure && endpoints[i].Party == Party.First)
            {
                prints[count++] = toy.PrintAt(i + 1);
            }
        }

        return ToySettings.First(prints, count);
    }

    private static ToyState StateOf(ToySettings set, DeclaredToy toy)
    {
        Endpoint[] endpoints = toy.Manifest.Endpoints;
        EndpointState[] states = new EndpointState[endpoints.Length];

        for (int i = 0; i < states.Length; i++)
        {
            bool isApproved = set.HasApprovals && set.IsApproved(toy.PrintAt(i + 1));
            states[i] = new EndpointState(endpoints[i], isApproved, 0);
        }

        ToyState state = new ToyState(toy.Name, toy.Manifest, states);

        for (int sensor = 1; sensor <= toy.Manifest.Sensors.Length && set.HasConsents; sensor++)
        {
            state.Agree(sensor, set.AgreedUntil(toy.SensorPrintAt(sensor)));
        }

        state.IsPaused = set.IsPaused;
        state.QuietHours = set.QuietHours;
        state.PlayMinutesADay = set.PlayMinutesADay;
        state.ChildBand = set.ChildBand;
        return state;
    }
}
