using ToyGuard.Core.Policy;
using ToyGuard.Core.Privacy;
using ToyGuard.Core.Times;

namespace ToyGuard.Core.Settings;

/// <summary>Reads settings of schema 2 to 4, and the head of schema 1.</summary>
/// <remarks>
/// Schema 3 had one number of play minutes for every day, approvals without an end, and neither zone, children, tickets nor an end of a pause;
/// schema 2 is the same without consents. What an older schema had no place for comes up as nothing: no child, no ticket, no end.
/// </remarks>
internal static class SettingsReader
{
    /// <summary>The first schema there was.</summary>
    internal const int FirstSchema = 1;

    // The first schema had room for fewer toys.
    private const int FirstToysMax = 16;

    // From this one on toys have consents.
    private const int ConsentsSchema = 3;

    // From this one on there are children, and ends.
    private const int ChildrenSchema = 4;

    /// <summary>The family, or null and a fault in the cursor.</summary>
    internal static FamilySettings? ReadFamily(SettingsCursor cursor, int schema)
    {
        bool isFirst = schema == FirstSchema;
        int flags = cursor.Byte(SettingsCodec.PairedFlag | SettingsCodec.EverythingPausedFlag, SettingsFault.Flags);
        int days = cursor.Byte(isFirst ? byte.MaxValue : FamilySettings.RetentionDaysMax, SettingsFault.Retention);
        bool isPaused = (flags & SettingsCodec.EverythingPausedFlag) != 0;
        int pausedUntil = schema < ChildrenSchema ? 0 : ReadPauseEnd(cursor, isPaused);

        // The first schema kept records for as long as somebody liked.
        days = days > FamilySettings.RetentionDaysMax ? FamilySettings.RetentionDaysMax : days;
        FamilySettings settings = new FamilySettings((flags & SettingsCodec.PairedFlag) != 0, isPaused, days, new ToySettings[0]);
        settings = pausedUntil > 0 ? settings.WithPausedUntil(pausedUntil) : settings;
        settings = schema < ChildrenSchema ? settings : ReadChildren(cursor, settings);
        ToySettings[] toys = new ToySettings[cursor.Byte(isFirst ? FirstToysMax : FamilySettings.ToysMax, SettingsFault.ToyCount)];

        for (int i = 0; i < toys.Length; i++)
        {
            ToySettings? toy = isFirst ? SchemaOne.ReadToy(cursor) : ReadToy(cursor, schema);

            if (toy is null)
            {
                return null;
            }

            toys[i] = toy;

            if (FamilySettings.HasNameTwice(toys, i + 1))
            {
                cursor.Refuse(SettingsFault.NameTwice);
            }

            if (toy.Child != ToySettings.NobodysChild && settings.FindChild(toy.Child) is null)
            {
                cursor.Refuse(SettingsFault.Child);
            }
        }

        cursor.End();
        return cursor.IsWhole ? settings.WithToys(toys) : null;
    }

    // An end without a pause would be a second spelling of no pause.
    private static int ReadPauseEnd(SettingsCursor cursor, bool isPaused)
    {
        int until = cursor.Minute(0, SettingsFault.EndMinute);

        if (until > 0 && !isPaused)
        {
            cursor.Refuse(SettingsFault.Spelling);
        }

        return cursor.IsWhole ? until : 0;
    }

    private static FamilySettings ReadChildren(SettingsCursor cursor, FamilySettings settings)
    {
        string zone = cursor.Zone();
        FamilySettings result = cursor.IsWhole ? settings.WithZone(zone) : settings;
        int last = 0;

        for (int left = cursor.Byte(ChildSettings.Max, SettingsFault.Child); left > 0 && cursor.IsWhole; left--)
        {
            int number = cursor.Byte(ChildSettings.Max, SettingsFault.Child);
            int animal = cursor.Byte(ChildSettings.Animals, SettingsFault.Child);
            int colour = cursor.Byte(ChildSettings.Colours, SettingsFault.Child);
            AgeBand band = (AgeBand)cursor.Byte((int)AgeBand.From13To18, SettingsFault.AgeBand);
            DayMinutes minutes = cursor.Week();

            if (number <= last || animal == 0 || colour == 0)
            {
                cursor.Refuse(SettingsFault.Child);
            }

            result = cursor.IsWhole ? result.WithChild(new ChildSettings(number, animal, colour, band, minutes)) : result;
            last = number;
        }

        return result;
    }

