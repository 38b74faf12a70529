using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Privacy;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Times;

namespace ToyGuard.Emulator.Family;

/// <summary>A family's settings as one JSON object on one line of plain ASCII.</summary>
/// <remarks>
/// An approved place is shown by its id in the toy's manifest, or, where no manifest here has it, by its print as sixteen hexadecimal digits
/// behind a #. Hours are windows of minutes, counted from Monday 00:00.
/// What ends (a pause, a place, a use of a sensor) stands beside it, with the local minute since 1970 in which it is over.
/// </remarks>
internal static class SettingsJson
{
    /// <summary>The line for settings that were saved as <paramref name="sequence"/>.</summary>
    public static string Of(FamilySettings settings, uint sequence, IReadOnlyList<DeclaredToy> toys)
    {
        using MemoryStream bytes = new();

        using (Utf8JsonWriter json = new(bytes))
        {
            json.WriteStartObject();
            json.WriteNumber("sequence", sequence);
            json.WriteBoolean("paired", settings.IsPaired);
            json.WriteBoolean("everythingPaused", settings.IsEverythingPaused);
            WriteEnd(json, "pausedUntilMinute", settings.PausedUntil);
            json.WriteNumber("retentionDays", settings.RetentionDays);
            json.WriteStartArray("toys");

            foreach (ToySettings toy in settings.Toys)
            {
                Write(json, toy, toys.FirstOrDefault(declared => declared.Name == toy.Name));
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.ASCII.GetString(bytes.ToArray());
    }

    /// <summary>The word for <paramref name="band"/>, as it is typed.</summary>
    public static string WordOf(AgeBand band)
    {
        return band switch
        {
            AgeBand.Under9 => "under9",
            AgeBand.From9To12 => "9to12",
            AgeBand.From13To18 => "13to18",
            _ => "unknown",
        };
    }

    private static void Write(Utf8JsonWriter json, ToySettings toy, DeclaredToy? declared)
    {
        json.WriteStartObject();
        json.WriteString("name", toy.Name);
        json.WriteBoolean("paused", toy.IsPaused);
        WriteEnd(json, "pausedUntilMinute", toy.PausedUntil);
        json.WriteStartArray("quiet");

        for (int i = 0; i < (toy.QuietHours?.Count ?? 0); i++)
        {
            json.WriteStartObject();
            json.WriteNumber("start", toy.QuietHours!.StartAt(i));
            json.WriteNumber("minutes", toy.QuietHours.LengthAt(i));
            json.WriteEndObject();
        }

        json.WriteEndArray();

        WriteMinutes(json, toy.PlayMinutes);

        json.WriteString("band", WordOf(toy.ChildBand));
        json.WriteStartArray("approved");
        Array.ForEach(toy.Approvals, approval => json.WriteStringValue(NameOf(approval.Print, declared)));
        json.WriteEndArray();
        WriteEnds(json, toy, declared);

        if (toy.Tickets > 0)
        {
            json.WriteNumber("tickets", toy.Tickets);
        }

        WriteAgreed(json, toy, declared);
        json.WriteEndObject();
    }

    // What has no end says nothing.
    private static void WriteEnd(Utf8JsonWriter json, string name, int minute)
    {
        if (minute > 0)
        {
            json.WriteNumber(name, minute);
        }
    }

    private static void WriteEnds(Utf8JsonWriter json, ToySettings toy, DeclaredToy? declared)
    {
        Approval[] ending = Array.FindAll(toy.Approvals, approval => approval.UntilMinute != Approval.NoEnd);

        if (ending.Length == 0)
        {
            return;
        }

        json.WriteStartArray("ending");

        foreach (Approval approval in ending)
        {
            json.WriteStartObject();
            json.WriteString("place", NameOf(approval.Print, declared));
            json.WriteNumber("untilMinute", approval.UntilMinute);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // One number where every day has the same, else one for each day of the week from Monday on; null is no limit.
    private static void WriteMinutes(Utf8JsonWriter json, DayMinutes minutes)
    {
        json.WritePropertyName("playMinutes");

        if (minutes.IsSame(DayMinutes.Every(minutes.At(0))))
        {
            WriteMinutes(json, minutes.At(0));
            return;
        }

        json.WriteStartArray();

        for (int day = 0; day < DayMinutes.Days; day++)
        {
            WriteMinutes(json, minutes.At(day));
        }

        json.WriteEndArray();
    }

    private static void WriteMinutes(Utf8JsonWriter json, int minutes)
    {
        if (minutes == DayMinutes.NoLimit)
        {
            json.WriteNullValue();
        }
        else
        {
            json.WriteNumberValue(minutes);
        }
    }

    private static void WriteAgreed(Utf8JsonWriter json, ToySettings toy, DeclaredToy? declared)
    {
        if (toy.Consents.Length == 0)
        {
            return;
        }

        json.WriteStartArray("agreed");

        foreach (SensorConsent consent in toy.Consents)
        {
            json.WriteStartObject();
            json.WriteString("sensor", SensorOf(consent.Print, declared));
            json.WriteNumber("untilMinute", consent.UntilMinute);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string SensorOf(long print, DeclaredToy? declared)
    {
        for (int number = 1; number <= (declared?.Manifest.Sensors.Length ?? 0); number++)
        {
            if (declared!.SensorPrintAt(number) == print)
            {
                return declared.Manifest.Sensors[number - 1].Kind;
            }
        }

        return Hidden(print);
    }

    private static string Hidden(long print)
    {
        return "#" + print.ToString("x16", CultureInfo.InvariantCulture);
    }

    private static string NameOf(long print, DeclaredToy? declared)
    {
        for (int number = 1; number <= (declared?.Manifest.Endpoints.Length ?? 0); number++)
        {
            if (declared!.PrintAt(number) == print)
            {
                return declared.Manifest.Endpoints[number - 1].Id;
            }
        }

        return Hidden(print);
    }
}
