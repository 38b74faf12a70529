namespace ToyGuard.Simulation.Home;

/// <summary>One thing that happens, with numbers that mean what its kind makes of them.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="A">Which, or how much.</param>
/// <param name="B">Another number.</param>
internal readonly record struct Op(OpKind Kind, int A, int B);
