using System;

using ToyGuard.Core.Policy;

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
            return state.IsPaired && !state.IsEverythingPaused;
        }

        bool isToyKnown = state.Toys is not null && query.Toy >= 1 && query.Toy <= state.Toys.Length && state.Toys[query.Toy - 1] is not null;

        if (!isToyKnown || !state.IsPaired || state.IsEverythingPaused || state.Toys![query.Toy - 1].IsPaused)
        {
            return false;
        }

        if (query.Kind == AskKind.Clock)
        {
            return true;
        }

        ToyState toy = state.Toys[query.Toy - 1];
        bool isQuiet = toy.QuietHours is not null && toy.QuietHours.Contains(state.Now.MinuteOfWeek);
        bool isPlayedOut = toy.PlayMinutesADay >= 0 && toy.PlayedToday >= toy.PlayMinutesADay;
        bool isTooYoung = (toy.ChildBand, toy.Manifest.AgeBand) is
            (AgeBand.Under9, AgeBand.From9To12) or (AgeBand.Under9, AgeBand.From13To18) or (AgeBand.From9To12, AgeBand.From13To18);

        if (!state.Now.IsKnown || isQuiet || isPlayedOut || isTooYoung)
        {
            return false;
        }

        if (query.Kind == AskKind.Sensor)
        {
            bool isListed = query.Sensor >= 1 && query.Sensor <= toy.Manifest.Sensors.Length;
            return isListed && toy.AgreedUntil(query.Sensor) > (state.Now.Day * 1440L) + (state.Now.MinuteOfWeek % 1440);
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
            && (endpoint.Hours is null || endpoint.Hours.Contains(now.MinuteOfWeek))
            && (endpoint.DailyBytes == 0 || state.BytesToday < endpoint.DailyBytes)
            && (!endpoint.Pattern.IsWildcard || state.NamesToday < 16);
    }
}
