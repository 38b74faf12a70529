using System.Collections.Generic;
using System.Linq;

namespace ToyGuard.Maker.Boards;

/// <summary>What a board's pins may be used for. A pin that the board's maker soldered is excused from what is a matter of choice.</summary>
internal static class PinRules
{
    private static readonly string[] s_buttons = ["setup-button", "talk-button"];
    private static readonly string[] s_ours = [.. s_buttons, "light", "buzzer", "display-data", "display-clock", "sensor-power"];

    /// <summary>What is wrong, a line each.</summary>
    public static IEnumerable<string> Check(Board board)
    {
        if (!ChipPins.ByChip.TryGetValue(board.Chip, out ChipPins? chip))
        {
            yield return $"chip '{board.Chip}' is known to nobody: add it to ChipPins with its source";
            yield break;
        }

        foreach (IGrouping<int, BoardPin> same in board.Pins.GroupBy(p => p.Gpio).Where(g => g.Count() > 1))
        {
            yield return $"GPIO{same.Key} has {same.Count()} roles: {string.Join(", ", same.Select(p => p.Role))}";
        }

        foreach (IGrouping<string, BoardPin> same in board.Pins.GroupBy(p => p.Role).Where(g => g.Count() > 1))
        {
            yield return $"{same.Key} stands there {same.Count()} times";
        }

        foreach (string line in board.Pins.SelectMany(pin => Check(board, chip, pin)))
        {
            yield return line;
        }

        if (board.Pins.Any(p => p.Role == "display-data") != board.Pins.Any(p => p.Role == "display-clock"))
        {
            yield return "display-data and display-clock come together";
        }
    }

    private static IEnumerable<string> Check(Board board, ChipPins chip, BoardPin pin)
    {
        string which = $"{pin.Role} on GPIO{pin.Gpio}";

        if (!chip.All.Contains(pin.Gpio))
        {
            yield return $"{which}: {board.Chip} has no such pin";
        }

        if (chip.Flash.Contains(pin.Gpio))
        {
            yield return $"{which}: the flash hangs there";
        }

        if ((board.Psram == "quad" && chip.QuadRam.Contains(pin.Gpio)) || (board.Psram == "octal" && chip.OctalRam.Contains(pin.Gpio)))
        {
            yield return $"{which}: the PSRAM hangs there";
        }

        if (pin.IsSoldered)
        {
            yield break;
        }

        if (!s_ours.Contains(pin.Role))
        {
            yield return $"{which}: nobody knows this role";
        }

        // A button held while power comes on is the grown-up's gesture; on a strapping pin it would start another program.
        if (chip.Strapping.Contains(pin.Gpio))
        {
            yield return $"{which}: a strapping pin decides how the chip starts";
        }

        // Neither drives anything nor has a pull-up of its own for a button.
        if (chip.InputOnly.Contains(pin.Gpio))
        {
            yield return s_buttons.Contains(pin.Role)
                ? $"{which}: it has no pull-up of its own"
                : $"{which}: it can only read";
        }

        if (chip.Console.Contains(pin.Gpio))
        {
            yield return $"{which}: the cable to the computer hangs there";
        }
    }
}
