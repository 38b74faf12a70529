using System;
using System.Collections.Generic;
using System.Net.Sockets;
using System.Text;

namespace ToyGuard.Edge.Toy.Tests;

/// <summary>One connection to a <see cref="LabHttp"/>, from the server's side.</summary>
internal sealed class LabVisit
{
    private readonly byte[] _buffer = new byte[65536];

    public LabVisit(Socket socket)
    {
        Socket = socket;
    }

    public Socket Socket { get; }

    /// <summary>The request, head and body, as text.</summary>
    public string Request { get; private set; } = "";

    /// <summary>Bytes so far, both directions.</summary>
    public long Moved { get; private set; }

    /// <summary>Reads a head, and the body that its Content-Length names.</summary>
    public byte[] HearRequest()
    {
        List<byte> heard = new();
        int needed = int.MaxValue;

        while (heard.Count < needed)
        {
            int got = Socket.Receive(_buffer);

            if (got == 0)
            {
                break;
            }

            Moved += got;
            heard.AddRange(_buffer.AsSpan(0, got).ToArray());
            Request = Encoding.ASCII.GetString(heard.ToArray());
            int end = Request.IndexOf("\r\n\r\n", StringComparison.Ordinal);

            if (end >= 0)
            {
                int at = Request.IndexOf("Content-Length: ", StringComparison.Ordinal);
                int length = at < 0 || at > end ? 0 : int.Parse(Request[(at + 16)..Request.IndexOf('\r', at)]);
                needed = end + 4 + length;
            }
        }

        return heard.ToArray();
    }

    public void Say(string text)
    {
        Say(Encoding.Latin1.GetBytes(text));
    }

    public void Say(byte[] bytes)
    {
        Say(bytes, bytes.Length);
    }

    public void Say(byte[] bytes, int count)
    {
        int at = 0;

        while (at < count)
        {
            int sent = Socket.Send(bytes, at, count - at, SocketFlags.None);
            at += sent;
            Moved += sent;
        }
    }

    /// <summary>Waits until the client has ended the connection.</summary>
    public void HearOut()
    {
        while (true)
        {
            int got = Socket.Receive(_buffer);

            if (got == 0)
            {
                return;
            }

            Moved += got;
        }
    }

    /// <summary>Says that nothing more comes, and waits for the client to go.</summary>
    public void EndAndHearOut()
    {
        Socket.Shutdown(SocketShutdown.Send);
        HearOut();
    }

    /// <summary>Breaks the connection off with a reset.</summary>
    public void Reset()
    {
        Socket.LingerState = new LingerOption(true, 0);
        Socket.Dispose();
    }
}
