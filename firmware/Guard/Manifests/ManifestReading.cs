using System.Collections;

using ToyGuard.Core.Policy;

namespace ToyGuard.Guard.Manifests;

/// <summary>What became of one manifest file: the manifest, or everything that keeps it from being one. Never both.</summary>
public sealed class ManifestReading
{
    internal ManifestReading(Manifest? manifest, ArrayList complaints)
    {
        Manifest = manifest;
        Complaints = complaints;
    }

    /// <summary>The manifest; null when there is any complaint.</summary>
    public Manifest? Manifest { get; }

    /// <summary>Objects of type <see cref="Complaint"/> in the order in which they were found; empty when the manifest was read.</summary>
    public ArrayList Complaints { get; }
}
