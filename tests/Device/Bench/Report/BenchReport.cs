using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;

namespace ToyGuard.Device.Bench.Report;

/// <summary>What came of a run: each step, and what was measured.</summary>
internal sealed class BenchReport
{
    private readonly List<(string Step, string State, string Words)> _steps = [];

    /// <summary>A report of nothing yet.</summary>
    /// <param name="board">What the device is, as the tester calls it.</param>
    /// <param name="isHub">True for a hub, false for a toy.</param>
    public BenchReport(string board, bool isHub)
    {
        Board = board;
        IsHub = isHub;
    }

    /// <summary>What the device is.</summary>
    public string Board { get; }

    /// <summary>True for a hub.</summary>
    public bool IsHub { get; }

    /// <summary>What was measured, as the checklist wants it.</summary>
    public Dictionary<Measured, string> Values { get; } = [];

    /// <summary>True when every step was well, and there was one.</summary>
    public bool IsGood
    {
        get { return _steps.Count > 0 && _steps.All(step => step.State == "well"); }
    }

    /// <summary>Notes a time.</summary>
    public void Measure(Measured what, TimeSpan time)
    {
        Values[what] = what.Of(time);
    }

    /// <summary>Notes a step: <c>well</c>, <c>failed</c> or <c>not run</c>.</summary>
    public void Add(string step, string state, string words)
    {
        _steps.Add((step, state, words));
    }

    /// <summary>For people.</summary>
    public string Table()
    {
        StringBuilder table = new($"{Board}, a {(IsHub ? "hub" : "toy")}\n");

        foreach ((string step, string state, string words) in _steps)
        {
            table.Append(CultureInfo.InvariantCulture, $"{step,-6} {state,-8} {words}\n");
        }

        foreach ((Measured what, string value) in Values)
        {
            table.Append(CultureInfo.InvariantCulture, $"{what.What,-40} {value} {what.Unit}\n");
        }

        return table.ToString();
    }

    /// <summary>For programs.</summary>
    public string Json()
    {
        using MemoryStream stream = new();

        using (Utf8JsonWriter writer = new(stream, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartObject();
            writer.WriteString("board", Board);
            writer.WriteString("mode", IsHub ? "hub" : "toy");
            writer.WriteBoolean("good", IsGood);
            writer.WriteStartArray("steps");

            foreach ((string step, string state, string words) in _steps)
            {
                writer.WriteStartObject();
                writer.WriteString("step", step);
                writer.WriteString("state", state);
                writer.WriteString("words", words);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteStartObject("measured");

            foreach ((Measured what, string value) in Values)
            {
                writer.WriteString(what.What, value + " " + what.Unit);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
