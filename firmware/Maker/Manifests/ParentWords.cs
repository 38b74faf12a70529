using System.Collections.Generic;

using ToyGuard.Core.Policy;

namespace ToyGuard.Maker.Manifests;

/// <summary>The vocabulary of manifests in the words that a parent reads.</summary>
internal static class ParentWords
{
    private static readonly Dictionary<string, string> s_purposes = new()
    {
        ["stories"] = "to get stories",
        ["music"] = "to get music",
        ["games"] = "for games",
        ["lessons"] = "for lessons",
        ["voice-answers"] = "to answer what the child says",
        ["voice-messages"] = "to bring and send voice messages",
        ["translation"] = "to translate",
        ["time"] = "to learn what time it is",
        ["weather"] = "to learn the weather",
        ["content-updates"] = "to get new content",
        ["firmware-information"] = "to learn whether there are fixes",
        ["settings-sync"] = "to keep its settings the same elsewhere",
        ["account"] = "for the account with its maker",
        ["support"] = "to get help from its maker",
        ["diagnostics"] = "to report what goes wrong in it",
        ["analytics"] = "to report how it is used",
    };

    private static readonly Dictionary<string, string> s_data = new()
    {
        ["none"] = "nothing but the question itself",
        ["chosen-story"] = "which story was chosen",
        ["chosen-music"] = "which music was chosen",
        ["play-progress"] = "how far the child has come",
        ["usage"] = "when and how it is played with",
        ["voice"] = "the child's voice",
        ["messages"] = "messages",
        ["photo"] = "photos",
        ["location"] = "where it is",
        ["device-id"] = "a number that tells this toy from all others",
        ["account-id"] = "whose account it is",
        ["nickname"] = "a nickname",
        ["age-band"] = "the child's age group",
        ["language"] = "the language",
        ["settings"] = "its settings",
        ["firmware-version"] = "which version it runs",
        ["diagnostics"] = "what went wrong in it",
    };

    private static readonly Dictionary<string, string> s_sensors = new()
    {
        ["microphone"] = "It can listen",
        ["camera"] = "It can see",
        ["location"] = "It can tell where it is",
        ["bluetooth"] = "It can be found by devices nearby",
    };

    private static readonly Dictionary<string, string> s_sensorPurposes = new()
    {
        ["talk"] = "to talk with the child",
        ["voice-answers"] = "to answer what the child says",
        ["voice-messages"] = "to record voice messages",
        ["wake-word"] = "to wake up when it is called",
        ["games"] = "for games",
        ["photos"] = "to take photos",
        ["find-the-toy"] = "so that it can be found again",
        ["remote-control"] = "so that it can be steered",
        ["pairing"] = "to be set up",
        ["lessons"] = "for lessons",
    };

    private static readonly Dictionary<string, string> s_modes = new()
    {
        ["push-to-talk"] = "only while the child holds the button",
        ["on-demand"] = "each time the child starts it",
        ["always"] = "all the time that it is awake",
    };

    /// <summary>What an endpoint is for.</summary>
    public static string Purpose(string word)
    {
        return s_purposes[word];
    }

    /// <summary>What goes there.</summary>
    public static string Data(string word)
    {
        return s_data[word];
    }

    /// <summary>What a sensor lets the toy do.</summary>
    public static string Sensor(string word)
    {
        return s_sensors[word];
    }

    /// <summary>What it does that for.</summary>
    public static string SensorPurpose(string word)
    {
        return s_sensorPurposes[word];
    }

    /// <summary>When a sensor works.</summary>
    public static string Mode(string word)
    {
        return s_modes[word];
    }

    /// <summary>For whom a toy is.</summary>
    public static string Ages(AgeBand band)
    {
        return band switch
        {
            AgeBand.Under9 => "for every age",
            AgeBand.From9To12 => "from 9 years on: closed to a child who is known to be younger",
            AgeBand.From13To18 => "from 13 years on: closed to a child who is known to be younger",
            _ => "for an age that is not known",
        };
    }
}
