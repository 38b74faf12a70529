using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

using ToyGuard.Core.Policy;
using ToyGuard.Emulator.Commands;
using ToyGuard.Guard.Manifests;

namespace ToyGuard.Maker.Manifests;

/// <summary>What a parent will read about a manifest, as plain lines.</summary>
internal static class Explanation
{
    private const int MinutesOfDay = 24 * 60;

    /// <summary>All of it. The manifest's own texts are made fit for a terminal.</summary>
    public static IEnumerable<string> Of(Manifest manifest)
    {
        yield return $"{Texts.Shown(manifest.Name)} ({manifest.Model}) of {Texts.Shown(manifest.Maker)}";
        yield return $"Meant {ParentWords.Ages(manifest.AgeBand)}. Fixes until {manifest.SupportUntil}.";
        yield return $"Questions: {Texts.Shown(manifest.Contact)}. Weaknesses: {Texts.Shown(manifest.SecurityContact)}.";
        yield return "";
        yield return "Who it talks to";

        foreach (string line in manifest.Endpoints.SelectMany(PlaceLines))
        {
            yield return line;
        }

        yield return manifest.Endpoints.Length == 0 ? "  Nobody. It works without the Internet." : "  Nobody else, whatever its app tries.";
        yield return "";
        yield return "Ears and eyes";

        foreach (SensorUse use in manifest.Sensors)
        {
            yield return $"  {ParentWords.Sensor(use.Kind)} {ParentWords.SensorPurpose(use.Purpose)}, {ParentWords.Mode(use.Mode)}, and its light is on.";
            yield return "    off: until a grown-up agrees, for a time that ends by itself";
        }

        if (manifest.Sensors.Length == 0)
        {
            yield return "  None.";
        }

        if (manifest.Roots.Length == 0 && manifest.Endpoints.Any(place => place.Scheme == Scheme.Https))
        {
            yield return "";
            yield return "For its maker: it names no roots, so a toy with ToyGuard inside keeps every https place closed.";
        }
    }

    private static IEnumerable<string> PlaceLines(Endpoint place)
    {
        string whose = place.Party == Party.First ? "its maker's own" : "not its maker";
        string data = string.Join(", ", place.Data.Select(ParentWords.Data));
        yield return $"  {Texts.Shown(place.Owner)} ({whose}) {ParentWords.Purpose(place.Purpose)}. It gets: {data}.";
        yield return $"    {place.Pattern.Text}, port {place.Port}, {Sealing(place.Scheme)}{Amount(place.DailyBytes)}{Hours(place.Hours)}";
        yield return "    " + Start(place);

        if (place.GetsData)
        {
            yield return place.Erase.Length > 0 ? $"    takes delete-requests at {place.Erase}" : "    takes no delete-requests: a grown-up is told to ask there";
        }
    }

    private static string Sealing(Scheme scheme)
    {
        return scheme == Scheme.Http ? "NOT sealed: whoever is on the way can read and change it" : "sealed on the way";
    }

    // What a grown-up finds before anything was decided.
    private static string Start(Endpoint place)
    {
        return place.Scheme == Scheme.Http ? "closed: until a grown-up opens just this one, and shown in red then"
            : place.Party == Party.Third ? "waiting: closed until a grown-up opens just this one"
            : "waiting: closed until a grown-up accepts it";
    }

    private static string Amount(long bytes)
    {
        const long Kilo = 1024;

        return bytes switch
        {
            0 => "",
            < Kilo => FormattableString.Invariant($", at most {bytes} bytes a day"),
            < Kilo * Kilo => FormattableString.Invariant($", at most {(double)bytes / Kilo:0.#} KiB a day"),
            < Kilo * Kilo * Kilo => FormattableString.Invariant($", at most {(double)bytes / (Kilo * Kilo):0.#} MiB a day"),
            _ => FormattableString.Invariant($", at most {(double)bytes / (Kilo * Kilo * Kilo):0.#} GiB a day"),
        };
    }

    private static string Hours(WeeklyHours? hours)
    {
        return hours is null ? "" : ", only " + string.Join(", ", Enumerable.Range(0, hours.Count)
            .GroupBy(window => (From: hours.StartAt(window) % MinutesOfDay, Minutes: hours.LengthAt(window)))
            .Select(same => Days(same.Select(window => hours.StartAt(window) / MinutesOfDay))
                + $" {Clock(same.Key.From)} to {Clock((same.Key.From + same.Key.Minutes) % MinutesOfDay)}"));
    }

    private static string Days(IEnumerable<int> days)
    {
        string[] names = Vocabulary.Days();
        int[] each = [.. days.Distinct().Order()];
        return each.Length == names.Length ? "every day" : string.Join(' ', each.Select(day => names[day]));
    }

    private static string Clock(int minute)
    {
        return string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");
    }
}
