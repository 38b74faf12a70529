using System;
using System.Text;
using System.Threading;

using ToyGuard.Core.Settings;

namespace ToyGuard.Emulator.InToy;

/// <summary>Keys of the terminal as a child's hands and a guardian's phone: each is a line that --commands would take.</summary>
internal static class ToyKeys
{
    /// <summary>What the keys are, for the briefing.</summary>
    public const string Help = "space presses its paw · t holds its ear, or lets go · a agrees to the microphone, or not · p pauses, or goes on";

    /// <summary>Begins to read keys. The program's end ends the thread.</summary>
    public static void Start(Action<byte[]> take, DeclaredToy toy)
    {
        new Thread(() => Run(take, toy.Name)) { IsBackground = true, Name = "keys" }.Start();
    }

    private static void Run(Action<byte[]> take, string toy)
    {
        bool isHeld = false;
        bool isAgreed = false;
        bool isPaused = false;

        try
        {
            while (true)
            {
                string? line = Console.ReadKey(intercept: true).Key switch
                {
                    ConsoleKey.Spacebar => "press",
                    ConsoleKey.T => "talk " + ((isHeld = !isHeld) ? "on" : "off"),
                    ConsoleKey.A => $"agree \"{toy}\" {PretendSensor.Microphone} " + ((isAgreed = !isAgreed) ? "1h" : "none"),
                    ConsoleKey.P => ((isPaused = !isPaused) ? "pause" : "resume") + " all",
                    _ => null,
                };

                if (line is not null)
                {
                    take(Encoding.UTF8.GetBytes(line));
                }
            }
        }
        catch (InvalidOperationException)
        {
            // A terminal that has no keys any more says nothing more.
        }
    }
}
