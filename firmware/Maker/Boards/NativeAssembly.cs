namespace ToyGuard.Maker.Boards;

/// <summary>One assembly of the platform, and what it must find in the firmware.</summary>
/// <param name="Assembly">Its name.</param>
/// <param name="Package">The package that brings it.</param>
/// <param name="PackageVersion">The version of that package which all packages.config pin.</param>
/// <param name="Version">The native part's version; null where it has none.</param>
/// <param name="Checksum">The native part's checksum: another one in the firmware, and the program does not start (nano.md B11). Null where it has none.</param>
internal sealed record NativeAssembly(string Assembly, string Package, string PackageVersion, string? Version, uint? Checksum);
