using System;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;

using ToyGuard.Emulator.Tests.Running;

namespace ToyGuard.Emulator.Tests.Abuse;

/// <summary>
/// Goal: whatever fails around the hub, nothing opens by it, the page stays, and the reason is said.
/// Method: the real program with a resolver that does not answer, with places that are gone, and without the time.
/// </summary>
[TestClass]
public class DeadPeersTests
{
    private static readonly IPAddress s_toy = IPAddress.Parse("127.0.0.3");

    [TestMethod]
    [Req("RES-01")]
    public async Task Resolver_Silent_HoldsAndSaysSo()
    {
        using UdpClient silent = new(new IPEndPoint(IPAddress.Loopback, 0));
        using TestFolder folder = new();
        folder.CopySample("story-bear.json");
        using EmulatorRun run = EmulatorRun.Start(
            "--paired", "--manifests", folder.Path, "--toy-at", "127.0.0.3=story-bear", "--resolver", silent.Client.LocalEndPoint!.ToString()!);

        await AssertHeldAsync(run, TcpService.Hello(AbusedHome.TlsHost));
        run.Verdict($"host={AbusedHome.TlsHost}", "asked=hello", "state=closed", "reason=41");
        AssertPageAnswers(run);
    }

    [TestMethod]
    [Req("RES-01")]
    public async Task Places_Gone_HoldAndSaySo()
    {
        using AbusedHome home = AbusedHome.Start();
        home.StopServers();

        await AssertHeldAsync(home.Run, TcpService.Hello(AbusedHome.TlsHost));
        home.Run.Verdict($"host={AbusedHome.TlsHost}", "asked=hello", "state=closed", "reason=50");

        // The relay of plain requests can say it in words.
        Client curl = Client.Run(
            "curl", "-sS", "-i", "--interface", "127.0.0.3", "--connect-to", $"::127.0.0.1:{home.Run.PlainPort}", $"http://{AbusedHome.PlainHost}/");
        StringAssert.StartsWith(curl.Output, "HTTP/1.1 5", curl.All);
        AssertPageAnswers(home.Run);
    }

    [TestMethod]
    [Req("RES-01")]
    public async Task Clock_Unknown_HoldsAndTellsNobodyATime()
    {
        using AbusedHome home = AbusedHome.Start("--clock", "unknown");

        await AssertHeldAsync(home.Run, TcpService.Hello(AbusedHome.TlsHost));
        home.Run.Verdict($"host={AbusedHome.TlsHost}", "asked=hello", "state=closed", "reason=14");
        Assert.IsFalse(await DeafTests.IsAnsweredAsync(home.Run.SntpPort, "127.0.0.3", DeafTests.SntpQuestion(), 500));
        AssertPageAnswers(home.Run);
    }

    // An alert at most; never a byte of a server's.
    private static async Task AssertHeldAsync(EmulatorRun run, byte[] hello)
    {
        TcpService tls = new("tls", run.TlsPort, hello, hello, hello, "\u0016\u0003");
        string heard = await HonestClient.HearOnceAsync(tls, s_toy);

        Assert.IsFalse(heard.StartsWith(tls.Answer, StringComparison.Ordinal), heard);
    }

    private static void AssertPageAnswers(EmulatorRun run)
    {
        StringAssert.StartsWith(Client.Run("curl", "-sS", "-i", "--interface", "127.0.0.3", run.UrlOf("page")).Output, "HTTP/1.1 200 ");
    }
}
