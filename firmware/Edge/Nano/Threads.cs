using System.Threading;

namespace ToyGuard.Edge;

/// <summary>The one place where threads are made.</summary>
public static class Threads
{
    /// <summary>Starts <paramref name="body"/> on a thread of its own. The device's threads have no names; <paramref name="name"/> is for the desktop.</summary>
    public static Thread Start(string name, ThreadStart body)
    {
        Thread thread = new Thread(body);
        thread.Start();

        return thread;
    }
}
