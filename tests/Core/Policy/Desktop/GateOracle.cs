using System;
using System.Linq;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Times;

namespace ToyGuard.Core.Tests.Policy.Desktop;

/// <summary>
/// The gate once more, the slow and obvious way: everything that has to be true is asked for at once, in no order and with strings.
/// It knows yes or no only; the reasons have their own tests.
/// </summary>
internal static class GateOracle
{
    internal static bool MayPass(GateState state, GateQuery query)
    {
        if (query.Kind == AskKind.OwnClock)
        {
            return state.IsPaired && !IsPaused(state.IsEverythingPaused, state.PausedUntil, state.Now);
        }

        if (query.Kind == AskKind.OwnErase)
        {
            bool isInHand = state.Erase is not null && query.Host.ToString() == InHand.Host && query.Port == InHand.Port;
            return state.IsPaired && !IsPaused(state.IsEverythingPaused, state.PausedUntil, state.Now) && state.Now.IsKnown && isInHand;
        }

        bool isToyKnown = state.Toys is not null && query.Toy >= 1 && query.Toy <= state.Toys.Length && state.Toys[query.Toy - 1] is not null;

        if (!isToyKnown || !state.IsPaired || IsPaused(state.IsEverythingPaused, state.PausedUntil, state.Now)
            || IsPaused(state.Toys![query.Toy - 1].IsPaused, state.Toys[query.Toy - 1].PausedUntil, state.Now))
        {
            return false;
        }

        if (query.Kind == AskKind.Clock)
        {
            return true;
        }

        ToyState toy = state.Toys[query.Toy - 1];
        bool isQuiet = toy.QuietHours is not null && toy.QuietHours.Contains(state.Now.MinuteOfWeek);
        bool isTogether = MinuteOf(state.Now) < toy.TogetherUntil;
        bool isPlayedOut = !isTogether && (IsUsedUp(toy.PlayMinutes, state.CountedDay, toy.PlayedToday, toy.BonusToday)
            || toy.Children.Any(child => IsUsedUp(child.PlayMinutes, state.CountedDay, state.PlayedBy(child.Number), BonusFor(state, toy, child))));
        bool isTooYoung = toy.Children.Select(child => child.Band).Append(toy.ChildBand).Any(band => (band, toy.Manifest.AgeBand) is
            (AgeBand.Under9, AgeBand.From9To12) or (AgeBand.Under9, AgeBand.From13To18) or (AgeBand.From9To12, AgeBand.From13To18));

        if (!state.Now.IsKnown || isQuiet || isPlayedOut || isTooYoung)
        {
            return false;
        }

        if (query.Kind == AskKind.Sensor)
        {
            bool isListed = query.Sensor >= 1 && query.Sensor <= toy.Manifest.Sensors.Length;
            return isListed && toy.AgreedUntil(query.Sensor) > MinuteOf(state.Now);
        }

        if (toy.Endpoints.Length != toy.Manifest.Endpoints.Length)
        {
            return false;
        }

        for (int i = 0; i < toy.Endpoints.Length; i++)
        {
            if (toy.Endpoints[i] is not null && MayPass(toy.Manifest.Endpoints[i], toy.Endpoints[i], state.Now, query))
            {
                return true;
            }
        }

        return false;
    }

    private static long MinuteOf(Moment now)
    {
        return (now.Day * 1440L) + (now.MinuteOfWeek % 1440);
    }

    // A pause with an end ends only where somebody knows the time.
    private static bool IsPaused(bool isPaused, int until, Moment now)
    {
        bool isOver = until != 0 && now.IsKnown && MinuteOf(now) >= until;
        return isPaused && !isOver;
    }

    // By the weekday of the day that is counted for; by the strictest while there is none.
    private static bool IsUsedUp(DayMinutes limits, int day, int played, int bonus)
    {
        int[] week = Enumerable.Range(0, 7).Select(limits.At).ToArray();
        int limit = day > 0 ? week[(day + 3) % 7] : week.Where(minutes => minutes >= 0).DefaultIfEmpty(-1).Min();
        return limit >= 0 && played >= (long)limit + bonus;
    }

    private static int BonusFor(GateState state, ToyState toy, ChildRules child)
    {
        return state.BonusOf(child.Number) + (toy.Children.Length > 1 ? toy.BonusToday : 0);
    }

    private static bool MayPass(Endpoint endpoint, EndpointState state, Moment now, GateQuery query)
    {
        string host = query.Host.ToString();
        string pattern = endpoint.Pattern.Text;
        bool isHost = pattern.StartsWith("*.", StringComparison.Ordinal)
            ? host.Contains('.') && host.Substring(host.IndexOf('.')) == pattern.Substring(1)
            : host == pattern;

        bool isPlace = (query.Kind, endpoint.Scheme) switch
        {
            (AskKind.Lookup, _) => true,
            (AskKind.TlsHello, Scheme.Https or Scheme.Tls) => query.Port == endpoint.Port,
            (AskKind.Https, Scheme.Https) => query.Port == endpoint.Port,
            (AskKind.Tls, Scheme.Tls) => query.Port == endpoint.Port,
            (AskKind.Http, Scheme.Http) => query.Port == endpoint.Port,
            _ => false,
        };

        // Which sixteen names they are is the names' own test; here the table is full or it is not.
        return isHost
            && isPlace
            && state.IsApproved
            && (state.ApprovedUntil == 0 || state.ApprovedUntil > MinuteOf(now))
            && (endpoint.Hours is null || endpoint.Hours.Contains(now.MinuteOfWeek))
            && (endpoint.DailyBytes == 0 || state.BytesToday < endpoint.DailyBytes)
            && (!endpoint.Pattern.IsWildcard || state.NamesToday < 16);
    }
}
