using System;
using System.Threading;

namespace ToyGuard.Edge;

/// <summary>The monotonic time that a family and a toy live by: minutes of play, hours, signs, what is kept of them. Sockets wait by <see cref="Environment.TickCount64"/>.</summary>
public static class LivedTime
{
    private static Func<long> s_source = static () => Environment.TickCount64;

    /// <summary>Milliseconds that never go back; what zero was means nothing.</summary>
    public static long NowMs
    {
        get { return Volatile.Read(ref s_source)(); }
    }

    /// <summary>Goes by another source from now on, one that never goes back behind what was told before. A desktop alone can live faster than its machine.</summary>
    public static void GoBy(Func<long> source)
    {
        Volatile.Write(ref s_source, source);
    }
}
