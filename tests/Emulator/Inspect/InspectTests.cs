using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;

using ToyGuard.Emulator.Tests.Running;

namespace ToyGuard.Emulator.Tests.Inspect;

/// <summary>
/// Goal: "inspect" shows what our readers make of any file, and says of a bad one what is wrong and where.
/// Method: the real program over bytes that dig, curl and openssl sent on loopback a moment before, and over damaged copies.
/// </summary>
[TestClass]
public class InspectTests
{
    [TestMethod]
    public void Dns_OfDig_IsReadAsItWasAsked()
    {
        using TestFolder folder = new();
        (byte[] question, byte[] answer) = DigRecorder.Record(SharedRun.Run, "Stories.toys.example", "A");

        JsonElement asked = Inspection.Read("dns", folder.Write("question.bin", question));
        Assert.AreEqual("question", asked.GetProperty("message").GetString());
        Assert.AreEqual("Stories.toys.example", asked.GetProperty("name").GetString());
        Assert.AreEqual("A", asked.GetProperty("typeName").GetString());
        Assert.IsTrue(asked.GetProperty("edns").GetBoolean());
        Assert.AreEqual(question.Length, asked.GetProperty("bytes").GetInt32());

        JsonElement answered = Inspection.Read("dns", folder.Write("answer.bin", answer));
        Assert.AreEqual("answer", answered.GetProperty("message").GetString());
        Assert.AreEqual(asked.GetProperty("id").GetInt32(), answered.GetProperty("id").GetInt32());
        Assert.AreEqual("127.0.0.1", answered.GetProperty("addresses")[0].GetString());
        Assert.AreEqual(1, answered.GetProperty("addresses").GetArrayLength());
    }

    [TestMethod]
    public void Dns_Damaged_IsRefusedWithItsPlace()
    {
        using TestFolder folder = new();
        (byte[] question, byte[] _) = DigRecorder.Record(SharedRun.Run, "stories.toys.example", "HTTPS");
        byte[] pointing = [.. question];
        pointing[12] = 0xC0;

        Inspection inspection = Inspection.Of(
            "dns",
            folder.Write("whole.bin", question),
            folder.Write("pointing.bin", pointing),
            folder.Write("cut.bin", question[..^1]),
            folder.Write("more.bin", [.. question, 0]),
            folder.Write("empty.bin", []));

        Assert.AreEqual(1, inspection.ExitCode, inspection.All);
        Assert.AreEqual("HTTPS", inspection.Lines[0].GetProperty("typeName").GetString());
        AssertRefused(inspection, 1, "PointerInQuestion", 12);
        AssertRefused(inspection, 2, "CutShort", question.Length - 1);
        AssertRefused(inspection, 3, "TrailingBytes", question.Length);
        AssertRefused(inspection, 4, "CutShort", 0);
    }

    [TestMethod]
    public void Hello_OfCurlAndOpenSsl_IsReadAsItWasSent()
    {
        using TestFolder folder = new();
        using ClientRecorder recorder = new(isUdp: false);
        string place = $"127.0.0.1:{recorder.Port}";
        byte[] curl = recorder.WordsOf(Peer.Path("curl"), "-sS", "--connect-to", "::" + place, "https://stories.toys.example/");
        byte[] openssl = recorder.WordsOf(
            Peer.Path("openssl"), "s_client", "-connect", place, "-servername", "bear.voices.toys.example", "-alpn", "http/1.1");

        Assert.AreEqual("stories.toys.example", Inspection.Read("hello", folder.Write("curl.bin", curl)).GetProperty("name").GetString());
        JsonElement read = Inspection.Read("hello", folder.Write("openssl.bin", openssl));
        Assert.AreEqual("bear.voices.toys.example", read.GetProperty("name").GetString());
        Assert.IsTrue(read.GetProperty("hasProtocols").GetBoolean());
        Assert.AreEqual(openssl.Length, read.GetProperty("helloBytes").GetInt32());

        byte[] bare = [.. openssl];
        bare[0] = (byte)'G';
        Inspection damaged = Inspection.Of("hello", folder.Write("bare.bin", bare), folder.Write("cut.bin", openssl[..^1]));
        Assert.AreEqual(1, damaged.ExitCode, damaged.All);
        AssertRefused(damaged, 0, "NotTls", 0);
        AssertRefused(damaged, 1, "CutShort", openssl.Length - 1);
    }

