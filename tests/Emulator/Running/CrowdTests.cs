using System;
using System.IO;
using System.Linq;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading.Tasks;

namespace ToyGuard.Emulator.Tests.Running;

/// <summary>Goal: with --sockets unlimited a crowd is served, and a crowd of held hosts opens nothing. Method: 300 TLS clients at once.</summary>
[TestClass]
public class CrowdTests
{
    private const int Crowd = 300;

    [TestMethod]
    public async Task Unlimited_ThreeHundredAtOnce_AllGetTheirPage()
    {
        string[] pages = await Task.WhenAll(Enumerable.Range(0, Crowd).Select(_ => PageOf("stories.toys.example")));

        Assert.AreEqual(Crowd, pages.Count(page => page.Contains("You reached stories.toys.example at 192.0.2.10", StringComparison.Ordinal)));
    }

    [TestMethod]
    [Req("EGR-01")]
    public async Task Unlimited_ThreeHundredHeldAtOnce_NoneGetsAnything()
    {
        string[] pages = await Task.WhenAll(Enumerable.Range(0, Crowd).Select(at => PageOf(at % 2 == 0 ? "crowd.ads.example" : "stories.toys.example")));

        Assert.AreEqual(Crowd / 2, pages.Count(page => page.Length == 0));
        Assert.AreEqual(0, SharedRun.Run.Count("lab-resolver", "name=crowd.ads.example"));
    }

    // Empty when the relay refused the handshake.
    private static async Task<string> PageOf(string host)
    {
        using TcpClient client = new();
        await client.ConnectAsync("127.0.0.1", SharedRun.Run.TlsPort);
        using SslStream tls = new(client.GetStream());

        try
        {
            X509ChainPolicy trust = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            trust.CustomTrustStore.ImportFromPemFile(SharedRun.Run.AuthorityFile);
            await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = host, CertificateChainPolicy = trust });
        }
        catch (Exception e) when (e is IOException or System.Security.Authentication.AuthenticationException)
        {
            return "";
        }

        await tls.WriteAsync(Encoding.ASCII.GetBytes($"GET / HTTP/1.1\r\nHost: {host}\r\n\r\n"));
        using StreamReader reader = new(tls);
        return await reader.ReadToEndAsync();
    }
}
