using System;
using System.IO;
using System.Net.Sockets;
using System.Text;

using ToyGuard.Emulator.Board;

namespace ToyGuard.Emulator.Tests.Board;

/// <summary>
/// Goal: only this computer's tools and the board's own page can press the button; no site that a tester has open can, by whatever name it asks.
/// Method: the real server over a bench that writes everything down, and requests as browsers and tools send them, byte by byte.
/// </summary>
[TestClass]
public sealed class BoardServerTests
{
    private const string Tool = "X-ToyGuard-Board: 1\r\n";

    [TestMethod]
    [DataRow("127.0.0.1", Tool)]
    [DataRow("localhost", Tool)]
    [DataRow("127.0.0.1", "Origin: http://127.0.0.1:PORT\r\nSec-Fetch-Site: same-origin\r\n")]
    [DataRow("localhost", "Origin: http://localhost:PORT\r\n")]
    public void Press_ByTheBoardsPageOrATool_IsDone(string host, string fields)
    {
        FakeBench bench = new();
        using BoardServer server = BoardServer.Start(0, new BoardApi(bench));

        StringAssert.StartsWith(Post(server, "/api/press", $"{host}:{server.Port}", fields, "{}"), "HTTP/1.1 200 ");
        CollectionAssert.AreEqual(new[] { "press" }, bench.Done);
    }

    [TestMethod]
    [Req("WEB-01")]
    [DataRow("127.0.0.1:PORT", "", 403)] // a tool says that it is one
    [DataRow("127.0.0.1:PORT", "X-ToyGuard-Board: 0\r\n", 403)]
    [DataRow("127.0.0.1:PORT", "Origin: http://evil.example\r\n", 403)]
    [DataRow("127.0.0.1:PORT", "Origin: null\r\n", 403)]
    [DataRow("127.0.0.1:PORT", "Origin: http://127.0.0.1\r\n", 403)]
    [DataRow("127.0.0.1:PORT", "Origin: https://127.0.0.1:PORT\r\n", 403)]
    [DataRow("127.0.0.1:PORT", "Origin: http://localhost:PORT\r\n", 403)]
    [DataRow("127.0.0.1:PORT", "Origin: http://evil.example\r\n" + Tool, 403)]
    [DataRow("127.0.0.1:PORT", "Origin: http://127.0.0.1:PORT\r\nOrigin: http://evil.example\r\n", 403)]
    [DataRow("127.0.0.1:PORT", "Sec-Fetch-Site: cross-site\r\n" + Tool, 403)]
    [DataRow("127.0.0.1:PORT", "Sec-Fetch-Site: same-site\r\nOrigin: http://127.0.0.1:PORT\r\n", 403)]
    [DataRow("rebound.example:PORT", Tool, 421)]
    [DataRow("rebound.example:PORT", "Origin: http://rebound.example:PORT\r\n", 421)]
    [DataRow("127.0.0.1", Tool, 421)]
    [DataRow("127.0.0.2:PORT", Tool, 421)]
    [DataRow("toyguard-k7m2p9qx.localhost:PORT", Tool, 421)]
    public void Press_ByAnybodyElse_IsRefusedAndNotDone(string host, string fields, int status)
    {
        FakeBench bench = new();
        using BoardServer server = BoardServer.Start(0, new BoardApi(bench));

        StringAssert.StartsWith(Post(server, "/api/press", host, fields, "{}"), $"HTTP/1.1 {status} ");
        Assert.IsEmpty(bench.Done);
    }

    [TestMethod]
    [Req("WEB-01")]
    [DataRow("rebound.example:PORT", "", 421)]
    [DataRow("127.0.0.1:PORT", "Sec-Fetch-Site: cross-site\r\n", 403)]
    [DataRow("127.0.0.1:PORT", "Origin: http://evil.example\r\n", 403)]
    public void State_ForAnybodyElse_IsNotTold(string host, string fields, int status)
    {
        using BoardServer server = BoardServer.Start(0, new BoardApi(new FakeBench()));

        foreach (string target in new[] { "/", "/api/state", "/api/light", "/api/events" })
        {
            string answer = Ask(server, $"GET {target} HTTP/1.1\r\nHost: {host}\r\n{fields}\r\n");
            StringAssert.StartsWith(answer, $"HTTP/1.1 {status} ");
            StringAssert.EndsWith(answer, "\r\n\r\n");
        }
    }

    [TestMethod]
    [DataRow("/api/hold", "{\"seconds\":15}", "hold 15")]
    [DataRow("/api/talk", "{\"held\":true}", "talk True")]
    [DataRow("/api/power", "{\"on\":false}", "power False 0")]
    [DataRow("/api/power", "{\"on\":false,\"afterBytes\":7}", "power False 7")]
    [DataRow("/api/clock", "{\"shift\":-3600}", "shift -3600")]
    [DataRow("/api/clock", "{\"speed\":60}", "speed 60")]
    [DataRow("/api/clock", "{\"speed\":3600}", "speed 3600")]
    [DataRow("/api/forget", "{}", "forget")]
    [DataRow("/api/break", "{\"part\":\"flash\",\"broken\":true}", "break flash True")]
    [DataRow("/api/wifi", "{\"network\":\"Home\",\"fault\":\"gone\"}", "Home gone")]
    public void Act_WithItsMembers_IsDone(string target, string json, string done)
    {
        FakeBench bench = new();
        using BoardServer server = BoardServer.Start(0, new BoardApi(bench));

        StringAssert.EndsWith(Post(server, target, "127.0.0.1:PORT", Tool, json), "\r\n\r\n{\"ok\":true}");
        CollectionAssert.AreEqual(new[] { done }, bench.Done);
    }

