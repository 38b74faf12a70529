using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

using ToyGuard.Emulator.Running;
using ToyGuard.Emulator.Tests.Running;

namespace ToyGuard.Emulator.Tests.Abuse;

/// <summary>Goal: what is open is what the repository declares. Method: the system's own tables of the running program's sockets beside firmware/docs/ports.md.</summary>
[TestClass]
public partial class OpenPortTests
{
    // The lasting name, with --lan only; where this computer has a responder of its own the port may be taken.
    private const string MulticastDns = "udp 0.0.0.0:5353";

    private static readonly string[] s_standard =
    [
        "--paired", "--headless", "--manifests", Path.Combine(AppContext.BaseDirectory, "Samples"), "--resolver", "127.0.0.1:9",
    ];

    [TestMethod]
    [Req("ATT-01")]
    [Req("EGR-13")]
    public void Open_IsWhatIsDeclared()
    {
        StandardPorts.MustBeFree();
        using EmulatorRun run = EmulatorRun.StartBare(s_standard);
        run.Line(line => line == "ready");

        CollectionAssert.AreEqual(Declared(), OpenPorts.Of(run.ProcessId).ToArray());
    }

    [TestMethod]
    [Req("ATT-01")]
    public void Open_OnLan_IsThePageThereBesides()
    {
        IReadOnlyList<LanAddress> lan = LanAddress.Find();

        if (lan.Count == 0)
        {
            return;
        }

        StandardPorts.MustBeFree();
        using EmulatorRun run = EmulatorRun.StartBare([.. s_standard, "--lan"]);
        run.Line(line => line == "ready");

        CollectionAssert.AreEqual(
            Declared().Concat(lan.Select(own => $"tcp {own.Address}:8081")).Order(StringComparer.Ordinal).ToArray(),
            OpenPorts.Of(run.ProcessId).Where(port => port != MulticastDns).ToArray());
    }

    [TestMethod]
    [Req("ATT-01")]
    public void Open_WithTheLab_IsOnLoopbackOnly()
    {
        IReadOnlyList<string> open = OpenPorts.Of(SharedRun.Run.ProcessId);

        Assert.IsTrue(open.Count > Declared().Length, string.Join('\n', open));
        Assert.IsTrue(open.All(place => place.Contains(" 127.0.", StringComparison.Ordinal)), string.Join('\n', open));
    }

    private static string[] Declared()
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, "firmware", "docs", "ports.md"));
        return [.. Row().Matches(text).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal)];
    }

    [GeneratedRegex(@"^\| ((?:tcp|udp) [0-9.]+:[0-9]+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
