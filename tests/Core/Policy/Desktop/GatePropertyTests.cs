using System;
using System.Collections.Generic;
using System.Linq;

using FsCheck;
using FsCheck.Fluent;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Times;

namespace ToyGuard.Core.Tests.Policy.Desktop;

/// <summary>
/// Goal: never throws, never allows by accident. Method: random homes and random questions, most of them one step from being allowed,
/// against an oracle; a failing case prints the number that makes it again.
/// </summary>
[TestClass]
public class GatePropertyTests
{
    private const int CasesMax = 20000;

    private static readonly string[] Hosts =
    {
        "stories.toys.example", "voice.toys.example", "a.cdn.example", "b.cdn.example", "a.b.cdn.example", "cdn.example", "evil.test", "STORIES.toys.example.",
        "stories.toys.example.", "192.0.2.1", "", "stories..toys.example", InHand.Host, "a." + InHand.Host, "a.toys.example", "toys.example",
    };

    private static readonly string[] Patterns = { "stories.toys.example", "voice.toys.example", "*.cdn.example", "*.toys.example", "a.cdn.example" };

    [TestMethod]
    [Req("EGR-01")]
    public void Decide_AnyHomeAnyQuestion_AllowsExactlyWhatTheOracleAllows()
    {
        int allowed = 0;
        int cases = 0;

        Prop.ForAll<int>(number =>
        {
            Random random = new Random(number);
            GateState state = AnyState(random);
            GateQuery query = AnyQuery(random);
            Verdict verdict = Gate.Decide(state, query);
            cases++;
            allowed += verdict.IsAllowed ? 1 : 0;

            return verdict.IsAllowed == GateOracle.MayPass(state, query)
                && verdict.IsAllowed == (verdict.Reason == Reason.Allowed)
                && verdict.Reason != Reason.None
                && (!verdict.IsAllowed || (verdict.Endpoint == 0) == (query.Kind is AskKind.Clock or AskKind.OwnClock or AskKind.OwnErase or AskKind.Sensor));
        }).Check(Seeded.Cases(CasesMax).WithArbitrary(new[] { typeof(AnyNumber) }));

        Console.WriteLine($"{allowed} of {cases} were allowed.");
        Assert.IsGreaterThan(cases / 50, allowed);
        Assert.IsGreaterThan(allowed, cases - allowed);
    }

    // A gate that lives: whatever happens in whatever order, an allowed question is one that the oracle allowed just before.
    [TestMethod]
    [Req("EGR-01")]
    [Req("PCTL-03")]
    public void Ask_AnyLife_NeverAllowsByAccident()
    {
        Prop.ForAll<int>(number =>
        {
            Random random = new Random(number);
            GateState state = AnyState(random);
            Gate gate = new Gate(state, new VerdictCounters());
            int latestDay = state.CountedDay;

            for (int step = 0; step < 30; step++)
            {
                GateQuery query = AnyQuery(random);
                int toy = random.Next(-1, 4);
                int endpoint = random.Next(-1, 5);
                bool flag = random.Next(2) == 0;

                switch (random.Next(18))
                {
                    case 0: gate.SetClock(random.Next(6) == 0 ? default : Home.At(Home.Monday + random.Next(-1, 3), random.Next(1440)), flag); break;
                    case 11: gate.PlayTogether(toy, random.Next(4) == 0 ? 0 : random.Next(-1, 130)); break;
                    case 12: gate.GiveBonus(toy, random.Next(-1, 3)); break;
                    case 13: gate.AddPowered(random.Next(400)); break;
                    case 1: gate.PauseToy(toy, flag); break;
                    case 2: gate.PauseEverything(random.Next(4) == 0); break;
                    case 3: gate.Approve(toy, endpoint, flag); break;
                    case 4: gate.AddBytes(toy, endpoint, random.Next(-10, 60)); break;
                    case 5: gate.SetPaired(random.Next(8) != 0); break;
                    case 6: gate.Replace(state.IsPaired, state.IsEverythingPaused, AnyToys(random)); break;
                    case 9: gate.Agree(toy, random.Next(-1, 3), random.Next(4) == 0 ? 0 : AnyMinute(random)); break;
                    case 10: gate.AddPlay(toy, random.Next(-1, 2)); break;
                    case 7:
                        if (gate.Hold(query, (Reason)random.Next(256)).IsAllowed)
                        {
                            return false;
                        }

                        break;
                    case 8:
                        if (gate.Recheck(query, endpoint, random.Next(-10, 60)).IsAllowed && !GateOracle.MayPass(state, query) && !IsKnownName(state, query))
                        {
                            return false;
                        }

                        break;
                    default:
                        bool mayPass = GateOracle.MayPass(state, query);
                        bool isKnownName = IsKnownName(state, query);

                        if (gate.Ask(query).IsAllowed ? !mayPass && !isKnownName : mayPass)
                        {
                            return false;
                        }

                        break;
                }

                if (state.CountedDay < latestDay || Array.Exists(state.Toys, t => Array.Exists(t.Endpoints, e => e.NamesToday > 16)))
                {
                    return false;
                }

                latestDay = state.CountedDay;
            }

            return true;
        }).Check(Seeded.Cases(3000).WithArbitrary(new[] { typeof(AnyNumber) }));
    }

