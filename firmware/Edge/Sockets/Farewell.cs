using System;
using System.Net.Sockets;

namespace ToyGuard.Edge.Sockets;

/// <summary>How a connection is closed so that the other side still hears the last thing that was said to it.</summary>
/// <remarks>Closed with bytes unread, TCP resets the connection and tears what was sent last out of the other side's hands. So those bytes are read and thrown away first, within bounds.</remarks>
internal static class Farewell
{
    // A refused client may still be sending: it is heard until it ends, pauses, or goes on for too long.
    private const int RefuseMs = 500;
    private const int RefusePauseMs = 50;

    // What is thrown away unread at an end.
    private const int DrainMax = 64 * 1024;

    /// <summary>Says a last word, short enough for a send buffer that nothing was sent into before: there is room, so this does not wait.</summary>
    internal static void Say(Socket client, byte[] words, int count)
    {
        try
        {
            client.Send(words, 0, count, SocketFlags.None);
        }
        catch (SocketException)
        {
        }
        catch (ObjectDisposedException)
        {
        }
    }

    /// <summary>Reads on for half a second at most, into <paramref name="scratch"/>.</summary>
    internal static void HearOut(Socket client, byte[] scratch)
    {
        long untilMs = Environment.TickCount64 + RefuseMs;

        while (Environment.TickCount64 < untilMs
            && client.Poll(RefusePauseMs * 1000, SelectMode.SelectRead)
            && Pair.Hear(client, scratch, 0, scratch.Length) > 0)
        {
        }
    }

    /// <summary>Throws away what has come already, without waiting for more, and closes. Null is nothing to close.</summary>
    internal static void DrainAndClose(Socket? socket, byte[] scratch)
    {
        if (socket == null)
        {
            return;
        }

        int drained = 0;
        int got;

        do
        {
            got = Pair.Receive(socket, scratch, 0, scratch.Length);
            drained += got;
        }
        while (got > 0 && drained < DrainMax);

        socket.Close();
    }
}
