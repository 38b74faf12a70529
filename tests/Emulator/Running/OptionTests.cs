using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

using ToyGuard.Emulator.Lab;

namespace ToyGuard.Emulator.Tests.Running;

/// <summary>Goal: each option does what it says. Method: a run of the real program for each, with real clients or sockets.</summary>
[TestClass]
public class OptionTests
{
    [TestMethod]
    [Req("DEF-02")]
    public void NotPaired_EverythingIsHeldAndNothingIsLookedUp()
    {
        using EmulatorRun run = EmulatorRun.Start();

        StringAssert.Contains(DnsTests.DigAt(run, "127.0.0.1", "stories.toys.example", "A").Output, "status: REFUSED");
        Client curl = Curl(run, "127.0.0.1", "127.0.0.1", "stories.toys.example");

        Assert.AreEqual(35, curl.ExitCode, curl.All);
        run.Verdict("asked=name", "host=stories.toys.example", "reason=10");
        run.Verdict("asked=hello", "host=stories.toys.example", "reason=10");
        Assert.AreEqual(0, run.Count("lab-resolver", ""));
        Assert.AreEqual(0, run.Count("lab-server", ""));
        Assert.AreEqual(1, run.Count("note", "not paired"));
    }

    [TestMethod]
    public void Bind_IsWhereItListensAndWhatDnsGives()
    {
        using EmulatorRun run = EmulatorRun.Start("--paired", "--bind", "127.0.0.5");

        Client dig = Client.Run("dig", "+short", "+tries=1", "+time=2", "-b", "127.0.0.1", "-p", $"{run.DnsPort}", "@127.0.0.5", "stories.toys.example");
        Assert.AreEqual("127.0.0.5", dig.Output.Trim(), dig.All);
        Assert.AreEqual(0, Curl(run, "127.0.0.1", "127.0.0.5", "stories.toys.example").ExitCode);

        // Nowhere else.
        Assert.AreEqual(7, Curl(run, "127.0.0.1", "127.0.0.1", "stories.toys.example").ExitCode);
    }

    [TestMethod]
    public void ToyAt_SaysWhoIsWhere()
    {
        using EmulatorRun run = EmulatorRun.Start(
            "--paired", "--toy-at", "127.0.0.9=twinkle-lamp", "--toy-at", "127.0.0.8=twinkle-lamp");

        foreach (string address in new[] { "127.0.0.8", "127.0.0.9" })
        {
            StringAssert.Contains(DnsTests.DigAt(run, address, "lullabies.lights.test", "A").Output, "ANSWER: 1,");
        }

        // The default places are not in force beside it.
        StringAssert.Contains(DnsTests.DigAt(run, "127.0.0.2", "lullabies.lights.test", "A").Output, "status: REFUSED");
        Assert.AreEqual(1, run.Count("toy 1 story-bear", "address=- "));
        Assert.AreEqual(1, run.Count("note", "story-bear has no address"));
    }

    [TestMethod]
    public void ToySide_PeersOutsideGetNothing()
    {
        using EmulatorRun run = EmulatorRun.Start("--paired", "--toy-side", "127.0.0.2/32", "--home-side", "127.0.7.0/24");

        StringAssert.Contains(DnsTests.DigAt(run, "127.0.0.2", "lullabies.lights.test", "A").Output, "ANSWER: 1,");
        StringAssert.Contains(DnsTests.DigAt(run, "127.0.0.1", "stories.toys.example", "A").All, "timed out");
        Assert.AreEqual(1, run.Count("note", "story-bear at 127.0.0.1 is outside the toy side 127.0.0.2/32"));
        Assert.AreEqual(1, run.Count("listens page-home", "127.0.7.1:"));
    }

    [TestMethod]
    public void Clock_Unknown_EverythingIsHeld()
    {
        using EmulatorRun run = EmulatorRun.Start("--paired", "--clock", "unknown");

        StringAssert.Contains(DnsTests.DigAt(run, "127.0.0.1", "stories.toys.example", "A").Output, "ANSWER: 0,");
        run.Verdict("host=stories.toys.example", "reason=14");
        Assert.AreEqual(1, run.Count("hub", "clock=unknown"));
    }

