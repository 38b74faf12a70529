using System;
using System.IO;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ToyGuard.NanoCheck.Gates;

/// <summary>How firmware/budgets.json is kept, whoever writes a member of it: its form, a budget beside what was measured, and when that is old.</summary>
internal static class BudgetsFile
{
    // Small numbers move by more than a tenth with every line.
    private const int FreeBytes = 512;

    private static readonly JsonSerializerOptions s_form = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>What it holds; nothing where there is none.</summary>
    public static JsonObject Read(string path)
    {
        return File.Exists(path) ? JsonNode.Parse(File.ReadAllText(path))!.AsObject() : new JsonObject();
    }

    /// <summary>Writes all of it.</summary>
    public static void Write(string path, JsonObject all)
    {
        File.WriteAllText(path, all.ToJsonString(s_form) + "\n");
    }

    /// <summary>A budget and what was measured, in bytes.</summary>
    public static JsonObject Pair(int budget, int measured)
    {
        return new JsonObject { ["budget"] = budget, ["measured"] = measured };
    }

    /// <summary>True when a size is more than a tenth away from what it was.</summary>
    public static bool HasMoved(int before, int now)
    {
        return Math.Abs(now - before) > Math.Max(before / 10, FreeBytes);
    }
}
