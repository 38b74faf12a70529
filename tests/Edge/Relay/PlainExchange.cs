using System;
using System.Net.Sockets;
using System.Text;

using ToyGuard.Fakes;

namespace ToyGuard.Edge.Tests.Relay;

/// <summary>What tests of the plain relay say and hear: text, one byte a character.</summary>
internal static class PlainExchange
{
    public const string Answer = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 7\r\n\r\na story";

    /// <summary>A GET of "/a" as a client sends it.</summary>
    public const string Get = "GET /a HTTP/1.1\r\nHost: " + HttpTable.Allowed + "\r\nAccept: */*\r\n\r\n";

    /// <summary>And as it reaches the server.</summary>
    public const string GetPassedOn = "GET /a HTTP/1.1\r\nHost: " + HttpTable.Allowed + "\r\nAccept: */*\r\nConnection: close\r\n\r\n";

    /// <summary>A POST that declares so many bytes, and its head as it reaches the server.</summary>
    public static string Post(long length, out string passedOn)
    {
        string head = $"POST /a HTTP/1.1\r\nHost: {HttpTable.Allowed}\r\nContent-Length: {length}\r\n";
        passedOn = head + "Connection: close\r\n\r\n";

        return head + "\r\n";
    }

    /// <summary>Sends as much of a text as the other side takes: a refused client may be closed while it still sends.</summary>
    public static void Say(Socket socket, string text)
    {
        try
        {
            socket.Send(Encoding.Latin1.GetBytes(text));
        }
        catch (SocketException)
        {
        }
    }

    public static string Hear(Socket socket, int count)
    {
        return Encoding.Latin1.GetString(RelayRig.Receive(socket, count));
    }

    /// <summary>Everything until the other side ends.</summary>
    public static string HearAll(Socket socket)
    {
        return Encoding.Latin1.GetString(RelayRig.ReceiveAll(socket, out bool _));
    }

    /// <summary>A client whose GET has reached the server.</summary>
    public static Socket GetThrough(RelayRig rig, out Socket server)
    {
        Socket client = rig.Connect();
        Say(client, Get);
        server = rig.Server.Accept();
        Assert.AreEqual(GetPassedOn, Hear(server, GetPassedOn.Length));

        return client;
    }

    /// <summary>The relay still serves, and nothing in it failed.</summary>
    public static void StillServes(RelayRig rig)
    {
        using Socket client = GetThrough(rig, out Socket server);
        Say(server, Answer);
        server.Close();
        Assert.AreEqual(Answer, HearAll(client));
        Assert.AreEqual(0, rig.Relay.Faults, "faults");
    }

    /// <summary>The status of a refusal; fails when it is no whole small answer.</summary>
    public static int StatusOf(string heard)
    {
        Assert.IsTrue(heard.StartsWith("HTTP/1.1 ", StringComparison.Ordinal), heard);
        StringAssert.Contains(heard, "\r\nConnection: close\r\n");
        StringAssert.Contains(heard, "\r\n\r\n");

        return int.Parse(heard.AsSpan(9, 3));
    }
}
