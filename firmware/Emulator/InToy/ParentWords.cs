using System;
using System.Collections.Generic;

using ToyGuard.Core.Policy;
using ToyGuard.Emulator.Commands;
using ToyGuard.Emulator.View;

namespace ToyGuard.Emulator.InToy;

/// <summary>What a parent reads about a verdict: who wanted what from whom, and what came of it. The words of the manifest's vocabulary, in English.</summary>
internal static class ParentWords
{
    private static readonly Dictionary<string, string> s_purposes = new()
    {
        ["stories"] = "for stories",
        ["music"] = "for music",
        ["games"] = "for games",
        ["lessons"] = "for lessons",
        ["voice-answers"] = "to have what a child says answered",
        ["voice-messages"] = "to send and fetch voice messages",
        ["translation"] = "to have something translated",
        ["time"] = "to know the time",
        ["weather"] = "to know the weather",
        ["content-updates"] = "to fetch new things to play",
        ["firmware-information"] = "to ask about new firmware",
        ["settings-sync"] = "to keep its settings there",
        ["account"] = "for an account",
        ["support"] = "to get help",
        ["diagnostics"] = "to report what is broken",
        ["analytics"] = "to report how it is used",
    };

    private static readonly Dictionary<string, string> s_sensorPurposes = new()
    {
        ["talk"] = "to talk",
        ["voice-answers"] = "to answer what a child says",
        ["voice-messages"] = "to record voice messages",
        ["wake-word"] = "to wait for its name",
        ["games"] = "for games",
        ["photos"] = "for photos",
        ["find-the-toy"] = "to be found",
        ["remote-control"] = "to be steered",
        ["pairing"] = "for pairing",
        ["lessons"] = "for lessons",
    };

    /// <summary>Who is at the other end of a place, for a parent.</summary>
    public static string OwnerOf(Manifest manifest, string host)
    {
        return PlaceOf(manifest, host) is Endpoint place
            ? $"{Texts.Shown(place.Owner)}, {(place.Party == Party.First ? "its maker" : "which is not its maker")}"
            : $"{Texts.Shown(host)}, which its maker never listed";
    }

    /// <summary>What that place is for; empty where nobody said.</summary>
    public static string PurposeOf(Manifest manifest, string host)
    {
        return PlaceOf(manifest, host) is Endpoint place ? s_purposes.GetValueOrDefault(place.Purpose, place.Purpose) : "";
    }

    /// <summary>What a use of a sensor is for, by its number in the manifest.</summary>
    public static string SensorOf(Manifest manifest, int sensor)
    {
        return sensor >= 1 && sensor <= manifest.Sensors.Length
            ? $"{manifest.Sensors[sensor - 1].Kind}, {s_sensorPurposes.GetValueOrDefault(manifest.Sensors[sensor - 1].Purpose, manifest.Sensors[sensor - 1].Purpose)}"
            : "a sensor that its maker never listed";
    }

    /// <summary>The whole story of something that was held: who wanted what, what left, and what to do.</summary>
    public static string Of(Manifest manifest, VerdictGiven held, ToyScene scene)
    {
        return $"{WishOf(manifest, held, scene)} {OutcomeOf(held, scene)} {ReasonWords.Of(held.Reason)}.";
    }

    /// <summary>Who wanted what from whom: the first sentence.</summary>
    public static string WishOf(Manifest manifest, VerdictGiven asked, ToyScene scene)
    {
        string name = Texts.Shown(manifest.Name);

        switch (asked.Kind)
        {
            case AskKind.Sensor:
                return $"{name} {(asked.Reason == Reason.Allowed ? "used" : "wanted")} its {SensorOf(manifest, asked.Sensor)}.";
            case AskKind.Clock or AskKind.OwnClock:
                return $"{name} wanted to know the time.";
            case AskKind.OwnErase:
                return $"{name} {(scene.WasReached(asked.Host) ? "asked" : "wanted to ask")} {OwnerOf(manifest, asked.Host)} to delete.";
            default:
                string purpose = PurposeOf(manifest, asked.Host);
                return $"{name} {(scene.WasReached(asked.Host) ? "reached" : "wanted to reach")} {OwnerOf(manifest, asked.Host)}{(purpose.Length == 0 ? "" : ", " + purpose)}.";
        }
    }

    /// <summary>What came of it, as the lab itself saw it.</summary>
    public static string OutcomeOf(VerdictGiven held, ToyScene scene)
    {
        return (held.Kind, scene.WasReached(held.Host), scene.WasLookedUp(held.Host)) switch
        {
            (AskKind.Sensor, _, _) => "It is off.",
            (_, true, _) => "It was cut off there.",
            (_, false, true) => "Its name was looked up, and no more.",
            _ => "Nothing was sent; not even its name was looked up.",
        };
    }

    private static Endpoint? PlaceOf(Manifest manifest, string host)
    {
        HostName name = new();
        return name.Read(host) == HostFault.None ? Array.Find(manifest.Endpoints, endpoint => endpoint.Pattern.Matches(name)) : null;
    }
}
