using System;
using System.Collections.Generic;
using System.Linq;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Privacy;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Tests.Policy;
using ToyGuard.Core.Times;

namespace ToyGuard.Core.Tests.Settings.Desktop;

/// <summary>Random settings, random toys for them, random questions: small worlds, so that chance meets what it asks for.</summary>
internal static class AnyFamily
{
    private static readonly string[] Patterns = { "stories.toys.example", "voice.toys.example", "*.cdn.example", "*.toys.example", "a.cdn.example" };

    private static readonly string[] Hosts =
    {
        "stories.toys.example", "voice.toys.example", "a.cdn.example", "b.cdn.example", "a.b.cdn.example", "evil.test", "192.0.2.1",
    };

    /// <summary>Toys with random endpoints, called bear, rabbit and so on.</summary>
    internal static DeclaredToy[] Toys(Random random, int count)
    {
        DeclaredToy[] toys = new DeclaredToy[count];

        for (int i = 0; i < count; i++)
        {
            Endpoint[] endpoints = new Endpoint[random.Next(1, 5)];

            for (int j = 0; j < endpoints.Length; j++)
            {
                endpoints[j] = new Endpoint(
                    "e" + j,
                    Home.Pattern(Patterns[random.Next(Patterns.Length)]),
                    random.Next(3) == 0 ? 8443 : 443,
                    (Scheme)random.Next(1, 4),
                    "Example Toys",
                    Party.First,
                    "stories",
                    new[] { "usage" },
                    0,
                    random.Next(6) == 0 ? Hours(random, 1) : null);
            }

            toys[i] = new DeclaredToy(NameOf(i), Home.ManifestOf((AgeBand)random.Next(4), endpoints));
        }

        return toys;
    }

    internal static string NameOf(int number)
    {
        return new[] { "bear", "rabbit", "Häschen", "4" }[number];
    }

    /// <summary>Settings for some of the toys, and now and then for one that is not here.</summary>
    internal static FamilySettings Settings(Random random, DeclaredToy[] toys)
    {
        List<ToySettings> set = new();

        for (int i = 0; i < toys.Length; i++)
        {
            if (random.Next(5) != 0)
            {
                set.Add(Toy(random, toys[i]));
            }
        }

        if (random.Next(4) == 0)
        {
            set.Add(ToySettings.Introduced("elsewhere"));
        }

        FamilySettings settings = Paused(random, new FamilySettings(random.Next(6) != 0, random.Next(8) == 0, random.Next(31), new ToySettings[0]));

        for (int number = random.Next(4); number > 0; number--)
        {
            settings = settings.WithChild(Child(random, number));
        }

        ToySettings[] theirs = set.OrderBy(_ => random.Next()).Select(toy => toy.WithChild(random.Next(settings.Children.Length + 1), random.Next(4) == 0)).ToArray();
        return settings.WithZone(random.Next(2) == 0 ? "" : "UTC0").WithToys(theirs);
    }

    internal static ChildSettings Child(Random random, int number)
    {
        int minutes = random.Next(3) == 0 ? random.Next(4) : DayMinutes.NoLimit;
        return new ChildSettings(number, random.Next(1, 17), random.Next(1, 9), (AgeBand)random.Next(4), DayMinutes.Every(minutes));
    }

    private static FamilySettings Paused(Random random, FamilySettings settings)
    {
        return settings.IsEverythingPaused && random.Next(2) == 0 ? settings.WithPausedUntil(Minute(random)) : settings;
    }

    // A time of the week that is asked about.
    private static int Minute(Random random)
    {
        return ((Home.Monday + random.Next(8)) * 1440) + (random.Next(12) * 120);
    }

    internal static ToySettings Toy(Random random, DeclaredToy toy)
    {
        List<Approval> approvals = new();

        for (int number = 1; number <= toy.Manifest.Endpoints.Length; number++)
        {
            if (random.Next(3) != 0)
            {
                approvals.Add(new Approval(toy.PrintAt(number), random.Next(4) == 0 ? Minute(random) : Approval.NoEnd));
            }
        }

        ToySettings set = new ToySettings(
            toy.Name,
            random.Next(6) == 0,
            random.Next(2) == 0 ? null : Hours(random, random.Next(1, 4)),
            random.Next(3) == 0 ? random.Next(-1, 4) : ToySettings.NoLimit,
            (AgeBand)random.Next(4),
            new long[0]).WithApprovals(approvals.ToArray()).WithConsents(Consents(random, toy)).WithTickets(random.Next(5));

        set = random.Next(4) == 0 ? set.WithPlayMinutes(new DayMinutes(Enumerable.Range(0, 7).Select(_ => random.Next(-1, 4)).ToArray())) : set;
        return set.IsPaused && random.Next(2) == 0 ? set.WithPausedUntil(Minute(random)) : set;
    }

