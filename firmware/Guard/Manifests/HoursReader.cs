using System.Collections;

using ToyGuard.Core.Policy;
using ToyGuard.Wire.Json;

namespace ToyGuard.Guard.Manifests;

/// <summary>Reads windows of time: [{ "days": ["mon", "tue"], "from": "07:00", "to": "19:30" }]. Over midnight when "to" is not after "from".</summary>
internal sealed class HoursReader
{
    /// <summary>Windows of one list. Two a day for a week fit with seven of one day each.</summary>
    private const int WindowsMax = 14;

    private readonly ManifestCursor _cursor;
    private readonly string[] _names = new string[] { "days", "from", "to" };
    private readonly string[] _days = Vocabulary.Days();

    internal HoursReader(ManifestCursor cursor)
    {
        _cursor = cursor;
    }

    /// <summary>The windows; null with a complaint when there is anything to complain about.</summary>
    internal WeeklyHours? Read()
    {
        string path = _cursor.Path;

        if (!_cursor.Open(JsonToken.ArrayStart))
        {
            return null;
        }

        ArrayList starts = new ArrayList();
        ArrayList lengths = new ArrayList();
        int complaints = _cursor.ComplaintCount;
        int line = _cursor.Line;
        int index = -1;

        while (_cursor.NextObject(path, ref index))
        {
            if (index == WindowsMax)
            {
                _cursor.Complain("At most 14 windows of time may stand here.", null);
            }

            if (index >= WindowsMax)
            {
                _cursor.SkipRest();
            }
            else
            {
                ReadWindow(starts, lengths);
            }
        }

        if (index < 0)
        {
            _cursor.ComplainAt(line, path, "At least one window must stand here. Leave \"hours\" out when any time is right.", null);
        }

        return _cursor.IsCleanSince(complaints) ? new WeeklyHours(ToInts(starts), ToInts(lengths)) : null;
    }

    private void ReadWindow(ArrayList starts, ArrayList lengths)
    {
        string path = _cursor.Path;
        int line = _cursor.Line;
        int seen = 0;
        int days = 0;
        int from = -1;
        int to = -1;

        for (int member = _cursor.NextMember(path, _names); member >= 0; member = _cursor.NextMember(path, _names))
        {
            seen |= 1 << member;

            if (member == 0)
            {
                days = ReadDays();
            }
            else if (member == 1)
            {
                from = ReadTime();
            }
            else
            {
                to = ReadTime();
            }
        }

        _cursor.RequireMembers(path, _names, _names.Length, seen, line);

        if (from < 0 || to < 0)
        {
            return;
        }

        for (int day = 0; day < 7; day++)
        {
            if ((days & (1 << day)) != 0)
            {
                starts.Add((day * 24 * 60) + from);
                lengths.Add(to > from ? to - from : to + (24 * 60) - from);
            }
        }
    }

    // A bit a day, Monday the lowest.
    private int ReadDays()
    {
        string path = _cursor.Path;

        if (!_cursor.Open(JsonToken.ArrayStart))
        {
            return 0;
        }

        int line = _cursor.Line;
        int days = 0;
        int index = 0;

        for (; _cursor.NextText(path, index, out string? text); index++)
        {
            int day = text == null ? -1 : _cursor.IndexOf(text, _days, "day");

            if (day >= 0 && (days & (1 << day)) != 0)
            {
                _cursor.Complain("This day stands twice.", null);
            }
            else if (day >= 0)
            {
                days |= 1 << day;
            }
        }

        if (index == 0)
        {
            _cursor.ComplainAt(line, path, "At least one day must stand here.", null);
        }

        return days;
    }

    private int ReadTime()
    {
        string? text = _cursor.Text();

        if (text == null)
        {
            return -1;
        }

        int minute = TextRules.MinuteOfDay(text);

        if (minute < 0)
        {
            string? meant = TextRules.MinuteOfDay("0" + text) >= 0 ? "0" + text : text == "24:00" ? "00:00" : null;
            _cursor.Complain("A time from \"00:00\" to \"23:59\" must stand here, with two digits each.", ManifestCursor.InQuotes(meant));
        }

        return minute;
    }

    private static int[] ToInts(ArrayList list)
    {
        int[] numbers = new int[list.Count];

        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = (int)list[i]!;
        }

        return numbers;
    }
}
