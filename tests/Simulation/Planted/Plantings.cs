using System.Collections.Generic;

using ToyGuard.Core.Storage;

namespace ToyGuard.Simulation.Planted;

/// <summary>Every planted mistake. A campaign that does not find one of them is blind there.</summary>
internal static class Plantings
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Planting> All { get; } =
    [
        new("settings: the newest copy is erased first", static flash => new ClearsNewestFirst(flash)),
        new("settings: one slot, written in place", static flash => new WritesInPlace(flash, FlashLayout.SettingsA, FlashLayout.SettingsB)),
        new("settings: the checksum is not looked at", static flash => new TrustsTheSum(flash)),
        new("settings: in force before they are saved", null, IsEager: true),
        new("usage: a journal folded in place", static flash => new WritesInPlace(flash, FlashLayout.UsageA, FlashLayout.UsageB)),
        new("usage: entries added behind a torn tail", AddsBehindTail.OfUsage),
        new("records: rows added behind a torn row", AddsBehindTail.OfRecords),
        new("records: a segment begins by clearing the one before", static flash => new ClearsSegmentFirst(flash)),
    ];
}
