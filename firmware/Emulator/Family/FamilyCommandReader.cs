using System.Collections.Generic;
using System.Globalization;
using System.Text;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Emulator.Commands;

namespace ToyGuard.Emulator.Family;

/// <summary>Reads lines of --commands: words with blanks between them; a word with blanks of its own stands in quotation marks.</summary>
internal static class FamilyCommandReader
{
    /// <summary>Longest line, in bytes.</summary>
    public const int LengthMax = 1024;

    /// <summary>What can be typed, as the answer to help.</summary>
    public const string Help = "pause all|TOY [MINUTES] · resume all|TOY · approve TOY ENDPOINT [1h|today|term] · withdraw TOY ENDPOINT · agree TOY SENSOR none|1h|today|term · "
        + "quiet TOY none|HH:MM-HH:MM · minutes TOY none|N · bonus TOY N · tickets TOY N · band TOY unknown|under9|9to12|13to18 · retention DAYS · press · talk on|off · play · settings · records · wipe · help";

    private const string All = "all";
    private const string None = "none";
    private const int MinutesOfDay = 24 * 60;
    private const int Days = 7;
    private const int BonusMax = 60;

    /// <summary>The command, or null and why not.</summary>
    /// <param name="bytes">One line, without its end.</param>
    /// <param name="refusal">Why it was refused, a few words of ours; empty for a command.</param>
    public static FamilyCommand? Read(byte[] bytes, out string refusal)
    {
        refusal = bytes.Length > LengthMax ? "the line is too long" : "";
        string[]? words = refusal.Length == 0 ? Split(Encoding.UTF8.GetString(bytes)) : null;

        if (words is null || words.Length == 0)
        {
            refusal = refusal.Length == 0 ? "a quotation mark is missing, or there is nothing" : refusal;
            return null;
        }

        FamilyCommand? command = (words[0], words.Length) switch
        {
            ("pause", 2) => new FamilyCommand(FamilyVerb.Pause) { Toy = ToyOrAll(words[1]) },
            ("pause", 3) => Counted(FamilyVerb.Pause, ToyOrAll(words[1]), words[2], 1, MinutesOfDay),
            ("resume", 2) => new FamilyCommand(FamilyVerb.Resume) { Toy = ToyOrAll(words[1]) },
            ("approve", 3) => new FamilyCommand(FamilyVerb.Approve) { Toy = words[1], Endpoint = words[2] },
            ("approve", 4) => TimeOf(words[3]) is AgreedTime until and not AgreedTime.None
                ? new FamilyCommand(FamilyVerb.Approve) { Toy = words[1], Endpoint = words[2], Until = until }
                : null,
            ("withdraw", 3) => new FamilyCommand(FamilyVerb.Withdraw) { Toy = words[1], Endpoint = words[2] },
            ("agree", 4) => TimeOf(words[3]) is AgreedTime until ? new FamilyCommand(FamilyVerb.Agree) { Toy = words[1], Sensor = words[2], Until = until } : null,
            ("press", 1) => new FamilyCommand(FamilyVerb.Press),
            ("talk", 2) when words[1] is "on" or "off" => new FamilyCommand(FamilyVerb.Talk) { IsHeld = words[1] == "on" },
            ("play", 1) => new FamilyCommand(FamilyVerb.Play),
            ("quiet", 3) => Quiet(words[1], words[2]),
            ("minutes", 3) => Minutes(words[1], words[2]),
            ("bonus", 3) => Counted(FamilyVerb.Bonus, words[1], words[2], 1, BonusMax),
            ("tickets", 3) => Counted(FamilyVerb.Tickets, words[1], words[2], 0, ToySettings.TicketsMax),
            ("band", 3) => Band(words[1], words[2]),
            ("retention", 2) => Retention(words[1]),
            ("settings", 1) => new FamilyCommand(FamilyVerb.Settings),
            ("records", 1) => new FamilyCommand(FamilyVerb.Records),
            ("wipe", 1) => new FamilyCommand(FamilyVerb.Wipe),
            ("help", 1) => new FamilyCommand(FamilyVerb.Help),
            _ => null,
        };

        string line = Texts.Shown(string.Join(' ', words));
        refusal = command is null ? $"'{line}' is not understood; help says what is" : "";
        return command is null ? null : command with { Line = line };
    }

