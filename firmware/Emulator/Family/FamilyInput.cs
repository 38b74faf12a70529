using System;
using System.IO;
using System.Threading;

using ToyGuard.Emulator.Ask;

namespace ToyGuard.Emulator.Family;

/// <summary>The thread that takes lines from an input to whoever does what they ask for, each answered before the next is read. When the input ends, the home goes on.</summary>
internal static class FamilyInput
{
    /// <summary>Begins to read <paramref name="input"/>. Its end, or the program's, ends the thread.</summary>
    public static void Start(Stream input, Action<byte[]> take)
    {
        new Thread(() => Run(input, take)) { IsBackground = true, Name = "commands" }.Start();
    }

    private static void Run(Stream input, Action<byte[]> take)
    {
        try
        {
            foreach (byte[] line in AskLines.Read(input))
            {
                take(line);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A terminal that went away says nothing more.
        }
    }
}
