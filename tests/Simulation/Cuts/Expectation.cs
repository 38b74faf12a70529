using System.Collections.Generic;

using ToyGuard.Simulation.Home;

namespace ToyGuard.Simulation.Cuts;

/// <summary>What a device may be found as when its plug was pulled somewhere between two states.</summary>
/// <param name="Before">How a start from the flash before it would have looked.</param>
/// <param name="After">How a start from the flash after it would have looked.</param>
/// <param name="RecordsBefore">The records before it.</param>
/// <param name="RecordsAfter">The records after it.</param>
/// <param name="Now">What time it is.</param>
internal sealed record Expectation(Sight Before, Sight After, IReadOnlyList<KeptRecord> RecordsBefore, IReadOnlyList<KeptRecord> RecordsAfter, long Now);
