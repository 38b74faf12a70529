using System;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;

using ToyGuard.Emulator.Tests.Running;

namespace ToyGuard.Emulator.Tests.Abuse;

/// <summary>
/// Goal: each service is deaf to the other side: nobody at home can use a toy's services, no toy the home's page, and a stranger nothing.
/// Method: the real program, asked rightly from wrong addresses; and from a right one too, so that silence means something.
/// </summary>
[TestClass]
public class DeafTests
{
    private const string Toy = "127.0.0.1";
    private const string Home = "127.0.1.9";
    private const string Stranger = "127.0.9.9";

    [TestMethod]
    [Req("EGR-11")]
    [Req("ATT-01")]
    [DataRow(Home)]
    [DataRow(Stranger)]
    public async Task TcpService_FromElsewhere_IsClosedUnread(string from)
    {
        using AbusedHome home = AbusedHome.Start();

        foreach (TcpService service in home.Services)
        {
            TimeSpan served = await HonestClient.AskAsync(service, IPAddress.Parse(Toy));
            Assert.IsTrue(served < TimeSpan.FromSeconds(10), service.Name);

            Assert.AreEqual("", await HonestClient.HearOnceAsync(service, IPAddress.Parse(from)), service.Name);
        }

        // Not one verdict more than those for the toy: nobody else was even asked about.
        Assert.AreEqual(0, home.Run.Count("verdict", "toy=- "));
    }

    [TestMethod]
    [Req("EGR-11")]
    [Req("ATT-01")]
    [DataRow(Home)]
    [DataRow(Stranger)]
    public async Task UdpService_FromElsewhere_IsSilent(string from)
    {
        EmulatorRun run = SharedRun.Run;
        byte[] question = DnsBuilder.Query(7, AbusedHome.TlsHost, 1, true);

        Assert.IsTrue(await IsAnsweredAsync(run.DnsPort, Toy, question, 5000));
        Assert.IsFalse(await IsAnsweredAsync(run.DnsPort, from, question, 300));
        Assert.IsTrue(await IsAnsweredAsync(run.SntpPort, Toy, SntpQuestion(), 5000));
        Assert.IsFalse(await IsAnsweredAsync(run.SntpPort, from, SntpQuestion(), 300));
    }

    /// <summary>A client's request of version 4 with a time of its own.</summary>
    internal static byte[] SntpQuestion()
    {
        byte[] question = new byte[48];
        question[0] = 0x23;
        question[47] = 1;
        return question;
    }

    /// <summary>Whether anything comes back in time.</summary>
    internal static async Task<bool> IsAnsweredAsync(int port, string from, byte[] question, int waitMs)
    {
        using UdpClient client = new(new IPEndPoint(IPAddress.Parse(from), 0));
        using System.Threading.CancellationTokenSource patience = new(waitMs);
        await client.SendAsync(question, new IPEndPoint(IPAddress.Loopback, port));

        try
        {
            await client.ReceiveAsync(patience.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
