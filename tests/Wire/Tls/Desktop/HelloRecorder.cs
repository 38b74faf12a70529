using System;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

using ToyGuard.Wire.Tls;

namespace ToyGuard.Wire.Tests.Tls.Desktop;

/// <summary>A port that listens to what a real client says first, and never answers.</summary>
internal sealed class HelloRecorder : IDisposable
{
    private const int WaitMs = 20000;

    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public HelloRecorder()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(8);
        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
    }

    public int Port { get; }

    /// <summary>The hello that the program sends. The program is ended, with those it started, once it was heard.</summary>
    public byte[] HelloOf(string program, params string[] arguments)
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
            return Hello();
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }
    }

    /// <summary>The first whole hello that comes in; a browser may open connections that it says nothing on.</summary>
    public byte[] Hello()
    {
        long untilMs = Environment.TickCount64 + WaitMs;

        while (Environment.TickCount64 < untilMs && _listener.Poll(WaitMs * 1000, SelectMode.SelectRead))
        {
            using Socket client = _listener.Accept();
            client.ReceiveTimeout = 2000;
            byte[] bytes = new byte[ClientHelloReader.RawMax];
            int count = 0;

            try
            {
                // Until it is quiet and not until our reader is content: the recording must not depend on what it tests.
                while (client.Poll(count == 0 ? 2000000 : 100000, SelectMode.SelectRead))
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

            if (count > 0)
            {
                return bytes[..count];
            }
        }

        Assert.Fail("No client came.");

        return Array.Empty<byte>();
    }

    public void Dispose()
    {
        _listener.Dispose();
    }
}
