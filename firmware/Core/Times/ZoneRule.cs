namespace ToyGuard.Core.Times;

/// <summary>How far the clocks of a place are ahead of UTC, by a rule that needs no table: the TZ string of IEEE 1003.1, 8.3, with the additions of RFC 9636, 3.3.1. Immutable.</summary>
/// <remarks>
/// <c>std offset[dst[offset],date[/time],date[/time]]</c>. Names of three letters or more, or in angle brackets; a date as Mm.w.d, Jn or n;
/// times from -167 to 167 hours. Summer time without dates is refused, since the standard leaves open when it is then.
/// A place that has summer time all the year, or in winter less time than in summer, needs nothing special.
/// </remarks>
public sealed class ZoneRule
{
    /// <summary>Characters of the longest text. The longest rule that any place has today takes 51.</summary>
    public const int TextMax = 63;

    // Where calendars end, 9999-12-31 23:59:59.
    private const long LatestSeconds = 253402300799;

    private const int OffsetHoursMax = 24;
    private const int SecondsOfHour = 60 * 60;

    private readonly int _standard;
    private readonly int _summer;
    private readonly bool _hasSummer;
    private readonly ZoneDate _start;
    private readonly ZoneDate _end;

    private ZoneRule(string text, int standard)
    {
        Text = text;
        _standard = standard;
        _summer = standard;
    }

    private ZoneRule(string text, int standard, int summer, ZoneDate start, ZoneDate end)
        : this(text, standard)
    {
        _summer = summer;
        _start = start;
        _end = end;
        _hasSummer = true;
    }

    /// <summary>The text it was read from.</summary>
    public string Text { get; }

    /// <summary>The rule that <paramref name="text"/> spells; null for anything else. Never throws.</summary>
    public static ZoneRule? Read(string? text)
    {
        if (text is null || text.Length > TextMax)
        {
            return null;
        }

        ZoneReader reader = new ZoneReader(text);
        reader.Name();

        // The standard counts westwards.
        int standard = -reader.Time(OffsetHoursMax);

        if (reader.IsBad || reader.IsAtEnd)
        {
            return reader.IsBad ? null : new ZoneRule(text, standard);
        }

        reader.Name();
        int summer = reader.IsAtComma ? standard + SecondsOfHour : -reader.Time(OffsetHoursMax);
        ZoneDate start = reader.Date();
        ZoneDate end = reader.Date();
        return reader.IsBad || !reader.IsAtEnd ? null : new ZoneRule(text, standard, summer, start, end);
    }

    /// <summary>Seconds that the clocks of this place are ahead of UTC; below 0 west of Greenwich. Allocates nothing.</summary>
    /// <param name="utcSeconds">Seconds since 1970-01-01 UTC; what lies outside 1970 to 9999 counts as its nearest end.</param>
    public int OffsetAt(long utcSeconds)
    {
        if (!_hasSummer)
        {
            return _standard;
        }

        long now = utcSeconds < 0 ? 0 : utcSeconds > LatestSeconds ? LatestSeconds : utcSeconds;
        int year = Calendar.YearOf((int)(now / Calendar.SecondsOfDay));
        long start = long.MinValue;
        long end = long.MinValue;

        // A date may come a week before its year or after it, and clocks may be a day from UTC.
        for (int near = year - 2; near <= year + 1; near++)
        {
            start = Later(start, _start.SecondsIn(near) - _standard, now);
            end = Later(end, _end.SecondsIn(near) - _summer, now);
        }

        // Where one year's summer time begins in the second that ends the last one's, it goes on.
        return start >= end ? _summer : _standard;
    }

    // The later of two times, of which the second counts only once it has come.
    private static long Later(long best, long time, long now)
    {
        return time <= now && time > best ? time : best;
    }
}
