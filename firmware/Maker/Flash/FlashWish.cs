namespace ToyGuard.Maker.Flash;

/// <summary>What somebody wants on a board.</summary>
internal sealed record FlashWish
{
    /// <summary>The board's folder in hardware/.</summary>
    public required string Board { get; init; }

    /// <summary>"toy" or "hub".</summary>
    public required string Role { get; init; }

    /// <summary>The serial port.</summary>
    public required string Port { get; init; }

    /// <summary>The app image's path.</summary>
    public string Image { get; init; } = "";

    /// <summary>The image's bytes; null when there is no such file.</summary>
    public byte[]? ImageBytes { get; init; }

    /// <summary>The manifest's path; empty for none. A hub has none.</summary>
    public string Manifest { get; init; } = "";

    /// <summary>What is wrong with the manifest, a line each.</summary>
    public string[] ManifestFaults { get; init; } = [];

    /// <summary>The firmware's version, for as long as firmware.json pins none; empty for the pinned one.</summary>
    public string Firmware { get; init; } = "";

    /// <summary>A folder of downloaded firmware; empty for the Internet.</summary>
    public string Archive { get; init; } = "";

    /// <summary>True to fill that folder, and do nothing else.</summary>
    public bool IsFilling { get; init; }

    /// <summary>True for an image that families get.</summary>
    public bool IsProduction { get; init; }

    /// <summary>True to wipe the whole flash first: firmware, program, family, networks.</summary>
    public bool IsErasing { get; init; }

    /// <summary>Bits a second; 0 for nanoff's own choice.</summary>
    public int Baud { get; init; }
}
