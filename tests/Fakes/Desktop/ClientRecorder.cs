using System;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ToyGuard.Fakes;

/// <summary>A loopback port that listens to what a real client says first, and never answers.</summary>
public sealed class ClientRecorder : IDisposable
{
    private const int WaitMs = 20000;
    private const int LengthMax = 65536;

    private readonly Socket _listener;

    /// <summary>Listens for connections, or for datagrams.</summary>
    public ClientRecorder(bool isUdp)
    {
        _listener = isUdp
            ? new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp)
            : new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));

        if (!isUdp)
        {
            _listener.Listen(8);
        }

        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
    }

    /// <summary>Where it listens on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>What the program says first; nothing when it says nothing. The program is ended, with those it started, once it was heard.</summary>
    public byte[] WordsOf(string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        try
        {
            return Words();
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }
    }

    /// <summary>The first that comes in; a browser may open connections that it says nothing on. Nothing when nobody comes.</summary>
    public byte[] Words()
    {
        long untilMs = Environment.TickCount64 + WaitMs;
        byte[] bytes = new byte[LengthMax];
        int count = 0;

        while (count == 0 && Environment.TickCount64 < untilMs && _listener.Poll(WaitMs * 1000, SelectMode.SelectRead))
        {
            if (_listener.SocketType == SocketType.Dgram)
            {
                count = _listener.Receive(bytes);
                continue;
            }

            using Socket client = _listener.Accept();
            client.ReceiveTimeout = 2000;
            count = UntilQuiet(client, bytes);
        }

        return bytes[..count];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _listener.Dispose();
    }

    // Until it is quiet and not until some reader is content: the recording must not depend on what it tests.
    private static int UntilQuiet(Socket client, byte[] bytes)
    {
        int count = 0;

        try
        {
            while (count < bytes.Length && client.Poll(count == 0 ? 2000000 : 100000, SelectMode.SelectRead))
            {
                int got = client.Receive(bytes, count, bytes.Length - count, SocketFlags.None);

                if (got == 0)
                {
                    break;
                }

                count += got;
            }
        }
        catch (SocketException)
        {
        }

        return count;
    }
}
