using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;

namespace ToyGuard.Emulator.Tests.Kept;

/// <summary>What a guardian's changes come to, kept beside the program and without any of its code. One whole state; a change makes another.</summary>
internal sealed class FamilyModel
{
    // 2026-11-18, a Wednesday, 16:20.
    private const int NowMinute = (16 * 60) + 20;

    private readonly SortedDictionary<string, Toy> _toys = new(StringComparer.Ordinal);
    private bool _isPaused;
    private int _retention = 7;

    private FamilyModel()
    {
    }

    /// <summary>The two sample toys, with what --paired approves.</summary>
    public static FamilyModel Paired()
    {
        FamilyModel model = new();
        model._toys["story-bear"] = new Toy("stories", "voices");
        model._toys["twinkle-lamp"] = new Toy("lullabies", "updates");
        return model;
    }

    /// <summary>A random change to some toy, as it is typed.</summary>
    public static string AnyChange(Random random)
    {
        string toy = random.Next(3) > 0 ? "story-bear" : "twinkle-lamp";
        string[] places = toy == "story-bear" ? ["stories", "voices", "usage", "postcards"] : ["lullabies", "updates"];
        string place = places[random.Next(places.Length)];

        return random.Next(12) switch
        {
            0 => "pause all",
            1 or 2 => "resume all",
            3 => $"pause {toy}",
            4 => $"resume {toy}",
            5 or 6 => $"approve {toy} {place}",
            7 or 8 => $"withdraw {toy} {place}",
            9 => $"quiet {toy} " + new[] { "none", "20:00-07:00", "16:00-17:00", "12:30-13:15" }[random.Next(4)],
            10 => $"minutes {toy} " + new[] { "none", "30", "120" }[random.Next(3)],
            _ => random.Next(2) == 0 ? $"band {toy} " + new[] { "unknown", "under9", "9to12", "13to18" }[random.Next(4)] : $"retention {random.Next(3, 31)}",
        };
    }

    /// <summary>The state after one more change.</summary>
    public FamilyModel After(string change)
    {
        FamilyModel next = new() { _isPaused = _isPaused, _retention = _retention };

        foreach ((string name, Toy toy) in _toys)
        {
            next._toys[name] = toy.Copy();
        }

        next.Apply(change.Split(' '));
        return next;
    }

    /// <summary>All of it as one text to compare by.</summary>
    public string Text
    {
        get
        {
            StringBuilder text = new();
            text.Append(CultureInfo.InvariantCulture, $"paired paused={_isPaused} retention={_retention}");

            foreach ((string name, Toy toy) in _toys)
            {
                text.Append(CultureInfo.InvariantCulture, $"; {name} paused={toy.IsPaused} quiet={toy.Quiet} minutes={toy.Minutes} band={toy.Band} open={string.Join(',', toy.Places)}");
            }

            return text.ToString();
        }
    }

    /// <summary>The same text for what the program prints of its settings.</summary>
    public static string TextOf(JsonElement settings)
    {
        StringBuilder text = new();
        text.Append(settings.GetProperty("paired").GetBoolean() ? "paired" : "unpaired");
        text.Append(CultureInfo.InvariantCulture, $" paused={settings.GetProperty("everythingPaused").GetBoolean()} retention={settings.GetProperty("retentionDays").GetInt32()}");

        foreach (JsonElement toy in settings.GetProperty("toys").EnumerateArray().OrderBy(toy => toy.GetProperty("name").GetString(), StringComparer.Ordinal))
        {
            JsonElement[] windows = [.. toy.GetProperty("quiet").EnumerateArray()];
            string quiet = windows.Length == 0 ? "none" : $"{windows[0].GetProperty("start").GetInt32()}+{windows[0].GetProperty("minutes").GetInt32()}x{windows.Length}";
            JsonElement minutes = toy.GetProperty("playMinutes");
            string play = minutes.ValueKind == JsonValueKind.Null ? "none" : minutes.GetInt32().ToString(CultureInfo.InvariantCulture);
            string places = string.Join(',', toy.GetProperty("approved").EnumerateArray().Select(place => place.GetString()).Order(StringComparer.Ordinal));
            text.Append(CultureInfo.InvariantCulture, $"; {toy.GetProperty("name").GetString()} paused={toy.GetProperty("paused").GetBoolean()} quiet={quiet} minutes={play} band={toy.GetProperty("band").GetString()} open={places}");
        }

        return text.ToString();
    }

    /// <summary>True when <paramref name="toy"/> may reach its place <paramref name="place"/> in this state, at the time of the test, with nothing used yet.</summary>
    public bool IsOpen(string toy, string place)
    {
        Toy it = _toys[toy];
        bool isQuiet = it.Quiet.Length > 0 && it.Quiet != "none" && Covers(it.Quiet);
        return !_isPaused && !it.IsPaused && !isQuiet && it.Places.Contains(place);
    }

    private static bool Covers(string quiet)
    {
        int start = int.Parse(quiet.AsSpan(0, quiet.IndexOf('+')), CultureInfo.InvariantCulture);
        int length = int.Parse(quiet.AsSpan(quiet.IndexOf('+') + 1, quiet.IndexOf('x') - quiet.IndexOf('+') - 1), CultureInfo.InvariantCulture);
        return (NowMinute - start + 1440) % 1440 < length;
    }

    private void Apply(string[] words)
    {
        if (words[0] == "retention")
        {
            _retention = int.Parse(words[1], CultureInfo.InvariantCulture);
            return;
        }

        if (words[1] == "all")
        {
            _isPaused = words[0] == "pause";
            return;
        }

        Toy toy = _toys[words[1]];

        switch (words[0])
        {
            case "pause":
                toy.IsPaused = true;
                break;
            case "resume":
                toy.IsPaused = false;
                break;
            case "approve":
                toy.Places.Add(words[2]);
                break;
            case "withdraw":
                toy.Places.Remove(words[2]);
                break;
            case "quiet":
                toy.Quiet = words[2] switch { "20:00-07:00" => "1200+660x7", "16:00-17:00" => "960+60x7", "12:30-13:15" => "750+45x7", _ => "none" };
                break;
            case "minutes":
                toy.Minutes = words[2];
                break;
            case "band":
                toy.Band = words[2];
                break;
        }
    }

    private sealed class Toy(params string[] places)
    {
        public SortedSet<string> Places { get; private init; } = new(places, StringComparer.Ordinal);

        public bool IsPaused { get; set; }

        public string Quiet { get; set; } = "none";

        public string Minutes { get; set; } = "none";

        public string Band { get; set; } = "unknown";

        public Toy Copy()
        {
            return new Toy { Places = new SortedSet<string>(Places, StringComparer.Ordinal), IsPaused = IsPaused, Quiet = Quiet, Minutes = Minutes, Band = Band };
        }
    }
}
