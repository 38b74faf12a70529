namespace ToyGuard.NanoCheck.Projects;

/// <summary>One Reference of a .nfproj: the assembly's name, its version, and where the package is expected to have put it.</summary>
public sealed record NanoReference(string Name, string Version, string HintPath);
