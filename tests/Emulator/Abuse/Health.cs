using System;
using System.Globalization;
using System.IO;
using System.Linq;

namespace ToyGuard.Emulator.Tests.Abuse;

/// <summary>What a process holds, as the system counts it. Linux only.</summary>
/// <param name="ResidentKib">Memory in use.</param>
/// <param name="Threads">Threads but the runtime's own, of which it keeps as many as it likes.</param>
/// <param name="Handles">Open files and sockets.</param>
internal sealed record Health(long ResidentKib, long Threads, long Handles)
{
    /// <summary>How it is now.</summary>
    public static Health Of(int processId)
    {
        string[] status = File.ReadAllLines($"/proc/{processId}/status");
        return new Health(Resident(status), ThreadsOf(processId), Directory.GetFileSystemEntries($"/proc/{processId}/fd").Length);
    }

    // Workers are bounded but made when they are first needed, and the runtime opens files of its own.
    private const int FewMore = 5;

    /// <summary>True when this is at most five in a hundred more memory than <paramref name="before"/>, and a few threads and handles: ten thousand of anything leave more than that if one in a thousand stays.</summary>
    public bool IsAsGoodAs(Health before)
    {
        return ResidentKib <= before.ResidentKib * 1.05 && Threads <= before.Threads + FewMore && Handles <= before.Handles + FewMore;
    }

    private static long Resident(string[] status)
    {
        string line = status.First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }

    private static int ThreadsOf(int processId)
    {
        return Directory.GetDirectories($"/proc/{processId}/task").Count(thread => IsOurs(Path.Combine(thread, "comm")));
    }

    private static bool IsOurs(string nameFile)
    {
        try
        {
            string name = File.ReadAllText(nameFile);
            return !name.StartsWith(".NET", StringComparison.Ordinal) && !name.StartsWith("dotnet", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            // Over just now.
            return false;
        }
    }
}