    /// <summary>For some of the toy's sensors and now and then for one that it has not, until some time of the week that is asked about.</summary>
    internal static SensorConsent[] Consents(Random random, DeclaredToy toy)
    {
        List<SensorConsent> consents = new();

        for (int sensor = 0; sensor <= toy.Manifest.Sensors.Length; sensor++)
        {
            if (random.Next(3) != 0)
            {
                long print = sensor == 0 ? random.Next(3) : toy.SensorPrintAt(sensor);
                consents.Add(new SensorConsent(print, Minute(random)));
            }
        }

        return consents.ToArray();
    }

    /// <summary>Windows that often touch, overlap or hold one another.</summary>
    internal static WeeklyHours Hours(Random random, int count)
    {
        int[] starts = Enumerable.Range(0, count).Select(_ => random.Next(0, 84) * 120).ToArray();
        int[] lengths = Enumerable.Range(0, count).Select(_ => random.Next(1, random.Next(2) == 0 ? 85 : 10) * 120).ToArray();
        return new WeeklyHours(starts, lengths);
    }

    /// <summary>One field of one toy, or of the family, another way.</summary>
    internal static FamilySettings OneStepFrom(Random random, FamilySettings settings, DeclaredToy[] toys)
    {
        DeclaredToy toy = toys[random.Next(toys.Length)];
        ToySettings set = settings.Find(toy.Name) ?? ToySettings.Introduced(toy.Name);
        ToySettings other = Toy(random, toy);

        return random.Next(14) switch
        {
            0 => settings.WithPaired(!settings.IsPaired),
            1 => settings.WithEverythingPaused(!settings.IsEverythingPaused),
            2 => settings.WithRetentionDays(random.Next(31)),
            3 => settings.WithToy(set.WithPaused(!set.IsPaused)),
            4 => settings.WithToy(set.WithQuietHours(other.QuietHours)),
            5 => settings.WithToy(set.WithPlayMinutes(other.PlayMinutes)),
            6 => settings.WithToy(set.WithChildBand(other.ChildBand)),
            7 => settings.WithToy(set.WithConsents(other.Consents)),
            8 => settings.WithToy(set.WithTickets(other.Tickets)),
            9 => settings.WithToy(set.WithChild(random.Next(settings.Children.Length + 1) switch { 0 => 0, int n => settings.Children[n - 1].Number }, random.Next(3) == 0)),
            10 => settings.WithChild(Child(random, random.Next(1, 5))),
            11 => settings.WithoutChild(random.Next(1, 5)),
            12 => settings.IsEverythingPaused ? settings.WithPausedUntil(Minute(random)) : settings.WithToy(set.WithPausedUntil(Minute(random))),
            _ => settings.WithToy(set.WithApprovals(other.Approvals)),
        };
    }

    /// <summary>The real gate over settings, at a time, with minutes played by every toy.</summary>
    internal static Gate GateOver(FamilySettings settings, DeclaredToy[] toys, Moment now, int played)
    {
        GateState state = new GateState(new ToyState[0]) { Now = now };
        Gate gate = new Gate(state, new VerdictCounters());
        new GateRules(gate, toys).PutInForce(settings);

        foreach (ToyState toy in state.Toys)
        {
            toy.PlayedToday = 0;
        }

        for (int toy = 1; toy <= state.Toys.Length && settings.IsPaired; toy++)
        {
            gate.AddPlay(toy, played);
        }

        return gate;
    }

    internal static GateQuery Query(Random random)
    {
        GateQuery query = new GateQuery
        {
            Toy = random.Next(12) == 0 ? random.Next(-1, 5) : random.Next(1, 3),
            Port = random.Next(4) == 0 ? 8443 : 443,
            Sensor = random.Next(6) == 0 ? random.Next(-1, 4) : 1,
            Kind = (AskKind)random.Next(9),
        };
        query.Host.Read(Hosts[random.Next(Hosts.Length)]);
        return query;
    }

    internal static Moment Time(Random random)
    {
        return random.Next(12) == 0 ? default : Home.At(Home.Monday + random.Next(7), random.Next(1440));
    }
}
