using ToyGuard.Core.Policy;

namespace ToyGuard.Core.Settings;

/// <summary>Reads a toy of schema 1 and says what of it still counts: the choice where its meaning is certain, else the stricter one.</summary>
/// <remarks>
/// <code>
///   1  length of the name, 1 to 32; the name
///   1  flags: 1 paused, 2 everything of the maker is approved, 4 the child is 12 or older
///   1  play hours a day, 0 to 24, or 255: no limit
///   2  quiet from, 2 quiet until: minutes of every day, 0 to 1,439, until outside it, over midnight where until is no later;
///      both 65,535: never
///   1  approved ids, 0 to 16; each 1 length, 1 to 32, and that many of a-z, 0-9, '-'
/// </code>
/// Neither an id nor the maker's flag says which host, port and scheme somebody approved: nothing is approved any more. A child that is not
/// 12 may be under 9; one of 12 or older may be 12.
/// </remarks>
internal static class SchemaOne
{
    private const int PausedFlag = 1;
    private const int TwelveFlag = 4;
    private const int AllFlags = 7;

    private const int NoLimit = 255;
    private const int Never = 0xFFFF;
    private const int MinutesOfDay = 24 * 60;
    private const int IdsMax = 16;
    private const int IdBytesMax = 32;

    /// <summary>The toy, or null and a fault in the cursor.</summary>
    internal static ToySettings? ReadToy(SettingsCursor cursor)
    {
        string name = cursor.Name();
        int flags = cursor.Byte(AllFlags, SettingsFault.Flags);
        int hours = cursor.Byte(NoLimit, SettingsFault.None);

        if (hours > 24 && hours != NoLimit)
        {
            cursor.Refuse(SettingsFault.PlayTime);
        }

        int from = cursor.Pair(Never, SettingsFault.None);
        int until = cursor.Pair(Never, SettingsFault.None);

        if ((from >= MinutesOfDay || until >= MinutesOfDay) && (from != Never || until != Never))
        {
            cursor.Refuse(SettingsFault.QuietHours);
        }

        SkipIds(cursor);

        if (!cursor.IsWhole)
        {
            return null;
        }

        return new ToySettings(
            name,
            (flags & PausedFlag) != 0,
            from == Never ? null : EveryDay(from, until),
            hours == NoLimit ? ToySettings.NoLimit : 60 * hours,
            (flags & TwelveFlag) != 0 ? AgeBand.From9To12 : AgeBand.Under9,
            new long[0]);
    }

    private static WeeklyHours EveryDay(int from, int until)
    {
        int[] starts = new int[7];
        int[] lengths = new int[7];

        for (int day = 0; day < 7; day++)
        {
            starts[day] = day * MinutesOfDay + from;
            lengths[day] = until > from ? until - from : until - from + MinutesOfDay;
        }

        return new WeeklyHours(starts, lengths);
    }

    private static void SkipIds(SettingsCursor cursor)
    {
        for (int left = cursor.Byte(IdsMax, SettingsFault.Approvals); left > 0; left--)
        {
            int length = cursor.Byte(IdBytesMax, SettingsFault.Approvals);

            if (length == 0)
            {
                cursor.Refuse(SettingsFault.Approvals);
            }

            for (; length > 0; length--)
            {
                int character = cursor.Byte('z', SettingsFault.Approvals);

                if (character < 'a' && character != '-' && (character < '0' || character > '9'))
                {
                    cursor.Refuse(SettingsFault.Approvals);
                }
            }
        }
    }
}
