using System.Linq;

namespace ToyGuard.Maker.Boards;

/// <summary>A board as hardware/&lt;folder&gt;/pins.json describes it. Immutable.</summary>
/// <param name="Name">As its maker calls it.</param>
/// <param name="Folder">Its folder in hardware/, and how it is named on a command line.</param>
/// <param name="Module">The module or chip on it, with its memory, in words.</param>
/// <param name="Chip">"esp32" or "esp32s3".</param>
/// <param name="FlashMegabytes">Flash on it.</param>
/// <param name="Psram">"none", "quad" or "octal".</param>
/// <param name="Roles">"toy", "hub" or both.</param>
/// <param name="Target">nanoFramework's name of the firmware for it.</param>
/// <param name="Partitions">Its partition table's name in firmware.json.</param>
/// <param name="Pins">What is wired where.</param>
internal sealed record Board(
    string Name,
    string Folder,
    string Module,
    string Chip,
    int FlashMegabytes,
    string Psram,
    string[] Roles,
    string Target,
    string Partitions,
    BoardPin[] Pins)
{
    /// <summary>True where there is memory for a hub (design.md 12: its heap does not fit beside Wi-Fi otherwise).</summary>
    public bool HasPsram
    {
        get { return Psram != "none"; }
    }

    /// <summary>True when it can be that.</summary>
    public bool CanBe(string role)
    {
        return Roles.Contains(role);
    }
}