    private static FamilyCommand? Quiet(string toy, string text)
    {
        if (text == None)
        {
            return new FamilyCommand(FamilyVerb.Quiet) { Toy = toy };
        }

        const int LengthOfWindow = 11;

        if (text.Length != LengthOfWindow || text[5] != '-'
            || !TryTime(text[..5], out int from) || !TryTime(text[6..], out int to) || from == to)
        {
            return null;
        }

        // A window that ends before it begins goes over midnight.
        int length = (to - from + MinutesOfDay) % MinutesOfDay;
        int[] starts = new int[Days];
        int[] lengths = new int[Days];

        for (int day = 0; day < Days; day++)
        {
            starts[day] = (day * MinutesOfDay) + from;
            lengths[day] = length;
        }

        return new FamilyCommand(FamilyVerb.Quiet) { Toy = toy, Hours = new WeeklyHours(starts, lengths) };
    }

    private static AgreedTime? TimeOf(string text)
    {
        return text switch
        {
            None => AgreedTime.None,
            "1h" => AgreedTime.Hour,
            "today" => AgreedTime.Today,
            "term" => AgreedTime.Term,
            _ => null,
        };
    }

    private static FamilyCommand? Counted(FamilyVerb verb, string? toy, string text, int min, int max)
    {
        return TryNumber(text, max, out int number) && number >= min ? new FamilyCommand(verb) { Toy = toy, Number = number } : null;
    }

    private static FamilyCommand? Minutes(string toy, string text)
    {
        int minutes = -1;
        return text == None || TryNumber(text, MinutesOfDay, out minutes)
            ? new FamilyCommand(FamilyVerb.Minutes) { Toy = toy, Number = minutes }
            : null;
    }

    private static FamilyCommand? Band(string toy, string text)
    {
        AgeBand? band = text switch
        {
            "unknown" => AgeBand.Unknown,
            "under9" => AgeBand.Under9,
            "9to12" => AgeBand.From9To12,
            "13to18" => AgeBand.From13To18,
            _ => null,
        };

        return band is AgeBand known ? new FamilyCommand(FamilyVerb.Band) { Toy = toy, Band = known } : null;
    }

    private static FamilyCommand? Retention(string text)
    {
        const int DaysMax = 30;
        return TryNumber(text, DaysMax, out int days) ? new FamilyCommand(FamilyVerb.Retention) { Number = days } : null;
    }

    private static string? ToyOrAll(string word)
    {
        return word == All ? null : word;
    }

    private static bool TryTime(string text, out int minute)
    {
        minute = 0;

        if (text[2] != ':' || !TryNumber(text[..2], 23, out int hours) || !TryNumber(text[3..], 59, out int minutes))
        {
            return false;
        }

        minute = (hours * 60) + minutes;
        return true;
    }

    private static bool TryNumber(string text, int max, out int number)
    {
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= max;
    }

    // Null for a quotation mark that is never closed.
    private static string[]? Split(string line)
    {
        List<string> words = [];
        StringBuilder word = new();
        bool isInWord = false;
        bool isQuoted = false;

        foreach (char c in line)
        {
            if (c == '"')
            {
                isQuoted = !isQuoted;
                isInWord = true;
            }
            else if (isQuoted || c is not (' ' or '\t'))
            {
                word.Append(c);
                isInWord = true;
            }
            else if (isInWord)
            {
                words.Add(word.ToString());
                word.Clear();
                isInWord = false;
            }
        }

        if (isInWord)
        {
            words.Add(word.ToString());
        }

        return isQuoted ? null : [.. words];
    }
}
