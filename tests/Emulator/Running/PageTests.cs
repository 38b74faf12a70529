using System;
using System.Linq;
using System.Net.Sockets;

using ToyGuard.Emulator.Commands;
using ToyGuard.Emulator.Running;

namespace ToyGuard.Emulator.Tests.Running;

/// <summary>
/// Goal: the page is there for toys and for the home, each at its own address, and for nobody else; with --lan also for the network around.
/// Method: the real program, asked by curl from addresses of either side.
/// </summary>
[TestClass]
public class PageTests
{
    private const string Title = "ToyGuard Emulator";
    private static readonly Side s_there = new(() => true);

    [TestMethod]
    [DataRow("page", "127.0.0.1")]
    [DataRow("page", "127.0.0.3")]
    [DataRow("page-home", "127.0.1.9")]
    [DataRow("page-home", "127.0.0.1")] // a browser on this computer comes from there
    public void Curl_FromItsSide_GetsThePage(string service, string from)
    {
        Client curl = Curl(SharedRun.Run, service, from);

        Assert.AreEqual(0, curl.ExitCode, curl.All);
        StringAssert.StartsWith(curl.Output, "HTTP/1.1 200 ");
        StringAssert.Contains(curl.Output, Title);
    }

    [TestMethod]
    [Req("ATT-01")]
    [DataRow("page", "127.0.1.9")]
    [DataRow("page", "127.0.9.9")]
    [DataRow("page-home", "127.0.0.2")]
    [DataRow("page-home", "127.0.9.9")]
    public void Curl_FromTheOtherSide_IsClosedUnread(string service, string from)
    {
        Client curl = Curl(SharedRun.Run, service, from);

        Assert.AreNotEqual(0, curl.ExitCode, curl.All);
        Assert.AreEqual("", curl.Output);
    }

    [TestMethod]
    [Req("WEB-01")]
    [DataRow("evil.example")]
    [DataRow("192.0.2.1")]
    public void Curl_ForAnotherHost_GetsNothing(string host)
    {
        Client curl = Client.Run("curl", "-sS", "-i", "-H", $"Host: {host}", SharedRun.Run.UrlOf("page"));

        StringAssert.StartsWith(curl.Output, "HTTP/1.1 421 ");
        Assert.IsFalse(curl.Output.Contains(Title, StringComparison.Ordinal), curl.Output);
    }

    [TestMethod]
    public void Curl_ReadByInspect_IsAWholeAnswer()
    {
        using TestFolder folder = new();
        string answer = folder.Write("answer", Curl(SharedRun.Run, "page", "127.0.0.1").Output);

        Client inspect = Client.RunWith(Peer.Path("dotnet"), [EmulatorRun.ProgramFile, "inspect", "http", answer], "");

        StringAssert.Contains(inspect.Output, "\"status\":200");
        StringAssert.Contains(inspect.Output, "\"bodyIsWhole\":true");
        StringAssert.Contains(inspect.Output, "\"bytesBehind\":0");
    }

    [TestMethod]
    [Req("ATT-01")]
    public void Lan_ServesThePageThereAndNothingElse()
    {
        if (LanAddress.Find().Count == 0)
        {
            OneLine.Assert(["--lan", "--headless", .. EmulatorRun.FreePortsBut()], "--lan", "no address");
            return;
        }

        using EmulatorRun run = EmulatorRun.Start("--paired", "--lan");
        Uri page = new(run.UrlOf("page-lan"));
        Client curl = Client.Run("curl", "-sS", "-i", "--interface", page.Host, page.ToString());

        StringAssert.StartsWith(curl.Output, "HTTP/1.1 200 ", curl.All);
        Assert.AreEqual(1, run.Count("note", "nothing but the page"));
        Assert.AreEqual(1, run.Count("listens", page.Authority + "/"));

        foreach (int port in new[] { run.TlsPort, run.PlainPort })
        {
            using TcpClient client = new();
            Assert.ThrowsExactly<SocketException>(() => client.Connect(page.Host, port));
        }
    }

    [TestMethod]
    public void Lan_WithoutAnAddress_IsOneLine()
    {
        WrongUseException wrong = Assert.ThrowsExactly<WrongUseException>(() => PageDoor.OfHub(Settings(isOnLan: true), [], s_there, s_there));

        StringAssert.StartsWith(wrong.Message, "--lan: ");
        Assert.AreEqual(3, PageDoor.OfHub(Settings(isOnLan: false), [], s_there, s_there).Count);
    }

    private static Client Curl(EmulatorRun run, string service, string from)
    {
        return Client.Run("curl", "-sS", "-i", "--max-time", "10", "--interface", from, run.UrlOf(service));
    }

    private static RunSettings Settings(bool isOnLan)
    {
        System.CommandLine.RootCommand command = new();
        RunOptions options = new();
        options.AddTo(command);
        return options.Read(command.Parse(isOnLan ? ["--lan"] : []));
    }
}
