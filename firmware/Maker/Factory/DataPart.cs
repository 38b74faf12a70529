using ToyGuard.Core.Factory;

namespace ToyGuard.Maker.Factory;

/// <summary>One part of a box.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name; empty for a manifest and an identity.</param>
/// <param name="Bytes">Its bytes, at least one.</param>
internal sealed record DataPart(PartKind Kind, string Name, byte[] Bytes)
{
    /// <summary>Bytes that it takes in a box.</summary>
    public int Length
    {
        get { return 4 + Name.Length + Bytes.Length; }
    }
}