    private static ToySettings? ReadToy(SettingsCursor cursor, int schema)
    {
        bool hasChildren = schema >= ChildrenSchema;
        string name = cursor.Name();
        int flags = cursor.Byte(SettingsCodec.PausedFlag | (hasChildren ? SettingsCodec.SharedFlag : 0), SettingsFault.Flags);
        bool isPaused = (flags & SettingsCodec.PausedFlag) != 0;
        int pausedUntil = hasChildren ? ReadPauseEnd(cursor, isPaused) : 0;
        int child = hasChildren ? cursor.Byte(ChildSettings.Max, SettingsFault.Child) : ToySettings.NobodysChild;
        int tickets = hasChildren ? cursor.Byte(ToySettings.TicketsMax, SettingsFault.Tickets) : 0;
        DayMinutes minutes = hasChildren ? cursor.Week() : EveryDay(cursor);
        AgeBand band = (AgeBand)cursor.Byte((int)AgeBand.From13To18, SettingsFault.AgeBand);
        WeeklyHours? quiet = ReadHours(cursor);
        Approval[] approvals = ReadApprovals(cursor, hasChildren);
        SensorConsent[] consents = schema >= ConsentsSchema ? ReadConsents(cursor) : new SensorConsent[0];

        if (!cursor.IsWhole)
        {
            return null;
        }

        ToySettings toy = new ToySettings(name, isPaused, quiet, ToySettings.NoLimit, band, new long[0])
            .WithPlayMinutes(minutes)
            .WithChild(child, (flags & SettingsCodec.SharedFlag) != 0)
            .WithTickets(tickets)
            .WithApprovals(approvals)
            .WithConsents(consents);

        if (!IsSpelled(toy, quiet, approvals, consents))
        {
            cursor.Refuse(SettingsFault.Spelling);
        }

        return pausedUntil > 0 ? toy.WithPausedUntil(pausedUntil) : toy;
    }

    private static DayMinutes EveryDay(SettingsCursor cursor)
    {
        int minutes = cursor.PlayMinutes();
        return cursor.IsWhole ? DayMinutes.Every(minutes) : DayMinutes.None;
    }

    // Null when the cursor is not whole.
    private static WeeklyHours? ReadHours(SettingsCursor cursor)
    {
        int[] starts = new int[cursor.Byte(ToySettings.WindowsMax, SettingsFault.QuietHours)];
        int[] lengths = new int[starts.Length];

        for (int i = 0; i < starts.Length; i++)
        {
            starts[i] = cursor.Pair(WeeklyHours.MinutesOfWeek - 1, SettingsFault.QuietHours);
            lengths[i] = cursor.Pair(WeeklyHours.MinutesOfWeek, SettingsFault.QuietHours);

            if (lengths[i] == 0)
            {
                cursor.Refuse(SettingsFault.QuietHours);
            }
        }

        return cursor.IsWhole ? new WeeklyHours(starts, lengths) : null;
    }

    // None when the cursor is not whole.
    private static Approval[] ReadApprovals(SettingsCursor cursor, bool haveEnds)
    {
        Approval[] approvals = new Approval[cursor.Byte(ToySettings.ApprovalsMax, SettingsFault.Approvals)];

        for (int i = 0; i < approvals.Length; i++)
        {
            approvals[i] = new Approval(cursor.Print(), Approval.NoEnd);
        }

        int last = -1;

        for (int left = haveEnds ? cursor.Byte(ToySettings.ApprovalsMax, SettingsFault.EndMinute) : 0; left > 0 && cursor.IsWhole; left--)
        {
            int which = cursor.Byte(byte.MaxValue, SettingsFault.EndMinute);
            int until = cursor.Minute(1, SettingsFault.EndMinute);

            if (which <= last || which >= approvals.Length)
            {
                cursor.Refuse(SettingsFault.EndMinute);
                break;
            }

            approvals[which] = new Approval(approvals[which].Print, until);
            last = which;
        }

        return approvals;
    }

    // None when the cursor is not whole.
    private static SensorConsent[] ReadConsents(SettingsCursor cursor)
    {
        SensorConsent[] consents = new SensorConsent[cursor.Byte(ToySettings.ConsentsMax, SettingsFault.Consents)];

        for (int i = 0; i < consents.Length; i++)
        {
            long print = cursor.Print();
            int until = cursor.Minute(1, SettingsFault.Consents);

            if (!cursor.IsWhole)
            {
                return new SensorConsent[0];
            }

            consents[i] = new SensorConsent(print, until);
        }

        return consents;
    }

    // Windows, approvals and consents have many spellings, and one that is written.
    private static bool IsSpelled(ToySettings toy, WeeklyHours? quiet, Approval[] approvals, SensorConsent[] consents)
    {
        Approval[] approved = toy.Approvals;
        SensorConsent[] agreed = toy.Consents;
        int windows = toy.QuietHours is null ? 0 : toy.QuietHours.Count;
        bool isSame = windows == quiet!.Count && approved.Length == approvals.Length && agreed.Length == consents.Length;

        for (int i = 0; isSame && i < windows; i++)
        {
            isSame = toy.QuietHours!.StartAt(i) == quiet.StartAt(i) && toy.QuietHours.LengthAt(i) == quiet.LengthAt(i);
        }

        for (int i = 0; isSame && i < approved.Length; i++)
        {
            isSame = approved[i].Print == approvals[i].Print;
        }

        for (int i = 0; isSame && i < agreed.Length; i++)
        {
            isSame = agreed[i].Print == consents[i].Print;
        }

        return isSame;
    }
}
