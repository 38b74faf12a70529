using ToyGuard.Device.Bench.Report;

namespace ToyGuard.Device.Bench.Steps;

/// <summary>One thing that a device must do. What it leaves behind, the next step builds on.</summary>
internal interface IStep
{
    /// <summary>One word.</summary>
    string Name { get; }

    /// <summary>True where only a hub does it.</summary>
    bool IsHubs { get; }

    /// <summary>Does it, or throws <see cref="StepFailedException"/>; what it measured goes into <paramref name="report"/>. What it saw, in a few words.</summary>
    string Run(BenchRun run, BenchReport report);
}
