using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;

namespace ToyGuard.Simulation.Month;

/// <summary>Two toys of one maker, for two ages.</summary>
internal static class MonthToys
{
    /// <summary>The maker's own stories, with a budget of bytes.</summary>
    public const int Stories = 1;

    /// <summary>Somebody else's statistics: waits for a guardian.</summary>
    public const int Usage = 2;

    /// <summary>The maker's files, under a wildcard.</summary>
    public const int Files = 3;

    /// <summary>Endpoints of each.</summary>
    public const int Places = 3;

    /// <summary>Numbers of the children that there may be.</summary>
    public static int[] Children { get; } = [1, 2];

    /// <summary>Bytes a day for the stories.</summary>
    public const int StoryBytes = 40_000;

    /// <summary>In every name that is held: it must never be found in flash.</summary>
    public const string Secret = "secret-garden";

    /// <summary>Fresh ones: a declared toy remembers nothing, but costs hashes.</summary>
    public static DeclaredToy[] Declared { get; } = [Toy("bear", AgeBand.Under9), Toy("robot", AgeBand.Under9)];

    /// <summary>The host of a place; a name of its own for the wildcard.</summary>
    public static string HostOf(int place, int name)
    {
        return place switch
        {
            Stories => "stories.toys.example",
            Usage => "usage.metrics.example",
            _ => $"n{name}.files.example",
        };
    }

    /// <summary>True in quiet hours, minute by minute of the week, as a parent would count it.</summary>
    public static bool IsQuiet(WeeklyHours? hours, int minuteOfWeek)
    {
        const int Week = 7 * 1440;
        bool isQuiet = false;

        for (int i = 0; hours is not null && i < hours.Count; i++)
        {
            int into = (minuteOfWeek - hours.StartAt(i) + Week) % Week;
            isQuiet |= into < hours.LengthAt(i);
        }

        return isQuiet;
    }

    private static DeclaredToy Toy(string name, AgeBand band)
    {
        Endpoint[] endpoints =
        [
            new("stories", HostPattern.Parse("stories.toys.example", out _)!, 443, Scheme.Https, "Toys", Party.First, "stories", ["chosen-story"], StoryBytes, null),
            new("usage", HostPattern.Parse("usage.metrics.example", out _)!, 443, Scheme.Https, "Metrics", Party.Third, "analytics", ["usage"], 0, null),
            new("files", HostPattern.Parse("*.files.example", out _)!, 443, Scheme.Https, "Toys", Party.First, "files", ["usage"], 0, null),
        ];
        SensorUse[] sensors = [new("microphone", "talk", "push-to-talk")];
        return new DeclaredToy(name, new Manifest(name, name, "Toys", "https://toys.example/", "mailto:a@toys.example", "2031-12-31", band, endpoints, sensors, []));
    }
}
