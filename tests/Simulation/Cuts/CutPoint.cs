using ToyGuard.Fakes;

namespace ToyGuard.Simulation.Cuts;

/// <summary>Where and how one call is cut.</summary>
/// <param name="Cut">What the cut leaves.</param>
/// <param name="Steps">Steps of the call that are done.</param>
/// <param name="Seed">For what is left to chance.</param>
internal readonly record struct CutPoint(FlashCut Cut, int Steps, int Seed);