    // The oracle takes a full table for the end; a name that is in it may still pass.
    private static bool IsKnownName(GateState state, GateQuery query)
    {
        ToyState? toy = state.ToyAt(query.Toy);
        return toy is not null && Array.Exists(toy.Endpoints, e => e.NamesToday == EndpointState.NamesMax);
    }

    private static GateState AnyState(Random random)
    {
        GateState state = new GateState(AnyToys(random))
        {
            IsPaired = random.Next(10) != 0,
            IsEverythingPaused = random.Next(12) == 0,
            PausedUntil = random.Next(2) == 0 ? AnyMinute(random) : 0,
            Erase = random.Next(2) == 0 ? new InHand() : null,
            Now = random.Next(10) == 0 ? default : Home.At(Home.Monday + random.Next(7), random.Next(1440)),
        };

        return state;
    }

    private static ToyState[] AnyToys(Random random)
    {
        ToyState[] toys = new ToyState[random.Next(1, 3)];

        for (int i = 0; i < toys.Length; i++)
        {
            toys[i] = AnyToy(random, "toy" + i);
        }

        return toys;
    }

    private static ToyState AnyToy(Random random, string name)
    {
        Endpoint[] endpoints = new Endpoint[random.Next(5)];
        List<EndpointState> states = new List<EndpointState>();

        for (int i = 0; i < endpoints.Length; i++)
        {
            endpoints[i] = new Endpoint(
                "e" + i,
                Home.Pattern(Patterns[random.Next(Patterns.Length)]),
                random.Next(3) == 0 ? 8443 : 443,
                (Scheme)random.Next(4),
                "",
                Party.First,
                "",
                Array.Empty<string>(),
                random.Next(3) == 0 ? 50 : 0,
                random.Next(4) == 0 ? AnyHours(random) : null);
            states.Add(new EndpointState(endpoints[i], random.Next(4) != 0, random.Next(100)) { ApprovedUntil = random.Next(4) == 0 ? AnyMinute(random) : 0 });
        }

        if (random.Next(20) == 0 && states.Count > 0)
        {
            states.RemoveAt(0);
        }

        Manifest manifest = Home.ManifestOf((AgeBand)random.Next(4), endpoints);

        ToyState toy = new ToyState(name, manifest, states.ToArray())
        {
            IsPaused = random.Next(8) == 0,
            PausedUntil = random.Next(2) == 0 ? AnyMinute(random) : 0,
            Children = Enumerable.Range(1, random.Next(4) == 0 ? random.Next(1, 4) : 0).Select(n => AnyChild(random, n)).ToArray(),
            QuietHours = random.Next(4) == 0 ? AnyHours(random) : null,
            PlayMinutes = DayMinutes.Every(random.Next(4) == 0 ? random.Next(3) : -1),
            PlayedToday = random.Next(-1, 3),
            ChildBand = (AgeBand)random.Next(4),
        };

        if (random.Next(4) != 0)
        {
            toy.Agree(1, AnyMinute(random));
        }

        return toy;
    }

    private static ChildRules AnyChild(Random random, int number)
    {
        return new ChildRules(number, (AgeBand)random.Next(4), DayMinutes.Every(random.Next(2) == 0 ? random.Next(3) : -1));
    }

    private static int AnyMinute(Random random)
    {
        return ((Home.Monday + random.Next(-1, 8)) * 1440) + random.Next(1440);
    }

    private static WeeklyHours AnyHours(Random random)
    {
        return new WeeklyHours(
            new[] { random.Next(WeeklyHours.MinutesOfWeek), random.Next(WeeklyHours.MinutesOfWeek) },
            new[] { random.Next(1, WeeklyHours.MinutesOfWeek / 2), random.Next(1, 600) });
    }

    private static GateQuery AnyQuery(Random random)
    {
        GateQuery query = new GateQuery
        {
            Toy = random.Next(12) == 0 ? random.Next(-1, 4) : 1,
            Port = random.Next(4) switch { 0 => 8443, 1 => random.Next(2) == 0 ? 80 : 0, _ => 443 },
            Sensor = random.Next(6) == 0 ? random.Next(-1, 4) : 1,
            Kind = (AskKind)random.Next(10),
        };
        query.Host.Read(Hosts[random.Next(Hosts.Length)]);
        return query;
    }

    /// <summary>Numbers from the whole range: FsCheck's own integers begin small, and a Random of a small seed is no better than another.</summary>
    public static class AnyNumber
    {
        /// <summary>The generator that FsCheck looks for by its type.</summary>
        public static Arbitrary<int> Numbers()
        {
            return Gen.Choose(int.MinValue, int.MaxValue).ToArbitrary();
        }
    }
}
