using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Net;
using System.Text;

using Spectre.Console;
using Spectre.Console.Rendering;

namespace ToyGuard.Emulator.Tests.View;

/// <summary>Draws what a terminal would show as an SVG: text in a fixed grid, so that frames meet whatever font a reader has.</summary>
internal sealed class SvgScreen
{
    private const int CellWidth = 8;
    private const int LineHeight = 16;
    private const int Margin = 16;
    private const int Baseline = 13;

    private readonly int _width;
    private readonly RenderOptions _options;
    private readonly List<SegmentLine> _lines = [];

    /// <summary>An empty screen of <paramref name="width"/> characters.</summary>
    public SvgScreen(int width)
    {
        _width = width;
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.TrueColor,
            Out = new AnsiConsoleOutput(TextWriter.Null),
        });
        console.Profile.Capabilities.Unicode = true;
        console.Profile.Width = width;
        _options = RenderOptions.Create(console);
    }

    /// <summary>Adds <paramref name="part"/> below what is there.</summary>
    public void Write(IRenderable part)
    {
        List<SegmentLine> lines = Segment.SplitLines(part.Render(_options, _width), _width);

        // What ends in a line break leaves an empty line behind, where the next part begins.
        bool isEnded = lines.Count > 0 && lines[^1].CellCount() == 0;
        _lines.AddRange(isEnded ? lines[..^1] : lines);
    }

    /// <summary>The whole file.</summary>
    public string ToSvg(string title)
    {
        int width = (_width * CellWidth) + (2 * Margin);
        int height = (_lines.Count * LineHeight) + (2 * Margin);
        StringBuilder svg = new();
        Append(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\">\n");
        Append(svg, $"<title>{WebUtility.HtmlEncode(title)}</title>\n");
        Append(svg, $"<rect width=\"{width}\" height=\"{height}\" rx=\"10\" fill=\"#0E1A1F\"/>\n");
        Append(svg, $"<g font-family=\"ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace\" font-size=\"13\" fill=\"#E4EFF0\">\n");

        for (int i = 0; i < _lines.Count; i++)
        {
            AppendLine(svg, _lines[i], Margin + (i * LineHeight) + Baseline);
        }

        return svg.Append("</g>\n</svg>\n").ToString();
    }

    private static void AppendLine(StringBuilder svg, SegmentLine line, int y)
    {
        int column = 0;

        foreach (Segment segment in line)
        {
            // Spaces at an end are left out and counted: not every reader keeps them.
            string text = segment.Text.Trim(' ');
            int begin = column + segment.Text.Length - segment.Text.TrimStart(' ').Length;
            column += segment.CellCount();

            if (text.Length > 0)
            {
                string color = segment.Style.Foreground == Color.Default ? "" : $" fill=\"#{segment.Style.Foreground.ToHex()}\"";
                string weight = segment.Style.Decoration.HasFlag(Decoration.Bold) ? " font-weight=\"bold\"" : "";
                Append(
                    svg,
                    $"<text x=\"{Margin + (begin * CellWidth)}\" y=\"{y}\" textLength=\"{text.Length * CellWidth}\"{color}{weight}>{WebUtility.HtmlEncode(text)}</text>\n");
            }
        }
    }

    private static void Append(StringBuilder svg, FormattableString text)
    {
        svg.Append(text.ToString(CultureInfo.InvariantCulture));
    }
}