    [TestMethod]
    public void Http_OfCurl_IsReadAsItWasSent()
    {
        using TestFolder folder = new();
        using ClientRecorder recorder = new(isUdp: false);
        string place = $"127.0.0.1:{recorder.Port}";
        byte[] get = recorder.WordsOf(Peer.Path("curl"), "-sS", "--connect-to", "::" + place, "http://Postcards.toys.example/a?b=c");
        byte[] post = recorder.WordsOf(Peer.Path("curl"), "-sS", "-d", "hello", "--connect-to", "::" + place, "http://postcards.toys.example:81/");

        JsonElement read = Inspection.Read("http", folder.Write("get", get));
        Assert.AreEqual("request", read.GetProperty("message").GetString());
        Assert.AreEqual("GET", read.GetProperty("method").GetString());
        Assert.AreEqual("/a?b=c", read.GetProperty("target").GetString());
        Assert.AreEqual("Postcards.toys.example", read.GetProperty("host").GetString());
        Assert.AreEqual(-1, read.GetProperty("hostPort").GetInt32());
        Assert.AreEqual("None", read.GetProperty("body").GetString());
        Assert.AreEqual(get.Length, read.GetProperty("headBytes").GetInt32());
        Assert.IsTrue(read.GetProperty("fields").EnumerateArray().Any(field => field.GetString()!.StartsWith("User-Agent: curl/", StringComparison.Ordinal)));

        read = Inspection.Read("http", folder.Write("post", post));
        Assert.AreEqual("POST", read.GetProperty("method").GetString());
        Assert.AreEqual(81, read.GetProperty("hostPort").GetInt32());
        Assert.AreEqual("Length", read.GetProperty("body").GetString());
        Assert.AreEqual(5, read.GetProperty("bodyBytes").GetInt32());
        Assert.IsTrue(read.GetProperty("bodyIsWhole").GetBoolean());

        byte[] bare = [.. get];
        int feed = Array.IndexOf(bare, (byte)'\n');
        bare[feed - 1] = (byte)' ';
        Inspection damaged = Inspection.Of(
            "http", folder.Write("bare", bare), folder.Write("cut", get[..^1]), folder.Write("short", post[..^1]), folder.Write("empty", []));
        Assert.AreEqual(1, damaged.ExitCode, damaged.All);
        Assert.AreEqual("CutShort BodyCutShort CutShort", string.Join(' ', damaged.Lines.Skip(1).Select(line => line.GetProperty("fault").GetString())), damaged.All);
        Assert.IsTrue(damaged.Lines[0].GetProperty("offset").GetInt32() is >= 0 and < 200, damaged.All);
        Assert.AreEqual(get.Length - 1, damaged.Lines[1].GetProperty("offset").GetInt32());
    }