    [TestMethod]
    [DataRow("/api/hold", "{}", 400)]
    [DataRow("/api/hold", "{\"seconds\":0}", 400)]
    [DataRow("/api/hold", "{\"seconds\":61}", 400)]
    [DataRow("/api/hold", "{\"seconds\":1.5}", 400)]
    [DataRow("/api/power", "{\"on\":\"off\"}", 400)]
    [DataRow("/api/power", "{\"on\":false,\"afterBytes\":-1}", 400)]
    [DataRow("/api/clock", "{\"speed\":0}", 400)]
    [DataRow("/api/clock", "{\"speed\":3601}", 400)]
    [DataRow("/api/clock", "{\"speed\":\"fast\"}", 400)]
    [DataRow("/api/brown-out", "{\"seed\":-1}", 400)]
    [DataRow("/api/press", "[", 400)]
    [DataRow("/api/talk", "[]", 400)]
    [DataRow("/api/nothing", "{}", 404)]
    [DataRow("/api/paw", "{}", 409)]
    [DataRow("/api/paw-hold", "{}", 409)]
    public void Act_ThatCannotBeDone_IsRefused(string target, string json, int status)
    {
        FakeBench bench = new();
        using BoardServer server = BoardServer.Start(0, new BoardApi(bench));

        StringAssert.StartsWith(Post(server, target, "127.0.0.1:PORT", Tool, json), $"HTTP/1.1 {status} ");
        Assert.IsEmpty(bench.Done);
    }

    [TestMethod]
    public void Request_ThatIsNone_IsRefusedAndTheNextIsServed()
    {
        using BoardServer server = BoardServer.Start(0, new BoardApi(new FakeBench()));

        StringAssert.StartsWith(Ask(server, "PUT /api/press HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n" + Tool + "\r\n"), "HTTP/1.1 405 ");
        StringAssert.StartsWith(Ask(server, "GET\r\n\r\n"), "HTTP/1.1 400 ");
        StringAssert.StartsWith(Ask(server, "POST /api/press HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n" + Tool + "Content-Length: 5000\r\n\r\n"), "HTTP/1.1 400 ");
        StringAssert.StartsWith(Ask(server, "GET /nothing HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n"), "HTTP/1.1 404 ");
        StringAssert.StartsWith(Ask(server, "GET /api/state HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n"), "HTTP/1.1 200 ");
    }

    [TestMethod]
    public void Page_RunsNothingButItsOwn()
    {
        using BoardServer server = BoardServer.Start(0, new BoardApi(new FakeBench()));

        string answer = Ask(server, "GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n");

        StringAssert.StartsWith(answer, "HTTP/1.1 200 ");
        StringAssert.Contains(answer, "script-src 'sha256-");
        StringAssert.Contains(answer, "frame-ancestors 'none'");
        StringAssert.Contains(answer, "A tester's tool");
        Assert.IsFalse(answer.Contains("unsafe-", StringComparison.Ordinal) || answer.Contains("innerHTML", StringComparison.Ordinal));
    }

    [TestMethod]
    public void Events_FollowWhatChanges()
    {
        FakeBench bench = new();
        using BoardServer server = BoardServer.Start(0, new BoardApi(bench));
        using TcpClient client = new("127.0.0.1", server.Port);
        client.ReceiveTimeout = 20_000;
        using NetworkStream stream = client.GetStream();
        stream.Write(Encoding.ASCII.GetBytes($"GET /api/events HTTP/1.1\r\nHost: 127.0.0.1:{server.Port}\r\n\r\n"));
        using StreamReader reader = new(stream);

        Assert.AreEqual("HTTP/1.1 200 OK", reader.ReadLine());
        UntilLine(reader, "data: {\"done\":0}");
        bench.Press();
        UntilLine(reader, "data: {\"done\":1}");
    }

    private static void UntilLine(StreamReader reader, string wanted)
    {
        string? line;

        do
        {
            line = reader.ReadLine();
            Assert.IsNotNull(line);
        }
        while (line != wanted);
    }

    private static string Post(BoardServer server, string target, string host, string fields, string body)
    {
        return Ask(server, $"POST {target} HTTP/1.1\r\nHost: {host}\r\n{fields}Content-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}");
    }

    private static string Ask(BoardServer server, string request)
    {
        using TcpClient client = new("127.0.0.1", server.Port);
        client.ReceiveTimeout = 20_000;
        using NetworkStream stream = client.GetStream();
        stream.Write(Encoding.ASCII.GetBytes(request.Replace("PORT", $"{server.Port}", StringComparison.Ordinal)));
        client.Client.Shutdown(SocketShutdown.Send);
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
