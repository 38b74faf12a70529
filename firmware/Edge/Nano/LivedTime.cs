using System;

namespace ToyGuard.Edge;

/// <summary>The monotonic time that a family and a toy live by: minutes of play, hours, signs, what is kept of them. Sockets wait by <see cref="Environment.TickCount64"/>.</summary>
public static class LivedTime
{
    /// <summary>Milliseconds that never go back; what zero was means nothing.</summary>
    public static long NowMs
    {
        get { return Environment.TickCount64; }
    }
}
