namespace ToyGuard.Core.Factory;

/// <summary>What a part of a box is. The numbers stand in images: they never change.</summary>
public enum PartKind
{
    /// <summary>The device's own identity; once, and alone in its box. Without a name.</summary>
    Identity = 1,

    /// <summary>The toy's manifest, JSON; at most once. Without a name.</summary>
    Manifest = 2,

    /// <summary>Trust anchors, PEM, by the name that the manifest gives their file.</summary>
    Root = 3,

    /// <summary>A public key for packs, by name.</summary>
    PackKey = 4,

    /// <summary>Words of a language, by its tag.</summary>
    Language = 5,
}