    [TestMethod]
    [DataRow("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nabc", "Length", 2, 1)]
    [DataRow("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n1\r\nd\r\n0\r\n\r\n", "Chunked", 4, 0)]
    [DataRow("HTTP/1.1 200 OK\r\n\r\nabcde", "ToClose", 5, 0)]
    [DataRow("HTTP/1.1 204 No Content\r\n\r\n", "None", 0, 0)]
    [DataRow("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "Length", 0, 0)]
    public void Http_Response_SaysHowItsBodyEnds(string text, string body, int bytes, int behind)
    {
        using TestFolder folder = new();
        JsonElement read = Inspection.Read("http", folder.Write("response", text));

        Assert.AreEqual("response", read.GetProperty("message").GetString());
        Assert.AreEqual(body, read.GetProperty("body").GetString());
        Assert.AreEqual(bytes, read.GetProperty("bodyBytes").GetInt32());
        Assert.IsTrue(read.GetProperty("bodyIsWhole").GetBoolean());
        Assert.AreEqual(behind, read.GetProperty("bytesBehind").GetInt32());
    }

    [TestMethod]
    public void Url_OnStandardInput_IsReadToo()
    {
        (int exitCode, string line) = OnStandardInput("url", "https://Stories.toys.example./a?b=c&d#e\n");

        JsonElement url = JsonDocument.Parse(line).RootElement;
        Assert.AreEqual(0, exitCode, line);
        Assert.AreEqual("-", url.GetProperty("file").GetString());
        Assert.AreEqual("https", url.GetProperty("scheme").GetString());
        Assert.AreEqual("Stories.toys.example.", url.GetProperty("host").GetString());
        Assert.AreEqual(443, url.GetProperty("port").GetInt32());
        Assert.AreEqual("/a?b=c&d", url.GetProperty("target").GetString());
    }

    [TestMethod]
    [Req("EGR-02")]
    [DataRow("https://good.example@evil.test/", "UserInfo", 20)]
    [DataRow("https://good.example\\@evil.test/", "Backslash", 20)]
    [DataRow("https://good.example/\n\n", "Control", 21)]
    [DataRow("https://g\u00f6\u202eod.example/", "NotAscii", 9)]
    [DataRow("", "Empty", 0)]
    public void Url_Bad_IsRefusedWithItsPlace(string text, string fault, int offset)
    {
        (int exitCode, string line) = OnStandardInput("url", text);

        JsonElement url = JsonDocument.Parse(line).RootElement;
        Assert.AreEqual(1, exitCode, line);
        Assert.AreEqual(fault, url.GetProperty("fault").GetString(), line);
        Assert.AreEqual(offset, url.GetProperty("offset").GetInt32(), line);
        Assert.AreNotEqual("", url.GetProperty("words").GetString());
    }

    [TestMethod]
    [DataRow("dns", "TooLong")]
    [DataRow("hello", "NotTls")]
    [DataRow("http", "MethodBytes")]
    [DataRow("url", "TooLong")]
    public void HugeFile_IsNotReadToItsEnd(string kind, string fault)
    {
        using TestFolder folder = new();
        string path = folder.Write("huge.bin", []);

        using (FileStream file = File.OpenWrite(path))
        {
            file.SetLength(100 * 1024 * 1024);
        }

        Inspection inspection = Inspection.Of(kind, path);

        Assert.AreEqual(1, inspection.ExitCode, inspection.All);
        Assert.AreEqual(fault, inspection.Lines[0].GetProperty("fault").GetString(), inspection.All);
        Assert.AreEqual(1024 * 1024, inspection.Lines[0].GetProperty("bytes").GetInt32());
        Assert.IsTrue(inspection.Lines[0].GetProperty("more").GetBoolean());
    }

    [TestMethod]
    public void FileThatCannotBeRead_IsOneLineAndTwo()
    {
        using TestFolder folder = new();

        OneLine.Assert(["inspect", "dns", Path.Combine(folder.Path, "missing.bin")], "inspect: ", "missing.bin");
        OneLine.Assert(["inspect", "hello", folder.Path], "inspect: ", folder.Path);
        OneLine.Assert(["inspect", "url", "a\u001b[2Jb"], "inspect: ", "a\u00b7[2Jb");
    }

    [TestMethod]
    [DataRow("inspect")]
    [DataRow("inspect dns")]
    [DataRow("inspect smtp file")]
    [DataRow("inspect dns --nonsense file")]
    public void WrongUse_IsOneLineAndTwo(string args)
    {
        OneLine.Assert(args.Split(' '));
    }

    private static void AssertRefused(Inspection inspection, int at, string fault, int offset)
    {
        JsonElement line = inspection.Lines[at];
        Assert.IsFalse(line.GetProperty("read").GetBoolean(), inspection.All);
        Assert.AreEqual(fault, line.GetProperty("fault").GetString(), inspection.All);
        Assert.AreEqual(offset, line.GetProperty("offset").GetInt32(), inspection.All);
        Assert.AreNotEqual("", line.GetProperty("words").GetString());
    }

    private static (int ExitCode, string Line) OnStandardInput(string kind, string text)
    {
        Client client = Client.RunWith(Peer.Path("dotnet"), [EmulatorRun.ProgramFile, "inspect", kind, "-"], text);
        Assert.AreEqual(1, client.Output.Count(character => character == '\n'), client.All);
        return (client.ExitCode, client.Output);
    }
}
