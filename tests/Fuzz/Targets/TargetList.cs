using System;
using System.Linq;

using ToyGuard.Fuzz.Loop;

namespace ToyGuard.Fuzz.Targets;

/// <summary>The readers under test, by name.</summary>
internal static class TargetList
{
    private static readonly (string Name, Func<Target> Make)[] s_all =
    {
        ("hello", static () => new HelloTarget()),
        ("http-request", static () => new RequestTarget()),
        ("http-response", static () => new ResponseTarget()),
        ("body", static () => new BodyTarget()),
        ("url", static () => new UrlTarget()),
        ("dns-question", static () => new DnsQuestionTarget()),
        ("dns-answer", static () => new DnsAnswerTarget()),
        ("json", static () => new JsonTarget()),
        ("manifest", static () => new ManifestTarget()),
        ("host-name", static () => new HostNameTarget()),
        ("host-pattern", static () => new HostPatternTarget()),
        ("sntp", static () => new SntpTarget()),
        ("plain", static () => new PlainTarget()),
        ("reference", static () => new ReferenceTarget()),
        ("answer", static () => new AnswerTarget()),
        ("seal", static () => new SealTarget()),
    };

    /// <summary>All names, in the order of the table.</summary>
    public static string[] Names
    {
        get { return s_all.Select(static t => t.Name).ToArray(); }
    }

    /// <summary>A fresh target.</summary>
    public static Target Make(string name)
    {
        return s_all.Single(t => t.Name == name).Make();
    }
}
