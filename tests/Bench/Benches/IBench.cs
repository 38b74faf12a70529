using System.Collections.Generic;

using ToyGuard.Bench.Running;

namespace ToyGuard.Bench.Benches;

/// <summary>One thing that is measured.</summary>
internal interface IBench
{
    /// <summary>What it is called on the command line.</summary>
    string Name { get; }

    /// <summary>What it measures, in one line.</summary>
    string About { get; }

    /// <summary>Programs without which it is skipped.</summary>
    IReadOnlyList<Tool> Tools { get; }

    /// <summary>Measures, and adds what it finds to the run's results.</summary>
    void Run(BenchRun run);
}
