using System;
using System.Linq;
using System.Text.Json;

namespace ToyGuard.Emulator.Tests.Kept;

/// <summary>What the program prints of its settings, and whether one such print allows more than another.</summary>
internal sealed class KeptState
{
    private readonly JsonElement _json;

    private KeptState(JsonElement json)
    {
        _json = json;
    }

    /// <summary>Reads the line of the settings command, with or without its first word.</summary>
    public static KeptState Read(string line)
    {
        int brace = line.IndexOf('{', StringComparison.Ordinal);
        Assert.IsTrue(brace >= 0, line);
        return new KeptState(JsonDocument.Parse(line[brace..]).RootElement);
    }

    /// <summary>One more at every save.</summary>
    public long Sequence
    {
        get { return _json.GetProperty("sequence").GetInt64(); }
    }

    /// <summary>Whether there is a guardian.</summary>
    public bool IsPaired
    {
        get { return _json.GetProperty("paired").GetBoolean(); }
    }

    /// <summary>All of it but the sequence, to compare by.</summary>
    public string Text
    {
        get { return FamilyModel.TextOf(_json); }
    }

    /// <summary>True when nothing is allowed here that <paramref name="saved"/> does not allow, member by member.</summary>
    public bool IsNeverLooserThan(KeptState saved)
    {
        return !IsPaired
            || (saved.IsPaired
                && (_json.GetProperty("everythingPaused").GetBoolean() || !saved._json.GetProperty("everythingPaused").GetBoolean())
                && _json.GetProperty("toys").EnumerateArray().All(toy => IsNeverLooser(toy, saved)));
    }

    /// <summary>True when a guardian has approved that place of that toy here.</summary>
    public bool Approves(string toy, string place)
    {
        return IsPaired && _json.GetProperty("toys").EnumerateArray()
            .Any(other => other.GetProperty("name").GetString() == toy && Approved(other).Contains(place));
    }

    private static bool IsNeverLooser(JsonElement toy, KeptState saved)
    {
        string[] approved = Approved(toy);
        JsonElement before = saved._json.GetProperty("toys").EnumerateArray()
            .FirstOrDefault(other => other.GetProperty("name").GetString() == toy.GetProperty("name").GetString());

        if (before.ValueKind == JsonValueKind.Undefined)
        {
            return approved.Length == 0;
        }

        return approved.All(Approved(before).Contains)
            && (toy.GetProperty("paused").GetBoolean() || !before.GetProperty("paused").GetBoolean())
            && Minutes(toy) <= Minutes(before)
            && Windows(before).All(Windows(toy).Contains);
    }

    private static string[] Approved(JsonElement toy)
    {
        return [.. toy.GetProperty("approved").EnumerateArray().Select(place => place.GetString()!)];
    }

    private static int Minutes(JsonElement toy)
    {
        JsonElement minutes = toy.GetProperty("playMinutes");
        return minutes.ValueKind == JsonValueKind.Null ? int.MaxValue : minutes.GetInt32();
    }

    private static string[] Windows(JsonElement toy)
    {
        return [.. toy.GetProperty("quiet").EnumerateArray().Select(window => window.GetRawText())];
    }
}
