using System;

namespace ToyGuard.Edge;

/// <summary>The monotonic time that a family and a toy live by: hours, minutes of play, signs, what is kept of them. Sockets wait by <see cref="Environment.TickCount64"/>, and so does this unless told otherwise.</summary>
/// <remarks>A device never tells it otherwise. The Emulator's board lets a whole day go by in a minute, and no server seems slow for it.</remarks>
public static class LivedTime
{
    private static readonly object s_lock = new object();
    private static TickSource? s_source;

    /// <summary>Milliseconds that never go back; what zero was means nothing.</summary>
    public static long NowMs
    {
        get
        {
            lock (s_lock)
            {
                return s_source is null ? Environment.TickCount64 : s_source();
            }
        }
    }

    /// <summary>Goes by another source from now on, which must not be behind what was told before.</summary>
    public static void GoBy(TickSource source)
    {
        lock (s_lock)
        {
            s_source = source;
        }
    }
}
