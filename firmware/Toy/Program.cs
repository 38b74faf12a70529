using System;
using System.Threading;

using ToyGuard.Core.Policy;
using ToyGuard.Edge.Hub;

namespace ToyGuard.Toy;

/// <summary>ToyGuard inside a toy, on an ESP32: says <c>new</c> to real things.</summary>
/// <remarks>
/// A toy that nobody has paired: its gate exists, closed, and is told the time, which is not known. Nothing in the program
/// can reach the network but through the gate, and nothing does yet.
/// </remarks>
public static class Program
{
    /// <summary>Where the device starts.</summary>
    public static void Main()
    {
        Gate gate = new Gate(new GateState(new ToyState[0]), new VerdictCounters());
        gate.SetClock(new WallClock().Now());

        GateQuery clockQuery = new GateQuery { Kind = AskKind.Clock };
        Console.WriteLine("ToyGuard: " + ReasonWords.Of(gate.Ask(clockQuery).Reason));

        Thread.Sleep(Timeout.Infinite);
    }
}
