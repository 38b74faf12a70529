using System.Collections.Generic;
using System.Linq;

namespace ToyGuard.Fuzz.Targets;

/// <summary>Good manifests to begin with, one of them with every member there is.</summary>
internal static class ManifestSeeds
{
    private const string Head = "{\"manifest\":1,\"model\":\"story-bear-2\",\"name\":\"Story Bear\",\"maker\":\"Example Toys\",\"contact\":\"https://toys.example/contact\","
        + "\"securityContact\":\"mailto:security@toys.example\",\"supportUntil\":\"2031-12-31\",\"ageBand\":\"under9\",";

    private const string Endpoint = "{\"id\":\"stories\",\"host\":\"stories.toys.example\",\"port\":443,\"scheme\":\"https\",\"owner\":\"Example Toys\",\"party\":\"first\","
        + "\"purpose\":\"stories\",\"data\":[\"chosen-story\"]";

    private const string Full = Head + "\"endpoints\":[" + Endpoint + ",\"dailyBytes\":52428800,\"hours\":[{\"days\":[\"mon\",\"fri\"],\"from\":\"07:00\",\"to\":\"19:30\"}],\"erase\":\"/v1/delete\"},"
        + "{\"id\":\"usage\",\"host\":\"*.metrics.example\",\"port\":8443,\"scheme\":\"tls\",\"owner\":\"Metrics Ltd\",\"party\":\"third\",\"purpose\":\"analytics\",\"data\":[\"usage\"]}],"
        + "\"sensors\":[{\"kind\":\"microphone\",\"purpose\":\"talk\",\"mode\":\"push-to-talk\"}],\"roots\":[\"root.pem\"]}";

    /// <summary>The seeds and the manifests.</summary>
    public static IEnumerable<byte[]> AppendManifest(this IEnumerable<byte[]> seeds)
    {
        return seeds.Concat(All());
    }

    /// <summary>The manifests.</summary>
    public static IEnumerable<byte[]> All()
    {
        return Ascii.All(Full, Head + "\"endpoints\":[" + Endpoint + "}],\"sensors\":[]}", Head + "\"endpoints\":[],\"sensors\":[]}", "{\"manifest\":2}", "{}");
    }
}
