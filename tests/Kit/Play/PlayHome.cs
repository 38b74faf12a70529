using ToyGuard.Core.Policy;
using ToyGuard.Core.Times;

namespace ToyGuard.Kit.Play.Tests;

/// <summary>A paired home with one toy, a microphone that a guardian agreed to and a camera that nobody did. It is Monday 2026-11-23, 12:00.</summary>
public static class PlayHome
{
    public const int Toy = 1;
    public const int Microphone = 1;
    public const int Camera = 2;
    public const int Noon = 12 * 60;

    private const int Monday = 20780;

    public static Moment At(int minuteOfDay)
    {
        return Moment.FromLocalSeconds(Monday * 86400L + minuteOfDay * 60);
    }

    public static Gate GateOf(ToyState toy)
    {
        return GateOf(toy, new VerdictCounters());
    }

    public static Gate GateOf(ToyState toy, VerdictCounters counters)
    {
        GateState state = new GateState(new ToyState[] { toy });
        state.IsPaired = true;
        state.Now = At(Noon);
        return new Gate(state, counters);
    }

    public static ToyState Bear()
    {
        Manifest manifest = new Manifest(
            "story-bear-2",
            "Story Bear",
            "Example Toys",
            "https://toys.example/contact",
            "mailto:security@toys.example",
            "2031-12-31",
            AgeBand.Under9,
            new Endpoint[0],
            new SensorUse[] { new SensorUse("microphone", "talk", "push-to-talk"), new SensorUse("camera", "play", "on-demand") },
            new string[0]);
        ToyState toy = new ToyState("bear", manifest);
        toy.Agree(Microphone, At(Noon + 60).Minute);
        return toy;
    }

    /// <summary>A bear with so many minutes of play a day.</summary>
    public static ToyState BearWithMinutes(int minutes)
    {
        ToyState toy = Bear();
        toy.PlayMinutes = DayMinutes.Every(minutes);
        return toy;
    }
}
