using System;
using System.Globalization;
using System.Security;
using System.Text;

using ToyGuard.Core.Crypto;
using ToyGuard.Wire.Qr;

namespace ToyGuard.Maker.Labels;

/// <summary>Draws a page: A5 across, in millimetres. Left the card for the grown-ups, right the label for the device, a cutting line between.</summary>
internal sealed class SheetSvg
{
    private const string Ink = "#14313A";
    private const string Soft = "#48616A";
    private const string Act = "#0B5F6B";
    private const string Honey = "#F4B942";
    private const int QuietModules = 4;
    private readonly StringBuilder _svg = new();
    private readonly Sheet _sheet;

    private SheetSvg(Sheet sheet)
    {
        _sheet = sheet;
    }

    /// <summary>The whole file.</summary>
    public static string Of(Sheet sheet)
    {
        SheetSvg drawing = new(sheet);
        drawing.Draw();
        return drawing._svg.ToString();
    }

    private void Draw()
    {
        string title = $"Card and label of {_sheet.Name}";
        _svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"210mm\" height=\"148mm\" viewBox=\"0 0 210 148\" role=\"img\" aria-label=\"{Shown(title)}\" font-family=\"ui-rounded, 'Segoe UI', system-ui, sans-serif\">\n<title>{Shown(title)}</title>\n");
        _svg.Append("<rect width=\"210\" height=\"148\" fill=\"#FFFFFF\"/>\n");
        DrawCard();
        _svg.Append("<path d=\"M142 4V144\" stroke=\"#6E878E\" stroke-width=\".3\" stroke-dasharray=\"2 2\"/>\n");
        _svg.Append("<g fill=\"none\" stroke=\"#6E878E\" stroke-width=\".4\"><circle cx=\"140.9\" cy=\"7.4\" r=\"1\"/><circle cx=\"143.1\" cy=\"7.4\" r=\"1\"/><path d=\"M141.5 6.5l1.6-3.4M142.5 6.5l-1.6-3.4\"/></g>\n");
        DrawLabel();
        _svg.Append("</svg>\n");
    }

    private void DrawCard()
    {
        Patch(6, 6, 130, 136, "#EEF4F3", Act);
        Text(16, 22, 8.4, Ink, _sheet.Name, isBold: true, widthMax: 110);
        Text(16, 29, 3.7, Soft, "For the grown-ups. Keep it safe, and not on the toy.");
        Step(16, 1, "Bring it home", "Press its button, scan, join.");
        Code(_sheet.Wifi, 16, 52, 52);
        Text(16, 110.5, 3.1, Soft, "Its own Wi-Fi");
        Text(16, 115.5, 3.9, Ink, _sheet.Identity.ApName, isBold: true);
        Mono(16, 121, 3.5, CodeTexts.Grouped(_sheet.Identity.ApKey));

        Step(75, 2, "Make it yours", "On your Wi-Fi: press, scan.");

        if (_sheet.Claim is not null)
        {
            Code(_sheet.Claim, 75, 52, 52);
            Text(75, 110.5, 3.1, Soft, "Its code, if it has to be typed");
            Mono(75, 115.8, 3.5, CodeTexts.Grouped(Base32.Write(_sheet.Identity.PrintedCode!)));
        }
        else
        {
            _svg.Append("<rect x=\"75\" y=\"52\" width=\"52\" height=\"52\" rx=\"5\" fill=\"#FFFFFF\" stroke=\"#6E878E\" stroke-width=\".5\" stroke-dasharray=\"2 2\"/>\n");
            Text(101, 77, 3.9, Ink, "The second code is", isMiddle: true);
            Text(101, 83, 3.9, Ink, "on its display.", isMiddle: true);
        }

        Mono(75, 121, 3.1, _sheet.Identity.HostLabel + ".local");
        _svg.Append("<path d=\"M16 125.6H126\" stroke=\"#6E878E\" stroke-width=\".3\"/>\n");
        Text(16, 131, 2.6, Soft, "Android: tap “Sign in to network”. Asked about devices on your network? Allow.");
        Text(16, 139.2, 2.4, Soft, "No. " + Convert.ToHexStringLower(_sheet.Identity.DeviceId));
        Text(16, 135.4, 2.6, Soft, "Card lost? Whoever finds it and has the toy can start again: get a new one.");
    }

    private void DrawLabel()
    {
        Patch(148, 6, 56, 136, "#FFFFFF", Honey);
        _svg.Append("<svg x=\"152\" y=\"12\" width=\"48\" height=\"37\" viewBox=\"0 0 100 76\">").Append(PictureForChildren.Svg).Append("</svg>\n");
        Text(176, 57, 4.6, Ink, _sheet.Name, isBold: true, isMiddle: true, widthMax: 46);
        Code(_sheet.Wifi, 154, 61, 44);
        Text(176, 112, 3.1, Soft, "My Wi-Fi", isMiddle: true);
        Text(176, 117, 3.7, Ink, _sheet.Identity.ApName, isBold: true, isMiddle: true);
        Mono(176, 122, 2.9, CodeTexts.Grouped(_sheet.Identity.ApKey), isMiddle: true);
        Text(176, 130, 3.1, Soft, "Help, for everybody", isMiddle: true);
        Mono(176, 135, 2.6, _sheet.Identity.HostLabel + ".local/help", isMiddle: true);
        Text(176, 139.2, 2.4, Soft, "No. " + Convert.ToHexStringLower(_sheet.Identity.DeviceId), isMiddle: true);
    }

    // A felt patch with its stitched edge.
    private void Patch(double x, double y, double width, double height, string fill, string edge)
    {
        _svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"{fill}\" stroke=\"{edge}\" stroke-width=\".8\"/>\n");
        _svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x + 2}\" y=\"{y + 2}\" width=\"{width - 4}\" height=\"{height - 4}\" rx=\"6.4\" fill=\"none\" stroke=\"{edge}\" stroke-width=\".5\" stroke-dasharray=\"2 1.6\" stroke-linecap=\"round\"/>\n");
    }

    private void Step(double x, int number, string what, string how)
    {
        _svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x + 3.4}\" cy=\"39.6\" r=\"3.4\" fill=\"{Honey}\"/>\n");
        Text(x + 3.4, 41.1, 4.2, Ink, number.ToString(CultureInfo.InvariantCulture), isBold: true, isMiddle: true);
        Text(x + 9, 41.2, 4.6, Ink, what, isBold: true);
        Text(x, 48.6, 3.4, Soft, how);
    }

    // Black on white with the margin that readers look for; one path, a run of dark modules a step.
    private void Code(QrCode code, double x, double y, double side)
    {
        double module = side / (code.Size + (2 * QuietModules));
        _svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x}\" y=\"{y}\" width=\"{side}\" height=\"{side}\" rx=\"3\" fill=\"#FFFFFF\"/>\n");
        _svg.Append(CultureInfo.InvariantCulture, $"<path class=\"code\" transform=\"translate({x + (QuietModules * module):0.####} {y + (QuietModules * module):0.####}) scale({module:0.######})\" shape-rendering=\"crispEdges\" fill=\"#000000\" d=\"");

        for (int row = 0; row < code.Size; row++)
        {
            for (int column = 0; column < code.Size; column++)
            {
                int start = column;

                while (column < code.Size && code.IsDark(column, row))
                {
                    column++;
                }

                if (column > start)
                {
                    _svg.Append(CultureInfo.InvariantCulture, $"M{start} {row}h{column - start}v1H{start}z");
                }
            }
        }

        _svg.Append("\"/>\n");
    }

    private void Text(double x, double y, double size, string colour, string text, bool isBold = false, bool isMiddle = false, double widthMax = 0)
    {
        // A long name is pressed together rather than cut: about half its size a letter is what a bold face takes.
        string fit = widthMax > 0 && text.Length * size * 0.6 > widthMax ? string.Create(CultureInfo.InvariantCulture, $" textLength=\"{widthMax}\" lengthAdjust=\"spacingAndGlyphs\"") : "";
        _svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" fill=\"{colour}\"{(isBold ? " font-weight=\"650\"" : "")}{(isMiddle ? " text-anchor=\"middle\"" : "")}{fit}>{Shown(text)}</text>\n");
    }

    private void Mono(double x, double y, double size, string text, bool isMiddle = false)
    {
        _svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" fill=\"{Ink}\" font-family=\"ui-monospace, 'DejaVu Sans Mono', monospace\"{(isMiddle ? " text-anchor=\"middle\"" : "")}>{Shown(text)}</text>\n");
    }

    private static string Shown(string text)
    {
        return SecurityElement.Escape(text);
    }
}
