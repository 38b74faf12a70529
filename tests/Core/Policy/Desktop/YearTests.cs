using System;
using System.Collections.Generic;
using System.Linq;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Storage;
using ToyGuard.Core.Times;
using ToyGuard.Core.Usage;

namespace ToyGuard.Core.Tests.Policy.Desktop;

/// <summary>
/// Goal: over a whole year in Berlin, minute by minute, the gate lets out exactly when the family's rules say so. Method: two toys of one child and
/// one that is everybody's, quiet hours over midnight, bonus, a hundred power cuts, clocks that are unknown, only the network's, or a
/// phone's; a slow reference that knows local time from .NET's calendar and keeps what was played by date in a table.
/// </summary>
[TestClass]
public class YearTests
{
    private const int Toys = 3;
    private const int MinutesOfYear = 365 * 1440;

    // What each child may play, Monday first.
    private static readonly int[][] s_plans = { new[] { 60, 60, 45, 60, 90, 120, -1 }, new[] { 30, 30, 30, 30, 30, 200, 200 } };

    // The children whose rules a toy has.
    private static readonly int[][] s_children = { new[] { 1 }, new[] { 1 }, new[] { 1, 2 } };

    [TestMethod]
    [DataRow(1)]
    [Req("PCTL-02")]
    [Req("PCTL-03")]
    public void Ask_AWholeYear_IsWhatTheReferenceSays(int seed)
    {
        Random random = new(seed);
        ZoneRule zone = ZoneRule.Read("CET-1CEST,M3.5.0,M10.5.0/3")!;
        DateTime start = new(2027, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        FlashModel flash = new();
        Reference reference = new();
        World world = new(flash);
        Gate gate = world.Gate;
        bool isKnown = false;
        bool isConfirmed = false;
        int cuts = 0;
        int allowed = 0;

        for (int minute = 0; minute < MinutesOfYear; minute++)
        {
            DateTime utc = start.AddMinutes(minute);

            if (random.Next(5000) == 0)
            {
                reference.LosePower();
                world = new World(flash);
                gate = world.Gate;
                isKnown = false;
                isConfirmed = false;
                cuts++;
            }

            isKnown |= random.Next(20) == 0;
            isConfirmed |= isKnown && random.Next(400) == 0;
            long seconds = new DateTimeOffset(utc).ToUnixTimeSeconds();
            gate.SetClock(isKnown ? Moment.FromLocalSeconds(seconds + zone.OffsetAt(seconds)) : default, isConfirmed);
            reference.Tell(isKnown ? Local(utc) : null, isConfirmed);

            bool hasChanged = false;

            if (random.Next(300) == 0)
            {
                hasChanged = true;
                int toy = random.Next(Toys);
                Assert.AreEqual(reference.GiveBonus(toy, 15), gate.GiveBonus(toy + 1, 15), utc + ": bonus");
            }

            for (int toy = 0; toy < Toys; toy++)
            {
                bool isAllowed = gate.Ask(QueryOf(toy)).IsAllowed;
                Assert.AreEqual(reference.MayPlay(toy), isAllowed, $"seed {seed}, {utc:u}, toy {toy}, local {Local(utc):u}");
                allowed += isAllowed ? 1 : 0;

                if (isAllowed && random.Next(4) == 0)
                {
                    gate.AddPlay(toy + 1, 1);
                    reference.Play(toy);
                    hasChanged = true;
                }
            }

            gate.AddPowered(1);
            reference.HadPower();
            world.Keep(hasChanged);
        }

        Console.WriteLine($"{allowed} of {MinutesOfYear * Toys} asked minutes were let out; {cuts} power cuts.");
        Assert.IsGreaterThan(50, cuts);
        Assert.IsGreaterThan(20000, allowed);
    }

    private static ToyState ToyAt(int toy)
    {
        ToyState sample = Home.SampleToy();
        ToyState state = new("toy" + toy, sample.Manifest, sample.Endpoints) { ChildBand = AgeBand.From9To12, QuietHours = Quiet() };
        state.Children = Array.ConvertAll(s_children[toy], child => new ChildRules(child, AgeBand.From9To12, new DayMinutes(s_plans[child - 1])));
        return state;
    }

    // Every night from 20:00 to 07:00, and an hour after lunch.
    private static WeeklyHours Quiet()
    {
        List<int> starts = new();
        List<int> lengths = new();

        for (int day = 0; day < 7; day++)
        {
            starts.AddRange(new[] { (day * 1440) + (13 * 60), (day * 1440) + (20 * 60) });
            lengths.AddRange(new[] { 60, 11 * 60 });
        }

        return new WeeklyHours(starts.ToArray(), lengths.ToArray());
    }

    private static GateQuery QueryOf(int toy)
    {
        GateQuery query = Home.StoriesQuery();
        query.Toy = toy + 1;
        return query;
    }

    // Central European time without any rule's help: an hour more from the last Sunday of March to that of October, 01:00 UTC.
    private static DateTime Local(DateTime utc)
    {
        bool isSummer = utc >= LastSunday(utc.Year, 3) && utc < LastSunday(utc.Year, 10);
        return utc.AddHours(isSummer ? 2 : 1);
    }

    private static DateTime LastSunday(int year, int month)
    {
        DateTime day = new(year, month, 31, 1, 0, 0, DateTimeKind.Utc);
        return day.AddDays(-(int)day.DayOfWeek);
    }

    /// <summary>What a start makes of the flash: the gate with what was used, and the ledger that goes on with it.</summary>
    private sealed class World
    {
        private readonly Journal _journal;
        private readonly UsageLedger _ledger = new();
        private readonly GateState _state;

        public World(FlashModel flash)
        {
            _journal = new Journal(flash, FlashLayout.UsageA, FlashLayout.UsageB);
            _ledger.Load(_journal, false);
            _state = new GateState(Enumerable.Range(0, Toys).Select(ToyAt).ToArray()) { IsPaired = true };
            _ledger.GiveBack(_state);
            Gate = new Gate(_state, new VerdictCounters());
        }

        public Gate Gate { get; }

        // As once a minute, and without the minutes in which nothing could be written.
        public void Keep(bool hasChanged)
        {
            if (!hasChanged && _state.CountedDay == _ledger.Day && _state.PoweredMinutes % 60 != 0)
            {
                return;
            }

            _ledger.Take(Gate);
            Assert.IsTrue(_ledger.Save(_journal));
        }
    }

    /// <summary>The rules once more, in the words of the design: what was played stands under the date that is counted for.</summary>
    private sealed class Reference
    {
        private readonly Dictionary<(DateTime Date, int Child), int> _played = new();
        private readonly Dictionary<(DateTime Date, int Child), int> _bonus = new();
        private readonly Dictionary<(DateTime Date, int Toy), int> _toyBonus = new();
        private readonly Dictionary<DateTime, int> _power = new();
        private DateTime? _local;
        private DateTime? _counted;
        private bool _isConfirmed;

        public void Tell(DateTime? local, bool isConfirmed)
        {
            _local = local;
            _isConfirmed = isConfirmed;
            BeginDay();
        }

        public bool MayPlay(int toy)
        {
            if (_local is not DateTime local || local.Hour >= 20 || local.Hour < 7 || local.Hour == 13)
            {
                return false;
            }

            foreach (int child in s_children[toy])
            {
                if (Limit(child) is int limit && _played.GetValueOrDefault((_counted!.Value, child)) >= limit + Given(toy, child))
                {
                    return false;
                }
            }

            return true;
        }

        public void Play(int toy)
        {
            foreach (int child in s_children[toy])
            {
                _played[(_counted!.Value, child)] = _played.GetValueOrDefault((_counted.Value, child)) + 1;
            }
        }

        public bool GiveBonus(int toy, int minutes)
        {
            bool hasLimit = _counted is not null && Array.Exists(s_children[toy], child => Limit(child) is not null);

            if (_local is null || !hasLimit)
            {
                return false;
            }

            int whole = _toyBonus.GetValueOrDefault((_counted!.Value, toy)) + minutes;
            int ofChild = s_children[toy].Length == 1 ? _bonus.GetValueOrDefault((_counted.Value, s_children[toy][0])) + minutes : 0;

            if (whole > 180 || ofChild > 180)
            {
                return false;
            }

            _toyBonus[(_counted.Value, toy)] = whole;

            if (s_children[toy].Length == 1)
            {
                _bonus[(_counted.Value, s_children[toy][0])] = ofChild;
            }

            return true;
        }

        public void HadPower()
        {
            DateTime day = _counted ?? DateTime.MinValue;
            _power[day] = _power.GetValueOrDefault(day) + 1;
            BeginDay();
        }

        // A later date counts when a phone said so, or after 18 hours with power in the one before, kept by the hour.
        private void BeginDay()
        {
            if (_local is not DateTime local)
            {
                return;
            }

            bool isLater = _counted is DateTime day && local.Date > day && (_isConfirmed || _power.GetValueOrDefault(day) >= 18 * 60);

            // What was before the first known day may be of that very day.
            if (_counted is null)
            {
                _power[local.Date] = _power.GetValueOrDefault(DateTime.MinValue);
            }

            _counted = _counted is null || isLater ? local.Date : _counted;
        }

        public void LosePower()
        {
            DateTime day = _counted ?? DateTime.MinValue;
            _power[day] = _power.GetValueOrDefault(day) / 60 * 60;
        }

        private int? Limit(int child)
        {
            int limit = s_plans[child - 1][((int)_counted!.Value.DayOfWeek + 6) % 7];
            return limit < 0 ? null : limit;
        }

        private int Given(int toy, int child)
        {
            return _bonus.GetValueOrDefault((_counted!.Value, child)) + (s_children[toy].Length > 1 ? _toyBonus.GetValueOrDefault((_counted.Value, toy)) : 0);
        }
    }
}
