using System.Collections.Generic;
using System.Linq;

namespace ToyGuard.Maker.Boards;

/// <summary>Which pins a chip has and which of them are taken or tricky.</summary>
/// <remarks>
/// Sources, by Espressif: esp32 – ESP32 Series Datasheet, "Pin Overview" and "Boot Configurations"; ESP-IDF Programming Guide, GPIO and RTC GPIO, esp32.
/// esp32s3 – ESP32-S3 Series Datasheet, the same sections; ESP-IDF Programming Guide, GPIO, esp32s3.
/// </remarks>
internal sealed record ChipPins(int[] All, int[] Flash, int[] QuadRam, int[] OctalRam, int[] Strapping, int[] InputOnly, int[] Console)
{
    /// <summary>By the chip's name.</summary>
    public static IReadOnlyDictionary<string, ChipPins> ByChip { get; } = new Dictionary<string, ChipPins>
    {
        ["esp32"] = new(
            All: [.. Enumerable.Range(0, 20), 21, 22, 23, 25, 26, 27, .. Enumerable.Range(32, 8)],
            Flash: [6, 7, 8, 9, 10, 11],
            QuadRam: [16, 17],
            OctalRam: [],
            Strapping: [0, 2, 5, 12, 15],
            InputOnly: [34, 35, 36, 37, 38, 39],
            Console: [1, 3]),
        ["esp32s3"] = new(
            All: [.. Enumerable.Range(0, 22), .. Enumerable.Range(26, 23)],
            Flash: [27, 28, 29, 30, 31, 32],
            QuadRam: [26],
            OctalRam: [26, 33, 34, 35, 36, 37],
            Strapping: [0, 3, 45, 46],
            InputOnly: [],
            Console: [19, 20, 43, 44]),
    };
}
