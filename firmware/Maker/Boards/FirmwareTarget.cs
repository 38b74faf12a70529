namespace ToyGuard.Maker.Boards;

/// <summary>One image of nanoFramework's firmware.</summary>
/// <param name="Name">As its publisher calls it.</param>
/// <param name="Version">The pinned version, four numbers; null as long as nobody knows it for sure.</param>
/// <param name="Chip">The chip it runs on.</param>
/// <param name="HasPsram">True for one that needs PSRAM and uses it.</param>
internal sealed record FirmwareTarget(string Name, string? Version, string Chip, bool HasPsram);
