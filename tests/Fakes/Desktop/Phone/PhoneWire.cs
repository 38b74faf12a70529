using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ToyGuard.Fakes;

/// <summary>The way from a phone's browser to the page over a real socket, one connection a request as the page has it, and every byte of it kept.</summary>
public sealed class PhoneWire
{
    private readonly IPEndPoint _page;
    private readonly IPAddress _from;
    private readonly List<PhoneExchange> _heard = new();

    /// <summary>A way to the page at an address, under a name; <paramref name="from"/> is the phone's own address, which says what side it is on.</summary>
    public PhoneWire(IPEndPoint page, string host, string from = "0.0.0.0")
    {
        _page = page;
        _from = IPAddress.Parse(from);
        Host = host;
    }

    /// <summary>What the browser's address line shows: name and port.</summary>
    public string Host { get; }

    /// <summary>Every request with its answer, in order.</summary>
    public IReadOnlyList<PhoneExchange> Heard
    {
        get
        {
            lock (_heard)
            {
                return _heard.ToArray();
            }
        }
    }

    /// <summary>One message through the door, as <see cref="TestPhone"/> wants it: null is the refusal.</summary>
    public byte[]? Door(byte[] message)
    {
        PhoneExchange exchange = Send(Request("POST", "/door", "application/octet-stream", message));
        return exchange.Status == 200 ? exchange.Body : null;
    }

    /// <summary>Looks at a page.</summary>
    public PhoneExchange Get(string path)
    {
        return Send(Request("GET", path, "", Array.Empty<byte>()));
    }

    /// <summary>Sends something to a page.</summary>
    public PhoneExchange Post(string path, string type, byte[] body)
    {
        return Send(Request("POST", path, type, body));
    }

    /// <summary>The bytes of a request as a browser of this page writes it; the origin is the page's own.</summary>
    public byte[] Request(string method, string path, string type, byte[] body, string? host = null, string? origin = null, string more = "")
    {
        string head = $"{method} {path} HTTP/1.1\r\nHost: {host ?? Host}\r\n";

        if (method == "POST")
        {
            origin ??= "http://" + (host ?? Host);
            head += (origin.Length > 0 ? $"Origin: {origin}\r\n" : "") + $"Content-Type: {type}\r\nContent-Length: {body.Length}\r\n";
        }

        return PhoneBytes.Join(Encoding.ASCII.GetBytes(head + more + "\r\n"), body);
    }

    /// <summary>Sends these bytes, whatever they are, and reads until the page closes.</summary>
    public PhoneExchange Send(byte[] request)
    {
        using TcpClient client = new(new IPEndPoint(_from, 0));
        client.ReceiveTimeout = 10_000;
        client.SendTimeout = 10_000;
        using MemoryStream answer = new();

        try
        {
            client.Connect(_page);
            using NetworkStream stream = client.GetStream();
            stream.Write(request);
            Read(client.Client, answer);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            // A refusal may be followed by a reset; what came before it counts.
        }

        PhoneExchange exchange = new(request, answer.ToArray());

        lock (_heard)
        {
            _heard.Add(exchange);
        }

        return exchange;
    }

    // All that comes until the page closes. It waits a little for whoever might say more, so it is told that nothing more is said once the answer is there.
    private static void Read(Socket socket, MemoryStream answer)
    {
        byte[] some = new byte[8192];
        bool isSaid = false;

        for (int count = socket.Receive(some); count > 0; count = socket.Receive(some))
        {
            answer.Write(some, 0, count);

            if (!isSaid && new PhoneExchange(Array.Empty<byte>(), answer.ToArray()).IsWhole)
            {
                isSaid = true;
                socket.Shutdown(SocketShutdown.Send);
            }
        }
    }
}
