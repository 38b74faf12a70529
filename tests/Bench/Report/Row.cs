namespace ToyGuard.Bench.Report;

/// <summary>One figure found.</summary>
/// <param name="Bench">The bench.</param>
/// <param name="What">Its name there.</param>
/// <param name="Value">The figure that is compared with its floor.</param>
/// <param name="Unit">What it counts; empty for a ratio.</param>
/// <param name="Ours">Absolute, on this machine; may be empty.</param>
/// <param name="Peers">The peer's, in the same run; may be empty.</param>
internal sealed record Row(string Bench, string What, double Value, string Unit, string Ours, string Peers);
