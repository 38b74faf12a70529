using ToyGuard.Device.Bench.Hands;

namespace ToyGuard.Device.Bench;

/// <summary>What the steps of one run share.</summary>
/// <param name="Plan">What is tried.</param>
/// <param name="Hand">Who presses and pulls.</param>
/// <param name="Device">What is seen over the network.</param>
internal sealed record BenchRun(BenchPlan Plan, IHand Hand, Subject Device);
