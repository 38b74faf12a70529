using System.Globalization;

namespace ToyGuard.Emulator.Tests.Running;

/// <summary>
/// Goal: TLS through the relay reaches exactly the places that are open, under their own certificates, and ends in an alert for all else.
/// Method: the real program and the real clients curl and openssl, trusting nothing but the printed CA file.
/// </summary>
[TestClass]
public class RelayTests
{
    private const string Bear = "127.0.0.1";
    private const string Lamp = "127.0.0.2";

    private static EmulatorRun Run
    {
        get { return SharedRun.Run; }
    }

    [TestMethod]
    [Req("EGR-01")]
    [DataRow(Bear, "stories.toys.example", "192.0.2.10")]
    [DataRow(Bear, "bear.voices.toys.example", "192.0.2.20")]
    [DataRow(Lamp, "lullabies.lights.test", "198.51.100.50")]
    public void Curl_AcceptedHost_ReachesItAtTheJudgedAddress(string toy, string host, string address)
    {
        Client curl = Curl(toy, host);

        Assert.AreEqual(0, curl.ExitCode, curl.All);
        StringAssert.Contains(curl.Output, $"You reached {host} at {address}, the address that the gate judged.");
        Run.Verdict($"host={host}", "asked=hello", "port=443", "state=open", "reason=1");
        Run.Line(line => line.StartsWith("lab-server ", System.StringComparison.Ordinal)
            && line.EndsWith($" host={host} address={address}", System.StringComparison.Ordinal));
    }

    [TestMethod]
    [Req("EGR-01")]
    [Req("EGR-04")]
    [DataRow(Bear, "tracker.ads.example", 18)]
    [DataRow(Bear, "lullabies.lights.test", 18)]
    [DataRow(Lamp, "songs.voices.toys.example", 18)]
    public void Curl_HeldHost_GetsAnAlertAndReachesNothing(string toy, string host, int reason)
    {
        int reached = Run.Count("lab-server", $"host={host}");
        int looked = Run.Count("lab-resolver", $"name={host}");

        AssertAlert(Curl(toy, host));
        Run.Verdict($"host={host}", "asked=hello", "state=closed", $"reason={reason.ToString(CultureInfo.InvariantCulture)}");
        Assert.AreEqual(reached, Run.Count("lab-server", $"host={host}"));
        Assert.AreEqual(looked, Run.Count("lab-resolver", $"name={host}"));
    }

    [TestMethod]
    [Req("EGR-06")]
    public void Curl_SomebodyElsesHost_WaitsAndReachesNothing()
    {
        AssertAlert(Curl(Bear, "usage.metrics.example"));
        Run.Verdict("host=usage.metrics.example", "asked=hello", "state=waiting", "reason=19");
        Assert.AreEqual(0, Run.Count("lab-server", "host=usage.metrics.example"));
        Assert.AreEqual(0, Run.Count("lab-resolver", "name=usage.metrics.example"));
    }

    [TestMethod]
    public void Curl_PlainTextHostOverTls_IsHeld()
    {
        AssertAlert(Curl(Bear, "postcards.toys.example"));
        Assert.AreEqual(0, Run.Count("lab-server", "host=postcards.toys.example"));
    }

    [TestMethod]
    [Req("EGR-03")]
    public void Curl_AcceptedHostAtAPrivateAddress_IsHeldAndReachesNothing()
    {
        AssertAlert(Curl(Lamp, "updates.lights.test"));
        Run.Verdict("toy=twinkle-lamp", "host=updates.lights.test", "asked=hello", "state=closed", "reason=30");

        // It was looked up, since it is accepted; and there is a server that would have answered.
        Assert.IsTrue(Run.Count("lab-resolver", "name=updates.lights.test") > 0);
        Assert.AreEqual(0, Run.Count("lab-server", "host=updates.lights.test"));
    }

    [TestMethod]
    [Req("EGR-03")]
    public void Curl_WithAnAddressForAName_IsHeld()
    {
        // An address in a URL gives a hello without a name.
        Client curl = Client.Run(
            "curl", "-sS", "--interface", Bear, "--cacert", Run.AuthorityFile, "--connect-to", $"::127.0.0.1:{Run.TlsPort}", "https://192.0.2.10/");

        Assert.AreEqual(35, curl.ExitCode, curl.All);
        Run.Verdict("asked=hello", "state=closed", "reason=61");
    }

    [TestMethod]
    public void Curl_UnknownToy_IsHeld()
    {
        AssertAlert(Curl("127.0.0.78", "stories.toys.example"));
        Run.Verdict("toy=-", "host=stories.toys.example", "asked=hello", "reason=11");
    }

    [TestMethod]
    public void Curl_FromOutsideTheToySide_IsClosedUnread()
    {
        Client curl = Curl("127.0.9.10", "stories.toys.example");

        Assert.AreNotEqual(0, curl.ExitCode, curl.All);
        Assert.AreEqual("", curl.Output);
    }

    [TestMethod]
    public void OpenSsl_AcceptedHost_HasAValidChain()
    {
        Client openssl = OpenSsl(Bear, "stories.toys.example", "stories.toys.example");

        Assert.AreEqual(0, openssl.ExitCode, openssl.All);
        StringAssert.Contains(openssl.All, "Verification: OK", openssl.All);
    }

    [TestMethod]
    public void OpenSsl_AcceptedHost_IsNotAnotherHost()
    {
        // The check above would pass a server that has one certificate for all.
        Client openssl = OpenSsl(Bear, "stories.toys.example", "bear.voices.toys.example");

        Assert.AreNotEqual(0, openssl.ExitCode, openssl.All);
    }

    [TestMethod]
    public void OpenSsl_HeldHost_GetsUnrecognizedName()
    {
        Client openssl = OpenSsl(Bear, "tracker.ads.example", "tracker.ads.example");

        Assert.AreNotEqual(0, openssl.ExitCode, openssl.All);
        StringAssert.Contains(openssl.All, "alert number 112", openssl.All);
    }

    private static Client Curl(string toy, string host)
    {
        return Client.Run(
            "curl", "-sS", "--interface", toy, "--cacert", Run.AuthorityFile, "--connect-to", $"::127.0.0.1:{Run.TlsPort}", $"https://{host}/");
    }

    private static Client OpenSsl(string toy, string name, string expected)
    {
        return Client.Run(
            "openssl", "s_client", "-connect", $"127.0.0.1:{Run.TlsPort}", "-bind", toy + ":0", "-servername", name,
            "-verify_hostname", expected, "-verify_return_error", "-CAfile", Run.AuthorityFile, "-brief");
    }

    private static void AssertAlert(Client curl)
    {
        Assert.AreEqual(35, curl.ExitCode, curl.All);
        StringAssert.Contains(curl.Error, "unrecognized name", curl.All);
        Assert.AreEqual("", curl.Output);
    }
}
