namespace ToyGuard.Maker.Scan;

/// <summary>One refused thing at one place.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Why">What it is.</param>
internal sealed record Finding(Place Place, Refusal Why);
