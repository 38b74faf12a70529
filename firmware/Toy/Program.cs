using System;
using System.Threading;

using ToyGuard.Core.Boot;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Edge;
using ToyGuard.Edge.Hub;
using ToyGuard.Edge.Storage;

namespace ToyGuard.Toy;

/// <summary>ToyGuard inside a toy, on an ESP32: says <c>new</c> to real things.</summary>
/// <remarks>
/// What is kept on the drive is in force before anything else starts. A toy that nobody has paired: its gate exists, closed, and is told
/// the time, which is not known. Nothing in the program can reach the network but through the gate, and nothing does yet.
/// </remarks>
public static class Program
{
    // A folder of our own: the platform keeps its networks on the same drive. No board's drive is larger than this (nano.md 6).
    private const string FlashFolder = "I:\\toyguard";
    private const int DriveBytes = 4 * 1024 * 1024;
    private const int TurnMs = 1000;

    /// <summary>Where the device starts.</summary>
    public static void Main()
    {
        WallClock clock = new WallClock();
        FileFlash flash = new FileFlash(FlashFolder, DriveBytes);
        KeptHome kept = new KeptHome(flash, new FileDrive(flash), new SecureRandom(), new Hmac(), clock);
        BootOutcome outcome = kept.Open(new DeclaredToy[0], new VerdictCounters());

        foreach (BootFinding finding in outcome.Findings)
        {
            Console.WriteLine("start " + ((int)finding).ToString() + " " + BootFindingWords.Of(finding));
        }

        GateQuery clockQuery = new GateQuery { Kind = AskKind.Clock };
        Console.WriteLine("ToyGuard: " + ReasonWords.Of(kept.Gate.Ask(clockQuery).Reason));

        while (true)
        {
            kept.Gate.SetClock(clock.Now());
            kept.Keep(Environment.TickCount64);
            Thread.Sleep(TurnMs);
        }
    }
}
