using System;
using System.IO;
using System.Net.Sockets;
using System.Threading;

namespace Samples;

public static class Impure
{
    private static int s_count;

    public static void Use(Socket socket, MemoryStream stream)
    {
        Thread.Sleep(Interlocked.Increment(ref s_count));
        Console.WriteLine(DateTime.UtcNow.ToString());
        socket.Close();
        stream.Close();
        s_count = (int)Environment.TickCount64 + new Random().Next();
    }
}
