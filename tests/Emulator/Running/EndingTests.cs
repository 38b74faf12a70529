using System;
using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Sockets;

namespace ToyGuard.Emulator.Tests.Running;

/// <summary>Goal: a run ends when it is told to, cleanly; and one that cannot begin says why in one line. Method: the real program.</summary>
[TestClass]
public class EndingTests
{
    [TestMethod]
    public void CtrlC_EndsWithZeroAndTidiesUp()
    {
        using EmulatorRun run = EmulatorRun.Start("--paired");
        string authority = run.AuthorityFile;
        int dnsPort = run.DnsPort;
        int tlsPort = run.TlsPort;
        Assert.IsTrue(File.Exists(authority));

        Assert.AreEqual(0, run.PressCtrlC());

        Assert.AreEqual(0, run.Errors.Count, string.Join('\n', run.Errors));
        StringAssert.StartsWith(run.Lines[^1], "counts open=0 waiting=0 closed=0 ");
        Assert.IsFalse(Directory.Exists(Path.GetDirectoryName(authority)));
        using UdpClient udp = new(new IPEndPoint(IPAddress.Loopback, dnsPort));
        using TcpListener tcp = new(IPAddress.Loopback, tlsPort);
        tcp.Start();
    }

    [TestMethod]
    public void CtrlC_WhileARelayIsOpen_EndsWithZero()
    {
        using EmulatorRun run = EmulatorRun.Start("--paired");
        using TcpClient silent = new("127.0.0.1", run.TlsPort);

        Assert.AreEqual(0, run.PressCtrlC());
    }

    [TestMethod]
    public void ExitAfter_EndsByItself()
    {
        (int exitCode, System.Collections.Generic.IReadOnlyList<string> lines, System.Collections.Generic.IReadOnlyList<string> errors) =
            EmulatorRun.ToEnd(["--headless", .. EmulatorRun.FreePortsBut(), "--exit-after", "0.2"]);

        Assert.AreEqual(0, exitCode);
        Assert.AreEqual(0, errors.Count);
        CollectionAssert.Contains((System.Collections.ICollection)lines, "ready");
    }

    [TestMethod]
    [DataRow("--dns-port")]
    [DataRow("--tls-port")]
    [DataRow("--plain-port")]
    [DataRow("--http-port")]
    [DataRow("--sntp-port")]
    [DataRow("--phone-port")]
    [DataRow("--board-port")]
    public void TakenPort_IsOneLineAndTwo(string option)
    {
        using UdpClient udp = new(new IPEndPoint(IPAddress.Loopback, 0));
        using TcpListener tcp = new(IPAddress.Loopback, 0);
        tcp.Start();
        EndPoint taken = option is "--dns-port" or "--sntp-port" ? udp.Client.LocalEndPoint! : tcp.LocalEndpoint;
        string port = ((IPEndPoint)taken).Port.ToString(CultureInfo.InvariantCulture);

        OneLine.Assert([option, port, "--headless", .. EmulatorRun.FreePortsBut(option)], option, port);
    }
}
