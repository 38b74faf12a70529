using System;
using System.IO;
using System.Net.Sockets;
using System.Text;

namespace ToyGuard.Kit.Tests.Lab;

/// <summary>One request that came through to a lab server, and the way back.</summary>
internal sealed class LabVisit
{
    private readonly Socket _client;
    private readonly Stream _stream;

    public LabVisit(Socket client, Stream stream)
    {
        _client = client;
        _stream = stream;
    }

    /// <summary>The head as it came, without the empty line; one character a byte.</summary>
    public string Head { get; private set; } = "";

    /// <summary>What came behind it, by its Content-Length.</summary>
    public byte[] Body { get; private set; } = [];

    /// <summary>True when the script ended the connection in its own way.</summary>
    public bool IsOver { get; private set; }

    /// <summary>The first line.</summary>
    public string Line
    {
        get { return Head.Split("\r\n")[0]; }
    }

    /// <summary>The value of a field, all of them joined by a bar, empty when there is none.</summary>
    public string Field(string name)
    {
        StringBuilder values = new();

        foreach (string line in Head.Split("\r\n")[1..])
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);

            if (line[..colon].Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                values.Append(values.Length > 0 ? "|" : "").Append(line[(colon + 1)..].Trim());
            }
        }

        return values.ToString();
    }

    /// <summary>False when the client left before its request was whole.</summary>
    public bool ReadRequest()
    {
        using MemoryStream head = new();

        while (!EndsHead(head))
        {
            int one = _stream.ReadByte();

            if (one < 0)
            {
                return false;
            }

            head.WriteByte((byte)one);
        }

        Head = Encoding.Latin1.GetString(head.GetBuffer(), 0, (int)head.Length - 4);
        string length = Field("Content-Length");
        Body = new byte[length.Length > 0 ? int.Parse(length, System.Globalization.CultureInfo.InvariantCulture) : 0];
        _stream.ReadExactly(Body);

        return true;
    }

    public void SendText(string text)
    {
        Send(Encoding.Latin1.GetBytes(text));
    }

    public void Send(byte[] bytes)
    {
        _stream.Write(bytes);
        _stream.Flush();
    }

    /// <summary>Ends TCP without a word of TLS about it, as a cut cable with a polite router behind it does.</summary>
    public void Cut()
    {
        IsOver = true;
        _client.Shutdown(SocketShutdown.Both);
        _client.Close();
    }

    /// <summary>Breaks the connection off.</summary>
    public void Reset()
    {
        IsOver = true;
        _client.Close(0);
    }

    /// <summary>Waits until the client has left, at most <see cref="KitLab.WaitMs"/>; gives what it said meanwhile.</summary>
    public int HearOut()
    {
        byte[] buffer = new byte[4096];
        int all = 0;
        int got;

        do
        {
            got = _stream.Read(buffer, 0, buffer.Length);
            all += got;
        }
        while (got > 0);

        return all;
    }

    /// <summary>Says the end, and hears the client out so that nothing said is lost.</summary>
    public void End()
    {
        IsOver = true;
        _client.Shutdown(SocketShutdown.Send);

        try
        {
            byte[] buffer = new byte[4096];

            while (_client.Receive(buffer) > 0)
            {
            }
        }
        catch (SocketException)
        {
        }
    }

    private static bool EndsHead(MemoryStream head)
    {
        ReadOnlySpan<byte> have = head.GetBuffer().AsSpan(0, (int)head.Length);
        return have.EndsWith("\r\n\r\n"u8);
    }
}
