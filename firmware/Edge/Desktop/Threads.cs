using System.Threading;

namespace ToyGuard.Edge;

/// <summary>The one place where threads are made.</summary>
public static class Threads
{
    /// <summary>Starts <paramref name="body"/> on a named background thread, so that the program can end while it waits.</summary>
    public static Thread Start(string name, ThreadStart body)
    {
        Thread thread = new(body) { IsBackground = true, Name = name };
        thread.Start();

        return thread;
    }
}
