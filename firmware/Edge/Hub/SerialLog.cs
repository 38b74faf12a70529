using System;

using ToyGuard.Core.Boot;

namespace ToyGuard.Edge.Hub;

/// <summary>What a start came to and what happens to services, as lines on the serial port: numbers and words of ours, no name and no secret.</summary>
public sealed class SerialLog : IServiceWatcher
{
    /// <summary>A log that begins with what a start found.</summary>
    public SerialLog(BootOutcome outcome)
    {
        foreach (BootFinding finding in outcome.Findings)
        {
            Console.WriteLine("start " + ((int)finding).ToString() + " " + BootFindingWords.Of(finding));
        }
    }

    /// <inheritdoc/>
    public void OnService(string service, ServiceEvent what, int delayMs, string fault)
    {
        Console.WriteLine(service + " " + ((int)what).ToString() + " " + delayMs.ToString() + " " + fault);
    }
}