    [TestMethod]
    public void Clock_IsTheTimeOnTheWall()
    {
        using TestFolder folder = new();
        string json = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", "story-bear.json"));
        folder.Write("bear.json", json.Replace(
            "\"dailyBytes\": 52428800", "\"hours\": [{ \"days\": [\"wed\"], \"from\": \"07:00\", \"to\": \"19:00\" }]", StringComparison.Ordinal));

        // A DNS question is decided by the same hours as a connection.
        using EmulatorRun open = EmulatorRun.Start("--paired", "--manifests", folder.Path, "--clock", "2026-11-18T18:30:00");
        StringAssert.Contains(DnsTests.DigAt(open, "127.0.0.1", "stories.toys.example", "A").Output, "ANSWER: 1,");
        Assert.AreEqual(1, open.Count("hub", "clock=2026-11-18T18:30:00"));

        using EmulatorRun closed = EmulatorRun.Start("--paired", "--manifests", folder.Path, "--clock", "2026-11-18T19:00:00");
        StringAssert.Contains(DnsTests.DigAt(closed, "127.0.0.1", "stories.toys.example", "A").Output, "ANSWER: 0,");
        closed.Verdict("host=stories.toys.example", "reason=22");
    }

    [TestMethod]
    public void Sockets_Unlimited_LiftsTheCapOnRelays()
    {
        using EmulatorRun few = EmulatorRun.Start("--paired");
        using EmulatorRun many = EmulatorRun.Start("--paired", "--sockets", "unlimited");
        TcpClient[] toFew = Silent(few);
        TcpClient[] toMany = Silent(many);

        few.Verdict("asked=hello", "state=closed", "reason=70");
        Assert.AreEqual(0, Curl(many, "127.0.0.1", "127.0.0.1", "stories.toys.example").ExitCode);
        Assert.AreEqual(0, many.Count("verdict", "reason=70"));
        Assert.AreEqual(1, many.Count("note", "--sockets unlimited"));

        foreach (TcpClient client in toFew.Concat(toMany))
        {
            client.Dispose();
        }
    }

    [TestMethod]
    [Req("EGR-01")]
    public void AcceptPlain_OpensThePlainPlaceAndNoOther()
    {
        using EmulatorRun run = EmulatorRun.Start("--paired", "--accept-plain");

        StringAssert.Contains(Plain(run, "postcards.toys.example", "hello").Output, "You reached postcards.toys.example at 192.0.2.30");
        run.Verdict("host=postcards.toys.example", "asked=http", "port=80", "state=open", "reason=1");

        StringAssert.StartsWith(Plain(run, "tracker.ads.example", "").Output, "Closed: ");
        StringAssert.StartsWith(Plain(run, "stories.toys.example", "").Output, "Closed: "); // for TLS only
        Assert.AreEqual(0, run.Count("lab-server", "host=stories.toys.example"));

        // Without it a guardian has to say yes first.
        StringAssert.StartsWith(Plain(SharedRun.Run, "postcards.toys.example", "").Output, "Waiting: ");
    }

    [TestMethod]
    [Req("EGR-04")]
    public async System.Threading.Tasks.Task TimeServer_IsAskedAndBelievedWhenNothingIsKnown()
    {
        using TestFolder folder = new();
        using UdpClient server = new(new IPEndPoint(IPAddress.Loopback, 0));
        string lab = folder.Write(
            "lab.json",
            $$$"""{"resolve":{"time.example":["192.0.2.123"]},"connect":{"192.0.2.123:123":"{{{server.Client.LocalEndPoint}}}"}}""");
        using EmulatorRun run = EmulatorRun.Start("--paired", "--clock", "unknown", "--time-server", "time.example", "--lab", lab);

        UdpReceiveResult request = await server.ReceiveAsync().WaitAsync(TimeSpan.FromSeconds(20));
        byte[] reply = new byte[48];
        ulong now = (ulong)(DateTimeOffset.UtcNow.ToUnixTimeSeconds() + 2208988800) << 32;
        reply[0] = 0x24; // no leap, version 4, server
        reply[1] = 2;
        request.Buffer.AsSpan(40, 8).CopyTo(reply.AsSpan(24));
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(reply.AsSpan(32), now);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(reply.AsSpan(40), now);
        await server.SendAsync(reply, request.RemoteEndPoint);

        // The gate hears of it within a second, and then lets a toy ask.
        for (int i = 0; i < 50 && run.Count("verdict", "asked=name port=0 state=open") == 0; i++)
        {
            _ = DnsTests.DigAt(run, "127.0.0.1", "stories.toys.example", "A");
        }

        run.Verdict("asked=own-clock", "host=time.example", "state=open");
        run.Verdict("asked=name", "state=open");
    }

