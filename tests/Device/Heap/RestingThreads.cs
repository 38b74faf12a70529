using System.Threading;

namespace ToyGuard.Heap;

/// <summary>Threads that wait, as a service's thread does nearly always.</summary>
public sealed class RestingThreads
{
    private readonly Thread[] _threads;

    /// <summary>Starts them, and gives each the time to come to rest.</summary>
    public RestingThreads(int count)
    {
        const int BegunMs = 20;
        _threads = new Thread[count];

        for (int i = 0; i < count; i++)
        {
            _threads[i] = new Thread(Rest);
            _threads[i].Start();
        }

        Thread.Sleep(BegunMs);
    }

    /// <summary>How many there are.</summary>
    public int Count
    {
        get { return _threads.Length; }
    }

    private static void Rest()
    {
        // Longer than all is weighed.
        const int LongMs = 60 * 1000;
        Thread.Sleep(LongMs);
    }
}
