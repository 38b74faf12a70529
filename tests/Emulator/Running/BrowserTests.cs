using System;
using System.IO;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ToyGuard.Emulator.Tests.Running;

/// <summary>
/// Goal: a real browser's hello (2 KB, shuffled at every start, with a dummy ECH extension) passes for an open host, and only for that.
/// Method: headless Chromium, every name led to the relay; its certificate check is waived for the lab server's own key alone.
/// </summary>
[TestClass]
public class BrowserTests
{
    [TestMethod]
    [Req("EGR-01")]
    public void Chromium_AcceptedHost_ShowsThePage()
    {
        Client browser = Browse("stories.toys.example");

        StringAssert.Contains(browser.Output, "You reached stories.toys.example at 192.0.2.10", browser.All);
        SharedRun.Run.Verdict("host=stories.toys.example", "asked=hello", "state=open");
    }

    [TestMethod]
    [Req("EGR-01")]
    public void Chromium_HeldHost_ShowsNoPage()
    {
        Client browser = Browse("browser.ads.example");

        Assert.IsFalse(browser.Output.Contains("You reached", StringComparison.Ordinal), browser.All);
        SharedRun.Run.Verdict("host=browser.ads.example", "asked=hello", "state=closed", "reason=18");
    }

    private static Client Browse(string host)
    {
        string chromium = Peer.Path("chromium");
        string profile = Directory.CreateTempSubdirectory("toyguard-browser-").FullName;

        try
        {
            return Client.RunWith(
                chromium,
                [
                    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                    "--disable-background-networking", "--disable-component-update", "--disable-sync",
                    "--user-data-dir=" + profile,
                    $"--host-resolver-rules=MAP * 127.0.0.1:{SharedRun.Run.TlsPort}",
                    "--ignore-certificate-errors-spki-list=" + KeyOf("stories.toys.example"),
                    "--timeout=20000", "--dump-dom", $"https://{host}/",
                ],
                "");
        }
        finally
        {
            Directory.Delete(profile, recursive: true);
        }
    }

    // The lab server's own key, as openssl sees it through the relay: SHA-256 over its SubjectPublicKeyInfo.
    private static string KeyOf(string host)
    {
        Client openssl = Client.Run(
            "openssl", "s_client", "-connect", $"127.0.0.1:{SharedRun.Run.TlsPort}", "-bind", "127.0.0.1:0", "-servername", host);
        int begin = openssl.Output.IndexOf("-----BEGIN CERTIFICATE-----", StringComparison.Ordinal);
        Assert.IsTrue(begin >= 0, openssl.All);

        using X509Certificate2 certificate = X509Certificate2.CreateFromPem(openssl.Output.AsSpan(begin));
        return Convert.ToBase64String(SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo()));
    }
}
