namespace ToyGuard.Maker.Boards;

/// <summary>A stock partition table: how the flash is divided.</summary>
/// <param name="Name">As boards name it.</param>
/// <param name="Chip">The chip it is for.</param>
/// <param name="Megabytes">The flash it divides.</param>
/// <param name="Firmware">Bytes for nanoFramework's firmware.</param>
/// <param name="Deploy">Bytes for the program's image.</param>
/// <param name="Config">Bytes for drive I:, the platform's networks among them.</param>
internal sealed record Partitions(string Name, string Chip, int Megabytes, int Firmware, int Deploy, int Config);
