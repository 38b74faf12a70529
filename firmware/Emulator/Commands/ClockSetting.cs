using System;
using System.Globalization;

using ToyGuard.Core.Policy;
using ToyGuard.Edge;
using ToyGuard.Edge.Hub;

namespace ToyGuard.Emulator.Commands;

/// <summary>The time a run begins with: a clock on the wall of this home, or unknown as after a power cut.</summary>
/// <param name="LocalMs">Milliseconds since 1970-01-01 00:00 of local time, null when unknown.</param>
internal readonly record struct ClockSetting(long? LocalMs)
{
    private static readonly string[] WallForms =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFF",
    ];

    private static readonly string[] ZonedForms =
    [
        "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFzzz",
    ];

    /// <summary>Whole seconds of the same.</summary>
    public long? LocalSeconds
    {
        get { return LocalMs / 1000; }
    }

    /// <summary>The time as text, or "unknown".</summary>
    public string Words
    {
        get
        {
            return AsMoment().IsKnown
                ? DateTime.UnixEpoch.AddSeconds(LocalSeconds!.Value).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)
                : "unknown";
        }
    }

    /// <summary>This machine's local time.</summary>
    public static ClockSetting Now
    {
        get { return Of(DateTime.Now); }
    }

    /// <summary>How the clocks of this machine go now, all the year: what a phone here would say.</summary>
    public static string Zone
    {
        get
        {
            TimeSpan offset = TimeZoneInfo.Local.GetUtcOffset(DateTimeOffset.UtcNow);
            string sign = offset < TimeSpan.Zero ? "-" : "+";
            string back = offset < TimeSpan.Zero ? "" : "-";
            return string.Create(CultureInfo.InvariantCulture, $"<{sign}{offset:hhmm}>{back}{Math.Abs(offset.Hours)}:{Math.Abs(offset.Minutes):00}");
        }
    }

    /// <summary>Reads what --clock says; null means that nothing was said, which is now.</summary>
    /// <remarks>Without an offset it is the time on the wall; with one, or with Z, it is turned into this machine's local time.</remarks>
    public static ClockSetting Read(string? text)
    {
        if (text is null)
        {
            return Now;
        }

        if (text == "unknown")
        {
            return default;
        }

        CultureInfo culture = CultureInfo.InvariantCulture;

        if (DateTime.TryParseExact(text, WallForms, culture, DateTimeStyles.None, out DateTime wall))
        {
            return Of(wall);
        }

        string zoned = text.EndsWith('Z') ? text[..^1] + "+00:00" : text;

        return DateTimeOffset.TryParseExact(zoned, ZonedForms, culture, DateTimeStyles.None, out DateTimeOffset moment)
            ? Of(moment.LocalDateTime)
            : throw new WrongUseException(
                $"--clock: '{Texts.Shown(text)}' is neither a time, as in 2026-11-21T18:30:00, nor 'unknown'");
    }

    /// <summary>A clock that was set to this when the time that the device lives by stood at <paramref name="atMs"/>, and went on since.</summary>
    public WallClock Running(long atMs)
    {
        WallClock clock = new();

        if (LocalMs is long localMs)
        {
            int offset = (int)TimeZoneInfo.Local.GetUtcOffset(DateTimeOffset.UtcNow).TotalSeconds;
            clock.SetUtc(localMs - (offset * 1000L) + LivedTime.NowMs - atMs, offset);
        }

        return clock;
    }

    private static ClockSetting Of(DateTime wall)
    {
        return new ClockSetting((wall.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond);
    }

    /// <summary>The moment as rules see it. A time that no device with a working clock has counts as unknown.</summary>
    public Moment AsMoment()
    {
        return LocalSeconds is long seconds ? Moment.FromLocalSeconds(seconds) : default;
    }
}
