using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace ToyGuard.Maker.Boards;

/// <summary>Reads a pins.json: its members and no others, then what they may say. All that is wrong is said at once.</summary>
internal static class BoardFile
{
    /// <summary>The board, or null and what is wrong with it.</summary>
    /// <param name="json">The file's text.</param>
    /// <param name="faults">A line for each thing that is wrong.</param>
    public static Board? Read(string json, List<string> faults)
    {
        JsonDocument document;

        try
        {
            document = JsonDocument.Parse(json);
        }
        catch (JsonException e)
        {
            faults.Add("pins.json: no JSON: " + e.Message);
            return null;
        }

        using (document)
        {
            int before = faults.Count;
            StrictJson root = new(document.RootElement, "pins.json", faults);
            Board board = new(
                root.Text("board"),
                root.Text("folder"),
                root.Text("module"),
                root.Text("chip"),
                root.Number("flashMegabytes", 1),
                root.Text("psram"),
                [.. root.List("roles").Select(r => r.ValueKind == JsonValueKind.String ? r.GetString()! : "")],
                root.Text("target"),
                root.Text("partitions"),
                [.. root.List("pins").Select((p, i) => Pin(p, i, faults))]);

            // For the picture only.
            root.Text("chipShort");
            root.Text("memory");
            root.End();

            if (faults.Count == before)
            {
                faults.AddRange(Check(board));
                faults.AddRange(PinRules.Check(board));
            }

            return faults.Count == before ? board : null;
        }
    }

    private static BoardPin Pin(JsonElement element, int index, List<string> faults)
    {
        StrictJson pin = new(element, $"pins[{index}]", faults);
        BoardPin read = new(pin.Text("role"), pin.Number("gpio", 0), pin.Flag("soldered", isOptional: true), pin.Text("notes"));
        pin.End();
        return read;
    }

    private static IEnumerable<string> Check(Board board)
    {
        if (board.Psram is not ("none" or "quad" or "octal"))
        {
            yield return $"psram '{board.Psram}' is not none, quad or octal";
        }

        if (board.Roles.Length == 0 || board.Roles.Distinct().Count() != board.Roles.Length || board.Roles.Any(r => r is not ("toy" or "hub")))
        {
            yield return "roles are toy, hub or both, each once";
        }

        if (board.CanBe("hub") && !board.HasPsram)
        {
            yield return "a hub needs PSRAM: without it a few tens of kilobytes of heap are left (nano.md 8)";
        }

        if (!board.Pins.Any(p => p.Role == "setup-button"))
        {
            yield return "no setup-button: each half of set-up begins with a press (PAIR-03)";
        }

        if (!board.Pins.Any(p => p.Role == "light"))
        {
            yield return "no light: what the device does must be seen";
        }

        if (board.CanBe("toy") && !board.Pins.Any(p => p.Role == "sensor-power"))
        {
            yield return "no sensor-power: a toy's ears and their light hang on one pin (SENS-01)";
        }
    }
}
