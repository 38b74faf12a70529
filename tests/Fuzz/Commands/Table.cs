using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace ToyGuard.Fuzz.Commands;

/// <summary>A table for people, the same on the screen and in results.md.</summary>
internal sealed class Table
{
    private readonly string _heading;
    private readonly string[] _columns;
    private readonly List<string[]> _rows = new();

    /// <summary>A table under a heading. What stands in a row's first cell names the row.</summary>
    public Table(string heading, params string[] columns)
    {
        _heading = "## " + heading;
        _columns = columns;
    }

    /// <summary>One more row.</summary>
    public void Add(params string[] cells)
    {
        _rows.Add(cells);
    }

    /// <summary>A number with thousands set apart.</summary>
    public static string Number(double value)
    {
        return value.ToString("N0", CultureInfo.InvariantCulture);
    }

    /// <summary>Prints it.</summary>
    public void Print()
    {
        Console.WriteLine();
        Console.Write(Lines(_rows));
    }

    /// <summary>Puts it under its heading in the file, in place of the rows of the same names; others stay.</summary>
    public void WriteTo(string path)
    {
        List<string> lines = File.Exists(path) ? File.ReadAllLines(path).ToList() : new List<string> { "# What long runs counted" };
        int at = lines.IndexOf(_heading);

        if (at < 0)
        {
            lines.Add("");
            lines.Add(_heading);
            at = lines.Count - 1;
        }

        int from = at + 1;
        int to = from;

        while (to < lines.Count && !lines[to].StartsWith("## ", StringComparison.Ordinal))
        {
            to++;
        }

        // The first two lines of a table are its head.
        List<string[]> rows = lines.Skip(from).Take(to - from).Where(static line => line.StartsWith('|')).Skip(2).Select(Cells).ToList();

        foreach (string[] row in _rows)
        {
            int same = rows.FindIndex(r => r[0] == row[0]);

            if (same >= 0)
            {
                rows[same] = row;
            }
            else
            {
                rows.Add(row);
            }
        }

        lines.RemoveRange(from, to - from);
        lines.InsertRange(from, $"\n{Lines(rows)}".Split('\n'));
        File.WriteAllText(path, string.Join('\n', lines).TrimEnd('\n') + "\n");
    }

    private string Lines(List<string[]> rows)
    {
        int[] widths = _columns.Select((column, i) => rows.Select(row => row[i].Length).Append(column.Length).Max()).ToArray();
        StringBuilder lines = new();
        lines.Append(Line(_columns, widths)).Append('\n');
        lines.Append(Line(widths.Select(static width => new string('-', width)).ToArray(), widths)).Append('\n');

        foreach (string[] row in rows)
        {
            lines.Append(Line(row, widths)).Append('\n');
        }

        return lines.ToString();
    }

    private static string Line(string[] cells, int[] widths)
    {
        return "| " + string.Join(" | ", cells.Select((cell, i) => cell.PadRight(widths[i]))) + " |";
    }

    private static string[] Cells(string line)
    {
        return line.Trim('|').Split('|').Select(static cell => cell.Trim()).ToArray();
    }
}
