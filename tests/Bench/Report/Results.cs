using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;

using ToyGuard.Bench.Running;

namespace ToyGuard.Bench.Report;

/// <summary>What a run found, told as it is found and as one table at the end.</summary>
internal sealed class Results
{
    private readonly bool _isQuick;
    private readonly List<Row> _rows = [];
    private readonly List<string> _slow = [];
    private readonly List<string> _skipped = [];
    private readonly List<string> _failed = [];

    /// <summary>Nothing found yet.</summary>
    public Results(bool isQuick)
    {
        _isQuick = isQuick;
    }

    /// <summary>True when every floor held, nothing failed, and in CI nothing was skipped.</summary>
    public bool IsAllHeld
    {
        get { return Missed().Count == 0 && _failed.Count == 0 && (_skipped.Count == 0 || Environment.GetEnvironmentVariable("CI") != "true"); }
    }

    /// <summary>Adds a figure.</summary>
    public void Add(string bench, string what, double value, string unit = "", string ours = "", string peers = "")
    {
        Row row = new(bench, what, value, unit, ours, peers);
        _rows.Add(row);
        Console.WriteLine($"  {what}: {Figure(row)}{FloorWords(row, " (floor ", ")")}  {Beside(row)}{(IsMissed(row) ? "  MISSED" : "")}");
    }

    /// <summary>Adds a line to the table of slow clients.</summary>
    public void AddSlow(string client, string ours, string peers)
    {
        _slow.Add($"| {client} | {ours} | {peers} |");
        Console.WriteLine($"  {client}: {ours}, nginx {peers}");
    }

    /// <summary>Says that a bench was left out for want of programs.</summary>
    public void Skip(string bench, IEnumerable<Tool> missing)
    {
        string line = $"{bench}: skipped, not installed: {string.Join(", ", missing.Select(tool => tool.Name))} (apt-get install {string.Join(' ', missing.Select(tool => tool.Package))})";
        _skipped.Add(line);
        Console.WriteLine(line);
    }

    /// <summary>Says that a bench could not be measured.</summary>
    public void Fail(string bench, string why)
    {
        string line = $"{bench}: not measured: {why}";
        _failed.Add(line);
        Console.WriteLine(line);
    }

    /// <summary>The last line of a run.</summary>
    public string Verdict()
    {
        List<Row> missed = Missed();
        string floors = missed.Count == 0 ? "every floor held" : "missed: " + string.Join("; ", missed.Select(row => $"{row.Bench}, {row.What} {Figure(row)}{FloorWords(row, " (floor ", ")")}"));
        return $"{floors}; {_failed.Count} not measured; {_skipped.Count} skipped";
    }

    /// <summary>The whole as a page.</summary>
    public string ToMarkdown()
    {
        StringBuilder text = new();
        string cores = Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture);
        text.Append("# What was measured\n\n");
        text.Append("Written by `dotnet run -c Release --project tests/Bench`; do not edit. Everything on loopback of one machine, servers on one core and load on another, ours and the peer's in turns ");
        text.Append("(A-B-A-B); a ratio is the median of the pairs' ratios. Ratios carry over to other machines, the absolute figures beside them do not. Nothing here was measured on a board.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyy-MM-dd}, {cores} cores, {RuntimeInformation.OSArchitecture}, {RuntimeInformation.FrameworkDescription}{(_isQuick ? ", a quick run" : "")}.\n\n");
        text.Append("| bench | what | figure | floor | ToyGuard | peer |\n|---|---|---|---|---|---|\n");

        foreach (Row row in _rows)
        {
            string mark = IsMissed(row) ? " **missed**" : "";
            text.Append(CultureInfo.InvariantCulture, $"| {row.Bench} | {row.What} | {Figure(row)}{mark} | {FloorWords(row, "", "")} | {row.Ours} | {row.Peers} |\n");
        }

        if (_slow.Count > 0)
        {
            text.Append("\nSeconds until a slow client is let go, with a budget of 16 sockets; nginx as it comes:\n\n");
            text.Append("| client | ToyGuard | nginx |\n|---|---|---|\n");
            text.AppendJoin('\n', _slow).Append('\n');
        }

        foreach (string line in _failed.Concat(_skipped))
        {
            text.Append("\n- ").Append(line.ReplaceLineEndings(" "));
        }

        return text.ToString().TrimEnd() + "\n";
    }

    private static string Figure(Row row)
    {
        string format = Math.Abs(row.Value) >= 100 || row.Value == Math.Floor(row.Value) && row.Unit.Length > 0 ? "#,0" : "0.00";
        return row.Value.ToString(format, CultureInfo.InvariantCulture) + (row.Unit.Length > 0 ? " " + row.Unit : "");
    }

    private static string Beside(Row row)
    {
        return row.Peers.Length > 0 ? $"{row.Ours} | {row.Peers}" : row.Ours;
    }

    private string FloorWords(Row row, string before, string after)
    {
        if (Floors.Of(row.Bench, row.What) is not Floor floor)
        {
            return "";
        }

        double limit = _isQuick ? floor.Quick : floor.Full;
        return before + (floor.IsLeast ? "≥ " : "≤ ") + limit.ToString(CultureInfo.InvariantCulture) + after;
    }

    private bool IsMissed(Row row)
    {
        return Floors.Of(row.Bench, row.What) is Floor floor && !floor.Holds(row.Value, _isQuick);
    }

    private List<Row> Missed()
    {
        return _rows.FindAll(IsMissed);
    }
}