    [TestMethod]
    public void Data_KeepsTheFiles()
    {
        using TestFolder folder = new();
        string data = Path.Combine(folder.Path, "new folder");

        using (EmulatorRun run = EmulatorRun.Start("--paired", "--data", data))
        {
            Assert.AreEqual(Path.Combine(data, "lab-ca.pem"), run.AuthorityFile);

            // A path with a space is still one word in what is to be pasted.
            string line = run.Line(line => line.StartsWith("try open reason=1 toy=story-bear: curl ", StringComparison.Ordinal));
            Client curl = Client.RunWith(Peer.Path("sh"), ["-c", line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..]], "");
            Assert.AreEqual(0, curl.ExitCode, curl.All);
            Assert.AreEqual(0, run.PressCtrlC());
        }

        using X509Certificate2 authority = X509Certificate2.CreateFromPem(File.ReadAllText(Path.Combine(data, "lab-ca.pem")));
        Assert.IsFalse(authority.HasPrivateKey);
        CollectionAssert.AreEquivalent(new[] { "factory.json", "flash", "lab-ca.pem" }, Directory.GetFileSystemEntries(data).Select(path => Path.GetFileName(path)).ToArray());
    }

    [TestMethod]
    [Req("EGR-03")]
    public void Lab_SaysWhatNamesClaimAndWhereConnectionsGo()
    {
        using TestFolder folder = new();
        using LabAuthority authority = new();
        using LabServer server = new("stories.toys.example", IPAddress.Parse("192.0.2.77"), authority.Issue("stories.toys.example"), new NoWatcher());
        _ = server.ServeAsync();
        authority.WriteTo(Path.Combine(folder.Path, "ca.pem"));
        string lab = folder.Write(
            "lab.json",
            $$$"""
            {"resolve":{"stories.toys.example":["192.0.2.77"],"bear.voices.toys.example":["192.0.2.78","10.0.0.1"],"six.voices.toys.example":["2001:db8::1"]},
             "connect":{"192.0.2.77:443":"{{{server.RealEndPoint}}}","10.0.0.1:443":"{{{server.RealEndPoint}}}"}}
            """);
        using EmulatorRun run = EmulatorRun.Start("--paired", "--lab", lab);

        Client curl = CurlTrusting(Path.Combine(folder.Path, "ca.pem"), run, "127.0.0.1", "127.0.0.1", "stories.toys.example");
        Assert.AreEqual(0, curl.ExitCode, curl.All);
        StringAssert.Contains(curl.Output, "at 192.0.2.77");

        // One private address among them holds the whole name.
        Assert.AreEqual(35, CurlTrusting(null, run, "127.0.0.1", "127.0.0.1", "bear.voices.toys.example").ExitCode);
        run.Verdict("host=bear.voices.toys.example", "asked=hello", "reason=30");

        // No IPv4 address; and a name that the lab does not have.
        _ = CurlTrusting(null, run, "127.0.0.1", "127.0.0.1", "six.voices.toys.example");
        run.Verdict("host=six.voices.toys.example", "asked=hello", "reason=43");
        _ = CurlTrusting(null, run, "127.0.0.1", "127.0.0.1", "no.voices.toys.example");
        run.Verdict("host=no.voices.toys.example", "asked=hello", "reason=40");
        Assert.AreEqual(0, run.Count("ca", ""));
    }

    [TestMethod]
    [Req("EGR-04")]
    public void LabAndResolver_LabNamesFirstOthersGoOn()
    {
        using TestFolder folder = new();
        CountingWatcher upstreamSaw = new();
        LabTable upstreamTable = new();
        Assert.IsTrue(upstreamTable.TryAddName("stories.toys.example", [IPAddress.Parse("10.1.1.1")]));
        Assert.IsTrue(upstreamTable.TryAddName("bear.voices.toys.example", [IPAddress.Parse("127.0.0.53")]));
        using LabResolver upstream = new(upstreamTable, null, upstreamSaw);
        upstream.Start();
        string lab = folder.Write("lab.json", """{"resolve":{"stories.toys.example":["169.254.1.1"]}}""");
        using EmulatorRun run = EmulatorRun.Start("--paired", "--lab", lab, "--resolver", upstream.EndPoint.ToString());

        _ = CurlTrusting(null, run, "127.0.0.1", "127.0.0.1", "stories.toys.example");
        run.Verdict("host=stories.toys.example", "asked=hello", "reason=32");
        _ = CurlTrusting(null, run, "127.0.0.1", "127.0.0.1", "bear.voices.toys.example");
        run.Verdict("host=bear.voices.toys.example", "asked=hello", "reason=31");
        _ = CurlTrusting(null, run, "127.0.0.1", "127.0.0.1", "tracker.ads.example");
        run.Verdict("host=tracker.ads.example", "asked=hello", "reason=18");

        // A held name reaches neither of them.
        CollectionAssert.AreEqual(new[] { "bear.voices.toys.example" }, upstreamSaw.Names);
    }

    [TestMethod]
    [Req("EGR-04")]
    public void Resolver_WithManifests_IsTheOneThatIsAsked()
    {
        using TestFolder folder = new();
        folder.CopySample("story-bear.json");
        CountingWatcher saw = new();
        LabTable table = new();
        Assert.IsTrue(table.TryAddName("stories.toys.example", [IPAddress.Parse("0.0.0.0")]));
        using LabResolver resolver = new(table, null, saw);
        resolver.Start();
        using EmulatorRun run = EmulatorRun.Start("--paired", "--manifests", folder.Path, "--resolver", resolver.EndPoint.ToString());

        _ = CurlTrusting(null, run, "127.0.0.1", "127.0.0.1", "stories.toys.example");
        run.Verdict("host=stories.toys.example", "asked=hello", "reason=34");
        _ = CurlTrusting(null, run, "127.0.0.1", "127.0.0.1", "tracker.ads.example");
        run.Verdict("host=tracker.ads.example", "asked=hello", "reason=18");

        CollectionAssert.AreEqual(new[] { "stories.toys.example" }, saw.Names);
        StringAssert.Contains(run.Line(line => line.StartsWith("resolver ", StringComparison.Ordinal)), $"{resolver.EndPoint} (as --resolver says)");
    }

    [TestMethod]
    public void Resolver_Silent_IsSaid()
    {
        using TestFolder folder = new();
        folder.CopySample("story-bear.json");
        using UdpClient silent = new(new IPEndPoint(IPAddress.Loopback, 0));
        using EmulatorRun run = EmulatorRun.Start("--paired", "--manifests", folder.Path, "--resolver", silent.Client.LocalEndPoint!.ToString()!);

        _ = CurlTrusting(null, run, "127.0.0.1", "127.0.0.1", "stories.toys.example");
        run.Verdict("host=stories.toys.example", "asked=hello", "reason=41");
    }

    private static Client Curl(EmulatorRun run, string toy, string hub, string host)
    {
        return CurlTrusting(run.AuthorityFile, run, toy, hub, host);
    }

    private static Client Plain(EmulatorRun run, string host, string body)
    {
        string[] data = body.Length == 0 ? [] : ["-d", body];
        return Client.Run("curl", ["-sS", "--max-time", "20", "--interface", "127.0.0.1", .. data, "--connect-to", $"::127.0.0.1:{run.PlainPort}", $"http://{host}/"]);
    }

    private static Client CurlTrusting(string? authorityFile, EmulatorRun run, string toy, string hub, string host)
    {
        string[] trust = authorityFile is null ? [] : ["--cacert", authorityFile];
        return Client.Run("curl", ["-sS", "--interface", toy, .. trust, "--connect-to", $"::{hub}:{run.TlsPort}", $"https://{host}/"]);
    }

    private static TcpClient[] Silent(EmulatorRun run)
    {
        return [.. Enumerable.Range(0, 8).Select(_ => new TcpClient("127.0.0.1", run.TlsPort))];
    }

    private class NoWatcher : ILabWatcher
    {
        public virtual void OnResolverAsked(string name)
        {
        }

        public void OnServerReached(string host, IPAddress claimed)
        {
        }
    }

    private sealed class CountingWatcher : NoWatcher
    {
        private readonly System.Collections.Generic.List<string> _names = [];

        /// <summary>Every name that was asked for, once.</summary>
        public string[] Names
        {
            get
            {
                lock (_names)
                {
                    return [.. _names.Distinct()];
                }
            }
        }

        public override void OnResolverAsked(string name)
        {
            lock (_names)
            {
                _names.Add(name);
            }
        }
    }
}
