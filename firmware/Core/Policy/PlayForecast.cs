namespace ToyGuard.Core.Policy;

/// <summary>Looks ahead: until when a toy plays, what bonus fits before bedtime, and when it wakes. Allocates nothing.</summary>
internal static class PlayForecast
{
    private const int MinutesOfDay = 24 * 60;

    // A week has seven days that may have no minute, and as many nights.
    private const int StepsMax = 64;

    /// <summary>The view of a toy that something holds, or nothing (None).</summary>
    internal static PlayView Of(GateState state, ToyState toy, Reason held)
    {
        Moment now = state.Now;
        int left = state.LeftOf(toy);
        int quiet = toy.QuietHours is null || !now.IsKnown ? -1 : toy.QuietHours.MinutesUntil(now.MinuteOfWeek);
        int together = toy.IsTogetherAt(now) ? toy.TogetherUntil - now.Minute : 0;
        int room = RoomFor(toy, left, quiet, now);

        if (held != Reason.None)
        {
            return new PlayView(held, left, 0, held == Reason.QuietHours, WakesIn(state, toy), room, toy.BonusToday, together);
        }

        // Playing together does not count: what is left begins to run out when it ends.
        int play = left < 0 ? -1 : left + together;
        bool isQuietNext = quiet >= 0 && (play < 0 || quiet < play);
        return new PlayView(Reason.None, left, isQuietNext ? quiet : play, isQuietNext, 0, room, toy.BonusToday, together);
    }

    private static int RoomFor(ToyState toy, int left, int quiet, Moment now)
    {
        if (left < 0 || !now.IsKnown || quiet == 0)
        {
            return 0;
        }

        int room = Gate.BonusMinutesMax - toy.BonusToday;

        // What is given today ends with the day.
        int end = MinutesOfDay - now.Minute % MinutesOfDay;
        end = quiet >= 0 && quiet < end ? quiet : end;
        int fits = end > left ? end - left : 0;
        return fits < room ? fits : room;
    }

    // Goes from one thing that holds it to the end of that, until nothing does.
    private static int WakesIn(GateState state, ToyState toy)
    {
        Moment now = state.Now;

        if (!state.IsPaired || !now.IsKnown || !EndsByItself(state.IsEverythingPaused, state.PausedUntil) || !EndsByItself(toy.IsPaused, toy.PausedUntil))
        {
            return -1;
        }

        int ahead = 0;

        for (int step = 0; step < StepsMax; step++)
        {
            int before = ahead;
            ahead = After(state.IsEverythingPaused, state.PausedUntil, now, ahead);
            ahead = After(toy.IsPaused, toy.PausedUntil, now, ahead);
            int quiet = toy.QuietHours is null ? 0 : toy.QuietHours.MinutesUntilFree((now.MinuteOfWeek + ahead) % WeeklyHours.MinutesOfWeek);

            if (quiet < 0)
            {
                return -1;
            }

            ahead += quiet;
            ahead += HasPlayLeft(state, toy, now, ahead) ? 0 : MinutesOfDay - (now.MinuteOfWeek + ahead) % MinutesOfDay;

            if (ahead == before)
            {
                return ahead;
            }
        }

        return -1;
    }

    private static bool EndsByItself(bool isPaused, int untilMinute)
    {
        return !isPaused || untilMinute > 0;
    }

    private static int After(bool isPaused, int untilMinute, Moment now, int ahead)
    {
        int left = isPaused ? untilMinute - now.Minute : 0;
        return left > ahead ? left : ahead;
    }

    // Today by what is left, on another day by what that day begins with.
    private static bool HasPlayLeft(GateState state, ToyState toy, Moment now, int ahead)
    {
        int day = now.Day + (now.MinuteOfWeek % MinutesOfDay + ahead) / MinutesOfDay;

        if (day <= state.CountedDay)
        {
            return state.LeftOf(toy) != 0;
        }

        bool hasAny = toy.PlayMinutes.On(day) != 0;

        for (int i = 0; i < toy.Children.Length; i++)
        {
            hasAny &= toy.Children[i].PlayMinutes.On(day) != 0;
        }

        return hasAny;
    }
}
