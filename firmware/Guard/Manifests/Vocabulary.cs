namespace ToyGuard.Guard.Manifests;

/// <summary>The closed lists of words a manifest may use, so that every word can be explained to a parent in every language.</summary>
/// <remarks>
/// Published in manifest.schema.json; a test keeps both in step. New words are added at the end, none is ever given another meaning.
/// There is no word for advertising, buying or profiling: a toy that needs one of those has no manifest here.
/// Each call makes a new array, because the lists are needed only while a manifest is read.
/// </remarks>
public static class Vocabulary
{
    /// <summary>What an endpoint is for.</summary>
    public static string[] Purposes()
    {
        return new string[]
        {
            // What a child plays with.
            "stories", "music", "games", "lessons", "voice-answers", "voice-messages", "translation",

            // What keeps the toy going.
            "time", "weather", "content-updates", "firmware-information", "settings-sync", "account", "support", "diagnostics",

            // What only the maker gains by.
            "analytics",
        };
    }

    /// <summary>What goes to an endpoint beyond the address and the time that any connection shows.</summary>
    public static string[] DataKinds()
    {
        return new string[]
        {
            // Nothing but the question for content. Stands alone.
            NoData,

            // What the child does.
            "chosen-story", "chosen-music", "play-progress", "usage", "voice", "messages", "photo", "location",

            // Who or what it is about.
            "device-id", "account-id", "nickname", "age-band", "language",

            // The toy itself.
            "settings", "firmware-version", "diagnostics",
        };
    }

    /// <summary>The data kind that says that there is none.</summary>
    public const string NoData = "none";

    /// <summary>What a toy can perceive, or be found by.</summary>
    public static string[] SensorKinds()
    {
        return new string[] { "microphone", "camera", "location", "bluetooth" };
    }

    /// <summary>What a sensor is used for.</summary>
    public static string[] SensorPurposes()
    {
        return new string[]
        {
            "talk", "voice-answers", "voice-messages", "wake-word", "games", "photos", "find-the-toy", "remote-control", "pairing", "lessons",
        };
    }

    /// <summary>How a sensor is started: held for as long as it works, started by the child each time, or on whenever the toy is.</summary>
    public static string[] SensorModes()
    {
        return new string[] { PushToTalk, "on-demand", "always" };
    }

    /// <summary>The mode that only a microphone has.</summary>
    public const string PushToTalk = "push-to-talk";

    /// <summary>Days as windows of time name them; the first is Monday, as in the gate's week.</summary>
    public static string[] Days()
    {
        return new string[] { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };
    }
}
