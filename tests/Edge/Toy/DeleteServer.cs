using System;
using System.Collections.Concurrent;
using System.IO;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;

namespace ToyGuard.Edge.Toy.Tests;

/// <summary>A service on loopback that hears whole requests over TLS, keeps them as text, and answers as a test says.</summary>
internal sealed class DeleteServer : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly X509Certificate2 _certificate;
    private readonly Func<string, string> _answer;

    /// <param name="certificate">What it shows.</param>
    /// <param name="answer">From a request to all that is said to it; null is silence.</param>
    public DeleteServer(X509Certificate2 certificate, Func<string, string> answer)
    {
        _certificate = certificate;
        _answer = answer;
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(16);
        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
        new Thread(Listen) { IsBackground = true, Name = "delete server" }.Start();
    }

    public int Port { get; }

    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>An answer with that body.</summary>
    public static string Saying(int status, string body, string head = "")
    {
        return $"HTTP/1.1 {status} X\r\n{head}Content-Length: {body.Length}\r\n\r\n{body}";
    }

    public void Dispose()
    {
        _listener.Dispose();
    }

    private void Listen()
    {
        while (true)
        {
            try
            {
                Socket socket = _listener.Accept();
                new Thread(() => Serve(socket)) { IsBackground = true, Name = "delete visit" }.Start();
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private void Serve(Socket socket)
    {
        try
        {
            using NetworkStream wire = new(socket, true) { ReadTimeout = ClientLab.WaitMs };
            using SslStream tls = new(wire);
            tls.AuthenticateAsServer(_certificate);
            string request = Hear(tls);
            Requests.Enqueue(request);
            tls.Write(Encoding.Latin1.GetBytes(_answer(request)));

            // Open until the client has enough of it.
            _ = tls.ReadByte();
        }
        catch (Exception e) when (e is IOException or AuthenticationException or ObjectDisposedException or SocketException)
        {
            // Who leaves in the middle is what is tried here.
        }
    }

    private static string Hear(SslStream tls)
    {
        StringBuilder heard = new();
        byte[] buffer = new byte[4096];

        while (true)
        {
            int got = tls.Read(buffer);
            heard.Append(Encoding.Latin1.GetString(buffer, 0, got));
            string text = heard.ToString();
            int end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            int at = text.IndexOf("Content-Length: ", StringComparison.Ordinal);

            if (got == 0 || (end >= 0 && at >= 0 && text.Length >= end + 4 + int.Parse(text[(at + 16)..text.IndexOf('\r', at)])))
            {
                return text;
            }
        }
    }
}
